"""The schedule is a table; APScheduler only wakes us once a second to look at it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.runtime.intake import place_of
from handlers.context import Neighbourhood, Turn
from handlers.doors import DOORS
from storage.alarms import Alarm
from storage.database import Database, Tx, broken
from storage.sql import at_once

log = structlog.get_logger("linli.alarms")

PUT_OFF = (60, 300, 1800)
LATE = 600
"""Seconds after which a handler is told that its alarm rings late."""

ASLEEP = 5
"""Monotonic seconds without a look: the wall clock was set back, and the scheduler waits for a time that is far off."""


@dataclass
class Alarms:
    db: Database
    house: Neighbourhood
    clock: Callable[[], float]
    may_ring: asyncio.Event
    scheduler: Any = field(default_factory=lambda: AsyncIOScheduler(timezone=UTC))
    looked: float = field(default_factory=time.monotonic)
    looking: int = 0  # looks that have not come to their end

    def start(self) -> None:
        self.scheduler.add_job(
            self.look, "interval", seconds=1, id="look", coalesce=True, max_instances=1, misfire_grace_time=None
        )
        self.scheduler.start()

    async def wake(self) -> None:
        """Called every second by a monotonic clock."""
        if time.monotonic() - self.looked > ASLEEP:
            log.warning("alarms.asleep")
            self.looked = time.monotonic()
            self.scheduler.modify_job("look", next_run_time=datetime.now(UTC))

    async def look(self) -> None:
        """Ring what is due, the earliest first, each in a transaction of its own."""
        self.looked = time.monotonic()
        if not self.may_ring.is_set():  # updates that wait at Telegram come first
            return
        self.looking += 1
        try:
            for alarm in await self.db.read.alarms.due(int(self.clock())):
                await self._ring(alarm)
                self.looked = time.monotonic()
        except Exception as error:
            if not broken(error):
                log.error("alarms.look", error=type(error).__name__, place=place_of(error))
        finally:
            self.looking -= 1

    async def _ring(self, alarm: Alarm) -> None:
        failed: list[Exception] = []
        await self.db.whole(lambda tx: self._rings(tx, alarm, failed))
        for error in failed:
            log.error(
                "alarm.failed",
                kind=alarm.kind,
                failures=alarm.failures,
                error=type(error).__name__,
                place=place_of(error),
            )

    async def _rings(self, tx: Tx, alarm: Alarm, failed: list[Exception]) -> None:
        now = int(self.clock())
        await tx.savepoint()
        try:
            if await tx.alarms.rings(alarm):
                turn = Turn(tx, now, now, self.house, alarm.thing, late=now - alarm.at > LATE)
                at_once(DOORS.rings[alarm.kind](turn))
        except Exception as error:
            if broken(error):
                raise
            failed.append(error)
            await tx.undo()
            await self._failed(tx, alarm, error, now)

    async def _failed(self, tx: Tx, alarm: Alarm, error: Exception, now: int) -> None:
        """Put off 1, 5, 30 minutes; then parked."""
        if alarm.failures < len(PUT_OFF):
            return await tx.alarms.put_off(alarm, now + PUT_OFF[alarm.failures])
        await tx.alarms.rings(alarm)
        return await tx.house.park(None, f"alarm:{alarm.kind}", type(error).__name__, place_of(error), now)

    def stop(self) -> None:
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)
