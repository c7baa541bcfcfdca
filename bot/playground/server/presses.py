"""Button presses that wait for their answer."""

import asyncio
import random
from typing import Any

from bot.playground.clock import Clock
from bot.playground.server.errors import bad
from bot.playground.server.updates import PRESS
from bot.playground.store import Store

Answer = dict[str, Any]


class Presses:
    """Each press may be answered once, within 150 s of the playground's clock."""

    def __init__(self, clock: Clock, store: Store) -> None:
        self._clock, self._store = clock, store
        self._open: dict[int, tuple[float, asyncio.Future[Answer] | None]] = {}
        self._next = random.randrange(10**17, 10**18)

    def load(self) -> None:
        for id, _, at in self._store.all("press"):
            self._open[id] = at, None

    def open(self) -> tuple[str, asyncio.Future[Answer]]:
        self._forget_old()
        self._next += random.randrange(1, 1000)
        waiting = asyncio.get_running_loop().create_future()
        at = self._clock.seconds()
        self._open[self._next] = at, waiting
        self._store.put("press", self._next, 0, at)
        return str(self._next), waiting

    def answer(self, id: str, answer: Answer) -> None:
        at, waiting = self._open.pop(int(id) if id.isdecimal() else -1, (0.0, None))
        if self._clock.seconds() - at >= PRESS:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self._store.drop("press", int(id), 0)
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    def _forget_old(self) -> None:
        now = self._clock.seconds()
        while self._open and now - self._open[first := next(iter(self._open))][0] >= PRESS:
            del self._open[first]
            self._store.drop("press", first, 0)
