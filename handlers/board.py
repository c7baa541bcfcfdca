"""The board: one pinned message in each group that shows what goes on there; every feature feeds it.

It is drawn anew at most once a minute and says nothing of its own: whoever wants to know looks up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

from bot.domain.people import Room
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import cut, utf16
from bot.i18n import Html, bold, link, page
from handlers import names
from handlers.cards import Button, Card, Look, card
from handlers.context import CARD, TITLES, Context, Saying, Turn, Way, html, reply_to
from handlers.doors import DOORS, opens, rings, says
from handlers.features import Entry, Feature, Kind
from storage.cards import CardRow
from storage.notes import Note

ORDER = ("board-asks", "board-faults", "board-notices", "board-votes", "board-events")
"""The headings in their fixed order; who is on duty stands last."""

DUTY = "board-duty"
PER_SECTION = 5
LINE_UNITS = 80
"""UTF-16 units of one line."""

SHORTEST = 20
"""UTF-16 units that remain of a line's words, however long its tail."""

LONGEST = 3800
"""UTF-16 units of a board; what would be longer is left to the private chat (Bot API: a message has at most 4096)."""

KEYS = ("need", "who", "me")
"""The commands that a board's buttons open in the private chat."""

PIN = "board.pin"
ON_DUTY = ["duty_holder"] + [key for key, title in TITLES.items() if "confirm" in title.powers and key != "steward"]


@says("board", "看板", english=("board",))
async def board(ctx: Context) -> None:
    """In a group: where it is, and who may have it hung up again; in private: the boards of one's own groups."""
    if ctx.room.is_private:
        return await ctx.menu("mine", "boards")
    home = await ctx.tx.boards.home(ctx.room.chat_id)
    if home is None:
        raise RuleError("board-no-place")
    rows = await ctx.tx.cards.of(thing("board", home.id))
    if not rows or rows[0].message_id is None:
        await ctx.may("board.hang", state="missing", place_id=home.place_id)
        return await ctx.hang_board(home)
    where = await ctx.tx.rooms.get(rows[0].room_id)
    if {"notify", "steward"} & await ctx.powers(ctx.person.id, home.place_id):
        await _pin(ctx, where, rows[0].message_id)
    return await _point_to(ctx, where, rows[0].message_id)


async def _point_to(ctx: Context, where: Room, message_id: int) -> None:
    """A reply leads to what it replies to; into another topic only a link does."""
    here, url = ctx.room.id == where.id, where.message_url(message_id) or ""
    text = page([ctx.t("board-is-here") if here else link(ctx.t("board-is-here"), url)])
    payload = html(text) | (reply_to(message_id) if here else {}) | {"disable_notification": True}
    await ctx.promise(ctx.room, "house.chatter", "sendMessage", payload)


@opens("go")
async def goes(ctx: Context) -> None:
    """A board's button leads here: the same as saying the command in private. Who was shown it is in that group."""
    command, _, room = (ctx.way.values[0] if ctx.way.values else "").rpartition("-")
    if command not in KEYS or command not in DOORS.commands:
        raise RuleError("button-is-old")
    if ctx.is_proved_lately and room.isdecimal():
        await ctx.tx.rooms.joins(int(room), ctx.person.id)
    ctx.way = Way(DOORS.commands[command], "command")
    await DOORS.commands[command](ctx)


async def hang_all(turn: Turn) -> None:
    """At every start: each group of a place has its board."""
    for home in await turn.tx.boards.homes():
        if not await turn.tx.cards.of(thing("board", home.id)):
            await turn.hang_board(home)


@rings("board.day")
async def new_day(turn: Turn) -> None:
    """Today has become another day: what is said of times, and who is on duty, is said anew."""
    room = await turn.tx.rooms.get(number_of(turn.thing))
    if room.place_id is not None:
        await turn.redraw_board(room_id=room.id)
        await turn.alarm("board.day", turn.thing, turn.house.next_day(turn.now))


async def sent(turn: Turn, row: CardRow, message_id: int) -> None:
    """It stands in a new message: that one is pinned, without a sound."""
    if row.view == "board":
        await _pin(turn, await turn.tx.rooms.get(row.room_id), message_id)


async def _pin(work: Turn | Context, room: Room, message_id: int) -> None:
    call = {"message_id": message_id, "disable_notification": True}
    await work.promise(room, PIN, "pinChatMessage", call, rank=CARD, thing=thing("board", room.id), merge=True)


async def not_pinned(turn: Turn, note: Note, _: Any) -> None:
    """We may not pin here: the board goes on unpinned, and the stewards hear of it once."""
    if not await turn.tx.house.once(f"not_pinned_{note.room_id}", str(turn.now)):
        return
    title = (await turn.tx.rooms.get(note.room_id)).title or "…"
    for person_id in await turn.tx.offices.holders("steward"):
        await turn.tell(person_id, PIN, Saying(lambda t: page([t("board-not-pinned", room=title)])))


