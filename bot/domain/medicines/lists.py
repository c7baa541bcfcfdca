"""Which medicines neighbours may give each other, and which only a doctor gives.

A name is decided by the lists alone: likeness suggests, it never decides.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz, process

from bot.domain.text import plain

ALIKE = 60
"""How alike (0–100) a name has to be before it is suggested."""

MISSPELT, MISSPELT_ZH = 84, 75
"""How alike (0–100) before it is taken for that name misspelt: one sign of four, one letter of seven or so."""


@dataclass(frozen=True)
class Otc:
    """A medicine that is sold without a prescription."""

    key: str


@dataclass(frozen=True)
class Category:
    """Any of its members will do."""

    key: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Prescription:
    """Only a doctor gives it."""

    key: str


@dataclass(frozen=True)
class Unknown:
    """On no list: whoever has it reads the box."""


Judgement = Otc | Category | Prescription | Unknown


@dataclass(frozen=True)
class Entry:
    """A medicine of the list; `own`: a steward wrote it, and it has one name in both languages."""

    key: str
    zh: str
    en: str
    categories: tuple[str, ...] = ()
    own: bool = False

    def name(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True)
class Change:
    """What a steward changed: `otc` another name of `key`, or their own, in a category; `prescription`; `gone`."""

    name: str
    kind: str
    key: str = ""


def own_key(name: str) -> str:
    """The key of a steward's own entry: an address, whatever it is called."""
    return f"own-{hashlib.sha256(spelt(name).encode()).hexdigest()[:10]}"


_GAP = re.compile(r"(?<=[\u3400-\u9fff])[\W_]+(?=[\u3400-\u9fff])|(?<![a-z][a-z])(?<=[a-z])[\W_](?=[a-z](?![a-z]))")


def spelt(text: str) -> str:
    """A name as the lists spell it: simplified, lower case, without gaps between its characters or single letters."""
    return _GAP.sub("", plain(text)).strip()


