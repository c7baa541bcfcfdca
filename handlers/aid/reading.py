"""Reading a plea: the thing for everybody's eyes, its kind, the place, until when."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.domain import aid, places
from bot.domain.aid import Health, Wish
from bot.domain.kinds import Kinds
from bot.domain.rules import RuleError
from bot.domain.text import utf16
from handlers import when
from handlers.context import Context, later

LONGEST = 1000
"""UTF-16 units of one plea."""


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("bot") / "data" / name).read_text(encoding="utf-8"))


HEALTH = Health.of(_data("health.toml")["signs"], _data("health.toml")["remedies"])
KINDS = Kinds.of(_data("kinds.toml"))


@dataclass(frozen=True)
class Plea:
    """What somebody's words say: what, of which kind, where, until when (Unix seconds)."""

    wish: Wish
    kind: str
    candidates: tuple[int, ...]
    until: int | None
    hands: int = 1
    """How many neighbours an errand asks for."""


async def read(ctx: Context, text: str, *, of: int | None = None) -> Plea:
    """Places and days come out of the words before anything is shown; refuses what is far too long.

    `of`: whose words they are, if somebody else's.
    """
    if utf16(text) > LONGEST:
        raise RuleError("ask-too-long", most=LONGEST)
    reading = places.read(text, await ctx.places())
    moment = when.read(ctx.house, reading.rest, ctx.at)
    said = KINDS.without_haste(moment.rest if moment else reading.rest)
    wish = aid.without_door(aid.wish(said, HEALTH), await _own_door(ctx, of))
    until = max(int(moment.at.timestamp()), later(ctx.now, minutes=10)) if moment else None
    if until is None and KINDS.is_urgent(text):
        until = when.until(ctx.house, "hours", ctx.now)
    kind = KINDS.of_words(wish.thing or text)
    return Plea(wish, kind, reading.candidates, until, aid.hands(text) if kind == "errand" else 1)


async def _own_door(ctx: Context, of: int | None) -> str:
    """The name of the flat that whoever it is for lives in; "" where none is known."""
    home = await ctx.tx.residents.home(of or ctx.whom.id) if ctx.somebody else None
    place = await ctx.tx.places.get(home) if home else None
    return place.name if place and place.kind == "dwelling" else ""


async def place_of(ctx: Context, candidates: tuple[int, ...], person_id: int) -> int | None:
    """The building the words name if they name one, else the asker's own; never a stair or a flat."""
    named = {place.id for number in candidates if (place := await ctx.tx.places.public(number))}
    if len(named) == 1:
        return named.pop()
    home = await ctx.tx.residents.home(person_id) or await ctx.tx.joins.asked_from(person_id)
    place = await ctx.tx.places.public(home) if home else None
    return place.id if place else None
