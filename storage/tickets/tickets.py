"""Tickets: what is reported, where, and who has it."""

# ruff: noqa: S608  # every part of a statement is a fixed text of this file

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Row

from bot.domain.tickets import Ticket
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "tickets.person_id",
        export="SELECT category, text, state, opened_at, ended_at FROM tickets WHERE person_id = ?",
        forget="UPDATE tickets SET person_id = NULL, text = '' WHERE person_id = ?",
    ),
    Trace(
        "tickets.by_id",
        export="SELECT category, state, opened_at, ended_at FROM tickets WHERE by_id = ?",
        forget="UPDATE tickets SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "tickets.owner_id",
        export="SELECT id, category, state, opened_at, ended_at FROM tickets WHERE owner_id = ?",
        forget="""UPDATE tickets SET owner_id = NULL, state = CASE state WHEN 'taken' THEN 'new' ELSE state END
                  WHERE owner_id = ?""",
    ),
    Trace(
        "tickets.from_id",
        export="SELECT id, category, state FROM tickets WHERE from_id = ?",
        forget="UPDATE tickets SET from_id = NULL WHERE from_id = ?",
    ),
]

_OPEN = "('new', 'taken', 'waiting', 'fixed')"

_AROUND = ("ticket_charges", "ticket_desks", "ticket_followers", "ticket_notes", "ticket_visits")
_NAMES = "(text <> '' OR person_id IS NOT NULL OR by_id IS NOT NULL OR owner_id IS NOT NULL OR from_id IS NOT NULL)"
"""What still tells of somebody: a picture alone has a reporter, too. What stands around it goes first."""

_COMMON = """state IN ('new', 'taken', 'waiting') AND indoor = 0
   AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ticket_' || tickets.id)"""
"""What others may well have met, too."""

_SIDE = """(?1 IN (ifnull(tickets.person_id, 0), ifnull(tickets.by_id, 0), ifnull(owner_id, 0), ifnull(from_id, 0))
   OR EXISTS (SELECT 1 FROM ticket_desks WHERE ticket_id = tickets.id AND ticket_desks.person_id = ?1)
   OR EXISTS (SELECT 1 FROM ticket_followers WHERE ticket_id = tickets.id
              AND ?1 IN (ticket_followers.person_id, ticket_followers.by_id)))"""
"""Who has to do with a ticket, whichever way."""


