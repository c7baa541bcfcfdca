"""The doors of asking: words, a voice, a picture, a reply to somebody's words; the draft's buttons; consent to tell."""

from typing import Any

import pytest

from tests.flows.test_offices import office, says
from tests.house import MORNING, House, Neighbour


async def settled(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """An asker in 3-2-501, a helper, the head of the asker's building; the group is known."""
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    li = await house.moves_in("李师傅", unit="3-1-301")
    await office(house, li, "building_head", "3栋")
    await house.bind_group()
    for who in (wang, chen, li):
        who.says("/need@linli_bot", to=house.group)
    await house.settles()
    return wang, chen, li


def cards_in_group(house: House) -> list[str]:
    """What stands in the group but the prompts that made it known."""
    return [text for text in house.in_group() if "您想要什么" not in text and "看板" not in text]


async def test_a_voice_becomes_a_plea_that_only_who_takes_it_hears_and_one_line_of_it_its_words(house: House) -> None:
    wang, chen, _ = await settled(house)

    house.sends_voice(wang)
    await house.settles()
    assert wang.buttons()[:3] == ["🆘 很急有危险", "🔧 报修", "🙋 求助"]
    await wang.presses("求助")
    assert "🎤 说了一段话" in wang.reads()
    await wang.presses("发到群里")
    [card] = [text for text in cards_in_group(house) if "🙋" in text]
    assert "说了一段话" in card
    assert not any("voice" in post.body for post in house.posts(wang.id, house.group))

    stranger = await house.moves_in("路人")
    refused = await stranger.pushes("ask_hear_1", house.posts(stranger.id, "bot")[-1].id)
    assert refused and refused["show_alert"]
    await chen.presses("我", on=house.group, containing="说了一段话")
    await wang.presses("好，谢谢")
    await chen.presses("听一听")
    assert len([post for post in house.posts(chen.id, "bot") if "voice" in post.body]) == 1

    await chen.presses("写一行")
    await says(chen, "借一把梯子，她腰疼")
    assert wang.reads() == "有位邻居听了，说您要的是：\n借一把梯子"
    assert "梯子" not in "".join(cards_in_group(house))
    await wang.presses("对，就这么写")
    assert "借一把梯子" in "".join(cards_in_group(house)) and "腰疼" not in "".join(cards_in_group(house))


async def test_a_picture_answers_what_is_wanted_and_the_speaker_may_say_no_to_a_line(house: House) -> None:
    wang, chen, _ = await settled(house)
    await wang.presses("求助") if "求助" in "".join(wang.buttons()) else await says(wang, "求助")
    house.sends_photo(wang)
    await house.settles()
    assert "📷 拍了张照片" in wang.reads()
    await wang.presses("发到群里")
    await chen.presses("我", on=house.group, containing="拍了张照片")
    await wang.presses("好，谢谢")

    await chen.presses("写一行")
    await says(chen, "三把椅子")
    await wang.presses("不是这个")

    assert "椅子" not in "".join(cards_in_group(house))
    gone = await wang.pushes("ask_line_1_yes", house.posts(wang.id, "bot")[-1].id)
    assert gone and gone["show_alert"]


async def test_words_of_somebody_else_are_offered_to_them_alone_without_repeating_them(house: House) -> None:
    wang, chen, _ = await settled(house)
    said = wang.says("谁家有退烧药，孩子发烧39度", to=house.group)
    await house.settles()

    chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()
    offer = cards_in_group(house)[-1]
    assert offer.startswith("王芳，您这句话，要我帮您问问邻居吗？") and "药" not in offer and "发烧" not in offer
    assert "退烧药" in wang.reads()  # in private, what the group would read
    other = await chen.presses("帮我问", on=house.group)
    assert other and other["show_alert"]
    assert [ask.state for ask in await house.db.read.asks.all()] == ["draft"]

    await wang.presses("帮我问", on=house.group)
    await wang.pushes("ask_publish_1", house.posts(wang.id, "bot")[-1].id)  # the preview in private, tapped as well
    [ask] = await house.db.read.asks.all()
    assert (ask.state, ask.thing, ask.by_id, ask.kind) == ("open", "退烧药", None, "medicine")
    assert "发烧" not in "".join(cards_in_group(house)) and "要我帮您问" not in "".join(cards_in_group(house))


async def test_who_speaks_up_for_others_has_a_measure_too(house: House) -> None:
    wang, chen, _ = await settled(house)
    for thing in ("梯子", "锤子", "锯子", "雨伞", "水桶", "胶水"):
        asker = await house.moves_in(f"住户{thing}")
        said = asker.says(f"想借一把{thing}", to=house.group)
        chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
        await house.settles()

    assert len(await house.db.read.asks.all()) == 5
    assert "您替别人问的5条，还等着他们自己点头。" in "".join(house.in_group())
    said = wang.says("想借一个打气筒", to=house.group)
    house.neighbour(wang.id, "王芳").says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()
    assert len(await house.db.read.asks.all()) == 6  # somebody else, and one's own words, have their own measure


async def test_so_many_a_day_are_offered_whatever_becomes_of_them(house: House) -> None:
    _, chen, _ = await settled(house)
    for number in range(11):
        asker = await house.moves_in(f"住户{number}")
        said = asker.says("想借一把梯子", to=house.group)
        chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
        await house.later(minutes=2)
        if number < 10:
            await asker.presses("不用", on=house.group, containing="要我帮您问")

    assert "今天您已经替别人问了10次" in "".join(house.in_group())


async def test_a_price_is_refused_in_any_plea_with_a_way_on(house: House) -> None:
    wang, _, _ = await settled(house)

    await says(wang, "求助 二手自行车 50元")
    assert wang.reads().startswith("邻居之间帮忙不收钱，不写价钱。去掉价钱再发一次")
    await says(wang, "求助 自行车")
    await wang.presses("改一改")
    await says(wang, "自行车，给钱就行")

    assert [ask.thing for ask in await house.db.read.asks.all()] == ["自行车"]


async def test_a_head_says_yes_for_a_neighbour_of_the_building_and_both_are_named(house: House) -> None:
    wang, chen, li = await settled(house)
    said = wang.says("想借一把梯子", to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()

    await li.presses("帮我问", on=house.group)

    [ask] = await house.db.read.asks.all()
    assert ask.state == "open" and ask.by_id != ask.person_id and ask.by_id is not None
    assert "李师傅" in wang.reads() and "梯子" in wang.reads()


async def test_who_does_not_want_it_says_so_and_nothing_stays(house: House) -> None:
    wang, chen, _ = await settled(house)
    said = wang.says("想借一把梯子", to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()

    await wang.presses("不用", on=house.group, containing="要我帮您问")

    assert await house.db.read.asks.all() == [] and "要我帮您问" not in "".join(cards_in_group(house))


async def test_an_offer_that_nobody_answers_is_gone_after_a_day(house: House) -> None:
    wang, chen, _ = await settled(house)
    said = wang.says("想借一把梯子", to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()

    await house.later(hours=25)

    assert await house.db.read.asks.all() == []
    assert "这条问过了。" in cards_in_group(house)


@pytest.mark.parametrize("words", ["我妈高血压", "？？", "👍"])
async def test_words_in_which_nothing_is_wanted_are_not_offered(house: House, words: str) -> None:
    wang, chen, _ = await settled(house)
    said = wang.says(words, to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()

    assert "没看出要什么" in "".join(cards_in_group(house)) and "高血压" not in "".join(cards_in_group(house))


async def test_danger_in_somebody_elses_words_gets_numbers_and_tells_nobody(house: House) -> None:
    wang, chen, li = await settled(house)
    before = len(li.sees())
    said = wang.says("不想活了", to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()
    await house.later(minutes=5)

    assert "📞 急救 120" in cards_in_group(house)[-1] and "活" not in cards_in_group(house)[-1]
    assert len(li.sees()) == before and await house.db.read.asks.all() == []


async def test_kind_amount_and_place_are_guessed_and_corrected_by_button(house: House) -> None:
    wang, _, _ = await settled(house)
    await house.moves_in("赵", unit="7-1-101")

    await says(wang, "求助 帮忙抬沙发")
    await wang.presses("更多")
    assert "🏃 跑腿搭手" in wang.buttons() and "📍 3栋" in wang.buttons()
    await wang.presses("跑腿搭手")
    await wang.presses("手艺")
    await wang.presses("更多")
    await wang.presses("👥")
    await wang.presses("3")
    await wang.presses("更多")
    await wang.presses("📍 3栋")
    await wang.presses("7栋")

    [ask] = await house.db.read.asks.all()
    place = await house.db.read.places.get(ask.place_id)
    assert (ask.kind, ask.amount, place.name) == ("skill", 3, "7栋")
    assert "7栋有位邻居想要" in wang.reads() and wang.reads() == wang.sees()[-1]
    for forged in ("ask_kind_1_gold", "ask_amount_1_99999", "ask_place_1_999"):
        answer = await wang.pushes(forged, house.posts(wang.id, "bot")[-1].id)
        assert answer and answer["show_alert"]


@pytest.mark.parametrize(
    ("words", "hands"), [("帮忙抬沙发 要3个人", 3), ("三个人帮我抬冰箱", 3), ("两个人用的帐篷", 1), ("帮忙抬沙发", 1)]
)
async def test_who_needs_several_hands_says_so_in_words(house: House, words: str, hands: int) -> None:
    wang, _, _ = await settled(house)

    await says(wang, f"求助 {words}")

    [ask] = await house.db.read.asks.all()
    assert ask.amount == hands and (hands == 1 or "抬" in ask.thing)


async def test_a_preview_has_few_buttons_and_the_rest_behind_one(house: House) -> None:
    wang, _, _ = await settled(house)

    await says(wang, "求助 梯子")
    assert wang.buttons() == ["✅ 发到群里", "✏️ 改一改", "算了", "⚡ 很急，2小时", "⚙️ 更多"]
    seen = len(wang.sees())
    await wang.presses("很急")
    assert "✓ ⚡ 很急，2小时" in wang.buttons() and len(wang.sees()) == seen
    await wang.presses("更多")
    await wang.presses("一周")

    [ask] = await house.db.read.asks.all()
    assert ask.until - ask.opened_at > 6 * 24 * 3600 and "✅ 发到群里" in wang.buttons()
    assert not any("还可以改" in said for said in wang.sees())


async def test_whoever_is_in_a_hurry_asks_for_two_hours(house: House) -> None:
    wang, _, _ = await settled(house)

    await says(wang, "求助 很急，要充电器")

    [ask] = await house.db.read.asks.all()
    assert ask.until - ask.opened_at <= 2.5 * 3600 and ask.thing == "充电器"


async def with_helper(house: House) -> tuple[Neighbour, Neighbour]:
    """A plea whose note names an illness, taken and agreed to."""
    wang, chen, _ = await settled(house)
    wang.says("/need@linli_bot 布洛芬 孩子发烧", to=house.group)
    await house.settles()
    await chen.presses("我", on=house.group, containing="布洛芬")
    [ask] = await house.db.read.asks.all()

    async def agree(tx: Any) -> None:
        await tx.asks.save(ask.agree(ask.givers[0].person_id, at=1))

    await house.db.whole(agree)
    await wang.pushes(f"ask_open_{ask.id}", house.posts(wang.id, "bot")[-1].id)
    return wang, chen


async def test_an_illness_is_shown_only_after_a_separate_consent_which_is_asked_for_once(house: House) -> None:
    wang, chen = await with_helper(house)

    await wang.presses("给对方看")
    assert wang.reads().startswith("这句话里像有病情。您同意给这位邻居看吗？")
    assert "发烧" not in "".join(chen.sees())
    await wang.presses("同意，给看")
    assert "孩子发烧" in chen.reads()
    assert await house.db.read.privacy.holds(1, "health")

    await says(wang, "/consent")
    await wang.presses("病情")
    assert not await house.db.read.privacy.holds(1, "health")


async def test_refusing_to_show_an_illness_is_fine(house: House) -> None:
    wang, chen = await with_helper(house)

    await wang.presses("给对方看")
    await wang.presses("不给看")

    assert wang.reads() == "好，没给看。\n东西照样给您，不用说是什么病。"
    assert "发烧" not in "".join(chen.sees()) and not await house.db.read.privacy.holds(1, "health")


async def test_the_doors_speak_english(english_house: House) -> None:
    house = english_house
    anna, ben = await house.moves_in("Anna", "Ben", language="en")
    await house.bind_group()
    said = anna.says("I need a ladder", to=house.group)
    ben.says("/need@linli_bot", to=house.group, reply_to=said.id)
    await house.settles()

    assert house.in_group()[-1].startswith("Anna, shall I ask the neighbours for you?")
    await anna.presses("Ask for me", on=house.group)
    assert any("ladder" in text for text in house.in_group())


@pytest.mark.parametrize("end", ["发到群里", "算了"])
async def test_a_page_of_choices_does_not_outlive_the_draft(house: House, end: str) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.says("求助 梯子")
    await house.settles()
    await wang.presses("⚙️ 更多")
    assert any("还可以改这些" in text for text in wang.sees())

    await wang.presses(end)

    assert not any("还可以改这些" in text for text in wang.sees())


async def test_late_in_the_evening_today_is_called_tomorrow(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    house.set_clock(MORNING.replace(hour=21, minute=30))
    wang.says("求助 梯子")
    await house.settles()
    await wang.presses("⚙️ 更多")

    assert "✓ 明天" in wang.buttons() and not any("今天" in label for label in wang.buttons())
