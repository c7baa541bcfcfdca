"""Mutual aid's rows: asks."""

from __future__ import annotations

from sqlite3 import Row

from bot.domain.aid import Ask
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "asks.person_id",
        export="SELECT thing, note, state, opened_at, until, ended_at FROM asks WHERE person_id = ?",
        forget="""UPDATE asks SET person_id = NULL, thing = '', note = '', room_id = NULL,
                         state = CASE WHEN ended_at IS NULL THEN 'withdrawn' ELSE state END,
                         ended_at = ifnull(ended_at, until) WHERE person_id = ?""",
    ),
    Trace(
        "asks.taker_id",
        export="SELECT thing, state, taken_at, ended_at FROM asks WHERE taker_id = ?",
        forget="""UPDATE asks SET taker_id = NULL, taker_shown = 0,
                         state = CASE WHEN state = 'taken' THEN 'open' ELSE state END,
                         taken_at = CASE WHEN state = 'taken' THEN NULL ELSE taken_at END WHERE taker_id = ?""",
    ),
    Trace(
        "asks.by_id",
        export="SELECT thing, state, opened_at, ended_at FROM asks WHERE by_id = ?",
        forget="UPDATE asks SET by_id = NULL, asker_shown = 0 WHERE by_id = ?",
    ),
    Trace(
        "asks.taker_by_id",
        export="SELECT thing, state, taken_at, ended_at FROM asks WHERE taker_by_id = ?",
        forget="UPDATE asks SET taker_by_id = NULL, taker_shown = 0 WHERE taker_by_id = ?",
    ),
]

