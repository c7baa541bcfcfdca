"""Privacy: what is kept of somebody and why, a copy of it, taking it all back, and letting go in time."""

from handlers.features import Choice, Feature, Kind, Maker
from handlers.privacy import agreeing, copying, keeping, leaving, letters, showing
from storage import privacy as stored

__all__ = ["FEATURE"]

FEATURE = Feature(
    "privacy",
    cards={"privacy": showing.draw, "consent": agreeing.draw, "letter": letters.draw},
    notes={
        copying.KIND: Kind("again", failed=copying.failed),
        leaving.GOODBYE: Kind("again", arrived=leaving.gone, failed=leaving.gone),
    },
    files={"privacy": Maker(copying.gather, copying.build)},
    about=agreeing.family,
    traces=stored.TRACES,
    keeps=keeping.KEEPS,
    choices={"me": (Choice("privacy-button", "privacy.open", 20),)},
    commands={"private": ("privacy", "export", "forget")},
)
