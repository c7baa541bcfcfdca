"""How a ticket looks on the desk of whoever may take it, or has it: the two or three steps that fit its state."""

from __future__ import annotations

from bot.domain import tickets
from bot.domain.tickets import Ticket
from bot.i18n import Html, bold, quote
from handlers import names, when
from handlers.cards import Card, Look, Rows, button, card
from handlers.tickets import facts, groupcards, pictures, talks
from handlers.tickets.shared import category_of, handles, hours_of, is_repairer, may_read
from storage.tickets import Desk


async def desk(look: Look, ticket: Ticket) -> Card | None:
    me = look.room.person_id
    desks = {one.person_id: one for one in await look.read.desks.of(ticket.id)}
    given = me in (ticket.owner_id, ticket.from_id) or me in desks
    if me is None or not given or not await may_read(look.read, me, ticket):
        return card([look.t("ticket-not-yours-any-more"), bold(await groupcards.headline(look, ticket))])
    lines: list[Html | str] = [bold(await groupcards.headline(look, ticket))]
    lines += [quote(ticket.text)] if ticket.text else []
    lines += [*await pictures.counted(look, ticket), await _reported(look, ticket)]
    lines += [*await facts.said(look, ticket, "desk"), ""]
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket)], *_afterwards(look, ticket, me))
    lines += [await _stands(look, ticket, me), *await facts.more(look, ticket, "desk")]
    lines += [*_clock(look, ticket), *_climbed(look, ticket, desks.get(me))]
    given = me in (ticket.owner_id, ticket.from_id) or desks[me].level >= 0
    may_act = given and await handles(look.read, me, ticket)
    return card(lines, *([*await _steps(look, ticket, me), await pictures.row(look, ticket)] if may_act else []))


async def _reported(look: Look, ticket: Ticket) -> str:
    """Who reported it, by name; never how to reach them."""
    unnamed = await is_repairer(look.read, look.room.person_id, ticket)
    who = await names.named(look.read, look.house, look.t, None if unnamed else ticket.person_id)
    at = when.spoken(look.t, look.house, ticket.opened_at, look.at)
    followers = await look.read.desks.count(ticket.id)
    return look.t("ticket-reported", who=who, at=at, number=ticket.id, followers=followers)


async def _stands(look: Look, ticket: Ticket, me: int | None) -> str:
    if ticket.state == "new":
        return look.t("ticket-desk-new", reopened=ticket.reopened)
    if ticket.state == "taken" and ticket.owner_id == me:
        return look.t("ticket-desk-yours")
    return await groupcards.standing(look, ticket)


def _clock(look: Look, ticket: Ticket) -> list[str]:
    """Until when the next step is due, or since when it is late."""
    due = tickets.due_at(ticket, category_of(ticket, look.house), hours_of(look.house, ticket))
    if due is None:
        return []
    at = when.spoken(look.t, look.house, due, look.at)
    return [look.t("ticket-overdue" if due <= look.at else "ticket-due", at=at, state=ticket.state)]


def _climbed(look: Look, ticket: Ticket, desk: Desk | None) -> list[str]:
    """To whom it came first and who did not take it in time."""
    above = desk is not None and ticket.state == "new" and 0 <= desk.level < ticket.level
    return [look.t("ticket-has-climbed")] if above else []


async def _steps(look: Look, ticket: Ticket, me: int | None) -> Rows:
    """我来处理 · 转给… · 更多, then 修好了 · 约时间 · 更多; whoever handed it on may take it back."""
    t, number = look.t, ticket.id
    more = button(t("ticket-more"), "ticket.more", number)
    if ticket.state == "new":
        hand = button(t("ticket-hand"), "ticket.hand", number)
        return [[button(t("ticket-take"), "ticket.take", number)], [hand, more]]
    if ticket.owner_id != me:
        handed = ticket.from_id == me and ticket.state in ("taken", "waiting")
        return [[button(t("ticket-recall"), "ticket.recall", number)]] if handed else []
    talk = await talks.row(look, ticket)
    if ticket.state == "fixed":
        return [talk]
    second = (
        button(t("ticket-go-on"), "ticket.go-on", number)
        if ticket.state == "waiting"
        else button(t("ticket-times"), "ticket.slot", number)
    )
    return [[button(t("ticket-fix"), "ticket.fix", number)], [second, more], await facts.call(look, ticket), talk]


def _afterwards(look: Look, ticket: Ticket, me: int | None) -> Rows:
    """An ending of the desk's own can be taken back for a day."""
    lately = ticket.ended_at is not None and look.at - ticket.ended_at <= tickets.UNDO_SECONDS
    if lately and ticket.owner_id == me and ticket.state in ("merged", "elsewhere", "unfixable"):
        return [[button(look.t("ticket-undo"), "ticket.reopen", ticket.id)]]
    return []
