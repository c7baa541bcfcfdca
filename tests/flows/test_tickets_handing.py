"""A ticket goes from hand to hand: to the manager, a repairer by a link, an outside firm, a circle, and back."""

from typing import Any

from bot.playground.server import acts
from tests.flows.helping import number_of, office, people
from tests.flows.repairing import (
    a_head,
    a_manager,
    at_hand,
    cards_of,
    holds,
    link_in,
    replies,
    reported,
    says,
    stranger,
    ticket,
)
from tests.house import House, Neighbour


async def _owner(house: House, number: int = 1) -> str:
    found = await ticket(house, number)
    return (await house.db.read.people.get(found.owner_id)).name if found.owner_id else "nobody"


async def test_handed_to_the_manager_everybody_reads_who_has_it_and_it_can_be_taken_back(house: House) -> None:
    manager = await a_manager(house)
    wang, head = await at_hand(house)

    await head.presses("更多")
    await head.presses("转给…")
    await head.presses("周经理 · 物业经理")

    assert "🛠 周经理在处理。" in wang.reads() and "🛠 周经理在处理。" in head.reads()
    assert manager.buttons()[0] == "✅ 修好了" and head.buttons() == ["收回来"]
    await head.presses("收回来")
    assert await _owner(house) == "陈建国" and "✅ 修好了" not in manager.buttons()


async def test_given_back_it_is_with_whoever_handed_it_on(house: House) -> None:
    manager = await a_manager(house)
    _, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("转给…")
    await head.presses("周经理")

    await manager.presses("更多")
    await manager.presses("退回")

    assert await _owner(house) == "陈建国"
    assert "🛠 您在处理。" in head.reads()


async def test_it_may_be_handed_on_before_anybody_took_it(house: House) -> None:
    await a_manager(house)
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reported(house, wang)

    await head.presses("转给…")
    await head.presses("周经理")

    assert await _owner(house) == "周经理" and head.buttons() == ["收回来"]


async def test_whoever_cannot_be_reached_gets_nothing_and_there_is_a_way_on(house: House) -> None:
    await a_manager(house)
    _, head = await at_hand(house)
    await people(house, name="周经理", unreachable_at=1)

    await head.presses("更多")
    await head.presses("转给…")
    refused = await head.presses("周经理")

    assert refused and refused["text"] == "周经理现在联系不上。请转给别人，或者先接着办。"
    assert await _owner(house) == "陈建国"


async def test_who_does_not_have_it_hands_nothing_on_and_old_buttons_do_nothing(house: House) -> None:
    manager = await a_manager(house)
    other = await a_head(house, "李强")
    _, head = await at_hand(house)
    last = house.posts(other.id, "bot")[-1].id

    for door in ("ticket_hand_1", "ticket_give_1_3", "ticket_wait_1_parts_week", "ticket_slot_1", "ticket_charge_1",
                 "ticket_merge_1", "ticket_give-up_1", "ticket_ask_1", "ticket_more_1", "ticket_recall_1",
                 "ticket_go-on_1", "ticket_fix_1", "ticket_elsewhere_1", "ticket_turn_1",
                 "ticket_offer_1"):  # fmt: skip
        pressed = await other.pushes(door, last)
        assert pressed and pressed["text"] == "已经有人在处理了，多谢您。", door

    await head.presses("更多")
    await head.presses("转给…")
    await head.presses("周经理")
    for door in ("ticket_fix_1", "ticket_give_1_2", "ticket_wait_1_parts_week", "ticket_let-go_1"):
        pressed = await head.pushes(door, house.posts(head.id, "bot")[-1].id)
        assert pressed and pressed["text"] == "已经有人在处理了，多谢您。", door
    assert await _owner(house) == "周经理" and manager.buttons()[0] == "✅ 修好了"


async def test_nobody_is_given_it_who_could_not_have_it(house: House) -> None:
    wang, head = await at_hand(house)

    for number in (await number_of(house, wang), 99999):
        pressed = await head.pushes(f"ticket_give_1_{number}", house.posts(head.id, "bot")[-1].id)
        assert pressed and "按钮" in pressed["text"]
    assert await _owner(house) == "陈建国"


async def test_an_ended_office_has_nothing_in_hand_and_the_next_one_gets_it(house: House) -> None:
    worker = await holds(house, "林静", "social_worker")
    _wang, head = await at_hand(house)
    held = (await house.db.read.offices.of(await number_of(house, head)))[0]
    await office(house, worker, "steward", (await house.db.read.places.root()).name)

    await worker.pushes(f"offices_withdraw_{held.id}", house.posts(worker.id, "bot")[-1].id)

    assert worker.buttons()[0] == "👌 我来处理" and (await ticket(house)).state == "new"
    pressed = await head.pushes("ticket_take_1", house.posts(head.id, "bot")[-1].id)
    assert pressed and pressed["text"] != "好，这件归您了。报修的邻居已经知道。"
    assert (await ticket(house)).owner_id is None


