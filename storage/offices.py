"""Offices: who holds which title where, since when, and who granted it."""

from __future__ import annotations

import json
from itertools import groupby
from sqlite3 import Row

from bot.domain.people import Office
from bot.domain.titles import OwnTitle
from storage.codes import Code
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "offices.person_id",
        export="SELECT title, place_id, since, until, phone, shows_account FROM offices WHERE person_id = ?",
        forget="DELETE FROM offices WHERE person_id = ?",
    ),
    Trace(
        "offices.granted_by",
        export="SELECT title, place_id, since FROM offices WHERE granted_by = ?",
        forget="UPDATE offices SET granted_by = NULL WHERE granted_by = ?",
    ),
    Trace(
        "offices.ended_by",
        export="SELECT title, place_id, until FROM offices WHERE ended_by = ?",
        forget="UPDATE offices SET ended_by = NULL WHERE ended_by = ?",
    ),
    Trace(
        "invitations.person_id",
        export="""SELECT kind, detail, target, issued_at, expires_at FROM invitations JOIN codes ON id = code_id
                  WHERE person_id = ?""",
        forget="DELETE FROM invitations WHERE person_id = ?",
    ),
]


LIVED = frozenset({"building_head", "stair_head", "neighbour_head", "caring_neighbour"})
"""Titles that a neighbour holds where they live; who works for a place may live elsewhere."""


