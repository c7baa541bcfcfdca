"""Who is looking: pages that want to know at once what has changed."""

import asyncio
from collections import OrderedDict
from typing import Any


class Watcher:
    """One open page. Hints wait here until they are read; the same hint waits only once."""

    def __init__(self, person: int) -> None:
        self.person = person
        self._hints: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._news = asyncio.Event()

    def tell(self, hint: dict[str, Any]) -> None:
        self._hints[f"{hint['kind']}{hint.get('chat', '')}"] = hint
        self._news.set()

    async def next(self, within: float) -> list[dict[str, Any]]:
        """The hints since the last call; an empty list after `within` seconds of quiet."""
        try:
            async with asyncio.timeout(within):
                await self._news.wait()
        except TimeoutError:
            return []
        self._news.clear()
        hints = list(self._hints.values())
        self._hints.clear()
        return hints


class Live:
    def __init__(self) -> None:
        self._watchers: dict[int, set[Watcher]] = {}

    def open(self, person: int) -> Watcher:
        watcher = Watcher(person)
        self._watchers.setdefault(person, set()).add(watcher)
        return watcher

    def close(self, watcher: Watcher) -> None:
        watchers = self._watchers.get(watcher.person, set())
        watchers.discard(watcher)
        if not watchers:
            self._watchers.pop(watcher.person, None)

    def watched(self) -> list[int]:
        return list(self._watchers)

    def tell(self, person: int, hint: dict[str, Any]) -> None:
        for watcher in self._watchers.get(person, ()):
            watcher.tell(hint)

    def tell_all(self, hint: dict[str, Any]) -> None:
        for person in self._watchers:
            self.tell(person, hint)
