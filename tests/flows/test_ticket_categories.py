"""The steward changes what kinds of repair there are; what is stuck reaches the steward; tables for whoever may."""

import csv
import io
from datetime import datetime

import pytest
from openpyxl import load_workbook

from tests.flows.helping import office
from tests.flows.test_register import documents
from tests.flows.test_ticket_clocks import a_worker, at, reported
from tests.flows.test_ticket_lists import lists
from tests.flows.test_tickets import a_head
from tests.house import ZONE, House, Neighbour


async def a_steward(house: House) -> Neighbour:
    return await a_worker(house, "周维护", "steward")


async def test_the_steward_sets_another_deadline_and_open_tickets_follow(house: House) -> None:
    zhou, wang = await a_steward(house), await house.moves_in("王芳", unit="3-2-501")
    await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await house.rings()  # the steward's week comes first
    await reported(house, wang, "3栋2单元路灯不亮")

    await lists(house, zhou, "报修类别")
    assert any(text.startswith("报修的类别：") for text in zhou.sees())
    await zhou.presses("路灯楼道灯")
    assert "多久要有人接：9小时" in zhou.reads()
    await zhou.presses("多久接")
    await zhou.presses("2小时")

    assert "多久要有人接：2小时" in zhou.reads()
    due = await house.db.read.sql.value("SELECT due_at FROM tickets WHERE id = 1")
    assert house.community.house.local(due) == datetime(2026, 11, 30, 11, 0, tzinfo=ZONE)
    assert [one.verb for one in await house.db.read.journal.of("category_light")] == ["category.changed"]
    await zhou.presses("恢复原样")
    assert "多久要有人接：9小时" in zhou.reads()


async def test_a_kind_of_ones_own_is_read_from_words_offered_and_named_in_both_languages(house: House) -> None:
    zhou, wang = await a_steward(house), await house.moves_in("王芳", unit="3-2-501")
    anna = await house.moves_in("Anna", unit="3-1-101", language="en")
    head = await a_head(house)
    await lists(house, zhou, "报修类别")
    await zhou.presses("加一个")
    await lists(house, zhou, "充电桩 = Charging point")
    assert "充电桩" in zhou.reads()
    await zhou.presses("也叫什么")
    await lists(house, zhou, "充电站，充电口")
    assert "这里也叫：充电站、充电口" in zhou.reads()

    await reported(house, wang, "3栋2单元充电站没反应")
    assert head.reads().startswith("🏷 3栋2单元 · 充电桩")
    anna.says("repair Building 3 the charging point is broken")
    await house.settles()
    assert "Charging point" in anna.reads()


async def test_one_that_is_switched_off_is_offered_to_nobody_and_read_from_no_words(house: House) -> None:
    zhou, wang = await a_steward(house), await house.moves_in("王芳", unit="3-2-501")
    await a_head(house)
    await reported(house, wang, "3栋2单元有流浪猫")
    await lists(house, zhou, "报修类别")
    await zhou.presses("›")
    await zhou.presses("流浪动物")
    await zhou.presses("不用了")
    assert "🚫 流浪动物" in zhou.reads()

    wang.says("报修 3栋2单元有流浪狗")
    await house.settles()
    assert "请楼栋长看" in wang.reads()
    await wang.presses("换类别")
    assert "流浪动物" not in wang.buttons() and "噪音" in wang.buttons()
    assert "流浪动物" in await lists(house, wang, "工单 1")


async def test_what_must_stay_stays(house: House) -> None:
    zhou = await a_steward(house)
    await lists(house, zhou, "报修类别")
    last = house.posts(zhou.id, "bot")[-1].id
    for data, said in (
        ("category_switch_other", "这一类要留着"),
        ("category_flag_quarrel_private", "一直是私下的"),
        ("category_clock_lift_fix_9999", "点下面的按钮选"),
        ("category_clock_lift_soon_4", "点下面的按钮选"),
        ("category_show_nothing", "旧"),
        ("category_also_lift_king", "旧"),
    ):
        answer = await zhou.pushes(data, last)
        assert answer and said in answer["text"], data
    for words in ("充电桩" * 9, "电梯"):
        await zhou.presses("加一个")
        await lists(house, zhou, words)
        assert "名字写短一点" in zhou.reads() or "已经有这个类别" in zhou.reads()
        await lists(house, zhou, "报修类别")
    assert await house.db.read.categories.all() == []


