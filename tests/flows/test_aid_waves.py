"""Waves: a plea is carried to a few neighbours in private, the nearest first, and nobody is asked twice."""

from datetime import timedelta
from typing import Any

import pytest

from bot.i18n import words
from tests.flows.helping import asked, asked_in_private, givers, hidden, number_of, people, state, verbs
from tests.house import MORNING, House, Neighbour

T = words("zh")
WAVE = {"hours": 1, "minutes": 40}
"""A plea of a morning widens every hour and a half or so."""


async def live(house: House, count: int, unit: str, begins: str) -> list[str]:
    """So many neighbours of one dwelling, whom a private message reaches; → their names."""
    names = [f"{begins}{number:02}" for number in range(count)]
    ids = house.world.add_people({"first_name": name, "language_code": "zh-hans"} for name in names)
    for id, name in zip(ids, names, strict=True):
        await house.lives(Neighbour(house, id, name), unit)
        house.world.private(id).started = True
        await people(house, name=name, started_at=1)
    return names


async def willing(house: House, *names: str) -> None:
    for name in names:
        await house.db.whole(
            lambda tx, name=name: tx.sql.run("INSERT INTO willing SELECT id, 1 FROM people WHERE name = ?", name)
        )


async def waves_go(house: House, times: int = 1) -> None:
    for _ in range(times):
        await house.later(**WAVE)


