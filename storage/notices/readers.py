"""Who reads a notice: whose turn is still to come, who was told, who has said that they know."""

from __future__ import annotations

import json

from bot.domain.notices import Count, Share
from storage.sql import Store

_REACHED = """people.telegram_id IS NOT NULL AND people.started_at IS NOT NULL AND people.unreachable_at IS NULL
              AND people.retired_at IS NULL AND people.blocked_at IS NULL"""

_LIVING = f"""SELECT DISTINCT residents.person_id FROM above
              JOIN residents ON residents.place_id = above.place_id JOIN people ON people.id = residents.person_id
              WHERE above_id = ? AND {_REACHED}"""  # noqa: S608  # fixed text

_NUMBERED = _LIVING.replace("above_id = ?", "above_id = ?1")


class Readers(Store):
    async def rooms_for(self, place_id: int) -> list[int]:
        """The groups that show it: those of the place; else of the nearest place around it; else of what lies in it.

        In a group with topics the one that was bound first.
        """
        rows = await self.sql.rows(
            """SELECT min(rooms.id) AS id, near.away AS away FROM (
                 SELECT above_id AS at, distance AS away FROM above WHERE place_id = ?1
                 UNION ALL SELECT place_id, 1000 + distance FROM above WHERE above_id = ?1 AND distance > 0) AS near
               CROSS JOIN rooms ON rooms.place_id = near.at
               WHERE rooms.kind = 'group' AND paused_at IS NULL
               GROUP BY rooms.chat_id, rooms.place_id ORDER BY away, id""",
            place_id,
        )
        nearest = [row for row in rows if row["away"] == rows[0]["away"] or rows[0]["away"] >= 1000]
        return [row["id"] for row in nearest]

    async def readers(self, place_id: int) -> int:
        """How many people of a place can be told in private."""
        return int(await self.sql.value(f"SELECT count(*) FROM ({_LIVING})", place_id))  # noqa: S608  # fixed text

    async def address(self, number: int, place_id: int) -> None:
        """Everybody of the place who can be told in private; their turns come one after the other."""
        await self.sql.run(
            f"INSERT OR IGNORE INTO notice_people (notice_id, person_id) SELECT ?2, person_id FROM ({_NUMBERED})",  # noqa: S608  # fixed text
            place_id, number,
        )  # fmt: skip

    async def reached(self, person_ids: list[int]) -> list[int]:
        """Which of these people can be told in private."""
        rows = await self.sql.rows(
            f"SELECT people.id FROM json_each(?) JOIN people ON people.id = value WHERE {_REACHED}",  # noqa: S608  # fixed text
            json.dumps(person_ids),
        )
        return [row["id"] for row in rows]

    async def address_to(self, number: int, person_ids: list[int]) -> None:
        """The same for these people."""
        await self.sql.many(
            "INSERT OR IGNORE INTO notice_people (notice_id, person_id) VALUES (?, ?)",
            [(number, one) for one in person_ids],
        )

    async def leave_out(self, number: int, person_ids: list[int]) -> None:
        """Its authors need not be told."""
        await self.sql.many(
            "DELETE FROM notice_people WHERE notice_id = ? AND person_id = ?", [(number, one) for one in person_ids]
        )

    async def next_to_tell(self, number: int, most: int) -> list[int]:
        rows = await self.sql.rows(
            "SELECT person_id FROM notice_people WHERE notice_id = ? AND told_at IS NULL LIMIT ?", number, most
        )
        return [row["person_id"] for row in rows]

    async def told(self, number: int, person_id: int, at: int) -> None:
        await self.sql.run(
            "UPDATE notice_people SET told_at = ? WHERE notice_id = ? AND person_id = ?", at, number, person_id
        )

    async def silent_again(self, number: int) -> int:
        """Those who have not tapped have their turn once more; how many they are."""
        return await self.sql.run(
            "UPDATE notice_people SET told_at = NULL WHERE notice_id = ? AND knows_at IS NULL", number
        )

    async def knows(self, number: int, person_id: int, at: int) -> bool:
        """This person knows; False if they had said so."""
        return bool(
            await self.sql.run(
                """INSERT INTO notice_people (notice_id, person_id, told_at, knows_at) VALUES (?1, ?2, ?3, ?3)
                   ON CONFLICT DO UPDATE SET knows_at = ?3, told_at = ifnull(told_at, ?3) WHERE knows_at IS NULL""",
                number,
                person_id,
                at,
            )
        )

    async def known_by(self, number: int, person_id: int) -> int | None:
        """When this person said that they know."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "SELECT knows_at FROM notice_people WHERE notice_id = ? AND person_id = ?", number, person_id
        )

    async def knowing(self, number: int) -> list[int]:
        """Everybody who said that they know."""
        rows = await self.sql.rows(
            "SELECT person_id FROM notice_people WHERE notice_id = ? AND knows_at IS NOT NULL ORDER BY 1", number
        )
        return [row["person_id"] for row in rows]

    async def count(self, number: int) -> Count:
        """Messages that arrived in private, and taps."""
        row = await self.sql.row(
            """SELECT (SELECT count(*) FROM cards WHERE thing = 'notice_' || ?1 AND view = 'reader'
                         AND message_id IS NOT NULL) AS arrived,
                      (SELECT count(*) FROM notice_people WHERE notice_id = ?1 AND knows_at IS NOT NULL) AS know""",
            number,
        )
        assert row
        return Count(row["arrived"], row["know"])

    async def by_building(self, number: int, place_id: int) -> list[Share]:
        """The same building by building, of those who live in the place."""
        rows = await self.sql.rows(
            """SELECT building.id AS place_id, building.name AS name, count(DISTINCT told.person_id) AS told,
                      count(DISTINCT CASE WHEN knows_at IS NOT NULL THEN told.person_id END) AS know
               FROM notice_people AS told JOIN residents ON residents.person_id = told.person_id
                 JOIN above ON above.place_id = residents.place_id
                 JOIN places AS building ON building.id = above_id AND building.kind = 'building'
               WHERE notice_id = ? GROUP BY building.id ORDER BY building.id""",
            number,
        )
        return [Share(row["place_id"], row["name"], row["told"], row["know"]) for row in rows]

    async def silent_in(self, number: int, place_id: int) -> list[tuple[int, int]]:
        """Who lives in a building and has not tapped, (person, dwelling)."""
        rows = await self.sql.rows(
            """SELECT told.person_id, min(residents.place_id) AS place_id
               FROM notice_people AS told JOIN residents ON residents.person_id = told.person_id
                 JOIN above ON above.place_id = residents.place_id AND above_id = ?2
               WHERE notice_id = ?1 AND knows_at IS NULL GROUP BY told.person_id ORDER BY 2, 1""",
            number, place_id,
        )  # fmt: skip
        return [(row["person_id"], row["place_id"]) for row in rows]
