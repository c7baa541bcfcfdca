"""What is measured, and how."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from bench import aid, leaving, tickets
from bench.aid import Aid
from bench.leaving import Leaving
from bench.meter import CONFIRMED
from bench.register import Imported, imported
from bench.theatre import GIVE_UP, Bot, Theatre
from bench.tickets import Tickets

Say = Callable[[str], None]


@dataclass(frozen=True)
class Size:
    """How much of everything: a whole run, or a quick one."""

    rounds: int = 3
    updates: int = 600
    starts: int = 5
    taps_per_second: int = 20
    tap_seconds: float = 10.0
    waiting: int = 10_000
    pleas: int = 40
    reports: int = 100


QUICK = Size(rounds=1, updates=200, starts=2, tap_seconds=3.0, waiting=1_000, pleas=5, reports=20)


@dataclass(frozen=True)
class Subject:
    """A bot under one kind of load; done when every update of the load has had its `effect`."""

    name: str
    bot: tuple[str, ...]
    load: str
    effect: str

    def wanted(self, updates: int) -> dict[str, int]:
        return {CONFIRMED: 1} if self.effect == CONFIRMED else {self.effect: updates, CONFIRMED: 1}


PTB, AIOGRAM = "PTB echo", "aiogram echo"
PLEA, PRESS = "Linli plea", "Linli press"
SUBJECTS = [
    Subject(PTB, ("ptb",), "plea", "sendMessage"),
    Subject(AIOGRAM, ("aio",), "plea", "sendMessage"),
    Subject("aiogram echo, tasks", ("aio", "tasks"), "plea", "sendMessage"),
    Subject(PLEA, ("linli",), "plea", CONFIRMED),
    Subject(PRESS, ("linli",), "press", "answerCallbackQuery"),
    Subject("Linli press, next in line", ("linli",), "in line", "answerCallbackQuery"),
]
EVERYTHING = Subject("Linli plea, every card delivered", ("unhurried",), "plea", "sendMessage")
MIX = {"talk": 0.40, "plea": 0.30, "press": 0.25, "in line": 0.05}


@dataclass
class Speed:
    """One subject's rounds: updates a second, and milliseconds of the bot's CPU for one."""

    name: str
    per_second: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    def add(self, updates: int, taken: dict[str, Any]) -> None:
        self.per_second.append(updates / taken["seconds"])
        self.cpu_ms.append(1000 * taken["cpu"] / updates)

    @property
    def rate(self) -> float:
        return median(self.per_second)

    @property
    def cpu(self) -> float:
        return median(self.cpu_ms)


@dataclass(frozen=True)
class Waits:
    """From a tap to its answer, in milliseconds."""

    load: str
    taps: int
    unanswered: int
    p50: float
    p99: float

    @classmethod
    def of(cls, load: str, waits: list[float | None]) -> Waits:
        known = [1000 * wait for wait in waits if wait is not None]
        cuts = quantiles(known, n=100, method="inclusive")
        return cls(load, len(waits), len(waits) - len(known), cuts[49], cuts[98])


@dataclass(frozen=True)
class CatchUp:
    waiting: int
    seconds: float
    cpu_seconds: float
    idle_mb: float
    after_mb: float


@dataclass
class Report:
    speeds: list[Speed]
    delivered: Speed
    taps: list[Waits]
    catch_up: CatchUp
    start_ms: list[float]
    imported: Imported
    leaving: Leaving
    aid: Aid
    tickets: Tickets


def measure(theatre: Theatre, size: Size, say: Say) -> Report:
    return Report(
        speeds=_speeds(theatre, size, say),
        delivered=_delivered(theatre, size, say),
        taps=[_taps(theatre, size, 0, say), _taps(theatre, size, size.waiting // 10, say)],
        catch_up=_catch_up(theatre, size, say),
        start_ms=[_start(theatre, say) for _ in range(size.starts)],
        imported=imported(),
        leaving=_leaving(say),
        aid=_aid(size, say),
        tickets=_tickets(size, say),
    )


def _speeds(theatre: Theatre, size: Size, say: Say) -> list[Speed]:
    """Round after round, so that a busy moment of the machine meets everybody."""
    speeds = {subject.name: Speed(subject.name) for subject in SUBJECTS}
    for number in range(size.rounds):
        for subject in SUBJECTS:
            say(f"round {number + 1} of {size.rounds}: {subject.name}")
            taken = _run(theatre, subject, size.updates, subject.wanted(size.updates))
            speeds[subject.name].add(size.updates, taken)
    return list(speeds.values())


def _run(theatre: Theatre, subject: Subject, updates: int, wanted: dict[str, int]) -> dict[str, Any]:
    theatre.asks("set", updates=[(subject.load, updates)])
    bot = theatre.enters(*subject.bot)
    try:
        taken = _until(theatre, bot, wanted)
    finally:
        bot.ends()
    _is_right(theatre.found(), {subject.load: updates})
    return taken


def _until(theatre: Theatre, bot: Bot, wanted: dict[str, int]) -> dict[str, Any]:
    taken: dict[str, Any] = theatre.asks("until", pid=bot.process.pid, wanted=wanted, seconds=GIVE_UP - 5)
    if taken["refused"]:
        raise RuntimeError(f"it did not go well: {taken['refused']}")
    return taken


def _is_right(found: dict[str, int], load: dict[str, int]) -> None:
    """A number counts only if the work was done: pleas opened, pleas taken, nothing parked."""
    expected = {"plea": load.get("plea", 0), "press": load.get("press", 0), "parked": 0}
    if found and found != expected:
        raise RuntimeError(f"Linli wrote down {found}, expected {expected}")


def _delivered(theatre: Theatre, size: Size, say: Say) -> Speed:
    """Without any limits: until the group's card and the asker's are there, too."""
    say(EVERYTHING.name)
    speed, updates = Speed(EVERYTHING.name), size.updates // 2
    wanted = {EVERYTHING.effect: 2 * updates, CONFIRMED: 1}
    speed.add(updates, _run(theatre, EVERYTHING, updates, wanted))
    return speed


def _taps(theatre: Theatre, size: Size, backlog: int, say: Say) -> Waits:
    load = f"{size.taps_per_second} a second" + (f", {backlog:,} updates waiting" if backlog else "")
    say(f"taps: {load}")
    theatre.asks("set", updates=_mixed(backlog))
    bot = theatre.enters("linli")
    try:
        seconds, rate = size.tap_seconds, size.taps_per_second
        waits = theatre.asks("taps", pid=bot.process.pid, rate=rate, seconds=seconds)["waits"]
        return Waits.of(load, waits)
    finally:
        bot.ends()


def _mixed(updates: int) -> list[tuple[str, int]]:
    return [(kind, int(updates * share)) for kind, share in MIX.items() if updates]


def _catch_up(theatre: Theatre, size: Size, say: Say) -> CatchUp:
    say(f"catching up with {size.waiting:,} updates")
    idle = _idle(theatre)
    theatre.asks("set", updates=_mixed(size.waiting))
    bot = theatre.enters("linli")
    try:
        taken = _until(theatre, bot, {CONFIRMED: 1, "answerCallbackQuery": int(size.waiting * 0.30)})
        memory = bot.memory()
    finally:
        bot.ends()
    _is_right(theatre.found(), dict(_mixed(size.waiting)))
    return CatchUp(size.waiting, taken["seconds"], taken["cpu"], idle, memory)


def _idle(theatre: Theatre) -> float:
    theatre.asks("set", updates=[])
    bot = theatre.enters("linli")
    try:
        theatre.asks("taps", pid=bot.process.pid, rate=1, seconds=0)
        time.sleep(1)
        return bot.memory()
    finally:
        bot.ends()


def _leaving(say: Say) -> Leaving:
    say("a copy and forgetting")
    return leaving.measure()


def _aid(size: Size, say: Say) -> Aid:
    say("asking in private, with 10,000 open pleas")
    return aid.measure(size.pleas)


def _tickets(size: Size, say: Say) -> Tickets:
    say("reports to their heads, with 10,000 open tickets")
    return tickets.measure(size.reports)


def _start(theatre: Theatre, say: Say) -> float:
    """From the process to its first question for updates, in milliseconds."""
    say("starting")
    theatre.asks("set", updates=[])
    bot = theatre.enters("linli")
    try:
        return 1000 * bot.start
    finally:
        bot.ends()
