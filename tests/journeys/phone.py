"""One person's phone: acts as they do over the control API, and counts taps and typed characters."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.i18n import Words, words
from tests.journeys.playing import Play

PATIENCE = 30.0
"""Seconds until a journey says that something never came."""

T = TypeVar("T")
Button = dict[str, Any]
Message = dict[str, Any]


@dataclass(frozen=True)
class Count:
    """A line of the table at the end: what it took, after Start."""

    lang: str
    journey: str
    taps: int
    typed: int

    def __str__(self) -> str:
        return f"{self.lang} · {self.journey}: {_many(self.taps, 'tap')}, {_many(self.typed, 'character')}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}" + ("s" if count != 1 else "")


COUNTS: list[Count] = []


class Counted:
    """Whoever's taps and typed characters are counted."""

    lang: str
    taps: int
    typed: int

    @contextmanager
    def counts(self, journey: str, *, taps: int | None = None, typed: int | None = None) -> Iterator[None]:
        """A line of the table; at most so many taps and characters."""
        before = self.taps, self.typed
        yield
        count = Count(self.lang, journey, self.taps - before[0], self.typed - before[1])
        COUNTS.append(count)
        assert taps is None or count.taps <= taps, f"{count}; at most {taps} were promised"
        assert typed is None or count.typed <= typed, f"{count}; at most {typed} were promised"


@dataclass
class Phone(Counted):
    """Start, scanning a code and reading count nothing; every button, key, picture and recording is one tap."""

    play: Play
    who: int
    lang: str
    taps: int = 0
    typed: int = 0
    chat: int | str = "bot"
    answer: str = ""

    @property
    def t(self) -> Words:
        return words(self.lang)

    # what a hand does

    def opens(self, chat: int | str = "bot") -> None:
        self.chat = chat

    def is_led(self, chat: int | str = "bot") -> None:
        """A button has led there by itself."""
        self.chat = chat

    def starts(self, payload: str | None = None) -> None:
        self.play.act("start", who=self.who, **({"payload": payload} if payload else {}))

    def scans(self, link: str) -> None:
        """A code at a door or a link in a message; Telegram shows Start, and it is pressed."""
        self.play.act("open", who=self.who, link=link)

    def types(self, text: str, *, reply_to: int | None = None) -> None:
        self.typed += len(text)
        self._says(text, reply_to)

    def tells(self, text: str) -> None:
        """Words for whoever one talks with: nothing stands beneath them."""
        self.typed += len(text)
        self.play.act("say", who=self.who, chat=self.chat, text=text)

    def chooses(self, command: str) -> None:
        """A command out of Telegram's menu: one tap for the menu, one for the command."""
        _until(lambda: command in self.menu(), lambda: f"/{command} is not in the menu: {self.menu()}")
        self.taps += 2
        self._says(f"/{command}")

    def key(self, label: str) -> None:
        """One of the big buttons."""
        _until(lambda: label in self.board(), lambda: f"{label!r} is not on the keyboard {self.board()}")
        self.taps += 1
        self._says(label)

    def tap(self, label: str, part: str = "") -> None:
        """The newest button that says this, under a message with `part` in it; a link opens where it leads."""
        self.taps += 1
        message, button = self._button(label, part)
        if "url" in button:
            self.play.act("open", who=self.who, link=button["url"])
            return
        pressed = self.play.act("press", who=self.who, chat=self.chat, message_id=message["message_id"],
                                data=button["callback_data"])  # fmt: skip
        self.answer = (pressed["answer"] or {}).get("text") or ""
        if url := (pressed["answer"] or {}).get("url"):
            self.play.act("open", who=self.who, link=url)

    def learns(self, lang: str) -> None:
        """Nobody's journey: whoever reads another language changes it."""
        if self.t("key-ask") not in self.board():
            self._says(f"/language {lang}")

    def speaks(self) -> None:
        """A voice message: the microphone, held."""
        self.taps += 1
        self.play.act("voice", who=self.who, chat=self.chat)

    def sends(self, name: str, text: str) -> None:
        self.taps += 1
        self.play.act("document", who=self.who, chat=self.chat, name=name, text=text)

    def _says(self, text: str, reply_to: int | None = None) -> None:
        more = {"reply_to": reply_to} if reply_to else {}
        self.play.act("say", who=self.who, chat=self.chat, text=text, **more)
        self.play.rests()

    # what eyes see

    def sees(self, part: str, more: str = "") -> Message:
        """The newest message with both in it."""
        return _until(
            lambda: next((one for one in reversed(self.screen()) if part in _words(one) and more in _words(one)), None),
            lambda: f"{part!r} {more!r} never came:\n{self.said()}",
        )

    def understands(self, part: str) -> None:
        """What the last tap was answered with, in a box of its own."""
        assert part in self.answer, f"{part!r} is not in {self.answer!r}"

    def glances(self, part: str) -> bool:
        """Whether it stands there once the bot has come to rest."""
        self.play.rests()
        return any(part in _words(message) for message in self.screen())

    def screen(self) -> list[Message]:
        messages: list[Message] = self.play.get("messages", who=self.who, chat=self.chat)["messages"]
        return messages

    def said(self) -> str:
        return "\n".join(_words(message) for message in self.screen())

    def board(self) -> list[str]:
        board = self._chat().get("keyboard") or {}
        return [key["text"] for row in board.get("keyboard", []) for key in row]

    def menu(self) -> list[str]:
        return [one["command"] for one in self._chat()["commands"]]

    def labels(self) -> list[str]:
        """What every button in sight says, the newest message first."""
        return [button["text"] for message in reversed(self.screen()) for button in _buttons(message)]

    def file(self, ending: str) -> bytes:
        """The newest file that came with this ending."""
        documents = _until(
            lambda: [
                m["document"] for m in self.screen() if m.get("document", {}).get("file_name", "").endswith(ending)
            ],
            lambda: f"no {ending} came",
        )
        content: bytes = self.play.http.get(f"{self.play.url}play/file/{documents[-1]['file_id']}").content
        return content

    def _chat(self) -> dict[str, Any]:
        chats = self.play.get("chats", who=self.who)["chats"]
        return next(chat for chat in chats if chat["id"] == self.chat)

    def _button(self, label: str, part: str) -> tuple[Message, Button]:
        def found() -> tuple[Message, Button] | None:
            for message in reversed(self.screen()):
                for button in _buttons(message):
                    if label in button["text"] and part in _words(message):
                        return message, button
            return None

        return _until(found, lambda: f"no button {label!r}; in sight: {self.labels()}\n{self.said()}")


def _words(message: Message) -> str:
    said: str = message.get("text") or message.get("caption") or ""
    return said


def _buttons(message: Message) -> list[Button]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _until(found: Callable[[], T | None], otherwise: Callable[[], str]) -> T:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if now := found():
            return now
        time.sleep(0.04)
    raise AssertionError(otherwise())
