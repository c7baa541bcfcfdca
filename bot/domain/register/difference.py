"""A difference: what a list would change in the register, and what it would leave as it is, and why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from bot.domain.register.listing import Note, Problem


@dataclass(frozen=True)
class New:
    """A place that is not there yet: numbered -1, -2, …; what is above comes first."""

    id: int
    parent_id: int
    kind: str
    name: str


@dataclass(frozen=True)
class Kept:
    """It stays, though the list has it otherwise or not at all. `reason`: lives, held, confirmed, other-role."""

    place_id: int
    reason: str


@dataclass(frozen=True)
class Difference:
    """Places by their number, new ones by their negative number. Areas in 0.01 m²."""

    new: tuple[New, ...] = ()
    back: tuple[int, ...] = ()
    moved: tuple[tuple[int, int], ...] = ()  # (place, what it lies in from now on)
    areas: tuple[tuple[int, int], ...] = ()  # (place, area)
    comes: tuple[tuple[int, str], ...] = ()  # (dwelling, owner's name)
    goes: tuple[tuple[int, int], ...] = ()  # (dwelling, person)
    joins: tuple[tuple[int, int], ...] = ()  # (dwelling, neighbours' group)
    gone: tuple[int, ...] = ()
    kept: tuple[Kept, ...] = ()
    unchanged: int = 0
    listed: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    examples: dict[str, list[str]] = field(default_factory=dict, compare=False)

    @property
    def is_empty(self) -> bool:
        return not any((self.new, self.back, self.moved, self.areas, self.comes, self.goes, self.joins, self.gone))

    @property
    def counts(self) -> dict[str, int]:
        """How many of what, in the order it is told."""
        dwellings = sum(place.kind == "dwelling" for place in self.new)
        return {
            "new-homes": dwellings,
            "new-places": len(self.new) - dwellings,
            "back": len(self.back),
            "moved": len(self.moved),
            "areas": len(self.areas),
            "comes": len(self.comes),
            "goes": len(self.goes),
            "joins": len(self.joins),
            "gone": len(self.gone),
            "kept": len(self.kept),
            "unchanged": self.unchanged,
        }

    @property
    def mark(self) -> str:
        """The same for the same difference: what was shown is what is applied."""
        parts = (
            self.new, self.back, self.moved, self.areas, self.comes, self.goes, self.joins, self.gone, self.problems,
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
