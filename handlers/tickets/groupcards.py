"""How a ticket looks to a group: the place, what it is and how it stands; never a flat, a number, or who did it."""

from __future__ import annotations

from bot.domain.categories import UNSORTED, Category
from bot.domain.notices import Notice
from bot.domain.text import cut
from bot.domain.tickets import Ticket
from bot.i18n import Html, bold
from handlers import names, when
from handlers.cards import Card, Look, Rows, button, card
from handlers.tickets import facts, wording
from handlers.tickets.shared import category_of

WORDS = 200
"""UTF-16 units of a reporter's words in a group."""


async def group(look: Look, ticket: Ticket) -> Card:
    if ticket.is_over:
        return card([await closing(look, ticket)])
    followers = await look.read.desks.count(ticket.id)
    lines = [bold(await headline(look, ticket)), *await words(look, ticket), "", await standing(look, ticket)]
    lines += await facts.more(look, ticket, "group")
    lines += [look.t("ticket-group-number", number=ticket.id, followers=followers)]
    return card(lines, [button(look.t("ticket-me-too"), "ticket.follow", ticket.id)], *await _unheard(look, ticket))


async def _unheard(look: Look, ticket: Ticket) -> Rows:
    """Whoever can be reached takes it back in private; nobody else but its author can press it here."""
    side = [await look.read.people.get(one) for one in sorted(ticket.side)]
    if not side or any(person.reachable for person in side):
        return []
    back = button(look.t("ticket-withdraw"), "ticket.withdraw", ticket.id)
    return [[look.link(look.t("ticket-reporter-start"), "ticket", ticket.id), back]]


async def headline(look: Look, ticket: Ticket) -> str:
    """🛗 3栋2单元 · 电梯"""
    return f"{category_of(ticket, look.house).icon} {await whereabouts(look, ticket)} · {category_name(look, ticket)}"


def category_name(look: Look, ticket: Ticket) -> str:
    return named(look, category_of(ticket, look.house))


def named(look: Look, category: Category) -> str:
    """What a category is called: the community's own have names of their own."""
    return category.name(look.t.lang) or look.t("ticket-category", category=category.key)


async def whereabouts(look: Look, ticket: Ticket) -> str:
    """The place as people write it; the community itself by its own name."""
    return await names.of_place(look.read, look.house, ticket.place_id)


async def words(look: Look, ticket: Ticket) -> list[Html | str]:
    """The reporter's words, where no neighbour can be recognised in them."""
    shown = cut(await wording.in_group(look.read, look.house, ticket), WORDS)
    return [shown] if shown else []


async def known_line(look: Look, ticket: Ticket) -> str:
    """12号 · 🛗 3栋2单元 · 电梯 · 🛠 陈建国在处理。 One that no group reads says no more than that it is known."""
    number, how = look.t("ticket-number", number=ticket.id), await standing(look, ticket)
    return f"{number} · {await headline(look, ticket)} · {how}"


async def announced_line(look: Look, fault: Notice) -> str:
    """A fault that somebody in office announced, and until when."""
    until = when.spoken(look.t, look.house, fault.until, look.at) if fault.until else "none"
    place = await names.of_place(look.read, look.house, fault.place_id)
    return look.t("ticket-announced", what=cut(" ".join(fault.words.split()), 60), place=place, until=until)


async def standing(look: Look, ticket: Ticket) -> str:
    """How it stands, in a sentence."""
    t = look.t
    if ticket.state == "new":
        heads = [desk.person_id for desk in await look.read.desks.of(ticket.id) if desk.level >= 0 and desk.reached]
        who = await names.named(look.read, look.house, t, heads[-1]) if heads else "none"
        if heads and ticket.asked_at > look.at:
            return t("ticket-stands-asleep", who=who, at=when.spoken(t, look.house, ticket.asked_at, look.at))
        return t("ticket-stands-new", who=who)
    owner = await names.named(look.read, look.house, t, ticket.owner_id)
    if ticket.state == "waiting":
        until = when.spoken(t, look.house, expected, look.at) if (expected := ticket.expected) else "none"
        return t("ticket-stands-waiting", who=owner, reason=ticket.reason, until=until)
    return t("ticket-stands-fixed" if ticket.state == "fixed" else "ticket-stands-taken", who=owner)


async def closing(look: Look, ticket: Ticket) -> str:
    """Over: one line is enough."""
    place, category = await whereabouts(look, ticket), category_name(look, ticket)
    into = ticket.into_id or 0
    return look.t("ticket-ended", state=ticket.state, place=place, category=category, number=ticket.id, into=into)


def is_unsorted(ticket: Ticket) -> bool:
    return ticket.category == UNSORTED
