"""Joining's rows: requests, what households ask their head to look at, invitations, and the codes of doors."""

from __future__ import annotations

import json
from sqlite3 import Row

from bot.domain.joining import Join, Matter
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "notes.thing",  # a voice message on its way to a head, a request to join that is being answered
        export="""SELECT kind FROM notes
                  WHERE thing IN (SELECT 'join_' || id FROM joins WHERE person_id = ?1) OR thing = 'person_' || ?1""",
        forget="""DELETE FROM notes
                  WHERE thing IN (SELECT 'join_' || id FROM joins WHERE person_id = ?1)
                  OR (thing = 'person_' || ?1 AND kind IN ('join.let-in', 'join.turned-away'))""",
    ),
    Trace(
        "joins.person_id",
        export="""SELECT role, place_id, said, voice, state, asked_at, reason, reason_said, ended_at
                  FROM joins WHERE person_id = ?""",
        forget="DELETE FROM joins WHERE person_id = ?",
    ),
    Trace(
        "joins.by_id",
        export="SELECT role, place_id, state, asked_at FROM joins WHERE by_id = ?",
        forget="UPDATE joins SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "joins.claims_id",
        export="SELECT place_id, asked_at FROM joins WHERE claims_id = ?",
        forget="UPDATE joins SET claims_id = NULL WHERE claims_id = ?",
    ),
    Trace(
        "joins.ended_by",
        export="SELECT state, place_id, ended_at FROM joins WHERE ended_by = ?",
        forget="UPDATE joins SET ended_by = NULL, reason_said = '' WHERE ended_by = ?",
    ),
    Trace(
        "matters.person_id",
        export="SELECT kind, place_id, state, asked_at, ended_at FROM matters WHERE person_id = ?",
        forget="DELETE FROM matters WHERE person_id = ?",
    ),
    Trace(
        "matters.other_id",
        export="SELECT kind, place_id, state, asked_at, ended_at FROM matters WHERE other_id = ?",
        forget="DELETE FROM matters WHERE other_id = ?",
    ),
    Trace(
        "matters.by_id",
        export="SELECT kind, place_id, state, asked_at FROM matters WHERE by_id = ?",
        forget="UPDATE matters SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "matters.ended_by",
        export="SELECT kind, place_id, state, ended_at FROM matters WHERE ended_by = ?",
        forget="UPDATE matters SET ended_by = NULL WHERE ended_by = ?",
    ),
    Trace(
        "moved.person_id",
        export="SELECT place_id, role, since, speaks, at FROM moved WHERE person_id = ?",
        forget="DELETE FROM moved WHERE person_id = ?",
    ),
    Trace(
        "moved.confirmed_by",
        export="SELECT place_id, role, at FROM moved WHERE confirmed_by = ?",
        forget="UPDATE moved SET confirmed_by = NULL WHERE confirmed_by = ?",
    ),
    Trace(
        "group_links.made_by",
        export="SELECT link, made_at FROM group_links WHERE made_by = ?",
        forget="UPDATE group_links SET made_by = NULL WHERE made_by = ?",
    ),
]


