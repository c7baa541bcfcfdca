"""Tickets that reach nobody: late at the top, or nobody there can be written to; the steward finds them somebody."""

from __future__ import annotations

from bot.domain.moments import DAY
from bot.domain.people import Person
from bot.domain.tickets import Ticket
from handlers.cards import Look, button
from handlers.features import Line
from handlers.tickets.shared import due_of


async def of(look: Look, person: Person) -> list[Ticket]:
    """For stewards alone, the oldest first."""
    if "steward" not in await look.read.offices.titles_of(person.id):
        return []
    return await _every(look)


async def _every(look: Look) -> list[Ticket]:
    await look.house.read_categories(look.read)
    return await look.read.ticket_lists.nobody_has()


async def lines(look: Look, person: Person) -> list[Line]:
    """One line for a steward; it is worth the morning's card only on the day after one got stuck."""
    every = await of(look, person)
    if not every:
        return []
    fresh = any((due_of(look.house, one) or one.opened_at) > look.at - DAY for one in every)
    see = button(look.t("ticket-stuck-see"), "ticket.list", "stuck", "open", 1)
    return [Line(look.t("ticket-stuck", count=len(every)), see, calls=fresh)]


async def weekly(look: Look) -> list[str]:
    """For the steward's week."""
    every = await _every(look)
    return [look.t("ticket-stuck", count=len(every))] if every else []
