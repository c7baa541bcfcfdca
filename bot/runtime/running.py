"""Everything that runs in one process: the communities, the health page, systemd's watchdog, until a signal."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from typing import Any

import structlog

from bot.runtime import watchdog, web
from bot.runtime.community import Community

log = structlog.get_logger("linli.run")


async def run(
    communities: list[Community], health: tuple[str, int] | None, ready: Callable[[], None] = lambda: None
) -> None:
    """Until SIGTERM or SIGINT; raises what a community raises at its start."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    started: list[Community] = []
    page = await web.serve(web.application(lambda: reports(started)), *health) if health else None
    try:
        await _start_all(communities, started, stopping)
        if not stopping.is_set():
            watchdog.notify("READY=1")
            log.info("running", communities=len(started))
            ready()
        await _watch(stopping, started)
    finally:
        watchdog.notify("STOPPING=1")
        await asyncio.gather(*(community.stop() for community in started))
        if page:
            page[0].should_exit = True
            await asyncio.wait({page[1]}, timeout=1)


async def _start_all(communities: list[Community], started: list[Community], stopping: asyncio.Event) -> None:
    """A signal ends the waiting for a Telegram that cannot be reached, too."""
    for community in communities:
        start = asyncio.create_task(community.start())
        stop = asyncio.create_task(stopping.wait())
        await asyncio.wait({start, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if not start.done():
            start.cancel()
            await asyncio.gather(start, return_exceptions=True)
            return
        await start
        started.append(community)


async def _watch(stopping: asyncio.Event, communities: list[Community]) -> None:
    """Tell systemd that we are alive, as long as we are."""
    every = watchdog.every()
    while not stopping.is_set():
        try:
            async with asyncio.timeout(every):
                await stopping.wait()
        except TimeoutError:
            if all(not task.done() for community in communities for task in community.tasks[:4]):
                watchdog.notify("WATCHDOG=1")


async def reports(communities: list[Community]) -> list[dict[str, Any]]:
    return [await community.report() for community in communities]
