"""What a ticket's cards tell beside how it stands: what was said last, who outside has to do it, what it became."""

from __future__ import annotations

from bot.domain.tickets import Ticket
from bot.i18n import Html, quote
from handlers import names
from handlers.cards import Button, Look
from handlers.tickets import charging, firms, visiting
from handlers.tickets.shared import category_of, is_repairer
from storage.tickets import TicketNote

SHOWN = ("note", "fixed", "where", "why")
MOST = 2
"""Notes that a card shows, the newest ones."""


async def said(look: Look, ticket: Ticket, view: str) -> list[Html | str]:
    """The last words: who said them, and that there was a picture."""
    notes = [one for one in await look.read.ticket_notes.of(ticket.id) if one.kind in SHOWN]
    if view == "follower":  # what is asked and answered is between the reporter and whoever has it
        notes = [one for one in notes if one.person_id not in ticket.side and not one.says]
        if ticket.indoor or category_of(ticket, look.house).conduct:  # why it ended, and nothing of anybody's home
            notes = [one for one in notes if one.kind in ("where", "why")]
    unnamed = view == "desk" and await is_repairer(look.read, look.room.person_id, ticket)
    found: list[Html | str] = []
    for one in notes[-MOST:]:
        found += [await _who(look, one, unnamed), *([quote(one.text)] if one.text else [])]
    return found


async def _who(look: Look, note: TicketNote, unnamed: bool) -> str:
    who = look.t("a-neighbour") if unnamed else await names.named(look.read, look.house, look.t, note.person_id)
    return look.t("ticket-said", who=who, kind=note.says or note.kind, file=note.file_kind or "none")


async def more(look: Look, ticket: Ticket, view: str) -> list[Html | str]:
    """What is agreed, what it costs, who outside has to do it, what it became; a group reads only the last."""
    lines: list[Html | str] = []
    if view in ("desk", "reporter"):
        lines += await visiting.lines(look, ticket, view)
        lines += await charging.lines(look, ticket)
    lines += await outside(look, ticket, view)
    if ticket.became and not ticket.is_over:
        lines.append(look.t("ticket-became", form=ticket.became.partition("_")[0]))
    if ticket.circle_id is not None and not ticket.is_over:
        circle = await look.read.circles.get(ticket.circle_id)
        lines += [look.t("ticket-circle", name=circle.name)] if circle else []
    return lines


async def outside(look: Look, ticket: Ticket, view: str) -> list[Html | str]:
    """Who outside it waits for, by name; the number is for whoever has it."""
    if ticket.state != "waiting" or ticket.reason != "outside" or ticket.outsider_id is None:
        return []
    firm = await look.read.outsiders.get(ticket.outsider_id)
    if firm is None:
        return []
    phone = firm.phone if view == "desk" and firm.phone else "none"
    return [look.t("ticket-outside", name=firm.name, phone=phone)]


async def call(look: Look, ticket: Ticket) -> list[Button]:
    """For whoever has it: the number of whoever outside has to do it."""
    if ticket.state != "waiting" or ticket.reason != "outside" or ticket.outsider_id is None:
        return []
    firm = await look.read.outsiders.get(ticket.outsider_id)
    return firms.call(look, firm) if firm else []
