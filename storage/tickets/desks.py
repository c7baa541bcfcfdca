"""Desks and followers: to whom a ticket was given, and whose fault it is, too."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "ticket_desks.person_id",
        export="SELECT ticket_id, level, at FROM ticket_desks WHERE person_id = ?",
        forget="DELETE FROM ticket_desks WHERE person_id = ?",
    ),
    Trace(
        "ticket_followers.person_id",
        export="SELECT category, state, at FROM ticket_followers JOIN tickets ON id = ticket_id"
        " WHERE ticket_followers.person_id = ?",
        forget="DELETE FROM ticket_followers WHERE person_id = ?",
    ),
    Trace(
        "ticket_followers.by_id",
        export="SELECT category, at FROM ticket_followers JOIN tickets ON id = ticket_id"
        " WHERE ticket_followers.by_id = ?",
        forget="UPDATE ticket_followers SET by_id = NULL WHERE by_id = ?",
    ),
]

KNOWS = -1
"""The level of a desk that only hears of a ticket."""


@dataclass(frozen=True)
class Desk:
    """Somebody to whom a ticket was given. `level`: at which step; `KNOWS`: they are only told of it."""

    ticket_id: int
    person_id: int
    level: int
    at: int
    reached: bool


class Desks(Store):
    async def given(self, ticket_id: int, person_id: int, level: int, at: int, *, reached: bool) -> None:
        """Given to them; who knew of it only, or had it at an earlier step, may take it now."""
        await self.sql.run(
            """INSERT INTO ticket_desks (ticket_id, person_id, level, at, reached) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET level = max(level, excluded.level), reached = excluded.reached""",
            ticket_id, person_id, level, at, int(reached),
        )  # fmt: skip

    async def of(self, ticket_id: int) -> list[Desk]:
        """Who has it on the desk, in the order in which it came to them."""
        rows = await self.sql.rows(
            "SELECT * FROM ticket_desks WHERE ticket_id = ? ORDER BY level < 0, level, at, person_id", ticket_id
        )
        return [Desk(**(dict(row) | {"reached": bool(row["reached"])})) for row in rows]

    async def not_reached(self, ticket_id: int, person_id: int) -> None:
        await self.sql.run(
            "UPDATE ticket_desks SET reached = 0 WHERE ticket_id = ? AND person_id = ?", ticket_id, person_id
        )

    async def cleared(self, ticket_id: int, person_id: int) -> None:
        """It is not theirs any more, be it that an office was handed over."""
        await self.sql.run("DELETE FROM ticket_desks WHERE ticket_id = ? AND person_id = ?", ticket_id, person_id)

    async def follow(self, ticket_id: int, person_id: int, by_id: int | None, at: int) -> bool:
        """Me too. False: they followed it already."""
        return bool(
            await self.sql.run(
                """INSERT INTO ticket_followers (ticket_id, person_id, by_id, at) VALUES (?, ?, ?, ?)
                   ON CONFLICT DO NOTHING""",
                ticket_id, person_id, by_id, at,
            )
        )  # fmt: skip

    async def follows_alone(self, ticket_id: int, person_id: int) -> None:
        """Nobody follows it on their behalf any more."""
        await self.sql.run(
            "UPDATE ticket_followers SET by_id = NULL WHERE ticket_id = ? AND person_id = ?", ticket_id, person_id
        )

    async def unfollow(self, ticket_id: int, person_id: int) -> bool:
        return bool(
            await self.sql.run(
                "DELETE FROM ticket_followers WHERE ticket_id = ? AND person_id = ?", ticket_id, person_id
            )
        )

    async def followers(self, ticket_id: int) -> list[tuple[int, int | None]]:
        """(person, who follows on their behalf), the first to follow first."""
        rows = await self.sql.rows(
            "SELECT person_id, by_id FROM ticket_followers WHERE ticket_id = ? ORDER BY at, person_id", ticket_id
        )
        return [(row["person_id"], row["by_id"]) for row in rows]

    async def count(self, ticket_id: int) -> int:
        """How many homes have it, too; a follower without a known home counts as one."""
        return int(
            await self.sql.value(
                """SELECT count(DISTINCT ifnull(
                     (SELECT min(residents.place_id) FROM residents JOIN places ON places.id = residents.place_id
                      WHERE residents.person_id = ticket_followers.person_id AND kind = 'dwelling'),
                     -ticket_followers.person_id))
                   FROM ticket_followers WHERE ticket_id = ?""",
                ticket_id,
            )
        )

    async def move_followers(self, from_id: int, to_id: int) -> None:
        """Whoever followed the one follows the other."""
        await self.sql.run(
            """INSERT INTO ticket_followers (ticket_id, person_id, by_id, at)
               SELECT ?2, person_id, by_id, at FROM ticket_followers WHERE ticket_id = ?1 ON CONFLICT DO NOTHING""",
            from_id, to_id,
        )  # fmt: skip
