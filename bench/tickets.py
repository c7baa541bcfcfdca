"""From a report to the head's message, and how many reports a second, in an estate with ten thousand open tickets."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import httpx
import structlog

from bench.aid import BUILDINGS, PEOPLE, estate_of, in_the_morning, percentiles
from bench.bots.unhurried import HOURS
from bench.scene import COMMUNITY, TOKEN
from bot.domain.tickets import Ticket
from bot.playground.clock import Clock
from bot.playground.server import World, acts, application
from bot.runtime.community import Community, Plan
from bot.runtime.limits import Unhurried
from bot.runtime.transport import Wire
from storage import files
from storage.database import Database, Tx

OPEN = 10_000
KINDS = ("路灯不亮", "垃圾没人收", "草坪没人剪", "门禁坏了")
"""What is reported: one of each kind from every building."""

LONGEST = 60.0
"""Seconds until everything that was reported should long have reached somebody."""


@dataclass(frozen=True)
class Tickets:
    """Milliseconds from the words to the head's message, one report after the other; and reports a second when all
    are there at once, each counted when its head has it."""

    reports: int
    p50: float
    p99: float
    open: int
    per_second: float


def measure(reports: int) -> Tickets:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with TemporaryDirectory(prefix="bench-") as folder:
        return asyncio.run(_measured(Path(folder), reports))


async def _measured(folder: Path, reports: int) -> Tickets:
    clock, path = in_the_morning(Clock()), folder / "linli.db"
    world = World(clock, None, TOKEN, limits=False)
    people = world.add_people({"first_name": f"邻居{number}", "language_code": "zh"} for number in range(PEOPLE))
    group = world.add_group(COMMUNITY, people, bot="administrator")
    for person in people:
        world.private(person).started = True
    files.create(path, COMMUNITY)
    async with await Database.open(path) as db:
        await db.whole(lambda tx: _filled(tx, people, group, int(clock.seconds())))
    plan = Plan(COMMUNITY, TOKEN, path, folder / "backups", ZoneInfo("Asia/Shanghai"), HOURS, "zh", "http://telegram",
                cards_an_hour=10**9)  # fmt: skip
    one, another = people[-reports:], people[-2 * reports : -reports]
    waits, seconds = await _told(world, plan, one, another, group)
    return Tickets(reports, *percentiles(waits), OPEN, reports / seconds)


async def _filled(tx: Tx, people: list[int], group: int, at: int) -> None:
    """What is open is of a kind that nobody takes a report for."""
    homes = await estate_of(tx, people)
    room = await tx.rooms.open(group, 0, COMMUNITY)
    await tx.rooms.belongs_to(room.id, (await tx.places.root()).id)
    for n in range(1, OPEN + 1):
        place = homes[n % len(homes)][1]
        await tx.tickets.open(Ticket(0, n, None, None, place, "other", "坏了", "new", at, at, at, at))


async def _told(world: World, plan: Plan, one: list[int], another: list[int], group: int) -> tuple[list[float], float]:
    """→ the seconds of each report by itself, and of all the others together"""
    server = application(world, page=None)
    wires = [Wire(httpx_kwargs={"transport": httpx.ASGITransport(server)}) for _ in range(2)]
    community = Community(plan, world.clock.seconds, (wires[0], wires[1]))
    await community.start()
    community.delivery.limits = Unhurried()
    try:
        waits = [await _seconds(world, {_words(turn): who}, group) for turn, who in enumerate(one)]
        return waits, await _seconds(world, {_words(turn): who for turn, who in enumerate(another, len(one))}, group)
    finally:
        await community.stop()


def _words(turn: int) -> str:
    """Each about another building or of another kind, so that none is taken for one that is known."""
    return f"{1 + turn % BUILDINGS}栋{KINDS[turn // BUILDINGS % len(KINDS)]}"


async def _seconds(world: World, reports: dict[str, int], group: int) -> float:
    """From the words in the group until a head reads every one of them in private."""
    seen, missing, began = len(world.calls.since(0)), set(reports), time.perf_counter()
    for words, who in reports.items():
        acts.say(world, who, group, f"报修 {words}")
    while time.perf_counter() - began < LONGEST:
        calls = world.calls.since(0)
        for call in calls[seen:]:
            text = call["params"].get("text", "")
            missing -= {words for words in missing if words in text and _is_for_a_head(call, reports[words], group)}
        seen = len(calls)
        if not missing:
            return time.perf_counter() - began
        await asyncio.sleep(0.002)
    raise RuntimeError("no head was told")


def _is_for_a_head(call: dict[str, object], reporter: int, group: int) -> bool:
    params = call["params"]
    return isinstance(params, dict) and str(params.get("chat_id", "")) not in (str(reporter), str(group))
