"""What a day and a month were like, in numbers that name nobody. Times are Unix seconds, UTC; spans in seconds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from statistics import median

FEW = 3
"""A month's number below this could point to somebody: it is said as a few."""

EVENING = 20
"""The hour, local time, from which a group's board says how the day was."""

WAITING = ("open", "unanswered")
NOT_HELPED = (*WAITING, "withdrawn", "expired")


@dataclass(frozen=True)
class Plea:
    """An ask as it is counted: when it was opened, when somebody first took it on, what has become of it."""

    opened_at: int
    taken_at: int | None
    state: str

    @property
    def is_helped(self) -> bool:
        return self.taken_at is not None and self.state not in NOT_HELPED


@dataclass(frozen=True)
class Day:
    """How many asked, how many of them have somebody who helps or helped, how many wait."""

    asked: int
    helped: int
    waiting: int


def day(pleas: Iterable[Plea]) -> Day:
    found = list(pleas)
    return Day(len(found), sum(one.is_helped for one in found), sum(one.state in WAITING for one in found))


@dataclass(frozen=True)
class Month:
    """A month of a place. `first_hand`: the median time from a plea to the first who took it on; None: too few."""

    asked: int = 0
    helped: int = 0
    first_hand: int | None = None
    wishes: int = 0
    notices: int = 0
    neighbours: int = 0
    confirmations: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, one.name) for one in fields(self))


COUNTED = ("asked", "helped", "wishes", "notices", "neighbours", "confirmations")
"""The numbers of a month, in the order in which they are said."""


def first_hand(pleas: Iterable[Plea]) -> int | None:
    """The median wait for the first hand; None if so few were helped that it would tell of one of them."""
    waits = [one.taken_at - one.opened_at for one in pleas if one.taken_at is not None]
    return int(median(waits)) if len(waits) >= FEW else None


def compared(now: int, before: int) -> str:
    """Against the month before: `more`, `fewer` or `same`; `none` where one of the two is too small to say."""
    if min(now, before) < FEW:
        return "none"
    return "more" if now > before else "fewer" if now < before else "same"


def before(month: int) -> int:
    """The month before 202601, which is 202512."""
    return month - 1 if month % 100 > 1 else month - 89


def after(month: int) -> int:
    return month + 1 if month % 100 < 12 else month + 89


def of(day: date) -> int:
    """The month of a day as a number: 202611."""
    return day.year * 100 + day.month


def is_month(number: int) -> bool:
    """Whether a number that somebody might have forged is a month that we could have counted."""
    return 202001 <= number <= 299912 and 1 <= number % 100 <= 12


def first_day(month: int) -> date:
    return date(month // 100, month % 100, 1)
