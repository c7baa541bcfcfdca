"""What reporting, judging and blocking share: whose matter it is, and who may judge it."""

from __future__ import annotations

from bot.domain.abuse import Case
from bot.domain.rules import RuleError
from handlers.context import TITLES, Context, Work
from handlers.features import Origin
from storage.database import Read

CONFIRMING = [key for key, title in TITLES.items() if "confirm" in title.powers]
"""Titles whose holders judge what is reported at their place."""


async def origin(work: Work, name: str) -> Origin | None:
    """Who made a thing, as its feature says; None for what nobody can report."""
    kind, _, number = name.rpartition("_")
    for feature in work.house.features:
        if kind in feature.origins and number.isdecimal():
            return await feature.origins[kind](work.tx, int(number))
    return None


async def place_of(read: Read, case: Case) -> int:
    return case.place_id or (await read.places.root()).id


async def judges(work: Work, case: Case) -> list[int]:
    """The nearest heads and the stewards; nobody who made it themselves."""
    nearest = await work.tx.offices.answerable(await place_of(work.tx, case), CONFIRMING)
    heads = [office.person_id for _, offices in nearest[:1] for office in offices]
    everybody = dict.fromkeys([*heads, *await work.tx.offices.holders("steward")])
    return [one for one in everybody if not case.concerns(one)]


async def the_case(ctx: Context) -> Case:
    """For whoever may judge it; for everybody else there is none."""
    case = await ctx.tx.abuse.case(ctx.number) if ctx.room.is_private else None
    if case is None or not {"confirm", "steward"} & await ctx.powers(ctx.person.id, case.place_id):
        raise RuleError("case-unknown")
    if case.concerns(ctx.person.id):
        raise RuleError("case-about-you")
    return case


async def may(ctx: Context, action: str, case: Case) -> None:
    await ctx.may(action, author_id=case.person_id, by_id=case.by_id, state=case.state, place_id=case.place_id)


async def is_steward(read: Read, person_id: int) -> bool:
    held = await read.offices.titles_at_or_above(person_id, (await read.places.root()).id)
    return any("steward" in TITLES[title].powers for title in held if title in TITLES)


async def take_command_away(ctx: Context) -> None:
    """What was typed in the group should not tell on whoever typed it; without the right to, it stays."""
    if not ctx.room.is_private and ctx.message_id:
        await ctx.promise(ctx.room, "house.tidy", "deleteMessage", {"message_id": ctx.message_id})
