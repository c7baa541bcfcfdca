"""What an evening and a month are counted from: pleas, wishes, notices, new neighbours; numbers, never a name."""

from __future__ import annotations

from bot.domain.months import Plea
from storage.sql import Store


class Months(Store):
    """`place_id`: at this place or anywhere in it; from `since` until before `until` (Unix seconds, UTC)."""

    async def pleas(self, place_id: int, since: int, until: int) -> list[Plea]:
        rows = await self.sql.rows(
            """SELECT opened_at, state,
                      (SELECT min(at) FROM journal WHERE thing = 'ask_' || asks.id AND verb = 'ask.taken') AS taken_at
               FROM asks LEFT JOIN rooms ON rooms.id = room_id
               WHERE opened_at >= ?2 AND opened_at < ?3 AND state <> 'draft' AND EXISTS (
                 SELECT 1 FROM above WHERE place_id = ifnull(asks.place_id, rooms.place_id) AND above_id = ?1)""",
            place_id, since, until,
        )  # fmt: skip
        return [Plea(row["opened_at"], row["taken_at"], row["state"]) for row in rows]

    async def waiting(self, place_id: int, before: int) -> list[int | None]:
        """Where the pleas are from that were opened before that moment and still wait; not what is hidden for now."""
        rows = await self.sql.rows(
            """SELECT asks.place_id FROM above CROSS JOIN asks ON asks.place_id = above.place_id
               WHERE above_id = ?1 AND state IN ('open', 'unanswered') AND opened_at < ?2
                 AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)
               UNION ALL
               SELECT NULL FROM above CROSS JOIN rooms ON rooms.place_id = above.place_id
                 CROSS JOIN asks ON asks.room_id = rooms.id
               WHERE above_id = ?1 AND state IN ('open', 'unanswered') AND opened_at < ?2 AND asks.place_id IS NULL
                 AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)""",
            place_id, before,
        )  # fmt: skip
        return [row["place_id"] for row in rows]

    async def wishes(self, place_id: int, since: int, until: int) -> int:
        """Small wishes that were granted."""
        return int(
            await self.sql.value(
                """SELECT count(*) FROM wishes JOIN festivals ON festivals.id = festival_id
                   WHERE ended_at >= ?2 AND ended_at < ?3 AND wishes.state = 'granted' AND EXISTS (
                     SELECT 1 FROM above
                     WHERE place_id = ifnull(wishes.place_id, festivals.place_id) AND above_id = ?1)""",
                place_id, since, until,
            )
        )  # fmt: skip

    async def notices(self, place_id: int, since: int, until: int) -> int:
        """Notices that were published, and known faults."""
        return int(
            await self.sql.value(
                """SELECT count(*) FROM notices WHERE published_at >= ?2 AND published_at < ?3 AND EXISTS (
                     SELECT 1 FROM above WHERE above.place_id = notices.place_id AND above_id = ?1)""",
                place_id, since, until,
            )
        )  # fmt: skip

    async def neighbours(self, place_id: int, since: int, until: int) -> int:
        """Who came to be at home there."""
        return int(
            await self.sql.value(
                """SELECT count(DISTINCT person_id) FROM residents
                   WHERE since > 0 AND since >= ?2 AND since < ?3 AND EXISTS (
                     SELECT 1 FROM above WHERE above.place_id = residents.place_id AND above_id = ?1)""",
                place_id, since, until,
            )
        )  # fmt: skip

    async def confirmations(self, place_id: int, since: int, until: int) -> int:
        """Homes that somebody in office confirmed."""
        return int(
            await self.sql.value(
                """SELECT count(*) FROM journal WHERE verb = 'join.confirmed' AND at >= ?2 AND at < ?3 AND EXISTS (
                     SELECT 1 FROM above WHERE above.place_id = journal.place_id AND above_id = ?1)""",
                place_id, since, until,
            )
        )  # fmt: skip

    async def rooms(self, place_id: int) -> list[int]:
        """The groups that belong to a place or to what lies in it, and let us speak."""
        rows = await self.sql.rows(
            """SELECT min(rooms.id) AS id FROM above JOIN rooms ON rooms.place_id = above.place_id
               WHERE above_id = ? AND rooms.kind = 'group' AND paused_at IS NULL GROUP BY rooms.chat_id ORDER BY 1""",
            place_id,
        )
        return [row["id"] for row in rows]
