"""The database: one file per community, one connection that writes, one that reads; migrations only go forward."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import aiosqlite

from storage.files import DatabaseRefused, Lock, inspect, migrate, newest_version
from storage.sql import visit
from storage.stores import Read, Sql, Tx

T = TypeVar("T")

__all__ = ["INSIDE", "Database", "DatabaseRefused", "Read", "Tx", "broken", "reading"]

INSIDE: ContextVar[bool] = ContextVar("inside a transaction", default=False)
"""True while a transaction is open around this code; whoever speaks to the network refuses then."""

PATIENCE = 500
"""Milliseconds to wait for somebody else's lock: nobody else should write, and every loop tries again."""

_BROKEN = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOTADB,
}


def broken(error: BaseException) -> bool:
    """Whether the database itself fails (disk full, locked, corrupt …) rather than what we asked of it."""
    return isinstance(error, sqlite3.Error) and (getattr(error, "sqlite_errorcode", None) or 0) & 255 in _BROKEN


@dataclass
class Database:
    """An open database. Reading outside a transaction goes through `read`, which never sees half a change."""

    path: Path
    writer: aiosqlite.Connection
    reader: aiosqlite.Connection
    lock: Lock
    read: Read = field(init=False)
    on_commit: Callable[[], None] = field(default=lambda: None)

    def __post_init__(self) -> None:
        self.read = Read(Sql(self.reader))
        self._sql = Sql(self.writer)

    @classmethod
    async def open(cls, path: Path, backups: Path | None = None) -> Database:
        """Open, check and migrate; raises DatabaseRefused with a code and the file's name."""
        lock = Lock.take(path)
        try:
            await asyncio.to_thread(_prepare, path, backups)
            writer = await _connect(path)
            try:
                reader = await _connect(path, read_only=True)
            except BaseException:
                await writer.close()
                raise
        except BaseException:
            lock.release()
            raise
        return cls(path, writer, reader, lock)

    async def whole(self, work: Callable[[Tx], Coroutine[Any, Any, T]]) -> T:
        """`work` in one transaction: all of it or nothing, and a cancel cannot cut it in two."""
        return await asyncio.shield(asyncio.create_task(self.within(work)))

    async def within(self, work: Callable[[Tx], Coroutine[Any, Any, T]]) -> T:
        """`work` in one transaction, for a task that nobody cancels: what follows the commit is this task's to do."""
        tx = Tx(self._sql)
        result = await visit(self.writer, lambda: self._transaction(tx, work))
        if tx.promised:
            self.on_commit()
        return result

    async def _transaction(self, tx: Tx, work: Callable[[Tx], Coroutine[Any, Any, T]]) -> T:
        token, self._sql.memo = INSIDE.set(True), {}
        try:
            await self._sql.run("BEGIN IMMEDIATE")
            result = await work(tx)
            await self._sql.run("COMMIT")
        except BaseException:
            if self.writer.in_transaction:  # a full disk has rolled back already
                await self._sql.run("ROLLBACK")
            raise
        finally:
            self._sql.memo = None
            INSIDE.reset(token)
        return result

    async def look(self, work: Callable[[Read], Coroutine[Any, Any, T]]) -> T:
        """`work` on the read-only connection: everything it asks shows one and the same committed state."""
        return await visit(self.reader, lambda: self._snapshot(work))

    async def _snapshot(self, work: Callable[[Read], Coroutine[Any, Any, T]]) -> T:
        await self.read.sql.run("BEGIN")
        self.read.sql.memo = {}
        try:
            return await work(self.read)
        finally:
            self.read.sql.memo = None
            await self.read.sql.run("ROLLBACK")

    @staticmethod
    async def glance(path: Path, work: Callable[[Read], Coroutine[Any, Any, T]]) -> T:
        """One look at a database that somebody else may be running: read-only, without the lock."""
        version = await asyncio.to_thread(inspect, path, None)
        if version < newest_version():
            raise DatabaseRefused("database-older", file=str(path), version=version)
        reader = await _connect(path, read_only=True)
        try:
            return await visit(reader, lambda: work(Read(Sql(reader))))
        finally:
            await reader.close()

    async def close(self) -> None:
        """What was begun is finished first: closing waits its turn in each connection's thread."""
        await self.reader.close()
        await self.writer.close()
        self.lock.release()

    async def __aenter__(self) -> Database:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


@asynccontextmanager
async def reading(path: Path) -> AsyncIterator[Read]:
    """The database through read-only eyes, beside whoever writes it. Of this version, or of an older one."""
    db = await _connect(path, read_only=True)
    try:
        yield Read(Sql(db))
    finally:
        await db.close()


def _prepare(path: Path, backups: Path | None) -> None:
    inspect(path, backups)
    migrate(path, backups)


async def _connect(path: Path, read_only: bool = False) -> aiosqlite.Connection:
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    db = await aiosqlite.connect(uri, uri=True, isolation_level=None, cached_statements=512)
    db.row_factory = sqlite3.Row
    for pragma in (f"busy_timeout = {PATIENCE}", "foreign_keys = ON", "temp_store = MEMORY"):
        await db.execute(f"PRAGMA {pragma}")
    if not read_only:
        for pragma in ("synchronous = FULL", "secure_delete = ON"):
            await db.execute(f"PRAGMA {pragma}")
        await db.create_function("chained", -1, chained, deterministic=True)
    return db


def chained(previous: str | None, *parts: Any) -> str:
    """The journal's hash chain: SHA-256 over the previous link and this entry's own values."""
    return hashlib.sha256("\x1f".join(str(part) for part in (previous or "", *parts)).encode()).hexdigest()
