"""Wanting: somebody asks for something from the shelf, its holder says yes or no in private; a yes connects the two."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import offers
from bot.domain.offers import Offer, Want
from bot.domain.rules import RuleError, number_of, thing, whole_number
from bot.i18n import bold, page
from handlers import questions
from handlers.context import Context, Saying, Showing, Turn, Work, later
from handlers.doors import DOORS, presses, rings
from handlers.features import Pair
from handlers.offers import shared
from handlers.offers.shared import MEDIA, save, set_clocks, the_offer
from handlers.offers.wantcards import contact
from handlers.questions import Kept
from storage.database import Read

CLOSES = 7 * offers.DAY
"""How long two who were connected have before the thing is put away by itself."""


@presses("offer.want")
async def want(ctx: Context) -> None:
    """The holder is asked in private; nobody learns a name before a yes."""
    it = await the_offer(ctx)
    await shared.standpoint(ctx)
    await shared.may(ctx, "offer.want", it)
    before = await ctx.tx.wants.open_of(it.id, ctx.whom.id)
    if before:  # a second tap
        return ctx.answer(ctx.t("want-sent"))
    amount = whole_number(ctx.values(2)[1])
    if not 1 <= amount <= offers.MOST_AMOUNT or (it.is_counted and amount > it.amount):
        raise RuleError("offer-not-enough", left=it.amount)
    await _not_too_many(ctx)
    made = await ctx.tx.wants.put(it.id, ctx.whom.id, ctx.by_id, amount if it.is_counted else 1, ctx.now)
    name = thing("want", made.id)
    if not await ctx.tell_both(it.person_id, it.by_id, "want.asked", Showing(name, "holder")):
        raise RuleError("want-unreached")
    await ctx.alarm("want.late", name, ctx.house.awake(later(ctx.now, seconds=offers.WAITS)))
    await ctx.show(name, "wanter", ctx.room, aloud=True)
    if made.by_id and made.person_id:
        await ctx.tell(made.person_id, "want.asked-for-you", Showing(name, "wanter"))
    await ctx.write_down("offer.wanted", thing("offer", it.id), it.place_id, want=made.id)
    return ctx.answer(ctx.t("want-sent"))


async def _not_too_many(ctx: Context) -> None:
    if await ctx.tx.wants.count_waiting(ctx.whom.id) >= offers.MOST_WANTS:
        raise RuleError("want-too-many", most=offers.MOST_WANTS)
    if await ctx.tx.wants.count_since(ctx.whom.id, later(ctx.now, days=-1)) >= offers.MOST_WANTS_A_DAY:
        raise RuleError("want-too-many-today", most=offers.MOST_WANTS_A_DAY)


async def the_want(ctx: Context) -> tuple[Want, Offer]:
    """What the address names, for its two sides alone."""
    found = await ctx.tx.wants.get(ctx.number) if ctx.room.is_private else None
    it = await ctx.tx.offers.get(found.offer_id) if found else None
    if found is None or it is None or not {ctx.person.id, ctx.whom.id} & (found.side | it.side):
        raise RuleError("want-unknown")
    return found, it


async def _may(ctx: Context, action: str, one: Want, it: Offer) -> None:
    holder = ctx.person.id if ctx.person.id == it.by_id else it.person_id
    await ctx.may(
        action, author_id=one.person_id, by_id=one.by_id, assigned_id=holder, state=one.state, place_id=it.place_id
    )


@presses("want.open")
async def open_from_list(ctx: Context) -> None:
    one, it = await the_want(ctx)
    view = "holder" if {ctx.person.id, ctx.whom.id} & it.side else "wanter"
    await ctx.show(thing("want", one.id), view, ctx.room, aloud=True)


async def becomes(work: Work, one: Want, state: str) -> Want:
    after = one.becomes(state, at=work.now)
    await work.tx.wants.save(after)
    await work.redraw(thing("want", one.id))
    if not after.is_open:
        await work.no_alarm("want.late", thing=thing("want", one.id))
    return after


@presses("want.yes")
async def yes(ctx: Context) -> None:
    """Counted down, and both learn who the other is."""
    one, it = await the_want(ctx)
    await _may(ctx, "want.answer", one, it)
    if one.state == "yes":  # a second tap
        return ctx.answer(ctx.t("want-connected"))
    if it.state not in offers.STANDING:
        raise RuleError("offer-not-there")
    await becomes(ctx, one, "yes")
    left = it.gives(one.amount, at=ctx.now)
    await save(ctx, it, left, "offer.given")
    await set_clocks(ctx, left)
    await ctx.alarm("want.late", thing("want", one.id), ctx.house.awake(later(ctx.now, seconds=CLOSES)))
    await tell_wanter(ctx, one, "want.yes")
    await _plays(ctx, one, it)
    if left.state != "open":
        await nothing_left(ctx, left, one.id)
    return ctx.answer(ctx.t("want-connected"))


async def _plays(ctx: Context, one: Want, it: Offer) -> None:
    """The holder's picture or voice is for who gets it."""
    for person_id in sorted(one.side):
        person = await ctx.tx.people.get(person_id)
        if it.media_kind and person.reachable:
            call = {it.media_kind: it.media_id, "disable_notification": True}
            room = await ctx.private_room(person)
            await ctx.promise(room, MEDIA, f"send{it.media_kind.capitalize()}", call, thing=thing("want", one.id))


async def nothing_left(work: Work, it: Offer, but: int = 0) -> None:
    """Whoever else still waits learns so, with a way on."""
    for other in await work.tx.wants.of_offer(it.id, "asked"):
        if other.id != but:
            await becomes(work, other, "gone")
            await tell_wanter(work, other, "want.gone")


