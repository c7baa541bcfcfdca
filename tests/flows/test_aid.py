"""A plea from its first word to its end, as the neighbours live it."""

from typing import Any

import pytest

from bot.playground.server import acts
from handlers.people import claim_value
from tests.house import House


async def test_a_neighbour_takes_a_plea_and_both_are_told_in_private(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")

    wang.says("/need 布洛芬 孩子发烧", to=house.group)
    await house.settles()
    assert house.in_group() == ["🙋 3栋有位邻居想要\n布洛芬\n今天晚上10点前 · 还没有人接 · 1号"]

    answer = await chen.presses("我有", on=house.group)
    assert answer == {"text": "谢谢您。我已经告诉对方，私聊里有下一步。", "show_alert": False, "url": None}
    assert wang.reads().startswith("🤝 陈明（5栋）有，愿意给您。\n布洛芬")
    assert chen.reads().startswith("🤝 谢谢您，3栋的邻居想要：\n布洛芬")

    await wang.presses("解决了")
    assert house.in_group() == ["✅ 3栋邻居要的“布洛芬”解决了，谢谢陈明（5栋）。"]
    assert chen.reads() == "✅ 3栋的邻居说解决了，谢谢您。\n布洛芬\n\n以后有邻居求助，先私下问问您，好吗？"
    assert chen.buttons() == ["愿意帮忙"]
    assert house.rows(house.posts(wang.id, house.group)[-1]) == []


async def test_the_same_journey_in_english(english_house: House) -> None:
    house = english_house
    anna, ben = await house.moves_in("Anna", "Ben", language="en")

    anna.says("/need ibuprofen, my son has a fever", to=house.group)
    await house.settles()
    await ben.presses("I have it", on=house.group)
    assert anna.reads().startswith("🤝 Ben has it for you.\nibuprofen")
    assert ben.reads().startswith("🤝 Thank you. A neighbour needs:\nibuprofen")

    await anna.presses("Solved")
    assert house.in_group() == ["✅ “ibuprofen”: solved. Thank you, Ben."]
    assert "fever" not in "".join(house.in_group()) + "".join(ben.sees())


async def test_each_reads_their_own_language(house: House) -> None:
    wang = await house.moves_in("王芳")
    anna = await house.moves_in("Anna", language="en")

    anna.says("/need a ladder", to=house.group)
    await house.settles()
    await wang.presses("我有", on=house.group)

    assert "有位邻居要的" in house.in_group()[0]
    assert anna.reads().startswith("🤝 王芳 has it for you.")
    assert wang.reads().startswith("🤝 谢谢您，有位邻居想要：")


async def test_of_two_who_tap_at_once_one_has_it_and_the_other_is_next_in_line(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李奶奶")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    post, data = house.button(chen.id, house.group, "我有")

    first = await chen.pushes(data, post.id, on=house.group)
    second = await li.pushes(data, post.id, on=house.group)
    again = await chen.pushes(data, post.id, on=house.group)

    assert first and second and again
    assert second["show_alert"]
    assert second["text"] == "谢谢您。已经有邻居先接了，您排在下一位；那边不成，我就来找您。"
    assert again["text"] == first["text"]
    verbs = [entry.verb for entry in await house.db.read.journal.of("ask_1")]
    assert verbs == ["ask.opened", "ask.taken", "ask.in-line"]
    assert li.reads() == "🤝 已经有邻居先接了，您是下一位。有位邻居想要：\n布洛芬"
    assert li.buttons() == ["不用等我了"]
    assert "李奶奶" not in house.in_group()[0] + "".join(wang.sees())


async def test_nobody_takes_their_own_plea_and_only_the_asker_ends_it(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 梯子", to=house.group)
    await house.settles()

    own = await wang.presses("我有", on=house.group)
    other = await chen.pushes("ask_withdraw_1", house.posts(chen.id, house.group)[-1].id, on=house.group)

    assert own and own["show_alert"] and "您自己的求助" in own["text"]
    assert other and other["show_alert"] and "这个按钮是给求助的邻居的" in other["text"]
    assert "还没有人接" in house.in_group()[0]


async def test_words_as_a_reply_do_what_the_buttons_do(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助：梯子", to=house.group)
    await house.settles()
    card = house.posts(wang.id, house.group)[-1].id

    chen.says("我有！", to=house.group, reply_to=card)
    await house.settles()
    assert "陈明接了" in house.in_group()[0]

    wang.says("解决了", to=house.group, reply_to=card)
    await house.settles()
    assert house.in_group()[0] == "✅ 邻居要的“梯子”解决了，谢谢陈明。"


async def test_talk_that_only_sounds_like_a_word_is_left_alone(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")

    for said in ("我有", "我有个问题", "解决了吗", "求助热线是多少", "不用了", "大家好"):
        chen.says(said, to=house.group)
    await house.settles()

    assert house.in_group() == []
    assert wang.reads() == wang.sees()[-1]


async def test_who_never_pressed_start_is_told_how_and_the_other_is_told_that(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    chen = await house.moves_in("陈明", started=False)
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    assert "我是求助的人，请私下告诉我" in house.buttons_in_group()

    answer = await chen.presses("我有", on=house.group)
    assert answer and answer["url"].startswith("https://t.me/linli_bot?start=ask_1_")
    chen.starts(answer["url"].partition("start=")[2])
    await house.settles()
    assert "有位邻居还没打开过和我的私聊" in chen.reads()

    await wang.follows("我是求助的人", on=house.group)
    assert wang.reads().startswith("🤝 陈明有，愿意给您。")
    assert "还没打开过" not in chen.reads()
    assert "我是求助的人，请私下告诉我" not in house.buttons_in_group()


async def test_who_blocked_us_is_known_to_be_unreachable_and_the_other_is_told(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    house.world.private(wang.id).blocked = True  # Telegram tells us only when we write

    await chen.presses("我有", on=house.group)

    assert "有位邻居还没打开过和我的私聊" in chen.reads()
    assert "我是求助的人，请私下告诉我" in house.buttons_in_group()


async def test_the_account_and_the_note_are_shown_only_by_their_owners_tap(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 体温计 孩子发烧", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    assert not {"也给对方看", "📇 让对方联系我"} & {*wang.buttons(), *chen.buttons()}  # first the asker says yes

    await wang.presses("好，谢谢")
    assert chen.reads().startswith("🤝 说定了，王芳想要：\n体温计")
    assert "孩子发烧" not in "".join(chen.sees()) and not house.links_to(wang.id, chen)

    await wang.presses("也给对方看")
    await wang.presses("同意，给看")  # an illness: once, separately
    assert chen.reads() == "这位邻居还说：\n孩子发烧"

    await wang.presses("让对方联系我")
    assert house.links_to(wang.id, chen) and not house.links_to(chen.id, wang)
    await chen.presses("让对方联系我")
    assert house.links_to(chen.id, wang)


async def test_who_cannot_after_all_lets_go_and_the_group_is_asked_again(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)

    await chen.presses("我给不了了")

    assert "还没有人接" in house.in_group()[0]
    assert wang.reads() == "陈明这次给不了。别急，我又问了一遍。\n布洛芬"


async def test_a_mistaken_tap_is_taken_back(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await wang.presses("解决了")

    await wang.presses("点错了")

    assert "陈明接了" in house.in_group()[0]
    assert chen.reads().startswith("🤝 谢谢您")


async def test_a_plea_in_private_is_shown_before_it_is_sent(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("/need@linli_bot 梯子", to=house.group)
    await house.settles()
    await wang.presses("不用了")

    wang.says("🙋 求助")
    await house.settles()
    assert wang.reads().startswith("您想要什么？")
    wang.says("布洛芬 孩子发烧")
    await house.settles()
    assert wang.reads() == (
        "发到“锦江苑”，邻居们会看到：\n\n🙋 3栋有位邻居想要\n布洛芬\n问到今天晚上10点\n\n只有您看得到：\n孩子发烧"
    )
    assert len(house.in_group()) == 1

    await wang.presses("更多")
    await wang.presses("3天")
    assert "问到12月1日（周二）上午9点\n" in wang.reads()
    await wang.presses("更多")
    assert "✓ 3天" in wang.buttons()
    await wang.presses("发到群里")
    assert "布洛芬" in house.in_group()[-1] and "孩子" not in house.in_group()[-1]


async def test_a_draft_is_dropped_by_a_tap_or_by_a_day(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("/need@linli_bot 梯子", to=house.group)
    await house.settles()
    wang.says("求助 布洛芬")
    await house.settles()
    await wang.presses("算了")
    assert wang.reads() == "这条没有发出去，已经收走了。"

    wang.says("求助 退烧药")
    await house.settles()
    await house.later(days=1, minutes=1)

    assert [ask.thing for ask in await house.db.read.asks.all()] == ["梯子"]


async def test_a_plea_is_corrected_by_a_tap_and_an_answer(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("求助 布洛份", to=house.group)
    await house.settles()

    await wang.presses("改一改")
    wang.says("布洛芬")
    await house.settles()

    assert "布洛芬" in house.in_group()[0] and "布洛份" not in house.in_group()[0]


async def test_the_asker_is_asked_before_the_end_and_the_card_says_how_it_ended(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("求助 布洛芬 两小时内", to=house.group)
    await house.settles()

    await house.later(hours=1, minutes=41)
    assert wang.reads().startswith("还没有人接。还要吗？\n布洛芬")
    assert wang.buttons() == ["再问半天", "✅ 解决了", "不用了"]

    await wang.presses("再问半天")
    await house.later(hours=2)
    assert "还没有人接" in house.in_group()[0]

    await house.later(hours=26)  # the machine was off, as it were: the question comes first, then the end
    await house.later(minutes=31)
    assert house.in_group()[0].endswith("到时间了，这次没有等到。")
    assert wang.reads().startswith("⏳ 到时间了，这次没有等到。")


async def test_a_taken_plea_that_nobody_ends_is_asked_after_and_put_away(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 体温计 两小时内", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await wang.presses("好，谢谢")

    await house.later(hours=5, minutes=1)
    assert wang.reads().startswith("陈明接了您的求助，拿到了吗？")

    await house.later(days=1, hours=1)
    assert house.in_group()[0].endswith("陈明接了。两边没再说话，先收起来了。")


@pytest.mark.parametrize(
    "said",
    [
        "求助 " + "布洛芬" * 1300,
        "求助",
        "求助 🤒🤒🤒",
        "求助 \u202e芬洛布\u202c",
        "求助 <b>布洛芬</b> & <a href='x'>",
        "求助 发烧",
        "求助 13812345678",
        "求助 3-2-501",
        "/need",
        "/need@linli_bot " + "x" * 4000,
        "/need@other_bot 布洛芬",
    ],
)
async def test_odd_words_are_answered_kindly_and_nothing_private_is_shown(house: House, said: str) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")

    wang.says(said, to=house.group)
    await house.settles()

    shown = "\n".join(house.in_group())
    assert "501" not in shown and "13812345678" not in shown and "发烧" not in shown and "\u202e" not in shown
    assert await house.db.read.house.parked() == 0
    assert bool(shown) is ("@other_bot" not in said)


async def test_a_stranger_in_private_is_shown_the_way(house: House) -> None:
    [ghost] = house.world.add_people([{"first_name": "路人", "language_code": "zh-hans"}])
    stranger = house.neighbour(ghost, "路人")

    stranger.says("求助 布洛芬")
    await house.settles()
    answer = await stranger.pushes("ask_take_1", house.posts(ghost, "bot")[-1].id)

    assert "/need@linli_bot" in stranger.reads()
    assert answer and answer["text"].startswith("没找到这条求助")


async def test_forged_and_old_buttons_do_nothing_but_answer(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    card = house.posts(wang.id, house.group)[-1].id

    for data in (
        "ask_done_1",
        "ask_publish_1",
        "ask_take_99",
        "ask_take_",
        "ask_take",
        "nonsense",
        "ask_take_1e9",
        "ask_take_١",
    ):
        answer = await chen.pushes(data, card, on=house.group)
        assert answer and answer["show_alert"], data

    assert "还没有人接" in house.in_group()[0]
    assert await house.db.read.house.parked() == 0


async def test_nobody_behind_a_channel_or_an_anonymous_admin_is_taken_for_a_neighbour(house: House) -> None:
    wang = await house.moves_in("王芳")

    wang.says("求助 布洛芬", to=house.group, anonymous=True)
    wang.says("求助 布洛芬", to=house.group, as_channel=True)
    await house.settles()

    assert await house.db.read.asks.all() == []
    assert [text[:8] for text in house.in_group()] == ["我认不出您是谁。"] * 2


async def test_an_edited_message_says_that_it_was_not_followed(house: House) -> None:
    wang = await house.moves_in("王芳")
    said = wang.says("求助 布洛份", to=house.group)
    await house.settles()

    house.edits(wang, house.group, said.id, "求助 布洛芬")
    await house.settles()

    assert len(await house.db.read.asks.all()) == 1
    assert "请重新发一条" in house.in_group()[-1]


async def test_a_flood_is_told_once_and_then_silent(house: House) -> None:
    wang = await house.moves_in("王芳")
    house.community.intake.flood.most = 20
    house.community.intake.flood.recent.clear()

    for number in range(40):
        wang.says(f"求助 {number}号电池")
    await house.settles()

    told = [text for text in wang.sees() if text.startswith("您发得太快了")]
    assert len(told) == 1


async def test_five_pleas_at_a_time_are_enough(house: House) -> None:
    wang = await house.moves_in("王芳")

    for thing in ("梯子", "电池", "剪刀", "胶水", "雨伞", "水桶"):
        wang.says(f"求助 {thing}", to=house.group)
        await house.settles()

    assert len(await house.db.read.asks.all()) == 5
    assert "您已经有5件在等了" in house.in_group()[-1]


async def test_what_i_have_going_on_is_one_list_that_opens_each(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("📋 我的")
    await house.settles()
    assert wang.reads().startswith("您现在没有等着的事。")

    wang.says("求助 布洛芬", to=house.group)
    chen.says("求助 梯子", to=house.group)
    await house.settles()
    await wang.presses("我有", on=house.group, containing="梯子")
    wang.says("/me")
    await house.settles()

    assert wang.reads() == "您有2件事\n\n🤝 梯子 · 您接的\n🙋 布洛芬 · 还没人接"
    await wang.presses("1 · 布洛芬")
    assert wang.reads().startswith("已经问到“锦江苑”了")


async def test_plain_words_in_private_are_kept_and_asked_about(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-1-101")
    await house.bind_group()
    wang.says("家里没有退烧药了")
    await house.settles()
    assert wang.reads() == "您是想请邻居帮忙，还是要找管事的人？不是也没关系。"

    await wang.presses("求助")

    assert "退烧药" in wang.reads() and wang.reads().startswith("发到“锦江苑”")


async def test_the_card_survives_a_restart_in_the_middle(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await house.restarts()

    await chen.presses("我有", on=house.group)
    await house.restarts()
    await wang.presses("解决了")

    assert house.in_group() == ["✅ 邻居要的“布洛芬”解决了，谢谢陈明。"]


async def test_every_promise_has_an_end_in_the_journal(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await wang.presses("解决了")

    verbs: list[Any] = [entry.verb for entry in await house.db.read.journal.of("ask_1")]

    assert verbs == ["ask.opened", "ask.taken", "ask.done"]


async def test_a_correction_shows_no_flat_either(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("求助 布洛份", to=house.group)
    await house.settles()
    await wang.presses("改一改")

    wang.says("给3栋2单元501送布洛芬")
    await house.settles()

    assert "501" not in house.in_group()[0] and "布洛芬" in house.in_group()[0]


@pytest.mark.parametrize("name", ["5-1-201陈明", "陈明3栋2单元501", "501室陈明", "陈明 13812345678", "✅陈明"])
async def test_a_name_that_carries_a_flat_is_shown_without_it(house: House, name: str) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in(name, unit="5-1-201")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()

    await chen.presses("我有", on=house.group)

    assert house.in_group()[0].endswith("陈明（5栋）接了，正在联系。")


async def test_a_button_drawn_for_one_neighbour_shows_nothing_to_the_next(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李四")
    wang.says("求助 体温计 孩子发烧", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await wang.presses("好，谢谢")
    post, data = house.button(wang.id, "bot", "也给对方看")
    await chen.presses("我给不了了")
    await li.presses("我有", on=house.group)
    await wang.presses("好，谢谢")

    answer = await wang.pushes(data, post.id)

    assert answer and answer["text"] == "接的邻居换人了。请看最新那条消息再点。"
    assert "发烧" not in "".join(li.sees())


async def test_after_downtime_the_question_still_comes_before_the_end(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("求助 布洛芬 两小时内", to=house.group)
    await house.settles()
    await house.stops()
    house.clock.push(3 * 3600)
    await house.starts()

    await house.rings()
    assert wang.reads().startswith("还没有人接。还要吗？")
    await house.later(minutes=31)

    assert wang.reads().startswith("⏳ 到时间了")


async def test_an_asker_whom_nothing_reaches_is_asked_on_the_groups_card(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    wang.says("求助 布洛芬 两小时内", to=house.group)
    await house.settles()

    await house.later(hours=1, minutes=45)
    assert "求助的邻居：还要吗？" in house.in_group()[0]
    await wang.presses("再问半天", on=house.group)

    assert "还要吗" not in house.in_group()[0]


async def test_who_starts_later_by_any_way_reads_what_waits_for_them(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    chen = await house.moves_in("陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)

    wang.starts()
    await house.settles()

    assert any(text.startswith("🤝 陈明有，愿意给您。") for text in wang.sees())
    assert "我是求助的人，请私下告诉我" not in house.buttons_in_group()


async def test_who_asks_at_night_is_told_at_night_and_the_helper_sleeps(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await house.later(hours=14)
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await house.later(hours=2)

    await chen.presses("我有", on=house.group)
    assert wang.reads().startswith("🤝 陈明有")
    await house.later(hours=2)
    before = chen.reads()
    await wang.presses("解决了")
    assert chen.reads() == before

    await house.later(hours=5)
    assert chen.reads().startswith("✅ 有位邻居说解决了")


async def test_a_steward_can_withdraw_what_does_not_belong_here(house: House) -> None:
    wang, zhou = await house.moves_in("王芳", "周老师")
    zhou.starts(house.community.house.signed("claim", claim_value(house.clock.seconds())))
    wang.says("求助 加我微信领礼品", to=house.group)
    await house.settles()

    zhou.says("/withdraw 1", to=house.group)
    await house.settles()

    assert house.in_group()[0].endswith("不用了，谢谢大家。")


async def test_ten_pleas_a_day_are_enough_for_one_person(house: House) -> None:
    wang = await house.moves_in("王芳")

    for number in range(12):
        wang.says(f"求助 第{number}把伞", to=house.group)
        await house.settles()
        wang.says("/withdraw", to=house.group)
        await house.settles()

    assert len(await house.db.read.asks.all()) == 10


async def test_words_need_no_space_where_it_is_clear_who_is_meant(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    card = house.posts(wang.id, house.group)[-1].id

    chen.says("我有布洛芬，在家", to=house.group, reply_to=card)
    await house.settles()

    assert "陈明接了" in house.in_group()[0]


async def test_a_number_chooses_among_several(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    for thing in ("梯子", "布洛芬"):
        wang.says(f"求助 {thing}", to=house.group)
        await house.settles()

    chen.says("/have 2号", to=house.group)
    await house.settles()

    assert [ask.state for ask in await house.db.read.asks.all()] == ["open", "taken"]


async def test_what_is_often_needed_is_a_button_that_counts_once(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("🙋 求助")
    await house.settles()
    assert wang.buttons() == ["退烧药", "创可贴", "一把梯子", "搭把手搬东西", "打印几张纸", "充电器"]
    asked, data = house.button(wang.id, "bot", "一把梯子")

    await wang.presses("一把梯子")

    assert wang.reads().startswith("发到“锦江苑”，邻居们会看到：\n\n🙋 3栋有位邻居想要\n一把梯子")
    assert house.rows(asked) == [] and await house.db.read.questions.open(1, 1, int(house.clock.seconds())) is None
    again = await wang.pushes(data, asked.id)
    assert again and again["show_alert"]
    assert len(await house.db.read.asks.all()) == 1
    await wang.presses("发到群里")
    assert "一把梯子" in house.in_group()[-1]


async def test_a_wish_that_was_never_offered_asks_for_nothing(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("🙋 求助")
    await house.settles()
    asked, _ = house.button(wang.id, "bot", "充电器")

    for forged in ("ask_wish_poison", "ask_wish"):
        answer = await wang.pushes(forged, asked.id)
        assert answer and answer["show_alert"]

    assert await house.db.read.asks.all() == []
    assert "充电器" in wang.buttons()


async def test_a_wish_in_english_and_after_a_file(english_house: House) -> None:
    house = english_house
    await house.bind_group()
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    anna.says("🙋 Ask")
    await house.settles()
    acts.document(house.world, anna.id, "bot", "list.pdf", b"x")
    await house.settles()
    assert "a charger" in anna.buttons()

    await anna.presses("a charger")

    assert "a charger" in anna.reads()
    assert [ask.state for ask in await house.db.read.asks.all()] == ["draft"]


@pytest.mark.parametrize("sent", ["photo", "voice"])
async def test_a_photo_or_a_voice_as_the_answer_is_a_draft_whose_group_neither_sees_nor_hears_it(
    house: House, sent: str
) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("🙋 求助")
    await house.settles()
    (house.sends_photo if sent == "photo" else house.sends_voice)(wang)
    await house.settles()
    assert wang.reads().startswith("发到“锦江苑”，邻居们会看到：")
    assert [ask.state for ask in await house.db.read.asks.all()] == ["draft"]

    await wang.presses("发到群里")
    await house.settles()
    card = house.posts(wang.id, house.group)[-1].body
    assert "photo" not in card and "voice" not in card and "还没有人接" in card["text"]


async def test_in_simple_mode_the_cards_of_a_plea_are_short_and_nothing_needed_is_missing(house: House) -> None:
    await house.bind_group()
    li, wang = await house.moves_in("李桂兰", "王芳", unit="3-1-102")
    second = house.world.add_group("3栋邻居", [li.id], bot="administrator")
    li.says("/help", to=second)
    li.says("简单一点")
    li.says("🙋 求助")
    await house.settles()
    assert li.buttons() == ["退烧药", "创可贴", "一把梯子", "搭把手搬东西"]

    await li.presses("一把梯子")
    assert li.buttons() == ["✅ 发到群里", "✏️ 改一改", "算了"]
    await li.presses("发到群里")
    await house.settles()
    assert li.buttons() == ["✅ 解决了", "不用了"] and "号" not in li.reads()
    await wang.presses("我有", on=house.group)
    assert li.buttons() == ["👌 好，谢谢", "换一位", "✅ 解决了"]
    await li.presses("👌 好，谢谢")
    assert li.buttons() == ["💬 和对方说话", "✅ 解决了", "没拿到，再问问", "📇 让对方联系我", "📱 告诉对方电话"]

    li.says("简单一点")
    await house.settles()
    assert "📋 我的" in house.keyboard(li)
