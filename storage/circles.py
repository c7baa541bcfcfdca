"""Circles: everybody who holds a title at or below a place, or a list of people."""

from __future__ import annotations

from bot.domain.circles import KINDS, Circle
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "circles.lead_id",
        export="SELECT name, made_at, ended_at FROM circles WHERE lead_id = ?",
        forget="UPDATE circles SET lead_id = NULL WHERE lead_id = ?",
    ),
    Trace(
        "circles.made_by",
        export="SELECT name, made_at FROM circles WHERE made_by = ?",
        forget="UPDATE circles SET made_by = NULL WHERE made_by = ?",
    ),
    Trace(
        "circle_members.person_id",
        export="SELECT name, since FROM circle_members JOIN circles ON id = circle_id WHERE person_id = ?",
        forget="DELETE FROM circle_members WHERE person_id = ?",
    ),
]


class Circles(Store):
    async def get(self, number: int) -> Circle | None:
        row = await self.sql.row("SELECT * FROM circles WHERE id = ?", number)
        return Circle(**row) if row else None

    async def make(self, name: str, place_id: int, title: str | None, made_by: int, at: int) -> Circle:
        """A new circle, led by whoever makes it; a list of people begins with them."""
        number = await self.sql.value(
            """INSERT INTO circles (name, place_id, title, lead_id, made_by, made_at)
               VALUES (?1, ?2, ?3, ?4, ?4, ?5) RETURNING id""",
            name, place_id, title, made_by, at,
        )  # fmt: skip
        if title is None:
            await self.join(number, made_by, at)
        return Circle(number, name, place_id, title, made_by, None, made_by, at, None)

    async def save(self, circle: Circle) -> None:
        await self.sql.run(
            "UPDATE circles SET name = ?, lead_id = ?, room_id = ?, ended_at = ? WHERE id = ?",
            circle.name, circle.lead_id, circle.room_id, circle.ended_at, circle.id,
        )  # fmt: skip

    async def members(self, circle_id: int) -> list[int]:
        """Who is in it at this moment: the people of its list, or whoever holds its offices now; each once.

        Whoever died is not named any more; whoever stands in is in it instead of the holder: one office, one voice.
        """
        rows = await self.sql.rows(
            """SELECT person_id FROM circle_members JOIN people ON people.id = person_id
               WHERE circle_id = ?1 AND retired_at IS NULL
               UNION
               SELECT offices.person_id FROM circles
                 JOIN above ON above.above_id = circles.place_id
                 JOIN offices ON offices.place_id = above.place_id
                 LEFT JOIN titles ON titles.key = offices.title
               WHERE circles.id = ?1 AND offices.until IS NULL AND circles.title IN (offices.title, same_as)
                 AND NOT EXISTS (
                   SELECT 1 FROM offices AS lent WHERE lent.stands_in_for = offices.id AND lent.until IS NULL)
               ORDER BY 1""",
            circle_id,
        )
        return [row["person_id"] for row in rows]

    async def of(self, person_id: int) -> list[Circle]:
        """The circles this person leads or is a member of now."""
        rows = await self.sql.rows(
            """SELECT circles.* FROM circles WHERE ended_at IS NULL AND id IN (
                 SELECT circle_id FROM circle_members WHERE person_id = ?1
                 UNION SELECT id FROM circles WHERE lead_id = ?1
                 UNION SELECT circles.id FROM offices
                   JOIN above ON above.place_id = offices.place_id
                   JOIN circles ON circles.place_id = above.above_id
                   LEFT JOIN titles ON titles.key = offices.title
                 WHERE offices.person_id = ?1 AND offices.until IS NULL AND circles.title IN (offices.title, same_as)
                 AND NOT EXISTS (
                   SELECT 1 FROM offices AS lent WHERE lent.stands_in_for = offices.id AND lent.until IS NULL)
               ) ORDER BY id""",
            person_id,
        )
        return [Circle(**row) for row in rows]

    async def at_or_below(self, place_id: int) -> list[Circle]:
        """The circles of a place and of everything in it."""
        rows = await self.sql.rows(
            """SELECT circles.* FROM above JOIN circles ON circles.place_id = above.place_id
               WHERE above.above_id = ? AND ended_at IS NULL ORDER BY id""",
            place_id,
        )
        return [Circle(**row) for row in rows]

    async def in_room(self, room_id: int) -> Circle | None:
        row = await self.sql.row("SELECT * FROM circles WHERE room_id = ? AND ended_at IS NULL", room_id)
        return Circle(**row) if row else None

    async def meeting(self) -> list[tuple[int, int]]:
        """(room, place) of every circle that meets in a group which lets us speak."""
        rows = await self.sql.rows(
            """SELECT room_id, circles.place_id FROM circles JOIN rooms ON rooms.id = room_id
               WHERE room_id > 0 AND ended_at IS NULL AND rooms.kind = 'group' AND paused_at IS NULL
               ORDER BY room_id"""
        )
        return [(row["room_id"], row["place_id"]) for row in rows]

    # what a circle is on duty for

    async def kinds(self, circle_id: int) -> list[str]:
        """Which kinds of ask this circle is on duty for, in the order of `KINDS`."""
        rows = await self.sql.rows("SELECT kind FROM circle_kinds WHERE circle_id = ?", circle_id)
        return sorted((row["kind"] for row in rows), key=KINDS.index)

    async def is_on_duty(self, circle_id: int, kind: str, yes: bool) -> None:
        """From now on it is, or is not, on duty for this kind of ask."""
        if yes:
            await self.sql.run("INSERT INTO circle_kinds VALUES (?, ?) ON CONFLICT DO NOTHING", circle_id, kind)
        else:
            await self.sql.run("DELETE FROM circle_kinds WHERE circle_id = ? AND kind = ?", circle_id, kind)

    async def on_duty_for(self, kind: str, place_id: int) -> list[tuple[Circle, list[int]]]:
        """The circles on duty for a kind of ask at a place or above it, the nearest first, each with its members."""
        rows = await self.sql.rows(
            """SELECT circles.* FROM above JOIN circles ON circles.place_id = above_id
                 JOIN circle_kinds ON circle_id = circles.id
               WHERE above.place_id = ? AND kind = ? AND ended_at IS NULL ORDER BY distance, circles.id""",
            place_id, kind,
        )  # fmt: skip
        return [(circle, await self.members(circle.id)) for circle in (Circle(**row) for row in rows)]

    async def on_duty_at(self, place_id: int) -> list[tuple[Circle, list[str]]]:
        """The circles that are on duty for anything at a place or above it, the nearest first, and for what."""
        rows = await self.sql.rows(
            """SELECT circles.* FROM above JOIN circles ON circles.place_id = above_id
               WHERE above.place_id = ? AND ended_at IS NULL
                 AND EXISTS (SELECT 1 FROM circle_kinds WHERE circle_id = circles.id) ORDER BY distance, circles.id""",
            place_id,
        )
        return [(circle, await self.kinds(circle.id)) for circle in (Circle(**row) for row in rows)]

    async def join(self, circle_id: int, person_id: int, at: int) -> bool:
        """Whether they were not on the list before."""
        return bool(
            await self.sql.run(
                "INSERT INTO circle_members VALUES (?, ?, ?) ON CONFLICT DO NOTHING", circle_id, person_id, at
            )
        )

    async def leave(self, circle_id: int, person_id: int) -> bool:
        return bool(
            await self.sql.run("DELETE FROM circle_members WHERE circle_id = ? AND person_id = ?", circle_id, person_id)
        )
