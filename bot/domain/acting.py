"""Acting for a neighbour: who may, and what is written down of somebody without a telephone."""

from __future__ import annotations

from collections.abc import Set

from bot.domain.people import Person
from bot.domain.rules import RuleError
from bot.domain.text import clean_name, masked, utf16

LONGEST_NAME = 40
"""UTF-16 units of a name that is written down."""

LINK_DAYS = 3
"""How long a link that names a helper can be opened."""

MOST_HELPERS = 5
"""Helpers one person may have."""


def may_act(whom: Person, named: bool, powers: Set[str]) -> bool:
    """Whether somebody may act for this neighbour, whose helper they are (`named`), with the powers they hold there.

    An office acts only for those who have no Telegram; whoever has it says themselves who shall help them.
    """
    if whom.retired or whom.blocked or whom.merged_into is not None:
        return False
    return named or (whom.telegram_id is None and "act" in powers)


def name_of(text: str) -> str:
    """A name as somebody typed it, fit to be written down: without a number; refuses an empty or far too long one."""
    name = clean_name(masked(text.replace("\n", " ")))
    if not name or not any(sign.isalpha() for sign in name):
        raise RuleError("acting-name-empty")
    if utf16(name) > LONGEST_NAME:
        raise RuleError("acting-name-long", most=LONGEST_NAME)
    return name
