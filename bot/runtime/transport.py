"""The wire to Telegram, behind PTB's own extension point; it refuses to be used while a transaction is open.

PTB's stock networking (httpx) spends four times the processor time of aiohttp on a call, and every press needs one.
So calls go over aiohttp; the stock networking stays for SOCKS proxies, which aiohttp lacks, and in the playground.
"""

from __future__ import annotations

from typing import Any

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from storage.database import INSIDE

CONNECTIONS = 40
POLLING, CALLING = 60.0, 20.0
"""Seconds to wait for an answer: to getUpdates, which hangs for up to 50, and to everything else."""

CONNECTING = 10.0
NOT_SENT = (
    httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError,
    aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError,
)  # fmt: skip
"""What went wrong before a byte of the call left the machine."""


class Trespass(AssertionError):
    """Somebody spoke to the network inside a transaction; PTB hides it in a NetworkError, so it is counted here."""

    seen = 0


def guard() -> None:
    if INSIDE.get():
        Trespass.seen += 1
        raise Trespass("network inside a transaction")


class Wire(HTTPXRequest):
    """PTB's own networking, guarded."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        guard()
        return await super().do_request(*args, **kwargs)


class QuickWire(BaseRequest):
    """aiohttp, guarded. Timeouts are seconds; a `proxy` is http:// or https://."""

    def __init__(self, patience: float, proxy: str | None = None) -> None:
        self._patience, self._proxy = patience, proxy
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._patience

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        guard()
        await self.initialize()
        assert self._session
        patience = read_timeout if isinstance(read_timeout, int | float) else self._patience
        limits = aiohttp.ClientTimeout(total=patience + CONNECTING, sock_connect=CONNECTING, sock_read=patience)
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=limits, proxy=self._proxy
            ) as answer:
                return answer.status, await answer.read()
        except aiohttp.ConnectionTimeoutError as error:
            raise NetworkError("connecting took too long") from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error  # the text of the original names the URL and its token


def _body(data: RequestData | None) -> Any:
    """A form, as PTB's stock networking sends it; multipart where there are files."""
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData(quote_fields=False)  # file names in Chinese stay as they are
    for key, value in data.json_parameters.items():
        form.add_field(key, value)
    for key, (filename, content, kind) in data.multipart_data.items():
        form.add_field(key, content, filename=filename, content_type=kind)
    return form


def wires(proxy: str | None, *, stock: bool = False) -> tuple[BaseRequest, BaseRequest]:
    """One for getUpdates, which hangs for a minute at a time, and one for everything else."""
    if stock or (proxy or "").startswith("socks"):
        polling = Wire(connection_pool_size=1, proxy=proxy, read_timeout=POLLING, connect_timeout=CONNECTING)
        return polling, Wire(
            connection_pool_size=CONNECTIONS,
            proxy=proxy,
            read_timeout=CALLING,
            connect_timeout=CONNECTING,
            pool_timeout=10,
        )
    return QuickWire(POLLING, proxy), QuickWire(CALLING, proxy)


def surely_not_sent(error: NetworkError) -> bool:
    return isinstance(error.__cause__, NOT_SENT)
