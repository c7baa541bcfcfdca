"""When something has to happen to a plea that nobody touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.aid.asks import Ask
from bot.domain.moments import DAY, HOUR


@dataclass(frozen=True)
class Clocks:
    """When the head is told, when the asker is asked, and when the plea ends. None: that is past."""

    half: int | None
    question: int
    end: int


def clocks(ask: Ask, not_quiet: Callable[[int], int], since: int = 0) -> Clocks:
    """The question comes a while before the end and never wakes anybody over a plea that can wait.

    `not_quiet` moves a moment out of the night and the midday rest. `since`: when one of the two last did something
    about it that the plea itself does not say; whoever has just agreed, or read the box, is not asked yet.
    """
    if ask.state == "taken":
        latest = max(since, *(giver.agreed_at or giver.since for giver in ask.helping))
        question = not_quiet(max(ask.until, latest + 2 * HOUR))
        return Clocks(None, question, question + DAY)
    length = ask.until - ask.begun_at
    question = ask.until - min(3 * HOUR, max(length, HOUR) // 6)
    if not ask.is_waited_for:
        question = not_quiet(question)
    half = None if ask.called_at is not None or ask.helping else ask.begun_at + length // 2
    return Clocks(half, question, max(ask.until, question + HOUR // 6))
