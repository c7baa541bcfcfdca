"""What a conversation through the bot does not carry: links, talk of payment, card numbers, and numbers to call."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.text import plain
from bot.domain.text.masking import LINKS, NAMED, NUMBERS, plain_digits

_LINK = re.compile("|".join(LINKS[:3]), re.IGNORECASE)
_CONTACT = re.compile("|".join([LINKS[3], *NUMBERS, *NAMED]), re.IGNORECASE)
_GAP = r"[\s\-‐-―_.·•*~|/]{0,3}"
_CARD = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{11,18}}(?:{_GAP}x)?(?!\d)", re.IGNORECASE)
_PHONE = re.compile(r"(?:00)?861[3-9]\d{9}")
_TIME = re.compile(r"\d{1,2} ?[:.点时] ?\d{0,2}(?!\d)")
_MEASURED = re.compile(r"\d+ ?(?:号楼|[栋幢座楼层室门盒板个片粒块元度岁月日号次天人包袋斤米]|单元|分钟|小时)")
_BETWEEN = re.compile(r"[\W_]+")
_SIGN = re.compile(r"[^\x00-\x7f]")


TOGETHER = 600
"""Seconds within which lines of bare digits are read as one number."""

SHORT = 4
"""Letters or signs that a line of bare digits may hold beside them: 电话138."""

AS_PHONE, AS_CARD = 7, 16
"""So many digits in a row, over several lines, are a number to call; so many, a card."""


@dataclass(frozen=True)
class Fraud:
    """The words of payment and of secrets, as patterns over simplified text in lower case."""

    words: re.Pattern[str]
    squeezed: re.Pattern[str]  # those that hold a Chinese sign are found with anything between their signs, too

    @classmethod
    def of(cls, words: Iterable[str]) -> Fraud:
        every = list(words)
        chinese = [word for word in every if _SIGN.search(word)]
        return cls(re.compile("|".join(every)), re.compile("|".join(chinese)))

    def found_in(self, text: str) -> bool:
        lower = plain(text)
        return bool(self.words.search(lower) or self.squeezed.search(_BETWEEN.sub("", lower)))


def held(text: str, fraud: Fraud) -> str | None:
    """Why a line is held back: "card", "link", "payment", "contact"; None: it may pass.

    A contact is held so that it is shown by a tap of its own; the others do not pass at all.
    """
    digits = plain_digits(text)
    if any(_is_card(match[0]) for match in _CARD.finditer(digits)):
        return "card"
    if _LINK.search(digits):
        return "link"
    if fraud.found_in(text):
        return "payment"
    return "contact" if _CONTACT.search(digits) else None


def bare_digits(text: str) -> int:
    """How many digits a line holds that holds hardly anything else; a time, a door or a measure is none of them."""
    rest = _TIME.sub("", _MEASURED.sub("", plain_digits(text)))
    digits = sum(sign.isdecimal() for sign in rest)
    others = sum(sign.isalnum() for sign in rest) - digits
    return digits if digits >= 2 and others <= SHORT else 0


def held_together(digits: int) -> str | None:
    """Why a line is held back that ends a number said over several lines: 138, 1234, 5678. `digits`: all of them."""
    if digits < AS_PHONE:
        return None
    return "card" if digits >= AS_CARD else "contact"


def _is_card(written: str) -> bool:
    """16 to 19 digits, a Chinese identity number among them; or 13 to 15 that end in the right check digit."""
    digits = "".join(sign for sign in written if sign.isdecimal())
    longish = len(digits) + written.lower().endswith("x") >= 16
    return longish or (len(digits) >= 13 and not _PHONE.fullmatch(digits) and _luhn([int(sign) for sign in digits]))


def _luhn(digits: list[int]) -> bool:
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