class Tickets(Store):
    async def open(self, new: Ticket) -> Ticket:
        number = await self.sql.value(
            """INSERT INTO tickets (person_id, by_id, room_id, place_id, category, text, state, opened_at, asked_at,
                                    clock_from, moved_at, indoor)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            new.person_id, new.by_id, new.room_id, new.place_id, new.category, new.text, new.state, new.opened_at,
            new.asked_at, new.clock_from, new.moved_at, int(new.indoor),
        )  # fmt: skip
        return Ticket(**(vars(new) | {"id": number}))

    async def get(self, number: int) -> Ticket | None:
        return await self._one("SELECT * FROM tickets WHERE id = ?", number)

    async def visible_to(self, person_id: int, number: int) -> Ticket | None:
        """The ticket, if this person has to do with it, or it stands on a group's card that they may read."""
        return await self._one(
            f"""SELECT * FROM tickets WHERE id = ?2 AND ({_SIDE} OR (state <> 'draft' AND room_id IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ticket_' || tickets.id) AND (
                  EXISTS (SELECT 1 FROM members WHERE members.room_id = tickets.room_id AND members.person_id = ?1)
                  OR EXISTS (SELECT 1 FROM residents WHERE residents.person_id = ?1)
                  OR EXISTS (SELECT 1 FROM offices WHERE offices.person_id = ?1 AND offices.until IS NULL))))""",
            person_id, number,
        )  # fmt: skip

    async def save(self, ticket: Ticket, due_at: int | None) -> None:
        await self.sql.run(
            """UPDATE tickets SET person_id = ?, by_id = ?, room_id = ?, place_id = ?, category = ?, text = ?,
                 state = ?, opened_at = ?, asked_at = ?, clock_from = ?, moved_at = ?, indoor = ?, level = ?,
                 owner_id = ?, from_id = ?, circle_id = ?, became = ?, outsider_id = ?,
                 paused_at = ?, paused = ?, reason = ?, until = ?, told = ?,
                 reopened = ?, into_id = ?, fixed_at = ?, ended_at = ?, due_at = ?
               WHERE id = ?""",
            ticket.person_id, ticket.by_id, ticket.room_id, ticket.place_id, ticket.category, ticket.text,
            ticket.state, ticket.opened_at, ticket.asked_at, ticket.clock_from, ticket.moved_at, int(ticket.indoor),
            ticket.level, ticket.owner_id, ticket.from_id, ticket.circle_id, ticket.became, ticket.outsider_id,
            ticket.paused_at, ticket.paused,
            ticket.reason, ticket.until, " ".join(sorted(ticket.told)), ticket.reopened, ticket.into_id,
            ticket.fixed_at, ticket.ended_at, due_at, ticket.id,
        )  # fmt: skip

    async def delete_draft(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM tickets WHERE id = ? AND state = 'draft'", number))

    async def count_open(self, person_id: int) -> int:
        return int(
            await self.sql.value(
                f"SELECT count(*) FROM tickets WHERE person_id = ? AND state IN {_OPEN}",
                person_id,
            )
        )

    async def count_since(self, person_id: int, since: int) -> int:
        """How many this person has opened since then, drafts left out."""
        return int(
            await self.sql.value(
                "SELECT count(*) FROM tickets WHERE person_id = ? AND state <> 'draft' AND opened_at >= ?",
                person_id, since,
            )
        )  # fmt: skip

    async def mine(self, person_id: int) -> list[Ticket]:
        """What this person reported, or somebody for them, or follows, and is not over; newest first."""
        return await self._all(
            """SELECT * FROM tickets WHERE id IN (
                  SELECT id FROM tickets WHERE person_id = ?1 AND state IN ('draft', 'new', 'taken', 'waiting', 'fixed')
                  UNION SELECT id FROM tickets WHERE by_id = ?1 AND state IN ('draft', 'new', 'taken', 'waiting', 'fixed')
                  UNION SELECT ticket_id FROM ticket_followers WHERE person_id = ?1
                  UNION SELECT ticket_id FROM ticket_followers WHERE by_id = ?1)
                AND state IN ('draft', 'new', 'taken', 'waiting', 'fixed') ORDER BY id DESC""",  # noqa: E501  # fixed text
            person_id,
        )

    async def on_behalf(self, person_id: int, helper_id: int) -> list[Ticket]:
        """What this helper reported for somebody, over or not."""
        return await self._all(
            "SELECT * FROM tickets WHERE by_id = ? AND person_id = ? ORDER BY id", helper_id, person_id
        )

    async def followed_for(self, person_id: int, helper_id: int) -> list[Ticket]:
        """What this helper follows for somebody."""
        return await self._all(
            """SELECT * FROM tickets WHERE id IN (
                 SELECT ticket_id FROM ticket_followers WHERE by_id = ? AND person_id = ?) ORDER BY id""",
            helper_id, person_id,
        )  # fmt: skip

    async def of(self, person_id: int) -> list[Ticket]:
        """Every ticket this person had to do with as reporter, helper or handler, over or not."""
        return await self._all(
            """SELECT * FROM tickets WHERE id IN (
                 SELECT id FROM tickets WHERE person_id = ?1 UNION SELECT id FROM tickets WHERE by_id = ?1
                 UNION SELECT id FROM tickets WHERE owner_id = ?1 UNION SELECT id FROM tickets WHERE from_id = ?1
                 UNION SELECT ticket_id FROM ticket_desks WHERE person_id = ?1
                 UNION SELECT ticket_id FROM ticket_followers WHERE person_id = ?1
                 UNION SELECT ticket_id FROM ticket_followers WHERE by_id = ?1) ORDER BY id""",
            person_id,
        )

    async def owned(self, person_id: int) -> list[Ticket]:
        """What this person has in hand and is not over, the oldest first."""
        return await self._all(
            """SELECT * FROM tickets WHERE owner_id = ? AND state IN ('taken', 'waiting', 'fixed') ORDER BY id""",
            person_id,
        )

    async def waiting_for(self, person_id: int) -> list[Ticket]:
        """What nobody has taken and this person may take now, the oldest first."""
        return await self._all(
            """SELECT tickets.* FROM ticket_desks CROSS JOIN tickets ON tickets.id = ticket_id
               WHERE ticket_desks.person_id = ? AND state = 'new' AND ticket_desks.level >= 0 ORDER BY tickets.id""",
            person_id,
        )

    async def like(self, place_ids: Iterable[int], category: str, but: int = 0) -> list[Ticket]:
        """Open tickets of the same category at one of these places, the oldest first, at most five.

        Not what lies in somebody's home, nor what is hidden for now.
        """
        return await self._all(
            f"""SELECT * FROM tickets WHERE place_id IN (SELECT value FROM json_each(?1)) AND category = ?2
                  AND {_COMMON} AND id <> ?3 ORDER BY id LIMIT 5""",
            json.dumps(list(place_ids)), category, but,
        )  # fmt: skip

    async def around(self, outer_id: int, category: str, since: int, but: int = 0) -> list[Ticket]:
        """The same anywhere in a place, of what was reported since then, the oldest first, at most five."""
        return await self._all(
            f"""SELECT tickets.* FROM above CROSS JOIN tickets ON tickets.place_id = above.place_id
                WHERE above_id = ?1 AND category = ?2 AND {_COMMON} AND opened_at >= ?3 AND tickets.id <> ?4
                ORDER BY tickets.id LIMIT 5""",
            outer_id, category, since, but,
        )  # fmt: skip

    async def open_in_group(self, chat_id: int, most: int) -> tuple[list[Ticket], int]:
        """What is known and open in any topic of a group, what most follow first, and how many more; not what is hidden
        for now."""
        known = """FROM rooms CROSS JOIN tickets ON tickets.room_id = rooms.id
                   WHERE rooms.chat_id = ? AND tickets.state IN ('new', 'taken', 'waiting')
                     AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ticket_' || tickets.id)"""
        first = await self._all(
            f"""SELECT tickets.* {known}
                ORDER BY (SELECT count(*) FROM ticket_followers WHERE ticket_id = tickets.id) DESC, tickets.id
                LIMIT ?""",
            chat_id, most,
        )  # fmt: skip
        return first, int(await self.sql.value(f"SELECT count(*) {known}", chat_id)) - len(first)

    async def open_at(self, place_id: int) -> list[Ticket]:
        """What is open at a place or anywhere in it, the oldest first."""
        return await self._all(
            f"""SELECT tickets.* FROM above CROSS JOIN tickets ON tickets.place_id = above.place_id
                WHERE above_id = ? AND tickets.state IN {_OPEN} ORDER BY tickets.id""",
            place_id,
        )

    async def anonymise(self, before: int) -> int:
        """Whose it was and what they wrote goes; what it was, where and how long it took stays for counting."""
        for table in _AROUND:
            await self.sql.run(
                f"DELETE FROM {table} WHERE ticket_id IN (SELECT id FROM tickets WHERE ended_at < ? AND {_NAMES})",
                before,
            )
        await self.sql.run(
            f"DELETE FROM cards WHERE thing IN (SELECT 'ticket_' || id FROM tickets WHERE ended_at < ? AND {_NAMES})",
            before,
        )
        return await self.sql.run(
            f"""UPDATE tickets SET person_id = NULL, by_id = NULL, owner_id = NULL, from_id = NULL, text = ''
                WHERE ended_at < ? AND {_NAMES}""",
            before,
        )

    async def running(self) -> list[Ticket]:
        """Those whose clock runs: somebody is expected to do something."""
        return await self._all("SELECT * FROM tickets WHERE due_at > 0 ORDER BY due_at")

    async def all(self) -> list[Ticket]:
        return await self._all("SELECT * FROM tickets ORDER BY id")

    async def _one(self, sql: str, *values: object) -> Ticket | None:
        row = await self.sql.row(sql, *values)
        return ticket(row) if row else None

    async def _all(self, sql: str, *values: object) -> list[Ticket]:
        return [ticket(row) for row in await self.sql.rows(sql, *values)]


def ticket(row: Row) -> Ticket:
    known = {key: row[key] for key in row.keys() if key != "due_at"}  # noqa: SIM118  # a row's keys are its columns
    return Ticket(**(known | {"indoor": bool(row["indoor"]), "told": frozenset(row["told"].split())}))
