"""What each POST of the control API does."""

import base64
import binascii
from collections.abc import Callable
from typing import Any

from bot.playground.server import acts, look
from bot.playground.server.asked import Asked
from bot.playground.server.errors import PlayError
from bot.playground.server.faults import Fault
from bot.playground.server.state import Json
from bot.playground.server.updates import LIVES

Act = Callable[[Asked], Any]


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


def _document(asked: Asked) -> Json:
    post = acts.document(
        asked.world,
        asked.me(),
        asked.chat(),
        asked.text("name"),
        _content(asked),
        mime=asked.text("mime", ""),
        caption=asked.text("caption", ""),
        reply_to=asked.maybe("reply_to"),
        thread=asked.maybe("thread"),
    )
    return look.shown(asked, post)


def _content(asked: Asked) -> bytes:
    """The bytes of a file: `content` in base64, or `text` in UTF-8."""
    if asked.get("text") is not None:
        return asked.text("text").encode()
    try:
        return base64.b64decode(asked.text("content"), validate=True)
    except binascii.Error:
        raise PlayError("“content” must be base64") from None


def _voice(asked: Asked) -> Json:
    post = acts.speak(
        asked.world,
        asked.me(),
        asked.chat(),
        asked.number("seconds", 3),
        reply_to=asked.maybe("reply_to"),
        thread=asked.maybe("thread"),
    )
    return look.shown(asked, post)


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


def _open(asked: Asked) -> Json:
    chat = asked.chat() if asked.get("chat") is not None else None
    return acts.open_link(asked.world, asked.me(), asked.text("link"), chat)


def _promote(asked: Asked) -> None:
    acts.promote(asked.world, asked.who(), asked.group(), bool(asked.get("admin")), asked.get("rights"))


def _limits(asked: Asked) -> None:
    asked.world.limits.on = bool(asked.get("on"))


def _by(asked: Asked) -> int:
    return asked.me() if asked.get("as") is not None else asked.who()


ACTING: dict[str, Act] = {
    "say": _say,
    "edit": _edit,
    "photo": _photo,
    "document": _document,
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
    "promote": _promote,
    "open": _open,
    "admit": lambda asked: acts.answer_request(
        asked.world, asked.me(), asked.who(), asked.group(), bool(asked.get("yes"))
    ),
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
