"""Codes that were handed out to be opened once. What is stored is a number; the proof is a keyed hash kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "codes.issued_by",
        export="SELECT kind, issued_at, expires_at FROM codes WHERE issued_by = ?",
        forget="UPDATE codes SET issued_by = NULL WHERE issued_by = ?",
    ),
    Trace(
        "codes.used_by",
        export="SELECT kind, used_at FROM codes WHERE used_by = ?",
        forget="UPDATE codes SET used_by = NULL WHERE used_by = ?",
    ),
    Trace(
        "wrong_codes.person_id",
        export="SELECT at FROM wrong_codes WHERE person_id = ?",
        forget="DELETE FROM wrong_codes WHERE person_id = ?",
    ),
]


@dataclass(frozen=True)
class Code:
    """`target` is what it opens: a place, a person; `detail` a title. Times are Unix seconds, UTC."""

    id: int
    kind: str
    target: int
    detail: str
    issued_by: int | None
    issued_at: int
    expires_at: int
    used_by: int | None
    used_at: int | None

    def is_good(self, at: int) -> bool:
        return self.used_at is None and at < self.expires_at


class Codes(Store):
    async def issue(
        self, kind: str, target: int, *, by: int | None, at: int, expires_at: int, detail: str = ""
    ) -> Code:
        number = await self.sql.value(
            """INSERT INTO codes (kind, target, detail, issued_by, issued_at, expires_at)
               VALUES (?, ?, ?, ?, ?, ?) RETURNING id""",
            kind, target, detail, by, at, expires_at,
        )  # fmt: skip
        return Code(number, kind, target, detail, by, at, expires_at, None, None)

    async def get(self, number: int) -> Code | None:
        row = await self.sql.row("SELECT * FROM codes WHERE id = ?", number)
        return Code(**row) if row else None

    async def open_ones(self, kind: str, target: int, at: int) -> list[Code]:
        rows = await self.sql.rows(
            "SELECT * FROM codes WHERE kind = ? AND target = ? AND used_at IS NULL AND expires_at > ? ORDER BY id",
            kind, target, at,
        )  # fmt: skip
        return [Code(**row) for row in rows]

    async def use(self, number: int, person_id: int, at: int) -> bool:
        """It is used up now; False if somebody else was first, or it is too old."""
        return bool(
            await self.sql.run(
                "UPDATE codes SET used_by = ?, used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?",
                person_id, at, number, at,
            )
        )  # fmt: skip

    async def void(self, kind: str, target: int, at: int) -> int:
        """Nobody can use the open ones any more; how many there were."""
        return await self.sql.run(
            "UPDATE codes SET used_at = ? WHERE kind = ? AND target = ? AND used_at IS NULL", at, kind, target
        )

    async def wrong(self, person_id: int, at: int) -> None:
        await self.sql.run("INSERT INTO wrong_codes VALUES (?, ?)", person_id, at)

    async def wrong_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value("SELECT count(*) FROM wrong_codes WHERE person_id = ? AND at >= ?", person_id, since)
        )
