"""Asks: a plea, with the neighbours who have it or wait in line."""

# ruff: noqa: S608  # every part of a statement is a fixed text of this file

from __future__ import annotations

import json
from sqlite3 import Row
from typing import Any

from bot.domain.aid import Ask, Giver
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "givers.ask_id",  # goes first: what the asker's side showed is found by the ask
        export="""SELECT thing, asker_phone FROM givers JOIN asks ON asks.id = ask_id
                  WHERE ?1 IN (asks.person_id, asks.by_id) AND asker_phone <> ''""",
        forget="""UPDATE givers SET asker_phone = ''
                  WHERE ask_id IN (SELECT id FROM asks WHERE ?1 IN (person_id, by_id))""",
    ),
    Trace(
        "asks.person_id",
        export="SELECT thing, note, state, opened_at, until, ended_at FROM asks WHERE person_id = ?",
        forget="""UPDATE asks SET person_id = NULL, thing = '', note = '', room_id = NULL,
                         state = CASE WHEN ended_at IS NULL THEN 'withdrawn' ELSE state END,
                         ended_at = ifnull(ended_at, until) WHERE person_id = ?""",
    ),
    Trace(
        "asks.by_id",
        export="SELECT thing, state, opened_at, ended_at FROM asks WHERE by_id = ?",
        forget="UPDATE asks SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "asks.called_id",
        export="SELECT thing, state, called_at FROM asks WHERE called_id = ?",
        forget="UPDATE asks SET called_id = NULL WHERE called_id = ?",
    ),
    Trace(
        "givers.person_id",
        export="""SELECT thing, givers.state, givers.amount, since, checked, phone
                  FROM givers JOIN asks ON asks.id = ask_id WHERE givers.person_id = ?""",
        forget="DELETE FROM givers WHERE person_id = ?",
    ),
    Trace(
        "givers.by_id",
        export="""SELECT thing, givers.state, givers.amount, since FROM givers JOIN asks ON asks.id = ask_id
                  WHERE givers.by_id = ?""",
        forget="UPDATE givers SET by_id = NULL, shown = 0, phone = '' WHERE by_id = ?",
    ),
]

_ASK = """SELECT asks.*, (
    SELECT json_group_array(json_array(person_id, amount, state, since, by_id, agreed_at, asker_shown, shown,
                                       note_told, checked, settled, phone, asker_phone, turn))
    FROM givers WHERE givers.ask_id = asks.id) AS givers FROM asks"""

_THEIRS = """EXISTS (SELECT 1 FROM givers WHERE givers.ask_id = asks.id
                     AND (givers.person_id = ?1 OR givers.by_id = ?1))"""

_VISIBLE = f"""(?1 IN (asks.person_id, asks.by_id) OR {_THEIRS}
   OR (state <> 'draft' AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)
                        AND (EXISTS (SELECT 1 FROM members WHERE room_id = asks.room_id AND members.person_id = ?1)
                             OR EXISTS (SELECT 1 FROM residents WHERE residents.person_id = ?1)
                             OR EXISTS (SELECT 1 FROM offices WHERE offices.person_id = ?1 AND until IS NULL))))"""

_SHOWN = "NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)"
"""Not hidden for now."""


