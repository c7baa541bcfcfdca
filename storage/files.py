"""The database's files: lock, creation, inspection, migrations, snapshots. Plain sqlite3; never on the event loop.

Debian's SQLite can corrupt a WAL database when a second connection writes or checkpoints, so a running Linli holds a
lock beside the file and everybody else opens it read-only.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

APPLICATION_ID = 0x4C4E4C49  # "LNLI"
MIGRATIONS = Path(__file__).parent / "migrations"
KEPT_SNAPSHOTS = 7
MARGIN = 20_000_000
"""Bytes that stay free on the disk beside a copy."""


class DatabaseRefused(Exception):
    """The file cannot be used. `code` names a sentence; `details` fill its blanks."""

    def __init__(self, code: str, **details: object):
        super().__init__(code)
        self.code, self.details = code, details


@dataclass
class Lock:
    """Held by whoever writes; gone with the process."""

    fd: int

    @classmethod
    def take(cls, database: Path) -> Lock:
        if not database.parent.is_dir():
            raise DatabaseRefused("database-missing", file=str(database))
        fd = os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(fd)
            raise DatabaseRefused("database-in-use", file=str(database)) from None
        return cls(fd)

    def release(self) -> None:
        os.close(self.fd)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    lock = Lock.take(database)
    try:
        yield
    finally:
        lock.release()


def migrations() -> list[tuple[int, Path]]:
    """(number, file), in order."""
    return sorted((int(path.name[:4]), path) for path in MIGRATIONS.glob("[0-9]*.sql"))


def newest_version() -> int:
    return migrations()[-1][0]


def create(path: Path, community: str) -> None:
    """A new database with the community as the root of its places; refuses to touch a file that is there."""
    if path.exists():
        raise DatabaseRefused("database-exists", file=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        fresh = path.with_name(path.name + ".new")
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(_open(fresh)) as db:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute("PRAGMA journal_mode = WAL")
            _apply(db, migrations())
            db.execute("INSERT INTO places (kind, name) VALUES ('community', ?)", (community,))
        fresh.rename(path)  # only a whole database ever bears the name


def inspect(path: Path, backups: Path | None) -> int:
    """The file's schema version; raises DatabaseRefused if it is missing, empty, foreign, newer or broken."""
    if not path.exists():
        raise DatabaseRefused("database-missing", file=str(path))
    if path.stat().st_size == 0:
        raise DatabaseRefused("database-empty", file=str(path))
    try:
        with closing(_open(path, read_only=True)) as db:
            return _version(db, path, backups)
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise DatabaseRefused("database-in-use", file=str(path)) from error
        raise DatabaseRefused("database-broken", file=str(path), snapshot=_best(path, backups)) from error


def _version(db: sqlite3.Connection, path: Path, backups: Path | None) -> int:
    [(owner,)] = db.execute("PRAGMA application_id")
    [(version,)] = db.execute("PRAGMA user_version")
    if owner != APPLICATION_ID:
        raise DatabaseRefused("database-foreign", file=str(path))
    if version > newest_version():
        raise DatabaseRefused("database-newer", file=str(path), version=version, known=newest_version())
    if [tuple(row) for row in db.execute("PRAGMA quick_check(1)")] != [("ok",)]:
        raise DatabaseRefused("database-broken", file=str(path), snapshot=_best(path, backups))
    return int(version)


def _best(path: Path, backups: Path | None) -> str:
    """The newest snapshot that is sound itself."""
    for snapshot_file in snapshots(backups or backups_of(path)):
        try:
            verify(snapshot_file)
        except (DatabaseRefused, sqlite3.Error):
            continue
        return str(snapshot_file)
    return "–"


def migrate(path: Path, backups: Path | None) -> list[int]:
    """Apply what is new, all of it or nothing, after a verified copy; the numbers applied."""
    with closing(_open(path)) as db:
        [(version,)] = db.execute("PRAGMA user_version")
        due = [(number, file) for number, file in migrations() if number > version]
        if due:
            snapshot(path, (backups or backups_of(path)) / f"before-{due[-1][0]:04}-from-{version:04}.db")
            _apply(db, due)
    return [number for number, _ in due]


def _apply(db: sqlite3.Connection, due: list[tuple[int, Path]]) -> None:
    """Statement by statement in one transaction; `executescript` would commit first."""
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("BEGIN IMMEDIATE")
    try:
        for number, file in due:
            for statement in statements(file.read_text(encoding="utf-8")):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
        if broken_keys := db.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"{len(broken_keys)} rows refer to nothing")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """The script's statements one by one; a trigger's body stays whole."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if re.sub(r"--.*", "", pending).strip():
        raise ValueError("a migration ends in the middle of a statement")


def backups_of(database: Path) -> Path:
    return database.with_name(database.name + ".backups")


def snapshot(database: Path, target: Path) -> Path:
    """A verified copy at `target`, made while the house is running; only a good one ever bears the name.

    Raises DatabaseRefused("disk-full") before starting when there is no room.
    """
    if not database.exists():
        raise DatabaseRefused("database-missing", file=str(database))
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    free = shutil.disk_usage(target.parent).free
    if free < database.stat().st_size + MARGIN:
        raise DatabaseRefused("disk-full", file=str(target), megabytes=free // 1_000_000)
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        with closing(_open(database, read_only=True)) as db:
            db.execute("VACUUM INTO ?", (str(draft),))
        draft.chmod(0o600)
        verify(draft)
        _sync(draft)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _sync(path: Path) -> None:
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def verify(path: Path) -> None:
    """Raises DatabaseRefused unless the file is a whole, sound database of ours."""
    inspect(path, None)
    with closing(_open(path, read_only=True)) as db:
        sound = [tuple(row) for row in db.execute("PRAGMA integrity_check(1)")] == [("ok",)]
        if not sound or db.execute("PRAGMA foreign_key_check").fetchall():
            raise DatabaseRefused("database-broken", file=str(path), snapshot="–")


def nightly(database: Path, backups: Path, at: datetime) -> Path:
    """Tonight's snapshot; the seven newest stay."""
    made = snapshot(database, backups / f"linli-{at:%Y-%m-%d-%H%M}.db")
    for old in snapshots(backups)[KEPT_SNAPSHOTS:]:
        old.unlink(missing_ok=True)
    return made


def snapshots(backups: Path) -> list[Path]:
    """Nightly snapshots, newest first."""
    return sorted(backups.glob("linli-*.db"), reverse=True)


def restore(snapshot_file: Path, database: Path, at: datetime) -> Path | None:
    """Put a verified snapshot in place of the database; what stood there is kept beside it and returned."""
    if not snapshot_file.exists():
        raise DatabaseRefused("snapshot-missing", file=str(snapshot_file))
    verify(snapshot_file)
    with locked(database):
        fresh = database.with_name(database.name + ".restoring")
        fresh.unlink(missing_ok=True)
        snapshot(snapshot_file, fresh)  # what still stands in its write-ahead log comes along
        aside = _set_aside(database, at) if database.exists() else None
        with closing(_open(fresh)) as db:
            db.execute("PRAGMA journal_mode = WAL")
        fresh.rename(database)
    return aside


def _set_aside(database: Path, at: datetime) -> Path:
    """The database and its write-ahead log move together: one without the other loses what was last written."""
    aside = database.with_name(f"{database.name}.before-restore-{at:%Y-%m-%d-%H%M%S}")
    for tail in ("-wal", "-shm", ""):
        part = database.with_name(database.name + tail)
        if part.exists():
            part.rename(aside.with_name(aside.name + tail))
    return aside


def _open(path: Path, read_only: bool = False) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)
