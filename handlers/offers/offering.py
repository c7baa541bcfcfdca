"""Offering: by a few taps, a line, a photo or a voice message; a draft that its holder alone sees comes first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.domain import matching, medicines, offers, places
from bot.domain.matching import Good
from bot.domain.offers import KINDS, TIMES, Offer
from bot.domain.rules import RuleError, number_of, thing, whole_number
from bot.domain.text import cut, plain
from bot.i18n import bold
from handlers import consent, medicine, questions
from handlers.cards import button
from handlers.context import Context, Media, Showing, Turn, later
from handlers.doors import answers, opens, presses, rings, says
from handlers.matches import GOODS
from handlers.offers import shared
from handlers.offers.shared import MENU, may, save, the_offer

DRAFT_HOURS = 24
MOST_TOLD = 3
"""Open asks that somebody who offers what fits is told about."""

LONGEST = 300
"""Characters of a line that is looked into at all."""


@says("offer", "我能帮", "我能帮忙", "我可以帮", english=("i can help", "i can offer", "offer"))
async def offer_(ctx: Context) -> None:
    """`我能帮 梯子`, or the menu; in a group the draft waits in private."""
    await shared.standpoint(ctx)
    if ctx.text or ctx.media:
        return await _begin(ctx, "", ctx.text, ctx.media)
    if not ctx.room.is_private:
        return ctx.opens("offers", 0)
    return await ctx.menu("home", MENU)


@opens("offers")
async def offers_opened(ctx: Context) -> None:
    await shared.standpoint(ctx)
    await ctx.menu("home", MENU)


@presses("offers.home")
async def home_pressed(ctx: Context) -> None:
    ctx.values(0)
    await shared.standpoint(ctx)
    await ctx.menu("home", MENU)


@presses("offers.kind")
async def kind_pressed(ctx: Context) -> None:
    """One of the kinds: common things by button, or a line, a photo, a voice message."""
    kind = _kind(ctx.values(1)[0])
    page_number = whole_number(ctx.way.values[1]) if len(ctx.way.values) > 1 else 1
    until = later(ctx.now, hours=24)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "offers.words", kind, until)
    await ctx.menu(f"kind.{kind}.{page_number}", MENU)


def _kind(value: str) -> str:
    if value not in KINDS:
        raise RuleError("button-is-old")
    return value


@presses("offers.good")
async def good_pressed(ctx: Context) -> None:
    """One of the common ones. With a number, it says what the picture or voice of that draft is."""
    kind, key = ctx.values(2)
    _kind(kind)
    good = GOODS.by_key.get(key)
    if kind == "medicine":
        known = (await medicine.lists(ctx.tx)).entries
        name = known[key].name(ctx.t.lang) if key in known else ""
    else:
        name = good.name(ctx.t.lang) if good else ""
    if not name:
        raise RuleError("button-is-old")
    kept = await _awaited_draft(ctx)
    if kept:
        return await _renamed(ctx, kept, kind, name, key)
    return await _write(ctx, kind, name, key, None)


async def _awaited_draft(ctx: Context) -> Offer | None:
    """The draft with a picture and without a name, if that is what was asked about just now."""
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if question is None or question.door != "offers.words":
        return None
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    return await shared.visible(ctx, int(question.payload)) if question.payload.isdecimal() else None


@answers("offers.words")
async def worded(ctx: Context) -> None:
    """A line, a photo or a voice message; with a number, other words for that offer."""
    payload = ctx.way.values[0]
    if not payload.isdecimal():
        return await _begin(ctx, payload, ctx.text, ctx.media)
    it = await shared.visible(ctx, int(payload))
    await may(ctx, "offer.correct", it)
    if ctx.media and it.state == "draft":
        it = replace(it, media_kind=ctx.media.kind, media_id=ctx.media.file_id)
        await ctx.tx.offers.save(it)
    if not ctx.text:
        return await _ask_name(ctx, it)
    kind, what, key = await _read(ctx, it.kind, ctx.text)
    return await _renamed(ctx, it, kind, what, key)


async def _renamed(ctx: Context, it: Offer, kind: str, what: str, key: str) -> None:
    """A medicine is checked anew whatever it was before; on the shelf, one kind stays what it is."""
    if it.state != "draft" and (kind == "medicine") != (it.kind == "medicine"):
        raise RuleError("offer-another")
    after = replace(it, kind=kind if it.state == "draft" else it.kind).says(what, key)
    if after.kind == "medicine" and after.key != it.key:
        after = replace(after, expires=None)
    await save(ctx, it, after, "offer.corrected")
    if after.kind == "medicine" and after.expires is None:
        return await medicine.begin(ctx, "offer.checked", it.id, after.key)
    return await show_draft(ctx, after)


async def _begin(ctx: Context, kind: str, text: str, media: Media | None) -> None:
    if not text and media is None:
        return await ctx.menu("home", MENU)
    if not text:
        return await _write(ctx, kind or "thing", "", "", media)
    return await _write(ctx, *await _read(ctx, kind, text), media)


_TEACHES = ("讲", "教", "课", "teach", "class", "lesson")
_CAN = ("会", "能", "可以", "can ", "i can", "i'm ", "i am ")


async def _read(ctx: Context, kind: str, text: str) -> tuple[str, str, str]:
    """Kind, words and key of what somebody typed. Refuses prices, prescriptions, and what is far too long."""
    found = await medicine.allowed(ctx, text[:LONGEST])
    if medicines.names_a_price(text, await medicine.lists(ctx.tx)):
        raise RuleError("offer-no-price")
    what = offers.fit(places.read(text, await ctx.places()).rest)
    if found is not None and kind in ("", "medicine", "thing"):
        return "medicine", what, found[0]
    if kind == "medicine":  # it says so itself: the box is read for it
        return kind, what, ""
    named = GOODS.known(what)
    return _kind_of(kind, what, named), what, named[0].key if len(named) == 1 else ""


def _kind_of(kind: str, what: str, named: tuple[Good, ...]) -> str:
    """Said by button, or what the words look like; one tap on the draft puts it right."""
    if kind:
        return kind
    bare = plain(what)
    if any(word in bare for word in _TEACHES):
        return "teaching"
    if named:
        return "thing" if named[0].kind == "thing" else "skill"
    return "skill" if bare.startswith(_CAN) else "thing"


async def _write(ctx: Context, kind: str, what: str, key: str, media: Media | None) -> None:
    await _not_too_many(ctx)
    place_id = await shared.standpoint(ctx)
    made = await ctx.tx.offers.put(
        Offer(
            0, kind, ctx.whom.id, ctx.by_id, place_id, key, what, 1, 1, key in LENT, "first", None,
            media.kind if media else None, media.file_id if media else None, "draft", ctx.now,
        )
    )  # fmt: skip
    await ctx.alarm("offer.tidy", thing("offer", made.id), later(ctx.now, hours=DRAFT_HOURS))
    if not what:
        return await _ask_name(ctx, made)
    if kind == "medicine" and ctx.room.is_private:
        return await medicine.begin(ctx, "offer.checked", made.id, key)
    return await show_draft(ctx, made)


LENT = ("ladder", "drill", "tools", "wheelchair", "crutch", "trolley", "pump", "jump-leads", "bed", "sewing", "printer")
"""What neighbours lend rather than give away; one tap says otherwise."""


async def _ask_name(ctx: Context, it: Offer) -> None:
    """A picture or a voice alone: what is it? By button, or in a word."""
    if not ctx.room.is_private:
        return ctx.opens("offer", it.id)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "offers.words", str(it.id), later(ctx.now, hours=24))
    return await ctx.menu(f"kind.{it.kind}.1", MENU)


async def _not_too_many(ctx: Context) -> None:
    if await ctx.tx.offers.count_open(ctx.whom.id) >= offers.MOST_OPEN:
        raise RuleError("offer-too-many", most=offers.MOST_OPEN)
    if await ctx.tx.offers.count_since(ctx.whom.id, later(ctx.now, days=-1)) >= offers.MOST_A_DAY:
        raise RuleError("offer-too-many-today", most=offers.MOST_A_DAY)


async def show_draft(ctx: Context, it: Offer) -> None:
    if ctx.person.reachable:
        await ctx.show(thing("offer", it.id), "author", await ctx.private_room(ctx.person), aloud=True)
    if not ctx.room.is_private:
        ctx.opens("offer", it.id)


@presses("offer.checked")
async def checked(ctx: Context) -> None:
    """The giver has confirmed everything about a medicine."""
    it = await the_offer(ctx)
    await may(ctx, "offer.correct", it)
    checklist = medicine.confirmed(ctx)
    if it.kind != "medicine":
        raise RuleError("button-is-old")
    await save(ctx, it, replace(it.counts(checklist.amount), expires=checklist.expiry, lends=False))
    await show_draft(ctx, it)


# what a draft still lets its holder choose


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


@presses("offer.change")
async def correct(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.correct", it)
    await questions.ask(ctx, "offers.words", it.id, ctx.t("offer-change-what"))


@presses("offer.publish")
async def publish(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.publish", it)
    if it.state == "open":  # a second tap
        return ctx.answer(ctx.t("offer-published"))
    await _not_too_many(ctx)
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


@opens("offer")
async def look_closer(ctx: Context) -> None:
    await _open(ctx, await shared.visible(ctx, ctx.number))


@presses("offer.open")
async def open_from_list(ctx: Context) -> None:
    await _open(ctx, await the_offer(ctx))


async def _open(ctx: Context, it: Offer) -> None:
    mine = bool({ctx.person.id, ctx.whom.id} & it.side)
    if mine and it.state == "draft" and it.what == "":
        return await _ask_name(ctx, it)
    if mine and it.state == "draft" and it.kind == "medicine" and it.expires is None:
        return await medicine.begin(ctx, "offer.checked", it.id, it.key)
    await ctx.show(thing("offer", it.id), "author" if mine else "shelf", ctx.room, aloud=True)


@rings("offer.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody put up is let go after a day."""
    if await turn.tx.offers.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
