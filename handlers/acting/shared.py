"""What the parts of acting share: its menu, whose places count, and that it is spoken of in private."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.people import Person
from bot.domain.rules import RuleError
from handlers.context import TITLES, Context
from storage.database import Read

MENU = "acting"


async def my_places(read: Read, person: Person) -> list[int]:
    """The places where an office lets this person act for neighbours."""
    mine = dict.fromkeys(office.place_id for office in await read.offices.of(person.id))
    return [place for place in mine if await _lets_act(read, person, place)]


async def _lets_act(read: Read, person: Person, place_id: int) -> bool:
    return "act" in titles.powers(await read.offices.titles_at_or_above(person.id, place_id), TITLES)


def in_private(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("acting-in-private")