_VISIBLE = """(?1 IN (asks.person_id, asks.taker_id, asks.by_id, asks.taker_by_id)
   OR (state <> 'draft' AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)
                        AND (EXISTS (SELECT 1 FROM members WHERE room_id = asks.room_id AND members.person_id = ?1)
                             OR EXISTS (SELECT 1 FROM residents WHERE residents.person_id = ?1)
                             OR EXISTS (SELECT 1 FROM offices WHERE offices.person_id = ?1 AND until IS NULL))))"""


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
    ) -> Ask:
        number = await self.sql.value(
            """INSERT INTO asks (person_id, room_id, place_id, thing, note, state, opened_at, until, by_id)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            person_id, room_id, place_id, thing, note, state, at, until, by_id,
        )  # fmt: skip
        return Ask(number, person_id, room_id, place_id, thing, note, False, state, at, until, by_id=by_id)

    async def get(self, number: int) -> Ask | None:
        row = await self.sql.row("SELECT * FROM asks WHERE id = ?", number)
        return ask(row) if row else None

    async def visible_to(self, person_id: int, number: int) -> Ask | None:
        """The ask, if this person may know of it: its two, neighbours of its group, residents, office-holders."""
        row = await self.sql.row(f"SELECT * FROM asks WHERE id = ?2 AND {_VISIBLE}", person_id, number)  # noqa: S608  # fixed text
        return ask(row) if row else None

    async def save(self, ask: Ask) -> None:
        await self.sql.run(
            """UPDATE asks SET room_id = ?, place_id = ?, thing = ?, note = ?, note_told = ?, state = ?, opened_at = ?,
                 until = ?, asked_at = ?, taker_id = ?, taken_at = ?, asker_shown = ?, taker_shown = ?, ended_at = ?,
                 by_id = ?, taker_by_id = ?
               WHERE id = ?""",
            ask.room_id, ask.place_id, ask.thing, ask.note, int(ask.note_told), ask.state, ask.opened_at,
            ask.until, ask.asked_at, ask.taker_id, ask.taken_at, int(ask.asker_shown), int(ask.taker_shown),
            ask.ended_at, ask.by_id, ask.taker_by_id, ask.id,
        )  # fmt: skip

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

    async def mine(self, person_id: int) -> list[Ask]:
        """What I asked or took that is not over, newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM asks WHERE person_id = ?1 AND state IN ('draft', 'open', 'taken')
               UNION SELECT * FROM asks WHERE by_id = ?1 AND state IN ('draft', 'open', 'taken')
               UNION SELECT * FROM asks WHERE taker_id = ?1 AND state = 'taken'
               UNION SELECT * FROM asks WHERE taker_by_id = ?1 AND state = 'taken' ORDER BY id DESC""",
            person_id,
        )
        return [ask(row) for row in rows]

    async def of(self, person_id: int) -> list[Ask]:
        """Every ask this person had to do with, over or not."""
        rows = await self.sql.rows(
            """SELECT * FROM asks WHERE person_id = ?1 UNION SELECT * FROM asks WHERE by_id = ?1
               UNION SELECT * FROM asks WHERE taker_id = ?1 UNION SELECT * FROM asks WHERE taker_by_id = ?1
               ORDER BY id""",
            person_id,
        )
        return [ask(row) for row in rows]

    async def on_behalf(self, person_id: int, helper_id: int) -> list[Ask]:
        """What this helper asked or took for somebody and is not over."""
        rows = await self.sql.rows(
            """SELECT * FROM asks WHERE by_id = ?2 AND person_id = ?1 AND state IN ('draft', 'open', 'taken')
               UNION SELECT * FROM asks WHERE taker_by_id = ?2 AND taker_id = ?1 AND state = 'taken' ORDER BY id""",
            person_id, helper_id,
        )  # fmt: skip
        return [ask(row) for row in rows]

    async def open_in(self, room_id: int) -> list[Ask]:
        """What the group may still take on; not what is hidden for now."""
        rows = await self.sql.rows(
            """SELECT * FROM asks WHERE room_id = ? AND state = 'open'
               AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id) ORDER BY id""",
            room_id,
        )
        return [ask(row) for row in rows]

    async def prune_notes(self, before: int) -> int:
        """The words for the two go once it has been over for a while."""
        return await self.sql.run("UPDATE asks SET note = '' WHERE ended_at < ? AND note <> ''", before)

    async def anonymise(self, before: int) -> int:
        """Whose it was and what it was goes; that there was one, where and how it ended stays for counting."""
        await self.sql.run(
            "DELETE FROM cards WHERE thing IN (SELECT 'ask_' || id FROM asks WHERE ended_at < ? AND thing <> '')",
            before,
        )
        return await self.sql.run(
            """UPDATE asks SET person_id = NULL, by_id = NULL, taker_id = NULL, taker_by_id = NULL,
                      thing = '', note = ''
               WHERE ended_at < ? AND thing <> ''""",
            before,
        )

    async def open_in_group(self, chat_id: int) -> list[Ask]:
        """Those that wait in any topic of a group, the oldest first; not what is hidden for now."""
        rows = await self.sql.rows(
            """SELECT asks.* FROM rooms CROSS JOIN asks ON asks.room_id = rooms.id
               WHERE rooms.chat_id = ? AND asks.state = 'open'
                 AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id) ORDER BY asks.id""",
            chat_id,
        )
        return [ask(row) for row in rows]

    async def all(self) -> list[Ask]:
        return [ask(row) for row in await self.sql.rows("SELECT * FROM asks ORDER BY id")]


def ask(row: Row) -> Ask:
    return Ask(
        id=row["id"],
        person_id=row["person_id"],
        room_id=row["room_id"],
        place_id=row["place_id"],
        thing=row["thing"],
        note=row["note"],
        note_told=bool(row["note_told"]),
        state=row["state"],
        opened_at=row["opened_at"],
        until=row["until"],
        asked_at=row["asked_at"],
        taker_id=row["taker_id"],
        taken_at=row["taken_at"],
        asker_shown=bool(row["asker_shown"]),
        taker_shown=bool(row["taker_shown"]),
        ended_at=row["ended_at"],
        by_id=row["by_id"],
        taker_by_id=row["taker_by_id"],
    )
