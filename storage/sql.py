"""The few ways to speak SQL; every statement of the house passes here.

aiosqlite keeps a connection in a thread of its own. A whole transaction runs in that thread at once: the work's
coroutine awaits nothing but storage, so it never has to wait, and one visit to the thread is enough for all of its
statements. That makes it quick, keeps a slow disk off the event loop, and no cancel lands between BEGIN and COMMIT.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Sequence
from sqlite3 import Connection, Cursor, Row
from typing import Any, TypeVar

import aiosqlite

T = TypeVar("T")


class NotStorage(AssertionError):
    """Work inside a transaction awaited something that is not storage: the network, a file, the clock."""


class _Here(threading.local):
    """Which connection's thread this is; None on the event loop."""

    connection: Connection | None = None


_here = _Here()


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that awaits nothing but storage to its end; raises NotStorage if it wants to wait."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    work.close()
    raise NotStorage("a transaction waits for nothing but storage")


async def visit(db: aiosqlite.Connection, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run `work` in the connection's own thread, all of it at once."""

    def there() -> T:
        _here.connection = db._conn
        try:
            return at_once(work())
        finally:
            _here.connection = None

    return await db._execute(there)  # type: ignore[no-any-return, no-untyped-call]  # aiosqlite's way of running anything


APART = (
    "alarms", "ask_files", "asks", "askings", "cards", "givers", "journal", "members", "mutes", "notes", "questions",
    "seen",
)  # fmt: skip
"""Tables that are written all the time and that nothing asked `once` reads: a write there forgets nothing."""

_KEEPS = re.compile(rf"\s*(SELECT|SAVEPOINT|COMMIT|(INSERT INTO|UPDATE|DELETE FROM) ({'|'.join(APART)}))\b")


class Sql:
    """A connection, spoken to in whole statements: directly in its own thread, from the event loop by a visit each."""

    memo: dict[Hashable, Any] | None = None
    """What the open transaction has asked `once`. None: no transaction is open."""

    def __init__(self, db: aiosqlite.Connection):
        self.db = db

    async def once(self, question: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        """What `ask` finds; asked only once in a transaction, until something is written that it could have read."""
        if self.memo is None or _here.connection is None:
            return await ask()
        if question not in self.memo:
            return self.knows(question, await ask())
        found: T = self.memo[question]
        return found

    def knows(self, question: Hashable, answer: T) -> T:
        """The answer to a question that need not be asked any more: it came along with another's."""
        if self.memo is not None and _here.connection is not None:
            self.memo[question] = answer
        return answer

    def _forget(self, sql: str) -> None:
        if self.memo and not _KEEPS.match(sql):
            self.memo.clear()

    async def run(self, sql: str, *values: Any) -> int:
        """Execute; how many rows it changed."""
        self._forget(sql)
        if _here.connection is not None:
            return _here.connection.execute(sql, values).rowcount
        return (await self.db.execute(sql, values)).rowcount

    async def rows(self, sql: str, *values: Any) -> list[Row]:
        self._forget(sql)
        if _here.connection is not None:
            return _here.connection.execute(sql, values).fetchall()
        return list(await self.db.execute_fetchall(sql, values))

    async def row(self, sql: str, *values: Any) -> Row | None:
        self._forget(sql)
        if _here.connection is not None:
            return _first(_here.connection.execute(sql, values))
        return next(iter(await self.db.execute_fetchall(sql, values)), None)

    async def value(self, sql: str, *values: Any) -> Any:
        """The first column of the first row, or None."""
        row = await self.row(sql, *values)
        return row[0] if row else None

    async def many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        self._forget(sql)
        if _here.connection is not None:
            _here.connection.executemany(sql, values)
        else:
            await self.db.executemany(sql, values)


def _first(cursor: Cursor) -> Row | None:
    """The first row; the rest is fetched, too, so that no statement stays open behind a RETURNING."""
    return next(iter(cursor.fetchall()), None)


class Store:
    """One feature's questions and changes, in SQL."""

    def __init__(self, sql: Sql):
        self.sql = sql
