"""Offices: who holds which title where, since when, and who granted it."""

from __future__ import annotations

import json
from itertools import groupby
from sqlite3 import Row

from bot.domain.people import Office
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "offices.person_id",
        export="SELECT title, place_id, since, until, phone, shows_account FROM offices WHERE person_id = ?",
        forget="DELETE FROM offices WHERE person_id = ?",
    ),
    Trace(
        "offices.granted_by",
        export="SELECT title, place_id, since FROM offices WHERE granted_by = ?",
        forget="UPDATE offices SET granted_by = NULL WHERE granted_by = ?",
    ),
]


class Offices(Store):
    async def of(self, person_id: int) -> list[Office]:
        """What this person holds now."""
        rows = await self.sql.rows("SELECT * FROM offices WHERE person_id = ? AND until IS NULL ORDER BY id", person_id)
        return [office(row) for row in rows]

    async def titles_at_or_above(self, person_id: int, place_id: int | None) -> frozenset[str]:
        """The titles this person holds at the place or anywhere above it; a steward's own title as what it is like."""
        rows = await self.sql.rows(
            """SELECT DISTINCT ifnull(same_as, title) AS title
               FROM offices JOIN above ON above_id = offices.place_id LEFT JOIN titles ON key = title
               WHERE above.place_id = ? AND person_id = ? AND until IS NULL""",
            place_id, person_id,
        )  # fmt: skip
        return frozenset(row["title"] for row in rows)

    async def titles_of(self, person_id: int) -> frozenset[str]:
        """The titles this person holds at any place."""
        rows = await self.sql.rows(
            """SELECT DISTINCT ifnull(same_as, title) AS title FROM offices LEFT JOIN titles ON key = title
               WHERE person_id = ? AND until IS NULL""",
            person_id,
        )
        return frozenset(row["title"] for row in rows)

    async def answerable(self, place_id: int, titles: list[str]) -> list[tuple[int, list[Office]]]:
        """Who holds one of these titles at the place or above it: (place, offices), the nearest place first."""
        rows = await self.sql.rows(
            """SELECT offices.*, above_id FROM above JOIN offices ON offices.place_id = above_id
                 JOIN places ON places.id = above_id LEFT JOIN titles ON key = title
               WHERE above.place_id = ? AND until IS NULL AND ifnull(same_as, title) IN (SELECT value FROM json_each(?))
               ORDER BY distance, places.kind <> 'neighbours', offices.id""",
            place_id, json.dumps(titles),
        )  # fmt: skip
        return [(key, [office(row) for row in group]) for key, group in groupby(rows, lambda row: row["above_id"])]

    async def holders(self, title: str) -> list[int]:
        """Who holds this title anywhere, each once."""
        rows = await self.sql.rows(
            "SELECT DISTINCT person_id FROM offices WHERE title = ? AND until IS NULL ORDER BY id", title
        )
        return [row["person_id"] for row in rows]

    async def everybody(self) -> list[int]:
        """Whoever holds any office now, each once."""
        rows = await self.sql.rows("SELECT DISTINCT person_id FROM offices WHERE until IS NULL ORDER BY person_id")
        return [row["person_id"] for row in rows]

    async def appoint(self, person_id: int, title: str, place_id: int, granted_by: int | None, at: int) -> None:
        await self.sql.run(
            "INSERT INTO offices (title, place_id, person_id, granted_by, since) VALUES (?, ?, ?, ?, ?)",
            title, place_id, person_id, granted_by, at,
        )  # fmt: skip


def office(row: Row) -> Office:
    return Office(
        id=row["id"],
        title=row["title"],
        place_id=row["place_id"],
        person_id=row["person_id"],
        granted_by=row["granted_by"],
        since=row["since"],
        until=row["until"],
        phone=row["phone"],
        shows_account=bool(row["shows_account"]),
        stands_in_for=row["stands_in_for"],
        ends_at=row["ends_at"],
    )
