"""Agreeing: both say yes, then each shows the other what they like, by their own tap."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask, Giver
from bot.domain.rules import RuleError, thing
from bot.i18n import page
from handlers.aid import boxes, illness
from handlers.aid.askercards import contact
from handlers.aid.shared import (
    agreed_with,
    may,
    own_part,
    save,
    say_to_giver,
    set_clocks,
    tell_giver,
    the_ask,
    the_giver,
)
from handlers.context import Context, Saying
from handlers.doors import presses


@presses("ask.agree")
async def agree(ctx: Context) -> None:
    """The asker says yes to a neighbour: `ask_agree_12_57`."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.agree", ask)
    giver = await the_giver(ctx, ask)
    if boxes.waits_for_check(ask, giver):
        raise RuleError("ask-not-checked")
    agreed = ask.agree(giver.person_id, at=ctx.now)
    await save(ctx, ask, agreed, "ask.agreed")
    if agreed != ask:
        await set_clocks(ctx, agreed)
        await tell_giver(ctx, agreed, giver, "ask.agreed")
    ctx.answer(ctx.t("ask-agreed"))


@presses("ask.with")
async def with_one(ctx: Context) -> None:
    """One of several neighbours who have it, on a card of their own."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.tell-note", ask)
    giver = await the_giver(ctx, ask)
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.show(thing("ask", ask.id), f"with.{giver.person_id}", ctx.room, aloud=True)


@presses("ask.tell-note")
async def tell_note(ctx: Context) -> None:
    """The asker lets a neighbour read the rest of the words."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.tell-note", ask)
    giver = await agreed_with(ctx, ask)
    if await illness.told(ctx, ask, giver):
        ctx.answer(ctx.t("ask-told"))


@presses("ask.show-account")
async def show_account(ctx: Context) -> None:
    """Each shows their own account to the other, by their own tap: `ask_show-account_12_57`, 57 being the giver."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.show-account", ask)
    giver = await agreed_with(ctx, ask)
    part = own_part(ctx, ask)
    by_giver = part is not None and part.person_id == giver.person_id
    if ctx.person.id != (giver.voice_id if by_giver else ask.voice_id):
        raise RuleError("ask-not-your-account")
    await (_giver_shows if by_giver else _asker_shows)(ctx, ask, giver)
    ctx.answer(ctx.t("ask-account-shown"))


async def _giver_shows(ctx: Context, ask: Ask, giver: Giver) -> None:
    if not giver.shown:
        shown = ask.shows(giver.person_id, lambda one: replace(one, shown=True))
        await save(ctx, ask, shown, "ask.account-shown")
        await ctx.tell_both(ask.person_id, ask.by_id, "ask.account-shown", _my_account(ctx, ask))


async def _asker_shows(ctx: Context, ask: Ask, giver: Giver) -> None:
    if not giver.asker_shown:
        shown = ask.shows(giver.person_id, lambda one: replace(one, asker_shown=True))
        await save(ctx, ask, shown, "ask.account-shown")
        await say_to_giver(ctx, giver, "ask.account-shown", _my_account(ctx, ask))


def _my_account(ctx: Context, ask: Ask) -> Saying:
    return Saying(lambda t: page(contact(t, ctx.person)), thing("ask", ask.id))
