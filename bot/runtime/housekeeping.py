"""What the house does for itself: a verified snapshot every night, tidying every hour, a heartbeat on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.runtime.jobs import Trade
from handlers.context import BULK, Turn, later
from handlers.doors import rings
from storage import files
from storage.database import Database

SNAPSHOT_AT = 3, 30
"""Local hour and minute of the nightly snapshot."""

SEEN_HOURS = 48
OUTAGE = 120
"""Seconds without a question to Telegram after which presses may be lost (they live 150 s)."""


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


async def opens(turn: Turn) -> None:
    """At every start: the house's own alarms are set, and open cards tell of an outage since the last heartbeat."""
    for kind, at in (("house.snapshot", next_night(turn.house.local(turn.now))), ("house.tidy", turn.now)):
        if not await turn.tx.alarms.is_set(kind, "house"):
            await turn.alarm(kind, "house", at)
    last = await turn.tx.house.value("last_poll")
    if last is not None and turn.now - int(last) > OUTAGE:
        await outage(turn, int(last))


async def outage(turn: Turn, since: int) -> None:
    if await turn.tx.cards.outage(since, turn.now, BULK):
        turn.tx.promised = True


async def heartbeat(db: Database, at: int) -> None:
    """On disk, so that the next start knows since when we were gone."""
    await db.whole(lambda tx: tx.house.set("last_poll", str(at)))
