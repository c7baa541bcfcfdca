"""Askings: whom we asked in private whether they can help, each once a plea; and who said that they may be asked."""

# ruff: noqa: S608  # every part of a statement is a fixed text of this file

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.aid import Ask
from bot.domain.aid.waves import Neighbour
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "askings.person_id",
        export="SELECT at, answer FROM askings WHERE person_id = ?",
        forget="DELETE FROM askings WHERE person_id = ?",
    ),
]

_FREE = """people.started_at IS NOT NULL AND people.unreachable_at IS NULL AND people.blocked_at IS NULL
   AND people.retired_at IS NULL AND (NOT ?5 OR people.night_ok OR EXISTS (
     SELECT 1 FROM offices LEFT JOIN titles ON titles.key = title
     WHERE offices.person_id = people.id AND ifnull(same_as, title) = 'duty_holder' AND until IS NULL))
   AND people.id NOT IN (ifnull(?3, 0), ifnull(?4, 0))
   AND NOT EXISTS (SELECT 1 FROM askings WHERE ask_id = ?1 AND askings.person_id = people.id)
   AND NOT EXISTS (SELECT 1 FROM givers WHERE ask_id = ?1 AND people.id IN (givers.person_id, givers.by_id))
   AND NOT EXISTS (SELECT 1 FROM mutes WHERE mutes.person_id = people.id AND mutes.kind = 'ask.asked')"""
"""Whoever can be asked: reachable, awake or on duty at night, not of the asker's side, not asked yet or tired of it."""

_LATELY = "(SELECT count(*) FROM askings WHERE askings.person_id = people.id AND askings.at >= ?6)"


@dataclass(frozen=True)
class Round:
    """For which ask, from where, and whether it is night; `since`: what counts as lately, Unix seconds."""

    ask: Ask
    place_id: int
    night: bool
    since: int
    most: int

    @property
    def values(self) -> tuple[object, ...]:
        asking = self.ask.person_id, self.ask.by_id
        return self.ask.id, self.place_id, *asking, int(self.night), self.since, self.most


class Askings(Store):
    async def near(self, round: Round) -> list[Neighbour]:
        """Who lives at or below the place and can be asked: who is willing first, then whom we asked least lately."""
        return await self._neighbours(
            f"""SELECT people.id, max(willing.person_id IS NOT NULL) AS willing, {_LATELY} AS lately
                FROM above CROSS JOIN residents ON residents.place_id = above.place_id
                  CROSS JOIN people ON people.id = residents.person_id
                  LEFT JOIN willing ON willing.person_id = people.id
                WHERE above.above_id = ?2 AND {_FREE}
                GROUP BY people.id ORDER BY willing DESC, lately, people.seen_at DESC, people.id LIMIT ?7""",
            round,
        )

    async def willing_near(self, round: Round) -> list[Neighbour]:
        """The same among those alone who said that they may be asked."""
        return await self._neighbours(
            f"""SELECT people.id, 1 AS willing, {_LATELY} AS lately
                FROM willing CROSS JOIN people ON people.id = willing.person_id
                WHERE EXISTS (SELECT 1 FROM residents CROSS JOIN above USING (place_id)
                              WHERE residents.person_id = people.id AND above.above_id = ?2) AND {_FREE}
                ORDER BY lately, people.seen_at DESC, people.id LIMIT ?7""",
            round,
        )

    async def _neighbours(self, sql: str, round: Round) -> list[Neighbour]:
        rows = await self.sql.rows(sql, *round.values)
        return [Neighbour(row["id"], bool(row["willing"]), row["lately"]) for row in rows]

    async def lately(self, person_id: int, since: int) -> int:
        """How often we asked this person since then."""
        return int(
            await self.sql.value("SELECT count(*) FROM askings WHERE person_id = ? AND at >= ?", person_id, since)
        )

    async def asks(self, ask_id: int, person_id: int, wave: int, at: int) -> bool:
        """This person is asked now. False: they were asked already."""
        return bool(
            await self.sql.run(
                "INSERT INTO askings (ask_id, person_id, wave, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                ask_id, person_id, wave, at,
            )
        )  # fmt: skip

    async def answers(self, ask_id: int, person_id: int, answer: str) -> bool:
        """What this person said. False: they were not asked."""
        return bool(
            await self.sql.run(
                "UPDATE askings SET answer = ? WHERE ask_id = ? AND person_id = ?", answer, ask_id, person_id
            )
        )

    async def answer(self, ask_id: int, person_id: int) -> str | None:
        return await self.sql.value(  # type: ignore[no-any-return]  # a column
            "SELECT answer FROM askings WHERE ask_id = ? AND person_id = ?", ask_id, person_id
        )

    async def wave(self, ask_id: int, person_id: int) -> int | None:
        """In which wave this person was asked; None if they were not."""
        return await self.sql.value(  # type: ignore[no-any-return]  # a column
            "SELECT wave FROM askings WHERE ask_id = ? AND person_id = ?", ask_id, person_id
        )

    async def count(self, ask_id: int) -> tuple[int, int]:
        """How many were asked, and how many waves there were."""
        row = await self.sql.row(
            "SELECT count(*) AS asked, ifnull(max(wave), 0) AS waves FROM askings WHERE ask_id = ?", ask_id
        )
        assert row
        return row["asked"], row["waves"]
