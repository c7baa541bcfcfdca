"""Coming home: by the code at the door in three taps, by the pad in five, by a line; and the head's word."""

from typing import Any

import pytest

from bot.i18n import words
from handlers.cards import Look
from handlers.joining import homecards
from storage import joining as stored
from tests.flows.joining import Taps, at_home, built, comes, door_code, head_of, holds, noted, place, verbs
from tests.house import House


async def test_by_the_code_at_the_door_an_elderly_neighbour_is_home_in_two_taps(house: House) -> None:
    await built(house)
    li = comes(house, "李桂兰")
    taps = Taps(li)

    await taps.start(await door_code(house, "3栋2单元501"))
    assert li.reads().startswith("您好！这是3栋2单元501的门。")
    assert li.buttons() == ["我是业主", "业主家人", "租户"]
    await taps.press("我是业主")

    assert li.reads().startswith("✅ 到家了，登记好了。\n3栋2单元501 · 业主")
    assert await at_home(house, li) == [("3栋2单元501", "owner", "code")]
    assert taps.count <= 3
    print(f"taps with a door's code: {taps.count}")
    assert await verbs(house) == ["join.by-code"]


async def test_whoever_the_register_knows_without_a_telephone_says_so_with_a_third_tap(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    old = await noted(house, "李桂兰", "3栋2单元501")
    li = comes(house, "桂兰 李")
    taps = Taps(li)
    await taps.start(await door_code(house, "3栋2单元501"))
    await taps.press("业主家人")
    assert "李**就是我" in li.buttons() and "桂兰" not in "".join(li.buttons())

    await taps.press("李**就是我")

    assert taps.count == 3
    assert await at_home(house, li) == [("3栋2单元501", "family", "code")]
    assert "说就是登记册上的李桂兰" in chen.reads()
    await chen.presses("就是同一位")
    assert (await house.db.read.people.get(old)).merged_into is not None
    assert await at_home(house, li) == [("3栋2单元501", "owner", "code")]  # the register knew the role
    assert "登记册上的就是您" in li.reads()


async def test_the_others_of_the_home_are_told_and_a_stranger_is_looked_at(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    wang = await house.moves_in("王芳", unit="3-2-501")
    li = comes(house, "李桂兰")
    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    await li.presses("租户")
    assert wang.reads() == "有人用门上的码登记到您家：李桂兰（租户）。\n不是您家的人？"

    await wang.presses("不认识这个人")
    assert "王芳说不认识李桂兰" in chen.reads()
    await chen.presses("撤回这次确认")

    assert await at_home(house, li) == []
    assert any("3栋2单元501的登记撤回了" in text for text in li.sees())
    assert "不再登记在您家" in wang.reads()


async def test_a_code_opens_once_for_one_and_the_rest_wait_for_the_heads_word(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    link = await door_code(house, "3栋2单元501")
    li, thief = comes(house, "李桂兰"), comes(house, "小偷")
    for one in (li, thief):
        one.starts(link)
        await house.settles()

    await li.presses("我是业主")
    late = await thief.presses("租户")
    thief.starts(link)
    li.starts(link)
    await house.settles()

    assert late and late["text"].startswith("这扇门的码用过了")
    assert thief.reads().startswith("收到了，等人确认。\n3栋2单元501 · 租户")
    assert li.reads().startswith("这个码您用过了")
    assert await at_home(house, thief) == [] and await house.db.read.joins.count_waiting() == 1
    await chen.presses("不认识…")
    await chen.presses("不认识这个人")
    assert await at_home(house, thief) == []


async def test_who_scans_a_code_that_the_family_used_asks_the_head_by_one_tap(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    link = await door_code(house, "3栋2单元501")
    li, wang = comes(house, "李桂兰"), comes(house, "王建军")
    li.starts(link)
    await house.settles()
    await li.presses("我是业主")

    wang.starts(link)
    await house.settles()
    assert any(text.startswith("这扇门的码用过了") for text in wang.sees()) and wang.reads().startswith("您是？")
    await wang.presses("业主家人")
    await chen.presses("✅ 认识")

    assert await at_home(house, wang) == [("3栋2单元501", "family", "head")]


async def test_an_old_code_asks_the_head_a_forged_one_opens_nothing_and_guessing_is_held_back(house: House) -> None:
    await built(house)
    link = await door_code(house, "3栋2单元501")
    thief = comes(house, "小偷")
    for number in range(6):
        thief.starts(f"home_{number + 5}_00000000000{number}")
        await house.settles()
    assert thief.reads().startswith("试错了好几次")

    await house.later(days=181)
    li = comes(house, "李桂兰")
    li.starts(link)
    await house.settles()

    assert any(text.startswith("这扇门的码用过了，或者过期了") for text in li.sees())
    assert await at_home(house, li) == []


async def test_without_a_code_five_taps_after_start_and_no_typed_character(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    taps = Taps(li)

    for label in ("我是业主", "3栋", "2单元", "5F", "501"):
        await taps.press(label)

    assert taps.count == 5
    print(f"taps without a code, after Start: {taps.count}")
    assert li.reads().startswith("收到了，等人确认。\n3栋2单元501 · 业主\n已经送到陈建国那里。2天没人答")
    assert chen.reads() == "🏠 有位邻居来登记：\n李桂兰\n3栋2单元501 · 业主"
    await chen.presses("✅ 认识")
    assert li.reads() == "✅ 到家了，登记好了。\n3栋2单元501 · 业主\n👋 这里的事找陈建国。"
    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]
    assert await verbs(house) == ["join.asked", "join.confirmed"]


@pytest.mark.parametrize(
    "said", ["我住3栋2单元501", "/join 3-2-501", "登记 三栋二单元501室", "登记 3棟2單元501", "i live at 3-2-501"]
)
async def test_a_line_names_the_door(house: House, said: str) -> None:
    await built(house)
    await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()

    li.says(said)
    await house.settles()
    assert "3栋2单元501" in li.reads()
    await li.presses("租户")
    await _chooses(house, li)

    [join] = await house.db.read.joins.of(await number_of(house, li), "waiting")
    assert join.place_id == await place(house, "3栋2单元501")


async def _chooses(house: House, li: Any) -> None:
    """The door that was named is one tap away."""
    if not li.reads().startswith("收到了"):
        await li.presses("501")


async def number_of(house: House, who: Any) -> int:
    person = await house.db.read.people.by_telegram(who.id)
    assert person
    return int(person.id)


async def test_the_same_in_english(english_house: House) -> None:
    house = english_house
    await built(house)
    chen = await house.moves_in("Chen", language="en")
    await holds(house, chen, "building_head", "3栋")
    anna = comes(house, "Anna", "en")
    taps = Taps(anna)

    await taps.start(await door_code(house, "3栋2单元501"))
    assert anna.reads().startswith("Hello! This is the door of 3栋2单元501.")
    await taps.press("I rent it")
    assert anna.reads() == (
        "✅ Welcome home. You have joined.\n3栋2单元501 · tenant\n👋 For anything here, turn to Chen."
    )
    assert taps.count == 2


async def test_a_door_that_is_not_in_the_register_is_never_bent_to_one_that_is(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await li.presses("我是业主")

    li.says("3栋2单元801")
    await house.settles()
    assert "登记册里还没有这个门" in li.reads() and "3栋2单元801" in li.reads()
    await li.presses("没写错")
    assert "登记册里没有这个门" in chen.reads()
    await chen.presses("添上3栋2单元801")

    assert await at_home(house, li) == [("3栋2单元801", "owner", "head")]


async def test_in_a_community_without_places_people_who_join_fill_it(house: House) -> None:
    chen = await house.moves_in("陈建国")
    await holds(house, chen, "steward", "锦江苑")
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await li.presses("我是业主")
    li.says("3栋2单元501")
    await house.settles()
    await li.presses("没写错")

    await chen.presses("添上3栋2单元501")

    assert await at_home(house, li) == [("3栋2单元501", "owner", "steward")]
    assert await verbs(house, "place.") == ["place.added"] * 3


async def test_a_stair_without_doors_takes_the_number_alone(house: House) -> None:
    await built(house, floors=0)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    for label in ("我是业主", "3栋", "2单元"):
        await li.presses(label)
    assert "把号码发给我就行" in li.reads()

    li.says("501")
    await house.settles()
    await li.presses("没写错")
    await chen.presses("添上3栋2单元501")

    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]


async def test_a_head_adds_no_building_that_is_not_theirs(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await li.presses("我是业主")
    li.says("9栋1单元101")
    await house.settles()
    await li.presses("没写错")
    assert "现在还没有能确认的人" in li.reads()

    answer = await chen.pushes("join_add_1", 1)

    assert answer and answer["show_alert"]
    assert all("9栋" not in one.name for one in await house.db.read.places.all())


async def test_a_spoken_door_is_played_to_the_head_who_picks_it(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await li.presses("我是业主")
    await li.presses("3栋")

    house.sends_voice(li)
    await house.settles()
    assert "🎙 语音" in li.reads()
    assert any("voice" in post.body for post in house.posts(chen.id, "bot"))
    for label in ("我来选门牌", "2单元", "5F", "501"):
        await chen.presses(label)

    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]


async def test_a_voice_that_waits_for_the_morning_is_forgotten_with_its_speaker(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    await house.later(hours=14)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await li.presses("我是业主")
    house.sends_voice(li)
    await house.settles()
    number = await number_of(house, li)

    async def forget(tx: Any) -> None:
        for trace in stored.TRACES:
            if trace.forget:
                await tx.sql.run(trace.forget, number)

    await house.db.whole(forget)
    await house.later(hours=10)

    assert not any("voice" in post.body for post in house.posts(chen.id, "bot"))
    assert "李桂兰" not in "".join(chen.sees())


async def test_whoever_stands_in_for_a_head_answers_like_one(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    liu = await house.moves_in("刘洋")
    spot = await place(house, "3栋")
    await house.db.whole(
        lambda tx: tx.sql.run(
            """INSERT INTO offices (title, place_id, person_id, since, stands_in_for)
               VALUES ('building_head', ?, ?, 1, 1)""",
            spot, 2,
        )
    )  # fmt: skip
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")
    assert "李桂兰" in chen.reads() and "李桂兰" in liu.reads()

    await liu.presses("✅ 认识")

    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]
    assert "刘洋认识，登记上了" in chen.reads()


async def test_a_guard_joins_with_one_line_or_none_and_is_at_work(house: House) -> None:
    await built(house)
    chen = await house.moves_in("周社工")
    await holds(house, chen, "social_worker", "锦江苑")
    guard, cook = comes(house, "老马"), comes(house, "小吴")
    for one, role in ((guard, "在这里工作"), (cook, "开店")):
        one.starts()
        await house.settles()
        await one.presses(role)
    await guard.presses("不写了，就这样")
    cook.says("东门早点铺")
    await house.settles()

    await chen.presses("这 2 户都认识")

    assert await at_home(house, guard) == [("锦江苑", "works_here", "head")]
    assert await at_home(house, cook) == [("锦江苑", "shop", "head")]


async def test_twelve_are_confirmed_by_one_tap_and_single_ones_taken_out(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    people = [comes(house, f"邻居{number}") for number in range(1, 13)]
    for number, one in enumerate(people):
        one.starts()
        await house.settles()
        await one.presses("我是业主")
        one.says(f"3-2-{number // 4 + 1}0{number % 4 + 1}")
        await house.settles()
    assert chen.reads().startswith("12位邻居等您点头")
    assert "点名字旁的 ✅ 可以先拿出来。" in chen.reads() and "▫️" not in chen.reads()

    await chen.presses("✅ 邻居3")
    assert "▫️ 邻居3" in chen.reads() and "▫️ 的要单独看。" in chen.reads()
    assert "这 11 户都认识 ✅" in chen.buttons()
    await chen.presses("这 11 户都认识 ✅")

    homes = [await at_home(house, one) for one in people]
    assert [bool(home) for home in homes] == [number != 3 for number in range(1, 13)]
    assert chen.reads().startswith("1位邻居等您点头")


async def test_what_waits_is_in_the_heads_list_of_things_to_do_and_in_the_stewards_week(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")
    head = await house.db.read.people.by_telegram(chen.id)
    me = await house.db.read.people.by_telegram(li.id)
    assert head and me
    room = await house.db.whole(lambda tx: tx.rooms.private(head.id, chen.id))
    look = Look(house.db.read, room, words("zh"), house.community.house, int(house.clock.seconds()))

    assert [line.text for line in await homecards.todo(look, head)] == ["🏠 李桂兰说住3栋2单元501（业主）"]
    assert [line.text for line in await homecards.mine(look, me)] == ["⏳ 等人确认：3栋2单元501"]
    assert await homecards.weekly(look) == ["等确认1户"]
    await chen.presses("✅ 认识")

    assert (await homecards.todo(look, head), await homecards.weekly(look)) == ([], [])
    assert [line.text for line in await homecards.about(look, me)] == ["🏠 3栋2单元501 · 业主"]
    assert await homecards.your_head(look, me) == ["👋 这里的事找陈建国。"]


async def test_a_list_that_changed_since_it_was_shown_confirms_nobody(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    first, second, third = comes(house, "一"), comes(house, "二"), comes(house, "三")
    for one, door in ((first, "101"), (second, "102")):
        await _asks(house, one, door)
    post, data = house.button(chen.id, "bot", "这 2 户都认识")
    await _asks(house, third, "103")

    answer = await chen.pushes(data, post.id)

    assert answer and answer["text"] == "名单刚变了，请再看一眼再点。"
    assert await at_home(house, first) == []


async def _asks(house: House, who: Any, door: str) -> None:
    who.starts()
    await house.settles()
    await who.presses("我是业主")
    who.says(f"3-2-{door}")
    await house.settles()


@pytest.mark.parametrize(
    ("label", "reads"), [("不住这里", "说您不住这里"), ("门牌不对", "门牌好像不对"), ("不认识这个人", "还不认识您")]
)
async def test_a_refusal_has_a_reason_and_a_way_on(house: House, label: str, reads: str) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")

    await chen.presses("不认识…")
    await chen.presses(label)
    assert reads in li.reads()
    await li.presses("改门牌")
    li.says("3-2-502")
    await house.settles()
    await chen.presses("✅ 认识")

    assert await at_home(house, li) == [("3栋2单元502", "owner", "head")]


async def test_another_reason_is_typed_and_read_and_the_next_level_may_be_asked(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    zhou = await head_of(house, "周社工", "锦江苑", "social_worker")
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")
    await chen.presses("不认识…")
    await chen.presses("别的…")
    chen.says("请带上房本来找我")
    await house.settles()
    assert "请带上房本来找我" in li.reads()

    await li.presses("问上一级")
    assert "李桂兰" in zhou.reads()
    await zhou.presses("✅ 认识")

    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]


async def test_after_two_days_without_an_answer_it_goes_one_level_up_and_the_person_is_told(house: House) -> None:
    await built(house)
    stair = await head_of(house, "李单元", "3栋2单元", "stair_head")
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")
    assert "李桂兰" in stair.reads() and "李桂兰" not in chen.reads()

    await house.later(days=2, minutes=1)
    assert "李桂兰" in chen.reads()
    assert "又去问了上一级" in "".join(li.sees())
    await house.later(days=2, minutes=1)
    assert "能问的人我都问过了" in "".join(li.sees())
    await stair.presses("✅ 认识")

    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]
    assert await verbs(house) == ["join.asked", "join.climbed", "join.confirmed"]


async def test_whoever_cannot_be_reached_is_passed_over(house: House) -> None:
    await built(house)
    stair = await head_of(house, "李单元", "3栋2单元", "stair_head")
    chen = await head_of(house)
    house.world.private(stair.id).blocked = True
    li = comes(house, "李桂兰")

    await _asks(house, li, "501")

    assert any("李桂兰" in text for text in chen.sees())
    assert "已经送到陈建国那里" in li.reads()


async def test_where_nobody_answers_it_is_said_openly(house: House) -> None:
    await built(house)
    li = comes(house, "李桂兰")

    await _asks(house, li, "501")

    assert "现在还没有能确认的人" in li.reads()
    chen = await head_of(house)
    chen.says("等确认")
    await house.settles()
    assert "李桂兰" in chen.reads()


async def test_a_register_row_of_a_like_name_is_made_one_by_the_heads_tap(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    old = await noted(house, "李桂兰", "3栋2单元501")
    li = comes(house, "李奶奶")
    await _asks(house, li, "501")

    await chen.presses("就是册上的李桂兰")

    assert (await house.db.read.people.get(old)).merged_into == await number_of(house, li)
    assert await at_home(house, li) == [("3栋2单元501", "owner", "register")]


async def test_nobody_confirms_themselves_or_elsewhere(house: House) -> None:
    await built(house)
    await built(house, building=5)
    chen = await head_of(house)
    other = await head_of(house, "刘洋", "5栋")
    chen.says("我住3-1-101")
    await house.settles()
    await chen.presses("我是业主")
    await _chooses_door(chen, "101")

    own = await chen.pushes("join_confirm_1", 1)
    elsewhere = await other.pushes("join_confirm_1", 1)

    assert own and own["text"] == "自己的登记要别人来认。"
    assert elsewhere and elsewhere["text"].startswith("没找到这条登记")


async def _chooses_door(who: Any, door: str) -> None:
    if not who.reads().startswith("收到了"):
        await who.presses(door)


async def test_in_a_group_no_door_is_talked_about(house: House) -> None:
    await built(house)
    wang = await house.moves_in("王芳")

    wang.says("/join 3-2-501", to=house.group)
    await house.settles()
    assert house.in_group()[-1] == "这个我们私下说。"
    await wang.follows("打开私聊", on=house.group)

    assert wang.reads().startswith("您是？")


async def test_other_talk_about_where_somebody_is_is_no_request_to_join(house: House) -> None:
    await built(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()

    li.says("我住院了，想要一把轮椅")
    await house.settles()

    assert li.reads().startswith("您是想请邻居帮忙，还是")
    assert await house.db.read.joins.of(1, "draft") == []


async def test_a_head_who_comes_into_office_later_is_asked(house: House) -> None:
    await built(house)
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")
    chen = await head_of(house)

    await house.later(days=2, minutes=1)

    assert any("李桂兰" in text for text in chen.sees())
    assert "已经送到陈建国那里" in li.reads()


async def test_at_the_top_asking_one_level_up_asks_the_top_again(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    await _asks(house, li, "501")
    await chen.presses("不认识…")
    await chen.presses("不认识这个人")

    await li.presses("问上一级")

    assert chen.reads().startswith("🏠 有位邻居来登记：")
    for _ in range(3):
        await chen.presses("不认识…")
        await chen.presses("不认识这个人")
        last = await li.presses("再问一次")
    assert last and last["text"].startswith("已经问过好几次了")


async def test_after_a_wrong_confirmation_joining_begins_anew_without_the_used_code(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    await li.presses("租户")
    chen.says("我家 3-2-501")
    await house.settles()
    await chen.presses("李桂兰")
    await chen.presses("撤回这次确认")

    await li.presses("重新登记")
    li.says("3-2-502")
    await house.settles()
    await chen.presses("✅ 认识")

    assert await at_home(house, li) == [("3栋2单元502", "tenant", "head")]


@pytest.mark.parametrize("said", ["登记 " + "很" * 300, "登记 你好呀", "登记 2026-11-28", "登记 😀"])
async def test_words_that_name_no_door_do_no_harm(house: House, said: str) -> None:
    await built(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()

    li.says(said)
    await house.settles()

    assert await house.db.read.house.parked() == 0
    assert await house.db.read.joins.count_waiting() == 0
    assert li.reads()


@pytest.mark.parametrize(
    "forged",
    ["join_place_1_999999", "join_role_1_king", "join_claim_1_7", "join_door_1_owner", "join_at_1_2", "join_all_x",
     "confirms_all_0", "home_who_1_1", "home_leave_1", "matter_yes_1", "codes_print_1", "codes_at_x",
     "grouplink_make_1",
     "home_gone_5_1", "join_confirm_1_x", "join_refuse_1_elsewhere", "home_stranger_1", "join_send_1"],
)  # fmt: skip
async def test_a_forged_button_changes_nothing(house: House, forged: str) -> None:
    await built(house)
    li, thief = comes(house, "李桂兰"), comes(house, "小偷")
    for one in (li, thief):
        one.starts()
        await house.settles()
    await li.presses("我是业主")
    before = await house.db.read.sql.rows("SELECT * FROM joins UNION ALL SELECT * FROM joins")

    answer = await thief.pushes(forged, house.posts(thief.id, "bot")[-1].id)

    assert answer is not None and answer["show_alert"]
    assert await house.db.read.house.parked() == 0
    assert await house.db.read.sql.rows("SELECT * FROM joins UNION ALL SELECT * FROM joins") == before


async def test_the_page_of_a_head_does_not_say_that_nothing_waits_while_a_newcomer_does(house: House) -> None:
    await built(house)
    chen, li = await head_of(house), comes(house, "李桂兰")
    li.starts()
    await house.settles()
    for label in ("我是业主", "3栋", "2单元", "5F", "501"):
        await li.presses(label)

    chen.says("我的")
    await house.settles()
    assert "1件事等您办" in chen.reads() and "没有等着的事" not in chen.reads()
    await chen.presses("📌 待办")
    assert "李桂兰" in chen.reads()


@pytest.mark.parametrize("role", ["在这里工作", "开店", "共建单位"])
async def test_who_works_here_asks_and_helps_like_a_neighbour_and_belongs_to_no_home(house: House, role: str) -> None:
    await house.bind_group()
    chen = await house.moves_in("周社工")
    await holds(house, chen, "social_worker", "锦江苑")
    wang = await house.moves_in("王芳", unit="3-2-501")
    guard = comes(house, "老马")
    guard.starts()
    await house.settles()
    await guard.presses(role)
    await guard.presses("不写了，就这样")
    await chen.presses("✅ 认识")

    guard.says("求助 雨伞")
    await house.settles()
    await guard.presses("发到群里")
    assert house.in_group()[-1].startswith("🙋 有位邻居想要\n雨伞")
    wang.says("求助 梯子", to=house.group)
    await house.settles()
    house.world.add_members(house.group, [guard.id])
    await guard.presses("我有", on=house.group)
    assert wang.reads().startswith("🤝 老马有，愿意给您。")

    guard.says("我家")
    await house.settles()
    assert "当户代表" not in str(guard.buttons()) and "您是？" in guard.reads()
    home = await place(house, "锦江苑")
    assert [one.speaks for one in await house.db.read.residents.household(home)] == [False]
    person = await house.db.read.people.by_telegram(guard.id)
    assert person
    await guard.pushes(f"home_speak_{home}_{person.id}", 1)
    assert [one.speaks for one in await house.db.read.residents.household(home)] == [False]


async def test_who_is_forgotten_while_they_wait_is_named_on_no_heads_card_any_more(house: House) -> None:
    await built(house)
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await head_of(house)
    li, other = comes(house, "李桂兰"), comes(house, "赵二")
    await _asks(house, li, "501")
    await _asks(house, other, "502")
    await chen.presses("✅ 认识", containing="有位邻居来登记")
    wang.says("我家")
    await house.settles()
    assert "李桂兰" in wang.reads() and "李桂兰" in str(chen.sees())
    third = comes(house, "孙三")
    await _asks(house, third, "503")

    for one in (li, third):
        one.says("/forget")
        await house.settles()
        await one.presses("忘掉我")

    assert "李桂兰" not in str(wang.sees())
    assert "李桂兰" not in str(chen.sees()) and "孙三" not in str(chen.sees())
    assert "赵二" in str(chen.sees())
    assert await house.db.read.house.parked() == 0
