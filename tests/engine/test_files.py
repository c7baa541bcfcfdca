"""Files are made when they are sent: from the state of that moment, off the loop, and never half."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import pytest

from bot.i18n import page
from bot.playground.server.state import BOT
from handlers.context import Turn
from handlers.features import Kind, Maker
from tests.engine.test_delivery import in_turn, order, rows, seconds_pass, until
from tests.house import House, Neighbour


async def gather(look: Any, args: Mapping[str, Any]) -> Any:
    """What the house fact says now, in the reader's language."""
    value = await look.read.house.value(args["key"])
    return None if value is None else (look.t.lang, value)


def build(data: Any) -> tuple[str, bytes]:
    assert threading.current_thread() is not threading.main_thread(), "the loop is held up"
    return f"名单-{data[0]}.txt", data[1].encode()


async def promises_a_file(house: House, who: Neighbour, key: str = "list", caption: str = "<名单>") -> None:
    async def work(turn: Turn) -> None:
        person = await turn.tx.people.by_telegram(who.id)
        assert person
        await turn.promise_file(await turn.private_room(person), "test.file", "test", page([caption]), key=key)

    await in_turn(house, work)


async def sets(house: House, value: str) -> None:
    await house.db.whole(lambda tx: tx.house.set("list", value))


def files_of(house: House, who: Neighbour) -> list[tuple[str, bytes, str]]:
    """(name, content, caption) of the documents somebody was sent."""
    found = []
    for post in house.posts(who.id, "bot"):
        if post.sender == BOT and "document" in post.body:
            file = house.world.library.get(post.body["document"]["file_id"])
            assert file
            stored = house.world.library.at(file.path)
            assert stored
            found.append((file.name, stored[1], post.body.get("caption", "")))
    return found


@pytest.fixture
def maker(house: House) -> House:
    house.community.delivery.makers["test"] = Maker(gather, build)
    return house


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_promised_file_arrives_in_the_readers_language(maker: House, language: str) -> None:
    anna = await maker.moves_in("Anna", language=language)
    await sets(maker, "三栋")

    await promises_a_file(maker, anna)
    await maker.settles()

    assert files_of(maker, anna) == [(f"名单-{language}.txt", "三栋".encode(), "<名单>")]
    assert await rows(maker, "SELECT 1 FROM notes") == []


async def test_a_file_shows_the_state_of_the_moment_it_is_sent_and_not_of_the_promise(maker: House) -> None:
    anna = await maker.moves_in("Anna")
    await sets(maker, "old")
    order(maker, "sendDocument", status=429, retry_after=60)

    await promises_a_file(maker, anna)
    await until(lambda: maker.community.delivery.limits.pauses)
    await sets(maker, "new")
    seconds_pass(maker, 61)
    await maker.settles()

    assert [content for _, content, _ in files_of(maker, anna)] == [b"new"]


async def test_a_file_about_something_that_is_gone_is_not_sent(maker: House) -> None:
    anna = await maker.moves_in("Anna")

    await promises_a_file(maker, anna, key="nothing")
    await maker.settles()

    assert files_of(maker, anna) == [] and await rows(maker, "SELECT 1 FROM notes") == []
    assert await maker.db.read.house.parked() == 0


async def test_a_file_that_cannot_be_made_is_put_off_then_parked_and_whoever_promised_it_hears(maker: House) -> None:
    anna = await maker.moves_in("Anna")
    heard: list[str] = []

    def broken(data: Any) -> tuple[str, bytes]:
        raise ValueError("这句话不许留下")

    async def failed(turn: Turn, note: Any, result: Any) -> None:
        heard.append(note.kind)

    maker.community.delivery.makers["test"] = Maker(gather, broken)
    maker.community.delivery.kinds["test.file"] = Kind("again", failed=failed)
    await sets(maker, "x")
    await promises_a_file(maker, anna)
    for minutes in (0, 2, 6, 31):
        maker.clock.push(minutes * 60)
        maker.community.delivery.woken.set()
        await maker.settles()

    assert heard == ["test.file"] and files_of(maker, anna) == []
    [parked] = await rows(maker, "SELECT kind, exception, place FROM parked")
    assert parked["kind"] == "delivery:test.file" and "不许" not in str(parked)


async def test_a_file_nobody_can_make_any_more_holds_up_nobody(house: House) -> None:
    anna = await house.moves_in("Anna")

    await promises_a_file(house, anna)
    anna.says("/help")
    await house.settles()

    assert anna.reads().startswith("这样用")
