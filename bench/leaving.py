"""A copy of somebody's data and their being forgotten, in an estate of 5,000 dwellings."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import time as clock
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.domain.quiet import Hours
from bot.i18n import words
from handlers import FEATURES
from handlers.cards import Look
from handlers.context import Neighbourhood
from handlers.privacy import copying
from handlers.privacy.leaving import every_trace
from storage import files
from storage.database import Database, Tx
from storage.register import Entry

BUILDINGS, STAIRS, FLATS = 50, 2, 50
DWELLINGS = BUILDINGS * STAIRS * FLATS
PEOPLE = 2 * DWELLINGS
PLEAS = 20_000
HOURS = Hours(clock(22), clock(7), clock(12, 30), clock(14), clock(7, 30))
TELEGRAM = 1_000_000
"""Where the accounts of the estate begin."""


@dataclass(frozen=True)
class Leaving:
    """Milliseconds for one person: their copy read and built, and their being forgotten, in the writer's thread."""

    dwellings: int
    export_ms: float
    forget_ms: float


def measure(people: int = 20) -> Leaving:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "linli.db"
        files.create(path, "锦江苑")
        return asyncio.run(_measured(path, people))


async def _measured(path: Path, people: int) -> Leaving:
    async with await Database.open(path) as db:
        await db.whole(_register)
        await db.whole(_pleas)
        house = Neighbourhood("锦江苑", ZoneInfo("Asia/Shanghai"), HOURS, "zh", "linli_bot", 1, b"bench", FEATURES)
        chosen = range(1, PEOPLE, PEOPLE // people)
        exports = [await _export(db, house, one) for one in chosen]
        forgets = [await _forget(db, house, one) for one in chosen]
        return Leaving(DWELLINGS, 1000 * median(exports), 1000 * median(forgets))


async def _register(tx: Tx) -> None:
    root, number = (await tx.places.root()).id, 10
    places: list[tuple[int, int, str, str]] = []
    homes: list[int] = []
    for building in range(BUILDINGS):
        number, block = number + 1, number
        places += [(block, root, "building", f"{building + 1}栋")]
        for stair in range(STAIRS):
            number, inside = number + 1, number
            places += [(inside, block, "stair", f"{stair + 1}单元")]
            for flat in range(FLATS):
                places += [(number, inside, "dwelling", str(101 + flat))]
                homes, number = [*homes, number], number + 1
    await tx.register.places(places)
    await tx.register.people((Entry(n, TELEGRAM + n, f"邻居{n}", "zh", 1) for n in range(1, PEOPLE + 1)), 1)
    await tx.register.residents((n, homes[n % DWELLINGS], "owner") for n in range(1, PEOPLE + 1))


async def _pleas(tx: Tx) -> None:
    """Two for everybody, each with its line in the journal; every tenth is open."""
    for number in range(PLEAS):
        state = "open" if number % 10 == 0 else "draft"
        ask = await tx.asks.open(number % PEOPLE + 1, None, None, "梯子", "三楼的，借半天", state, 1, 2)
        await tx.journal.write(1, number % PEOPLE + 1, "ask.opened", f"ask_{ask.id}", None)


async def _export(db: Database, house: Neighbourhood, person: int) -> float:
    started = time.perf_counter()
    room = await db.whole(lambda tx: tx.rooms.private(person, TELEGRAM + person))
    copy = await db.look(
        lambda read: copying.gather(Look(read, room, words("zh"), house, int(time.time())), {"person": person})
    )
    if copy is None or not copying.build(copy)[1]:
        raise RuntimeError("there was nothing to hand over")
    return time.perf_counter() - started


async def _forget(db: Database, house: Neighbourhood, person: int) -> float:
    traces = every_trace(house)

    async def forget(tx: Tx) -> None:
        name = (await tx.people.get(person)).name
        await tx.privacy.forget_promises(person, traces)
        await tx.privacy.forget(person, traces, [name])

    started = time.perf_counter()
    await db.whole(forget)
    if (await db.read.people.get(person)).name:
        raise RuntimeError("somebody was not forgotten")
    return time.perf_counter() - started