async def draw(look: Look, number: int, view: str) -> Card | None:
    home = await look.read.rooms.get(number)
    if home.place_id is None or home.chat_id != look.room.chat_id:
        return None
    look = replace(look, room=home)  # where its topic is gone it goes on in General
    entries = await _entries(look)
    return card(_fitting([*await _title(look), *_sections(look, entries)]), _keys(look))


async def draw_mine(look: Look, number: int, view: str) -> Card | None:
    """The boards of all groups that somebody is in, in their own language."""
    homes = {home.id: home for room in await look.read.rooms.open_to(number) if (home := await _home(look, room))}
    lines: list[str] = []
    for home in homes.values():
        there = replace(look, room=home)
        lines += [*([""] if lines else []), *await _title(there), *_sections(there, await _entries(there))]
    return card(_fitting(lines) if lines else [look.t("board-none"), look.t("board-none-how")])


async def _home(look: Look, room: Room) -> Room | None:
    return await look.read.boards.home(room.chat_id)


async def _title(look: Look) -> list[str]:
    assert look.room.place_id is not None
    place = await look.read.places.get(look.room.place_id)
    return [bold(look.t("board-title", place=place.name))]


async def _entries(look: Look) -> list[Entry]:
    fed = [await feature.board(look) for feature in look.house.features if feature.board]
    return [*chain.from_iterable(fed), *await on_duty(look)]


async def on_duty(look: Look) -> list[Entry]:
    """Who is on duty for this group's place, and its heads, the nearest first: 值班 陈师傅、王师傅."""
    assert look.room.place_id is not None
    holders: dict[str, list[int]] = {}
    held = [one for _, offices in await look.read.offices.answerable(look.room.place_id, ON_DUTY) for one in offices]
    away = {one.stands_in_for for one in held}
    for office in held:
        if office.id not in away:
            holders.setdefault(office.title, []).append(office.person_id)
    ordered = sorted(holders, key=lambda title: title != "duty_holder")
    return [Entry(DUTY, await _holders(look, title, holders[title])) for title in ordered]


async def _holders(look: Look, title: str, people: list[int]) -> str:
    called = [await names.named(look.read, look.house, look.t, one) for one in dict.fromkeys(people)]
    return f"{await names.title(look.read, look.t, title)} {look.t('list-comma').join(called)}"


def _sections(look: Look, entries: list[Entry]) -> list[str]:
    """Each heading with at most five lines; on a day without anything a friendly word."""
    headings = [*ORDER, *(entry.heading for entry in entries if entry.heading not in (*ORDER, DUTY)), DUTY]
    lines: list[str] = []
    for heading in dict.fromkeys(headings):
        lines += _section(look, heading, [entry for entry in entries if entry.heading == heading])
    if all(entry.heading == DUTY for entry in entries):
        return ["", look.t("board-empty"), look.t("board-empty-how", bot=look.house.username), *lines]
    return lines


def _section(look: Look, heading: str, entries: list[Entry]) -> list[str]:
    if not entries:
        return []
    shown = [_line(entry) for entry in entries[:PER_SECTION]]
    rest = len(entries) - PER_SECTION
    return ["", bold(look.t(heading)), *shown, *([look.t("board-more", count=rest)] if rest > 0 else [])]


def _line(entry: Entry) -> str:
    tail = cut(entry.tail, LINE_UNITS)
    text = cut(" ".join(entry.text.split()), max(LINE_UNITS - utf16(tail), SHORTEST)) + tail
    return Html(f"· {link(text, entry.url)}") if entry.url else f"· {text}"


def _fitting(lines: Iterable[str]) -> list[str]:
    """As many lines as one message holds; the address behind a link does not count."""
    fitting, length = list[str](), 0
    for line in lines:
        length += min(utf16(line), LINE_UNITS + 2) + 1
        if length > LONGEST:
            return fitting
        fitting.append(line)
    return fitting


def _keys(look: Look) -> list[Button]:
    return [
        Button(look.t(f"board-key-{command}"), url=look.house.link(_goes(look, command)))
        for command in KEYS
        if command in DOORS.commands
    ]


def _goes(look: Look, command: str) -> str:
    return look.house.signed_today("go", f"{command}-{look.room.id}", look.at)


FEATURE = Feature(
    "board",
    cards={"board": draw, "boards": draw_mine},
    notes={PIN: Kind("again", failed=not_pinned)},
    sent=sent,
    wakes=hang_all,
    commands={"private": ("board",), "group": ("board",)},
)
