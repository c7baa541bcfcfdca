"""Relays' rows: who talks with whom about what through the bot; never a word of it."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Row

from bot.domain.relays import Relay
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    *(
        Trace(
            f"relays.{column}",
            export=f"SELECT about, state, asked_at, opened_at, ended_at, why FROM relays WHERE {column} = ?",  # noqa: S608  # ours
            forget=f"UPDATE relays SET {column} = NULL WHERE {column} = ?",  # noqa: S608  # our own columns
        )
        for column in ("one_id", "other_id", "asked_id", "ended_by")
    ),
    Trace(
        "relay_seats.person_id",
        export="SELECT about, opened_at FROM relay_seats JOIN relays ON id = relay_id WHERE person_id = ?",
        forget="DELETE FROM relay_seats WHERE person_id = ?",
    ),
]


@dataclass(frozen=True)
class Seat:
    """Somebody's place in an open conversation."""

    person_id: int
    relay: Relay
    edits_told: bool
    digits: int  # said in lines of hardly anything else, the last of them at `digits_at` (Unix seconds)
    digits_at: int

    def digits_lately(self, since: int) -> int:
        return self.digits if self.digits_at >= since else 0


class Relays(Store):
    async def get(self, number: int) -> Relay | None:
        row = await self.sql.row("SELECT * FROM relays WHERE id = ?", number)
        return relay(row) if row else None

    async def of(self, person_id: int, number: int) -> Relay | None:
        """A conversation that this person belongs to; for everybody else there is none."""
        row = await self.sql.row("SELECT * FROM relays WHERE id = ?1 AND ?2 IN (one_id, other_id)", number, person_id)
        return relay(row) if row else None

    async def invite(self, about: str, one_id: int, other_id: int, at: int) -> Relay:
        number = await self.sql.value(
            """INSERT INTO relays (about, one_id, other_id, asked_id, state, asked_at)
               VALUES (?1, ?2, ?3, ?3, 'invited', ?4) RETURNING id""",
            about, one_id, other_id, at,
        )  # fmt: skip
        return Relay(number, about, one_id, other_id, other_id, "invited", at)

    async def save(self, relay: Relay) -> None:
        """Its two are seated while it is open, and nobody sits in two: the table itself says so."""
        await self.sql.run(
            """UPDATE relays SET asked_id = ?, state = ?, asked_at = ?, opened_at = ?, said_at = ?, held = ?,
                      ended_at = ?, why = ?, ended_by = ? WHERE id = ?""",
            relay.asked_id, relay.state, relay.asked_at, relay.opened_at, relay.said_at, relay.held,
            relay.ended_at, relay.why, relay.ended_by, relay.id,
        )  # fmt: skip
        if relay.state == "ended":
            await self.sql.run("DELETE FROM relay_seats WHERE relay_id = ?", relay.id)

    async def sit_down(self, relay: Relay) -> None:
        """Both of them. Raises IntegrityError if one sits in another conversation still."""
        for person_id in sorted(relay.two):
            await self.sql.run("INSERT INTO relay_seats (person_id, relay_id) VALUES (?, ?)", person_id, relay.id)

    async def seat(self, person_id: int) -> Seat | None:
        """The open conversation this person is in."""
        row = await self.sql.row(
            """SELECT relays.*, edits_told, digits, digits_at FROM relay_seats JOIN relays ON relays.id = relay_id
               WHERE person_id = ?""",
            person_id,
        )
        if row is None:
            return None
        return Seat(person_id, relay(row), bool(row["edits_told"]), row["digits"], row["digits_at"])

    async def said_digits(self, person_id: int, digits: int, at: int) -> None:
        await self.sql.run(
            "UPDATE relay_seats SET digits = ?, digits_at = ? WHERE person_id = ?", digits, at, person_id
        )

    async def said_of_edits(self, person_id: int) -> None:
        await self.sql.run("UPDATE relay_seats SET edits_told = 1 WHERE person_id = ?", person_id)

    async def between(self, about: str, one_id: int, other_id: int) -> Relay | None:
        """The last conversation of these two about a thing, whoever wanted it."""
        row = await self.sql.row(
            """SELECT * FROM relays WHERE about = ?1
               AND ((one_id = ?2 AND other_id = ?3) OR (one_id = ?3 AND other_id = ?2)) ORDER BY id DESC LIMIT 1""",
            about, one_id, other_id,
        )  # fmt: skip
        return relay(row) if row else None

    async def reported(self, one_id: int, other_id: int, since: int) -> Relay | None:
        """One of these two that was reported since then, whatever it was about."""
        row = await self.sql.row(
            """SELECT * FROM relays WHERE ((one_id = ?1 AND other_id = ?2) OR (one_id = ?2 AND other_id = ?1))
               AND why = 'reported' AND ended_at > ?3 ORDER BY id DESC LIMIT 1""",
            one_id, other_id, since,
        )  # fmt: skip
        return relay(row) if row else None

    async def going_on(self, person_id: int) -> list[Relay]:
        """What somebody is in, has asked for, or is asked into."""
        rows = await self.sql.rows(
            """SELECT * FROM relays WHERE one_id = ?1 AND state <> 'ended'
               UNION SELECT * FROM relays WHERE other_id = ?1 AND state <> 'ended' ORDER BY id""",
            person_id,
        )
        return [relay(row) for row in rows]

    async def all_of(self, person_id: int) -> list[Relay]:
        rows = await self.sql.rows(
            "SELECT * FROM relays WHERE one_id = ?1 UNION SELECT * FROM relays WHERE other_id = ?1 ORDER BY id",
            person_id,
        )
        return [relay(row) for row in rows]

    async def about(self, thing: str) -> list[Relay]:
        """Those that are not over."""
        rows = await self.sql.rows("SELECT * FROM relays WHERE about = ? AND state <> 'ended' ORDER BY id", thing)
        return [relay(row) for row in rows]

    async def asked_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value("SELECT count(*) FROM relays WHERE one_id = ? AND asked_at >= ?", person_id, since)
        )

    async def unsay(self, room_id: int, thing: str, kind: str) -> None:
        """What was on its way into this room and has not left yet is not said."""
        await self.sql.run(
            "DELETE FROM notes WHERE room_id = ? AND thing = ? AND kind = ? AND sending_at IS NULL",
            room_id, thing, kind,
        )  # fmt: skip

    async def prune(self, before: int) -> int:
        """Who talked with whom goes; their cards with it."""
        await self.sql.run(
            """DELETE FROM cards WHERE thing IN (
                 SELECT 'relay_' || id FROM relays WHERE ended_at < ?1
                 UNION SELECT 'invited_' || id FROM relays WHERE ended_at < ?1)""",
            before,
        )
        return await self.sql.run("DELETE FROM relays WHERE ended_at < ?", before)


def relay(row: Row) -> Relay:
    return Relay(
        id=row["id"],
        about=row["about"],
        one_id=row["one_id"],
        other_id=row["other_id"],
        asked_id=row["asked_id"],
        state=row["state"],
        asked_at=row["asked_at"],
        opened_at=row["opened_at"],
        said_at=row["said_at"],
        held=row["held"],
        ended_at=row["ended_at"],
        why=row["why"],
        ended_by=row["ended_by"],
    )
