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
        """Who is at home there; who speaks for the household first."""
        rows = await self.sql.rows(
            "SELECT * FROM residents WHERE place_id = ? ORDER BY speaks DESC, since, person_id", place_id
        )
        return [resident(row) for row in rows]


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
