"""Small wishes' rows: the wishes of a festival, and who grants them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Row

from bot.domain.wishes import Grantor, Wish
from storage import festivals
from storage.festivals import FILTERS, HUNG, KNOWS_THE_PLACE
from storage.sql import Store
from storage.traces import Trace

_EMPTIED = "words = '', heard = '', media_kind = NULL, media_id = NULL"

TRACES = [
    *festivals.TRACES,
    Trace(
        "wishes.person_id",
        export="SELECT words, heard, state, reason, made_at, ended_at FROM wishes WHERE person_id = ?",
        forget=f"""UPDATE wishes SET person_id = NULL, place_id = NULL, {_EMPTIED},
                          state = CASE WHEN ended_at IS NULL THEN 'withdrawn' ELSE state END,
                          ended_at = ifnull(ended_at, made_at) WHERE person_id = ?""",  # noqa: S608  # fixed text
    ),
    Trace(
        "wishes.by_id",
        export="SELECT words, state, made_at, ended_at FROM wishes WHERE by_id = ?",
        forget="UPDATE wishes SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "grantors.person_id",
        export="""SELECT words, grantors.state, since, agreed_at FROM grantors JOIN wishes ON wishes.id = wish_id
                  WHERE grantors.person_id = ?""",
        forget="DELETE FROM grantors WHERE person_id = ?",
    ),
    Trace(
        "grantors.by_id",
        export="""SELECT words, grantors.state, since FROM grantors JOIN wishes ON wishes.id = wish_id
                  WHERE grantors.by_id = ?""",
        forget="UPDATE grantors SET by_id = NULL, shown = 0 WHERE by_id = ?",
    ),
]


class Wishes(Store):
    async def write(
        self, festival_id: int, person_id: int, by_id: int | None, place_id: int | None, words: str,
        media: tuple[str, str] | None, at: int,
    ) -> Wish:  # fmt: skip
        """A draft; `media`: what kind it is, and Telegram's file id."""
        number = await self.sql.value(
            """INSERT INTO wishes (festival_id, person_id, by_id, place_id, words, media_kind, media_id, state,
                                   made_at, worded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'draft', ?8, ?8)
               RETURNING id""",
            festival_id, person_id, by_id, place_id, words, *(media or (None, None)), at,
        )  # fmt: skip
        found = await self.get(number)
        assert found
        return found

    async def get(self, number: int) -> Wish | None:
        row = await self.sql.row("SELECT * FROM wishes WHERE id = ?", number)
        return (await self._whole([row]))[0] if row else None

    async def visible_to(self, person_id: int, number: int) -> Wish | None:
        """The wish, if this person may know of it: its two sides; once it hangs, neighbours, unless it is hidden."""
        row = await self.sql.row(
            f"""SELECT * FROM wishes WHERE id = ?2 AND (?1 IN (person_id, by_id)
                  OR EXISTS (SELECT 1 FROM grantors WHERE wish_id = ?2 AND ?1 IN (grantors.person_id, grantors.by_id))
                  OR {HUNG} AND {KNOWS_THE_PLACE})""",  # noqa: S608  # fixed text
            person_id, number,
        )  # fmt: skip
        return (await self._whole([row]))[0] if row else None

    async def of(self, festival_id: int, person_id: int) -> Wish | None:
        """This person's wish for a festival, if they have one that was not withdrawn."""
        row = await self.sql.row(
            """SELECT * FROM wishes WHERE festival_id = ? AND person_id = ? AND state <> 'withdrawn'
               ORDER BY id DESC LIMIT 1""",
            festival_id, person_id,
        )  # fmt: skip
        return (await self._whole([row]))[0] if row else None

    async def mine(self, person_id: int) -> list[Wish]:
        """What I wish, wrote down for somebody, or have taken on, as far as its festival is not over; newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM wishes WHERE person_id = ?1 AND state IN ('draft', 'waiting', 'returned', 'open')
               UNION SELECT * FROM wishes WHERE by_id = ?1 AND state IN ('draft', 'waiting', 'returned', 'open')
               UNION SELECT wishes.* FROM grantors JOIN wishes ON id = wish_id
                 WHERE grantors.person_id = ?1 AND grantors.state IN ('giving', 'next') AND wishes.state = 'open'
               UNION SELECT wishes.* FROM grantors JOIN wishes ON id = wish_id
                 WHERE grantors.by_id = ?1 AND grantors.state IN ('giving', 'next') AND wishes.state = 'open'
               ORDER BY id DESC""",
            person_id,
        )
        return await self._whole(rows)

    async def naming(self, person_id: int) -> list[Wish]:
        """Every wish that names this person, over or not."""
        rows = await self.sql.rows(
            """SELECT * FROM wishes WHERE person_id = ?1 UNION SELECT * FROM wishes WHERE by_id = ?1
               UNION SELECT wishes.* FROM grantors JOIN wishes ON id = wish_id WHERE grantors.person_id = ?1
               UNION SELECT wishes.* FROM grantors JOIN wishes ON id = wish_id WHERE grantors.by_id = ?1 ORDER BY id""",
            person_id,
        )
        return await self._whole(rows)

    async def all_of(self, festival_id: int, which: str = "all") -> list[Wish]:
        """The wishes of a festival, narrowed by one of FILTERS, in the order in which they came."""
        rows = await self.sql.rows(
            f"SELECT * FROM wishes WHERE festival_id = ? AND {FILTERS[which]} ORDER BY id",  # noqa: S608  # fixed text
            festival_id,
        )
        return await self._whole(rows)

    async def to_look_at(self, festival_id: int, place_ids: Iterable[int]) -> list[Wish]:
        """Those handed in by people of these places and looked at by nobody yet; without a place the community's."""
        rows = await self.sql.rows(
            """SELECT * FROM wishes WHERE festival_id = ?1 AND state = 'waiting' AND EXISTS (
                 SELECT 1 FROM above
                 WHERE place_id = ifnull(wishes.place_id, (SELECT place_id FROM festivals WHERE id = ?1))
                   AND above_id IN (SELECT value FROM json_each(?2)))
               ORDER BY id""",
            festival_id, json.dumps(list(place_ids)),
        )  # fmt: skip
        return await self._whole(rows)

    async def count_taken(self, person_id: int) -> int:
        """How many this person has taken on and not yet granted."""
        return int(
            await self.sql.value(
                """SELECT count(*) FROM grantors JOIN wishes ON id = wish_id
                   WHERE grantors.person_id = ? AND grantors.state = 'giving' AND wishes.state = 'open'""",
                person_id,
            )
        )

    async def save(self, it: Wish) -> None:
        await self.sql.run(
            """UPDATE wishes SET by_id = ?, words = ?, media_kind = ?, media_id = ?, heard = ?, state = ?, reason = ?,
                 made_at = ?, worded_at = ?, ended_at = ? WHERE id = ?""",
            it.by_id, it.words, it.media_kind, it.media_id, it.heard, it.state, it.reason,
            it.made_at, it.worded_at, it.ended_at, it.id,
        )  # fmt: skip
        await self.sql.run("DELETE FROM grantors WHERE wish_id = ?", it.id)
        await self.sql.many(
            "INSERT INTO grantors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (it.id, one.person_id, one.by_id, one.state, one.since, one.agreed_at, one.said_at,
                 int(one.named), int(one.shown), int(one.wisher_shown))
                for one in it.grantors
            ],
        )  # fmt: skip

    async def drop(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM wishes WHERE id = ? AND state = 'draft'", number))

    async def on_behalf(self, person_id: int, helper_id: int) -> list[Wish]:
        """What a helper wrote down or took on for this person and is not over."""
        rows = await self.sql.rows(
            """SELECT * FROM wishes WHERE by_id = ?2 AND person_id = ?1 AND ended_at IS NULL
               UNION SELECT wishes.* FROM grantors JOIN wishes ON id = wish_id
                 WHERE grantors.by_id = ?2 AND grantors.person_id = ?1 AND ended_at IS NULL ORDER BY id""",
            person_id, helper_id,
        )  # fmt: skip
        return await self._whole(rows)

    async def prune(self, before: int) -> int:
        """Words, and whose they were, of festivals closed for so long; how many wishes it empties."""
        old = "festival_id IN (SELECT id FROM festivals WHERE closed_at < ?)"
        await self.sql.run(
            f"DELETE FROM grantors WHERE wish_id IN (SELECT id FROM wishes WHERE {old})",  # noqa: S608  # fixed text
            before,
        )
        return await self.sql.run(
            f"""UPDATE wishes SET person_id = NULL, by_id = NULL, place_id = NULL, {_EMPTIED}
                WHERE {old} AND (person_id IS NOT NULL OR words <> '')""",  # noqa: S608  # fixed text
            before,
        )

    async def _whole(self, rows: list[Row]) -> list[Wish]:
        """The wishes with everybody who wants to grant them."""
        people = await self.sql.rows(
            "SELECT * FROM grantors WHERE wish_id IN (SELECT value FROM json_each(?)) ORDER BY since, person_id",
            json.dumps([row["id"] for row in rows]),
        )
        return [wish(row, [one for one in people if one["wish_id"] == row["id"]]) for row in rows]


def wish(row: Row, people: list[Row]) -> Wish:
    return Wish(**row, grantors=tuple(grantor(one) for one in people))


def grantor(row: Row) -> Grantor:
    return Grantor(
        person_id=row["person_id"],
        by_id=row["by_id"],
        state=row["state"],
        since=row["since"],
        agreed_at=row["agreed_at"],
        said_at=row["said_at"],
        named=bool(row["named"]),
        shown=bool(row["shown"]),
        wisher_shown=bool(row["wisher_shown"]),
    )
