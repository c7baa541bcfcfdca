"""Acting for somebody: the thing says for whom and by whom, and both can go on with it."""

from typing import Any

from tests.house import House


async def _acts(house: House, helper: int, whom: str) -> int:
    """A neighbour without Telegram in 3-1-301, and a helper who speaks for her now."""

    async def work(tx: Any) -> int:
        by = await tx.people.by_telegram(helper)
        old = await tx.people.note(whom, "zh", by.id, int(house.clock.seconds()))
        await tx.residents.lives(old.id, await tx.residents.home(by.id), "owner")
        await tx.acting.act_for(by.id, old.id, int(house.clock.seconds()) + 3600)
        return int(old.id)

    found: int = await house.db.whole(work)
    return found


async def test_a_helper_asks_for_a_neighbour_without_a_telephone(house: House) -> None:
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    old = await _acts(house, chen.id, "王秀兰")

    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (old, 1)
    assert chen.reads().startswith("🤝 替王秀兰（3栋）办的")
    assert "王秀兰" not in house.in_group()[-1]
    await wang.presses("我有", on=house.group)
    assert "王芳（3栋）有，愿意给您。" in chen.reads()
    await chen.presses("解决了")
    assert [ask.state for ask in await house.db.read.asks.all()] == ["done"]


async def test_two_rows_that_are_one_person_become_one(house: House) -> None:
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王秀兰", unit="3-1-301")
    old = await _acts(house, chen.id, "王秀兰")
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")

    await house.db.whole(lambda tx: tx.people.merge(old, 2))

    [ask] = await house.db.read.asks.all()
    assert ask.person_id == 2
    assert (await house.db.read.people.get(old)).merged_into == 2
    assert await house.db.read.sql.rows("PRAGMA foreign_key_check") == []
    wang.says("/me")
    await house.settles()
    await wang.presses("1 · 梯子")
    assert "陈建国（3栋）替您办的" in wang.reads()
    await wang.presses("我自己来")
    assert [ask.by_id for ask in await house.db.read.asks.all()] == [None]
    assert "自己接过去了" in chen.reads()


async def test_after_an_hour_of_silence_somebody_speaks_for_themselves_again_and_reads_so(house: House) -> None:
    await house.bind_group()
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _acts(house, chen.id, "王秀兰")
    await house.later(minutes=61)

    chen.says("求助 梯子")
    await house.settles()

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (1, None)
    assert any("现在您是替自己说话" in text for text in chen.sees())
