"""Closing otherwise: the same as another one, not ours, cannot be fixed, or fixed already when it was seen. Whoever
waits is told why; a slip of the finger can be taken back for a day."""

from __future__ import annotations

import re

from bot.domain.rules import RuleError, whole_number
from bot.domain.tickets import Ticket
from handlers import questions
from handlers.cards import Look, Rows, button, label
from handlers.context import Context, Neighbourhood
from handlers.doors import answers, presses
from handlers.tickets import groupcards, noting
from handlers.tickets.pages import put_away, turn
from handlers.tickets.preparing import put_away_pages
from handlers.tickets.shared import (
    category_of,
    hours_of,
    may,
    mine,
    name_of,
    room_for,
    save,
    tell_reporter,
    tell_waiting,
    the_ticket,
    visible,
)

MOST_TWINS = 8
"""Open tickets of a place that a page offers."""


# the same as another one


@presses("ticket.merge")
async def merge(ctx: Context) -> None:
    """`ticket_merge_12` asks which · `ticket_merge_12_34` it is the same as 34."""
    ticket, _ = await mine(ctx, "ticket.merge")
    said = ctx.way.values[1:2]
    if not said:
        return await turn(ctx, "merge", ticket)
    if said == ("typed",):
        return await questions.ask(ctx, "ticket.merge", ticket.id, ctx.t("ticket-merge-what"))
    return await _merged(ctx, whole_number(said[0]))


@answers("ticket.merge")
async def merge_said(ctx: Context) -> None:
    """`34` or `34号`"""
    found = re.fullmatch(r"\D{0,5}(\d{1,15})\D{0,3}", ctx.text.strip())
    if not found:
        raise RuleError("ticket-merge-how")
    await _merged(ctx, int(found[1]))


async def _merged(ctx: Context, number: int) -> None:
    """Who followed the one follows the other, and so does whoever reported it."""
    before, ticket = await mine(ctx, "ticket.merge")
    other = await _twin(ctx, number)
    after = ticket.merge(other.id, at=ctx.now)
    await save(ctx, before, after, "ticket.merged", ctx.person.id)
    await _closed(ctx, after)
    await tell_waiting(ctx, after, "ticket.merged")
    await ctx.tx.desks.move_followers(ticket.id, other.id)
    if ticket.person_id is not None and ticket.person_id not in other.side:
        await ctx.tx.desks.follow(other.id, ticket.person_id, ticket.by_id, ctx.now)
    await ctx.redraw(name_of(other))
    ctx.answer(ctx.t("ticket-merged-answer", number=other.id))


async def _twin(ctx: Context, number: int) -> Ticket:
    """Another open one that this person knows of and may handle; what is private is never joined to somebody
    else's."""
    other = await visible(ctx, number)
    await may(ctx, "ticket.note", other)
    if not other.is_open or other.state == "fixed":
        raise RuleError("ticket-merge-over")
    if _is_private(ctx.house, other):
        raise RuleError("ticket-merge-private")
    return other


def _is_private(house: Neighbourhood, ticket: Ticket) -> bool:
    return category_of(ticket, house).private or ticket.indoor


async def twins(look: Look, ticket: Ticket) -> list[Ticket]:
    """Open ones of the same place that this person handles, those of the same kind first."""
    read, me = look.read, look.room.person_id
    around = [place.id for place in await read.places.above(ticket.place_id)]
    near = [one for one in await read.tickets.open_at(ticket.place_id) if one.id != ticket.id]
    near += [one for one in await read.tickets.like(around, ticket.category, ticket.id) if one not in near]
    known = {one.id for one in await read.tickets.of(me)} if me is not None else set()
    found = [one for one in near if one.id in known and one.state != "fixed" and not _is_private(look.house, one)]
    return sorted(found, key=lambda one: (one.category != ticket.category, -one.id))[:MOST_TWINS]


async def twin_rows(look: Look, ticket: Ticket) -> Rows:
    rows = [
        [button(label(f"{one.id} · {await groupcards.headline(look, one)}"), "ticket.merge", ticket.id, one.id)]
        for one in await twins(look, ticket)
    ]
    return [*rows, [button(look.t("ticket-merge-number"), "ticket.merge", ticket.id, "typed")]]


# not ours, and what cannot be fixed


