"""What writing, telling and ending share: finding the notice, its rights, its cards."""

from __future__ import annotations

from bot.domain.circles import Circle
from bot.domain.notices import Notice
from bot.domain.rules import RuleError, thing
from handlers import names
from handlers.cards import Look
from handlers.context import BULK, TITLES, Context, Work
from handlers.features import Origin
from storage.database import Read

AUTHOR_EVERY = 60
"""Seconds between two drawings of the author's card while people tap."""

NOTIFYING = [key for key, title in TITLES.items() if "notify" in title.powers]


async def the_notice(ctx: Context) -> Notice:
    """The notice that the address names; what somebody may not see does not exist."""
    return await visible(ctx, ctx.number)


async def visible(ctx: Context, number: int) -> Notice:
    found = await ctx.tx.notices.visible_to(ctx.whom.id, number) or await ctx.tx.notices.visible_to(
        ctx.person.id, number
    )
    if found is None:
        raise RuleError("notice-unknown")
    return found


async def may(ctx: Context, action: str, notice: Notice, place_id: int | None = None) -> None:
    """Whoever is in a circle, or makes circles there, speaks to it."""
    inside = notice.circle_id in {one.id for one in await circles_of(ctx.tx, ctx.person.id, ctx.whom.id)}
    await ctx.may(
        action, author_id=notice.person_id, by_id=notice.by_id, state=notice.state,
        place_id=place_id or notice.place_id, assigned_id=ctx.person.id if inside else None,
    )  # fmt: skip


async def origin(read: Read, number: int) -> Origin | None:
    it = await read.notices.get(number)
    return Origin(it.person_id, it.by_id, it.place_id) if it and it.state != "draft" else None


async def circles_of(read: Read, *person_ids: int) -> list[Circle]:
    """The circles that these people lead or are in, and those where they notify or make circles."""
    found = list[Circle]()
    for person_id in dict.fromkeys(person_ids):
        found += await read.circles.of(person_id)
        for place, title in await read.notices.held(person_id):
            if title in TITLES and TITLES[title].powers & {"notify", "gather"}:
                found += await read.circles.at_or_below(place)
    return list({one.id: one for one in found}.values())


async def whole_name(look: Look, it: Notice) -> str:
    """What it is for: a circle, or a place."""
    circle = await look.read.circles.get(it.circle_id) if it.circle_id else None
    return circle.name if circle else await names.of_place(look.read, look.house, it.place_id)


async def rooms_for(read: Read, it: Notice) -> list[int]:
    """The groups that show it; of a circle its room."""
    if it.circle_id is None:
        return await read.notices.rooms_for(it.place_id)
    circle = await read.circles.get(it.circle_id)
    if circle is None or circle.room_id is None:
        return []
    return [] if (await read.rooms.get(circle.room_id)).paused else [circle.room_id]


async def readers(read: Read, it: Notice) -> int:
    """How many people can be told in private; whoever writes it knows it already."""
    if it.circle_id is not None:
        inside = set(await read.notices.reached(await read.circles.members(it.circle_id)))
        return len(inside - it.authors)
    authors = await read.notices.reached(sorted(it.authors))
    there = [one for one in authors if await read.residents.lives_in(one, it.place_id)]
    return await read.notices.readers(it.place_id) - len(there)


async def places_of(read: Read, person_id: int) -> list[int]:
    """Where this person may send notices, the smallest place first."""
    return [place for place, title in await read.notices.held(person_id) if title in NOTIFYING]


async def counts_at(read: Read, person_id: int, notice: Notice) -> int | None:
    """A place that this person answers for and that the notice is for, or lies in: there they may see the counts."""
    for place, title in await read.notices.held(person_id) if notice.circle_id is None else []:
        if title in TITLES and TITLES[title].powers & {"confirm", "notify"}:
            inside = await read.places.lies_in(place, notice.place_id)
            if inside or await read.places.lies_in(notice.place_id, place):
                return place
    return None


async def save(work: Work, before: Notice, after: Notice) -> None:
    """A change that readers see is drawn everywhere, behind whatever else waits."""
    if after == before:
        return
    await work.tx.notices.save(after)
    await work.tx.cards.redraw(thing("notice", after.id), work.now, work.watched_room, BULK)
    work.tx.promised = True
    if after.state != "draft" and after.circle_id is None:
        await work.redraw_board(place_id=after.place_id)


async def count_anew(work: Work, notice: Notice) -> None:
    """The author's card counts, at most once a minute."""
    if await work.tx.notices.calmly(notice.id, "author", work.now, AUTHOR_EVERY):
        work.tx.promised = True
