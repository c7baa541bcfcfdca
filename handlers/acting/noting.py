"""A neighbour without a telephone is written down: name, door, and their consent."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import acting, places
from bot.domain.rules import RuleError
from handlers import consent, questions, where
from handlers.acting.shared import MENU, in_private, my_places
from handlers.context import Context, later
from handlers.doors import answers, presses


@presses("acting.note")
async def note(ctx: Context) -> None:
    """Name, then door, then their consent."""
    in_private(ctx)
    await _spots(ctx)
    await _ask_name(ctx)


async def _ask_name(ctx: Context) -> None:
    await questions.ask(ctx, "acting.named", 0, ctx.t("acting-note-name"), ctx.t("acting-note-how"))


async def _spots(ctx: Context) -> list[int]:
    """The places where this person may write neighbours down."""
    mine = await my_places(ctx.tx, ctx.person)
    if not mine:
        raise RuleError("acting-only-heads")
    return mine


@answers("acting.named")
async def named(ctx: Context) -> None:
    """王秀兰, or at once 王秀兰 3-1-301."""
    await _spots(ctx)
    if not ctx.text:
        return await _ask_name(ctx)
    reading = places.read(ctx.text, await ctx.places())
    return await _written(ctx, acting.name_of(reading.rest), reading.candidates)


@answers("acting.noting")
async def named_again(ctx: Context) -> None:
    """Somebody types on instead of tapping: a door, or another name."""
    await _spots(ctx)
    reading = places.read(ctx.text, await ctx.places())
    name = acting.name_of(reading.rest) if reading.rest else ctx.way.values[0]
    await _written(ctx, name, reading.candidates)


async def _written(ctx: Context, name: str, candidates: Sequence[int]) -> None:
    """The name waits with the open question until the door is known and the neighbour agreed."""
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "acting.noting", name, later(ctx.now, hours=24))
    homes = [spot for spot in candidates if await _is_home(ctx, spot)]
    await ctx.menu(f"consent.{homes[0]}" if len(homes) == 1 else "door", MENU)


async def _is_home(ctx: Context, place_id: int) -> bool:
    """Whether this is a dwelling that lies where an office lets this person write neighbours down."""
    tree = await ctx.places()
    is_dwelling = place_id in tree and tree.get(place_id).kind == "dwelling"
    return is_dwelling and await _acts_at(ctx, place_id)


@presses("acting.door")
async def door(ctx: Context) -> None:
    """Down the pad to a dwelling below one's own office; above it, one's own places again."""
    at, tree = where.At.read(ctx.way.values[0] if ctx.way.values else ""), await ctx.places()
    if at.place_id in tree and tree.inside(await _spots(ctx), [at.place_id]) and not await _acts_at(ctx, at.place_id):
        return await ctx.menu("door", MENU)
    if at.place_id not in tree or not await _acts_at(ctx, at.place_id):
        raise RuleError("acting-not-your-place")
    if tree.get(at.place_id).kind == "dwelling":
        return await ctx.menu(f"consent.{at.place_id}", MENU)
    return await ctx.menu(f"door.{at}", MENU)


async def _acts_at(ctx: Context, place_id: int) -> bool:
    return "act" in await ctx.powers(ctx.person.id, place_id)


@presses("acting.agreed")
async def agreed(ctx: Context) -> None:
    """The neighbour knows and agrees: written down, at home there."""
    kept = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if kept is None or kept.door != "acting.noting":
        raise RuleError("button-is-old")
    if not await _is_home(ctx, ctx.number):
        raise RuleError("acting-not-your-place")
    for home in await ctx.tx.residents.household(ctx.number):
        if (await ctx.tx.people.get(home.person_id)).name == kept.payload:
            raise RuleError("acting-known-already")
    person = await ctx.tx.people.note(kept.payload, None, ctx.person.id, ctx.now)
    await ctx.tx.residents.lives(person.id, ctx.number, "family", since=ctx.now, way="head", confirmed_by=ctx.person.id)
    await consent.given(ctx.tx, person.id, "keep", ctx.now)
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.write_down("person.noted", f"person_{person.id}", ctx.number)
    await ctx.menu(f"who.{person.id}", MENU)
    ctx.answer(ctx.t("acting-noted"))


@presses("acting.drop")
async def drop(ctx: Context) -> None:
    """Not now: nothing of it is kept."""
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.menu("for.1", MENU)
