"""Reading a report: where it is, what kind of thing, and the words for whoever handles it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain import places
from bot.domain.rules import RuleError
from bot.domain.text import utf16
from handlers.context import Context

LONGEST = 1000
"""UTF-16 units of one report."""


@dataclass(frozen=True)
class Report:
    """What somebody's words say. `place_id`: None where it is not clear; never a dwelling, which makes it `indoor`."""

    text: str
    category: str
    place_id: int | None
    indoor: bool


async def read(ctx: Context, text: str) -> Report:
    """The words stay whole: whoever handles it reads them. Refuses what is far too long."""
    if utf16(text) > LONGEST:
        raise RuleError("ticket-too-long", most=LONGEST)
    reading = places.read(text, await ctx.places())
    named = reading.candidates[0] if len(reading.candidates) == 1 else None
    place_id, indoor = await _outside(ctx, named) if named else (await _at_home(ctx), False)
    categories = await ctx.house.read_categories(ctx.tx)
    return Report(text, categories.of_words(reading.rest or text), place_id, indoor)


async def _outside(ctx: Context, place_id: int) -> tuple[int, bool]:
    """A flat that was named is inside somebody's home: the ticket lies at its stair or building."""
    place = await ctx.tx.places.get(place_id)
    if place.kind != "dwelling":
        return place_id, False
    above = next(one for one in await ctx.tx.places.above(place_id) if one.kind not in ("dwelling", "neighbours"))
    home = await ctx.tx.residents.home(ctx.whom.id)
    return above.id, home == place_id


async def _at_home(ctx: Context) -> int | None:
    """Where whoever reports it lives, without the flat; None for a stranger."""
    home = await ctx.tx.residents.home(ctx.whom.id) or await ctx.tx.joins.asked_from(ctx.whom.id)
    return (await _outside(ctx, home))[0] if home else None
