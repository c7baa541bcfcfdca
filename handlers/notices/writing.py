"""Writing: a draft that its author alone sees, with everything people will read, until it is published."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain import notices, places
from bot.domain.notices import Notice
from bot.domain.rules import RuleError, number_of, thing, whole_number
from handlers import names, questions, when
from handlers.context import NOTICE, URGENT, Context, Showing, Turn, later
from handlers.doors import answers, opens, presses, rings, says
from handlers.notices import shared, telling
from handlers.where import At

DRAFT_HOURS = 24
KINDS = ("notice", "fault")
CIRCLE = "circle"
"""Stands where a kind would, before the number of the circle that a notice is for."""


@says("notice", "通知", "发通知", english=("notice", "send a notice"), on_card=True)
async def notice(ctx: Context) -> None:
    """In a group the bare word is everyday talk: there it takes the command, or a reply to us."""
    await _begin(ctx, "notice", ctx.text)


@says("fault", "故障", "报故障", english=("fault",), on_card=True)
async def fault(ctx: Context) -> None:
    """`/fault 停水 3栋 18:00`: what, where, when it should be over."""
    await _begin(ctx, "fault", ctx.text)


@presses("notice.new")
async def notice_pressed(ctx: Context) -> None:
    """From an office's card: for the place of that office, unless the words name another."""
    kind, *place = ctx.way.values or ("notice",)
    if kind not in KINDS:
        raise RuleError("button-is-old")
    await _begin(ctx, kind, "", whole_number(place[0]) if place else None)


@presses("notice.to-circle")
async def notice_to_circle(ctx: Context) -> None:
    """From a circle's card: for its members."""
    ctx.values(1)
    if ctx.number not in {one.id for one in await shared.circles_of(ctx.tx, ctx.person.id, ctx.whom.id)}:
        raise RuleError("notice-not-for-you")
    await questions.ask(
        ctx, "notice.words", f"{CIRCLE}.{ctx.number}", ctx.t("notice-what-notice"), ctx.t("notice-example-notice")
    )


@answers("notice.words")
async def worded(ctx: Context) -> None:
    """The words, or a photo or file with them; with a number, other words for that notice."""
    payload = ctx.way.values[0]
    kind, _, number = payload.partition(".")
    if kind == CIRCLE:
        return await _begin(ctx, "notice", ctx.text, circle_id=int(number))
    if kind in KINDS:
        return await _begin(ctx, kind, ctx.text, int(number) if number else None)
    return await _reworded(ctx, await shared.visible(ctx, int(payload)))


async def _reworded(ctx: Context, it: Notice) -> None:
    await shared.may(ctx, "notice.correct", it)
    if not ctx.text and not (ctx.media and it.state == "draft"):
        return await questions.ask(ctx, "notice.words", it.id, ctx.t("notice-in-words"))
    after = it.says(ctx.text or it.words, at=ctx.now)
    if ctx.media and it.state == "draft":
        after = replace(after, media_kind=ctx.media.kind, media_id=ctx.media.file_id)
    await shared.save(ctx, it, after)
    if it.state != "draft" and after != it:
        await ctx.write_down("notice.corrected", thing("notice", it.id), it.place_id)
    return await ctx.show(thing("notice", it.id), "author", await ctx.private_room(ctx.person), aloud=True)


async def _begin(ctx: Context, kind: str, text: str, at: int | None = None, circle_id: int | None = None) -> None:
    """In private or in the group, the draft is its author's to look at first.

    `at`: the place of the office it is written in; `circle_id`: the circle from whose card it is written.
    """
    own = await shared.places_of(ctx.tx, ctx.person.id)
    own = sorted(own, key=lambda place: place != at)
    circles = await shared.circles_of(ctx.tx, ctx.person.id, ctx.whom.id) if kind == "notice" else []
    if not own and not circles:
        raise RuleError("notice-not-for-you")
    if not text and not ctx.media:
        what, example = ctx.t(f"notice-what-{kind}"), ctx.t(f"notice-example-{kind}")
        return await questions.ask(ctx, "notice.words", f"{kind}.{at}" if at else kind, what, example)
    draft = await (_fault if kind == "fault" else _notice)(ctx, text)
    meant = [one for one in circles if one.id == circle_id] or [one for one in circles if text.startswith(one.name)]
    named = meant or ([] if own else circles)
    place = named[0].place_id if named else await _place(ctx, draft.candidates, own)
    media = (ctx.media.kind, ctx.media.file_id) if ctx.media else None
    made = await ctx.tx.notices.write(
        kind, ctx.whom.id, ctx.by_id, place, notices.fit(draft.words), media, ctx.now, draft.until
    )
    if named:
        await ctx.tx.notices.save(made.goes_to(place, named[0].id))
    await ctx.alarm("notice.tidy", thing("notice", made.id), later(ctx.now, hours=DRAFT_HOURS))
    return await _to_its_author(ctx, made)


