"""Privacy: what somebody agreed to, and when their data may be handed over or let go. Times are Unix seconds, UTC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.rules import RuleError

VERSIONS = {"keep": 1, "family": 1, "health": 1}
"""What somebody can agree to, and which wording of it is the present one.

`keep`: who I am and where I live · `family`: my helpers see what I opened · `health`: an illness named in a plea.
"""

EXPORT_EVERY = 3600
"""Seconds between two copies of their data that somebody may have."""

MOST_LETTERS = 5
"""Lines to those who keep the bot running that one person may write within a day."""


@dataclass(frozen=True)
class Consent:
    """An agreement. `asked`: the newest wording that this person was asked about."""

    person_id: int
    purpose: str
    version: int
    given_at: int
    asked: int
    withdrawn_at: int | None = None

    @property
    def holds(self) -> bool:
        """A new wording does not end what was agreed to; it only asks once more."""
        return self.withdrawn_at is None

    @property
    def is_current(self) -> bool:
        return self.holds and self.version >= VERSIONS[self.purpose]

    def withdraw(self, *, at: int) -> Consent:
        return self if self.withdrawn_at is not None else replace(self, withdrawn_at=at)


def purpose_of(word: str) -> str:
    """The purpose a button names; refuses one that we never wrote."""
    if word not in VERSIONS:
        raise RuleError("button-is-old")
    return word


def check_export(last: int | None, at: int) -> None:
    """Refuse a second copy within the hour, with the minutes that are left."""
    if last is not None and at - last < EXPORT_EVERY:
        raise RuleError("export-too-soon", minutes=-(-(EXPORT_EVERY - (at - last)) // 60))


def check_leaving(person_id: int, stewards: Iterable[int]) -> None:
    """Whoever alone keeps the bot running names somebody else before they are forgotten."""
    if set(stewards) == {person_id}:
        raise RuleError("forget-last-steward")
