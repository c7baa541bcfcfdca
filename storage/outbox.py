"""The outbox: what waits to leave the house, cards and notes together, in the order of their urgency."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store


@dataclass(frozen=True)
class Waiting:
    """A promise that is due: a note by its number, or else a card by its thing and view."""

    room_id: int
    chat_id: int
    note: int | None
    thing: str | None
    view: str | None

    @property
    def is_card(self) -> bool:
        return self.note is None


class Outbox(Store):
    async def due(self, at: int, busy: list[int], most: int) -> list[Waiting]:
        """Most urgent first, then longest promised, a card before the note under it; not from rooms that are busy,
        paused, or whose person nothing reaches."""
        rows = await self.sql.rows(
            """SELECT room_id, chat_id, note, thing, view FROM (
                 SELECT * FROM (
                   SELECT room_id, chat_id, NULL AS note, thing, view, rank, promised_at FROM cards
                   JOIN rooms ON rooms.id = room_id LEFT JOIN people ON people.id = person_id
                   WHERE wanted > drawn AND not_before <= ?1 AND paused_at IS NULL AND unreachable_at IS NULL
                     AND room_id NOT IN (SELECT value FROM json_each(?2))
                   ORDER BY rank, promised_at LIMIT ?3)
                 UNION ALL
                 SELECT * FROM (
                   SELECT room_id, chat_id, notes.id, NULL, NULL, rank, promised_at FROM notes
                   JOIN rooms ON rooms.id = room_id
                   WHERE sending_at IS NULL AND not_before <= ?1 AND paused_at IS NULL
                     AND room_id NOT IN (SELECT value FROM json_each(?2))
                   ORDER BY rank, promised_at LIMIT ?3))
               ORDER BY rank, promised_at, note LIMIT ?3""",
            at, str(busy), most,
        )  # fmt: skip
        return [Waiting(*row) for row in rows]

    async def oldest_due(self, at: int) -> int | None:
        """Since when the oldest promise that could be kept waits."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            """SELECT min(since) FROM (
                 SELECT room_id, max(promised_at, not_before) AS since, 1 AS card FROM cards
                 WHERE wanted > drawn AND not_before <= ?1
                 UNION ALL
                 SELECT room_id, max(promised_at, not_before), 0 FROM notes
                 WHERE not_before <= ?1 AND sending_at IS NULL)
               JOIN rooms ON rooms.id = room_id LEFT JOIN people ON people.id = person_id
               WHERE paused_at IS NULL AND (card = 0 OR unreachable_at IS NULL)""",
            at,
        )
