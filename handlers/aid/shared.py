"""What asking and helping share: finding the ask, its clocks, and telling its two people."""

from __future__ import annotations

import re

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.rules import RuleError, number_of, thing
from handlers.context import Context, Showing, Work


async def the_ask(ctx: Context) -> Ask:
    """The ask that the address names; what somebody may not see does not exist."""
    ask = await ctx.tx.asks.visible_to(ctx.person.id, ctx.number)
    if ask is None:
        raise RuleError("ask-unknown")
    return ask


async def may(ctx: Context, action: str, ask: Ask) -> None:
    await ctx.may(action, author_id=ask.person_id, assigned_id=ask.taker_id, state=ask.state, place_id=ask.place_id)


async def save(ctx: Context, before: Ask, after: Ask, verb: str | None) -> None:
    if after == before:
        return
    await ctx.tx.asks.save(after)
    await ctx.redraw(thing("ask", after.id))
    if verb:
        await ctx.write_down(verb, thing("ask", after.id), after.place_id)


async def show_asker(ctx: Context, ask: Ask, *, aloud: bool = False) -> None:
    if ctx.person.reachable:
        await ctx.show(thing("ask", ask.id), "asker", await ctx.private_room(ctx.person), aloud=aloud)


async def tell(work: Work, ask: Ask, person_id: int | None, kind: str) -> bool:
    """Show the ask's card to one of its two. False: nothing reaches them."""
    if person_id is None:
        return False
    asks = person_id == ask.person_id
    card = Showing(thing("ask", ask.id), "asker" if asks else "neighbour")
    return await work.tell(person_id, kind, card, awaited=asks and waits(work, ask))


def waits(work: Work, ask: Ask) -> bool:
    """Whether the asker sits and waits: it is urgent, or it was asked at night."""
    return ask.is_waited_for or work.house.awake(ask.opened_at) != ask.opened_at


async def set_clocks(work: Work, ask: Ask) -> None:
    name = thing("ask", ask.id)
    if ask.is_over:
        return await work.no_alarm("ask.question", "ask.end", thing=name)
    times = aid.clocks(ask, work.house.awake)
    await work.alarm("ask.question", name, times.question)
    await work.alarm("ask.end", name, times.end)
    return None


async def meant(ctx: Context, candidates: list[Ask]) -> Ask:
    """The ask that words mean: the card replied to, the number said, or the only one there is."""
    number = await _number_said(ctx)
    if number is not None:
        ask = await ctx.tx.asks.visible_to(ctx.person.id, number)
        if ask is None:
            raise RuleError("ask-unknown")
        return ask
    if not candidates:
        raise RuleError("ask-none")
    if len(candidates) > 1:
        listed = "\n".join(f"{ask.id} · {ask.thing}" for ask in candidates[:8])
        raise RuleError("ask-which", listed=listed)
    return candidates[0]


async def _number_said(ctx: Context) -> int | None:
    said = re.fullmatch(r"(?:no\.?\s*|#)?(\d{1,11})\s*号?", ctx.text, re.IGNORECASE)
    if said:
        return int(said[1])
    if ctx.replied_to:
        row = await ctx.tx.cards.at_message(ctx.room.id, ctx.replied_to)
        if row and row.thing.startswith("ask_"):
            return number_of(row.thing)
    return None
