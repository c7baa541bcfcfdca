"""Festivals: which come next, and when wishes are collected and granted before them. Days are of the local calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

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
