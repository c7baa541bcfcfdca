"""What writing, telling and ending share: finding the notice, its rights, its cards."""

from __future__ import annotations

from bot.domain.notices import Notice
from bot.domain.rules import RuleError, thing
from handlers.context import BULK, TITLES, Context, Work
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
    await ctx.may(
        action, author_id=notice.person_id, by_id=notice.by_id, state=notice.state,
        place_id=place_id or notice.place_id,
    )  # fmt: skip


async def places_of(read: Read, person_id: int) -> list[int]:
    """Where this person may send notices, the smallest place first."""
    return [place for place, title in await read.notices.held(person_id) if title in NOTIFYING]


async def counts_at(read: Read, person_id: int, notice: Notice) -> int | None:
    """A place that this person answers for and that the notice is for, or lies in: there they may see the counts."""
    for place, title in await read.notices.held(person_id):
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
    if after.state != "draft":
        await work.redraw_board(place_id=after.place_id)


async def count_anew(work: Work, notice: Notice) -> None:
    """The author's card counts, at most once a minute."""
    if await work.tx.notices.calmly(notice.id, "author", work.now, AUTHOR_EVERY):
        work.tx.promised = True
