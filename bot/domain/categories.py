"""Categories of tickets: what their words look like, how soon somebody must answer, who hears of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.moments import HOUR
from bot.domain.rules import RuleError
from bot.domain.text import clean_name, plain, utf16

_FLAGS = ("urgent", "private", "conduct", "shared", "spreads", "indoors")

UNSORTED = "unsorted"
"""Nobody said what it is: 请楼栋长看."""

OTHER = "other"

CLOCKS = ("acknowledge", "progress", "fix")
FLAGS = ("urgent", "private", "conduct")
STAYING = (UNSORTED, OTHER)
"""They catch whatever is nothing else: they cannot be switched off."""

MOST_OWN = 30
MOST_WORDS = 20
LONGEST_NAME, LONGEST_WORD = 16, 20
LONGEST_CLOCK = 400 * HOUR


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
    zh: str = ""  # the name of one of the community's own; "" for those that come with the house
    en: str = ""
    words: tuple[str, ...] = ()  # what neighbours call it here
    off: bool = False  # not offered any more; what was reported as one stays one

    @classmethod
    def of(cls, key: str, row: Mapping[str, Any]) -> Category:
        fields: dict[str, Any] = {name: int(row[name] * HOUR) for name in CLOCKS}
        fields |= {name: bool(row.get(name)) for name in _FLAGS}
        fields |= {name: tuple(row.get(name, ())) for name in ("titles", "also")}
        signs = re.compile("|".join(row.get("signs", ())) or r"(?!)")
        return cls(key, row["icon"], signs, **fields)

    def name(self, language: str) -> str:
        """What the community calls it; "" for one that comes with the house, whose name is a sentence."""
        return self.en or self.zh if language == "en" else self.zh


@dataclass(frozen=True)
class Change:
    """What a steward changed in a category, or a whole one of their own. None: as it comes with the house."""

    key: str
    zh: str | None = None
    en: str | None = None
    acknowledge: int | None = None
    progress: int | None = None
    fix: int | None = None
    urgent: bool | None = None
    private: bool | None = None
    conduct: bool | None = None
    also: tuple[str, ...] | None = None
    words: tuple[str, ...] = ()
    off: bool = False

    def of(self, base: Category) -> Category:
        named = ("zh", "en", *CLOCKS, *FLAGS, "also")
        changed = {name: value for name in named if (value := getattr(self, name)) is not None}
        return replace(base, key=self.key, words=self.words, off=self.off, **changed)

    def clock(self, which: str, seconds: int) -> Change:
        """Raises category-no-such-clock for a clock or a span that there is not."""
        if which not in CLOCKS or not HOUR // 2 <= seconds <= LONGEST_CLOCK:
            raise RuleError("category-no-such-clock")
        return replace(self, **{which: seconds})  # type: ignore[arg-type]  # one of the three spans

    def flag(self, which: str, base: Category) -> Change:
        """The other way round. What comes private with the house stays so. Raises category-stays-private."""
        if which not in FLAGS:
            raise RuleError("button-is-old")
        if which == "private" and base.private:
            raise RuleError("category-stays-private")
        return replace(self, **{which: not getattr(self.of(base), which)})  # type: ignore[arg-type]  # one of the flags

    def tells(self, title: str, base: Category) -> Change:
        """Whoever has this title hears of it from now on, or no more."""
        told = self.of(base).also
        return replace(self, also=tuple(one for one in told if one != title) if title in told else (*told, title))

    def called(self, text: str) -> Change:
        """What neighbours call it here. Raises category-words-wrong for nothing, too many, or one far too long."""
        words = tuple(
            dict.fromkeys(plain(word) for one in _SEPARATORS.split(text) if (word := clean_name(one).strip()))
        )
        if len(words) > MOST_WORDS or any(not 2 <= utf16(word) <= LONGEST_WORD for word in words):
            raise RuleError("category-words-wrong", most=MOST_WORDS, longest=LONGEST_WORD)
        return replace(self, words=words)

    def switched(self, *, off: bool) -> Change:
        """Raises category-stays for the two that catch whatever is nothing else."""
        if off and self.key in STAYING:
            raise RuleError("category-stays")
        return replace(self, off=off)


_SEPARATORS = re.compile(r"[、,，;；/／|\n\r]+")


def own_name(text: str) -> tuple[str, str]:
    """`电动门 = Gate`: a name, and one in English if there is. Raises category-name."""
    zh, _, en = (clean_name(part).strip() for part in text.replace("＝", "=").partition("="))
    if not zh or utf16(zh) > LONGEST_NAME or utf16(en) > 2 * LONGEST_NAME:
        raise RuleError("category-name", longest=LONGEST_NAME)
    return zh, en


@dataclass(frozen=True)
class Categories:
    """Every category, in the order in which their words win and in which they are offered."""

    every: Mapping[str, Category]

    @classmethod
    def of(cls, data: Mapping[str, Mapping[str, Any]]) -> Categories:
        return cls({key: Category.of(key, row) for key, row in data.items()})

    def changed(self, changes: Iterable[Change]) -> Categories:
        """With what a steward changed; the community's own stand before the two that catch everything else."""
        by_key = {one.key: one for one in changes}
        known = {key: by_key[key].of(one) if key in by_key else one for key, one in self.every.items()}
        own = {key: one.of(self.template) for key, one in by_key.items() if key not in known}
        last = {key: known.pop(key) for key in STAYING}
        return Categories(known | own | last)

    @property
    def template(self) -> Category:
        """What one of the community's own is like before anything is said of it."""
        return replace(self.every[OTHER], icon="🏷", signs=re.compile(r"(?!)"))

    @property
    def offered(self) -> dict[str, Category]:
        return {key: one for key, one in self.every.items() if not one.off}

    def get(self, key: str) -> Category:
        """The category of this name; one that was taken away since is 其他."""
        return self.every.get(key) or self.every[OTHER]

    def of_words(self, text: str) -> str:
        """The category that the words speak of, `unsorted` if they do not say. Only a guess: one tap corrects it.

        What neighbours call it here counts before what the house knows.
        """
        read = _read(text)
        here = (key for key, one in self.offered.items() if any(_read(word) in read for word in _said(one)))
        known = (key for key, one in self.offered.items() if one.signs.search(read))
        return next(here, None) or next(known, UNSORTED)


def _said(one: Category) -> tuple[str, ...]:
    return (*one.words, *((plain(one.zh),) if one.zh else ()), *((plain(one.en),) if one.en else ()))


def _read(text: str) -> str:
    return re.sub(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", "", plain(text))
