"""The register in bulk: places, people, who lives where, offices, groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain import register
from bot.domain.register import Difference, Dweller, Known
from storage.sql import Store


@dataclass(frozen=True)
class Entry:
    """A person as the register brings them; `started_at` is when they opened the private chat."""

    id: int
    telegram_id: int | None
    name: str
    language: str
    started_at: int | None
    keys: str | None = None  # the big buttons that stand in their private chat


class Register(Store):
    async def now(self) -> register.Register:
        """All that a list can change, to compare it with."""
        return register.Register(tuple(await self._known()), tuple(await self._dwellers()), dict(await self._groups()))

    async def _known(self) -> list[Known]:
        rows = await self.sql.rows(
            """SELECT id, parent_id, kind, name, area, gone_at IS NOT NULL AS gone,
                      id IN (SELECT place_id FROM offices WHERE until IS NULL
                             UNION SELECT place_id FROM rooms WHERE place_id IS NOT NULL) AS held
               FROM places ORDER BY id"""
        )
        return [
            Known(r["id"], r["parent_id"], r["kind"], r["name"], r["area"], bool(r["gone"]), bool(r["held"]))
            for r in rows
        ]

    async def _dwellers(self) -> list[Dweller]:
        rows = await self.sql.rows(
            """SELECT person_id, place_id, name, role,
                      way = 'register' AND role = 'owner' AND telegram_id IS NULL AND noted_by IS NULL
                        AND NOT (speaks AND retired_at IS NULL) AS listed
               FROM residents JOIN people ON people.id = person_id ORDER BY place_id, person_id"""
        )
        return [Dweller(r["person_id"], r["place_id"], r["name"], r["role"], bool(r["listed"])) for r in rows]

    async def _groups(self) -> list[tuple[int, int]]:
        """(dwelling, its neighbours' group)."""
        rows = await self.sql.rows(
            """SELECT place_id, above_id FROM places JOIN above ON above_id = id
               WHERE kind = 'neighbours' AND gone_at IS NULL AND place_id <> id"""
        )
        return [(row["place_id"], row["above_id"]) for row in rows]

    async def apply(self, change: Difference, at: int) -> None:
        """All of a difference, within the transaction that is open. `at`: Unix seconds."""
        if change.problems:
            raise ValueError("a list with problems changes nothing")
        last = int(await self.sql.value("SELECT ifnull(max(id), 0) FROM places"))

        def number(place: int) -> int:
            return place if place > 0 else last - place

        await self.places([(number(new.id), number(new.parent_id), new.kind, new.name) for new in change.new])
        await self._moves([(place, number(into)) for place, into in change.moved])
        await self.sql.many("UPDATE places SET gone_at = NULL WHERE id = ?", [(place,) for place in change.back])
        await self.sql.many(
            "UPDATE places SET area = ? WHERE id = ?", [(area, number(place)) for place, area in change.areas]
        )
        await self._go(change.goes, at)
        await self._come([(number(place), name) for place, name in change.comes], at)
        await self._join([(number(place), number(group)) for place, group in change.joins])
        await self.sql.many("UPDATE places SET gone_at = ? WHERE id = ?", [(at, place) for place in change.gone])

    async def _moves(self, moves: list[tuple[int, int]]) -> None:
        """What is below a moved place goes with it; neighbours' groups are kept."""
        for place, into in moves:
            await self.sql.run("UPDATE places SET parent_id = ? WHERE id = ?", into, place)
            await self.sql.run(
                """DELETE FROM above WHERE place_id IN (SELECT place_id FROM above WHERE above_id = ?1)
                     AND above_id IN (SELECT above_id FROM above JOIN places ON id = above_id
                                      WHERE place_id = ?1 AND above_id <> ?1 AND kind <> 'neighbours')""",
                place,
            )
            await self.sql.run(
                """INSERT INTO above (place_id, above_id, distance)
                     SELECT below.place_id, upper.above_id, below.distance + upper.distance + 1
                     FROM above AS below, above AS upper WHERE below.above_id = ?1 AND upper.place_id = ?2""",
                place, into,
            )  # fmt: skip

    async def _come(self, owners: list[tuple[int, str]], at: int) -> None:
        """(dwelling, name): people whom we know by name alone."""
        last = int(await self.sql.value("SELECT ifnull(max(id), 0) FROM people"))
        numbered = [(last + nth, place, name) for nth, (place, name) in enumerate(owners, start=1)]
        await self.sql.many(
            "INSERT INTO people (id, name, created_at, seen_at, noted_at) VALUES (?, ?, ?, 0, ?)",
            [(person, name, at, at) for person, _, name in numbered],
        )
        await self.sql.many(
            "INSERT INTO residents (person_id, place_id, role, since, way) VALUES (?, ?, 'owner', ?, 'register')",
            [(person, place, at) for person, place, _ in numbered],
        )

    async def _go(self, owners: Sequence[tuple[int, int]], at: int) -> None:
        """(dwelling, person): owners a list does not name any more. Whoever is known from lists alone is forgotten."""
        await self.sql.many("DELETE FROM residents WHERE place_id = ? AND person_id = ? AND way = 'register'", owners)
        await self.sql.many(
            """UPDATE people SET name = '', noted_at = NULL, retired_at = ?1
               WHERE id = ?2 AND telegram_id IS NULL
                 AND NOT EXISTS (SELECT 1 FROM residents WHERE person_id = ?2)
                 AND NOT EXISTS (SELECT 1 FROM offices WHERE person_id = ?2 AND until IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM asks WHERE person_id = ?2)""",
            [(at, person) for _, person in owners],
        )

    async def _join(self, joins: list[tuple[int, int]]) -> None:
        """(dwelling, neighbours' group); a dwelling is in one group."""
        await self.sql.many(
            """DELETE FROM above WHERE place_id = ?
                 AND (SELECT kind FROM places WHERE id = above_id) = 'neighbours'""",
            [(place,) for place, _ in joins],
        )
        await self.sql.many("INSERT INTO above (place_id, above_id, distance) VALUES (?, ?, 1)", joins)

    async def places(self, rows: Iterable[tuple[int, int, str, str]]) -> None:
        """(id, id of the place above, kind, name); what is above comes first."""
        await self.sql.many("INSERT INTO places (id, parent_id, kind, name) VALUES (?, ?, ?, ?)", rows)

    async def people(self, entries: Iterable[Entry], at: int) -> None:
        await self.sql.many(
            """INSERT INTO people (id, telegram_id, name, language, started_at, keys, created_at, seen_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, 0)""",
            [(e.id, e.telegram_id, e.name, e.language, e.started_at, e.keys, at) for e in entries],
        )

    async def residents(self, rows: Iterable[tuple[int, int, str]]) -> None:
        """(person, place, role)."""
        await self.sql.many("INSERT INTO residents (person_id, place_id, role) VALUES (?, ?, ?)", rows)

    async def offices(self, rows: Iterable[tuple[str, int, int]], at: int) -> None:
        """(title, place, person)."""
        await self.sql.many(
            "INSERT INTO offices (title, place_id, person_id, since) VALUES (?, ?, ?, ?)", [(*row, at) for row in rows]
        )

    async def group(self, chat_id: int, title: str, place_id: int | None, members: Iterable[int]) -> int:
        """A group and who is known in it; its number as a room."""
        room = await self.sql.value(
            "INSERT INTO rooms (chat_id, kind, title, place_id) VALUES (?, 'group', ?, ?) RETURNING id",
            chat_id, title, place_id,
        )  # fmt: skip
        await self.sql.many(
            "INSERT INTO members (room_id, person_id) VALUES (?, ?)", [(room, person) for person in members]
        )
        return int(room)
