"""Outside parties as somebody types them into the address book: a name, and a number to call."""

from __future__ import annotations

import re

from bot.domain import offices
from bot.domain.rules import RuleError
from bot.domain.text import clean_name, utf16

NAME_UNITS = 30
MOST = 60
"""Entries that the address book of one place may have."""

_NUMBER = re.compile(r"[+＋]?[\d０-９](?:[\s\-‐-―()（）.·]*[\d０-９]){4,19}")
_SHORT = re.compile(r"(?<!\d)(?:1[012]\d|9\d{3,5}|12\d{3})(?!\d)")
"""119 · 96166 · 12345: what is called without an area's number."""


def read(text: str) -> tuple[str, str]:
    """`电梯维保 139 0000 0000` → (电梯维保, +8613900000000). Without a number: "". Raises RuleError."""
    found = _NUMBER.search(text)
    phone = _phone(found[0]) if found else ""
    short = None if found else _SHORT.search(text)
    phone = short[0] if short else phone
    said = found[0] if found else short[0] if short else ""
    name = clean_name(text.replace(said, " ", 1) if said else text).strip(" ,，:：;；-")
    if not name:
        raise RuleError("firm-how")
    if utf16(name) > NAME_UNITS:
        raise RuleError("firm-too-long", most=NAME_UNITS)
    return name, phone


def change(text: str, name: str, phone: str) -> tuple[str, str]:
    """A number alone changes the number, a name alone the name, both change both."""
    try:
        new_name, new_phone = read(text)
    except RuleError as refusal:
        if refusal.code != "firm-how" or not text.strip():
            raise
        return name, read(f"x {text}")[1]
    return new_name, new_phone or phone


def _phone(said: str) -> str:
    digits = re.sub(r"\D", "", said)
    return digits if _SHORT.fullmatch(digits) else offices.phone(said)
