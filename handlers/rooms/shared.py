"""What the parts of rooms share: how a room is called, and the rights we ask for."""

from __future__ import annotations

from bot.domain.people import Room
from bot.i18n import Words

RIGHTS_WANTED = ("pin_messages", "delete_messages", "invite_users")
"""Bot API: the names in `startgroup=…&admin=…` (https://core.telegram.org/api/links#bot-links)."""


def title(t: Words, room: Room) -> str:
    return room.title or t("room-untitled")
