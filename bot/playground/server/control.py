"""The control API: by it the page, or a test, acts as a person. Its contract is docs/playground.md."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.playground.server import acts, look
from bot.playground.server.errors import PlayError, Refusal
from bot.playground.server.faults import Fault
from bot.playground.server.state import BOT, Chat, Json
from bot.playground.server.updates import LIVES
from bot.playground.server.world import World, online

NextAlarm = Callable[[], Awaitable[float | None]]
QUIET, LOOK = 15.0, 5.0


class Asked:
    """What a request says: its JSON body and query, with getters that refuse kindly."""

    def __init__(self, world: World, values: Json) -> None:
        self.world, self.values = world, values

    def get(self, name: str, default: Any = None) -> Any:
        value = self.values.get(name)
        return default if value is None else value

    def text(self, name: str, default: str | None = None) -> str:
        value = self.get(name, default)
        if not isinstance(value, str):
            raise PlayError(f"“{name}” must be a text")
        return value

    def number(self, name: str, default: int | None = None) -> int:
        found = self.maybe(name)
        if found is None and default is None:
            raise PlayError(f"“{name}” must be a number")
        return found if found is not None else default or 0

    def maybe(self, name: str) -> int | None:
        value = self.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise PlayError(f"“{name}” must be a number") from None

    def me(self) -> int:
        return self.world.person(self.number("as")).id

    def who(self) -> int:
        return BOT if self.get("who") == "bot" else self.world.person(self.number("who")).id

    def chat(self) -> object:
        """As the page names it: "bot" or a number."""
        return "bot" if self.get("chat") == "bot" else self.number("chat")

    def room(self) -> Chat:
        """A chat by its id alone; a private one by the person's id."""
        id = self.number("chat")
        if id in self.world.people:
            return self.world.private(id)
        if id not in self.world.chats:
            raise PlayError("there is no such chat", 404)
        return self.world.chats[id]

    def group(self) -> Chat:
        chat = self.room()
        if chat.private:
            raise PlayError("this is a private chat")
        if chat.migrated_to is not None:
            raise PlayError(f"this group has become {chat.migrated_to}")
        return chat


Act = Callable[[Asked], Any]


