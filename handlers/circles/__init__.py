"""Circles: heads' meetings, working groups, clubs and teams; made, filled, led, given a room, ended."""

from handlers.circles import making, members, showing
from handlers.features import Choice, Feature
from storage import circles as stored

__all__ = ["FEATURE", "making", "members"]

FEATURE = Feature(
    "circles",
    cards={"circles": showing.draw, "circle": showing.draw_card},
    about=showing.about,
    mine=showing.mine,
    handed_over=members.handed_over,
    choices={"office": (Choice("circle-mine-button", "circles.mine", 20, "gather"),)},
    traces=stored.TRACES,
    commands={"private": ("circle",), "office": ("circle",)},
)
