"""Acting for somebody: helpers whom people named, and for whom somebody speaks just now."""

from __future__ import annotations

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "helpers.person_id",
        export="SELECT helper_id, since FROM helpers WHERE person_id = ?",
        forget="DELETE FROM helpers WHERE person_id = ?",
    ),
    Trace(
        "helpers.helper_id",
        export="SELECT person_id, since FROM helpers WHERE helper_id = ?",
        forget="DELETE FROM helpers WHERE helper_id = ?",
    ),
    Trace(
        "acting.person_id",
        export="SELECT until FROM acting WHERE person_id = ?",
        forget="DELETE FROM acting WHERE person_id = ?",
    ),
    Trace(
        "acting.for_id",
        export="SELECT until FROM acting WHERE for_id = ?",
        forget="DELETE FROM acting WHERE for_id = ?",
    ),
]


class Acting(Store):
    async def helps(self, helper_id: int) -> list[int]:
        """For whom this person may act because they said so."""
        rows = await self.sql.rows("SELECT person_id FROM helpers WHERE helper_id = ? ORDER BY since", helper_id)
        return [row["person_id"] for row in rows]

    async def acts_for(self, person_id: int) -> tuple[int | None, int]:
        """For whom this person speaks, and until when (Unix seconds)."""
        row = await self.sql.row("SELECT for_id, until FROM acting WHERE person_id = ?", person_id)
        return (row["for_id"], row["until"]) if row else (None, 0)

    async def act_for(self, person_id: int, for_id: int, until: int) -> None:
        await self.sql.run(
            """INSERT INTO acting VALUES (?, ?, ?)
               ON CONFLICT (person_id) DO UPDATE SET for_id = excluded.for_id, until = excluded.until""",
            person_id, for_id, until,
        )  # fmt: skip

    async def act_for_oneself(self, person_id: int) -> bool:
        """Whether this person spoke for somebody until now."""
        return bool(await self.sql.run("DELETE FROM acting WHERE person_id = ?", person_id))