async def test_who_stands_in_gets_it_instead_of_whoever_is_away(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    stand_in = await house.moves_in("李强", unit="3-1-102")

    async def lends(tx: Any) -> None:
        held = (await tx.offices.of(await number_of(house, head)))[0]
        person = await tx.people.by_telegram(stand_in.id)
        await tx.offices.appoint(person.id, held.title, held.place_id, held.person_id, 1, stands_in_for=held.id)

    held = await number_of(house, head)
    assert held
    await house.db.whole(lends)
    await reported(house, wang)

    assert stand_in.buttons()[0] == "👌 我来处理"
    assert "路灯楼道灯" not in head.reads()
    await people(house, name="李强", unreachable_at=1)
    await reported(house, wang, "报修 3栋2单元下水道堵了")
    assert "下水道" in head.reads()


async def _repairer(house: House, head: Neighbour) -> Neighbour:
    await head.presses("更多")
    await head.presses("转给…")
    await head.presses("请一位师傅")
    return await stranger(house, "刘师傅", link_in(house, head))


async def test_a_repairer_comes_by_a_link_has_that_ticket_and_reads_no_name(house: House) -> None:
    wang, head = await at_hand(house)

    liu = await _repairer(house, head)

    assert await _owner(house) == "刘师傅"
    assert "邻居报的" in cards_of(house, liu)
    assert "王芳" not in cards_of(house, liu) and "陈建国" not in cards_of(house, liu)
    assert "刘师傅" in wang.reads() and "🔧 刘师傅师傅来了，1号已经在他手上。" in cards_of(house, head)
    await liu.presses("更多")
    assert "转给…" not in liu.buttons() and "不归这里管" not in liu.buttons()
    await liu.presses("修好了")
    assert (await ticket(house)).state == "fixed"


async def test_the_link_works_once_and_not_for_whoever_made_it(house: House) -> None:
    _wang, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("转给…")
    await head.presses("请一位师傅")
    link = link_in(house, head)

    head.starts(link)
    await house.settles()
    assert head.reads() == "这条链接是给师傅的，请转发给他。"
    await stranger(house, "刘师傅", link)
    second = await stranger(house, "路人", link)
    assert "师傅" not in second.reads()
    assert len(await house.db.read.sql.rows("SELECT * FROM repairers")) == 1
    assert await house.db.read.repairers.of(await number_of(house, second)) == []


async def test_a_cancelled_link_and_an_old_one_open_nothing(house: House) -> None:
    _, head = await at_hand(house)
    for wait in (False, True):
        await head.pushes("ticket_invite_1", house.posts(head.id, "bot")[-1].id)
        link = link_in(house, head)
        if wait:
            await house.later(days=8)
        else:
            await head.presses("作废这条链接")
        await stranger(house, "刘师傅", link)
    assert (await house.db.read.sql.rows("SELECT * FROM repairers")) == []


async def test_a_repairer_opens_no_other_number(house: House) -> None:
    wang, head = await at_hand(house)
    await reported(house, wang, "报修 3栋2单元下水道堵了")
    liu = await _repairer_of(house, head, 1)

    for door in ("ticket_open_2", "ticket_more_2", "ticket_play_2", "ticket_note_2", "ticket_take_2", "ticket_fix_2"):
        pressed = await liu.pushes(door, house.posts(liu.id, "bot")[-1].id)
        assert pressed and pressed["text"].startswith("没找到这一件。"), door
    for door in ("ticket_hand_1", "ticket_give_1_2", "ticket_invite_1", "firm_add"):
        pressed = await liu.pushes(door, house.posts(liu.id, "bot")[-1].id)
        assert pressed and ("楼栋长" in pressed["text"]), door
    liu.says("/firms")
    await house.settles()
    assert liu.reads() == "外单位的电话由楼栋长和物业经理来记。"


async def _repairer_of(house: House, head: Neighbour, number: int) -> Neighbour:
    await head.pushes(f"ticket_invite_{number}", house.posts(head.id, "bot")[-1].id)
    return await stranger(house, "刘师傅", link_in(house, head))


async def test_a_repairer_who_stops_gives_everything_back(house: House) -> None:
    _, head = await at_hand(house)
    liu = await _repairer_of(house, head, 1)

    await liu.presses("不当师傅了")

    assert await _owner(house) == "陈建国"
    assert "您不再是" in cards_of(house, liu)


async def test_an_outside_firm_from_the_address_book_has_it_and_the_number_is_for_whoever_calls(house: House) -> None:
    wang, head = await at_hand(house)
    await says(house, head, "外单位 路灯所 13800000000")
    assert "路灯所\n+8613800000000\n管：路灯楼道灯" in head.reads()

    await head.presses("更多", containing="路灯楼道灯\n3栋")
    await head.presses("转给…")
    await head.presses("外单位")
    await head.presses("路灯所")
    await head.presses("一周")

    assert "🏢 路灯所 +8613800000000" in cards_of(house, head)
    assert [one["copy_text"] for post in house.posts(head.id, "bot") for row in house.rows(post) for one in row
            if "copy_text" in one] == [{"text": "+8613800000000"}] * 2  # fmt: skip
    assert "🏢 外单位：路灯所" in wang.reads() and "13800000000" not in cards_of(house, wang)


async def test_the_address_book_is_changed_and_emptied_by_buttons(house: House) -> None:
    head = await a_head(house)
    await says(house, head, "/firms")
    assert "还没有记。" in head.reads()
    await head.presses("加一家")
    await says(house, head, "13800000000")
    assert head.reads() == "写名字和电话，比如：电梯维保 13800000000。"
    await head.presses("加一家")
    await says(house, head, "电梯维保 13800000000")
    await head.presses("改一改")
    await says(house, head, "02087654321")
    assert "电梯维保\n+862087654321" in head.reads()
    await head.presses("管什么")
    await head.presses("消防")
    assert "管：消防" in head.reads()
    await head.presses("去掉")
    assert head.reads() == "去掉了：电梯维保"
    await head.presses("点错了")
    assert "电梯维保" in head.reads()


async def test_nobody_else_reads_or_changes_the_address_book(house: House) -> None:
    head = await a_head(house)
    await says(house, head, "外单位 路灯所 13800000000")
    wang = await house.moves_in("王芳", unit="3-2-501")

    await says(house, wang, "外单位")
    assert wang.reads() == "外单位的电话由楼栋长和物业经理来记。"
    for door in ("firm_one_1", "firm_end_1", "firm_change_1", "firm_work_1_lift", "firm_back_1"):
        pressed = await wang.pushes(door, house.posts(wang.id, "bot")[-1].id)
        assert pressed and pressed["text"] == "外单位的电话由楼栋长和物业经理来记。", door
    assert [one.name for one in await house.db.read.outsiders.for_place(2)] == ["路灯所"]


async def _circle(house: House, lead: Neighbour, name: str = "维修队") -> int:
    async def makes(tx: Any) -> int:
        person = await tx.people.by_telegram(lead.id)
        return int((await tx.circles.make(name, (await tx.places.root()).id, None, person.id, 1)).id)

    return await house.db.whole(makes)  # type: ignore[no-any-return]  # a number


async def test_without_a_property_company_it_is_a_circles_task_and_says_so(house: House) -> None:
    await house.bind_group()
    lead = await house.moves_in("李强", unit="3-1-102")
    await _circle(house, lead)
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await says(house, wang, "报修 3栋2单元路灯不亮", to=house.group)
    await head.presses("我来处理")

    await head.presses("更多")
    await head.presses("大家来办")
    await head.presses("维修队")

    assert await _owner(house) == "李强" and lead.buttons()[0] == "✅ 修好了"
    assert "👥 归“维修队”来办。" in wang.reads() and "👥 归“维修队”来办。" in house.in_group()[0]
    await lead.presses("修好了")
    assert (await ticket(house)).state == "fixed"


async def test_without_a_property_company_it_becomes_a_plea_of_the_reporters(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await says(house, wang, "报修 3栋2单元路灯不亮", to=house.group)
    await head.presses("我来处理")

    await head.presses("更多")
    await head.presses("大家来办")
    await head.presses("请邻居帮忙")

    assert "🙋 已经请邻居们帮忙。" in head.reads()
    [ask] = await house.db.read.asks.all()
    assert ask.state == "draft" and (await ticket(house)).became == "ask_1"
    assert "✅ 发到群里" in wang.buttons()
    assert (await ticket(house)).reason == "neighbours"


async def test_where_there_is_a_property_company_it_is_theirs(house: House) -> None:
    await a_manager(house)
    _, head = await at_hand(house)

    await head.presses("更多")
    assert "大家来办" not in head.buttons()
    pressed = await head.pushes("ticket_turn_1_ask", house.posts(head.id, "bot")[-1].id)
    assert pressed and pressed["text"] == "这里有物业经理，请转给物业。"


async def test_the_two_talk_through_the_bot_and_neither_reads_the_others_account(house: House) -> None:
    wang, head = await at_hand(house)

    await wang.presses("和对方说话")
    assert not house.links_to(wang.id, head)
    await head.presses("更多", containing="您在处理")
    assert await house.db.read.relays.about("ticket_1")


async def test_open_work_moves_with_an_office_that_is_handed_over(house: House) -> None:
    _, head = await at_hand(house)
    new = await house.moves_in("李强", unit="3-1-102")
    before = (await house.db.read.offices.of(await number_of(house, head)))[0]
    after_id = await office(house, new, "building_head", "3栋")
    after = await house.db.read.offices.get(after_id)

    async def moves(tx: Any) -> None:
        from handlers.context import Turn
        from handlers.tickets import leaving

        at = int(house.clock.seconds())
        await leaving.handed_over(Turn(tx, at, at, house.community.house), before, after)

    await house.db.whole(moves)
    house.community.delivery.woken.set()
    await house.settles()
    assert await _owner(house) == "李强" and new.buttons()[0] == "✅ 修好了"


async def test_whoever_it_was_handed_to_and_blocks_the_bot_has_it_no_more(house: House) -> None:
    manager = await a_manager(house)
    wang, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("转给…")
    await head.presses("周经理")

    acts.block(house.world, manager.id, True)
    await replies(house, wang, "还是不亮", containing="周经理在处理")

    assert await _owner(house) == "陈建国" and "🛠 您在处理。" in head.reads()
    assert "🛠 陈建国在处理。" in cards_of(house, wang)


async def test_a_head_nobody_can_reach_is_passed_over_at_once(house: House) -> None:
    worker = await holds(house, "林静", "social_worker")
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    acts.block(house.world, head.id, True)

    await reported(house, wang)

    assert worker.buttons()[0] == "👌 我来处理"
    assert "林静" in wang.reads()


async def test_the_flat_goes_with_the_hand_that_comes(house: House) -> None:
    wang, head = await at_hand(house)
    await head.presses("约时间")
    await head.presses("写时间")
    await says(house, head, "明天下午3点")
    await head.presses("让邻居挑一个")
    await wang.presses("明天下午3点")
    assert "3-2-501" in head.reads()

    liu = await _repairer_of(house, head, 1)

    assert "📅 约好明天下午3点上门。\n🚪 3-2-501" in cards_of(house, liu)
    assert "3-2-501" not in cards_of(house, head)
    assert "📅 约好明天下午3点上门。" in wang.reads()
    await liu.presses("更多")
    await liu.presses("退回")
    assert "3-2-501" not in cards_of(house, liu) and "约好" not in wang.reads()


async def test_a_helper_picks_the_hour_and_agrees_to_the_price_for_somebody_without_a_telephone(house: House) -> None:
    head = await a_head(house)
    helper, granny = await house.moves_in("李梅", unit="3-2-301"), await house.moves_in("张奶奶", started=False)
    await house.lives(granny, "3-2-502")

    async def names(tx: Any) -> None:
        one, two = await tx.people.by_telegram(granny.id), await tx.people.by_telegram(helper.id)
        await tx.acting.names(one.id, two.id, 1)
        await tx.acting.act_for(two.id, one.id, 2_000_000_000)

    await house.db.whole(names)
    await reported(house, helper)
    await head.presses("我来处理")
    await head.presses("约时间")
    await head.presses("写时间")
    await says(house, head, "明天下午3点")
    await head.presses("让邻居挑一个")

    await helper.presses("明天下午3点")
    assert "🚪 3-2-502" in head.reads()
    await head.pushes("ticket_charge_1", house.posts(head.id, "bot")[-1].id)
    await says(house, head, "80元 灯管")
    await helper.presses("同意")
    assert "邻居同意了" in cards_of(house, head)


async def test_what_a_stand_in_had_is_its_holders_again_when_they_are_back(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    stand_in = await house.moves_in("李强", unit="3-1-102")
    held = (await house.db.read.offices.of(await number_of(house, head)))[0]
    number = await number_of(house, stand_in)
    await house.db.whole(
        lambda tx: tx.offices.appoint(
            number, held.title, held.place_id, held.person_id, 1, stands_in_for=held.id, ends_at=2_000_000_000
        )
    )
    await reported(house, wang)
    await reported(house, wang, "报修 3栋2单元下水道堵了")
    await stand_in.presses("我来处理", containing="路灯")

    await head.pushes(f"offices_back_{held.id}", house.posts(head.id, "bot")[-1].id)

    assert await _owner(house) == "陈建国"
    assert "🛠 您在处理。" in cards_of(house, head) and "下水道" in cards_of(house, head)
    pressed = await stand_in.pushes("ticket_take_2", house.posts(stand_in.id, "bot")[-1].id)
    assert pressed and pressed["text"] != "好，这件归您了。报修的邻居已经知道。"
    assert (await ticket(house, 2)).owner_id is None
