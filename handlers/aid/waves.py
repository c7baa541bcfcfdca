"""Waves: a plea that waits is carried to a few neighbours in private, the nearest first; nobody is asked twice."""

from __future__ import annotations

from bot.domain.aid import Ask
from bot.domain.aid.waves import ASKED_UNASKED, MOST_AT_ONCE, OF_THE_SHELF, RINGS, Neighbour, chosen, goes_on, pause
from bot.domain.places import Place
from bot.domain.rules import RuleError, number_of, thing
from handlers import matches
from handlers.aid.shared import the_ask
from handlers.context import Context, Showing, Turn, Work, later
from handlers.doors import presses, rings
from storage.aid.askings import Round

CANDIDATES = 3 * MOST_AT_ONCE
"""How many of a ring are looked at for one wave: some were asked too often lately."""


async def widen(work: Work, ask: Ask) -> None:
    """From now on neighbours are asked in private, wave by wave."""
    if goes_on(ask):
        await work.alarm("ask.wave", thing("ask", ask.id), work.now)


@rings("ask.wave")
async def wave(turn: Turn) -> None:
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or not goes_on(ask) or ask.person_id is None or turn.now >= ask.until:
        return
    if await turn.tx.abuse.hidden_from(turn.thing, None):
        return await turn.alarm("ask.wave", turn.thing, later(turn.now, seconds=pause(ask)))
    night = turn.house.awake(turn.now) != turn.now
    holders = await _holders(turn, ask, night)
    neighbours = holders or await _next(turn, ask, night)
    await _ask_them(turn, ask, neighbours, of_the_shelf=bool(holders))
    following = later(turn.now, seconds=pause(ask)) if neighbours else _tomorrow(turn)
    if following < ask.until:
        await turn.alarm("ask.wave", turn.thing, following)
    return None


def _tomorrow(turn: Turn) -> int:
    """Nobody is left to ask just now: in the morning some are awake again, and some had enough for today only."""
    awake = turn.house.awake(turn.now)
    return awake if awake > turn.now else turn.house.awake(turn.house.next_day(turn.now))


async def _holders(turn: Turn, ask: Ask, night: bool) -> list[Neighbour]:
    """Whoever put something like it on the shelf is asked before anybody else, and named to nobody before their yes."""
    if ask.spoken:  # nobody knows yet what it is
        return []
    place = (await _rings(turn, ask))[0].id
    but = {*ask.side, *(one.person_id for one in ask.givers)}
    found = await matches.holders(turn.tx, ask.kind, ask.thing, place, MOST_AT_ONCE, but=but)
    people = dict.fromkeys(match.offer.person_id for match in found if match.offer.person_id is not None)
    return [Neighbour(one, True, 0) for one in people if await _may_be_asked(turn, ask, one, night)]


async def _may_be_asked(turn: Turn, ask: Ask, person_id: int, night: bool) -> bool:
    if night and not ((await turn.tx.people.get(person_id)).night_ok or await turn.tx.offices.on_duty(person_id)):
        return False
    if await turn.tx.people.mutes(person_id, "ask.asked"):
        return False
    return await turn.tx.askings.wave(ask.id, person_id) is None


async def _next(turn: Turn, ask: Ask, night: bool) -> list[Neighbour]:
    """The nearest ring in which anybody is left to ask."""
    for place in await _rings(turn, ask):
        round = Round(ask, place.id, night, later(turn.now, days=-1), CANDIDATES)
        near = place.kind in ASKED_UNASKED
        found = chosen(await (turn.tx.askings.near(round) if near else turn.tx.askings.willing_near(round)))
        if found:
            return found
    return []


async def _rings(turn: Turn, ask: Ask) -> list[Place]:
    """From the asker's door outward, or from the building they named."""
    assert ask.person_id
    home = await turn.tx.residents.home(ask.person_id)
    if ask.place_id and not (home and await turn.tx.places.lies_in(home, ask.place_id)):
        home = ask.place_id
    around = await turn.tx.places.above(home or (await turn.tx.places.root()).id)
    return sorted((one for one in around if one.kind in RINGS), key=lambda one: RINGS.index(one.kind))


async def _ask_them(turn: Turn, ask: Ask, neighbours: list[Neighbour], *, of_the_shelf: bool = False) -> int:
    """How many of them are asked now: whoever can be reached and was not asked before."""
    _, waves = await turn.tx.askings.count(ask.id)
    wave, asked = OF_THE_SHELF if of_the_shelf else waves + 1, 0
    for one in neighbours:
        if not (await turn.tx.people.get(one.person_id)).reachable:
            continue
        if await turn.tx.askings.asks(ask.id, one.person_id, wave, turn.now):
            await turn.tell(one.person_id, "ask.asked", Showing(turn.thing, "asked"))
            asked += 1
    if asked:
        await turn.tx.journal.write(turn.now, None, "ask.widened", turn.thing, ask.place_id, asked=asked)
        await turn.redraw(turn.thing)
    return asked


async def ask_circle(turn: Turn, ask: Ask) -> tuple[str, int]:
    """The nearest circle on duty for this kind of plea is asked; its name, "" where none is or all were asked.

    And when the first of them reads it (Unix seconds): in the morning, if all of them sleep.
    """
    place = ask.place_id or (await turn.tx.places.root()).id
    for circle, people in await turn.tx.circles.on_duty_for(ask.kind, place):
        others = [one for one in people if one not in ask.side and ask.giver(one) is None]
        of_it = [one for one in others if await _hears_of_it(turn, one)][:MOST_AT_ONCE]
        if await _ask_them(turn, ask, [Neighbour(one, True, 0) for one in of_it]):
            asleep = [await turn.quiet_until(await turn.tx.people.get(one)) for one in of_it]
            return circle.name, max(turn.now, min(asleep))
    return "", turn.now


async def _hears_of_it(turn: Turn, person_id: int) -> bool:
    """Can be reached, and has not said that they want none of this."""
    reachable = (await turn.tx.people.get(person_id)).reachable
    return reachable and not await turn.tx.people.mutes(person_id, "ask.asked")


@presses("ask.not-now")
async def not_now(ctx: Context) -> None:
    """Whoever was asked cannot this time: noted, and nobody else hears of it."""
    ask = await the_ask(ctx)
    if not await ctx.tx.askings.answers(ask.id, ctx.person.id, "no"):
        raise RuleError("button-is-old")
    await ctx.redraw(thing("ask", ask.id))
    ctx.answer(ctx.t("ask-not-now-thanks"))


@presses("ask.no-more")
async def no_more(ctx: Context) -> None:
    """Not to be asked in private any more; settings turn it on again."""
    ask = await the_ask(ctx)
    await ctx.tx.people.mute(ctx.person.id, "ask.asked")
    await ctx.tx.askings.answers(ask.id, ctx.person.id, "no")
    await ctx.redraw(thing("ask", ask.id))
    ctx.answer(ctx.t("ask-no-more-answer"), alert=True)
