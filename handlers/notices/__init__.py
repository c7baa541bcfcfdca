"""Notices and known faults: written and seen by their author first, then told, tapped, corrected, over."""

from handlers.features import Choice, Feature, Keep, Kind
from handlers.notices import cards, counting, shared, standing, telling, writing
from storage import notices as stored

__all__ = ["FEATURE", "standing", "writing"]

FEATURE = Feature(
    "notices",
    cards={"notice": cards.draw, "counts": counting.draw},
    notes={telling.MEDIA: Kind("again"), standing.OVER: Kind("once")},
    mine=cards.mine,
    todo=cards.todo,
    board=cards.board,
    sent=telling.sent,
    forgets=standing.forgets,
    handed_over=standing.handed_over,
    origins={"notice": shared.origin},
    traces=stored.TRACES,
    keeps=[Keep("notices", 180, lambda tx, before: tx.notices.prune(before))],
    choices={
        "office": (
            Choice("notice-new", "notice.new", 10, "notify", ("notice",)),
            Choice("fault-new", "notice.new", 30, "notify", ("fault",)),
        )
    },
    mutable=[telling.NEW],
    commands={"office": ("notice", "fault")},
)
