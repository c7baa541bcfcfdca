"""The register in bulk: places, people, who lives where, offices, groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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

    async def group(self, chat_id: int, title: str, place_id: int, members: Iterable[int]) -> None:
        room = await self.sql.value(
            "INSERT INTO rooms (chat_id, kind, title, place_id) VALUES (?, 'group', ?, ?) RETURNING id",
            chat_id, title, place_id,
        )  # fmt: skip
        await self.sql.many(
            "INSERT INTO members (room_id, person_id) VALUES (?, ?)", [(room, person) for person in members]
        )
