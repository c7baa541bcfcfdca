"""Repairers: who repairs at a place and came by a link; they see what was given to them, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "repairers.person_id",
        export="SELECT place_id, since, until FROM repairers WHERE person_id = ?",
        forget="DELETE FROM repairers WHERE person_id = ?",
    ),
    Trace(
        "repairers.by_id",
        export="SELECT place_id, since, until FROM repairers WHERE by_id = ?",
        forget="UPDATE repairers SET by_id = NULL WHERE by_id = ?",
    ),
]


@dataclass(frozen=True)
class Repairer:
    """师傅. `until`: repairs here no more. Times are Unix seconds, UTC."""

    id: int
    person_id: int
    place_id: int
    by_id: int | None
    since: int
    until: int | None

    @property
    def state(self) -> str:
        return "open" if self.until is None else "ended"


class Repairers(Store):
    async def comes(self, person_id: int, place_id: int, by_id: int | None, at: int) -> None:
        """From now on; who was there already stays."""
        await self.sql.run(
            "INSERT INTO repairers (person_id, place_id, by_id, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            person_id, place_id, by_id, at,
        )  # fmt: skip

    async def goes(self, number: int, at: int) -> None:
        await self.sql.run("UPDATE repairers SET until = ? WHERE id = ? AND until IS NULL", at, number)

    async def get(self, number: int) -> Repairer | None:
        row = await self.sql.row("SELECT * FROM repairers WHERE id = ?", number)
        return Repairer(**row) if row else None

    async def of(self, person_id: int) -> list[Repairer]:
        """Where this person repairs now."""
        rows = await self.sql.rows(
            "SELECT * FROM repairers WHERE person_id = ? AND until IS NULL ORDER BY id", person_id
        )
        return [Repairer(**row) for row in rows]

    async def for_place(self, place_id: int) -> list[Repairer]:
        """Who repairs at a place or above it, the nearest first."""
        rows = await self.sql.rows(
            """SELECT repairers.* FROM above CROSS JOIN repairers ON repairers.place_id = above_id
               WHERE above.place_id = ? AND until IS NULL ORDER BY distance, repairers.id""",
            place_id,
        )
        return [Repairer(**row) for row in rows]

    async def repairs_at(self, person_id: int, place_id: int) -> bool:
        return any(one.person_id == person_id for one in await self.for_place(place_id))
