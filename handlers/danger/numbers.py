"""Numbers to call: said first, in the order in which to call them, each to copy with a tap."""

from __future__ import annotations

from bot.domain.danger import NAMED, dialled
from bot.i18n import Words, bold
from handlers.cards import Button, Rows
from handlers.context import Neighbourhood
from handlers.danger.shared import WORDS

EVERYBODYS = ("medical", "fire", "police", "mind")
"""What a group reads when the kind of danger is nobody else's business."""

SHORT = 12
"""Characters of a label of which three stand in a row."""


def of(t: Words, house: Neighbourhood, kind: str) -> tuple[list[str], Rows]:
    """The numbers of a kind of danger, as lines and as buttons that copy them."""
    return said(t, WORDS.numbers(kind, house.numbers))


def every(t: Words, house: Neighbourhood) -> tuple[list[str], Rows]:
    """The numbers for anything, without a word of what it is."""
    known = house.numbers or WORDS.defaults
    return said(t, {name: known[name] for name in EVERYBODYS if name in known} or dict(WORDS.defaults))


def first(house: Neighbourhood, kind: str) -> str:
    """The number to call first."""
    return next(iter(WORDS.numbers(kind, house.numbers).values()))


def said(t: Words, numbers: dict[str, str]) -> tuple[list[str], Rows]:
    """These numbers by their names, each to copy with a tap."""
    named = {t("danger-number-name", name=name) if name in NAMED else name: it for name, it in numbers.items()}
    lines: list[str] = [bold(t("danger-number", name=name, number=dialled(it))) for name, it in named.items()]
    copies = [Button(t("danger-copy", number=it), copies=dialled(it)) for it in named.values() if len(it) <= 18]
    in_a_row = 3 if all(len(button.text) <= SHORT for button in copies) else 2
    return lines, [copies[at : at + in_a_row] for at in range(0, len(copies), in_a_row)]