@dataclass(frozen=True)
class Draft:
    """What somebody's words say: what, where it may be, until when."""

    words: str
    candidates: tuple[int, ...]
    until: int | None


async def _notice(ctx: Context, text: str) -> Draft:
    """The words stay as they are; they are for the place that they begin with, or one of mine that they name."""
    reading = places.read(text, await ctx.places())
    begins = bool(reading.said) and text.startswith(reading.said.split()[0])
    spots = reading.candidates if begins else await _mine_of(ctx, reading.candidates)
    return Draft(text, spots, when.until(ctx.house, "week", ctx.now))


async def _mine_of(ctx: Context, spots: tuple[int, ...]) -> tuple[int, ...]:
    """Those where this person may notify: 2单元 is the one of my building."""
    return tuple([one for one in spots if "notify" in await ctx.powers(ctx.person.id, one)])


async def _fault(ctx: Context, text: str) -> Draft:
    reading = places.read(text, await ctx.places())
    moment = when.read(ctx.house, reading.rest, ctx.at)
    until = int(moment.at.timestamp()) if moment else None
    mine = await _mine_of(ctx, reading.candidates)
    return Draft(moment.rest if moment else reading.rest, mine or reading.candidates, until)


async def _place(ctx: Context, candidates: tuple[int, ...], own: list[int]) -> int:
    """The place that the words name, never a single home; else one's own. Refuses one that is not theirs to notify."""
    named = {place.id for number in candidates if (place := await _of_many(ctx, number))}
    if len(named) != 1:
        return own[0]
    place_id = named.pop()
    if "notify" not in await ctx.powers(ctx.person.id, place_id):
        raise RuleError("notice-not-there", place=await names.of_place(ctx.tx, ctx.house, place_id))
    return place_id


async def _of_many(ctx: Context, number: int) -> places.Place | None:
    place = await ctx.tx.places.get(number)
    return await ctx.tx.places.public(number) if place.kind == "dwelling" else place


async def _to_its_author(ctx: Context, it: Notice) -> None:
    if ctx.person.reachable:
        await ctx.show(thing("notice", it.id), "author", await ctx.private_room(ctx.person), aloud=True)
    if not ctx.room.is_private:
        ctx.opens("notice", it.id)
    if not it.words:
        await questions.ask(ctx, "notice.words", it.id, ctx.t("notice-in-words"))


@opens("notice")
async def look_closer(ctx: Context) -> None:
    await open_from_list(ctx)


@presses("notice.open")
async def open_from_list(ctx: Context) -> None:
    """From a list or a group to its card, at the bottom of the private chat."""
    it = await shared.the_notice(ctx)
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    mine = it.authors & {ctx.person.id, ctx.whom.id}
    hand = mine or (it.circle_id is None and "notify" in await ctx.powers(ctx.person.id, it.place_id))
    await ctx.show(thing("notice", it.id), "author" if hand else "reader", ctx.room, aloud=True)


@presses("notice.where")
async def where_to(ctx: Context) -> None:
    it = await _draft(ctx)
    await shared.save(ctx, it, it.asking(str(At(it.place_id))))


