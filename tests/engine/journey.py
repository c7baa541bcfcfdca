"""A plea's short journey, and what must be true of the house at its end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.domain.aid import Ask
from bot.i18n import words
from bot.playground.server import acts
from bot.playground.server.entities import formatted
from bot.playground.server.state import BOT
from storage.database import chained
from tests.engine.crash import MortalHouse
from tests.house import MORNING, House, Neighbour

T = words("zh")


@dataclass
class Pair:
    """The asker and the neighbour who has it."""

    wang: Neighbour
    chen: Neighbour


@dataclass(frozen=True)
class Step:
    name: str
    act: Callable[[MortalHouse, Pair], Awaitable[None]]
    verbs: tuple[str, ...] = ()


async def _asks(house: MortalHouse, pair: Pair) -> None:
    pair.wang.says("/need 体温计 孩子发烧", to=house.group)
    await _carries(house)


async def _edits(house: MortalHouse, pair: Pair) -> None:
    said = next(post for post in house.world.chats[house.group].posts.values() if post.sender == pair.wang.id)
    acts.edit(house.world, pair.wang.id, house.group, said.id, "/need 体温计和退热贴")


async def _wants_help(house: MortalHouse, pair: Pair) -> None:
    pair.chen.says("/help")


async def _takes(house: MortalHouse, pair: Pair) -> None:
    house.taps(pair.chen, T("ask-i-can", kind="thing"), on=house.group)


async def _agrees(house: MortalHouse, pair: Pair) -> None:
    house.taps(pair.wang, T("ask-agree"))


async def _shows_account(house: MortalHouse, pair: Pair) -> None:
    house.taps(pair.chen, T("ask-show-account"))


async def _is_done(house: MortalHouse, pair: Pair) -> None:
    house.taps(pair.wang, T("ask-solved"))


async def _asks_again(house: MortalHouse, pair: Pair) -> None:
    """Late in the day: a plea of a few hours, whose news may ring in the evening."""
    house.set_clock(MORNING.replace(hour=17))
    pair.wang.says("/need 梯子", to=house.group)
    await _carries(house)


async def _carries(house: MortalHouse) -> None:
    """The neighbour is asked in private, too."""
    await house.settles()
    await house.rings()


async def _waits_for_the_question(house: MortalHouse, pair: Pair) -> None:
    await _waits(house, "ask.question")


async def _waits_for_the_end(house: MortalHouse, pair: Pair) -> None:
    await _waits(house, "ask.end")


async def _waits(house: MortalHouse, kind: str) -> None:
    at = await house.db.read.sql.value("SELECT at FROM alarms WHERE kind = ?", kind)
    house.clock.push(at - house.clock.seconds() + 1)
    await house.rings()


STEPS = {
    "asks": Step("asks", _asks, ("ask.opened", "ask.widened")),
    "edits": Step("edits", _edits),
    "help": Step("help", _wants_help),
    "takes": Step("takes", _takes, ("ask.taken",)),
    "agrees": Step("agrees", _agrees, ("ask.agreed",)),
    "account": Step("account", _shows_account, ("ask.account-shown",)),
    "done": Step("done", _is_done, ("ask.done",)),
    "again": Step("again", _asks_again, ("ask.opened", "ask.widened")),
    "question": Step("question", _waits_for_the_question, ("ask.half",)),
    "end": Step("end", _waits_for_the_end, ("ask.expired",)),
}
WHOLE = tuple(STEPS)
STATES = {"asks": "open", "takes": "taken", "done": "done", "again": "open", "end": "expired"}


async def lived(house: MortalHouse, *names: str) -> list[str]:
    """The journey's steps one after the other; → which promises were broken."""
    async with house:
        wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
        pair = Pair(wang, chen)
        for name in names:
            house.step = name
            await STEPS[name].act(house, pair)
            await house.settles()
        house.step = ""
        await house.settles()
        return await broken_promises(house, pair, names)


async def broken_promises(house: MortalHouse, pair: Pair, names: tuple[str, ...]) -> list[str]:
    truth = Truth(house)
    await truth.of_the_file()
    await truth.of_the_cards()
    await truth.of_the_journal([verb for name in names for verb in STEPS[name].verbs])
    await truth.of_the_asks(_states(names))
    truth.of_what_was_heard(pair, names)
    return truth.broken


def _states(names: tuple[str, ...]) -> list[str]:
    first = [STATES[name] for name in names if name in ("asks", "takes", "done")]
    second = [STATES[name] for name in names if name in ("again", "end")]
    return [*first[-1:], *second[-1:]]


def _waits_for(ask: Ask) -> list[str]:
    """The alarms that a plea has when nobody touches it."""
    if ask.state not in ("open", "taken"):
        return []
    question = [] if ask.asked_at else ["ask.question"]
    half = ["ask.half"] if ask.state == "open" and ask.called_at is None else []
    return ["ask.end", *question, *half]


