"""Health: a page of numbers that says when the house is ill, and a sign of life for systemd."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.playground.server import acts
from bot.playground.server.faults import Fault
from bot.runtime import running, watchdog, web
from bot.runtime.community import Community
from storage import files
from tests.house import House

MARKS = ("王芳", "布洛芬", "发烧", "锦江苑", "1000000001")


async def until(true: Callable[[], object], seconds: float = 8) -> None:
    """Wait for something that will come about."""
    patience = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < patience, "it does not come about"
        await asyncio.sleep(0.004)


async def health(*houses: House) -> httpx.Response:
    """What somebody reads who opens /healthz."""
    page = web.application(lambda: running.reports([house.community for house in houses]))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(page), base_url="http://house") as client:
        return await client.get("/healthz")


async def test_a_house_that_is_well_says_so_in_numbers(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/need 布洛芬 孩子发烧", to=house.group)
    await house.settles()

    answer = await health(house)

    assert answer.status_code == 200
    (report,) = answer.json()["communities"]
    assert report["well"] is True
    assert report["polling"] == "ok"
    numbers = {key: value for key, value in report.items() if key not in ("well", "polling", "database_writable")}
    assert all(value is None or isinstance(value, int | float) for value in numbers.values())
    assert not any(mark in answer.text for mark in MARKS)


async def test_a_house_whose_polling_stopped_is_ill(house: House) -> None:
    assert house.community.intake.health.polled
    house.community.intake.health.polled -= 170
    assert (await health(house)).status_code == 200

    house.community.intake.health.polled -= 20
    answer = await health(house)

    assert answer.status_code == 503
    assert answer.json()["communities"][0]["last_poll_seconds"] > 180


async def test_a_house_that_never_polled_is_ill(house: House) -> None:
    house.community.intake.health.polled = None

    assert (await health(house)).status_code == 503


async def test_a_house_that_still_waits_for_telegram_at_its_start_is_ill(house: House) -> None:
    """The page is there before any community is."""
    assert (await health()).status_code == 503


async def test_trouble_with_polling_has_a_name_and_no_words(house: House) -> None:
    house.world.updates.change(None, {"url": "https://example.org/王芳"})
    house.world.updates.abort("setWebhook request of 王芳")
    await until(lambda: house.community.intake.health.trouble)

    answer = await health(house)

    assert answer.json()["communities"][0]["polling"] == "Conflict"
    assert not any(mark in answer.text for mark in MARKS)


async def test_a_promise_that_is_not_kept_for_ten_minutes_is_an_illness(house: House) -> None:
    wang = await house.moves_in("王芳")
    house.world.calls.faults.append(Fault("sendmessage", status=429, retry_after=9999, chat_id=house.group))
    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: house.community.delivery.limits.pauses)
    house.clock.push(590)
    await house.community.alarms.look()
    assert (await health(house)).status_code == 200

    house.clock.push(20)
    await house.community.alarms.look()
    answer = await health(house)

    assert answer.status_code == 503
    assert answer.json()["communities"][0]["oldest_promise_seconds"] > 600


async def test_small_talk_of_which_nobody_knows_whether_it_arrived_is_no_promise(house: House) -> None:
    """It will not be sent again; it must not make the house ill for ever."""
    wang = await house.moves_in("王芳")
    house.group = house.world.add_group("论坛", [wang.id], bot="administrator", topics=["互助"])
    (topic,) = house.world.chats[house.group].topics.values()
    said = wang.says("/need 梯子", to=house.group, thread=topic.id)
    await house.settles()
    acts.edit(house.world, wang.id, house.group, said.id, "/need 长梯子")
    topic.closed = True
    await house.settles()

    house.clock.push(700)
    await house.community.alarms.look()

    assert (await health(house)).status_code == 200


async def test_what_waits_for_the_morning_or_for_a_removed_group_is_no_illness(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("/need 布洛芬", to=house.group)
    await house.settles()
    house.world.chats[house.group].bot = "kicked"
    await wang.presses("解决了")

    house.clock.push(3 * 3600)
    await house.rings()

    assert (await health(house)).status_code == 200
    assert chen


async def test_an_alarm_that_is_two_minutes_overdue_is_an_illness(house: House) -> None:
    house.community.alarms.may_ring.clear()
    await house.db.whole(lambda tx: tx.alarms.set("house.tidy", "house", int(house.clock.seconds()) + 10))
    house.clock.push(100)
    assert (await health(house)).status_code == 200

    house.clock.push(60)
    answer = await health(house)

    assert answer.status_code == 503
    assert answer.json()["communities"][0]["oldest_alarm_seconds"] > 120


async def test_a_database_that_cannot_be_written_is_an_illness_and_heals_by_itself(house: House) -> None:
    await house.db.writer.execute("PRAGMA query_only = ON")
    answer = await health(house)
    await house.db.writer.execute("PRAGMA query_only = OFF")

    assert answer.status_code == 503
    assert answer.json()["communities"][0]["database_writable"] is False
    assert (await health(house)).status_code == 200


async def test_one_ill_community_makes_the_whole_process_ill(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    async with House(tmp_path / "first") as first, House(tmp_path / "second") as second:
        assert (await health(first, second)).status_code == 200
        second.community.intake.health.polled = None

        answer = await health(first, second)

        assert answer.status_code == 503
        assert [report["well"] for report in answer.json()["communities"]] == [True, False]


async def test_what_was_parked_is_counted(house: House) -> None:
    house.world.updates.add_raw({"message": {"text": "王芳"}})
    await house.settles()

    answer = await health(house)

    assert answer.json()["communities"][0]["parked"] == 1
    assert not any(mark in answer.text for mark in MARKS)


async def test_the_page_is_there_over_http(house: House) -> None:
    page = web.application(lambda: running.reports([house.community]))
    server, task = await web.serve(page, "127.0.0.1", 0)
    port = server.servers[0].sockets[0].getsockname()[1]

    async with httpx.AsyncClient() as client:
        answer = await client.get(f"http://127.0.0.1:{port}/healthz")
        elsewhere = await client.get(f"http://127.0.0.1:{port}/")
    server.should_exit = True
    await task

    assert (answer.status_code, elsewhere.status_code) == (200, 404)


# systemd


class Systemd:
    """The end of the wire at which systemd listens."""

    def __init__(self, folder: Path):
        self.address = str(folder / "notify")
        self.wire = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.wire.bind(self.address)
        self.wire.setblocking(False)
        self.heard: list[str] = []

    def hears(self, what: str) -> bool:
        while True:
            try:
                self.heard.append(self.wire.recv(1000).decode())
            except BlockingIOError:
                return what in self.heard


@pytest.fixture
async def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Systemd]:
    made = Systemd(tmp_path)
    monkeypatch.setenv("NOTIFY_SOCKET", made.address)
    monkeypatch.setenv("WATCHDOG_USEC", "60000")
    yield made
    made.wire.close()


def community_in(folder: Path) -> Community:
    """A community that nobody has started yet."""
    house = House(folder)
    files.create(house.database, "锦江苑")
    return Community(house.plan, house.clock.seconds, (house.wire(), house.wire()))


async def test_systemd_hears_that_the_house_is_ready_alive_and_stopping(tmp_path: Path, systemd: Systemd) -> None:
    running_house = asyncio.create_task(running.run([community_in(tmp_path)], None))
    await until(lambda: systemd.hears("WATCHDOG=1"))

    os.kill(os.getpid(), signal.SIGTERM)
    await running_house

    assert systemd.hears("STOPPING=1")
    assert systemd.heard[0] == "READY=1"
    assert systemd.heard[-1] == "STOPPING=1"
    assert set(systemd.heard[1:-1]) == {"WATCHDOG=1"}


@pytest.mark.parametrize("loop", [0, 1, 2, 3])
async def test_systemd_hears_nothing_any_more_when_one_of_the_loops_is_dead(
    tmp_path: Path, systemd: Systemd, loop: int
) -> None:
    community = community_in(tmp_path)
    running_house = asyncio.create_task(running.run([community], None))
    await until(lambda: systemd.hears("WATCHDOG=1"))

    community.tasks[loop].cancel()
    await asyncio.sleep(0.1)
    systemd.hears("")
    systemd.heard.clear()
    await asyncio.sleep(0.15)
    silent = not systemd.hears("WATCHDOG=1")
    os.kill(os.getpid(), signal.SIGTERM)
    await running_house

    assert silent


async def test_without_systemd_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)

    watchdog.notify("READY=1")

    assert watchdog.every() is None


async def test_a_systemd_that_does_not_listen_any_more_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))

    watchdog.notify("STOPPING=1")


@pytest.mark.parametrize(("microseconds", "seconds"), [("30000000", 15.0), ("", None), ("soon", None)])
def test_a_sign_of_life_comes_twice_as_often_as_systemd_wants_it(
    monkeypatch: pytest.MonkeyPatch, microseconds: str, seconds: float | None
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", microseconds)

    assert watchdog.every() == seconds


# planted bugs: each of them one of the checks above must see


@pytest.mark.parametrize(
    "check",
    [
        test_a_house_whose_polling_stopped_is_ill,
        test_a_promise_that_is_not_kept_for_ten_minutes_is_an_illness,
        test_an_alarm_that_is_two_minutes_overdue_is_an_illness,
        test_a_database_that_cannot_be_written_is_an_illness_and_heals_by_itself,
    ],
)
async def test_a_house_that_is_always_well_is_caught(
    house: House, monkeypatch: pytest.MonkeyPatch, check: Callable[[House], Any]
) -> None:
    monkeypatch.setattr(web, "well", lambda report: True)

    with pytest.raises(AssertionError):
        await check(house)
    await house.db.writer.execute("PRAGMA query_only = OFF")
