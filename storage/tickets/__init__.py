"""Repair tickets in SQL: the tickets, who may take them, who follows them, what was said on the way."""

from storage.tickets import categories, desks, notes, outsiders, tickets
from storage.tickets.categories import CategoryChanges
from storage.tickets.desks import Desk, Desks
from storage.tickets.lists import Counted, TicketLists, Wanted
from storage.tickets.notes import TicketNote, TicketNotes
from storage.tickets.outsiders import Outsider, Outsiders
from storage.tickets.tickets import Tickets

TRACES = [*notes.TRACES, *desks.TRACES, *tickets.TRACES, *categories.TRACES]

__all__ = [
    "TRACES",
    "CategoryChanges",
    "Counted",
    "Desk",
    "Desks",
    "Outsider",
    "Outsiders",
    "TicketLists",
    "TicketNote",
    "TicketNotes",
    "Tickets",
    "Wanted",
    "outsiders",
]
