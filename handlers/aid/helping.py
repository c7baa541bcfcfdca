"""Helping: neighbours take it on, one or several; whoever comes later waits in line and steps in when one cannot."""

from __future__ import annotations

from bot.domain import aid
from bot.domain.aid import Ask, Giver
from bot.domain.rules import RuleError, thing
from bot.domain.text import masked
from bot.i18n import bold, page
from handlers import danger
from handlers.aid import boxes
from handlers.aid.shared import (
    may,
    meant,
    own_part,
    save,
    say_to_giver,
    set_clocks,
    stepped_in,
    tell_asker,
    tell_giver,
    the_ask,
    the_giver,
    waits,
)
from handlers.aid.waves import widen
from handlers.context import CARD, REPLY, Context, Saying, later, spoken_text
from handlers.doors import opens, presses, says


@opens("ask")
async def look_closer(ctx: Context) -> None:
    """From the group's card into the private chat."""
    await open_from_list(ctx)


@presses("ask.open")
async def open_from_list(ctx: Context) -> None:
    """From a list to its card, at the bottom of the chat."""
    ask = await the_ask(ctx)
    if not ctx.room.is_private:  # what is meant for one pair of eyes never comes into a group
        raise RuleError("button-is-old")
    view = "asker" if ask.side & {ctx.person.id, ctx.whom.id} else "neighbour"
    await ctx.show(thing("ask", ask.id), view, ctx.room, aloud=True)


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: what they wait for is shown, and whoever waits for them sees so."""
    for ask in await ctx.tx.asks.mine(ctx.person.id):
        if ask.state != "draft":
            view = "asker" if ctx.person.id in ask.side else "neighbour"
            await ctx.redraw(thing("ask", ask.id))
            await ctx.show(thing("ask", ask.id), view, await ctx.private_room(ctx.person), aloud=True)


@presses("ask.take")
async def take(ctx: Context) -> None:
    """`ask_take_12`, or `ask_take_12_3` for three of it."""
    value = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    amount = int(value) if value.isdecimal() and len(value) < 3 and int(value) else None
    await _take(ctx, await the_ask(ctx), amount)


@says("have", "我有", "我来", english=("i have it", "i have", "have"), on_card=True)
async def take_by_word(ctx: Context) -> None:
    if ctx.text and ctx.message and await danger.heard(ctx, spoken_text(ctx.message)):  # 我有心脏病，喘不上气
        return
    await _take(
        ctx, await meant(ctx, [ask for ask in await _waiting(ctx) if not ask.side & {ctx.person.id, ctx.whom.id}])
    )


async def _take(ctx: Context, ask: Ask, amount: int | None = None) -> None:
    await may(ctx, "ask.take", ask)
    taken = ask.take(ctx.whom.id, at=ctx.now, by=ctx.by_id, amount=amount)
    if taken == ask:
        return _thank(ctx, ask)
    await _not_again(ctx, ask)
    if await ctx.tx.asks.count_taken(ctx.whom.id, later(ctx.now, days=-1)) >= aid.MOST_TAKEN_A_DAY:
        raise RuleError("ask-enough-taken", most=aid.MOST_TAKEN_A_DAY)
    was_asked = await ctx.tx.askings.answers(ask.id, ctx.whom.id, "yes")
    await (_waits_in_line if taken.giver(ctx.whom.id) in taken.line else _has_it)(ctx, ask, taken)
    box = ctx.room.is_private and boxes.waits_for_check(taken, taken.giver(ctx.whom.id))
    if ctx.person.reachable:
        room, name = await ctx.private_room(ctx.person), thing("ask", ask.id)
        if was_asked and ctx.by_id is None:
            await ctx.show(name, "asked", room)
        await ctx.show(name, "neighbour", room, rank=REPLY if box else CARD, aloud=True)
    if box:  # the question comes last, under the thumb
        await boxes.begin(ctx, taken)
    return _thank(ctx, taken)


async def _not_again(ctx: Context, ask: Ask) -> None:
    """Who asks is not rung up by the same neighbour over and over: nor by one whom they did not want."""
    gone = [entry for entry in await ctx.tx.journal.of(thing("ask", ask.id)) if entry.verb == "ask.let-go"]
    mine = [entry for entry in gone if entry.counted("giver") == ctx.whom.id]
    if any(entry.person_id in ask.side and not entry.counted("agreed") for entry in mine):
        raise RuleError("ask-another-wanted")
    if len(mine) >= aid.MOST_LEFT:
        raise RuleError("ask-left-often")


async def _has_it(ctx: Context, ask: Ask, taken: Ask) -> None:
    await save(ctx, ask, taken, "ask.taken")
    await set_clocks(ctx, taken)
    await tell_asker(ctx, taken, "ask.taken")


async def _waits_in_line(ctx: Context, ask: Ask, taken: Ask) -> None:
    """Nobody else's card changes: two hundred who tap at once are not two hundred edits in the group."""
    await ctx.tx.asks.save(taken)
    await ctx.write_down("ask.in-line", thing("ask", ask.id), ask.place_id)


