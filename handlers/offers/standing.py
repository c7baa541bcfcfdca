"""While it stands on the shelf: still there?, paused, taken back, taken over; and who may be asked first."""

from __future__ import annotations

from bot.domain.offers import Offer
from bot.domain.rules import RuleError, number_of, thing
from handlers import onbehalf
from handlers.context import Context, Turn
from handlers.doors import presses, rings, says
from handlers.offers import shared
from handlers.offers.shared import MENU, may, save, set_clocks, tell_holder, the_offer
from handlers.offers.wanting import nothing_left

OFF = ("off", "no", "关", "不", "不用", "不了")


@says("willing", "愿意帮忙", english=("willing to help",), on_card=True)
async def willing(ctx: Context) -> None:
    """`愿意帮忙` switches it on, `愿意帮忙 不用` off."""
    await _is_willing(ctx, ctx.text.lower() not in OFF)


@presses("offers.willing")
async def willing_pressed(ctx: Context) -> None:
    """The switch as the button says it; whoever presses twice has it as they saw it."""
    chosen = ctx.values(1)[0]
    if chosen not in ("on", "off"):
        raise RuleError("button-is-old")
    await _is_willing(ctx, chosen == "on")
    card = await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id or 0)
    if card and card.thing.startswith("want_"):  # asked under thanks: the answer stays there
        return await ctx.redraw(card.thing)
    return await ctx.menu("home", MENU)


async def _is_willing(ctx: Context, yes: bool) -> None:
    await ctx.tx.offers.is_willing(ctx.person.id, yes, ctx.now)
    ctx.answer(ctx.t("offer-willing-on" if yes else "offer-willing-off"), alert=True)


@presses("offer.pause")
async def pause(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.pause", it)
    await _turns(ctx, it, it.pause(), "offer.paused")
    ctx.answer(ctx.t("offer-paused"))


@presses("offer.resume")
async def resume(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.resume", it)
    if it.state == "paused":
        _still_good(ctx, it)
        await _turns(ctx, it, it.resume(at=ctx.now), "offer.resumed")
    ctx.answer(ctx.t("offer-published"))


def _still_good(ctx: Context, it: Offer) -> None:
    last = shared.last_moment(ctx.house, it)
    if last is not None and last <= ctx.now:
        raise RuleError("offer-expired")


async def _turns(ctx: Context, before: Offer, after: Offer, verb: str) -> None:
    await save(ctx, before, after, verb)
    await set_clocks(ctx, after)


@presses("offer.stay")
async def stay(ctx: Context) -> None:
    """Still there: for another while."""
    it = await the_offer(ctx)
    await may(ctx, "offer.stay", it)
    if it.state == "open" and it.asked_at is not None:
        await _turns(ctx, it, it.stays(at=ctx.now, last=shared.last_moment(ctx.house, it)), "offer.stays")
    ctx.answer(ctx.t("offer-stays-answer"))


@presses("offer.withdraw")
async def withdraw(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.withdraw", it)
    if it.state == "draft":
        await ctx.no_alarm("offer.tidy", thing=thing("offer", it.id))
        await ctx.tx.offers.delete_draft(it.id)
        await ctx.redraw(thing("offer", it.id))
        return ctx.answer(ctx.t("offer-draft-gone"))
    if it.state != "withdrawn":
        gone = it.withdraw(at=ctx.now)
        await _turns(ctx, it, gone, "offer.withdrawn")
        await nothing_left(ctx, gone)
        if not {ctx.person.id, ctx.whom.id} & it.side:  # a head or steward
            await tell_holder(ctx, gone, "offer.withdrawn")
    return ctx.answer(ctx.t("offer-withdrawn-answer"))


@presses("offer.reopen")
async def reopen(ctx: Context) -> None:
    """The undo of taking it back."""
    it = await the_offer(ctx)
    await may(ctx, "offer.reopen", it)
    if it.state != "open":
        if not it.can_be_reopened(ctx.now):
            raise RuleError("offer-too-late")
        await _turns(ctx, it, it.reopen(at=ctx.now, last=shared.last_moment(ctx.house, it)), "offer.reopened")
    ctx.answer(ctx.t("offer-published"))


@presses("offer.take-over")
async def take_over(ctx: Context) -> None:
    """Whoever it belongs to speaks for themselves from now on; who put it up for them learns so."""
    it = await the_offer(ctx)
    await may(ctx, "offer.take-over", it)
    if onbehalf.may_take_over(ctx, it.person_id, it.by_id, refusal="offer-not-yours"):
        await save(ctx, it, it.taken_over(), "offer.taken-over")
        await onbehalf.thank(ctx, it.by_id, "offer.taken-over", it.what)


@rings("offer.question")
async def question(turn: Turn) -> None:
    """还放着吗？ Once, a while before it would leave the shelf."""
    it = await turn.tx.offers.get(number_of(turn.thing))
    if it is None or it.state != "open" or it.asked_at is not None:
        return
    asked = it.questioned(at=turn.now)
    await save(turn, it, asked)
    await tell_holder(turn, asked, "offer.question")


@rings("offer.end")
async def end(turn: Turn) -> None:
    """Past its last good day, or nobody answered: it leaves the shelf, and its holder reads so."""
    it = await turn.tx.offers.get(number_of(turn.thing))
    if it is None or it.state != "open":
        return
    gone = it.expire(at=turn.now)
    await save(turn, it, gone)
    await set_clocks(turn, gone)
    await turn.tx.journal.write(turn.now, None, "offer.expired", turn.thing, it.place_id)
    await tell_holder(turn, gone, "offer.expired")
    await nothing_left(turn, gone)
