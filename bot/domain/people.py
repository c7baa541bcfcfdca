"""People, offices and rooms as the rules see them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from bot.domain.quiet import Hours


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
    simple: bool = False  # wants four big buttons, no more
    quiet: tuple[time, time] | None = None  # a night of their own, local time
    blocked: bool = False
    retired: bool = False
    merged_into: int | None = None
    keys: str | None = None  # the big buttons as last sent, one a line
    menu: str | None = None  # which command menu of their own was last set
    welcomed: bool = False  # has had the newcomer's card

    @property
    def reachable(self) -> bool:
        """Whether a private message can be expected to arrive."""
        return self.telegram_id is not None and self.started and not (self.unreachable or self.retired)

    @property
    def is_here(self) -> bool:
        """Whether this person can speak to us: has an account, and was neither blocked nor laid to rest."""
        return self.telegram_id is not None and not (self.blocked or self.retired)

    def hours(self, community: Hours) -> Hours:
        """The community's quiet hours, with this person's own night if they chose one."""
        return replace(community, night_from=self.quiet[0], night_to=self.quiet[1]) if self.quiet else community


@dataclass(frozen=True)
class Office:
    """A title held at a place by a person. Times are Unix seconds, UTC; `until`: it has ended."""

    id: int
    title: str
    place_id: int
    person_id: int
    granted_by: int | None = None
    since: int = 0
    until: int | None = None
    phone: str | None = None
    shows_account: bool = False
    stands_in_for: int | None = None
    ends_at: int | None = None
    ended_by: int | None = None
    handed_to: int | None = None

    @property
    def state(self) -> str:
        return "held" if self.until is None else "ended"


@dataclass(frozen=True)
class Resident:
    """Somebody who is at home, or at work, at a place; `speaks`: for its household."""

    person_id: int
    place_id: int
    role: str
    since: int
    way: str
    confirmed_by: int | None
    speaks: bool


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
    blocked: bool = False

    @property
    def is_private(self) -> bool:
        return self.kind == "private"

    def message_url(self, message_id: int) -> str | None:
        """The address of a message here; only supergroups (-100…) have addresses for their members."""
        inner = str(self.chat_id).removeprefix("-100")
        if not str(self.chat_id).startswith("-100"):
            return None
        topic = f"/{self.thread_id}" if self.thread_id else ""
        return f"https://t.me/c/{inner}{topic}/{message_id}"
