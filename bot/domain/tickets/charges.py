"""Charges: what a repair costs is said before, in yuan, and needs the reporter's yes. Money never passes through us."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.rules import RuleError
from bot.domain.text import utf16

MOST_CENTS = 10_000_000
WHAT_UNITS = 100
"""UTF-16 units of what it is for."""

_SUM = re.compile(
    r"(?P<before>[¥￥]|rmb|cny)?\s*(?P<sum>\d{1,7}(?:[.．]\d{1,2})?)\s*(?P<after>块钱|元钱|元|块|圆|yuan|rmb|cny)?",
    re.I,
)
_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
_EDGE = " \t\n,，。.;；:：、-–—"


@dataclass(frozen=True)
class Charge:
    """`cents`: 1/100 yuan. `answer`: "" (awaited) · yes · no · dropped (by whoever asked)."""

    id: int
    ticket_id: int
    cents: int
    what: str
    person_id: int | None
    asked_at: int
    answer: str = ""
    answered_by: int | None = None
    answered_at: int | None = None


def read(text: str) -> tuple[int, str]:
    """`80元 换水龙头` → (8000, 换水龙头): the sum that says it is money, else the only number. Raises RuleError."""
    said = text.translate(_DIGITS)
    found = list(_SUM.finditer(said))
    money = [one for one in found if one["before"] or one["after"]] or found
    if len(money) != 1:
        raise RuleError("ticket-charge-how")
    cents = round(float(money[0]["sum"]) * 100)
    what = (said[: money[0].start()].rstrip(_EDGE) + " " + said[money[0].end() :].lstrip(_EDGE)).strip(_EDGE)
    if not what:
        raise RuleError("ticket-charge-how")
    if not 0 < cents <= MOST_CENTS or utf16(what) > WHAT_UNITS:
        raise RuleError("ticket-charge-much", most=WHAT_UNITS)
    return cents, what


def yuan(cents: int) -> str:
    """80 · 80.5 · 80.55"""
    return f"{cents / 100:.2f}".rstrip("0").rstrip(".")
