"""Updates in: asked for as raw JSON, handled one by one in a transaction each, confirmed only by the next question."""

from __future__ import annotations

import asyncio
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.domain.rules import RuleError
from bot.i18n import escape, words
from bot.runtime.application import House, redraw_pressed, strip_old_message
from bot.runtime.flood import Flood
from bot.runtime.transport import Trespass
from handlers import errors
from handlers.context import Answer, Entry, Neighbourhood, Way, html, reply_to
from handlers.doors import DOORS, way_in
from storage.database import Database, Tx, broken
from storage.sql import at_once

log = structlog.get_logger("linli.intake")

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "chat_join_request"]
LONG_POLL = 50
"""Seconds a question for updates may hang (Bot API: getUpdates, at most 50)."""

OUTAGE = 120
"""Seconds after which button presses begin to be lost at Telegram (they live 150 s)."""

ANSWERS_IN_FLIGHT = 32
TOKEN_DOUBTED = (InvalidToken, EndPointNotFound)
"""What PTB makes of a 401 or 404 to a raw call."""

Parsed = tuple[Update, Way | None] | Exception
ROOT = Path(__file__).parents[2]


@dataclass
class Health:
    """What /healthz tells of the intake. Moments are monotonic seconds."""

    polled: float | None = None
    trouble: str | None = None
    database: str | None = None
    conflicts: int = 0  # polls that another program with our token, or a webhook, has ended


