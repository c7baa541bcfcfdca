"""Asking: a plea in a group opens at once; written in private, a preview comes first."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files

from bot.domain import aid, places
from bot.domain.aid import Ask, Health, Wish
from bot.domain.people import Room
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import utf16
from bot.i18n import bold, page
from handlers import names, questions, when
from handlers.aid.askercards import CONFIRMING
from handlers.aid.shared import may, rooms_for, save, set_clocks, show_asker, the_ask
from handlers.aid.waves import widen
from handlers.cards import Button, button, label
from handlers.context import Context, Saying, Showing, Turn, later
from handlers.doors import answers, presses, rings, says

LONGEST = 1000
"""UTF-16 units of one plea."""

DRAFT_HOURS = 24

MOST_OTHERS = 3
"""Neighbours somebody helps who are offered when they ask for something."""

FEW = 4
"""Wishes by button in simple mode."""

WISHES = ("medicine", "plaster", "ladder", "carry", "print", "charger")
"""What neighbours often need, each a button."""


def _health() -> Health:
    words = tomllib.loads((files("bot") / "data" / "health.toml").read_text(encoding="utf-8"))
    return Health.of(words["signs"], words["remedies"])


HEALTH = _health()


@says("need", "求助", "急求", english=("ask", "need", "i need", "ask for"))
async def need(ctx: Context) -> None:
    """In a group it opens at once; in private a preview comes first."""
    if ctx.text:
        return await _begin(ctx, ctx.text)
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
    await _begin(ctx, ctx.t("ask-wish", what=ctx.way.values[0]))


@presses("ask.new")
async def need_pressed(ctx: Context) -> None:
    await need(ctx)


@presses("plain.ask")
async def need_kept(ctx: Context) -> None:
    """The words that were kept while we asked what they are."""
    kept = await questions.kept(ctx)
    if kept is None:
        return await need(ctx)
    await ctx.menu("mine.1")
    return await (_begin(ctx, kept.text) if kept.text else need(ctx))


@answers("ask.words")
async def named(ctx: Context) -> None:
    """The thing, named when asked for; with a number, the correction of an ask."""
    if not ctx.text:
        rows = _wishes(ctx) if ctx.way.values == ("0",) else []
        return await questions.ask(ctx, "ask.words", ctx.way.values[0], ctx.t("ask-in-words"), rows=rows)
    if ctx.way.values == ("0",):
        return await _begin(ctx, ctx.text)
    ask = await the_ask(ctx)
    await may(ctx, "ask.correct", ask)
    plea = await _read(ctx, ctx.text)
    if not plea.wish.thing:
        raise RuleError("ask-names-illness")
    corrected = ask.corrected(plea.wish)
    corrected = corrected.until_then(plea.until) if plea.until else corrected
    await save(ctx, ask, corrected, "ask.corrected")
    await set_clocks(ctx, corrected)
    await show_asker(ctx, ask, aloud=True)
    return None


@dataclass(frozen=True)
class Plea:
    """What somebody's words say: what, where, until when (Unix seconds)."""

    wish: Wish
    candidates: tuple[int, ...]
    until: int | None


async def _read(ctx: Context, text: str) -> Plea:
    """Places and days come out of the words before anything is shown; refuses what is far too long."""
    if utf16(text) > LONGEST:
        raise RuleError("ask-too-long", most=LONGEST)
    reading = places.read(text, await ctx.places())
    moment = when.read(ctx.house, reading.rest, ctx.at)
    until = max(int(moment.at.timestamp()), later(ctx.now, minutes=10)) if moment else None
    return Plea(aid.wish(moment.rest if moment else reading.rest, HEALTH), reading.candidates, until)


async def _begin(ctx: Context, text: str) -> None:
    plea = await _read(ctx, text)
    if not plea.wish.thing:
        return await _ask_again(ctx, text)
    await _not_too_many(ctx)
    room = ctx.room if not ctx.room.is_private else (await _rooms(ctx))[0]
    ask = await ctx.tx.asks.open(
        ctx.whom.id, room.id, await _place(ctx, plea.candidates), plea.wish.thing, plea.wish.note,
        "draft" if ctx.room.is_private else "open", ctx.now, plea.until or when.until(ctx.house, "today", ctx.now),
        ctx.by_id,
    )  # fmt: skip
    if ctx.room.is_private:
        await ctx.alarm("ask.tidy", thing("ask", ask.id), later(ctx.now, hours=DRAFT_HOURS))
        return await ctx.show(thing("ask", ask.id), "asker", ctx.room, aloud=True)
    # A reply quotes what it replies to: where the words say more than the thing, the card stands alone.
    return await _opened(ctx, ask, reply_to=ctx.message_id if plea.wish.thing == text else None)


