"""What an office lets its holder do stands on its card as buttons; nobody has to type a command."""

from typing import Any

import pytest

from tests.flows.joining import built, comes, head_of, holds
from tests.flows.test_offices import office, says, settled
from tests.house import House, Neighbour


async def card_of(who: Neighbour, named: str) -> list[str]:
    """From 📋 我的 to the office's card; its buttons."""
    await says(who, "📋 我的")
    await who.presses(named)
    return who.buttons()


async def test_a_building_head_finds_every_tool_of_the_office_by_button(house: House) -> None:
    await built(house)
    chen = await head_of(house)

    shown = await card_of(chen, "🎖 3栋的楼栋长")
    assert shown[:5] == ["📢 发通知", "🔧 报故障", "🚪 门码", "☎️ 怎么找到我", "⋯ 更多"]

    await chen.presses("⋯ 更多")
    assert chen.buttons() == [
        "📢 发通知", "🔧 报故障", "🚪 门码", "🎖 任命", "🔗 进群链接", "🏠 等我确认的", "🤝 替邻居办事", "↩️ 返回",
    ]  # fmt: skip


TOOLS = {
    "🚪 门码": "🚪 3栋的门码",
    "🎖 任命": "任命什么职务？",
    "🔗 进群链接": "您负责的地方还没有群。",
    "🏠 等我确认的": "没有等您确认的邻居。",
    "🤝 替邻居办事": "现在没有请您代办的邻居。",
    "📢 发通知": "要通知什么？",
    "🔧 报故障": "什么坏了？",
}


@pytest.mark.parametrize("tool", TOOLS)
async def test_each_tool_opens_what_its_command_would(house: House, tool: str) -> None:
    await built(house)
    chen = await head_of(house)
    await card_of(chen, "🎖 3栋的楼栋长")
    await chen.presses("⋯ 更多")

    answer = await chen.presses(tool)

    assert TOOLS[tool] in chen.reads() + ((answer or {}).get("text") or "")


async def test_a_title_without_a_power_has_no_button_for_it(house: House) -> None:
    zhou, wang, _ = await settled(house)
    await office(house, wang, "property_manager")
    await office(house, zhou, "scrutineer")

    shown = await card_of(wang, "🎖 锦江苑的物业经理")
    assert shown[:3] == ["📢 发通知", "🔧 报故障", "☎️ 怎么找到我"] and "⋯ 更多" not in shown
    await card_of(zhou, "🎖 锦江苑的监票人")
    assert zhou.buttons()[0] == "☎️ 怎么找到我"


async def test_who_holds_two_offices_writes_for_the_one_whose_card_was_open(house: House) -> None:
    await built(house)
    await built(house, building=5)
    chen = await head_of(house)
    await holds(house, chen, "building_head", "5栋")
    await card_of(chen, "🎖 5栋的楼栋长")

    await chen.presses("📢 发通知")
    await says(chen, "明天清洗水箱")

    assert "📢 通知 · 5栋" in chen.reads()


async def test_an_organiser_makes_a_circle_and_tells_it_without_one_typed_command(house: House) -> None:
    _, wang, chen = await settled(house)
    lin = await house.moves_in("林静")
    await office(house, lin, "social_worker")
    await card_of(lin, "🎖 锦江苑的社工")
    assert lin.buttons()[:3] == ["📢 发通知", "👥 小组", "🔧 报故障"]

    for label in ("👥 小组", "➕ 建一个小组", "👥 一些邻居", "✅ 就是锦江苑", "志愿队", "➕ 请人进来"):
        await lin.presses(label)
    assert "下面是担任职务的邻居" in lin.reads()
    await lin.presses("📍 按楼栋找")
    await lin.presses("3栋")
    answer = await lin.presses("王芳")
    assert answer and answer["text"] == "王芳进来了，我已经告诉对方。"
    await lin.presses("↩️ 返回")
    await lin.presses("📢 发通知")
    await says(lin, "周六上午9点集合")
    assert "📢 通知 · 志愿队" in lin.reads() and "私聊：1人" in lin.reads()
    await lin.presses("发出去")
    await house.later(minutes=2)
    await wang.presses("知道了")
    await house.later(minutes=2)

    assert "已送达 1 · 知道了 1" in "".join(lin.sees())
    assert "志愿队" not in "".join(chen.sees())


async def test_an_organiser_who_confirms_nobody_is_not_shown_who_lives_where(house: House) -> None:
    await settled(house)
    lin = await house.moves_in("林静")
    await office(house, lin, "organiser")
    await card_of(lin, "🎖 锦江苑的召集人")
    for label in ("👥 小组", "➕ 建一个小组", "👥 一些邻居", "✅ 就是锦江苑", "志愿队", "➕ 请人进来"):
        await lin.presses(label)
    assert "📍 按楼栋找" not in lin.buttons() and "王芳" not in str(lin.buttons())

    building = next(place.id for place in await house.db.read.places.all() if place.name == "3栋")
    for forged in (f"circles_where_1_{building}", f"circles_add_1_1_{building}", f"circles_take_1_2_{building}"):
        answer = await lin.pushes(forged, house.posts(lin.id, "bot")[-1].id)
        assert answer and answer["text"].startswith("这个由组长来定。"), forged
    assert await house.db.read.circles.members(1) == [4]


