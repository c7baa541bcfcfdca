"""People: who they are here, how Telegram knows them, where they live, what offices they hold."""

from __future__ import annotations

from sqlite3 import Row

from bot.domain.people import Office, Person
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "people.id",
        export="SELECT name, username, language, created_at, night_ok FROM people WHERE id = ?",
        forget="""UPDATE people SET telegram_id = NULL, name = '', username = NULL, language = NULL,
                         started_at = NULL, unreachable_at = NULL, night_ok = 0 WHERE id = ?""",
    ),
    Trace(
        "residents.person_id",
        export="SELECT place_id, role FROM residents WHERE person_id = ?",
        forget="DELETE FROM residents WHERE person_id = ?",
    ),
    Trace(
        "offices.person_id",
        export="SELECT title, place_id, since, until FROM offices WHERE person_id = ?",
        forget="DELETE FROM offices WHERE person_id = ?",
    ),
    Trace(
        "offices.granted_by",
        export="SELECT title, place_id, since FROM offices WHERE granted_by = ?",
        forget="UPDATE offices SET granted_by = NULL WHERE granted_by = ?",
    ),
    Trace(
        "mutes.person_id",
        export="SELECT kind FROM mutes WHERE person_id = ?",
        forget="DELETE FROM mutes WHERE person_id = ?",
    ),
]


class People(Store):
    async def get(self, person_id: int) -> Person:
        row = await self.sql.row("SELECT * FROM people WHERE id = ?", person_id)
        assert row, "a person is never deleted, only emptied"
        return person(row)

    async def by_telegram(self, telegram_id: int) -> Person | None:
        row = await self.sql.row("SELECT * FROM people WHERE telegram_id = ?", telegram_id)
        return person(row) if row else None

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

    async def starts(self, person_id: int, at: int) -> None:
        """Opened the private chat: from now on the bot may write first."""
        await self.sql.run(
            "UPDATE people SET started_at = ifnull(started_at, ?), unreachable_at = NULL, seen_at = ? WHERE id = ?",
            at, at, person_id,
        )  # fmt: skip

    async def unreachable(self, person_id: int, at: int) -> None:
        await self.sql.run("UPDATE people SET unreachable_at = ifnull(unreachable_at, ?) WHERE id = ?", at, person_id)

    async def mutes(self, person_id: int, kind: str) -> bool:
        return bool(await self.sql.value("SELECT 1 FROM mutes WHERE person_id = ? AND kind = ?", person_id, kind))

    async def offices(self, person_id: int) -> list[Office]:
        rows = await self.sql.rows(
            "SELECT id, title, place_id, person_id FROM offices WHERE person_id = ? AND until IS NULL", person_id
        )
        return [Office(**row) for row in rows]

    async def holds_at_or_above(self, person_id: int, place_id: int | None) -> frozenset[str]:
        """The titles this person holds at the place or anywhere above it."""
        rows = await self.sql.rows(
            """SELECT DISTINCT title FROM offices JOIN above ON above_id = offices.place_id
               WHERE above.place_id = ? AND person_id = ? AND until IS NULL""",
            place_id, person_id,
        )  # fmt: skip
        return frozenset(row["title"] for row in rows)

    async def holders(self, title: str) -> list[int]:
        rows = await self.sql.rows("SELECT person_id FROM offices WHERE title = ? AND until IS NULL", title)
        return [row["person_id"] for row in rows]

    async def appoint(self, person_id: int, title: str, place_id: int, granted_by: int | None, at: int) -> None:
        await self.sql.run(
            "INSERT INTO offices (title, place_id, person_id, granted_by, since) VALUES (?, ?, ?, ?, ?)",
            title, place_id, person_id, granted_by, at,
        )  # fmt: skip

    async def lives(self, person_id: int, place_id: int, role: str) -> None:
        await self.sql.run(
            """INSERT INTO residents (person_id, place_id, role) VALUES (?, ?, ?)
               ON CONFLICT DO UPDATE SET role = excluded.role""",
            person_id, place_id, role,
        )  # fmt: skip

    async def home(self, person_id: int) -> int | None:
        """The place where this person lives or works; a dwelling before anything else."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            """SELECT place_id FROM residents JOIN places ON places.id = place_id
               WHERE person_id = ? ORDER BY kind = 'dwelling' DESC, place_id LIMIT 1""",
            person_id,
        )


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
    )
