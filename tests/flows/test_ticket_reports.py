"""At eight each group reads how the day was, on Monday how the week was; nothing on a day without anything."""

from typing import Any

from tests.flows.helping import asked
from tests.flows.test_ticket_clocks import a_worker, at, reported
from tests.flows.test_tickets import a_head
from tests.house import House


def said(house: House, title: str) -> list[str]:
    return [text for text in house.in_group() if text.startswith(title)]


async def test_the_evening_says_what_is_new_fixed_and_waiting_and_thanks_by_name(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")
    await head.presses("修好了")
    await reported(house, wang, "3栋2单元门禁坏了")
    await reported(house, wang, "3栋2单元有邻里纠纷")
    await waits(house, 2)

    at(house, 2026, 11, 30, 20, 0)
    await house.rings()

    [text] = said(house, "📮 今天")
    assert "🔧 新报2件，修好1件。\n👏 谢谢陈建国。" in text
    assert "⏳ 在等的1件：\n· 🚪 3栋2单元 · 门禁对讲，等配件" in text
    assert "纠纷" not in text and "501" not in text


async def waits(house: House, number: int) -> None:
    async def work(tx: Any) -> None:
        found = await tx.tickets.get(number)
        await tx.tickets.save(found.wait("parts", at=int(house.clock.seconds()), until=None), None)

    await house.db.whole(work)


async def test_on_an_empty_day_nothing_is_said_and_pleas_alone_stay_on_the_board(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    at(house, 2026, 11, 30, 9, 0)
    await asked(house, wang)
    at(house, 2026, 11, 30, 20, 0)
    await house.rings()
    assert said(house, "📮 今天") == []


async def test_pleas_and_tickets_share_one_message(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await asked(house, wang)
    await reported(house, wang, "3栋2单元路灯不亮")
    at(house, 2026, 11, 30, 20, 0)
    await house.rings()
    [text] = said(house, "📮 今天")
    assert "1 件求助" in text and "新报1件" in text


async def test_overdue_is_counted_in_the_group_and_named_to_whoever_has_it(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await a_worker(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")
    at(house, 2026, 12, 2, 19, 59)
    await house.rings()
    at(house, 2026, 12, 2, 20, 0)
    await house.rings()
    [text] = said(house, "📮 今天")
    assert "⏰ 过了时间的1件，已经在催。" in text and "陈建国" not in text
    assert "🕐 等得最久的：💡 3栋2单元 · 路灯楼道灯，2天了。" in text
    assert any("超时" in text for text in head.sees())


async def test_an_evening_we_were_away_is_not_said_the_next_morning(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    at(house, 2026, 12, 1, 8, 0)
    await house.rings()
    assert said(house, "📮 今天") == []


async def test_monday_says_how_the_week_was_by_building_and_kind(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 12, 1, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    at(house, 2026, 12, 1, 11, 0)
    await head.presses("我来处理")
    await head.presses("修好了")
    await wang.presses("修好了，谢谢")
    at(house, 2026, 12, 7, 8, 59)
    await house.rings()
    assert said(house, "📊 上个星期") == []
    at(house, 2026, 12, 7, 9, 0)
    await house.rings()
    [text] = said(house, "📊 上个星期")
    assert "报了1件，修好1件，还有0件没好" in text
    assert "各楼栋\n3栋 ▇▇▇▇▇▇▇▇▇▇ 1件 · 2小时接 · 2小时修好" in text
    assert "各类别\n路灯楼道灯 ▇▇▇▇▇▇▇▇▇▇ 1件" in text