FORGED = (
    "notice_new_poll", "notice_new_notice_x", "notice_to-circle_99", "notice_to-circle", "offices_tools_99",
    "grouplink_which", "confirms_see", "circles_where_1_1", "acting_need_99", "acting_need",
)  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_tool_is_refused_and_nothing_breaks(house: House, data: str) -> None:
    _, wang, _ = await settled(house)
    await says(wang, "/start")

    answer = await wang.pushes(data, house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["text"], data
    assert "我这边出了点问题" not in answer["text"]


async def test_who_answers_names_each_person_once_with_every_place(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "stair_head", "2单元")
    number = await office(house, chen, "building_head", "3栋")
    await house.db.whole(lambda tx: tx.sql.run("UPDATE offices SET phone = '0596-2345678' WHERE id = ?", number))

    shown = await says(wang, "☎️ 找谁")

    assert "3栋2单元的单元长、3栋的楼栋长 陈建国\n☎️ 0596-2345678" in shown
    assert shown.count("陈建国") == 1
    assert [label for label in wang.buttons() if "陈建国" in label] == ["✍️ 捎话给陈建国"]
    await wang.presses("🎖 单元长")
    await wang.presses("🎖 3栋的楼栋长")
    assert "3栋的楼栋长 陈建国" in wang.reads()


async def test_where_somebody_stands_in_for_one_of_two_offices_both_are_named(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "stair_head", "2单元")
    await office(house, chen, "building_head", "3栋")
    until = int(house.clock.seconds()) + 86400

    async def lend(tx: Any) -> None:
        place = next(one.id for one in await tx.places.all() if one.name == "3栋")
        await tx.offices.appoint(1, "building_head", place, None, 1, stands_in_for=3, ends_at=until)

    await house.db.whole(lend)
    shown = await says(wang, "☎️ 找谁")

    assert shown.count("陈建国") == 2 and "由周敏代" in shown
    assert {"✍️ 捎话给陈建国", "✍️ 捎话给周敏"} <= set(wang.buttons())


async def test_who_is_kept_away_is_not_offered_as_somebody_to_reach(house: House) -> None:
    zhou, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await house.db.whole(lambda tx: tx.sql.run("UPDATE people SET blocked_at = 1 WHERE id = 3"))

    shown = await says(wang, "☎️ 找谁")

    assert "3栋的楼栋长 陈建国\n现在联系不上，请先找别的人。" in shown
    assert "✍️ 捎话给陈建国" not in wang.buttons()
    answer = await wang.pushes(f"line_new_{number}", house.posts(wang.id, "bot")[-1].id)
    assert answer and "没捎到" in answer["text"]
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("👥 从邻居里选")
    assert "陈建国" not in str(zhou.buttons()) and "王芳" in str(zhou.buttons())


async def test_without_numbers_the_steward_reads_where_to_write_them(house: House) -> None:
    zhou, wang, _ = await settled(house)

    assert "config.toml" in await says(zhou, "☎️ 找谁")
    assert "config.toml" not in await says(wang, "☎️ 找谁")


async def test_known_faults_are_asked_about_at_whoever_took_the_office_over(house: House) -> None:
    _, wang, chen = await settled(house)
    await house.bind_group()
    await office(house, chen, "building_head", "3栋")
    await says(chen, "/fault 停水 3栋 11:00")
    await chen.presses("发出去")
    await card_of(chen, "🎖 3栋的楼栋长")
    for label in ("🤝 交给别人", "王芳"):
        await chen.presses(label)
    await wang.presses("我愿意")
    assert any("连同没办完的1件事" in text for text in chen.sees())

    await house.later(hours=2, minutes=1)

    assert wang.reads().startswith("时间到了，好了吗？")
    await wang.presses("✅ 好了")
    assert any("停水：好了。" in text for text in house.in_group())


async def test_the_tools_in_english(english_house: House) -> None:
    house = english_house
    zhou = await house.moves_in("Zhou", unit="3-1-101", language="en")
    await office(house, zhou, "building_head", "3栋")
    await says(zhou, "mine")
    await zhou.presses("Building head")

    assert zhou.buttons()[:5] == ["📢 Notice", "🔧 Fault", "🚪 Door codes", "☎️ How to reach me", "⋯ More"]


async def test_a_stranger_in_no_office_has_none_of_it(house: House) -> None:
    await built(house)
    guest = comes(house, "路人")
    guest.starts()
    await house.settles()
    await says(guest, "/offices")

    assert "📢 发通知" not in guest.buttons() and "🚪 门码" not in guest.buttons()
