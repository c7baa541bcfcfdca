"""How a plea ends: solved, not needed, or its time is over; and whoever waits learns so, with a way on."""

from __future__ import annotations

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.rules import RuleError, thing
from handlers import onbehalf
from handlers.aid.shared import (
    may,
    meant,
    put_away_pages,
    save,
    set_clocks,
    tell_giver,
    tell_givers,
    the_ask,
    the_giver,
    waits,
)
from handlers.aid.waves import widen
from handlers.context import Context, Showing, later
from handlers.doors import presses, says


@presses("ask.got")
async def got(ctx: Context) -> None:
    """The asker has it from this neighbour: `ask_got_12_57`."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.done", ask)
    giver = await the_giver(ctx, ask)
    received = ask.receive(giver.person_id, at=ctx.now)
    if received.is_over and not ask.is_over:
        return await _done(ctx, ask)
    await save(ctx, ask, received, "ask.given")
    if received != ask:
        await tell_giver(ctx, received, giver, "ask.given")
    return ctx.answer(ctx.t("ask-done-thanks"))


@presses("ask.done")
async def done(ctx: Context) -> None:
    await _done(ctx, await the_ask(ctx))


@says("done", "解决了", "拿到了", english=("solved", "done"), on_card=True)
async def done_by_word(ctx: Context) -> None:
    await _done(ctx, await meant(ctx, await asked_by_me(ctx)))


async def _done(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.done", ask)
    await _end(ctx, ask, ask.done(at=ctx.now), "ask.done")
    ctx.answer(ctx.t("ask-done-thanks"))


@presses("ask.withdraw")
async def withdraw(ctx: Context) -> None:
    await _withdraw(ctx, await the_ask(ctx))


@says("withdraw", "不用了", "撤回", english=("not needed", "withdraw", "never mind"), on_card=True)
async def withdraw_by_word(ctx: Context) -> None:
    await _withdraw(ctx, await meant(ctx, await asked_by_me(ctx)))


async def _withdraw(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.withdraw", ask)
    if ask.state == "draft":
        await ctx.no_alarm("ask.tidy", thing=thing("ask", ask.id))
        await ctx.tx.asks.delete_draft(ask.id)
        await ctx.redraw(thing("ask", ask.id))
        await put_away_pages(ctx)
        return ctx.answer(ctx.t("ask-draft-gone"))
    await _end(ctx, ask, ask.withdraw(at=ctx.now), "ask.withdrawn")
    return ctx.answer(ctx.t("ask-withdrawn-answer"))


async def _end(ctx: Context, ask: Ask, ended: Ask, verb: str) -> None:
    if ended == ask:
        return
    await save(ctx, ask, ended, verb)
    await set_clocks(ctx, ended)
    await tell_others(ctx, ended, verb)


async def tell_others(ctx: Context, ask: Ask, verb: str) -> None:
    """Everybody who has to do with it but the one who said so."""
    for one in sorted(ask.side - {ctx.person.id}):
        await ctx.tell(one, verb, Showing(thing("ask", ask.id), "asker"), awaited=waits(ctx, ask))
    await tell_givers(ctx, ask, verb, but=ctx.person.id)


@presses("ask.reopen")
async def reopen(ctx: Context) -> None:
    """Half a day more; or an ending taken back."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.reopen", ask)
    if ask.person_id is None:  # who asked is forgotten: nobody would get it
        raise RuleError("ask-unknown")
    if ask.is_over and not ask.can_be_reopened(ctx.now):
        raise RuleError("ask-too-late-to-reopen")
    if not ask.is_over and ask.asked_at is None and ask.state != "unanswered":  # a second tap
        return ctx.answer(ctx.t("ask-open-again"))
    if ask.is_over and await ctx.tx.asks.count_open(ask.person_id) >= aid.MOST_OPEN:
        raise RuleError("ask-too-many", most=aid.MOST_OPEN)
    again = ask.reopen(until=later(ctx.now, seconds=aid.HALF_A_DAY), at=ctx.now)
    await save(ctx, ask, again, "ask.reopened")
    await set_clocks(ctx, again)
    await widen(ctx, again)
    await tell_givers(ctx, again, "ask.reopened")
    ctx.answer(ctx.t("ask-still-counts" if ask.is_over else "ask-open-again"))
    return None


@presses("ask.take-over")
async def take_over(ctx: Context) -> None:
    """Whoever it is for speaks for themselves from now on; who asked for them learns so."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.take-over", ask)
    if onbehalf.may_take_over(ctx, ask.person_id, ask.by_id, refusal="ask-not-yours"):
        await save(ctx, ask, ask.taken_over(), "ask.taken-over")
        await onbehalf.thank(ctx, ask.by_id, "ask.taken-over", ask.thing)


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """Somebody's helper is their helper no more: what the helper opened or took for them is theirs alone."""
    for ask in await ctx.tx.asks.on_behalf(person_id, helper_id):
        await save(ctx, ask, ask.without(helper_id), None)


async def asked_by_me(ctx: Context) -> list[Ask]:
    return [ask for ask in await ctx.tx.asks.mine(ctx.whom.id) if ctx.whom.id in ask.side]