async def tell_wanter(work: Work, one: Want, kind: str) -> None:
    await work.tell_both(one.person_id, one.by_id, kind, Showing(thing("want", one.id), "wanter"), awaited=True)


@presses("want.no")
async def no(ctx: Context) -> None:
    one, it = await the_want(ctx)
    await _may(ctx, "want.answer", one, it)
    if one.state != "no":
        await _says_no(ctx, one)
    ctx.answer(ctx.t("want-no-answer"))


async def _says_no(ctx: Context, one: Want) -> None:
    await becomes(ctx, one, "no")
    await tell_wanter(ctx, one, "want.no")


@presses("want.none")
async def none_left(ctx: Context) -> None:
    """No, and it leaves the shelf."""
    one, it = await the_want(ctx)
    await _may(ctx, "want.answer", one, it)
    if one.state == "asked":
        await _says_no(ctx, one)
    gone = it.withdraw(at=ctx.now)
    await save(ctx, it, gone, "offer.withdrawn")
    await set_clocks(ctx, gone)
    await nothing_left(ctx, gone)
    ctx.answer(ctx.t("offer-withdrawn-answer"))


@presses("want.withdraw")
async def withdraw(ctx: Context) -> None:
    """Not needed after all; what had been counted down is there again."""
    one, it = await the_want(ctx)
    await _may(ctx, "want.withdraw", one, it)
    if one.state == "yes":
        await _not(ctx, one, it)
    elif one.state == "asked":
        await becomes(ctx, one, "withdrawn")
        await ctx.redraw(thing("offer", it.id))
    ctx.answer(ctx.t("want-withdrawn-answer"))


async def _not(ctx: Context, one: Want, it: Offer) -> None:
    """It did not come to it: the other side is told, and it stands on the shelf again."""
    await becomes(ctx, one, "not")
    back = it.gets_back(one.amount)
    await save(ctx, it, back)
    await set_clocks(ctx, back)
    await _tell_the_other(ctx, one, it, "want.not", by_holder=not {ctx.person.id, ctx.whom.id} & one.side)


async def _tell_the_other(ctx: Context, one: Want, it: Offer, kind: str, *, by_holder: bool) -> None:
    """Whoever of the two did not say so reads it on their own card."""
    others, view = ((one.person_id, one.by_id), "wanter") if by_holder else ((it.person_id, it.by_id), "holder")
    await ctx.tell_both(*others, kind, Showing(thing("want", one.id), view))


@presses("want.got")
async def got(ctx: Context) -> None:
    """The two are done; whoever did not say so reads thanks."""
    one, it = await the_want(ctx)
    await _may(ctx, "want.end", one, it)
    if one.state == "yes":
        await becomes(ctx, one, "got")
        by_holder = bool({ctx.person.id, ctx.whom.id} & it.side)
        await _tell_the_other(ctx, one, it, "want.got", by_holder=by_holder)
    ctx.answer(ctx.t("want-thanks"))


@presses("want.not")
async def not_come_to_it(ctx: Context) -> None:
    one, it = await the_want(ctx)
    await _may(ctx, "want.end", one, it)
    if one.state == "yes":
        await _not(ctx, one, it)
    ctx.answer(ctx.t("want-not-answer"))


@presses("want.show-account")
async def show_account(ctx: Context) -> None:
    """Each shows their own account to the other, by their own tap."""
    one, it = await the_want(ctx)
    await _may(ctx, "want.show-account", one, it)
    mine = "holder_shown" if ctx.person.id == it.voice_id else "wanter_shown"
    if ctx.person.id not in (it.voice_id, one.voice_id):
        raise RuleError("ask-not-your-account")
    if not getattr(one, mine):
        shown = replace(one, holder_shown=True) if mine == "holder_shown" else replace(one, wanter_shown=True)
        await ctx.tx.wants.save(shown)
        await ctx.redraw(thing("want", one.id))
        others = (one.person_id, one.by_id) if mine == "holder_shown" else (it.person_id, it.by_id)
        news = Saying(lambda t: page([bold(it.what), *contact(t, ctx.person)]), thing("want", one.id))
        await ctx.tell_both(*others, "want.account-shown", news)
    ctx.answer(ctx.t("want-account-shown"))


@presses("want.ask")
async def ask_the_others(ctx: Context) -> None:
    """A no is not the end: the same words as a plea, seen first."""
    one, it = await the_want(ctx)
    if not {ctx.person.id, ctx.whom.id} & one.side:
        raise RuleError("button-is-old")
    await questions.keep(ctx, Kept(it.what))
    await DOORS.presses["plain", "ask"](ctx)


@rings("want.late")
async def late(turn: Turn) -> None:
    """No answer: whoever waits learns so. Two who were connected and say nothing more: it is put away."""
    one = await turn.tx.wants.get(number_of(turn.thing))
    if one is None or not one.is_open:
        return
    if one.state == "yes":
        await becomes(turn, one, "got")
        return
    await becomes(turn, one, "late")
    await tell_wanter(turn, one, "want.late")


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: who waits for their answer is shown to them."""
    for one in await ctx.tx.wants.asked_of(ctx.person.id):
        if one.state == "asked":
            await ctx.show(thing("want", one.id), "holder", await ctx.private_room(ctx.person), aloud=True)


async def pairs(read: Read, number: int, person_id: int) -> list[Pair]:
    """The two whom a yes connected may talk through the bot, whoever speaks for them."""
    one = await read.wants.get(number)
    it = await read.offers.get(one.offer_id) if one and one.state == "yes" else None
    if one is None or it is None or one.voice_id is None or it.voice_id is None:
        return []
    if person_id not in (one.voice_id, it.voice_id):
        return []
    other = it.voice_id if person_id == one.voice_id else one.voice_id
    return [Pair(person_id, other, it.what)]
