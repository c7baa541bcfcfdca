"""Offers: what a neighbour has to spare or knows how to do, and who wants it. Times are Unix seconds, UTC."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.rules import RuleError
from bot.domain.text import masked, utf16

HOUR, DAY = 3600, 86_400

KINDS = ("thing", "skill", "teaching", "medicine")
TIMES = ("any", "evenings", "weekends", "first")
"""When one may be asked for a skill; `first`: ask me first."""

COUNTED = ("thing", "medicine")
"""Kinds whose amount goes down with everything given."""

MOST_OPEN = 20
"""Offers one person may have at a time."""

MOST_A_DAY = 10
MOST_WANTS = 5
"""Wishes one person may have waiting for a yes."""

MOST_WANTS_A_DAY = 10
MOST_AMOUNT = 99
WHAT_UNITS = 60
"""UTF-16 units of what it is."""

STANDS = 60 * DAY
"""How long an offer stands before its holder is asked whether it is still there."""

PATIENCE = 3 * DAY
"""How long after that question it stays on the shelf without an answer."""

WAITS = 2 * DAY
"""How long somebody who wants it waits for the holder's answer."""

UNDO_SECONDS = DAY
STANDING = ("open", "paused")


@dataclass(frozen=True)
class Offer:
    """Something on the shelf. `key` names it in the alias table, "" for what no list knows; `place_id` is the holder's
    home, for distances alone: the shelf names the building. `expires`: the last good day, local."""

    id: int
    kind: str
    person_id: int | None
    by_id: int | None
    place_id: int
    key: str
    what: str
    amount: int
    total: int
    lends: bool
    times: str
    expires: date | None
    media_kind: str | None
    media_id: str | None
    state: str
    made_at: int
    opened_at: int | None = None
    until: int | None = None
    asked_at: int | None = None
    ended_at: int | None = None
    recommended_by: int | None = None

    @property
    def side(self) -> frozenset[int]:
        """Who reads it as its holder."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def voice_id(self) -> int | None:
        return self.by_id or self.person_id

    @property
    def is_counted(self) -> bool:
        return self.kind in COUNTED

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    def publish(self, *, at: int, last: int | None = None) -> Offer:
        """On the shelf from now on, until it is asked about; `last`: the end of its last good day."""
        if not self.what:
            raise RuleError("offer-no-words")
        if self.kind == "medicine" and self.expires is None:
            raise RuleError("offer-unchecked")
        if last is not None and last <= at:
            raise RuleError("offer-expired")
        until = min(at + STANDS, last) if last is not None else at + STANDS
        return replace(self, state="open", opened_at=at, until=until, asked_at=None, ended_at=None)

    def says(self, what: str, key: str) -> Offer:
        return replace(self, what=what, key=key)

    def counts(self, amount: int) -> Offer:
        """So many of it from now on."""
        if not 1 <= amount <= MOST_AMOUNT:
            raise RuleError("offer-amount", most=MOST_AMOUNT)
        return replace(self, amount=amount, total=amount)

    def gives(self, amount: int, *, at: int) -> Offer:
        """Somebody gets so many. What is lent out comes back one day; what is given away is gone."""
        if not self.is_counted:
            return self
        if amount > self.amount:
            raise RuleError("offer-not-enough", left=self.amount)
        left = replace(self, amount=self.amount - amount)
        if left.amount:
            return left
        return replace(left, state="paused") if self.lends else replace(left, state="given", ended_at=at)

    def gets_back(self, amount: int) -> Offer:
        """It did not come to it after all: so many are there again."""
        if not self.is_counted or self.state not in (*STANDING, "given"):
            return self
        again = self.state == "given" or self.amount == 0
        more = replace(self, amount=min(self.amount + amount, self.total))
        return replace(more, state="open", ended_at=None) if again else more

    def pause(self) -> Offer:
        return replace(self, state="paused")

    def resume(self, *, at: int) -> Offer:
        """On the shelf again; what was lent out is back."""
        return replace(
            self, state="open", amount=self.amount or self.total, until=max(self.until or 0, at + STANDS // 2)
        )

    def stays(self, *, at: int, last: int | None = None) -> Offer:
        """The holder says that it is still there."""
        return replace(self.publish(at=at, last=last), opened_at=self.opened_at)

    def questioned(self, *, at: int) -> Offer:
        return replace(self, asked_at=at)

    def withdraw(self, *, at: int) -> Offer:
        return self if self.is_over else replace(self, state="withdrawn", ended_at=at)

    def expire(self, *, at: int) -> Offer:
        return replace(self, state="expired", ended_at=at)

    def can_be_reopened(self, at: int) -> bool:
        return (
            self.state in ("withdrawn", "expired") and self.ended_at is not None and at - self.ended_at <= UNDO_SECONDS
        )

    def reopen(self, *, at: int, last: int | None = None) -> Offer:
        return replace(self, amount=self.amount or self.total).publish(at=at, last=last)

    def taken_over(self) -> Offer:
        """Whoever it belongs to speaks for themselves from now on."""
        return replace(self, by_id=None)


@dataclass(frozen=True)
class Clocks:
    """When the holder is asked whether it is still there, and when it leaves the shelf."""

    question: int
    end: int


def clocks(offer: Offer, not_quiet: Callable[[int], int]) -> Clocks:
    """The question wakes nobody. What has a last good day is asked about before it and leaves with it."""
    assert offer.until is not None
    if offer.expires is not None:
        return Clocks(not_quiet(max(offer.until - PATIENCE, (offer.opened_at or 0) + HOUR)), offer.until)
    question = not_quiet(offer.until)
    return Clocks(question, question + PATIENCE)


def fit(text: str) -> str:
    """What it is, fit for neighbours: without numbers and addresses. Refuses what is empty or far too long."""
    what = " ".join(masked(text).split())
    if not what or not any(sign.isalpha() for sign in what):
        raise RuleError("offer-no-words")
    if utf16(what) > WHAT_UNITS:
        raise RuleError("offer-too-long", most=WHAT_UNITS)
    return what


@dataclass(frozen=True)
class Want:
    """Somebody wants something from the shelf. asked → yes, no, withdrawn, late, gone; yes → got, not."""

    id: int
    offer_id: int
    person_id: int | None
    by_id: int | None
    amount: int
    state: str
    asked_at: int
    decided_at: int | None = None
    holder_shown: bool = False
    wanter_shown: bool = False

    @property
    def side(self) -> frozenset[int]:
        """Who reads it as the one who wants it."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def voice_id(self) -> int | None:
        return self.by_id or self.person_id

    @property
    def is_open(self) -> bool:
        return self.state in ("asked", "yes")

    def becomes(self, state: str, *, at: int) -> Want:
        """The next state; a second tap is nothing. Raises RuleError for what was decided otherwise."""
        if state == self.state:
            return self
        allowed = {"asked": ("yes", "no", "withdrawn", "late", "gone"), "yes": ("got", "not")}
        if state not in allowed.get(self.state, ()):
            raise RuleError(f"want-is-{self.state}")
        return replace(self, state=state, decided_at=at)
