"""Acting for a neighbour, visibly: helpers whom people name, and heads for those who have no telephone."""

from handlers.acting import cards, helpers, noting, shared, speaking
from handlers.features import Choice, Feature
from storage import acting as stored

__all__ = ["FEATURE", "helpers", "noting", "speaking"]

FEATURE = Feature(
    "acting",
    cards={shared.MENU: cards.draw},
    about=cards.about,
    choices={
        "me": (Choice("acting-my-helpers", "acting.helpers", 15),),
        "office": (Choice("acting-button", "acting.whom", 80, "act"),),
    },
    traces=stored.TRACES,
    commands={"private": ("helpers",), "office": ("for",)},
)
