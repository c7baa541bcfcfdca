"""Acting for somebody: helpers whom people named, and for whom somebody speaks just now."""

from __future__ import annotations

import json

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
        rows = await self.sql.rows(
            """SELECT person_id FROM helpers JOIN people ON people.id = person_id
               WHERE helper_id = ? AND retired_at IS NULL ORDER BY since, person_id""",
            helper_id,
        )
        return [row["person_id"] for row in rows]

    async def names(self, person_id: int, helper_id: int, at: int) -> None:
        """The person lets this helper act for them."""
        await self.sql.run("INSERT INTO helpers VALUES (?, ?, ?) ON CONFLICT DO NOTHING", person_id, helper_id, at)

    async def is_named(self, person_id: int, helper_id: int) -> bool:
        return bool(
            await self.sql.value("SELECT 1 FROM helpers WHERE person_id = ? AND helper_id = ?", person_id, helper_id)
        )

    async def take_back(self, person_id: int, helper_id: int) -> bool:
        """The helper may not act for them any more, from this moment; whether they could until now."""
        return bool(
            await self.sql.run("DELETE FROM helpers WHERE person_id = ? AND helper_id = ?", person_id, helper_id)
        )

    async def helpers_of(self, person_id: int) -> list[int]:
        """Who may act for this person because they said so."""
        rows = await self.sql.rows(
            "SELECT helper_id FROM helpers WHERE person_id = ? ORDER BY since, helper_id", person_id
        )
        return [row["helper_id"] for row in rows]

    async def without_telegram(self, place_ids: list[int]) -> list[int]:
        """Neighbours without Telegram who live at these places or below them."""
        rows = await self.sql.rows(
            """SELECT DISTINCT people.id FROM above JOIN residents ON residents.place_id = above.place_id
                 JOIN people ON people.id = residents.person_id
               WHERE above_id IN (SELECT value FROM json_each(?)) AND telegram_id IS NULL AND retired_at IS NULL
               ORDER BY people.name, people.id""",
            json.dumps(place_ids),
        )
        return [row["id"] for row in rows]

    async def called(self, name: str, place_ids: list[int], most: int) -> list[int]:
        """Neighbours of these places without Telegram whose name begins so."""
        rows = await self.sql.rows(
            """SELECT DISTINCT people.id FROM above JOIN residents ON residents.place_id = above.place_id
                 JOIN people ON people.id = residents.person_id
               WHERE above_id IN (SELECT value FROM json_each(?1)) AND telegram_id IS NULL AND retired_at IS NULL
                 AND substr(people.name, 1, length(?2)) = ?2
               ORDER BY people.name, people.id LIMIT ?3""",
            json.dumps(place_ids), name, most,
        )  # fmt: skip
        return [row["id"] for row in rows]

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
