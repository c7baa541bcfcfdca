"""How a ticket looks: to the group, to who reported or follows it, on a desk; in lists and on the board."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.text import cut
from bot.domain.tickets import Ticket
from handlers.cards import Button, Card, Look, button, card
from handlers.features import Entry, Line
from handlers.tickets import groupcards
from handlers.tickets.deskcards import desk
from handlers.tickets.reportercards import follower, reporter
from handlers.tickets.shared import name_of

VIEWS = {"group": groupcards.group, "reporter": reporter, "follower": follower, "desk": desk}


async def draw(look: Look, number: int, view: str) -> Card | None:
    ticket = await look.read.tickets.get(number)
    if ticket is None:
        return card([look.t("ticket-draft-gone")]) if view == "reporter" else None
    return await VIEWS[view](look, ticket)


async def mine(look: Look, person: Person) -> list[Line]:
    """What this person reported or follows and is not over."""
    return [await _line(look, ticket) for ticket in await look.read.tickets.mine(person.id)]


async def todo(look: Look, person: Person) -> list[Line]:
    """What waits on this person's desk, what they have in hand, and what they should say something about."""
    asked = [one for one in await look.read.tickets.mine(person.id) if person.id in one.side and one.awaits_reporter]
    at_work = [one for one in await look.read.tickets.owned(person.id) if one.state != "fixed"]
    every = [*await look.read.tickets.waiting_for(person.id), *at_work, *asked]
    return [await _line(look, ticket) for ticket in {one.id: one for one in every}.values()]


async def _line(look: Look, ticket: Ticket) -> Line:
    headline, state = await groupcards.headline(look, ticket), look.t("ticket-state", state=ticket.state)
    return Line(f"{headline} · {state}", opener(ticket, headline))


def opener(ticket: Ticket, headline: str) -> Button:
    return button(cut(f"{ticket.id} · {headline}", 40), "ticket.open", ticket.id)


async def board(look: Look) -> list[Entry]:
    """What is known and not fixed yet in this group."""
    entries = []
    for ticket in await look.read.tickets.open_in_group(look.room.chat_id):
        url = await look.address(name_of(ticket), "group", ticket.room_id or look.room.id)
        link = url or look.house.link(look.house.signed("ticket", ticket.id))
        tail = f" · {look.t('ticket-state', state=ticket.state)}"
        entries.append(Entry("board-tickets", await groupcards.headline(look, ticket), link, tail=tail))
    return entries
