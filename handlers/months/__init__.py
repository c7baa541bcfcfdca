"""The evening line on every board, and 这个月的我们: a month in numbers, for organisers to read and to post."""

from handlers.features import Feature, Kind
from handlers.months import cards, counting

__all__ = ["FEATURE", "counting"]

FEATURE = Feature(
    "months",
    cards={"month": cards.draw, "months": cards.draw_menu},
    notes={counting.POSTED: Kind("once")},
    board=cards.board,
    evening=cards.evening,
    wakes=counting.wakes,
    mutable=[counting.MONTH],
    commands={"office": ("month",)},
)
