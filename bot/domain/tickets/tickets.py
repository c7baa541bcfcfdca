"""A repair ticket and what may become of it. Moments are Unix seconds, spans are seconds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.moments import DAY
from bot.domain.rules import RuleError
from bot.domain.worktime import Hours

MOST_OPEN = 20
"""Open tickets one person may have at a time."""

MOST_A_DAY = 20
"""Tickets one person may open within 24 hours."""

BURST_SECONDS = 30 * 60
"""Within this time what is reported around a fault that spreads is the same fault."""

BURST_HOMES = 3
"""So many homes of one building, and the buildings around it are taken to have it, too."""

UNDO_SECONDS = DAY
"""How long an ending or a hand-over can be taken back by whoever made it."""

REOPENED_OFTEN = 2
"""So many times not fixed, and whoever stands one level above has it."""

REASONS = ("reporter", "visit", "parts", "outside", "money", "neighbours")
"""What a ticket may wait for: the reporter's answer, an agreed hour, spare parts, somebody outside, a vote on money,
a neighbour's hand."""

OPEN = ("new", "taken", "waiting", "fixed")
OVER = ("done", "unconfirmed", "withdrawn", "merged", "elsewhere", "unfixable")


@dataclass(frozen=True)
class Ticket:
    """Something reported. `text` is the reporter's words: for whoever handles it, and a group where they are harmless.

    States: draft · new (nobody has it) · taken · waiting (for a reason) · fixed (so the handler says) · done (so the
    reporter says, too) · unconfirmed (the reporter said nothing) · withdrawn · merged (into another one) · elsewhere
    (not ours, and where it belongs) · unfixable (and why).
    """

    id: int
    person_id: int | None
    by_id: int | None  # who reported it on their behalf
    room_id: int | None  # the group whose card shows it; none for what no group may see
    place_id: int  # where it is: a stair, a building or wider; never a dwelling
    category: str
    text: str
    state: str
    opened_at: int
    asked_at: int  # since when those who may take it now have it
    clock_from: int  # where the clock of fixing began
    moved_at: int  # when whoever has it last did something
    indoor: bool = False  # in the reporter's own home
    level: int = 0  # how many offices up it has gone
    owner_id: int | None = None
    from_id: int | None = None  # who handed it on; it goes back to them
    outsider_id: int | None = None  # who outside has to do it
    paused_at: int | None = None  # since when its clock stands still
    paused: int = 0  # how much of its clock stood still before
    reason: str = ""
    until: int | None = None  # what it waits for should be there by then
    told: frozenset[str] = frozenset()  # the bells that have rung for it
    reopened: int = 0
    into_id: int | None = None
    fixed_at: int | None = None
    ended_at: int | None = None
    circle_id: int | None = None  # whose task it is
    became: str = ""  # the thing it goes on as: ask_12

    @property
    def side(self) -> frozenset[int]:
        """Who reads it as its reporter."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def voice_id(self) -> int | None:
        """Who speaks for its reporter."""
        return self.by_id or self.person_id

    @property
    def awaits_reporter(self) -> bool:
        """Whether it is fixed, an hour or a price that suits, or an answer: the reporter has to say it."""
        return self.state == "fixed" or (self.state == "waiting" and self.reason == "reporter")

    @property
    def expected(self) -> int | None:
        """When what it waits for should be there. An agreed hour is nobody else's business, and how long we wait for
        an answer promises nothing."""
        return None if self.reason in ("reporter", "visit") else self.until

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def publish(self, *, at: int, room: int | None) -> Ticket:
        return replace(self, state="new", opened_at=at, asked_at=at, clock_from=at, moved_at=at, room_id=room)

    def take(self, person: int, *, at: int) -> Ticket:
        """The first to take it has it; a second tap of theirs is quietly nothing. Raises ticket-has-owner."""
        if self.owner_id == person and self.state in ("taken", "waiting"):
            return self
        if self.owner_id is not None:
            raise RuleError("ticket-has-owner")
        return self._heard(at).moved_to(person)

    def spread(self, place: int) -> Ticket:
        """It is found at a wider place; as long as nobody has it, those who answer there are asked from the first."""
        return replace(self, place_id=place, level=0 if self.owner_id is None else self.level)

    def moved_to(self, person: int | None) -> Ticket:
        return replace(self, state="taken" if person is not None else "new", owner_id=person)

    def let_go(self, *, at: int) -> Ticket:
        """Whoever has it cannot: those who may take it are asked again. What is said to be fixed stays so."""
        if self.owner_id is None:
            return self
        if self.state == "fixed":
            return replace(self, owner_id=None, from_id=None, circle_id=None)
        return replace(
            self._heard(at), owner_id=None, from_id=None, circle_id=None, state="new", asked_at=at, told=self._unasked()
        )

    def hand_on(self, to: int, *, by: int, at: int, circle: int | None = None) -> Ticket:
        """Somebody else has it from now on; it can come back to whoever handed it on. An agreed hour stays agreed.

        Raises ticket-hand-yourself.
        """
        if to == self.owner_id and circle == self.circle_id:
            return self
        if to == by:
            raise RuleError("ticket-hand-yourself")
        state = "waiting" if self.state == "waiting" else "taken"
        return replace(self._heard(at), from_id=by, owner_id=to, state=state, circle_id=circle)

    def handed_over(self, to: int) -> Ticket:
        """The office goes to somebody else, and with it what its holder had in hand."""
        return replace(self, owner_id=to)

    def give_back(self, *, at: int) -> Ticket:
        """Back to whoever handed it on, else to those who may take it."""
        if self.from_id is None:
            return self.let_go(at=at)
        return replace(self._heard(at), owner_id=self.from_id, from_id=None, circle_id=None, state="taken")

    def wait(self, reason: str, *, at: int, until: int | None, outsider: int | None = None) -> Ticket:
        """Its clock stands still until then, or until somebody goes on with it. Raises ticket-wait-past."""
        if until is not None and until <= at:
            raise RuleError("ticket-wait-past")
        stands = self.paused_at if self.paused_at is not None else at
        waiting = replace(self, state="waiting", reason=reason, until=until, outsider_id=outsider, moved_at=at)
        return replace(waiting, paused_at=stands, told=waiting._without("until"))

    def go_on(self, hours: Hours, *, at: int) -> Ticket:
        """What it waited for is there: its clock goes on where it stood."""
        if self.state != "waiting":
            return self
        going = replace(self._running(hours, at), state="taken" if self.owner_id else "new")._heard(at)
        return going if self.owner_id else replace(going, asked_at=at, told=going._unasked())

    def fix(self, hours: Hours, *, at: int) -> Ticket:
        """Fixed, says whoever has it; the reporter is asked."""
        if self.state == "fixed":
            return self
        return replace(self._running(hours, at), state="fixed", fixed_at=at, moved_at=at, told=self._without("silent"))

    def confirm(self, *, at: int) -> Ticket:
        """Fixed, says the reporter, too."""
        return self if self.state == "done" else replace(self, state="done", ended_at=at, until=None)

    def silence(self, *, at: int) -> Ticket:
        return replace(self, state="unconfirmed", ended_at=at)

    def not_fixed(self, *, at: int) -> Ticket:
        """It is not fixed after all: its clock begins anew; said twice, it goes to whoever stands above."""
        again = replace(
            self, state="taken" if self.owner_id else "new", reopened=self.reopened + 1, fixed_at=None, ended_at=None,
            clock_from=at, asked_at=at, moved_at=at, paused=0, paused_at=None, told=frozenset(),
        )  # fmt: skip
        return again if again.reopened < REOPENED_OFTEN else again.climb(at=at)

    def climb(self, *, at: int) -> Ticket:
        """One level up: those there are asked, and may take it."""
        return replace(
            self,
            state="new",
            level=self.level + 1,
            owner_id=None,
            from_id=None,
            circle_id=None,
            asked_at=at,
            told=self._unasked(),
        )

    def withdraw(self, *, at: int) -> Ticket:
        return self if self.state == "withdrawn" else self._ends("withdrawn", at)

    def merge(self, into: int, *, at: int) -> Ticket:
        """The same as another one. Raises ticket-merge-itself."""
        if into == self.id:
            raise RuleError("ticket-merge-itself")
        return replace(self._ends("merged", at), into_id=into)

    def elsewhere(self, *, at: int) -> Ticket:
        return self if self.state == "elsewhere" else self._ends("elsewhere", at)

    def give_up(self, *, at: int) -> Ticket:
        return self if self.state == "unfixable" else self._ends("unfixable", at)

    def reopen(self, *, at: int) -> Ticket:
        """Take an ending back: whoever had it has it again. Raises ticket-too-long-ago."""
        if not self.is_over:
            return self
        if at - (self.ended_at or at) > UNDO_SECONDS and self.state != "unconfirmed":
            raise RuleError("ticket-too-long-ago")
        stood = next(one for one in (self.paused_at, self.fixed_at, self.ended_at, at) if one is not None)
        return replace(
            self, state="taken" if self.owner_id else "new", ended_at=None, into_id=None, asked_at=at, moved_at=at,
            fixed_at=None, paused_at=stood, reason="", until=None, told=self._unasked(),
        )  # fmt: skip

    def runs(self, hours: Hours, *, at: int) -> Ticket:
        """Its clock runs again where it stood still and does not any more, whichever step set it going."""
        if self.paused_at is None or self.state not in ("new", "taken"):
            return self
        return self._running(hours, at)

    def asleep(self, *, until: int) -> Ticket:
        """Who could take it sleeps: they have it only then, and nobody is late before."""
        return replace(self, asked_at=until, told=self._unasked())

    def while_away(self, hours: Hours, *, since: int, until: int) -> Ticket:
        """We were away: nobody could press anything, so that time counts for nobody."""
        if self.state not in ("new", "taken"):
            return self

        def moved(start: int) -> int:
            return hours.after(start, hours.between(max(start, since), until)) if start < until else start

        lost = hours.between(max(self.clock_from, since), until)
        return replace(self, asked_at=moved(self.asked_at), moved_at=moved(self.moved_at), paused=self.paused + lost)

    def says(self, *, at: int) -> Ticket:
        """Whoever has it said how it goes."""
        return self._heard(at)

    def turned_into(self, thing: str) -> Ticket:
        """It goes on as something else, too: `ask_12`."""
        return replace(self, became=thing)

    def rung(self, *bells: str) -> Ticket:
        return replace(self, told=self.told | set(bells))

    def stood_still(self, hours: Hours, at: int) -> int:
        """How much of its clock has stood still until now."""
        return self.paused + (hours.between(self.paused_at, at) if self.paused_at is not None else 0)

    def _heard(self, at: int) -> Ticket:
        """Whoever has it did something: they need no reminding for a while."""
        return replace(self, moved_at=at, told=self._without("progress", "warn-progress"))

    def _running(self, hours: Hours, at: int) -> Ticket:
        return replace(self, paused=self.stood_still(hours, at), paused_at=None, reason="", until=None)

    def _ends(self, state: str, at: int) -> Ticket:
        return replace(self, state=state, ended_at=at, until=None)

    def _without(self, *bells: str) -> frozenset[str]:
        return self.told - set(bells)

    def _unasked(self) -> frozenset[str]:
        return self._without("acknowledge", "warn-acknowledge", "progress", "warn-progress")
