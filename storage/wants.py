"""Who wants what from the shelf."""

from __future__ import annotations

import json
from sqlite3 import Row

from bot.domain.offers import Want
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "wants.person_id",
        export="""SELECT what, wants.amount, wants.state, wants.asked_at FROM wants JOIN offers ON offers.id = offer_id
                  WHERE wants.person_id = ?""",
        forget="""UPDATE wants SET person_id = NULL, by_id = NULL, wanter_shown = 0,
                         state = CASE WHEN state IN ('asked', 'yes') THEN 'withdrawn' ELSE state END,
                         decided_at = ifnull(decided_at, asked_at) WHERE person_id = ?""",
    ),
    Trace(
        "wants.by_id",
        export="""SELECT what, wants.amount, wants.state, wants.asked_at FROM wants JOIN offers ON offers.id = offer_id
                  WHERE wants.by_id = ?""",
        forget="UPDATE wants SET by_id = NULL, wanter_shown = 0 WHERE by_id = ?",
    ),
]


class Wants(Store):
    async def put(self, offer_id: int, person_id: int, by_id: int | None, amount: int, at: int) -> Want:
        number = await self.sql.value(
            """INSERT INTO wants (offer_id, person_id, by_id, amount, state, asked_at)
               VALUES (?, ?, ?, ?, 'asked', ?) RETURNING id""",
            offer_id, person_id, by_id, amount, at,
        )  # fmt: skip
        return Want(number, offer_id, person_id, by_id, amount, "asked", at)

    async def save(self, want: Want) -> None:
        await self.sql.run(
            """UPDATE wants SET by_id = ?, amount = ?, state = ?, decided_at = ?, holder_shown = ?, wanter_shown = ?
               WHERE id = ?""",
            want.by_id, want.amount, want.state, want.decided_at, int(want.holder_shown), int(want.wanter_shown),
            want.id,
        )  # fmt: skip

    async def get(self, number: int) -> Want | None:
        row = await self.sql.row("SELECT * FROM wants WHERE id = ?", number)
        return want(row) if row else None

    async def open_of(self, offer_id: int, person_id: int) -> Want | None:
        """What this person has going on about it."""
        row = await self.sql.row(
            "SELECT * FROM wants WHERE offer_id = ? AND person_id = ? AND state IN ('asked', 'yes')",
            offer_id,
            person_id,
        )
        return want(row) if row else None

    async def of_offer(self, offer_id: int, *states: str) -> list[Want]:
        rows = await self.sql.rows(
            """SELECT * FROM wants WHERE offer_id = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id""",
            offer_id, json.dumps(states or ("asked", "yes")),
        )  # fmt: skip
        return [want(row) for row in rows]

    async def mine(self, person_id: int) -> list[Want]:
        """What this person wants, for themselves or for somebody, and is not over; newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM wants WHERE person_id = ?1 AND state IN ('asked', 'yes')
               UNION SELECT * FROM wants WHERE by_id = ?1 AND state IN ('asked', 'yes') ORDER BY id DESC""",
            person_id,
        )
        return [want(row) for row in rows]

    async def asked_of(self, person_id: int) -> list[Want]:
        """What neighbours ask of this person's shelf and waits for an answer, the oldest first."""
        rows = await self.sql.rows(
            """SELECT wants.* FROM offers JOIN wants ON wants.offer_id = offers.id
               WHERE offers.person_id = ?1 AND wants.state IN ('asked', 'yes')
               UNION SELECT wants.* FROM offers JOIN wants ON wants.offer_id = offers.id
               WHERE offers.by_id = ?1 AND wants.state IN ('asked', 'yes') ORDER BY id""",
            person_id,
        )
        return [want(row) for row in rows]

    async def of(self, person_id: int) -> list[Want]:
        rows = await self.sql.rows(
            "SELECT * FROM wants WHERE person_id = ?1 UNION SELECT * FROM wants WHERE by_id = ?1 ORDER BY id", person_id
        )
        return [want(row) for row in rows]

    async def count_waiting(self, person_id: int) -> int:
        """How many wait for a yes."""
        return int(
            await self.sql.value("SELECT count(*) FROM wants WHERE person_id = ? AND state = 'asked'", person_id)
        )

    async def count_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value("SELECT count(*) FROM wants WHERE person_id = ? AND asked_at >= ?", person_id, since)
        )

    async def prune(self, before: int) -> int:
        return await self.sql.run("DELETE FROM wants WHERE decided_at < ?", before)


def want(row: Row) -> Want:
    return Want(**{**dict(row), "holder_shown": bool(row["holder_shown"]), "wanter_shown": bool(row["wanter_shown"])})
