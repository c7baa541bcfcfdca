"""Titles of offices as data: what each lets its holder do, and at which kinds of place it is held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

POWERS = ("confirm", "act", "appoint", "notify", "gather", "repair", "steward")
"""What a title can let its holder do; `bot/data/titles.toml` says what each means."""


@dataclass(frozen=True)
class Title:
    """A title and what it carries. `held`: the kinds of place, the usual one first."""

    key: str
    powers: frozenset[str]
    held: tuple[str, ...]


@dataclass(frozen=True)
class OwnTitle:
    """A title of the steward's own making; what it may do is what the built-in one may that it is `same_as`."""

    key: str
    zh: str
    en: str | None
    same_as: str

    def name(self, language: str) -> str:
        return self.en or self.zh if language == "en" else self.zh


def read(table: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Title]:
    """The titles of a table of `powers` and `held`. Raises ValueError for a power that does not exist."""
    titles = {key: Title(key, frozenset(row["powers"]), tuple(row["held"])) for key, row in table.items()}
    for title in titles.values():
        if unknown := title.powers - set(POWERS):
            raise ValueError(f"{title.key}: no such power: {', '.join(sorted(unknown))}")
    return titles


def powers(held: Iterable[str], titles: Mapping[str, Title]) -> frozenset[str]:
    """What somebody who holds these titles may do."""
    return frozenset().union(*(titles[key].powers for key in held if key in titles))
