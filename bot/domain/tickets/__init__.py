"""Repair tickets: from a resident's report to somebody who has it, and back with an answer."""

from bot.domain.tickets.bells import Bell, bells, due_at, next_bell
from bot.domain.tickets.tickets import (
    BURST_HOMES,
    BURST_SECONDS,
    MOST_A_DAY,
    MOST_OPEN,
    OPEN,
    OVER,
    REASONS,
    REOPENED_OFTEN,
    UNDO_SECONDS,
    Ticket,
)
from bot.domain.tickets.wording import for_group, has_plate

__all__ = [
    "BURST_HOMES",
    "BURST_SECONDS",
    "MOST_A_DAY",
    "MOST_OPEN",
    "OPEN",
    "OVER",
    "REASONS",
    "REOPENED_OFTEN",
    "UNDO_SECONDS",
    "Bell",
    "Ticket",
    "bells",
    "due_at",
    "for_group",
    "has_plate",
    "next_bell",
]
