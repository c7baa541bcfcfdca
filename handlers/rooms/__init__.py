"""Rooms: the groups we are in, where they belong, and how they come and go."""

from handlers.features import Feature, Kind
from handlers.rooms import belonging, cards, moving

__all__ = ["FEATURE", "belonging", "moving"]

FEATURE = Feature(
    "rooms",
    cards={"room": cards.draw, "rooms": cards.draw_list},
    notes={"room.leave": Kind("again")},
    todo=cards.todo,
    commands={"group": ("bind",), "steward": ("bind", "addgroup")},
)
