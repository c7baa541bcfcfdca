"""What was said and shown on a ticket's way; photos and voices by Telegram's file id."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "ticket_notes.person_id",
        export="SELECT at, kind, text, file_kind FROM ticket_notes WHERE person_id = ?",
        forget="DELETE FROM ticket_notes WHERE person_id = ?",
    ),
]

MOST = 30
"""Notes that one ticket may have of a kind."""


@dataclass(frozen=True)
class TicketNote:
    """`kind`: report (how it looked), note, fixed (how it looks now), why (it cannot be done), where (it belongs)."""

    id: int
    ticket_id: int
    person_id: int | None
    at: int
    kind: str
    text: str
    file_kind: str | None
    file_id: str | None
    says: str = ""  # ask: a question to the reporter; answer: theirs


class TicketNotes(Store):
    async def add(
        self, ticket_id: int, person_id: int, at: int, kind: str, text: str = "",
        file_kind: str | None = None, file_id: str | None = None,
    ) -> bool:  # fmt: skip
        """False: the ticket has enough of them."""
        if await self.sql.value(
            "SELECT count(*) FROM ticket_notes WHERE ticket_id = ? AND kind = ?", ticket_id, kind
        ) >= MOST:  # fmt: skip
            return False
        await self.sql.run(
            """INSERT INTO ticket_notes (ticket_id, person_id, at, kind, text, file_kind, file_id)
               VALUES (?, ?, ?, ?, ?, ?, ?)""",
            ticket_id, person_id, at, kind, text, file_kind, file_id,
        )  # fmt: skip
        return True

    async def last_says(self, ticket_id: int, says: str) -> None:
        """The newest note of a ticket is a question to the reporter, or their answer."""
        await self.sql.run(
            "UPDATE ticket_notes SET says = ? WHERE id = (SELECT max(id) FROM ticket_notes WHERE ticket_id = ?)",
            says, ticket_id,
        )  # fmt: skip

    async def of(self, ticket_id: int) -> list[TicketNote]:
        rows = await self.sql.rows("SELECT * FROM ticket_notes WHERE ticket_id = ? ORDER BY id", ticket_id)
        return [TicketNote(**row) for row in rows]

    async def prune_files(self, before: int) -> int:
        """Pictures and voices of what has been over for a while."""
        return await self.sql.run(
            """UPDATE ticket_notes SET file_kind = NULL, file_id = NULL WHERE file_id IS NOT NULL
               AND ticket_id IN (SELECT id FROM tickets WHERE ended_at < ?)""",
            before,
        )
