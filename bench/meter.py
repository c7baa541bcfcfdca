"""The meter in the server: when the bot first asked for updates, when it had done what is waited for, and its CPU."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bot.playground.clock import Clock
from bot.playground.server.faults import Calls
from bot.playground.server.updates import Updates
from bot.playground.store import Store

CONFIRMED = "getUpdates"
"""Waited for like a call: no update is left that was not confirmed."""


def cpu_seconds(pid: int) -> float:
    """CPU of all threads of a process, user and system (Linux: CPUCLOCK_SCHED of a process)."""
    return time.clock_gettime((~pid << 3) | 2)


@dataclass(frozen=True)
class Moment:
    at: float  # monotonic seconds, the same in every process of the machine
    cpu: float


@dataclass
class Meter:
    asked: asyncio.Future[float]
    pid: int = 0
    first: Moment | None = None
    counts: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wanted: dict[str, int] = field(default_factory=dict)
    go: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Future[Moment] | None = None

    def now(self) -> Moment:
        return Moment(time.monotonic(), cpu_seconds(self.pid))

    async def polled(self) -> None:
        """The first question for updates waits until the measuring begins."""
        if not self.asked.done():
            self.asked.set_result(time.monotonic())
        if self.first is None:
            await self.go.wait()
            self.first = self.first or self.now()

    def count(self, what: str, status: int = 200) -> None:
        self.counts[what] += 1
        if status != 200:
            self.refused[f"{what} {status}"] += 1
        self.look()

    def look(self) -> None:
        if self.reached and not self.reached.done() and self._is_done():
            self.reached.set_result(self.now())

    def _is_done(self) -> bool:
        return all(self.counts[what] >= count for what, count in self.wanted.items())

    async def until(self, wanted: dict[str, int], seconds: float) -> dict[str, Any]:
        """What it took from the first question for updates until so many calls were made."""
        self.wanted, self.reached = wanted, asyncio.get_running_loop().create_future()
        self.go.set()
        self.look()
        try:
            moment = await asyncio.wait_for(self.reached, seconds)
        except TimeoutError:
            return {"refused": {f"only {dict(self.counts)} of {wanted}": 1}}
        assert self.first
        taken = {"seconds": moment.at - self.first.at, "cpu": moment.cpu - self.first.cpu}
        return {**taken, "refused": self.refused, "counts": self.counts}


class MeteredCalls(Calls):
    def __init__(self, clock: Clock, meter: Meter):
        super().__init__(clock)
        self._meter = meter

    def note(self, method: str, params: Any, status: int) -> None:
        super().note(method, params, status)
        self._meter.count(method, status)


class MeteredUpdates(Updates):
    def __init__(self, clock: Clock, store: Store, meter: Meter):
        super().__init__(clock, store)
        self._meter = meter

    async def get(self, offset: int, limit: int, wait: float, allowed: list[str] | None) -> str:
        await self._meter.polled()
        if offset >= self._next:
            self._meter.count(CONFIRMED)
        return await super().get(offset, limit, wait, allowed)
