"""Places: the tree from community to dwelling."""

from __future__ import annotations

from bot.domain.places import Place
from storage.sql import Store


class Places(Store):
    async def all(self) -> list[Place]:
        return [Place(**row) for row in await self.sql.rows("SELECT id, parent_id, kind, name FROM places")]

    async def get(self, place_id: int) -> Place:
        row = await self.sql.row("SELECT id, parent_id, kind, name FROM places WHERE id = ?", place_id)
        assert row, "places are never deleted"
        return Place(**row)

    async def root(self) -> Place:
        """The community itself."""
        row = await self.sql.row("SELECT id, parent_id, kind, name FROM places WHERE parent_id IS NULL ORDER BY id")
        assert row, "a database is created with its community"
        return Place(**row)

    async def public(self, place_id: int) -> Place | None:
        """What a group may know of a place: its building, or the nearest place above one; never a stair or a flat."""
        row = await self.sql.row(
            """SELECT id, parent_id, kind, name FROM above JOIN places ON id = above_id
               WHERE place_id = ? AND kind NOT IN ('dwelling', 'stair') ORDER BY distance LIMIT 1""",
            place_id,
        )
        return Place(**row) if row else None

    async def add(self, parent_id: int | None, kind: str, name: str) -> int:
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "INSERT INTO places (parent_id, kind, name) VALUES (?, ?, ?) RETURNING id", parent_id, kind, name
        )

    async def mark(self) -> tuple[int, int]:
        """Changes whenever a place is added."""
        row = await self.sql.row("SELECT count(*), max(id) FROM places")
        assert row
        return row[0], row[1]
