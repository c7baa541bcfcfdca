"""Messages out: cards and notes that were promised, in their order, within Telegram's limits, until they arrive."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.domain.people import Room
from bot.i18n import Html, page, words
from bot.runtime.application import House
from bot.runtime.intake import TOKEN_DOUBTED, place_of
from bot.runtime.limits import Limits
from bot.runtime.transport import surely_not_sent
from handlers import when
from handlers.cards import Card, Look
from handlers.context import BULK, Neighbourhood, Saying, Turn, html, reply_to
from handlers.features import Kind
from storage.cards import CardRow
from storage.database import Database, Read, Tx, broken
from storage.notes import Note
from storage.outbox import Waiting

log = structlog.get_logger("linli.delivery")

IN_FLIGHT = 16
BATCH = 24
BREATH = 0.02
"""Seconds between two looks at the outbox while it is busy: many commits are one look."""

PUT_OFF = (60, 300, 1800)
"""Seconds after a first, second, third failure of ours; then it is parked."""

HOUSE_KINDS = {
    "house.said": Kind("again"),
    "house.tidy": Kind("again"),
    "house.chatter": Kind("once"),
}

GONE = ("message to edit not found", "message can't be edited", "message_id_invalid")
TOPIC_GONE = ("message thread not found", "topic_closed", "topic_deleted")
HARMLESS = ("message is not modified", "message to delete not found", "message can't be deleted")
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


Loaded = tuple[Note | CardRow, Room, Card | Exception | None]


@dataclass
class Delivery:
    app: House
    db: Database
    house: Neighbourhood
    clock: Callable[[], float]
    limits: Limits = field(default_factory=Limits)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    flying: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    failures: int = 0
    down_until: float = 0.0

    def __post_init__(self) -> None:
        features = self.house.features
        self.draws = {kind: draw for feature in features for kind, draw in feature.cards.items()}
        self.kinds = HOUSE_KINDS | {kind: rule for feature in features for kind, rule in feature.notes.items()}
        self.undelivered = {kind: feature.undelivered for feature in features for kind in feature.cards}

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
            await asyncio.sleep(BREATH - (time.monotonic() - started))

    async def _settle_unknown(self, tx: Tx) -> None:
        """What was on its way when we died may have arrived: one word per kind decides."""
        for note in await tx.notes.unknown():
            if self._kind(note).unknown == "again":
                await tx.notes.put_off(note.id, 0, counts=False)
            else:
                await tx.notes.done(note.id)

    def _kind(self, note: Note) -> Kind:
        return self.kinds.get(note.kind, Kind("again"))

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

    async def _load(self, read: Read, waiting: Waiting) -> Loaded | None:
        """The promise as it stands now; None if it was taken back meanwhile. A card is drawn from the same state."""
        room = await read.rooms.get(waiting.room_id)
        if waiting.note is not None:
            note = await read.notes.get(waiting.note)
            return (note, room, None) if note else None
        row = await read.cards.get(waiting.thing or "", waiting.view or "", room.id)
        if row is None or row.wanted <= row.drawn:
            return None
        try:
            return row, room, await self._drawn(read, row, room)
        except Exception as error:
            return row, room, error

    async def _attempt(self, item: Note | CardRow, room: Room, drawn: Card | Exception | None) -> None:
        try:
            if isinstance(drawn, Exception):
                raise drawn
            await (self._card(item, room, drawn) if isinstance(item, CardRow) else self._note(item, room))
            self.failures = 0
        except Exception as error:
            await self._went_wrong(item, room, error)

    async def _card(self, row: CardRow, room: Room, card: Card | None) -> None:
        if card is None:
            return await self.db.whole(lambda tx: tx.cards.given_up(row))
        call = html(card.text) | _address(room) | {"reply_markup": card.markup()}
        if row.sent_anew:
            call |= reply_to(row.reply_to)
            if self.house.awake(int(self.clock())) != int(self.clock()) and not room.is_private:
                call["disable_notification"] = True
            result = await self._call("sendMessage", call)
        else:
            call["message_id"] = row.message_id
            call.pop("message_thread_id", None)
            result = await self._edit(call)
        message_id = int(result["message_id"]) if isinstance(result, dict) else row.message_id or 0

        async def record(tx: Tx) -> None:
            if not await tx.cards.drawn(row, message_id, card.pressable):
                await self._strip(tx, room, message_id)  # a menu that was turned over on its way
            if row.message_id and message_id != row.message_id:
                await self._strip(tx, room, row.message_id)

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

    async def _strip(self, tx: Tx, room: Room, message_id: int) -> None:
        """The old message of a card that was sent anew loses its buttons."""
        await tx.notes.promise(
            room.id, "house.tidy", "editMessageReplyMarkup", {"message_id": message_id}, rank=BULK, at=int(self.clock())
        )
        tx.promised = True

    async def _drawn(self, read: Read, row: CardRow, room: Room) -> Card | None:
        kind, _, number = row.thing.rpartition("_")
        language = await self._language(read, room)
        look = Look(read, room, words(language), self.house, int(self.clock()))
        card = await self.draws[kind](look, int(number), row.view)
        if card and row.outage:
            since, until = (when.spoken(look.t, self.house, at, look.at) for at in row.outage)
            card = Card(page([card.text, Html(""), look.t("outage", since=since, until=until)]), card.rows)
        return card

    async def _language(self, read: Read, room: Room) -> str:
        person = await read.people.get(room.person_id) if room.person_id else None
        return (person.language if person else room.language) or self.house.language

    async def _note(self, note: Note, room: Room) -> None:
        kind = self._kind(note)
        if kind.unknown == "once" and not await self.db.whole(lambda tx: tx.notes.sending(note.id, int(self.clock()))):
            return
        call = dict(note.payload) | ({"chat_id": room.chat_id} if note.method in BARE else _address(room))
        result = await self._call(note.method, call)
        await self._surely(lambda tx: self._arrived(tx, note, kind, result))

    async def _arrived(self, tx: Tx, note: Note, kind: Kind, result: Any) -> None:
        if kind.arrived:
            await kind.arrived(self._turn(tx, note.thing or ""), note, result)
        await tx.notes.done(note.id)

    def _turn(self, tx: Tx, name: str) -> Turn:
        now = int(self.clock())
        return Turn(tx, now, now, self.house, name)

    async def _call(self, method: str, call: dict[str, Any]) -> Any:
        return await self.app.bot.do_api_request(method, call)

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

    async def stop(self, seconds: float) -> None:
        """Let what is in the air land; what does not is unknown, and decided at the next start."""
        tasks = list(self.flying.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


BARE = {"editMessageReplyMarkup", "editMessageText", "deleteMessage", "pinChatMessage", "stopPoll", "unpinChatMessage"}
"""Calls about a message that is there: they take no topic."""


def _address(room: Room) -> dict[str, Any]:
    return {"chat_id": room.chat_id} | ({"message_thread_id": room.thread_id} if room.thread_id else {})


def _lost_topic_news(room: Room, name: str) -> Saying:
    return Saying(lambda t: page([t("room-lost-topic", room=room.title or "…")]), name)
