"""Circles: heads' meetings, working groups, teams; a set of offices or a list of people. Times: Unix seconds, UTC."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.rules import RuleError
from bot.domain.text import clean_name, utf16

NAME_UNITS = 20
"""UTF-16 units of a circle's name: it has to fit on a button."""

MOST = 300
"""People one list may have."""

UNDO_SECONDS = 86_400
"""How long an ending can be taken back."""

INVITED_DAYS = 7

KINDS = ("medicine", "thing", "errand", "company", "ride", "skill", "wish")
"""The kinds of ask that a circle may be on duty for; each has words in `circle-kind`."""


def kind_of(word: str) -> str:
    """The kind that a button names. Raises RuleError for what was never one of ours."""
    if word not in KINDS:
        raise RuleError("button-is-old")
    return word


@dataclass(frozen=True)
class Circle:
    """`title`: whoever holds it at or below the place is a member; None: a list of people."""

    id: int
    name: str
    place_id: int
    title: str | None
    lead_id: int | None
    room_id: int | None
    made_by: int | None
    made_at: int
    ended_at: int | None

    @property
    def state(self) -> str:
        return "open" if self.ended_at is None else "ended"

    def renamed(self, name: str) -> Circle:
        return replace(self, name=read_name(name))

    def led_by(self, person_id: int) -> Circle:
        return replace(self, lead_id=person_id)

    def meets_in(self, room_id: int | None) -> Circle:
        return replace(self, room_id=room_id)

    def end(self, *, at: int) -> Circle:
        return self if self.ended_at is not None else replace(self, ended_at=at, room_id=None)

    def can_be_reopened(self, at: int) -> bool:
        return self.ended_at is not None and at - self.ended_at <= UNDO_SECONDS

    def reopen(self, *, at: int) -> Circle:
        """Go on; only for a day after it ended. Its room has to be bound again."""
        if self.ended_at is None:
            return self
        if not self.can_be_reopened(at):
            raise RuleError("circle-too-late")
        return replace(self, ended_at=None)


def read_name(text: str) -> str:
    """A name that fits on a button. Raises RuleError for one that is empty or too long."""
    name = clean_name(text)
    if not name:
        raise RuleError("circle-no-name")
    if utf16(name) > NAME_UNITS:
        raise RuleError("circle-name-too-long", most=NAME_UNITS)
    return name
