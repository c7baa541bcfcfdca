"""Hours that were offered for a visit, and what it would cost."""

from __future__ import annotations

from bot.domain.tickets.charges import Charge
from bot.domain.tickets.visits import Visit
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "ticket_charges.person_id",
        export="SELECT cents, what, asked_at, answer FROM ticket_charges WHERE person_id = ?",
        forget="UPDATE ticket_charges SET person_id = NULL, what = '' WHERE person_id = ?",
    ),
    Trace(
        "ticket_charges.answered_by",
        export="SELECT cents, what, answer, answered_at FROM ticket_charges WHERE answered_by = ?",
        forget="UPDATE ticket_charges SET answered_by = NULL WHERE answered_by = ?",
    ),
]


class Visits(Store):
    async def of(self, ticket_id: int) -> list[Visit]:
        rows = await self.sql.rows("SELECT at, state FROM ticket_visits WHERE ticket_id = ? ORDER BY at", ticket_id)
        return [Visit(**row) for row in rows]

    async def note(self, ticket_id: int, at: int) -> None:
        """One to offer; nobody is asked yet."""
        await self.sql.run("INSERT INTO ticket_visits VALUES (?, ?, 'noted') ON CONFLICT DO NOTHING", ticket_id, at)

    async def not_noted(self, ticket_id: int, at: int) -> bool:
        """False: it was not noted, or is offered already."""
        return bool(
            await self.sql.run(
                "DELETE FROM ticket_visits WHERE ticket_id = ? AND at = ? AND state = 'noted'", ticket_id, at
            )
        )

    async def offer(self, ticket_id: int) -> int:
        """What is noted is offered now, instead of what was before; how many."""
        await self.sql.run("DELETE FROM ticket_visits WHERE ticket_id = ? AND state <> 'noted'", ticket_id)
        return await self.sql.run("UPDATE ticket_visits SET state = 'offered' WHERE ticket_id = ?", ticket_id)

    async def agree(self, ticket_id: int, at: int) -> None:
        await self.sql.run("DELETE FROM ticket_visits WHERE ticket_id = ? AND at <> ?", ticket_id, at)
        await self.sql.run("UPDATE ticket_visits SET state = 'agreed' WHERE ticket_id = ? AND at = ?", ticket_id, at)

    async def clear(self, ticket_id: int) -> int:
        """None of them any more; how many there were."""
        return await self.sql.run("DELETE FROM ticket_visits WHERE ticket_id = ?", ticket_id)


class Charges(Store):
    async def ask(self, ticket_id: int, cents: int, what: str, person_id: int, at: int) -> Charge:
        """Instead of one that was not answered yet."""
        await self.sql.run("DELETE FROM ticket_charges WHERE ticket_id = ? AND answer = ''", ticket_id)
        number = await self.sql.value(
            """INSERT INTO ticket_charges (ticket_id, cents, what, person_id, asked_at)
               VALUES (?, ?, ?, ?, ?) RETURNING id""",
            ticket_id, cents, what, person_id, at,
        )  # fmt: skip
        return Charge(number, ticket_id, cents, what, person_id, at)

    async def of(self, ticket_id: int) -> list[Charge]:
        rows = await self.sql.rows("SELECT * FROM ticket_charges WHERE ticket_id = ? ORDER BY id", ticket_id)
        return [Charge(**row) for row in rows]

    async def waiting(self, ticket_id: int) -> Charge | None:
        """The one that the reporter has not answered."""
        return next((one for one in await self.of(ticket_id) if not one.answer), None)

    async def answer(self, number: int, said: str, by: int, at: int) -> None:
        await self.sql.run(
            """UPDATE ticket_charges SET answer = ?, answered_by = ?, answered_at = ?
               WHERE id = ? AND answer = ''""",
            said, by, at, number,
        )  # fmt: skip