@presses("notice.at")
async def there(ctx: Context) -> None:
    """A place of the pad; whoever decided to wake everybody decides again for another place."""
    it = await _draft(ctx)
    at = At.read(ctx.way.values[1] if len(ctx.way.values) > 1 else "")
    place = await ctx.tx.places.find(at.place_id)
    if place is None:
        raise RuleError("button-is-old")
    if place.kind == "dwelling":
        raise RuleError("notice-not-one-home")
    if "notify" not in await ctx.powers(ctx.person.id, place.id):
        raise RuleError("notice-not-there", place=await names.of_place(ctx.tx, ctx.house, place.id))
    await shared.save(ctx, it, it.goes_to(place.id).asking(str(at)))


@presses("notice.circle")
async def to_a_circle(ctx: Context) -> None:
    """For the members of a circle alone."""
    it, number = await _draft(ctx), whole_number(ctx.values(2)[1])
    circles = await shared.circles_of(ctx.tx, ctx.person.id, ctx.whom.id)
    chosen = next((one for one in circles if one.id == number), None)
    if chosen is None or it.is_fault:
        raise RuleError("button-is-old")
    await shared.save(ctx, it, it.goes_to(chosen.place_id, chosen.id).asking(""))


@presses("notice.there")
async def settled(ctx: Context) -> None:
    it = await _draft(ctx)
    await shared.save(ctx, it, it.asking(""))


@presses("notice.auto")
async def remind_by_itself(ctx: Context) -> None:
    """Whether those who have not tapped are told once more after a day."""
    it = await _draft(ctx)
    await shared.save(ctx, it, replace(it, reminds=not it.reminds))


@presses("notice.danger")
async def danger(ctx: Context) -> None:
    """The one thing that wakes people; asked once, naming what will happen."""
    it = await _draft(ctx)
    await shared.may(ctx, "notice.publish", it)
    if it.circle_id is not None:
        raise RuleError("button-is-old")
    await shared.save(ctx, it, it.asking("danger"))


@presses("notice.wake")
async def wake(ctx: Context) -> None:
    it = await _draft(ctx)
    await shared.may(ctx, "notice.publish", it)
    if it.step != "danger":
        raise RuleError("button-is-old")
    await shared.save(ctx, it, it.decided(ctx.person.id, at=ctx.now))


@presses("notice.calm")
async def calm(ctx: Context) -> None:
    it = await _draft(ctx)
    await shared.save(ctx, it, it.calmed())


async def _draft(ctx: Context) -> Notice:
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.prepare", it)
    return it


@presses("notice.publish")
async def publish(ctx: Context) -> None:
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.publish", it)
    if it.state == "open":  # a second tap
        return ctx.answer(ctx.t("notice-published"))
    assert it.person_id is not None
    today = await ctx.tx.notices.count_since(it.person_id, later(ctx.now, days=-1))
    if today >= notices.MOST_A_DAY and not it.is_danger:
        raise RuleError("notice-too-many-today", most=notices.MOST_A_DAY)
    await _goes_out(ctx, it, it.publish(at=ctx.now))
    return ctx.answer(ctx.t("notice-published"))


async def _goes_out(ctx: Context, draft: Notice, it: Notice) -> None:
    circle = await ctx.tx.circles.get(it.circle_id) if it.circle_id else None
    if circle and circle.ended_at is not None:
        raise RuleError("circle-is-ended")
    name, rooms = thing("notice", it.id), await shared.rooms_for(ctx.tx, it)
    if not rooms and not (it.in_private and await shared.readers(ctx.tx, it)):
        raise RuleError("notice-reaches-nobody")
    await shared.save(ctx, draft, it)
    for room_id in rooms:
        await ctx.show(name, "group", await ctx.tx.rooms.get(room_id), rank=URGENT if it.is_danger else NOTICE)
    if it.in_private:
        await telling.begin(ctx, it)
    await ctx.no_alarm("notice.tidy", thing=name)
    await ctx.alarm("notice.end", name, it.rings_at)
    if it.by_id and it.person_id:
        await ctx.tell(it.person_id, "notice.published-for-you", Showing(name, "author"))
    await ctx.write_down("notice.danger" if it.is_danger else "notice.published", name, it.place_id)


@rings("notice.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody sent is let go after a day."""
    if await turn.tx.notices.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
