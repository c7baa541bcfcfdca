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


@dataclass(frozen=True)
class DoorCodes:
    """How a building's doors stand: with a code that is open, used, or too old; and how many doors there are."""

    open: int
    used: int
    expired: int
    doors: int


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

    async def cancel(self, number: int, at: int) -> bool:
        """This one opens nothing any more; False if it did not anyway."""
        return bool(await self.sql.run("UPDATE codes SET used_at = ? WHERE id = ? AND used_at IS NULL", at, number))

    async def wrong(self, person_id: int, at: int) -> None:
        await self.sql.run("INSERT INTO wrong_codes VALUES (?, ?)", person_id, at)

    async def wrong_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value("SELECT count(*) FROM wrong_codes WHERE person_id = ? AND at >= ?", person_id, since)
        )

    # the codes of doors

    async def door_codes(self, place_id: int, at: int) -> DoorCodes:
        """How many doors of a building have a code that is open, and how many codes were used or are too old."""
        row = await self.sql.row(
            """SELECT count(DISTINCT CASE WHEN used_at IS NULL AND expires_at > ?2 THEN places.id END) AS open,
                      count(used_by) AS used,
                      count(CASE WHEN used_at IS NULL AND expires_at <= ?2 THEN 1 END) AS expired,
                      count(DISTINCT places.id) AS doors
               FROM above JOIN places ON places.id = above.place_id AND places.kind = 'dwelling' AND gone_at IS NULL
                 LEFT JOIN codes ON codes.kind = 'home' AND target = places.id
               WHERE above_id = ?1""",
            place_id, at,
        )  # fmt: skip
        assert row
        return DoorCodes(**row)

    async def issue_doors(self, place_id: int, by: int, at: int, expires_at: int) -> int:
        """A code for every door of the building that has no open one; how many are new."""
        return await self.sql.run(
            """INSERT INTO codes (kind, target, issued_by, issued_at, expires_at)
               SELECT 'home', places.id, ?2, ?3, ?4 FROM above JOIN places ON places.id = place_id
               WHERE above_id = ?1 AND places.kind = 'dwelling' AND gone_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM codes WHERE codes.kind = 'home' AND target = places.id
                                 AND used_at IS NULL AND expires_at > ?3) ORDER BY places.id""",
            place_id, by, at, expires_at,
        )  # fmt: skip

    async def void_doors(self, place_id: int, at: int) -> int:
        """Nobody can use the building's open door codes any more."""
        return await self.sql.run(
            """UPDATE codes SET used_at = ?2 WHERE kind = 'home' AND used_at IS NULL
               AND target IN (SELECT place_id FROM above WHERE above_id = ?1)""",
            place_id, at,
        )  # fmt: skip

    async def open_doors(self, place_id: int, at: int) -> list[Code]:
        """The newest open code of each of the building's doors."""
        rows = await self.sql.rows(
            """SELECT codes.* FROM above JOIN places ON places.id = place_id AND gone_at IS NULL
                 JOIN codes ON codes.kind = 'home' AND target = places.id
               WHERE above_id = ?1 AND places.kind = 'dwelling' AND used_at IS NULL AND expires_at > ?2
                 AND codes.id = (SELECT max(id) FROM codes AS newer WHERE newer.kind = 'home'
                                 AND newer.target = places.id AND used_at IS NULL) ORDER BY places.id""",
            place_id, at,
        )  # fmt: skip
        return [Code(**row) for row in rows]
