"""A plea and what may become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.aid.givers import Giver
from bot.domain.aid.wording import Wish
from bot.domain.moments import DAY, HOUR

MOST_OPEN = 5
"""Open pleas one person may have at a time."""

MOST_A_DAY = 10
"""Pleas one person may open within 24 hours."""

MOST_TAKEN_A_DAY = 20
"""Pleas one person may take on within 24 hours: whoever taps every card helps nobody."""

MOST_LEFT = 2
"""How often one neighbour may say that they cannot after all before they take the same plea no more."""

MOST_AMOUNT = 99
"""How many of a thing, or how many hands, one plea may be for."""

KINDS = ("medicine", "thing", "errand", "company", "ride", "skill", "wish")

SPANS = {"hours": 2 * HOUR, "today": 0, "days": 3 * DAY, "week": 7 * DAY}
"""How long somebody may ask, by button; `today` is until its evening."""

HALF_A_DAY = 12 * HOUR

UNDO_SECONDS = DAY
"""How long an ending can be taken back."""

GRACE = HOUR // 2
"""How long after the question a plea stays, whatever its time was."""

IMPATIENT = 6 * HOUR
"""A plea no longer than this is waited for: its news may ring at any hour."""

WAITING = ("open", "taken", "unanswered")


@dataclass(frozen=True)
class Ask:
    """A plea. `thing` is what the group reads; `note` is for the two, by the asker's tap."""

    id: int
    person_id: int | None
    room_id: int | None
    place_id: int | None
    thing: str
    note: str
    state: str
    opened_at: int
    until: int
    kind: str = "thing"
    amount: int = 1
    givers: tuple[Giver, ...] = ()
    asked_at: int | None = None  # when the asker was asked whether it is still needed
    called_at: int | None = None  # when the head was told that nobody has it
    called_id: int | None = None  # which head
    ended_at: int | None = None
    by_id: int | None = None  # who asked on the asker's behalf
    spoken: str = ""  # "voice", "photo", "video": what says it, as long as no line does
    heard_at_once: bool = False  # by whoever takes it, before both agreed
    again_at: int | None = None  # when its asker last asked on

    @property
    def voice_id(self) -> int | None:
        """Who speaks for the plea: whoever asked on somebody's behalf, or who asks."""
        return self.by_id or self.person_id

    @property
    def side(self) -> frozenset[int]:
        """Who reads the plea as its asker."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def helpers(self) -> list[tuple[int, int | None]]:
        """Who speaks for somebody else, and for whom."""
        asked = [(self.by_id, self.person_id)] if self.by_id is not None else []
        return asked + [(one.by_id, one.person_id) for one in self.givers if one.by_id is not None]

    @property
    def helping(self) -> tuple[Giver, ...]:
        """Who has it, or has given, the first to come first."""
        return tuple(giver for giver in self.givers if giver.is_here)

    @property
    def giving(self) -> tuple[Giver, ...]:
        return tuple(giver for giver in self.givers if giver.state == "giving")

    @property
    def line(self) -> tuple[Giver, ...]:
        """Who would step in, the first to come first."""
        return tuple(giver for giver in self.givers if giver.state == "next")

    @property
    def of(self) -> str:
        """What its amount counts: "people" who lend a hand, or "things"."""
        return "people" if self.kind in ("errand", "company", "ride", "skill") else "things"

    @property
    def missing(self) -> int:
        return max(0, self.amount - sum(giver.amount for giver in self.helping))

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    @property
    def begun_at(self) -> int:
        """When its present span began."""
        return self.again_at or self.opened_at

    @property
    def is_waited_for(self) -> bool:
        return self.until - self.opened_at <= IMPATIENT

    def giver(self, person_id: int) -> Giver | None:
        return next((one for one in self.givers if one.person_id == person_id), None)

    def giver_of(self, *voices: int) -> Giver | None:
        """The giver whom one of these people is or speaks for; whoever has it comes before whoever left."""
        theirs = [one for one in self.givers if one.side & set(voices)]
        return min(theirs, key=lambda one: one.state == "left", default=None)

    def is_heard_by(self, giver: Giver) -> bool:
        """Whether this giver may hear or see what was sent with it: once both agreed, or at once by the asker's tap."""
        return giver.is_here and (self.heard_at_once or giver.agreed_at is not None)

    def was_asked(self, at: int) -> bool:
        """Whether the asker has had a while to say whether it is still needed."""
        return self.asked_at is not None and at - self.asked_at >= HOUR // 6

    def can_be_reopened(self, at: int) -> bool:
        return self.ended_at is not None and at - self.ended_at <= UNDO_SECONDS

    def publish(self, *, at: int) -> Ask:
        """What waited as a draft begins now, with all of its time."""
        return replace(self, state="open", opened_at=at, until=max(self.until, at + HOUR))

    def take(self, person: int, *, at: int, by: int | None = None, amount: int | None = None) -> Ask:
        """A neighbour has it, or so many of it; where nothing is missing any more they are next in line.

        A second tap is quietly nothing.
        """
        before = self.giver(person)
        if before and before.state != "left":
            return self
        share = min(amount or self.missing, self.missing)
        if not share:
            return self._with(Giver(person, amount or 1, "next", at, by))
        return self._asked_after_all(at=at)._with(Giver(person, share, "giving", at, by)).told(at)

    def _asked_after_all(self, *, at: int) -> Ask:
        """Somebody has it though its time was over: what is still missing is asked for, an hour at least."""
        if self.state != "unanswered":
            return self
        return replace(self, state="open", asked_at=None, until=max(self.until, at + HOUR))

    def told(self, at: int) -> Ask:
        """After a change of its givers: whether a neighbour is still missing."""
        if self.is_over or self.state == "draft":
            return self
        if not self.missing:
            return replace(self, state="taken", asked_at=None)
        return replace(self, state="open") if self.state == "taken" else self

    def let_go(self, person: int, *, at: int) -> Ask:
        """It did not work out with this neighbour: whoever is next steps in; else it is asked on, an hour at least."""
        giver = self.giver(person)
        if giver is None or giver.state not in ("next", "giving"):
            return self
        left = self._with(giver.leaves())
        if giver.state == "next":
            return left
        return left._step_in(at=at)._asked_on(at=at)

    def _step_in(self, *, at: int) -> Ask:
        for giver in self.line:
            if not self.missing:
                return self
            self = self._with(giver.gives(min(giver.amount, self.missing), at=at))
        return self

    def _asked_on(self, *, at: int) -> Ask:
        settled = replace(self, asked_at=None).told(at)
        return replace(settled, until=max(settled.until, at + HOUR)) if settled.state == "open" else settled

    def agree(self, person: int, *, at: int) -> Ask:
        """The asker says yes to this neighbour: from now on both may write to each other; asked again only later."""
        giver = self.giver(person)
        if giver is None or giver.state != "giving" or giver.agreed_at is not None:
            return self
        return self._with(replace(giver, agreed_at=at)).told(at)

    def receive(self, person: int, *, at: int) -> Ask:
        """The asker has it from this neighbour; once it is all there, the plea is done."""
        giver = self.giver(person)
        if giver is None or giver.state != "giving":
            return self
        given = self._with(replace(giver, state="given").put_away())
        return given if given.missing or given.giving else self.done(at=at)

    def done(self, *, at: int) -> Ask:
        """Solved: whoever has it is thanked as having given."""
        if self.state == "done":
            return self
        return replace(self, givers=tuple(one.ends() for one in self.givers))._over("done", at)

    def withdraw(self, *, at: int) -> Ask:
        return self if self.state == "withdrawn" else self._over("withdrawn", at)

    def expire(self, *, at: int) -> Ask:
        return self._over("expired", at)

    def _over(self, how: str, at: int) -> Ask:
        return replace(self, state=how, ended_at=at, givers=tuple(one.put_away() for one in self.givers))

    def unanswered(self) -> Ask:
        """Nobody had it and the asker said nothing: whoever answers for the place finds out how it ended."""
        return replace(self, state="unanswered")

    def reopen(self, *, until: int, at: int) -> Ask:
        """Ask on, or take back an ending: whoever had it still has it, and whoever had given has given."""
        givers = tuple(one.goes_on() for one in self.givers)
        again = replace(self, state="open", givers=givers, asked_at=None, ended_at=None, called_at=None, called_id=None)
        return replace(again, again_at=at, until=max(self.until, until)).told(until)

    def until_then(self, until: int) -> Ask:
        return replace(self, until=until)

    def questioned(self, *, at: int) -> Ask:
        return replace(self, asked_at=at)

    def called(self, head: int | None, *, at: int) -> Ask:
        """Half of its time is over and nobody has it: whoever answers for the place was told, if anybody does."""
        return replace(self, called_at=at, called_id=head)

    def taken_over(self) -> Ask:
        """Whoever it is for speaks for themselves from now on; whose account was shown was the helper's."""
        givers = tuple(replace(one, asker_shown=False, asker_phone="") for one in self.givers)
        return replace(self, by_id=None, givers=givers)

    def handed_to(self, helper: int) -> Ask:
        """Somebody else speaks on the asker's behalf from now on."""
        return replace(self.taken_over(), by_id=helper)

    def without(self, helper: int) -> Ask:
        """This helper speaks for neither side any more."""
        asked = self.taken_over() if self.by_id == helper else self
        return replace(asked, givers=tuple(one.without(helper) for one in asked.givers))

    def box_is_read(self, person: int, checked: str, amount: int, *, at: int) -> Ask:
        """This neighbour has read the box and gives so many: what is missing then is asked for on."""
        giver = self.giver(person)
        if giver is None:
            return self
        share = min(amount, giver.amount + self.missing) if self.amount > 1 else giver.amount
        read = self._with(replace(giver, checked=checked, amount=share))
        return read._step_in(at=at)._asked_on(at=at) if share < giver.amount else read.told(at)

    def shows(self, person: int, change: Callable[[Giver], Giver]) -> Ask:
        """Something of the one side is shown to the other."""
        giver = self.giver(person)
        return self._with(change(giver)) if giver else self

    def corrected(self, wish: Wish) -> Ask:
        """Other words: what was told of the old ones is told no more, and another medicine has another box."""
        checks = wish.thing == self.thing
        givers = tuple(replace(one, note_told=False, checked=one.checked if checks else "") for one in self.givers)
        return replace(self, thing=wish.thing, note=wish.note or self.note, givers=givers, spoken="")

    def _with(self, giver: Giver) -> Ask:
        """This giver in place of what was known of them; whoever comes anew, or back, comes last."""
        before = self.giver(giver.person_id)
        if before is None or before.state == "left":
            return replace(self, givers=(*(one for one in self.givers if one is not before), giver))
        return replace(self, givers=tuple(giver if one is before else one for one in self.givers))
