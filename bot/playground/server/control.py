"""The control API: by it the page, or a test, acts as a person. Its contract is docs/playground.md."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.playground.server import acts, look
from bot.playground.server.acting import ACTING, Act
from bot.playground.server.asked import Asked
from bot.playground.server.errors import PlayError, Refusal
from bot.playground.server.state import Json
from bot.playground.server.world import World, online

QUIET, LOOK = 15.0, 5.0


@dataclass(frozen=True)
class Inside:
    """What is known of a bot that runs in this process: its next alarm, and whether it has come to rest."""

    next_alarm: Callable[[], Awaitable[float | None]]
    rests: Callable[[], Awaitable[bool]]


def routes(world: World, inside: Inside | None) -> list[Route]:
    async def see_world(asked: Asked) -> Json:
        bot = {key: world.bot[key] for key in ("id", "username", "first_name")}
        bot["online"] = online(world, time.monotonic())
        featured = [person.shown() for person in world.people.values() if person.featured]
        can = {"next_alarm": inside is not None}
        return {"now": world.clock.seconds(), "bot": bot, "featured": featured, "can": can}

    async def clock(asked: Asked) -> Json:
        to = asked.get("to")
        if to == "alarm":
            if inside is None:
                raise PlayError("the bot does not run inside the playground, so its next alarm is unknown")
            to = await inside.next_alarm()
            if to is None:
                raise PlayError("no alarm is waiting")
            to = max(to, world.clock.seconds())
        if to is not None:
            return {"now": world.push_clock(float(to) - world.clock.seconds())}
        return {"now": world.push_clock(float(asked.number("seconds")))}

    async def rest(asked: Asked) -> Json:
        if inside is None:
            raise PlayError("the bot does not run inside the playground, so nobody knows when it rests")
        return {"rests": await inside.rests()}

    reading: dict[str, Act] = {
        "world": see_world,
        "people": look.people,
        "chats": look.chats,
        "messages": look.messages,
        "link": lambda asked: acts.look_at(asked.world, asked.me(), asked.text("link")),
        "rest": rest,
        "calls": lambda asked: {"calls": world.calls.since(asked.number("since", 0))},
    }
    acting: dict[str, Act] = {**ACTING, "clock": clock}

    async def live(request: Request) -> Response:
        return await _live(world, request)

    return [
        Route("/play/live", live, methods=["GET"]),
        *(Route(f"/play/{name}", _endpoint(world, act), methods=["GET"]) for name, act in reading.items()),
        *(Route(f"/play/{name}", _endpoint(world, act), methods=["POST"]) for name, act in acting.items()),
    ]


def _endpoint(world: World, act: Act) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            answer = act(Asked(world, await _values(request)))
            if asyncio.iscoroutine(answer):
                answer = await answer
        except PlayError as error:
            return _json({"error": str(error)}, error.status)
        except Refusal as refusal:
            return _json({"error": refusal.description}, 400)
        except (TypeError, ValueError, AttributeError) as error:
            return _json({"error": f"something in the request has the wrong form: {error}"}, 400)
        finally:
            world.flush()
        return _json(answer if answer is not None else {})

    return endpoint


def _json(answer: Any, status: int = 200) -> Response:
    """ASCII only: what bots and tests send may hold lone surrogates."""
    return Response(json.dumps(answer), status, media_type="application/json")


async def _values(request: Request) -> Json:
    if request.method == "GET":
        return dict(request.query_params)
    try:
        values = json.loads(await request.body() or b"{}")
    except ValueError:
        raise PlayError("the body must be JSON") from None
    if not isinstance(values, dict):
        raise PlayError("the body must be a JSON object")
    return values


async def _live(world: World, request: Request) -> Response:
    try:
        person = Asked(world, dict(request.query_params)).me()
    except PlayError as error:
        return _json({"error": str(error)}, error.status)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_hints(world, person), media_type="text/event-stream", headers=headers)


async def _hints(world: World, person: int) -> AsyncIterator[str]:
    watcher = world.live.open(person)
    try:
        yield ": here\n\n"
        quiet, was = time.monotonic(), _is_online(world)
        while True:
            hints = await watcher.next(LOOK)
            if (now := _is_online(world)) != was:
                was = now
                hints.append({"kind": "bot", "online": online(world, time.monotonic())})
            if hints:
                quiet = time.monotonic()
                yield "".join(f"data: {json.dumps(hint)}\n\n" for hint in hints)
            elif time.monotonic() - quiet >= QUIET - 0.1:
                quiet = time.monotonic()
                yield ": quiet\n\n"
    finally:
        world.live.close(watcher)


def _is_online(world: World) -> bool:
    since = online(world, time.monotonic())
    return since is not None and since < 10
