"""Two hundred neighbours tap 我也遇到了 in the same moment, and two heads take the same ticket in the same moment."""

import asyncio
from typing import Any

from bot.playground.server import acts
from tests.flows.repairing import a_head, says, ticket
from tests.house import House, Neighbour

CROWD = 200
STARTED = 40
"""So many of them have opened a chat with us; the rest are led there."""


async def test_of_two_hundred_who_met_it_at_once_each_is_counted_once_and_the_head_hears_nothing(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    started = await house.moves_in(*(f"邻居{number}" for number in range(STARTED)))
    rest = await house.moves_in(*(f"邻居{number}" for number in range(STARTED, CROWD)), started=False)
    await says(house, wang, "报修 3栋2单元停水了", to=house.group)
    card, data = house.button(started[0].id, house.group, "我也遇到了")
    before = len(house.calls())

    answers = await _at_once(house, [(one, house.group, card.id, data) for one in [*started, *rest, *started]])

    assert await house.db.read.desks.count(1) == CROWD
    assert all(answers) and f"还有{CROWD}户也遇到了" in house.in_group()[0]
    assert all((answer or {})["text"] == "记上了。有进展我私下告诉您。" for answer in answers[:STARTED])
    assert all(
        (answer or {})["url"].startswith("https://t.me/linli_bot?start=ticket_1_") for answer in answers[STARTED:CROWD]
    )
    sent = [str(call["params"]["chat_id"]) for call in house.calls()[before:] if call["method"] == "sendMessage"]
    in_private = [chat for chat in sent if chat != str(house.group)]
    assert sorted(in_private) == sorted(str(one.id) for one in started)
    assert await house.db.read.house.parked() == 0

    before = len(house.calls("sendMessage"))
    await head.presses("我来处理")
    told = [str(call["params"]["chat_id"]) for call in house.calls("sendMessage")[before:]]
    assert sorted(told) == sorted(str(one.id) for one in [wang, *started])


async def test_two_heads_take_it_in_the_same_moment_and_one_has_it_and_the_other_reads_who(house: House) -> None:
    wang, first = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    second = await a_head(house, "李强")
    await says(house, wang, "报修 3栋2单元路灯不亮")
    await wang.presses("发出去")
    before = len(house.calls("sendMessage"))
    taps = [(one, "bot", *_button(house, one)) for one in (second, first)]

    answers = await _at_once(house, taps)

    assert [(answer or {})["text"] for answer in answers] == [
        "好，这件归您了。报修的邻居已经知道。",
        "已经有人在处理了，多谢您。",
    ]
    assert (await house.db.read.people.get((await ticket(house)).owner_id)).name == "李强"
    assert "🛠 您在处理。" in second.reads() and "🛠 李强在处理。" in first.reads()
    told = [str(call["params"]["chat_id"]) for call in house.calls("sendMessage")[before:]]
    assert told == [str(wang.id)] and "🛠 李强在处理。" in wang.reads()
    assert [one.verb for one in await house.db.read.journal.of("ticket_1")].count("ticket.taken") == 1


def _button(house: House, who: Neighbour) -> tuple[int, str]:
    post, data = house.button(who.id, "bot", "我来处理")
    return post.id, data


async def _at_once(house: House, taps: list[tuple[Neighbour, Any, int, str]]) -> list[dict[str, Any] | None]:
    """All of them wait when the house comes up; → the answers in the order of the taps."""
    await house.stops()
    pressed = [asyncio.create_task(acts.press(house.world, one.id, chat, card, data)) for one, chat, card, data in taps]
    await asyncio.sleep(0)
    await house.starts()
    await house.settles()
    return list(await asyncio.gather(*pressed))
