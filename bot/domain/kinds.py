"""Kinds of pleas, told by their words: medicine, ride, company, skill, errand, wish; else a thing. Only a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.text import plain

THING = "thing"


@dataclass(frozen=True)
class Kinds:
    words: Mapping[str, re.Pattern[str]]
    urgent: re.Pattern[str]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Kinds:
        words = {key: re.compile("|".join(one["words"])) for key, one in data.items() if isinstance(one, Mapping)}
        return cls(words, re.compile(data["urgent"]))

    def of_words(self, text: str) -> str:
        """What kind of plea this is; of several that fit, a wish said by name, else the first of the list."""
        read = _read(text)
        if self.words["wish"].search(read):
            return "wish"
        return next((key for key, words in self.words.items() if words.search(read)), THING)

    def is_urgent(self, text: str) -> bool:
        return bool(self.urgent.search(_read(text)))

    def without_haste(self, text: str) -> str:
        """The words without those that only say how urgent it is: 很急 蜡烛."""
        parts = re.split(r"([\s,，.。;；!！、]+)", text)
        return "".join("" if self.urgent.fullmatch(plain(part)) else part for part in parts).strip()


def _read(text: str) -> str:
    return re.sub(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])", "", plain(text))
