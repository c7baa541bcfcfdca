"""Helping: one neighbour takes it, both are told, the asker says how it ended."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import aid
from bot.domain.aid import Ask
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import masked
from bot.i18n import bold, page, quote
from handlers import talking
from handlers.aid.cards import contact
from handlers.aid.shared import may, meant, save, set_clocks, tell_asker, tell_taker, the_ask, waits
from handlers.context import Context, Saying, Showing, Turn, later
from handlers.doors import opens, presses, rings, says


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
    await _take(ctx, await the_ask(ctx))


@says("have", "我有", "我来", english=("i have it", "i have", "have"), on_card=True)
async def take_by_word(ctx: Context) -> None:
    await _take(
        ctx, await meant(ctx, [ask for ask in await _waiting(ctx) if not ask.side & {ctx.person.id, ctx.whom.id}])
    )


async def _take(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.take", ask)
    taken, name = ask.take(ctx.whom.id, at=ctx.now, by=ctx.by_id), thing("ask", ask.id)
    if taken == ask:
        return _thank(ctx, ask)
    await save(ctx, ask, taken, "ask.taken")
    await set_clocks(ctx, taken)
    if ctx.person.reachable:
        await ctx.show(name, "neighbour", await ctx.private_room(ctx.person), aloud=True)
    await tell_asker(ctx, taken, "ask.taken")
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


@says("done", "解决了", "拿到了", english=("solved", "done"), on_card=True)
async def done_by_word(ctx: Context) -> None:
    await _done(ctx, await meant(ctx, await _asked_by_me(ctx)))


async def _done(ctx: Context, ask: Ask) -> None:
    await may(ctx, "ask.done", ask)
    await _end(ctx, ask, ask.done(at=ctx.now), "ask.done")
    ctx.answer(ctx.t("ask-done-thanks"))


@presses("ask.withdraw")
async def withdraw(ctx: Context) -> None:
    await _withdraw(ctx, await the_ask(ctx))


@says("withdraw", "不用了", "撤回", english=("not needed", "withdraw", "never mind"), on_card=True)
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
    await _tell_the_other_side(ctx, ended, verb)


async def _tell_the_other_side(ctx: Context, ask: Ask, verb: str) -> None:
    """Everybody who has to do with it but the one who said so."""
    for person_id, view in _everybody(ask):
        if person_id != ctx.person.id:
            awaited = view == "asker" and waits(ctx, ask)
            await ctx.tell(person_id, verb, Showing(thing("ask", ask.id), view), awaited=awaited)


def _everybody(ask: Ask) -> list[tuple[int, str]]:
    asking, taking = ask.side, {ask.taker_id, ask.taker_by_id} - {None} - ask.side
    return [*((one, "asker") for one in sorted(asking)), *((one, "neighbour") for one in sorted(filter(None, taking)))]


@presses("ask.let-go")
async def let_go(ctx: Context) -> None:
    """It did not work out; the other one is told, and the group is asked again."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.let-go", ask)
    again = ask.let_go(at=ctx.now)
    await save(ctx, ask, again, "ask.let-go")
    await set_clocks(ctx, again)
    await _say_it_was_let_go(ctx, ask)
    ctx.answer(ctx.t("ask-let-go-thanks" if _is_taker(ctx, ask) else "ask-open-again"))
    return None


async def _say_it_was_let_go(ctx: Context, ask: Ask) -> None:
    """In a sentence of its own: the card alone would only show that nobody has it."""
    name, by_taker = thing("ask", ask.id), _is_taker(ctx, ask)
    others = (ask.person_id, ask.by_id) if by_taker else (ask.taker_id, ask.taker_by_id)
    key, who, what = "ask-let-go-told" if by_taker else "ask-yours-open", ctx.whom.name, ask.thing
    news = Saying(lambda t: page([t(key, who=masked(who) or t("a-neighbour")), bold(what)]), name)
    await ctx.tell_both(*others, "ask.let-go", news, awaited=by_taker and waits(ctx, ask))


def _is_taker(ctx: Context, ask: Ask) -> bool:
    return bool({ctx.person.id, ctx.whom.id} & {ask.taker_id, ask.taker_by_id})


@presses("ask.reopen")
async def reopen(ctx: Context) -> None:
    """Half a day more; or an ending taken back."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.reopen", ask)
    if ask.is_over and not ask.can_be_reopened(ctx.now):
        raise RuleError("ask-too-late-to-reopen")
    if not ask.is_over and ask.asked_at is None:  # a second tap
        return ctx.answer(ctx.t("ask-open-again"))
    again = ask.reopen(until=later(ctx.now, seconds=aid.HALF_A_DAY))
    await save(ctx, ask, again, "ask.reopened")
    await set_clocks(ctx, again)
    if again.taker_id:
        await tell_taker(ctx, again, "ask.reopened")
    ctx.answer(ctx.t("ask-still-counts" if ask.is_over else "ask-open-again"))
    return None


@presses("ask.take-over")
async def take_over(ctx: Context) -> None:
    """Whoever it is for speaks for themselves from now on; who asked for them learns so."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.take-over", ask)
    if ask.by_id is None:  # a second tap
        return ctx.answer(ctx.t("ask-taken-over"))
    if ctx.person.id != ask.person_id:
        raise RuleError("ask-not-yours")
    await save(ctx, ask, ask.taken_over(), "ask.taken-over")
    what, who = ask.thing, ctx.person.name
    news = Saying(lambda t: page([t("ask-taken-over-told", who=masked(who) or t("a-neighbour")), bold(what)]))
    await ctx.tell(ask.by_id, "ask.taken-over", news)
    ctx.answer(ctx.t("ask-taken-over"))
    return None


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """Somebody's helper is their helper no more: what the helper opened or took for them is theirs alone."""
    for ask in await ctx.tx.asks.on_behalf(person_id, helper_id):
        await ctx.tx.asks.save(ask.without(helper_id))
        await ctx.redraw(thing("ask", ask.id))


