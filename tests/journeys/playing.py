"""`make play`'s own process, and a hand on its control API."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]


@dataclass
class Play:
    """A running playground; `kill` is kill -9, `begin` starts it again on the same folder."""

    folder: Path
    lang: str = "zh"
    url: str = ""
    process: subprocess.Popen[str] | None = None
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30))

    def begin(self) -> None:
        port = self.url.rpartition(":")[2].strip("/") or "0"
        command = [sys.executable, "-m", "bot", "--lang", self.lang, "play", "--small", "--no-limits", "--no-browser"]
        self.process = subprocess.Popen(
            [*command, "--port", port, "--folder", str(self.folder)],
            stdout=subprocess.PIPE, stderr=(self.folder / "log").open("a"), text=True, cwd=ROOT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self.url = self._address()

    def _address(self) -> str:
        assert self.process and self.process.stdout
        for line in self.process.stdout:
            found = re.search(r"http://[\w.:]+/", line)
            if found:
                return found[0]
        raise AssertionError((self.folder / "log").read_text())

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def end(self) -> float:
        """SIGTERM; the seconds it took."""
        started = time.monotonic()
        self._end(signal.SIGTERM)
        return time.monotonic() - started

    def _end(self, number: int) -> None:
        assert self.process and self.process.stdout
        self.process.send_signal(number)
        self.process.wait(15)
        self.process.stdout.close()

    def get(self, what: str, **query: Any) -> Any:
        answer = self.http.get(f"{self.url}play/{what}", params=_named(query))
        assert answer.status_code == 200, answer.text
        return answer.json()

    def act(self, what: str, **values: Any) -> Any:
        answer = self.http.post(f"{self.url}play/{what}", json=_named(values))
        assert answer.status_code == 200, answer.text
        if what == "clock":
            self.rests()
        return answer.json()

    def rests(self) -> None:
        """Until the bot has nothing more to say."""
        assert self.get("rest")["rests"], "the bot does not come to rest"

    def featured(self) -> list[dict[str, Any]]:
        people: list[dict[str, Any]] = self.get("world")["featured"]
        return people

    def group_of(self, *people: int) -> int:
        """A group where the bot is an admin and all of these are members."""
        rooms = [
            {chat["id"] for chat in self.get("chats", who=person)["chats"] if chat.get("bot") == "administrator"}
            for person in people
        ]
        return int(set.intersection(*rooms).pop())

    def texts(self, who: int, chat: int | str) -> list[str]:
        return [message.get("text", "") for message in self.get("messages", who=who, chat=chat)["messages"]]

    def waits_for(self, who: int, chat: int | str, part: str) -> dict[str, Any]:
        """The newest message with this in it; patience of thirty seconds."""
        until = time.monotonic() + 30
        while time.monotonic() < until:
            for message in reversed(self.get("messages", who=who, chat=chat)["messages"]):
                if part in message.get("text", ""):
                    found: dict[str, Any] = message
                    return found
            time.sleep(0.05)
        raise AssertionError(f"{part!r} is not in {self.texts(who, chat)}")

    def presses(self, who: int, chat: int | str, part: str, label: str) -> Any:
        """The button with this label under the newest message with this in it."""
        message = self.waits_for(who, chat, part)
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        data = next(button["callback_data"] for row in rows for button in row if label in button["text"])
        return self.act("press", who=who, chat=chat, message_id=message["message_id"], data=data)["answer"]


def _named(values: dict[str, Any]) -> dict[str, Any]:
    return {"as" if key == "who" else key: value for key, value in values.items()}
