"""What is known already is joined instead of reported twice."""

from typing import Any

from tests.flows.helping import office
from tests.flows.reporting import group, says, states, three
from tests.flows.test_board import board, hang
from tests.flows.test_tickets import a_head
from tests.house import House

# what is known


async def test_what_is_known_is_offered_first_and_joined_with_one_tap(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(li, "报修 3栋2单元楼道灯坏了")
    assert "是不是这一件？" in li.reads() and li.buttons()[:2] == ["👍 我也是 1号", "➕ 是另一件，发出去"]
    await li.presses("👍 我也是 1号")

    assert await states(house) == ["new"]
    assert "还有1户也遇到了" in group(house, "路灯楼道灯")[0]


async def test_it_is_another_one_all_the_same(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(li, "报修 3栋2单元地下室的灯不亮")
    await li.presses("是另一件")

    assert await states(house) == ["new", "new"]


async def test_said_twice_in_the_group_it_is_joined_and_may_be_another(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(li, "报修 3栋2单元楼道灯坏了", to=house.group)
    assert group(house, "邻居已经报了（1号）")
    assert await states(house) == ["new", "draft"]
    wrong = await wang.presses("是另一件", on=house.group)
    assert wrong and wrong["show_alert"]
    await li.presses("是另一件", on=house.group)

    assert await states(house) == ["new", "new"]
    assert not group(house, "邻居已经报了")
    assert await house.db.read.desks.followers(1) == []


async def test_a_power_cut_is_one_fault_however_many_report_it(house: House) -> None:
    await house.bind_group()
    head = await a_head(house)
    homes = [f"3-{stair}-{floor}0{door}" for stair in (1, 2) for floor in range(2, 7) for door in (1, 2)]
    people = [await house.moves_in(f"住户{nth}", unit=unit) for nth, unit in enumerate(homes)]

    for nth, person in enumerate(people):
        await says(person, f"报修 3栋{1 + nth // 10}单元停电了", to=house.group if nth % 2 else "bot")
        if not nth % 2:
            await person.presses("👍 我也是" if nth else "发出去")

    assert await states(house) == ["new", *["draft"] * 9] or sorted({*await states(house)}) == ["draft", "new"]
    assert len([one for one in await house.db.read.tickets.all() if one.state == "new"]) == 1
    assert "还有19户也遇到了" in head.reads()
    desk = [text for text in head.sees() if "停电" in text and "⚡" in text]
    assert len(desk) == 1
    assert group(house, "⚡ 3栋 · 电")


async def test_a_power_cut_next_door_is_the_same_once_several_homes_have_it(house: House) -> None:
    wang, li, _ = await three(house)
    zhou = await house.moves_in("周敏", unit="5-1-101")
    zhao = await house.moves_in("赵刚", unit="3-1-201")
    await says(wang, "报修 3栋2单元停水了", to=house.group)
    await says(zhou, "报修 5栋停水了", to=house.group)
    assert (await states(house)).count("new") == 2

    await says(li, "报修 3栋停水", to=house.group)
    await says(zhao, "报修 3栋1单元停水", to=house.group)
    chen = await house.moves_in("陈晓", unit="7-1-101")
    await says(chen, "报修 7栋停水了", to=house.group)

    assert (await states(house)).count("new") == 2
    assert group(house, "🚰 锦江苑 · 水")


async def test_two_lifts_of_one_building_are_two_faults(house: House) -> None:
    wang, _, _ = await three(house)
    zhao = await house.moves_in("赵刚", unit="3-1-201")
    await says(wang, "报修 3栋2单元电梯停了", to=house.group)

    await says(zhao, "报修 3栋1单元电梯停了", to=house.group)

    assert await states(house) == ["new", "new"]


async def test_an_announced_fault_is_joined_and_everybody_who_did_so_hears_that_it_is_over(house: House) -> None:
    wang, li, head = await three(house)
    head.says("/fault 停水 3栋 18:00")
    await house.settles()
    await head.presses("发")

    await says(wang, "报修 3栋2单元没水了")
    assert "🔧 3栋 停水，预计今天晚上6点好" in wang.reads()
    await wang.presses("👍 就是这一件")
    await says(li, "报修 3栋2单元停水了", to=house.group)
    assert group(house, "已经知道了")

    assert "new" not in await states(house)
    await head.presses("✅ 好了")
    assert "停水" in wang.reads() and "停水" in li.reads()


async def test_a_neighbours_own_home_is_nobodys_known_fault(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元501水管漏水")
    await wang.presses("发出去")

    await says(li, "报修 3栋2单元漏水了")

    assert "是不是这一件" not in li.reads()
    assert not group(house, "漏水")


async def test_the_board_says_how_many_homes_have_it_and_until_when(house: House) -> None:
    wang, li, _head = await three(house)
    await hang(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)
    await says(wang, "报修 3栋2单元停水了", to=house.group)
    await says(li, "报修 3栋2单元没水", to=house.group)
    await house.later(minutes=2)
    faults = board(house).partition("🔧 已知故障\n")[2]
    assert faults.splitlines()[:2] == [
        "· 🚰 3栋2单元 · 水 · 2户 · 等人接",
        "· 💡 3栋2单元 · 路灯楼道灯 · 等人接",
    ]

    async def waits(tx: Any) -> None:
        ticket = (await tx.tickets.get(2)).take(3, at=int(house.clock.seconds()))
        at = int(house.clock.seconds())
        await tx.tickets.save(ticket.wait("outside", at=at, until=at + 8 * 3600), None)
        await tx.boards.redraw_in(ticket.room_id, at, 0)

    await house.db.whole(waits)
    await house.later(minutes=2)
    assert "· 🚰 3栋2单元 · 水 · 2户 · 预计今天下午5点" in board(house)


async def test_a_fault_that_spreads_from_one_stair_is_the_building_heads(house: House) -> None:
    await house.bind_group()
    wang, zhao = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("赵刚", unit="3-1-201")
    stair, building = await house.moves_in("梁梅", unit="3-2-101"), await house.moves_in("陈建国", unit="3-1-101")
    await office(house, stair, "stair_head", "2单元")
    await office(house, building, "building_head", "3栋")
    await says(wang, "报修 3栋2单元停电了", to=house.group)
    assert stair.buttons()[0] == "👌 我来处理" and "停电" not in building.reads()

    await says(zhao, "报修 3栋1单元停电了", to=house.group)

    assert building.reads().startswith("⚡ 3栋 · 电") and building.buttons()[0] == "👌 我来处理"
    assert stair.reads().startswith("⚡ 3栋 · 电")
    [ticket] = [one for one in await house.db.read.tickets.all() if one.state == "new"]
    assert (await house.db.read.places.get(ticket.place_id)).name == "3栋"


async def test_who_has_it_keeps_it_when_it_spreads(house: House) -> None:
    wang, _, head = await three(house)
    zhao = await house.moves_in("赵刚", unit="3-1-201")
    await says(wang, "报修 3栋2单元停电了", to=house.group)
    await head.presses("我来处理")

    await says(zhao, "报修 3栋1单元停电了", to=house.group)

    assert "🛠 您在处理。" in head.reads() and "还有1户也遇到了" in head.reads()
    assert "🛠 陈建国在处理。" in zhao.reads()


async def test_after_a_while_the_next_power_cut_is_another_one(house: House) -> None:
    wang, _, _ = await three(house)
    zhao = await house.moves_in("赵刚", unit="3-1-201")
    await says(wang, "报修 3栋2单元停电了", to=house.group)
    await house.later(hours=1)

    await says(zhao, "报修 3栋1单元停电了", to=house.group)

    assert await states(house) == ["new", "new"]


async def test_whoever_handles_it_sees_the_pictures_of_those_who_joined(house: House) -> None:
    wang, li, head = await three(house)
    zhao = await house.moves_in("赵刚", unit="3-2-201")
    await says(wang, "报修 3栋2单元外墙开裂", to=house.group)

    house.sends_photo(li, caption="报修 3栋2单元外墙裂缝更大了")
    await house.settles()
    await li.presses("👍 我也是 1号")
    house.sends_photo(zhao, to=house.group, caption="报修 3栋2单元外墙裂了")
    await house.settles()
    await house.later(hours=3)

    await head.presses("📷 看照片")
    assert len(house.calls("sendPhoto")) == 2
    wrong = await wang.pushes("ticket_hear_1", house.posts(wang.id, "bot")[-1].id)
    assert wrong and wrong["show_alert"]
