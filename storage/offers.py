"""The shelf's rows: offers, who may have what somebody needs, and who may be asked first."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from bot.domain.offers import Offer
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "offers.person_id",
        export="""SELECT kind, what, amount, lends, times, expires, state, made_at, ended_at FROM offers
                  WHERE person_id = ?""",
        forget="""UPDATE offers SET person_id = NULL, by_id = NULL, what = '', key = '',
                         media_kind = NULL, media_id = NULL,
                         state = CASE WHEN ended_at IS NULL THEN 'withdrawn' ELSE state END,
                         ended_at = ifnull(ended_at, made_at) WHERE person_id = ?""",
    ),
    Trace(
        "offers.by_id",
        export="SELECT kind, what, state, made_at FROM offers WHERE by_id = ?",
        forget="UPDATE offers SET by_id = NULL WHERE by_id = ?",
    ),
    Trace(
        "offers.recommended_by",
        export="SELECT kind, what, state, made_at FROM offers WHERE recommended_by = ?",
        forget="UPDATE offers SET recommended_by = NULL WHERE recommended_by = ?",
    ),
    Trace(
        "willing.person_id",
        export="SELECT since FROM willing WHERE person_id = ?",
        forget="DELETE FROM willing WHERE person_id = ?",
    ),
]

NARROW = ("dwelling", "neighbours", "stair", "building")
"""Places small enough to look into home by home."""

_SEEN = """NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'offer_' || offers.id)
  AND NOT EXISTS (SELECT 1 FROM people WHERE people.id = offers.person_id
                  AND (blocked_at IS NOT NULL OR retired_at IS NOT NULL))"""
_KINDS = "kind IN (SELECT value FROM json_each(?1))"
_FARTHER = """NOT EXISTS (SELECT 1 FROM above AS nearer WHERE nearer.place_id = offers.place_id
                AND nearer.above_id IN (SELECT value FROM json_each(?3)))"""
_THEIRS = "(offers.person_id IS NULL OR offers.person_id NOT IN (SELECT value FROM json_each(?4)))"
_HOME_BY_HOME = f"""SELECT offers.* FROM above CROSS JOIN offers ON offers.place_id = above.place_id
  WHERE above.above_id = ?2 AND state = 'open' AND {_KINDS} AND {_FARTHER} AND {_THEIRS} AND {_SEEN}
  ORDER BY offers.id DESC LIMIT ?5 OFFSET ?6"""  # noqa: S608  # fixed text
_NEWEST_FIRST = f"""SELECT offers.* FROM offers INDEXED BY offers_shelf
  WHERE state = 'open' AND {_KINDS} AND {_FARTHER} AND {_THEIRS} AND {_SEEN}
    AND EXISTS (SELECT 1 FROM above WHERE above.place_id = offers.place_id AND above_id = ?2)
  ORDER BY offers.id DESC LIMIT ?5 OFFSET ?6"""  # noqa: S608


@dataclass(frozen=True)
class Shelved:
    """An offer on the shelf, and the narrowest place it shares with whoever looks: stair, building, area, …"""

    offer: Offer
    shared_id: int


class Offers(Store):
    async def put(self, offer: Offer) -> Offer:
        """A new one; its number is given here."""
        number = await self.sql.value(
            """INSERT INTO offers (kind, person_id, by_id, place_id, key, what, amount, total, lends, times, expires,
                 media_kind, media_id, state, made_at, recommended_by)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
            offer.kind, offer.person_id, offer.by_id, offer.place_id, offer.key, offer.what, offer.amount, offer.total,
            int(offer.lends), offer.times, _day(offer.expires), offer.media_kind, offer.media_id, offer.state,
            offer.made_at, offer.recommended_by,
        )  # fmt: skip
        found = await self.get(number)
        assert found
        return found

    async def save(self, offer: Offer) -> None:
        await self.sql.run(
            """UPDATE offers SET kind = ?, person_id = ?, by_id = ?, place_id = ?, key = ?, what = ?, amount = ?,
                 total = ?, lends = ?, times = ?, expires = ?, media_kind = ?, media_id = ?, state = ?, opened_at = ?,
                 until = ?, asked_at = ?, ended_at = ? WHERE id = ?""",
            offer.kind, offer.person_id, offer.by_id, offer.place_id, offer.key, offer.what, offer.amount, offer.total,
            int(offer.lends), offer.times, _day(offer.expires), offer.media_kind, offer.media_id, offer.state,
            offer.opened_at, offer.until, offer.asked_at, offer.ended_at, offer.id,
        )  # fmt: skip

    async def get(self, number: int) -> Offer | None:
        row = await self.sql.row("SELECT * FROM offers WHERE id = ?", number)
        return offer(row) if row else None

    async def visible_to(self, person_id: int, number: int) -> Offer | None:
        """The offer, for its holder, who wanted it, and, once it has stood on the shelf, for the neighbours."""
        row = await self.sql.row(
            """SELECT * FROM offers WHERE id = ?2 AND (?1 IN (person_id, by_id)
                 OR EXISTS (SELECT 1 FROM wants WHERE offer_id = ?2 AND ?1 IN (wants.person_id, wants.by_id))
                 OR (state NOT IN ('draft', 'recommended')
                     AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'offer_' || offers.id)))""",
            person_id, number,
        )  # fmt: skip
        return offer(row) if row else None

    async def delete_draft(self, number: int) -> bool:
        return bool(await self.sql.run("DELETE FROM offers WHERE id = ? AND state IN ('draft', 'recommended')", number))

    async def count_open(self, person_id: int) -> int:
        return int(
            await self.sql.value(
                "SELECT count(*) FROM offers WHERE person_id = ? AND state IN ('open', 'paused')", person_id
            )
        )

    async def count_since(self, person_id: int, since: int) -> int:
        """How many this person has put up since then."""
        return int(
            await self.sql.value("SELECT count(*) FROM offers WHERE person_id = ? AND made_at >= ?", person_id, since)
        )

    async def recommended_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value(
                "SELECT count(*) FROM offers WHERE recommended_by = ? AND made_at >= ?", person_id, since
            )
        )

    async def mine(self, person_id: int) -> list[Offer]:
        """What this person offers, or offers for somebody, and is not over; newest first."""
        rows = await self.sql.rows(
            """SELECT * FROM offers WHERE person_id = ?1 AND state IN ('draft', 'recommended', 'open', 'paused')
               UNION SELECT * FROM offers WHERE by_id = ?1 AND state IN ('draft', 'recommended', 'open', 'paused')
               ORDER BY id DESC""",
            person_id,
        )
        return [offer(row) for row in rows]

    async def of(self, person_id: int) -> list[Offer]:
        """Every offer this person had to do with, over or not."""
        rows = await self.sql.rows(
            """SELECT * FROM offers WHERE person_id = ?1 UNION SELECT * FROM offers WHERE by_id = ?1
               UNION SELECT * FROM offers WHERE recommended_by = ?1 ORDER BY id""",
            person_id,
        )
        return [offer(row) for row in rows]

    async def shelf(
        self, kinds: Collection[str], place_id: int, limit: int, offset: int = 0, *, but: Collection[int] = ()
    ) -> list[Shelved]:
        """What stands on the shelf, nearest to a place first: its stair, group, building, area, the community.

        `but`: people whose offers are left out. Narrow places are looked into home by home, wide ones newest first;
        both by index, and no farther than the page needs.
        """
        found = list[Shelved]()
        nearer = list[int]()
        for level, kind in await self._levels(place_id):
            values = (json.dumps(list(kinds)), level, json.dumps(nearer), json.dumps(list(but)))
            way = _HOME_BY_HOME if kind in NARROW else _NEWEST_FIRST
            nearer.append(level)
            here = await self._count_in(way, values) if offset else 0
            if offset and here <= offset:
                offset -= here
                continue
            rows = await self.sql.rows(way, *values, limit - len(found), offset)
            found, offset = [*found, *(Shelved(offer(row), level) for row in rows)], 0
            if len(found) >= limit:
                break
        return found

    async def _levels(self, place_id: int) -> list[tuple[int, str]]:
        rows = await self.sql.rows(
            """SELECT above_id, kind FROM above JOIN places ON places.id = above_id WHERE place_id = ?
               ORDER BY distance, kind <> 'neighbours'""",
            place_id,
        )
        return [(row["above_id"], row["kind"]) for row in rows]

    async def _count_in(self, way: str, values: tuple[str | int, ...]) -> int:
        counting = way.replace("offers.*", "count(*)").partition("ORDER BY")[0]
        return int(await self.sql.value(counting, *values))

    async def count(self, kinds: Collection[str], but: Collection[int] = ()) -> int:
        """How many of these kinds stand on the shelf, without those of some people."""
        return int(
            await self.sql.value(
                f"""SELECT count(*) FROM offers WHERE state = 'open' AND {_KINDS} AND {_SEEN}
                    AND (person_id IS NULL OR person_id NOT IN (SELECT value FROM json_each(?2)))""",  # noqa: S608
                json.dumps(list(kinds)), json.dumps(list(but)),
            )
        )  # fmt: skip

    async def holders(
        self, kinds: Collection[str], keys: Collection[str], place_id: int, limit: int, *, but: Collection[int] = ()
    ) -> list[Offer]:
        """Who may have one of these keys (see `bot.domain.matching.wanted`), nearest to the place first; then, for
        likeness, the nearest others. Only people who can be reached, or somebody acts for; `but`: left out."""
        named = await self._named(kinds, keys, place_id, limit, but) if keys else []
        if len(named) >= limit or ("medicine" in kinds and keys):
            return named
        around = [one.offer for one in await self.shelf(kinds, place_id, 2 * limit, but=but)]
        known = {one.id for one in named}
        others = [one for one in around if one.id not in known and (not one.key or not keys)]
        return [*named, *[one for one in others if await self._is_reached(one)]][:limit]

    async def _named(
        self, kinds: Collection[str], keys: Collection[str], place_id: int, limit: int, but: Collection[int]
    ) -> list[Offer]:
        rows = await self.sql.rows(
            f"""SELECT offers.*, (SELECT min(mine.distance) FROM above AS theirs
                    JOIN above AS mine ON mine.above_id = theirs.above_id
                  WHERE theirs.place_id = offers.place_id AND mine.place_id = ?3) AS distance
                FROM json_each(?2) AS wanted CROSS JOIN offers INDEXED BY offers_key ON offers.key = wanted.value
                JOIN people ON people.id = ifnull(offers.by_id, offers.person_id)
                WHERE state = 'open' AND {_KINDS.replace("kind", "offers.kind")} AND {_THEIRS} AND {_SEEN}
                  AND telegram_id IS NOT NULL AND started_at IS NOT NULL
                  AND unreachable_at IS NULL AND retired_at IS NULL
                ORDER BY distance IS NULL, distance, offers.id LIMIT ?5""",  # noqa: S608
            json.dumps(list(kinds)), json.dumps(list(keys)), place_id, json.dumps(list(but)), limit,
        )  # fmt: skip
        return [offer(row) for row in rows]

    async def _is_reached(self, one: Offer) -> bool:
        return bool(
            await self.sql.value(
                """SELECT 1 FROM people WHERE id = ? AND telegram_id IS NOT NULL AND started_at IS NOT NULL
                   AND unreachable_at IS NULL AND retired_at IS NULL""",
                one.voice_id,
            )
        )

    async def asks_around(self, place_id: int, but: int, limit: int) -> list[tuple[int, str, int]]:
        """Open asks of the neighbourhood (number, thing, place): of this building and what it lies in, then of the
        whole community, the newest first; never one's own, nor what is hidden."""
        rows = await self.sql.rows(
            """SELECT asks.id, asks.thing, asks.place_id, distance FROM above
                 CROSS JOIN asks INDEXED BY asks_waiting_at ON asks.place_id = above.above_id
               WHERE above.place_id = ?1 AND asks.state = 'open' AND ifnull(asks.person_id, 0) <> ?2
                 AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)
               ORDER BY distance, asks.id DESC LIMIT ?3""",
            place_id, but, limit,
        )  # fmt: skip
        found = [(row["id"], row["thing"], row["place_id"]) for row in rows]
        if len(found) < limit:
            others = await self.sql.rows(
                """SELECT id, thing, place_id FROM asks INDEXED BY asks_waiting_at
                   WHERE state = 'open' AND place_id IS NOT NULL AND ifnull(person_id, 0) <> ?1
                     AND NOT EXISTS (SELECT 1 FROM hidden WHERE hidden.thing = 'ask_' || asks.id)
                     AND id NOT IN (SELECT value FROM json_each(?2)) LIMIT ?3""",
                but, json.dumps([number for number, _, _ in found]), limit - len(found),
            )  # fmt: skip
            found += [(row["id"], row["thing"], row["place_id"]) for row in others]
        return found

    # who may be asked first

    async def willing(self, person_id: int) -> bool:
        return bool(await self.sql.value("SELECT 1 FROM willing WHERE person_id = ?", person_id))

    async def is_willing(self, person_id: int, yes: bool, at: int) -> None:
        if yes:
            await self.sql.run("INSERT INTO willing VALUES (?, ?) ON CONFLICT DO NOTHING", person_id, at)
        else:
            await self.sql.run("DELETE FROM willing WHERE person_id = ?", person_id)

    async def prune(self, before: int) -> int:
        """What left the shelf goes whole, with who wanted it and its cards."""
        await self.sql.run(
            "DELETE FROM cards WHERE thing IN (SELECT 'offer_' || id FROM offers WHERE ended_at < ?)", before
        )
        return await self.sql.run("DELETE FROM offers WHERE ended_at < ?", before)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def offer(row: Row) -> Offer:
    held = {key: row[key] for key in Offer.__dataclass_fields__}
    expires = date.fromisoformat(row["expires"]) if row["expires"] else None
    return Offer(**held | {"lends": bool(row["lends"]), "expires": expires})
