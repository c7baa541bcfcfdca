"""I can help: offering by taps, the shelf by distance, a wish asked privately, recommending a neighbour."""

from datetime import datetime
from typing import Any

import pytest

from bot.i18n import words
from handlers.cards import Look
from handlers.context import Turn
from handlers.offers import FEATURE
from tests.flows.test_offices import code_link, office, says, settled
from tests.house import ZONE, House, Neighbour


async def offers_one(who: Neighbour, *labels: str) -> None:
    """我能帮, then these buttons."""
    await says(who, "我能帮")
    for label in labels:
        await who.presses(label)


async def offers_a_ladder(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    zhou, wang, chen = await settled(house)
    await offers_one(chen, "闲置东西", "梯子", "放上货架")
    return zhou, wang, chen


async def the_offer(house: House, number: int = 1) -> Any:
    return await house.db.read.offers.get(number)


async def test_a_ladder_is_offered_by_four_taps_and_nothing_typed(house: House) -> None:
    _, _, chen = await settled(house)

    await offers_one(chen, "闲置东西")
    assert "梯子" in chen.buttons() and "拍张照" in chen.reads()
    await chen.presses("梯子")
    assert chen.reads().startswith("放上货架，邻居会看到：\n📦 梯子\n3栋\n借")
    await chen.presses("放上货架")

    it = await the_offer(house)
    assert (it.state, it.key, it.lends, it.kind) == ("open", "ladder", True, "thing")
    assert chen.reads().startswith("🤲 在货架上：\n📦 梯子")


async def test_the_shelf_shows_what_and_which_building_but_never_who(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)

    await says(wang, "货架")
    assert "📦 梯子 · 3栋 · 同一栋" in wang.reads()
    await wang.presses("📦 梯子")

    assert "陈建国" not in str(wang.sees()) and "301" not in str(wang.sees())
    assert wang.reads().startswith("📦 梯子\n3栋\n借")
    assert wang.buttons()[0] == "🙋 我想要这个" and "货架" in await says(chen, "货架")
    assert "邻居还没放东西" in chen.reads()  # one's own is not offered to oneself


async def test_only_a_yes_tells_the_two_who_they_are(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")
    assert chen.reads().startswith("🤲 3栋有位邻居想要：\n📦 梯子\n您说可以，你们才会知道对方是谁。")
    assert "王芳" not in str(chen.sees()) and "陈建国" not in str(wang.sees())

    await chen.presses("可以")

    assert wang.reads().startswith("🤝 陈建国（3栋）说可以：")
    assert chen.reads().startswith("🤝 王芳（3栋）想要，您说可以：")
    it = await the_offer(house)
    assert (it.state, it.amount) == ("paused", 0)  # lent out


async def test_a_no_gives_the_words_a_way_on(house: House) -> None:
    await house.bind_group()
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")

    await chen.presses("这次不行")
    assert wang.reads().startswith("这次不方便给。别急，可以问问大家：")
    await wang.presses("🙋 求助，问问大家")

    assert "陈建国" not in str(wang.sees())
    assert "想要\n梯子" in wang.reads()
    assert (await the_offer(house)).state == "open"


async def test_whoever_else_waits_reads_that_it_is_gone(house: House) -> None:
    zhou, wang, chen = await offers_a_ladder(house)
    for one in (wang, zhou):
        await says(one, "货架")
        await one.presses("📦 梯子")
        await one.presses("我想要这个")

    await chen.presses("可以", containing="5栋有位邻居")

    assert zhou.reads().startswith("🤝 陈建国（3栋）说可以：")
    assert wang.reads().startswith("这样刚刚没有了。")
    answer = await chen.pushes("want_yes_1", house.posts(chen.id, "bot")[-1].id)
    assert answer and answer["text"] == "这样已经没有了。"


async def test_several_of_a_thing_are_counted_down_and_come_back(house: House) -> None:
    _, wang, chen = await settled(house)
    await offers_one(chen, "闲置东西", "口罩", "3", "放上货架")
    await says(wang, "货架")
    await wang.presses("📦 口罩")
    await wang.presses("🙋 要2份")
    assert "📦 口罩 ×2" in chen.reads()
    await chen.presses("可以")
    assert (await the_offer(house)).amount == 1

    await chen.presses("没给成")

    assert (await the_offer(house)).amount == 3
    assert wang.reads().startswith("这次没给成。")


async def test_the_holder_takes_the_last_one_down_with_the_no(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")

    await chen.presses("给不了了，收起来")

    assert (await the_offer(house)).state == "withdrawn"
    assert wang.reads().startswith("这次不方便给。")


async def test_each_shows_their_account_by_their_own_tap(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")
    await chen.presses("可以")
    assert not house.links_to(chen.id, wang)

    await chen.presses("📇 让对方联系我")

    assert house.links_to(chen.id, wang) and not house.links_to(wang.id, chen)


async def test_thanks_come_with_the_offer_to_be_asked_first(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")
    await chen.presses("可以")

    await wang.presses("✅ 拿到了")
    assert "谢谢您，王芳（3栋）拿到了" in chen.reads()
    await chen.presses("愿意帮忙")

    person = await house.db.read.people.by_telegram(chen.id)
    assert await house.db.read.offers.willing(person.id)


async def test_a_wish_without_an_answer_ends_with_a_way_on(house: House) -> None:
    _, wang, _ = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")

    await house.later(days=3)

    assert wang.reads().startswith("那位邻居没有回话。")
    assert "🙋 求助，问问大家" in wang.buttons()


async def test_still_there_is_asked_before_it_leaves_the_shelf(house: House) -> None:
    _, _, chen = await offers_a_ladder(house)

    await house.later(days=60, hours=12)
    assert chen.reads().startswith("还放着吗？")
    await chen.presses("✅ 还放着")
    await house.later(days=61)
    assert chen.reads().startswith("还放着吗？")
    await house.later(days=4)

    assert (await the_offer(house)).state == "expired"
    assert chen.reads().startswith("⏳ 到时间了")


async def test_what_was_taken_down_by_a_slip_is_back_by_one_tap(house: House) -> None:
    _, _, chen = await offers_a_ladder(house)
    await chen.presses("不放了")
    assert (await the_offer(house)).state == "withdrawn"

    await chen.presses("↩️ 点错了，还放")
    assert (await the_offer(house)).state == "open"
    await chen.presses("⏸ 先收着")
    await chen.presses("▶️ 放回货架")

    assert (await the_offer(house)).state == "open"


async def test_a_skill_says_when_one_may_be_asked(house: House) -> None:
    _, wang, chen = await settled(house)
    await offers_one(chen, "手艺", "理发", "周末", "放上货架")

    await says(wang, "货架")
    await wang.presses("🛠")
    await wang.presses("🛠 理发")
    assert wang.reads().startswith("🛠 理发\n3栋\n周末")
    await wang.presses("我想要这个")
    await chen.presses("可以")

    assert (await the_offer(house)).state == "open"  # a skill is not used up


async def test_a_photo_alone_is_the_picture_of_a_thing(house: House) -> None:
    _, wang, chen = await settled(house)
    await offers_one(chen, "闲置东西")

    house.sends_photo(chen)
    await house.settles()
    await chen.presses("梯子")
    await chen.presses("放上货架")
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("🖼 看照片")

    assert house.posts(wang.id, "bot")[-1].body.get("photo")


async def test_a_voice_is_played_only_after_a_yes(house: House) -> None:
    _, wang, chen = await settled(house)
    await offers_one(chen, "手艺")
    house.sends_voice(chen)
    await house.settles()
    await chen.presses("电工")
    await chen.presses("放上货架")
    await says(wang, "货架")
    await wang.presses("🛠 电工")
    await wang.presses("我想要这个")
    assert not any(post.body.get("voice") for post in house.posts(wang.id, "bot"))

    await chen.presses("可以")

    assert any(post.body.get("voice") for post in house.posts(wang.id, "bot"))


async def test_a_typed_line_is_understood_and_put_right_by_one_tap(house: House) -> None:
    _, _, chen = await settled(house)

    await says(chen, "我能帮忙 修水管")
    assert chen.reads().startswith("放上货架，邻居会看到：\n🛠 修水管")
    await chen.presses("是想讲一课")

    assert (await the_offer(house)).kind == "teaching"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("我能帮 梯子 50元", "货架上的东西和手艺都是送的"),
        ("我能帮 阿莫西林", "这是处方药，要医生开"),
        ("我能帮 退烧药", "是哪一种？写药名就行，比如：布洛芬"),
        ("我能帮 " + "长" * 80, "太长了"),
        ("我能帮 13812345678", "我没看懂是什么"),
    ],
)
async def test_what_does_not_belong_on_the_shelf_is_refused_with_a_way_on(
    house: House, typed: str, answer: str
) -> None:
    _, _, chen = await settled(house)

    assert (await says(chen, typed)).startswith(answer)
    assert await house.db.read.offers.of(3) == []


async def test_a_medicine_is_put_up_after_the_look_at_its_box(house: House) -> None:
    _, wang, chen = await settled(house)
    await offers_one(chen, "药", "布洛芬")
    for label in ("✅ 有 OTC", "2027", "6月", "📦 原盒", "✅ 白送", "2", "✅ 都对", "放上货架"):
        await chen.presses(label)

    it = await the_offer(house)
    assert (it.kind, it.key, it.amount, str(it.expires), it.state) == ("medicine", "ibuprofen", 2, "2027-06-30", "open")
    await says(wang, "货架")
    await wang.presses("💊 布洛芬")
    assert "有效期到2027年6月" in wang.reads()


async def test_an_expired_or_loose_or_sold_medicine_does_not_go_up(house: House) -> None:
    _, _, chen = await settled(house)
    await offers_one(chen, "药", "布洛芬")
    answer = await chen.presses("没有 / 看不清")
    assert answer and answer["text"].startswith("没有 OTC 标志就不能给") and "120" in answer["text"]
    await chen.presses("✅ 有 OTC")
    assert (await says(chen, "2026-10")).startswith("这个过期了")
    await says(chen, "12/2027")
    answer = await chen.presses("散的")
    assert answer and answer["text"].startswith("散的药看不出")
    await chen.presses("整板没拆")
    answer = await chen.presses("要收钱")

    assert answer and answer["text"].startswith("邻居之间的药只白送")
    assert (await the_offer(house)).state == "draft"
    forged = await chen.pushes("offer_publish_1", house.posts(chen.id, "bot")[-1].id)
    assert forged and forged["text"].startswith("放药之前，先看一眼药盒")


async def test_whoever_offers_what_fits_learns_of_an_open_ask(house: House) -> None:
    await house.bind_group()
    _, wang, chen = await settled(house)
    wang.says("/need 人字梯", to=house.group)
    await house.settles()

    await offers_one(chen, "闲置东西", "梯子", "放上货架")

    assert any(text.startswith("3栋有位邻居正想要这个：\n人字梯") for text in chen.sees())
    await chen.presses("人字梯")
    assert "想要\n人字梯" in chen.reads()


async def test_the_nearest_stands_first(house: House) -> None:
    zhou, wang, chen = await settled(house)
    li = await house.moves_in("李敏", unit="3-2-402")
    for one, label in ((zhou, "梯子"), (chen, "电钻"), (li, "拐杖")):
        await offers_one(one, "闲置东西", label, "放上货架")

    lines = [line for line in (await says(wang, "货架")).splitlines() if line.startswith("📦")]

    assert lines == ["📦 拐杖 · 3栋 · 同一单元", "📦 电钻 · 3栋 · 同一栋", "📦 梯子 · 5栋"]


async def test_a_stranger_neither_offers_nor_looks(house: House) -> None:
    await settled(house)
    ids = house.world.add_people([{"first_name": "路人", "language_code": "zh-hans"}])
    stranger = house.neighbour(ids[0], "路人")
    stranger.starts()
    await house.settles()

    for said in ("我能帮 梯子", "货架"):
        assert (await says(stranger, said)).startswith("我还不认识您。")


async def test_a_helper_offers_and_wants_for_somebody_without_a_telephone(house: House) -> None:
    _, wang, chen = await settled(house)

    await acts_for_wang_xiulan(house, 2)
    await offers_one(wang, "手艺", "理发", "放上货架")

    it = await the_offer(house)
    assert (it.person_id, it.by_id) == (4, 2)
    await says(chen, "货架")
    await chen.presses("🛠 理发")
    await chen.presses("我想要这个")
    await wang.presses("可以")
    assert chen.reads().startswith("🤝 王秀兰（3栋）说可以：")


async def test_a_recommended_neighbour_is_asked_first(house: House) -> None:
    _, wang, chen = await settled(house)
    await says(wang, "推荐邻居")
    await wang.presses("陈建国")
    await wang.presses("电工")
    assert chen.reads().startswith("👍 王芳（3栋）说您会：\n🛠 电工")
    assert "邻居还没放东西" in await says(wang, "货架")

    await chen.presses("✅ 愿意", containing="说您会")

    assert (await the_offer(house)).state == "open"
    assert any("您推荐的邻居愿意" in text for text in wang.sees())


async def test_a_no_to_a_recommendation_leaves_nothing(house: House) -> None:
    _, wang, chen = await settled(house)
    await says(wang, "推荐邻居")
    await wang.presses("陈建国")
    await says(wang, "会修自行车")

    await chen.presses("不了，谢谢")

    assert await the_offer(house) is None
    assert any("这次不方便" in text for text in wang.sees())


async def test_a_link_asks_whoever_opens_it(house: House) -> None:
    _, wang, chen = await settled(house)
    await says(wang, "推荐邻居")
    await wang.presses("🔗 不在这里，发链接")
    await wang.presses("法律咨询")
    link = await code_link(house)

    wang.starts(link)
    await house.settles()
    assert wang.reads().startswith("这是您自己发的链接")
    chen.starts(link)
    await house.settles()
    await chen.presses("✅ 愿意", containing="说您会")

    it = await the_offer(house)
    assert (it.state, it.person_id, it.key) == ("open", 3, "lawyer")


async def test_the_head_asks_whoever_has_no_telephone(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await office(house, zhou, "building_head", "3栋")

    async def noted(tx: Any) -> None:
        person = await tx.people.note("王秀兰", None, 1, 1)
        await tx.residents.lives(person.id, await tx.residents.home(2), "family")

    await house.db.whole(noted)
    await says(wang, "推荐邻居")
    await wang.presses("王秀兰")
    await wang.presses("›")
    await wang.presses("做饭")
    assert zhou.reads().startswith("👍 王芳（3栋）推荐王秀兰（3栋），没有手机。")
    answer = await chen.pushes("offer_accept_1", house.posts(chen.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("没找到这样东西")

    await zhou.presses("✅ 愿意", containing="没有手机")

    it = await the_offer(house)
    assert (it.state, it.person_id, it.by_id) == ("open", 4, 1)


async def test_an_offer_can_be_reported_and_leaves_the_shelf_when_hidden(house: House) -> None:
    zhou, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("举报")
    await wang.presses("广告")
    await zhou.presses("🙈 先藏起来")

    assert "邻居还没放东西" in await says(wang, "货架")
    answer = await wang.pushes("offer_want_1_1", house.posts(wang.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("没找到这样东西")
    assert chen.reads()


async def test_forged_and_foreign_buttons_do_nothing(house: House) -> None:
    _, wang, _ = await offers_a_ladder(house)
    last = house.posts(wang.id, "bot")[-1].id

    for data in (
        "offer_pause_1", "offer_amount_1_5", "offer_way_1_give", "offer_times_1_any", "offer_change_1",
        "offer_stay_1", "offer_take-over_1", "offer_checked_1_y-20271231-bo-y-2", "offer_expiry_1",
    ):  # fmt: skip
        answer = await wang.pushes(data, last)
        assert answer and answer["text"].startswith("这个按钮是给放东西的邻居的"), data
    for data in (
        "offer_want_1_0", "offer_want_1_999999", "offer_want_99_1", "want_yes_1", "want_open_7", "offers_kind_sky",
        "offers_good_thing_sky", "offers_shelf_sky_1", "offers_of_99", "medicine_check_x_yes", "offer_decline_1",
        "offers_good-at_0_sky", "offer_photo_1",
    ):  # fmt: skip
        assert await wang.pushes(data, last)

    it = await the_offer(house)
    assert (it.state, it.amount, it.times) == ("open", 1, "first")
    assert await house.db.read.wants.mine(2) == []
    assert await house.db.read.house.parked() == 0


async def test_the_list_of_medicines_is_the_stewards_to_change(house: House) -> None:
    zhou, wang, chen = await settled(house)
    assert (await says(wang, "药品单")).startswith("药品单由维护员来改")

    await says(zhou, "药品单 加 小快乐 = 布洛芬")
    await says(zhou, "药品单 加 神奇冲剂 = 感冒药")
    await says(zhou, "药品单 处方 某某片")
    await says(chen, "我能帮 小快乐")
    assert (await the_offer(house)).key == "ibuprofen"
    assert (await says(chen, "我能帮 某某片")).startswith("这是处方药")
    await says(zhou, "药品单 加 阿莫西林胶囊 = 布洛芬")
    assert "处方药的名字动不了" in zhou.reads()
    await says(zhou, "药品单 删 头孢")
    assert "处方药的名字动不了" in zhou.reads()

    await says(zhou, "药品单")
    await zhou.presses("↩️ 某某片")
    assert "某某片" not in str([one.name for one in await house.db.read.medicines.changes()])


async def test_mine_and_todo_list_what_i_offer_and_want(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")

    assert "📦 梯子 · 在货架上" in await says(chen, "我的")
    assert "🤲 梯子 · 等回话" in await says(wang, "我的")
    look = Look(house.db.read, await house.db.read.rooms.private(3, chen.id), words("zh"), house.community.house, 0)
    todo = await FEATURE.todo(look, await house.db.read.people.get(3)) if FEATURE.todo else []
    assert [line.text for line in todo] == ["🤲 有邻居想要：梯子"]


async def test_whoever_is_forgotten_leaves_an_empty_shelf_and_nobody_waiting(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")

    await says(chen, "/forget")
    await chen.presses("🙈 忘掉我")
    assert wang.reads().startswith("这样刚刚没有了。")
    it = await the_offer(house)
    assert (it.person_id, it.what, it.state) == (None, "", "withdrawn")


async def test_in_a_group_the_draft_waits_in_private(house: House) -> None:
    _, _, chen = await settled(house)

    chen.says("/offer 梯子", to=house.group)
    await house.settles()

    assert "📦 梯子" in chen.reads() and "梯子" not in str(house.in_group())


async def test_in_english_the_same(english_house: House) -> None:
    house = english_house
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    boris = await house.moves_in("Boris", unit="3-1-301", language="en")
    await offers_one_in_english(boris, "Things", "ladder", "Put it up")

    await says(anna, "/shelf")
    assert "📦 ladder · 3栋 · your building" in anna.reads()
    await anna.presses("📦 ladder")
    await anna.presses("I would like this")
    assert boris.reads().startswith("🤲 A neighbour in 3栋 would like:")
    await boris.presses("Yes, theirs")

    assert anna.reads().startswith("🤝 Boris (3栋) said yes:")


async def offers_one_in_english(who: Neighbour, *labels: str) -> None:
    await says(who, "/offer")
    for label in labels:
        await who.presses(label)


async def test_the_two_may_talk_through_the_bot_after_a_yes_and_nobody_else(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")
    pairs = FEATURE.pairs["want"]
    assert await pairs(house.db.read, 1, 2) == []

    await chen.presses("可以")

    assert [(one.one_id, one.other_id, one.what) for one in await pairs(house.db.read, 1, 2)] == [(2, 3, "梯子")]
    assert [one.other_id for one in await pairs(house.db.read, 1, 3)] == [2]
    assert await pairs(house.db.read, 1, 1) == []


async def test_nothing_is_asked_at_night_that_can_wait(house: House) -> None:
    _, _, chen = await offers_a_ladder(house)
    alarm = await house.db.read.sql.value("SELECT at FROM alarms WHERE kind = 'offer.question'")

    assert 7 <= datetime.fromtimestamp(alarm, ZONE).hour < 22
    assert chen.reads()


async def acts_for_wang_xiulan(house: House, helper: int) -> None:
    """王秀兰 of 3-2-501 has no telephone; the helper speaks for her."""

    async def noted(tx: Any) -> None:
        person = await tx.people.note("王秀兰", None, 1, 1)
        await tx.residents.lives(person.id, await tx.residents.home(2), "family")
        await tx.acting.names(person.id, helper, 1)
        await tx.acting.act_for(helper, person.id, int(house.clock.seconds()) + 3600)

    await house.db.whole(noted)


async def test_what_a_helper_put_up_is_theirs_alone_once_they_part(house: House) -> None:
    _, wang, _ = await settled(house)
    await acts_for_wang_xiulan(house, 2)
    await offers_one(wang, "手艺", "理发", "放上货架")

    await wang.pushes("acting_give-back_4", house.posts(wang.id, "bot")[-1].id)

    it = await the_offer(house)
    assert (it.person_id, it.by_id, it.state) == (4, None, "open")


async def test_an_offer_put_up_for_somebody_is_theirs_to_take_over(house: House) -> None:
    _, wang, chen = await settled(house)

    async def helps(tx: Any) -> None:
        await tx.acting.names(3, 2, 1)
        await tx.acting.act_for(2, 3, int(house.clock.seconds()) + 3600)

    await house.db.whole(helps)
    await offers_one(wang, "闲置东西", "梯子", "放上货架")
    assert "📦 梯子" in chen.reads() and "王芳" in chen.reads()

    await chen.presses("我自己来")

    assert (await the_offer(house)).by_id is None
    assert any("自己接过去了" in text for text in wang.sees())


async def test_a_head_takes_down_what_does_not_belong_and_its_holder_reads_so(house: House) -> None:
    zhou, _, chen = await offers_a_ladder(house)

    answer = await zhou.pushes("offer_withdraw_1", house.posts(zhou.id, "bot")[-1].id)

    assert answer and answer["text"] == "收回来了。"
    assert chen.reads().startswith("从货架上收回来了：")


async def test_so_many_and_no_more(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.domain.offers.MOST_OPEN", 1)
    monkeypatch.setattr("bot.domain.offers.MOST_WANTS", 1)
    _, wang, chen = await offers_a_ladder(house)
    assert (await says(chen, "我能帮 电钻")).startswith("您已经放了1样。")

    monkeypatch.setattr("bot.domain.offers.MOST_OPEN", 9)
    await offers_one(chen, "闲置东西", "电钻", "放上货架")
    await says(wang, "货架")
    await wang.presses("📦 梯子")
    await wang.presses("我想要这个")
    await says(wang, "货架")
    await wang.presses("📦 电钻")
    answer = await wang.presses("我想要这个")

    assert answer and answer["text"].startswith("您有1样在等回话。")


@pytest.mark.parametrize(
    ("label", "said", "kind"),
    [
        ("手艺", "布洛芬", "medicine"), ("闲置东西", "祖传胶囊", "medicine"), ("手艺", "换药", "skill"),
        ("手艺", "教老人用药", "skill"), ("闲置东西", "药箱", "thing"),
    ],
)  # fmt: skip
async def test_a_medicine_is_one_wherever_it_was_typed(house: House, label: str, said: str, kind: str) -> None:
    _, _, chen = await settled(house)
    await offers_one(chen, label)

    await says(chen, said)

    assert (await the_offer(house)).kind == kind
    assert ("OTC" in chen.reads()) == (kind == "medicine")


async def test_two_taps_are_one_wish_and_one_yes(house: House) -> None:
    _, wang, chen = await offers_a_ladder(house)
    last = house.posts(wang.id, "bot")[-1].id
    for _ in range(2):
        await wang.pushes("offer_want_1_1", last)
    assert len(await house.db.read.wants.mine(2)) == 1
    for _ in range(2):
        await chen.pushes("want_yes_1", house.posts(chen.id, "bot")[-1].id)
    for _ in range(2):
        await wang.pushes("want_got_1", house.posts(wang.id, "bot")[-1].id)

    assert (await the_offer(house)).amount == 0
    assert sum("谢谢您，王芳（3栋）拿到了" in text for text in chen.sees()) == 1


async def test_a_holder_who_cannot_be_reached_is_not_waited_for(house: House) -> None:
    _, wang, _ = await offers_a_ladder(house)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE people SET unreachable_at = 1 WHERE id = 3"))

    answer = await wang.pushes("offer_want_1_1", house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("那位邻居暂时联系不上。")
    assert await house.db.read.wants.mine(2) == []


async def test_things_with_a_last_good_day_leave_the_shelf_with_it(house: House) -> None:
    _, _, chen = await settled(house)
    await offers_one(chen, "闲置东西", "›", "奶粉")
    await chen.presses("📅 有效期")
    await says(chen, "2026-12-05")
    assert "有效期到2026年12月5日" in chen.reads()
    await chen.presses("放上货架")

    await house.later(days=5)
    assert chen.reads().startswith("还放着吗？")
    await chen.presses("✅ 还放着")
    await house.later(days=4)

    assert (await the_offer(house)).state == "expired"


async def test_a_date_is_chosen_by_two_taps(house: House) -> None:
    _, _, chen = await settled(house)
    await offers_one(chen, "闲置东西", "口罩", "📅 有效期", "2027", "3月")

    assert str((await the_offer(house)).expires) == "2027-03-31" and "有效期到2027年3月" in chen.reads()


async def test_willing_is_a_word_and_a_switch(house: House) -> None:
    _, wang, _ = await settled(house)
    await says(wang, "愿意帮忙")
    assert await house.db.read.offers.willing(2)
    await says(wang, "愿意帮忙 不用")
    assert not await house.db.read.offers.willing(2)

    await says(wang, "/settings")
    await wang.presses("愿意帮忙")
    await wang.presses("⬜ 愿意帮忙")

    assert await house.db.read.offers.willing(2) and "✅ 愿意帮忙" in wang.buttons()


async def test_who_takes_back_where_they_live_offers_it_somewhere_in_the_community(house: House) -> None:
    _, wang, _ = await offers_a_ladder(house)
    home = (await the_offer(house)).place_id

    await house.db.whole(lambda tx: departs(house, tx, "moves_out"))

    assert home != (await the_offer(house)).place_id == 1
    assert "📦 梯子 · 本小区" in await says(wang, "货架")


async def test_who_died_offers_nothing_more_and_nobody_waits_for_them(house: House) -> None:
    _, wang, _ = await offers_a_ladder(house)
    await wang.pushes("offer_want_1_1", house.posts(wang.id, "bot")[-1].id)

    await house.db.whole(lambda tx: departs(house, tx, "rests"))
    await house.settles()

    assert (await the_offer(house)).state == "withdrawn"
    assert [one.state for one in await house.db.read.wants.of(2)] == ["gone"]


async def departs(house: House, tx: Any, hook: str) -> None:
    """What becomes of 陈建国's shelf."""
    turn = Turn(tx, int(house.clock.seconds()), int(house.clock.seconds()), house.community.house)
    await getattr(FEATURE, hook)(turn, await tx.people.get(3))
