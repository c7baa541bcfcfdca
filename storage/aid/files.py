"""Pleas that were spoken or shown: the file by Telegram's id, and the line that somebody heard in it."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "ask_files.line_by",
        export="SELECT line FROM ask_files WHERE line_by = ?",
        forget="UPDATE ask_files SET line = '', line_by = NULL WHERE line_by = ?",
    ),
    Trace(
        "ask_files.ask_id",  # goes first: it is found by the asker
        export="SELECT ask_files.kind FROM ask_files JOIN asks ON asks.id = ask_id WHERE person_id = ?",
        forget="DELETE FROM ask_files WHERE ask_id IN (SELECT id FROM asks WHERE person_id = ?)",
    ),
]


@dataclass(frozen=True)
class AskFile:
    """`line`: what somebody heard in it, until the speaker has said yes or no."""

    ask_id: int
    kind: str
    file_id: str
    line: str
    line_by: int | None


class AskFiles(Store):
    async def keep(self, ask_id: int, kind: str, file_id: str) -> None:
        await self.sql.run("INSERT INTO ask_files (ask_id, kind, file_id) VALUES (?, ?, ?)", ask_id, kind, file_id)

    async def get(self, ask_id: int) -> AskFile | None:
        row = await self.sql.row("SELECT * FROM ask_files WHERE ask_id = ?", ask_id)
        return AskFile(**row) if row else None

    async def hears(self, ask_id: int, line: str, by: int | None) -> None:
        await self.sql.run("UPDATE ask_files SET line = ?, line_by = ? WHERE ask_id = ?", line, by, ask_id)

    async def prune(self, before: int) -> int:
        await self.sql.run(
            "DELETE FROM cards WHERE thing IN (SELECT 'plea_' || id FROM asks WHERE ended_at < ?)", before
        )
        return await self.sql.run(
            "DELETE FROM ask_files WHERE ask_id IN (SELECT id FROM asks WHERE ended_at < ?)", before
        )
