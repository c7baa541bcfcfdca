"""Offering: by a few taps, a line, a photo or a voice message; a draft that its holder alone sees comes first."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import aid, medicines, offers, places
from bot.domain.matching import Good
from bot.domain.offers import KINDS, Offer
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.text import plain
from handlers import danger, medicine, questions
from handlers.context import Context, Media, later
from handlers.doors import answers, opens, presses, says
from handlers.matches import GOODS
from handlers.offers import shared
from handlers.offers.shared import MENU, may, save, the_offer

DRAFT_HOURS = 24
LONGEST = 300
"""Characters of a line that is looked into at all."""


@says("offer", "我能帮", "我能帮忙", "我可以帮", english=("i can help", "i can offer", "offer"))
async def offer_(ctx: Context) -> None:
    """`我能帮 梯子`, or the menu; in a group the draft waits in private."""
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
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
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
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
    what = offers.fit(await without_door(ctx, places.read(text, await ctx.places()).rest))
    named = GOODS.known(what)
    unknown = found is not None and not named and kind in ("", "thing")
    if kind == "medicine" or unknown or (found and found[0]):  # of one on no list, the box says more
        return "medicine", what, found[0] if found else ""
    return _kind_of(kind, what, named), what, named[0].key if len(named) == 1 else ""


async def without_door(ctx: Context, text: str) -> str:
    """The words without the flat that the holder lives in: 我家501有梯子."""
    home = await shared.home_of(ctx.tx, ctx.whom.id)
    place = await ctx.tx.places.get(home) if home else None
    return aid.without_door(aid.Wish(text, ""), place.name).thing if place and place.kind == "dwelling" else text


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
    await not_too_many(ctx)
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


async def not_too_many(ctx: Context) -> None:
    if await ctx.tx.offers.count_open(ctx.whom.id) >= offers.MOST_OPEN:
        raise RuleError("offer-too-many", most=offers.MOST_OPEN)
    if await ctx.tx.offers.count_since(ctx.whom.id, later(ctx.now, days=-1)) >= offers.MOST_A_DAY:
        raise RuleError("offer-too-many-today", most=offers.MOST_A_DAY)


async def show_draft(ctx: Context, it: Offer) -> None:
    if ctx.person.reachable:
        await ctx.show(thing("offer", it.id), "author", await ctx.private_room(ctx.person), aloud=True)
    if not ctx.room.is_private:
        ctx.opens("offer", it.id)


@presses("offer.change")
async def correct(ctx: Context) -> None:
    it = await the_offer(ctx)
    await may(ctx, "offer.correct", it)
    await questions.ask(ctx, "offers.words", it.id, ctx.t("offer-change-what"))


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
