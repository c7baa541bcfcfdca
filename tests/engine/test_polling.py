"""Polling: whatever Telegram answers to getUpdates, the house goes on asking, and confirms only what is committed."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from bot.playground.server import acts
from bot.runtime.community import TokenRefused
from bot.runtime.intake import ALLOWED, Intake
from bot.runtime.transport import Wire
from tests.house import House

Trouble = Exception | httpx.Response


PATIENCE = {"seconds": 8.0}


async def until(true: Callable[[], object]) -> None:
    """Wait for something that will come about."""
    patience = time.monotonic() + PATIENCE["seconds"]
    while not true():
        assert time.monotonic() < patience, "it does not come about"
        await asyncio.sleep(0.004)


def refusal(status: int, description: str = "no", **parameters: int) -> httpx.Response:
    answer: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return httpx.Response(status, json=answer | ({"parameters": parameters} if parameters else {}))


class Line(httpx.AsyncBaseTransport):
    """The line to Telegram: it writes down what was asked, and answers for it where trouble was ordered."""

    def __init__(self, server: Any):
        self.telegram = httpx.ASGITransport(server)
        self.trouble: dict[str, list[Trouble]] = {}
        self.lost: dict[str, list[Trouble]] = {}  # Telegram's answer never comes through
        self.asked: list[str] = []
        self.offsets: list[int | None] = []
        self.questions: list[dict[str, str]] = []
        self.then: list[tuple[list[int], int | None]] = []
        """What an answer gave, and the offset asked for after it; only where no answer went wrong."""
        self._gave: list[int] | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rpartition("/")[2]
        self.asked.append(method)
        if method == "getUpdates":
            question = {key: values[0] for key, values in parse_qs((await request.aread()).decode()).items()}
            self.questions.append(question)
            self.offsets.append(int(question["offset"]) if "offset" in question else None)
            if self._gave is not None:
                self.then.append((self._gave, self.offsets[-1]))
            self._gave = None
        if waiting := self.trouble.get(method):
            return self._happens(waiting.pop(0))
        answer = await self.telegram.handle_async_request(request)
        if waiting := self.lost.get(method):
            return self._happens(waiting.pop(0))
        if method == "getUpdates" and answer.status_code == 200:
            result = json.loads(await answer.aread())["result"]
            self._gave = [update["update_id"] for update in result]
        return answer

    @staticmethod
    def _happens(what: Trouble) -> httpx.Response:
        if isinstance(what, Exception):
            raise what
        return what


class WiredHouse(House):
    """A house whose line can be disturbed, and which does not wait long before it asks again."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.line = Line(self.server)

    async def __aenter__(self) -> WiredHouse:
        await self.starts()
        return self

    def wire(self) -> Wire:
        return Wire(httpx_kwargs={"transport": self.line}, read_timeout=60, pool_timeout=60)

    async def asks_anew(self) -> None:
        """End the question that hangs, so that the next one meets the trouble."""
        self.world.updates.abort("a test")
        asked = len(self.line.offsets)
        await until(lambda: len(self.line.offsets) > asked)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the house would have waited before it asked again; in tests nobody waits."""
    waited: list[float] = []
    trouble = Intake._trouble

    async def hurried(self: Intake, error: Exception, failures: int) -> float:
        waited.append(await trouble(self, error, failures))
        return 0.001

    monkeypatch.setattr(Intake, "_trouble", hurried)
    return waited


@pytest.fixture
async def wired(tmp_path: Path, waits: list[float]) -> AsyncIterator[WiredHouse]:
    async with WiredHouse(tmp_path) as made:
        yield made


async def seen(house: House) -> list[int]:
    return [row["update_id"] for row in await house.db.read.sql.rows("SELECT update_id FROM seen ORDER BY update_id")]


TROUBLES: dict[str, Callable[[], Trouble]] = {
    "401": lambda: refusal(401, "Unauthorized"),
    "404": lambda: refusal(404, "Not Found"),
    "409": lambda: refusal(409, "Conflict: terminated by other getUpdates request"),
    "429": lambda: refusal(429, "Too Many Requests: retry after 7", retry_after=7),
    "500": lambda: refusal(500, "Internal Server Error"),
    "502": lambda: httpx.Response(502, html="<h1>Bad Gateway</h1>"),
    "garbage": lambda: httpx.Response(200, content=b'{"ok":true,"result":[{"upd'),
    "no json": lambda: httpx.Response(200, html="<h1>Welcome to our hotel</h1>"),
    "an object": lambda: httpx.Response(200, json={"ok": True, "result": {"update_id": 7}}),
    "nothing": lambda: httpx.Response(200, json={"ok": True, "result": None}),
    "a list of nothing": lambda: httpx.Response(200, json={"ok": True, "result": [None, 7, {}]}),
    "dropped": lambda: httpx.RemoteProtocolError("the server hung up"),
    "no route": lambda: httpx.ConnectError("no route to host"),
    "a hang": lambda: httpx.ReadTimeout("nothing came"),
    "a strange fault": lambda: OSError("the cable was bitten through"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_whatever_is_answered_the_house_goes_on_and_loses_nothing(wired: WiredHouse, trouble: str) -> None:
    wang = await wired.moves_in("王芳")
    wired.line.trouble["getUpdates"] = [TROUBLES[trouble]() for _ in range(3)]

    wang.says("/need 布洛芬", to=wired.group)
    await until(lambda: not wired.line.trouble["getUpdates"])
    wang.says("/need 雨伞", to=wired.group)
    await wired.settles()

    assert [text.splitlines()[1] for text in wired.in_group()] == ["布洛芬", "雨伞"]
    assert not wired.community.tasks[0].done()


@pytest.mark.parametrize("trouble", [name for name in TROUBLES if name != "a list of nothing"])
async def test_what_telegram_gave_but_never_came_through_is_asked_for_again(wired: WiredHouse, trouble: str) -> None:
    wang = await wired.moves_in("王芳")
    wired.line.lost["getUpdates"] = [TROUBLES[trouble]() for _ in range(2)]

    wang.says("/need 布洛芬", to=wired.group)
    await until(lambda: not wired.line.lost["getUpdates"])
    await wired.settles()

    assert len(wired.in_group()) == 1


async def test_trouble_with_polling_is_told_until_it_is_over(wired: WiredHouse) -> None:
    wired.line.trouble["getUpdates"] = [refusal(500)] * 3
    await wired.asks_anew()
    await until(lambda: wired.community.intake.health.trouble)

    await until(lambda: not wired.line.trouble["getUpdates"] and wired.community.intake.health.trouble is None)


async def test_the_house_waits_as_long_as_telegram_says_and_longer_each_time_otherwise(
    wired: WiredHouse, waits: list[float]
) -> None:
    waits.clear()
    wired.line.trouble["getUpdates"] = [
        refusal(429, "Too Many Requests", retry_after=77),
        *(refusal(500) for _ in range(7)),
        refusal(409, "Conflict"),
    ]

    await wired.asks_anew()
    await until(lambda: not wired.line.trouble["getUpdates"])
    await until(lambda: len(waits) >= 10)

    told = waits[-9:]
    assert told[0] == 77
    assert told[1:8] == sorted(told[1:8])
    assert told[7] <= 30
    assert told[8] >= 3


# the token


@pytest.mark.parametrize(("status", "description"), [(401, "Unauthorized"), (404, "Not Found")])
async def test_only_getme_decides_that_a_token_is_bad(wired: WiredHouse, status: int, description: str) -> None:
    """getUpdates may be refused for other reasons; the house asks getMe, and goes on in any case."""
    wired.line.asked.clear()
    wired.line.trouble["getUpdates"] = [refusal(status, description)]

    await wired.asks_anew()
    await until(lambda: not wired.line.trouble["getUpdates"] and wired.community.intake.health.trouble is None)

    assert "getMe" in wired.line.asked


async def test_a_token_that_was_taken_back_is_asked_about_rarely(wired: WiredHouse, waits: list[float]) -> None:
    waits.clear()
    wired.line.trouble["getUpdates"] = [refusal(401, "Unauthorized")]
    wired.line.trouble["getMe"] = [refusal(401, "Unauthorized")]

    await wired.asks_anew()
    await until(lambda: len(waits) >= 2)

    assert max(waits) == 60


async def test_a_bad_token_ends_the_start(tmp_path: Path) -> None:
    house = WiredHouse(tmp_path)
    house.line.trouble["getMe"] = [refusal(401, "Unauthorized")]

    with pytest.raises(TokenRefused):
        await house.starts()

    assert "getUpdates" not in house.line.asked


# the start


@pytest.mark.parametrize("trouble", ["500", "502", "no route", "dropped", "garbage", "429", "a hang"])
async def test_a_telegram_that_cannot_be_reached_at_the_start_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr("bot.runtime.community.asyncio", hurried_asyncio())
    house = WiredHouse(tmp_path)
    house.line.trouble["getMe"] = [TROUBLES[trouble]() for _ in range(3)]

    async with house:
        wang = await house.moves_in("王芳")
        wang.says("/need 布洛芬", to=house.group)
        await house.settles()

        assert len(house.in_group()) == 1


def hurried_asyncio() -> Any:
    """asyncio in which nobody sleeps for long."""
    from types import SimpleNamespace

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(min(seconds, 0.02))

    return SimpleNamespace(**{name: getattr(asyncio, name) for name in asyncio.__all__} | {"sleep": sleep})


async def test_updates_are_the_first_thing_asked_for_after_getme(tmp_path: Path) -> None:
    async with WiredHouse(tmp_path) as house:
        assert house.line.asked[0] == "getMe"
        assert "getUpdates" in house.line.asked[1:3]  # beside the menu of commands
        assert house.line.questions[0]["timeout"] == "0"
        assert "offset" not in house.line.questions[0]


async def test_what_waits_at_the_start_is_handled_before_alarms_ring(tmp_path: Path) -> None:
    async with WiredHouse(tmp_path) as house:
        wang = await house.moves_in("王芳")
        wang.says("/need 布洛芬", to=house.group)
        await house.settles()
        await house.stops()
        house.clock.push(14 * 3600)
        wang.says("/done 1", to=house.group)

        await house.starts()
        await house.rings()

        assert "解决了" in house.in_group()[0]
        assert not any("还要吗" in text for text in wang.sees())


async def test_alarms_wait_for_updates_that_cannot_be_asked_for_yet(tmp_path: Path, waits: list[float]) -> None:
    async with WiredHouse(tmp_path) as house:
        wang = await house.moves_in("王芳")
        wang.says("/need 布洛芬", to=house.group)
        await house.settles()
        await house.stops()
        house.clock.push(14 * 3600)
        wang.says("/done 1", to=house.group)
        house.line.trouble["getUpdates"] = [refusal(502) for _ in range(40)]
        starting = asyncio.create_task(house.starts())
        await until(lambda: len(house.line.trouble["getUpdates"]) < 30)

        await house.community.alarms.look()

        await starting
        await house.rings()
        assert "解决了" in house.in_group()[0]
        assert not any("还要吗" in text for text in wang.sees())


# what is confirmed


async def test_the_next_question_confirms_what_is_committed_and_none_after_an_empty_answer(wired: WiredHouse) -> None:
    wang = await wired.moves_in("王芳")
    wired.line.then.clear()

    for things in (["布洛芬", "雨伞"], ["梯子"]):
        for thing in things:
            wang.says(f"/need {thing}", to=wired.group)
        await wired.settles()
    wired.line.trouble["getUpdates"] = [refusal(500)]  # after it, the next question does not hang: an empty answer
    await wired.asks_anew()
    await until(lambda: any(not ids for ids, _ in wired.line.then))
    wang.says("/need 锤子", to=wired.group)
    await wired.settles()

    assert any(ids for ids, _ in wired.line.then)
    for ids, offset in wired.line.then:
        assert offset == (ids[-1] + 1 if ids else None)


async def test_a_batch_is_confirmed_only_as_far_as_it_was_committed(
    wired: WiredHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang = await wired.moves_in("王芳")
    first = await wired.db.read.sql.value("SELECT max(update_id) FROM seen") or 0
    fails = break_database(wired, monkeypatch, after=first + 2)

    for thing in ("布洛芬", "雨伞", "梯子", "锤子"):
        wang.says(f"/need {thing}", to=wired.group)
    await until(lambda: fails["times"] >= 5)

    assert wired.line.offsets[-1] == first + 3
    assert (await seen(wired))[-1] == first + 2
    assert wired.community.intake.health.database == "OperationalError"

    fails["now"] = False
    await wired.settles()
    assert [text.splitlines()[1] for text in wired.in_group()] == ["布洛芬", "雨伞", "梯子", "锤子"]
    assert wired.community.intake.health.database is None


def break_database(house: House, monkeypatch: pytest.MonkeyPatch, *, after: int) -> dict[str, Any]:
    """The disk is full for every update after this one: real SQLite refuses to write."""
    from storage.house import HouseFacts

    state: dict[str, Any] = {"now": True, "times": 0}
    first_sight = HouseFacts.first_sight

    async def on_a_full_disk(self: HouseFacts, update_id: int, at: int) -> bool:
        if not state["now"] or update_id <= after:
            return await first_sight(self, update_id, at)
        state["times"] += 1
        await self.sql.run("PRAGMA query_only = ON")
        try:
            return await first_sight(self, update_id, at)
        finally:
            await self.sql.run("PRAGMA query_only = OFF")

    monkeypatch.setattr(HouseFacts, "first_sight", on_a_full_disk)
    return state


async def test_an_update_is_never_taken_for_a_flood_because_the_database_failed_on_it(
    wired: WiredHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it has to be tried again, it is one update of one person."""
    wang = await wired.moves_in("王芳")
    wired.community.intake.flood.most = 20
    last = await wired.db.read.sql.value("SELECT max(update_id) FROM seen")
    fails = break_database(wired, monkeypatch, after=last)

    wang.says("/need 布洛芬", to=wired.group)
    await until(lambda: fails["times"] >= 30 or not len(wired.world.updates))
    fails["now"] = False
    await wired.settles()

    assert [text.splitlines()[1] for text in wired.in_group()] == ["布洛芬"]


