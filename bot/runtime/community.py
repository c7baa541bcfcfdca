"""One community at work: its database, its bot, and the loops between them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.runtime import application, housekeeping, menus, picturing, registering, transport, web
from bot.runtime.alarms import Alarms
from bot.runtime.delivery import Delivery
from bot.runtime.intake import Intake, place_of
from bot.runtime.jobs import Jobs
from bot.runtime.plan import Plan, link_key
from handlers import FEATURES
from handlers.context import Neighbourhood, Turn
from storage.database import Database, Tx

__all__ = ["Community", "Plan", "TokenRefused", "link_key"]

log = structlog.get_logger("linli.community")

HEARTBEAT = 30
STOP_SECONDS = 1.0


class TokenRefused(Exception):
    """Telegram does not know the token."""


class Community:
    """`start` returns once updates are asked for; `stop` within two seconds, nothing lost."""

    def __init__(self, plan: Plan, clock: Callable[[], float] = time.time, wires: Any = None):
        self.plan, self.clock = plan, clock
        polling, calling = wires or transport.wires(plan.proxy)
        self.app = application.build(plan.token, plan.base_url, polling, calling)
        self.tasks: list[asyncio.Task[None]] = []
        self.db: Database
        self.house: Neighbourhood
        self.intake: Intake
        self.delivery: Delivery
        self.alarms: Alarms
        self.jobs: Jobs
        self.caretaker: housekeeping.Caretaker

    async def start(self) -> None:
        """Raises TokenRefused, DatabaseRefused; a Telegram that cannot be reached is waited for."""
        self.db = await Database.open(self.plan.database, self.plan.backups)
        try:
            await self._meet_telegram()
            await self._furnish()
        except BaseException:
            await self.db.close()
            raise
        self._set_going(
            self.intake.run(),
            self.delivery.run(),
            self.jobs.run(),
            self._heartbeat(),
            menus.tell(self.app.bot, self.db, self.house),
            self.caretaker.run(),
        )
        self.alarms.start()

    async def _meet_telegram(self) -> None:
        """Only getMe decides that a token is bad."""
        failures = 0
        while True:
            try:
                return await self.app.initialize()
            except InvalidToken as error:
                raise TokenRefused from error
            except TelegramError as error:
                failures += 1
                log.warning("telegram.unreachable", error=type(error).__name__, tries=failures)
                await asyncio.sleep(min(30.0, 0.5 * 2 ** min(failures, 6)))

    async def _furnish(self) -> None:
        plan, bot = self.plan, self.app.bot
        self.house = Neighbourhood(
            plan.name,
            plan.zone,
            plan.hours,
            plan.language,
            bot.username,
            bot.id,
            link_key(plan.token),
            FEATURES,
            plan.numbers,
            plan.cards_an_hour,
            plan.keep_days,
            plan.work,
        )
        self.intake = Intake(self.app, self.db, self.house, self.clock, self._outage)
        self.delivery = Delivery(self.app, self.db, self.house, self.clock)
        self.alarms = Alarms(self.db, self.house, self.clock, self.intake.drained)
        snapshots = housekeeping.Snapshots(plan.database, plan.backups).trade()
        trades = {"house.snapshot": snapshots} | registering.TRADES | picturing.TRADES
        self.jobs = Jobs(self.db, self.house, self.clock, trades, bot)
        self.caretaker = housekeeping.Caretaker(self.db, self.house, self.clock, self.intake.health)
        self.db.on_commit = self._committed
        await self.db.whole(lambda tx: housekeeping.opens(self._turn(tx)))

    def _turn(self, tx: Tx) -> Turn:
        now = int(self.clock())
        return Turn(tx, now, now, self.house)

    def _committed(self) -> None:
        self.delivery.woken.set()
        self.jobs.woken.set()

    async def _outage(self, since: float) -> None:
        await self.db.whole(lambda tx: housekeeping.outage(self._turn(tx), int(since)))

    def _set_going(self, *loops: Coroutine[Any, Any, None]) -> None:
        self.tasks = [asyncio.create_task(loop) for loop in loops]

    async def _heartbeat(self) -> None:
        """Every second: is the scheduler awake? Every half minute, once updates came through: so far we are here."""
        beat = time.monotonic()
        while True:
            await asyncio.sleep(1)
            await self.alarms.wake()
            fresh = (
                self.intake.health.polled is not None and time.monotonic() - self.intake.health.polled < HEARTBEAT * 3
            )
            if fresh and time.monotonic() - beat >= HEARTBEAT:
                beat = time.monotonic()
                await self._beat()

    async def _beat(self) -> None:
        """Write down when updates last came through."""
        polled = self.intake.health.polled
        if polled is None or self.intake.health.database:
            return
        try:
            await housekeeping.heartbeat(self.db, int(self.clock() - (time.monotonic() - polled)))
        except Exception as error:
            self.intake.health.database = type(error).__name__
            log.error("heartbeat.failed", error=type(error).__name__, place=place_of(error))

    async def report(self) -> dict[str, Any]:
        """What /healthz says: seconds and booleans, no names."""
        now, read, health = int(self.clock()), self.db.read, self.intake.health
        promise = await read.outbox.oldest_due(now)
        alarm = await read.alarms.next()
        report = {
            "last_poll_seconds": web.seconds_since(health.polled),
            "polling": health.trouble or "ok",
            "oldest_promise_seconds": max(0, now - promise) if promise is not None else None,
            "oldest_alarm_seconds": max(0, now - alarm) if alarm is not None and alarm <= now else None,
            "database_writable": await self._writable(),
            "parked": await read.house.parked(),
        }
        return report | {"well": web.well(report)}

    async def _writable(self) -> bool:
        try:
            await asyncio.wait_for(self.db.whole(lambda tx: tx.house.set("health", "ok")), 5)
        except Exception:
            log.warning("database.not_writable")
            return False
        return True

    async def at_rest(self) -> bool:
        """Whether nothing is handled, answered, rung or said just now, and nothing that was promised may leave."""
        handling = self.intake.handling
        if (handling and not handling.done()) or self.intake.answering or self.alarms.looking or self.delivery.flying:
            return False
        return not await self.db.read.outbox.due(int(self.clock()), [], 1)

    async def stop(self) -> None:
        """Only the poll and the waits are cancelled; what is inside a transaction ends by itself."""
        self.alarms.stop()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await asyncio.gather(self.intake.stop(STOP_SECONDS), self.delivery.stop(STOP_SECONDS))
        await self._beat()
        await self.db.close()
        await self.app.bot.shutdown()
