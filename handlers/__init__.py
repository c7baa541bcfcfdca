"""What people say and see. The table of contents: a feature has the same file name in every folder."""

from handlers import (
    abuse,
    acting,
    aid,
    board,
    circles,
    crowded,
    joining,
    notices,
    offices,
    people,
    places,
    privacy,
    questions,
    register,
    relays,
    rooms,
    steward,
)
from handlers.features import Feature, Kind
from storage import journal

__all__ = ["FEATURES"]

FEATURES: tuple[Feature, ...] = (
    Feature("questions", notes={questions.KIND: Kind("again", arrived=questions.prompted)}),
    Feature("journal", traces=journal.TRACES),
    rooms.FEATURE,
    aid.FEATURE,
    relays.FEATURE,
    acting.FEATURE,
    places.FEATURE,
    offices.FEATURE,
    circles.FEATURE,
    steward.FEATURE,
    register.FEATURE,
    joining.FEATURE,
    privacy.FEATURE,
    abuse.FEATURE,
    notices.FEATURE,
    board.FEATURE,
    crowded.FEATURE,
    people.FEATURE,
)
