"""People: who they are here and how Telegram knows them."""

from __future__ import annotations

from datetime import time
from sqlite3 import Row

from bot.domain.people import Person
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "people.id",
        export="""SELECT name, username, language, created_at, night_ok, simple, quiet_from, quiet_to, noted_at,
                         retired_at, blocked_at, welcomed_at FROM people WHERE id = ?""",
        forget="""UPDATE people SET telegram_id = NULL, name = '', username = NULL, language = NULL, simple = 0,
                         started_at = NULL, unreachable_at = NULL, night_ok = 0, quiet_from = NULL, quiet_to = NULL,
                         noted_at = NULL, keys = NULL, menu = NULL, welcomed_at = NULL WHERE id = ?""",
    ),
    Trace(
        "people.noted_by",
        export="SELECT name, noted_at FROM people WHERE noted_by = ?",
        forget="UPDATE people SET noted_by = NULL WHERE noted_by = ?",
    ),
    Trace(
        "people.merged_into",
        export="SELECT created_at FROM people WHERE merged_into = ?",
        forget="""UPDATE people SET name = '', username = NULL, noted_at = NULL, merged_into = NULL
                  WHERE merged_into = ?""",
    ),
    Trace(
        "mutes.person_id",
        export="SELECT kind FROM mutes WHERE person_id = ?",
        forget="DELETE FROM mutes WHERE person_id = ?",
    ),
]


