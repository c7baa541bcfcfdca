"""The control API: acting, ordering faults, watching, and the server that carries it all."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.playground.clock import Clock
from bot.playground.server import Handle, Inside, World, application, sample, serve
from tests.playground.conftest import TOKEN, Refused, Town


@asynccontextmanager
async def served(
    world: World | None = None, page: Path | None = None
) -> AsyncIterator[tuple[httpx.AsyncClient, Handle]]:
    world = World(Clock(), None, TOKEN)
    sample.fill(world)
    handle = await serve(application(world, page=page), "127.0.0.1", 0)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{handle.port}", timeout=10) as http:
        yield http, handle
    await handle.stop()


async def test_a_fault_before_leaves_no_trace_and_one_after_does(town: Town) -> None:
    await town.play("fault", method="sendMessage", times=1, status=500, description="Internal Server Error")
    await town.play("fault", method="sendMessage", times=1, status=502, when="after")
    for code in (500, 502):
        with pytest.raises(Refused) as refused:
            await town.calls("sendMessage", chat_id=town.group, text=str(code))
        assert refused.value.code == code
    await town.calls("sendMessage", chat_id=town.group, text="fine")
    shown = (await town.look("messages", who_looks=town.anna, chat=town.group))["messages"]
    assert [message["text"] for message in shown] == ["502", "fine"]


async def test_a_fault_may_be_for_one_chat_or_any_method(town: Town) -> None:
    await town.play("fault", method="*", chat_id=town.home, status=429, retry_after=7)
    await town.calls("sendMessage", chat_id=town.group, text="x")
    with pytest.raises(Refused) as refused:
        await town.calls("getChat", chat_id=town.home)
    assert (refused.value.code, refused.value.parameters) == (429, {"retry_after": 7})


async def test_a_dropped_call_breaks_the_connection() -> None:
    async with served() as (http, _):
        await http.post("/play/fault", json={"method": "getMe", "drop": True})
        with pytest.raises(httpx.RemoteProtocolError):
            await http.get(f"/bot{TOKEN}/getMe")
        await http.post("/play/fault", json={"method": "getMe", "hang": 0.3})
        begun = time.monotonic()
        assert (await http.get(f"/bot{TOKEN}/getMe")).json()["ok"]
        assert time.monotonic() - begun >= 0.3


async def test_calls_are_remembered_as_they_were_sent(town: Town) -> None:
    await town.calls("sendMessage", chat_id=town.group, text="x")
    await town.calls("getUpdates")
    with pytest.raises(Refused):
        await town.calls("sendMessage", chat_id=town.group, text="")
    noted = (await town.look("calls"))["calls"]
    assert [(call["method"], call["status"]) for call in noted] == [("sendMessage", 200), ("sendMessage", 400)]
    assert noted[0]["params"] == {"chat_id": str(town.group), "text": "x"}
    assert (await town.look("calls", since=noted[1]["n"]))["calls"] == []


@pytest.mark.parametrize(
    ("act", "values", "status"),
    [
        ("say", {"as": 1, "chat": "bot", "text": "x"}, 404),
        ("say", {"as": 100001, "chat": -7, "text": "x"}, 404),
        ("say", {"as": 100001, "chat": "bot", "text": " "}, 400),
        ("say", {"as": 100001, "chat": "bot", "text": "x" * 4097}, 400),
        ("say", {"as": 100001, "chat": "bot"}, 400),
        ("press", {"as": 100001, "chat": "bot", "message_id": 9, "data": "x"}, 404),
        ("edit", {"as": 100001, "chat": "bot", "message_id": 9, "text": "x"}, 404),
        ("clock", {"to": "alarm"}, 400),
        ("person", {}, 400),
        ("topic", {"chat": 100001, "name": "x"}, 400),
    ],
)
async def test_what_cannot_be_is_refused_in_a_sentence(
    town: Town, act: str, values: dict[str, Any], status: int
) -> None:
    answer = await town.http.post(f"/play/{act}", json=values)
    assert answer.status_code == status
    assert len(answer.json()["error"]) > 10


async def test_strangers_do_not_speak_in_a_group(town: Town) -> None:
    answer = await town.http.post("/play/say", json={"as": town.dong, "chat": town.group, "text": "x"})
    assert answer.json() == {"error": "you are not a member of this chat"}


async def test_unread_marks_and_keyboards(town: Town) -> None:
    await town.starts(town.anna)
    keyboard = {"keyboard": [[{"text": "求助"}]], "is_persistent": True}
    await town.calls("sendMessage", chat_id=town.anna, text="menu", reply_markup=keyboard)
    chats = (await town.look("chats", who_looks=town.anna))["chats"]
    private = next(chat for chat in chats if chat["id"] == "bot")
    assert (private["unread"], private["keyboard"], private["started"]) == (1, keyboard, True)
    assert private["last"]["text"] == "menu"
    assert "reply_markup" not in private["last"]
    await town.play("read", who_acts=town.anna, chat="bot")
    await town.calls("sendMessage", chat_id=town.anna, text="?", reply_markup={"force_reply": True})
    private = (await town.look("chats", who_looks=town.anna))["chats"][0]
    assert private["unread"] == 1
    assert private["keyboard"]["force_reply"]
    await town.says(town.anna, "bot", "an answer")
    assert (await town.look("chats", who_looks=town.anna))["chats"][0]["keyboard"] is None


async def test_older_messages_come_page_by_page(town: Town) -> None:
    for number in range(7):
        await town.says(town.anna, town.group, str(number))
    newest = await town.look("messages", who_looks=town.boris, chat=town.group, limit=5)
    assert ([m["text"] for m in newest["messages"]], newest["more"]) == (list("23456"), True)
    first = newest["messages"][0]["message_id"]
    older = await town.look("messages", who_looks=town.boris, chat=town.group, limit=5, before=first)
    assert ([m["text"] for m in older["messages"]], older["more"]) == (list("01"), False)


async def test_the_next_alarm_can_be_reached() -> None:
    world = World(Clock(), None, TOKEN)
    at = world.clock.seconds() + 5000

    async def next_alarm() -> float:
        return at

    async def rests() -> bool:
        return True

    transport = httpx.ASGITransport(application(world, page=None, inside=Inside(next_alarm, rests)))
    async with httpx.AsyncClient(transport=transport, base_url="http://playground") as http:
        assert (await http.get("/play/world")).json()["can"] == {"next_alarm": True}
        assert (await http.post("/play/clock", json={"to": "alarm"})).json()["now"] == pytest.approx(at, abs=1)
        assert (await http.get("/play/rest")).json() == {"rests": True}


async def test_where_the_bot_runs_elsewhere_nobody_knows_when_it_rests(town: Town) -> None:
    answer = await town.http.get("/play/rest")
    assert (answer.status_code, "inside" in answer.json()["error"]) == (400, True)


async def test_a_page_is_told_at_once() -> None:
    async with served() as (http, _), http.stream("GET", "/play/live", params={"as": 100001}) as stream:
        lines = stream.aiter_lines()
        assert await anext(lines) == ": here"
        await http.post("/play/start", json={"as": 100001})
        await http.post("/play/clock", json={"seconds": 60})
        hints: list[Any] = []
        async with asyncio.timeout(3):
            while len(hints) < 2:
                line = await anext(lines)
                hints += [json.loads(line[6:])] if line.startswith("data: ") else []
        assert hints[0] == {"kind": "chat", "chat": "bot"}
        assert hints[1]["kind"] == "clock"


async def test_the_server_stops_at_once_whatever_is_open() -> None:
    async with served() as (http, handle):
        poll = asyncio.create_task(http.get(f"/bot{TOKEN}/getUpdates", params={"timeout": 50}))
        await asyncio.sleep(0.1)
        async with asyncio.timeout(1):
            await handle.stop()
        with pytest.raises(httpx.HTTPError):
            await poll


async def test_a_bot_that_has_gone_is_not_online() -> None:
    async with served() as (http, _):
        with pytest.raises(httpx.ReadTimeout):
            await http.get(f"/bot{TOKEN}/getUpdates", params={"timeout": 50}, timeout=0.2)
        await asyncio.sleep(0.2)
        assert (await http.get("/play/world")).json()["bot"]["online"] > 0
        await http.post("/play/start", json={"as": 100001})
        assert len((await http.get(f"/bot{TOKEN}/getUpdates")).json()["result"]) == 1


async def test_a_taken_port_is_an_oserror() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            await serve(application(World(Clock(), None, TOKEN), page=None), "127.0.0.1", taken.getsockname()[1])


async def test_an_answer_does_not_wait_for_the_networks_timers() -> None:
    async with served() as (http, _):
        begun = time.monotonic()
        for _ in range(20):
            await http.get(f"/bot{TOKEN}/getMe")
        assert time.monotonic() - begun < 0.4, "Nagle and delayed acknowledgements cost 40 ms a call"


async def test_the_first_token_seen_may_become_the_bots() -> None:
    world = World(Clock(), None, "", any_token=True)
    transport = httpx.ASGITransport(application(world, page=None))
    async with httpx.AsyncClient(transport=transport, base_url="http://playground") as http:
        assert (await http.get("/bot77:abc/getMe")).json()["result"]["id"] == 77
        assert (await http.get("/bot78:abc/getMe")).status_code == 401


async def test_the_page_is_served(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>page</h1>")
    async with served(page=tmp_path) as (http, _):
        assert "page" in (await http.get("/")).text
        assert "page" in (await http.get("/page/index.html")).text


def test_thousands_of_people_are_quickly_made(tmp_path: Path) -> None:
    begun = time.monotonic()
    world = World(Clock(), tmp_path / "chats.db", TOKEN)
    ids = world.add_people({"first_name": f"P{number}"} for number in range(6000))
    world.add_group("All", ids, bot="administrator")
    world.feature(ids[5999], "the last one")
    world.flush()
    world.close()
    assert time.monotonic() - begun < 2
    again = World(Clock(), tmp_path / "chats.db", TOKEN)
    assert not again.fresh
    assert (len(again.people), again.people[ids[5999]].about) == (6000, "the last one")
