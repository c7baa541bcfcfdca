"""A room is entered: found by its chat and topic, or made; who is known in it."""

from __future__ import annotations

from sqlite3 import Row

from bot.domain.people import Room
from storage.sql import Store


class Entering(Store):
    async def get(self, room_id: int) -> Room:
        return await self.sql.once(("room", room_id), lambda: self._get(room_id))

    async def _get(self, room_id: int) -> Room:
        row = await self.sql.row("SELECT * FROM rooms WHERE id = ?", room_id)
        assert row, "rooms are never deleted"
        return room(row)

    async def enter(self, chat_id: int, thread_id: int, person_id: int | None) -> tuple[Room, bool] | None:
        """The room and whether this person is known in it."""
        row = await self.sql.row(
            """SELECT rooms.*, EXISTS (SELECT 1 FROM members WHERE room_id = rooms.id AND person_id = ?) AS known
               FROM rooms WHERE chat_id = ? AND thread_id = ?""",
            person_id, chat_id, thread_id,
        )  # fmt: skip
        return (self.sql.knows(("room", row["id"]), room(row)), bool(row["known"])) if row else None

    async def open(self, chat_id: int, thread_id: int, title: str | None) -> Room:
        """A group, or a topic in one. A topic speaks its group's language and belongs to its group's place."""
        number = await self.sql.value(
            """INSERT INTO rooms (chat_id, thread_id, kind, title, language, place_id, blocked_at, paused_at)
               SELECT ?1, ?2, 'group', ?3, general.language, general.place_id, general.blocked_at,
                      CASE WHEN general.blocked_at IS NOT NULL THEN general.paused_at END
               FROM (SELECT 1) LEFT JOIN rooms AS general ON general.chat_id = ?1 AND general.thread_id = 0
               RETURNING id""",
            chat_id, thread_id, title,
        )  # fmt: skip
        return await self.get(number)

    async def private(self, person_id: int, telegram_id: int) -> Room:
        """The private chat with a person; made when first asked for."""
        return await self.sql.once(("private", person_id), lambda: self._private(person_id, telegram_id))

    async def _private(self, person_id: int, telegram_id: int) -> Room:
        row = await self.sql.row("SELECT * FROM rooms WHERE person_id = ? AND kind = 'private'", person_id)
        if row:
            return room(row)
        number = await self.sql.value(
            """INSERT INTO rooms (chat_id, kind, person_id) VALUES (?, 'private', ?)
               ON CONFLICT (chat_id, thread_id) DO UPDATE SET kind = 'private', person_id = excluded.person_id
               RETURNING id""",
            telegram_id, person_id,
        )  # fmt: skip
        return await self.get(number)

    async def is_awake(self, room_id: int) -> None:
        """Somebody is here: what was held back for the morning comes now."""
        for table in ("cards", "notes"):
            await self.sql.run(
                f"UPDATE {table} SET not_before = 0 WHERE room_id = ? AND not_before > 0 AND failures = 0",  # noqa: S608  # fixed names
                room_id,
            )

    async def joins(self, room_id: int, person_id: int) -> None:
        await self.sql.run("INSERT INTO members VALUES (?, ?) ON CONFLICT DO NOTHING", room_id, person_id)

    async def leaves(self, chat_id: int, person_id: int) -> None:
        await self.sql.run(
            "DELETE FROM members WHERE person_id = ? AND room_id IN (SELECT id FROM rooms WHERE chat_id = ?)",
            person_id, chat_id,
        )  # fmt: skip


def room(row: Row) -> Room:
    return Room(
        id=row["id"],
        chat_id=row["chat_id"],
        thread_id=row["thread_id"],
        kind=row["kind"],
        person_id=row["person_id"],
        place_id=row["place_id"],
        title=row["title"],
        language=row["language"],
        paused=row["paused_at"] is not None,
        blocked=row["blocked_at"] is not None,
    )
