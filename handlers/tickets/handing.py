"""Handing on: to another office, a repairer or a circle; back again, and taken back by whoever handed it on."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.rules import RuleError, whole_number
from bot.domain.text import cut
from bot.domain.tickets import Ticket
from bot.domain.tickets.visits import agreed
from bot.i18n import Words
from handlers import names
from handlers.cards import Look, Rows, button
from handlers.context import Context, Neighbourhood, Showing, Work
from handlers.doors import presses
from handlers.tickets import routing
from handlers.tickets.pages import put_away, turn
from handlers.tickets.shared import (
    category_of,
    handles,
    hours_of,
    may,
    mine,
    name_of,
    save,
    tell_owner,
    tell_waiting,
    the_ticket,
)
from storage.database import Read

MOST_HELD = 8
"""Offices and repairers that a page offers, the nearest first."""


@dataclass(frozen=True)
class Hand:
    """Somebody who could have it: by which title, "" for a repairer."""

    person_id: int
    title: str


async def hands(read: Read, house: Neighbourhood, ticket: Ticket, but: int | None) -> list[Hand]:
    """Who could have a ticket, the nearest first; nobody who has it, or reported it, or hands it on. What
    is private is for no repairer."""
    out = {but, ticket.owner_id, *ticket.side}
    offices = [one for level in await routing.levels(read, ticket) for one in level]
    found = {one.person_id: Hand(one.person_id, one.title) for one in reversed(offices) if one.person_id not in out}
    every = list(reversed(found.values()))
    if category_of(ticket, house).private:
        return every
    for one in await read.repairers.for_place(ticket.place_id):
        if one.person_id not in out | set(found):
            every.append(Hand(one.person_id, ""))
    return every


async def may_hand(ctx: Context, ticket: Ticket) -> None:
    """Whoever answers for the place hands on; a repairer gives it back instead."""
    if "repair" not in await ctx.powers(ctx.person.id, ticket.place_id):
        raise RuleError("ticket-hand-back-only")


@presses("ticket.hand")
async def hand(ctx: Context) -> None:
    """The page of those who could have it."""
    ticket, _ = await mine(ctx, "ticket.hand")
    await may_hand(ctx, ticket)
    await turn(ctx, "hand", ticket)


@presses("ticket.give")
async def give(ctx: Context) -> None:
    """`ticket_give_12_34`: person 34 has it from now on."""
    before, ticket = await mine(ctx, "ticket.hand")
    await may_hand(ctx, ticket)
    to = whole_number(ctx.values(2)[1])
    if to not in {one.person_id for one in await hands(ctx.tx, ctx.house, before, ctx.person.id)}:
        raise RuleError("button-is-old")
    await handed(ctx, before, ticket, to)
    await put_away(ctx)
    who = await names.named(ctx.tx, ctx.house, ctx.t, to)
    ctx.answer(ctx.t("ticket-handed-answer", who=who))


async def handed(ctx: Context, before: Ticket, ticket: Ticket, to: int, *, by: int | None = None,
                 circle: int | None = None) -> Ticket:  # fmt: skip
    """It is theirs, if they can be reached at all; whoever waits reads who has it."""
    going = await moving(ctx, ticket)
    after = going.hand_on(to, by=by or ctx.person.id, at=ctx.now, circle=circle)
    await save(ctx, before, after, "ticket.handed", by or ctx.person.id)
    if not await tell_owner(ctx, after, "ticket.handed"):
        who = await names.named(ctx.tx, ctx.house, ctx.t, to)
        raise RuleError("ticket-hand-away", who=who)
    await tell_waiting(ctx, after, "ticket.taken")
    return after


async def moving(work: Work, ticket: Ticket) -> Ticket:
    """What it waits for is left behind, but an hour agreed with the reporter stays agreed."""
    hour = agreed(await work.tx.visits.of(ticket.id))
    if ticket.reason == "visit" and hour and hour.at > work.now:
        return ticket
    return ticket.go_on(hours_of(work.house, ticket), at=work.now)


async def returned(work: Work, ticket: Ticket) -> Ticket:
    """Back to whoever handed it on, if they still answer for it, else to all who may take it; hours that were agreed
    with whoever has it now are agreed no more."""
    going = ticket.go_on(hours_of(work.house, ticket), at=work.now)
    await work.tx.visits.clear(ticket.id)
    giver = going.from_id
    if giver is not None and await handles(work.tx, giver, going) and (await work.tx.people.get(giver)).reachable:
        return going.give_back(at=work.now)
    free = going.let_go(at=work.now)
    if free.state == "fixed":
        return free
    given = await routing.give(work, free, but=going.owner_id)
    return given.ticket if given.reached else (await routing.give(work, free)).ticket


async def lost(work: Work, ticket: Ticket) -> None:
    """Whoever has it cannot be reached any more: back to whoever handed it on, else to all who may take it."""
    if ticket.owner_id is None or not ticket.is_open or (await work.tx.people.get(ticket.owner_id)).reachable:
        return
    back = await returned(work, ticket)
    await save(work, ticket, back, "ticket.let-go")
    await tell_owner(work, back, "ticket.given-back")
    await tell_waiting(work, back, "ticket.let-go")


async def owner_hears(work: Work, ticket: Ticket, kind: str, *, but: int | None = None) -> None:
    """The reporter has said something: whoever has it is told, or has it no more where nothing reaches them."""
    if not await tell_owner(work, ticket, kind, but=but):
        await lost(work, ticket)


@presses("ticket.recall")
async def recall(ctx: Context) -> None:
    """Whoever handed it on takes it back."""
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.recall", ticket)
    if ticket.owner_id == ctx.person.id:
        return ctx.answer(ctx.t("ticket-recalled-answer"))
    if ticket.from_id != ctx.person.id:
        raise RuleError("ticket-has-owner")
    had, after = ticket.owner_id, (await moving(ctx, ticket)).give_back(at=ctx.now)
    await save(ctx, ticket, after, "ticket.recalled", ctx.person.id)
    if had is not None:
        await ctx.tell(had, "ticket.recalled", Showing(name_of(ticket), "desk"))
    await tell_waiting(ctx, after, "ticket.taken")
    return ctx.answer(ctx.t("ticket-recalled-answer"))


async def rows(look: Look, ticket: Ticket) -> Rows:
    """The page: who could have it, whoever is outside, and a repairer who comes by a link."""
    t, every = look.t, await hands(look.read, look.house, ticket, look.room.person_id)
    found = [
        [button(await label(look.read, look.house, t, one), "ticket.give", ticket.id, one.person_id)]
        for one in every[:MOST_HELD]
    ]
    last = [button(t("ticket-to-outside"), "ticket.wait", ticket.id, "outside")]
    if not category_of(ticket, look.house).private:
        last.append(button(t("ticket-to-repairer"), "ticket.invite", ticket.id))
    return [*found, last]


async def label(read: Read, house: Neighbourhood, t: Words, one: Hand) -> str:
    name = await names.named(read, house, t, one.person_id)
    title = await names.title(read, t, one.title) if one.title else t("ticket-repairer")
    return cut(f"{name} · {title}", 30)
