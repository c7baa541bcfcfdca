"""Every store of the house under one roof: `tx.asks.get(12)`, `read.people.get(3)`."""

from __future__ import annotations

from functools import cached_property

from storage.abuse import Abuse
from storage.acting import Acting
from storage.aid import AskFiles, Askings, Asks
from storage.alarms import Alarms
from storage.board import Boards
from storage.cards import Cards
from storage.circles import Circles
from storage.codes import Codes
from storage.danger import Dangers
from storage.festivals import Festivals
from storage.house import HouseFacts
from storage.imports import Imports
from storage.jobs import Jobs
from storage.joining import Joins
from storage.journal import Journal
from storage.lines import Lines
from storage.medicines import Medicines
from storage.months import Months
from storage.notes import Notes
from storage.notices import Notices
from storage.offers import Offers
from storage.offices import Offices
from storage.outbox import Outbox
from storage.people import People
from storage.places import Places
from storage.privacy import Privacy
from storage.questions import Questions
from storage.register import Register
from storage.relays import Relays
from storage.residents import Residents
from storage.rooms import Rooms
from storage.sql import Sql
from storage.steward import Steward
from storage.tickets import (
    CategoryChanges,
    Charges,
    Desks,
    Outsiders,
    Repairers,
    TicketLists,
    TicketNotes,
    Tickets,
    Visits,
)
from storage.wants import Wants
from storage.wishes import Wishes

__all__ = ["Read", "Sql", "Tx"]


class Read:
    """What can be asked. On the read-only connection every answer is a committed state."""

    def __init__(self, sql: Sql):
        self.sql = sql

    @cached_property
    def people(self) -> People:
        return People(self.sql)

    @cached_property
    def offices(self) -> Offices:
        return Offices(self.sql)

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.sql)

    @cached_property
    def circles(self) -> Circles:
        return Circles(self.sql)

    @cached_property
    def residents(self) -> Residents:
        return Residents(self.sql)

    @cached_property
    def acting(self) -> Acting:
        return Acting(self.sql)

    @cached_property
    def codes(self) -> Codes:
        return Codes(self.sql)

    @cached_property
    def places(self) -> Places:
        return Places(self.sql)

    @cached_property
    def register(self) -> Register:
        return Register(self.sql)

    @cached_property
    def imports(self) -> Imports:
        return Imports(self.sql)

    @cached_property
    def rooms(self) -> Rooms:
        return Rooms(self.sql)

    @cached_property
    def cards(self) -> Cards:
        return Cards(self.sql)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self.sql)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.sql)

    @cached_property
    def alarms(self) -> Alarms:
        return Alarms(self.sql)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.sql)

    @cached_property
    def questions(self) -> Questions:
        return Questions(self.sql)

    @cached_property
    def journal(self) -> Journal:
        return Journal(self.sql)

    @cached_property
    def house(self) -> HouseFacts:
        return HouseFacts(self.sql)

    @cached_property
    def steward(self) -> Steward:
        return Steward(self.sql)

    @cached_property
    def joins(self) -> Joins:
        return Joins(self.sql)

    @cached_property
    def privacy(self) -> Privacy:
        return Privacy(self.sql)

    @cached_property
    def abuse(self) -> Abuse:
        return Abuse(self.sql)

    @cached_property
    def askings(self) -> Askings:
        return Askings(self.sql)

    @cached_property
    def ask_files(self) -> AskFiles:
        return AskFiles(self.sql)

    @cached_property
    def asks(self) -> Asks:
        return Asks(self.sql)

    @cached_property
    def relays(self) -> Relays:
        return Relays(self.sql)

    @cached_property
    def boards(self) -> Boards:
        return Boards(self.sql)

    @cached_property
    def dangers(self) -> Dangers:
        return Dangers(self.sql)

    @cached_property
    def notices(self) -> Notices:
        return Notices(self.sql)

    @cached_property
    def festivals(self) -> Festivals:
        return Festivals(self.sql)

    @cached_property
    def wishes(self) -> Wishes:
        return Wishes(self.sql)

    @cached_property
    def months(self) -> Months:
        return Months(self.sql)

    @cached_property
    def offers(self) -> Offers:
        return Offers(self.sql)

    @cached_property
    def wants(self) -> Wants:
        return Wants(self.sql)

    @cached_property
    def medicines(self) -> Medicines:
        return Medicines(self.sql)

    @cached_property
    def categories(self) -> CategoryChanges:
        return CategoryChanges(self.sql)

    @cached_property
    def visits(self) -> Visits:
        return Visits(self.sql)

    @cached_property
    def charges(self) -> Charges:
        return Charges(self.sql)

    @cached_property
    def repairers(self) -> Repairers:
        return Repairers(self.sql)

    @cached_property
    def tickets(self) -> Tickets:
        return Tickets(self.sql)

    @cached_property
    def ticket_lists(self) -> TicketLists:
        return TicketLists(self.sql)

    @cached_property
    def desks(self) -> Desks:
        return Desks(self.sql)

    @cached_property
    def ticket_notes(self) -> TicketNotes:
        return TicketNotes(self.sql)

    @cached_property
    def outsiders(self) -> Outsiders:
        return Outsiders(self.sql)


class Tx(Read):
    """An open transaction: the same stores on the writing connection, and what was promised in it."""

    promised = False
    """Something waits for delivery, an alarm or a job once this is committed."""

    async def savepoint(self) -> None:
        await self.sql.run("SAVEPOINT handler")

    async def undo(self) -> None:
        """Back to the savepoint; what was saved before it stays."""
        await self.sql.run("ROLLBACK TO handler")
        self.promised = False
