"""Danger: words that say so, whom to call, who is told, and how it ends. Times are Unix seconds, UTC."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.rules import RuleError
from bot.domain.text import plain

ASK_SECONDS = 60
"""How long somebody in danger of life may say no before the head is told."""

CLIMB_SECONDS = 5 * 60
"""How long those who were told may be silent before the next above them are told, too."""

UNDO_SECONDS = 86_400
"""How long an ending can be taken back."""

NAMED = frozenset({"medical", "fire", "police", "mind", "women", "lift", "gas", "power"})
"""Numbers whose names are the house's."""

_CJK = r"[\u3400-\u9fff]"
_LOOSE = re.compile(rf"(?<={_CJK})[-‐-―~·•*_|/]+(?={_CJK})|(?<={_CJK}) +| +(?={_CJK})")
_STOPS = str.maketrans("。、，；！？…\n", ",,,;!?,,", "")


@dataclass(frozen=True)
class Kind:
    """A kind of danger. `numbers`: names of the house's numbers, the first to call first."""

    key: str
    signs: re.Pattern[str]
    numbers: tuple[str, ...]
    asks: bool  # the head is told unless somebody says no; else nobody without a tap
    also: tuple[str, ...] = ()  # titles that are told beside those who say who lives there


@dataclass(frozen=True)
class Words:
    """Every kind's words, in the order in which kinds win."""

    kinds: Mapping[str, Kind]
    defaults: Mapping[str, str]  # numbers, where the community names none
    harmless: re.Pattern[str]
    unsaid: re.Pattern[str]
    past: re.Pattern[str]
    softened: re.Pattern[str]
    hurt: re.Pattern[str]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Words:
        kinds = {
            key: Kind(
                key, _any(one["signs"]), tuple(one["numbers"]), one["told"] == "asked", tuple(one.get("also", ()))
            )
            for key, one in data.items()
            if isinstance(one, Mapping) and "signs" in one
        }
        softened = re.compile(f"{data['softened']}$")
        harmless, unsaid, past, hurt = (_any(data[name]) for name in ("harmless", "unsaid", "past", "hurt"))
        return cls(kinds, data["defaults"], harmless, unsaid, past, softened, hurt)

    def numbers(self, kind: str, ours: Mapping[str, str]) -> dict[str, str]:
        """Whom to call for a kind, the first to call first: the community's numbers, or those of the country.

        A number the community took away is left out, as long as there is another.
        """
        known = ours or self.defaults
        if ours.get("police") == self.defaults["police"]:
            known = {"women": self.defaults["women"], **ours}
        kind_of_it = self.kinds[kind]
        names = [*kind_of_it.numbers, *(_own(ours) if kind_of_it.also else ())]
        first = {name: known[name] for name in names if name in known}
        return first or {name: known.get(name, self.defaults[name]) for name in ("medical", "police")}

    def kind_of(self, text: str) -> str | None:
        """The kind of danger the words speak of, `other` for a bare cry for help, None for none."""
        clauses = re.split(r"[,.;!?]+", self.harmless.sub(",", _read(text)))
        told = [clause.strip() for clause in clauses if clause.strip() and not self.unsaid.search(clause)]
        now = [clause for clause in told if not self.past.search(clause)]
        return next((key for key, kind in self.kinds.items() if self._says(kind, now if kind.asks else told)), None)

    def is_hurt(self, text: str) -> bool:
        """Whether something has already happened to somebody, whatever the kind."""
        return bool(self.hurt.search(_read(text)))

    def _says(self, kind: Kind, clauses: Sequence[str]) -> bool:
        text = ",".join(clauses)
        found = kind.signs.finditer(text)
        return any(not (kind.asks and self.softened.search(text[: sign.start()])) for sign in found)


def _own(ours: Mapping[str, str]) -> list[str]:
    """Numbers with a name of the community's own: whoever keeps the buildings running."""
    return [name for name in ours if name not in NAMED][:2]


def dialled(number: str) -> str:
    """A number as a telephone makes a link of it: mainland mobiles and landlines get their +86, short ones stay."""
    digits = re.sub(r"[ ()-]", "", number)
    if re.fullmatch(r"1[3-9]\d{9}", digits):
        return f"+86{digits}"
    return f"+86{digits[1:]}" if re.fullmatch(r"0\d{9,11}", digits) else number


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(words))


def _read(text: str) -> str:
    """One spelling: simplified, small letters, plain stops, no space beside a Chinese sign."""
    text = plain(text).translate(_STOPS).replace("’", "'")
    return _LOOSE.sub("", re.sub(r"\s+", " ", text)).strip()


@dataclass(frozen=True)
class Danger:
    """Somebody in danger. No word of what was said is kept here: the kind is all that anybody needs to come."""

    id: int
    person_id: int | None
    by_id: int | None
    kind: str
    place_id: int | None
    room_id: int | None  # the group it was said in
    state: str  # asking, quiet, told, over
    opened_at: int
    told_at: int | None = None
    ended_at: int | None = None
    file_kind: str | None = None  # a voice or photo, by Telegram's file id
    file_id: str | None = None

    @property
    def voice_id(self) -> int | None:
        """Who said it."""
        return self.by_id or self.person_id

    @property
    def side(self) -> frozenset[int]:
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def is_over(self) -> bool:
        return self.state == "over"

    def tell(self, *, at: int) -> Danger:
        """The heads are told now; again after an ending, for a day."""
        if self.state == "told":
            return self
        if self.is_over and at - (self.ended_at or at) > UNDO_SECONDS:
            raise RuleError("danger-too-long-ago")
        return replace(self, state="told", told_at=at, ended_at=None)

    def decline(self) -> Danger:
        """Nobody shall be told."""
        return self if self.state == "quiet" else replace(self, state="quiet")

    def over(self, *, at: int) -> Danger:
        return self if self.is_over else replace(self, state="over", ended_at=at)


@dataclass(frozen=True)
class Told:
    """Somebody who was told, as holder of a title or, with none, as somebody's own helper.

    `answer`: going, reached, called.
    """

    danger_id: int
    person_id: int
    title: str
    at: int
    answer: str | None = None
    answered_at: int | None = None


ANSWERS = ("going", "reached", "called")


def first_state(kind: Kind) -> str:
    """Danger to life asks first and then tells; everything else tells nobody without a tap."""
    return "asking" if kind.asks else "quiet"
