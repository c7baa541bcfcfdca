"""Repair tickets: reported in a line, on the right desk at once, and back with an answer."""

from handlers.features import Choice, Feature, Keep, Key, Kind
from handlers.tickets import (
    cards,
    exports,
    fixing,
    leaving,
    lists,
    opening,
    pictures,
    preparing,
    reporting,
    reports,
    sorting,
    spots,
    stages,
    stuck,
    taking,
)
from storage import tickets as stored

__all__ = ["FEATURE", "fixing", "opening", "pictures", "reporting", "spots"]

FEATURE = Feature(
    "tickets",
    cards={
        "ticket": cards.draw,
        "mend": preparing.draw,
        "fault": spots.draw,
        lists.KIND: lists.draw,
        sorting.KIND: sorting.draw,
    },
    mine=cards.mine,
    todo=cards.todo,
    board=cards.board,
    evening=reports.evening,
    monday=reports.monday,
    weekly=stuck.weekly,
    files=pictures.FILES | exports.FILES,
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
        "plain": (Choice("key-report", "plain.report", 5), Choice("key-raise", "plain.raise", 15)),
    },
    mutable=("ticket.taken", "ticket.known"),
    commands={
        "private": ("repair", "tickets"),
        "group": ("repair",),
        "steward": ("photos", "categories"),
    },
)
