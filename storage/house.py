"""The house's own facts: update ids that were applied, what had to be parked, and a few single values."""

from __future__ import annotations

from storage.sql import Store


class HouseFacts(Store):
    async def first_sight(self, update_id: int, at: int) -> bool:
        """Record the update; False if it was applied before."""
        return bool(await self.sql.run("INSERT INTO seen VALUES (?, ?) ON CONFLICT DO NOTHING", update_id, at))

    async def forget_seen(self, before: int) -> None:
        """Telegram keeps updates for a day; their ids may start anew after an idle week."""
        await self.sql.run("DELETE FROM seen WHERE at < ?", before)

    async def prune_seen(self, before: int) -> int:
        """The same, and how many there were."""
        return await self.sql.run("DELETE FROM seen WHERE at < ?", before)

    async def park(self, update_id: int | None, kind: str, exception: str, place: str, at: int) -> None:
        """Something failed by our fault: what kind and where, never what it said."""
        await self.sql.run(
            "INSERT INTO parked (update_id, kind, exception, place, at) VALUES (?, ?, ?, ?, ?)",
            update_id, kind, exception, place, at,
        )  # fmt: skip

    async def parked(self, since: int = 0) -> int:
        return int(await self.sql.value("SELECT count(*) FROM parked WHERE at >= ?", since))

    async def value(self, key: str) -> str | None:
        return await self.sql.value("SELECT value FROM house WHERE key = ?", key)  # type: ignore[no-any-return]  # SQLite's values are untyped

    async def set(self, key: str, value: str) -> None:
        await self.sql.run(
            "INSERT INTO house VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value
        )

    async def once(self, key: str, value: str) -> bool:
        """Set it unless it is set; whether it was free."""
        return bool(await self.sql.run("INSERT INTO house VALUES (?, ?) ON CONFLICT DO NOTHING", key, value))