async def test_only_the_steward_changes_kinds(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    for who in (wang, head):
        assert await lists(house, who, "报修类别") == "类别由维护员来改。"
        last = house.posts(who.id, "bot")[-1].id
        answer = await who.pushes("category_switch_light", last)
        assert answer and answer["text"] == "类别由维护员来改。"


async def test_an_urgent_flag_rings_the_duty_holder_at_night(house: House) -> None:
    zhou, wang = await a_steward(house), await house.moves_in("王芳", unit="3-2-501")
    await a_head(house)
    duty = await a_worker(house, "值班的周师傅", "duty_holder")
    await lists(house, zhou, "报修类别")
    await zhou.presses("路灯楼道灯")
    await zhou.presses("急")
    at(house, 2026, 12, 1, 23, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    assert duty.buttons()[0] == "👌 我来处理"


async def test_what_reaches_nobody_is_on_the_stewards_list_and_says_so_once(house: House) -> None:
    wang, zhou = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("周维护")
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    assert "还没有楼栋长能接到" in wang.reads()
    await office(house, zhou, "steward", (await house.db.read.places.root()).name)

    at(house, 2026, 12, 1, 7, 30)
    await house.rings()
    assert sum("早上好" in text for text in zhou.sees()) == 1
    assert "没人接得到的报修：1件" in await lists(house, zhou, "待办")
    await zhou.presses("看看卡住的")
    assert "💡 3栋2单元 · 路灯楼道灯" in zhou.reads() and "任命" in zhou.reads()

    for day in (5, 6):
        at(house, 2026, 12, day, 7, 30)
        await house.rings()
    assert sum("早上好" in text for text in zhou.sees()) == 1


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
async def test_a_table_calculates_nothing_and_shows_neither_flat_nor_number_nor_what_is_private(
    house: House, kind: str
) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    manager = await a_worker(house, "钱经理", "property_manager")
    await reported(house, wang, "3栋2单元路灯不亮")
    await house.db.whole(
        lambda tx: tx.sql.run("UPDATE tickets SET text = '=1+1 3-2-501 13812345678 不亮' WHERE id = 1")
    )
    await head.presses("我来处理")
    await reported(house, wang, "3栋2单元有邻里纠纷")

    assert await lists(house, manager)
    await manager.presses("CSV" if kind == "csv" else "Excel")
    [(name, content)] = documents(house, manager)
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        rows = [[str(cell or "") for cell in row] for row in load_workbook(io.BytesIO(content)).active.values]
    assert name == f"报修记录-锦江苑.{kind}"
    assert rows[0][:4] == ["编号", "报的时间", "地方", "类别"] and len(rows) == 2
    assert rows[1][2:4] == ["3栋2单元", "路灯楼道灯"] and rows[1][4].startswith("'=1")
    assert rows[1][5:7] == ["在处理", "陈建国"]
    assert "501" not in str(rows[1][4]) and "138" not in str(rows)
    assert "ticket.exported" in await verbs_of(house, manager)


async def verbs_of(house: House, who: Neighbour) -> list[str]:
    person = await house.db.read.people.by_telegram(who.id)
    return [entry.verb for entry in await house.db.read.journal.of(f"person_{person.id}")]


async def test_a_head_is_not_given_the_table(house: House) -> None:
    head = await a_head(house)
    await lists(house, head)
    assert not any("CSV" in label for label in head.buttons())
    answer = await head.pushes("ticket_export_csv", house.posts(head.id, "bot")[-1].id)
    assert answer and answer["text"] == "表格是给物业经理和维护员的。"
    assert documents(house, head) == []
