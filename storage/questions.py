"""Open questions: at most one per person and room."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "questions.person_id",
        export="SELECT door, payload FROM questions WHERE person_id = ?",
        forget="DELETE FROM questions WHERE person_id = ?",
    )
]


@dataclass(frozen=True)
class Question:
    door: str
    payload: str
    message_id: int | None


class Questions(Store):
    async def ask(self, person_id: int, room_id: int, door: str, payload: str, expires_at: int) -> None:
        """A new question takes the place of the old one."""
        await self.sql.run(
            """INSERT INTO questions (person_id, room_id, door, payload, expires_at) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (person_id, room_id) DO UPDATE SET
                 door = excluded.door, payload = excluded.payload,
                 expires_at = excluded.expires_at, message_id = NULL""",
            person_id, room_id, door, payload, expires_at,
        )  # fmt: skip

    async def open(self, person_id: int, room_id: int, at: int) -> Question | None:
        row = await self.sql.row(
            """SELECT door, payload, message_id FROM questions
               WHERE person_id = ? AND room_id = ? AND expires_at > ?""",
            person_id, room_id, at,
        )  # fmt: skip
        return Question(**row) if row else None

    async def is_message(self, person_id: int, room_id: int, message_id: int) -> None:
        """The prompt was sent as this message."""
        await self.sql.run(
            "UPDATE questions SET message_id = ? WHERE person_id = ? AND room_id = ?", message_id, person_id, room_id
        )

    async def close(self, person_id: int, room_id: int) -> None:
        await self.sql.run("DELETE FROM questions WHERE person_id = ? AND room_id = ?", person_id, room_id)

    async def prune(self, at: int) -> None:
        await self.sql.run("DELETE FROM questions WHERE expires_at <= ?", at)
