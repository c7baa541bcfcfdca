"""Repair tickets in SQL: the tickets, who may take them, who follows them, what was said on the way."""

from storage.tickets import categories, desks, notes, outsiders, repairers, tickets, visits
from storage.tickets.categories import CategoryChanges
from storage.tickets.desks import Desk, Desks
from storage.tickets.lists import Counted, TicketLists, Wanted
from storage.tickets.notes import TicketNote, TicketNotes
from storage.tickets.outsiders import Outsider, Outsiders
from storage.tickets.repairers import Repairer, Repairers
from storage.tickets.tickets import Tickets
from storage.tickets.visits import Charges, Visits

TRACES = [*notes.TRACES, *desks.TRACES, *repairers.TRACES, *tickets.TRACES, *visits.TRACES, *categories.TRACES]

__all__ = [
    "TRACES",
    "CategoryChanges",
    "Charges",
    "Counted",
    "Desk",
    "Desks",
    "Outsider",
    "Outsiders",
    "Repairer",
    "Repairers",
    "TicketLists",
    "TicketNote",
    "TicketNotes",
    "Tickets",
    "Visits",
    "Wanted",
    "outsiders",
]
