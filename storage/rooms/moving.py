"""A chat gets another id, a topic is lost: what it shows and what waits for it moves along."""

from __future__ import annotations

from bot.domain.people import Room
from storage.rooms.entering import Entering


class Moving(Entering):
    async def migrates(self, old_chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: one id changes, old message ids are dead, open cards are drawn anew.

        Telegram says it in both chats, in either order: of two rooms the older one, which has the history, stays.
        """
        await self.sql.run(
            """UPDATE cards SET message_id = NULL, reply_to = NULL, wanted = wanted + pressable
               WHERE room_id IN (SELECT id FROM rooms WHERE chat_id = ?)""",
            old_chat_id,
        )
        await self._forget_about_messages("SELECT id FROM rooms WHERE chat_id = ?", old_chat_id)
        pairs = await self.sql.rows(
            """SELECT min(a.id, b.id) AS stays, max(a.id, b.id) AS goes
               FROM rooms AS a JOIN rooms AS b USING (thread_id)
               WHERE a.chat_id = ? AND b.chat_id = ?""",
            new_chat_id, old_chat_id,
        )  # fmt: skip
        for pair in pairs:
            await self._move(pair["goes"], pair["stays"])
            await self.sql.run("DELETE FROM rooms WHERE id = ?", pair["goes"])
        await self.sql.run(
            """UPDATE rooms SET chat_id = ?, paused_at = CASE WHEN blocked_at IS NULL THEN NULL ELSE paused_at END
               WHERE chat_id = ?""",
            new_chat_id, old_chat_id,
        )  # fmt: skip

    async def lost_topic(self, room: Room) -> Room:
        """The topic is gone: what it shows and what waits for it moves to General."""
        found = await self.enter(room.chat_id, 0, None)
        general = found[0] if found else await self.open(room.chat_id, 0, room.title)
        await self._move(room.id, general.id)
        return general

    async def _forget_about_messages(self, rooms: str, value: int) -> None:
        """What was promised about a message of a chat that is gone must not touch its namesake elsewhere."""
        await self.sql.run(
            f"DELETE FROM notes WHERE room_id IN ({rooms}) AND payload ->> 'message_id' IS NOT NULL",  # noqa: S608  # fixed text
            value,
        )

    async def _move(self, from_id: int, to_id: int) -> None:
        """A message id belongs to the room it was sent in: every card is drawn anew in its new one."""
        await self.sql.run(
            """UPDATE OR REPLACE cards SET room_id = ?, message_id = NULL, reply_to = NULL, wanted = wanted + pressable
               WHERE room_id = ?""",
            to_id, from_id,
        )  # fmt: skip
        await self.sql.run("UPDATE OR REPLACE questions SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE OR REPLACE members SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self._forget_about_messages("?", from_id)
        await self.sql.run("UPDATE notes SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE OR REPLACE cases SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE asks SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE tickets SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE dangers SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE OR REPLACE room_wishes SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE joins SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE OR REPLACE knocks SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE OR REPLACE group_links SET room_id = ? WHERE room_id = ?", to_id, from_id)
        await self.sql.run("UPDATE OR IGNORE circles SET room_id = ? WHERE room_id = ?", to_id, from_id)
