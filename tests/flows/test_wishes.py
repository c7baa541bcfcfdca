"""Small wishes, as an organiser, the wishers, a head and the neighbours who grant them live a festival."""

from datetime import datetime
from typing import Any

import pytest

from bot.i18n import words
from handlers.wishes import ending, shared
from tests.flows.test_board import MINUTE, board, hang
from tests.flows.test_offices import office, says
from tests.house import ZONE, House, Neighbour


async def opens(house: House, li: Neighbour, name: str = "元旦") -> None:
    await says(li, "微心愿")
    await li.presses("开一次微心愿")
    await li.presses(name)
    await li.presses("开始收心愿")


async def wishes(who: Neighbour, text: str, send: bool = True) -> None:
    await says(who, "微心愿")
    if any("微心愿" in label for label in who.buttons()):
        await who.presses("微心愿")
    await who.presses("写一个心愿")
    await says(who, text)
    if send:
        await who.presses("交上去")


@pytest.fixture
async def li(house: House) -> Neighbour:
    """An organiser of a community whose group has its board, and who has opened New Year's wishes."""
    social: Neighbour = await house.moves_in("李社工")
    await office(house, social, "organiser")
    await hang(house)
    await opens(house, social)
    return social


async def hung(house: House, li: Neighbour, wang: Neighbour, text: str = "想要一双棉鞋") -> None:
    await wishes(wang, text)
    await says(li, "微心愿")
    await li.presses("元旦微心愿")
    await li.presses("看一看")
    await li.presses("👀")
    await li.presses("挂出来")


async def taken(house: House, chen: Neighbour) -> None:
    await says(chen, "微心愿")
    await chen.presses("元旦微心愿")
    await chen.presses("🎁")
    await chen.presses("我来认领")


def state(house: House, number: int = 1) -> Any:
    return house.db.read.wishes.get(number)


async def test_a_calendar_suggests_festivals_and_a_group_gets_one_card(house: House, li: Neighbour) -> None:
    assert any("开始收了" in str(call["params"]) for call in house.calls("answerCallbackQuery"))
    [card] = [text for text in house.in_group() if text.startswith("🎐")]
    assert card.startswith("🎐 元旦微心愿 · 锦江苑\n还没有心愿，第一个等您来写\n✍️ 心愿收到12月22日（周二）晚上10点")


