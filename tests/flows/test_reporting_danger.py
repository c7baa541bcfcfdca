"""Danger in a report: numbers first, and the fault goes on below them."""

from __future__ import annotations

import pytest

from tests.flows.reporting import group, says, states, three
from tests.house import House


@pytest.mark.parametrize(
    ("text", "category"), [("电梯里困人了", "电梯"), ("闻到煤气味", "请楼栋长看"), ("楼下电线掉在地上漏电", "电")]
)
async def test_numbers_come_first_and_the_fault_goes_on_below(house: House, text: str, category: str) -> None:
    wang, _, _ = await three(house)

    await says(wang, f"报修 3栋2单元{text}")

    assert any(text.startswith("先打") or "119" in text for text in wang.sees())
    assert category in wang.reads() and "✅ 发出去" in wang.buttons()


async def test_plain_words_of_a_lift_with_somebody_in_it_go_on_as_a_report(house: House) -> None:
    wang, _, _ = await three(house)

    await says(wang, "3栋2单元电梯里困人了")

    assert await states(house) == ["draft"]
    assert any("119" in text for text in wang.sees())


async def test_said_in_the_group_the_fault_is_open_beside_the_numbers(house: House) -> None:
    wang, _, head = await three(house)

    await says(wang, "报修 3栋2单元电梯困人了", to=house.group)

    assert await states(house) == ["new"]
    assert group(house, "119") and group(house, "🛗 3栋2单元 · 电梯")
    assert head.buttons()[0] == "👌 我来处理"


@pytest.mark.parametrize("text", ["3栋2单元有老人晕倒了", "3栋有人触电了", "我不想活了", "他拿着刀要砍我", "5栋着火了"])
async def test_people_in_danger_are_no_ticket(house: House, text: str) -> None:
    wang, _, _ = await three(house)

    await says(wang, f"报修 {text}")
    await says(wang, text)

    assert await states(house) == []
