"""A medicine among neighbours: what may be asked for, and a look at the box before the asker says yes."""

from typing import Any

import pytest

from tests.flows.helping import asked, givers, number_of, office, state, verbs
from tests.flows.test_offices import says
from tests.house import House, Neighbour

BOX = ("有 OTC", "2027", "6月", "原盒", "白送", "2")
"""Every answer but the last tap, as buttons."""
LINES = ["✓ 有 OTC 标志", "✓ 有效期到2027年6月", "✓ 原盒", "✓ 白送", "✓ 2份"]


async def taken(house: House, what: str = "布洛芬") -> tuple[Neighbour, Neighbour]:
    """Wang asks in the group, Chen has it; the box is not read yet."""
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    await asked(house, wang, f"求助 {what}")
    await chen.presses("我有", on=house.group)
    return wang, chen


async def reads_box(who: Neighbour, *answers: str) -> None:
    for answer in answers:
        await who.presses(answer)


async def checked(house: House, number: int = 1) -> list[str]:
    """What each giver's box said."""
    ask = await house.db.read.asks.get(number)
    assert ask
    return [giver.checked for giver in ask.givers]


# whether it came is asked once it can have come


async def test_nobody_is_asked_whether_they_got_what_the_giver_still_reads_the_box_of(house: House) -> None:
    wang, chen = await taken(house, "布洛芬 两小时内")
    await house.later(hours=5)

    assert wang.reads().startswith("陈明（5栋）还没看完药盒。再等一等，还是换一位？")
    assert wang.buttons() == ["换一位", "✅ 解决了"]
    assert not any("拿到了吗" in text for text in wang.sees())

    await reads_box(chen, "看看药盒", *BOX, "都对")
    assert wang.reads().startswith("🤝 陈明（5栋）有，愿意给您。")
    await house.later(minutes=90)
    assert wang.reads().startswith("🤝 陈明（5栋）有，愿意给您。")


async def test_whether_it_came_is_asked_two_hours_after_the_yes_not_before(house: House) -> None:
    wang, chen = await taken(house, "布洛芬 两小时内")
    await house.later(hours=5)
    await reads_box(chen, "看看药盒", *BOX, "都对")
    await house.later(hours=3)
    assert wang.reads().startswith("陈明（5栋）还在等您点头，要吗？")

    await wang.presses("好，谢谢")
    assert wang.reads().startswith("🤝 和陈明（5栋）说定了。")
    await house.later(minutes=90)
    assert wang.reads().startswith("🤝 和陈明（5栋）说定了。")

    await house.later(hours=16)
    assert wang.reads().startswith("陈明（5栋）接了您的求助，拿到了吗？")


# what may be asked for


@pytest.mark.parametrize("said", ["求助 阿莫西林", "求助 头 孢 两盒", "求助 达菲", "求助 安眠药"])
@pytest.mark.parametrize("private", [False, True])
async def test_a_prescription_is_asked_of_nobody_by_any_of_its_names(house: House, said: str, private: bool) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says(said, to="bot" if private else house.group)
    await house.settles()

    told = wang.reads("bot" if private else house.group)
    assert told.startswith("这是处方药，要医生开，邻居之间不能给。") and "药店的药师" in told and "120" in told
    assert await house.db.read.asks.all() == []


@pytest.mark.parametrize("said", ["/need amoxicillin", "/need some Augmentin please", "/need sleeping pills"])
async def test_a_prescription_is_refused_in_english_with_a_way_on(english_house: House, said: str) -> None:
    house = english_house
    anna = await house.moves_in("Anna", language="en")
    anna.says(said, to=house.group)
    await house.settles()

    told = anna.reads(house.group)
    assert told.startswith("This one needs a prescription") and "doctor" in told and "120" in told
    assert await house.db.read.asks.all() == []


@pytest.mark.parametrize("said", ["求助 布洛芬 20元", "求助 退烧药 十块钱"])
async def test_a_price_for_a_medicine_is_refused_and_the_pharmacy_named(house: House, said: str) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says(said, to=house.group)
    await house.settles()

    assert wang.reads(house.group) == "邻居之间的药只白送，不收钱。要买，请到药店。"
    assert await house.db.read.asks.all() == []


