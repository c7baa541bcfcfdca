"""Spam and abuse's rows: cases, reports, what is hidden, who and which rooms are kept away."""

from __future__ import annotations

from sqlite3 import Row

from bot.domain.abuse import Block, Case
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "cases.person_id",
        export="SELECT thing, state, opened_at, decided_at FROM cases WHERE person_id = ?",
        forget="UPDATE cases SET person_id = NULL WHERE person_id = ?",
    ),
    Trace(
        "cases.by_id",
        export="SELECT thing, state, opened_at, decided_at FROM cases WHERE by_id = ?",
        forget="UPDATE cases SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "cases.decided_by",
        export="SELECT thing, state, decided_at FROM cases WHERE decided_by = ?",
        forget="UPDATE cases SET decided_by = NULL WHERE decided_by = ?",
    ),
    Trace(
        "reports.person_id",
        export="SELECT reason, words, at FROM reports WHERE person_id = ?",
        forget="DELETE FROM reports WHERE person_id = ?",
    ),
    Trace(
        "blocks.person_id",
        export="SELECT reason, since, until, objected_at FROM blocks WHERE person_id = ?",
        forget="DELETE FROM blocks WHERE person_id = ?",
    ),
    Trace(
        "blocks.by_id",
        export="SELECT reason, since, until FROM blocks WHERE by_id = ?",
        forget="UPDATE blocks SET by_id = NULL WHERE by_id = ?",
    ),
]


