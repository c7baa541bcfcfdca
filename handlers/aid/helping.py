"""Helping: one neighbour takes it, both are told, the asker says how it ended."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.rules import RuleError, number_of, thing
from handlers.aid.shared import may, meant, save, set_clocks, tell, the_ask
from handlers.context import Context, Turn, later
from handlers.doors import opens, presses, rings, says


@opens("ask")
async def look_closer(ctx: Context) -> None:
    """From the group's card into the private chat."""
    ask = await ctx.tx.asks.get(ctx.number)
    if ask and ctx.is_proved and ask.room_id:
        await ctx.tx.rooms.joins(ask.room_id, ctx.person.id)
    ask = await the_ask(ctx)
    view = "asker" if ask.person_id == ctx.person.id else "neighbour"
    await ctx.show(thing("ask", ask.id), view, ctx.room, aloud=True)
    await ctx.redraw(thing("ask", ask.id))  # whoever waits sees that this neighbour can be reached now


@presses("ask.open")
async def open_from_list(ctx: Context) -> None:
    """From a list to its card, at the bottom of the chat."""
    ask = await the_ask(ctx)
    view = "asker" if ask.person_id == ctx.person.id else "neighbour"
    await ctx.show(thing("ask", ask.id), view, ctx.room, aloud=True)


@presses("ask.take")
async def take(ctx: Context) -> None:
    await _take(ctx, await the_ask(ctx))


@says("have", "我有", "我来", on_card=True)
async def take_by_word(ctx: Context) -> None:
    await _take(ctx, await meant(ctx, [ask for ask in await _waiting(ctx) if ask.person_id != ctx.person.id]))


