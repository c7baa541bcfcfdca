"""Imports: lists that somebody sent to change the register, until it is decided what becomes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "imports.person_id",
        export="SELECT sent_at, state FROM imports WHERE person_id = ?",
        forget="DELETE FROM imports WHERE person_id = ?",
    )
]


@dataclass(frozen=True)
class Import:
    """`shown` is what the card says, `listing` what the list says (None once decided), both as JSON values."""

    id: int
    person_id: int
    sent_at: int
    state: str
    shown: Mapping[str, Any]
    listing: Any
    mark: str | None


class Imports(Store):
    async def begins(self, person_id: int, at: int) -> int:
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "INSERT INTO imports (person_id, sent_at, state) VALUES (?, ?, 'reading') RETURNING id", person_id, at
        )

    async def get(self, import_id: int) -> Import | None:
        row = await self.sql.row("SELECT * FROM imports WHERE id = ?", import_id)
        if row is None:
            return None
        listing = json.loads(row["listing"]) if row["listing"] else None
        return Import(
            row["id"], row["person_id"], row["sent_at"], row["state"], json.loads(row["shown"]), listing, row["mark"]
        )

    async def becomes(
        self, import_id: int, state: str, shown: Mapping[str, Any], listing: Any = None, mark: str | None = None
    ) -> None:
        """Without a listing what the list said is gone from here."""
        await self.sql.run(
            "UPDATE imports SET state = ?, shown = ?, listing = ?, mark = ? WHERE id = ?",
            state, json.dumps(shown, ensure_ascii=False),
            None if listing is None else json.dumps(listing, ensure_ascii=False), mark, import_id,
        )  # fmt: skip
