"""What counting and its cards share: a month's bounds, its numbers, and whose place they are of."""

from __future__ import annotations

from datetime import date, time

from bot.domain import dates, months, titles
from bot.domain.months import Month
from bot.domain.places import KINDS, Place
from handlers.context import TITLES, Neighbourhood
from storage.database import Read

GATHERING = sorted(key for key, title in TITLES.items() if "gather" in title.powers)


async def top(read: Read, person_id: int) -> Place | None:
    """The widest place where this person makes circles and publishes."""
    held = [place for one in await read.offices.of(person_id) if (place := await read.places.find(one.place_id))]
    mine = [place for place in held if await gathers(read, person_id, place.id)]
    return min(mine, key=lambda place: KINDS.index(place.kind), default=None)


async def gathers(read: Read, person_id: int, place_id: int) -> bool:
    return "gather" in titles.powers(await read.offices.titles_at_or_above(person_id, place_id), TITLES)


def moment(house: Neighbourhood, day: date, hour: int = 0) -> int:
    """A local day and hour as a Unix second."""
    return int(dates.moment(day, time(hour), house.zone).timestamp())


async def counted(read: Read, house: Neighbourhood, place_id: int, number: int) -> Month:
    """A month of a place in numbers."""
    span = moment(house, months.first_day(number)), moment(house, months.first_day(months.after(number)))
    pleas, store = await read.months.pleas(place_id, *span), read.months
    return Month(
        asked=len(pleas),
        helped=sum(one.is_helped for one in pleas),
        first_hand=months.first_hand(pleas),
        wishes=await store.wishes(place_id, *span),
        notices=await store.notices(place_id, *span),
        neighbours=await store.neighbours(place_id, *span),
        confirmations=await store.confirmations(place_id, *span),
    )
