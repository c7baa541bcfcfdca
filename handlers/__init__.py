"""What people say and see. The table of contents: a feature has the same file name in every folder."""

from handlers import acting, aid, people, questions, rooms
from handlers.features import Feature, Kind
from storage import journal

__all__ = ["FEATURES", "rooms"]

FEATURES: tuple[Feature, ...] = (
    Feature("questions", notes={questions.KIND: Kind("again", arrived=questions.prompted)}),
    Feature("journal", traces=journal.TRACES),
    people.FEATURE,
    aid.FEATURE,
    acting.FEATURE,
)
