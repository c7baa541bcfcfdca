"""Privacy's rows: consents, copies, letters; how somebody is handed over and forgotten; what is let go in time."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from bot.domain.privacy import VERSIONS, Consent
from storage.sql import Store
from storage.traces import Trace

TRACES = [
    Trace(
        "consents.person_id",
        export="SELECT purpose, version, given_at, withdrawn_at FROM consents WHERE person_id = ?",
        forget="DELETE FROM consents WHERE person_id = ?",
    ),
    Trace(
        "copies.person_id",
        export="SELECT at FROM copies WHERE person_id = ?",
        forget="DELETE FROM copies WHERE person_id = ?",
    ),
    Trace(
        "letters.person_id",
        export="SELECT words, written_at, answer, answered_at FROM letters WHERE person_id = ?",
        forget="UPDATE letters SET person_id = NULL, words = '', answer = '' WHERE person_id = ?",
    ),
    Trace(
        "letters.answered_by",
        export="SELECT answer, answered_at FROM letters WHERE answered_by = ?",
        forget="UPDATE letters SET answered_by = NULL WHERE answered_by = ?",
    ),
]

FIRST, LAST = ("notes.room_id",), ("rooms.person_id", "people.noted_by", "people.merged_into", "people.id")
"""Traces that read what others empty go first; those that others look things up by go last."""


@dataclass(frozen=True)
class Letter:
    id: int
    person_id: int | None
    words: str
    written_at: int
    answered_by: int | None
    answer: str
    answered_at: int | None


@dataclass(frozen=True)
class Held:
    """How many rows of a kind there are, and since when the oldest is there (Unix seconds)."""

    table: str
    rows: int
    oldest: int | None


class Privacy(Store):
    async def consent(self, person_id: int, purpose: str) -> Consent | None:
        """The last word of this person about it."""
        row = await self.sql.row(
            "SELECT * FROM consents WHERE person_id = ? AND purpose = ? ORDER BY given_at DESC LIMIT 1",
            person_id, purpose,
        )  # fmt: skip
        return consent(row) if row else None

    async def holds(self, person_id: int, purpose: str) -> bool:
        found = await self.consent(person_id, purpose)
        return found is not None and found.holds

    async def give(self, person_id: int, purpose: str, at: int) -> None:
        """Agreed, to the present wording; agreeing twice is nothing."""
        found, version = await self.consent(person_id, purpose), VERSIONS[purpose]
        if found and found.is_current:
            return
        await self.sql.run(
            """INSERT INTO consents (person_id, purpose, version, given_at, asked) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET version = excluded.version, asked = excluded.asked, withdrawn_at = NULL""",
            person_id, purpose, version, at, version,
        )  # fmt: skip

    async def withdraw(self, person_id: int, purpose: str, at: int) -> bool:
        """Whether there was anything to take back."""
        return bool(
            await self.sql.run(
                "UPDATE consents SET withdrawn_at = ? WHERE person_id = ? AND purpose = ? AND withdrawn_at IS NULL",
                at, person_id, purpose,
            )
        )  # fmt: skip

    async def asked_again(self, person_id: int) -> None:
        for purpose, version in VERSIONS.items():
            await self.sql.run(
                "UPDATE consents SET asked = ? WHERE person_id = ? AND purpose = ?", version, person_id, purpose
            )

    async def to_ask_again(self, most: int) -> list[int]:
        """Who agreed to an older wording, was not asked about the present one, and can be reached."""
        found: dict[int, None] = {}
        for purpose, version in VERSIONS.items():
            rows = await self.sql.rows(
                """SELECT person_id FROM consents JOIN people ON people.id = person_id
                   WHERE purpose = ? AND asked < ? AND withdrawn_at IS NULL AND telegram_id IS NOT NULL
                     AND started_at IS NOT NULL AND unreachable_at IS NULL AND retired_at IS NULL LIMIT ?""",
                purpose, version, most,
            )  # fmt: skip
            found |= dict.fromkeys(row["person_id"] for row in rows)
        return list(found)[:most]

    async def last_copy(self, person_id: int) -> int | None:
        return await self.sql.value("SELECT at FROM copies WHERE person_id = ?", person_id)  # type: ignore[no-any-return]  # SQLite's values are untyped

    async def copied(self, person_id: int, at: int) -> None:
        await self.sql.run("INSERT INTO copies VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at", person_id, at)

    async def write(self, person_id: int, words: str, at: int) -> int:
        return int(
            await self.sql.value(
                "INSERT INTO letters (person_id, words, written_at) VALUES (?, ?, ?) RETURNING id", person_id, words, at
            )
        )

    async def letter(self, number: int) -> Letter | None:
        row = await self.sql.row("SELECT * FROM letters WHERE id = ?", number)
        return Letter(**row) if row else None

    async def letters_since(self, person_id: int, since: int) -> int:
        return int(
            await self.sql.value(
                "SELECT count(*) FROM letters WHERE person_id = ? AND written_at >= ?", person_id, since
            )
        )

    async def answer(self, number: int, by: int, words: str, at: int) -> None:
        await self.sql.run(
            "UPDATE letters SET answered_by = ?, answer = ?, answered_at = ? WHERE id = ?", by, words, at, number
        )

    async def exported(self, person_id: int, traces: Iterable[Trace]) -> dict[str, list[dict[str, Any]]]:
        """Everything that is held about this person: column → rows."""
        return {trace.column: [dict(row) for row in await self.sql.rows(trace.export, person_id)] for trace in traces}

    async def forget_promises(self, person_id: int, traces: Iterable[Trace]) -> None:
        """What waits to be said to them or about their things, before those who wait are told that they left."""
        for trace in traces:
            if trace.column in FIRST and trace.forget:
                await self.sql.run(trace.forget, person_id)
        await self.sql.run("DELETE FROM cards WHERE room_id IN (SELECT id FROM rooms WHERE person_id = ?)", person_id)

    async def forget(self, person_id: int, traces: Collection[Trace], names: Collection[str]) -> None:
        """Erase or anonymise, in an order in which nothing is looked up that is gone; their room stays to be left."""
        await self._unname(names)
        middle = [trace for trace in traces if trace.column not in (*FIRST, *LAST)]
        ends = [trace for column in LAST for trace in traces if trace.column == column and column != "rooms.person_id"]
        for trace in (*middle, *ends):
            if trace.forget:
                await self.sql.run(trace.forget, person_id)
        for table in ("notes", "cards"):  # what was promised to them on the way out
            await self.sql.run(
                f"DELETE FROM {table} WHERE room_id IN (SELECT id FROM rooms WHERE person_id = ?)",  # noqa: S608  # fixed names
                person_id,
            )
        await self.sql.run("UPDATE rooms SET person_id = NULL, title = NULL WHERE person_id = ?", person_id)

    async def _unname(self, names: Collection[str]) -> None:
        """Their name in what waits to be said to others; read as JSON, so that a name like `text` breaks no note."""
        for name in names:
            rows = await self.sql.rows(
                "SELECT id, payload FROM notes WHERE instr(payload, ?) > 0", json.dumps(name, ensure_ascii=False)[1:-1]
            )
            for row in rows:
                payload = json.loads(row["payload"])
                said = {key: without(payload[key], name) for key in ("text", "caption") if key in payload}
                await self.sql.run(
                    "UPDATE notes SET payload = ? WHERE id = ?",
                    json.dumps(payload | said, ensure_ascii=False), row["id"],
                )  # fmt: skip

    async def room_is_left(self, room_id: int) -> None:
        """The last sentence was said, or never can be: the chat's number goes, too, unless somebody new is there."""
        left = await self.sql.run(
            """UPDATE rooms SET chat_id = -4503599627370496 - id, kind = 'group', language = NULL, paused_at = 0
               WHERE id = ? AND kind = 'private' AND person_id IS NULL""",
            room_id,
        )
        if left:
            await self.sql.run("DELETE FROM notes WHERE room_id = ?", room_id)
            await self.sql.run("DELETE FROM cards WHERE room_id = ?", room_id)

    async def rooms_to_leave(self, kind: str) -> list[int]:
        """Private rooms of nobody in which nothing of this kind waits to be said."""
        rows = await self.sql.rows(
            """SELECT id FROM rooms WHERE kind = 'private' AND person_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM notes WHERE room_id = rooms.id AND kind = ?)""",
            kind,
        )
        return [row["id"] for row in rows]

    async def stewards_beside(self, person_id: int) -> list[int]:
        """Who keeps the bot running and whom we still reach, this person included."""
        rows = await self.sql.rows(
            """SELECT DISTINCT person_id FROM offices JOIN people ON people.id = person_id
               WHERE title = 'steward' AND until IS NULL AND (person_id = ? OR (
                 telegram_id IS NOT NULL AND unreachable_at IS NULL AND retired_at IS NULL AND blocked_at IS NULL))""",
            person_id,
        )
        return [row["person_id"] for row in rows]

    async def let_go(self, key: str, at: int, how_many: int) -> None:
        await self.sql.run(
            """INSERT INTO pruned VALUES (?, ?, ?)
               ON CONFLICT DO UPDATE SET at = excluded.at, how_many = excluded.how_many""",
            key, at, how_many,
        )  # fmt: skip

    async def was_let_go(self) -> dict[str, tuple[int, int]]:
        """Key → (when, how many), of the last tidying."""
        return {row["key"]: (row["at"], row["how_many"]) for row in await self.sql.rows("SELECT * FROM pruned")}

    async def held(self) -> list[Held]:
        """What the database holds, in numbers, the most first."""
        tables = await self.sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        every = [await self._held(row["name"]) for row in tables]
        return sorted((held for held in every if held.rows), key=lambda held: -held.rows)

    async def _held(self, table: str) -> Held:
        columns = [row["name"] for row in await self.sql.rows("SELECT name FROM pragma_table_info(?)", table)]
        times = [name for name in columns if name in ("at", "since") or name.endswith("_at")]
        oldest = f"min(nullif({times[0]}, 0))" if times else "NULL"
        row = await self.sql.row(f"SELECT count(*), {oldest} FROM {table}")  # noqa: S608  # names from the schema
        assert row
        return Held(table, row[0], row[1])

    # what is let go in time; `before` is a Unix second

    async def prune_notes(self, before: int) -> int:
        """What could not be said for that long."""
        return await self.sql.run("DELETE FROM notes WHERE max(promised_at, not_before) < ?", before)

    async def prune_codes(self, before: int) -> int:
        return await self.sql.run("DELETE FROM codes WHERE ifnull(used_at, expires_at) < ?1 OR expires_at < ?1", before)

    async def prune_wrong_codes(self, before: int) -> int:
        return await self.sql.run("DELETE FROM wrong_codes WHERE at < ?", before)

    async def prune_questions(self, before: int) -> int:
        return await self.sql.run("DELETE FROM questions WHERE expires_at < ?", before)

    async def prune_parked(self, before: int) -> int:
        return await self.sql.run("DELETE FROM parked WHERE at < ?", before)

    async def prune_letters(self, before: int) -> int:
        return await self.sql.run("DELETE FROM letters WHERE ifnull(answered_at, written_at) < ?", before)

    async def prune_consents(self, before: int) -> int:
        """Proof of an agreement that was taken back."""
        return await self.sql.run("DELETE FROM consents WHERE withdrawn_at < ?", before)

    async def prune_copies(self, before: int) -> int:
        return await self.sql.run("DELETE FROM copies WHERE at < ?", before)

    async def strangers(self, before: int, most: int) -> list[int]:
        """Accounts with no home, office, helper or word of them here, not seen for that long."""
        rows = await self.sql.rows(
            """SELECT id FROM people WHERE telegram_id IS NOT NULL AND seen_at < ?1 AND created_at < ?1
                 AND blocked_at IS NULL AND noted_by IS NULL
                 AND NOT EXISTS (SELECT 1 FROM residents WHERE person_id = people.id)
                 AND NOT EXISTS (SELECT 1 FROM offices WHERE person_id = people.id AND until IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM helpers WHERE helper_id = people.id OR person_id = people.id)
                 AND NOT EXISTS (SELECT 1 FROM consents WHERE person_id = people.id AND withdrawn_at IS NULL)
               ORDER BY id LIMIT ?2""",
            before, most,
        )  # fmt: skip
        return [row["id"] for row in rows]


def without(text: str, name: str) -> str:
    """The text with a name made unreadable; a short Latin one only where it stands as a word of its own."""
    edge = r"(?<!\w){}(?!\w)" if name.isascii() or len(name) < 2 else "{}"
    return re.sub(edge.format(re.escape(name)), "…", text)


def consent(row: Row) -> Consent:
    return Consent(
        person_id=row["person_id"],
        purpose=row["purpose"],
        version=row["version"],
        given_at=row["given_at"],
        asked=row["asked"],
        withdrawn_at=row["withdrawn_at"],
    )
