"""Mutual aid: a neighbour asks, neighbours take it on, the asker says how it ended. Times are Unix seconds, UTC."""

from bot.domain.aid.asks import (
    GRACE,
    HALF_A_DAY,
    IMPATIENT,
    KINDS,
    MOST_A_DAY,
    MOST_AMOUNT,
    MOST_LEFT,
    MOST_OPEN,
    MOST_TAKEN_A_DAY,
    SPANS,
    UNDO_SECONDS,
    Ask,
)
from bot.domain.aid.clocks import Clocks, clocks
from bot.domain.aid.givers import Giver
from bot.domain.aid.wording import NOTE_UNITS, THING_UNITS, Health, Wish, hands, wish, without_door
from bot.domain.moments import DAY, HOUR

__all__ = [
    "DAY",
    "GRACE",
    "HALF_A_DAY",
    "HOUR",
    "IMPATIENT",
    "KINDS",
    "MOST_AMOUNT",
    "MOST_A_DAY",
    "MOST_LEFT",
    "MOST_OPEN",
    "MOST_TAKEN_A_DAY",
    "NOTE_UNITS",
    "SPANS",
    "THING_UNITS",
    "UNDO_SECONDS",
    "Ask",
    "Clocks",
    "Giver",
    "Health",
    "Wish",
    "clocks",
    "hands",
    "wish",
    "without_door",
]
