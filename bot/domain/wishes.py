"""Small wishes: collected before a festival, hung up, taken on by one neighbour each, granted. Unix seconds, UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.domain import aid
from bot.domain.aid import Health
from bot.domain.rules import RuleError
from bot.domain.text import cut, utf16

DAY = 86_400
LONGEST = 200
"""UTF-16 units that somebody may write; far more is no small wish."""

WORDS_UNITS = 80
MOST_TAKEN = 5
"""Wishes one neighbour may have taken on at a time and not yet granted."""

REASONS = ("dear", "clear", "private", "else")
"""Why a wish is sent back: more than a small one, not clear enough, too much about oneself, better asked elsewhere."""

UNDO_SECONDS = DAY


@dataclass(frozen=True)
class Grantor:
    """Who wants to grant it. `agreed_at`: the wisher's side said yes, and each may know the other."""

    person_id: int
    by_id: int | None
    state: str
    since: int
    agreed_at: int | None = None
    said_at: int | None = None
    named: bool = False
    shown: bool = False
    wisher_shown: bool = False

    @property
    def voice_id(self) -> int:
        return self.by_id or self.person_id

    @property
    def side(self) -> frozenset[int]:
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)


@dataclass(frozen=True)
class Wish:
    """One line of somebody's. `heard`: what another understood of a voice, until the wisher says yes to it."""

    id: int
    festival_id: int
    person_id: int | None
    by_id: int | None
    place_id: int | None
    words: str
    media_kind: str | None
    media_id: str | None
    heard: str
    state: str
    reason: str | None
    made_at: int
    worded_at: int
    ended_at: int | None = None
    grantors: tuple[Grantor, ...] = field(default=())

    @property
    def side(self) -> frozenset[int]:
        """Who reads it as the wisher."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def giver(self) -> Grantor | None:
        return next((one for one in self.grantors if one.state in ("giving", "given")), None)

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    @property
    def stage(self) -> str:
        """What the rights and the board read: an open wish that somebody has is taken."""
        return "taken" if self.state == "open" and self.giver else self.state

    @property
    def is_known(self) -> bool:
        """Whether the two know of each other."""
        return self.giver is not None and self.giver.agreed_at is not None

    def of(self, *people: int) -> Grantor | None:
        """The grantor that one of these people is, or speaks for."""
        found = [one for one in self.grantors if one.side & set(people) and one.state != "left"]
        return min(found, key=lambda one: one.state == "next", default=None)

    def handed_in(self, *, at: int) -> Wish:
        return replace(self, state="waiting", made_at=at, worded_at=at)

    def says(self, words: str, *, at: int) -> Wish:
        """Other words; what had been looked at is looked at again, what somebody has taken on stays as it is."""
        if self.stage == "taken":
            raise RuleError("wish-is-taken")
        state = self.state if self.state == "draft" else "waiting"
        return replace(self, words=words, heard="", state=state, reason=None, worded_at=at)

    def hang(self) -> Wish:
        if not self.words:
            raise RuleError("wish-no-words")
        return self if self.state == "open" else replace(self, state="open", reason=None)

    def send_back(self, reason: str) -> Wish:
        """Back to the wisher with a reason; nobody has it yet."""
        if reason not in REASONS:
            raise RuleError("button-is-old")
        return replace(self, state="returned", reason=reason)

    def take(self, person: int, *, at: int, by: int | None = None) -> Wish:
        """One neighbour has it, the others are next in line. Twice is nothing; whom the wisher declined stays out."""
        known = next((one for one in self.grantors if one.person_id == person), None)
        if known and known.state == "left":
            raise RuleError("wish-declined")
        if known:
            return self
        new = Grantor(person, by, "next" if self.giver else "giving", at)
        return replace(self, grantors=(*self.grantors, new))

    def let_go(self, person: int) -> Wish:
        """This neighbour cannot after all; whoever is next has it now."""
        return replace(self, grantors=_moved_up(tuple(one for one in self.grantors if one.person_id != person)))

    def agree(self, *, at: int) -> Wish:
        return self._giver_is(agreed_at=at) if self.giver and self.giver.agreed_at is None else self

    def decline(self) -> Wish:
        """The wisher would rather have somebody else, who is not told by whom."""
        left = tuple(replace(one, state="left") if one == self.giver else one for one in self.grantors)
        return replace(self, grantors=_moved_up(left))

    def given(self, *, at: int) -> Wish:
        """The giver says that it is done; the wisher is asked."""
        if not self.is_known:
            raise RuleError("wish-not-agreed")
        return self._giver_is(said_at=at)

    def not_yet(self) -> Wish:
        return self._giver_is(said_at=None)

    def grant(self, *, at: int) -> Wish:
        if self.state == "granted":
            return self
        done = tuple(replace(one, state="given") if one == self.giver else one for one in self.grantors)
        return replace(self, state="granted", ended_at=at, grantors=done)

    def reopen(self, *, at: int) -> Wish:
        """Taken back within a day: it was not granted yet, or still wanted."""
        if self.ended_at is None:
            return self
        if at - self.ended_at > UNDO_SECONDS:
            raise RuleError("wish-too-late")
        again = tuple(replace(one, state="giving") if one.state == "given" else one for one in self.grantors)
        state = "open" if self.state == "granted" else "waiting"
        return replace(self, state=state, ended_at=None, grantors=again)._giver_is(said_at=None)

    def withdraw(self, *, at: int) -> Wish:
        return self if self.state == "withdrawn" else replace(self, state="withdrawn", ended_at=at)

    def ends(self, *, at: int) -> Wish:
        """The festival is over; what was not granted ends here."""
        return self if self.is_over else replace(self, state="ended", heard="", ended_at=at)

    def names_giver(self, yes: bool) -> Wish:
        return self._giver_is(named=yes)

    def shows(self, *, giver: bool) -> Wish:
        """One of the two shows their account to the other, who they know of."""
        if not self.is_known:
            raise RuleError("wish-not-agreed")
        return self._giver_is(**{"shown" if giver else "wisher_shown": True})

    def _giver_is(self, **change: object) -> Wish:
        whom = self.giver
        changed = tuple(replace(one, **change) if one == whom else one for one in self.grantors)  # type: ignore[arg-type]  # the fields above
        return replace(self, grantors=changed)

    def taken_over(self) -> Wish:
        """Whoever it is for speaks for themselves; whose account was shown was the helper's."""
        return replace(self, by_id=None)._giver_is(wisher_shown=False)

    def without(self, helper: int) -> Wish:
        """This helper speaks for neither side any more."""
        wish = self.taken_over() if self.by_id == helper else self
        kept = tuple(replace(one, by_id=None, shown=False) if one.by_id == helper else one for one in wish.grantors)
        return replace(wish, grantors=kept)


def _moved_up(grantors: tuple[Grantor, ...]) -> tuple[Grantor, ...]:
    """With nobody at it, the first in line has it."""
    line = [one for one in grantors if one.state == "next"]
    if any(one.state in ("giving", "given") for one in grantors) or not line:
        return grantors
    first = min(line, key=lambda one: (one.since, one.person_id))
    return tuple(replace(one, state="giving") if one == first else one for one in grantors)


_PRICE = re.compile(
    r"[￥¥$]\s*\d|(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+)\s*(?:元(?![旦宵])|块钱|块(?![儿糖布板砖手表肉豆香蛋毛])|rmb|yuan|dollars?|bucks)",
    re.IGNORECASE,
)
"""What something costs: 100元, 五百块, ￥80."""


def read(text: str, health: Health) -> str:
    """One line that a group may read. Raises RuleError where it names a price, an illness, or nothing at all."""
    if utf16(text) > LONGEST:
        raise RuleError("wish-too-long", most=LONGEST)
    if _PRICE.search(text):
        raise RuleError("wish-names-price")
    found = aid.wish(" ".join(text.split()), health).thing
    if not found:
        raise RuleError("wish-names-illness" if health.named_in(text) else "wish-not-understood")
    return cut(found, WORDS_UNITS)
