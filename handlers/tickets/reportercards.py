"""How a ticket looks to who reported it, and to who follows it."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.tickets import Ticket
from bot.i18n import bold, quote
from handlers import names
from handlers.cards import Card, Look, Rows, button, card
from handlers.context import TITLES
from handlers.tickets import charging, facts, groupcards, talks, visiting
from handlers.tickets.shared import category_of, room_for


async def reporter(look: Look, ticket: Ticket) -> Card:
    if ticket.state == "draft":
        return await _draft(look, ticket)
    lines = [bold(await groupcards.headline(look, ticket)), *([quote(ticket.text)] if ticket.text else []), ""]
    said = await facts.said(look, ticket, "reporter")
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket), *said], *_afterwards(look, ticket))
    lines += [await groupcards.standing(look, ticket), *await facts.more(look, ticket, "reporter"), *said]
    return card([*lines, look.t("ticket-number", number=ticket.id)], *await _steps(look, ticket))


async def _draft(look: Look, ticket: Ticket) -> Card:
    """What goes out, and who will read it."""
    t, room = look.t, await room_for(look.read, ticket)
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
    if await _answers_for(look, ticket):
        rows.append([button(t("ticket-on-spot"), "ticket.on-spot", ticket.id)])
    return card(lines, *rows)


async def _answers_for(look: Look, ticket: Ticket) -> bool:
    """Whoever takes tickets there may have seen to it already."""
    held = await look.read.offices.titles_at_or_above(look.room.person_id or 0, ticket.place_id)
    return "repair" in titles.powers(held, TITLES)


async def _who_reads(look: Look, ticket: Ticket, room: str | None) -> str:
    if category_of(ticket).private:
        return look.t("ticket-reads-private")
    if room is None:
        return look.t("ticket-reads-head")
    return look.t("ticket-reads-conduct" if category_of(ticket).conduct else "ticket-reads-group", room=room)


async def _steps(look: Look, ticket: Ticket) -> Rows:
    """What is asked of them first, then what they can always say."""
    asked = [*await visiting.answer_rows(look, ticket), *await charging.answer_rows(look, ticket)]
    if not asked and ticket.state == "waiting" and ticket.reason == "reporter":
        asked = [[button(look.t("ticket-answer"), "ticket.answer", ticket.id)]]
    return [*asked, *_always(look, ticket), await talks.row(look, ticket)]


def _always(look: Look, ticket: Ticket) -> Rows:
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
    lines = [bold(await groupcards.headline(look, ticket)), *groupcards.words(ticket), ""]
    said = await facts.said(look, ticket, "follower")
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket), *said])
    lines += [await groupcards.standing(look, ticket), *await facts.more(look, ticket, "follower"), *said]
    lines += [look.t("ticket-followed", number=ticket.id)]
    return card(lines, [button(look.t("ticket-unfollow"), "ticket.unfollow", ticket.id)])


async def who(look: Look, ticket: Ticket) -> str:
    return await names.who(look.read, look.house, look.t, ticket.person_id)
