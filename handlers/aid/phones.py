"""Phones: each may show their own number to the other, by their own tap, once both agreed; it is gone when it ends."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask, Giver
from bot.domain.aid.phones import phone_in
from bot.domain.rules import RuleError, thing, whole_number
from bot.i18n import bold
from handlers import danger, questions
from handlers.aid.shared import agreed_with, may, of_today, own_part, save, the_ask
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context, Showing
from handlers.doors import answers, presses


def key(look: Look, ask: Ask, giver: Giver, voice_id: int | None, shown: str) -> list[Button]:
    """On the card of who speaks for a side: show it, or take it back."""
    if look.room.person_id != voice_id:
        return []
    door = "ask.phone-back" if shown else "ask.phone"
    return [button(look.t("ask-phone-back" if shown else "ask-phone"), door, ask.id, giver.person_id)]


@presses("ask.phone")
async def phone(ctx: Context) -> None:
    """`ask_phone_12_57`, 57 being the giver: which number? The answer is shown to the other one alone."""
    ask, giver, _ = await _meant(ctx)
    how = ctx.t("ask-phone-how")
    await questions.ask(ctx, "ask.number", f"{ask.id}.{giver.person_id}", ctx.t("ask-phone-what"), how)


@answers("ask.number")
async def numbered(ctx: Context) -> None:
    """Typed, or their own card; whatever else it is, nothing is shown."""
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
    pair = ctx.way.values[0]
    ctx.way.values = tuple(pair.split("."))
    ask, giver, by_giver = await _meant(ctx)
    number = phone_in(_said(ctx))
    if number is None:
        return await questions.ask(ctx, "ask.number", pair, ctx.t("ask-phone-unclear"), ctx.t("ask-phone-how"))
    await _keeps(ctx, ask, giver, by_giver, number)
    name, view = thing("plea", ask.id), f"phone.{giver.person_id}"
    others = (ask.person_id, ask.by_id) if by_giver else (giver.person_id, giver.by_id)
    told = await ctx.tell_both(*others, "ask.phone-shown", Showing(name, view))
    return await ctx.say(ctx.t("ask-phone-shown" if told else "ask-phone-unheard"))


def _said(ctx: Context) -> str:
    """The words, or the number of their own card; somebody else's is none."""
    message = ctx.incoming.message
    contact = message.contact if message else None
    if contact is None:
        return ctx.text
    user = ctx.incoming.effective_user
    if user is None or contact.user_id != user.id:
        raise RuleError("ask-phone-not-yours")
    return contact.phone_number


@presses("ask.phone-back")
async def back(ctx: Context) -> None:
    """Taken back: the card that showed it shows it no more."""
    ask, giver, by_giver = await _meant(ctx)
    await _keeps(ctx, ask, giver, by_giver, "")
    ctx.answer(ctx.t("ask-phone-gone"))


async def _keeps(ctx: Context, ask: Ask, giver: Giver, by_giver: bool, number: str) -> None:
    def changed(one: Giver) -> Giver:
        return replace(one, phone=number) if by_giver else replace(one, asker_phone=number)

    await save(ctx, ask, ask.shows(giver.person_id, changed), "ask.phone-shown" if number else "ask.phone-back")


async def _meant(ctx: Context) -> tuple[Ask, Giver, bool]:
    """The plea and the giver once both agreed, and whether it is the giver who shows. Each shows their own."""
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    ask = await the_ask(ctx)
    await may(ctx, "ask.show-account", ask)
    giver, part = await agreed_with(ctx, ask), own_part(ctx, ask)
    by_giver = part is not None and part.person_id == giver.person_id
    if ctx.person.id != (giver.voice_id if by_giver else ask.voice_id):
        raise RuleError("ask-not-your-account")
    if giver.state != "giving":
        raise RuleError("ask-giver-changed")
    return ask, giver, by_giver


async def draw(look: Look, ask: Ask, view: str) -> Card:
    """To the other one: the number, as long as it is shown and the plea goes on."""
    ask = await of_today(look.read, ask)
    t, giver = look.t, ask.giver(whole_number(view.partition(".")[2]))
    number = "" if giver is None or ask.is_over else _for_reader(look.room.person_id, ask, giver)
    if not number:
        return card([t("ask-phone-was"), ask.thing])
    return card([t("ask-phone-is"), number, bold(ask.thing)])


def _for_reader(reader: int | None, ask: Ask, giver: Giver) -> str:
    if reader in ask.side:
        return giver.phone
    return giver.asker_phone if reader in giver.side else ""
