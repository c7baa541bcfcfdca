"""Visits: up to three hours are offered, the reporter taps one. Moments are Unix seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.moments import DAY, HOUR
from bot.domain.rules import RuleError

MOST_OFFERED = 3
FARTHEST = 31 * DAY
"""How far ahead somebody may say that they will come."""

BEFORE = HOUR
"""How long before a visit both are reminded of it."""


@dataclass(frozen=True)
class Visit:
    """An hour in which somebody could come. States: noted (not asked yet) · offered · agreed."""

    at: int
    state: str


def check_hour(at: int, noted: Sequence[Visit], *, now: int) -> None:
    """Whether this hour can be offered, too. Raises RuleError."""
    if at <= now:
        raise RuleError("ticket-wait-past")
    if at - now > FARTHEST:
        raise RuleError("ticket-visit-far")
    if len([one for one in noted if one.at != at]) >= MOST_OFFERED:
        raise RuleError("ticket-visit-enough", most=MOST_OFFERED)


def agreed(visits: Sequence[Visit]) -> Visit | None:
    return next((one for one in visits if one.state == "agreed"), None)
