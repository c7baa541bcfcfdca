"""Lists of tickets: whose places, which state, and words; and what a day and a week are counted from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.tickets import OPEN, Ticket
from storage.sql import Store
from storage.tickets.tickets import ticket


@dataclass(frozen=True)
class Wanted:
    """Which tickets. `places`: at one of them or anywhere in it, and narrowed to `place`; `late_at`: overdue then."""

    places: tuple[int, ...] = ()
    states: tuple[str, ...] = OPEN
    place: int | None = None
    category: str | None = None
    words: str = ""
    late_at: int | None = None
    private: tuple[str, ...] = ()  # categories that only those read who have to do with one
    conduct: tuple[str, ...] = ()  # categories whose words only those read


_NARROW = """(?3 IS NULL OR EXISTS (SELECT 1 FROM above WHERE above.place_id = tickets.place_id AND above_id = ?3))
  AND (?4 IS NULL OR category = ?4) AND (?5 IS NULL OR due_at <= ?5)"""

_WITHIN = f"""FROM tickets WHERE tickets.place_id IN (
    SELECT place_id FROM above WHERE above_id IN (SELECT value FROM json_each(?1)))
  AND state IN (SELECT value FROM json_each(?2)) AND {_NARROW} AND (?6 = '' OR instr(lower(text), ?6))
  AND (category NOT IN (SELECT value FROM json_each(?7)) OR ?8 IN (owner_id, from_id, person_id, by_id)
       OR EXISTS (SELECT 1 FROM ticket_desks WHERE ticket_id = tickets.id AND ticket_desks.person_id = ?8))"""  # noqa: S608  # fixed text

_SHOWN = f"""FROM tickets WHERE room_id > 0 AND (
      EXISTS (SELECT 1 FROM residents WHERE residents.person_id = ?8)
      OR EXISTS (SELECT 1 FROM members WHERE members.room_id = tickets.room_id AND members.person_id = ?8))
  AND state IN (SELECT value FROM json_each(?2)) AND {_NARROW}
  AND (?6 = '' OR (?6 NOT GLOB '*[0-9０-９]*'
       AND ?6 NOT GLOB '*[零〇一二三四五六七八九十百两][零〇一二三四五六七八九十百两]*'
       AND NOT indoor AND category NOT IN (SELECT value FROM json_each(?9)) AND instr(lower(text), ?6)))
  AND category NOT IN (SELECT value FROM json_each(?7)) AND ?1 IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ticket_' || tickets.id)"""  # noqa: S608  # fixed text

_MINE = f"""FROM tickets WHERE id IN (
    SELECT id FROM tickets WHERE person_id = ?8 UNION SELECT id FROM tickets WHERE by_id = ?8
    UNION SELECT ticket_id FROM ticket_followers WHERE person_id = ?8
    UNION SELECT ticket_id FROM ticket_followers WHERE by_id = ?8)
  AND state IN (SELECT value FROM json_each(?2)) AND {_NARROW} AND (?6 = '' OR instr(lower(text), ?6))
  AND ?1 IS NOT NULL AND ?7 IS NOT NULL"""  # noqa: S608  # fixed text

_FOUND = f"FROM tickets WHERE id IN (SELECT id {_SHOWN} UNION SELECT id {_MINE})"  # fixed text
_FOUND_HERE = f"FROM tickets WHERE id IN (SELECT id {_WITHIN} UNION SELECT id {_MINE})"  # fixed text


@dataclass(frozen=True)
class Counted:
    """A ticket as it is counted: moments in Unix seconds; `taken_at`: when somebody first had it."""

    id: int
    place_id: int
    category: str
    state: str
    opened_at: int
    taken_at: int | None
    fixed_at: int | None
    owner_id: int | None
    is_shown: bool  # a group's card shows it
    due_at: int | None
    reason: str
    until: int | None


_COUNTED = """SELECT id, place_id, category, state, opened_at, fixed_at, owner_id, due_at,
    reason,
    room_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ticket_' || tickets.id) AS is_shown,
    until, (SELECT min(at) FROM journal WHERE thing = 'ticket_' || tickets.id
                    AND verb IN ('ticket.taken', 'ticket.fixed')) AS taken_at"""


