"""Speaking for a neighbour in private, and speaking for oneself again."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import places
from bot.domain.people import Person
from bot.domain.rules import RuleError, thing
from bot.i18n import Words, bold
from handlers import home, names
from handlers.acting.shared import MENU, in_private, my_places
from handlers.context import Context, Way
from handlers.doors import DOORS, presses, says

MOST_FOUND = 8


@says("for", "代办", "替人办", english=("act for", "on behalf"))
async def for_somebody(ctx: Context) -> None:
    """Whom I may act for; with a name or a door behind it, that neighbour at once."""
    in_private(ctx)
    if not ctx.text:
        return await ctx.menu("for.1", MENU)
    found = await _found(ctx, ctx.text)
    if not found:
        raise RuleError("acting-nobody-found")
    if len(found) == 1:
        return await ctx.menu(f"who.{found[0]}", MENU)
    return await ctx.menu("found." + "-".join(map(str, found)), MENU)


async def _found(ctx: Context, text: str) -> list[int]:
    """Neighbours this person may act for, by the beginning of their name or by their door."""
    reading = places.read(text, await ctx.places())
    name = reading.rest.strip()
    if not (name or reading.candidates):
        return []
    spots = list(reading.candidates) or await my_places(ctx.tx, ctx.person)
    helped = [one for one in await ctx.tx.acting.helps(ctx.person.id) if await _is(ctx, one, name, reading.candidates)]
    called = [*helped, *await ctx.tx.acting.called(name, spots, MOST_FOUND)]
    return [one for one in dict.fromkeys(called) if await ctx.may_act(ctx.person.id, one)][:MOST_FOUND]


async def _is(ctx: Context, person_id: int, name: str, candidates: Sequence[int]) -> bool:
    """Whether this is somebody whose name begins so and who lives in one of these places, if any were said."""
    if not (await ctx.tx.people.get(person_id)).name.startswith(name):
        return False
    homes = [home.place_id for home in await ctx.tx.residents.homes(person_id)]
    return not candidates or bool((await ctx.places()).inside(homes, candidates))


@presses("acting.whom")
async def from_office(ctx: Context) -> None:
    await ctx.menu("for.1", MENU)


@presses("acting.list")
async def turn_list(ctx: Context) -> None:
    await ctx.menu(f"for.{ctx.number}", MENU)


@presses("acting.who")
async def look_at(ctx: Context) -> None:
    await ctx.menu(f"who.{(await _somebody(ctx)).id}", MENU)


async def _somebody(ctx: Context) -> Person:
    """The neighbour of the button; refuses whoever may not act for them."""
    if not await ctx.tx.people.exists(ctx.number):
        raise RuleError("acting-not-named")
    person = await ctx.tx.people.get(ctx.number)
    if person.retired or not await ctx.may_act(ctx.person.id, person.id):
        raise RuleError("acting-not-named")
    return person


@presses("acting.begin")
async def begin(ctx: Context) -> None:
    """From now on what is said in private is said for this neighbour, until it is ended or an hour is silent."""
    in_private(ctx)
    whom = await _somebody(ctx)
    if whom.id == ctx.person.id:
        raise RuleError("acting-oneself")
    await ctx.speaks_for(whom)
    await ctx.write_down("acting.begun", f"person_{whom.id}")
    name = await names.named(ctx.tx, ctx.house, ctx.t, whom.id)
    await ctx.say(bold(ctx.t("acting-begun", who=name)), ctx.t("acting-begun-how", who=name), keyboard=_keyboard(ctx.t))
    await ctx.redraw(thing(MENU, ctx.person.id))


@presses("acting.need")
async def ask_for(ctx: Context) -> None:
    """One tap for a helper who has not begun to act: from now on for that neighbour, and what do they need?"""
    if ctx.by_id is None or ctx.whom.id != ctx.number:
        await begin(ctx)
    pressed = await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id or 0)
    if pressed is None:  # a question's buttons would be answered for somebody else now
        await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": ctx.message_id})
    ctx.way = Way(DOORS.commands["need"], "command")
    await DOORS.commands["need"](ctx)


def _keyboard(t: Words) -> dict[str, object]:
    rows = [[{"text": t("acting-key-back")}], [{"text": t("key-ask")}, {"text": t("acting-key-theirs")}]]
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


@says("myself", "换回自己", "换回我自己", english=("back to myself", "myself"))
async def end(ctx: Context) -> None:
    in_private(ctx)
    was = await ctx.tx.acting.act_for_oneself(ctx.person.id)
    await home.put_down(ctx, ctx.t("acting-ended" if was else "acting-was-not"))
    await ctx.redraw(thing(MENU, ctx.person.id))


async def over(ctx: Context) -> None:
    """It ended without a tap: an hour was silent, or it was taken back."""
    await home.put_down(ctx, ctx.t("acting-over"))


@presses("acting.end")
async def end_pressed(ctx: Context) -> None:
    await end(ctx)


@says("theirs", "替人办的", english=("theirs",))
async def theirs(ctx: Context) -> None:
    """What is going on for whom somebody acts just now."""
    in_private(ctx)
    if ctx.by_id is None:
        return await ctx.menu("for.1", MENU)
    return await ctx.menu(f"who.{ctx.whom.id}", MENU)
