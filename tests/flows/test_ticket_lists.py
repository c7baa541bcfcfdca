"""工单: whoever answers for a place reads what is there, everybody else what is theirs and what a group shows."""

from bot.i18n import words
from handlers import FEATURES
from tests.flows.helping import office
from tests.flows.test_ticket_clocks import a_worker, at, reported
from tests.flows.test_tickets import a_head
from tests.house import House, Neighbour


async def lists(house: House, who: Neighbour, words: str = "工单") -> str:
    who.says(words)
    await house.settles()
    return str(who.reads())


async def test_a_head_reads_what_is_at_their_place_by_state(house: House) -> None:
    wang, chen = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("陈静", unit="5-1-101")
    head = await a_head(house)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")
    await reported(house, wang, "3栋2单元门禁坏了")
    await reported(house, chen, "5栋1单元路灯不亮")

    text = await lists(house, head)
    assert text.startswith("我这里的：2件") and "5栋" not in text
    assert "💡 3栋2单元 · 路灯楼道灯 · 在处理" in text and "🚪 3栋2单元 · 门禁对讲 · 等人接" in text

    await head.presses("等人接")
    assert "我这里的：1件" in head.reads() and "路灯" not in head.reads()
    await head.presses("超时")
    assert "没有超时的，辛苦了。" in head.reads()


async def test_a_resident_reads_their_own_and_what_the_groups_show(house: House) -> None:
    await house.bind_group()
    wang, li = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("李明", unit="5-1-101")
    await a_head(house)
    await reported(house, wang, "3栋2单元路灯不亮")
    await reported(house, wang, "3栋2单元有邻里纠纷")

    assert "我报的：2件" in await lists(house, wang)
    assert "哪里坏了，点 🔧 报修。" in await lists(house, li)
    assert "找“纠纷”：1件" in await lists(house, wang, "工单 纠纷")
    assert "没找到" in await lists(house, li, "工单 纠纷")
    await li.presses("大家的")
    assert "大家的：1件" in li.reads() and "纠纷" not in li.reads()
    await li.presses("1 · 💡")
    assert "💡 3栋2单元 · 路灯楼道灯" in li.reads()


async def test_a_number_a_place_or_a_word_finds_it(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reported(house, wang, "3栋2单元路灯不亮")
    await reported(house, wang, "3栋1单元门禁坏了，刷卡没反应")

    assert "门禁对讲" in await lists(house, head, "工单 2号")
    text = await lists(house, head, "工单 3栋1单元")
    assert text.startswith("找“3栋1单元”：1件")
    assert "路灯" in await lists(house, head, "工单 路灯楼道灯")
    assert "门禁" in await lists(house, head, "工单 刷卡")
    assert "没找到" in await lists(house, head, "工单 大象")
    await head.presses("找一件")
    assert "找“路灯”：1件" in await lists(house, head, "路灯")


async def test_what_is_private_is_found_only_by_whoever_it_lies_with(house: House) -> None:
    wang, head, worker = await house.moves_in("王芳", unit="3-2-501"), await a_head(house), await a_worker(house)
    await reported(house, wang, "3栋2单元有邻里纠纷")

    assert "邻里纠纷" in await lists(house, head)
    assert "现在没有" in await lists(house, worker)
    assert "没找到这一件" in await lists(house, worker, "工单 1")


async def test_an_office_above_reads_a_ticket_without_buttons(house: House) -> None:
    wang, worker = await house.moves_in("王芳", unit="3-2-501"), await a_worker(house)
    await a_head(house)
    await reported(house, wang, "3栋2单元路灯不亮")

    await lists(house, worker)
    await worker.presses("1 · 💡")
    assert "王芳报的" in worker.reads() and worker.buttons() == []
    other = await house.moves_in("赵敏", unit="5-1-101")
    await office(house, other, "building_head", "5栋")
    assert "没找到这一件" in await lists(house, other, "工单 1")


async def test_a_forged_page_and_one_too_far_are_met(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    at(house, 2026, 11, 30, 9, 0)
    await a_head(house)
    for number in range(9):
        await reported(house, wang, f"3栋2单元路灯不亮，第{number}盏")
    await lists(house, wang)
    assert "1/2" in wang.buttons()
    last = house.posts(wang.id, "bot")[-1].id
    await wang.pushes("ticket_list_mine_open_99", last)
    assert "2/2" in wang.buttons()
    answer = await wang.pushes("ticket_list_secret_open_1", last)
    assert answer and "旧" in answer["text"]


async def test_the_morning_names_what_waits_by_kinds(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 11, 30, 20, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await reported(house, wang, "3栋2单元门禁坏了")
    at(house, 2026, 12, 1, 7, 30)
    await house.rings()
    assert "早上好，2件事等您办。\n2件报修" in head.sees()


def test_every_feature_whose_things_wait_says_how_many() -> None:
    waiting = [feature.name for feature in FEATURES if feature.todo]
    assert waiting and [name for name in waiting if not words("zh").has(f"todo-of-{name}")] == []


async def test_in_english_it_is_listed_in_english(house: House) -> None:
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    assert "Nothing of yours here." in await lists(house, anna, "tickets")
    await a_head(house)
    anna.says("repair Building 3 the lift is stuck")
    await house.settles()
    await anna.pushes("ticket_publish_1", house.posts(anna.id, "bot")[-1].id)
    assert "What I reported: 1" in await lists(house, anna, "/tickets")
    assert "Lift" in anna.reads()


async def test_in_a_group_it_says_where_to_ask(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("工单 电梯", to=house.group)
    await house.settles()
    assert "在我们的私聊里发“工单”" in house.in_group()[-1]