class TicketLists(Store):
    async def within(self, person_id: int, wanted: Wanted, limit: int, start: int = 0) -> list[Ticket]:
        """At these places or in them, the newest first; what is private only for whoever has to do with it."""
        return await self._page(_WITHIN, person_id, wanted, limit, start)

    async def count_within(self, person_id: int, wanted: Wanted) -> int:
        return await self._count(_WITHIN, person_id, wanted)

    async def shown(self, person_id: int, wanted: Wanted, limit: int, start: int = 0) -> list[Ticket]:
        """What groups that this person may read show; words are sought where they stand on the card, numbers never:
        a flat, a plate or a telephone that no card shows is not found out by seeking it."""
        return await self._page(_SHOWN, person_id, wanted, limit, start)

    async def count_shown(self, person_id: int, wanted: Wanted) -> int:
        return await self._count(_SHOWN, person_id, wanted)

    async def mine(self, person_id: int, wanted: Wanted, limit: int, start: int = 0) -> list[Ticket]:
        """What this person reported, or somebody for them, or follows; over or not."""
        return await self._page(_MINE, person_id, wanted, limit, start)

    async def count_mine(self, person_id: int, wanted: Wanted) -> int:
        return await self._count(_MINE, person_id, wanted)

    async def found(self, person_id: int, wanted: Wanted, limit: int, start: int = 0) -> list[Ticket]:
        """This person's own and what their groups show; with places of theirs, what is there instead."""
        return await self._page(_FOUND_HERE if wanted.places else _FOUND, person_id, wanted, limit, start)

    async def count_found(self, person_id: int, wanted: Wanted) -> int:
        return await self._count(_FOUND_HERE if wanted.places else _FOUND, person_id, wanted)

    async def _page(self, scope: str, person_id: int, wanted: Wanted, limit: int, start: int) -> list[Ticket]:
        values = (*self._values(person_id, wanted), limit, start)
        rows = await self.sql.rows(
            f"SELECT tickets.* {scope} ORDER BY id DESC LIMIT ?10 OFFSET ?11", *values
        )  # fixed text
        return [ticket(row) for row in rows]

    async def _count(self, scope: str, person_id: int, wanted: Wanted) -> int:
        sql = f"SELECT count(*) {scope} AND ?9 IS NOT NULL"  # fixed text
        return int(await self.sql.value(sql, *self._values(person_id, wanted)))

    def _values(self, person_id: int, wanted: Wanted) -> tuple[object, ...]:
        return (
            json.dumps(wanted.places), json.dumps(wanted.states), wanted.place, wanted.category, wanted.late_at,
            wanted.words.lower(), json.dumps(wanted.private), person_id, json.dumps(wanted.conduct),
        )  # fmt: skip

    async def opened(self, place_id: int, since: int, until: int) -> list[Counted]:
        """Reported at a place or in it from then until before then, drafts left out."""
        return await self._counted("opened_at >= ?2 AND opened_at < ?3 AND state <> 'draft'", place_id, since, until)

    async def fixed(self, place_id: int, since: int, until: int) -> list[Counted]:
        """Said to be fixed from then until before then, and not taken back since."""
        return await self._counted(
            "fixed_at >= ?2 AND fixed_at < ?3 AND state IN ('fixed', 'done', 'unconfirmed')", place_id, since, until
        )

    async def open(self, place_id: int) -> list[Counted]:
        """Whatever is not over and not said to be fixed, the oldest first."""
        return await self._counted("state IN ('new', 'taken', 'waiting') AND ?2 IS ?3", place_id, None, None)

    async def _counted(self, which: str, *values: object) -> list[Counted]:
        rows = await self.sql.rows(
            f"""{_COUNTED} FROM tickets WHERE {which} AND EXISTS (
                  SELECT 1 FROM above WHERE above.place_id = tickets.place_id AND above_id = ?1)
                ORDER BY opened_at, id""",  # noqa: S608  # fixed text
            *values,
        )
        return [Counted(**(dict(row) | {"is_shown": bool(row["is_shown"])})) for row in rows]

    async def of_category(self, category: str) -> list[Ticket]:
        """What is open of one category, or said to be fixed."""
        return [
            ticket(row)
            for row in await self.sql.rows(
                """SELECT * FROM tickets WHERE category = ? AND state IN ('new', 'taken', 'waiting', 'fixed')
                   ORDER BY id""",
                category,
            )
        ]

    async def is_used(self, category: str) -> bool:
        """Whether anything of this category was ever reported, drafts left out."""
        found = await self.sql.value("SELECT 1 FROM tickets WHERE category = ? AND state <> 'draft' LIMIT 1", category)
        return bool(found)

    async def over_leaves_groups(self, category: str) -> None:
        """What is over of one category is no group's any more: it turned private."""
        await self.sql.run(
            "UPDATE tickets SET room_id = NULL WHERE category = ? AND ended_at IS NOT NULL AND room_id IS NOT NULL",
            category,
        )

    async def first_taken(self, numbers: Iterable[int]) -> dict[int, int]:
        """When somebody first had each of these."""
        rows = await self.sql.rows(
            """SELECT value AS id, (SELECT min(at) FROM journal WHERE thing = 'ticket_' || value
                                    AND verb IN ('ticket.taken', 'ticket.fixed')) AS at FROM json_each(?)""",
            json.dumps(list(numbers)),
        )
        return {row["id"]: row["at"] for row in rows if row["at"] is not None}

    async def nobody_has(self) -> list[Ticket]:
        """What nobody has taken although it is late, or nobody could be reached with: the oldest first."""
        return [
            ticket(row)
            for row in await self.sql.rows(
                """SELECT tickets.* FROM tickets WHERE state = 'new' AND (
                     instr(' ' || told || ' ', ' acknowledge ')
                     OR NOT EXISTS (SELECT 1 FROM ticket_desks WHERE ticket_id = tickets.id AND level >= 0 AND reached))
                   ORDER BY opened_at"""
            )
        ]

    async def export(self, place_ids: Iterable[int], private: Sequence[str], most: int) -> list[Ticket]:
        """Everything at these places or in them, the newest first, what is private left out; drafts, too."""
        rows = await self.sql.rows(
            """SELECT tickets.* FROM tickets WHERE place_id IN (
                 SELECT place_id FROM above WHERE above_id IN (SELECT value FROM json_each(?1)))
               AND state <> 'draft' AND category NOT IN (SELECT value FROM json_each(?2)) ORDER BY id DESC LIMIT ?3""",
            json.dumps(list(place_ids)), json.dumps(list(private)), most,
        )  # fmt: skip
        return [ticket(row) for row in rows]
