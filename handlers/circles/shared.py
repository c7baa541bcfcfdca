"""What making, filling and showing a circle share: finding it, who may change it, where somebody may make one."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.circles import Circle
from bot.domain.places import KINDS, Place
from bot.domain.rules import RuleError
from handlers.context import TITLES, Context
from storage.database import Read


async def gathers(read: Read, person_id: int, place_id: int | None) -> bool:
    held = await read.offices.titles_at_or_above(person_id, place_id)
    return "gather" in titles.powers(held, TITLES)


async def tops(read: Read, person_id: int) -> list[Place]:
    """Where somebody's right to make circles begins, the widest first."""
    numbers = dict.fromkeys(one.place_id for one in await read.offices.of(person_id))
    found = [place for number in numbers if (place := await read.places.find(number))]
    allowed = [place for place in found if await gathers(read, person_id, place.id)]
    return sorted(allowed, key=lambda place: KINDS.index(place.kind))


async def visible(read: Read, number: int, *person_ids: int) -> Circle | None:
    """The circle, for its members, its lead, and who makes circles there."""
    circle = await read.circles.get(number)
    if circle is None:
        return None
    inside = {circle.lead_id, circle.made_by, *await read.circles.members(number)}
    if inside & set(person_ids) or any([await gathers(read, one, circle.place_id) for one in person_ids]):
        return circle
    return None


async def the_circle(ctx: Context) -> Circle:
    """The circle that the address names; what somebody may not see does not exist."""
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    circle = await visible(ctx.tx, ctx.number, ctx.person.id, ctx.whom.id)
    if circle is None:
        raise RuleError("circle-unknown")
    return circle


async def may(ctx: Context, action: str, circle: Circle) -> None:
    members = await ctx.tx.circles.members(circle.id)
    me = next((one for one in (ctx.whom.id, ctx.person.id) if one in members), None)
    await ctx.may(action, state=circle.state, author_id=circle.lead_id, assigned_id=me, place_id=circle.place_id)


async def changed(ctx: Context) -> Circle:
    """The circle of a button, if this person may change it."""
    circle = await the_circle(ctx)
    await may(ctx, "circle.change", circle)
    return circle