class Asks(Store):
    async def open(
        self,
        person_id: int,
        room_id: int | None,
        place_id: int | None,
        thing: str,
        note: str,
        state: str,
        at: int,
        until: int,
        by_id: int | None = None,
        kind: str = "thing",
    ) -> Ask:
        number = await self.sql.value(
            """INSERT INTO asks (person_id, room_id, place_id, thing, note, state, opened_at, until, by_id, kind)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            person_id, room_id, place_id, thing, note, state, at, until, by_id, kind,
        )  # fmt: skip
        return Ask(number, person_id, room_id, place_id, thing, note, state, at, until, kind, by_id=by_id)

    async def get(self, number: int) -> Ask | None:
        return await self._one(f"{_ASK} WHERE id = ?", number)

    async def visible_to(self, person_id: int, number: int) -> Ask | None:
        """The ask, if this person may know of it: its people, neighbours of its group, residents, office-holders."""
        return await self._one(f"{_ASK} WHERE id = ?2 AND {_VISIBLE}", person_id, number)

    async def save(self, ask: Ask) -> None:
        await self.sql.run(
            """UPDATE asks SET room_id = ?, place_id = ?, kind = ?, thing = ?, note = ?, amount = ?, state = ?,
                 opened_at = ?, until = ?, asked_at = ?, called_at = ?, called_id = ?, ended_at = ?, by_id = ?,
                 spoken = ?, heard_at_once = ?, again_at = ?
               WHERE id = ?""",
            ask.room_id, ask.place_id, ask.kind, ask.thing, ask.note, ask.amount, ask.state, ask.opened_at, ask.until,
            ask.asked_at, ask.called_at, ask.called_id, ask.ended_at, ask.by_id,
            ask.spoken, int(ask.heard_at_once), ask.again_at, ask.id,
        )  # fmt: skip
        await self.sql.many(
            """INSERT INTO givers (ask_id, person_id, by_id, amount, state, since, agreed_at, asker_shown, shown,
                                   note_told, checked, settled, phone, asker_phone, turn)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (ask_id, person_id) DO UPDATE SET by_id = excluded.by_id, amount = excluded.amount,
                 state = excluded.state, since = excluded.since, agreed_at = excluded.agreed_at,
                 asker_shown = excluded.asker_shown, shown = excluded.shown, note_told = excluded.note_told,
                 checked = excluded.checked, settled = excluded.settled, phone = excluded.phone,
                 asker_phone = excluded.asker_phone, turn = excluded.turn""",
            [_values(ask.id, turn, giver) for turn, giver in enumerate(ask.givers, 1)],
        )

    async def delete_draft(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM asks WHERE id = ? AND state = 'draft'", number))

    async def count_open(self, person_id: int) -> int:
        return int(
            await self.sql.value(
                "SELECT count(*) FROM asks WHERE person_id = ? AND state IN ('open', 'taken')", person_id
            )
        )

    async def count_since(self, person_id: int, since: int) -> int:
        """How many this person has opened since then."""
        return int(
            await self.sql.value(
                "SELECT count(*) FROM asks WHERE person_id = ? AND state <> 'draft' AND opened_at >= ?",
                person_id,
                since,
            )
        )

    async def count_offered(self, person_id: int, since: int) -> tuple[int, int]:
        """How many of other people's words this person has offered since then, and how many of them wait for a yes."""
        row = await self.sql.row(
            """SELECT count(*) AS offered, count(asks.id) AS waiting
               FROM journal LEFT JOIN asks ON asks.id = CAST(substr(journal.thing, 5) AS INTEGER) AND state = 'draft'
               WHERE journal.person_id = ? AND verb = 'ask.offered' AND at >= ?""",
            person_id,
            since,
        )
        assert row
        return row["offered"], row["waiting"]

    async def count_taken(self, person_id: int, since: int) -> int:
        """How many this person has taken on since then, whatever became of it."""
        return int(
            await self.sql.value(
                """SELECT count(*) FROM givers
                   WHERE person_id = ? AND state IN ('next', 'giving', 'given', 'left') AND since >= ?""",
                person_id,
                since,
            )
        )

    async def mine(self, person_id: int) -> list[Ask]:
        """What I asked, have or wait in line for that is not over, newest first."""
        return await self._all(
            f"""{_ASK} WHERE id IN (
                  SELECT id FROM asks WHERE person_id = ?1 AND state IN ('draft', 'open', 'taken', 'unanswered')
                  UNION SELECT id FROM asks WHERE by_id = ?1 AND state IN ('draft', 'open', 'taken', 'unanswered')
                  UNION SELECT ask_id FROM givers WHERE person_id = ?1 AND state IN ('next', 'giving')
                  UNION SELECT ask_id FROM givers WHERE by_id = ?1 AND state IN ('next', 'giving'))
                AND ended_at IS NULL ORDER BY id DESC""",
            person_id,
        )

    async def of(self, person_id: int) -> list[Ask]:
        """Every ask this person had to do with, over or not."""
        return await self._all(
            f"""{_ASK} WHERE id IN (
                  SELECT id FROM asks WHERE person_id = ?1 UNION SELECT id FROM asks WHERE by_id = ?1
                  UNION SELECT ask_id FROM givers WHERE person_id = ?1
                  UNION SELECT ask_id FROM givers WHERE by_id = ?1) ORDER BY id""",
            person_id,
        )

    async def on_behalf(self, person_id: int, helper_id: int) -> list[Ask]:
        """What this helper asked or took for somebody and is not over."""
        return await self._all(
            f"""{_ASK} WHERE id IN (
                  SELECT id FROM asks WHERE by_id = ?2 AND person_id = ?1
                     AND state IN ('draft', 'open', 'taken', 'unanswered')
                  UNION SELECT ask_id FROM givers WHERE by_id = ?2 AND person_id = ?1 AND state IN ('next', 'giving'))
                AND ended_at IS NULL ORDER BY id""",
            person_id, helper_id,
        )  # fmt: skip

    async def helped_by(self, helper_id: int) -> list[Ask]:
        """What this helper asked or took for anybody and is not over."""
        return await self._all(
            f"""{_ASK} WHERE id IN (
                  SELECT id FROM asks WHERE by_id = ?1 AND state IN ('draft', 'open', 'taken', 'unanswered')
                  UNION SELECT ask_id FROM givers WHERE by_id = ?1 AND state IN ('next', 'giving'))
                AND ended_at IS NULL ORDER BY id""",
            helper_id,
        )

    async def open_in(self, room_id: int) -> list[Ask]:
        """What the group may still take on; not what is hidden for now."""
        return await self._all(f"{_ASK} WHERE room_id = ? AND state = 'open' AND {_SHOWN} ORDER BY id", room_id)

    async def unanswered_for(self, person_id: int) -> list[Ask]:
        """What nobody had, at or below the places where this person holds an office; the oldest first."""
        return await self._all(
            f"""{_ASK} WHERE id IN (
                  SELECT asks.id FROM offices
                    CROSS JOIN above ON above.above_id = offices.place_id
                    CROSS JOIN asks ON asks.place_id = above.place_id AND asks.state = 'unanswered'
                  WHERE offices.person_id = ? AND offices.until IS NULL) ORDER BY id""",
            person_id,
        )

    async def prune_notes(self, before: int) -> int:
        """The words for the two, and what was read off a box, go once it has been over for a while."""
        await self.sql.run(
            """UPDATE givers SET checked = '', phone = '', asker_phone = ''
               WHERE checked || phone || asker_phone <> '' AND ask_id IN (SELECT id FROM asks WHERE ended_at < ?)""",
            before,
        )
        return await self.sql.run("UPDATE asks SET note = '' WHERE ended_at < ? AND note <> ''", before)

    async def anonymise(self, before: int) -> int:
        """Whose it was and what it was goes; that there was one, where and how it ended stays for counting."""
        for table, column in (("cards", "thing"), ("givers", "ask_id"), ("askings", "ask_id")):
            named = "'ask_' || id" if column == "thing" else "id"
            await self.sql.run(
                f"""DELETE FROM {table} WHERE {column} IN (
                      SELECT {named} FROM asks WHERE ended_at < ? AND thing <> '')""",
                before,
            )
        return await self.sql.run(
            """UPDATE asks SET person_id = NULL, by_id = NULL, called_id = NULL, thing = '', note = ''
               WHERE ended_at < ? AND thing <> ''""",
            before,
        )

    async def open_in_group(self, chat_id: int, most: int) -> tuple[list[Ask], int]:
        """Those that wait in any topic of a group, the oldest first, and how many more; not what is hidden."""
        waiting = f"""SELECT asks.id FROM rooms CROSS JOIN asks ON asks.room_id = rooms.id
                      WHERE rooms.chat_id = ? AND asks.state = 'open' AND {_SHOWN}"""
        first = await self._all(f"{_ASK} WHERE id IN ({waiting} ORDER BY asks.id LIMIT ?) ORDER BY id", chat_id, most)
        count = int(await self.sql.value(f"SELECT count(*) FROM ({waiting})", chat_id))
        return first, count - len(first)

    async def all(self) -> list[Ask]:
        return await self._all(f"{_ASK} ORDER BY id")

    async def _one(self, sql: str, *values: object) -> Ask | None:
        row = await self.sql.row(sql, *values)
        return ask(row) if row else None

    async def _all(self, sql: str, *values: object) -> list[Ask]:
        return [ask(row) for row in await self.sql.rows(sql, *values)]


def ask(row: Row) -> Ask:
    return Ask(
        id=row["id"],
        person_id=row["person_id"],
        room_id=row["room_id"],
        place_id=row["place_id"],
        thing=row["thing"],
        note=row["note"],
        state=row["state"],
        opened_at=row["opened_at"],
        until=row["until"],
        kind=row["kind"],
        amount=row["amount"],
        givers=tuple(giver(one) for one in sorted(json.loads(row["givers"]), key=lambda one: one[-1])),
        asked_at=row["asked_at"],
        called_at=row["called_at"],
        called_id=row["called_id"],
        ended_at=row["ended_at"],
        by_id=row["by_id"],
        spoken=row["spoken"],
        heard_at_once=bool(row["heard_at_once"]),
        again_at=row["again_at"],
    )


def _values(ask_id: int, turn: int, giver: Giver) -> tuple[object, ...]:
    return (
        ask_id, giver.person_id, giver.by_id, giver.amount, giver.state, giver.since, giver.agreed_at,
        int(giver.asker_shown), int(giver.shown), int(giver.note_told), giver.checked,
        int(giver.settled), giver.phone, giver.asker_phone, turn,
    )  # fmt: skip


def giver(values: list[Any]) -> Giver:
    person_id, amount, state, since, by_id, agreed_at, *flags, checked, settled, phone, asker_phone, _ = values
    asker_shown, shown, note_told = map(bool, flags)
    return Giver(
        person_id, amount, state, since, by_id, agreed_at, asker_shown, shown, note_told, checked,
        bool(settled), phone, asker_phone,
    )  # fmt: skip
