"""What the parts of acting share: its menu, whose places count, and that it is spoken of in private."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.rules import RuleError
from handlers.context import Context
from storage.database import Read

MENU = "acting"


async def my_places(read: Read, person: Person) -> list[int]:
    return [office.place_id for office in await read.offices.of(person.id)]


def in_private(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("acting-in-private")
