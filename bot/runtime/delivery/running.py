"""The round: whatever may leave now is set off, called, and what came of it recorded."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram.error import BadRequest

from bot.domain.people import Room
from bot.runtime.delivery.failing import Failing
from bot.runtime.delivery.files import PATIENCE, Gathered, built
from bot.runtime.intake import place_of
from handlers.cards import Card
from handlers.context import BULK, URGENT, html, reply_to
from handlers.features import Kind
from storage.cards import CardRow
from storage.database import Tx, broken
from storage.notes import Note
from storage.outbox import Waiting

log = structlog.get_logger("linli.delivery")

IN_FLIGHT = 16
BATCH = 24
BREATH = 0.02
"""Seconds between two looks at the outbox while it is busy, unless told otherwise: many commits are one look."""


@dataclass
class Delivery(Failing):
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    flying: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    breath: float = BREATH

    async def run(self) -> None:
        """Until cancelled."""
        settled = False
        while True:
            self.woken.clear()
            try:
                if not settled:
                    await self.db.whole(self._settle_unknown)
                    settled = True
                wait = await self._round()
            except Exception as error:
                log.error("delivery.round", error=type(error).__name__, place=place_of(error))
                wait = 1.0
            started = time.monotonic()
            try:
                async with asyncio.timeout(wait):  # wait_for forgets a cancel that comes in the same moment
                    await self.woken.wait()
            except TimeoutError:
                continue
            await asyncio.sleep(self.breath - (time.monotonic() - started))

    async def _settle_unknown(self, tx: Tx) -> None:
        """What was on its way when we died may have arrived: one word per kind decides."""
        for note in await tx.notes.unknown():
            if self._kind(note).unknown == "again":
                await tx.notes.put_off(note.id, 0, counts=False)
            else:
                await tx.notes.done(note.id)

    async def _round(self) -> float:
        """Set off whatever may leave now; how long until there may be more."""
        resting: set[int] = set()
        soonest = 1.0
        while True:
            busy, at = sorted({*resting, *self.flying}), int(self.clock())
            batch = await self.db.look(lambda read, at=at, busy=busy: read.outbox.due(at, busy, BATCH))  # type: ignore[misc]
            for item in batch:
                now = time.monotonic()
                pause = max(self.down_until - now, self.limits.wait_for_all(now))
                if pause > 0 or len(self.flying) >= IN_FLIGHT:
                    return min(pause, 1.0) if pause > 0 else 1.0
                wait = self._wait(item, now)
                if wait > 0:
                    resting.add(item.room_id)
                    soonest = min(soonest, wait)
                elif item.room_id not in self.flying:
                    self._set_off(item)
            if len(batch) < BATCH:
                return soonest

    def _wait(self, item: Waiting, now: float) -> float:
        """Seconds until this chat may be spoken to; topics of one group share its limits and its turn."""
        if any(task.get_name() == str(item.chat_id) for task in self.flying.values()):
            return 1.0
        return self.limits.wait(item.chat_id, item.is_card, now)

    def _set_off(self, item: Waiting) -> None:
        self.limits.take(item.chat_id, item.is_card, time.monotonic())
        task = asyncio.create_task(self._deliver(item), name=str(item.chat_id))
        self.flying[item.room_id] = task
        task.add_done_callback(lambda _: self._landed(item.room_id))

    def _landed(self, room_id: int) -> None:
        self.flying.pop(room_id, None)
        self.woken.set()

    async def _deliver(self, waiting: Waiting) -> None:
        """Load it, call, record what came of it."""
        try:
            loaded = await self.db.look(lambda read: self._load(read, waiting))
            if loaded is not None:
                await self._attempt(*loaded)
        except Exception as error:
            log.error("delivery.failed", error=type(error).__name__, place=place_of(error))
            self.down_until = time.monotonic() + 1

    async def _attempt(self, item: Note | CardRow, room: Room, drawn: Card | Gathered | Exception | None) -> None:
        try:
            if isinstance(drawn, Exception):
                raise drawn
            if isinstance(item, CardRow):
                await self._card(item, room, drawn if isinstance(drawn, Card) else None)
            else:
                await self._note(item, room, drawn if isinstance(drawn, Gathered) else None)
            self.failures = 0
        except Exception as error:
            await self._went_wrong(item, room, error)

    async def _card(self, row: CardRow, room: Room, card: Card | None) -> None:
        if card is None:
            return await self.db.whole(lambda tx: tx.cards.given_up(row))
        call = html(card.text) | _address(room) | {"reply_markup": card.markup()}
        if row.sent_anew:
            call |= reply_to(row.reply_to)
            quiet = self.house.awake(int(self.clock())) != int(self.clock()) and row.rank != URGENT
            if quiet and not room.is_private:
                call["disable_notification"] = True
            result = await self._call("sendMessage", call)
        else:
            call["message_id"] = row.message_id
            call.pop("message_thread_id", None)
            result = await self._edit(call)
        message_id = int(result["message_id"]) if isinstance(result, dict) else row.message_id or 0

        async def record(tx: Tx) -> None:
            kept = await tx.cards.drawn(row, message_id, card.pressable)
            for old in {message_id, row.message_id or message_id}:  # one of a menu that was turned over on its way, too
                if not await tx.cards.at_message(room.id, old):
                    await self._put_away(tx, room, old, twin=kept and room.is_private)
            hears = self.sent.get(row.thing.rpartition("_")[0])
            if hears and message_id != row.message_id:
                await hears(self._turn(tx, row.thing), row, message_id)

        return await self._surely(record)

    async def _surely(self, work: Callable[[Tx], Coroutine[Any, Any, Any]]) -> None:
        """Telegram has it: that is written down as soon as the database can, and nothing is said twice meanwhile."""
        wait = 0.5
        while True:
            try:
                return await self.db.whole(work)
            except Exception as error:
                if not broken(error):
                    raise
                log.error("delivery.database", code=getattr(error, "sqlite_errorname", None))
                await asyncio.sleep(wait)
                wait = min(5.0, wait * 2)

    async def _edit(self, call: dict[str, Any]) -> Any:
        try:
            return await self._call("editMessageText", call)
        except BadRequest as error:
            if "not modified" in str(error).lower():
                return True
            raise

    async def _put_away(self, tx: Tx, room: Room, message_id: int, *, twin: bool) -> None:
        """The old message of a card that was sent anew goes; it stays, without its buttons, where neighbours may have
        replied to it."""
        kind, method = ("house.twin", "deleteMessage") if twin else ("house.tidy", "editMessageReplyMarkup")
        await tx.notes.promise(room.id, kind, method, {"message_id": message_id}, rank=BULK, at=int(self.clock()))
        tx.promised = True

    async def _note(self, note: Note, room: Room, file: Gathered | None = None) -> None:
        kind = self._kind(note)
        if file and file.data is None:
            return await self.db.whole(lambda tx: tx.notes.done(note.id))
        made = await built(file) if file else {}
        if kind.unknown == "once" and not await self.db.whole(lambda tx: tx.notes.sending(note.id, int(self.clock()))):
            return
        call = dict(note.payload) | made | _addressed(note.method, room)
        result = await self._call(note.method, call, PATIENCE if made else None)
        return await self._surely(lambda tx: self._arrived(tx, note, kind, result))

    async def _arrived(self, tx: Tx, note: Note, kind: Kind, result: Any) -> None:
        if kind.arrived:
            await kind.arrived(self._turn(tx, note.thing or ""), note, result)
        await tx.notes.done(note.id)

    async def _call(self, method: str, call: dict[str, Any], patience: float | None = None) -> Any:
        """`patience`: seconds, where the usual ones would not do."""
        more = {"read_timeout": patience, "write_timeout": patience} if patience else {}
        return await self.app.bot.do_api_request(method, call, **more)

    async def stop(self, seconds: float) -> None:
        """Let what is in the air land; what does not is unknown, and decided at the next start."""
        tasks = list(self.flying.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


BARE = {
    "editMessageReplyMarkup", "editMessageText", "deleteMessage", "pinChatMessage", "stopPoll", "unpinChatMessage",
    "leaveChat",
}  # fmt: skip
"""Calls about a message that is there, or about the whole chat: they take no topic."""


SCOPED = {"setMyCommands", "deleteMyCommands"}
"""Calls about a chat that name it as their scope."""


def _addressed(method: str, room: Room) -> dict[str, Any]:
    if method in SCOPED:
        return {"scope": {"type": "chat", "chat_id": room.chat_id}}
    return {"chat_id": room.chat_id} if method in BARE else _address(room)


def _address(room: Room) -> dict[str, Any]:
    return {"chat_id": room.chat_id} | ({"message_thread_id": room.thread_id} if room.thread_id else {})
