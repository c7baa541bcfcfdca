"""Repair tickets in SQL: the tickets, who may take them, who follows them, what was said on the way."""

from storage.tickets import desks, notes, outsiders, repairers, tickets, visits
from storage.tickets.desks import Desk, Desks
from storage.tickets.notes import TicketNote, TicketNotes
from storage.tickets.outsiders import Outsider, Outsiders
from storage.tickets.repairers import Repairer, Repairers
from storage.tickets.tickets import Tickets
from storage.tickets.visits import Charges, Visits

TRACES = [*notes.TRACES, *desks.TRACES, *repairers.TRACES, *tickets.TRACES, *visits.TRACES]

__all__ = [
    "TRACES",
    "Charges",
    "Desk",
    "Desks",
    "Outsider",
    "Outsiders",
    "Repairer",
    "Repairers",
    "TicketNote",
    "TicketNotes",
    "Tickets",
    "Visits",
    "outsiders",
]
