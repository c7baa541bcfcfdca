"""The playground's chats in a SQLite file of their own.

A table of JSON documents: (kind, a, b) names one, `a` and `b` being whatever ids its kind has. Writes gather until
`flush`, which is one transaction. What was flushed survives `kill -9` (not a loss of power: synchronous is OFF).
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Key = tuple[str, int, int]

SCHEMA = """
    CREATE TABLE IF NOT EXISTS things (
        kind TEXT NOT NULL,
        a    INTEGER NOT NULL,
        b    INTEGER NOT NULL,
        doc  TEXT NOT NULL,
        PRIMARY KEY (kind, a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS files (
        id    TEXT PRIMARY KEY,
        doc   TEXT NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
"""


class Store:
    """With `path` None nothing is kept, and every call costs nothing."""

    def __init__(self, path: Path | None) -> None:
        self._waiting: dict[Key, str | None] = {}
        self._files: list[tuple[str, str, bytes]] = []
        self._db: sqlite3.Connection | None = None
        if path is None:
            return
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.executescript(SCHEMA)

    @property
    def keeps(self) -> bool:
        return self._db is not None

    def put(self, kind: str, a: int, b: int, doc: Any) -> None:
        if self._db is not None:
            self._waiting[kind, a, b] = json.dumps(doc)

    def drop(self, kind: str, a: int, b: int) -> None:
        if self._db is not None:
            self._waiting[kind, a, b] = None

    def put_file(self, id: str, doc: Any, content: bytes) -> None:
        if self._db is not None:
            self._files.append((id, json.dumps(doc), content))

    def all(self, kind: str) -> Iterator[tuple[int, int, Any]]:
        if self._db is not None:
            for a, b, doc in self._db.execute("SELECT a, b, doc FROM things WHERE kind = ? ORDER BY a, b", (kind,)):
                yield a, b, json.loads(doc)

    def files(self) -> Iterator[tuple[str, Any]]:
        if self._db is not None:
            for id, doc in self._db.execute("SELECT id, doc FROM files"):
                yield id, json.loads(doc)

    def file(self, id: str) -> bytes | None:
        if self._db is None:
            return None
        row = self._db.execute("SELECT bytes FROM files WHERE id = ?", (id,)).fetchone()
        return bytes(row[0]) if row else None

    def flush(self) -> None:
        if self._db is None or not (self._waiting or self._files):
            return
        kept = [(*key, doc) for key, doc in self._waiting.items() if doc is not None]
        gone = [key for key, doc in self._waiting.items() if doc is None]
        self._db.execute("BEGIN")
        try:
            self._write(self._db, kept, gone)
            self._db.execute("COMMIT")
        except sqlite3.Error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        self._waiting.clear()
        self._files.clear()

    def _write(self, db: sqlite3.Connection, kept: list[tuple[str, int, int, str]], gone: list[Key]) -> None:
        if kept:
            db.executemany("INSERT OR REPLACE INTO things (kind, a, b, doc) VALUES (?, ?, ?, ?)", kept)
        if gone:
            db.executemany("DELETE FROM things WHERE kind = ? AND a = ? AND b = ?", gone)
        if self._files:
            db.executemany("INSERT OR REPLACE INTO files (id, doc, bytes) VALUES (?, ?, ?)", self._files)

    def close(self) -> None:
        self.flush()
        if self._db is not None:
            self._db.close()
            self._db = None
