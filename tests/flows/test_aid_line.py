"""Several neighbours for one plea: who has it, who is next in line, and how the asker says yes to each."""

from typing import Any

import pytest

from bot.i18n import words
from tests.flows.helping import asked, for_several, givers, number_of, office, state, verbs
from tests.house import House, Neighbour

T = words("zh")
MORE_THAN_ENOUGH = 21


async def test_who_is_next_in_line_steps_in_and_both_sides_read_so(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await li.presses("我也行", on=house.group)

    await chen.presses("我给不了了")

    assert await givers(house) == [("陈明", "left", 1), ("李奶奶", "giving", 1)]
    assert "李奶奶接了" in house.in_group()[0] and "陈明" not in house.in_group()[0]
    assert li.reads().startswith("🤝 谢谢您，有位邻居想要：\n布洛芬")
    assert wang.reads().startswith("🤝 李奶奶有，愿意给您。")
    assert await verbs(house) == ["ask.opened", "ask.taken", "ask.in-line", "ask.let-go"]


async def test_in_english_the_next_in_line_reads_the_same(english_house: House) -> None:
    house = english_house
    anna, ben, carl = await house.moves_in("Anna", "Ben", "Carl", language="en")
    await asked(house, anna, "/need a ladder")
    await ben.presses("I have it", on=house.group)

    answer = await carl.presses("I could, too", on=house.group)
    assert answer and answer["show_alert"] and "you are next in line" in answer["text"]
    assert carl.reads().startswith("🤝 Another neighbour was first; you are next in line. A neighbour needs:")
    await anna.presses("Somebody else")

    assert carl.reads().startswith("🤝 Thank you. A neighbour needs:\na ladder")
    assert "A neighbour is asking around again. Thank you." in ben.reads()


async def test_the_asker_takes_another_one_and_the_line_moves_up(house: House) -> None:
    wang, chen, li, he = await house.moves_in("王芳", "陈明", "李奶奶", "何婶")
    await asked(house, wang)
    for who, label in ((chen, "我有"), (li, "我也行"), (he, "我也行")):
        await who.presses(label, on=house.group)

    await wang.presses("换一位")

    assert await givers(house) == [("陈明", "left", 1), ("李奶奶", "giving", 1), ("何婶", "next", 1)]
    assert "求助又问出去了，谢谢您。" in chen.reads()
    assert wang.reads().startswith("🤝 李奶奶有，愿意给您。")
    assert he.reads().startswith("🤝 已经有邻居先接了")


async def test_who_waits_in_line_may_stop_waiting_and_nobody_is_bothered(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await li.presses("我也行", on=house.group)
    before = wang.sees(), chen.sees()

    await li.presses("不用等我了")
    assert (wang.sees(), chen.sees()) == before
    await chen.presses("我给不了了")

    assert await givers(house) == [("陈明", "left", 1), ("李奶奶", "left", 1)]
    assert await state(house) == "open"
    assert "还没有人接" in house.in_group()[0]


async def test_who_let_go_may_come_back_and_comes_last(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await li.presses("我也行", on=house.group)
    await chen.presses("我给不了了")

    await chen.presses("我也行", on=house.group)

    assert await givers(house) == [("李奶奶", "giving", 1), ("陈明", "next", 1)]


async def test_until_the_asker_says_yes_neither_account_nor_note_can_be_shown(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await asked(house, wang, "求助 体温计 孩子发烧")
    await chen.presses("我有", on=house.group)
    chen_id = await number_of(house, chen)
    mine, theirs = house.posts(wang.id, "bot")[-1].id, house.posts(chen.id, "bot")[-1].id

    for who, data, post in (
        (wang, f"ask_tell-note_1_{chen_id}", mine),
        (wang, f"ask_show-account_1_{chen_id}", mine),
        (chen, f"ask_show-account_1_{chen_id}", theirs),
    ):
        answer = await who.pushes(data, post)
        assert answer and answer["show_alert"] and "先点“👌 好，谢谢”" in answer["text"]
    assert chen.reads().endswith("我已经告诉对方，等对方点头，两边就能说话。")
    assert "发烧" not in "".join(chen.sees())

    await wang.presses("好，谢谢")
    await wang.presses("让对方联系我")
    assert house.links_to(wang.id, chen)


async def test_only_the_asker_says_yes_and_a_second_tap_is_quiet(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang, "求助 体温计")
    await chen.presses("我有", on=house.group)
    post, data = house.button(wang.id, "bot", "好，谢谢")

    for who in (chen, li):
        answer = await who.pushes(data, house.posts(who.id, "bot")[-1].id)
        assert answer and answer["show_alert"]
    await wang.pushes(data, post.id)
    told = chen.sees()
    again = await wang.pushes(data, post.id)

    assert again and again["text"] == "好的，我告诉对方了。"
    assert chen.sees() == told and told[-1].startswith("🤝 说定了")
    assert (await verbs(house)).count("ask.agreed") == 1


# several of it


async def test_several_give_together_and_the_last_share_is_what_is_missing(house: House) -> None:
    wang, chen, li, he = await house.moves_in("王芳", "陈明", "李奶奶", "何婶")
    await asked(house, wang, "求助 口罩", amount=5)
    assert "口罩 × 5" in house.in_group()[0]
    assert [label for label in house.buttons_in_group() if "我出" in label or "都有" in label] == [
        "我出1", "我出2", "都有（5）",
    ]  # fmt: skip

    await chen.presses("我出2", on=house.group)
    assert "陈明接了，还差3。" in house.in_group()[0]
    card = house.posts(li.id, house.group)[-1].id
    await li.pushes("ask_take_1_2", card, on=house.group)
    await he.pushes("ask_take_1_4", card, on=house.group)

    assert await givers(house) == [("陈明", "giving", 2), ("李奶奶", "giving", 2), ("何婶", "giving", 1)]
    assert await state(house) == "taken"
    assert "您出1。" in he.reads()


async def test_the_asker_agrees_with_one_of_several_and_sends_another_away(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang, "求助 口罩", amount=4)
    await chen.presses("我出2", on=house.group)
    await li.presses("都有", on=house.group)
    assert "🙋 陈明 · 2份 · 等您点头\n🙋 李奶奶 · 2份 · 等您点头" in wang.reads()

    await wang.presses("陈明")
    await wang.presses("好，谢谢")
    assert chen.reads().startswith("🤝 说定了")
    await wang.presses("李奶奶")
    await wang.presses("换一位")

    assert await givers(house) == [("陈明", "giving", 2), ("李奶奶", "left", 2)]
    assert "陈明接了，还差2。" in house.in_group()[0]
    assert any("🤝 陈明 · 2份 · 说定了" in text and "还差2，我接着问。" in text for text in wang.sees())


async def test_what_came_from_one_is_noted_and_the_last_one_ends_it(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang, "求助 口罩", amount=2)
    await chen.presses("我出1", on=house.group)
    await li.presses("我有", on=house.group)
    await wang.presses("陈明")
    await wang.presses("解决了", containing="陈明")

    assert await givers(house) == [("陈明", "given", 1), ("李奶奶", "giving", 1)]
    assert chen.reads().startswith("✅ 有位邻居说解决了")
    assert li.reads().startswith("🤝 谢谢您")
    await wang.presses("李奶奶")
    await wang.presses("解决了", containing="李奶奶有")

    assert await state(house) == "done"
    assert house.in_group() == ["✅ 邻居要的“口罩”解决了，谢谢陈明、李奶奶。"]
    assert wang.sees().count("✅ 解决了，真好。也谢谢陈明、李奶奶。\n口罩") == 1


@pytest.mark.parametrize(("label", "ended"), [("✅ 解决了", "done"), ("不用了", "withdrawn")])
async def test_an_ending_with_several_is_told_to_each_and_taken_back_for_each(
    house: House, label: str, ended: str
) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang, "求助 口罩", amount=9)
    await chen.presses("我出2", on=house.group)
    await li.presses("我出1", on=house.group)

    await wang.presses(label, containing="陈明")
    assert await state(house) == ended
    for who in (chen, li):
        assert who.reads().startswith("✅ 有位邻居说解决了" if ended == "done" else "有位邻居说不用了")
    await wang.presses("点错了")

    assert (await state(house), await givers(house)) == (
        "open", [("陈明", "giving", 2), ("李奶奶", "giving", 1)],
    )  # fmt: skip
    assert "陈明、李奶奶接了，还差6。" in house.in_group()[0]
    for who in (chen, li):
        assert who.reads().startswith("🤝 谢谢您，有位邻居想要：")


# forged, twice, too often


@pytest.mark.parametrize("amount", ["0", "100", "5", "x", "01", "999999999999"])
async def test_a_forged_amount_never_gives_more_than_is_missing(house: House, amount: str) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await asked(house, wang, "求助 口罩", amount=3)

    answer = await chen.pushes(f"ask_take_1_{amount}", house.posts(chen.id, house.group)[-1].id, on=house.group)

    assert answer
    [(_, has, share)] = await givers(house)
    assert has == "giving" and 1 <= share <= 3
    assert await house.db.read.house.parked() == 0


async def test_a_button_with_another_givers_number_moves_nobody_else(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    await asked(house, wang, "求助 口罩", amount=2)
    await chen.presses("我出1", on=house.group)
    await li.presses("我有", on=house.group)
    chen_id = await number_of(house, chen)

    for data in (
        f"ask_got_1_{chen_id}",
        f"ask_agree_1_{chen_id}",
        f"ask_with_1_{chen_id}",
        f"ask_tell-note_1_{chen_id}",
    ):
        for on in ("bot", house.group):
            answer = await li.pushes(data, house.posts(li.id, on)[-1].id, on=on)
            assert answer and answer["show_alert"], data
    await li.pushes(f"ask_let-go_1_{chen_id}", house.posts(li.id, "bot")[-1].id)

    assert await givers(house) == [("陈明", "giving", 1), ("李奶奶", "left", 1)]


async def test_a_tap_that_comes_too_late_says_what_became_of_it(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await asked(house, wang)
    post, data = house.button(wang.id, "bot", "改一改")
    await chen.presses("我有", on=house.group)

    answer = await wang.pushes(data, post.id)

    assert answer and answer["show_alert"] and answer["text"].startswith("这件已经有邻居接了")
    assert await house.db.read.house.parked() == 0


async def test_a_pair_is_never_shown_in_the_group(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await asked(house, wang, "求助 口罩 孩子发烧", amount=2)
    await chen.presses("我出1", on=house.group)
    chen_id = await number_of(house, chen)
    before = house.in_group()
    card = house.posts(wang.id, house.group)[-1].id

    for data in (f"ask_with_1_{chen_id}", "ask_open_1", "ask_head_1"):
        answer = await wang.pushes(data, card, on=house.group)
        assert answer and answer["show_alert"], data
    for data in ("ask_agree_1_99", "ask_got_1_99", "ask_let-go_1", "ask_with_1_0", "ask_tell-note_1_"):
        answer = await wang.pushes(data, card, on=house.group)
        assert answer and answer["show_alert"], data

    assert house.in_group() == before
    assert await house.db.read.house.parked() == 0


async def test_twenty_pleas_a_day_are_enough_for_one_pair_of_hands(house: House) -> None:
    askers = await house.moves_in(*(f"邻居{number}" for number in range(MORE_THAN_ENOUGH)))
    chen = await house.moves_in("陈明")
    for asker in askers:
        await asked(house, asker, "求助 梯子")
        answer = await chen.pushes(
            f"ask_take_{askers.index(asker) + 1}", house.posts(chen.id, house.group)[-1].id, on=house.group
        )

    assert answer and answer["text"] == "今天您已经接了20件，够多了。明天再来，谢谢您。"
    assert [ask.state for ask in await house.db.read.asks.all()] == ["taken"] * 20 + ["open"]
    await house.later(days=1, minutes=1)
    await chen.pushes("ask_take_21", house.posts(chen.id, house.group)[-1].id, on=house.group)
    assert (await givers(house, 21))[-1:] == [("陈明", "giving", 1)]


# acting for both sides, and who goes away


async def test_who_speaks_for_a_neighbour_agrees_and_is_the_one_who_is_shown(house: House) -> None:
    chen, wang, old = await _speaks_for(house, "王秀兰")
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")
    await wang.presses("我有", on=house.group)
    await chen.presses("好，谢谢")
    await chen.presses("让对方联系我")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (old, await number_of(house, chen))
    assert house.links_to(chen.id, wang)
    await wang.presses("我给不了了")
    assert "王芳这次给不了" in chen.reads()


async def test_who_takes_for_a_neighbour_is_next_in_line_for_her(house: House) -> None:
    chen, wang, _ = await _speaks_for(house, "王秀兰")
    li = await house.moves_in("李奶奶")
    await asked(house, wang, "求助 糯米")
    await li.presses("我有", on=house.group)

    chen.says("/have 1")
    await house.settles()
    assert await givers(house) == [("李奶奶", "giving", 1), ("王秀兰", "next", 1)]
    await li.presses("我给不了了")

    assert await givers(house) == [("李奶奶", "left", 1), ("王秀兰", "giving", 1)]
    assert chen.reads().startswith("🤝 谢谢您，3栋的邻居想要：")
    await wang.presses("好，谢谢")
    await chen.presses("让对方联系我")
    assert house.links_to(chen.id, wang)


async def test_a_helper_who_is_one_no_more_reads_nothing_new_of_the_pair(house: House) -> None:
    chen, wang, old = await _speaks_for(house, "王秀兰")
    chen.says("求助 口罩 腿疼")
    await house.settles()
    await chen.presses("发到群里")
    await for_several(house, 2)
    await wang.presses("我出1", on=house.group)
    await chen.presses("王芳（3栋）")
    await chen.presses("好，谢谢")

    async def parts(tx: Any) -> None:
        ask = await tx.asks.get(1)
        await tx.asks.save(ask.without(ask.by_id))
        await tx.cards.redraw("ask_1", int(house.clock.seconds()), None, 1)

    await house.db.whole(parts)
    house.community.delivery.woken.set()
    await house.settles()
    await wang.presses("让对方联系我")

    assert old
    assert not house.links_to(wang.id, chen)
    assert "自己接过去了" in chen.sees()[-1]


async def test_when_a_giver_is_forgotten_the_next_steps_in_and_nobody_is_named(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明明", "李奶奶")
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await li.presses("我也行", on=house.group)

    chen.says("忘掉我")
    await house.settles()
    await chen.presses(T("forget-yes"))

    assert await givers(house) == [("李奶奶", "giving", 1)]
    assert li.reads().startswith("🤝 谢谢您，有位邻居想要：")
    assert "陈明明" not in "".join(house.in_group() + wang.sees() + li.sees())
    assert "李奶奶接了" in house.in_group()[0]


async def test_when_one_of_the_line_or_the_asker_is_forgotten_it_ends_well_for_the_rest(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳芳", "陈明", "李奶奶")
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await li.presses("我也行", on=house.group)
    before = wang.sees()

    li.says("忘掉我")
    await house.settles()
    await li.presses(T("forget-yes"))
    assert (await givers(house), wang.sees()) == ([("陈明", "giving", 1)], before)
    wang.says("忘掉我")
    await house.settles()
    await wang.presses(T("forget-yes"))

    assert await state(house) == "withdrawn"
    assert "说不用了" in chen.reads() and "王芳芳" not in chen.reads()
    assert "布洛芬" not in "".join(house.in_group()) and house.buttons_in_group() == []


async def _speaks_for(house: House, whom: str) -> tuple[Neighbour, Neighbour, int]:
    """A head who speaks for a neighbour without a telephone; 王芳 lives in the same house."""
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    await office(house, chen)

    async def work(tx: Any) -> int:
        by = await tx.people.by_telegram(chen.id)
        old = await tx.people.note(whom, "zh", by.id, 1)
        await tx.residents.lives(old.id, await tx.residents.home(by.id), "owner")
        await tx.acting.names(old.id, by.id, 1)
        await tx.acting.act_for(by.id, old.id, int(house.clock.seconds()) + 3600)
        return int(old.id)

    number: int = await house.db.whole(work)
    return chen, wang, number
