"""What did not arrive: what it means, and who hears of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.domain.people import Room
from bot.i18n import page
from bot.runtime.delivery.drawing import Drawing
from bot.runtime.intake import TOKEN_DOUBTED, place_of
from bot.runtime.limits import Limits
from bot.runtime.transport import surely_not_sent
from handlers.context import Saying
from storage.cards import CardRow
from storage.database import Tx
from storage.notes import Note

log = structlog.get_logger("linli.delivery")

PUT_OFF = (60, 300, 1800)
"""Seconds after a first, second, third failure of ours; then it is parked."""

GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
TOPIC_GONE = ("message thread not found", "topic_closed", "topic_deleted")
HARMLESS = (
    "message is not modified",
    "message to delete not found",
    "user_already_participant",  # let in by somebody else meanwhile
    "hide_requester_missing",  # does not ask any more
    "message to pin not found",
    "message to unpin not found",
)
RIGHTS = (
    "message can't be deleted",  # older than two days, or not ours to delete
    "not enough rights",
    "chat_admin_required",
    "message to copy not found",  # taken back by whoever sent it
    "message can't be copied",
    "voice_messages_forbidden",  # somebody takes no voice messages
)
"""Nothing that another try in a minute would change."""
NOBODY = (
    "bot was blocked",
    "bot can't initiate",
    "user is deactivated",
    "bot was kicked",
    "bot is not a member",
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "have no rights to send",
    "not enough rights to send",
)


@dataclass
class Failing(Drawing):
    limits: Limits = field(default_factory=Limits)
    failures: int = 0
    down_until: float = 0.0

    async def _went_wrong(self, item: Note | CardRow, room: Room, error: Exception) -> None:
        """What came of it, in a transaction of its own."""
        said = str(error).lower()
        if isinstance(error, RetryAfter):
            seconds = error._retry_after.total_seconds()
            self.limits.refuse(room.chat_id, seconds, time.monotonic())
            log.warning("delivery.429", seconds=seconds)
            await self._again(item)
        elif isinstance(error, ChatMigrated):
            await self._in_tx(lambda tx: tx.rooms.migrates(room.chat_id, error.new_chat_id), item)
        elif isinstance(error, TOKEN_DOUBTED):
            self.down_until = time.monotonic() + 10
            log.error("delivery.token")
            await self._again(item)
        elif isinstance(error, Forbidden | BadRequest) and any(word in said for word in NOBODY):
            await self._in_tx(lambda tx: self._refused(tx, item, room))
        elif isinstance(error, BadRequest):
            await self._bad_request(item, room, said, error)
        elif isinstance(error, TelegramError):  # a broken line, or something that is not Telegram answered
            await self._network(item, error)
        else:
            await self._ours(item, error)

    async def _in_tx(self, work: Callable[[Tx], Coroutine[Any, Any, Any]], again: Note | CardRow | None = None) -> None:
        await self.db.whole(work)
        if again is not None:
            await self._again(again)

    async def _again(self, item: Note | CardRow) -> None:
        """It certainly did not arrive: it stays promised."""
        if isinstance(item, Note):
            await self.db.whole(lambda tx: tx.notes.put_off(item.id, 0, counts=False))

    async def _refused(self, tx: Tx, item: Note | CardRow, room: Room) -> None:
        """A person who blocked us or never pressed Start; a group that removed us."""
        now = int(self.clock())
        if not room.is_private:
            await tx.rooms.pause(room.chat_id, now)
            if room.place_id is not None:
                await tx.steward.notice("room-gone", now, f"room_{room.id}")
            if isinstance(item, Note):
                await tx.notes.put_off(item.id, 0, counts=False)
            log.info("room.paused", room=room.id)
            return
        if room.person_id:
            await tx.people.unreachable(room.person_id, now)
        await self._failed(tx, item)

    async def _failed(self, tx: Tx, item: Note | CardRow) -> None:
        """It will never arrive: whoever promised it hears so."""
        if isinstance(item, CardRow):
            await tx.cards.given_up(item)
            hears = self.undelivered.get(item.thing.rpartition("_")[0])
            if hears:
                await hears(self._turn(tx, item.thing), item.thing, item.view)
                await tx.cards.rests(item)
        else:
            kind = self._kind(item)
            if kind.failed:
                await kind.failed(self._turn(tx, item.thing or ""), item, None)
            await tx.notes.done(item.id)
        tx.promised = True

    async def _bad_request(self, item: Note | CardRow, room: Room, said: str, error: BadRequest) -> None:
        if isinstance(item, CardRow) and any(word in said for word in GONE):
            await self.db.whole(lambda tx: tx.cards.lost(item))
        elif room.thread_id and any(word in said for word in TOPIC_GONE):
            await self._in_tx(lambda tx: self._lost_topic(tx, room), item)
        elif isinstance(item, Note) and any(word in said for word in (*HARMLESS, *GONE)):
            await self.db.whole(lambda tx: tx.notes.done(item.id))
        elif isinstance(item, Note) and any(word in said for word in RIGHTS):
            await self._in_tx(lambda tx: self._failed(tx, item))
        else:
            await self._ours(item, error)

    async def _lost_topic(self, tx: Tx, room: Room) -> None:
        """What belonged to the topic goes on in General; the stewards hear of it once."""
        turn = self._turn(tx, f"room_{room.id}")
        await tx.rooms.lost_topic(room)
        if not await tx.house.once(f"lost_topic_{room.id}", str(turn.now)):
            return
        for person_id in await tx.offices.holders("steward"):
            await turn.tell(person_id, "room.lost-topic", _lost_topic_news(room, turn.thing))

    async def _network(self, item: Note | CardRow, error: TelegramError) -> None:
        """Nobody knows whether it arrived, unless it surely never left."""
        if time.monotonic() >= self.down_until:  # many calls of one bad moment are one failure
            self.failures += 1
            self.down_until = time.monotonic() + min(30.0, 0.5 * 2 ** min(self.failures, 6))
        log.warning("delivery.network", error=type(error).__name__, failures=self.failures)
        if isinstance(item, Note):
            surely = isinstance(error, NetworkError) and surely_not_sent(error)
            if self._kind(item).unknown == "again" or surely:
                await self._again(item)
            else:
                await self.db.whole(lambda tx: tx.notes.done(item.id))

    async def _ours(self, item: Note | CardRow, error: Exception) -> None:
        """Our own fault: tried again after 1, 5 and 30 minutes, then parked, and whoever promised it hears so."""
        now = int(self.clock())
        kind = item.kind if isinstance(item, Note) else f"card.{item.thing.rpartition('_')[0]}"
        log.error("delivery.ours", kind=kind, error=type(error).__name__, place=place_of(error))

        async def decide(tx: Tx) -> None:
            if item.failures < len(PUT_OFF):
                until = now + PUT_OFF[item.failures]
                await (
                    tx.cards.put_off(item, until)
                    if isinstance(item, CardRow)
                    else tx.notes.put_off(item.id, until, True)
                )
            else:
                await tx.house.park(None, f"delivery:{kind}", type(error).__name__, place_of(error), now)
                await self._failed(tx, item)

        await self.db.whole(decide)


def _lost_topic_news(room: Room, name: str) -> Saying:
    return Saying(lambda t: page([t("room-lost-topic", room=room.title or "…")]), name)
