"""Notes: one Bot API call promised as data. The row is gone once the call is done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from storage.sql import Store


@dataclass(frozen=True)
class Note:
    id: int
    room_id: int
    kind: str
    thing: str | None
    method: str
    payload: Mapping[str, Any]
    rank: int
    promised_at: int
    failures: int


class Notes(Store):
    async def promise(
        self, room_id: int, kind: str, method: str, payload: Mapping[str, Any], *,
        rank: int, at: int, thing: str | None = None, not_before: int = 0, merge: bool = False,
    ) -> int:  # fmt: skip
        """Promise a call. With `merge`, an unsent note of the same kind about the same thing gives way to this one."""
        if merge:
            await self.sql.run(
                "DELETE FROM notes WHERE room_id = ? AND thing IS ? AND kind = ? AND sending_at IS NULL",
                room_id, thing, kind,
            )  # fmt: skip
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            """INSERT INTO notes (room_id, kind, thing, method, payload, rank, promised_at, not_before)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            room_id, kind, thing, method, json.dumps(payload, ensure_ascii=False), rank, at, not_before,
        )  # fmt: skip

    async def get(self, note_id: int) -> Note | None:
        row = await self.sql.row("SELECT * FROM notes WHERE id = ?", note_id)
        return note(row) if row else None

    async def sending(self, note_id: int, at: int) -> bool:
        """It leaves the house now. False if it was taken back meanwhile."""
        return bool(await self.sql.run("UPDATE notes SET sending_at = ? WHERE id = ?", at, note_id))

    async def done(self, note_id: int) -> None:
        await self.sql.run("DELETE FROM notes WHERE id = ?", note_id)

    async def put_off(self, note_id: int, until: int, counts: bool) -> None:
        """It did not arrive, for certain; again later."""
        await self.sql.run(
            "UPDATE notes SET sending_at = NULL, not_before = ?, failures = failures + ? WHERE id = ?",
            until, int(counts), note_id,
        )  # fmt: skip

    async def forget_room(self, chat_id: int) -> None:
        """What waits to be said in this chat and its topics is not said any more."""
        await self.sql.run("DELETE FROM notes WHERE room_id IN (SELECT id FROM rooms WHERE chat_id = ?)", chat_id)

    async def unknown(self) -> list[Note]:
        """Those that were on their way when the house stopped."""
        return [
            note(row) for row in await self.sql.rows("SELECT * FROM notes WHERE sending_at IS NOT NULL ORDER BY id")
        ]


def note(row: Row) -> Note:
    return Note(
        id=row["id"],
        room_id=row["room_id"],
        kind=row["kind"],
        thing=row["thing"],
        method=row["method"],
        payload=json.loads(row["payload"]),
        rank=row["rank"],
        promised_at=row["promised_at"],
        failures=row["failures"],
    )
