"""People, offices and rooms as the rules see them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """A neighbour. `seen_at` is a Unix second, true to about ten minutes."""

    id: int
    telegram_id: int | None
    name: str
    username: str | None
    language: str | None
    seen_at: int
    started: bool
    unreachable: bool
    night_ok: bool

    @property
    def reachable(self) -> bool:
        """Whether a private message can be expected to arrive."""
        return self.telegram_id is not None and self.started and not self.unreachable


@dataclass(frozen=True)
class Office:
    id: int
    title: str
    place_id: int
    person_id: int


@dataclass(frozen=True)
class Room:
    """A chat or a topic in one; thread 0 is no topic, or General."""

    id: int
    chat_id: int
    thread_id: int
    kind: str
    person_id: int | None
    place_id: int | None
    title: str | None
    language: str | None
    paused: bool

    @property
    def is_private(self) -> bool:
        return self.kind == "private"
