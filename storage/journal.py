"""The journal: who did what to which thing, in numbers, append-only and hash-chained; never a typed word."""

from __future__ import annotations

import json
from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "journal.person_id",
        export="SELECT at, verb, thing, place_id, numbers FROM journal WHERE person_id = ?",
        forget=None,  # ids, verbs and numbers only: it stays so that the chain holds
    )
]


@dataclass(frozen=True)
class Entry:
    id: int
    at: int
    person_id: int | None
    verb: str
    thing: str
    place_id: int | None
    numbers: str
    chain: str

    def counted(self, name: str) -> int | None:
        """One of its numbers."""
        return json.loads(self.numbers).get(name)  # type: ignore[no-any-return]  # numbers alone are written


class Journal(Store):
    async def write(
        self, at: int, person_id: int | None, verb: str, thing: str, place_id: int | None, **numbers: int
    ) -> None:
        await self.sql.run(
            """INSERT INTO journal (at, person_id, verb, thing, place_id, numbers, chain)
               SELECT ?1, ?2, ?3, ?4, ?5, ?6,
                      chained((SELECT chain FROM journal ORDER BY id DESC LIMIT 1), ?1, ?2, ?3, ?4, ?5, ?6)""",
            at, person_id, verb, thing, place_id, json.dumps(numbers, sort_keys=True),
        )  # fmt: skip

    async def of(self, thing: str) -> list[Entry]:
        return [Entry(**row) for row in await self.sql.rows("SELECT * FROM journal WHERE thing = ? ORDER BY id", thing)]

    async def all(self) -> list[Entry]:
        return [Entry(**row) for row in await self.sql.rows("SELECT * FROM journal ORDER BY id")]
