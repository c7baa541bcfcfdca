"""What stewards changed in the list of medicines."""

from __future__ import annotations

from bot.domain.medicines import Change
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "medicines.by_id",
        export="SELECT name, kind, key, at FROM medicines WHERE by_id = ?",
        forget="UPDATE medicines SET by_id = NULL WHERE by_id = ?",
    )
]


class Medicines(Store):
    async def changes(self) -> list[Change]:
        """In the order they were made; a name has one."""
        return await self.sql.once("changes of medicines", self._changes)

    async def _changes(self) -> list[Change]:
        rows = await self.sql.rows("SELECT name, kind, key FROM medicines ORDER BY at, name")
        return [Change(row["name"], row["kind"], row["key"]) for row in rows]

    async def change(self, one: Change, by_id: int, at: int) -> None:
        await self.sql.run(
            """INSERT INTO medicines (name, kind, key, by_id, at) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET kind = excluded.kind, key = excluded.key,
                 by_id = excluded.by_id, at = excluded.at""",
            one.name, one.kind, one.key, by_id, at,
        )  # fmt: skip

    async def undo(self, name: str) -> bool:
        """As it was before anybody changed this name."""
        return bool(await self.sql.run("DELETE FROM medicines WHERE name = ?", name))
