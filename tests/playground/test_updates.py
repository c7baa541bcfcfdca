"""How a bot gets its updates, and how long they wait for it."""

import asyncio
from typing import Any

import pytest

from tests.playground.conftest import Refused, Town

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def ids(town: Town, **params: Any) -> list[int]:
    return [update["update_id"] for update in await town.calls("getUpdates", **params)]


async def three(town: Town) -> list[int]:
    for word in ("one", "two", "three"):
        await town.says(town.anna, "bot", word)
    return await ids(town)


async def test_unconfirmed_updates_come_again(town: Town) -> None:
    first = await three(town)
    assert await ids(town) == first
    assert first == [first[0], first[0] + 1, first[0] + 2]


async def test_an_offset_drops_everything_below(town: Town) -> None:
    first = await three(town)
    assert await ids(town, offset=first[1], limit=1) == [first[1]]
    assert await ids(town) == first[1:]
    assert await ids(town, offset=first[2] + 1) == []
    assert await ids(town) == []


async def test_a_negative_offset_keeps_the_last(town: Town) -> None:
    first = await three(town)
    assert await ids(town, offset=-1) == first[2:]
    assert await ids(town) == first[2:]


async def test_an_offset_from_another_life_drops_nothing(town: Town) -> None:
    first = await three(town)
    assert await ids(town, offset=first[2] + 1000) == first
    assert await ids(town) == first


async def test_at_most_a_hundred_at_once(town: Town) -> None:
    for number in range(120):
        await town.says(town.anna, "bot", str(number))
    assert len(await ids(town)) == 100
    assert len(await ids(town, limit=7)) == 7
    assert len(await ids(town, limit=1000)) == 100


async def test_a_long_poll_wakes_at_once(town: Town) -> None:
    poll = asyncio.create_task(town.calls("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await town.says(town.anna, "bot", "hello")
    async with asyncio.timeout(1):
        assert (await poll)[0]["message"]["text"] == "hello"


async def test_a_long_poll_ends_empty(town: Town) -> None:
    assert await town.calls("getUpdates", timeout=1) == []


async def test_a_second_poll_ends_the_first_with_409(town: Town) -> None:
    first = asyncio.create_task(town.calls("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(town.calls("getUpdates", timeout=30))
    with pytest.raises(Refused, match=OTHER) as refused:
        await first
    assert refused.value.code == 409
    await town.says(town.anna, "bot", "hello")
    assert len(await second) == 1


async def test_a_webhook_forbids_polling(town: Town) -> None:
    poll = asyncio.create_task(town.calls("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await town.calls("setWebhook", url="https://example.org/hook")
    with pytest.raises(Refused, match="Conflict: terminated by setWebhook request"):
        await poll
    with pytest.raises(Refused, match=WEBHOOK):
        await town.calls("getUpdates")
    await town.says(town.anna, "bot", "hello")
    assert (await town.calls("getWebhookInfo"))["pending_update_count"] == 1
    await town.calls("deleteWebhook")
    assert len(await ids(town)) == 1
    await town.calls("deleteWebhook", drop_pending_updates=True)
    assert await ids(town) == []


async def test_presses_wait_150_seconds_and_the_rest_a_day(town: Town) -> None:
    await town.says(town.anna, "bot", "hello")
    sent = await town.calls("sendMessage", chat_id=town.anna, text="card")
    press = await town.presses(town.anna, "bot", sent["message_id"], "x")
    assert len(await ids(town)) == 2
    await town.play("clock", seconds=149)
    assert len(await ids(town)) == 2
    await town.play("clock", seconds=1)
    assert [list(update)[1] for update in await town.calls("getUpdates")] == ["message"]
    await town.play("clock", seconds=24 * 3600 - 151)
    assert len(await ids(town)) == 1
    await town.play("clock", seconds=2)
    assert await ids(town) == []
    press.cancel()


async def test_ids_start_anew_after_an_idle_week(town: Town) -> None:
    first = await three(town)
    await ids(town, offset=first[2] + 1)
    await town.play("clock", seconds=7 * 24 * 3600 + 1)
    await town.says(town.anna, "bot", "hello")
    [later] = await ids(town, offset=first[2] + 1)
    assert abs(later - first[2]) > 1


async def test_what_is_allowed_is_kept_until_it_is_changed(town: Town) -> None:
    await town.play("join", who=town.dong, chat=town.home)
    assert [list(update)[1] for update in await town.hears()] == ["message"]
    await town.hears(allowed_updates=["chat_member", "message"])
    await town.play("leave", who=town.dong, chat=town.home)
    assert {list(update)[1] for update in await town.hears()} == {"message", "chat_member"}
    await town.hears(allowed_updates=["callback_query"])
    await town.says(town.anna, "bot", "unheard")
    assert await town.hears() == []
    await town.hears(allowed_updates=[])
    await town.says(town.anna, "bot", "heard")
    assert len(await town.hears()) == 1


async def test_a_raw_update_is_handed_over_as_it_is(town: Town) -> None:
    broken: list[Any] = [{"message": {"text": 7}}, {"update_id": 5, "novelty": "\ud83d"}, {"message": None}]
    for update in broken:
        await town.play("raw", update=update)
    heard = await town.calls("getUpdates")
    assert [{key: update[key] for key in given} for update, given in zip(heard, broken, strict=True)] == broken
