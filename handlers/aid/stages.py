"""What happens to a plea that nobody touches: half time, the question, the end, and the head who finds out."""

from __future__ import annotations

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import Html, Words, bold, page, words
from handlers import talking, when
from handlers.aid.askercards import CONFIRMING
from handlers.aid.shared import may, phones_follow, save, set_clocks, tell_asker, tell_givers, the_ask, waits
from handlers.aid.waves import ask_circle
from handlers.context import Context, Saying, Showing, Turn, html, later, reply_to
from handlers.doors import presses, rings

CLIMBS_AFTER_DAYS = 2
"""How long the head has until whoever answers for the next larger place hears of it, too."""

LONGEST_DAYS = 14
"""How long a plea may wait for somebody to find out how it ended."""

ENDINGS = ("done", "withdrawn", "expired")


@rings("ask.half")
async def half(turn: Turn) -> None:
    """Half of its time is over and nobody has it: whoever answers for the place is asked by name."""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.state != "open" or ask.helping or ask.called_at is not None:
        return
    if turn.now >= ask.until:  # we were away: whoever asked says first whether it is still needed
        return
    heads = await _tell_heads(turn, ask, "ask.half", from_level=0)
    circle, reads_at = await ask_circle(turn, ask)
    awake = [one for one in heads if not await turn.quiet_until(await turn.tx.people.get(one))]
    called = ask.called(next(iter([*awake, *heads]), None), at=turn.now)  # a sleeper is named as one, by the card
    await turn.tx.asks.save(called)
    await turn.tx.journal.write(turn.now, None, "ask.half", turn.thing, ask.place_id)
    await turn.redraw(turn.thing)
    await tell_asker(turn, called, "ask.half")
    if circle:
        news = _circle_asked(turn, ask, circle, reads_at)
        await turn.tell_both(ask.person_id, ask.by_id, "ask.half", news, awaited=waits(turn, ask))
    await _speak_once_more(turn, called)


def _circle_asked(turn: Turn, ask: Ask, circle: str, reads_at: int) -> Saying:
    """Who sleeps is named as somebody who reads it in the morning."""

    def say(t: Words) -> Html:
        at = when.spoken(t, turn.house, reads_at, turn.now) if reads_at > turn.now else "now"
        return page([t("ask-circle-asked", name=circle, at=at), bold(ask.thing)])

    return Saying(say)


async def _tell_heads(turn: Turn, ask: Ask, kind: str, *, from_level: int) -> list[int]:
    """Whoever says who lives here, at the nearest place where anybody can be reached; further out by level."""
    place = ask.place_id or (await turn.tx.places.root()).id
    levels = await turn.tx.offices.answerable(place, CONFIRMING)
    for _, offices in levels[max(0, min(from_level, len(levels) - 1)) :]:
        heads = dict.fromkeys(office.person_id for office in offices if office.person_id not in ask.side)
        told = [one for one in heads if await _reaches(turn, one, kind)]
        if told:
            return told
    return []


async def _reaches(turn: Turn, head: int, kind: str) -> bool:
    """Told, and not one who wants none of this: whoever waits reads who knows of it."""
    if await turn.tx.people.mutes(head, kind):
        return False
    told = await turn.tell(head, kind, Showing(turn.thing, "head"))
    if told:  # asked as a neighbour before: the card of the office says the same, and more
        await turn.take_away(turn.thing, "asked", await turn.private_room(await turn.tx.people.get(head)))
    return told


async def _speak_once_more(turn: Turn, ask: Ask) -> None:
    """The group's card has scrolled out of sight: a short reply to it, once."""
    if ask.room_id is None or await turn.tx.abuse.hidden_from(turn.thing, None):
        return
    row = await turn.tx.cards.get(turn.thing, "group", ask.room_id)
    if row is None or row.message_id is None:
        return
    room = await turn.tx.rooms.get(ask.room_id)
    t = words(room.language or turn.house.language)
    payload = html(page([t("ask-group-half"), bold(ask.thing)])) | reply_to(row.message_id)
    await turn.promise(room, "ask.spoke", "sendMessage", payload | {"disable_notification": True}, thing=turn.thing)


@rings("ask.question")
async def question(turn: Turn) -> None:
    """A while before the end, or when it should long be done: is it still needed?"""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.state not in ("open", "taken"):
        return
    asked = ask.questioned(at=turn.now)
    await turn.tx.asks.save(asked)
    if not await tell_asker(turn, asked, "ask.question"):
        await turn.redraw(turn.thing)  # then the group's card asks


