"""A town in the playground: people who act, and a bot that calls."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.playground.clock import Clock
from bot.playground.server import World, application

TOKEN = "1000000001:a-test-token"
BOT = 1000000001


class Refused(Exception):
    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__(answer["description"])
        self.code = answer["error_code"]
        self.parameters = answer.get("parameters", {})


class Town:
    """Four people; `group` where the bot is a member, `home` where it is an admin."""

    def __init__(self, store: Path | None = None, limits: bool = False) -> None:
        self._open(store, limits)
        names = ({"first_name": name, "language_code": "zh-hans"} for name in ("Anna", "Boris", "Chen", "Dong"))
        self.anna, self.boris, self.chen, self.dong = self.world.add_people(names)
        self.group = self.world.add_group("Plain", [self.boris, self.chen], admins=[self.anna])
        self.home = self.world.add_group("Home", [self.boris, self.chen], admins=[self.anna], bot="administrator")
        self.world.flush()

    def _open(self, store: Path | None, limits: bool = False) -> None:
        self.world = World(Clock(), store, TOKEN, limits=limits)
        transport = httpx.ASGITransport(application(self.world, page=None), raise_app_exceptions=True)
        self.http = httpx.AsyncClient(transport=transport, base_url="http://playground", timeout=60)

    @classmethod
    def reopened(cls, store: Path) -> "Town":
        """The town of a store as it was left."""
        town = cls.__new__(cls)
        town._open(store)
        return town

    async def calls(self, method: str, **params: Any) -> Any:
        """A Bot API call as form values; → its result. Raises Refused."""
        named = {key: value if isinstance(value, str) else json.dumps(value) for key, value in params.items()}
        answer = (await self.http.post(f"/bot{TOKEN}/{method}", data=named)).json()
        if not answer["ok"]:
            raise Refused(answer)
        return answer["result"]

    async def play(self, act: str, **values: Any) -> Any:
        if "who_acts" in values:
            values["as"] = values.pop("who_acts")
        answer = await self.http.post(f"/play/{act}", content=json.dumps(values))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def look(self, what: str, **values: Any) -> Any:
        if "who_looks" in values:
            values["as"] = values.pop("who_looks")
        answer = await self.http.get(f"/play/{what}", params=values)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def says(self, person: int, chat: int | str, text: str, **more: Any) -> Any:
        return (await self.play("say", who_acts=person, chat=chat, text=text, **more))["message"]

    async def starts(self, person: int) -> None:
        await self.play("start", who_acts=person)

    async def hears(self, **params: Any) -> list[Any]:
        """The updates that wait, taken off the queue."""
        updates = await self.calls("getUpdates", **params)
        if updates:
            await self.calls("getUpdates", offset=updates[-1]["update_id"] + 1, limit=1)
        return list(updates)

    async def presses(self, person: int, chat: int | str, message_id: int, data: str) -> "asyncio.Task[Any]":
        press = asyncio.create_task(self.play("press", who_acts=person, chat=chat, message_id=message_id, data=data))
        for _ in range(50):
            await asyncio.sleep(0)
        return press


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    made = Town()
    async with made.http:
        yield made


@pytest.fixture
async def limited_town() -> AsyncIterator[Town]:
    made = Town(limits=True)
    async with made.http:
        yield made


def keyboard(*buttons: tuple[str, str]) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in buttons]]}
