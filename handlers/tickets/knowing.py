"""What is known already: a fault that others reported, or a head announced, is joined instead of reported twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import tickets
from bot.domain.categories import OTHER, UNSORTED
from bot.domain.notices import Notice
from bot.domain.places import Place
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.tickets import Ticket
from handlers.context import Context, Neighbourhood, Work, later
from handlers.doors import presses
from handlers.tickets import routing
from handlers.tickets.shared import category_of, may, name_of, save, the_ticket
from storage.database import Read

OFFERED = 2
"""Known ones of a kind that a preview offers."""


DIFFERS_HOURS = 2
"""How long its author may say that a report which was taken for a known fault is another one."""


@dataclass(frozen=True)
class Known:
    """Open tickets, the oldest first, and faults that were announced, the newest first."""

    tickets: Sequence[Ticket]
    faults: Sequence[Notice]

    def __bool__(self) -> bool:
        return bool(self.tickets or self.faults)


async def known(read: Read, house: Neighbourhood, ticket: Ticket, at: int) -> Known:
    """What a report may well be: of its category, at its place or what that lies in; of what spreads, around it."""
    if not _is_common(house, ticket):
        return Known((), ())
    above = await read.places.above(ticket.place_id)
    found = await read.tickets.like(_reach(above, ticket), ticket.category, ticket.id)
    if category_of(ticket).spreads:
        found += await _around(read, ticket, above, at)
    once = {one.id: one for one in sorted(found, key=lambda one: one.id)}
    return Known(list(once.values()), await _announced(read, house, ticket))


def _is_common(house: Neighbourhood, ticket: Ticket) -> bool:
    """Whether somebody else may have met the very same."""
    return not (ticket.indoor or category_of(ticket, house).private or ticket.category in (OTHER, UNSORTED))


def _reach(above: Sequence[Place], ticket: Ticket) -> list[int]:
    """The place and what it lies in, up to the building; of what hits many homes at once up to the estate."""
    last = "estate" if category_of(ticket).shared else "building"
    ends = [nth for nth, place in enumerate(above) if place.kind == last]
    wide = len(above) if category_of(ticket).shared else 1
    return [place.id for place in above[: ends[0] + 1 if ends else wide]]


async def _around(read: Read, ticket: Ticket, above: Sequence[Place], at: int) -> list[Ticket]:
    """What was reported lately in the same building; around it, once several homes of one fault have said so."""
    since = later(at, seconds=-tickets.BURST_SECONDS)
    near = [place for place in above if place.kind == "building"][:1]
    wide = [place for place in above if place.kind in ("area", "estate", "community")][:1]
    found = [one for place in near for one in await read.tickets.around(place.id, ticket.category, since, ticket.id)]
    for place in wide:
        for one in await read.tickets.around(place.id, ticket.category, since, ticket.id):
            if 1 + await read.desks.count(one.id) >= tickets.BURST_HOMES:
                found.append(one)
    return found


async def _announced(read: Read, house: Neighbourhood, ticket: Ticket) -> list[Notice]:
    faults = await read.notices.faults_over(ticket.place_id)
    return [one for one in faults if house.categories.of_words(one.words) == ticket.category]


async def same(read: Read, house: Neighbourhood, ticket: Ticket, at: int) -> str | None:
    """What a report is taken for, unless its author says that it is another: `t12` a ticket, `n5` an announced fault.

    Of what hits many homes at once anything known; else only what was reported of the very same place.
    """
    found, shared = await known(read, house, ticket, at), category_of(ticket).shared
    if found.faults and shared:
        return f"n{found.faults[0].id}"
    every = [one for one in found.tickets if shared or one.place_id == ticket.place_id]
    return f"t{every[0].id}" if every else None


async def takes_for(ctx: Context, draft: Ticket, which: str) -> None:
    """It is the same as a known one: they follow that, and read so with the way to say that it is another."""
    if which.startswith("n"):
        await _knows(ctx, int(which[1:]))
    else:
        await _joins_known(ctx, draft, int(which[1:]))
    for one in await ctx.tx.cards.of(name_of(draft)):
        await ctx.take_away(name_of(draft), one.view, await ctx.tx.rooms.get(one.room_id))
    here = None if ctx.query else ctx.message_id
    await ctx.alarm("ticket.tidy", name_of(draft), later(ctx.now, hours=DIFFERS_HOURS))
    await ctx.show(name_of(draft), f"again.{which}", ctx.room, reply_to=here)


async def _joins_known(ctx: Context, draft: Ticket, number: int) -> None:
    ticket = await ctx.tx.tickets.get(number)
    if ticket and not ticket.side & draft.side:
        await joins(ctx, ticket, draft.place_id)


async def _knows(ctx: Context, number: int) -> None:
    """Told when it is over."""
    for one in {ctx.whom.id, ctx.person.id}:
        await ctx.tx.notices.knows(number, one, ctx.now)


async def joins(ctx: Context, ticket: Ticket, place_id: int | None = None) -> None:
    """Me too; told from now on what its reporter is told. Met somewhere else, the fault is a wider one."""
    if await ctx.tx.desks.follow(ticket.id, ctx.whom.id, ctx.by_id, ctx.now):
        await _spread(ctx, ticket, place_id or ticket.place_id)
        await ctx.redraw(name_of(ticket))
        await ctx.redraw_board(room_id=ticket.room_id)
        await ctx.write_down("ticket.followed", name_of(ticket), ticket.place_id)
    await ctx.show_both(ctx.whom.id, ctx.by_id, name_of(ticket), "follower")


async def _spread(work: Work, ticket: Ticket, place_id: int) -> None:
    """The smallest place in which both lie; whoever answers for all of it is asked as long as nobody has it."""
    if not category_of(ticket).spreads:
        return
    there = {place.id for place in await work.tx.places.above(place_id)}
    above = await work.tx.places.above(ticket.place_id)
    wider = next(place.id for place in above if place.id in there)
    if wider == ticket.place_id:
        return
    spread = ticket.spread(wider)
    if spread.state == "new" and not await _lies_there(work, spread):
        spread = (await routing.give(work, spread, "ticket.spread")).ticket
    await save(work, ticket, spread, "ticket.spread")


async def _lies_there(work: Work, ticket: Ticket) -> bool:
    """Whether everybody who answers for the place has it on the desk already."""
    desks = {desk.person_id for desk in await work.tx.desks.of(ticket.id) if desk.level >= 0}
    levels = await routing.levels(work.tx, ticket)
    return bool(levels) and {office.person_id for office in levels[0]} <= desks


async def another(ctx: Context, draft: Ticket) -> None:
    """It is another one after all: what it was taken for is not followed any more."""
    for one in await ctx.tx.cards.of(name_of(draft)):
        head, _, which = one.view.partition(".")
        if head == "again":
            await ctx.take_away(name_of(draft), one.view, await ctx.tx.rooms.get(one.room_id))
            if which.startswith("t") and await ctx.tx.desks.unfollow(int(which[1:]), draft.person_id or 0):
                await _forgets_following(ctx, int(which[1:]))


async def _forgets_following(ctx: Context, number: int) -> None:
    if ctx.person.reachable:
        await ctx.take_away(thing("ticket", number), "follower", await ctx.private_room(ctx.person))
    await ctx.redraw(thing("ticket", number))


async def settled(work: Work, draft_id: int) -> None:
    """Nobody said that it is another one: what was shown with it goes to whoever handles the one it was taken for."""
    for one in await work.tx.cards.of(thing("ticket", draft_id)):
        head, _, which = one.view.partition(".")
        if head == "again" and which.startswith("t"):
            await work.tx.ticket_notes.handed_on(draft_id, int(which[1:]))
            await work.redraw(thing("ticket", int(which[1:])))


@presses("ticket.same")
async def me_too(ctx: Context) -> None:
    """👍 on a preview: `ticket_same_12_t7` follows 7, and the draft goes."""
    draft = await the_ticket(ctx)
    await may(ctx, "ticket.prepare", draft)
    which = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    found = await known(ctx.tx, ctx.house, draft, ctx.now)
    if which not in [*(f"t{one.id}" for one in found.tickets), *(f"n{one.id}" for one in found.faults)]:
        raise RuleError("button-is-old")
    if which.startswith("n"):
        await _knows(ctx, int(which[1:]))
    else:
        await _joins_known(ctx, draft, int(which[1:]))
        await ctx.tx.ticket_notes.handed_on(draft.id, int(which[1:]))
    await put_away(ctx, draft)
    ctx.answer(ctx.t("ticket-follow-answer"))


@presses("ticket.met")
async def met(ctx: Context) -> None:
    """我也遇到了, from the code at the place itself: whoever stands there is asked for nothing else."""
    ticket = await ctx.tx.tickets.get(whole_number(ctx.way.values[0] if ctx.way.values else ""))
    if ticket is None or not ticket.is_open or not ctx.proves("met") or not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.house.read_categories(ctx.tx)
    if not _is_common(ctx.house, ticket):  # it turned out to be private since
        raise RuleError("button-is-old")
    if not ticket.side & {ctx.person.id, ctx.whom.id}:
        await joins(ctx, ticket)
    ctx.answer(ctx.t("ticket-follow-answer"))


async def put_away(ctx: Context, draft: Ticket) -> None:
    """A draft goes with every card of it."""
    for one in await ctx.tx.cards.of(name_of(draft)):
        await ctx.take_away(name_of(draft), one.view, await ctx.tx.rooms.get(one.room_id))
    await ctx.no_alarm("ticket.tidy", thing=name_of(draft))
    await ctx.tx.tickets.delete_draft(draft.id)
