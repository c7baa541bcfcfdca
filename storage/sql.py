"""The few ways to speak SQL; every statement of the house passes here."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Row
from typing import Any

import aiosqlite


class Sql:
    """A connection, spoken to in whole statements."""

    def __init__(self, db: aiosqlite.Connection):
        self.db = db

    async def run(self, sql: str, *values: Any) -> int:
        """Execute; how many rows it changed."""
        return (await self.db.execute(sql, values)).rowcount

    async def rows(self, sql: str, *values: Any) -> list[Row]:
        return list(await self.db.execute_fetchall(sql, values))

    async def row(self, sql: str, *values: Any) -> Row | None:
        return next(iter(await self.db.execute_fetchall(sql, values)), None)

    async def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row, or None."""
        row = await self.row(sql, *values)
        return row[0] if row else None

    async def many(self, sql: str, values: Iterable[Iterable[Any]]) -> None:
        await self.db.executemany(sql, values)


class Store:
    """One feature's questions and changes, in SQL."""

    def __init__(self, sql: Sql):
        self.sql = sql
