"""When a neighbour is forgotten or died: what they asked ends, what they had is let go, and those who wait learn so."""

from __future__ import annotations

from bot.domain.aid import Ask, Giver
from bot.domain.people import Person
from bot.domain.rules import thing
from bot.i18n import bold, page
from handlers.aid.askercards import CONFIRMING
from handlers.aid.shared import (
    of_today,
    save,
    set_clocks,
    stepped_in,
    still_acts,
    tell_asker,
    tell_giver,
    tell_givers,
)
from handlers.aid.waves import widen
from handlers.context import BULK, Context, Saying, Showing, Work
from handlers.features import Origin
from storage.database import Read


async def origin(read: Read, number: int) -> Origin | None:
    ask = await read.asks.get(number)
    return Origin(ask.person_id, ask.by_id, ask.place_id) if ask and ask.state != "draft" else None


async def forgets(ctx: Context, person: Person) -> None:
    """Every card that names them is drawn anew, however long it is over."""
    for ask in await ctx.tx.asks.of(person.id):
        if ask.state == "draft":
            await ctx.no_alarm("ask.tidy", thing=thing("ask", ask.id))
            await ctx.tx.asks.delete_draft(ask.id)
        elif not ask.is_over:
            await _leaves(ctx, ask, person.id)
        await ctx.tx.cards.redraw(thing("ask", ask.id), ctx.now, None, BULK)


async def steps_down(work: Work, person_id: int) -> None:
    """Who speaks for neighbours by an office that ended reads nothing more of it: the neighbour does, or the next head.

    Where there is neither, the plea keeps who asked, and only their card is closed to them.
    """
    for ask in await work.tx.asks.helped_by(person_id):
        after = await of_today(work.tx, ask)
        if after == ask:
            continue
        if ask.by_id is not None and after.by_id is None and not await _reaches(work, ask.person_id):
            after = after.handed_to(await _heir(work, ask) or ask.by_id)
        await save(work, ask, after, None)
        await work.redraw(thing("ask", ask.id))
        await work.redraw(thing("plea", ask.id))
        for one in sorted(after.side - {person_id}):  # whose card it was reads it in place: nothing of it stays above
            await work.tell(one, "ask.taken-over", Showing(thing("ask", ask.id), "asker"))


async def _heir(work: Work, ask: Ask) -> int | None:
    """Who answers for the place now and may speak for its neighbours."""
    place = ask.place_id or (await work.tx.places.root()).id
    for _, offices in await work.tx.offices.answerable(place, CONFIRMING):
        for office in offices:
            acts = await still_acts(work.tx, ask, office.person_id, ask.person_id)
            if acts and await _reaches(work, office.person_id):
                return office.person_id
    return None


async def rests(ctx: Context, person: Person) -> None:
    """What somebody who died still asked for is not asked any more; whoever they had promised something is free again.

    What a neighbour has for them already stays between the two sides.
    """
    for ask in await ctx.tx.asks.of(person.id):
        if ask.state == "draft" and ask.person_id == person.id:
            await ctx.tx.asks.delete_draft(ask.id)
            await ctx.redraw(thing("ask", ask.id))
        elif ask.state in ("open", "unanswered") and ask.person_id == person.id and not ask.helping:
            ended = ask.withdraw(at=ctx.now)
            await save(ctx, ask, ended, "ask.withdrawn")
            await set_clocks(ctx, ended)
        elif not ask.is_over and (giver := ask.giver(person.id)):
            await _let_go(ctx, ask, giver)


async def _leaves(ctx: Context, ask: Ask, leaving: int) -> None:
    if leaving == ask.person_id or (leaving == ask.by_id and not await _reaches(ctx, ask.person_id)):
        await _withdraw(ctx, ask)
    elif leaving == ask.by_id:
        await save(ctx, ask, ask.taken_over(), "ask.taken-over")
        await tell_asker(ctx, ask.taken_over(), "ask.taken-over")
    elif giver := ask.giver_of(leaving):
        await _stops_giving(ctx, ask, giver, leaving)


async def _stops_giving(ctx: Context, ask: Ask, giver: Giver, leaving: int) -> None:
    if leaving == giver.by_id and await _reaches(ctx, giver.person_id):
        return await save(ctx, ask, ask.without(leaving), None)
    return await _let_go(ctx, ask, giver)


async def _reaches(work: Work, person_id: int | None) -> bool:
    return person_id is not None and (await work.tx.people.get(person_id)).reachable


async def _withdraw(ctx: Context, ask: Ask) -> None:
    ended = ask.withdraw(at=ctx.now)
    await save(ctx, ask, ended, "ask.withdrawn")
    await set_clocks(ctx, ended)
    await tell_givers(ctx, ended, "ask.withdrawn")
    await tell_asker(ctx, ended, "ask.withdrawn")


async def _let_go(ctx: Context, ask: Ask, giver: Giver) -> None:
    """In words that name nobody: whoever had it is on their way out."""
    again = ask.let_go(giver.person_id, at=ctx.now)
    await save(ctx, ask, again, "ask.let-go")
    await set_clocks(ctx, again)
    if giver.state != "giving":
        return
    await widen(ctx, again)
    for one in stepped_in(ask, again):
        await tell_giver(ctx, again, one, "ask.your-turn")
    news = Saying(lambda t: page([t("ask-let-go-told", who=t("a-neighbour")), bold(ask.thing)]), thing("ask", ask.id))
    await ctx.tell_both(ask.person_id, ask.by_id, "ask.let-go", news, awaited=True)
