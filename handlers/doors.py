"""Doors: the ways in. One decorator per way; a handler is `async def take(ctx)`.

`@says("need", "求助")` a command or a word · `@presses("ask.take")` a button · `@opens("ask")` a deep link ·
`@answers("ask.words")` the answer to an open question · `@brings("document")` a file · `@rings("ask.end")` an alarm ·
`@happens("chat_member")` anything else.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from telegram import Message, Update

from bot.domain.rules import Address
from bot.domain.text import simplified
from handlers.context import TELEGRAM, Context, Turn, Way, replied, spoken_text

Handler = Callable[[Context], Awaitable[None]]
Passer = Callable[[Context], Awaitable[bool]]
Ring = Callable[[Turn], Coroutine[Any, Any, None]]
H = TypeVar("H", bound=Handler)
R = TypeVar("R", bound=Ring)
P = TypeVar("P", bound=Passer)


@dataclass
class Doors:
    """Every way in; filled by the decorators when the features are imported."""

    commands: dict[str, Handler] = field(default_factory=dict)
    words: dict[str, tuple[Handler, bool]] = field(default_factory=dict)
    english: dict[str, Handler] = field(default_factory=dict)
    presses: dict[tuple[str, ...], Handler] = field(default_factory=dict)
    opens: dict[str, Handler] = field(default_factory=dict)
    answers: dict[str, Handler] = field(default_factory=dict)
    rings: dict[str, Ring] = field(default_factory=dict)
    happens: dict[str, Handler] = field(default_factory=dict)
    brings: dict[str, Handler] = field(default_factory=dict)
    hearing: Handler | None = None
    album: Handler | None = None
    passing: Passer | None = None
    always: set[Handler] = field(default_factory=set)


DOORS = Doors()


def says(command: str, *words: str, english: tuple[str, ...] = (), on_card: bool = False) -> Callable[[H], H]:
    """A command, and words that open the same door. `on_card`: in a group bare words count only as a reply to us.

    English words are everyday talk in a group: they count in private, and as a reply to us.
    """

    def door(handler: H) -> H:
        DOORS.commands[command] = handler
        DOORS.words |= dict.fromkeys(words, (handler, on_card))
        DOORS.english |= dict.fromkeys(english, handler)
        return handler

    return door


def presses(name: str) -> Callable[[H], H]:
    """A button; its address is the name and then values: `ask_take_12`."""

    def door(handler: H) -> H:
        DOORS.presses[tuple(name.split("."))] = handler
        return handler

    return door


def opens(name: str) -> Callable[[H], H]:
    """A deep link: `t.me/<bot>?start=ask_12`."""

    def door(handler: H) -> H:
        DOORS.opens[name] = handler
        return handler

    return door


def answers(name: str) -> Callable[[H], H]:
    def door(handler: H) -> H:
        DOORS.answers[name] = handler
        return handler

    return door


def rings(name: str) -> Callable[[R], R]:
    def door(handler: R) -> R:
        DOORS.rings[name] = handler
        return handler

    return door


def happens(name: str) -> Callable[[H], H]:
    """Something that nobody said or pressed: the name of the update's field, or of the service message's."""

    def door(handler: H) -> H:
        DOORS.happens[name] = handler
        return handler

    return door


def brings(name: str) -> Callable[[H], H]:
    """Something handed over in private that no open question awaits: "document"."""

    def door(handler: H) -> H:
        DOORS.brings[name] = handler
        return handler

    return door


def always(handler: H) -> H:
    """Open even to whoever is kept away: to object, and to what concerns their own data."""
    DOORS.always.add(handler)
    return handler


def hears(handler: H) -> H:
    """Whatever else is said to us: an answer to an open question, or plain words in private."""
    DOORS.hearing = handler
    return handler


def goes_on(handler: H) -> H:
    """A further picture of an album in a group: the words stand under the first one."""
    DOORS.album = handler
    return handler


def passes(passer: P) -> P:
    """Hears in private before plain words do, unless a question is open: whether it was meant for somebody else.

    It is asked about words that would open a door, too, and about what was edited.
    """
    DOORS.passing = passer
    return passer


def way_in(update: Update, bot_id: int, username: str) -> Way | None:
    """Which door an update opens; None for what is not said to us, which is most of a group's talk."""
    if update.callback_query:
        return _pressed(update.callback_query.data or "")
    if update.message:
        return _service(update.message) or _said(update.message, bot_id, username)
    if update.edited_message:
        return _edited(update.edited_message, bot_id, username)
    for name in ("my_chat_member", "chat_member", "chat_join_request"):
        change = getattr(update, name)
        if change and change.chat.type != "channel" and name in DOORS.happens:
            return Way(DOORS.happens[name], name)
    return None


