"""Spam and abuse: somebody reports, a head hides it for now, its author objects, a steward decides. Unix seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.rules import RuleError

DAY = 86_400
REASONS = ("ads", "rude", "private", "sales", "other")

MOST_A_DAY = 10
"""Reports one person may make within 24 hours."""

WORDS_UNITS = 200
"""UTF-16 units of the line that goes with `other`."""

SPANS: dict[str, int | None] = {"day": DAY, "week": 7 * DAY, "month": 30 * DAY, "always": None}
"""How long somebody can be kept away; `always` until a steward lets them in again."""


@dataclass(frozen=True)
class Case:
    """Something reported: a thing of the house's, or a message in a group, of which only the number is kept."""

    id: int
    thing: str | None
    room_id: int | None
    message_id: int | None
    person_id: int | None
    by_id: int | None
    place_id: int | None
    state: str
    opened_at: int
    decided_by: int | None = None
    decided_at: int | None = None

    @property
    def is_hidden(self) -> bool:
        return self.state in ("hidden", "objected", "kept")

    def concerns(self, person_id: int) -> bool:
        """Nobody judges what they made themselves."""
        return person_id in (self.person_id, self.by_id)

    def hide(self, *, by: int, at: int) -> Case:
        """Out of the groups' sight until it is looked at. Only what is ours can be hidden."""
        if self.thing is None:
            raise RuleError("case-not-ours")
        return self if self.is_hidden else self._decided("hidden", by, at)

    def clear(self, *, by: int, at: int) -> Case:
        """Nothing is wrong with it, or it may come back."""
        return self if self.state == "fine" else self._decided("fine", by, at)

    def object(self) -> Case:
        return replace(self, state="objected")

    def keep(self, *, by: int, at: int) -> Case:
        """It stays hidden, objection or not."""
        return self if self.state == "kept" else self._decided("kept", by, at)

    def _decided(self, state: str, by: int, at: int) -> Case:
        return replace(self, state=state, decided_by=by, decided_at=at)


@dataclass(frozen=True)
class Block:
    """Somebody is kept away; `until` None: lasting."""

    person_id: int
    by_id: int | None
    reason: str
    since: int
    until: int | None
    objected_at: int | None = None


def reason_of(word: str) -> str:
    """The reason a button names; refuses one that we never wrote."""
    if word not in REASONS:
        raise RuleError("button-is-old")
    return word


def check_many(reports_today: int) -> None:
    if reports_today >= MOST_A_DAY:
        raise RuleError("report-too-many", most=MOST_A_DAY)


def until(span: str, at: int) -> int | None:
    """When a block of this length ends; None for a lasting one."""
    if span not in SPANS:
        raise RuleError("button-is-old")
    length = SPANS[span]
    return None if length is None else at + length


def check_blocking(by: int, whom: int, is_steward: bool) -> None:
    if by == whom:
        raise RuleError("block-oneself")
    if is_steward:
        raise RuleError("block-steward")
