"""Rooms: a chat, or a topic in one. Cards and notes name rooms, never chats."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Row

from bot.domain.people import Room
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "notes.room_id",
        export="SELECT method, payload FROM notes WHERE room_id IN (SELECT id FROM rooms WHERE person_id = ?)",
        forget="""DELETE FROM notes WHERE room_id IN (SELECT id FROM rooms WHERE person_id = ?1)
                  OR thing IN (SELECT 'ask_' || id FROM asks WHERE ?1 IN (person_id, by_id))
                  OR thing IN (SELECT 'ask_' || ask_id FROM givers WHERE ?1 IN (person_id, by_id))
                  OR thing IN (SELECT 'wish_' || id FROM wishes WHERE ?1 IN (person_id, by_id))""",
    ),
    Trace(
        "rooms.person_id",
        export="SELECT kind, language FROM rooms WHERE person_id = ?",
        forget="""UPDATE rooms SET person_id = NULL, chat_id = -4503599627370496 - id, title = NULL, kind = 'group',
                         paused_at = 0 WHERE person_id = ?""",
    ),
    Trace(
        "room_wishes.by_id",
        export="SELECT name, at FROM room_wishes WHERE by_id = ?",
        forget="UPDATE room_wishes SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "members.person_id",
        export="SELECT room_id FROM members WHERE person_id = ?",
        forget="DELETE FROM members WHERE person_id = ?",
    ),
]


@dataclass(frozen=True)
class Wish:
    """Which place a room shall belong to: one of the register, or a new one by its name. `at`: Unix seconds, UTC."""

    room_id: int
    by_id: int | None
    place_id: int | None
    name: str
    at: int


class Rooms(Store):
    async def get(self, room_id: int) -> Room:
        row = await self.sql.row("SELECT * FROM rooms WHERE id = ?", room_id)
        assert row, "rooms are never deleted"
        return room(row)

    async def blocked(self) -> list[Room]:
        """Groups in which nothing is said or heard."""
        rows = await self.sql.rows(
            "SELECT * FROM rooms WHERE blocked_at IS NOT NULL AND kind = 'group' AND thread_id = 0 ORDER BY id"
        )
        return [room(row) for row in rows]

    async def enter(self, chat_id: int, thread_id: int, person_id: int | None) -> tuple[Room, bool] | None:
        """The room and whether this person is known in it."""
        row = await self.sql.row(
            """SELECT rooms.*, EXISTS (SELECT 1 FROM members WHERE room_id = rooms.id AND person_id = ?) AS known
               FROM rooms WHERE chat_id = ? AND thread_id = ?""",
            person_id, chat_id, thread_id,
        )  # fmt: skip
        return (room(row), bool(row["known"])) if row else None

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

    async def groups_of(self, person_id: int) -> list[Room]:
        """Groups where this person is known; the one of the widest place first."""
        rows = await self.sql.rows(
            """SELECT rooms.* FROM members JOIN rooms ON rooms.id = room_id LEFT JOIN places ON places.id = place_id
               WHERE members.person_id = ? AND rooms.kind = 'group' AND paused_at IS NULL
               ORDER BY rooms.place_id IS NULL, places.parent_id IS NOT NULL, rooms.id""",
            person_id,
        )
        return [room(row) for row in rows]

    async def community_groups(self) -> list[Room]:
        """The groups of the whole community."""
        rows = await self.sql.rows(
            """SELECT rooms.* FROM rooms JOIN places ON places.id = place_id
               WHERE places.parent_id IS NULL AND rooms.kind = 'group' AND paused_at IS NULL AND thread_id = 0
               ORDER BY rooms.id"""
        )
        return [room(row) for row in rows]

    async def of_places(self) -> list[Room]:
        """The groups that belong to a place, the widest first."""
        rows = await self.sql.rows(
            """SELECT rooms.* FROM rooms JOIN places ON places.id = place_id
               WHERE rooms.kind = 'group' AND paused_at IS NULL AND thread_id = 0
               ORDER BY places.parent_id IS NOT NULL, rooms.id"""
        )
        return [room(row) for row in rows]

    async def open_to(self, person_id: int) -> list[Room]:
        """Where this person may say something: groups that know them; for a resident the community's, too."""
        resident = await self.sql.value("SELECT 1 FROM residents WHERE person_id = ?", person_id)
        found = [*(await self.community_groups() if resident else []), *await self.groups_of(person_id)]
        return list({room.id: room for room in found}.values())

    async def at(self, place_id: int) -> list[Room]:
        """The groups and topics that belong to a place itself."""
        rows = await self.sql.rows(
            "SELECT * FROM rooms WHERE place_id = ? AND kind = 'group' AND paused_at IS NULL ORDER BY id", place_id
        )
        return [room(row) for row in rows]

    async def find(self, room_id: int) -> Room | None:
        """The room of a number that somebody might have forged."""
        row = await self.sql.row("SELECT * FROM rooms WHERE id = ?", room_id)
        return room(row) if row else None

    async def groups(self) -> list[Room]:
        """Every group and topic that lets us speak, those without a place first."""
        rows = await self.sql.rows(
            "SELECT * FROM rooms WHERE kind = 'group' AND paused_at IS NULL ORDER BY place_id IS NOT NULL, id"
        )
        return [room(row) for row in rows]

    async def bound(self) -> list[Room]:
        """Every group and topic that belongs to a place and lets us speak."""
        rows = await self.sql.rows(
            "SELECT * FROM rooms WHERE place_id IS NOT NULL AND kind = 'group' AND paused_at IS NULL ORDER BY id"
        )
        return [room(row) for row in rows]

    async def wish(self, room_id: int, by_id: int | None, place_id: int | None, name: str, at: int) -> None:
        """Which place somebody says the room belongs to; the first to add us stays who is asked."""
        await self.sql.run(
            """INSERT INTO room_wishes (room_id, by_id, place_id, name, at) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (room_id) DO UPDATE SET place_id = excluded.place_id, name = excluded.name, at = excluded.at,
                 by_id = ifnull(by_id, excluded.by_id)""",
            room_id, by_id, place_id, name, at,
        )  # fmt: skip

    async def wished(self, room_id: int) -> Wish | None:
        row = await self.sql.row("SELECT * FROM room_wishes WHERE room_id = ?", room_id)
        return Wish(**row) if row else None

    async def fulfilled(self, room_id: int) -> None:
        await self.sql.run("DELETE FROM room_wishes WHERE room_id = ?", room_id)

    async def wishes(self) -> list[Wish]:
        """What a steward has not agreed to yet."""
        rows = await self.sql.rows(
            """SELECT room_wishes.* FROM room_wishes JOIN rooms ON rooms.id = room_id
               WHERE (room_wishes.place_id IS NOT NULL OR name <> '') AND paused_at IS NULL ORDER BY at, room_id"""
        )
        return [Wish(**row) for row in rows]

    async def has_community_group(self) -> bool:
        """Whether any group, even one that removed us for now, is the whole community's."""
        return bool(
            await self.sql.value(
                """SELECT 1 FROM rooms JOIN places ON places.id = place_id
                   WHERE places.parent_id IS NULL AND rooms.kind = 'group'"""
            )
        )

    async def belongs_to(self, room_id: int, place_id: int) -> None:
        """A group's topics follow it, but those that have a place of their own."""
        await self.sql.run(
            """UPDATE rooms SET place_id = ?1 WHERE id IN (
                 SELECT ?2 UNION
                 SELECT topic.id FROM rooms AS general JOIN rooms AS topic USING (chat_id)
                 WHERE general.id = ?2 AND general.thread_id = 0 AND topic.place_id IS general.place_id)""",
            place_id, room_id,
        )  # fmt: skip

    async def speaks(self, chat_id: int, language: str) -> None:
        await self.sql.run("UPDATE rooms SET language = ? WHERE chat_id = ?", language, chat_id)

    async def pause(self, chat_id: int, at: int) -> None:
        """The bot was removed; everything is kept."""
        await self.sql.run("UPDATE rooms SET paused_at = ifnull(paused_at, ?) WHERE chat_id = ?", at, chat_id)

    async def revive(self, chat_id: int) -> bool:
        """The bot is back; whether it had been away. Open cards are drawn again."""
        was_away = await self.sql.run("UPDATE rooms SET paused_at = NULL WHERE chat_id = ? AND paused_at > 0", chat_id)
        if was_away:
            await self.sql.run(
                """UPDATE cards SET wanted = wanted + 1
                   WHERE pressable AND room_id IN (SELECT id FROM rooms WHERE chat_id = ?)""",
                chat_id,
            )
        return bool(was_away)

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
