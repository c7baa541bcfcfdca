"""The wire to Telegram: PTB's own networking, which refuses to be used while a transaction is open."""

from __future__ import annotations

from typing import Any

import httpx
from telegram.error import NetworkError
from telegram.request import BaseRequest, HTTPXRequest

from storage.database import INSIDE

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""What went wrong before a byte of the call left the machine."""


class Trespass(AssertionError):
    """Somebody spoke to the network inside a transaction; PTB hides it in a NetworkError, so it is remembered here."""

    seen = 0


def guard() -> None:
    if INSIDE.get():
        Trespass.seen += 1
        raise Trespass("network inside a transaction")


class Wire(HTTPXRequest):
    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        guard()
        return await super().do_request(*args, **kwargs)


def wires(proxy: str | None) -> tuple[BaseRequest, BaseRequest]:
    """One for getUpdates, which hangs for a minute at a time, and one for everything else."""
    polling = Wire(connection_pool_size=1, proxy=proxy, read_timeout=60, connect_timeout=10)
    calling = Wire(connection_pool_size=40, proxy=proxy, read_timeout=20, connect_timeout=10, pool_timeout=10)
    return polling, calling


def surely_not_sent(error: NetworkError) -> bool:
    return isinstance(error.__cause__, NOT_SENT)
