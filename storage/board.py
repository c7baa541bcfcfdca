"""Boards: which groups have one, and how often it may be drawn anew."""

from __future__ import annotations

from bot.domain.people import Room
from storage.rooms import room
from storage.sql import Store

_HANGS = """UPDATE cards SET wanted = wanted + 1, outage_from = NULL, outage_to = NULL, failures = 0,
             not_before = CASE WHEN wanted = drawn THEN max(?1, max(promised_at, not_before) + ?2) ELSE not_before END,
             promised_at = CASE WHEN wanted = drawn THEN ?1 ELSE promised_at END
           WHERE view = 'board' AND thing IN """


class Boards(Store):
    async def homes(self) -> list[Room]:
        """Where a board belongs: once in each group of a place; of several topics the one that was bound first."""
        rows = await self.sql.rows(
            """SELECT * FROM rooms WHERE id IN (
                 SELECT min(id) FROM rooms
                 WHERE place_id IS NOT NULL AND kind = 'group' AND paused_at IS NULL GROUP BY chat_id)
               ORDER BY id"""
        )
        return [room(row) for row in rows]

    async def home(self, chat_id: int) -> Room | None:
        """Where the board of this group belongs; None if the group belongs to no place."""
        row = await self.sql.row(
            "SELECT * FROM rooms WHERE chat_id = ? AND place_id IS NOT NULL AND kind = 'group' ORDER BY id LIMIT 1",
            chat_id,
        )
        return room(row) if row else None

    async def redraw_in(self, room_id: int, at: int, every: int) -> bool:
        """The board of this room's group shows the truth again, at most once in so many seconds."""
        return bool(
            await self.sql.run(
                f"""{_HANGS} (SELECT 'board_' || home.id FROM rooms AS here JOIN rooms AS home USING (chat_id)
                            WHERE here.id = ?3)""",  # noqa: S608  # fixed text
                at,
                every,
                room_id,
            )
        )

    async def redraw_at(self, place_id: int, at: int, every: int) -> bool:
        """The boards of every group of this place, of what lies in it and of what it lies in."""
        return bool(
            await self.sql.run(
                f"""{_HANGS} (SELECT 'board_' || id FROM rooms WHERE place_id IN (
                              SELECT place_id FROM above WHERE above_id = ?3
                              UNION SELECT above_id FROM above WHERE place_id = ?3))""",  # noqa: S608  # fixed text
                at,
                every,
                place_id,
            )
        )
