"""What the stewards are told: troubles, the week's snapshots and outages, the groups and what became of them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.domain.steward import WEEK, Trouble
from storage.sql import Store

Span = tuple[int, int]


@dataclass(frozen=True)
class Group:
    """A group as Telegram knows it; its title is for the stewards only."""

    chat_id: int
    title: str | None


class Steward(Store):
    async def notice(self, kind: str, at: int, thing: str = "", number: int = 0, *, adds: bool = False) -> None:
        """Something is wrong. `adds`: the number joins the one that was not told yet."""
        await self.sql.run(
            """INSERT INTO troubles (kind, thing, at, number) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (kind, thing) DO UPDATE SET
                 number = CASE WHEN open AND ?5 THEN number + ?4 ELSE ?4 END, at = ?3, open = 1""",
            kind, thing, at, number, int(adds),
        )  # fmt: skip

    async def over(self, kind: str, thing: str = "") -> None:
        """It is well again; whoever did not hear of it need not."""
        await self.sql.run("UPDATE troubles SET open = 0 WHERE kind = ? AND thing = ? AND open", kind, thing)

    async def untold(self) -> list[Trouble]:
        rows = await self.sql.rows(
            """SELECT kind, thing, at, number,
                      (SELECT max(told_at) FROM troubles AS same WHERE same.kind = troubles.kind) AS told_at
               FROM troubles WHERE open ORDER BY kind, thing"""
        )
        return [Trouble(**row) for row in rows]

    async def told(self, troubles: list[Trouble], at: int) -> None:
        for trouble in troubles:
            await self.sql.run(
                "UPDATE troubles SET open = 0, told_at = ? WHERE kind = ? AND thing = ?",
                at, trouble.kind, trouble.thing,
            )  # fmt: skip

    async def parked_after(self, number: int) -> list[tuple[int, str]]:
        """(number, kind) of what was parked since the row with this number."""
        rows = await self.sql.rows("SELECT id, kind FROM parked WHERE id > ? ORDER BY id LIMIT 1000", number)
        return [(row["id"], row["kind"]) for row in rows]

    async def record(self, key: str, since: int, until: int) -> None:
        """Keep a span of time under this key of the house, for two weeks."""
        kept = [span for span in await self.recorded(key) if span[1] > until - 2 * WEEK]
        await self.sql.run(
            "INSERT INTO house VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            key, json.dumps([*kept, (since, until)]),
        )  # fmt: skip

    async def recorded(self, key: str) -> list[Span]:
        kept = await self.sql.value("SELECT value FROM house WHERE key = ?", key)
        return [(since, until) for since, until in json.loads(kept or "[]")]

    async def since(self) -> dict[int, int]:
        """Every steward, and since when."""
        rows = await self.sql.rows(
            """SELECT person_id, min(since) AS since FROM offices LEFT JOIN titles ON key = title
               WHERE ifnull(same_as, title) = 'steward' AND until IS NULL GROUP BY person_id"""
        )
        return {row["person_id"]: row["since"] for row in rows}

    async def groups(self) -> list[Group]:
        """Every group once, not its topics; none that was emptied, or that let us go before it had a place."""
        rows = await self.sql.rows(
            """SELECT chat_id, title, min(thread_id) FROM rooms
               WHERE kind = 'group' AND (paused_at IS NULL OR (paused_at > 0 AND place_id IS NOT NULL))
               GROUP BY chat_id ORDER BY min(id)"""
        )
        return [Group(row["chat_id"], row["title"]) for row in rows]
