"""Notices' rows: what people are told, whose turn is still to come, who has said that they know."""

from __future__ import annotations

import json
from sqlite3 import Row

from bot.domain.notices import Count, Notice, Share
from storage.sql import Store
from storage.traces import Trace

_EMPTIED = "words = '', media_kind = NULL, media_id = NULL"

TRACES = [
    Trace(
        "notices.person_id",
        export="""SELECT kind, words, state, written_at, published_at, until, ended_at FROM notices
                  WHERE person_id = ?""",
        forget=f"""UPDATE notices SET person_id = NULL, {_EMPTIED}, step = '', reminds = 0,
                          published_at = ifnull(published_at, written_at),
                          state = CASE WHEN ended_at IS NULL THEN 'withdrawn' ELSE state END,
                          ended_at = ifnull(ended_at, written_at) WHERE person_id = ?""",  # noqa: S608  # fixed text
    ),
    Trace(
        "notices.by_id",
        export="SELECT kind, words, state, published_at, ended_at FROM notices WHERE by_id = ?",
        forget="UPDATE notices SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "notices.decided_by",
        export="SELECT kind, words, decided_at FROM notices WHERE decided_by = ?",
        forget="UPDATE notices SET decided_by = NULL WHERE decided_by = ?",
    ),
    Trace(
        "notice_people.person_id",
        export="SELECT notice_id, told_at, knows_at FROM notice_people WHERE person_id = ?",
        forget="DELETE FROM notice_people WHERE person_id = ?",
    ),
]

_REACHED = """people.telegram_id IS NOT NULL AND people.started_at IS NOT NULL AND people.unreachable_at IS NULL
              AND people.retired_at IS NULL AND people.blocked_at IS NULL"""

_LIVING = f"""SELECT DISTINCT residents.person_id FROM above
              JOIN residents ON residents.place_id = above.place_id JOIN people ON people.id = residents.person_id
              WHERE above_id = ? AND {_REACHED}"""  # noqa: S608  # fixed text


