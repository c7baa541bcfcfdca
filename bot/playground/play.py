"""`linli play`: a Telegram of one's own, the real bot talking to it over HTTP, and a page, in one process."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import signal
import threading
import time as real_time
import webbrowser
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.quiet import Hours
from bot.i18n import Words
from bot.playground import settling
from bot.playground.clock import Clock
from bot.playground.server import Inside, World, application, serve
from bot.runtime import logs, transport
from bot.runtime.community import Community, Plan
from bot.runtime.limits import Unhurried
from bot.settings.checks import NUMBERS as NUMBERS_OF_THE_COUNTRY
from storage import files

TOKEN = "4242424242:playground"
ZONE = ZoneInfo("Asia/Shanghai")
HOURS = Hours(time(22), time(7), time(12, 30), time(14), time(7, 30))
NUMBERS = NUMBERS_OF_THE_COUNTRY | {"gas": "96777", "power": "95598", "物业值班": "0596-2345678"}
"""Whom to call in the demo estate."""

PAGE = Path(__file__).parent / "page"
PATIENCE = 20.0
"""Seconds that somebody waits for the bot to come to rest."""

QUICK_HAND = 120
"""Updates a minute from one person: whoever tries things out is quicker than a neighbour."""

HOUSEKEEPING = [
    "house.snapshot", "house.tidy", "house.weekly", "house.second",
    "todo.morning", "keep.prune", "keep.one", "board.day", "evening.day", "evening.week",
]  # fmt: skip


@dataclass(frozen=True)
class Options:
    host: str
    port: int
    small: bool
    fresh: bool
    server_only: bool
    browser: bool
    folder: Path
    no_limits: bool = False


def run(options: Options, t: Words) -> int:
    """Until Ctrl+C. Exit status 1 with a sentence if the port is taken."""
    logs.configure("WARNING")
    try:
        asyncio.run(_play(options, t))
    except OSError as error:
        if error.errno is None or error.filename:
            raise
        print(t("port-taken", port=options.port))
        return 1
    return 0


async def _play(options: Options, t: Words) -> None:
    stop = _stop_signal()
    folder = _folder(options)
    name = "server.db" if options.server_only else "telegram.db"
    token, limits = "" if options.server_only else TOKEN, not options.no_limits
    world = World(Clock(), folder / name, token, any_token=options.server_only, limits=limits)
    community: list[Community] = []
    inside = None if options.server_only else Inside(lambda: _next_alarm(community), lambda: _rests(world, community))
    app = application(world, page=PAGE, inside=inside)
    handle = await serve(app, options.host, options.port)
    try:
        if not options.server_only:
            plan = _plan(folder, options, handle.port, t)
            await settling.settle(plan, world, options.small, lambda homes, people: _building(t, homes, people))
            community.append(Community(plan, world.clock.seconds, transport.wires(None, stock=True)))
            await community[0].start()
            community[0].intake.flood.most = QUICK_HAND
            if options.no_limits:
                community[0].delivery.limits = Unhurried()
        _say_ready(options, handle.port, t)
        await stop.wait()
    finally:
        await asyncio.gather(*(one.stop() for one in community))
        await handle.stop()
        world.close()


def _folder(options: Options) -> Path:
    """The small and the large estate live side by side; `--fresh` starts over."""
    folder = options.folder / ("small" if options.small else "full")
    if options.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _plan(folder: Path, options: Options, port: int, t: Words) -> Plan:
    host = f"[{options.host}]" if ":" in options.host else options.host
    url = f"http://{'127.0.0.1' if options.host in ('0.0.0.0', '') else host}:{port}"  # compared, not bound
    database = folder / "linli.db"
    return Plan(settling.NAME, TOKEN, database, files.backups_of(database), ZONE, HOURS, t.lang, url, numbers=NUMBERS)


async def _next_alarm(community: list[Community]) -> float | None:
    return await community[0].db.read.alarms.next_but(HOUSEKEEPING) if community else None


async def _rests(world: World, community: list[Community]) -> bool:
    """Waits until everything said is answered, what is due has rung, and what may leave has left."""
    quiet, patience = 0, real_time.monotonic() + PATIENCE
    while quiet < 2 and real_time.monotonic() < patience:
        await asyncio.sleep(0.01)
        for work in community:
            await work.alarms.look()
        rests = not len(world.updates) and all([await work.at_rest() for work in community])
        quiet = quiet + 1 if rests else 0
    return quiet == 2


def _building(t: Words, homes: int, people: int) -> None:
    print(t("play-building", homes=homes, people=people), flush=True)


def _say_ready(options: Options, port: int, t: Words) -> None:
    url = f"http://{options.host if options.host != '127.0.0.1' else 'localhost'}:{port}/"
    print(t("play-ready", url=url), flush=True)
    if options.server_only:
        print(t("play-any-token", url=url), flush=True)
    elif options.browser:
        threading.Thread(target=_open_browser, args=(f"{url}?lang={t.lang}",), daemon=True).start()


def _open_browser(url: str) -> None:
    with contextlib.suppress(webbrowser.Error):  # no browser here: the address is printed
        webbrowser.open(url)


def _stop_signal() -> asyncio.Event:
    """Set by Ctrl+C or SIGTERM; listened for before anybody is told that it runs."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