@dataclass
class Intake:
    app: House
    db: Database
    house: Neighbourhood
    clock: Callable[[], float]
    on_outage: Callable[[float], Any]
    flood: Flood = field(default_factory=Flood)
    health: Health = field(default_factory=Health)
    drained: asyncio.Event = field(default_factory=asyncio.Event)
    answering: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._answers = asyncio.Semaphore(ANSWERS_IN_FLIGHT)
        self._offset: int | None = None
        self._counted: tuple[int, bool | None] = (-1, True)
        self.handling: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Until cancelled. Nothing that Telegram answers ends it."""
        failures = 0
        while True:
            try:
                await self._ask(0 if not self.drained.is_set() or failures else LONG_POLL)
                failures = 0
            except asyncio.CancelledError:
                raise
            except Exception as error:
                failures += 1
                await asyncio.sleep(await self._trouble(error, failures))

    async def _ask(self, hang: int) -> None:
        question: dict[str, Any] = {"timeout": hang, "allowed_updates": ALLOWED, "limit": 100}
        if self._offset is not None:
            question["offset"] = self._offset
        raws = await self.app.bot.do_api_request("getUpdates", question, read_timeout=hang + 10)
        if not isinstance(raws, list):
            raise NetworkError("getUpdates answered something else")
        await self._polled()
        await self._handle_all(raws)
        if not raws:
            self._offset = None  # ids start anew after an idle week: never hold on to one
            self.drained.set()

    async def _handle_all(self, raws: list[dict[str, Any]]) -> None:
        """One after the other; the next one is read while the database writes."""
        ahead = self._read(raws[0]) if raws else None
        for raw, following in zip(raws, [*raws[1:], None], strict=False):
            self.handling = asyncio.create_task(self.handle(raw, ahead))
            await asyncio.sleep(0)
            ahead = self._read(following) if following else None
            await asyncio.shield(self.handling)
            self._offset = raw["update_id"] + 1

    def _read(self, raw: dict[str, Any]) -> Parsed:
        """The update and its way in; or what is wrong with it."""
        try:
            update = Update.de_json(raw, self.app.bot)
            return update, way_in(update, self.house.bot_id, self.house.username)
        except Exception as error:
            return error

    async def _polled(self) -> None:
        now, before = time.monotonic(), self.health.polled
        if before is not None and now - before > OUTAGE:
            await self.on_outage(self.clock() - (now - before))
        self.health.polled, self.health.trouble = now, None

    async def _trouble(self, error: Exception, failures: int) -> float:
        """Say what is wrong; how long to wait before asking again."""
        wait: float = min(30.0, 0.5 * 2 ** min(failures, 6))
        if broken(error):
            self.health.database = type(error).__name__
            log.error("database.fails", code=getattr(error, "sqlite_errorname", None))
            return min(wait, 5.0)
        self.health.trouble = type(error).__name__
        if isinstance(error, RetryAfter):
            wait = float(error._retry_after.total_seconds())
        elif isinstance(error, TOKEN_DOUBTED):  # any 401 or 404 looks like that; only getMe decides
            wait = 5.0 if await self._token_is_good() else 60.0
        elif isinstance(error, Conflict):
            self.health.conflicts += 1
            log.error("poll.conflict", hint="another program uses this token, or a webhook is set")
            wait = max(wait, 3.0)
        log.warning("poll.failed", error=type(error).__name__, again_in=wait)
        if failures > 5:
            self.drained.clear()  # what waits at Telegram comes before what is due here
        return wait

    async def _token_is_good(self) -> bool:
        try:
            await self.app.bot.do_api_request("getMe")
        except TOKEN_DOUBTED:
            log.error("token.refused")
            return False
        except TelegramError:
            return True
        return True

    async def handle(self, raw: dict[str, Any], parsed: Parsed | None = None) -> None:
        """One update, one transaction. Raises only if the database itself fails: then nothing is confirmed."""
        started = time.perf_counter()
        parsed = parsed or self._read(raw)
        if isinstance(parsed, Exception):
            failure = parsed
            return await self.db.whole(lambda tx: self._unparsable(tx, raw, failure))
        update, way = parsed
        if way is None:
            return None
        entry = await self._enter(raw["update_id"], update, way)
        self.health.database = None
        if entry is None:
            return None
        if update.callback_query:
            self._answer(update.callback_query.id, entry.answer)
        took = round((time.perf_counter() - started) * 1000, 1)
        log.info("update", id=raw["update_id"], door=way.door, refused=entry.refused, ms=took)
        return None

    async def _unparsable(self, tx: Tx, raw: dict[str, Any], error: Exception) -> None:
        now = int(self.clock())
        if await tx.house.first_sight(raw["update_id"], now):
            kind = next((key for key in raw if key != "update_id"), "nothing")
            await tx.house.park(raw["update_id"], clean_kind(kind), type(error).__name__, place_of(error), now)
        log.error("update.unparsable", id=raw["update_id"], error=type(error).__name__, place=place_of(error))

    async def _enter(self, update_id: int, update: Update, way: Way) -> Entry | None:
        allowed = self._allows(update_id, update, way)
        if allowed is None:
            resting = Answer(words(self.house.language)("flood-still"))
            return Entry(None, 0, self.house, answer=resting)  # type: ignore[arg-type]  # no transaction: told already
        door = way if allowed else Way(_too_fast, "flood")
        return await self.db.within(lambda tx: self._applied(tx, update_id, update, door))

    def _allows(self, update_id: int, update: Update, way: Way) -> bool | None:
        """Facts are never too many, and an update that the database failed on counts once."""
        if way.door in DOORS.happens:
            return True
        if update_id != self._counted[0]:
            who = update.effective_user.id if update.effective_user else 0
            self._counted = update_id, self.flood.allows(who, time.monotonic())
        return self._counted[1]

    async def _applied(self, tx: Tx, update_id: int, update: Update, way: Way) -> Entry | None:
        """The transaction. None: it was applied before."""
        now = int(self.clock())
        if not await tx.house.first_sight(update_id, now):
            return None
        await tx.savepoint()
        entry = self.app.entry = Entry(tx, now, self.house, language=self.house.language)
        self.app.way = way
        await self._process(update_id, update, entry)
        return entry

    async def _process(self, update_id: int, update: Update, entry: Entry) -> None:
        seen = Trespass.seen
        try:
            at_once(self.app.process_update(update))
            if Trespass.seen != seen:
                raise Trespass("network inside a transaction")
            if entry.context:
                await strip_old_message(entry.context)
        except Exception as error:
            if broken(error):
                raise
            await entry.tx.undo()
            if not isinstance(error, RuleError):
                await self._park(entry, update_id, error)
            await self._refuse_or_park(entry, update_id, error)

    async def _refuse_or_park(self, entry: Entry, update_id: int, error: Exception) -> None:
        """A fault in the refusal itself must not hold up everybody else."""
        try:
            await self._refuse(entry, error)
            if isinstance(error, RuleError) and entry.context and entry.context.kept:
                await entry.context.kept(entry.tx)
        except Exception as worse:
            if broken(worse):
                raise
            await entry.tx.undo()
            await self._park(entry, update_id, worse)

    async def _park(self, entry: Entry, update_id: int, error: Exception) -> None:
        door = self.app.way.door
        log.error("update.parked", id=update_id, door=door, error=type(error).__name__, place=place_of(error))
        await entry.tx.house.park(update_id, door, type(error).__name__, place_of(error), entry.now)

    async def _refuse(self, entry: Entry, error: Exception) -> None:
        """The press's alert, or a promised sentence where it was said."""
        refusal = error if isinstance(error, RuleError) else RuleError("not-saved")
        entry.refused, ctx = refusal.code, entry.context
        text = errors.sentence(refusal, entry.language)
        entry.answer = Answer(errors.alert(text), alert=True)
        if ctx is not None and ctx.incoming.callback_query and refusal.code == "button-is-old":
            await ctx.arrive()
            await redraw_pressed(ctx)
        if ctx is None or ctx.incoming.callback_query or not ctx.incoming.effective_message:
            return
        await ctx.arrive()  # who and where was undone, too
        payload = html(escape(text))
        if not ctx.room.is_private:
            payload |= reply_to(ctx.message_id) | {"disable_notification": True}
        await ctx.promise(ctx.room, "house.said", "sendMessage", payload)

    def _answer(self, query_id: str, answer: Answer) -> None:
        task = asyncio.create_task(self._answered(query_id, answer))
        self.answering.add(task)
        task.add_done_callback(self.answering.discard)

    async def stop(self, seconds: float) -> None:
        """What is being handled ends by itself; answers get a moment to leave."""
        if self.handling:
            await asyncio.gather(self.handling, return_exceptions=True)
        if self.answering:
            _, late = await asyncio.wait(self.answering, timeout=seconds)
            for task in late:
                task.cancel()

    async def _answered(self, query_id: str, answer: Answer) -> None:
        """After the commit. If it fails, the effect stands and the card shows it."""
        call: dict[str, Any] = {"callback_query_id": query_id}
        if answer.url:
            call["url"] = answer.url
        elif answer.text:
            call |= {"text": errors.alert(answer.text), "show_alert": answer.alert}
        async with self._answers:
            try:
                await self.app.bot.do_api_request("answerCallbackQuery", call)
            except TelegramError as error:
                log.info("answer.failed", error=type(error).__name__)


async def _too_fast(ctx: Any) -> None:
    text = ctx.t("flood")
    if ctx.query:
        ctx.answer(text, alert=True)
    else:
        await ctx.say(text, kind="house.chatter")


def place_of(error: BaseException) -> str:
    """file:line of the innermost frame that is ours; no message, no values."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT) and ".venv" not in frame.filename]
    return "".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in (ours or frames)[-1:]) or "?"


def clean_kind(kind: str) -> str:
    return kind if kind.isascii() and kind.replace("_", "").isalpha() and len(kind) <= 40 else "unknown"
