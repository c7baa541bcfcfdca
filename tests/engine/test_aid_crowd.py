"""Two hundred neighbours tap 我有 in the same moment: one has it, everybody reads where they stand."""

import asyncio
from typing import Any

from bot.playground.server import acts
from tests.flows.helping import asked, givers, verbs
from tests.house import House

CROWD = 200
STARTED = 40
"""So many of them have opened a chat with us; the rest are led there."""


async def test_of_two_hundred_who_tap_at_once_one_has_it_and_each_is_answered(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    started = await house.moves_in(*(f"邻居{number}" for number in range(STARTED)))
    rest = await house.moves_in(*(f"邻居{number}" for number in range(STARTED, CROWD)), started=False)
    everybody = [*started, *rest]
    await asked(house, wang)
    card, data = house.button(started[0].id, house.group, "我有")
    await house.stops()
    taps = [asyncio.create_task(acts.press(house.world, one.id, house.group, card.id, data)) for one in everybody]
    await asyncio.sleep(0)
    before = len(house.calls())

    await house.starts()
    await house.settles()
    answers: list[dict[str, Any] | None] = await asyncio.gather(*taps)

    [first, *line] = await givers(house)
    assert first[1:] == ("giving", 1)
    assert {(state, amount) for _, state, amount in line} == {("next", 1)} and len(line) == CROWD - 1
    assert [name for name, _, _ in (first, *line)] == [one.name for one in everybody]
    _all_answered(answers)
    assert (await verbs(house)).count("ask.taken") == 1
    edits = [call for call in house.calls("editMessageText") if call["params"]["message_id"] == str(card.id)]
    assert len([call for call in edits if call in house.calls()[before:]]) == 1
    assert house.in_group() == ["🤝 3栋的邻居要的\n布洛芬\n邻居0接了，正在联系。"]
    assert sum(text.startswith("🤝 邻居0有，愿意给您。") for text in wang.sees()) == 1
    assert all(one.reads().startswith("🤝 已经有邻居先接了，您是下一位。") for one in started[1:])
    assert await house.db.read.house.parked() == 0


def _all_answered(answers: list[dict[str, Any] | None]) -> None:
    """Whoever can be told reads where they stand, whoever cannot is led into the private chat."""
    assert all(answers)
    texts = [answer["text"] or "" for answer in answers if answer]
    assert texts[0].startswith("谢谢您。我已经告诉对方")
    assert all("您排在下一位" in text for text in texts[1:STARTED])
    assert all(
        answer["url"].startswith("https://t.me/linli_bot?start=ask_1_") for answer in answers[STARTED:] if answer
    )