def routes(world: World, next_alarm: NextAlarm | None) -> list[Route]:
    async def see_world(asked: Asked) -> Json:
        bot = {key: world.bot[key] for key in ("id", "username", "first_name")}
        bot["online"] = online(world, time.monotonic())
        featured = [person.shown() for person in world.people.values() if person.featured]
        can = {"next_alarm": next_alarm is not None}
        return {"now": world.clock.seconds(), "bot": bot, "featured": featured, "can": can}

    async def clock(asked: Asked) -> Json:
        to = asked.get("to")
        if to == "alarm":
            if next_alarm is None:
                raise PlayError("the bot does not run inside the playground, so its next alarm is unknown")
            to = await next_alarm()
            if to is None:
                raise PlayError("no alarm is waiting")
            to = max(to, world.clock.seconds())
        if to is not None:
            return {"now": world.push_clock(float(to) - world.clock.seconds())}
        return {"now": world.push_clock(float(asked.number("seconds")))}

    reading: dict[str, Act] = {
        "world": see_world,
        "people": look.people,
        "chats": look.chats,
        "messages": look.messages,
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


def _say(asked: Asked) -> Json:
    post = acts.say(
        asked.world,
        asked.me(),
        asked.chat(),
        asked.text("text"),
        reply_to=asked.maybe("reply_to"),
        thread=asked.maybe("thread"),
        anonymous=bool(asked.get("anonymous")),
        as_channel=asked.get("as_channel", False),
    )
    return look.shown(asked, post)


def _edit(asked: Asked) -> Json:
    post = acts.edit(asked.world, asked.me(), asked.chat(), asked.number("message_id"), asked.text("text"))
    return look.shown(asked, post)


def _photo(asked: Asked) -> Json:
    album = asked.get("album", 0)
    posts = acts.photo(
        asked.world,
        asked.me(),
        asked.chat(),
        caption=asked.text("caption", ""),
        album=2 if album is True else asked.number("album", 0),
        reply_to=asked.maybe("reply_to"),
        thread=asked.maybe("thread"),
    )
    return {**look.shown(asked, posts[0]), "messages": [look.shown(asked, post)["message"] for post in posts]}


def _voice(asked: Asked) -> Json:
    return look.shown(asked, acts.speak(asked.world, asked.me(), asked.chat(), asked.number("seconds", 3)))


async def _press(asked: Asked) -> Json:
    data = asked.text("data")
    return {"answer": await acts.press(asked.world, asked.me(), asked.chat(), asked.number("message_id"), data)}


def _start(asked: Asked) -> Json:
    return look.shown(asked, acts.start(asked.world, asked.me(), asked.text("payload", "")))


def _read(asked: Asked) -> None:
    me = asked.me()
    chat = acts.room(asked.world, me, asked.chat())
    if chat.read.get(me) != chat.next_id - 1:
        asked.world.mark_read(chat, me)
        asked.world.live.tell(me, {"kind": "chat", "chat": "bot" if chat.private else chat.id})


def _vote(asked: Asked) -> Json:
    options = asked.get("options", [])
    return {"poll": acts.vote(asked.world, asked.me(), asked.chat(), asked.number("message_id"), options)}


def _person(asked: Asked) -> Json:
    names = ("first_name", "last_name", "username", "language_code", "about")
    given = {name: asked.text(name) for name in names if asked.get(name) is not None}
    if not given.get("first_name"):
        raise PlayError("a person needs a first name")
    if (id := asked.maybe("id")) is not None:
        if id in asked.world.people or id <= 0:
            raise PlayError("this id is taken")
        given["id"] = id  # type: ignore[assignment]  # the one value that is a number
    made = asked.world.add_people([{**given, "featured": bool(asked.get("featured"))}])[0]
    return {"person": asked.world.people[made].shown()}


def _group(asked: Asked) -> Json:
    world = asked.world
    members = [world.person(who).id for who in asked.get("members", [])]
    admins = [world.person(who).id for who in asked.get("admins", [])]
    id = world.add_group(
        asked.text("title"),
        members,
        bot=None if "bot" in asked.values and asked.values["bot"] is None else asked.text("bot", "member"),
        type=asked.text("type", "supergroup"),
        topics=asked.get("topics", []),
        admins=admins,
        id=asked.maybe("id"),
    )
    if not members and not admins:
        world.live.tell_all({"kind": "chats"})
    for person in (*members, *admins):
        world.live.tell(person, {"kind": "chats"})
    return {"chat": look.group(world, world.chats[id])}


def _raw(asked: Asked) -> Json:
    update = asked.values.get("update")
    kind = next((kind for kind in LIVES if isinstance(update, dict) and kind in update), "message")
    return {"update_id": asked.world.updates.add_raw(update, LIVES.get(kind, 24 * 3600.0))}


def _fault(asked: Asked) -> None:
    if asked.get("clear"):
        asked.world.calls.faults.clear()
        return
    fault = Fault(
        method=asked.text("method").lower(),
        times=asked.number("times", 1),
        status=asked.number("status", 0),
        description=asked.text("description", ""),
        retry_after=asked.number("retry_after", 0),
        chat_id=asked.maybe("chat_id"),
        when=asked.text("when", "before"),
        hang=float(asked.get("hang", 0)),
        drop=bool(asked.get("drop")),
    )
    asked.world.calls.faults.append(fault)


def _limits(asked: Asked) -> None:
    asked.world.limits.on = bool(asked.get("on"))


def _by(asked: Asked) -> int:
    return asked.me() if asked.get("as") is not None else asked.who()


ACTING: dict[str, Act] = {
    "say": _say,
    "edit": _edit,
    "photo": _photo,
    "voice": _voice,
    "press": _press,
    "start": _start,
    "read": _read,
    "vote": _vote,
    "join": lambda asked: acts.join(asked.world, asked.who(), asked.group()),
    "ask": lambda asked: acts.ask_to_join(asked.world, asked.who(), asked.group()),
    "leave": lambda asked: acts.leave(asked.world, asked.who(), asked.group()),
    "add": lambda asked: acts.add(asked.world, _by(asked), asked.who(), asked.group()),
    "remove": lambda asked: acts.expel(asked.world, _by(asked), asked.who(), asked.group()),
    "promote": lambda asked: acts.promote(asked.world, asked.who(), asked.group(), bool(asked.get("admin"))),
    "block": lambda asked: acts.block(asked.world, asked.me(), bool(asked.get("blocked"))),
    "person": _person,
    "group": _group,
    "migrate": lambda asked: {"chat": acts.migrate(asked.world, asked.group())},
    "delete": lambda asked: acts.delete(asked.world, asked.room(), asked.number("message_id")),
    "topic": lambda asked: {"thread": acts.open_topic(asked.world, asked.group(), asked.text("name"))},
    "close_topic": lambda asked: acts.close_topic(
        asked.world, asked.group(), asked.number("thread"), bool(asked.get("closed", True))
    ),
    "fault": _fault,
    "raw": _raw,
    "limits": _limits,
}