class Joins(Store):
    async def open(
        self, person_id: int, by_id: int | None, at: int, *,
        role: str | None = None, place_id: int | None = None, code_id: int | None = None, room_id: int | None = None,
    ) -> Join:  # fmt: skip
        """A new request that is not put yet; it takes the place of the one that was being written."""
        await self.sql.run(
            "DELETE FROM joins WHERE person_id = ? AND state = 'draft' AND code_id IS ?", person_id, code_id
        )
        number = await self.sql.value(
            """INSERT INTO joins (person_id, by_id, role, place_id, code_id, room_id, state, asked_at)
               VALUES (?, ?, ?, ?, ?, ?, 'draft', ?) RETURNING id""",
            person_id, by_id, role, place_id, code_id, room_id, at,
        )  # fmt: skip
        found = await self.get(number)
        assert found
        return found

    async def get(self, number: int) -> Join | None:
        row = await self.sql.row("SELECT * FROM joins WHERE id = ?", number)
        return join(row) if row else None

    async def save(self, join: Join) -> None:
        await self.sql.run(
            """UPDATE joins SET role = ?, place_id = ?, pad = ?, said = ?, voice = ?, claims_id = ?, code_id = ?,
                 state = ?, level = ?, apart = ?, asked_at = ?, reason = ?, reason_said = ?, ended_at = ?, ended_by = ?
               WHERE id = ?""",
            join.role, join.place_id, join.pad, join.said, join.voice, join.claims_id, join.code_id, join.state,
            join.level, int(join.apart), join.asked_at, join.reason, join.reason_said, join.ended_at, join.ended_by,
            join.id,
        )  # fmt: skip

    async def wants_room(self, number: int, room_id: int) -> None:
        """Whoever asks wants to be let into this group, too."""
        if await self.sql.run("UPDATE joins SET room_id = ? WHERE id = ? AND room_id IS NULL", room_id, number):
            return
        await self.sql.run(
            """INSERT OR IGNORE INTO knocks SELECT id, ?1 FROM joins WHERE id = ?2 AND room_id <> ?1""",
            room_id, number,
        )  # fmt: skip

    async def rooms(self, number: int) -> list[int]:
        """The groups that the request asks to be let into, the first one first."""
        rows = await self.sql.rows(
            """SELECT room_id, 0 AS later FROM joins WHERE id = ?1 AND room_id IS NOT NULL
               UNION ALL SELECT room_id, 1 FROM knocks WHERE join_id = ?1 ORDER BY later, room_id""",
            number,
        )
        return list(dict.fromkeys(row["room_id"] for row in rows))

    async def drop(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM joins WHERE id = ? AND state = 'draft'", number))

    async def drop_drafts(self, person_id: int, but: int) -> None:
        """Of what somebody writes there is one at a time."""
        await self.sql.run(
            "DELETE FROM joins WHERE person_id = ? AND state = 'draft' AND code_id IS NULL AND id <> ?", person_id, but
        )

    async def of(self, person_id: int, *states: str) -> list[Join]:
        """Somebody's own requests in these states, newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM joins WHERE person_id = ? AND state IN (SELECT value FROM json_each(?))
               ORDER BY id DESC""",
            person_id, json.dumps(states),
        )  # fmt: skip
        return [join(row) for row in rows]

    async def waiting_for(self, head_id: int, titles: list[str]) -> list[Join]:
        """The requests that have come to this person: nearest to the place, or after others did not answer."""
        rows = await self.sql.rows(
            """SELECT joins.* FROM joins WHERE id IN (
                 SELECT id FROM (
                   SELECT joins.id, joins.level, offices.person_id AS head_id, dense_rank() OVER (
                            PARTITION BY joins.id ORDER BY distance, places.kind <> 'neighbours', above_id) AS rank
                   FROM joins JOIN above ON above.place_id = joins.place_id
                     JOIN offices ON offices.place_id = above_id AND until IS NULL
                     JOIN places ON places.id = above_id LEFT JOIN titles ON key = title
                   WHERE joins.state = 'waiting' AND offices.person_id <> joins.person_id
                     AND ifnull(same_as, title) IN (SELECT value FROM json_each(?2)))
                 WHERE head_id = ?1 AND rank <= max(level, 0) + 1) ORDER BY id""",
            head_id, json.dumps(titles),
        )  # fmt: skip
        return [join(row) for row in rows]

    async def count_waiting(self) -> int:
        """How many requests wait for somebody's tap, in the whole community."""
        return int(await self.sql.value("SELECT count(*) FROM joins WHERE state = 'waiting'"))

    async def is_known(self, person_id: int) -> bool:
        """Whether somebody came by a door's code, or said where they live: they may ask before they are confirmed."""
        return bool(
            await self.sql.value(
                """SELECT 1 FROM joins WHERE person_id = ?
                   AND (code_id IS NOT NULL OR room_id IS NOT NULL OR state IN ('waiting', 'confirmed'))""",
                person_id,
            )
        )

    async def asked_from(self, person_id: int) -> int | None:
        """The place that somebody's newest request names, whatever came of it."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "SELECT place_id FROM joins WHERE person_id = ? AND place_id IS NOT NULL ORDER BY id DESC LIMIT 1",
            person_id,
        )

    async def prune(self, before: int) -> int:
        """Let go of what led nowhere and ended before then."""
        gone = await self.sql.run(
            "DELETE FROM joins WHERE state IN ('refused', 'withdrawn', 'undone') AND ended_at < ?", before
        )
        return gone + await self.sql.run("DELETE FROM moved WHERE at < ?", before)

    async def matters_about(self, person_id: int) -> list[int]:
        """What was asked about somebody, whatever came of it."""
        rows = await self.sql.rows(
            "SELECT id FROM matters WHERE person_id = ?1 UNION SELECT id FROM matters WHERE other_id = ?1", person_id
        )
        return [row["id"] for row in rows]

    async def lets_go(self, person_id: int) -> None:
        """Whatever says, or said, where somebody lives."""
        for table in ("residents", "joins", "matters", "moved"):
            await self.sql.run(f"DELETE FROM {table} WHERE person_id = ?", person_id)  # noqa: S608  # fixed names

    # what a household asks its head to look at

    async def wonder(
        self, kind: str, person_id: int, place_id: int, by_id: int | None, at: int, other_id: int | None = None
    ) -> Matter:
        """Ask the head about somebody of this household; asked twice it stays one matter."""
        number = await self.sql.value(
            """INSERT INTO matters (kind, person_id, other_id, place_id, by_id, state, asked_at)
               VALUES (?, ?, ?, ?, ?, 'open', ?)
               ON CONFLICT (kind, person_id, place_id) WHERE state = 'open' DO UPDATE SET other_id = excluded.other_id
               RETURNING id""",
            kind, person_id, other_id, place_id, by_id, at,
        )  # fmt: skip
        found = await self.matter(number)
        assert found
        return found

    async def matter(self, number: int) -> Matter | None:
        row = await self.sql.row("SELECT * FROM matters WHERE id = ?", number)
        return Matter(**row) if row else None

    async def save_matter(self, matter: Matter) -> None:
        await self.sql.run(
            "UPDATE matters SET state = ?, level = ?, ended_at = ?, ended_by = ? WHERE id = ?",
            matter.state, matter.level, matter.ended_at, matter.ended_by, matter.id,
        )  # fmt: skip

    async def matters_for(self, head_id: int, titles: list[str]) -> list[Matter]:
        """What households ask at the places this person answers for, at whichever level."""
        rows = await self.sql.rows(
            """SELECT DISTINCT matters.* FROM offices LEFT JOIN titles ON key = title
                 JOIN above ON above_id = offices.place_id JOIN matters ON matters.place_id = above.place_id
               WHERE offices.person_id = ? AND until IS NULL AND matters.state = 'open'
                 AND matters.person_id <> offices.person_id
                 AND ifnull(same_as, title) IN (SELECT value FROM json_each(?)) ORDER BY matters.id""",
            head_id, json.dumps(titles),
        )  # fmt: skip
        return [Matter(**row) for row in rows]

    # a group's invitation

    async def invite(self, room_id: int) -> str | None:
        return await self.sql.value("SELECT link FROM group_links WHERE room_id = ?", room_id)  # type: ignore[no-any-return]  # untyped

    async def wants_invite(self, room_id: int, made_by: int, at: int) -> None:
        await self.sql.run(
            """INSERT INTO group_links VALUES (?, NULL, ?, ?) ON CONFLICT (room_id) DO UPDATE SET
                 link = NULL, made_by = excluded.made_by, made_at = excluded.made_at""",
            room_id, made_by, at,
        )  # fmt: skip

    async def invited(self, room_id: int, link: str) -> int | None:
        """Telegram made the link; who waits for it."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "UPDATE group_links SET link = ? WHERE room_id = ? RETURNING made_by", link, room_id
        )

    async def no_invite(self, room_id: int) -> int | None:
        """Telegram did not make it; who waits for it."""
        return await self.sql.value(  # type: ignore[no-any-return]  # SQLite's values are untyped
            "DELETE FROM group_links WHERE room_id = ? RETURNING made_by", room_id
        )


def join(row: Row) -> Join:
    return Join(**{key: row[key] for key in row.keys() if key != "apart"}, apart=bool(row["apart"]))  # noqa: SIM118  # a Row's
