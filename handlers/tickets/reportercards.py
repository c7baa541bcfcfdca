"""How a ticket looks to who reported it, and to who follows it."""

from __future__ import annotations

from bot.domain.danger import NAMED
from bot.domain.tickets import Ticket
from bot.i18n import Html, bold, quote
from handlers import names
from handlers.cards import Card, Look, Rows, button, card
from handlers.danger import numbers
from handlers.tickets import groupcards
from handlers.tickets.shared import category_of, room_for


async def reporter(look: Look, ticket: Ticket) -> Card:
    if ticket.state == "draft":
        return await _draft(look, ticket)
    lines = [bold(await groupcards.headline(look, ticket)), *([quote(ticket.text)] if ticket.text else []), ""]
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket)], *_afterwards(look, ticket))
    called, copies = _numbers(look, ticket)
    lines = [*called, *lines, await groupcards.standing(look, ticket), look.t("ticket-number", number=ticket.id)]
    return card(lines, *copies, *_steps(look, ticket))


def _numbers(look: Look, ticket: Ticket) -> tuple[list[Html | str], Rows]:
    """Of what cannot wait, while people sleep and nobody has it: whom to call stands first."""
    waits = ticket.state == "new" and category_of(ticket, look.house).urgent
    if not waits or look.house.awake(look.at) == look.at:
        return [], []
    ours = {name: it for name, it in look.house.numbers.items() if name == ticket.category or name not in NAMED}
    if not ours:
        return [], []
    said, copies = numbers.said(look.t, ours)
    return [look.t("ticket-call-first"), *said, ""], copies


async def _draft(look: Look, ticket: Ticket) -> Card:
    """What goes out, and who will read it."""
    t, room = look.t, await room_for(look.read, ticket, look.house)
    lines = [t("ticket-preview"), bold(await groupcards.headline(look, ticket))]
    lines += [quote(ticket.text)] if ticket.text else []
    lines += ["", await _who_reads(look, ticket, room.title if room else None)]
    rows: Rows = [
        [button(t("ticket-publish"), "ticket.publish", ticket.id)],
        [button(t("ticket-change-place"), "ticket.place", ticket.id),
         button(t("ticket-change-category"), "ticket.sort", ticket.id)],
        [button(t("ticket-change-words"), "ticket.correct", ticket.id),
         button(t("ticket-drop"), "ticket.withdraw", ticket.id)],
    ]  # fmt: skip
    return card(lines, *rows)


async def _who_reads(look: Look, ticket: Ticket, room: str | None) -> str:
    if category_of(ticket, look.house).private:
        return look.t("ticket-reads-private")
    if room is None:
        return look.t("ticket-reads-head")
    return look.t(
        "ticket-reads-conduct" if category_of(ticket, look.house).conduct else "ticket-reads-group", room=room
    )


def _steps(look: Look, ticket: Ticket) -> Rows:
    t = look.t
    if ticket.state == "fixed":
        return [[button(t("ticket-confirm"), "ticket.confirm", ticket.id),
                 button(t("ticket-not-fixed"), "ticket.not-fixed", ticket.id)]]  # fmt: skip
    return [[button(t("ticket-solved"), "ticket.confirm", ticket.id),
             button(t("ticket-withdraw"), "ticket.withdraw", ticket.id)]]  # fmt: skip


def _afterwards(look: Look, ticket: Ticket) -> Rows:
    """What can still be said once it is over."""
    t = look.t
    if ticket.state in ("done", "unconfirmed"):
        return [[button(t("ticket-not-fixed"), "ticket.not-fixed", ticket.id)]]
    if ticket.state == "withdrawn" and ticket.ended_at and look.at - ticket.ended_at <= 86_400:
        return [[button(t("ticket-undo"), "ticket.reopen", ticket.id)]]
    return []


async def follower(look: Look, ticket: Ticket) -> Card:
    """What a group reads, and the way out."""
    lines = [bold(await groupcards.headline(look, ticket)), *groupcards.words(ticket, look.house), ""]
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket)])
    lines += [await groupcards.standing(look, ticket), look.t("ticket-followed", number=ticket.id)]
    return card(lines, [button(look.t("ticket-unfollow"), "ticket.unfollow", ticket.id)])


async def who(look: Look, ticket: Ticket) -> str:
    return await names.who(look.read, look.house, look.t, ticket.person_id)
