"""Working time: the hours in which whoever repairs is at work, for deadlines that stand still at night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WORKDAYS = frozenset(range(5))
"""Monday to Friday, as `date.weekday()` counts them."""


@dataclass(frozen=True)
class Working:
    """From when to when people work, local time, and on which days, as `date.weekday()` counts them: at least one."""

    opens: time = time(8, 30)
    closes: time = time(17, 30)
    days: frozenset[int] = WORKDAYS


@dataclass(frozen=True)
class Worktime:
    """The hours of a working day, in a zone. Moments are Unix seconds."""

    zone: ZoneInfo
    opens: time = time(8, 30)
    closes: time = time(17, 30)
    days: frozenset[int] = WORKDAYS

    def after(self, start: int, seconds: int) -> int:
        """The moment at which so much working time has passed since `start`."""
        day, left = datetime.fromtimestamp(start, self.zone).date(), seconds
        while True:
            begins, ends = self._hours(day)
            begins = max(begins, start)
            if begins < ends and left <= ends - begins:
                return begins + left
            left -= max(0, ends - begins)
            day += timedelta(days=1)

    def between(self, start: int, end: int) -> int:
        """How much working time, in seconds, lies between two moments; none if they stand the other way round."""
        day, last, passed = self._day(start), self._day(end), 0
        while day <= last:
            begins, ends = self._hours(day)
            passed += max(0, min(ends, end) - max(begins, start))
            day += timedelta(days=1)
        return passed

    def _day(self, at: int) -> date:
        return datetime.fromtimestamp(at, self.zone).date()

    def _hours(self, day: date) -> tuple[int, int]:
        """From when to when a day is worked; empty on a day of rest."""
        if day.weekday() not in self.days:
            return 0, 0
        return tuple(int(datetime.combine(day, at, self.zone).timestamp()) for at in (self.opens, self.closes))  # type: ignore[return-value]  # two of them


@dataclass(frozen=True)
class RoundTheClock:
    """For what cannot wait for an office to open: every second counts."""

    def after(self, start: int, seconds: int) -> int:
        return start + seconds

    def between(self, start: int, end: int) -> int:
        return max(0, end - start)


Hours = Worktime | RoundTheClock