async def test_a_thing_for_money_stays_no_matter_of_medicine(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await asked(house, wang, "求助 体温计")
    chen = await house.moves_in("陈明", unit="5-1-201")
    await chen.presses("我有", on=house.group)

    assert "👌 好，谢谢" in wang.buttons() and "💊 看看药盒" not in chen.buttons()


async def test_a_correction_is_read_as_the_first_words_are(house: House) -> None:
    """Neither a prescription nor a medicine without its box comes in through the back."""
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    await asked(house, wang, "求助 体温计")
    await wang.presses("改一改")
    await says(wang, "阿莫西林")
    assert "处方药" in wang.reads() and "体温计" in house.in_group()[0]

    await wang.presses("改一改")
    await says(wang, "布洛芬")
    assert "布洛芬" in house.in_group()[0]
    await chen.presses("我有", on=house.group)
    assert "看看药盒" in str(chen.buttons()) and "👌 好，谢谢" not in wang.buttons()


async def test_a_medicine_corrected_to_a_thing_has_no_box_to_read(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    await asked(house, wang)
    await wang.presses("改一改")
    await says(wang, "体温计")
    await chen.presses("我有", on=house.group)
    assert "👌 好，谢谢" in wang.buttons() and "💊 看看药盒" not in chen.buttons()


async def test_a_line_heard_in_a_voice_is_read_as_words_are(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    await says(wang, "🙋 求助")
    house.sends_voice(wang)
    await house.settles()
    await wang.presses("发到群里")
    await chen.presses("我", on=house.group)
    await wang.presses("好，谢谢")
    await chen.presses("写一行")
    await says(chen, "阿莫西林")
    assert "处方药" in chen.reads() and not any("阿莫西林" in text for text in wang.sees())

    await chen.presses("写一行")
    await says(chen, "布洛芬")
    await wang.presses("对，就这么写")
    assert "布洛芬" in house.in_group()[0] and "💊 对方在看药盒" in "".join(wang.sees())
    assert "💬 和对方说话" not in chen.buttons()
    await reads_box(chen, "看看药盒", *BOX, "都对")
    assert "💊 对方在看药盒" not in wang.reads() and "原盒" in wang.reads()


async def test_the_packs_counted_on_the_box_are_the_ones_that_are_given(house: House) -> None:
    await house.bind_group()
    wang, chen = await house.moves_in("王芳", "陈明")
    await asked(house, wang, "求助 布洛芬", amount=5)
    await chen.presses("我出2", on=house.group)
    assert await givers(house) == [("陈明", "giving", 2)]

    await reads_box(chen, "看看药盒", *BOX[:-1], "1", "都对")

    assert await givers(house) == [("陈明", "giving", 1)]
    assert "陈明接了，还差4。" in house.in_group()[0] and "您出1。" in chen.reads()
    await wang.presses("等您点头")
    assert "✓ 1份" in wang.reads()


async def test_somebody_elses_words_are_read_so_too(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    said = wang.says("谁家有头孢啊", to=house.group)
    chen.says("/need", to=house.group, reply_to=said.id)
    await house.settles()

    assert "处方药" in chen.reads(house.group)
    assert await house.db.read.asks.all() == []


async def test_another_medicine_has_another_box(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    await asked(house, wang, "求助 布洛芬", amount=3)
    await chen.presses("我出1", on=house.group)
    await reads_box(chen, "看看药盒", *BOX, "都对")
    assert await checked(house) == ["y-20270630-bo-y-2"]

    await wang.pushes("ask_correct_1", house.posts(wang.id, "bot")[-1].id)
    await says(wang, "板蓝根")
    assert await checked(house) == [""] and "👌 好，谢谢" not in wang.buttons()


async def test_no_button_makes_a_medicine_something_else(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    await says(wang, "求助 布洛芬")
    answer = await wang.pushes("ask_kind_1_thing", house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["show_alert"] and answer["text"].startswith("这是药，我就按药来问")
    assert [ask.kind for ask in await house.db.read.asks.all()] == ["medicine"]


# the look at the box


async def test_the_giver_reads_the_box_by_taps_and_only_then_the_asker_may_say_yes(house: House) -> None:
    wang, chen = await taken(house)
    assert wang.reads() == "🤝 陈明（5栋）有，愿意给您。\n布洛芬\n💊 对方在看药盒，看好了就告诉您。"
    assert "👌 好，谢谢" not in wang.buttons()
    assert chen.reads().endswith("药要先看一眼盒子：点“看看药盒”，几下就好。")
    assert chen.buttons() == ["💊 看看药盒", "我给不了了", "⚠️ 举报"]

    await chen.presses("看看药盒")
    assert chen.reads().startswith("💊 布洛芬：请看一眼药盒") and "盒子上有“OTC”标志吗？" in chen.reads()
    for answer, line in zip(
        BOX, ("✓ 有 OTC", "到哪个月", "✓ 有效期到2027年6月", "✓ 原盒", "✓ 白送", "✓ 2份"), strict=True
    ):
        await chen.presses(answer)
        assert line in chen.reads()
    assert "👌 好，谢谢" not in wang.buttons()  # not yet: the whole of it waits for one tap
    await chen.presses("都对")

    assert wang.reads() == "\n".join(["🤝 陈明（5栋）有，愿意给您。", "布洛芬", *LINES])
    assert wang.buttons()[0] == "👌 好，谢谢"
    await wang.presses("好，谢谢")
    assert chen.reads().startswith("🤝 说定了，王芳（3栋）想要：\n布洛芬")
    assert all(line in wang.reads() for line in LINES)
    assert await verbs(house) == ["ask.opened", "ask.taken", "ask.box-read", "ask.agreed"]
    assert not any(word in "".join(house.in_group()) for word in ("OTC", "2027", "原盒"))


async def test_the_same_in_english(english_house: House) -> None:
    house = english_house
    anna, ben = await house.moves_in("Anna", "Ben", language="en")
    await asked(house, anna, "/need ibuprofen")
    await ben.presses("I have it", on=house.group)
    assert "They are reading the box" in anna.reads() and "👌 Yes, thank you" not in anna.buttons()

    await reads_box(ben, "Read the box", "OTC is there", "2027", "6", "Whole blister", "A gift", "1", "All true")

    assert anna.reads().startswith(
        "🤝 Ben has it for you.\nibuprofen\n✓ OTC mark\n✓ Good until 6/2027\n✓ whole blister"
    )
    await anna.presses("Yes, thank you")
    assert await verbs(house) == ["ask.opened", "ask.taken", "ask.box-read", "ask.agreed"]
    assert "Talk with them" in "".join(ben.buttons())


@pytest.mark.parametrize("printed", ["2027-03", "有效期至2027年3月", "20270331", "03/2027"])
async def test_the_date_may_be_typed_as_it_is_printed(house: House, printed: str) -> None:
    wang, chen = await taken(house)
    await reads_box(chen, "看看药盒", "有 OTC")
    await says(chen, printed)
    assert "有效期到2027年3月" in chen.reads()

    await reads_box(chen, "整板没拆", "白送", "1", "都对")
    assert "有效期到2027年3月\n✓ 整板没拆，批号日期看得到" in wang.reads()


async def test_a_date_that_nobody_can_read_is_asked_again(house: House) -> None:
    _, chen = await taken(house)
    await reads_box(chen, "看看药盒", "有 OTC")
    for said in ("下个月", "12/26", "2027-13", "长" * 3000):
        await says(chen, said)
        assert chen.reads().startswith("日期我没看懂。请照盒子上写，比如：2026-12")
    await says(chen, "2027-03")
    assert "有效期到2027年3月" in chen.reads()


@pytest.mark.parametrize(
    ("answers", "refused", "way_on"),
    [
        (("没有 / 看不清",), "没有 OTC 标志就不能给", "药店的药师"),
        (("有 OTC", "2027", "6月", "散的"), "散的药看不出是什么", "有原盒或整板再来"),
        (("有 OTC", "2027", "6月", "原盒", "要收钱"), "邻居之间的药只白送", "请到药店"),
    ],
)
async def test_what_may_not_be_given_is_refused_and_the_giver_may_let_go(
    house: House, answers: tuple[str, ...], refused: str, way_on: str
) -> None:
    wang, chen = await taken(house)
    await chen.presses("看看药盒")
    await reads_box(chen, *answers[:-1])
    answer = await chen.presses(answers[-1])
    assert answer and answer["show_alert"] and answer["text"].startswith(refused) and way_on in answer["text"]
    assert "👌 好，谢谢" not in wang.buttons() and await checked(house) == [""]

    await chen.presses("我给不了了")
    assert wang.reads() == "陈明这次给不了。别急，我又问了一遍。\n布洛芬"
    assert await state(house) == "open" and "还没有人接" in house.in_group()[0]


async def test_an_expired_one_is_refused_by_button_and_by_typing(house: House) -> None:
    _, chen = await taken(house)
    await reads_box(chen, "看看药盒", "有 OTC")
    await says(chen, "2026-10")
    assert chen.reads().startswith("这个过期了，不能给。过期药可以交给药店回收。")
    await says(chen, "2026-11")  # the month's last day is still to come
    assert "有效期到2026年11月" in chen.reads()
    assert await checked(house) == [""]


async def test_a_slip_is_begun_again(house: House) -> None:
    wang, chen = await taken(house)
    await reads_box(chen, "看看药盒", *BOX, "重新看一遍")
    assert "盒子上有“OTC”标志吗？" in chen.reads() and "✓" not in chen.reads()
    await reads_box(chen, *BOX[:-1], "3", "都对")
    assert "✓ 3份" in wang.reads()


# forged, late, twice, in the wrong place


async def test_a_forged_checklist_confirms_nothing(house: House) -> None:
    wang, chen = await taken(house)
    li = await house.moves_in("李奶奶", unit="1-1-101")
    whole, post = "y-20270630-bo-y-2", house.posts(chen.id, "bot")[-1].id
    for data in (
        "ask_checked_1_y-20261031-bo-y-2",  # expired
        "ask_checked_1_y-20270630-x-y-2", "ask_checked_1_x-20270630-bo-y-2", "ask_checked_1_y-20270630-bo-x-2",
        "ask_checked_1_y-20270630-bo-y-x", "ask_checked_1_y-20270631-bo-y-2", "ask_checked_1_nonsense", "ask_checked_1",
        f"ask_checked_99_{whole}", f"ask_checked__{whole}", "ask_box_99", "ask_box",
    ):  # fmt: skip
        answer = await chen.pushes(data, post)
        assert answer and answer["show_alert"], data
    for who in (wang, li):  # whole, but not theirs to say
        answer = await who.pushes(f"ask_checked_1_{whole}", house.posts(who.id, "bot")[-1].id)
        assert answer and answer["show_alert"]
    answer = await chen.pushes(f"ask_checked_1_{whole}", house.posts(chen.id, house.group)[-1].id, on=house.group)
    assert answer and answer["show_alert"]

    assert await checked(house) == [""] and "ask.box-read" not in await verbs(house)
    agreed = await wang.pushes(f"ask_agree_1_{await number_of(house, chen)}", house.posts(wang.id, "bot")[-1].id)
    assert agreed and agreed["show_alert"] and agreed["text"] == "对方还在看药盒，看好了我马上告诉您。"
    assert await house.db.read.house.parked() == 0


async def test_a_box_that_expired_while_the_last_tap_waited_is_refused(house: House) -> None:
    wang, chen = await taken(house, "布洛芬 一周内")
    await reads_box(chen, "看看药盒", "有 OTC")
    await says(chen, "2026-11-29")
    await reads_box(chen, "原盒", "白送", "1")
    await house.later(days=2)
    answer = await chen.presses("都对")

    assert answer and answer["show_alert"] and answer["text"].startswith("这个过期了")
    assert await checked(house) == [""] and "👌 好，谢谢" not in wang.buttons()


async def test_a_second_tap_is_quiet_and_tells_nobody_twice(house: House) -> None:
    wang, chen = await taken(house)
    await reads_box(chen, "看看药盒", *BOX)
    post, data = house.button(chen.id, "bot", "都对")
    first = await chen.pushes(data, post.id)
    told = len(wang.sees())
    again = await chen.pushes(data, post.id)

    assert first and first["text"] == "谢谢您，我告诉对方了。"
    assert again and again["text"] == "药盒看过了，谢谢您。"
    assert len(wang.sees()) == told and (await verbs(house)).count("ask.box-read") == 1


async def test_who_let_go_or_waits_in_line_reads_no_box(house: House) -> None:
    wang, chen = await taken(house)
    li = await house.moves_in("李奶奶", unit="1-1-101")
    await li.presses("我也行", on=house.group)
    late = await li.pushes("ask_checked_1_y-20270630-bo-y-2", house.posts(li.id, "bot")[-1].id)
    assert late and late["show_alert"]
    await chen.presses("看看药盒")
    await chen.presses("我给不了了")  # Li steps in, and has a box of her own to read
    gone = await chen.pushes("ask_checked_1_y-20270630-bo-y-2", house.posts(chen.id, "bot")[-1].id)
    assert gone and gone["show_alert"]

    assert "李奶奶" in wang.reads() and "👌 好，谢谢" not in wang.buttons()
    await reads_box(li, "看看药盒", *BOX, "都对")
    assert wang.reads() == "\n".join(["🤝 李奶奶（1栋）有，愿意给您。", "布洛芬", *LINES])
    assert [one[:2] for one in await givers(house)] == [("陈明", "left"), ("李奶奶", "giving")]


async def test_after_the_end_the_box_is_nobodys_matter(house: House) -> None:
    wang, chen = await taken(house)
    await reads_box(chen, "看看药盒", *BOX)
    await wang.presses("解决了")
    answer = await chen.presses("都对")

    assert answer and answer["show_alert"]
    assert await checked(house) == [""] and await state(house) == "done"


async def test_it_survives_a_restart_in_the_middle(house: House) -> None:
    wang, chen = await taken(house)
    await reads_box(chen, "看看药盒", *BOX[:3])
    await house.restarts()
    await reads_box(chen, *BOX[3:], "都对")
    assert "👌 好，谢谢" in wang.buttons()


# from where it is taken, and by whom


async def test_taken_from_a_private_question_the_box_follows_at_once(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    li = await house.moves_in("李奶奶", unit="3-2-601")
    await asked(house, wang)
    await house.rings()
    await li.presses("我有")

    assert "盒子上有“OTC”标志吗？" in li.reads()
    await reads_box(li, *BOX, "都对")
    assert wang.buttons()[0] == "👌 好，谢谢"


async def test_who_never_pressed_start_reads_the_box_after_it(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", started=False)
    await asked(house, wang)
    answer = await chen.presses("我有", on=house.group)
    assert answer and answer["url"]
    chen.starts(answer["url"].partition("start=")[2])
    await house.settles()

    await reads_box(chen, "看看药盒", *BOX, "都对")
    assert wang.buttons()[0] == "👌 好，谢谢"


async def test_a_category_is_asked_for_and_the_box_says_which_mark_it_has(house: House) -> None:
    wang, chen = await taken(house, "退烧药")
    await chen.presses("看看药盒")
    assert chen.reads().startswith("💊 给药之前，请看一眼药盒\n\n这个药我不认识")
    await reads_box(chen, *BOX, "都对")
    assert wang.buttons()[0] == "👌 好，谢谢"


async def test_who_acts_for_a_neighbour_reads_the_box_for_them(house: House) -> None:
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    await asked(house, wang)

    async def acts(tx: Any) -> int:
        by = await tx.people.by_telegram(chen.id)
        old = await tx.people.note("王秀兰", "zh", by.id, int(house.clock.seconds()))
        await tx.residents.lives(old.id, await tx.residents.home(by.id), "owner")
        await tx.acting.names(old.id, by.id, 1)
        await tx.acting.act_for(by.id, old.id, int(house.clock.seconds()) + 3600)
        return int(old.id)

    await house.db.whole(acts)
    await chen.pushes("ask_take_1", 1)  # in private: for her
    assert "盒子上有“OTC”标志吗？" in chen.reads()
    await reads_box(chen, *BOX, "都对")

    assert "王秀兰（3栋）有，愿意给您。" in wang.reads() and LINES[0] in wang.reads()
    [giver] = (await house.db.read.asks.get(1)).givers
    assert (giver.by_id, bool(giver.checked)) == (await number_of(house, chen), True)


async def test_a_head_sees_no_button_of_somebody_elses_box(house: House) -> None:
    wang, _ = await taken(house)
    head = await house.moves_in("李师傅", unit="3-1-301")
    await office(house, head)
    answer = await head.pushes("ask_box_1", house.posts(head.id, "bot")[-1].id)
    assert answer and answer["show_alert"] and "👌 好，谢谢" not in wang.buttons()
