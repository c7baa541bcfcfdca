"""What whoever has a ticket does with it: waits, asks, agrees an hour, names a price, notes; as they live it."""

import pytest

from bot.playground.server import acts
from tests.flows.helping import office, people
from tests.flows.repairing import a_head, at_hand, cards_of, replies, reported, says, sent_to, ticket
from tests.house import House, Neighbour


async def test_the_desk_card_has_the_steps_that_fit_its_state(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reported(house, wang)

    assert head.buttons() == ["👌 我来处理", "转给…", "更多…"]
    await head.presses("我来处理")
    assert head.buttons() == ["✅ 修好了", "约时间", "更多…", "💬 和对方说话"]
    assert "💬 和对方说话" in wang.buttons()


async def test_what_it_waits_for_and_until_when_is_on_every_card_and_its_clock_stands_still(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await says(house, wang, "报修 3栋2单元路灯不亮", to=house.group)
    await head.presses("我来处理")

    await head.presses("更多")
    await head.presses("先等一等")
    await head.presses("等配件")
    await head.presses("3天")

    expected = "在等：配件，预计12月1日（周二）晚上6点"
    assert expected in wang.reads() and expected in house.in_group()[0]
    assert expected in head.reads() and "超时" not in head.reads()
    assert head.buttons() == ["✅ 修好了", "▶️ 接着办", "更多…", "💬 和对方说话"]
    await head.presses("接着办")
    assert (await ticket(house)).state == "taken"


async def test_a_typed_day_counts_and_what_is_no_day_is_asked_again(house: House) -> None:
    _, head = await at_hand(house)

    for label in ("更多", "先等一等", "等表决用钱", "写个日子"):
        await head.presses(label)
    await says(house, head, "等他们开完会")
    assert head.reads() == "没看懂是哪天。写成“12月5日”或“下周三”就行。"

    for label in ("等表决用钱", "写个日子"):
        await head.presses("更多") if label == "等表决用钱" else None
        await head.presses("先等一等") if label == "等表决用钱" else None
        await head.presses(label)
    await says(house, head, "12月5日")
    assert (await ticket(house)).reason == "money"


async def test_a_question_goes_to_the_reporter_and_the_answer_sets_it_going_by_itself(house: House) -> None:
    wang, head = await at_hand(house)

    await head.presses("更多")
    await head.presses("问报修人")
    await says(house, head, "是整层都不亮吗？")
    assert "❓ 陈建国想问：\n是整层都不亮吗？" in wang.reads()
    assert (await ticket(house)).reason == "reporter"

    await says(house, wang, "就我家门口那盏")
    assert "💬 王芳答：\n就我家门口那盏" in head.reads()
    assert (await ticket(house)).state == "taken"


@pytest.mark.parametrize("spoken", [True, False], ids=["voice", "photo"])
async def test_an_answer_may_be_spoken_or_shown_and_the_handler_alone_gets_it(house: House, spoken: bool) -> None:
    wang, head = await at_hand(house)
    await head.presses("更多")
    await head.presses("问报修人")
    await says(house, head, "哪一盏？")

    (house.sends_voice if spoken else house.sends_photo)(wang)
    await house.settles()

    assert sent_to(house, "sendVoice" if spoken else "sendPhoto") == [head.id]
    assert (await ticket(house)).state == "taken"


async def test_what_a_helper_reported_for_somebody_is_asked_of_the_helper(house: House) -> None:
    head = await a_head(house)
    helper, granny = await house.moves_in("李梅", unit="3-2-301"), await house.moves_in("张奶奶", started=False)
    await house.lives(granny, "3-2-502")

    async def names(tx: object) -> None:
        one, two = await tx.people.by_telegram(granny.id), await tx.people.by_telegram(helper.id)  # type: ignore[attr-defined]  # a transaction
        await tx.acting.names(one.id, two.id, 1)  # type: ignore[attr-defined]
        await tx.acting.act_for(two.id, one.id, 2_000_000_000)  # type: ignore[attr-defined]

    await house.db.whole(names)
    await reported(house, helper)
    assert (await ticket(house)).by_id is not None
    await head.presses("我来处理")
    await head.presses("更多")
    await head.presses("问报修人")
    await says(house, head, "几点方便？")
    assert "几点方便？" in helper.reads()
    await says(house, helper, "下午都在")
    assert "下午都在" in head.reads()


async def test_up_to_three_hours_are_offered_one_is_tapped_and_only_then_the_flat_is_read(house: House) -> None:
    wang, head = await at_hand(house, "报修 3栋2单元我家水管漏水")

    await head.presses("约时间")
    for hour in ("9:00", "15:00", "19:00"):
        await head.pushes("ticket_slot_1_20261129", house.posts(head.id, "bot")[-1].id)
        await head.presses(hour)
    await head.presses("11月30日")
    pressed = await head.presses("9:00")
    assert pressed and pressed["text"] == "最多选3个时间。点一下选好的，就能去掉。"
    await head.presses("返回")
    await head.presses("约时间", containing="在处理")
    await head.presses("让邻居挑一个")

    assert [label for label in wang.buttons() if "明天" in label] == ["明天上午9点", "明天下午3点", "明天晚上7点"]
    assert "3-2-501" not in cards_of(house, head)
    await wang.presses("明天下午3点")
    assert "📅 约好明天下午3点上门。\n🚪 3-2-501" in head.reads()
    assert "📅 约好明天下午3点上门。" in wang.reads()


async def _agreed(house: House) -> tuple[Neighbour, Neighbour]:
    wang, head = await at_hand(house, "报修 3栋2单元我家水管漏水")
    await head.presses("约时间")
    await head.presses("写时间")
    await says(house, head, "明天下午3点")
    await head.presses("让邻居挑一个")
    await wang.presses("明天下午3点")
    return wang, head


async def test_an_hour_before_both_are_reminded(house: House) -> None:
    wang, head = await _agreed(house)
    before = len(sent_to(house, "sendMessage"))

    await house.later(hours=29, minutes=1)

    assert sorted(set(sent_to(house, "sendMessage")[before:])) == sorted([wang.id, head.id])
    assert "📅 约好今天下午3点上门。" in wang.reads() and "🚪 3-2-501" in head.reads()


async def test_either_of_the_two_may_call_it_off_and_the_flat_is_read_no_more(house: House) -> None:
    wang, head = await _agreed(house)

    await wang.presses("换个时间")
    assert "3-2-501" not in head.reads() and (await ticket(house)).state == "taken"
    await says(house, wang, "周末都行")
    assert "💬 王芳答：\n周末都行" in head.reads()
    await house.later(hours=29)
    assert "约好" not in wang.reads()


async def test_an_hour_that_was_never_offered_cannot_be_agreed(house: House) -> None:
    wang, head = await _agreed(house)

    forged = await wang.pushes("ticket_time_1_1795000000", house.posts(wang.id, "bot")[-1].id)
    assert forged and forged["text"] == "这个时间不能选了，请看看最新的。"
    by_head = await head.pushes("ticket_time_1_1795000000", house.posts(head.id, "bot")[-1].id)
    assert by_head and by_head["text"] == "这个按钮是给报修的邻居和处理的人的。"


async def test_a_price_needs_the_reporters_tap_before_it_goes_on(house: House) -> None:
    wang, head = await at_hand(house)

    await head.presses("更多")
    await head.presses("要收费")
    await says(house, head, "换一根灯管")
    assert head.reads() == "写清楚多少元、做什么用，比如：80元 换水龙头。"
    await head.presses("更多")
    await head.presses("要收费")
    await says(house, head, "80.5元 换一根灯管")

    assert "💰 要收80.5元：换一根灯管。同意吗？\n钱当面给，不经过我。不同意就不动手。" in wang.reads()
    refused = await head.presses("修好了")
    assert refused and refused["text"].startswith("收费的事还等邻居点头。")
    await wang.presses("同意")
    assert "💰 80.5元：换一根灯管。邻居同意了。" in head.reads()
    await head.presses("修好了")
    assert (await ticket(house)).state == "fixed"


async def test_a_price_may_be_refused_or_dropped(house: House) -> None:
    wang, head = await at_hand(house)
    for said in ("80元 灯管", "60元 灯管"):
        await head.presses("更多", containing="在处理" if said[0] == "8" else "")
        await head.presses("要收费")
        await says(house, head, said)
        if said[0] == "8":
            await wang.presses("不同意")
            assert "邻居没有同意" in head.reads()

    await head.presses("更多", containing="60元")
    await head.presses("不收费了")
    assert "60元" not in wang.reads() and (await ticket(house)).state == "taken"


async def test_a_reply_to_the_desk_card_is_a_note_for_whoever_waits(house: House) -> None:
    wang, head = await at_hand(house)

    await replies(house, head, "电工下午来", containing="您在处理")
    assert "📝 陈建国：\n电工下午来" in wang.reads()
    acts.photo(house.world, head.id, "bot", reply_to=_card(house, head), caption="就是这盏")
    await house.settles()
    assert sent_to(house, "sendPhoto") == [wang.id]
    assert "📝 陈建国（有照片）：\n就是这盏" in "\n".join(wang.sees())
    acts.speak(house.world, head.id, "bot", reply_to=_card(house, head))
    await house.settles()
    assert sent_to(house, "sendVoice") == [wang.id]


def _card(house: House, who: Neighbour) -> int:
    return [one.id for one in house.posts(who.id, "bot") if "路灯楼道灯" in one.body.get("text", "")][-1]


async def test_a_reply_with_a_buttons_words_is_that_button(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reported(house, wang)

    await replies(house, head, "我来处理", containing="等您接")
    assert (await ticket(house)).state == "taken"
    await replies(house, head, "修好了。", containing="路灯楼道灯")
    assert (await ticket(house)).state == "fixed"
    await replies(house, wang, "没修好", containing="路灯楼道灯")
    assert (await ticket(house)).reopened == 1


async def test_a_note_that_is_far_too_long_or_a_sticker_is_refused(house: House) -> None:
    _wang, head = await at_hand(house)

    await replies(house, head, "长" * 501, containing="您在处理")
    assert "500" in head.reads()
    assert not [one for one in await house.db.read.ticket_notes.of(1) if one.kind == "note"]


async def test_a_photo_of_what_is_fixed_goes_to_reporter_and_followers_and_never_to_the_group(house: House) -> None:
    await house.bind_group()
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    li = await house.moves_in("李明", unit="3-2-301")
    await says(house, wang, "报修 3栋2单元路灯不亮", to=house.group)
    await li.presses("我也遇到了", on=house.group)
    await head.presses("我来处理")

    await head.presses("修好了")
    house.sends_photo(head)
    await house.settles()

    assert sorted(sent_to(house, "sendPhoto")) == sorted([wang.id, li.id])


async def test_the_reporters_pictures_are_shown_to_whoever_has_it(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    house.sends_photo(wang, caption="报修 3栋2单元路灯不亮")
    await house.settles()
    await wang.presses("发出去")
    await head.presses("我来处理")

    await head.presses("更多")
    await head.presses("照片和语音")
    assert sent_to(house, "sendPhoto") == [head.id]


async def test_a_question_that_reaches_nobody_is_refused_with_a_way_on(house: House) -> None:
    _wang, head = await at_hand(house)
    await people(house, name="王芳", unreachable_at=1)

    await head.presses("更多")
    await head.presses("问报修人")
    await says(house, head, "哪一盏？")

    assert head.reads() == "报修的邻居现在联系不上，问了也收不到。请上门看看，或者先等一等。"
    assert (await ticket(house)).state == "taken"


async def test_in_english_it_reads_as_naturally(house: House) -> None:
    wang = await house.moves_in("Anna", unit="3-2-501", language="en")
    head = await house.moves_in("Boris", unit="3-1-101", language="en")
    await office(house, head, "building_head", "3栋")
    wang.says("report a fault 3栋2单元 light broken")
    await house.settles()
    await wang.presses("Send it")
    await head.presses("I will see to it")

    await head.presses("More")
    await head.presses("Let it wait")
    await head.presses("A spare part")
    await head.presses("A week")

    assert "Boris is waiting for a spare part, expected Sat 5 Dec, 18:00." in wang.reads()
