"""Repair tickets: reported in a line, on the right desk at once, and back with an answer."""

from handlers.features import Choice, Feature, Keep, Key
from handlers.tickets import (
    cards,
    charging,
    closing,
    firms,
    fixing,
    handing,
    leaving,
    noting,
    preparing,
    repairers,
    reporting,
    stages,
    steps,
    taking,
    talks,
    turning,
    visiting,
    waiting,
)
from storage import tickets as stored

__all__ = ["FEATURE", "charging", "closing", "fixing", "handing", "reporting", "turning", "visiting", "waiting"]

FEATURE = Feature(
    "tickets",
    cards={
        "ticket": cards.draw,
        "mend": preparing.draw,
        "work": steps.draw,
        "firms": firms.draw,
        "repairer": repairers.draw,
    },
    mine=cards.mine,
    todo=cards.todo,
    board=cards.board,
    about=lambda look, person: repairers.about(look, person.id),
    undelivered=stages.undelivered,
    arrives=taking.arrives,
    forgets=leaving.forgets,
    rests=leaving.rests,
    handed_over=leaving.handed_over,
    office_ended=leaving.office_ended,
    replied=noting.replied,
    pairs={"ticket": talks.pairs},
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
    commands={"private": ("repair",), "group": ("repair",), "office": ("firms",)},
)
