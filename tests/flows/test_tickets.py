"""A repair from a resident's line to the head's hand and back with an answer, as they live it."""

from datetime import datetime

from tests.flows.helping import office
from tests.house import House, Neighbour


async def a_head(house: House, name: str = "陈建国", title: str = "building_head", place: str = "3栋") -> Neighbour:
    head = await house.moves_in(name, unit="3-1-101")
    await office(house, head, title, place)
    return head  # type: ignore[no-any-return]  # of one name


async def test_a_line_in_private_is_on_the_heads_desk_with_one_tap(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)

    wang.says("报修 3栋2单元电梯停了")
    await house.settles()
    assert wang.reads().startswith("我理解为：\n🛗 3栋2单元 · 电梯\n3栋2单元电梯停了")
    await wang.presses("发出去")

    assert head.reads().startswith("🛗 3栋2单元 · 电梯\n3栋2单元电梯停了\n王芳报的")
    assert head.buttons()[0] == "👌 我来处理"
    await head.presses("我来处理")
    assert "🛠 陈建国在处理。" in wang.reads()
    assert "🛠 您在处理。" in head.reads()

    await head.presses("修好了")
    assert "✅ 陈建国说修好了，请您看一看。" in wang.reads()
    assert wang.buttons()[:2] == ["✅ 修好了，谢谢", "❌ 没修好"]
    await wang.presses("修好了，谢谢")
    assert "✅ 3栋2单元 · 电梯，修好了（1号）。" in head.reads()


async def test_said_in_the_group_it_is_open_at_once_and_the_group_reads_no_flat_and_no_number(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)

    wang.says("报修 3栋2单元路灯不亮，找我13812345678", to=house.group)
    await house.settles()

    [card] = house.in_group()
    assert card.startswith("💡 3栋2单元 · 路灯楼道灯\n3栋2单元路灯不亮")
    assert "138" not in card and "501" not in card
    assert head.buttons()[0] == "👌 我来处理"


async def test_what_somebody_did_is_in_the_group_without_the_words(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)

    wang.says("报修 3栋2单元门口川A12345的车堵了消防通道", to=house.group)
    await house.settles()

    assert house.in_group()[0].startswith("🚗 3栋2单元 · 停车堵通道\n\n🕐")
    assert "川A12345" in head.reads()


async def test_nobody_takes_it_and_it_climbs_and_whoever_waits_reads_so(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    worker = await house.moves_in("林静")
    await office(house, worker, "social_worker", (await house.db.read.places.root()).name)
    house.set_clock(datetime(2026, 11, 23, 9, 0))  # a Monday

    wang.says("报修 3栋2单元路灯不亮")
    await house.settles()
    await wang.presses("发出去")
    assert "👌 我来处理" not in worker.buttons()
    await house.later(hours=7)
    assert "请在" in head.reads()
    await house.later(hours=24)

    assert worker.buttons()[0] == "👌 我来处理"
    assert "林静" in wang.reads()
    assert "已报上一级" in head.reads()


async def test_not_fixed_twice_goes_one_level_up(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    worker = await house.moves_in("林静")
    await office(house, worker, "social_worker", (await house.db.read.places.root()).name)
    wang.says("报修 3栋2单元路灯不亮")
    await house.settles()
    await wang.presses("发出去")

    await head.presses("我来处理")
    for _ in range(2):
        await head.presses("修好了")
        await wang.presses("没修好")

    assert "🔁 邻居说没修好" in worker.reads()
    assert worker.buttons()[0] == "👌 我来处理"


async def test_a_reporter_who_says_nothing_for_three_days_closes_it_as_unconfirmed(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    wang.says("报修 3栋2单元路灯不亮")
    await house.settles()
    await wang.presses("发出去")
    await head.presses("我来处理")
    await head.presses("修好了")

    await house.later(days=3, hours=1)

    assert "没有人回话" in wang.reads()
    assert wang.buttons() == ["❌ 没修好"]


async def test_two_heads_press_at_once_and_one_has_it(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    other = await a_head(house, "李强")
    wang.says("报修 3栋2单元路灯不亮")
    await house.settles()
    await wang.presses("发出去")

    await head.presses("我来处理")
    pressed = await other.pushes("ticket_take_1", house.posts(other.id, "bot")[-1].id)

    assert pressed and pressed["text"] == "已经有人在处理了，多谢您。"
    assert "🛠 陈建国在处理。" in other.reads()


async def test_a_neighbour_says_me_too_and_hears_what_the_reporter_hears(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    li = await house.moves_in("李明", unit="3-2-301")
    wang.says("报修 3栋2单元停水了", to=house.group)
    await house.settles()

    await li.presses("我也遇到了", on=house.group)
    assert "还有1户也遇到了" in house.in_group()[0]
    await head.presses("我来处理")
    assert "🛠 陈建国在处理。" in li.reads()


async def test_a_quarrel_never_touches_the_group(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)

    wang.says("反映 3栋2单元有邻里纠纷", to=house.group)
    await house.settles()
    await wang.presses("发出去")

    assert "🕊 3栋2单元 · 邻里纠纷" in head.reads()
    assert not any("纠纷" in text for text in house.in_group())
