"""A phone number somebody shows to the other of the two, as they type it or as their own card holds it."""

from __future__ import annotations

import re

from bot.domain.text.masking import plain_digits

_SAID = re.compile(r"\+?[(（]?\d[\d \-‐-―_.·()（）]{3,28}\d")
SHORTEST, LONGEST = 5, 15
"""Digits of a number: an office's short one, and the longest there is (ITU-T E.164)."""


def phone_in(text: str) -> str | None:
    """The number that a text is, and nothing else: 138 1234 5678, +86-13812345678. None for anything else."""
    said = plain_digits(text).strip().removeprefix("电话").strip(" :：")
    digits = "".join(sign for sign in said if sign.isdecimal())
    if not _SAID.fullmatch(said) or not SHORTEST <= len(digits) <= LONGEST:
        return None
    return f"+{digits}" if said.startswith("+") else digits
