"""How a ticket looks to a group: the place, what it is and how it stands; never a flat, a number, or who did it."""

from __future__ import annotations

from bot.domain.categories import UNSORTED
from bot.domain.text import cut, masked
from bot.domain.tickets import Ticket
from bot.i18n import Html, bold
from handlers import names, when
from handlers.cards import Card, Look, button, card
from handlers.tickets import facts
from handlers.tickets.shared import category_of

WORDS = 200
"""UTF-16 units of a reporter's words in a group."""


async def group(look: Look, ticket: Ticket) -> Card:
    if ticket.is_over:
        return card([await closing(look, ticket)])
    followers = await look.read.desks.count(ticket.id)
    lines = [bold(await headline(look, ticket)), *words(ticket), "", await standing(look, ticket)]
    lines += await facts.more(look, ticket, "group")
    lines += [look.t("ticket-group-number", number=ticket.id, followers=followers)]
    return card(lines, [button(look.t("ticket-me-too"), "ticket.follow", ticket.id)])


async def headline(look: Look, ticket: Ticket) -> str:
    """🛗 3栋2单元 · 电梯"""
    return f"{category_of(ticket).icon} {await whereabouts(look, ticket)} · {category_name(look, ticket)}"


def category_name(look: Look, ticket: Ticket) -> str:
    return look.t("ticket-category", category=category_of(ticket).key)


async def whereabouts(look: Look, ticket: Ticket) -> str:
    """The place as people write it; the community itself by its own name."""
    return await names.of_place(look.read, look.house, ticket.place_id)


def words(ticket: Ticket) -> list[Html | str]:
    """The reporter's words, where no neighbour can be recognised in them."""
    if category_of(ticket).conduct or ticket.indoor:
        return []
    shown = cut(masked(ticket.text).strip(), WORDS)
    return [shown] if shown else []


async def standing(look: Look, ticket: Ticket) -> str:
    """How it stands, in a sentence."""
    t = look.t
    if ticket.state == "new":
        heads = [desk.person_id for desk in await look.read.desks.of(ticket.id) if desk.level >= 0 and desk.reached]
        who = await names.named(look.read, look.house, t, heads[-1]) if heads else "none"
        return t("ticket-stands-new", who=who)
    owner = await names.named(look.read, look.house, t, ticket.owner_id)
    if ticket.state == "waiting":
        until = when.spoken(t, look.house, ticket.until, look.at) if ticket.until else "none"
        return t("ticket-stands-waiting", who=owner, reason=ticket.reason, until=until)
    return t("ticket-stands-fixed" if ticket.state == "fixed" else "ticket-stands-taken", who=owner)


async def closing(look: Look, ticket: Ticket) -> str:
    """Over: one line is enough."""
    place, category = await whereabouts(look, ticket), category_name(look, ticket)
    into = ticket.into_id or 0
    return look.t("ticket-ended", state=ticket.state, place=place, category=category, number=ticket.id, into=into)


def is_unsorted(ticket: Ticket) -> bool:
    return ticket.category == UNSORTED
