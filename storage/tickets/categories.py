"""What a community changed in its categories of tickets, and its own."""

from __future__ import annotations

import json
from sqlite3 import Row

from bot.domain.categories import CLOCKS, FLAGS, Change
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "categories.by_id",
        export="SELECT key, zh, at FROM categories WHERE by_id = ?",
        forget="UPDATE categories SET by_id = NULL WHERE by_id = ?",
    )
]


class CategoryChanges(Store):
    async def mark(self) -> int:
        """Another number after every change."""
        return int(await self.sql.value("SELECT value FROM house WHERE key = 'categories'"))

    async def all(self) -> list[Change]:
        """Its own in the order in which they were added."""
        return [_change(row) for row in await self.sql.rows("SELECT * FROM categories ORDER BY length(key), key")]

    async def of(self, key: str) -> Change:
        """What was changed in this one; nothing yet."""
        row = await self.sql.row("SELECT * FROM categories WHERE key = ?", key)
        return _change(row) if row else Change(key)

    async def next_key(self) -> str:
        """The name by which one more of its own is known: own-3."""
        last = await self.sql.value(
            "SELECT max(CAST(substr(key, 5) AS INTEGER)) FROM categories WHERE key GLOB 'own-*'"
        )
        return f"own-{int(last or 0) + 1}"

    async def save(self, one: Change, by_id: int, at: int) -> None:
        also = None if one.also is None else " ".join(one.also)
        flags = [None if (value := getattr(one, name)) is None else int(value) for name in FLAGS]
        await self.sql.run(
            """INSERT INTO categories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET zh = excluded.zh, en = excluded.en, acknowledge = excluded.acknowledge,
                 progress = excluded.progress, fix = excluded.fix, urgent = excluded.urgent,
                 private = excluded.private, conduct = excluded.conduct, also = excluded.also,
                 words = excluded.words, off = excluded.off, by_id = excluded.by_id, at = excluded.at""",
            one.key, one.zh, one.en, one.acknowledge, one.progress, one.fix, *flags, also,
            json.dumps(one.words, ensure_ascii=False), int(one.off), by_id, at,
        )  # fmt: skip

    async def undo(self, key: str) -> bool:
        """As it comes with the house."""
        return bool(await self.sql.run("DELETE FROM categories WHERE key = ? AND key NOT GLOB 'own-*'", key))


def _change(row: Row) -> Change:
    spans = {name: row[name] for name in CLOCKS}
    flags = {name: None if row[name] is None else bool(row[name]) for name in FLAGS}
    also = None if row["also"] is None else tuple(row["also"].split())
    words = tuple(json.loads(row["words"] or "[]"))
    return Change(row["key"], row["zh"], row["en"], **spans, **flags, also=also, words=words, off=bool(row["off"]))
