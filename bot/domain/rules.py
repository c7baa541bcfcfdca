"""What every rule shares: a refusal that people read, and the address of a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass


class RuleError(Exception):
    """A refusal. `code` is the key of the sentence people read, `details` fill its blanks."""

    def __init__(self, code: str, **details: object):
        super().__init__(code)
        self.code, self.details = code, details


_WORD = re.compile(r"[a-z][a-z-]*")
_PART = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Address:
    """The one grammar of buttons and deep links: `ask_take_12`, `menu_mine_2`, `ask_12`.

    Words of a–z and -, then values of a–z, 0–9 and -, joined by _; at most 64 bytes
    (Bot API: InlineKeyboardButton.callback_data, and the start parameter of a deep link).
    """

    door: str
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = "_".join((*self.door.split("."), *self.values))
        if len(text) > 64 or Address.read(text) is None:
            raise ValueError(f"not an address: {self.door}")
        return text

    @classmethod
    def of(cls, door: str, *values: object) -> Address:
        return cls(door, tuple(str(value) for value in values))

    @classmethod
    def read(cls, text: str) -> tuple[str, ...] | None:
        """The parts, or None if this was never one of our addresses."""
        parts = tuple(text.split("_"))
        whole = len(text) <= 64 and _WORD.fullmatch(parts[0]) and all(_PART.fullmatch(part) for part in parts)
        return parts if whole else None


def thing(kind: str, number: int) -> str:
    """What cards, alarms and the journal call a thing: `ask_12`."""
    return f"{kind}_{number}"


def number_of(name: str) -> int:
    """The number in `ask_12`."""
    return int(name.rpartition("_")[2])


def whole_number(value: str) -> int:
    """The number a button carries. Raises RuleError for what was never one of ours."""
    if not value.isdecimal() or len(value) > 15:
        raise RuleError("button-is-old")
    return int(value)