async def _take(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.take", ask)
    taken, name = ask.take(ctx.person.id, at=ctx.now), thing("ask", ask.id)
    if taken == ask:
        return _thank(ctx, ask)
    await save(ctx, ask, taken, "ask.taken")
    await set_clocks(ctx, taken)
    if ctx.person.reachable:
        await ctx.show(name, "neighbour", await ctx.private_room(ctx.person), aloud=True)
    await tell(ctx, taken, taken.person_id, "ask.taken")
    return _thank(ctx, taken)


def _thank(ctx: Context, ask: Ask) -> None:
    """Thanks for a tap; whoever never pressed Start is led to the private chat instead."""
    if ctx.person.reachable:
        ctx.answer(ctx.t("ask-thanks"))
    else:
        ctx.opens("ask", ask.id)


@presses("ask.done")
async def done(ctx: Context) -> None:
    await _done(ctx, await the_ask(ctx))


@says("done", "解决了", "拿到了", on_card=True)
async def done_by_word(ctx: Context) -> None:
    await _done(ctx, await meant(ctx, await _asked_by_me(ctx)))


async def _done(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.done", ask)
    await _end(ctx, ask, ask.done(at=ctx.now), "ask.done")
    ctx.answer(ctx.t("ask-done-thanks"))


@presses("ask.withdraw")
async def withdraw(ctx: Context) -> None:
    await _withdraw(ctx, await the_ask(ctx))


@says("withdraw", "不用了", "撤回", on_card=True)
async def withdraw_by_word(ctx: Context) -> None:
    await _withdraw(ctx, await meant(ctx, await _asked_by_me(ctx)))


async def _withdraw(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.withdraw", ask)
    if ask.state == "draft":
        await ctx.no_alarm("ask.tidy", thing=thing("ask", ask.id))
        await ctx.tx.asks.delete_draft(ask.id)
        await ctx.redraw(thing("ask", ask.id))
        return ctx.answer(ctx.t("ask-draft-gone"))
    await _end(ctx, ask, ask.withdraw(at=ctx.now), "ask.withdrawn")
    return ctx.answer(ctx.t("ask-withdrawn-answer"))


async def _end(ctx: Context, ask: Ask, ended: Ask, verb: str) -> None:
    if ended == ask:
        return
    await save(ctx, ask, ended, verb)
    await set_clocks(ctx, ended)
    for other in {ask.person_id, ask.taker_id} - {ctx.person.id, None}:
        await tell(ctx, ended, other, verb)


@presses("ask.let-go")
async def let_go(ctx: Context) -> None:
    """It did not work out; the other one is told, and the group is asked again."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.let-go", ask)
    again = ask.let_go(at=ctx.now)
    await save(ctx, ask, again, "ask.let-go")
    await set_clocks(ctx, again)
    for other in {ask.person_id, ask.taker_id} - {ctx.person.id, None}:
        await tell(ctx, again, other, "ask.let-go")
    ctx.answer(ctx.t("ask-open-again"))
    return None


@presses("ask.reopen")
async def reopen(ctx: Context) -> None:
    """Half a day more; or an ending taken back."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.reopen", ask)
    if ask.is_over and not ask.can_be_reopened(ctx.now):
        raise RuleError("ask-too-late-to-reopen")
    if not ask.is_over and ask.asked_at is None:  # a second tap
        return None
    again = ask.reopen(until=later(ctx.now, seconds=aid.HALF_A_DAY))
    await save(ctx, ask, again, "ask.reopened")
    await set_clocks(ctx, again)
    if again.taker_id:
        await tell(ctx, again, again.taker_id, "ask.reopened")
    ctx.answer(ctx.t("ask-open-again"))
    return None


@presses("ask.tell-note")
async def tell_note(ctx: Context) -> None:
    """The asker lets the neighbour read the rest of the words."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.tell-note", ask)
    if not ask.note_told:
        told = replace(ask, note_told=True)
        await save(ctx, ask, told, "ask.note-told")
        await tell(ctx, told, ask.taker_id, "ask.note-told")
    ctx.answer(ctx.t("ask-told"))


@presses("ask.show-account")
async def show_account(ctx: Context) -> None:
    """Each shows their own account to the other, by their own tap."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.show-account", ask)
    mine = "asker_shown" if ask.person_id == ctx.person.id else "taker_shown"
    if not getattr(ask, mine):
        shown = replace(ask, asker_shown=True) if mine == "asker_shown" else replace(ask, taker_shown=True)
        await save(ctx, ask, shown, "ask.account-shown")
        other = ask.taker_id if mine == "asker_shown" else ask.person_id
        await tell(ctx, shown, other, "ask.account-shown")
    ctx.answer(ctx.t("ask-account-shown"))


@rings("ask.question")
async def question(turn: Turn) -> None:
    """A while before the end, or when it should long be done: is it still needed?"""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.is_over or ask.state == "draft":
        return
    asked = ask.questioned(at=turn.now)
    await turn.tx.asks.save(asked)
    await tell(turn, asked, asked.person_id, "ask.question")


@rings("ask.end")
async def end(turn: Turn) -> None:
    """Nobody said anything: it ends, and the card says so."""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.is_over or ask.state == "draft":
        return
    ended = ask.expire(at=turn.now)
    await turn.tx.asks.save(ended)
    await turn.tx.journal.write(turn.now, None, "ask.expired", turn.thing, ask.place_id)
    await turn.redraw(turn.thing)
    for person_id in {ask.person_id, ask.taker_id} - {None}:
        await tell(turn, ended, person_id, "ask.expired")


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """One of the two cannot be reached: the other cards say so."""
    await turn.redraw(name)


async def _waiting(ctx: Context) -> list[Ask]:
    rooms = [ctx.room] if not ctx.room.is_private else await ctx.tx.rooms.groups_of(ctx.person.id)
    return [ask for room in rooms for ask in await ctx.tx.asks.open_in(room.id)]


async def _asked_by_me(ctx: Context) -> list[Ask]:
    return [ask for ask in await ctx.tx.asks.mine(ctx.person.id) if ask.person_id == ctx.person.id]
