"""From a plea to the first neighbour who is asked in private, and what is asked of ten thousand open pleas."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import structlog

from bench.bots.unhurried import HOURS
from bench.scene import COMMUNITY, TOKEN
from bot.domain.aid import DAY, Ask
from bot.playground.clock import Clock
from bot.playground.server import World, acts, application
from bot.runtime.community import Community, Plan
from bot.runtime.transport import Wire
from storage import files
from storage.aid.askings import Round
from storage.database import Database, Read, Tx
from storage.register import Entry

BUILDINGS, STAIRS, FLATS = 50, 2, 50
PEOPLE = 2 * BUILDINGS * STAIRS * FLATS
OPEN = 10_000
WILLING = 10
"""Every so-manieth offered to help."""

QUESTIONS = 200
BREATH = 1.1
"""Seconds between two pleas: one wave of messages has left by then."""

LONGEST = 20.0
"""Seconds until one plea should long have reached somebody."""


@dataclass(frozen=True)
class Aid:
    """Milliseconds: from the words to the first private question, and for each question to the database."""

    pleas: int
    p50: float
    p99: float
    open: int
    questions: dict[str, tuple[float, float]]


def measure(pleas: int) -> Aid:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with TemporaryDirectory(prefix="bench-") as folder:
        return asyncio.run(_measured(Path(folder), pleas))


async def _measured(folder: Path, pleas: int) -> Aid:
    clock, path = in_the_morning(Clock()), folder / "linli.db"
    world = World(clock, None, TOKEN, limits=False)
    people = world.add_people({"first_name": f"邻居{number}", "language_code": "zh"} for number in range(PEOPLE))
    group = world.add_group(COMMUNITY, people, bot="administrator")
    for person in people:
        world.private(person).started = True
    files.create(path, COMMUNITY)
    async with await Database.open(path) as db:
        await db.whole(lambda tx: _estate(tx, people, group, int(clock.seconds())))
        questions = {name: await _asked(db.read, ask) for name, ask in _questions(int(clock.seconds())).items()}
    waits = await _waits(world, Plan(COMMUNITY, TOKEN, path, folder / "backups", ZoneInfo("Asia/Shanghai"), HOURS, "zh",
                                     "http://telegram"), people[-pleas:], group)  # fmt: skip
    return Aid(pleas, *percentiles(waits), OPEN, questions)


def in_the_morning(clock: Clock) -> Clock:
    """In the morning, whenever somebody measures: at night nobody is asked."""
    hour = datetime.fromtimestamp(clock.seconds(), ZoneInfo("Asia/Shanghai")).hour
    clock.push((10 - hour) % 24 * 3600)
    return clock


async def _estate(tx: Tx, people: list[int], group: int, at: int) -> None:
    await _pleas(tx, await estate_of(tx, people), group, at)


async def estate_of(tx: Tx, people: list[int]) -> list[tuple[int, int]]:
    """Ten thousand neighbours at home, a head in every building; → the dwellings, each with its building."""
    root, number = (await tx.places.root()).id, 10
    places: list[tuple[int, int, str, str]] = []
    homes: list[tuple[int, int]] = []
    for building in range(BUILDINGS):
        number, block = number + 1, number
        places += [(block, root, "building", f"{building + 1}栋")]
        for stair in range(STAIRS):
            number, inside = number + 1, number
            places += [(inside, block, "stair", f"{stair + 1}单元")]
            for flat in range(FLATS):
                places += [(number, inside, "dwelling", str(101 + flat))]
                homes, number = [*homes, (number, block)], number + 1
    await tx.register.places(places)
    await tx.register.people((Entry(n, one, f"邻居{n}", "zh", 1) for n, one in enumerate(people, 1)), 1)
    await tx.register.residents((n, homes[n % len(homes)][0], "owner") for n in range(1, PEOPLE + 1))
    blocks = sorted({block for _, block in homes})
    await tx.register.offices((("building_head", block, n) for n, block in enumerate(blocks, 1)), 1)
    return homes


async def _pleas(tx: Tx, homes: list[tuple[int, int]], group: int, at: int) -> None:
    """Each building has a group of its own; every fourth plea waits for its head."""
    room = await tx.rooms.open(group, 0, COMMUNITY)
    rooms = {block: (await tx.rooms.open(-block, 0, "群")).id for block in sorted({block for _, block in homes})}
    await tx.rooms.belongs_to(room.id, (await tx.places.root()).id)
    for n in range(1, PEOPLE + 1):
        await tx.rooms.joins(room.id, n)
    await tx.sql.run("INSERT INTO willing SELECT id, 1 FROM people WHERE id % ? = 0", WILLING)
    for n in range(1, OPEN + 1):
        block = homes[n % len(homes)][1]
        await tx.asks.open(n % PEOPLE + 1, rooms[block], block, "梯子", "", "open", at - DAY, at + DAY)
    await tx.sql.run("UPDATE asks SET state = 'unanswered' WHERE id % 4 = 0")


def _questions(at: int) -> dict[str, Callable[[Read, int], Awaitable[Any]]]:
    def round_of(n: int, place: int) -> Round:
        return Round(Ask(n, n, 1, place, "梯子", "", "open", at, at + DAY), place, False, at - DAY, 60)

    async def near(read: Read, n: int) -> Any:
        home = await read.residents.home(n)
        stair = (await read.places.above(home or 1))[1]
        return await read.askings.near(round_of(n, stair.id))

    async def willing(read: Read, n: int) -> Any:
        return await read.askings.willing_near(round_of(n, (await read.places.root()).id))

    return {
        "mine": lambda read, n: read.asks.mine(n),
        "in a group": lambda read, n: read.asks.open_in(2 + n % BUILDINGS),
        "a head's tasks": lambda read, n: read.asks.unanswered_for(1 + n % BUILDINGS),
        "the stair": near,
        "all who offered": willing,
    }


async def _asked(read: Read, question: Callable[[Read, int], Awaitable[Any]]) -> tuple[float, float]:
    taken = []
    for n in range(1, PEOPLE, PEOPLE // QUESTIONS):
        began = time.perf_counter()
        found = await question(read, n)
        taken.append(time.perf_counter() - began)
        if not found:
            raise RuntimeError("there was nothing to find")
    return percentiles(taken)


async def _waits(world: World, plan: Plan, askers: list[int], group: int) -> list[float]:
    """Seconds of each plea, one after the other, each from somebody else."""
    server = application(world, page=None)
    wires = [Wire(httpx_kwargs={"transport": httpx.ASGITransport(server)}) for _ in range(2)]
    community = Community(plan, world.clock.seconds, (wires[0], wires[1]))
    await community.start()
    try:
        return [await _wait(world, asker, group, f"梯子第{turn}架") for turn, asker in enumerate(askers, 1)]
    finally:
        await community.stop()


async def _wait(world: World, asker: int, group: int, thing: str) -> float:
    """From the words until somebody else reads of them in private; then a breath, until the others have, too."""
    before, began = len(world.calls.since(0)), time.perf_counter()
    acts.say(world, asker, group, f"求助 {thing}")
    while time.perf_counter() - began < LONGEST:
        for call in world.calls.since(0)[before:]:
            chat, text = str(call["params"].get("chat_id", "")), call["params"].get("text", "")
            if chat not in (str(asker), str(group)) and thing in text:
                taken = time.perf_counter() - began
                await asyncio.sleep(BREATH + taken % 0.1)
                return taken
        await asyncio.sleep(0.002)
    raise RuntimeError("nobody was asked")


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """p50 and p99, in milliseconds."""
    cuts = quantiles([1000 * one for one in seconds], n=100, method="inclusive")
    return cuts[49], cuts[98]
