"""Moments in the community's zone, and the plain parts a sentence is made of."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class When:
    """What was read: the moment, the words that said it, the text without them."""

    at: datetime
    said: str
    rest: str
    whole_day: bool


@dataclass(frozen=True)
class Parts:
    """A local moment for the locales to put into words; `weekday` 0 is Monday."""

    month: int
    day: int
    weekday: int
    hour: int
    minute: int
    dayname: Literal["today", "tomorrow"] | None


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """A local day and clock time as a moment: the first of two in autumn, the one after the gap in spring."""
    return datetime.combine(day, clock.replace(fold=0), zone).astimezone(UTC).astimezone(zone)


def parts(at: datetime, now: datetime, zone: ZoneInfo) -> Parts:
    """The parts of `at` as people in `zone` say it at `now`."""
    local = at.astimezone(zone)
    ahead = (local.date() - now.astimezone(zone).date()).days
    dayname: Literal["today", "tomorrow"] | None = "today" if ahead == 0 else "tomorrow" if ahead == 1 else None
    return Parts(local.month, local.day, local.weekday(), local.hour, local.minute, dayname)
