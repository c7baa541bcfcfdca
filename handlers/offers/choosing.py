"""What a draft still lets its holder choose by a tap: how many, lent or given, when one may be asked, until when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain import medicines
from bot.domain.offers import TIMES, Offer
from bot.domain.rules import RuleError, whole_number
from handlers import medicine
from handlers.context import Context, later
from handlers.doors import answers, presses
from handlers.offers import shared
from handlers.offers.offering import show_draft
from handlers.offers.shared import MENU, may, save, the_offer


@presses("offer.checked")
async def checked(ctx: Context) -> None:
    """The giver has confirmed everything about a medicine."""
    it = await the_offer(ctx)
    await may(ctx, "offer.correct", it)
    checklist = medicine.confirmed(ctx)
    if it.kind != "medicine":
        raise RuleError("button-is-old")
    await save(ctx, it, replace(it.counts(checklist.amount), expires=checklist.expiry, lends=False))
    await medicine.is_read(ctx)
    await show_draft(ctx, it)


async def _draft(ctx: Context, change: Callable[[Offer, str], Awaitable[Offer]]) -> None:
    it, value = await the_offer(ctx), ctx.values(2)[1]
    await may(ctx, "offer.correct", it)
    await save(ctx, it, await change(it, value))


@presses("offer.amount")
async def amount(ctx: Context) -> None:
    async def change(it: Offer, value: str) -> Offer:
        if not it.is_counted or (it.kind == "medicine" and whole_number(value) > medicines.MOST):
            raise RuleError("button-is-old")
        return it.counts(whole_number(value))

    await _draft(ctx, change)


@presses("offer.way")
async def way(ctx: Context) -> None:
    """Given away, or lent."""

    async def change(it: Offer, value: str) -> Offer:
        if it.kind != "thing" or value not in ("give", "lend"):
            raise RuleError("button-is-old")
        return replace(it, lends=value == "lend")

    await _draft(ctx, change)


@presses("offer.times")
async def times(ctx: Context) -> None:
    async def change(it: Offer, value: str) -> Offer:
        if value not in TIMES:
            raise RuleError("button-is-old")
        return replace(it, times=value)

    await _draft(ctx, change)


@presses("offer.kind")
async def other_kind(ctx: Context) -> None:
    """It was taken for something else."""

    async def change(it: Offer, value: str) -> Offer:
        if it.state != "draft" or it.kind == "medicine" or value not in ("thing", "skill", "teaching"):
            raise RuleError("button-is-old")
        return replace(it, kind=value)

    await _draft(ctx, change)


@presses("offer.expiry")
async def expiry(ctx: Context) -> None:
    """Until when it is good: year, then month; a medicine's is confirmed with everything else."""
    it = await the_offer(ctx)
    await may(ctx, "offer.correct", it)
    if it.kind == "medicine":
        return await medicine.begin(ctx, "offer.checked", it.id, it.key)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "offers.expiry", str(it.id), later(ctx.now, hours=24))
    year = _year(ctx, ctx.way.values[1]) if len(ctx.way.values) > 1 else 0
    return await ctx.menu(f"expiry.{it.id}.{year}", MENU)


def _year(ctx: Context, value: str) -> int:
    year, now = whole_number(value), medicine.today(ctx).year
    if not now <= year <= now + medicines.YEARS:
        raise RuleError("button-is-old")
    return year


@presses("offer.month")
async def month(ctx: Context) -> None:
    it, (_, year, chosen) = await the_offer(ctx), ctx.values(3)
    if not 1 <= whole_number(chosen) <= 12:
        raise RuleError("button-is-old")
    await _good_until(ctx, it, f"{_year(ctx, year)}-{int(chosen):02}")


@answers("offers.expiry")
async def expiry_typed(ctx: Context) -> None:
    it = await shared.visible(ctx, int(ctx.way.values[0]))
    if medicines.read_expiry(ctx.text) is None:
        await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "offers.expiry", str(it.id), later(ctx.now, hours=24))
        raise RuleError("medicine-date-unclear")
    await _good_until(ctx, it, ctx.text)


async def _good_until(ctx: Context, it: Offer, text: str) -> None:
    await may(ctx, "offer.correct", it)
    day = medicines.read_expiry(text)
    if it.kind == "medicine" or day is None:
        raise RuleError("button-is-old")
    if day < medicine.today(ctx):
        raise RuleError("offer-expired")
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if question and question.door == "offers.expiry":
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    after = replace(it, expires=day)
    if it.state == "open":
        after = after.stays(at=ctx.now, last=shared.last_moment(ctx.house, after))
    await save(ctx, it, after)
    await shared.set_clocks(ctx, after)
    await show_draft(ctx, after)
