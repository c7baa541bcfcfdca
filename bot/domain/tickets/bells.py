"""Bells: when something has to happen to a ticket that nobody touches."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.categories import Category
from bot.domain.moments import DAY
from bot.domain.tickets.tickets import Ticket
from bot.domain.worktime import Hours

SILENT_DAYS = 3
"""How long a reporter may be silent about what is said to be fixed."""

ASKED_AGAIN_DAYS = 7
"""What waits for nobody knows how long is looked at again after so many days."""

WARNED = 0.75
"""How much of a span has passed when whoever has it is warned."""


@dataclass(frozen=True)
class Bell:
    """`name`: acknowledge, progress, fix (deadlines, each warned of before: warn-fix), until, silent."""

    name: str
    at: int


def bells(ticket: Ticket, category: Category, hours: Hours) -> list[Bell]:
    """The bells of a ticket as it stands, those that have rung, too; the soonest first."""
    found = [*_deadlines(ticket, category, hours), *_waits(ticket)]
    return sorted(found, key=lambda bell: bell.at)


def next_bell(ticket: Ticket, category: Category, hours: Hours) -> Bell | None:
    return next((bell for bell in bells(ticket, category, hours) if bell.name not in ticket.told), None)


def due_at(ticket: Ticket, category: Category, hours: Hours) -> int | None:
    """The earliest deadline of a clock that runs; none while it stands still, or is over."""
    dues = [bell.at for bell in _deadlines(ticket, category, hours) if not bell.name.startswith("warn-")]
    return min(dues, default=None)


def _deadlines(ticket: Ticket, category: Category, hours: Hours) -> list[Bell]:
    if ticket.state == "new":
        return [*_span("acknowledge", ticket.asked_at, category.acknowledge, hours), *_fix(ticket, category, hours)]
    if ticket.state == "taken":
        return [*_span("progress", ticket.moved_at, category.progress, hours), *_fix(ticket, category, hours)]
    return []


def _fix(ticket: Ticket, category: Category, hours: Hours) -> list[Bell]:
    """What stood still does not count: both moments move by as much."""
    return _span("fix", ticket.clock_from, category.fix, hours, ticket.paused)


def _span(name: str, start: int, span: int, hours: Hours, stood: int = 0) -> list[Bell]:
    warned = hours.after(start, int(span * WARNED) + stood)
    return [Bell(f"warn-{name}", warned), Bell(name, hours.after(start, span + stood))]


def _waits(ticket: Ticket) -> list[Bell]:
    if ticket.state == "waiting":
        return [Bell("until", ticket.until if ticket.until is not None else ticket.moved_at + ASKED_AGAIN_DAYS * DAY)]
    if ticket.state == "fixed" and ticket.fixed_at is not None:
        return [Bell("silent", ticket.fixed_at + SILENT_DAYS * DAY)]
    return []
