"""Festivals: which come next, and a collection of small wishes before one. Days are local, times Unix seconds, UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from bot.domain.rules import RuleError
from bot.domain.text import clean_name, utf16

DAY = 86_400
NAME_UNITS = 20

PATIENCE = 3 * DAY
"""How long whoever runs a festival has to close it; then it closes by itself."""

POST_EVERY = DAY
"""Seconds between two posts about it into the groups."""

COLLECT_BEFORE = timedelta(days=10)
"""So long before its day the collection ends, if there is time."""

SHORTEST = timedelta(days=3)
"""At least so long wishes are collected, and at least so long there is to grant them."""

UNDATED = timedelta(days=10)
"""How long each of the two lasts for something that is in no calendar."""


@dataclass(frozen=True)
class Occasion:
    """A festival and its day. `key` names a sentence `festival-<key>`."""

    key: str
    day: date


@dataclass(frozen=True)
class Span:
    """Wishes are collected until the evening of one day, and granted until the evening of another."""

    collects: date
    grants: date


@dataclass(frozen=True)
class Days:
    """When a festival is: on the same (month, day) every year, or on these days."""

    every: tuple[int, int] | None = None
    listed: tuple[date, ...] = ()

    def after(self, today: date) -> date | None:
        """The next time that it comes; None: beyond the table."""
        if self.every is None:
            return next((day for day in self.listed if day > today), None)
        this = date(today.year, *self.every)
        return this if this > today else date(today.year + 1, *self.every)


def read(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Days]:
    """The festivals of a table of `every` and `days`. Raises ValueError for what is no date."""
    return {key: _days(row) for key, row in table.items()}


def _days(row: Mapping[str, Any]) -> Days:
    if "every" in row:
        day = date.fromisoformat(f"2026-{row['every']}")
        return Days((day.month, day.day))
    return Days(listed=tuple(date.fromisoformat(day) for day in row["days"]))


def coming(table: Mapping[str, Days], today: date, most: int) -> list[Occasion]:
    """The next festivals, the nearest first, with time enough to collect and to grant before them."""
    dated = [Occasion(key, day) for key, days in table.items() if (day := days.after(today))]
    return sorted((one for one in dated if one.day - today >= 2 * SHORTEST), key=lambda one: (one.day, one.key))[:most]


def span(day: date | None, today: date) -> Span:
    """When wishes for a festival of this day are collected and granted, told today."""
    if day is None:
        return Span(today + UNDATED, today + 2 * UNDATED)
    return Span(max(today + SHORTEST, day - COLLECT_BEFORE), max(today + 2 * SHORTEST, day))


@dataclass(frozen=True)
class Festival:
    """A collection of wishes for a place: `collects` until then they come in, `grants` until then they are granted."""

    id: int
    name: str
    place_id: int
    person_id: int | None
    state: str
    made_at: int
    opened_at: int | None
    collects: int
    grants: int
    posted_at: int | None = None
    nudged_at: int | None = None
    asked_at: int | None = None
    closed_at: int | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("collecting", "granting")

    @property
    def half(self) -> int:
        """Half way between the two ends."""
        return (self.collects + self.grants) // 2

    def opens(self, *, at: int) -> Festival:
        if self.collects <= at:
            raise RuleError("festival-too-soon")
        return replace(self, state="collecting", opened_at=at)

    def collected(self) -> Festival:
        return replace(self, state="granting")

    def collects_until(self, until: int, *, at: int) -> Festival:
        """Raises RuleError for the past; what is granted is granted at least as long. Longer again, it collects on."""
        if until <= at:
            raise RuleError("festival-past")
        state = "collecting" if self.state == "granting" else self.state
        return replace(self, state=state, collects=until, grants=max(self.grants, until + DAY))

    def grants_until(self, until: int, *, at: int) -> Festival:
        if until <= at:
            raise RuleError("festival-past")
        if self.state != "granting" and until <= self.collects:
            raise RuleError("festival-grants-first")
        return replace(self, grants=until, collects=min(self.collects, until), asked_at=None)

    def close(self, *, at: int) -> Festival:
        return self if self.state == "closed" else replace(self, state="closed", closed_at=at)

    def check_post(self, at: int) -> None:
        """Raises RuleError: a group hears of it once a day."""
        if self.posted_at is not None and at - self.posted_at < POST_EVERY:
            raise RuleError("festival-posted")


def read_name(text: str) -> str:
    """A festival's name. Raises RuleError for one that is empty or too long."""
    name = clean_name(text)
    if not name:
        raise RuleError("festival-no-name")
    if utf16(name) > NAME_UNITS:
        raise RuleError("festival-name-long", most=NAME_UNITS)
    return name


@dataclass(frozen=True)
class Counts:
    """How many wishes a festival has: to be looked at, nobody's yet, taken on, granted, not granted when it closed."""

    waiting: int = 0
    open: int = 0
    taken: int = 0
    granted: int = 0
    ended: int = 0

    @property
    def hung(self) -> int:
        return self.open + self.taken + self.granted + self.ended
