"""What people do: write, press, come and go, open links."""

from bot.playground.server.acts.coming import (
    add,
    admin_rights,
    answer_request,
    ask_to_join,
    expel,
    join,
    leave,
    promote,
)
from bot.playground.server.acts.opening import bring_bot, look_at, open_link
from bot.playground.server.acts.pressing import block, press, pressed, start, vote
from bot.playground.server.acts.saying import document, edit, photo, room, say, speak
from bot.playground.server.acts.tending import close_topic, delete, migrate, open_topic

__all__ = [
    "add",
    "admin_rights",
    "answer_request",
    "ask_to_join",
    "block",
    "bring_bot",
    "close_topic",
    "delete",
    "document",
    "edit",
    "expel",
    "join",
    "leave",
    "look_at",
    "migrate",
    "open_link",
    "open_topic",
    "photo",
    "press",
    "pressed",
    "promote",
    "room",
    "say",
    "speak",
    "start",
    "vote",
]