class Notices(Store):
    async def write(
        self, kind: str, person_id: int, by_id: int | None, place_id: int, words: str,
        media: tuple[str, str] | None, at: int, until: int | None,
    ) -> Notice:  # fmt: skip
        """A draft; `media`: what kind it is, and Telegram's file id."""
        number = await self.sql.value(
            """INSERT INTO notices (kind, person_id, by_id, place_id, words, media_kind, media_id, state,
                                    written_at, until)
               VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?) RETURNING id""",
            kind, person_id, by_id, place_id, words, *(media or (None, None)), at, until,
        )  # fmt: skip
        found = await self.get(number)
        assert found
        return found

    async def get(self, number: int) -> Notice | None:
        row = await self.sql.row("SELECT * FROM notices WHERE id = ?", number)
        return notice(row) if row else None

    async def visible_to(self, person_id: int, number: int) -> Notice | None:
        """The notice, if this person may know of it: its authors; once it is out, whoever has to do with its place.

        Those are residents, holders of an office, and who is known in a group that belongs to a place. What is for a
        circle is for those who were told, and who is known in its room.
        """
        row = await self.sql.row(
            """SELECT * FROM notices WHERE id = ?2 AND (?1 IN (person_id, by_id) OR state <> 'draft' AND (
                 EXISTS (SELECT 1 FROM notice_people WHERE notice_id = ?2 AND notice_people.person_id = ?1)
                 OR circle_id IS NULL AND (
                   EXISTS (SELECT 1 FROM residents WHERE residents.person_id = ?1)
                   OR EXISTS (SELECT 1 FROM offices WHERE offices.person_id = ?1 AND offices.until IS NULL)
                   OR EXISTS (SELECT 1 FROM members JOIN rooms ON rooms.id = room_id
                              WHERE members.person_id = ?1 AND rooms.place_id IS NOT NULL))
                 OR EXISTS (SELECT 1 FROM circles JOIN members ON members.room_id = circles.room_id
                            WHERE circles.id = circle_id AND members.person_id = ?1)))""",
            person_id, number,
        )  # fmt: skip
        return notice(row) if row else None

    async def save(self, it: Notice) -> None:
        await self.sql.run(
            """UPDATE notices SET person_id = ?, by_id = ?, place_id = ?, circle_id = ?, words = ?, media_kind = ?,
                 media_id = ?, state = ?, step = ?, published_at = ?, until = ?, corrected_at = ?, ended_at = ?,
                 asked_at = ?, decided_by = ?, decided_at = ?, reminds = ?, reminded_at = ? WHERE id = ?""",
            it.person_id, it.by_id, it.place_id, it.circle_id, it.words, it.media_kind, it.media_id,
            it.state, it.step, it.published_at, it.until, it.corrected_at, it.ended_at, it.asked_at,
            it.decided_by, it.decided_at, int(it.reminds), it.reminded_at, it.id,
        )  # fmt: skip

    async def delete_draft(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM notices WHERE id = ? AND state = 'draft'", number))

    async def count_since(self, person_id: int, since: int) -> int:
        """How many of this person's were published since then."""
        return int(
            await self.sql.value(
                """SELECT count(*) FROM notices WHERE person_id = ? AND state <> 'draft' AND published_at >= ?""",
                person_id,
                since,
            )
        )

    async def mine(self, person_id: int) -> list[Notice]:
        """Drafts and what stands, of this person or written by them for somebody, newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM notices WHERE person_id = ?1 AND state IN ('draft', 'open')
               UNION SELECT * FROM notices WHERE by_id = ?1 AND state IN ('draft', 'open') ORDER BY id DESC""",
            person_id,
        )
        return [notice(row) for row in rows]

    async def of(self, person_id: int) -> list[Notice]:
        """Everything that names this person: theirs, written by them for somebody, dangerous because they said so."""
        rows = await self.sql.rows(
            """SELECT * FROM notices WHERE person_id = ?1 UNION SELECT * FROM notices WHERE by_id = ?1
               UNION SELECT * FROM notices WHERE decided_by = ?1 ORDER BY id""",
            person_id,
        )
        return [notice(row) for row in rows]

    async def held(self, person_id: int) -> list[tuple[int, str]]:
        """The offices of a person, (place, title), the smallest place first; an own title as what it is like."""
        rows = await self.sql.rows(
            """SELECT offices.place_id, ifnull(same_as, title) AS title,
                      (SELECT max(distance) FROM above WHERE above.place_id = offices.place_id) AS depth
               FROM offices LEFT JOIN titles ON key = title
               WHERE person_id = ? AND until IS NULL ORDER BY depth DESC, offices.id""",
            person_id,
        )
        return [(row["place_id"], row["title"]) for row in rows]

    # who reads it

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

    async def faults_over(self, place_id: int) -> list[Notice]:
        """Known faults of a place and of those it lies in, the newest first; not what is hidden for now."""
        rows = await self.sql.rows(
            """SELECT notices.* FROM above CROSS JOIN notices ON notices.place_id = above_id
               WHERE above.place_id = ? AND kind = 'fault' AND state = 'open' AND circle_id IS NULL
                 AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'notice_' || notices.id)
               ORDER BY published_at DESC LIMIT 5""",
            place_id,
        )
        return [notice(row) for row in rows]

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

    # where it shows

    async def on_board(self, room_id: int, place_id: int) -> list[Notice]:
        """What a group's board shows: of its place and of those around it, what has a card here, faults within it.

        Not what is hidden for now.
        """
        rows = await self.sql.rows(
            """SELECT * FROM notices WHERE state = 'open' AND circle_id IS NULL
                 AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'notice_' || notices.id) AND (
                 place_id IN (SELECT above_id FROM above WHERE place_id = ?2)
                 OR kind = 'fault' AND place_id IN (SELECT place_id FROM above WHERE above_id = ?2)
                 OR EXISTS (SELECT 1 FROM cards WHERE thing = 'notice_' || notices.id AND view = 'group'
                              AND room_id = ?1))
               ORDER BY decided_at IS NULL, published_at DESC""",
            room_id, place_id,
        )  # fmt: skip
        return [notice(row) for row in rows]

    async def groups(self, number: int) -> list[tuple[int, int | None]]:
        """Where it has a card in a group, (room, message)."""
        rows = await self.sql.rows(
            "SELECT room_id, message_id FROM cards WHERE thing = 'notice_' || ? AND view = 'group'", number
        )
        return [(row["room_id"], row["message_id"]) for row in rows]

    async def calmly(self, number: int, view: str, at: int, every: int) -> bool:
        """These cards show the truth again, at most once in so many seconds."""
        return bool(
            await self.sql.run(
                """UPDATE cards SET wanted = wanted + 1, failures = 0,
                     not_before = CASE WHEN wanted = drawn THEN max(?3, max(promised_at, not_before) + ?4)
                                       ELSE not_before END,
                     promised_at = CASE WHEN wanted = drawn THEN ?3 ELSE promised_at END
                   WHERE thing = 'notice_' || ?1 AND view = ?2""",
                number,
                view,
                at,
                every,
            )
        )

    async def prune(self, before: int) -> int:
        """Let go of what was over before then, with its cards; their messages stay in the chats."""
        await self.sql.run(
            "DELETE FROM cards WHERE thing IN (SELECT 'notice_' || id FROM notices WHERE ended_at < ?)", before
        )
        return await self.sql.run("DELETE FROM notices WHERE ended_at < ?", before)


_NUMBERED = _LIVING.replace("above_id = ?", "above_id = ?1")


def notice(row: Row) -> Notice:
    return Notice(
        id=row["id"],
        kind=row["kind"],
        person_id=row["person_id"],
        by_id=row["by_id"],
        place_id=row["place_id"],
        circle_id=row["circle_id"],
        words=row["words"],
        media_kind=row["media_kind"],
        media_id=row["media_id"],
        state=row["state"],
        step=row["step"],
        written_at=row["written_at"],
        published_at=row["published_at"],
        until=row["until"],
        corrected_at=row["corrected_at"],
        ended_at=row["ended_at"],
        asked_at=row["asked_at"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
        reminds=bool(row["reminds"]),
        reminded_at=row["reminded_at"],
    )
