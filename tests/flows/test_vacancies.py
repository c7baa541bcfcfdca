"""Vacancies: an office whose holder is gone, who stood in for it, and what a mistake gives back."""

from typing import Any

from tests.flows.joining import built, comes, door_code, head_of, noted
from tests.flows.test_offices import hands_over, office, says, settled
from tests.house import House


async def lays_to_rest(house: House) -> None:
    """The head of building 3 takes Wang Fang's name off the list."""
    head = await head_of(house, "赵强", "3栋", "area_worker")
    await says(head, "我家 3-2-501")
    await head.presses("王芳")
    await head.presses("过世了")


async def lends(house: House, number: int, to: int) -> None:
    """Somebody stands in for the holder of an office for five days."""
    ends = int(house.clock.seconds()) + 5 * 86400

    async def work(tx: Any) -> None:
        held = await tx.offices.get(number)
        await tx.offices.appoint(to, held.title, held.place_id, held.person_id, 1, stands_in_for=number, ends_at=ends)

    await house.db.whole(work)


async def titles(house: House, person_id: int) -> list[str]:
    return [one.title for one in await house.db.read.offices.of(person_id)]


async def test_whoever_was_laid_to_rest_by_mistake_has_their_office_again(house: House) -> None:
    zhou, wang, _ = await settled(house)
    await office(house, wang, "building_head", "3栋", by=1)
    await lays_to_rest(house)
    head = house.neighbour(max(house.world.people), "赵强")
    assert await titles(house, 2) == [] and "3栋的楼栋长空出来了" in zhou.reads()

    await head.presses("弄错了，放回名单")

    assert await titles(house, 2) == ["building_head"]
    assert "3栋的楼栋长不空" in zhou.reads()


async def test_after_a_day_an_office_that_was_free_stays_free(house: House) -> None:
    _, wang, _ = await settled(house)
    await office(house, wang, "building_head", "3栋", by=1)
    await lays_to_rest(house)
    head = house.neighbour(max(house.world.people), "赵强")
    post, data = house.button(head.id, "bot", "弄错了")
    await house.later(days=1, minutes=1)

    await head.pushes(data, post.id)

    assert not (await house.db.read.people.get(2)).retired
    assert await titles(house, 2) == []


async def test_whoever_stood_in_for_somebody_who_is_gone_is_thanked(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, wang, "building_head", "3栋", by=1)
    await lends(house, number, to=3)

    await lays_to_rest(house)

    assert await titles(house, 3) == []
    assert any("到今天为止" in text for text in chen.sees())


async def test_an_office_goes_on_when_only_its_stand_in_is_gone(house: House) -> None:
    zhou, _, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋", by=1)
    await lends(house, number, to=2)

    await lays_to_rest(house)

    assert await titles(house, 3) == ["building_head"]
    assert "又回到您手上" in chen.reads()
    assert not any("空出来了" in text for text in (*chen.sees(), *zhou.sees()))


async def test_whoever_stands_in_already_may_take_over_for_good(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋", by=1)
    await lends(house, number, to=2)
    await hands_over(chen)

    await wang.presses("✅ 我愿意")

    held = await house.db.read.offices.of(2)
    assert [(one.title, one.stands_in_for) for one in held] == [("building_head", None)]
    assert await titles(house, 3) == []


async def test_a_steward_who_has_no_telephone_is_no_reason_to_go(house: House) -> None:
    zhou, _, _ = await settled(house)

    async def noted_steward(tx: Any) -> None:
        person = await tx.people.note("王秀兰", None, 1, 1)
        await tx.offices.appoint(person.id, "steward", 1, 1, 1)

    await house.db.whole(noted_steward)
    await says(zhou, "职务")
    await zhou.presses("维护员")

    answer = await zhou.presses("我不做了")

    assert answer and answer["text"].startswith("您是唯一的维护员。")


async def test_two_rows_that_are_one_keep_the_households_voice_and_one_office(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    old = await noted(house, "李桂兰", "3栋2单元501")
    li = comes(house, "李桂兰")
    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    number = (await house.db.read.people.by_telegram(li.id)).id

    async def both_hold(tx: Any) -> None:
        home = await tx.residents.home(old)
        await tx.residents.speaks(old, home)
        for one in (old, number):
            await tx.offices.appoint(one, "scrutineer", 1, None, 1)

    await house.db.whole(both_hold)
    await li.presses("业主家人")
    await li.presses("李**就是我")

    await chen.presses("就是同一位")

    assert [one.speaks for one in await house.db.read.residents.homes(number)] == [True]
    assert await titles(house, number) == ["scrutineer"]


async def test_what_was_withdrawn_from_somebody_who_died_since_is_not_given_back(house: House) -> None:
    zhou, wang, _ = await settled(house)
    await office(house, wang, "building_head", "3栋", by=1)
    await says(zhou, "/who 3栋")
    await zhou.presses("🎖 楼栋长")
    await zhou.presses("收回这个职务")
    await house.db.whole(lambda tx: tx.residents.retires(2, int(house.clock.seconds())))

    answer = await zhou.presses("点错了")

    assert answer and answer["text"].startswith("后来又有变化")
    assert await titles(house, 2) == []
