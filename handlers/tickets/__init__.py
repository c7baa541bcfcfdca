"""Repair tickets: reported in a line, on the right desk at once, and back with an answer."""

from handlers.features import Choice, Feature, Keep, Key, Kind
from handlers.tickets import (
    cards,
    exports,
    fixing,
    leaving,
    lists,
    preparing,
    reporting,
    reports,
    sorting,
    stages,
    stuck,
    taking,
)
from storage import tickets as stored

__all__ = ["FEATURE", "fixing", "reporting"]

FEATURE = Feature(
    "tickets",
    cards={"ticket": cards.draw, "mend": preparing.draw, lists.KIND: lists.draw, sorting.KIND: sorting.draw},
    mine=cards.mine,
    todo=cards.todo,
    board=cards.board,
    evening=reports.evening,
    monday=reports.monday,
    weekly=stuck.weekly,
    files=exports.FILES,
    notes={"ticket.table": Kind("once")},
    undelivered=stages.undelivered,
    arrives=taking.arrives,
    away=stages.was_away,
    forgets=leaving.forgets,
    rests=leaving.rests,
    handed_over=leaving.handed_over,
    origins={"ticket": leaving.origin},
    keeps=[
        Keep("ticket-files", 180, lambda tx, before: tx.ticket_notes.prune_files(before)),
        Keep("tickets", 730, lambda tx, before: tx.tickets.anonymise(before)),
    ],
    traces=stored.TRACES,
    keys=(Key("key-report", 20),),
    choices={
        "start": (Choice("key-report", "ticket.report", 25),),
        "plain": (Choice("key-report", "plain.report", 5),),
    },
    mutable=("ticket.taken", "ticket.known"),
    commands={"private": ("repair", "tickets"), "group": ("repair",), "steward": ("categories",)},
)
