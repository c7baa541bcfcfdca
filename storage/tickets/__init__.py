"""Repair tickets in SQL: the tickets, who may take them, who follows them, what was said on the way."""

from storage.tickets import desks, notes, outsiders, tickets
from storage.tickets.desks import Desk, Desks
from storage.tickets.notes import TicketNote, TicketNotes
from storage.tickets.outsiders import Outsider, Outsiders
from storage.tickets.tickets import Tickets

TRACES = [*notes.TRACES, *desks.TRACES, *tickets.TRACES]

__all__ = ["TRACES", "Desk", "Desks", "Outsider", "Outsiders", "TicketNote", "TicketNotes", "Tickets", "outsiders"]
