"""Wishing: one small wish each, by button, voice or one line; seen by its author first, then handed in."""

from __future__ import annotations

from bot.domain import places, wishes
from bot.domain.festivals import Festival
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.wishes import Wish
from bot.i18n import Words, page
from handlers import danger, names, questions
from handlers.cards import Button, button
from handlers.context import Context, Saying, Showing, Turn, Work, later, reply_to
from handlers.doors import answers, opens, presses, rings
from handlers.wishes import shared
from handlers.wishes.shared import the_festival, the_wish
from storage.cards import CardRow

DRAFT_HOURS = 24
COMMON = ("shoes", "glasses", "company", "photo", "haircut", "phone")
"""Small wishes that come up everywhere, each a button."""

MEDIA = "wish.media"


@opens("wish")
async def look_closer(ctx: Context) -> None:
    await open_wish(ctx)


@presses("wish.open")
async def open_wish(ctx: Context) -> None:
    """The wish as this person sees it, at the bottom of the chat."""
    wish = await the_wish(ctx)
    await ctx.show(thing("wish", wish.id), await view_for(ctx, wish), ctx.room, aloud=True)


async def view_for(ctx: Context, wish: Wish) -> str:
    between = await shared.goes_between(ctx.tx, wish, ctx.person.id)
    if between or wish.side & {ctx.person.id, ctx.whom.id}:
        return "wisher"
    return "giver" if wish.of(ctx.whom.id, ctx.person.id) else "reader"


@opens("festival")
async def from_board(ctx: Context) -> None:
    await shelf(ctx)


@presses("festival.shelf")
async def shelf(ctx: Context) -> None:
    """What waits for somebody; pressed in the group it opens the private chat."""
    it = await the_festival(ctx)
    if not ctx.room.is_private:
        return ctx.opens("festival", it.id)
    page_number = ctx.way.values[1] if len(ctx.way.values) > 1 and ctx.query else "1"
    return await ctx.menu(f"shelf.{it.id}.{page_number if page_number.isdecimal() else 1}", "wishes")


@opens("wishnew")
async def from_group(ctx: Context) -> None:
    await write(ctx)


@presses("festival.write")
async def write(ctx: Context) -> None:
    """What is the wish? By button, by voice, or typed."""
    it = await the_festival(ctx)
    if not ctx.room.is_private:
        return ctx.opens("wishnew", it.id)
    await _may_wish(ctx, it)
    if await _shown_already(ctx, it):
        return None
    who = await names.named(ctx.tx, ctx.house, ctx.t, ctx.whom.id) if ctx.by_id else "none"
    lines = (ctx.t("wish-what", who=who, name=it.name), ctx.t("wish-what-how"))
    return await questions.ask(ctx, "wish.words", it.id, *lines, rows=_common(ctx.t, it.id))


async def _may_wish(ctx: Context, it: Festival) -> None:
    await ctx.may("festival.wish", state=it.state, place_id=it.place_id)
    if it.collects <= ctx.now:
        raise RuleError("festival-is-granting")


def _common(t: Words, number: int) -> list[list[Button]]:
    every = [button(t("wish-common", what=what), "wish.pick", number, what) for what in COMMON]
    return [every[at : at + 2] for at in range(0, len(every), 2)]


async def _shown_already(ctx: Context, it: Festival) -> bool:
    """One wish each: whoever has one sees it."""
    mine = await ctx.tx.wishes.of(it.id, ctx.whom.id)
    if mine is None:
        return False
    await ctx.say(ctx.t("wish-one-each"))
    await ctx.show(thing("wish", mine.id), "wisher", ctx.room, aloud=True)
    return True


@presses("wish.pick")
async def picked(ctx: Context) -> None:
    """One of the common ones; the question it answers is open once, so a second tap makes no second wish."""
    what = ctx.values(2)[1]
    it = await the_festival(ctx)
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    waits = question and (question.door, question.payload) == ("wish.words", str(it.id))
    if what not in COMMON or not waits:
        raise RuleError("button-is-old")
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": ctx.message_id})
    await _begin(ctx, it, ctx.t("wish-common", what=what))


@answers("wish.words")
async def worded(ctx: Context) -> None:
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
    it = await shared.visible_festival(ctx, int(ctx.way.values[0]))
    if not ctx.text and ctx.media is None:
        return await questions.ask(ctx, "wish.words", it.id, ctx.t("wish-not-understood"), rows=_common(ctx.t, it.id))
    return await _begin(ctx, it, ctx.text)


async def _begin(ctx: Context, it: Festival, text: str) -> None:
    """A draft for its author's eyes; a voice or photo may stand without words."""
    await _may_wish(ctx, it)
    if await _shown_already(ctx, it):
        return
    words = await _read(ctx, text) if text else ""
    media = (ctx.media.kind, ctx.media.file_id) if ctx.media else None
    wish = await ctx.tx.wishes.write(it.id, ctx.whom.id, ctx.by_id, await _place(ctx), words, media, ctx.now)
    await ctx.alarm("wish.tidy", thing("wish", wish.id), later(ctx.now, hours=DRAFT_HOURS))
    await ctx.show(thing("wish", wish.id), "wisher", ctx.room, aloud=True)


async def _read(ctx: Context, text: str) -> str:
    """Places come out of the words before anything is kept of them; refuses prices and illness."""
    if len(text) > wishes.LONGEST:
        raise RuleError("wish-too-long", most=wishes.LONGEST)
    return wishes.read(places.read(text, await ctx.places()).rest, shared.HEALTH)


