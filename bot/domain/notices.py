"""Notices and known faults: what people are told, who says that they know, and when it is over. Unix seconds, UTC."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.moments import DAY, HOUR
from bot.domain.rules import RuleError
from bot.domain.text import masked, utf16

LONGEST = 1000
"""UTF-16 units of a notice."""

MOST_A_DAY = 5
"""Notices one person may publish within 24 hours; danger is never one too many."""

VALID = 7 * DAY
"""How long a notice stands if nobody says otherwise."""

PATIENCE = 12 * HOUR
"""When the author of a fault without an expected end is asked whether it is over."""

REMIND_AFTER = DAY
WAVE = 60
"""How many people are told at a time; Telegram takes thirty messages a second (Bot FAQ), and others wait, too."""

WAVE_SECONDS = 2


@dataclass(frozen=True)
class Notice:
    """Something people are told. `until`: valid until then; of a fault when it should be over, if anybody knows.

    `step` is what its author is being asked while it is a draft: "", "danger", or a place pad's position.
    """

    id: int
    kind: str  # notice, fault
    person_id: int | None
    by_id: int | None
    place_id: int
    circle_id: int | None
    words: str
    media_kind: str | None
    media_id: str | None
    state: str
    step: str
    written_at: int
    published_at: int | None = None
    until: int | None = None
    corrected_at: int | None = None
    ended_at: int | None = None
    asked_at: int | None = None
    decided_by: int | None = None
    decided_at: int | None = None
    reminds: bool = False
    reminded_at: int | None = None

    @property
    def is_fault(self) -> bool:
        return self.kind == "fault"

    @property
    def is_danger(self) -> bool:
        """Somebody has decided that people are to be woken."""
        return self.decided_at is not None

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    @property
    def in_private(self) -> bool:
        """Whether people are told in private, too: a fault is for the groups alone, unless it is dangerous."""
        return not self.is_fault or self.is_danger

    @property
    def authors(self) -> frozenset[int]:
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def rings_at(self) -> int:
        """When it expires, or when a fault's author is asked whether it is over."""
        assert self.published_at is not None
        return self.until if self.until is not None else self.published_at + PATIENCE

    def publish(self, *, at: int) -> Notice:
        """From now on people read it. Refuses one without words, a question that is still open, or a time gone by."""
        if not self.words:
            raise RuleError("notice-no-words")
        if self.step == "danger":
            raise RuleError("notice-danger-open")
        if self.until is not None and self.until <= at:
            raise RuleError("notice-until-gone")
        return replace(self, state="open", published_at=at, step="")

    def says(self, words: str, *, at: int) -> Notice:
        """Other words; once it is out, it says that it was corrected."""
        fit(words)
        if words == self.words:
            return self
        return replace(self, words=words, corrected_at=None if self.state == "draft" else at)

    def stands_until(self, until: int, *, at: int) -> Notice:
        """Another end. Whoever was asked has answered by that."""
        if until <= at:
            raise RuleError("notice-until-gone")
        if until == self.until:
            return self
        corrected = self.corrected_at if self.state == "draft" or self.is_fault else at
        return replace(self, until=until, asked_at=None, corrected_at=corrected)

    def goes_to(self, place_id: int, circle_id: int | None = None) -> Notice:
        """For another place, or for the members of a circle alone; whoever decided to wake people decides again."""
        if (place_id, circle_id) == (self.place_id, self.circle_id):
            return self
        return replace(self.calmed(), place_id=place_id, circle_id=circle_id)

    def asking(self, step: str) -> Notice:
        return replace(self, step=step)

    def decided(self, by: int, *, at: int) -> Notice:
        """Danger: everybody is woken, and the notice names who decided so."""
        return replace(self, step="", decided_by=by, decided_at=at)

    def calmed(self) -> Notice:
        return replace(self, step="", decided_by=None, decided_at=None)

    def reminding(self, *, at: int) -> Notice:
        """Those who have not tapped are told once more; a second time is refused."""
        if self.reminded_at is not None:
            raise RuleError("notice-reminded-once")
        return replace(self, reminded_at=at, reminds=False)

    def taken_over(self) -> Notice:
        """Whoever it is for speaks for themselves from now on."""
        return replace(self, by_id=None)

    def handed_to(self, person_id: int) -> Notice:
        """Somebody else answers for it from now on."""
        return replace(self, person_id=person_id, by_id=None)

    def questioned(self, *, at: int) -> Notice:
        return replace(self, asked_at=at)

    def ends(self, *, at: int) -> Notice:
        """A fault is over; a notice is withdrawn or expires."""
        return self if self.state == "ended" else replace(self, state="ended", ended_at=at)

    def withdraw(self, *, at: int) -> Notice:
        return self if self.state == "withdrawn" else replace(self, state="withdrawn", ended_at=at)

    def expire(self, *, at: int) -> Notice:
        return replace(self, state="expired", ended_at=at)


def fit(words: str) -> str:
    """The words, unless there are far too many."""
    if utf16(words) > LONGEST:
        raise RuleError("notice-too-long", most=LONGEST)
    return words


def names_a_number(words: str) -> bool:
    """Whether it holds a telephone number or another way to reach somebody, for the author to think twice."""
    return masked(words) != words


@dataclass(frozen=True)
class Count:
    """How far a notice has come: people told in private whose message has arrived, and those who tapped."""

    arrived: int
    know: int


@dataclass(frozen=True)
class Share:
    """The same for one building."""

    place_id: int
    name: str
    told: int
    know: int
