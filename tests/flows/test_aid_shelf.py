"""Who put it on the shelf is asked before anybody else, in private; nobody learns their name before their yes."""

from datetime import timedelta
from typing import Any

import pytest

from bot.i18n import words
from tests.flows.helping import asked, asked_in_private, givers, people
from tests.flows.test_offers import offers_one
from tests.flows.test_offices import says
from tests.house import MORNING, House, Neighbour

LINE = words("zh")("ask-asked-shelf")
BOX = ("有 OTC", "2027", "6月", "原盒", "白送", "2", "都对")
HOUR = {"hours": 1, "minutes": 40}


async def holder(house: House, unit: str = "9-1-101", name: str = "陈明") -> Neighbour:
    """Somebody far off who never said that they would be asked, with a ladder on the shelf."""
    chen: Neighbour = await house.moves_in(name, unit=unit)
    await offers_one(chen, "闲置东西", "梯子", "放上货架")
    return chen


def named(house: House, name: str, *who: Neighbour) -> bool:
    """Whether anybody of these, or the group, reads this name."""
    return name in "".join([*house.in_group(), *(text for one in who for text in one.sees())])


async def test_the_holder_comes_first_however_far_and_is_named_to_nobody_before_their_yes(house: House) -> None:
    chen = await holder(house)
    wang, li = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    await asked(house, wang, "求助 梯子")
    await house.rings()

    assert await asked_in_private(house) == [["陈明"]]
    assert chen.reads().startswith(f"🙋 3栋有位邻居想要\n梯子\n{LINE}\n") and "501" not in chen.reads()
    assert chen.buttons() == ["🙋 我有", "这次不方便", "🔕 别私下问我"]
    assert not named(house, "陈明", wang, li) and "货架" not in wang.reads()
    assert "我私下问了1位" in wang.reads()

    await house.later(**HOUR)  # then the nearest, who read nothing of a shelf
    assert await asked_in_private(house) == [["陈明"], ["李奶奶"]]
    assert li.reads().startswith("🙋 3栋有位邻居想要\n梯子") and LINE not in li.reads()
    assert not named(house, "陈明", wang, li)

    await chen.presses("我有")
    assert wang.reads().startswith("🤝 陈明（9栋）有，愿意给您。\n梯子")
    assert await givers(house) == [("陈明", "giving", 1)]


async def test_a_no_stays_between_us(house: House) -> None:
    chen = await holder(house)
    wang = await house.moves_in("王芳", unit="3-2-501")
    await asked(house, wang, "求助 梯子")
    await house.rings()
    answer = await chen.presses("这次不方便")

    assert answer and answer["text"] == "没关系，我问问别人。"
    assert not named(house, "陈明", wang)


async def test_over_all_waves_the_holder_is_asked_once(house: House) -> None:
    chen = await holder(house, unit="3-2-601")
    wang, li = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    await asked(house, wang, "求助 梯子 三天内")
    for _ in range(20):
        await house.later(hours=3)

    assert await asked_in_private(house) == [["陈明"], ["李奶奶"]]
    assert len([text for text in chen.sees() if "想要\n梯子" in text]) == 1 and li


async def test_at_night_the_holder_sleeps_and_is_asked_first_in_the_morning(house: House) -> None:
    await holder(house)
    wang, _ = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    house.set_clock(MORNING.replace(hour=23))
    await asked(house, wang, "求助 梯子 明天中午前")
    await house.rings()
    assert await asked_in_private(house) == []

    house.set_clock(MORNING.replace(hour=7, minute=31) + timedelta(days=1))
    await house.rings()
    assert await asked_in_private(house) == [["陈明"]]


async def test_a_holder_who_may_be_woken_is_asked_at_night(house: House) -> None:
    await holder(house)
    await people(house, name="陈明", night_ok=1)
    wang, _ = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    house.set_clock(MORNING.replace(hour=23))
    await asked(house, wang, "求助 梯子 明天中午前")
    await house.rings()

    assert await asked_in_private(house) == [["陈明"]]


async def test_who_muted_such_questions_is_not_asked_and_the_nearest_are_at_once(house: House) -> None:
    chen = await holder(house)
    await house.db.whole(lambda tx: _mutes(tx, chen))
    wang, _ = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    await asked(house, wang, "求助 梯子")
    await house.rings()

    assert await asked_in_private(house) == [["李奶奶"]]
    assert LINE not in "".join(chen.sees())


async def _mutes(tx: Any, who: Neighbour) -> None:
    await tx.people.mute((await tx.people.by_telegram(who.id)).id, "ask.asked")


@pytest.mark.parametrize("changed", [{"unreachable_at": 1}, {"blocked_at": 1}, {"retired_at": 1}])
async def test_who_cannot_be_reached_or_is_kept_away_is_not_asked(house: House, changed: dict[str, int]) -> None:
    await holder(house)
    await people(house, name="陈明", **changed)
    wang, _ = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    await asked(house, wang, "求助 梯子")
    await house.rings()

    assert await asked_in_private(house) == [["李奶奶"]]


async def test_what_was_taken_down_or_is_ones_own_asks_nobody(house: House) -> None:
    chen = await holder(house)
    wang, _ = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    await offers_one(wang, "闲置东西", "梯子", "放上货架")
    await chen.pushes("offer_withdraw_1", house.posts(chen.id, "bot")[-1].id)
    assert (await house.db.read.offers.get(1)).state == "withdrawn"
    await asked(house, wang, "求助 梯子")
    await house.rings()

    assert await asked_in_private(house) == [["李奶奶"]]


async def test_who_has_another_thing_is_no_holder(house: House) -> None:
    await holder(house)
    wang, _ = await house.moves_in("王芳", "李奶奶", unit="3-2-501")
    await asked(house, wang, "求助 充电器")
    await house.rings()

    assert await asked_in_private(house) == [["李奶奶"]]


async def test_a_category_reaches_who_has_one_of_it_and_the_box_is_read_again(house: House) -> None:
    chen = await house.moves_in("陈明", unit="9-1-101")
    await offers_one(chen, "药", "布洛芬", *BOX, "放上货架")
    wang = await house.moves_in("王芳", unit="3-2-501")
    await asked(house, wang, "求助 退烧药")
    await house.rings()
    assert await asked_in_private(house) == [["陈明"]] and LINE in chen.reads()

    await chen.presses("我有")
    assert "👌 好，谢谢" not in wang.buttons()
    for answer in BOX:
        await chen.presses(answer)
    assert wang.buttons()[0] == "👌 好，谢谢"


async def test_an_english_holder_is_asked_in_english(english_house: House) -> None:
    house = english_house
    ben = await house.moves_in("Ben", unit="9-1-101", language="en")
    await says(ben, "/offer a ladder")
    await ben.presses("Put it up")
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    await asked(house, anna, "/need a ladder")
    await house.rings()

    assert "You have something like it on the shelf, so I ask you first" in ben.reads()
    assert "Ben" not in "".join([*house.in_group(), *anna.sees()])
    await ben.presses("I have it")
    assert anna.reads().startswith("🤝 Ben")
