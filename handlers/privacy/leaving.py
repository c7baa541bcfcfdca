"""Forget me: asked once with what will happen, then everything at once; the last sentence leaves before the room does.

The room's row stays, as nobody's, until the goodbye was sent or can not be: so it survives a dead machine in between,
and whoever presses Start meanwhile is somebody new in the same chat.
"""

from __future__ import annotations

from typing import Any

from bot.domain.people import Person
from bot.domain.privacy import check_leaving
from bot.domain.rules import RuleError, thing
from bot.domain.text import masked
from bot.i18n import bold, escape, page
from handlers import names
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Saying, Turn, html
from handlers.context.neighbourhood import Neighbourhood
from handlers.doors import always, presses, says
from storage.notes import Note
from storage.traces import Trace

GOODBYE = "privacy.goodbye"


@says("forget", "忘掉我", english=("forget me", "forget"), on_card=True)
@always
async def forget(ctx: Context) -> None:
    if not ctx.room.is_private:
        url = ctx.house.link(ctx.house.signed("privacy", 0))
        keyboard = {"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]}
        return await ctx.say(ctx.t("forget-in-group"), keyboard=keyboard)
    if ctx.by_id is not None:
        await _check_noted(ctx)
        return await ctx.menu(f"forget.{ctx.whom.id}", kind="privacy")
    return await ctx.menu("forget", kind="privacy")


async def _check_noted(ctx: Context) -> None:
    """Whoever has Telegram decides for themselves; for the others it is a head's or the steward's to do."""
    if ctx.whom.telegram_id is not None:
        raise RuleError("privacy-not-for-others")
    await ctx.may("person.forget", state="noted", place_id=await ctx.tx.residents.home(ctx.whom.id))


@presses("forget.for")
async def forget_for(ctx: Context) -> None:
    """A neighbour without Telegram, whom somebody speaks for just now."""
    if not ctx.room.is_private or ctx.by_id is None or ctx.number != ctx.whom.id:
        raise RuleError("button-is-old")
    await _check_noted(ctx)
    await _forget(ctx, ctx.whom)
    await ctx.menu("home", kind="privacy")
    ctx.answer(ctx.t("forget-done"))


@presses("forget.yes")
@always
async def forget_now(ctx: Context) -> None:
    """The button carries whose it is: one that was drawn for somebody forgotten does nothing to who comes after."""
    if not ctx.room.is_private or ctx.way.values != (str(ctx.person.id),):
        raise RuleError("button-is-old")
    if ctx.by_id is not None:
        raise RuleError("privacy-not-for-others")
    check_leaving(ctx.person.id, await ctx.tx.privacy.stewards_beside(ctx.person.id))
    await _forget(ctx, ctx.person)
    last = html(page([ctx.t("forget-goodbye"), ctx.t("forget-goodbye-again")]))
    await ctx.promise(ctx.room, GOODBYE, "sendMessage", last | {"reply_markup": {"remove_keyboard": True}})
    ctx.arrived = False
    ctx.answer(ctx.t("forget-done"))


async def _forget(ctx: Context, person: Person) -> None:
    traces, known_as = every_trace(ctx.house), await _names(ctx, person)
    await ctx.tx.privacy.forget_promises(person.id, traces)
    for feature in ctx.house.features:
        if feature.forgets:
            await feature.forgets(ctx, person)
    await _tell_who_relies_on_them(ctx, person)
    await ctx.write_down("person.forgotten", thing("person", person.id))
    await ctx.tx.privacy.forget(person.id, traces, known_as)


def every_trace(house: Neighbourhood) -> list[Trace]:
    return [trace for feature in house.features for trace in feature.traces]


async def _names(ctx: Context, person: Person) -> list[str]:
    """How this person is called in what waits to be said to others."""
    shown = names.shown_name(person.name, await ctx.places())
    every = {person.name, masked(person.name), shown, f"@{person.username}" if person.username else ""}
    return sorted(
        {one for name in every for one in (name, str(escape(name))) if name.strip("… ")}, key=len, reverse=True
    )


async def _tell_who_relies_on_them(ctx: Context, person: Person) -> None:
    """Whoever gave them an office, or else the stewards, and those whom they helped."""
    for office in await ctx.tx.offices.of(person.id):
        place = await names.of_place(ctx.tx, ctx.house, office.place_id)
        stewards = await ctx.tx.offices.holders("steward")
        for one in {office.granted_by} - {None, person.id} or set(stewards) - {person.id}:
            if one is not None:
                await ctx.tell(one, "office.ended", _vacant(place))
    for helped in await ctx.tx.acting.helps(person.id):
        await ctx.tell(helped, "helper.left", Saying(lambda t: page([t("forget-helper")])))


def _vacant(place: str) -> Saying:
    return Saying(lambda t: page([t("forget-office", place=place)]))


async def gone(turn: Turn, note: Note, result: Any) -> None:
    """The goodbye arrived, or never will: now the chat's number goes as well."""
    await turn.tx.privacy.room_is_left(note.room_id)


async def draw(look: Look, person: Person) -> Card:
    """Exactly what will happen."""
    t, stay = look.t, button(look.t("forget-not-now"), "privacy.see", "home")
    try:
        check_leaving(person.id, await look.read.privacy.stewards_beside(person.id))
    except RuleError as error:
        return card([t(error.code)], [stay])
    yes = button(t("forget-yes"), "forget.yes", person.id)
    return card([bold(t("forget-title")), "", *await _what(look, person)], [yes, stay])


async def draw_for(look: Look, number: int) -> Card:
    """The same for a neighbour without Telegram, by name."""
    t, person = look.t, await look.read.people.get(number)
    who = await names.who(look.read, look.house, t, number)
    yes, stay = button(t("forget-yes-for"), "forget.for", number), button(t("forget-not-now"), "privacy.see", "home")
    return card([bold(t("forget-title-for", who=who)), "", *await _what(look, person)], [yes, stay])


async def _what(look: Look, person: Person) -> list[str]:
    every = [await feature.mine(look, person) for feature in look.house.features if feature.mine]
    offices = len(await look.read.offices.of(person.id))
    return look.t("forget-what", open=sum(map(len, every)), offices=offices).splitlines()