@presses("ticket.elsewhere")
async def elsewhere(ctx: Context) -> None:
    """`ticket_elsewhere_12` asks where it belongs · `_5`: entry 5 of the address book · `_typed`: in words."""
    ticket, _ = await mine(ctx, "ticket.elsewhere")
    said = ctx.way.values[1:2]
    if not said:
        return await turn(ctx, "elsewhere", ticket)
    if said == ("typed",):
        return await questions.ask(ctx, "ticket.elsewhere", ticket.id, ctx.t("ticket-elsewhere-what"))
    every = {one.id: one for one in await ctx.tx.outsiders.for_place(ticket.place_id, ticket.category)}
    firm = every.get(whole_number(said[0]))
    if firm is None:
        raise RuleError("button-is-old")
    await _belongs(ctx, f"{firm.name} {firm.phone}".strip())
    return None


@answers("ticket.elsewhere")
async def elsewhere_said(ctx: Context) -> None:
    await _belongs(ctx, ctx.text)


async def _belongs(ctx: Context, where: str) -> None:
    before, ticket = await mine(ctx, "ticket.elsewhere")
    await _because(ctx, before, ticket.elsewhere(at=ctx.now), "where", where)


@presses("ticket.give-up")
async def give_up(ctx: Context) -> None:
    ticket, _ = await mine(ctx, "ticket.give-up")
    await questions.ask(ctx, "ticket.give-up", ticket.id, ctx.t("ticket-give-up-what"))


@answers("ticket.give-up")
async def given_up(ctx: Context) -> None:
    before, ticket = await mine(ctx, "ticket.give-up")
    await _because(ctx, before, ticket.give_up(at=ctx.now), "why", ctx.text)


async def _because(ctx: Context, before: Ticket, after: Ticket, kind: str, words: str) -> None:
    """It ends with a reason that whoever waits can read."""
    if not words:
        raise RuleError("ticket-why-empty")
    ctx.way.words = words
    await noting.keep(ctx, before, kind)
    await save(ctx, before, after, f"ticket.{after.state}", ctx.person.id)
    await _closed(ctx, after)
    await tell_waiting(ctx, after, f"ticket.{after.state}")
    ctx.answer(ctx.t("ticket-because-answer"))


async def _closed(ctx: Context, ticket: Ticket) -> None:
    """No visit and no money any more."""
    await ctx.tx.visits.clear(ticket.id)
    await ctx.no_alarm("ticket.visit", thing=name_of(ticket))
    charge = await ctx.tx.charges.waiting(ticket.id)
    if charge:
        await ctx.tx.charges.answer(charge.id, "dropped", ctx.person.id, ctx.now)
    await put_away(ctx)


async def elsewhere_rows(look: Look, ticket: Ticket) -> Rows:
    every = await look.read.outsiders.for_place(ticket.place_id, ticket.category)
    rows = [[button(label(one.name), "ticket.elsewhere", ticket.id, one.id)] for one in every[:MOST_TWINS]]
    return [*rows, [button(look.t("ticket-typed-words"), "ticket.elsewhere", ticket.id, "typed")]]


# fixed already


@presses("ticket.on-spot")
async def on_spot(ctx: Context) -> None:
    """Seen and seen to: whoever answers for the place opens and closes it in one."""
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.on-spot", ticket)
    await put_away_pages(ctx)
    await seen_to(ctx, ticket)
    await questions.ask(ctx, "ticket.shown", ticket.id, ctx.t("ticket-on-spot-show"))
    ctx.answer(ctx.t("ticket-on-spot-answer"))


async def seen_to(ctx: Context, draft: Ticket) -> Ticket:
    """A draft of this person's becomes a ticket that is fixed: it counts as reported and fixed in the same minute,
    and no group is told of what is over."""
    room = await room_for(ctx.tx, draft, ctx.house)
    opened = draft.publish(at=ctx.now, room=room.id if room else None)
    done = opened.take(ctx.person.id, at=ctx.now).fix(hours_of(ctx.house, opened), at=ctx.now).confirm(at=ctx.now)
    await ctx.no_alarm("ticket.tidy", thing=name_of(draft))
    await save(ctx, draft, done, "ticket.on-spot", ctx.person.id)
    await ctx.tx.desks.given(draft.id, ctx.person.id, 0, ctx.now, reached=True)
    if draft.by_id is not None and draft.person_id is not None:
        await tell_reporter(ctx, done, "ticket.done")
    return done
