"""Matching: which offers may fit what somebody wants. Names decide; likeness suggests, and never a medicine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from bot.domain import medicines
from bot.domain.medicines import Category, Lists, Otc
from bot.domain.offers import Offer
from bot.domain.text import plain

ALIKE = 72
"""How alike (0–100) two names have to be before one is suggested for the other."""

ANSWERS = {
    "thing": ("thing",), "medicine": ("medicine",), "wish": ("thing", "skill", "teaching"),
    "skill": ("skill", "teaching"), "errand": ("skill",), "company": ("skill",), "ride": ("skill",),
}  # fmt: skip
"""Which kinds of offer may answer a kind of ask."""


@dataclass(frozen=True)
class Good:
    """A thing or a skill by name. `kind` is the kind of ask it answers: thing, skill, errand, company, ride."""

    key: str
    kind: str
    zh: str
    en: str

    def name(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True)
class Goods:
    """Every name that things and skills have. What `things` and `skills` hold stands in the order of the file."""

    things: tuple[Good, ...]
    skills: tuple[Good, ...]
    names: Mapping[str, str]  # name → key
    by_key: Mapping[str, Good] = field(repr=False, default_factory=dict)

    def known(self, text: str) -> tuple[Good, ...]:
        """What a text names, in its order; a name inside a longer one (书 in 书法) does not count."""
        bare = plain(text)
        found = [(at, at + len(name), key) for name, key in self.names.items() for at in _places(name, bare)]
        whole = [hit for hit in found if not any(_lies_in(hit, other) for other in found)]
        return tuple(self.by_key[key] for key in dict.fromkeys(key for _, _, key in sorted(whole)))


def read(data: Mapping[str, Any]) -> Goods:
    """The names out of `goods.toml`. Raises ValueError for one that stands for two things."""
    every = {
        group: tuple(Good(key, one.get("kind", group[:-1]), one["zh"], one["en"]) for key, one in data[group].items())
        for group in ("things", "skills")
    }
    names: dict[str, str] = {}
    for group in every:
        for key, one in data[group].items():
            for name in map(plain, (one["zh"], one["en"], *one["also"])):
                if names.setdefault(name, key) != key:
                    raise ValueError(f"stands for two things: {name}")
    by_key = {good.key: good for goods in every.values() for good in goods}
    return Goods(every["things"], every["skills"], names, by_key)


_COUNTED = re.compile(
    r"^(?:想|要|借|需要|求|找|有|会|能|帮)*(?:[一二两三四五六七八九十几\d]+)?(?:个|把|本|些|点|口|台|根|条|件|只|张|套|盒|包|袋|瓶|次)?"
)


def _places(name: str, text: str) -> list[int]:
    """Where a name stands. One character alone has to be all there is: 书, 两本书, but not 书记."""
    if name not in text:
        return []
    if len(name) == 1:
        lead = len(text) - len(_COUNTED.sub("", text, count=1))
        return [lead] if text[lead:] == name else []
    if name.isascii():
        return [found.start() for found in re.finditer(rf"(?<![a-z0-9]){re.escape(name)}(?:e?s)?(?![a-z0-9])", text)]
    return [found.start() for found in re.finditer(re.escape(name), text)]


def _lies_in(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1] and one[1] - one[0] < other[1] - other[0]


@dataclass(frozen=True)
class Wanted:
    """What an ask means to the shelf: which kinds of offer, under which keys, in which words."""

    kinds: tuple[str, ...]
    keys: frozenset[str]
    words: str


def wanted(kind: str, text: str, goods: Goods, lists: Lists) -> Wanted:
    """A plea's thing read once, for asking storage and for ranking what it answers. `kind` is the ask's.

    A prescription or an unknown medicine has no key; an unknown one is met only by the very same words.
    """
    if kind == "medicine":
        judged = medicines.judge(text, lists)
        keys = (
            {judged.key} if isinstance(judged, Otc) else set(judged.members) if isinstance(judged, Category) else set()
        )
        return Wanted(ANSWERS["medicine"], frozenset(keys), medicines.spelt(text))
    kinds = ANSWERS.get(kind, ANSWERS["thing"])
    named = [good for good in goods.known(text) if ("thing" if good.kind == "thing" else "skill") in kinds]
    return Wanted(kinds, frozenset(good.key for good in named), plain(text))


@dataclass(frozen=True)
class Match:
    """An offer that may fit. `sure`: by name; else it is only like it, and somebody has to say so."""

    offer: Offer
    sure: bool
    score: int


def likely(thing: Wanted, offers: Iterable[Offer]) -> list[Match]:
    """The offers that may fit: those by name first, in the order given (nearest first), then the likest."""
    found = [match for offer in offers if (match := _match(thing, offer))]
    return sorted(found, key=lambda match: (not match.sure, 0 if match.sure else -match.score))


def _match(thing: Wanted, offer: Offer) -> Match | None:
    if offer.kind not in thing.kinds:
        return None
    if offer.key and offer.key in thing.keys:
        return Match(offer, True, 100)
    words = plain(offer.what)
    if offer.kind == "medicine":  # never by likeness
        same = bool(thing.words) and not (thing.keys or offer.key) and medicines.spelt(offer.what) == thing.words
        return Match(offer, True, 100) if same else None
    if offer.key and thing.keys:  # both are known, and they are two things
        return None
    score = _likeness(thing.words, words)
    return Match(offer, False, score) if score >= ALIKE else None


def _likeness(one: str, other: str) -> int:
    """Of two short names; one that holds the other is as like as can be without being it."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 2 and short in long:
        return 95
    return int(max(fuzz.ratio(one, other), fuzz.token_set_ratio(one, other) if " " in one + other else 0))


def fits(offer: Offer, asks: Sequence[tuple[int, str, str]], goods: Goods, lists: Lists) -> list[int]:
    """Which of these asks (number, kind, thing) an offer meets by name, in their order: its giver learns of them."""
    return [
        number
        for number, kind, text in asks
        if any(match.sure for match in likely(wanted(kind, text, goods, lists), [offer]))
    ]