@rings("ask.end")
async def end(turn: Turn) -> None:
    """Nobody said anything. One that nobody had is the head's to find out; else it ends, and the cards say so."""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.state not in ("open", "taken"):
        return
    if not ask.was_asked(turn.now):  # we were away: the question comes first
        return await _ask_first(turn, ask)
    if not ask.helping and await _handed_to_the_head(turn, ask):
        return
    await _expire(turn, ask)


async def _handed_to_the_head(turn: Turn, ask: Ask) -> bool:
    heads = await _tell_heads(turn, ask, "ask.unanswered", from_level=0)
    if not heads:
        return False
    unanswered = ask.called(heads[0], at=turn.now).unanswered()
    await turn.tx.asks.save(unanswered)
    await set_clocks(turn, unanswered)
    await turn.alarm("ask.climb", turn.thing, later(turn.now, days=CLIMBS_AFTER_DAYS))
    await turn.tx.journal.write(turn.now, None, "ask.unanswered", turn.thing, ask.place_id)
    await turn.redraw(turn.thing)
    await turn.redraw_board(room_id=ask.room_id)
    await tell_asker(turn, unanswered, "ask.unanswered")
    return True


async def _expire(turn: Turn, ask: Ask) -> None:
    ended = ask.expire(at=turn.now)
    await turn.tx.asks.save(ended)
    await talking.look_again(turn, turn.thing)
    await phones_follow(turn, ask, ended)
    await set_clocks(turn, ended)
    await turn.tx.journal.write(turn.now, None, "ask.expired", turn.thing, ask.place_id)
    await turn.redraw(turn.thing)
    await turn.redraw_board(room_id=ended.room_id)
    await tell_asker(turn, ended, "ask.expired")
    await tell_givers(turn, ended, "ask.expired")


async def _ask_first(turn: Turn, ask: Ask) -> None:
    longer = ask.until_then(max(ask.until, later(turn.now, seconds=aid.GRACE)))
    await turn.tx.asks.save(longer if longer.asked_at else longer.questioned(at=turn.now))
    await turn.redraw(turn.thing)
    await turn.alarm("ask.end", turn.thing, later(turn.now, seconds=aid.GRACE))
    if ask.asked_at is None:
        await tell_asker(turn, longer, "ask.question")


@rings("ask.climb")
async def climb(turn: Turn) -> None:
    """The head has not said how it ended: whoever answers for the next larger place is asked, too; then again."""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.state != "unanswered" or ask.called_at is None:
        return
    if turn.now - ask.called_at >= LONGEST_DAYS * aid.DAY:  # nobody will find out any more
        return await _expire(turn, ask)
    level = (turn.now - ask.called_at) // (CLIMBS_AFTER_DAYS * aid.DAY)
    for nearest in (level, 0):
        if await _tell_heads(turn, ask, "ask.unanswered", from_level=nearest):
            break
    else:  # whoever had it as a task holds no office any more
        return await _expire(turn, ask)
    await turn.alarm("ask.climb", turn.thing, later(turn.now, days=CLIMBS_AFTER_DAYS))
    return None


@presses("ask.head")
async def open_head(ctx: Context) -> None:
    """From a head's list to what they are asked to find out."""
    ask = await the_ask(ctx)
    if not ctx.room.is_private or "confirm" not in await ctx.powers(ctx.person.id, ask.place_id):
        raise RuleError("button-is-old")
    await ctx.show(thing("ask", ask.id), "head", ctx.room, aloud=True)


@presses("ask.settle")
async def settle(ctx: Context) -> None:
    """The head says how it ended: `ask_settle_12_done`; the asker reads it and may say otherwise."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.settle", ask)
    how = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if how not in ENDINGS:
        raise RuleError("button-is-old")
    if ask.is_over:
        return ctx.answer(ctx.t("ask-settled"))
    ended = {"done": ask.done, "withdrawn": ask.withdraw, "expired": ask.expire}[how](at=ctx.now)
    await save(ctx, ask, ended, f"ask.{how}")
    await ctx.no_alarm("ask.climb", thing=thing("ask", ask.id))
    await set_clocks(ctx, ended)
    await tell_asker(ctx, ended, "ask.settled")
    await tell_givers(ctx, ended, "ask.settled")
    return ctx.answer(ctx.t("ask-settled"))


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """One of the two cannot be reached, or the group cannot be written to: the others learn so."""
    ask = await turn.tx.asks.get(number_of(name))
    if ask and view == "group" and not ask.is_over:
        news = Saying(lambda t: page([t("ask-not-shown"), bold(ask.thing)]), name)
        await turn.tell_both(ask.person_id, ask.by_id, "ask.not-shown", news)
    elif ask:
        await turn.redraw(name)
