"""Routing: a ticket goes to whoever takes tickets at its place, the nearest first; where nobody can be reached, to the
next above them at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.people import Office
from bot.domain.tickets import Ticket
from handlers.context import TITLES, Showing, Work
from handlers.tickets.shared import category_of, name_of
from storage.database import Read
from storage.tickets.desks import KNOWS

REPAIRING = sorted(key for key, title in TITLES.items() if "repair" in title.powers and key != "duty_holder")
"""The titles whose holders take tickets."""


@dataclass(frozen=True)
class Given:
    """What became of giving it: the ticket at the level that was reached, and who has it on the desk there now."""

    ticket: Ticket
    people: tuple[int, ...]

    @property
    def reached(self) -> bool:
        return bool(self.people)


async def levels(read: Read, ticket: Ticket) -> list[list[Office]]:
    """Who may take it, by place from the nearest upward."""
    titles = list(category_of(ticket).titles) or REPAIRING
    every = [offices for _, offices in await read.offices.answerable(ticket.place_id, titles)]
    away = await _away(read, every)
    return [here for offices in every if (here := [one for one in offices if one.id not in away])]


async def _away(read: Read, every: list[list[Office]]) -> set[int]:
    """The offices for which somebody stands in who can be reached."""
    lent = [one for offices in every for one in offices if one.stands_in_for is not None]
    return {one.stands_in_for or 0 for one in lent if (await read.people.get(one.person_id)).reachable}


async def give(work: Work, ticket: Ticket, kind: str = "ticket.new") -> Given:
    """To the level it stands at, or the next above it at which anybody can be reached."""
    every = await levels(work.tx, ticket)
    for level in range(min(ticket.level, len(every)), len(every)):
        there = replace(ticket, level=level)
        people = [one for one in _each_once(every[level]) if await _lies_with(work, there, one, kind)]
        if people:
            return Given(there, tuple(people))
    return Given(replace(ticket, level=max(0, len(every) - 1)), ())


def _each_once(offices: list[Office]) -> list[int]:
    return list(dict.fromkeys(office.person_id for office in offices))


async def _lies_with(work: Work, ticket: Ticket, person_id: int, kind: str) -> bool:
    """On this person's desk; whoever reported it reads it there without a sound."""
    view = Showing(name_of(ticket), "desk")
    if person_id in ticket.side:
        await work.show_both(person_id, None, view.thing, view.view)
        reached = (await work.tx.people.get(person_id)).reachable
    else:
        reached = await work.tell(person_id, kind, view)
    await work.tx.desks.given(ticket.id, person_id, ticket.level, work.now, reached=reached)
    return reached


async def tell_also(work: Work, ticket: Ticket) -> None:
    """Whoever else its category wants to know of it, at the nearest place that has one: they only read it."""
    for title in category_of(ticket).also:
        for _, offices in (await work.tx.offices.answerable(ticket.place_id, [title]))[:1]:
            for person_id in _each_once(offices):
                known = {desk.person_id for desk in await work.tx.desks.of(ticket.id)}
                if person_id not in known | ticket.side:
                    reached = await work.tell(person_id, "ticket.known", Showing(name_of(ticket), "desk"))
                    await work.tx.desks.given(ticket.id, person_id, KNOWS, work.now, reached=reached)
