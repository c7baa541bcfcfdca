"""Alarms: what is due when. One row per kind and thing; setting it again moves it."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store


@dataclass(frozen=True)
class Alarm:
    kind: str
    thing: str
    at: int
    failures: int


class Alarms(Store):
    async def set(self, kind: str, thing: str, at: int) -> None:
        await self.sql.run(
            """INSERT INTO alarms (kind, thing, at) VALUES (?, ?, ?)
               ON CONFLICT (kind, thing) DO UPDATE SET at = excluded.at, failures = 0""",
            kind, thing, at,
        )  # fmt: skip

    async def clear(self, kind: str, thing: str) -> None:
        await self.sql.run("DELETE FROM alarms WHERE kind = ? AND thing = ?", kind, thing)

    async def is_set(self, kind: str, thing: str) -> bool:
        return bool(await self.sql.value("SELECT 1 FROM alarms WHERE kind = ? AND thing = ?", kind, thing))

    async def due(self, at: int) -> list[Alarm]:
        rows = await self.sql.rows("SELECT * FROM alarms WHERE at <= ? ORDER BY at LIMIT 100", at)
        return [Alarm(**row) for row in rows]

    async def rings(self, alarm: Alarm) -> bool:
        """Take it off the list; False if it was moved or cleared meanwhile."""
        return bool(
            await self.sql.run(
                "DELETE FROM alarms WHERE kind = ? AND thing = ? AND at = ?", alarm.kind, alarm.thing, alarm.at
            )
        )

    async def put_off(self, alarm: Alarm, at: int) -> None:
        await self.sql.run(
            "UPDATE alarms SET at = ?, failures = failures + 1 WHERE kind = ? AND thing = ? AND at = ?",
            at, alarm.kind, alarm.thing, alarm.at,
        )  # fmt: skip

    async def next(self) -> int | None:
        return await self.sql.value("SELECT min(at) FROM alarms")  # type: ignore[no-any-return]  # SQLite's values are untyped

    async def next_but(self, kinds: list[str]) -> int | None:
        """The next one that is not the house's own housekeeping."""
        marks = ", ".join("?" for _ in kinds)
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            f"SELECT min(at) FROM alarms WHERE kind NOT IN ({marks})",  # noqa: S608  # question marks only
            *kinds,
        )
