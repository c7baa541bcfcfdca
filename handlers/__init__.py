"""What people say and see. The table of contents: a feature has the same file name in every folder."""

from handlers import (
    abuse,
    acting,
    aid,
    board,
    circles,
    crowded,
    danger,
    joining,
    medicine,
    months,
    notices,
    offers,
    offices,
    people,
    places,
    privacy,
    questions,
    register,
    relays,
    rooms,
    steward,
    tickets,
    wishes,
)
from handlers.features import Feature, Kind
from storage import journal

__all__ = ["FEATURES"]

FEATURES: tuple[Feature, ...] = (
    Feature("questions", notes={questions.KIND: Kind("again", arrived=questions.prompted)}),
    Feature("journal", traces=journal.TRACES),
    rooms.FEATURE,
    aid.FEATURE,
    tickets.FEATURE,
    danger.FEATURE,
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
    medicine.FEATURE,
    offers.FEATURE,
    notices.FEATURE,
    wishes.FEATURE,
    months.FEATURE,
    board.FEATURE,
    crowded.FEATURE,
    people.FEATURE,
)
