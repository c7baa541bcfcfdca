"""A house for tests: real SQLite, real handlers, the playground's strict Telegram in memory, a clock you can move.

People say and press; they see what Telegram would show them. Only the network is fake, and it refuses to be used inside
a transaction.
"""

from __future__ import annotations

import asyncio
import time as real_time
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from bot.domain.quiet import Hours
from bot.playground.clock import Clock
from bot.playground.server import World, acts, application
from bot.playground.server.state import BOT, Chat, Post
from bot.runtime.community import Community, Plan
from bot.runtime.limits import Unhurried
from bot.runtime.transport import Wire
from storage import files

TOKEN = "1000000001:test"
ZONE = ZoneInfo("Asia/Shanghai")
HOURS = Hours(time(22), time(7), time(12, 30), time(14), time(7, 30))
MORNING = datetime(2026, 11, 28, 9, 0, tzinfo=ZONE)


@cache
def _empty_database() -> bytes:
    """What `files.create` makes, made once per process."""
    with TemporaryDirectory() as folder:
        files.create(Path(folder) / "linli.db", "锦江苑")
        return (Path(folder) / "linli.db").read_bytes()


def fresh_database(path: Path) -> None:
    path.write_bytes(_empty_database())
    path.chmod(0o600)


@dataclass
class Neighbour:
    """A person with a telephone."""

    house: House
    id: int
    name: str

    def starts(self, payload: str = "") -> None:
        acts.start(self.house.world, self.id, payload)

    def says(self, text: str, *, to: Any = "bot", **more: Any) -> Post:
        return acts.say(self.house.world, self.id, to, text, **more)

    async def presses(self, label: str, *, on: Any = "bot", containing: str = "") -> dict[str, Any] | None:
        """The newest button whose label contains this; → the answer: text, show_alert, url."""
        post, data = self.house.button(self.id, on, label, containing)
        return await self.pushes(data, post.id, on=on)

    async def pushes(self, data: str, message_id: int, *, on: Any = "bot") -> dict[str, Any] | None:
        """A button, or a forged one."""
        answer = await acts.press(self.house.world, self.id, on, message_id, data)
        await self.house.settles()
        return answer

    def sees(self, chat: Any = "bot") -> list[str]:
        """The texts of a chat, oldest first."""
        return [post.body.get("text", "") for post in self.house.posts(self.id, chat)]

    def reads(self, chat: Any = "bot") -> str:
        """The newest thing the bot said there."""
        said = [post.body.get("text", "") for post in self.house.posts(self.id, chat) if post.sender == BOT]
        return said[-1] if said else ""

    def buttons(self, chat: Any = "bot") -> list[str]:
        """The labels under the newest thing the bot said there."""
        said = [post for post in self.house.posts(self.id, chat) if post.sender == BOT]
        return [button["text"] for row in self.house.rows(said[-1]) for button in row] if said else []

    async def follows(self, label: str, *, on: Any) -> None:
        """A button with a link into the private chat, and Start there."""
        for post in reversed(self.house.posts(self.id, on)):
            for row in self.house.rows(post):
                for button in row:
                    if label in button["text"] and "url" in button:
                        self.starts(button["url"].partition("start=")[2])
                        return await self.house.settles()
        raise AssertionError(f"no link {label!r} in {self.sees(on)}")