async def test_the_nearest_are_asked_first_and_the_circle_widens_to_the_building(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    stair = await live(house, 2, "3-2-601", "同梯")
    block = await live(house, 2, "3-1-101", "同楼")
    await live(house, 2, "5-1-201", "远邻")
    await asked(house, wang)
    await house.rings()
    assert await asked_in_private(house) == [stair]
    assert "我私下问了2位附近的邻居。" in wang.reads()

    await waves_go(house)
    assert await asked_in_private(house) == [stair, block]
    await waves_go(house, 3)

    assert await asked_in_private(house) == [stair, block]  # nobody further out offered it
    assert "我私下问了4位附近的邻居。" in wang.reads()


async def test_a_wave_is_twenty_people_at_most_and_those_who_offered_come_first(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    names = await live(house, 27, "3-2-601", "同梯")
    await willing(house, *names[-3:])

    await asked(house, wang)
    await house.rings()
    [first] = await asked_in_private(house)
    assert len(first) == 20 and set(names[-3:]) <= set(first)
    await waves_go(house, 2)

    waves = await asked_in_private(house)
    assert [len(wave) for wave in waves] == [20, 7]
    assert sorted(name for wave in waves for name in wave) == names


async def test_beyond_the_building_only_those_are_asked_who_offered_it(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    [near], [far, _] = await live(house, 1, "3-1-101", "同楼"), await live(house, 2, "5-1-201", "远邻")
    await willing(house, far)

    await asked(house, wang)
    await house.rings()
    await waves_go(house, 2)

    assert await asked_in_private(house) == [[near], [far]]


async def test_who_offered_by_a_tap_is_asked_and_who_takes_it_back_is_not(house: House) -> None:
    wang, chen = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("陈明", unit="5-1-201")
    chen.says("愿意帮忙")
    await house.settles()
    card = house.posts(chen.id, "bot")[-1].id
    await asked(house, wang)
    await house.rings()
    assert await asked_in_private(house) == [["陈明"]]
    assert chen.reads().startswith("🙋 3栋有位邻居想要\n布洛芬") and "501" not in chen.reads()

    no = await chen.pushes("offers_willing_off", card)
    await asked(house, wang, "求助 梯子")
    await house.rings()

    assert no and no["text"].startswith("好的")
    assert await asked_in_private(house, 2) == []


async def test_whoever_was_asked_takes_it_there_and_every_card_turns_small(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶", unit="3-2-501")
    await asked(house, wang)
    await house.rings()
    assert chen.buttons() == ["🙋 我有", "这次不方便", "🔕 别私下问我"]

    await chen.presses("我有")

    assert await givers(house) == [("陈明", "giving", 1)]
    assert "🤝 您接了，谢谢。详情在另一条消息里。\n布洛芬" in chen.sees()
    assert li.reads() == "这件不用操心了，谢谢您。\n布洛芬" and li.buttons() == []


async def test_who_cannot_this_time_says_so_and_nobody_hears_of_it(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await asked(house, wang)
    await house.rings()
    before = wang.sees()

    answer = await chen.presses("这次不方便")
    assert answer and answer["text"] == "没关系，我问问别人。"
    assert chen.reads() == "好的，这次不找您。\n布洛芬"

    forged = await wang.pushes("ask_not-now_1", house.posts(wang.id, "bot")[-1].id)
    assert forged and forged["show_alert"]
    assert wang.sees() == before


async def test_who_wants_no_questions_gets_none_and_settings_turn_them_on_again(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await asked(house, wang)
    await house.rings()

    answer = await chen.presses("别私下问我")
    assert answer and answer["show_alert"] and "发“设置”" in answer["text"]
    await asked(house, wang, "求助 梯子")
    await house.rings()

    assert await asked_in_private(house, 2) == []


@pytest.mark.parametrize(
    "changed", [{"started_at": None}, {"unreachable_at": 1}, {"blocked_at": 1}], ids=lambda one: next(iter(one))
)
async def test_who_cannot_be_told_or_is_kept_away_is_not_asked(house: House, changed: dict[str, Any]) -> None:
    wang, _, _ = await house.moves_in("王芳", "陈明", "李奶奶", unit="3-2-501")
    await people(house, name="陈明", **changed)

    await asked(house, wang)
    await house.rings()

    assert await asked_in_private(house) == [["李奶奶"]]


async def test_neither_the_asker_nor_who_asks_for_them_nor_who_has_it_is_asked(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶", unit="3-2-501")
    helper = await number_of(house, chen)
    await house.moves_in("何婶", unit="3-1-101")
    await asked(house, wang)

    async def by_helper(tx: Any) -> None:
        await tx.sql.run("UPDATE asks SET by_id = ?, amount = 2", helper)

    await house.db.whole(by_helper)
    await li.pushes("ask_take_1_1", house.posts(li.id, house.group)[-1].id, on=house.group)
    await house.rings()

    assert await asked_in_private(house) == [["何婶"]]


async def test_at_night_only_those_are_asked_who_said_they_may_be_woken(house: House) -> None:
    wang, _, _ = await house.moves_in("王芳", "陈明", "李奶奶", unit="3-2-501")
    await people(house, name="李奶奶", night_ok=1)
    house.set_clock(MORNING.replace(hour=23))
    await asked(house, wang, "求助 布洛芬 明天中午前")
    await house.rings()
    assert await asked_in_private(house) == [["李奶奶"]]

    await house.later(hours=4)
    assert await asked_in_private(house) == [["李奶奶"]]
    house.set_clock(MORNING.replace(hour=7, minute=31) + timedelta(days=1))
    await house.rings()

    assert await asked_in_private(house) == [["李奶奶"], ["陈明"]]


async def test_one_person_is_asked_twice_a_day_and_who_offered_eight_times(house: House) -> None:
    askers = await house.moves_in(*(f"邻居{number}" for number in range(10)), unit="5-1-201")
    await house.moves_in("陈明", "李奶奶", unit="5-1-202")
    await willing(house, "李奶奶")
    for one in askers:
        await people(house, name=one.name, blocked_at=None, unreachable_at=1)
    for number, one in enumerate(askers, 1):
        await asked(house, one, "求助 梯子")
        await house.rings()
        assert await state(house, number) == "open"

    told = [name for number in range(1, 11) for wave in await asked_in_private(house, number) for name in wave]
    assert (told.count("陈明"), told.count("李奶奶")) == (2, 8)


async def test_nobody_is_asked_any_more_once_it_is_taken_and_it_goes_on_when_it_is_let_go(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    block = await live(house, 1, "3-1-101", "同楼")
    await asked(house, wang)
    await house.rings()
    await chen.presses("我有")
    await waves_go(house, 2)
    assert await asked_in_private(house) == [["陈明"]]

    await chen.presses("我给不了了")
    await house.rings()

    assert await asked_in_private(house) == [["陈明"], block]
    assert (await verbs(house)).count("ask.widened") == 2


async def test_what_is_hidden_is_carried_to_nobody_until_it_is_shown_again(house: House) -> None:
    wang, _ = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await asked(house, wang)
    await hidden(house, "ask_1")
    await house.rings()
    await waves_go(house)
    assert await asked_in_private(house) == []

    await hidden(house, "ask_1", False)
    await waves_go(house)

    assert await asked_in_private(house) == [["陈明"]]


async def test_over_all_waves_of_a_long_plea_nobody_is_asked_twice(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    names = [*await live(house, 22, "3-2-601", "同梯"), *await live(house, 3, "3-1-101", "同楼")]
    await asked(house, wang, "求助 布洛芬 三天内")
    for _ in range(30):
        await house.later(hours=3)

    waves = await asked_in_private(house)
    assert sorted(name for wave in waves for name in wave) == sorted(names)
    assert max(len(wave) for wave in waves) <= 20


async def test_an_english_neighbour_is_asked_in_english(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    anna = await house.moves_in("Anna", unit="3-2-601", language="en")
    await asked(house, wang)
    await house.rings()

    assert anna.reads().startswith("🙋 A neighbour in 3栋 needs\n布洛芬\nNeeded by")
    assert anna.buttons() == ["🙋 I have it", "Not this time", "🔕 Don't ask me"]
    await anna.presses("Not this time")
    assert anna.reads().startswith("All right, not this time.")