def _pressed(data: str) -> Way:
    """The longest door that the data begins with; an unknown address is an old button."""
    parts = Address.read(data) or ()
    for length in (2, 1):
        handler = DOORS.presses.get(parts[:length])
        if handler:
            return Way(handler, ".".join(parts[:length]), parts[length:])
    return Way(None, "press.unknown")


def _edited(message: Message, bot_id: int, username: str) -> Way | None:
    """Words that were changed; what moves by itself, like a place that is followed, is not."""
    way = _said(message, bot_id, username)
    counts = way and (way.door in ("command", "word") or (message.chat.type == "private" and spoken_text(message)))
    return Way(way.handler, way.door, edited=True) if way and counts else None


def _service(message: Message) -> Way | None:
    for name in ("migrate_to_chat_id", "migrate_from_chat_id", "new_chat_members", "left_chat_member"):
        if getattr(message, name) and name in DOORS.happens:
            return Way(DOORS.happens[name], name)
    return None


def _said(message: Message, bot_id: int, username: str) -> Way | None:
    if message.is_automatic_forward or (message.from_user and message.from_user.id == TELEGRAM):
        return None
    if message.via_bot or (message.from_user and message.from_user.is_bot and not message.sender_chat):
        return None
    text, private = spoken_text(message), message.chat.type == "private"
    if message.chat.type == "channel":
        return None
    to_us = _replies_to(message, bot_id)
    if text.startswith("/"):
        return _command(text, username, private)
    if DOORS.album and message.media_group_id and not (text or private or to_us):
        return Way(DOORS.album, "album")
    return (
        _word(text, private, to_us)
        or _english(text, private or to_us)
        or (Way(DOORS.hearing, "heard", words=text) if private or to_us else None)
    )


ADDED = "hello"
"""What the button that adds us makes Telegram say for whoever pressed it; being added is answered already."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+|$)(.*)", re.DOTALL)


def _command(text: str, username: str, private: bool) -> Way | None:
    found = _COMMAND.match(text)
    if not found or (found[2] and found[2].lower() != username.lower()):
        return None
    name, rest = found[1].lower(), found[3].strip()
    if name == "start" and not private and rest == ADDED:
        return None
    if name == "start" and private and rest and (parts := Address.read(rest)):
        handler = DOORS.opens.get(parts[0])
        if handler:
            return Way(handler, parts[0], parts[1:])
    if name in DOORS.commands:
        return Way(DOORS.commands[name], "command", words=rest)
    return Way(DOORS.commands.get("help"), "command.unknown") if private or found[2] else None


_ORNAMENT = re.compile(r"^[^\w]+")
_BORDER = re.compile(r"[\s:：,，、.。!！?？~～-]+|$")


def _word(text: str, private: bool, to_us: bool) -> Way | None:
    """A word stands at the beginning, alone or before a space or a stop; the keyboard puts a picture before it."""
    start = found.end() if (found := _ORNAMENT.match(text)) else 0
    plain = simplified(text)
    for length in range(min(8, len(plain) - start), 0, -1):
        known = DOORS.words.get(plain[start : start + length])
        border = _BORDER.match(plain, start + length)
        glued = plain[start:].isascii() is False and (private or to_us)  # Chinese needs no space: 我有布洛芬
        if known and (border or glued) and (private or to_us or not known[1]):
            return Way(known[0], "word", words=text[border.end() if border else start + length :].strip())
    return None


def _english(text: str, counts: bool) -> Way | None:
    """The longest English phrase that the text begins with: `need a ladder`, `📋 Mine`."""
    plain = _ORNAMENT.sub("", text)
    for phrase in sorted(DOORS.english, key=len, reverse=True) if counts else ():
        rest = plain[len(phrase) :]
        if plain.lower().startswith(phrase) and (not rest or not rest[0].isalnum()):
            return Way(DOORS.english[phrase], "word", words=rest.strip(" :,.!?-–\n"))
    return None


def _replies_to(message: Message, bot_id: int) -> bool:
    target = message.reply_to_message
    return bool(replied(message) and target and target.from_user and target.from_user.id == bot_id)
