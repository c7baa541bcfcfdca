"""What an evening and a week were like for what was reported: numbers, and the buildings and kinds behind them.

Times are Unix seconds, spans seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

BARS = 10
"""Signs of the longest bar."""

MOST_LINES = 6
"""Buildings or kinds that a week names, the busiest first."""

T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """A ticket as it is counted: where (its building), which kind, and the moments that count."""

    building: int
    category: str
    opened_at: int
    taken_at: int | None
    fixed_at: int | None


@dataclass(frozen=True)
class Medians:
    """Of one building or kind: how many were reported, and the medians of taking and fixing; None: none yet."""

    key: int | str
    count: int
    take: int | None
    fix: int | None


def medians(seen: Iterable[Seen], key: Callable[[Seen], int | str]) -> list[Medians]:
    """The busiest first, at most `MOST_LINES`."""
    groups: dict[int | str, list[Seen]] = {}
    for one in seen:
        groups.setdefault(key(one), []).append(one)
    every = [_medians(name, those) for name, those in groups.items()]
    return sorted(every, key=lambda one: (-one.count, str(one.key)))[:MOST_LINES]


def _medians(key: int | str, seen: Sequence[Seen]) -> Medians:
    taken = [one.taken_at - one.opened_at for one in seen if one.taken_at is not None]
    fixed = [one.fixed_at - one.opened_at for one in seen if one.fixed_at is not None]
    return Medians(key, len(seen), int(median(taken)) if taken else None, int(median(fixed)) if fixed else None)


def bar(count: int, most: int) -> str:
    """▇▇▇▁: as long as its share of the longest, never nothing for something."""
    return "▇" * (max(1, round(BARS * count / most)) if count else 0)


def days(span: int) -> int:
    """Whole days, for an age that people say in days."""
    return span // 86_400
