"""Asking: a plea in a group opens at once; written in private, a preview comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.rules import RuleError, thing
from handlers import danger, names, questions
from handlers.aid import boxes, opening, preparing, reading, replying
from handlers.aid.shared import may, save, set_clocks, show_asker, the_ask
from handlers.cards import Button, button, label
from handlers.context import Context, Media
from handlers.doors import answers, presses, says

MOST_OTHERS = 3
"""Neighbours somebody helps who are offered when they ask for something."""

FEW = 4
"""Wishes by button in simple mode."""

WISHES = ("medicine", "plaster", "ladder", "carry", "print", "charger")
"""What neighbours often need, each a button."""


@says("need", "求助", "急求", english=("ask", "need", "i need", "ask for"))
async def need(ctx: Context) -> None:
    """In a group it opens at once; in private a preview comes first."""
    if ctx.text:
        return None if await danger.heard(ctx, ctx.text) else await opening.begin(ctx, ctx.text)
    said = replying.quoted(ctx)
    return await (replying.offer(ctx, said) if said else need_words(ctx))


async def need_words(ctx: Context) -> None:
    """What is it that somebody wants?"""
    ctx.person  # noqa: B018  # refuses a channel or an anonymous admin before it asks
    who = await names.named(ctx.tx, ctx.house, ctx.t, ctx.whom.id) if ctx.by_id else ""
    what = ctx.t("ask-what-for", who=who) if who else ctx.t("ask-what")
    return await questions.ask(
        ctx, "ask.words", 0, what, ctx.t("ask-what-how"), hint=ctx.t("ask-what-hint"),
        rows=[*_wishes(ctx), *await _for_others(ctx)],
    )  # fmt: skip


async def _for_others(ctx: Context) -> list[list[Button]]:
    """A helper who speaks for themselves just now may mean whom they help: one tap, and it is for them."""
    if not ctx.room.is_private or ctx.by_id is not None:
        return []
    helped = [await ctx.tx.people.get(one) for one in (await ctx.tx.acting.helps(ctx.person.id))[:MOST_OTHERS]]
    return [[button(label(ctx.t("ask-for-whom", who=one.name)), "acting.need", one.id)] for one in helped]


def _wishes(ctx: Context) -> list[list[Button]]:
    """What neighbours often need, for whoever would rather not type; the first four in simple mode."""
    offered = WISHES[: FEW if ctx.person.simple else None]
    every = [button(ctx.t("ask-wish", what=what), "ask.wish", what) for what in offered]
    return [every[at : at + 2] for at in range(0, len(every), 2)]


@presses("ask.wish")
async def wished(ctx: Context) -> None:
    """One of the things by button; the question it answers is open once, so a second tap makes no second plea."""
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if not ctx.room.is_private or ctx.way.values[:1] not in [(what,) for what in WISHES]:
        raise RuleError("button-is-old")
    if question is None or (question.door, question.payload) != ("ask.words", "0"):
        raise RuleError("button-is-old")
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": ctx.message_id})
    await opening.begin(ctx, ctx.t("ask-wish", what=ctx.way.values[0]))


@presses("ask.new")
async def need_pressed(ctx: Context) -> None:
    await need(ctx)


@presses("plain.ask")
async def need_kept(ctx: Context) -> None:
    """The words, voice or picture that were kept while we asked what they are."""
    kept = await questions.kept(ctx)
    if kept is None:
        return await need(ctx)
    await _asked_no_more(ctx)
    if kept.text:
        return await opening.begin(ctx, kept.text, *kept.media[:1])
    return await (opening.begin_spoken(ctx, kept.media[0]) if _is_spoken(kept.media) else need(ctx))


async def _asked_no_more(ctx: Context) -> None:
    """The question what it is has its answer; the preview stands in its stead."""
    name = thing("menu", ctx.person.id)
    for one in await ctx.tx.cards.of(name):
        await ctx.take_away(name, one.view, ctx.room)


def _is_spoken(media: Sequence[Media]) -> bool:
    return bool(media) and media[0].kind in opening.SPOKEN


@answers("ask.words")
async def named(ctx: Context) -> None:
    """The thing, named or spoken when asked for; with a number, the correction of an ask."""
    first = ctx.way.values == ("0",)
    if not ctx.text:
        if first and ctx.media and ctx.media.kind in opening.SPOKEN and ctx.room.is_private:
            return await opening.begin_spoken(ctx, ctx.media)
        rows = _wishes(ctx) if first else []
        return await questions.ask(ctx, "ask.words", ctx.way.values[0], ctx.t("ask-in-words"), rows=rows)
    if await danger.heard(ctx, ctx.text):
        return None
    return await (opening.begin(ctx, ctx.text) if first else _corrected(ctx))


async def _corrected(ctx: Context) -> None:
    ask = await the_ask(ctx)
    await may(ctx, "ask.correct", ask)
    plea = await reading.read(ctx, ctx.text)
    if not plea.wish.thing:
        raise RuleError("ask-names-illness")
    # What the words say now: a kind chosen by button is chosen again in a draft, and what is no medicine has no box.
    other = plea.kind if ask.state == "draft" or ask.kind == "medicine" else ask.kind
    kind = await boxes.kind_of(ctx, plea.wish.thing, other, said=ctx.text)
    corrected = replace(ask.corrected(plea.wish), kind=kind)
    corrected = corrected.until_then(plea.until) if plea.until else corrected
    await save(ctx, ask, corrected, "ask.corrected")
    await set_clocks(ctx, corrected)
    await show_asker(ctx, ask, aloud=True)
    return None


@presses("ask.publish")
async def publish(ctx: Context) -> None:
    ask = await the_ask(ctx)
    await may(ctx, "ask.publish", ask)
    if ask.state == "open":  # a second tap
        return ctx.answer(ctx.t("ask-published"))
    if ask.room_id not in {room.id for room in await opening.rooms_for(ctx)}:
        raise RuleError("ask-room-gone")
    await opening.not_too_many(ctx, ctx.whom.id)
    await opening.sent_out(ctx, ask, ask.by_id)
    ctx.answer(ctx.t("ask-published"))
    return None


@presses("ask.room")
async def other_room(ctx: Context) -> None:
    """Another of the groups this draft may go to."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.prepare", ask)
    chosen = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    rooms = {str(room.id): room for room in await opening.rooms_for(ctx)}
    if chosen not in rooms:
        raise RuleError("ask-room-gone")
    await preparing.fits(ctx, ask, replace(ask, room_id=rooms[chosen].id))


@presses("ask.correct")
async def correct(ctx: Context) -> None:
    ask = await the_ask(ctx)
    await may(ctx, "ask.correct", ask)
    await questions.ask(ctx, "ask.words", ask.id, ctx.t("ask-correct"), hint=ctx.t("ask-what-hint"))
