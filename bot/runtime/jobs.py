"""Slow work off the loop: promised in a transaction, done in a thread, its result in another transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram import Bot

from bot.runtime.intake import place_of
from bot.runtime.threads import in_thread
from handlers.context import Neighbourhood, Turn
from storage.database import Database, Tx, broken
from storage.jobs import Job

log = structlog.get_logger("linli.jobs")

PUT_OFF = (60, 300, 1800)


@dataclass(frozen=True)
class Trade:
    """How a kind of job is done. `work` runs in a thread and may run again after a crash; `done` hears its result.

    `fetch` may ask Telegram for something first, on the loop: what it gives is handed to `work` instead of the payload.
    `failed` hears of a job, by its payload, that is given up after the last try.
    """

    work: Callable[[Any], Any]
    done: Callable[[Turn, Any], Awaitable[None]]
    fetch: Callable[[Bot, Mapping[str, Any]], Awaitable[Any]] | None = None
    failed: Callable[[Turn, Mapping[str, Any]], Awaitable[None]] | None = None


@dataclass
class Jobs:
    db: Database
    house: Neighbourhood
    clock: Callable[[], float]
    trades: Mapping[str, Trade]
    bot: Bot | None = None
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until cancelled; one job at a time."""
        while True:
            self.woken.clear()
            try:
                while job := await self.db.read.jobs.next(int(self.clock())):
                    await self._do(job)
            except Exception as error:
                log.error("jobs.round", error=type(error).__name__, place=place_of(error))
            try:
                async with asyncio.timeout(1.0):
                    await self.woken.wait()
            except TimeoutError:
                continue

    async def _do(self, job: Job) -> None:
        try:
            trade = self.trades[job.kind]
            result = await in_thread(trade.work, await self._material(trade, job))
        except Exception as error:
            return await self._went_wrong(job, error)
        try:
            return await self.db.whole(lambda tx: self._done(tx, job, trade, result))
        except Exception as error:
            if broken(error):  # the house's own database fails: the work is done again later
                raise
            return await self._went_wrong(job, error)

    async def _material(self, trade: Trade, job: Job) -> Any:
        if trade.fetch is None:
            return job.payload
        assert self.bot, "whoever fetches needs the bot"
        return await trade.fetch(self.bot, job.payload)

    async def _went_wrong(self, job: Job, error: Exception) -> None:
        name, place = type(error).__name__, place_of(error)
        log.error("job.failed", kind=job.kind, failures=job.failures, error=name, place=place)
        await self.db.whole(lambda tx: self._failed(tx, job, name, place))

    async def _done(self, tx: Tx, job: Job, trade: Trade, result: Any) -> None:
        now = int(self.clock())
        await trade.done(Turn(tx, now, now, self.house), result)
        await tx.jobs.done(job.id)

    async def _failed(self, tx: Tx, job: Job, error: str, place: str) -> None:
        now = int(self.clock())
        if job.failures < len(PUT_OFF):
            return await tx.jobs.put_off(job.id, now + PUT_OFF[job.failures])
        await tx.jobs.done(job.id)
        trade = self.trades.get(job.kind)
        if trade and trade.failed:
            await trade.failed(Turn(tx, now, now, self.house), job.payload)
        return await tx.house.park(None, f"job:{job.kind}", error, place, now)
