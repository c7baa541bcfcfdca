"""`/need` as a reply to somebody else's message: offered to its author, who alone says yes, or the head for them."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.people import Person
from bot.domain.rules import RuleError, thing
from handlers import danger, names, when
from handlers.aid import boxes, opening, reading
from handlers.aid.shared import may, spoken_thing
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Media, Showing, later, media_of, spoken_text
from handlers.doors import presses


def quoted(ctx: Context) -> Message | None:
    """Somebody else's message in a group that this one replies to."""
    return None if ctx.room.is_private else ctx.quoted


async def offer(ctx: Context, said: Message) -> None:
    """The words are read by the same rules and stay a draft of their author's; the card does not repeat them."""
    text, media = spoken_text(said), media_of(said)
    if await danger.numbers_for(ctx, text):
        return None
    author = await _author(ctx, said)
    if author.id == ctx.person.id:
        return await _own(ctx, text, media)
    await _not_too_many_offered(ctx)
    ask = await _drafted(ctx, author, text, media)
    await ctx.alarm("ask.tidy", thing("ask", ask.id), later(ctx.now, hours=opening.DRAFT_HOURS))
    await ctx.show(thing("plea", ask.id), "offer", ctx.room)
    await ctx.write_down("ask.offered", thing("ask", ask.id), ask.place_id)
    if author.reachable:
        await ctx.tell(author.id, "ask.offered", Showing(thing("ask", ask.id), "asker"))
    return None


async def _not_too_many_offered(ctx: Context) -> None:
    """Who speaks up for others has the same measure as for themselves: so many unanswered, so many a day."""
    today, waiting = await ctx.tx.asks.count_offered(ctx.person.id, later(ctx.now, days=-1))
    if waiting >= aid.MOST_OPEN:
        raise RuleError("ask-offered-wait", most=aid.MOST_OPEN)
    if today >= aid.MOST_A_DAY:
        raise RuleError("ask-offered-enough", most=aid.MOST_A_DAY)


async def _own(ctx: Context, text: str, media: Media | None) -> None:
    """One's own words, replied to: nobody else has to say yes."""
    if text:
        return await opening.begin(ctx, text)
    if media is None or media.kind not in opening.SPOKEN:
        raise RuleError("ask-reply-unclear")
    return await opening.begin_spoken(ctx, media)


async def _author(ctx: Context, said: Message) -> Person:
    author = await ctx.author_of(said)
    if not author.is_here:
        raise RuleError("ask-reply-not")
    return author


async def _drafted(ctx: Context, author: Person, text: str, media: Media | None) -> Ask:
    plea = await reading.read(ctx, text)
    spoken = media if media and media.kind in opening.SPOKEN else None
    what = plea.wish.thing or (spoken_thing(ctx.t, spoken.kind, "none", at_once=False) if spoken else "")
    if not what:
        raise RuleError("ask-reply-unclear")
    kind = await boxes.kind_of(ctx, what, plea.kind, said=text)
    await opening.not_too_many(ctx, author.id)
    place = await reading.place_of(ctx, plea.candidates, author.id)
    until = plea.until or when.until(ctx.house, "today", ctx.now)
    ask = await ctx.tx.asks.open(
        author.id, ctx.room.id, place, what, plea.wish.note, "draft", ctx.now, until, None, kind
    )
    if spoken and not plea.wish.thing:
        ask = replace(ask, spoken=spoken.kind)
        await ctx.tx.asks.save(ask)
        await ctx.tx.ask_files.keep(ask.id, spoken.kind, spoken.file_id)
    return ask


@presses("ask.confirm")
async def confirm(ctx: Context) -> None:
    """Its author, or whoever may act for them here."""
    ask = await _offered(ctx)
    await may(ctx, "ask.confirm", ask)
    if ask.state == "draft":
        by = None if ctx.person.id == ask.person_id else ctx.person.id
        await opening.not_too_many(ctx, ask.person_id or 0)
        await opening.sent_out(ctx, ask, by)
        await _put_away(ctx, ask)
    ctx.answer(ctx.t("ask-published"))


@presses("ask.not-mine")
async def no(ctx: Context) -> None:
    """Its author does not want it asked."""
    ask = await _offered(ctx)
    await may(ctx, "ask.confirm", ask)
    if ask.state == "draft":
        await ctx.no_alarm("ask.tidy", thing=thing("ask", ask.id))
        await _put_away(ctx, ask)
        await ctx.tx.asks.delete_draft(ask.id)
        await ctx.redraw(thing("ask", ask.id))
    ctx.answer(ctx.t("ask-draft-gone"))


async def _offered(ctx: Context) -> Ask:
    """The draft that was offered in this group."""
    ask = await ctx.tx.asks.get(ctx.number)
    offered = await ctx.tx.cards.get(thing("plea", ctx.number), "offer", ctx.room.id)
    if ask is None or offered is None or ask.room_id != ctx.room.id:
        raise RuleError("button-is-old")
    return ask


async def _put_away(ctx: Context, ask: Ask) -> None:
    await ctx.take_away(thing("plea", ask.id), "offer", ctx.room)


async def draw(look: Look, number: int) -> Card | None:
    """In the group: whose words, never the words."""
    ask = await look.read.asks.get(number)
    if ask is None or ask.state != "draft":
        return card([look.t("ask-offer-over")])
    who = await names.named(look.read, look.house, look.t, ask.person_id)
    yes, no = (
        button(look.t("ask-offer-yes"), "ask.confirm", number),
        button(look.t("ask-offer-no"), "ask.not-mine", number),
    )
    return card([look.t("ask-offer", who=who)], [yes, no])