def _thank(ctx: Context, ask: Ask) -> None:
    """Thanks for a tap; whoever never pressed Start is led to the private chat instead."""
    part = own_part(ctx, ask)
    if not ctx.person.reachable:
        ctx.opens("ask", ask.id)
    elif part and part.state == "next":
        ctx.answer(ctx.t("ask-in-line-thanks"), alert=True)
    else:
        ctx.answer(ctx.t("ask-thanks"))


@presses("ask.let-go")
async def let_go(ctx: Context) -> None:
    """The giver cannot after all, or the asker asks for another one: whoever is next steps in."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.let-go", ask)
    part = own_part(ctx, ask)
    giver = part if part and not ask.side & part.side else await the_giver(ctx, ask)
    again = ask.let_go(giver.person_id, at=ctx.now)
    await part_from(ctx, ask, again, giver)
    on = "ask-next-steps-in" if stepped_in(ask, again) else "ask-open-again"
    ctx.answer(ctx.t("ask-let-go-thanks" if part is giver else on))


async def part_from(ctx: Context, ask: Ask, again: Ask, giver: Giver) -> None:
    """One neighbour gives it no more; who waits for it learns so, and whoever steps in, too."""
    if again == ask:
        return
    await save(ctx, ask, again, None)
    agreed = int(giver.agreed_at is not None)
    await ctx.write_down("ask.let-go", thing("ask", ask.id), ask.place_id, giver=giver.person_id, agreed=agreed)
    await set_clocks(ctx, again)
    await widen(ctx, again)
    if giver.state == "giving":
        await _say_it_was_let_go(ctx, ask, again, giver)
        for one in stepped_in(ask, again):
            await tell_giver(ctx, again, one, "ask.your-turn")


async def _say_it_was_let_go(ctx: Context, before: Ask, after: Ask, giver: Giver) -> None:
    """In a sentence of its own: the card alone would only show that nobody has it."""
    name, what, who = thing("ask", before.id), before.thing, ctx.whom.name
    if not {ctx.person.id, ctx.whom.id} & giver.side:
        if giver.agreed_at is None:
            who = ""
        told = Saying(lambda t: page([t("ask-yours-open", who=masked(who) or t("a-neighbour")), bold(what)]), name)
        return await say_to_giver(ctx, giver, "ask.let-go", told)
    if stepped_in(before, after):
        await tell_asker(ctx, after, "ask.taken")
        return None
    news = Saying(lambda t: page([t("ask-let-go-told", who=masked(who) or t("a-neighbour")), bold(what)]), name)
    await ctx.tell_both(before.person_id, before.by_id, "ask.let-go", news, awaited=waits(ctx, before))
    return None


async def _waiting(ctx: Context) -> list[Ask]:
    rooms = [ctx.room] if not ctx.room.is_private else await ctx.tx.rooms.open_to(ctx.whom.id)
    return [ask for room in rooms for ask in await ctx.tx.asks.open_in(room.id)]
