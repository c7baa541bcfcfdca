"""Health over HTTP, for a watchdog or a curious steward: numbers only."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

POLL_LIMIT, PROMISE_LIMIT, ALARM_LIMIT = 180, 600, 120
"""Seconds after which a silence is an illness."""


def application(reports: Callable[[], Any]) -> Starlette:
    async def healthz(_: Request) -> JSONResponse:
        communities = await reports()
        well = bool(communities) and all(report["well"] for report in communities)
        return JSONResponse({"well": well, "communities": communities}, status_code=200 if well else 503)

    return Starlette(routes=[Route("/healthz", healthz)])


class Server(uvicorn.Server):
    """Signals belong to the command line."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(app: Starlette, host: str, port: int) -> tuple[Server, asyncio.Task[None]]:
    config = uvicorn.Config(
        app, host=host, port=port, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    server = Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started and not task.done():  # noqa: ASYNC110  # uvicorn has a flag, no event
        await asyncio.sleep(0.005)
    return server, task


def well(report: dict[str, Any]) -> bool:
    def within(seconds: float | None, limit: int) -> bool:
        return seconds is None or seconds <= limit

    return (
        report["last_poll_seconds"] is not None
        and within(report["last_poll_seconds"], POLL_LIMIT)
        and within(report["oldest_promise_seconds"], PROMISE_LIMIT)
        and within(report["oldest_alarm_seconds"], ALARM_LIMIT)
        and report["database_writable"]
    )


def seconds_since(moment: float | None) -> float | None:
    return None if moment is None else round(time.monotonic() - moment, 1)