class People(Store):
    async def get(self, person_id: int) -> Person:
        return await self.sql.once(("person", person_id), lambda: self._get(person_id))

    async def _get(self, person_id: int) -> Person:
        row = await self.sql.row("SELECT * FROM people WHERE id = ?", person_id)
        assert row, "a person is never deleted, only emptied"
        return person(row)

    async def exists(self, person_id: int) -> bool:
        """Whether a number that somebody might have forged is a person's."""
        return bool(await self.sql.value("SELECT 1 FROM people WHERE id = ? AND merged_into IS NULL", person_id))

    async def by_telegram(self, telegram_id: int) -> Person | None:
        row = await self.sql.row("SELECT * FROM people WHERE telegram_id = ?", telegram_id)
        return self.sql.knows(("person", row["id"]), person(row)) if row else None

    async def arrives(self, telegram_id: int, name: str, username: str | None, language: str | None, at: int) -> Person:
        """Somebody seen for the first time."""
        number = await self.sql.value(
            """INSERT INTO people (telegram_id, name, username, language, created_at, seen_at)
               VALUES (?, ?, ?, ?, ?, ?) RETURNING id""",
            telegram_id, name, username, language, at, at,
        )  # fmt: skip
        return await self.get(number)

    async def is_called(self, person_id: int, name: str, username: str | None) -> None:
        await self.sql.run("UPDATE people SET name = ?, username = ? WHERE id = ?", name, username, person_id)

    async def speaks(self, person_id: int, language: str) -> None:
        await self.sql.run("UPDATE people SET language = ? WHERE id = ?", language, person_id)

    async def alive(self, person_id: int, at: int) -> None:
        """A sign of life: awake now, and reachable again if Telegram had refused."""
        await self.sql.run("UPDATE people SET seen_at = ?, unreachable_at = NULL WHERE id = ?", at, person_id)

    async def wakes(self, person_id: int, ok: bool) -> None:
        """Whether this person offered to be called at night."""
        await self.sql.run("UPDATE people SET night_ok = ? WHERE id = ?", int(ok), person_id)

    async def starts(self, person_id: int, at: int) -> None:
        """Opened the private chat: from now on the bot may write first."""
        await self.sql.run(
            "UPDATE people SET started_at = ifnull(started_at, ?), unreachable_at = NULL, seen_at = ? WHERE id = ?",
            at, at, person_id,
        )  # fmt: skip

    async def unreachable(self, person_id: int, at: int) -> None:
        await self.sql.run("UPDATE people SET unreachable_at = ifnull(unreachable_at, ?) WHERE id = ?", at, person_id)

    async def note(self, name: str, language: str | None, noted_by: int, at: int) -> Person:
        """A neighbour without Telegram, written down with their consent by somebody who answers for it."""
        number = await self.sql.value(
            """INSERT INTO people (name, language, created_at, seen_at, noted_by, noted_at)
               VALUES (?, ?, ?4, 0, ?3, ?4) RETURNING id""",
            name, language, noted_by, at,
        )  # fmt: skip
        return await self.get(number)

    async def merge(self, old_id: int, into_id: int) -> None:
        """Two rows are one person: everything that names the old one names the other; the journal keeps its ids."""
        spoke = await self.sql.rows("SELECT place_id FROM residents WHERE person_id = ? AND speaks", old_id)
        await self.sql.run("UPDATE residents SET speaks = 0 WHERE person_id = ?", old_id)
        for table, column in await self._naming_columns():
            await self.sql.run(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?", into_id, old_id)  # noqa: S608  # names from the schema
            await self.sql.run(f"DELETE FROM {table} WHERE {column} = ?", old_id)  # noqa: S608  # what both had
        for home in spoke:
            await self.sql.run(
                "UPDATE residents SET speaks = 1 WHERE person_id = ? AND place_id = ?", into_id, home["place_id"]
            )
        await self.sql.run(
            """UPDATE people SET name = '', telegram_id = NULL, username = NULL, noted_by = NULL, noted_at = NULL,
                 merged_into = ? WHERE id = ?""",
            into_id, old_id,
        )  # fmt: skip

    async def _naming_columns(self) -> list[tuple[str, str]]:
        """Every column that references people, but the journal's and those of people themselves."""
        rows = await self.sql.rows(
            """SELECT tables.name AS name, keys."from" AS "column" FROM sqlite_schema AS tables
               JOIN pragma_foreign_key_list(tables.name) AS keys
               WHERE tables.type = 'table' AND keys."table" = 'people' AND tables.name NOT IN ('people', 'journal')"""
        )
        return [(row["name"], row["column"]) for row in rows]

    async def mutes(self, person_id: int, kind: str) -> bool:
        return bool(await self.sql.value("SELECT 1 FROM mutes WHERE person_id = ? AND kind = ?", person_id, kind))

    async def muted(self, person_id: int) -> frozenset[str]:
        """The kinds of news this person does not want to be told."""
        rows = await self.sql.rows("SELECT kind FROM mutes WHERE person_id = ?", person_id)
        return frozenset(row["kind"] for row in rows)

    async def mute(self, person_id: int, kind: str) -> None:
        await self.sql.run("INSERT INTO mutes VALUES (?, ?) ON CONFLICT DO NOTHING", person_id, kind)

    async def unmute(self, person_id: int, kind: str) -> None:
        await self.sql.run("DELETE FROM mutes WHERE person_id = ? AND kind = ?", person_id, kind)

    async def wants_simple(self, person_id: int, simple: bool) -> None:
        await self.sql.run("UPDATE people SET simple = ? WHERE id = ?", int(simple), person_id)

    async def may_be_woken(self, person_id: int, yes: bool) -> None:
        await self.sql.run("UPDATE people SET night_ok = ? WHERE id = ?", int(yes), person_id)

    async def sleeps(self, person_id: int, night: tuple[time, time] | None) -> None:
        """A night of their own, local time; None: the community's."""
        start, end = [f"{clock:%H:%M}" for clock in night] if night else (None, None)
        await self.sql.run("UPDATE people SET quiet_from = ?, quiet_to = ? WHERE id = ?", start, end, person_id)

    async def has_keys(self, person_id: int, keys: str) -> None:
        """These big buttons were sent."""
        await self.sql.run("UPDATE people SET keys = ? WHERE id = ?", keys, person_id)

    async def has_menu(self, person_id: int, menu: str | None) -> None:
        """This command menu was set for their private chat; None: they see everybody's."""
        await self.sql.run("UPDATE people SET menu = ? WHERE id = ?", menu, person_id)

    async def is_welcomed(self, person_id: int, at: int) -> None:
        await self.sql.run("UPDATE people SET welcomed_at = ifnull(welcomed_at, ?) WHERE id = ?", at, person_id)


def person(row: Row) -> Person:
    return Person(
        id=row["id"],
        telegram_id=row["telegram_id"],
        name=row["name"],
        username=row["username"],
        language=row["language"],
        seen_at=row["seen_at"],
        started=row["started_at"] is not None,
        unreachable=row["unreachable_at"] is not None,
        night_ok=bool(row["night_ok"]),
        simple=bool(row["simple"]),
        quiet=_night(row["quiet_from"], row["quiet_to"]),
        blocked=row["blocked_at"] is not None,
        retired=row["retired_at"] is not None,
        merged_into=row["merged_into"],
        keys=row["keys"],
        menu=row["menu"],
        welcomed=row["welcomed_at"] is not None,
    )


def _night(start: str | None, end: str | None) -> tuple[time, time] | None:
    return (time.fromisoformat(start), time.fromisoformat(end)) if start and end else None
