"""What a ticket promises is kept: what is private stays so, and whoever it concerns no more reads nothing of it."""

from typing import Any

from tests.flows.helping import office
from tests.flows.repairing import a_head, a_manager, at_hand, cards_of, reported, says, ticket
from tests.house import House, Neighbour


async def _pressed(house: House, who: Neighbour, data: str) -> str:
    answer = await who.pushes(data, house.posts(who.id, "bot")[-1].id)
    await house.settles()
    return str((answer or {}).get("text", ""))


async def _id_of(tx: Any, name: str) -> int:
    return int(await tx.sql.value("SELECT id FROM people WHERE name = ?", name))


async def _noise_in_the_group(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    await house.bind_group()
    wang, li = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("李明", unit="3-2-301")
    head = await a_head(house)
    await says(house, wang, "报修 3栋2单元路灯不亮", to=house.group)
    await li.presses("我也遇到了", on=house.group)
    return wang, li, head


async def test_what_turns_out_to_be_private_leaves_the_group_and_whoever_followed_it(house: House) -> None:
    _wang, li, head = await _noise_in_the_group(house)

    await _pressed(house, head, "ticket_sort_1_quarrel")

    found = await ticket(house)
    assert (found.category, found.room_id) == ("quarrel", None)
    assert not any("3栋2单元" in text for text in house.in_group())
    assert await house.db.read.desks.followers(1) == []
    assert "纠纷" not in cards_of(house, li)
    await says(house, li, "工单 1")
    assert li.reads().startswith("没找到这一件")

    await _pressed(house, head, "ticket_sort_1_light")
    assert (await ticket(house)).category == "quarrel"


async def test_a_number_that_no_card_shows_is_not_found_out_by_seeking_it(house: House) -> None:
    await house.bind_group()
    wang, li = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("李明", unit="3-2-301")
    await a_head(house)
    await says(house, wang, "报修 3栋2单元路灯不亮，我住五零一，电话13812345678", to=house.group)

    for words, count in (("不亮", 1), ("电话138", 0), ("我住五零一", 0)):
        await says(house, li, f"工单 {words}")
        assert f"：{count}件" in li.reads(), words


async def test_a_reporter_does_not_get_the_pictures_of_who_joined(house: House) -> None:
    wang, _head = await at_hand(house)
    li = await house.moves_in("李明", unit="3-2-301")

    async def shows(tx: Any) -> None:
        await tx.ticket_notes.add(1, await _id_of(tx, "李明"), 1, "report", "", "photo", "of-li")

    await house.db.whole(shows)
    assert li
    assert await _pressed(house, wang, "ticket_play_1") == "这件没有照片和语音。"


async def test_only_whoever_ended_it_opens_it_again(house: House) -> None:
    wang, head = await at_hand(house)
    await wang.presses("撤回")

    assert await _pressed(house, head, "ticket_reopen_1") == "这个按钮是给报修的邻居和处理的人的。"
    assert (await ticket(house)).state == "withdrawn"
    await _pressed(house, wang, "ticket_reopen_1")
    assert (await ticket(house)).state == "taken"


async def test_whoever_cannot_do_it_is_not_asked_again_while_somebody_else_can_be(house: House) -> None:
    manager = await a_manager(house)
    _, head = await at_hand(house)

    await head.presses("更多")
    await head.presses("我办不了")

    assert manager.buttons()[0] == "👌 我来处理"


async def test_an_answer_awaited_and_an_agreed_hour_promise_the_group_nothing(house: House) -> None:
    await house.bind_group()
    _wang, _head = await at_hand(house)

    async def waits(tx: Any) -> None:
        found = await tx.tickets.get(1)
        at = int(house.clock.seconds())
        await tx.tickets.save(found.wait("visit", at=at, until=at + 3600), None)
        await tx.cards.redraw("ticket_1", at, None, 0)

    await house.db.whole(waits)
    await house.settles()
    [card] = [text for text in house.in_group() if "路灯" in text]
    assert "约好的时间" in card and "预计" not in card


async def test_a_picture_without_a_word_is_nobodys_after_two_years(house: House) -> None:
    wang, head = await at_hand(house)
    await head.presses("修好了")
    await wang.presses("修好了，谢谢")

    async def old(tx: Any) -> None:
        found = await tx.tickets.get(1)
        await tx.tickets.save(type(found)(**(vars(found) | {"text": ""})), None)
        await tx.tickets.anonymise((found.ended_at or 0) + 1)

    await house.db.whole(old)
    found = await ticket(house)
    assert (found.person_id, found.owner_id) == (None, None)
    assert await house.db.read.ticket_notes.of(1) == [] and await house.db.read.desks.of(1) == []


async def test_a_head_no_more_reads_no_words(house: House) -> None:
    _wang, head = await at_hand(house)
    await office(house, await house.moves_in("李强"), "building_head", "3栋")

    async def over(tx: Any) -> None:
        await tx.sql.run("UPDATE offices SET until = 1 WHERE person_id = ?", await _id_of(tx, "陈建国"))
        await tx.cards.redraw("ticket_1", int(house.clock.seconds()), None, 0)

    await house.db.whole(over)
    await house.settles()
    assert head.reads().startswith("这件已经转给别人了。")


async def test_what_a_helper_reported_is_theirs_alone_once_they_part(house: House) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    li = await house.moves_in("李明", unit="3-2-301")
    await a_head(house)
    numbers = await house.db.whole(_acts_for_wang_xiulan)
    await reported(house, li)
    assert (await ticket(house)).by_id == numbers[0] and "3栋2单元" in cards_of(house, li)

    await li.pushes(f"acting_give-back_{numbers[1]}", house.posts(li.id, "bot")[-1].id)
    await house.settles()

    found = await ticket(house)
    assert (found.person_id, found.by_id) == (numbers[1], None)
    assert await house.db.read.tickets.visible_to(numbers[0], 1) is None or found.room_id is not None


async def _acts_for_wang_xiulan(tx: Any) -> tuple[int, int]:
    """She has no telephone; the helper speaks for her. (helper, her)"""
    helper = await _id_of(tx, "李明")
    person = await tx.people.note("王秀兰", None, 1, 1)
    await tx.residents.lives(person.id, await tx.residents.home(helper), "family")
    await tx.acting.names(person.id, helper, 1)
    await tx.acting.act_for(helper, person.id, 2_000_000_000)
    return helper, person.id
