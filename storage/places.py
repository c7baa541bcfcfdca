"""Places: the tree from community to dwelling."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.domain.places import Place
from storage.sql import Store


class Places(Store):
    async def all(self) -> list[Place]:
        """Every place that is still there."""
        rows = await self.sql.rows("SELECT id, parent_id, kind, name, area FROM places WHERE gone_at IS NULL")
        return [Place(**row) for row in rows]

    async def get(self, place_id: int) -> Place:
        return await self.sql.once(("place", place_id), lambda: self._get(place_id))

    async def _get(self, place_id: int) -> Place:
        row = await self.sql.row("SELECT id, parent_id, kind, name, area FROM places WHERE id = ?", place_id)
        assert row, "places are never deleted"
        return Place(**row)

    async def root(self) -> Place:
        """The community itself."""
        return await self.sql.once("root", self._root)

    async def _root(self) -> Place:
        row = await self.sql.row(
            "SELECT id, parent_id, kind, name, area FROM places WHERE ifnull(parent_id, 0) = 0 ORDER BY id LIMIT 1"
        )
        assert row, "a database is created with its community"
        return Place(**row)

    async def public(self, place_id: int) -> Place | None:
        """What a group may know of a place: its building, or the nearest place above one; never a stair or a flat."""
        return await self.sql.once(("public", place_id), lambda: self._public(place_id))

    async def _public(self, place_id: int) -> Place | None:
        row = await self.sql.row(
            """SELECT id, parent_id, kind, name, area FROM above JOIN places ON id = above_id
               WHERE place_id = ? AND kind NOT IN ('dwelling', 'stair', 'neighbours') ORDER BY distance LIMIT 1""",
            place_id,
        )
        return Place(**row) if row else None

    async def find(self, place_id: int) -> Place | None:
        """The place of a number that somebody might have forged, if it is still there."""
        row = await self.sql.row(
            "SELECT id, parent_id, kind, name, area FROM places WHERE id = ? AND gone_at IS NULL", place_id
        )
        return Place(**row) if row else None

    async def above(self, place_id: int) -> list[Place]:
        """The place itself and everything it lies in, nearest first; a neighbours' group before its stair."""
        rows = await self.sql.rows(
            """SELECT id, parent_id, kind, name, area FROM above JOIN places ON id = above_id
               WHERE place_id = ? ORDER BY distance, kind <> 'neighbours'""",
            place_id,
        )
        return [Place(**row) for row in rows]

    async def lies_in(self, place_id: int, outer_id: int) -> bool:
        """Whether a place is, or lies in, another."""
        return bool(await self.sql.value("SELECT 1 FROM above WHERE place_id = ? AND above_id = ?", place_id, outer_id))

    async def add(self, parent_id: int | None, kind: str, name: str) -> int:
        """A new place; one that was taken out of the register comes back."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            """INSERT INTO places (parent_id, kind, name) VALUES (?, ?, ?)
               ON CONFLICT (ifnull(parent_id, 0), kind, name) DO UPDATE SET gone_at = NULL RETURNING id""",
            parent_id, kind, name,
        )  # fmt: skip

    async def gathers(self, group_id: int, dwelling_ids: list[int]) -> None:
        """These dwellings, and no others, are the neighbours' group."""
        await self.sql.run("DELETE FROM above WHERE above_id = ? AND place_id <> ?", group_id, group_id)
        await self.sql.many("INSERT INTO above VALUES (?, ?, 1)", [(dwelling, group_id) for dwelling in dwelling_ids])

    async def dwellings_in(self, place_id: int) -> list[Place]:
        rows = await self.sql.rows(
            """SELECT id, parent_id, kind, name, area FROM above JOIN places ON id = place_id
               WHERE above_id = ? AND kind = 'dwelling' AND gone_at IS NULL ORDER BY id""",
            place_id,
        )
        return [Place(**row) for row in rows]

    async def newest(self) -> int:
        return int(await self.sql.value("SELECT max(id) FROM places"))

    async def unused(self, first: int, last: int) -> list[int]:
        """Places of these numbers at which, or in which, there is nothing but themselves: whatever tables there are."""
        used = [
            f"""SELECT above_id FROM {table} CROSS JOIN above ON above.place_id = {table}.{column}
                WHERE above_id BETWEEN ?1 AND ?2"""  # noqa: S608  # names out of the schema
            for table, column in await self._pointing_here()
        ]
        rows = await self.sql.rows(
            f"""SELECT id FROM places WHERE id BETWEEN ?1 AND ?2 AND gone_at IS NULL AND id NOT IN (
                  SELECT above_id FROM places AS inside JOIN above ON above.place_id = inside.id
                  WHERE above_id BETWEEN ?1 AND ?2 AND inside.gone_at IS NULL AND inside.id NOT BETWEEN ?1 AND ?2
                  UNION {" UNION ".join(used)})""",  # noqa: S608  # the same
            first, last,
        )  # fmt: skip
        return [row["id"] for row in rows]

    async def _pointing_here(self) -> list[tuple[str, str]]:
        """(table, column) of whatever is at a place; neither the tree itself nor the journal, which says what was."""
        rows = await self.sql.rows(
            """SELECT tables.name AS at, keys."from" AS by
               FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
               WHERE tables.type = 'table' AND keys."table" = 'places'
                 AND tables.name NOT IN ('places', 'above', 'journal') ORDER BY at, by"""
        )
        return [(row["at"], row["by"]) for row in rows]

    async def go(self, ids: list[int], at: int) -> None:
        """Not in the register any more; the rows stay for what points to them."""
        await self.sql.run(
            "UPDATE places SET gone_at = ? WHERE id IN (SELECT value FROM json_each(?)) AND gone_at IS NULL",
            at, json.dumps(ids),
        )  # fmt: skip

    async def counts(self, place_id: int) -> dict[str, int]:
        """How many places of each kind lie in a place."""
        rows = await self.sql.rows(
            """SELECT kind, count(*) AS many FROM above JOIN places ON id = place_id
               WHERE above_id = ? AND gone_at IS NULL GROUP BY kind""",
            place_id,
        )
        return {row["kind"]: row["many"] for row in rows}

    async def contains(self, place_id: int, kinds: Iterable[str]) -> bool:
        """Whether a place of one of these kinds lies in it, or is it."""
        return bool(
            await self.sql.value(
                """SELECT 1 FROM above JOIN places ON id = place_id
                   WHERE above_id = ? AND gone_at IS NULL AND kind IN (SELECT value FROM json_each(?)) LIMIT 1""",
                place_id, json.dumps(list(kinds)),
            )
        )  # fmt: skip

    async def mark(self) -> int:
        """Another number after every change of a place."""
        return await self.sql.once("mark of the places", self._mark)

    async def _mark(self) -> int:
        return int(await self.sql.value("SELECT value FROM house WHERE key = 'places'"))
