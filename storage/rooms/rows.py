"""Rooms: which groups there are, which place each belongs to, which of them let us speak."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.people import Room
from storage.rooms.entering import room
from storage.rooms.moving import Moving
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
    """Which place a room shall belong to: one of the register, or a new one by its name. `at`: Unix seconds, UTC.

    With `circle` it is that circle's of the place: `heads`, `team` (a new one), or the number of one there is.
    """

    room_id: int
    by_id: int | None
    place_id: int | None
    name: str
    at: int
    circle: str = ""


class Rooms(Moving):
    async def blocked(self) -> list[Room]:
        """Groups in which nothing is said or heard."""
        rows = await self.sql.rows(
            "SELECT * FROM rooms WHERE blocked_at IS NOT NULL AND kind = 'group' AND thread_id = 0 ORDER BY id"
        )
        return [room(row) for row in rows]

    async def groups_of(self, person_id: int) -> list[Room]:
        """Groups where this person is known, the one of the widest place first; not those that are only a circle's."""
        rows = await self.sql.rows(
            """SELECT rooms.* FROM members JOIN rooms ON rooms.id = room_id LEFT JOIN places ON places.id = place_id
               WHERE members.person_id = ? AND rooms.kind = 'group' AND paused_at IS NULL
                 AND (rooms.place_id IS NOT NULL OR NOT EXISTS (
                   SELECT 1 FROM rooms AS met JOIN circles ON circles.room_id = met.id
                   WHERE met.chat_id = rooms.chat_id AND ended_at IS NULL))
               ORDER BY rooms.place_id IS NULL, places.parent_id IS NOT NULL, rooms.id""",
            person_id,
        )
        return [room(row) for row in rows]

    async def community_groups(self) -> list[Room]:
        """The groups of the whole community."""
        rows = await self.sql.rows(
            """SELECT rooms.* FROM places JOIN rooms ON rooms.place_id = places.id
               WHERE ifnull(parent_id, 0) = 0 AND rooms.kind = 'group' AND paused_at IS NULL AND thread_id = 0
               ORDER BY rooms.id"""
        )
        return [room(row) for row in rows]

    async def of_places(self) -> list[Room]:
        """The groups that belong to a place, the widest first."""
        rows = await self.sql.rows(
            """SELECT rooms.* FROM rooms JOIN places ON places.id = place_id
               WHERE place_id IS NOT NULL AND rooms.kind = 'group' AND paused_at IS NULL AND thread_id = 0
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

    async def wish(
        self, room_id: int, by_id: int | None, place_id: int | None, name: str, at: int, circle: str = ""
    ) -> None:
        """Which place somebody says the room belongs to; the first to add us stays who is asked."""
        await self.sql.run(
            """INSERT INTO room_wishes (room_id, by_id, place_id, name, at, circle) VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (room_id) DO UPDATE SET place_id = excluded.place_id, name = excluded.name, at = excluded.at,
                 circle = excluded.circle, by_id = ifnull(by_id, excluded.by_id)""",
            room_id, by_id, place_id, name, at, circle,
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

    async def belongs_to(self, room_id: int, place_id: int | None) -> None:
        """None: to no place. A group's topics follow it, but those that have a place of their own."""
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
