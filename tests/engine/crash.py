"""A house that dies: at any statement its writer makes and around any call to Telegram, as if the power went.

Telegram (the playground's World) and the database's files stay; a new life begins on them. After a death nothing of
the old life is executed any more: its statements and calls raise, its tasks end, and its files are put back as they
lay on the disk at that moment, write-ahead log included.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from bot.playground.clock import Clock
from bot.playground.server import acts
from bot.runtime.community import Community
from bot.runtime.limits import Unhurried
from bot.runtime.transport import Wire
from storage import files
from storage.database import Read
from storage.sql import Sql
from tests.house import House, Neighbour

STARTED = time.time()
MOST_DEATHS = 3000
LABEL = re.compile(r"[a-z][a-z.\-]*(_\d+)?")


class Dead(BaseException):
    """The power is gone."""


class Moment(NamedTuple):
    """A boundary: before a statement, after a COMMIT, before a call leaves, or after it took effect unanswered.

    Another statement's "after" is the next one's "before": nothing that lasts happens between the two.
    """

    step: str
    kind: str  # sql, net
    phase: str  # before, after
    what: tuple[str, ...]


Deadly = Callable[[Moment], bool]


class Life:
    """From a start to a death."""

    def __init__(self, house: MortalHouse):
        self.house = house
        self.dead = asyncio.Event()
        self.over = False
        self.loop = asyncio.get_running_loop()

    def goes_on(self) -> None:
        if self.over:
            raise Dead

    def ends(self) -> None:
        """Also from the database's own thread."""
        self.over = True
        self.loop.call_soon_threadsafe(self.dead.set)

    def passes(self, kind: str, phase: str, *what: str) -> None:
        self.goes_on()
        moment = Moment(self.house.step, kind, phase, what)
        if moment.step and self.house.deadly(moment):
            self.ends()
            raise Dead


class MortalSql(Sql):
    """Every statement of the house passes here; the path since BEGIN names the boundary."""

    def __init__(self, sql: Sql, life: Life, writes: bool):
        super().__init__(sql.db)
        self.life, self.writes = life, writes
        self.path: list[str] = []

    async def run(self, sql: str, *values: Any) -> int:
        return int(await self._mortal(partial(super().run, sql, *values), sql, values))

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        return list(await self._mortal(partial(super().rows, sql, *values), sql, values))

    async def row(self, sql: str, *values: Any) -> Any:
        return await self._mortal(partial(super().row, sql, *values), sql, values)

    async def many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        await self._mortal(partial(super().many, sql, values), sql, ())

    async def _mortal(self, act: Callable[[], Awaitable[Any]], sql: str, values: tuple[Any, ...]) -> Any:
        if not self.writes:
            self.life.goes_on()
            result = await act()
            self.life.goes_on()
            return result
        self._walks(sql, values)
        self.life.passes("sql", "before", *self.path)
        result = await act()
        self.life.goes_on()
        if sql == "COMMIT":
            self.life.passes("sql", "after", *self.path)
        return result

    def _walks(self, sql: str, values: tuple[Any, ...]) -> None:
        if sql.startswith("BEGIN"):
            self.path = []
        labels = [value for value in values if isinstance(value, str) and LABEL.fullmatch(value)]
        self.path.append(" ".join([*sql.split()[:8], *labels]))


class MortalTransport(httpx.ASGITransport):
    def __init__(self, app: Any, life: Life):
        super().__init__(app)
        self.life = life

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rpartition("/")[2]
        body = b"" if method == "answerCallbackQuery" else bytes(request.content)
        what = hashlib.sha256(re.sub(rb"message_id[^&]*", b"", body)).hexdigest()[:8]
        self.life.passes("net", "before", method, what)
        response = await super().handle_async_request(request)
        self.life.passes("net", "after", method, what)
        return response


class MortalCommunity(Community):
    def __init__(self, house: MortalHouse, life: Life):
        super().__init__(house.plan, house.clock.seconds, (house.mortal_wire(life), house.mortal_wire(life)))
        self.life = life

    async def _meet_telegram(self) -> None:
        """The first thing after the database is open: from here on every statement may be the last."""
        self.db._sql = MortalSql(self.db._sql, self.life, writes=True)
        self.db.read = Read(MortalSql(self.db.read.sql, self.life, writes=False))
        await super()._meet_telegram()


