"""Residents: who is at home where, and who speaks for a household."""

from __future__ import annotations

from sqlite3 import Row

from bot.domain.people import Resident
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "residents.person_id",
        export="SELECT place_id, role, since, way, speaks FROM residents WHERE person_id = ?",
        forget="DELETE FROM residents WHERE person_id = ?",
    ),
    Trace(
        "residents.confirmed_by",
        export="SELECT place_id, role, since FROM residents WHERE confirmed_by = ?",
        forget="UPDATE residents SET confirmed_by = NULL WHERE confirmed_by = ?",
    ),
]


class Residents(Store):
    async def lives(
        self, person_id: int, place_id: int, role: str, *,
        since: int = 0, way: str = "register", confirmed_by: int | None = None,
    ) -> None:  # fmt: skip
        """Confirmed: this person is at home, or at work, there."""
        await self.sql.run(
            """INSERT INTO residents (person_id, place_id, role, since, way, confirmed_by) VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET role = excluded.role""",
            person_id, place_id, role, since, way, confirmed_by,
        )  # fmt: skip

    async def home(self, person_id: int) -> int | None:
        """The place where this person lives or works; a dwelling before anything else."""
        return await self.sql.once(("home", person_id), lambda: self._home(person_id))

    async def _home(self, person_id: int) -> int | None:
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            """SELECT place_id FROM residents JOIN places ON places.id = place_id
               WHERE person_id = ? ORDER BY kind = 'dwelling' DESC, place_id LIMIT 1""",
            person_id,
        )

    async def homes(self, person_id: int) -> list[Resident]:
        """Where this person is at home or at work."""
        rows = await self.sql.rows("SELECT * FROM residents WHERE person_id = ? ORDER BY place_id", person_id)
        return [resident(row) for row in rows]

    async def household(self, place_id: int) -> list[Resident]:
        """Who is at home there; who speaks for the household first. Whoever died is not named any more."""
        rows = await self.sql.rows(
            """SELECT residents.* FROM residents JOIN people ON people.id = person_id
               WHERE place_id = ? AND retired_at IS NULL ORDER BY speaks DESC, since, person_id""",
            place_id,
        )
        return [resident(row) for row in rows]

    async def at(self, person_id: int, place_id: int) -> Resident | None:
        """How this person is at home there, if they are."""
        row = await self.sql.row("SELECT * FROM residents WHERE person_id = ? AND place_id = ?", person_id, place_id)
        return resident(row) if row else None

    async def lives_in(self, person_id: int, place_id: int) -> bool:
        """Whether this person is at home, or at work, at a place or anywhere in it."""
        return bool(
            await self.sql.value(
                """SELECT 1 FROM residents JOIN above USING (place_id) WHERE person_id = ? AND above_id = ? LIMIT 1""",
                person_id, place_id,
            )
        )  # fmt: skip

    async def without_account(self, place_id: int) -> list[int]:
        """Who is at home there and has no Telegram."""
        rows = await self.sql.rows(
            """SELECT person_id FROM residents JOIN people ON people.id = person_id
               WHERE place_id = ? AND telegram_id IS NULL AND retired_at IS NULL AND name <> '' ORDER BY person_id""",
            place_id,
        )
        return [row["person_id"] for row in rows]

    async def speaks(self, person_id: int, place_id: int) -> None:
        """This person speaks for the household from now on, and nobody else."""
        await self.sql.run("UPDATE residents SET speaks = 0 WHERE place_id = ? AND speaks", place_id)
        await self.sql.run("UPDATE residents SET speaks = 1 WHERE person_id = ? AND place_id = ?", person_id, place_id)

    async def leaves(self, person_id: int, place_id: int, at: int, *, own: bool) -> bool:
        """Not at home there any more, by their own wish or not; how it was is kept, to be put back."""
        await self.sql.run(
            """INSERT OR REPLACE INTO moved (person_id, place_id, role, since, way, confirmed_by, speaks, at, own)
               SELECT person_id, place_id, role, since, way, confirmed_by, speaks, ?, ? FROM residents
               WHERE person_id = ? AND place_id = ?""",
            at, int(own), person_id, place_id,
        )  # fmt: skip
        return bool(
            await self.sql.run("DELETE FROM residents WHERE person_id = ? AND place_id = ?", person_id, place_id)
        )

    async def left_at(self, person_id: int, place_id: int) -> int | None:
        """When this person moved out of there by themselves (Unix seconds), as far as it is kept."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "SELECT at FROM moved WHERE person_id = ? AND place_id = ? AND own", person_id, place_id
        )

    async def comes_back(self, person_id: int, place_id: int) -> bool:
        """At home there again, as before; unless somebody else does meanwhile, speaking for the household."""
        back = await self.sql.run(
            """INSERT INTO residents (person_id, place_id, role, since, way, confirmed_by, speaks)
               SELECT person_id, place_id, role, since, way, confirmed_by,
                 speaks AND NOT EXISTS (
                   SELECT 1 FROM residents AS now WHERE now.place_id = moved.place_id AND now.speaks)
               FROM moved WHERE person_id = ? AND place_id = ? ON CONFLICT DO NOTHING""",
            person_id, place_id,
        )  # fmt: skip
        await self.sql.run("DELETE FROM moved WHERE person_id = ? AND place_id = ?", person_id, place_id)
        return bool(back)

    async def retires(self, person_id: int, at: int | None) -> None:
        """Nothing is sent, asked or listed any more; with None it is taken back, the household's voice with it."""
        await self.sql.run("UPDATE people SET retired_at = ? WHERE id = ?", at, person_id)
        if at is not None:
            await self.sql.run("DELETE FROM acting WHERE person_id = ?1 OR for_id = ?1", person_id)

    async def around(self, place_id: int) -> list[int]:
        """Who is at home in a place and can be written to, by name; at most 400 of them."""
        rows = await self.sql.rows(
            """SELECT DISTINCT people.id FROM above
                 JOIN residents ON residents.place_id = above.place_id JOIN people ON people.id = person_id
               WHERE above.above_id = ? AND telegram_id IS NOT NULL AND started_at IS NOT NULL
                 AND retired_at IS NULL AND blocked_at IS NULL
               ORDER BY people.name, people.id LIMIT 400""",
            place_id,
        )
        return [row["id"] for row in rows]

    async def without_telegram(self, place_id: int, name: str) -> int | None:
        """A neighbour of this name at home in a place who was written down and has no Telegram."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            """SELECT people.id FROM above
                 JOIN residents ON residents.place_id = above.place_id JOIN people ON people.id = person_id
               WHERE above.above_id = ? AND telegram_id IS NULL AND name = ? AND retired_at IS NULL
               ORDER BY people.id LIMIT 1""",
            place_id, name,
        )  # fmt: skip


def resident(row: Row) -> Resident:
    return Resident(
        person_id=row["person_id"],
        place_id=row["place_id"],
        role=row["role"],
        since=row["since"],
        way=row["way"],
        confirmed_by=row["confirmed_by"],
        speaks=bool(row["speaks"]),
    )
