"""Telegram's limits, kept by ourselves: 30 a second in all, 1 a second in a private chat, 20 a minute in a group.

Edits count like messages; of a group's twenty, cards take at most fifteen and answers twelve, so that neither can
starve the other. Moments are monotonic seconds.
Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

ALL_PER_SECOND, PRIVATE_BURST, GROUP_PER_MINUTE, CARDS_PER_MINUTE, NOTES_PER_MINUTE = 28, 3, 19, 15, 12
SEVERAL = 3
"""So many chats refused within a moment: Telegram means all of them."""


@dataclass
class Window:
    """At most `most` in any `seconds`."""

    most: int
    seconds: float
    moments: deque[float] = field(default_factory=deque)

    def wait(self, at: float) -> float:
        while self.moments and at - self.moments[0] >= self.seconds:
            self.moments.popleft()
        return 0.0 if len(self.moments) < self.most else self.moments[0] + self.seconds - at

    def take(self, at: float) -> None:
        self.moments.append(at)


@dataclass
class Bucket:
    """A short burst, then one a second."""

    level: float = PRIVATE_BURST
    at: float = 0.0

    def wait(self, at: float) -> float:
        level = min(PRIVATE_BURST, self.level + (at - self.at))
        return 0.0 if level >= 1 else 1 - level

    def take(self, at: float) -> None:
        self.level, self.at = min(PRIVATE_BURST, self.level + (at - self.at)) - 1, at

    def is_full(self, at: float) -> bool:
        return self.level + (at - self.at) >= PRIVATE_BURST


@dataclass
class Limits:
    every: Window = field(default_factory=lambda: Window(ALL_PER_SECOND, 1.0))
    private: dict[int, Bucket] = field(default_factory=dict)
    group: dict[int, Window] = field(default_factory=dict)
    cards: dict[int, Window] = field(default_factory=dict)
    notes: dict[int, Window] = field(default_factory=dict)
    pauses: dict[int, float] = field(default_factory=dict)
    pause_all: float = 0.0
    refused: deque[tuple[float, int]] = field(default_factory=deque)

    def wait_for_all(self, at: float) -> float:
        return max(self.every.wait(at), self.pause_all - at, 0.0)

    def wait(self, chat_id: int, card: bool, at: float) -> float:
        """Seconds until this chat may be spoken to."""
        waits = [self.pauses.get(chat_id, 0.0) - at, 0.0]
        if chat_id > 0:
            waits.append(self.private.setdefault(chat_id, Bucket(at=at)).wait(at))
        else:
            waits.append(self._group(chat_id).wait(at))
            waits.append(self._share(chat_id, card).wait(at))
        return max(waits)

    def take(self, chat_id: int, card: bool, at: float) -> None:
        self.every.take(at)
        if chat_id > 0:
            self.private.setdefault(chat_id, Bucket(at=at)).take(at)
        else:
            self._group(chat_id).take(at)
            self._share(chat_id, card).take(at)
        if len(self.private) > 10_000:
            self.private = {chat: bucket for chat, bucket in self.private.items() if not bucket.is_full(at)}

    def refuse(self, chat_id: int, seconds: float, at: float) -> None:
        """Telegram said 429: this chat pauses; if several do at once, all."""
        self.pauses[chat_id] = at + seconds
        self.refused.append((at, chat_id))
        while self.refused and at - self.refused[0][0] > 2:
            self.refused.popleft()
        if len({chat for _, chat in self.refused}) >= SEVERAL:
            self.pause_all = max(self.pause_all, at + seconds)
        self.pauses = {chat: until for chat, until in self.pauses.items() if until > at}

    def _group(self, chat_id: int) -> Window:
        return self.group.setdefault(chat_id, Window(GROUP_PER_MINUTE, 60.0))

    def _share(self, chat_id: int, card: bool) -> Window:
        if card:
            return self.cards.setdefault(chat_id, Window(CARDS_PER_MINUTE, 60.0))
        return self.notes.setdefault(chat_id, Window(NOTES_PER_MINUTE, 60.0))


class Unhurried(Limits):
    """Where there is nobody to hurry: only a 429 pauses a chat."""

    def wait_for_all(self, at: float) -> float:
        return max(self.pause_all - at, 0.0)

    def wait(self, chat_id: int, card: bool, at: float) -> float:
        return max(self.pauses.get(chat_id, 0.0) - at, 0.0)

    def take(self, chat_id: int, card: bool, at: float) -> None:
        """Nothing is counted."""