async def _place(ctx: Context) -> int | None:
    """The building where the wisher lives; never a stair or a flat."""
    home = await ctx.tx.residents.home(ctx.whom.id)
    place = await ctx.tx.places.public(home) if home else None
    return place.id if place else None


@presses("wish.correct")
async def correct(ctx: Context) -> None:
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.correct", wish)
    await questions.ask(ctx, "wish.reword", wish.id, ctx.t("wish-correct"), ctx.t("wish-what-how"))


@answers("wish.reword")
async def reworded(ctx: Context) -> None:
    """Other words; what hung already is looked at again."""
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
    wish = await shared.wish_for(ctx.tx, int(ctx.way.values[0]), ctx.whom.id, ctx.person.id)
    if wish is None:
        raise RuleError("wish-unknown")
    await shared.may(ctx, "wish.correct", wish)
    if not ctx.text:
        return await questions.ask(ctx, "wish.reword", wish.id, ctx.t("wish-in-words"))
    await _takes_words(ctx, wish, await _read(ctx, ctx.text))
    return await ctx.show(thing("wish", wish.id), "wisher", ctx.room, aloud=True)


async def _takes_words(ctx: Context, wish: Wish, words: str) -> None:
    after = wish.says(words, at=ctx.now)
    if await shared.save(ctx, wish, after):
        await ctx.write_down("wish.corrected", thing("wish", wish.id), wish.place_id)
    if wish.state != "draft" and after.state == "waiting":
        await tell_judges(ctx, after)


@presses("wish.yes")
async def heard_right(ctx: Context) -> None:
    """What somebody understood of the voice is what was meant."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.correct", wish)
    if wish.heard:
        await _takes_words(ctx, wish, wish.heard)
    ctx.answer(ctx.t("wish-sent"))


@presses("wish.send")
async def send(ctx: Context) -> None:
    """Handed in; whoever looks at wishes here themselves hangs it up at once."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.send", wish)
    if wish.state != "draft":  # a second tap
        return ctx.answer(ctx.t("wish-sent"))
    await _may_wish(ctx, await shared.festival_of(ctx.tx, wish))
    sent = wish.handed_in(at=ctx.now)
    looked_at = bool(sent.words) and await shared.judges(ctx.tx, ctx.person.id, sent)
    after = sent.hang() if looked_at else sent
    await shared.save(ctx, wish, after)
    await ctx.no_alarm("wish.tidy", thing=thing("wish", wish.id))
    await ctx.write_down("wish.sent", thing("wish", wish.id), wish.place_id)
    if wish.by_id and wish.person_id:
        await shared.say_for_you(ctx, after)
    if not looked_at:
        await tell_judges(ctx, after)
    ctx.answer(ctx.t("wish-hung" if looked_at else "wish-sent"))
    return None


async def tell_judges(work: Work, wish: Wish) -> None:
    """Who runs the festival hears of the first that waits to be looked at; the others stand in their list."""
    it = await shared.festival_of(work.tx, wish)
    if (await work.tx.festivals.counts(it.id)).waiting != 1:
        return
    for person_id in await shared.runners(work.tx, it):
        await work.tell(person_id, "wish.waiting", Showing(thing("festival", it.id), "runner"))


@presses("wish.withdraw")
async def withdraw(ctx: Context) -> None:
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.withdraw", wish)
    if wish.state == "draft":
        await ctx.no_alarm("wish.tidy", thing=thing("wish", wish.id))
        await ctx.tx.wishes.drop(wish.id)
        await ctx.redraw(thing("wish", wish.id))
        return ctx.answer(ctx.t("wish-draft-gone"))
    if await shared.save(ctx, wish, wish.withdraw(at=ctx.now)):
        await ctx.write_down("wish.withdrawn", thing("wish", wish.id), wish.place_id)
        await shared.tell_giver(ctx, wish, "wish.withdrawn")
    return ctx.answer(ctx.t("wish-withdrawn"))


@presses("wish.take-over")
async def take_over(ctx: Context) -> None:
    """Whoever it is for speaks for themselves from now on; who wrote it down learns so."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.take-over", wish)
    if wish.by_id and ctx.person.id != wish.person_id:
        raise RuleError("wish-not-yours")
    if wish.by_id and await shared.save(ctx, wish, wish.taken_over()):
        who, what = await names.named(ctx.tx, ctx.house, ctx.t, ctx.person.id), wish.words
        await ctx.tell(
            wish.by_id, "wish.taken-over", Saying(lambda t: page([t("wish-taken-over-told", who=who), what]))
        )
    ctx.answer(ctx.t("wish-taken-over"))


@rings("wish.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody handed in is let go after a day."""
    if await turn.tx.wishes.drop(number_of(turn.thing)):
        await turn.redraw(turn.thing)


async def sent(turn: Turn, row: CardRow, message_id: int) -> None:
    """Under the wish stands its voice or photo: for who looks at it, and for the wisher until it is put into words."""
    wish = await turn.tx.wishes.get(number_of(row.thing)) if row.thing.startswith("wish_") else None
    if wish is None or not wish.media_kind or row.view not in ("wisher", "judge"):
        return
    if row.view == "wisher" and wish.words:
        return
    call = {wish.media_kind: wish.media_id, "disable_notification": True} | reply_to(message_id)
    room = await turn.tx.rooms.get(row.room_id)
    await turn.promise(room, MEDIA, f"send{wish.media_kind.capitalize()}", call, rank=row.rank, thing=row.thing)
