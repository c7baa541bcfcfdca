"""What is asked again and again is asked by index: the plans of SQLite, never the time it takes."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.domain.aid import Ask
from storage import files
from storage.abuse import Abuse
from storage.acting import Acting
from storage.aid import AskFiles, Askings, Asks
from storage.aid.askings import Round
from storage.alarms import Alarms
from storage.board import Boards
from storage.cards import Cards
from storage.circles import Circles
from storage.codes import Codes
from storage.danger import Dangers
from storage.festivals import Festivals
from storage.house import HouseFacts
from storage.imports import Imports
from storage.joining import Joins
from storage.journal import Journal
from storage.lines import Lines
from storage.medicines import Medicines
from storage.months import Months
from storage.notices import Notices
from storage.offers import Offers
from storage.offices import Offices
from storage.outbox import Outbox
from storage.people import People
from storage.places import Places
from storage.privacy import Privacy
from storage.questions import Questions
from storage.relays import Relays
from storage.residents import Residents
from storage.rooms import Rooms
from storage.sql import Sql
from storage.steward import Steward
from storage.tickets import (
    CategoryChanges,
    Charges,
    Desks,
    Outsiders,
    Repairers,
    TicketLists,
    TicketNotes,
    Tickets,
    Visits,
    Wanted,
)
from storage.wants import Wants
from storage.wishes import Wishes

ROUND = Round(Ask(1, 1, 1, 1, "梯子", "", "open", 0, 7200), 1, False, 0, 60)
HERE = Wanted((1,), words="灯", late_at=5, category="light", place=1)
QUESTIONS: list[tuple[type, str, tuple[Any, ...]]] = [
    (Outbox, "due", (1, [], 24)),
    (Alarms, "due", (1,)),
    (Alarms, "next", ()),
    (People, "by_telegram", (1,)),
    (Offices, "titles_at_or_above", (1, 1)),
    (Offices, "titles_of", (1,)),
    (Offices, "everybody", ()),
    (People, "muted", (1,)),
    (Offices, "at_or_above", (1,)),
    (Offices, "held_in", (1, "building_head")),
    (Offices, "of", (1,)),
    (Offices, "stand_in", (1,)),
    (Offices, "ended_since", (1, 1)),
    (Offices, "invitations", (1, 1)),
    (Lines, "begun_since", (1, 1)),
    (Lines, "answers", (1,)),
    (Circles, "members", (1,)),
    (Circles, "of", (1,)),
    (Circles, "at_or_below", (1,)),
    (Circles, "in_room", (1,)),
    (Circles, "kinds", (1,)),
    (Circles, "on_duty_for", ("wish", 1)),
    (Circles, "on_duty_at", (1,)),
    (Festivals, "visible_to", (1, 1)),
    (Festivals, "run_by", (1,)),
    (Festivals, "run_at", (1, 1)),
    (Festivals, "open_around", (1,)),
    (Festivals, "open_within", ([1],)),
    (Festivals, "counts", (1,)),
    (Festivals, "thanked", (1,)),
    (Wishes, "visible_to", (1, 1)),
    (Wishes, "of", (1, 1)),
    (Wishes, "mine", (1,)),
    (Wishes, "naming", (1,)),
    (Wishes, "all_of", (1, "open")),
    (Wishes, "all_of", (1, "taken")),
    (Wishes, "to_look_at", (1, [1])),
    (Wishes, "count_taken", (1,)),
    (Wishes, "on_behalf", (1, 2)),
    (Wishes, "prune", (1,)),
    (Months, "pleas", (1, 0, 1)),
    (Months, "waiting", (1, 1)),
    (Months, "wishes", (1, 0, 1)),
    (Months, "notices", (1, 0, 1)),
    (Months, "neighbours", (1, 0, 1)),
    (Months, "confirmations", (1, 0, 1)),
    (Months, "rooms", (1,)),
    (Residents, "home", (1,)),
    (Residents, "homes", (1,)),
    (Residents, "household", (1,)),
    (Residents, "lives_in", (1, 1)),
    (Residents, "without_account", (1,)),
    (Joins, "of", (1, "waiting")),
    (Joins, "waiting_for", (1, ["building_head"])),
    (Joins, "matters_for", (1, ["building_head"])),
    (Joins, "rooms", (1,)),
    (Joins, "matters_about", (1,)),
    (Joins, "is_known", (1,)),
    (Codes, "door_codes", (1, 1)),
    (Codes, "open_doors", (1, 1)),
    (Residents, "around", (1,)),
    (Rooms, "enter", (1, 0, 1)),
    (Rooms, "private", (1, 1)),
    (Rooms, "groups_of", (1,)),
    (Asks, "visible_to", (1, 1)),
    (Asks, "count_open", (1,)),
    (Asks, "count_since", (1, 0)),
    (Asks, "mine", (1,)),
    (Asks, "open_in", (1,)),
    (Asks, "open_in_group", (1, 5)),
    (Dangers, "lately", (1, "fire", 1)),
    (Dangers, "of", (1,)),
    (Dangers, "told", (1,)),
    (Dangers, "prune", (1, 2)),
    (AskFiles, "get", (1,)),
    (AskFiles, "prune", (1,)),
    (Asks, "count_taken", (1, 0)),
    (Asks, "unanswered_for", (1,)),
    (Asks, "anonymise", (1,)),
    (Askings, "wave", (1, 1)),
    (Askings, "near", (ROUND,)),
    (Askings, "willing_near", (ROUND,)),
    (Askings, "lately", (1, 0)),
    (Askings, "answers", (1, 1, "no")),
    (Askings, "answer", (1, 1)),
    (Askings, "count", (1,)),
    (Boards, "home", (1,)),
    (Boards, "redraw_in", (1, 60, 1)),
    (Boards, "redraw_at", (1, 60, 1)),
    (Notices, "visible_to", (1, 1)),
    (Notices, "count_since", (1, 0)),
    (Notices, "mine", (1,)),
    (Notices, "held", (1,)),
    (Notices, "rooms_for", (1,)),
    (Notices, "readers", (1,)),
    (Notices, "of", (1,)),
    (Notices, "next_to_tell", (1, 60)),
    (Notices, "known_by", (1, 1)),
    (Notices, "count", (1,)),
    (Notices, "by_building", (1, 1)),
    (Notices, "silent_in", (1, 1)),
    (Notices, "on_board", (1, 1)),
    (Notices, "groups", (1,)),
    (Notices, "calmly", (1, "author", 1, 60)),
    (Cards, "at_message", (1, 1)),
    (Cards, "of", ("ask_1",)),
    (Cards, "is_one_too_many", ("ask_1", "group", 1, 1, 6)),
    (Cards, "joins_list", ("ask_1", "group", 1, 1, 1)),
    (Places, "root", ()),
    (Rooms, "community_groups", ()),
    (Rooms, "of_places", ()),
    (Cards, "in_list", (1, 1)),
    (Questions, "open", (1, 1, 1)),
    (Journal, "of", ("ask_1",)),
    (HouseFacts, "forget_seen", (1,)),
    (Steward, "untold", ()),
    (Acting, "helps", (1,)),
    (Acting, "is_named", (1, 2)),
    (Acting, "helpers_of", (1,)),
    (Acting, "acts_for", (1,)),
    (Acting, "without_telegram", ([1],)),
    (Acting, "called", ("王", [1], 8)),
    (Asks, "on_behalf", (1, 2)),
    (Asks, "helped_by", (1,)),
    (Asks, "count_offered", (1, 1)),
    (Codes, "get", (1,)),
    (Codes, "open_ones", ("helper", 1, 1)),
    (Codes, "void", ("helper", 1, 1)),
    (Codes, "wrong_since", (1, 1)),
    (Residents, "homes", (1,)),
    (Residents, "household", (1,)),
    (Offices, "of", (1,)),
    (Offices, "titles_of", (1,)),
    (Offices, "answerable", (1, ["building_head"])),
    (Rooms, "at", (1,)),
    (Rooms, "wished", (1,)),
    (Rooms, "belongs_to", (1, 1)),
    (Rooms, "open_to", (1,)),
    (Places, "public", (1,)),
    (Places, "above", (1,)),
    (Places, "dwellings_in", (1,)),
    (Places, "counts", (1,)),
    (Steward, "parked_after", (1,)),
    (Imports, "get", (1,)),
    (Imports, "becomes", (1, "ready", {})),
    (Asks, "of", (1,)),
    (Asks, "prune_notes", (1,)),
    (Abuse, "hidden_from", ("ask_1", None)),
    (Abuse, "hidden_from", ("ask_1", 1)),
    (Abuse, "sees", (1, "ask_1")),
    (Abuse, "reported_since", (1, 0)),
    (Abuse, "reasons", (1,)),
    (Abuse, "block_of", (1,)),
    (Notices, "visible_to", (1, 1)),
    (Notices, "reached", ([1],)),
    (Notices, "next_to_tell", (1, 60)),
    (Notices, "readers", (1,)),
    (Relays, "seat", (1,)),
    (Relays, "of", (1, 1)),
    (Relays, "between", ("ask_1", 1, 2)),
    (Relays, "reported", (1, 2, 1)),
    (Relays, "going_on", (1,)),
    (Relays, "all_of", (1,)),
    (Relays, "about", ("ask_1",)),
    (Relays, "asked_since", (1, 1)),
    (Relays, "unsay", (1, "relay_1", "relay.passed")),
    (Relays, "prune", (1,)),
    (Privacy, "consent", (1, "keep")),
    (Privacy, "last_copy", (1,)),
    (Privacy, "letters_since", (1, 0)),
    (Offers, "visible_to", (1, 1)),
    (Offers, "count_open", (1,)),
    (Offers, "count_since", (1, 0)),
    (Offers, "recommended_since", (1, 0)),
    (Offers, "mine", (1,)),
    (Offers, "of", (1,)),
    (Offers, "shelf", (["thing"], 1, 8)),
    (Offers, "shelf", (["thing", "skill"], 1, 8, 16)),
    (Offers, "count", (["thing"],)),
    (Offers, "holders", (["thing"], ["ladder"], 1, 20)),
    (Offers, "holders", (["medicine"], ["ibuprofen"], 1, 20)),
    (Offers, "asks_around", (1, 1, 200)),
    (Offers, "willing", (1,)),
    (Offers, "prune", (1,)),
    (Wants, "open_of", (1, 1)),
    (Wants, "of_offer", (1, "asked")),
    (Wants, "mine", (1,)),
    (Wants, "asked_of", (1,)),
    (Wants, "of", (1,)),
    (Wants, "count_waiting", (1,)),
    (Wants, "count_since", (1, 0)),
    (Wants, "prune", (1,)),
    (Medicines, "changes", ()),
    (Tickets, "visible_to", (1, 1)),
    (Tickets, "count_open", (1,)),
    (Tickets, "count_since", (1, 0)),
    (Tickets, "mine", (1,)),
    (Tickets, "of", (1,)),
    (Tickets, "owned", (1,)),
    (Tickets, "waiting_for", (1,)),
    (Tickets, "like", ([1], "lift")),
    (Tickets, "around", (1, "power", 0)),
    (Notices, "faults_over", (1,)),
    (Notices, "knowing", (1,)),
    (Desks, "count", (1,)),
    (TicketNotes, "picture", (1,)),
    (Tickets, "open_in_group", (1, 5)),
    (Tickets, "open_at", (1,)),
    (Tickets, "anonymise", (1,)),
    (Tickets, "running", ()),
    (TicketLists, "within", (1, HERE, 8)),
    (TicketLists, "count_within", (1, HERE)),
    (TicketLists, "shown", (1, HERE, 8)),
    (TicketLists, "count_shown", (1, HERE)),
    (TicketLists, "mine", (1, HERE, 8)),
    (TicketLists, "count_mine", (1, HERE)),
    (TicketLists, "found", (1, HERE, 8)),
    (TicketLists, "found", (1, Wanted(words="灯"), 8)),
    (TicketLists, "count_found", (1, HERE)),
    (TicketLists, "opened", (1, 1, 2)),
    (TicketLists, "fixed", (1, 1, 2)),
    (TicketLists, "open", (1,)),
    (TicketLists, "of_category", ("light",)),
    (TicketLists, "nobody_has", ()),
    (TicketLists, "export", ([1], ["quarrel"], 100)),
    (TicketLists, "first_taken", ([1],)),
    (CategoryChanges, "of", ("light",)),
    (CategoryChanges, "undo", ("light",)),
    (Circles, "meeting", ()),
    (Desks, "of", (1,)),
    (Desks, "followers", (1,)),
    (Desks, "count", (1,)),
    (TicketNotes, "of", (1,)),
    (TicketNotes, "prune_files", (1,)),
    (Outsiders, "for_place", (1, "lift")),
    (Visits, "of", (1,)),
    (Charges, "of", (1,)),
    (Charges, "waiting", (1,)),
    (Repairers, "of", (1,)),
    (Repairers, "for_place", (1,)),
    (Repairers, "repairs_at", (1, 1)),
]
BIG = (
    "people",
    "members",
    "cards",
    "notes",
    "asks",
    "givers",
    "askings",
    "notices",
    "notice_people",
    "told",
    "residents",
    "journal",
    "alarms",
    "seen",
    "questions",
    "rooms",
    "above",
    "imports",
    "places",
    "parked",
    "joins",
    "knocks",
    "codes",
    "cases",
    "reports",
    "hidden",
    "consents",
    "letters",
    "offices",
    "lines",
    "circles",
    "circle_members",
    "invitations",
    "wrong_codes",
    "helpers",
    "acting",
    "room_wishes",
    "festivals",
    "wishes",
    "grantors",
    "circle_kinds",
    "offers",
    "wants",
    "relays",
    "relay_seats",
    "tickets",
    "ticket_desks",
    "ticket_followers",
    "ticket_notes",
    "ticket_visits",
    "ticket_charges",
    "repairers",
)
"""`willing` is not among them: whoever offered to help are few, and one wave looks at them all."""
BY_ITS_OWN_INDEX = {"cards_waiting", "notes_waiting", "notices_open", "offices_of", "asks_waiting_at", "circles_in"}


class Watched(Sql):
    """Collects the plans of what is asked."""

    def __init__(self, db: sqlite3.Connection):
        self.raw, self.plans = db, list[str]()

    async def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        self.plans += [row[3] for row in self.raw.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        return self.raw.execute(sql, values).fetchall()

    async def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        return next(iter(await self.rows(sql, *values)), None)

    async def run(self, sql: str, *values: Any) -> int:
        return len(await self.rows(sql, *values))


def full_scans(plans: list[str]) -> list[str]:
    """Steps that walk a whole table that grows."""
    scans = [plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in BIG]
    return [plan for plan in scans if not any(name in plan for name in BY_ITS_OWN_INDEX)]


@pytest.mark.parametrize(
    ("store", "question", "values"), QUESTIONS, ids=lambda value: getattr(value, "__name__", value)
)
async def test_a_question_asked_all_day_walks_no_whole_table(
    tmp_path: Path, store: type, question: str, values: tuple[Any, ...]
) -> None:
    files.create(tmp_path / "linli.db", "锦江苑")
    db = sqlite3.connect(tmp_path / "linli.db")
    db.row_factory = sqlite3.Row
    db.execute("INSERT INTO people (id, telegram_id, name, created_at, seen_at) VALUES (1, 1, '王芳', 0, 0)")
    watched = Watched(db)

    await getattr(store(watched), question)(*values)

    assert watched.plans and full_scans(watched.plans) == []
    db.close()


async def test_with_ten_thousand_tickets_lists_and_reports_are_asked_by_index(tmp_path: Path) -> None:
    files.create(tmp_path / "linli.db", "锦江苑")
    db = sqlite3.connect(tmp_path / "linli.db")
    db.row_factory = sqlite3.Row
    db.execute("INSERT INTO people (id, telegram_id, name, created_at, seen_at) VALUES (1, 1, '王芳', 0, 0)")
    db.execute(
        """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
           INSERT INTO tickets (person_id, place_id, category, text, state, opened_at, asked_at, clock_from, moved_at,
                                due_at)
           SELECT 1, 1, 'light', '灯', 'new', i, i, i, i, i FROM n"""
    )
    asked = [(store, question, values) for store, question, values in QUESTIONS if store in (TicketLists, Tickets)]
    for store, question, values in asked:
        watched = Watched(db)
        await getattr(store(watched), question)(*values)
        assert full_scans(watched.plans) == [], question
    assert len(await TicketLists(Watched(db)).within(1, HERE, 8)) == 5  # of those that were due at 5
    db.close()


def test_a_walk_over_a_whole_table_would_be_seen() -> None:
    assert full_scans(["SCAN asks"]) == ["SCAN asks"]
    assert full_scans(["SCAN cards USING INDEX cards_waiting"]) == []


OF_OPEN_ASKS: list[tuple[type, str, tuple[Any, ...]]] = [
    (Askings, "near", (replace(ROUND, place_id=3),)),
    (Askings, "willing_near", (ROUND,)),
    (Asks, "unanswered_for", (1,)),
    (Asks, "mine", (1,)),
    (Asks, "open_in", (1,)),
    (Asks, "open_in_group", (-1, 5)),
    (Asks, "visible_to", (1, 1)),
    (Asks, "count_taken", (1, 0)),
]
TEN_THOUSAND = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
INSERT INTO asks (person_id, room_id, place_id, thing, state, opened_at, until)
  SELECT 1 + i % 1000, 1, 2, '梯子', iif(i % 4, 'open', 'unanswered'), i, i + 7200 FROM n;
WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
INSERT INTO people (id, telegram_id, name, created_at, seen_at, started_at) SELECT i, i, '邻居', 0, 0, 1 FROM n;
INSERT INTO residents (person_id, place_id, role) SELECT id, 3, 'owner' FROM people;
INSERT INTO givers (ask_id, person_id, state, since, turn) SELECT id, 1 + id % 900, 'giving', 1, 1 FROM asks;
INSERT INTO askings (ask_id, person_id, wave, at) SELECT id, 1 + id % 800, 1, 1 FROM asks;
INSERT INTO willing SELECT id, 1 FROM people WHERE id % 10 = 0;
INSERT INTO offices (title, place_id, person_id, since) VALUES ('building_head', 2, 1, 1);
"""


@pytest.mark.parametrize("analysed", [False, True], ids=["fresh", "analysed"])
async def test_ten_thousand_open_pleas_are_found_by_index(tmp_path: Path, analysed: bool) -> None:
    files.create(tmp_path / "linli.db", "锦江苑")
    db = sqlite3.connect(tmp_path / "linli.db")
    db.row_factory = sqlite3.Row
    db.execute("INSERT INTO people (id, telegram_id, name, created_at, seen_at) VALUES (1, 1, '王芳', 0, 0)")
    db.execute(
        "INSERT INTO places (id, parent_id, kind, name) VALUES (2, 1, 'building', '3栋'), (3, 2, 'stair', '2单元')"
    )
    db.execute("INSERT INTO rooms (id, chat_id, kind) VALUES (1, -1, 'group')")
    db.executescript(TEN_THOUSAND + "ANALYZE;" * analysed)

    scans = {}
    for store, question, values in OF_OPEN_ASKS:
        watched = Watched(db)
        await getattr(store(watched), question)(*values)
        scans[question] = full_scans(watched.plans)

    assert {question: found for question, found in scans.items() if found} == {}
    db.close()