class House:
    """`async with House(tmp_path) as house:` — a community with a group, and whoever moves in."""

    def __init__(self, folder: Path, *, language: str = "zh", limits: bool = False, store: bool = False):
        self.folder, self.language, self.limited = folder, language, limits
        self.clock = Clock()
        self.set_clock(MORNING)
        self.world = World(self.clock, folder / "telegram.db" if store else None, TOKEN, limits=limits)
        self.server = application(self.world, page=None)
        self.database = folder / "linli.db"
        self.community: Community
        self.group = self.world.add_group("锦江苑", [], bot="administrator")

    @property
    def plan(self) -> Plan:
        backups = self.folder / "backups"
        return Plan("锦江苑", TOKEN, self.database, backups, ZONE, HOURS, self.language, "http://telegram")

    @property
    def db(self) -> Any:
        return self.community.db

    def wire(self) -> Wire:
        return Wire(httpx_kwargs={"transport": httpx.ASGITransport(self.server)}, read_timeout=60, pool_timeout=60)

    async def starts(self) -> None:
        if not self.database.exists():
            fresh_database(self.database)
        self.community = Community(self.plan, self.clock.seconds, (self.wire(), self.wire()))
        await self.community.start()
        if not self.limited:
            self.community.delivery.limits = Unhurried()
            self.community.delivery.breath = 0.002
        self.community.intake.flood.most = 1000
        await self.community.intake.drained.wait()

    async def stops(self) -> None:
        await self.community.stop()

    async def restarts(self) -> None:
        await self.stops()
        await self.starts()
        await self.settles()

    async def __aenter__(self) -> House:
        await self.starts()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stops()
        from tests.playground.judge import judge  # takes seconds, once; tests without a house do not wait for it

        for call in self.world.calls.since(0):
            if call["status"] == 200:
                judge(call["method"], call["params"])

    async def moves_in(
        self, *names: str, unit: str | None = None, started: bool = True, language: str = "zh-hans"
    ) -> Any:
        """Neighbours in the group; with a unit like 3-2-501 they live there. One name: that neighbour, else all."""
        ids = self.world.add_people({"first_name": name, "language_code": language} for name in names)
        self.world.add_members(self.group, ids)
        neighbours = [Neighbour(self, id, name) for id, name in zip(ids, names, strict=True)]
        for neighbour in neighbours:
            if started:
                neighbour.starts()
            if unit:
                await self.settles()
                await self.lives(neighbour, unit)
        await self.settles()
        return neighbours[0] if len(neighbours) == 1 else neighbours

    async def lives(self, neighbour: Neighbour, unit: str) -> None:
        """The register says so: building, stair and dwelling are there from now on."""
        building, stair, dwelling = unit.split("-")

        async def register(tx: Any) -> None:
            place = (await tx.places.root()).id
            for kind, name in (("building", f"{building}栋"), ("stair", f"{stair}单元"), ("dwelling", dwelling)):
                found = [p.id for p in await tx.places.all() if (p.parent_id, p.kind, p.name) == (place, kind, name)]
                place = found[0] if found else await tx.places.add(place, kind, name)
            person = await tx.people.by_telegram(neighbour.id)
            if person is None:
                person = await tx.people.arrives(neighbour.id, neighbour.name, None, "zh", int(self.clock.seconds()))
            await tx.residents.lives(person.id, place, "owner")

        await self.db.whole(register)

    async def settles(self) -> None:
        """Until every update is handled and every promise kept that can be."""
        quiet, patience = 0, real_time.monotonic() + 10
        while quiet < 2:
            assert real_time.monotonic() < patience, "the house does not come to rest"
            await asyncio.sleep(0.001)
            quiet = quiet + 1 if await self._at_rest() else 0

    async def _at_rest(self) -> bool:
        if len(self.world.updates) and self.world.updates.webhook is None:
            return False
        return await self.community.at_rest()

    async def later(self, **span: float) -> None:
        """Time passes; what is due rings."""
        seconds = sum(
            value * {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}[unit] for unit, value in span.items()
        )
        self.clock.push(seconds)
        await self.rings()

    async def rings(self) -> None:
        for _ in range(5):
            await self.community.alarms.look()
            await self.settles()
            if not await self.db.read.alarms.due(int(self.clock.seconds())):
                return

    def set_clock(self, moment: datetime) -> None:
        self.clock.push(moment.timestamp() - self.clock.seconds())

    def posts(self, person: int, chat: Any) -> list[Post]:
        return [post for post in self._room(person, chat).posts.values() if not post.deleted]

    def _room(self, person: int, chat: Any) -> Chat:
        return acts.room(self.world, person, chat)

    def rows(self, post: Post) -> list[list[dict[str, Any]]]:
        markup = post.body.get("reply_markup") or {}
        rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", [])
        return rows

    def button(self, person: int, chat: Any, label: str, containing: str = "") -> tuple[Post, str]:
        for post in reversed(self.posts(person, chat)):
            if containing in post.body.get("text", ""):
                for row in self.rows(post):
                    for button in row:
                        if label in button["text"] and "callback_data" in button:
                            return post, button["callback_data"]
        seen = [(post.body.get("text"), self.rows(post)) for post in self.posts(person, chat)]
        raise AssertionError(f"no button {label!r}: {seen}")

    def keyboard(self, who: Neighbour) -> list[str]:
        """The big buttons at the bottom of somebody's private chat."""
        markup = self._room(who.id, "bot").keyboards.get(who.id) or self._room(who.id, "bot").keyboards.get(0) or {}
        return [key["text"] for row in markup.get("keyboard", []) for key in row]

    def sends_photo(self, who: Neighbour, *, to: Any = "bot", caption: str = "") -> None:
        acts.photo(self.world, who.id, to, caption=caption)

    def sends_voice(self, who: Neighbour, *, to: Any = "bot") -> None:
        acts.speak(self.world, who.id, to)

    def adds_bot(self, who: Neighbour, chat: int) -> None:
        acts.add(self.world, who.id, BOT, self.world.chats[chat])

    def neighbour(self, person: int, name: str) -> Neighbour:
        return Neighbour(self, person, name)

    def edits(self, who: Neighbour, chat: Any, message_id: int, text: str) -> None:
        acts.edit(self.world, who.id, chat, message_id, text)

    async def bind_group(self) -> None:
        """The group is the whole community's."""

        async def bind(tx: Any) -> None:
            found = await tx.rooms.enter(self.group, 0, None)
            room = found[0] if found else await tx.rooms.open(self.group, 0, "锦江苑")
            await tx.rooms.belongs_to(room.id, (await tx.places.root()).id)

        await self.db.whole(bind)

    def buttons_in_group(self) -> list[str]:
        posts = self.world.chats[self.group].posts.values()
        return [button["text"] for post in posts for row in self.rows(post) for button in row]

    def links_to(self, person: int, reader: Neighbour) -> bool:
        """Whether the newest card that this reader has links to that person's account."""
        posts = [post for post in self.posts(reader.id, "bot") if post.sender == BOT]
        return f"tg://user?id={person}" in str(posts[-1].body) or f"'id': {person}" in str(
            posts[-1].body.get("entities")
        )

    def in_group(self) -> list[str]:
        """What the bot's messages in the group read now."""
        posts = self.world.chats[self.group].posts.values()
        return [post.body.get("text", "") for post in posts if post.sender == BOT and not post.deleted]

    def calls(self, method: str = "") -> list[dict[str, Any]]:
        return [call for call in self.world.calls.since(0) if not method or call["method"] == method]