class Offices(Store):
    async def of(self, person_id: int) -> list[Office]:
        """What this person holds now."""
        rows = await self.sql.rows("SELECT * FROM offices WHERE person_id = ? AND until IS NULL ORDER BY id", person_id)
        return [office(row) for row in rows]

    async def titles_at_or_above(self, person_id: int, place_id: int | None) -> frozenset[str]:
        """The titles this person holds at the place or anywhere above it; a steward's own title as what it is like."""
        return await self.sql.once(
            ("titles", person_id, place_id), lambda: self._titles_at_or_above(person_id, place_id)
        )

    async def _titles_at_or_above(self, person_id: int, place_id: int | None) -> frozenset[str]:
        rows = await self.sql.rows(
            """SELECT DISTINCT ifnull(same_as, title) AS title
               FROM offices JOIN above ON above_id = offices.place_id LEFT JOIN titles ON key = title
               WHERE above.place_id = ? AND person_id = ? AND until IS NULL""",
            place_id, person_id,
        )  # fmt: skip
        return frozenset(row["title"] for row in rows)

    async def titles_of(self, person_id: int) -> frozenset[str]:
        """The titles this person holds at any place."""
        return await self.sql.once(("titles", person_id), lambda: self._titles_of(person_id))

    async def _titles_of(self, person_id: int) -> frozenset[str]:
        rows = await self.sql.rows(
            """SELECT DISTINCT ifnull(same_as, title) AS title FROM offices LEFT JOIN titles ON key = title
               WHERE person_id = ? AND until IS NULL""",
            person_id,
        )
        return frozenset(row["title"] for row in rows)

    async def answerable(self, place_id: int, titles: list[str]) -> list[tuple[int, list[Office]]]:
        """Who holds one of these titles at the place or above it: (place, offices), the nearest place first."""
        rows = await self.sql.rows(
            """SELECT offices.*, above_id FROM above JOIN offices ON offices.place_id = above_id
                 JOIN places ON places.id = above_id LEFT JOIN titles ON key = title
               WHERE above.place_id = ? AND until IS NULL AND ifnull(same_as, title) IN (SELECT value FROM json_each(?))
               ORDER BY distance, places.kind <> 'neighbours', offices.id""",
            place_id, json.dumps(titles),
        )  # fmt: skip
        return [(key, [office(row) for row in group]) for key, group in groupby(rows, lambda row: row["above_id"])]

    async def holders(self, title: str) -> list[int]:
        """Who holds this title anywhere, each once."""
        rows = await self.sql.rows(
            "SELECT DISTINCT person_id FROM offices WHERE title = ? AND until IS NULL ORDER BY id", title
        )
        return [row["person_id"] for row in rows]

    async def everybody(self) -> list[int]:
        """Whoever holds any office now, each once."""
        rows = await self.sql.rows("SELECT DISTINCT person_id FROM offices WHERE until IS NULL ORDER BY person_id")
        return [row["person_id"] for row in rows]

    async def appoint(
        self, person_id: int, title: str, place_id: int, granted_by: int | None, at: int,
        *, stands_in_for: int | None = None, ends_at: int | None = None,
    ) -> int:  # fmt: skip
        """The new office's number."""
        number: int = await self.sql.value(
            """INSERT INTO offices (title, place_id, person_id, granted_by, since, stands_in_for, ends_at)
               VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            title, place_id, person_id, granted_by, at, stands_in_for, ends_at,
        )  # fmt: skip
        return number

    async def get(self, number: int) -> Office | None:
        row = await self.sql.row("SELECT * FROM offices WHERE id = ?", number)
        return office(row) if row else None

    async def save(self, changed: Office) -> None:
        await self.sql.run(
            """UPDATE offices SET until = ?, phone = ?, shows_account = ?, ends_at = ?, ended_by = ?, handed_to = ?
               WHERE id = ?""",
            changed.until, changed.phone, int(changed.shows_account), changed.ends_at, changed.ended_by,
            changed.handed_to, changed.id,
        )  # fmt: skip

    async def at_or_above(self, place_id: int) -> list[Office]:
        """Every office at the place or above it except caring: the nearest place first, the steward last."""
        rows = await self.sql.rows(
            """SELECT offices.* FROM above JOIN offices ON offices.place_id = above_id
                 JOIN places ON places.id = above_id LEFT JOIN titles ON key = title
               WHERE above.place_id = ? AND until IS NULL AND ifnull(same_as, title) <> 'caring_neighbour'
               ORDER BY distance, places.kind <> 'neighbours', title = 'steward', offices.id""",
            place_id,
        )
        return [office(row) for row in rows]

    async def held_in(self, place_id: int, title: str) -> list[Office]:
        """Who holds this title, or one that is the same as it, at the place or anywhere in it."""
        rows = await self.sql.rows(
            """SELECT offices.* FROM above JOIN offices ON offices.place_id = above.place_id
                 LEFT JOIN titles ON key = title
               WHERE above_id = ? AND until IS NULL AND ? IN (title, same_as) ORDER BY offices.id""",
            place_id, title,
        )  # fmt: skip
        return [office(row) for row in rows]

    async def holders_in(self, place_id: int) -> list[int]:
        """Who holds any office at the place or in it and can be written to."""
        rows = await self.sql.rows(
            """SELECT DISTINCT people.id FROM above JOIN offices ON offices.place_id = above.place_id
                 JOIN people ON people.id = person_id
               WHERE above_id = ? AND until IS NULL AND title <> 'caring_neighbour'
                 AND telegram_id IS NOT NULL AND started_at IS NOT NULL AND retired_at IS NULL AND blocked_at IS NULL
               ORDER BY people.name, people.id""",
            place_id,
        )
        return [row["id"] for row in rows]

    async def holds(self, person_id: int, title: str, place_id: int) -> Office | None:
        """The same office, if this person holds it already."""
        return next((one for one in await self.of(person_id) if (one.title, one.place_id) == (title, place_id)), None)

    async def stand_in(self, office_id: int) -> Office | None:
        """Who holds it for somebody just now."""
        row = await self.sql.row(
            "SELECT * FROM offices WHERE stands_in_for = ? AND until IS NULL ORDER BY id DESC", office_id
        )
        return office(row) if row else None

    async def ended_since(self, person_id: int, since: int) -> list[Office]:
        """What this person held, or took away from somebody, and what ended after that moment."""
        rows = await self.sql.rows(
            """SELECT * FROM offices WHERE person_id = ?1 AND until IS NOT NULL AND until >= ?2
               UNION SELECT * FROM offices WHERE ended_by = ?1 AND until >= ?2 ORDER BY id""",
            person_id, since,
        )  # fmt: skip
        return [office(row) for row in rows if row["ends_at"] is None]

    async def on_duty(self, person_id: int) -> bool:
        """Whether this person is on duty, for themselves or for somebody."""
        return "duty_holder" in await self.titles_of(person_id)

    async def stewards(self) -> list[Office]:
        """Who keeps the bot running; nobody who only stands in."""
        rows = await self.sql.rows(
            """SELECT offices.* FROM offices LEFT JOIN titles ON key = title
               WHERE ifnull(same_as, title) = 'steward' AND until IS NULL AND stands_in_for IS NULL
               ORDER BY offices.id"""
        )
        return [office(row) for row in rows]

    async def end_all(self, person_id: int, at: int) -> list[Office]:
        """Somebody moved out or is no more: what they held ends, and whoever stood in for them stops.

        The last steward stays one: without any, nobody could appoint the next.
        """
        stewards = {one.id for one in await self.stewards()}
        ended = [one for one in await self.of(person_id) if stewards != {one.id}]
        numbers = json.dumps([one.id for one in ended])
        await self.sql.run(
            """UPDATE offices SET until = ?1 WHERE until IS NULL AND
               (id IN (SELECT value FROM json_each(?2)) OR stands_in_for IN (SELECT value FROM json_each(?2)))""",
            at, numbers,
        )  # fmt: skip
        return ended

    async def vacated(self, person_id: int, at: int) -> list[Office]:
        """What ended for this person at that moment by nobody's wish."""
        rows = await self.sql.rows(
            """SELECT * FROM offices WHERE person_id = ? AND until = ? AND until IS NOT NULL
               AND ended_by IS NULL AND handed_to IS NULL AND stands_in_for IS NULL ORDER BY id""",
            person_id, at,
        )  # fmt: skip
        return [office(row) for row in rows]

    async def like(self, title: str) -> str:
        """The built-in title that this one is the same as."""
        found = await self.sql.value("SELECT same_as FROM titles WHERE key = ?", title)
        return str(found or title)

    async def ends(self, number: int, at: int) -> None:
        """One office ends, and whoever stood in for its holder stops."""
        await self.sql.run(
            "UPDATE offices SET until = ?1 WHERE until IS NULL AND (id = ?2 OR stands_in_for = ?2)", at, number
        )

    async def own_titles(self) -> list[OwnTitle]:
        rows = await self.sql.rows("SELECT key, zh, en, same_as FROM titles ORDER BY length(key), key")
        return [OwnTitle(**row) for row in rows]

    async def own_title(self, key: str) -> OwnTitle | None:
        row = await self.sql.row("SELECT key, zh, en, same_as FROM titles WHERE key = ?", key)
        return OwnTitle(**row) if row else None

    async def add_title(self, zh: str, en: str | None, same_as: str) -> OwnTitle:
        number = 1 + int(
            await self.sql.value("SELECT ifnull(max(CAST(substr(key, 4) AS INTEGER)), 0) FROM titles")
        )  # own1, own2, …: a key never comes back for another title while the newest one stands
        title = OwnTitle(f"own{number}", zh, en, same_as)
        await self.sql.run("INSERT INTO titles VALUES (?, ?, ?, ?)", title.key, zh, en, same_as)
        return title

    async def drop_title(self, key: str) -> bool:
        """False: somebody holds or held it, is asked to, or a circle follows it, so that it has to keep its name."""
        for used in ("offices WHERE title", "codes WHERE detail", "circles WHERE title"):
            if await self.sql.value(f"SELECT 1 FROM {used} = ?", key):  # noqa: S608  # fixed text
                return False
        await self.set_duties(key, None)
        return bool(await self.sql.run("DELETE FROM titles WHERE key = ?", key))

    async def duties(self, title: str) -> str | None:
        """The community's own words for what a title has to do."""
        return await self.sql.value("SELECT words FROM duties WHERE title = ?", title)  # type: ignore[no-any-return]  # SQLite's values are untyped

    async def set_duties(self, title: str, words: str | None) -> None:
        """None: back to the words that come with the house."""
        await self.sql.run("DELETE FROM duties WHERE title = ?", title)
        if words is not None:
            await self.sql.run("INSERT INTO duties VALUES (?, ?)", title, words)

    async def invite(self, code_id: int, person_id: int) -> None:
        """This code waits for this person's yes or no."""
        await self.sql.run("INSERT INTO invitations VALUES (?, ?) ON CONFLICT DO NOTHING", code_id, person_id)

    async def is_invited(self, code_id: int, person_id: int) -> bool:
        return bool(
            await self.sql.value("SELECT 1 FROM invitations WHERE code_id = ? AND person_id = ?", code_id, person_id)
        )

    async def invited(self, code_id: int) -> list[int]:
        """Whose yes or no a code waits for."""
        rows = await self.sql.rows("SELECT person_id FROM invitations WHERE code_id = ? ORDER BY person_id", code_id)
        return [row["person_id"] for row in rows]

    async def not_invited(self, code_id: int, person_id: int) -> None:
        await self.sql.run("DELETE FROM invitations WHERE code_id = ? AND person_id = ?", code_id, person_id)

    async def invitations(self, person_id: int, at: int) -> list[Code]:
        """The codes that wait for this person's yes or no."""
        rows = await self.sql.rows(
            """SELECT codes.* FROM invitations JOIN codes ON codes.id = code_id
               WHERE person_id = ? AND used_at IS NULL AND expires_at > ? ORDER BY codes.id""",
            person_id, at,
        )  # fmt: skip
        return [Code(**row) for row in rows]


def office(row: Row) -> Office:
    return Office(
        id=row["id"],
        title=row["title"],
        place_id=row["place_id"],
        person_id=row["person_id"],
        granted_by=row["granted_by"],
        since=row["since"],
        until=row["until"],
        phone=row["phone"],
        shows_account=bool(row["shows_account"]),
        stands_in_for=row["stands_in_for"],
        ends_at=row["ends_at"],
        ended_by=row["ended_by"],
        handed_to=row["handed_to"],
    )
