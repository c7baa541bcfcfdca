"""Onto the shelf: within limits, with a word to whoever it is for, and to its holder about asks that it fits."""

from __future__ import annotations

from bot.domain import matching, medicines
from bot.domain.offers import Offer
from bot.domain.rules import number_of, thing
from bot.domain.text import cut
from bot.i18n import bold
from handlers import consent, medicine
from handlers.cards import button
from handlers.context import Context, Showing, Turn
from handlers.doors import presses, rings
from handlers.matches import GOODS
from handlers.offers import shared
from handlers.offers.offering import not_too_many
from handlers.offers.shared import may, save, the_offer

MOST_TOLD = 3
"""Open asks that somebody who offers what fits is told about."""


@presses("offer.publish")
async def publish(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.publish", it)
    if it.state == "open":  # a second tap
        return ctx.answer(ctx.t("offer-published"))
    await not_too_many(ctx)
    await goes_up(ctx, it)
    return ctx.answer(ctx.t("offer-published"))


async def goes_up(ctx: Context, it: Offer) -> None:
    """On the shelf from now on; its holder learns whose open ask it fits."""
    after = it.publish(at=ctx.now, last=shared.last_moment(ctx.house, it))
    await save(ctx, it, after, "offer.opened")
    await ctx.no_alarm("offer.tidy", thing=thing("offer", it.id))
    await shared.set_clocks(ctx, after)
    if after.person_id:
        await consent.given(ctx.tx, after.person_id, "keep", ctx.now)
    if after.by_id and after.person_id:
        await ctx.tell(after.person_id, "offer.opened-for-you", Showing(thing("offer", it.id), "author"))
    await _tell_of_asks(ctx, after)


async def _tell_of_asks(ctx: Context, it: Offer) -> None:
    """3栋有位邻居正想要这个: a few, the nearest first, each with the way there."""
    around = await ctx.tx.offers.asks_around(it.place_id, it.person_id or 0, 200)
    known, seen = await medicine.lists(ctx.tx), {number: (words, place) for number, words, place in around}
    asks = [(number, _ask_kind(it, words, known), words) for number, words, _ in around]
    fitting = matching.fits(it, asks, GOODS, known)[:MOST_TOLD]
    if not fitting:
        return
    lines = []
    for number in fitting:
        words, place_id = seen[number]
        lines += [ctx.t("offer-fits", place=shared.named(await ctx.tx.places.get(place_id))), bold(words)]
    keys = [[button(cut(seen[number][0], 20), "ask.open", number).markup()] for number in fitting]
    await ctx.say(*lines, keyboard={"inline_keyboard": keys})


def _ask_kind(it: Offer, words: str, known: medicines.Lists) -> str:
    """The kind of ask that an offer like this would answer."""
    if it.kind == "medicine":
        return "medicine"
    if medicines.is_medicine(words, known):
        return "medicine"
    return "thing" if it.kind == "thing" else "wish"


@rings("offer.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody put up is let go after a day."""
    if await turn.tx.offers.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