async def test_an_admin_who_lets_thirty_people_in_is_no_flood(wired: WiredHouse) -> None:
    """Only what is said to us counts: coming and going is no talk, and none of it may be missed."""
    wang = await wired.moves_in("王芳")
    wired.community.intake.flood.most = 20
    ids = wired.world.add_people({"first_name": f"邻居{n}"} for n in range(30))

    for id in ids:
        acts.add(wired.world, wang.id, id, wired.world.chats[wired.group])
    await wired.settles()
    wang.says("/need 布洛芬", to=wired.group)
    await wired.settles()

    assert [text.splitlines()[1:2] for text in wired.in_group()] == [["布洛芬"]]


async def test_the_house_names_what_it_wants_to_hear_of(wired: WiredHouse) -> None:
    assert all(json.loads(question["allowed_updates"]) == ALLOWED for question in wired.line.questions)


async def test_ids_that_start_anew_after_an_idle_week_are_no_trouble(wired: WiredHouse) -> None:
    wang = await wired.moves_in("王芳")
    wired.world.updates._next = 5

    wang.says("/need 布洛芬", to=wired.group)
    await wired.settles()

    assert len(wired.in_group()) == 1


async def test_a_webhook_of_somebody_else_stops_nothing_for_good(wired: WiredHouse) -> None:
    wang = await wired.moves_in("王芳")
    wired.world.updates.change(None, {"url": "https://example.org/"})
    wired.world.updates.abort("setWebhook request")
    await until(lambda: wired.community.intake.health.trouble == "Conflict")

    wired.world.updates.change(None, None)
    wang.says("/need 布洛芬", to=wired.group)
    await wired.settles()

    assert len(wired.in_group()) == 1