class Stopped(Clock):
    """Stands still unless it is pushed, so that two lives say the same."""

    def seconds(self) -> float:
        return STARTED + self.offset


class MortalHouse(House):
    """`deadly` says at which moments a life ends; there are none before a `step` is named."""

    def __init__(self, folder: Path, deadly: Deadly = lambda _: False):
        super().__init__(folder)
        self.clock.__class__ = Stopped
        self.deadly, self.step, self.deaths = deadly, "", 0
        self.life: Life

    def mortal_wire(self, life: Life) -> Wire:
        return Wire(httpx_kwargs={"transport": MortalTransport(self.server, life)}, read_timeout=60, pool_timeout=60)

    async def starts(self) -> None:
        if not self.database.exists():
            files.create(self.database, "锦江苑")
        asyncio.get_running_loop().set_exception_handler(_mourn)
        while True:
            self.life = Life(self)
            self.community = MortalCommunity(self, self.life)
            try:
                return await self._begins()
            except Dead:
                await self._buried()

    async def _begins(self) -> None:
        await self.community.start()
        self.community.delivery.limits = Unhurried()
        self.community.intake.flood.most = 100_000
        await self._until(self.community.intake.drained.wait())

    async def stops(self) -> None:
        self.step = ""
        if self.life.over:
            return await self._buried()
        return await super().stops()

    async def _until(self, work: Any) -> None:
        """Until it is done; raises Dead if the life ends first."""
        doing, dying = asyncio.ensure_future(work), asyncio.ensure_future(self.life.dead.wait())
        await asyncio.wait({doing, dying}, return_when=asyncio.FIRST_COMPLETED)
        dying.cancel()
        if self.life.over:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)
            raise Dead
        await doing

    async def _buried(self) -> None:
        """What the old life still had in hand falls; the files are as they lay on the disk."""
        self.deaths += 1
        assert self.deaths < MOST_DEATHS, "it dies for ever"
        work = self.community
        if hasattr(work, "alarms") and work.alarms.scheduler.running:
            work.alarms.stop()
        falling = asyncio.all_tasks() - {asyncio.current_task()}
        for task in falling:
            task.cancel()
        await asyncio.gather(*falling, return_exceptions=True)
        if work.db.writer._connection is not None:
            await self._crashed(work.db)

    async def _crashed(self, db: Any) -> None:
        for connection in (db.writer, db.reader):
            await connection._execute(lambda: None)  # what was already with SQLite has happened
        left = {tail: self._file(tail).read_bytes() for tail in ("", "-wal") if self._file(tail).exists()}
        await db.reader.close()
        await db.writer.close()
        for tail in ("", "-wal", "-shm"):
            self._file(tail).unlink(missing_ok=True)
        for tail, content in left.items():
            self._file(tail).write_bytes(content)
        db.lock.release()

    def _file(self, tail: str) -> Path:
        return self.database.with_name(self.database.name + tail)

    async def settles(self) -> None:
        """Until the house is at rest, however often it dies on the way."""
        quiet, deaths, patience = 0, self.deaths, time.monotonic() + 10
        while quiet < 4:
            if self.deaths != deaths:
                deaths, patience = self.deaths, time.monotonic() + 10
            assert time.monotonic() < patience, "the house does not come to rest"
            try:
                self.life.goes_on()
                await asyncio.sleep(0.002)
                quiet = quiet + 1 if await self._at_rest() else 0
            except Dead:
                quiet = 0
                await self._buried()
                await self.starts()

    def taps(self, neighbour: Neighbour, label: str, *, on: Any = "bot", containing: str = "") -> None:
        """Presses without waiting for the answer, which may have died."""
        post, data = self.button(neighbour.id, on, label, containing)
        query, _ = acts.pressed(self.world, neighbour.id, on, post.id, data)
        self.world.updates.add("callback_query", query)

    async def rings(self) -> None:
        """Until nothing is due any more."""
        for _ in range(MOST_DEATHS):
            try:
                await self._until(self.community.alarms.look())
                await self.settles()
                if not await self.db.read.alarms.due(int(self.clock.seconds())):
                    return
            except Dead:
                await self.settles()
        raise AssertionError("alarms are due for ever")


def _mourn(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Tasks that ended with their life are no news."""
    if not isinstance(context.get("exception"), Dead):
        loop.default_exception_handler(context)
