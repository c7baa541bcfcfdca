"""Cards: what a message in a room shall show, and how far it has been drawn."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Row

from storage.sql import Store

BOARD_EVERY = 60
"""Seconds between two drawings of a group's board."""


@dataclass(frozen=True)
class CardRow:
    """A card as it is recorded. `wanted > drawn`: it has to be drawn; `aloud > drawn`: sent anew at the bottom."""

    thing: str
    view: str
    room_id: int
    message_id: int | None
    reply_to: int | None
    wanted: int
    drawn: int
    aloud: int
    rank: int
    promised_at: int
    outage: tuple[int, int] | None
    failures: int
    list_id: int | None = None  # the list that is its home; it has no message of its own

    @property
    def sent_anew(self) -> bool:
        return self.message_id is None or self.aloud > self.drawn


class Cards(Store):
    async def show(
        self, thing: str, view: str, room_id: int, *, rank: int, at: int,
        aloud: bool = False, not_before: int = 0, reply_to: int | None = None,
    ) -> None:  # fmt: skip
        """This thing has a card here; it shall show the truth."""
        await self.sql.run(
            """INSERT INTO cards (thing, view, room_id, rank, promised_at, aloud, not_before, reply_to, born_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?5)
               ON CONFLICT (thing, view, room_id) DO UPDATE SET
                 wanted = wanted + 1,
                 drawn = CASE WHEN list_id IS NULL THEN drawn ELSE wanted + 1 END,
                 aloud = CASE WHEN ?6 THEN wanted + 1 ELSE aloud END,
                 promised_at = CASE WHEN wanted = drawn THEN ?5 ELSE promised_at END,
                 rank = ?4, not_before = ?7, outage_from = NULL, outage_to = NULL, failures = 0""",
            thing, view, room_id, rank, at, int(aloud), not_before, reply_to,
        )  # fmt: skip

    async def redraw(self, thing: str, at: int, watched_room: int | None, rank: int) -> None:
        """Every card of this thing shall show the truth; where somebody is looking just now, at once."""
        rows = await self.sql.rows(
            """UPDATE cards SET wanted = wanted + 1, outage_from = NULL, outage_to = NULL, failures = 0,
                 drawn = CASE WHEN list_id IS NULL THEN drawn ELSE wanted + 1 END,
                 promised_at = CASE WHEN wanted = drawn THEN ?1 ELSE promised_at END,
                 not_before = CASE WHEN room_id = ?3 THEN 0 ELSE not_before END,
                 rank = min(rank, ?4)
               WHERE thing = ?2 RETURNING list_id""",
            at, thing, watched_room, rank,
        )  # fmt: skip
        for number in {row["list_id"] for row in rows} - {None}:
            await self.redraw(f"list_{number}", at, watched_room, rank)

    async def is_one_too_many(self, thing: str, view: str, room_id: int, since: int, most: int) -> bool:
        """Whether this card would be new in a group that has got `most` with a message of their own since then.

        Boards and lists do not count.
        """
        return bool(
            await self.sql.value(
                """SELECT NOT EXISTS (SELECT 1 FROM cards WHERE thing = ?1 AND view = ?2 AND room_id = ?3)
                     AND ?5 <= (SELECT count(*) FROM (
                       SELECT 1 FROM rooms AS here JOIN rooms ON rooms.chat_id = here.chat_id
                         CROSS JOIN cards ON cards.room_id = rooms.id
                       WHERE here.id = ?3 AND born_at > ?4 AND list_id IS NULL AND view NOT IN ('board', 'list')
                       LIMIT ?5))""",
                thing, view, room_id, since, most,
            )
        )  # fmt: skip

    async def joins_list(self, thing: str, view: str, room_id: int, at: int, since: int) -> int:
        """This card has no message of its own: it stands in the room's list, a new one if the last is too old."""
        last = await self.sql.value(
            """SELECT list_id FROM cards WHERE room_id = ?1 AND born_at > ?2 AND list_id > ?2
               ORDER BY born_at DESC LIMIT 1""",
            room_id, since,
        )  # fmt: skip
        number = int(last or at)
        await self.sql.run(
            "UPDATE cards SET list_id = ?, drawn = wanted WHERE thing = ? AND view = ? AND room_id = ?",
            number, thing, view, room_id,
        )  # fmt: skip
        return number

    async def in_list(self, number: int, room_id: int) -> list[CardRow]:
        rows = await self.sql.rows(
            "SELECT * FROM cards WHERE room_id = ? AND list_id = ? ORDER BY born_at, thing", room_id, number
        )
        return [card(row) for row in rows]

    async def turn(self, thing: str, path: str, room_id: int, *, rank: int, at: int, aloud: bool) -> None:
        """A living menu of a private chat turns to another page; of several cards of the thing the newest does."""
        await self.sql.run(
            """DELETE FROM cards WHERE thing = ?1 AND room_id = ?2 AND view <> (
                 SELECT view FROM cards WHERE thing = ?1 AND room_id = ?2
                 ORDER BY message_id IS NULL DESC, message_id DESC, view LIMIT 1)""",
            thing, room_id,
        )  # fmt: skip
        await self.sql.run("UPDATE cards SET view = ? WHERE thing = ? AND room_id = ?", path, thing, room_id)
        await self.show(thing, path, room_id, rank=rank, at=at, aloud=aloud)

    async def get(self, thing: str, view: str, room_id: int) -> CardRow | None:
        row = await self.sql.row(
            "SELECT * FROM cards WHERE thing = ? AND view = ? AND room_id = ?", thing, view, room_id
        )
        return card(row) if row else None

    async def at_message(self, room_id: int, message_id: int) -> CardRow | None:
        """Which card a message is, if it is the recorded one."""
        row = await self.sql.row("SELECT * FROM cards WHERE room_id = ? AND message_id = ?", room_id, message_id)
        return card(row) if row else None

    async def of(self, thing: str) -> list[CardRow]:
        return [card(row) for row in await self.sql.rows("SELECT * FROM cards WHERE thing = ?", thing)]

    async def drawn(self, row: CardRow, message_id: int, pressable: bool) -> bool:
        """It was drawn from the `wanted` that `row` carries. False: there is no such card any more.

        A board rests then, even if something has changed while it was on its way.
        """
        changed = await self.sql.run(
            """UPDATE cards SET message_id = ?1, drawn = max(drawn, ?2), pressable = ?3, failures = 0,
                 not_before = CASE WHEN view = 'board' AND wanted > ?2 THEN max(promised_at, not_before) + ?7
                                   ELSE not_before END
               WHERE thing = ?4 AND view = ?5 AND room_id = ?6""",
            message_id, row.wanted, int(pressable), row.thing, row.view, row.room_id, BOARD_EVERY,
        )  # fmt: skip
        return bool(changed)

    async def lost(self, row: CardRow) -> None:
        """Its message is gone: the next drawing sends a new one."""
        await self.sql.run(
            "UPDATE cards SET message_id = NULL, reply_to = NULL WHERE thing = ? AND view = ? AND room_id = ?",
            row.thing, row.view, row.room_id,
        )  # fmt: skip

    async def given_up(self, row: CardRow) -> None:
        """Cannot be drawn here; the next change tries again."""
        await self.sql.run(
            "UPDATE cards SET drawn = max(drawn, ?) WHERE thing = ? AND view = ? AND room_id = ?",
            row.wanted, row.thing, row.view, row.room_id,
        )  # fmt: skip

    async def rests(self, row: CardRow) -> None:
        """Whatever was wanted of it meanwhile: it is not tried again before something new happens."""
        await self.sql.run(
            "UPDATE cards SET drawn = wanted WHERE thing = ? AND view = ? AND room_id = ?",
            row.thing, row.view, row.room_id,
        )  # fmt: skip

    async def put_off(self, row: CardRow, until: int) -> None:
        await self.sql.run(
            "UPDATE cards SET failures = failures + 1, not_before = ? WHERE thing = ? AND view = ? AND room_id = ?",
            until, row.thing, row.view, row.room_id,
        )  # fmt: skip

    async def removed(self, thing: str, view: str, room_id: int) -> int | None:
        """Forget a card; its message's number, so that the message can be taken away."""
        row = await self.sql.row(
            "DELETE FROM cards WHERE thing = ? AND view = ? AND room_id = ? RETURNING message_id", thing, view, room_id
        )
        return row["message_id"] if row else None

    async def outage(self, since: int, until: int, rank: int) -> int:
        """Presses between the two may be lost: every card with buttons says so once."""
        return await self.sql.run(
            """UPDATE cards SET wanted = wanted + 1, outage_from = ?1, outage_to = ?2,
                 rank = CASE WHEN wanted = drawn THEN ?3 ELSE rank END,
                 promised_at = CASE WHEN wanted = drawn THEN ?2 ELSE promised_at END
               WHERE pressable""",
            since, until, rank,
        )  # fmt: skip


def card(row: Row) -> CardRow:
    outage = (row["outage_from"], row["outage_to"]) if row["outage_from"] is not None else None
    return CardRow(
        thing=row["thing"],
        view=row["view"],
        room_id=row["room_id"],
        message_id=row["message_id"],
        reply_to=row["reply_to"],
        wanted=row["wanted"],
        drawn=row["drawn"],
        aloud=row["aloud"],
        rank=row["rank"],
        promised_at=row["promised_at"],
        outage=outage,
        failures=row["failures"],
        list_id=row["list_id"],
    )