# planted bugs: each of them one of the checks above must see


async def _gives_up(self: Intake) -> None:
    while True:
        await self._ask(1)


async def _confirms_first(self: Intake, hang: int) -> None:
    """Confirms the whole batch before any of it is handled, as PTB's Updater does."""
    question: dict[str, Any] = {"timeout": 0, "allowed_updates": ALLOWED, "limit": 100}
    raws = await self.app.bot.do_api_request("getUpdates", question)
    await self._polled()
    if raws:
        await self.app.bot.do_api_request("getUpdates", question | {"offset": raws[-1]["update_id"] + 1})
    else:
        self.drained.set()
        await asyncio.sleep(0.01)
    await self._handle_all(raws)


async def _holds_on(self: Intake, hang: int) -> None:
    """Never forgets the offset."""
    before = self._offset
    await ask(self, hang)
    self._offset = self._offset or before


ask = Intake._ask


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where something is expected not to come about."""
    monkeypatch.setitem(PATIENCE, "seconds", 1.0)


@pytest.mark.usefixtures("impatient")
async def test_a_poll_that_gives_up_is_caught(wired: WiredHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    await wired.stops()
    monkeypatch.setattr(Intake, "run", _gives_up)
    await wired.starts()

    with pytest.raises(AssertionError):
        await test_whatever_is_answered_the_house_goes_on_and_loses_nothing(wired, "500")


@pytest.mark.usefixtures("impatient")
async def test_a_poll_that_confirms_too_early_is_caught(wired: WiredHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    await wired.stops()
    monkeypatch.setattr(Intake, "_ask", _confirms_first)
    await wired.starts()

    with pytest.raises(AssertionError):
        await test_a_batch_is_confirmed_only_as_far_as_it_was_committed(wired, monkeypatch)


async def test_a_poll_that_never_forgets_its_offset_is_caught(
    wired: WiredHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    await wired.stops()
    monkeypatch.setattr(Intake, "_ask", _holds_on)
    await wired.starts()

    with pytest.raises(AssertionError):
        await test_the_next_question_confirms_what_is_committed_and_none_after_an_empty_answer(wired)