async def test_a_wish_is_seen_looked_at_hung_taken_agreed_given_and_thanked(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-101")

    await wishes(wang, "想要一双棉鞋，送到3栋2单元501", send=False)
    assert "一双棉鞋" in wang.reads() and "501" not in wang.reads()
    await wang.presses("交上去")
    assert "👀 1 个等您看一眼" in li.sees()[-1]
    await li.presses("看一看")
    await li.presses("👀")
    assert li.reads().startswith("👀 王芳（3栋）的心愿：\n一双棉鞋")
    await li.presses("挂出来")
    await house.later(**MINUTE)
    assert "🎐 微心愿\n· 元旦微心愿 1 个，还有 1 个等人认领" in board(house)

    await says(chen, "微心愿")
    await chen.presses("元旦微心愿")
    await chen.presses("一双棉鞋")
    assert chen.reads() == "🎁 3栋一位邻居的心愿：\n一双棉鞋"
    await chen.presses("我来认领")
    assert "王芳" not in "".join(chen.sees()) and "有位邻居想实现" in wang.reads()
    assert "陈明" not in "".join(wang.sees())

    await wang.presses("好，让我们联系")
    assert "陈明（5栋）来实现您的心愿" in wang.reads() and "王芳（3栋）说好" in chen.reads()
    await chen.presses("让对方联系我")
    assert any("对方愿意让您联系" in text for text in wang.sees())
    await chen.presses("送到了")
    assert "陈明（5栋）说送到了。实现了吗？" in wang.reads()
    await wang.presses("实现了")
    assert "实现了，对方谢谢您" in chen.reads()
    await chen.presses("感谢里写我的名字")

    await says(li, "微心愿")
    await li.presses("元旦微心愿")
    await li.presses("收尾，谢谢大家")
    assert house.in_group()[-1] == "🎐 元旦微心愿：1 个心愿，实现了 1 个。谢谢陈明。"
    assert "王芳" not in str(house.in_group()) and "501" not in str(house.in_group())


async def test_what_is_asked_for_says_which_festival_it_is_for(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await says(wang, "微心愿")
    await wang.presses("微心愿")
    await wang.presses("写一个心愿")
    assert wang.reads().startswith("元旦微心愿：您有什么小心愿？")

    await says(wang, "一双棉鞋")
    assert wang.reads().startswith("元旦微心愿，邻居们会看到：\n一双棉鞋")


@pytest.mark.parametrize(("count", "said"), [(1, "1 waits for your eyes"), (2, "2 wait for your eyes")])
def test_one_waits_and_two_wait(count: int, said: str) -> None:
    t = words("en")

    assert said in t("festival-waiting", count=count)
    assert said in t("festival-look-title", count=count, name="Spring")


async def test_one_neighbour_has_it_a_second_is_next_and_moves_up(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen, zhao = await house.moves_in("陈明", "赵敏", unit="5-1-101")
    await hung(house, li, wang)
    await taken(house, chen)

    answer = await zhao.pushes("wish_take_1", house.posts(zhao.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("已经有邻居先认领了，您排在下一位")
    again = await zhao.pushes("wish_given_1", house.posts(zhao.id, "bot")[-1].id)
    assert again and again["text"].startswith("您还排着队")

    await chen.presses("我来不了了")
    wish = await state(house)
    assert [(one.person_id, one.state) for one in wish.grantors] == [(4, "giving")]
    assert any("下一位邻居接上了" in text for text in wang.sees())
    assert zhao.reads().startswith("🎁 谢谢您。已经问对方了")


async def test_the_wisher_would_rather_have_somebody_else(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-101")
    await hung(house, li, wang)
    await taken(house, chen)

    await wang.presses("换一位")

    assert any("另有安排" in text and "王芳" not in text for text in chen.sees())
    answer = await chen.pushes("wish_take_1", house.posts(chen.id, "bot")[-1].id)
    assert answer and "另有安排" in answer["text"]
    assert (await state(house)).stage == "open"


async def test_a_neighbour_without_a_telephone_is_spoken_for_by_who_runs_it(house: House, li: Neighbour) -> None:
    chen = await house.moves_in("陈明", unit="5-1-101")

    async def noted(tx: Any) -> None:
        root = (await tx.places.root()).id
        granny = await tx.people.note("王秀兰", "zh", 1, 1)
        await tx.residents.lives(granny.id, root, "family")
        wish = await tx.wishes.write(1, granny.id, None, None, "一副老花镜", None, 1)
        await tx.wishes.save(wish.handed_in(at=1).hang())

    await house.db.whole(noted)
    await taken(house, chen)

    assert li.reads().startswith("替王秀兰办的") or "王秀兰" in li.reads()
    await li.presses("好，让我们联系")
    assert "对方没有手机，请和李社工联系" in chen.reads()
    await chen.presses("送到了")
    await li.presses("✅ 实现了")
    assert (await state(house)).state == "granted"


async def test_many_hang_at_once_and_none_that_changed_meanwhile(house: House, li: Neighbour) -> None:
    people = await house.moves_in("王芳", "陈明", "赵敏", unit="3-2-501")
    for who, what in zip(people, ("一双棉鞋", "一副老花镜", "一把雨伞"), strict=True):
        await wishes(who, what)
    await says(li, "微心愿")
    await li.presses("元旦微心愿")
    await li.presses("看一看")
    post, data = house.button(li.id, "bot", "这 3 个都挂出来")
    house.clock.push(60)
    await says(people[2], "我的")
    await people[2].presses("一把雨伞")
    await people[2].presses("改一改")
    await says(people[2], "一把结实的雨伞")

    answer = await li.pushes(data, post.id)

    assert answer and answer["text"] == "2 个都挂出来了。"
    assert [one.state for one in await house.db.read.wishes.all_of(1)] == ["open", "open", "waiting"]


async def test_a_wish_comes_back_with_a_kind_reason_and_is_reworded(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await wishes(wang, "一台大冰箱")
    await says(li, "微心愿")
    await li.presses("元旦微心愿")
    await li.presses("看一看")
    await li.presses("👀")
    await li.presses("有点大")
    assert "换个小一点的，邻居好帮上" in wang.reads()

    await wang.presses("改一改")
    await says(wang, "一个电水壶")

    wish = await state(house)
    assert (wish.state, wish.words) == ("waiting", "一个电水壶")


async def test_a_head_looks_at_the_wishes_of_the_own_building_only(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    head = await house.moves_in("老周", unit="5-1-101")
    await office(house, head, "building_head", "5栋")
    await wishes(wang, "一双棉鞋")

    answer = await head.pushes("wish_hang_1", house.posts(head.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("没找到这个心愿")
    await office(house, head, "building_head", "3栋")
    await says(head, "待办")
    assert "元旦微心愿：1 个等您看" in head.reads()
    await head.presses("元旦微心愿")
    await head.presses("👀")
    await head.presses("挂出来")
    assert (await state(house)).state == "open"


@pytest.mark.parametrize(
    ("said", "answer"),
    [("500块的鞋", "不用写价钱"), ("孩子发烧三十九度", "这话里像有病情"), ("鞋" * 300, "太长了"), ("😀", "没看懂")],
)
async def test_what_a_group_must_not_read_is_not_kept(house: House, li: Neighbour, said: str, answer: str) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await wishes(wang, said, send=False)
    assert answer in wang.reads()
    assert await state(house) is None


async def test_a_voice_is_put_into_a_line_that_the_wisher_agrees_to(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await says(wang, "微心愿")
    await wang.presses("微心愿")
    await wang.presses("写一个心愿")
    house.sends_voice(wang)
    await house.settles()
    await wang.presses("交上去")
    await says(li, "微心愿")
    await li.presses("元旦微心愿")
    await li.presses("看一看")
    await li.presses("👀")
    assert len(house.calls("sendVoice")) >= 1
    await li.presses("写成一行字")
    await says(li, "有人陪我下盘棋")
    assert any("有人陪我下盘棋" in text for text in wang.sees())
    await wang.presses("✅ 对")
    assert (await state(house)).words == "有人陪我下盘棋"
    group = (await house.db.read.rooms.groups())[0].chat_id
    assert not [call for call in house.calls("sendVoice") if int(call["params"]["chat_id"]) == group]


async def test_half_way_the_organiser_hears_who_waits_and_asks_group_and_circle(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-101")
    await hung(house, li, wang)

    async def circle(tx: Any) -> None:
        made = await tx.circles.make("志愿队", (await tx.places.root()).id, None, 1, 1)
        await tx.circles.join(made.id, 3, 1)
        await tx.circles.is_on_duty(made.id, "wish", True)

    await house.db.whole(circle)
    house.set_clock(datetime(2026, 12, 28, 9, 0, tzinfo=ZONE))
    await house.rings()
    assert "时间过了一半，还有 1 个没人认领" in li.reads()

    await li.presses("再问一次群里")
    assert house.in_group()[-1] == "🎐 元旦微心愿：还有 1 个等人认领\n· 一双棉鞋"
    again = await li.presses("再问一次群里")
    assert again and again["text"].startswith("今天已经在群里问过了")
    await li.presses("请小组帮忙")
    answer = await li.presses("志愿队")
    assert answer and answer["text"] == "告诉“志愿队”的 1 个人了。"
    await chen.presses("看看心愿")
    assert "心愿 1 个，还有 1 个等人认领" in chen.reads()


async def test_a_festival_nobody_closes_closes_itself_and_every_wisher_reads_how_it_ended(
    house: House, li: Neighbour
) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await hung(house, li, wang)
    house.set_clock(datetime(2027, 1, 1, 22, 1, tzinfo=ZONE))
    await house.rings()
    await house.later(hours=12)
    assert any("到时间了：1 个没人认领" in text for text in li.sees())
    await house.later(days=3)
    await house.later(hours=12)

    assert "这次没有等到" in wang.reads() and "🙋 求助" in wang.buttons()
    await wang.presses("🙋 求助")
    assert wang.reads().startswith("您想要什么")
    assert (await house.db.read.festivals.get(1)).state == "closed"
    assert any("元旦微心愿结束了" in text for text in house.in_group())
    assert any("已经收尾" in text for text in li.sees())


async def test_nobody_but_an_organiser_opens_one_and_nobody_takes_their_own(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await says(wang, "微心愿")
    refused = await wang.pushes("festival_new", house.posts(wang.id, "bot")[-1].id)
    assert refused and refused["text"].startswith("微心愿由社区和召集人来开")
    for door in ("festival_close_1", "festival_post_1", "festival_later_1_grants_3", "festival_board_1_all_1"):
        refused = await wang.pushes(door, house.posts(wang.id, "bot")[-1].id)
        assert refused and refused["text"].startswith("微心愿由社区和召集人来开"), door
    await hung(house, li, wang)
    own = await wang.pushes("wish_take_1", house.posts(wang.id, "bot")[-1].id)
    assert own and own["text"].startswith("这是您自己的心愿")


async def test_whoever_leaves_lets_go_and_the_wisher_learns(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-101")
    await hung(house, li, wang)
    await taken(house, chen)
    await says(chen, "/forget")
    for _ in range(2):
        if chen.buttons():
            label = next((one for one in chen.buttons() if "抹掉" in one or "忘" in one), None)
            if label:
                await chen.presses(label)
    await house.settles()

    wish = await state(house)
    assert wish.stage == "open" and wish.grantors == ()
    assert any("又挂出来了" in text for text in wang.sees())


async def test_a_festival_in_english(english_house: House) -> None:
    house = english_house
    li = await house.moves_in("Lin", language="en")
    await office(house, li, "organiser")
    await hang(house)
    await says(li, "/wishes")
    await li.presses("Collect small wishes")
    await says(li, "Cool summer")
    await li.presses("Start collecting")
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    boris = await house.moves_in("Boris", unit="5-1-101", language="en")
    await says(anna, "wishes")
    await anna.presses("Cool summer")
    await anna.presses("Make a wish")
    await anna.presses("reading glasses")
    await anna.presses("Hand it in")
    await says(li, "wishes")
    await li.presses("Cool summer")
    await li.presses("Look at 1")
    await li.presses("👀")
    await li.presses("Hang it")
    await says(boris, "wishes")
    await boris.presses("Cool summer")
    await boris.presses("🎁")
    await boris.presses("I will grant it")
    await anna.presses("Yes, let us meet")
    await boris.presses("It is done")
    await anna.presses("It came true")
    await says(li, "wishes")
    await li.presses("Cool summer")
    await li.presses("Close and thank")
    assert house.in_group()[-1] == "🎐 Cool summer: 1 wish, 1 came true. Thank you to one neighbour."


async def test_whoever_acts_for_a_neighbour_is_named_and_the_neighbour_may_take_over(
    house: House, li: Neighbour
) -> None:
    wang, head = await house.moves_in("王芳", "老周", unit="3-2-501")
    await office(house, head, "building_head", "3栋")
    await house.db.whole(lambda tx: tx.acting.names(2, 3, 1))
    await house.db.whole(lambda tx: tx.acting.act_for(3, 2, 2**31))
    await wishes(head, "一双棉鞋")
    wish = await state(house)
    assert (wish.person_id, wish.by_id, wish.state) == (2, 3, "open")
    assert "老周（3栋）" in wang.reads() and "一双棉鞋" in wang.reads()

    await wang.presses("我自己来")

    assert (await state(house)).by_id is None
    assert any("自己接过去了" in text for text in head.sees())


async def test_only_the_matched_two_may_talk_through_us_and_only_once_both_agreed(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-101")
    await hung(house, li, wang)
    await taken(house, chen)
    assert await shared.pairs(house.db.read, 1, 2) == []
    await wang.presses("好，让我们联系")

    assert [(one.one_id, one.other_id) for one in await shared.pairs(house.db.read, 1, 2)] == [(2, 3)]
    assert [one.what for one in await shared.pairs(house.db.read, 1, 3)] == ["一双棉鞋"]
    assert await shared.pairs(house.db.read, 1, 1) == []


async def test_whoever_takes_over_the_office_runs_what_is_open(house: House, li: Neighbour) -> None:
    zhao = await house.moves_in("赵敏", unit="5-1-101")
    await office(house, zhao, "organiser")

    async def hands_over(tx: Any) -> int:
        turn = house.community._turn(tx)
        old, new = (await tx.offices.of(1))[0], (await tx.offices.of(2))[0]
        await tx.offices.ends(old.id, 1)
        moved: int = await ending.handed_over(turn, old, new)
        return moved

    assert await house.db.whole(hands_over) == 1
    assert (await house.db.read.festivals.get(1)).person_id == 2


async def test_a_second_wish_shows_the_first_and_a_drafts_second_tap_is_nothing(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await wishes(wang, "一双棉鞋")
    message = house.posts(wang.id, "bot")[-1].id
    again = await wang.pushes("wish_send_1", message)
    assert again and again["text"].startswith("收到了")
    await wang.pushes("festival_write_1", message)
    assert any("您这次已经有一个心愿了" in text for text in wang.sees())
    assert len(await house.db.read.wishes.all_of(1)) == 1


async def test_after_the_collecting_day_nothing_more_comes_in_until_it_is_longer_again(
    house: House, li: Neighbour
) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    house.set_clock(datetime(2026, 12, 23, 9, 0, tzinfo=ZONE))
    await house.rings()
    refused = await wang.pushes("festival_write_1", house.posts(wang.id, "bot")[-1].id)
    assert refused and refused["text"].startswith("心愿已经收完了")
    assert "✍️ 写一个心愿" not in house.buttons_in_group()

    await li.pushes("festival_until_1_collects", house.posts(li.id, "bot")[-1].id)
    await says(li, "12月28日")
    assert (await house.db.read.festivals.get(1)).state == "collecting"


async def test_buttons_that_were_never_ours_change_nothing(house: House, li: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await hung(house, li, wang)
    for who in (li, wang):
        for door in (
            "wish_take_99", "wish_return_1_gold", "wish_hang-all_1_1_9", "festival_later_1_grants_900", "wish_open_x",
            "festival_where_1_999", "festival_here_1_999", "festival_board_1_secret_1", "festival_pick_xmas",
            "wish_pick_1_gold", "festival_pass_1_99",
        ):  # fmt: skip
            answer = await who.pushes(door, house.posts(who.id, "bot")[-1].id)
            assert answer and answer["text"], door
    assert (await state(house)).state == "open"
    assert await house.db.read.house.parked() == 0
