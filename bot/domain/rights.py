"""Who may do what: one table, read from the top. What is not in it, nobody may."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.domain.rules import RuleError


class Who(Enum):
    AUTHOR = auto()  # who opened the thing, or opened it on somebody's behalf
    ASSIGNED = auto()  # who has taken it on
    OTHERS = auto()  # anybody but its author
    HEAD = auto()  # says who lives here: holds an office with that power at the thing's place or above it
    ACTS = auto()  # may act for neighbours here
    APPOINTS = auto()  # gives offices here
    NOTIFIES = auto()  # sends notices here
    GATHERS = auto()  # makes circles and publishes here
    REPAIRS = auto()  # takes up tickets here
    STEWARD = auto()


POWERS = {
    Who.HEAD: "confirm",
    Who.ACTS: "act",
    Who.APPOINTS: "appoint",
    Who.NOTIFIES: "notify",
    Who.GATHERS: "gather",
    Who.REPAIRS: "repair",
    Who.STEWARD: "steward",
}
"""Which power of a title (see `bot.domain.titles`) makes somebody one of these."""


@dataclass(frozen=True)
class Right:
    who: frozenset[Who]
    states: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """How one person stands to one thing. Whoever acts for somebody stands where that one stands."""

    person_id: int
    author_id: int | None
    assigned_id: int | None = None
    powers: Set[str] = field(default_factory=frozenset)  # of the offices held at the thing's place or above
    by_id: int | None = None  # who opened it on the author's behalf
    for_id: int | None = None  # for whom this person speaks just now

    def roles(self) -> frozenset[Who]:
        voices = {self.person_id, self.for_id} - {None}
        author = self.author_id in voices or self.by_id == self.person_id
        yes = {Who.AUTHOR: author, Who.ASSIGNED: self.assigned_id in voices, Who.OTHERS: not author}
        yes |= {who: power in self.powers for who, power in POWERS.items()}
        return frozenset(who for who, holds in yes.items() if holds)


def _right(who: Who | tuple[Who, ...], *states: str) -> Right:
    return Right(frozenset(who if isinstance(who, tuple) else (who,)), frozenset(states))


TICKET_OVER = ("done", "unconfirmed", "withdrawn", "merged", "elsewhere", "unfixable")

RIGHTS = {
    "ask.prepare": _right(Who.AUTHOR, "draft"),
    "ask.publish": _right(Who.AUTHOR, "draft", "open"),
    "ask.correct": _right(Who.AUTHOR, "draft", "open"),
    "ask.confirm": _right((Who.AUTHOR, Who.ACTS), "draft", "open"),
    "ask.hear": _right((Who.AUTHOR, Who.ASSIGNED, Who.HEAD), "draft", "open", "taken", "unanswered"),
    "ask.write": _right((Who.ASSIGNED, Who.HEAD), "open", "taken", "unanswered"),
    "ask.line": _right(Who.AUTHOR, "open", "taken", "unanswered"),
    "ask.take": _right(Who.OTHERS, "open", "taken", "unanswered"),
    "ask.let-go": _right((Who.AUTHOR, Who.ASSIGNED), "open", "taken"),
    "ask.agree": _right(Who.AUTHOR, "open", "taken"),
    "ask.done": _right(Who.AUTHOR, "open", "taken", "unanswered", "done"),
    "ask.withdraw": _right((Who.AUTHOR, Who.HEAD, Who.STEWARD), "draft", "open", "taken", "unanswered", "withdrawn"),
    "ask.reopen": _right((Who.AUTHOR, Who.HEAD), "open", "taken", "unanswered", "done", "withdrawn", "expired"),
    "ask.read-box": _right(Who.ASSIGNED, "open", "taken"),
    "ask.settle": _right(Who.HEAD, "unanswered", "done", "withdrawn", "expired"),
    "ask.tell-note": _right(Who.AUTHOR, "open", "taken"),
    "ask.show-account": _right((Who.AUTHOR, Who.ASSIGNED), "open", "taken"),
    "ask.take-over": _right(Who.AUTHOR, "draft", "open", "taken", "unanswered"),
    "danger.tell": _right(Who.AUTHOR, "asking", "quiet", "told", "over"),
    "danger.decline": _right(Who.AUTHOR, "asking", "quiet"),
    "danger.place": _right(Who.AUTHOR, "asking", "quiet", "told"),
    "danger.answer": _right(Who.ASSIGNED, "told"),
    "danger.over": _right((Who.AUTHOR, Who.ASSIGNED), "asking", "quiet", "told", "over"),
    "ticket.prepare": _right(Who.AUTHOR, "draft"),
    "ticket.publish": _right(Who.AUTHOR, "draft", "new"),
    "ticket.correct": _right(Who.AUTHOR, "draft", "new"),
    "ticket.agree": _right((Who.AUTHOR, Who.ACTS), "draft", "new"),
    "ticket.hear": _right(Who.ASSIGNED, "new", "taken", "waiting", "fixed"),
    "ticket.clean": _right(Who.STEWARD, "open"),
    "ticket.sort": _right((Who.AUTHOR, Who.ASSIGNED), "draft", "new", "taken", "waiting"),
    "ticket.take": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.let-go": _right(Who.ASSIGNED, "taken", "waiting"),
    "ticket.go-on": _right(Who.ASSIGNED, "taken", "waiting"),
    "ticket.fix": _right(Who.ASSIGNED, "new", "taken", "waiting", "fixed"),
    "ticket.confirm": _right(Who.AUTHOR, "new", "taken", "waiting", "fixed", "done"),
    "ticket.not-fixed": _right(Who.AUTHOR, "fixed", "done", "unconfirmed"),
    "ticket.withdraw": _right((Who.AUTHOR, Who.STEWARD), "draft", "new", "taken", "waiting", "fixed", "withdrawn"),
    "ticket.reopen": _right((Who.AUTHOR, Who.ASSIGNED), "new", "taken", *TICKET_OVER),
    "ticket.follow": _right((Who.AUTHOR, Who.OTHERS), "new", "taken", "waiting", "fixed"),
    "ticket.export": _right((Who.STEWARD, Who.REPAIRS), "open"),
    "category.change": _right(Who.STEWARD, "open"),
    "ticket.note": _right((Who.AUTHOR, Who.ASSIGNED), "new", "taken", "waiting", "fixed", "done"),
    "ticket.play": _right((Who.AUTHOR, Who.ASSIGNED), "new", "taken", "waiting", "fixed", *TICKET_OVER),
    "ticket.hand": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.recall": _right(Who.ASSIGNED, "taken", "waiting"),
    "ticket.wait": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.ask": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.answer": _right(Who.AUTHOR, "new", "taken", "waiting"),
    "ticket.visit": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.choose": _right(Who.AUTHOR, "taken", "waiting"),
    "ticket.unvisit": _right((Who.AUTHOR, Who.ASSIGNED), "taken", "waiting"),
    "ticket.charge": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.pay": _right(Who.AUTHOR, "taken", "waiting"),
    "ticket.merge": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.elsewhere": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.give-up": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.turn": _right(Who.ASSIGNED, "new", "taken", "waiting"),
    "ticket.on-spot": _right(Who.REPAIRS, "draft"),
    "firm.change": _right((Who.REPAIRS, Who.STEWARD), "open"),
    "repairer.invite": _right((Who.REPAIRS, Who.STEWARD), "open"),
    "repairer.end": _right((Who.AUTHOR, Who.REPAIRS, Who.STEWARD), "open", "ended"),
    "place.build": _right(Who.STEWARD, "open"),
    "room.wish": _right((Who.AUTHOR, Who.GATHERS, Who.STEWARD), "open"),
    "room.bind": _right(Who.STEWARD, "open"),
    "welcome.write": _right(Who.STEWARD, "open"),
    "register.change": _right(Who.STEWARD, "ready"),
    "join.choose": _right(Who.AUTHOR, "draft"),
    "join.correct": _right(Who.AUTHOR, "draft", "waiting", "refused", "withdrawn", "undone"),
    "join.again": _right(Who.AUTHOR, "refused", "waiting"),
    "join.withdraw": _right(Who.AUTHOR, "draft", "waiting", "withdrawn"),
    "join.confirm": _right(Who.HEAD, "waiting", "confirmed"),
    "join.settle": _right(Who.HEAD, "waiting"),
    "join.refuse": _right(Who.HEAD, "waiting", "refused"),
    "home.speak": _right((Who.AUTHOR, Who.HEAD), "living"),
    "home.leave": _right(Who.AUTHOR, "living"),
    "home.doubt": _right((Who.AUTHOR, Who.HEAD), "living"),
    "home.gone": _right((Who.AUTHOR, Who.HEAD), "living"),
    "matter.see": _right(Who.HEAD, "open", "done", "kept"),
    "matter.settle": _right(Who.HEAD, "open", "done", "kept"),
    "codes.print": _right(Who.HEAD, "open"),
    "grouplink.make": _right(Who.HEAD, "open"),
    "person.forget": _right((Who.HEAD, Who.STEWARD), "noted"),
    "letter.answer": _right(Who.STEWARD, "open", "answered"),
    "case.report": _right(Who.OTHERS, "open", "hidden", "objected", "fine", "kept"),
    "case.hide": _right((Who.HEAD, Who.STEWARD), "open", "fine", "hidden"),
    "case.dismiss": _right((Who.HEAD, Who.STEWARD), "open", "fine"),
    "case.unhide": _right((Who.HEAD, Who.STEWARD), "hidden", "fine"),
    "case.object": _right(Who.AUTHOR, "hidden", "objected"),
    "case.decide": _right(Who.STEWARD, "objected", "kept", "fine"),
    "case.delete": _right(Who.STEWARD, "open", "fine", "kept"),
    "block.person": _right(Who.STEWARD, "free", "blocked"),
    "block.room": _right(Who.STEWARD, "free", "blocked"),
    "board.hang": _right((Who.NOTIFIES, Who.STEWARD), "missing"),
    "notice.prepare": _right(Who.AUTHOR, "draft"),
    "notice.publish": _right((Who.NOTIFIES, Who.ASSIGNED), "draft", "open"),
    "notice.correct": _right(Who.AUTHOR, "draft", "open"),
    "notice.know": _right((Who.AUTHOR, Who.OTHERS), "open"),
    "notice.remind": _right(Who.AUTHOR, "open"),
    "notice.count": _right((Who.AUTHOR, Who.NOTIFIES, Who.HEAD), "open", "ended", "withdrawn", "expired"),
    "notice.silent": _right(Who.HEAD, "open", "ended", "withdrawn", "expired"),
    "notice.end": _right((Who.AUTHOR, Who.NOTIFIES), "open", "ended"),
    "notice.extend": _right((Who.AUTHOR, Who.NOTIFIES), "draft", "open"),
    "notice.take-over": _right(Who.AUTHOR, "draft", "open"),
    "notice.withdraw": _right((Who.AUTHOR, Who.HEAD, Who.STEWARD), "draft", "open", "withdrawn"),
    "relay.open": _right(Who.AUTHOR, "apart"),
    "relay.enter": _right((Who.AUTHOR, Who.ASSIGNED), "invited", "open"),
    "relay.decline": _right((Who.AUTHOR, Who.ASSIGNED), "invited", "ended"),
    "relay.end": _right((Who.AUTHOR, Who.ASSIGNED), "invited", "open", "ended"),
    "office.give": _right(Who.APPOINTS, "open"),
    "office.change": _right(Who.AUTHOR, "held"),
    "office.withdraw": _right((Who.AUTHOR, Who.APPOINTS), "held", "ended"),
    "office.restore": _right((Who.AUTHOR, Who.APPOINTS), "held", "ended"),
    "office.care": _right((Who.ASSIGNED, Who.HEAD), "open"),
    "duty.change": _right(Who.APPOINTS, "open"),
    "title.change": _right(Who.STEWARD, "open"),
    "circle.make": _right(Who.GATHERS, "open"),
    "circle.change": _right((Who.AUTHOR, Who.GATHERS), "open"),
    "circle.leave": _right(Who.ASSIGNED, "open"),
    "circle.end": _right((Who.AUTHOR, Who.GATHERS), "open", "ended"),
    "offer.publish": _right(Who.AUTHOR, "draft", "open"),
    "offer.correct": _right(Who.AUTHOR, "draft", "open", "paused"),
    "offer.pause": _right(Who.AUTHOR, "open", "paused"),
    "offer.resume": _right(Who.AUTHOR, "open", "paused"),
    "offer.stay": _right(Who.AUTHOR, "open", "paused"),
    "offer.withdraw": _right((Who.AUTHOR, Who.HEAD, Who.STEWARD), "draft", "open", "paused", "withdrawn"),
    "offer.reopen": _right(Who.AUTHOR, "open", "withdrawn", "expired"),
    "offer.take-over": _right(Who.AUTHOR, "draft", "open", "paused"),
    "offer.accept": _right((Who.AUTHOR, Who.ACTS), "recommended", "open"),
    "offer.decline": _right((Who.AUTHOR, Who.ACTS), "recommended"),
    "offer.want": _right(Who.OTHERS, "open"),
    "want.answer": _right(Who.ASSIGNED, "asked", "yes", "no"),
    "want.withdraw": _right(Who.AUTHOR, "asked", "yes", "withdrawn"),
    "want.end": _right((Who.AUTHOR, Who.ASSIGNED), "yes", "got", "not"),
    "want.show-account": _right((Who.AUTHOR, Who.ASSIGNED), "yes"),
    "medicine.change": _right(Who.STEWARD, "open"),
    "circle.reopen": _right((Who.AUTHOR, Who.GATHERS), "open", "ended"),
    "festival.make": _right(Who.GATHERS, "open"),
    "festival.change": _right(Who.GATHERS, "draft", "collecting", "granting"),
    "festival.publish": _right(Who.GATHERS, "draft", "collecting"),
    "festival.drop": _right((Who.AUTHOR, Who.GATHERS), "draft"),
    "festival.see": _right((Who.GATHERS, Who.HEAD), "collecting", "granting", "closed"),
    "festival.post": _right(Who.GATHERS, "collecting", "granting"),
    "festival.pass": _right(Who.GATHERS, "collecting", "granting"),
    "festival.close": _right(Who.GATHERS, "collecting", "granting", "closed"),
    "festival.wish": _right((Who.AUTHOR, Who.OTHERS), "collecting"),
    "wish.correct": _right(Who.AUTHOR, "draft", "waiting", "returned", "open"),
    "wish.send": _right(Who.AUTHOR, "draft", "waiting", "open"),
    "wish.hear": _right((Who.HEAD, Who.GATHERS), "waiting"),
    "wish.hang": _right((Who.HEAD, Who.GATHERS), "waiting", "open", "taken"),
    "wish.return": _right((Who.HEAD, Who.GATHERS), "waiting", "returned", "open"),
    "wish.withdraw": _right((Who.AUTHOR, Who.STEWARD), "draft", "waiting", "returned", "open", "taken", "withdrawn"),
    "wish.take": _right(Who.OTHERS, "open", "taken"),
    "wish.let-go": _right(Who.ASSIGNED, "open", "taken"),
    "wish.agree": _right(Who.AUTHOR, "taken"),
    "wish.decline": _right(Who.AUTHOR, "taken"),
    "wish.given": _right(Who.ASSIGNED, "taken"),
    "wish.grant": _right(Who.AUTHOR, "taken", "granted"),
    "wish.not-yet": _right(Who.AUTHOR, "taken"),
    "wish.reopen": _right(Who.AUTHOR, "granted", "withdrawn"),
    "wish.show": _right((Who.AUTHOR, Who.ASSIGNED), "taken"),
    "wish.name": _right(Who.ASSIGNED, "taken", "granted"),
    "wish.take-over": _right(Who.AUTHOR, "draft", "waiting", "returned", "open", "taken"),
    "month.see": _right(Who.GATHERS, "open"),
    "month.post": _right(Who.GATHERS, "open"),
}


def check(action: str, standing: Standing, state: str) -> None:
    """Raise RuleError unless it is allowed: first whether it can still be done, then whether it is theirs to do."""
    right = RIGHTS[action]
    kind = action.partition(".")[0]
    if state not in right.states:
        raise RuleError(f"{kind}-is-{state}")
    if not right.who & standing.roles():
        raise RuleError(f"{kind}-not-yours" if Who.OTHERS not in right.who else f"{kind}-is-yours")
