"""Danger's rows: who, of which kind, where, and who was told. No word of what was said."""

from __future__ import annotations

from bot.domain.danger import Danger, Told
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "dangers.person_id",
        export="SELECT kind, place_id, state, opened_at, told_at, ended_at FROM dangers WHERE person_id = ?",
        forget="DELETE FROM dangers WHERE person_id = ?",
    ),
    Trace(
        "dangers.by_id",
        export="SELECT kind, state, opened_at, ended_at FROM dangers WHERE by_id = ?",
        forget="UPDATE dangers SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "danger_told.person_id",
        export="SELECT title, at, answer, answered_at FROM danger_told WHERE person_id = ?",
        forget="DELETE FROM danger_told WHERE person_id = ?",
    ),
]


class Dangers(Store):
    async def open(self, new: Danger) -> Danger:
        number = await self.sql.value(
            """INSERT INTO dangers (person_id, by_id, kind, place_id, room_id, state, opened_at, file_kind, file_id)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            new.person_id, new.by_id, new.kind, new.place_id, new.room_id, new.state, new.opened_at, new.file_kind,
            new.file_id,
        )  # fmt: skip
        return Danger(**(vars(new) | {"id": number}))

    async def get(self, number: int) -> Danger | None:
        row = await self.sql.row("SELECT * FROM dangers WHERE id = ?", number)
        return Danger(**row) if row else None

    async def save(self, danger: Danger) -> None:
        await self.sql.run(
            "UPDATE dangers SET by_id = ?, kind = ?, place_id = ?, state = ?, told_at = ?, ended_at = ? WHERE id = ?",
            danger.by_id, danger.kind, danger.place_id, danger.state, danger.told_at, danger.ended_at, danger.id,
        )  # fmt: skip

    async def lately(self, person_id: int, kind: str, since: int) -> Danger | None:
        """The same danger, said a moment ago and not over."""
        row = await self.sql.row(
            """SELECT * FROM dangers WHERE person_id = ? AND opened_at >= ? AND kind = ? AND state <> 'over'
               ORDER BY id DESC LIMIT 1""",
            person_id, since, kind,
        )  # fmt: skip
        return Danger(**row) if row else None

    async def of(self, person_id: int) -> list[Danger]:
        """What this person is in, said for somebody or was told of, and is not over; the newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM dangers WHERE person_id = ?1 AND state <> 'over'
               UNION SELECT * FROM dangers WHERE by_id = ?1 AND state <> 'over'
               UNION SELECT dangers.* FROM danger_told JOIN dangers ON dangers.id = danger_id
                     WHERE danger_told.person_id = ?1 AND state = 'told' ORDER BY id DESC""",
            person_id,
        )
        return [Danger(**row) for row in rows]

    async def was_told(self, told: Told) -> None:
        await self.sql.run(
            "INSERT INTO danger_told (danger_id, person_id, title, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            told.danger_id, told.person_id, told.title, told.at,
        )  # fmt: skip

    async def told(self, number: int) -> list[Told]:
        """Who was told, in the order in which they were."""
        rows = await self.sql.rows("SELECT * FROM danger_told WHERE danger_id = ? ORDER BY at, person_id", number)
        return [Told(**row) for row in rows]

    async def answers(self, number: int, person_id: int, answer: str, at: int) -> bool:
        """False: they said just that already."""
        changed = await self.sql.run(
            """UPDATE danger_told SET answer = ?3, answered_at = ?4
               WHERE danger_id = ?1 AND person_id = ?2 AND answer IS NOT ?3""",
            number, person_id, answer, at,
        )  # fmt: skip
        return bool(changed)

    async def not_told(self, number: int, person_id: int) -> None:
        """It did not reach them."""
        await self.sql.run("DELETE FROM danger_told WHERE danger_id = ? AND person_id = ?", number, person_id)

    async def prune(self, before: int, untold: int) -> int:
        """What began before then goes; what nobody was told of goes sooner, if it began before `untold`."""
        gone = "opened_at < ?2 AND (opened_at < ?1 OR told_at IS NULL)"
        await self.sql.run(
            f"DELETE FROM cards WHERE thing IN (SELECT 'danger_' || id FROM dangers WHERE {gone})",  # noqa: S608  # fixed text
            before, untold,
        )  # fmt: skip
        return await self.sql.run(f"DELETE FROM dangers WHERE {gone}", before, untold)  # noqa: S608  # fixed text
