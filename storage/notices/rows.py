"""What people are told: drafts, what stands, where it shows, until when it is kept."""

from __future__ import annotations

from sqlite3 import Row

from bot.domain.notices import Notice
from storage.notices.readers import Readers
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


class Notices(Readers):
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
