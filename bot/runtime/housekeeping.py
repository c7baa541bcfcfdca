"""What the house does for itself: a snapshot every night, tidying every hour, a heartbeat, an eye on what is wrong."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import structlog

from bot.domain import steward
from bot.runtime.intake import Health, place_of
from bot.runtime.jobs import Trade
from bot.runtime.threads import in_thread
from handlers.context import BULK, Neighbourhood, Turn, later
from handlers.doors import rings
from handlers.steward import tell_troubles
from storage import files
from storage.database import Database, Tx, broken

log = structlog.get_logger("linli.house")

SNAPSHOT_AT = 3, 30
"""Local hour and minute of the nightly snapshot."""

PRUNED_LATER = 2400
"""Seconds between the snapshot and letting go of what was kept long enough."""

SEEN_HOURS = 48
OUTAGE = 120
"""Seconds without a question to Telegram after which presses may be lost (they live 150 s)."""

LOOKS = 30
"""Seconds between two looks at what may be wrong."""

FAILED_FOR = 60
"""Seconds without a working database of which the stewards hear once it works again."""

CONFLICTS = 3
"""So many refused polls between two looks are another program with our token."""

SNAPSHOT_JOB = "job:house.snapshot"


@rings("house.snapshot")
async def snapshot(turn: Turn) -> None:
    await turn.promise_job("house.snapshot", at=turn.now)
    await turn.alarm("house.snapshot", "house", next_night(turn.house.local(turn.now)))


@rings("house.tidy")
async def tidy(turn: Turn) -> None:
    await turn.tx.house.forget_seen(later(turn.now, hours=-SEEN_HOURS))
    await turn.tx.questions.prune(turn.now)
    await turn.alarm("house.tidy", "house", later(turn.now, hours=1))


def next_night(local: datetime) -> int:
    hour, minute = SNAPSHOT_AT
    tonight = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return int((tonight if tonight > local else tonight + timedelta(days=1)).timestamp())


@dataclass(frozen=True)
class Snapshots:
    """The nightly copy; it runs in a thread, on a read-only connection of its own."""

    database: Path
    backups: Path

    def trade(self) -> Trade:
        return Trade(self.work, self.done)

    def work(self, payload: Mapping[str, Any]) -> str:
        return files.nightly(self.database, self.backups, datetime.fromtimestamp(payload["at"], UTC)).name

    @staticmethod
    async def done(turn: Turn, result: str) -> None:
        await turn.tx.house.set("last_snapshot", str(turn.now))
        await turn.tx.steward.record("snapshots", turn.now, turn.now)


async def opens(turn: Turn) -> None:
    """At every start: the house's own alarms are set, and open cards tell of an outage since the last heartbeat."""
    await turn.tx.house.once("born", str(turn.now))
    local = turn.house.local(turn.now)
    for kind, at in (
        ("house.snapshot", next_night(local)),
        ("keep.prune", next_night(local) + PRUNED_LATER),
        ("house.tidy", turn.now),
        ("house.weekly", int(steward.next_monday(local).timestamp())),
        ("house.second", int(steward.at_nine(local + timedelta(days=7)).timestamp())),
    ):
        if not await turn.tx.alarms.is_set(kind, "house"):
            await turn.alarm(kind, "house", at)
    for feature in turn.house.features:
        if feature.wakes:
            await feature.wakes(turn)
    last = await turn.tx.house.value("last_poll")
    if last is not None and turn.now - int(last) > OUTAGE:
        await outage(turn, int(last))


async def outage(turn: Turn, since: int) -> None:
    """Nothing was heard from Telegram since then; kept for the weekly card, and open cards tell."""
    await turn.tx.steward.record("outages", since, turn.now)
    for feature in turn.house.features:
        if feature.away:
            await feature.away(turn, since)
    if await turn.tx.cards.outage(since, turn.now, BULK):
        turn.tx.promised = True


@dataclass
class Caretaker:
    """Looks after the house every half minute, whether Telegram answers or not."""

    db: Database
    house: Neighbourhood
    clock: Callable[[], float]
    health: Health
    conflicts: int = 0  # as counted when somebody last shared our token
    failing: float | None = None  # monotonic: since when the database takes nothing

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(LOOKS)
            await self.look()

    async def look(self) -> None:
        try:
            disk = await in_thread(shutil.disk_usage, self.db.path.parent)
            await self.db.whole(lambda tx: self._look(tx, disk.free))
        except Exception as error:
            if broken(error):
                self.failing = self.failing or time.monotonic()
            log.error("caretaker.look", error=type(error).__name__, place=place_of(error))
        else:
            self.failing = None

    async def _look(self, tx: Tx, free: int) -> None:
        now = int(self.clock())
        turn = Turn(tx, now, now, self.house)
        await tx.house.set("looked", str(now))  # something is written: that is how we know that it can be
        await self._the_machine(turn, free)
        await self._the_token(turn)
        await _the_snapshots(turn)
        await _the_parked(turn)
        await tell_troubles(turn)

    async def _the_machine(self, turn: Turn, free: int) -> None:
        if free <= steward.LITTLE_SPACE:
            await turn.tx.steward.notice("disk", turn.now, number=free // 1_000_000)
        else:
            await turn.tx.steward.over("disk")
        silent = time.monotonic() - self.failing if self.failing is not None else 0
        if silent >= FAILED_FOR:
            await turn.tx.steward.notice("database", turn.now, number=int(silent // 60))

    async def _the_token(self, turn: Turn) -> None:
        """A start aborts the poll of the process before it, once; who comes again and again is another program."""
        counted, self.conflicts = self.conflicts, self.health.conflicts
        if self.health.conflicts - counted >= CONFLICTS:
            await turn.tx.steward.notice("conflict", turn.now)


async def _the_snapshots(turn: Turn) -> None:
    last = int(await turn.tx.house.value("last_snapshot") or await turn.tx.house.value("born") or turn.now)
    hours = (turn.now - last) // 3600
    if hours >= steward.SNAPSHOT_HOURS:
        await turn.tx.steward.notice("snapshot-old", turn.now, number=hours)
    else:
        await turn.tx.steward.over("snapshot-old")


async def _the_parked(turn: Turn) -> None:
    """What failed by our fault since the last look; a snapshot among it has a sentence of its own."""
    last = int(await turn.tx.house.value("parked_seen") or 0)
    parked = await turn.tx.steward.parked_after(last)
    if not parked:
        return
    await turn.tx.house.set("parked_seen", str(parked[-1][0]))
    others = sum(kind != SNAPSHOT_JOB for _, kind in parked)
    if others:
        await turn.tx.steward.notice("parked", turn.now, number=others, adds=True)
    if others < len(parked):
        await turn.tx.steward.notice("snapshot-failed", turn.now)


async def heartbeat(db: Database, at: int) -> None:
    """On disk, so that the next start knows since when we were gone."""
    await db.whole(lambda tx: tx.house.set("last_poll", str(at)))
