"""The evening line on a group's board, and a month in numbers for organisers."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.flows.test_board import MINUTE, board, hang
from tests.flows.test_offices import office, says
from tests.house import ZONE, House, Neighbour


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=ZONE)  # type: ignore[misc, arg-type]  # year, month, day, hour, minute


@pytest.fixture
async def li(house: House) -> Neighbour:
    social: Neighbour = await house.moves_in("李社工")
    await office(house, social, "organiser")
    await hang(house)
    return social


async def test_at_eight_every_board_says_how_the_day_was_until_midnight(house: House, li: Neighbour) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    for what in ("求助 梯子", "求助 布洛芬"):
        wang.says(what, to=house.group)
        await house.settles()
    await chen.presses("我有", on=house.group, containing="梯子")
    house.set_clock(at(2026, 11, 28, 19, 30))
    await house.rings()
    await house.later(**MINUTE)
    assert "今天的我们" not in board(house)

    house.set_clock(at(2026, 11, 28, 20, 1))
    await house.rings()
    await house.later(**MINUTE)
    assert "🌙 今天的我们\n· 今天：2 件求助 · 1 件有人帮 · 1 件还在等" in board(house)

    house.set_clock(at(2026, 11, 29, 0, 1))
    await house.rings()
    await house.later(**MINUTE)
    assert "今天的我们" not in board(house)


async def test_a_day_without_a_plea_has_no_line(house: House, li: Neighbour) -> None:
    house.set_clock(at(2026, 11, 28, 20, 1))
    await house.rings()
    await house.later(**MINUTE)
    assert "今天的我们" not in board(house)


async def test_an_evening_on_which_nobody_asked_says_who_still_waits(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("求助 梯子 3天", to=house.group)
    await house.settles()
    house.set_clock(house.clock.now().astimezone(ZONE).replace(hour=20, minute=1) + timedelta(days=1))
    await house.rings()
    await house.later(**MINUTE)
    assert "🌙 今天的我们\n· 今天没有新的求助 · 前几天的还有 1 件在等（3栋）" in board(house)

    await wang.presses("不用了")
    await house.later(**MINUTE)
    assert "今天的我们" not in board(house)


async def test_a_building_group_counts_its_own_building(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await house.moves_in("赵敏", unit="5-1-101")
    wang.says("求助 梯子", to=house.group)
    await house.settles()

    async def counted(tx: Any) -> list[int]:
        named = {place.name: place.id for place in await tx.places.all()}
        return [len(await tx.months.pleas(named[one], 0, 2**31)) for one in ("锦江苑", "3栋", "5栋")]

    assert await house.db.whole(counted) == [1, 1, 0]


async def _a_month(house: House, wang: Neighbour, chen: Neighbour, many: int) -> None:
    for number in range(many):
        wang.says(f"求助 第{'一二三四五'[number]}把梯子", to=house.group)
        await house.settles()
        await chen.presses("我有", on=house.group, containing=f"第{'一二三四五'[number]}把")
        await wang.presses("解决了", on=house.group, containing=f"第{'一二三四五'[number]}把")


async def test_on_the_first_organisers_read_the_month_and_post_it_once(house: House, li: Neighbour) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await _a_month(house, wang, chen, 4)

    house.set_clock(at(2026, 12, 1, 9, 1))
    await house.rings()
    told = next(text for text in li.sees() if text.startswith("🌱"))
    assert told.startswith("🌱 锦江苑 · 2026年11月的我们\n\n4 件求助\n4 件有邻居帮了\n0 分钟")
    assert "王芳" not in told and "梯子" not in told
    assert not any(text.startswith("🌱") for text in wang.sees())

    await li.presses("发到群里")
    assert house.in_group()[-1] == told
    again = await li.presses("发到群里")
    assert again and again["text"] == "这个群已经发过这个月的了。"
    assert len([text for text in house.in_group() if text.startswith("🌱")]) == 1


async def test_small_numbers_are_a_few(house: House, li: Neighbour) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await _a_month(house, wang, chen, 1)

    shown = await says(li, "这个月的我们")

    assert shown.startswith("🌱 锦江苑 · 2026年11月，到今天为止\n\n几件求助\n几件有邻居帮了\n")
    assert "分钟" not in shown
    await li.presses("上个月")
    assert "还没有什么可数的" in li.reads() and "📤 发到群里" not in li.buttons()
    await li.presses("下个月")
    assert "几件求助" in li.reads()


async def test_it_is_for_organisers_and_a_forged_month_is_refused(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    assert (await says(wang, "/month")).startswith("这个月的小结给召集人")
    await says(li, "/month")
    for door in ("month_show_209912", "month_show_202613", "month_show_x", "month_post_202611_999"):
        answer = await li.pushes(door, house.posts(li.id, "bot")[-1].id)
        assert answer and answer["text"], door
    assert not any(text.startswith("🌱") for text in house.in_group())


async def test_a_month_without_anything_is_told_nobody(house: House, li: Neighbour) -> None:
    house.set_clock(at(2027, 1, 1, 9, 1))
    await house.rings()
    assert not any(text.startswith("🌱") for text in li.sees())


async def test_the_clocks_are_set_once_and_survive_a_restart(house: House, li: Neighbour) -> None:
    await house.restarts()
    rows = await house.db.read.sql.rows("SELECT kind, at FROM alarms WHERE kind LIKE 'months.%' ORDER BY kind")
    assert [(row["kind"], datetime.fromtimestamp(row["at"], ZONE)) for row in rows] == [
        ("months.evening", at(2026, 11, 28, 20, 0)),
        ("months.month", at(2026, 12, 1, 9, 0)),
    ]


async def test_a_month_in_english(english_house: House) -> None:
    house = english_house
    li = await house.moves_in("Lin", language="en")
    await office(house, li, "organiser")
    await hang(house)
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    anna.says("/need ladder", to=house.group)
    await house.settles()
    assert (await says(li, "this month")).endswith("A few pleas\n\nThank you to everybody who lent a hand.")
