"""Festivals' rows: what is collected where and until when, and how many wishes each has."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.domain.festivals import Counts, Festival
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "festivals.person_id",
        export="SELECT name, state, made_at, closed_at FROM festivals WHERE person_id = ?",
        forget="UPDATE festivals SET person_id = NULL WHERE person_id = ?",
    ),
]

KNOWS_THE_PLACE = """(EXISTS (SELECT 1 FROM residents WHERE residents.person_id = ?1)
                 OR EXISTS (SELECT 1 FROM offices WHERE offices.person_id = ?1 AND offices.until IS NULL)
                 OR EXISTS (SELECT 1 FROM members JOIN rooms ON rooms.id = room_id
                            WHERE members.person_id = ?1 AND rooms.place_id IS NOT NULL))"""
"""A neighbour: at home here, in an office, or known in a group that belongs to a place."""

HUNG = """wishes.state = 'open' AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'wish_' || wishes.id)"""
_TAKEN = "EXISTS (SELECT 1 FROM grantors WHERE wish_id = wishes.id AND grantors.state = 'giving')"
FILTERS = {
    "waiting": "wishes.state = 'waiting'",
    "open": f"{HUNG} AND NOT {_TAKEN}",
    "taken": f"wishes.state = 'open' AND {_TAKEN}",
    "granted": "wishes.state = 'granted'",
    "all": "wishes.state NOT IN ('draft', 'withdrawn')",
}
"""What a wish board can be narrowed to."""


class Festivals(Store):
    async def make(self, name: str, place_id: int, person_id: int, at: int, collects: int, grants: int) -> Festival:
        number = await self.sql.value(
            """INSERT INTO festivals (name, place_id, person_id, state, made_at, collects, grants)
               VALUES (?, ?, ?, 'draft', ?, ?, ?) RETURNING id""",
            name, place_id, person_id, at, collects, grants,
        )  # fmt: skip
        return Festival(number, name, place_id, person_id, "draft", at, None, collects, grants)

    async def get(self, number: int) -> Festival | None:
        row = await self.sql.row("SELECT * FROM festivals WHERE id = ?", number)
        return Festival(**row) if row else None

    async def visible_to(self, person_id: int, number: int) -> Festival | None:
        """The festival, if this person may know of it: whoever runs it; once it is open, neighbours."""
        row = await self.sql.row(
            f"""SELECT * FROM festivals WHERE id = ?2 AND (person_id = ?1
                  OR state NOT IN ('draft', 'dropped') AND {KNOWS_THE_PLACE})""",  # noqa: S608  # fixed text
            person_id, number,
        )  # fmt: skip
        return Festival(**row) if row else None

    async def save(self, it: Festival) -> None:
        await self.sql.run(
            """UPDATE festivals SET name = ?, place_id = ?, person_id = ?, state = ?, opened_at = ?, collects = ?,
                 grants = ?, posted_at = ?, nudged_at = ?, asked_at = ?, closed_at = ? WHERE id = ?""",
            it.name, it.place_id, it.person_id, it.state, it.opened_at, it.collects,
            it.grants, it.posted_at, it.nudged_at, it.asked_at, it.closed_at, it.id,
        )  # fmt: skip

    async def delete_draft(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM festivals WHERE id = ? AND state = 'draft'", number))

    async def run_by(self, person_id: int) -> list[Festival]:
        """What this person runs that is not over, newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM festivals WHERE person_id = ? AND state IN ('draft', 'collecting', 'granting')
               ORDER BY id DESC""",
            person_id,
        )
        return [Festival(**row) for row in rows]

    async def open_around(self, place_id: int) -> list[Festival]:
        """The open ones of a place and of those it lies in, the one that ends first before the others."""
        rows = await self.sql.rows(
            """SELECT festivals.* FROM above JOIN festivals ON festivals.place_id = above_id
               WHERE above.place_id = ? AND state IN ('collecting', 'granting') ORDER BY grants, id""",
            place_id,
        )
        return [Festival(**row) for row in rows]

    async def open_within(self, place_ids: Iterable[int]) -> list[Festival]:
        """The open ones of these places, of what lies in them and of what they lie in."""
        rows = await self.sql.rows(
            """SELECT festivals.* FROM festivals WHERE state IN ('collecting', 'granting') AND place_id IN (
                 SELECT above_id FROM above WHERE place_id IN (SELECT value FROM json_each(?1))
                 UNION SELECT place_id FROM above WHERE above_id IN (SELECT value FROM json_each(?1)))
               ORDER BY grants, id""",
            json.dumps(list(place_ids)),
        )
        return [Festival(**row) for row in rows]

    async def run_at(self, place_id: int, person_id: int) -> list[Festival]:
        """What this person runs at a place or in it and is not over."""
        rows = await self.sql.rows(
            """SELECT festivals.* FROM above JOIN festivals ON festivals.place_id = above.place_id
               WHERE above_id = ? AND person_id = ? AND state IN ('draft', 'collecting', 'granting')""",
            place_id, person_id,
        )  # fmt: skip
        return [Festival(**row) for row in rows]

    async def counts(self, number: int) -> Counts:
        row = await self.sql.row(
            f"""SELECT count(*) FILTER (WHERE {FILTERS["waiting"]}) AS waiting,
                       count(*) FILTER (WHERE {FILTERS["open"]}) AS open,
                       count(*) FILTER (WHERE {FILTERS["taken"]}) AS taken,
                       count(*) FILTER (WHERE wishes.state = 'granted') AS granted,
                       count(*) FILTER (WHERE wishes.state = 'ended') AS ended
                FROM wishes WHERE festival_id = ?""",  # noqa: S608  # fixed text
            number,
        )
        assert row
        return Counts(**row)

    async def thanked(self, number: int) -> tuple[list[int], int]:
        """Who granted something: those whom the thanks may name, and how many others there are."""
        rows = await self.sql.rows(
            """SELECT grantors.person_id, max(named) AS named FROM wishes
                 JOIN grantors ON wish_id = wishes.id AND grantors.state = 'given'
               WHERE festival_id = ? AND wishes.state = 'granted' GROUP BY 1 ORDER BY min(grantors.since)""",
            number,
        )
        named = [row["person_id"] for row in rows if row["named"]]
        return named, len(rows) - len(named)
