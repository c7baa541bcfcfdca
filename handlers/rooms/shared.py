"""What the parts of rooms share: how a room is called, and the rights we ask for."""

from __future__ import annotations

from bot.domain.people import Room
from bot.i18n import Words
from handlers import names
from handlers.context import Neighbourhood
from storage.database import Read

RIGHTS_WANTED = ("pin_messages", "delete_messages", "invite_users")
"""Bot API: the names in `startgroup=…&admin=…` (https://core.telegram.org/api/links#bot-links)."""


async def where_it_is(read: Read, house: Neighbourhood, room: Room) -> str | None:
    """The room's place as people write it, or the circle that meets there; None if nobody said."""
    if room.place_id is not None:
        return await names.of_place(read, house, room.place_id)
    circle = await read.circles.in_room(room.id)
    return circle.name if circle else None


def title(t: Words, room: Room) -> str:
    return room.title or t("room-untitled")
