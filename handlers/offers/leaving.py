"""When a neighbour is forgotten, or a helper is theirs no more: what stood on the shelf, and whoever waits."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.offers import Offer, Want
from bot.domain.people import Person
from bot.domain.rules import thing
from handlers.context import BULK, Context
from handlers.offers.shared import save, set_clocks
from handlers.offers.wanting import becomes, nothing_left, tell_wanter


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """What the helper put up or wanted for them is theirs alone."""
    for it in await ctx.tx.offers.mine(person_id):
        if it.by_id == helper_id:
            await save(ctx, it, it.taken_over())
    for one in await ctx.tx.wants.mine(person_id):
        if one.by_id == helper_id:
            await ctx.tx.wants.save(replace(one, by_id=None, wanter_shown=False))
            await ctx.redraw(thing("want", one.id))


async def forgets(ctx: Context, person: Person) -> None:
    """Their shelf is emptied, whoever waits for them learns so; every card that names them is drawn anew."""
    for it in await ctx.tx.offers.of(person.id):
        await _offer_leaves(ctx, it, person.id)
        await ctx.tx.cards.redraw(thing("offer", it.id), ctx.now, None, BULK)
    for one in await ctx.tx.wants.of(person.id):
        await _want_leaves(ctx, one, person.id)
    ctx.tx.promised = True


async def rests(ctx: Context, person: Person) -> None:
    """Somebody who died offers and wants nothing more; whoever waits for them learns only that it is gone."""
    await ctx.tx.offers.is_willing(person.id, False, ctx.now)
    for it in await ctx.tx.offers.mine(person.id):
        if it.person_id == person.id:
            await _offer_leaves(ctx, it, person.id)
    for one in await ctx.tx.wants.mine(person.id):
        await _want_leaves(ctx, one, person.id)


async def moves_out(ctx: Context, person: Person) -> None:
    """Nothing says any longer where they live: what they offer stands somewhere in the community."""
    root = await ctx.tx.places.root()
    for it in await ctx.tx.offers.of(person.id):
        if it.person_id == person.id:
            await save(ctx, it, replace(it, place_id=root.id))


async def _offer_leaves(ctx: Context, it: Offer, leaving: int) -> None:
    if it.state in ("draft", "recommended"):
        if leaving in (it.person_id, it.by_id, it.recommended_by):
            await ctx.no_alarm("offer.tidy", thing=thing("offer", it.id))
            await ctx.tx.offers.delete_draft(it.id)
    elif leaving == it.person_id or (leaving == it.by_id and not await _reaches(ctx, it.person_id)):
        gone = it.withdraw(at=ctx.now)
        await save(ctx, it, gone)
        await set_clocks(ctx, gone)
        for one in await ctx.tx.wants.of_offer(it.id, "yes"):
            await tell_wanter(ctx, await becomes(ctx, one, "not"), "want.not")
        await nothing_left(ctx, gone)
    elif leaving == it.by_id:
        await save(ctx, it, it.taken_over())


async def _reaches(ctx: Context, person_id: int | None) -> bool:
    return person_id is not None and (await ctx.tx.people.get(person_id)).reachable


async def _want_leaves(ctx: Context, one: Want, leaving: int) -> None:
    it = await ctx.tx.offers.get(one.offer_id)
    if it and one.is_open and leaving == one.person_id:
        await becomes(ctx, one, "withdrawn" if one.state == "asked" else "not")
        back = it.gets_back(one.amount) if one.state == "yes" else it
        await save(ctx, it, back)
        await set_clocks(ctx, back)
    await ctx.tx.cards.redraw(thing("want", one.id), ctx.now, None, BULK)
