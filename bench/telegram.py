"""A Telegram for measuring: the playground's server in a process of its own, with a new world for every run."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bench import scene
from bench.meter import Meter, MeteredCalls, MeteredUpdates
from bot.playground.clock import Clock
from bot.playground.server import World, acts, application, serve
from bot.playground.server.state import BOT

Json = dict[str, Any]


class Stage(Starlette):
    """`/stage/<act>` is the bench's; everything else is today's Telegram."""

    def __init__(self) -> None:
        own = (self.set, self.asked, self.until, self.taps)
        super().__init__(routes=[Route(f"/stage/{act.__name__}", _endpoint(act), methods=["POST"]) for act in own])
        self.pressing: set[asyncio.Task[Any]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope["path"].startswith("/stage/"):
            return await self.today(scope, receive, send)
        return await super().__call__(scope, receive, send)

    async def set(self, said: Json) -> Json:
        """A new world with `updates` waiting: [[kind, how many]…], shuffled together evenly."""
        for task in self.pressing:
            task.cancel()
        self.meter = Meter(asyncio.get_running_loop().create_future())
        self.world = _world(self.meter)
        self.today = application(self.world, page=None)
        self.taken = 0
        for kind, turn in _evenly(said["updates"]):
            self._happens(kind, turn)
        await asyncio.sleep(0)  # the presses set off
        return {"waiting": len(self.world.updates)}

    def _happens(self, kind: str, turn: int) -> None:
        if kind == "press":
            self._press(scene.open_plea(turn), turn)
            self.taken += 1
        elif kind == "in line":
            self._press(scene.taken_plea(turn), turn)
        else:
            text = scene.PLEA if kind == "plea" else scene.TALK
            acts.say(self.world, scene.FIRST_PERSON + scene.crowd(turn), scene.GROUP, text)

    def _press(self, plea: int, turn: int) -> asyncio.Task[Any]:
        who = scene.FIRST_PERSON + scene.presser(turn)
        task = asyncio.create_task(acts.press(self.world, who, scene.GROUP, scene.post_of(plea), f"ask_take_{plea}"))
        self.pressing.add(task)
        task.add_done_callback(self.pressing.discard)
        return task

    async def asked(self, said: Json) -> Json:
        """When the bot first asked for updates: monotonic seconds."""
        return {"at": await asyncio.wait_for(asyncio.shield(self.meter.asked), said["seconds"])}

    async def until(self, said: Json) -> Json:
        self.meter.pid = said["pid"]
        return await self.meter.until(said["wanted"], said["seconds"])

    async def taps(self, said: Json) -> Json:
        """`rate` neighbours a second press for `seconds`; → what each waited for its answer, in seconds."""
        self.meter.pid = said["pid"]
        self.meter.go.set()
        count, begin = int(said["rate"] * said["seconds"]), time.monotonic()
        waits = []
        for tap in range(count):
            await asyncio.sleep(max(0.0, begin + tap / said["rate"] - time.monotonic()))
            waits.append(asyncio.create_task(self._tap(self.taken + tap)))
        return {"waits": await asyncio.gather(*waits)}

    async def _tap(self, turn: int) -> float | None:
        since = time.monotonic()
        answer = await self._press(scene.open_plea(turn), turn)
        return time.monotonic() - since if answer is not None else None


def _endpoint(act: Callable[[Json], Awaitable[Json]]) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def endpoint(request: Request) -> JSONResponse:
        return JSONResponse(await act(await request.json()))

    return endpoint


def _evenly(updates: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each kind spread over the whole queue."""
    spread = [(turn / count, kind, turn) for kind, count in updates for turn in range(count)]
    return [(kind, turn) for _, kind, turn in sorted(spread)]


def _world(meter: Meter) -> World:
    clock = Clock()
    world = World(clock, None, scene.TOKEN, limits=False)
    world.calls, world.updates = MeteredCalls(clock, meter), MeteredUpdates(clock, world.store, meter)
    names = (f"邻居{number}" for number in range(scene.ASKERS + scene.CROWD))
    people = world.add_people({"first_name": name, "language_code": "zh"} for name in names)
    group = world.chats[world.add_group(scene.COMMUNITY, people, bot="administrator", id=scene.GROUP)]
    for person in people:
        world.private(person).started = True
    for plea in range(1, scene.OPEN + scene.TAKEN + 1):
        have = {"text": "我有", "callback_data": f"ask_take_{plea}"}
        world.post(group, BOT, {"text": "🙋 布洛芬", "reply_markup": {"inline_keyboard": [[have]]}})
    return world


async def main() -> None:
    handle = await serve(Stage(), "127.0.0.1", 0)
    print(handle.port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
