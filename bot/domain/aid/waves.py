"""Waves: whom a plea reaches in private, the nearest first, a few at a time. Times are Unix seconds, UTC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.aid.asks import Ask
from bot.domain.moments import HOUR

MOST_AT_ONCE = 20
"""People one wave may ask."""

OF_THE_SHELF = 0
"""The wave of those who put something like it on the shelf, wherever they live."""

RINGS = ("stair", "neighbours", "building", "area", "estate", "community")
"""From the door outward."""

ASKED_UNASKED = ("stair", "neighbours", "building")
"""Where somebody may be asked who never said that they would help; further out only those who did."""

MOST_A_DAY, MOST_A_DAY_WILLING = 2, 8
"""How often one person is asked within 24 hours."""


@dataclass(frozen=True)
class Neighbour:
    """Somebody who can be asked. `lately`: how often they were within 24 hours."""

    person_id: int
    willing: bool
    lately: int

    @property
    def has_ears(self) -> bool:
        return self.lately < (MOST_A_DAY_WILLING if self.willing else MOST_A_DAY)


def chosen(neighbours: Sequence[Neighbour], most: int = MOST_AT_ONCE) -> list[Neighbour]:
    """Of one ring: who is asked now, those who offered it first; nobody too often."""
    listening = [one for one in neighbours if one.has_ears]
    return sorted(listening, key=lambda one: (not one.willing, one.lately))[:most]


def pause(ask: Ask) -> int:
    """Seconds until the next wave: the more urgent, the sooner it widens."""
    return max(HOUR // 12, min((ask.until - ask.begun_at) // 8, 6 * HOUR))


def goes_on(ask: Ask) -> bool:
    """Whether anybody is still to be asked for it."""
    return ask.state == "open" and ask.missing > 0
