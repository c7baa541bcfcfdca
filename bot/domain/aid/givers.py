"""Givers: the neighbours who have a plea, wholly or in part, and those who wait in line for it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Giver:
    """A neighbour who has taken a plea on. `state`: next in line, giving, given, or left (could not after all).

    Both agree before anything of theirs is shown: the giver by taking it, the asker at `agreed_at`.
    """

    person_id: int
    amount: int
    state: str
    since: int
    by_id: int | None = None  # who took it on the giver's behalf
    agreed_at: int | None = None
    asker_shown: bool = False  # the asker's account, to this giver
    shown: bool = False  # the giver's account, to the asker
    note_told: bool = False
    checked: str = ""  # what the giver confirmed of a medicine, as a checklist writes it
    settled: bool = False  # has given because the plea was said to be done
    phone: str = ""  # the giver's, to the asker
    asker_phone: str = ""  # the asker's, to this giver

    @property
    def side(self) -> frozenset[int]:
        """Who reads the plea as this giver."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def voice_id(self) -> int:
        """Who speaks for the giver: whoever took it on their behalf, or they themselves."""
        return self.by_id or self.person_id

    @property
    def is_here(self) -> bool:
        """Counts for the plea: has it, or has given."""
        return self.state in ("giving", "given")

    def gives(self, amount: int, *, at: int) -> Giver:
        """It is their turn."""
        return replace(self, state="giving", amount=amount, since=at, agreed_at=None)

    def leaves(self) -> Giver:
        left = replace(self, state="left", agreed_at=None, asker_shown=False, shown=False, note_told=False, checked="")
        return left.put_away()

    def put_away(self) -> Giver:
        """It is over between the two: nobody's phone stays."""
        return replace(self, phone="", asker_phone="")

    def ends(self) -> Giver:
        """The plea is done: whoever has it counts as having given."""
        return replace(self, state="given", settled=True) if self.state == "giving" else self

    def goes_on(self) -> Giver:
        """It was not done after all: whoever had it has it."""
        return replace(self, state="giving", settled=False) if self.settled else self

    def without(self, helper: int) -> Giver:
        """This helper speaks for them no more; whose account was shown was the helper's."""
        return replace(self, by_id=None, shown=False, phone="") if self.by_id == helper else self