@dataclass
class Truth:
    house: House
    broken: list[str] = field(default_factory=list)

    def says(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.broken.append(otherwise)

    async def of_the_file(self) -> None:
        read = self.house.db.read.sql
        self.says(await read.value("PRAGMA integrity_check") == "ok", "the file is damaged")
        self.says(not await read.rows("PRAGMA foreign_key_check"), "rows refer to nothing")
        self.says(not self.house.db.writer.in_transaction, "a transaction is open")
        self.says(not await read.value("SELECT count(*) FROM notes"), "notes are left")
        self.says(not await read.value("SELECT count(*) FROM notes WHERE sending_at > 0"), "a note is left sending")
        self.says(not await read.value("SELECT count(*) FROM parked"), "something is parked")
        self.says(len(self.house.world.updates) == 0, "updates wait at Telegram")

    async def of_the_cards(self) -> None:
        """Drawn as wanted; Telegram shows what a fresh drawing shows."""
        delivery, read = self.house.community.delivery, self.house.db.read
        for (key,) in await read.sql.rows("SELECT DISTINCT thing FROM cards"):
            for row in await read.cards.of(key):
                name, room = f"{row.thing}/{row.view}", await read.rooms.get(row.room_id)
                self.says(row.wanted == row.drawn, f"{name} is not drawn")
                fresh = await self.house.db.look(partial(delivery._drawn, row=row, room=room))
                post = self._post(room.chat_id, row.message_id)
                if fresh is None or post is None:
                    self.broken.append(f"{name} is not there")
                    continue
                self.says(post["text"] == formatted(fresh.text, "HTML", None).text, f"{name} shows something else")
                shown = (post.get("reply_markup") or {}).get("inline_keyboard", [])
                self.says(shown == fresh.markup()["inline_keyboard"], f"{name} has other buttons")

    def _post(self, chat_id: int, message_id: int | None) -> dict[str, Any] | None:
        post = self.house.world.chats[chat_id].posts.get(message_id or 0)
        return None if post is None or post.deleted else post.body

    async def of_the_journal(self, verbs: list[str]) -> None:
        previous, entries = None, await self.house.db.read.journal.all()
        for entry in entries:
            previous = chained(
                previous, entry.at, entry.person_id, entry.verb, entry.thing, entry.place_id, entry.numbers
            )
            self.says(entry.chain == previous, f"the chain is broken at {entry.id}")
        self.says([entry.verb for entry in entries] == verbs, f"the journal has {[entry.verb for entry in entries]}")

    async def of_the_asks(self, states: list[str]) -> None:
        asks = await self.house.db.read.asks.all()
        self.says([ask.state for ask in asks] == states, f"asks are {[ask.state for ask in asks]}")
        for ask in asks:
            views = {row.view for row in await self.house.db.read.cards.of(f"ask_{ask.id}")}
            wanted = {"group", "asker", "asked"} | ({"neighbour"} if ask.givers else set())
            self.says(views == wanted, f"ask {ask.id} has cards {views}")
        rows = await self.house.db.read.sql.rows("SELECT kind, thing FROM alarms WHERE kind LIKE 'ask.%'")
        left = {tuple(row) for row in rows if row["kind"] != "ask.wave"}
        wanted_alarms = {(kind, f"ask_{ask.id}") for ask in asks for kind in _waits_for(ask)}
        self.says(left == wanted_alarms, f"alarms are set: {left}")
        waves = {row["thing"] for row in rows if row["kind"] == "ask.wave"}
        self.says(waves <= {f"ask_{ask.id}" for ask in asks if ask.state == "open"}, f"waves are set: {waves}")

    def of_what_was_heard(self, pair: Pair, names: tuple[str, ...]) -> None:
        """An `again` note at least once, a `once` note at most once, and once if nobody died."""
        chatter = self._heard(self.house.group, T("edited"))
        deaths = getattr(self.house, "deaths", 0)
        self.says(chatter <= 1, f"chatter was said {chatter} times")
        self.says("edits" not in names or bool(deaths) or chatter == 1, "chatter was not said")
        self.says("help" not in names or self._heard(pair.chen.id, T("help-title")) >= 1, "help was not given")
        if "takes" in names:
            self.says(self._heard(pair.wang.id, "陈明") >= 1, "the asker was not told")
            self.says(self._heard(pair.chen.id, "王芳") >= 1, "the neighbour was not told")

    def _heard(self, chat: int, words: str) -> int:
        posts = self.house.world.chats[chat].posts.values()
        return sum(post.sender == BOT and words in post.body.get("text", "") for post in posts)