@dataclass(frozen=True)
class Lists:
    """What is known: every name leads to one entry, one category or a prescription."""

    entries: Mapping[str, Entry]
    otc: Mapping[str, str]  # name → key
    categories: Mapping[str, str]  # name → key
    prescription: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    price: re.Pattern[str]
    medicine: re.Pattern[str]

    @cached_property
    def by_first(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """(name, kind, key) of every name, by the name's first sign."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for kind, names in (
            ("prescription", self.prescription),
            ("otc", self.otc),
            ("category", self.categories),
        ):
            for name, key in names.items():
                found.setdefault(name[:1], []).append((name, kind, key))
        return found

    @cached_property
    def long_zh(self) -> Mapping[str, list[str]]:
        """Chinese names that may be misspelt, by each of their signs: twice where a name has it twice."""
        found: dict[str, list[str]] = {}
        for name in (*self.otc, *self.prescription):
            for sign in name if len(name) >= 4 and not name.isascii() else ():
                found.setdefault(sign, []).append(name)
        return found

    @cached_property
    def long_en(self) -> tuple[str, ...]:
        """English names that may be misspelt."""
        names = (*self.otc, *self.prescription)
        return tuple(name for name in names if len(name) >= 8 and name.isascii() and name.isalpha())

    def changed(self, changes: Iterable[Change]) -> Lists:
        """The same with what stewards added and took away; a prescription stays one."""
        entries, otc, prescription = dict(self.entries), dict(self.otc), dict(self.prescription)
        members = dict(self.members)
        for one in changes:
            name = spelt(one.name)
            if one.kind == "prescription":
                otc.pop(name, None)
                prescription[name] = name
            elif one.kind == "gone":
                otc.pop(name, None)
            elif name not in prescription:
                key = one.key if one.key in entries else own_key(name)
                if key not in entries:
                    entries[key] = Entry(key, one.name, one.name, (one.key,) if one.key in members else (), own=True)
                    members |= {one.key: (*members[one.key], key)} if one.key in members else {}
                otc[name] = key
        return replace(self, entries=entries, otc=otc, prescription=prescription, members=members)


def read(data: Mapping[str, Any]) -> Lists:
    """The lists out of `medicines.toml`. Raises ValueError for a name that stands for two things."""
    entries = {key: Entry(key, one["zh"], one["en"], tuple(one["in"])) for key, one in data["otc"].items()}
    otc = _named((key, [one["zh"], one["en"], *one["also"]]) for key, one in data["otc"].items())
    categories = _named((key, [*one["zh"], *one["en"]]) for key, one in data["categories"].items())
    prescription = _named(data["prescription"].items())
    if both := otc.keys() & prescription.keys() or otc.keys() & categories.keys():
        raise ValueError(f"stands for two things: {sorted(both)[0]}")
    members = {key: tuple(one.key for one in entries.values() if key in one.categories) for key in data["categories"]}
    price, medicine = ("|".join(f"(?:{one})" for one in data["words"][key]) for key in ("price", "medicine"))
    return Lists(entries, otc, categories, prescription, members, re.compile(price), re.compile(medicine))


def _named(every: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, names in every:
        for name in map(spelt, names):
            if found.setdefault(name, key) != key:
                raise ValueError(f"stands for two things: {name}")
    return found


@dataclass(frozen=True)
class _Hit:
    start: int
    end: int
    kind: str
    key: str

    def lies_in(self, other: _Hit) -> bool:
        return self != other and other.start <= self.start and self.end <= other.end and self.size < other.size

    @property
    def size(self) -> int:
        return self.end - self.start


def judge(text: str, lists: Lists) -> Judgement:
    """What a text asks for or offers. One name of a prescription is enough, unless it is part of a longer known name
    (红霉素软膏); then the first medicine named, then a category."""
    hits = _hits(spelt(text), lists)
    for kind, made in (("prescription", Prescription), ("otc", Otc)):
        named = [hit for hit in hits if hit.kind == kind]
        if named:
            return made(min(named, key=lambda hit: (hit.start, -hit.end)).key)
    wanted = next((hit for hit in hits if hit.kind == "category"), None)
    return Category(wanted.key, lists.members[wanted.key]) if wanted else Unknown()


def _hits(text: str, lists: Lists) -> list[_Hit]:
    found = [
        _Hit(at, at + len(name), kind, key)
        for sign in dict.fromkeys(text)
        for name, kind, key in lists.by_first.get(sign, ())
        if name in text
        for at in _places(name, text)
    ]
    return sorted(
        (hit for hit in found if not any(hit.lies_in(other) for other in found)), key=lambda hit: (hit.start, -hit.size)
    )


def _places(name: str, text: str) -> list[int]:
    """Where a name stands; letters as a word of their own, perhaps with an s or a strength (amoxicillin500mg)."""
    if not name.isascii():
        return [found.start() for found in re.finditer(re.escape(name), text)]
    return [found.start() for found in re.finditer(rf"(?<![a-z0-9]){re.escape(name)}(?:e?s)?(?![a-z])", text)]


def is_medicine(text: str, lists: Lists) -> bool:
    """Whether a text names a medicine, known or not, or something spelt almost like one: then the box is read."""
    known = not isinstance(judge(text, lists), Unknown) or bool(lists.medicine.search(plain(text)))
    return known or _almost(spelt(text), lists)


def _almost(text: str, lists: Lists) -> bool:
    """Whether a long name stands in the text but for a sign or two."""
    if len(text) >= 4 and process.extractOne(
        text, _sharing(text, lists), scorer=fuzz.partial_ratio, score_cutoff=MISSPELT_ZH
    ):
        return True
    words = [word for word in re.findall(r"[a-z]+", text) if len(word) >= 7]
    return any(process.extractOne(word, lists.long_en, scorer=fuzz.ratio, score_cutoff=MISSPELT) for word in words)


def _sharing(text: str, lists: Lists) -> list[str]:
    """Long Chinese names that share half of the shorter one's signs with the text: no other can be alike enough."""
    shared = Counter(name for sign in set(text) for name in lists.long_zh.get(sign, ()))
    return [name for name, signs in shared.items() if 2 * signs >= min(len(name), len(text))]


def names_a_price(text: str, lists: Lists) -> bool:
    """Whether something is to be paid: neighbours give, they do not sell."""
    return bool(lists.price.search(plain(text)))


def suggest(text: str, lists: Lists, most: int = 3) -> tuple[str, ...]:
    """Medicines whose names are like this one, for somebody to choose from; what is on a list needs no suggestion."""
    name = spelt(text)
    if not isinstance(judge(text, lists), Unknown) or len(name) < 2:
        return ()
    alike = process.extract(name, list(lists.otc), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3 * most)
    best = max((score for _, score, _ in alike), default=ALIKE)
    if process.extractOne(name, list(lists.prescription), scorer=fuzz.ratio, score_cutoff=best):
        return ()  # nobody who means amoxicillin is led to ambroxol
    return tuple(dict.fromkeys(lists.otc[found] for found, _, _ in alike))[:most]
