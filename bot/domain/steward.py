"""The steward's week: what went well and what did not; and of which troubles the stewards hear now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

DAY, WEEK, MONTH = 86_400, 7 * 86_400, 30 * 86_400
SNAPSHOT_HOURS = 36
"""Hours after which the newest snapshot is too old: a night was missed."""

LITTLE_SPACE = 500_000_000
"""Bytes of the disk below which there may soon be no room for a snapshot."""

LONG_OUTAGE, LONG_WAIT = 3_600, 600
"""Seconds: away so long in a week, or a promise waiting so long, that something is wrong."""

RIGHTS = {"pin": "can_pin_messages", "delete": "can_delete_messages", "invite": "can_invite_users"}
"""What the bot needs in a group, as Telegram calls it (Bot API: ChatMemberAdministrator)."""

URGENT = frozenset({"database", "disk"})
"""What the stewards are woken for: else the house forgets, or soon will."""


@dataclass(frozen=True)
class Trouble:
    """Something that is wrong. `at`: noticed last; `told_at`: when the stewards last heard of this kind."""

    kind: str
    thing: str
    at: int
    number: int
    told_at: int | None


def due(troubles: Iterable[Trouble], at: int, awake: bool) -> list[Trouble]:
    """Those to tell now: a kind once a day, at night only what is urgent, nothing that is a week old."""
    return [
        trouble
        for trouble in troubles
        if (awake or trouble.kind in URGENT)
        and (trouble.told_at is None or at - trouble.told_at >= DAY)
        and at - trouble.at < WEEK
    ]


def lacking(member: Mapping[str, Any]) -> list[str]:
    """The rights the bot does not have in a group, by the ChatMember that Telegram shows."""
    if member.get("status") == "creator":
        return []
    return [right for right, name in RIGHTS.items() if not member.get(name)]


@dataclass(frozen=True)
class Week:
    """Snapshots made in so many nights; seconds away, seconds the oldest promise waits; what had to be parked."""

    snapshots: int
    nights: int
    outage: int
    waiting: int
    parked: int

    @property
    def outage_minutes(self) -> int:
        return -(-self.outage // 60)

    @property
    def worries(self) -> list[str]:
        """What is not well, by the keys of its sentences."""
        not_well = {
            "snapshots": self.snapshots < self.nights,
            "outage": self.outage > LONG_OUTAGE,
            "waiting": self.waiting > LONG_WAIT,
            "parked": self.parked > 0,
        }
        return [what for what, holds in not_well.items() if holds]


def nights(born: int, until: int, made: int) -> int:
    """How many of the week's seven nights the house was there for; `made`: nights that have a snapshot."""
    return min(7, max((until - born) // DAY, made))


def overlap(spans: Iterable[tuple[int, int]], since: int, until: int) -> int:
    """Seconds of these spans that lie between the two."""
    return sum(max(0, min(end, until) - max(start, since)) for start, end in spans)


def next_monday(local: datetime) -> datetime:
    """Monday morning at nine, the next one."""
    monday = at_nine(local + timedelta(days=-local.weekday()))
    return monday if monday > local else at_nine(monday + timedelta(days=7))


def at_nine(local: datetime) -> datetime:
    return local.replace(hour=9, minute=0, second=0, microsecond=0)
