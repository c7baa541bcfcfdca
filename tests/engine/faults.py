"""Faults of the database: SQLite's errors at a chosen statement, a disk that is full, somebody else's lock."""

from __future__ import annotations

import contextlib
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from storage.sql import Sql
from tests.house import House

ROLLED_BACK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM}
"""Errors after which SQLite has rolled the transaction back already (sqlite.org/lang_transaction.html)."""

CODES = {
    name: getattr(sqlite3, f"SQLITE_{name}")
    for name in ("BUSY", "LOCKED", "NOMEM", "READONLY", "IOERR", "IOERR_WRITE", "CORRUPT", "FULL", "CANTOPEN", "NOTADB")
}


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("planted")
    error.sqlite_errorcode, error.sqlite_errorname = code, "planted"
    return error


class FailingSql(Sql):
    """Fails where `fails` says so, as SQLite would."""

    def __init__(self, sql: Sql, fails: Callable[[str], int | None]):
        super().__init__(sql.db)
        self.fails = fails

    async def run(self, sql: str, *values: Any) -> int:
        await self._may_fail(sql)
        return await super().run(sql, *values)

    async def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        await self._may_fail(sql)
        return await super().rows(sql, *values)

    async def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        await self._may_fail(sql)
        return await super().row(sql, *values)

    async def _may_fail(self, sql: str) -> None:
        code = None if sql == "ROLLBACK" else self.fails(sql)
        if code is None:
            return
        if code & 255 in ROLLED_BACK and self.db.in_transaction:
            await super().run("ROLLBACK")
        raise sqlite_error(code)


@contextlib.contextmanager
def failing(house: House, fails: Callable[[str], int | None]) -> Iterator[None]:
    """While it lasts, statements on the writer fail."""
    well = house.db._sql
    house.db._sql = FailingSql(well, fails)
    try:
        yield
    finally:
        house.db._sql = well


class Nth:
    """The n-th statement fails, once."""

    def __init__(self, number: int, code: int):
        self.left, self.code = number, code

    def __call__(self, sql: str) -> int | None:
        self.left -= 1
        return self.code if self.left == 0 else None


@contextlib.contextmanager
def held_by_somebody_else(database: Path) -> Iterator[None]:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[bool]:
    """A disk of its own, if this machine lets us mount one; whether it did."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


@contextlib.contextmanager
def full(folder: Path) -> Iterator[None]:
    """No byte more fits on this small disk."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (65_536, 4096, 512, 1):
            with contextlib.suppress(OSError):
                while file.write(b"\0" * size) == size:
                    pass
    try:
        yield
    finally:
        ballast.unlink()


@contextlib.contextmanager
def no_file_grows(database: Path) -> Iterator[None]:
    """The write-ahead log may not become longer than it is (SQLITE_IOERR_WRITE)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = database.with_name(database.name + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
