"""How a ticket ends otherwise: the same as another, not ours, cannot be fixed, seen to already; and taken back."""

from tests.flows.repairing import a_head, at_hand, cards_of, reported, says, sent_to, ticket
from tests.house import House


async def test_the_same_as_another_its_reporter_and_followers_go_on_there(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    li = await house.moves_in("李明", unit="3-2-301")
    await reported(house, wang)
    await reported(house, li)
    await head.presses("我来处理", containing="王芳报的")

    await head.presses("更多", containing="李明报的")
    await head.presses("和另一件是一件")
    await head.presses("1 · 💡 3栋2单元")

    assert (await ticket(house, 2)).into_id == 1
    assert "和1号是一件（2号）" in cards_of(house, li)
    assert (await house.db.read.desks.followers(1))[0][0] == (await ticket(house, 2)).person_id
    await head.presses("修好了", containing="王芳报的")
    assert "陈建国说修好了" in cards_of(house, li)


async def test_by_its_number_too_but_not_itself_nor_what_is_over_or_unknown(house: House) -> None:
    _wang, head = await at_hand(house)
    li = await house.moves_in("李明", unit="3-2-301")
    await reported(house, li)
    await li.presses("撤回")
    last = house.posts(head.id, "bot")[-1].id

    for number, said in (("1", "这就是同一件，请选另一件。"), ("2号", "这件已经撤回了。"),
                         ("99", "没找到这一件。发“我的”看看您报的。"),
                         ("那一件", "写号码就行，比如：12。")):  # fmt: skip
        await head.pushes("ticket_merge_1_typed", last)
        await says(house, head, number)
        assert head.reads() == said
    assert (await ticket(house)).state == "taken"


async def test_what_is_in_somebodys_home_takes_nobody_else_in(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reported(house, wang, "报修 3栋2单元501水管漏水")
    li = await house.moves_in("李明", unit="3-2-301")
    await reported(house, li, "报修 3栋2单元漏水")
    assert (await ticket(house, 1)).indoor

    pressed = await head.pushes("ticket_merge_2_1", house.posts(head.id, "bot")[-1].id)
    assert pressed and pressed["text"] == "那一件是人家家里的事，不能并过去。"


async def test_not_ours_says_where_it_belongs_and_can_be_taken_back_for_a_day(house: House) -> None:
    wang, head = await at_hand(house)

    await head.presses("更多")
    await head.presses("不归这里管")
    await head.presses("写一句")
    await says(house, head, "路灯归市政，打12345")

    assert "不归我们管（1号）。\n📮 陈建国说，这件该归：\n路灯归市政，打12345" in wang.reads()
    await head.presses("点错了")
    assert (await ticket(house)).state == "taken" and "🛠 陈建国在处理。" in wang.reads()


async def test_after_a_day_an_ending_stands(house: House) -> None:
    _, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("办不了，说明原因")
    await says(house, head, "要等整栋改造")

    await house.later(days=1, hours=1)

    pressed = await head.pushes("ticket_reopen_1", house.posts(head.id, "bot")[-1].id)
    assert pressed and pressed["text"] == "过去太久，改不回来了。可以重新报一件。"


async def test_where_it_belongs_may_be_an_entry_of_the_address_book(house: House) -> None:
    wang, head = await at_hand(house)
    await says(house, head, "外单位 路灯所 13800000000")

    await head.pushes("ticket_elsewhere_1", house.posts(head.id, "bot")[-1].id)
    await head.presses("路灯所")

    assert "路灯所 +8613800000000" in wang.reads()


async def test_cannot_be_fixed_says_why_and_never_without_a_word(house: House) -> None:
    wang, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("办不了，说明原因")
    house.sends_photo(head)
    await house.settles()
    assert head.reads() == "请写一句原因，邻居才明白。"

    await head.presses("更多", containing="您在处理")
    await head.presses("办不了，说明原因")
    await says(house, head, "配件停产了")

    assert "修不了（1号）。\n📮 陈建国说明原因：\n配件停产了" in wang.reads()


async def test_an_ending_drops_what_was_agreed_and_asked(house: House) -> None:
    wang, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("要收费")
    await says(house, head, "80元 灯管")

    await head.pushes("ticket_give-up_1", house.posts(head.id, "bot")[-1].id)
    await says(house, head, "配件停产了")

    assert await house.db.read.charges.waiting(1) is None
    pressed = await wang.pushes("ticket_pay_1_1_yes", house.posts(wang.id, "bot")[-1].id)
    assert pressed and pressed["text"] == "这件已经收起来了。"


async def test_seen_to_already_is_reported_and_fixed_in_the_same_minute_with_pictures_of_both(house: House) -> None:
    await house.bind_group()
    head = await a_head(house)
    house.sends_photo(head, caption="报修 3栋2单元楼道堆了纸箱")
    await house.settles()

    await head.presses("我已当场处理")
    house.sends_photo(head)
    await house.settles()

    found = await ticket(house)
    assert (found.state, found.opened_at, found.ended_at) == ("done", found.fixed_at, found.fixed_at)
    assert [one.kind for one in await house.db.read.ticket_notes.of(1)] == ["report", "fixed"]
    assert house.in_group() == [] or not any("纸箱" in text for text in house.in_group())
    assert sent_to(house, "sendPhoto") == []


async def test_only_whoever_answers_for_the_place_has_seen_to_it(house: House) -> None:
    await a_head(house)
    wang = await house.moves_in("王芳", unit="3-2-501")
    await says(house, wang, "报修 3栋2单元路灯不亮")

    assert "✅ 我已当场处理" not in wang.buttons()
    pressed = await wang.pushes("ticket_on-spot_1", house.posts(wang.id, "bot")[-1].id)
    assert pressed and pressed["text"] == "这个按钮是给报修的邻居和处理的人的。"
    assert (await ticket(house)).state == "draft"


async def test_a_second_tap_on_what_is_over_says_so(house: House) -> None:
    _wang, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("不归这里管")
    await head.presses("写一句")
    await says(house, head, "归市政")

    for door, said in (("ticket_wait_1_parts_week", "不归我们管"), ("ticket_merge_1", "不归我们管"),
                       ("ticket_hand_1", "不归我们管"), ("ticket_more_1", "不归我们管")):  # fmt: skip
        pressed = await head.pushes(door, house.posts(head.id, "bot")[-1].id)
        assert pressed and said in pressed["text"], door
