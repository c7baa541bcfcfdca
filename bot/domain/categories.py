"""Categories of tickets: what their words look like, how soon somebody must answer, who hears of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.moments import HOUR
from bot.domain.text import plain

_FLAGS = ("urgent", "private", "conduct", "shared", "spreads", "indoors")

UNSORTED = "unsorted"
"""Nobody said what it is: 请楼栋长看."""

OTHER = "other"


@dataclass(frozen=True)
class Category:
    """One category. Spans are seconds of its own clock: working hours, or every hour for what cannot wait."""

    key: str
    icon: str
    signs: re.Pattern[str]
    acknowledge: int
    progress: int
    fix: int
    urgent: bool = False  # at night, too: its clock runs round the clock and whoever is on duty is told
    private: bool = False  # never in a group; reaches only the office it is routed to
    conduct: bool = False  # what somebody did: a group reads the place and the kind, never the words
    shared: bool = False  # one cause hits many homes at once: many reports are one known fault
    spreads: bool = False  # and many buildings: what comes within minutes around it is the same fault
    indoors: bool = False  # may lie in somebody's own home
    titles: tuple[str, ...] = ()  # only these offices; empty: whoever takes tickets there
    also: tuple[str, ...] = ()  # titles that are told beside those

    @classmethod
    def of(cls, key: str, row: Mapping[str, Any]) -> Category:
        fields: dict[str, Any] = {name: int(row[name] * HOUR) for name in ("acknowledge", "progress", "fix")}
        fields |= {name: bool(row.get(name)) for name in _FLAGS}
        fields |= {name: tuple(row.get(name, ())) for name in ("titles", "also")}
        signs = re.compile("|".join(row.get("signs", ())) or r"(?!)")
        return cls(key, row["icon"], signs, **fields)


@dataclass(frozen=True)
class Categories:
    """Every category, in the order in which their words win and in which they are offered."""

    every: Mapping[str, Category]

    @classmethod
    def of(cls, data: Mapping[str, Mapping[str, Any]]) -> Categories:
        return cls({key: Category.of(key, row) for key, row in data.items()})

    def get(self, key: str) -> Category:
        """The category of this name; one that was taken away since is 其他."""
        return self.every.get(key) or self.every[OTHER]

    def of_words(self, text: str) -> str:
        """The category that the words speak of, `unsorted` if they do not say. Only a guess: one tap corrects it."""
        read = _read(text)
        return next((key for key, one in self.every.items() if one.signs.search(read)), UNSORTED)


def _read(text: str) -> str:
    return re.sub(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", "", plain(text))
