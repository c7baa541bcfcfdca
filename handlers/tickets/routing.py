"""Routing: a ticket goes to whoever takes tickets at its place, the nearest first; where nobody can be reached, to the
next above them at once; at night, of what cannot wait, to whoever is on duty."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from bot.domain.people import Office
from bot.domain.tickets import Ticket
from handlers.context import TITLES, Showing, Work
from handlers.tickets.shared import category_of, name_of
from storage.database import Read
from storage.tickets.desks import KNOWS

DUTY = "duty_holder"
REPAIRING = sorted(key for key, title in TITLES.items() if "repair" in title.powers and key != DUTY)
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


async def give(work: Work, ticket: Ticket, kind: str = "ticket.new", *, but: int | None = None) -> Given:
    """To the level it stands at, or the next above it at which anybody can be reached. `but`: who leaves, or cannot.

    Nobody is late before they can have heard of it: what nobody may be woken for is asked in the morning.
    """
    every = await levels(work.tx, ticket)
    top = max(0, len(every) - 1)
    for level in range(min(ticket.level, top), len(every)):
        there = replace(ticket, level=level)
        asked = [one for one in _each_once(every[level]) if one != but]
        people = [one for one in asked if await _lies_with(work, there, one, kind)]
        if people:
            people += await tell_duty(work, there)
            return Given(replace(there, asked_at=await hears_at(work, people)), tuple(people))
    there = replace(ticket, level=top)
    duty = await tell_duty(work, there)
    return Given(there, tuple(duty))


async def climb(work: Work, ticket: Ticket) -> Given | None:
    """One level up, past those who cannot be reached or have it already. None: there is nobody above; it stays."""
    asked = {desk.person_id for desk in await work.tx.desks.of(ticket.id) if desk.level >= 0}
    above = (await levels(work.tx, ticket))[ticket.level + 1 :]
    for up, offices in enumerate(above, ticket.level + 1):
        there = replace(ticket.climb(at=work.now), level=up)
        fresh = [one for one in _each_once(offices) if one not in asked]
        people = [one for one in fresh if await _lies_with(work, there, one, "ticket.climbed")]
        if people:
            return Given(replace(there, asked_at=await hears_at(work, people)), tuple(people))
    return None


async def next_above(work: Work, ticket: Ticket) -> list[int]:
    """Whoever can be reached at the nearest level above that has somebody new: for telling, not for giving."""
    asked = {desk.person_id for desk in await work.tx.desks.of(ticket.id) if desk.level >= 0}
    for offices in (await levels(work.tx, ticket))[ticket.level + 1 :]:
        people = [await work.tx.people.get(one) for one in _each_once(offices)]
        found = [one.id for one in people if one.reachable and one.id not in asked | ticket.side | {ticket.owner_id}]
        if found:
            return found
    return []


async def hears_at(work: Work, people: list[int]) -> int:
    """When the first of them can hear of it: now, or once their quiet hours are over."""
    at = [await work.quiet_until(await work.tx.people.get(one)) or work.now for one in people]
    return min(at, default=work.now)


async def tell_duty(work: Work, ticket: Ticket) -> list[int]:
    """Of what cannot wait, while people sleep: whoever is on duty there, the nearest first, hears of it at any hour
    and may take it."""
    if not category_of(ticket, work.house).urgent or work.house.awake(work.now) == work.now:
        return []
    for _, offices in await work.tx.offices.answerable(ticket.place_id, [DUTY]):
        told = [one for one in _each_once(offices) if await _on_duty(work, ticket, one)]
        if told:
            return told
    return []


async def _on_duty(work: Work, ticket: Ticket, person_id: int) -> bool:
    if person_id in ticket.side:
        return False
    reached = await work.tell(person_id, "ticket.duty", Showing(name_of(ticket), "desk"), awaited=True)
    await work.tx.desks.given(ticket.id, person_id, ticket.level, work.now, reached=reached)
    return reached


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
    for title in category_of(ticket, work.house).also:
        for _, offices in (await work.tx.offices.answerable(ticket.place_id, [title]))[:1]:
            await _know(work, ticket, set(_each_once(offices)) - ticket.side)


async def _know(work: Work, ticket: Ticket, people: Set[int]) -> None:
    known = {desk.person_id for desk in await work.tx.desks.of(ticket.id)}
    for person_id in sorted(people - known):
        reached = await work.tell(person_id, "ticket.known", Showing(name_of(ticket), "desk"))
        await work.tx.desks.given(ticket.id, person_id, KNOWS, work.now, reached=reached)
