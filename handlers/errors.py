"""Refusals in the house's own voice: a rule's code becomes the sentence people read."""

from __future__ import annotations

from bot.domain.rules import RuleError
from bot.domain.text import cut
from bot.i18n import words

ALERT_UNITS = 200
"""UTF-16 units an answer to a press may have (Bot API: answerCallbackQuery)."""


def sentence(error: RuleError, language: str) -> str:
    return words(language)(error.code, **error.details)


def alert(text: str) -> str:
    return cut(text, ALERT_UNITS)