@presses("ask.tell-note")
async def tell_note(ctx: Context) -> None:
    """The asker lets the neighbour read the rest of the words."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.tell-note", ask)
    if not _meant_for(ctx, ask):
        return ctx.answer(ctx.t("ask-taker-changed"), alert=True)
    if not ask.note_told:
        told = replace(ask, note_told=True)
        await save(ctx, ask, told, "ask.note-told")
        news = Saying(lambda t: page([t("ask-yours-note"), quote(ask.note)]), thing("ask", ask.id))
        await ctx.tell_both(ask.taker_id, ask.taker_by_id, "ask.note-told", news)
    ctx.answer(ctx.t("ask-told"))


@presses("ask.show-account")
async def show_account(ctx: Context) -> None:
    """Each shows their own account to the other, by their own tap."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.show-account", ask)
    if not _meant_for(ctx, ask):
        return ctx.answer(ctx.t("ask-taker-changed"), alert=True)
    mine = "taker_shown" if _is_taker(ctx, ask) else "asker_shown"
    if ctx.person.id != (ask.taker_voice_id if mine == "taker_shown" else ask.voice_id):
        raise RuleError("ask-not-your-account")
    if not getattr(ask, mine):
        shown = replace(ask, asker_shown=True) if mine == "asker_shown" else replace(ask, taker_shown=True)
        await save(ctx, ask, shown, "ask.account-shown")
        others = (ask.taker_id, ask.taker_by_id) if mine == "asker_shown" else (ask.person_id, ask.by_id)
        news = Saying(lambda t: page(contact(t, ctx.person)), thing("ask", ask.id))
        await ctx.tell_both(*others, "ask.account-shown", news)
    ctx.answer(ctx.t("ask-account-shown"))


def _meant_for(ctx: Context, ask: Ask) -> bool:
    """Whether the neighbour whom the button was drawn for still has it; another one has taken it on since."""
    return ctx.way.values[1:] == (str(ask.taker_id),)


@rings("ask.question")
async def question(turn: Turn) -> None:
    """A while before the end, or when it should long be done: is it still needed?"""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.is_over or ask.state == "draft":
        return
    asked = ask.questioned(at=turn.now)
    await turn.tx.asks.save(asked)
    if not await tell_asker(turn, asked, "ask.question"):
        await turn.redraw(turn.thing)  # then the group's card asks


@rings("ask.end")
async def end(turn: Turn) -> None:
    """Nobody said anything: it ends, and the card says so."""
    ask = await turn.tx.asks.get(number_of(turn.thing))
    if ask is None or ask.is_over or ask.state == "draft":
        return
    if not ask.was_asked(turn.now):  # we were away: the question comes first
        return await _ask_first(turn, ask)
    ended = ask.expire(at=turn.now)
    await turn.tx.asks.save(ended)
    await talking.look_again(turn, turn.thing)
    await turn.tx.journal.write(turn.now, None, "ask.expired", turn.thing, ask.place_id)
    await turn.redraw(turn.thing)
    await turn.redraw_board(room_id=ended.room_id)
    await tell_asker(turn, ended, "ask.expired")
    await tell_taker(turn, ended, "ask.expired")


async def _ask_first(turn: Turn, ask: Ask) -> None:
    longer = ask.until_then(max(ask.until, later(turn.now, seconds=aid.GRACE)))
    await turn.tx.asks.save(longer if longer.asked_at else longer.questioned(at=turn.now))
    await turn.redraw(turn.thing)
    await turn.alarm("ask.end", turn.thing, later(turn.now, seconds=aid.GRACE))
    if ask.asked_at is None:
        await tell_asker(turn, longer, "ask.question")


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """One of the two cannot be reached, or the group cannot be written to: the others learn so."""
    ask = await turn.tx.asks.get(number_of(name))
    if ask and view == "group" and not ask.is_over:
        news = Saying(lambda t: page([t("ask-not-shown"), bold(ask.thing)]), name)
        await turn.tell_both(ask.person_id, ask.by_id, "ask.not-shown", news)
    elif ask:
        await turn.redraw(name)


async def _waiting(ctx: Context) -> list[Ask]:
    rooms = [ctx.room] if not ctx.room.is_private else await ctx.tx.rooms.open_to(ctx.whom.id)
    return [ask for room in rooms for ask in await ctx.tx.asks.open_in(room.id)]


async def _asked_by_me(ctx: Context) -> list[Ask]:
    return [ask for ask in await ctx.tx.asks.mine(ctx.whom.id) if ctx.whom.id in ask.side]
