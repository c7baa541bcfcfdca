"""Lines that the bot carries between a neighbour and who answers for a place."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "lines.from_id",
        export="SELECT at, words FROM lines WHERE from_id = ?",
        forget="DELETE FROM lines WHERE from_id = ?",
    ),
    Trace(
        "lines.by_id",
        export="SELECT at, words FROM lines WHERE by_id = ?",
        forget="UPDATE lines SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "lines.to_id",
        export="SELECT at, words FROM lines WHERE to_id = ?",
        forget="DELETE FROM lines WHERE to_id = ?",
    ),
    Trace(
        "no_lines.person_id",
        export="SELECT until FROM no_lines WHERE person_id = ?",
        forget="DELETE FROM no_lines WHERE person_id = ?",
    ),
]


@dataclass(frozen=True)
class Line:
    """What somebody said to who answers, or the answer to it. `file_id` is Telegram's; `at` in Unix seconds, UTC."""

    id: int
    office_id: int | None
    from_id: int
    by_id: int | None
    to_id: int
    answers_id: int | None
    words: str
    media: str | None
    file_id: str | None
    at: int


class Lines(Store):
    async def get(self, number: int) -> Line | None:
        row = await self.sql.row("SELECT * FROM lines WHERE id = ?", number)
        return Line(**row) if row else None

    async def write(
        self, office_id: int | None, from_id: int, by_id: int | None, to_id: int, answers_id: int | None,
        words: str, media: tuple[str, str] | None, at: int,
    ) -> Line:  # fmt: skip
        kind, file_id = media or (None, None)
        number = await self.sql.value(
            """INSERT INTO lines (office_id, from_id, by_id, to_id, answers_id, words, media, file_id, at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            office_id, from_id, by_id, to_id, answers_id, words, kind, file_id, at,
        )  # fmt: skip
        return Line(number, office_id, from_id, by_id, to_id, answers_id, words, kind, file_id, at)

    async def begun_since(self, person_id: int, since: int) -> int:
        """How many conversations this person began."""
        return int(
            await self.sql.value(
                "SELECT count(*) FROM lines WHERE from_id = ? AND at > ? AND answers_id IS NULL", person_id, since
            )
        )

    async def answers(self, number: int) -> int:
        """How many answers a line has had."""
        return int(await self.sql.value("SELECT count(*) FROM lines WHERE answers_id = ?", number))

    async def rests_until(self, person_id: int) -> int:
        """Until when this person wants no lines (Unix seconds); 0 for anybody who takes them."""
        return int(await self.sql.value("SELECT until FROM no_lines WHERE person_id = ?", person_id) or 0)

    async def rest(self, person_id: int, until: int) -> None:
        await self.sql.run(
            "INSERT INTO no_lines VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET until = excluded.until",
            person_id, until,
        )  # fmt: skip

    async def prune(self, before: int) -> int:
        return await self.sql.run("DELETE FROM lines WHERE at < ?", before)