async def _ask_again(ctx: Context, text: str) -> None:
    """An illness or nothing at all was said: what is it that somebody wants?"""
    if not HEALTH.named_in(text):
        return await questions.ask(ctx, "ask.words", 0, ctx.t("ask-not-understood"))
    read_by_all = None if ctx.room.is_private else ctx.t("ask-illness-in-group")
    return await questions.ask(ctx, "ask.words", 0, ctx.t("ask-name-the-thing"), read_by_all)


async def _not_too_many(ctx: Context) -> None:
    """So many at a time, and so many a day: a group's ear is not endless."""
    if await ctx.tx.asks.count_open(ctx.whom.id) >= aid.MOST_OPEN:
        raise RuleError("ask-too-many", most=aid.MOST_OPEN)
    if await ctx.tx.asks.count_since(ctx.whom.id, later(ctx.now, days=-1)) >= aid.MOST_A_DAY:
        raise RuleError("ask-too-many-today", most=aid.MOST_A_DAY)


async def _place(ctx: Context, candidates: tuple[int, ...]) -> int | None:
    """The building the words name if they name one, else the asker's own; never a stair or a flat."""
    named = {place.id for number in candidates if (place := await ctx.tx.places.public(number))}
    if len(named) == 1:
        return named.pop()
    home = await ctx.tx.residents.home(ctx.whom.id) or await ctx.tx.joins.asked_from(ctx.whom.id)
    place = await ctx.tx.places.public(home) if home else None
    return place.id if place else None


async def _rooms(ctx: Context) -> list[Room]:
    """Where a plea written in private may go; refuses a stranger with a way on."""
    rooms = await rooms_for(ctx.tx, ctx.whom.id, ctx.by_id)
    if not rooms:
        raise RuleError("ask-no-group", bot=ctx.house.username)
    return rooms


async def _opened(ctx: Context, ask: Ask, *, reply_to: int | None = None) -> None:
    name = thing("ask", ask.id)
    assert ask.room_id
    await ctx.show(name, "group", await ctx.tx.rooms.get(ask.room_id), reply_to=reply_to)
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
    asked_from = await ctx.tx.joins.asked_from(ask.person_id)
    if asked_from is None or await ctx.tx.residents.home(ask.person_id):
        return
    what, name = ask.thing, thing("ask", ask.id)
    news = Saying(lambda t: page([t("ask-by-stranger"), bold(what)]), name)
    for _, offices in await ctx.tx.offices.answerable(asked_from, CONFIRMING):
        heads = dict.fromkeys(office.person_id for office in offices if office.person_id != ask.person_id)
        if any([await ctx.tell(head, "ask.by-stranger", news) for head in heads]):
            return


@presses("ask.publish")
async def publish(ctx: Context) -> None:
    ask = await the_ask(ctx)
    await may(ctx, "ask.publish", ask)
    if ask.state == "open":  # a second tap
        return ctx.answer(ctx.t("ask-published"))
    if ask.room_id not in {room.id for room in await _rooms(ctx)}:
        raise RuleError("ask-room-gone")
    await _not_too_many(ctx)
    ask = ask.publish(at=ctx.now)
    await ctx.tx.asks.save(ask)
    await ctx.no_alarm("ask.tidy", thing=thing("ask", ask.id))
    await _opened(ctx, ask)
    ctx.answer(ctx.t("ask-published"))
    return None


@presses("ask.span")
async def span(ctx: Context) -> None:
    """How long a draft shall be asked for."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.prepare", ask)
    chosen = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if chosen not in aid.SPANS:
        raise RuleError("button-is-old")
    begun = replace(ask, opened_at=ctx.now)
    await save(ctx, ask, begun.until_then(when.until(ctx.house, chosen, ctx.now)), None)


@presses("ask.room")
async def other_room(ctx: Context) -> None:
    """Another of the groups this draft may go to."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.prepare", ask)
    chosen = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    rooms = {str(room.id): room for room in await _rooms(ctx)}
    if chosen not in rooms:
        raise RuleError("ask-room-gone")
    await save(ctx, ask, replace(ask, room_id=rooms[chosen].id), None)


@presses("ask.correct")
async def correct(ctx: Context) -> None:
    ask = await the_ask(ctx)
    await may(ctx, "ask.correct", ask)
    await questions.ask(ctx, "ask.words", ask.id, ctx.t("ask-correct"), hint=ctx.t("ask-what-hint"))


@rings("ask.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody sent is let go after a day."""
    if await turn.tx.asks.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
