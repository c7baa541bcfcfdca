"""Joining: somebody says where they live or work, and whoever answers for that place says whether it is so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.domain.places.labels import NUMBER, SIGN
from bot.domain.places.tokens import FLAT, START
from bot.domain.rules import RuleError
from bot.domain.text import plain
from bot.domain.text.numerals import numeral

AT_HOME = ("owner", "family", "tenant")
AT_WORK = ("works_here", "shop", "partner")
"""They ask, report, help and sign up; they are on no roll."""

STATES = ("draft", "waiting", "confirmed", "refused", "withdrawn", "undone")

REASONS = ("elsewhere", "door", "stranger", "other")
"""Why a head says no: does not live here, another door, nobody they know, something else."""

CLIMB_DAYS = 2
"""How long one who answers for a place is waited for."""

UNDO_HOURS = 24
"""How long somebody who moved out can take that back."""

CODE_DAYS = 180
"""How long a printed door's code can be used."""

KEEP_DAYS = 30
"""How long a request that led nowhere is kept."""

NOBODY = -1
"""The level of a request about which nobody could be asked yet."""

MOST_WAITING = 5
"""Requests one person may have waiting."""

MOST_ASKS = 4
"""How often the same request may be put again."""

LONGEST = 200
"""UTF-16 units of what somebody says about where they live or work."""


@dataclass(frozen=True)
class Join:
    """One person's request. Times are Unix seconds, UTC; `level`: how many levels above the nearest it has gone."""

    id: int
    person_id: int
    by_id: int | None
    role: str | None
    place_id: int | None
    pad: str
    said: str
    voice: str | None
    claims_id: int | None
    code_id: int | None
    room_id: int | None
    state: str
    level: int
    apart: bool
    asked_at: int
    reason: str | None
    reason_said: str
    ended_at: int | None
    ended_by: int | None

    @property
    def is_open(self) -> bool:
        return self.state in ("draft", "waiting")

    @property
    def works(self) -> bool:
        """At work here rather than at home."""
        return self.role in AT_WORK

    @property
    def side(self) -> frozenset[int]:
        """Who speaks of it as their own."""
        return frozenset(filter(None, (self.person_id, self.by_id)))

    def named(self, role: str) -> Join:
        """A role as buttons carry it, works-here, or as it is stored."""
        known = role.replace("-", "_")
        if known not in AT_HOME + AT_WORK:
            raise RuleError("button-is-old")
        return replace(self, role=known)

    def asked(self, *, at: int) -> Join:
        """It goes to whoever answers for the place, from the nearest on."""
        return replace(self, state="waiting", asked_at=at, level=0, apart=False, reason=None, reason_said="",
                       ended_at=None, ended_by=None)  # fmt: skip

    def corrected(self) -> Join:
        """Back to the question where they live; what was said before is let go."""
        return replace(self, state="draft", pad="", said="", voice=None, place_id=None, claims_id=None, code_id=None,
                       ended_at=None, ended_by=None)  # fmt: skip

    def confirmed(self, *, at: int, by: int | None) -> Join:
        """What was spoken is let go of."""
        if self.state == "confirmed":
            return self
        if by == self.person_id:
            raise RuleError("join-is-yours")
        return replace(self, state="confirmed", voice=None, ended_at=at, ended_by=by)

    def refused(self, reason: str, *, at: int, by: int, said: str = "") -> Join:
        if self.state == "refused":
            return self
        if reason not in REASONS:
            raise RuleError("button-is-old")
        return replace(self, state="refused", reason=reason, reason_said=said, ended_at=at, ended_by=by)

    def withdrawn(self, *, at: int) -> Join:
        return self if self.state == "withdrawn" else replace(self, state="withdrawn", ended_at=at)

    def undone(self, *, at: int, by: int) -> Join:
        """A confirmation that was wrong."""
        return replace(self, state="undone", ended_at=at, ended_by=by)


@dataclass(frozen=True)
class Matter:
    """What a household asks its head to look at; times are Unix seconds, UTC; `level`: as a request's."""

    id: int
    kind: str
    person_id: int
    other_id: int | None
    place_id: int
    by_id: int | None
    state: str
    asked_at: int
    ended_at: int | None
    ended_by: int | None
    level: int = 0

    def ended(self, state: str, *, at: int, by: int) -> Matter:
        return replace(self, state=state, ended_at=at, ended_by=by)


def hidden(name: str) -> str:
    """Enough of a name for whoever bears it: 李**."""
    return f"{name[:1]}**"


def alike(one: str, other: str) -> bool:
    """Whether two names may be the same person's: 李桂兰3-2-501 and 李奶奶, Anna Li and Anna."""
    first, second = _letters(one), _letters(other)
    if not first or not second:
        return False
    if first.isascii() or second.isascii():
        return bool(set(first.split()) & set(second.split()))
    return first[0] == second[0]


def _letters(name: str) -> str:
    return " ".join(re.sub(r"[\d\W_]+", " ", plain(name)).split())


@dataclass(frozen=True)
class Door:
    """A door as somebody wrote it, by the labels of its building, stair ("" for none) and dwelling."""

    building: str
    stair: str
    dwelling: str


_DOORS = (
    rf"(?P<b>[a-z]?\d{{1,3}}|[a-z])\s?-\s?(?:(?P<s>\d{{1,2}}|[a-z])\s?-\s?)?(?P<d>{FLAT})",
    rf"第?(?P<b2>{SIGN})\s?(?:号楼|号栋|号幢|栋楼?|幢楼?|座|#楼?)\s?,?"
    rf"(?:第?(?P<s2>{NUMBER}|[东西南北中])\s?(?:单元|号?楼道|门栋|梯)\s?,?)?(?P<d2>{FLAT})",
)
_DOOR = re.compile("|".join(START + form for form in _DOORS))


def door(text: str) -> Door | None:
    """The one door that words name, whether it is in the register or not; None for none or several."""
    found = [match.groupdict() for match in _DOOR.finditer(plain(text))]
    if len(found) != 1:
        return None
    parts = {key[0]: value for key, value in found[0].items() if value}
    return Door(numeral(parts["b"]), numeral(parts["s"]) if "s" in parts else "", numeral(parts["d"]))
