"""Acting for a neighbour: who may, and what is written down of somebody without a telephone."""

from __future__ import annotations

from collections.abc import Set

from bot.domain.rules import RuleError
from bot.domain.text import clean_name, utf16

LONGEST_NAME = 40
"""UTF-16 units of a name that is written down."""

LINK_DAYS = 3
"""How long a link that names a helper can be opened."""

MOST_HELPERS = 5
"""Helpers one person may have."""


def check_may_act(named: bool, powers: Set[str]) -> None:
    """Refuse unless the person themselves named this helper, or an office lets them act where that person lives."""
    if not named and "act" not in powers:
        raise RuleError("acting-not-named")


def name_of(text: str) -> str:
    """A name as somebody typed it, fit to be written down; refuses an empty or far too long one."""
    name = clean_name(text.replace("\n", " "))
    if not name or not any(sign.isalpha() for sign in name):
        raise RuleError("acting-name-empty")
    if utf16(name) > LONGEST_NAME:
        raise RuleError("acting-name-long", most=LONGEST_NAME)
    return name
