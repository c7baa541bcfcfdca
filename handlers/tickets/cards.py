"""How a ticket looks: to the group, to who reported or follows it, on a desk; in lists and on the board."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.text import cut
from bot.domain.tickets import Ticket
from handlers import when
from handlers.cards import Button, Card, Look, button, card
from handlers.features import Entry, Line
from handlers.tickets import groupcards, lists, replying, stuck
from handlers.tickets.deskcards import desk
from handlers.tickets.reportercards import again, follower, reporter
from handlers.tickets.shared import name_of

SHOWN_ON_BOARD = 5
"""Faults that a board draws; the others are counted."""

VIEWS = {
    "group": groupcards.group,
    "reporter": reporter,
    "follower": follower,
    "desk": desk,
    "offer": replying.draw,
    "seen": lists.seen,
}


async def draw(look: Look, number: int, view: str) -> Card | None:
    await look.house.read_categories(look.read)
    ticket = await look.read.tickets.get(number)
    if view.startswith("again."):
        return await again(look, ticket, view.partition(".")[2])
    if ticket is None:
        return card([look.t("ticket-draft-gone")]) if view == "reporter" else None
    return await VIEWS[view](look, ticket)


async def mine(look: Look, person: Person) -> list[Line]:
    """What this person reported or follows and is not over."""
    await look.house.read_categories(look.read)
    return [await _line(look, ticket) for ticket in await look.read.tickets.mine(person.id)]


async def todo(look: Look, person: Person) -> list[Line]:
    """What waits on this person's desk, what they have in hand, and what they should say something about."""
    await look.house.read_categories(look.read)
    asked = [one for one in await look.read.tickets.mine(person.id) if person.id in one.side and one.awaits_reporter]
    at_work = [one for one in await look.read.tickets.owned(person.id) if one.state != "fixed"]
    every = [*await look.read.tickets.waiting_for(person.id), *at_work, *asked]
    lines = [await _line(look, ticket) for ticket in {one.id: one for one in every}.values()]
    return [*lines, *await stuck.lines(look, person)]


async def _line(look: Look, ticket: Ticket) -> Line:
    headline, state = await groupcards.headline(look, ticket), look.t("ticket-state", state=ticket.state)
    return Line(f"{headline} · {state}", opener(ticket, headline))


def opener(ticket: Ticket, headline: str) -> Button:
    return button(cut(f"{ticket.id} · {headline}", 40), "ticket.open", ticket.id)


async def board(look: Look) -> list[Entry]:
    """What is known and not fixed yet in this group; what most neighbours have first."""
    await look.house.read_categories(look.read)
    tickets, more = await look.read.tickets.open_in_group(look.room.chat_id, SHOWN_ON_BOARD)
    shown = [await _entry(look, ticket) for ticket in tickets]
    return [*shown, *([Entry("board-faults", "")] * more)]  # those are only counted


async def _entry(look: Look, ticket: Ticket) -> Entry:
    homes = 1 + await look.read.desks.count(ticket.id)
    url = await look.address(name_of(ticket), "group", ticket.room_id or look.room.id)
    link = url or look.house.link(look.house.signed("ticket", ticket.id))
    tail = _on_board(look, ticket, homes)
    return Entry("board-faults", await groupcards.headline(look, ticket), link, tail=tail)


def _on_board(look: Look, ticket: Ticket, homes: int) -> str:
    """How many homes have it, how it stands, and until when it should be mended."""
    until = when.spoken(look.t, look.house, ticket.expected, look.at) if ticket.expected else "none"
    state = look.t("ticket-state", state=ticket.state)
    return look.t("ticket-on-board", homes=homes, state=state, until=until)
