"""What was answered is still there after kill -9, and after any restart."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from bot.playground.server import sample
from tests.playground.conftest import Town


@asynccontextmanager
async def running(store: Path) -> AsyncIterator[tuple[httpx.AsyncClient, int]]:
    """The server as a process of its own; killed at the end."""
    options = ("-m", "bot.playground.server", "--port", "0", "--store", str(store), "--no-limits")
    process = await asyncio.create_subprocess_exec(sys.executable, *options, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout is not None
        async with asyncio.timeout(15):
            line = (await process.stdout.readline()).decode()
        async with httpx.AsyncClient(base_url=line.split()[0], timeout=10) as http:
            yield http, process.pid
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def calls(http: httpx.AsyncClient, method: str, **params: Any) -> Any:
    answer = (await http.post(f"/bot{sample.TOKEN}/{method}", json=params)).json()
    assert answer["ok"], answer
    return answer["result"]


async def state(http: httpx.AsyncClient, people: list[int]) -> list[Any]:
    """What everybody sees, and what waits for the bot."""
    seen: list[Any] = []
    for person in people:
        chats = (await http.get("/play/chats", params={"as": person})).json()["chats"]
        seen.append(chats)
        for chat in chats:
            query = {"as": person, "chat": chat["id"]}
            seen.append((await http.get("/play/messages", params=query)).json())
    return [*seen, await calls(http, "getUpdates"), await calls(http, "getMyCommands")]


async def test_everything_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    store = tmp_path / "chats.db"
    async with running(store) as (http, pid):
        people = [p["id"] for p in (await http.get("/play/people")).json()["people"]]
        anna, boris, chen = people[:3]
        group = (await http.get("/play/chats", params={"as": anna})).json()["chats"][0]["id"]

        async def play(act: str, **values: Any) -> Any:
            answer = await http.post(f"/play/{act}", json=values)
            assert answer.status_code == 200, answer.text
            return answer.json()

        await play("start", **{"as": anna})
        await play("start", **{"as": boris})
        await play("block", **{"as": boris, "blocked": True})
        await play("say", **{"as": chen, "chat": group, "text": "/need@linli_bot x"})
        keyboard = {"keyboard": [[{"text": "求助"}]], "is_persistent": True}
        await calls(http, "sendMessage", chat_id=anna, text="menu", reply_markup=keyboard)
        await calls(http, "setMyCommands", commands=[{"command": "need", "description": "x"}])
        await play("clock", seconds=3600)
        await play("photo", **{"as": anna, "chat": "bot"})
        waiting = await calls(http, "getUpdates")
        await calls(http, "getUpdates", offset=waiting[0]["update_id"] + 1)
        for number in range(60):
            await play("say", **{"as": anna, "chat": "bot", "text": f"word {number}"})
        card = await calls(http, "sendMessage", chat_id=anna, text="card")
        press = asyncio.create_task(
            play("press", **{"as": anna, "chat": "bot", "message_id": card["message_id"], "data": "x"})
        )
        await asyncio.sleep(0.1)
        before = await state(http, people)
        clock = (await http.get("/play/world")).json()["now"]
        os.kill(pid, signal.SIGKILL)
        await asyncio.gather(press, return_exceptions=True)
    async with running(store) as (http, _):
        assert await state(http, people) == before
        now = (await http.get("/play/world")).json()["now"]
        assert 0 <= now - clock < 20
        query = before[-2][-1]["callback_query"]
        assert await calls(http, "answerCallbackQuery", callback_query_id=query["id"])
        photo = before[-2][3]["message"]["photo"][0]["file_id"]
        file = await calls(http, "getFile", file_id=photo)
        assert (await http.get(f"/file/bot{sample.TOKEN}/{file['file_path']}")).content.startswith(b"\x89PNG")


async def test_kill_9_in_the_middle_of_a_rush_loses_nothing_acknowledged(tmp_path: Path) -> None:
    store = tmp_path / "chats.db"
    told: list[int] = []
    async with running(store) as (http, pid):
        person = (await http.get("/play/people")).json()["people"][0]["id"]

        async def rush() -> None:
            while True:
                said = {"as": person, "chat": "bot", "text": "x"}
                told.append((await http.post("/play/say", json=said)).json()["message"]["message_id"])

        rushing = asyncio.create_task(rush())
        await asyncio.sleep(0.4)
        os.kill(pid, signal.SIGKILL)
        await asyncio.gather(rushing, return_exceptions=True)
    async with running(store) as (http, _):
        query = {"as": person, "chat": "bot", "limit": 10_000}
        kept = [m["message_id"] for m in (await http.get("/play/messages", params=query)).json()["messages"]]
        waiting = (await calls(http, "getUpdates", offset=-100))[-1]["message"]["message_id"]
    assert told
    assert set(told) <= set(kept)
    assert waiting >= told[-1]


def test_ages_go_on_over_a_restart(tmp_path: Path) -> None:
    async def first() -> None:
        town = Town(tmp_path / "chats.db")
        await town.says(town.anna, "bot", "old")
        await town.play("clock", seconds=23 * 3600)
        await town.says(town.anna, "bot", "young")
        town.world.close()

    asyncio.run(first())

    async def second() -> list[str]:
        town = Town.reopened(tmp_path / "chats.db")
        await town.play("clock", seconds=3601)
        heard = await town.calls("getUpdates")
        town.world.close()
        return [update["message"]["text"] for update in heard]

    assert asyncio.run(second()) == ["young"]
