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
    ) -> int:  # fmt: skip
        """The number of the note. 0: the ticket has enough of them."""
        if await self.sql.value(
            "SELECT count(*) FROM ticket_notes WHERE ticket_id = ? AND kind = ?", ticket_id, kind
        ) >= MOST:  # fmt: skip
            return 0
        return int(
            await self.sql.value(
                """INSERT INTO ticket_notes (ticket_id, person_id, at, kind, text, file_kind, file_id)
                   VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""",
                ticket_id, person_id, at, kind, text, file_kind, file_id,
            )
        )  # fmt: skip

    async def last_says(self, ticket_id: int, says: str) -> None:
        """The newest note of a ticket is a question to the reporter, or their answer."""
        await self.sql.run(
            "UPDATE ticket_notes SET says = ? WHERE id = (SELECT max(id) FROM ticket_notes WHERE ticket_id = ?)",
            says, ticket_id,
        )  # fmt: skip

    async def of(self, ticket_id: int) -> list[TicketNote]:
        rows = await self.sql.rows("SELECT * FROM ticket_notes WHERE ticket_id = ? ORDER BY id", ticket_id)
        return [TicketNote(**row) for row in rows]

    async def without_theirs(self, ticket_id: int) -> None:
        """Its reporter is forgotten: what was shown and answered for them goes, whoever sent it."""
        await self.sql.run(
            "DELETE FROM ticket_notes WHERE ticket_id = ? AND (kind = 'report' OR says = 'answer')", ticket_id
        )

    async def handed_on(self, from_id: int, to_id: int) -> None:
        """What was shown with a report that is the same as another goes to that one, as far as it has room."""
        await self.sql.run(
            """UPDATE ticket_notes SET ticket_id = ?2 WHERE ticket_id = ?1 AND kind = 'report' AND file_id IS NOT NULL
                 AND (SELECT count(*) FROM ticket_notes AS there WHERE there.ticket_id = ?2) < ?3""",
            from_id, to_id, MOST,
        )  # fmt: skip

    async def files(self, ticket_id: int, kind: str = "report") -> list[TicketNote]:
        """Its pictures, videos and voices, in the order in which they came."""
        return [note for note in await self.of(ticket_id) if note.kind == kind and note.file_id]

    async def is_cleaned(self, note_id: int, file_kind: str, content: bytes | None) -> None:
        """A picture is passed on as it is from now on; nothing is kept of one whose note is gone."""
        changed = await self.sql.run("UPDATE ticket_notes SET file_kind = ? WHERE id = ?", file_kind, note_id)
        if changed and content is not None:
            await self.sql.run(
                "INSERT INTO ticket_pictures VALUES (?, ?) ON CONFLICT DO UPDATE SET content = excluded.content",
                note_id, content,
            )  # fmt: skip

    async def picture(self, note_id: int) -> bytes | None:
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "SELECT content FROM ticket_pictures WHERE note_id = ?", note_id
        )

    async def prune_files(self, before: int) -> int:
        """Pictures and voices of what has been over for a while."""
        await self.sql.run(
            """DELETE FROM ticket_pictures WHERE note_id IN (SELECT ticket_notes.id FROM ticket_notes
               JOIN tickets ON tickets.id = ticket_id WHERE ended_at < ?)""",
            before,
        )
        return await self.sql.run(
            """UPDATE ticket_notes SET file_kind = NULL, file_id = NULL WHERE file_id IS NOT NULL
               AND ticket_id IN (SELECT id FROM tickets WHERE ended_at < ?)""",
            before,
        )
