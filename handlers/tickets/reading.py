"""Reading a report: where it is, what kind of thing, and the words for whoever handles it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain import places
from bot.domain.rules import RuleError
from bot.domain.text import utf16
from handlers.context import Context

LONGEST = 1000
"""UTF-16 units of one report."""

FEW = 6
"""Doors that one report may name; more of them say nothing of where it is."""


@dataclass(frozen=True)
class Report:
    """What somebody's words say. `place_id`: None where it is not clear; never a dwelling, which makes it `indoor`.

    `named`: the words themselves say where; else it is where whoever reports it lives.
    """

    text: str
    category: str
    place_id: int | None
    indoor: bool
    named: bool


async def read(ctx: Context, text: str, person_id: int | None = None) -> Report:
    """The words stay whole: whoever handles it reads them. Refuses what is far too long. `person_id`: whose words."""
    if utf16(text) > LONGEST:
        raise RuleError("ticket-too-long", most=LONGEST)
    reading = places.read(text, await ctx.places())
    whose = person_id or ctx.whom.id
    spot = await _spot(ctx, reading.candidates, whose)
    place_id, indoor = spot or (await _at_home(ctx, whose), False)
    categories = await ctx.house.read_categories(ctx.tx)
    category = categories.of_words(reading.rest or text)
    return Report(text, category, place_id, indoor and categories.get(category).indoors, spot is not None)


async def _spot(ctx: Context, candidates: tuple[int, ...], whose: int) -> tuple[int, bool] | None:
    """Where the words say it is; of several doors of one stair, that stair."""
    outside = [await _outside(ctx, one, whose) for one in candidates[:FEW]]
    if not outside or len(candidates) > FEW or len({place_id for place_id, _ in outside}) > 1:
        return None
    return outside[0][0], all(inside for _, inside in outside)


async def _outside(ctx: Context, place_id: int, whose: int) -> tuple[int, bool]:
    """A flat that was named is inside somebody's home: the ticket lies at its stair or building."""
    place = await ctx.tx.places.get(place_id)
    if place.kind != "dwelling":
        return place_id, False
    above = next(one for one in await ctx.tx.places.above(place_id) if one.kind not in ("dwelling", "neighbours"))
    home = await ctx.tx.residents.home(whose)
    return above.id, home == place_id


async def _at_home(ctx: Context, whose: int) -> int | None:
    """Where whoever reports it lives, without the flat; None for a stranger."""
    home = await ctx.tx.residents.home(whose) or await ctx.tx.joins.asked_from(whose)
    return (await _outside(ctx, home, whose))[0] if home else None
