"""A plea in the night, one that nobody finds out about, and neighbours who had enough for one day."""

from datetime import timedelta

from tests.flows.helping import asked, asked_in_private, state
from tests.flows.test_aid_stages import PLEA, TO_HALF, with_head
from tests.house import MORNING, House


async def test_a_head_who_sleeps_at_half_time_reads_it_in_the_morning_and_the_asker_is_told_so(house: House) -> None:
    wang, head = await with_head(house)
    house.set_clock(MORNING.replace(hour=23))
    await asked(house, wang, "急求 梯子，很急")

    await house.later(hours=1, minutes=20)

    assert "还没有人接。我给楼栋长陈建国留了话，今天早上7点半会看到。" in wang.reads(), wang.sees()
    assert "时间过了一半" not in head.reads()
    house.set_clock(MORNING.replace(hour=7, minute=31) + timedelta(days=1))
    await house.rings()
    assert any("时间过了一半" in text for text in head.sees())


async def test_a_plea_whose_end_nobody_finds_out_is_closed_after_two_weeks_with_a_way_on(house: House) -> None:
    wang, _ = await with_head(house)
    await asked(house, wang, PLEA)
    await house.later(**TO_HALF)
    for _ in range(20):
        await house.later(days=1)

    assert await state(house) == "expired"
    assert any("可以再问半天，也可以换个说法再求助一次。" in text for text in wang.sees())


async def test_who_had_enough_for_today_is_asked_tomorrow(house: House) -> None:
    wang, _head = await with_head(house)
    near = await house.moves_in("陈明", unit="3-2-502")
    for thing in ("梯子", "锤子"):
        await asked(house, wang, f"求助 {thing} 一周")
        await house.later(minutes=1)
    await house.db.whole(lambda tx: tx.sql.run("DELETE FROM alarms WHERE thing IN ('ask_1', 'ask_2')"))
    third = MORNING + timedelta(days=5)
    await asked(house, wang, f"求助 电钻 {third.month}月{third.day}日下午3点")
    await house.later(minutes=1)
    assert not any("电钻" in text for text in near.sees())

    await house.later(days=1, hours=2)
    await house.rings()

    assert any("电钻" in text for text in near.sees()), await asked_in_private(house, 3)
