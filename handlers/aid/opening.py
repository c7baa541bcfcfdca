"""Opening a plea: from words, a voice or a picture to a draft, and from a draft to its group."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.people import Room
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import bold, page, words
from handlers import questions, when
from handlers.aid import boxes, reading, shared
from handlers.aid.askercards import CONFIRMING
from handlers.aid.shared import set_clocks, show_asker
from handlers.aid.waves import widen
from handlers.context import Context, Media, Saying, Showing, Turn, later
from handlers.doors import rings

DRAFT_HOURS = 24

SPOKEN = ("voice", "photo", "video")
"""What a plea may be sent as instead of words."""


async def begin(ctx: Context, text: str, media: Media | None = None) -> None:
    """A plea in words; what was sent with them is kept for those who handle it."""
    plea = await reading.read(ctx, text)
    plea = replace(plea, kind=await boxes.kind_of(ctx, plea.wish.thing, plea.kind, said=text))
    if not plea.wish.thing:
        return await _ask_again(ctx, text)
    # A reply quotes what it replies to: where the words say more than the thing, the card stands alone.
    return await _drafted(ctx, plea, media, ctx.message_id if plea.wish.thing == text else None)


async def begin_spoken(ctx: Context, media: Media) -> None:
    """A plea without a word: the group reads that somebody spoke, or took a picture, and never hears or sees it."""
    room = (await rooms_for(ctx))[0]
    said = shared.spoken_thing(words(room.language or ctx.house.language), media.kind, "none", at_once=False)
    await _drafted(ctx, reading.Plea(aid.Wish(said, ""), "thing", (), None), media, spoken=media.kind)


async def _drafted(
    ctx: Context, plea: reading.Plea, media: Media | None, reply_to: int | None = None, spoken: str = ""
) -> None:
    await not_too_many(ctx, ctx.whom.id)
    room = ctx.room if not ctx.room.is_private else (await rooms_for(ctx))[0]
    ask = await ctx.tx.asks.open(
        ctx.whom.id, room.id, await reading.place_of(ctx, plea.candidates, ctx.whom.id), plea.wish.thing,
        plea.wish.note, "draft" if ctx.room.is_private else "open", ctx.now,
        plea.until or when.until(ctx.house, "today", ctx.now), ctx.by_id, plea.kind,
    )  # fmt: skip
    if plea.hands > 1 or spoken:
        ask = replace(ask, amount=plea.hands, spoken=spoken)
        await ctx.tx.asks.save(ask)
    if media and media.kind in SPOKEN:
        await ctx.tx.ask_files.keep(ask.id, media.kind, media.file_id)
    if not ctx.room.is_private:
        return await opened(ctx, ask, reply_to=reply_to)
    await ctx.alarm("ask.tidy", thing("ask", ask.id), later(ctx.now, hours=DRAFT_HOURS))
    await ctx.show(thing("ask", ask.id), "asker", ctx.room, aloud=True)
    return None


async def _ask_again(ctx: Context, text: str) -> None:
    """An illness or nothing at all was said: what is it that somebody wants?"""
    if not reading.HEALTH.named_in(text):
        return await questions.ask(ctx, "ask.words", 0, ctx.t("ask-not-understood"))
    read_by_all = None if ctx.room.is_private else ctx.t("ask-illness-in-group")
    return await questions.ask(ctx, "ask.words", 0, ctx.t("ask-name-the-thing"), read_by_all)


async def not_too_many(ctx: Context, person_id: int) -> None:
    """So many at a time, and so many a day: a group's ear is not endless."""
    if await ctx.tx.asks.count_open(person_id) >= aid.MOST_OPEN:
        raise RuleError("ask-too-many", most=aid.MOST_OPEN)
    if await ctx.tx.asks.count_since(person_id, later(ctx.now, days=-1)) >= aid.MOST_A_DAY:
        raise RuleError("ask-too-many-today", most=aid.MOST_A_DAY)


async def rooms_for(ctx: Context) -> list[Room]:
    """Where a plea written in private may go; refuses a stranger with a way on."""
    rooms = await shared.rooms_for(ctx.tx, ctx.whom.id, ctx.by_id)
    if not rooms:
        raise RuleError("ask-no-group", bot=ctx.house.username)
    return rooms


async def opened(ctx: Context, ask: Ask, *, reply_to: int | None = None) -> None:
    name = thing("ask", ask.id)
    assert ask.room_id
    room = ctx.room if ctx.room.id == ask.room_id else await ctx.tx.rooms.get(ask.room_id)
    await ctx.show(name, "group", room, reply_to=reply_to)
    await show_asker(ctx, ask)
    if ask.by_id and ask.person_id:
        await ctx.tell(ask.person_id, "ask.opened-for-you", Showing(name, "asker"))
    await _tell_head_of_stranger(ctx, ask)
    await set_clocks(ctx, ask)
    await widen(ctx, ask)
    await ctx.redraw_board(room_id=ask.room_id)
    await ctx.write_down("ask.opened", name, ask.place_id)


async def _tell_head_of_stranger(ctx: Context, ask: Ask) -> None:
    """Somebody who is not confirmed yet asks: whoever answers for the place they named knows of it."""
    assert ask.person_id
    if await ctx.tx.residents.home(ask.person_id):
        return
    asked_from = await ctx.tx.joins.asked_from(ask.person_id)
    if asked_from is None:
        return
    what, name = ask.thing, thing("ask", ask.id)
    news = Saying(lambda t: page([t("ask-by-stranger"), bold(what)]), name)
    for _, offices in await ctx.tx.offices.answerable(asked_from, CONFIRMING):
        heads = dict.fromkeys(office.person_id for office in offices if office.person_id != ask.person_id)
        if any([await ctx.tell(head, "ask.by-stranger", news) for head in heads]):
            return


async def sent_out(ctx: Context, ask: Ask, by_id: int | None) -> None:
    """A draft goes to its group now; where it was offered there, the offer is over."""
    ask = replace(ask.publish(at=ctx.now), by_id=by_id)
    await ctx.tx.asks.save(ask)
    await ctx.no_alarm("ask.tidy", thing=thing("ask", ask.id))
    await ctx.redraw(thing("plea", ask.id))
    await shared.put_away_pages(ctx)
    await opened(ctx, ask)


@rings("ask.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody sent is let go after a day."""
    if await turn.tx.asks.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
        await turn.redraw(thing("plea", number_of(turn.thing)))