class Abuse(Store):
    async def case(self, number: int) -> Case | None:
        row = await self.sql.row("SELECT * FROM cases WHERE id = ?", number)
        return case(row) if row else None

    async def about_thing(
        self, thing: str, person_id: int | None, by_id: int | None, place_id: int | None, at: int
    ) -> Case:
        """The case of a thing of ours; opened when somebody first reports it."""
        await self.sql.run(
            """INSERT INTO cases (thing, person_id, by_id, place_id, state, opened_at) VALUES (?, ?, ?, ?, 'open', ?)
               ON CONFLICT DO NOTHING""",
            thing, person_id, by_id, place_id, at,
        )  # fmt: skip
        row = await self.sql.row("SELECT * FROM cases WHERE thing = ?", thing)
        assert row
        return case(row)

    async def about_message(
        self, room_id: int, message_id: int, person_id: int | None, place_id: int | None, at: int
    ) -> Case:
        """The case of somebody's message: where it stands, never what it says."""
        await self.sql.run(
            """INSERT INTO cases (room_id, message_id, person_id, place_id, state, opened_at)
               VALUES (?, ?, ?, ?, 'open', ?) ON CONFLICT DO NOTHING""",
            room_id, message_id, person_id, place_id, at,
        )  # fmt: skip
        row = await self.sql.row("SELECT * FROM cases WHERE room_id = ? AND message_id = ?", room_id, message_id)
        assert row
        return case(row)

    async def save(self, case: Case) -> None:
        await self.sql.run(
            "UPDATE cases SET state = ?, decided_by = ?, decided_at = ? WHERE id = ?",
            case.state, case.decided_by, case.decided_at, case.id,
        )  # fmt: skip
        if case.thing and case.is_hidden:
            await self.sql.run("INSERT INTO hidden VALUES (?, ?) ON CONFLICT DO NOTHING", case.thing, case.id)
        else:
            await self.sql.run("DELETE FROM hidden WHERE case_id = ?", case.id)

    async def reports(self, case_id: int, person_id: int, reason: str, words: str, at: int) -> bool:
        """One voice per person and case, which they may put otherwise; whether it is a new one."""
        before = await self.sql.value("SELECT 1 FROM reports WHERE case_id = ? AND person_id = ?", case_id, person_id)
        await self.sql.run(
            """INSERT INTO reports VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET reason = excluded.reason, words = excluded.words""",
            case_id, person_id, reason, words, at,
        )  # fmt: skip
        return before is None

    async def has_reported(self, case_id: int, person_id: int) -> bool:
        return bool(
            await self.sql.value("SELECT 1 FROM reports WHERE case_id = ? AND person_id = ?", case_id, person_id)
        )

    async def reported_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value("SELECT count(*) FROM reports WHERE person_id = ? AND at >= ?", person_id, since)
        )

    async def reasons(self, case_id: int) -> list[tuple[str, int]]:
        """(reason, how many), the most frequent first."""
        rows = await self.sql.rows(
            """SELECT reason, count(*) AS many FROM reports WHERE case_id = ?
               GROUP BY reason ORDER BY many DESC, reason""",
            case_id,
        )
        return [(row["reason"], row["many"]) for row in rows]

    async def said(self, case_id: int, most: int) -> list[str]:
        """What was said beside the reasons; not by whom."""
        rows = await self.sql.rows(
            "SELECT words FROM reports WHERE case_id = ? AND words <> '' ORDER BY at LIMIT ?", case_id, most
        )
        return [row["words"] for row in rows]

    async def sees(self, person_id: int, thing: str) -> bool:
        """Whether this person was shown the thing: it has a card in their private chat or in a group of theirs."""
        return bool(
            await self.sql.value(
                """SELECT 1 FROM cards JOIN rooms ON rooms.id = room_id
                   WHERE thing = ?1 AND (rooms.person_id = ?2 OR EXISTS
                     (SELECT 1 FROM members WHERE members.room_id = rooms.id AND members.person_id = ?2))""",
                thing, person_id,
            )
        )  # fmt: skip

    async def hidden_from(self, thing: str, person_id: int | None) -> bool:
        """Whether this thing is out of sight for a group (None) or for a person; its author still sees it."""
        return bool(
            await self.sql.value(
                """SELECT 1 FROM hidden JOIN cases ON cases.id = case_id
                   WHERE hidden.thing = ?1 AND (?2 IS NULL OR ?2 NOT IN (ifnull(person_id, 0), ifnull(by_id, 0)))""",
                thing, person_id,
            )
        )  # fmt: skip

    async def block(self, block: Block) -> None:
        await self.sql.run(
            """INSERT INTO blocks (person_id, by_id, reason, since, until) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET by_id = excluded.by_id, reason = excluded.reason, since = excluded.since,
                 until = excluded.until, objected_at = NULL""",
            block.person_id, block.by_id, block.reason, block.since, block.until,
        )  # fmt: skip
        await self.sql.run("UPDATE people SET blocked_at = ? WHERE id = ?", block.since, block.person_id)

    async def unblock(self, person_id: int) -> bool:
        """Let in again; whether they had been kept away."""
        await self.sql.run("UPDATE people SET blocked_at = NULL WHERE id = ?", person_id)
        return bool(await self.sql.run("DELETE FROM blocks WHERE person_id = ?", person_id))

    async def block_of(self, person_id: int) -> Block | None:
        row = await self.sql.row("SELECT * FROM blocks WHERE person_id = ?", person_id)
        return Block(**row) if row else None

    async def keep_away(self, mark: str, block: Block) -> None:
        """Whoever is forgotten while blocked is still known by this mark, and by nothing else."""
        await self.sql.run(
            "INSERT INTO kept_away VALUES (?, ?, ?) ON CONFLICT DO NOTHING", mark, block.since, block.until
        )

    async def comes_back(self, mark: str, person_id: int, at: int) -> bool:
        """Somebody new who was kept away under another number is kept away still; the mark goes."""
        row = await self.sql.row("DELETE FROM kept_away WHERE mark = ? RETURNING *", mark)
        if row is None or (row["until"] is not None and row["until"] <= at):
            return False
        await self.block(Block(person_id, None, "other", row["since"], row["until"]))
        return True

    async def prune_marks(self, at: int, before: int) -> int:
        """Those whose time is over, and lasting ones that nobody came back to."""
        return await self.sql.run("DELETE FROM kept_away WHERE until < ? OR since < ?", at, before)

    async def blocked(self) -> list[Block]:
        return [Block(**row) for row in await self.sql.rows("SELECT * FROM blocks ORDER BY since DESC")]

    async def objects(self, person_id: int, at: int) -> bool:
        """Against being kept away; once per block."""
        return bool(
            await self.sql.run(
                "UPDATE blocks SET objected_at = ? WHERE person_id = ? AND objected_at IS NULL", at, person_id
            )
        )

    async def block_room(self, chat_id: int, at: int) -> None:
        """Nothing is said or heard in this chat and its topics any more; what waited to be said there goes."""
        await self.sql.run("UPDATE rooms SET blocked_at = ?, paused_at = 0 WHERE chat_id = ?", at, chat_id)
        await self.sql.run("DELETE FROM notes WHERE room_id IN (SELECT id FROM rooms WHERE chat_id = ?)", chat_id)

    async def mark_room(self, chat_id: int, at: int) -> None:
        """On the way out: nothing is heard there any more, the last call may still leave."""
        await self.sql.run("UPDATE rooms SET blocked_at = ? WHERE chat_id = ?", at, chat_id)

    async def unblock_room(self, chat_id: int) -> None:
        await self.sql.run("UPDATE rooms SET blocked_at = NULL, paused_at = NULL WHERE chat_id = ?", chat_id)
        await self.sql.run(
            """UPDATE cards SET wanted = wanted + 1
               WHERE pressable AND room_id IN (SELECT id FROM rooms WHERE chat_id = ?)""",
            chat_id,
        )

    async def prune(self, before: int) -> int:
        """Reports that were decided, or that nobody finished, that long ago; what is hidden stays hidden."""
        return await self.sql.run(
            """DELETE FROM cases WHERE ifnull(decided_at, opened_at) < ?1
               AND (state = 'fine' OR (state = 'open' AND thing IS NULL)
                    OR (state = 'open' AND NOT EXISTS (SELECT 1 FROM reports WHERE case_id = cases.id)))""",
            before,
        )

    async def prune_voices(self, before: int) -> int:
        """Who reported and in which words goes in time, whatever became of it."""
        return await self.sql.run("DELETE FROM reports WHERE at < ?", before)


def case(row: Row) -> Case:
    return Case(
        id=row["id"],
        thing=row["thing"],
        room_id=row["room_id"],
        message_id=row["message_id"],
        person_id=row["person_id"],
        by_id=row["by_id"],
        place_id=row["place_id"],
        state=row["state"],
        opened_at=row["opened_at"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
    )
