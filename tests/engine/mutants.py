"""Planted bugs: what the engine must never do, done on purpose, to prove that the harness sees it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest import MonkeyPatch

from bot.runtime.alarms import Alarms
from bot.runtime.delivery import Delivery
from bot.runtime.intake import Intake
from storage.cards import Cards
from storage.database import Database
from storage.house import HouseFacts
from storage.notes import Notes
from storage.sql import Sql

Mutant = Callable[[MonkeyPatch], None]


def promises_after_the_commit(patch: MonkeyPatch) -> None:
    late: list[tuple[Any, Any]] = []
    shown, transaction = Cards.show, Database._transaction

    async def show(self: Cards, *values: Any, **more: Any) -> None:
        late.append((values, more))

    async def in_two(self: Database, tx: Any, work: Any) -> Any:
        late.clear()
        result = await transaction(self, tx, work)
        for values, more in late:
            await transaction(self, tx, partial(_shown, values=values, more=more))
            tx.promised = True
        return result

    async def _shown(tx: Any, values: Any, more: Any) -> None:
        await shown(tx.cards, *values, **more)

    patch.setattr(Cards, "show", show)
    patch.setattr(Database, "_transaction", in_two)


def forgets_what_it_has_seen(patch: MonkeyPatch) -> None:
    async def first_sight(self: HouseFacts, update_id: int, at: int) -> bool:
        return True

    patch.setattr(HouseFacts, "first_sight", first_sight)


def confirms_before_it_handles(patch: MonkeyPatch) -> None:
    handle = Intake.handle

    async def confirmed(self: Intake, raw: dict[str, Any], *ahead: Any) -> None:
        await self.app.bot.do_api_request("getUpdates", {"offset": raw["update_id"] + 1, "timeout": 0})
        await handle(self, raw, *ahead)

    patch.setattr(Intake, "handle", confirmed)


def has_no_transactions(patch: MonkeyPatch) -> None:
    run = Sql.run

    async def each_for_itself(self: Sql, sql: str, *values: Any) -> int:
        skipped = sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "ROLLBACK"))
        return 0 if skipped else await run(self, sql, *values)

    patch.setattr(Sql, "run", each_for_itself)


def commits_the_sight_first(patch: MonkeyPatch) -> None:
    first_sight = HouseFacts.first_sight

    async def committed(self: HouseFacts, update_id: int, at: int) -> bool:
        new = await first_sight(self, update_id, at)
        await self.sql.run("COMMIT")
        await self.sql.run("BEGIN IMMEDIATE")
        return new

    patch.setattr(HouseFacts, "first_sight", committed)


def says_chatter_without_noting_it(patch: MonkeyPatch) -> None:
    async def sending(self: Notes, note_id: int, at: int) -> bool:
        return True

    patch.setattr(Notes, "sending", sending)


def strikes_out_notes_before_they_leave(patch: MonkeyPatch) -> None:
    note = Delivery._note

    async def struck(self: Delivery, item: Any, room: Any, *file: Any) -> None:
        await self.db.whole(lambda tx: tx.notes.done(item.id))
        await note(self, item, room, *file)

    patch.setattr(Delivery, "_note", struck)


def records_cards_before_they_are_drawn(patch: MonkeyPatch) -> None:
    card = Delivery._card

    async def recorded(self: Delivery, row: Any, room: Any, drawn: Any) -> None:
        await self.db.whole(lambda tx: tx.cards.drawn(row, row.message_id or 0, True))
        await card(self, row, room, drawn)

    patch.setattr(Delivery, "_card", recorded)


def takes_alarms_off_before_they_ring(patch: MonkeyPatch) -> None:
    rings = Alarms._rings

    async def taken_off(self: Alarms, tx: Any, alarm: Any, failed: list[Exception]) -> None:
        await tx.alarms.rings(alarm)
        await tx.sql.run("COMMIT")
        await tx.sql.run("BEGIN IMMEDIATE")
        await tx.alarms.set(alarm.kind, alarm.thing, alarm.at)
        await rings(self, tx, alarm, failed)

    patch.setattr(Alarms, "_rings", taken_off)


MUTANTS: dict[Mutant, tuple[str, ...]] = {
    promises_after_the_commit: ("asks",),
    forgets_what_it_has_seen: ("asks",),
    confirms_before_it_handles: ("asks",),
    has_no_transactions: ("asks",),
    commits_the_sight_first: ("asks",),
    says_chatter_without_noting_it: ("asks", "edits"),
    strikes_out_notes_before_they_leave: ("help",),
    records_cards_before_they_are_drawn: ("asks",),
    takes_alarms_off_before_they_ring: ("again", "question"),
}
"""Each with the steps of the journey in which it must be seen."""
