"""Who may do what: one table, read from the top. What is not in it, nobody may."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.domain.rules import RuleError


class Who(Enum):
    AUTHOR = auto()  # who opened the thing
    ASSIGNED = auto()  # who has taken it on
    OTHERS = auto()  # anybody but its author
    HEAD = auto()  # holds an office at the thing's place or above it
    STEWARD = auto()


@dataclass(frozen=True)
class Right:
    who: frozenset[Who]
    states: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """How one person stands to one thing."""

    person_id: int
    author_id: int | None
    assigned_id: int | None = None
    titles: Set[str] = field(default_factory=frozenset)  # offices held at the thing's place or above

    def roles(self) -> frozenset[Who]:
        yes = {
            Who.AUTHOR: self.person_id == self.author_id,
            Who.ASSIGNED: self.person_id == self.assigned_id,
            Who.OTHERS: self.person_id != self.author_id,
            Who.HEAD: bool(self.titles & HEADS),
            Who.STEWARD: "steward" in self.titles,
        }
        return frozenset(who for who, holds in yes.items() if holds)


HEADS = frozenset({"building_head", "stair_head", "neighbour_head", "area_worker", "social_worker", "party_secretary"})
TITLES = HEADS | {"committee_chair", "property_manager", "steward"}


def _right(who: Who | tuple[Who, ...], *states: str) -> Right:
    return Right(frozenset(who if isinstance(who, tuple) else (who,)), frozenset(states))


RIGHTS = {
    "ask.prepare": _right(Who.AUTHOR, "draft"),
    "ask.publish": _right(Who.AUTHOR, "draft", "open"),
    "ask.correct": _right(Who.AUTHOR, "draft", "open"),
    "ask.take": _right(Who.OTHERS, "open", "taken"),
    "ask.let-go": _right((Who.AUTHOR, Who.ASSIGNED), "taken"),
    "ask.done": _right(Who.AUTHOR, "open", "taken", "done"),
    "ask.withdraw": _right((Who.AUTHOR, Who.HEAD, Who.STEWARD), "draft", "open", "taken", "withdrawn"),
    "ask.reopen": _right(Who.AUTHOR, "open", "taken", "done", "withdrawn", "expired"),
    "ask.tell-note": _right(Who.AUTHOR, "taken"),
    "ask.show-account": _right((Who.AUTHOR, Who.ASSIGNED), "taken"),
}


def check(action: str, standing: Standing, state: str) -> None:
    """Raise RuleError unless it is allowed: first whether it can still be done, then whether it is theirs to do."""
    right = RIGHTS[action]
    kind = action.partition(".")[0]
    if state not in right.states:
        raise RuleError(f"{kind}-is-{state}")
    if not right.who & standing.roles():
        raise RuleError(f"{kind}-not-yours" if Who.OTHERS not in right.who else f"{kind}-is-yours")
