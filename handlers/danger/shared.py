"""What hearing, telling and drawing danger share: its words, who answers for a place, and finding the danger."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from bot.domain.danger import Danger, Words
from bot.domain.rules import RuleError, thing
from handlers.context import TITLES, Context, Showing, Work
from storage.database import Read

WORDS = Words.of(tomllib.loads((files("bot") / "data" / "danger.toml").read_text(encoding="utf-8")))

HEADS = sorted(key for key, title in TITLES.items() if "confirm" in title.powers)
"""The titles whose holders say who lives here, and so may know who and which door."""


@dataclass(frozen=True)
class Near:
    """Somebody who could be told: as holder of a title, or as a helper of whoever is in danger."""

    person_id: int
    title: str


async def levels(read: Read, danger: Danger) -> list[list[Near]]:
    """Who answers for the place, the nearest first, each once; never whoever is in it themselves."""
    place = danger.place_id or (await read.places.root()).id
    titles = [*HEADS, *WORDS.kinds[danger.kind].also]
    seen, found = set(danger.side), []
    for _, offices in await read.offices.answerable(place, titles):
        level = [Near(one.person_id, one.title) for one in offices if one.person_id not in seen]
        seen |= {one.person_id for one in level}
        found.append(list({one.person_id: one for one in level}.values()))
    return found


async def the_danger(ctx: Context) -> Danger:
    """The danger that the address names; it exists for who is in it, who was told, and in the group it was said in."""
    danger = await ctx.tx.dangers.get(ctx.number)
    if danger is None or not await _sees(ctx, danger):
        raise RuleError("danger-unknown")
    return danger


async def _sees(ctx: Context, danger: Danger) -> bool:
    theirs = danger.side & {ctx.person.id, ctx.whom.id} if WORDS.kinds[danger.kind].asks else None
    if theirs or danger.voice_id == ctx.person.id or danger.room_id == ctx.room.id:
        return True
    return ctx.person.id in {told.person_id for told in await ctx.tx.dangers.told(danger.id)}


async def may(ctx: Context, action: str, danger: Danger) -> None:
    told = {one.person_id for one in await ctx.tx.dangers.told(danger.id)}
    assigned = ctx.person.id if ctx.person.id in told else None
    await ctx.may(
        action, author_id=danger.person_id, by_id=danger.by_id, assigned_id=assigned, state=danger.state,
        place_id=danger.place_id,
    )  # fmt: skip


async def tell_side(work: Work, danger: Danger, kind: str) -> bool:
    """The card of whoever is in danger, aloud at any hour. False: it reaches nobody.

    Of despair and violence only who said so reads: who shares a telephone with the one who hits is not given away.
    """
    whose = danger.side if WORDS.kinds[danger.kind].asks else {danger.voice_id} - {None}
    card = Showing(thing("danger", danger.id), "self")
    return any([await work.tell(one, kind, card, danger=True) for one in sorted(one for one in whose if one)])
