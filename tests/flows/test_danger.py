"""Danger: numbers first at any hour, who was told by name, and nobody without a tap where it has to be so."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from tests.flows.test_offices import office, says
from tests.house import ZONE, House, Neighbour

NIGHT = datetime(2026, 11, 29, 2, 30, tzinfo=ZONE)


async def settled(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """A resident of 3-2-501, the head of her building, the steward."""
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈师傅", unit="3-1-301")
    zhou = await house.moves_in("周敏", unit="5-1-101")
    await office(house, chen, "building_head", "3栋")
    await office(house, zhou, "steward")
    return wang, chen, zhou


def copied(house: House, who: Neighbour) -> list[str]:
    """What the newest card's buttons put into the clipboard."""
    post = house.posts(who.id, "bot")[-1]
    return [one["copy_text"]["text"] for row in house.rows(post) for one in row if "copy_text" in one]


async def test_a_fall_at_night_is_answered_with_a_number_and_the_head_knows_after_a_minute(house: House) -> None:
    wang, chen, _ = await settled(house)
    house.set_clock(NIGHT)

    wang.says("我妈摔倒起不来了")
    await house.settles()
    assert wang.reads().startswith("🆘 先打电话：\n📞 急救 120\n先别动，也别急着扶。")
    assert "要我马上告诉楼栋长吗？" in wang.reads() and copied(house, wang) == ["120"]
    before = len(chen.sees())
    await house.later(seconds=50)
    assert len(chen.sees()) == before

    await house.later(seconds=11)
    assert chen.reads().startswith("🆘 有人摔了或病得急\n👤 王芳 · 📍 3栋2单元501\n2:30说的")
    assert "已经告诉楼栋长陈师傅（2:31）" in wang.reads() and "📞 急救 120" in wang.reads()
    assert "摔倒起不来" not in chen.reads()

    await chen.presses("我去看看")
    assert "🏃 楼栋长陈师傅正赶过去（2:31）" in wang.reads()
    await chen.presses("已经打了120")
    assert "🚑 楼栋长陈师傅已经打了120" in wang.reads()

    await wang.presses("没事了")
    assert wang.reads().startswith("✅ 好，没事就好。") and chen.reads().startswith("✅ 说是没事了，谢谢您。")


async def test_the_same_in_english(english_house: House) -> None:
    house = english_house
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    ben = await house.moves_in("Ben", unit="3-1-301", language="en")
    await office(house, ben, "building_head", "3栋")

    anna.says("need help, my husband collapsed")
    await house.settles()
    assert anna.reads().startswith("🆘 Call first:\n📞 Ambulance 120\n")
    await anna.presses("Tell them now")

    assert ben.reads().startswith("🆘 Somebody is hurt or very ill\n👤 Anna · 📍 ")
    assert "I have told Building head Ben (9:00)" in anna.reads()


async def test_no_means_that_nobody_is_told_and_now_means_at_once(house: House) -> None:
    wang, chen, _ = await settled(house)
    before = len(chen.sees())

    await says(wang, "求助 家里煤气味很大")
    await wang.presses("不用")
    await house.later(minutes=5)
    assert len(chen.sees()) == before and "我没告诉别人" in wang.reads()

    answer = await wang.presses("马上告诉")
    assert answer and answer["text"] == "好，已经去告诉了。" and chen.reads().startswith("🆘 煤气漏了")
    again = len(chen.sees())
    await wang.pushes("danger_tell_1", house.posts(wang.id, "bot")[-1].id)
    await says(wang, "煤气味好大啊")
    await house.later(minutes=2)
    assert len(chen.sees()) == again  # one gas leak, told once


@pytest.mark.parametrize("said", ["不想活了", "我老公打我", "求助 我想自杀", "楼上有人打老婆"])
async def test_despair_and_violence_are_told_to_nobody_without_a_tap(house: House, said: str) -> None:
    wang, chen, zhou = await settled(house)
    before = len(chen.sees()), len(zhou.sees())

    await says(wang, said)
    assert "📞" in wang.reads() and "我没有告诉任何人" in wang.reads()
    await house.later(hours=2)
    assert (len(chen.sees()), len(zhou.sees())) == before

    await wang.presses("👉 楼栋长陈师傅")
    assert chen.reads().startswith("🆘 有人请您马上联系\n👤 王芳")
    assert not any(word in "".join(chen.sees()) for word in ("打我", "自杀", "不想活", "家暴", "心里"))
    assert "已经告诉楼栋长陈师傅" in wang.reads() and len(zhou.sees()) == before[1]
    kept = await house.db.read.sql.rows("SELECT payload FROM questions UNION SELECT payload FROM notes")
    assert not any(said in row["payload"] for row in kept)
    await house.later(hours=1)
    assert len(zhou.sees()) == before[1]  # only whom she chose, however long they are silent


async def test_in_a_group_numbers_stand_without_the_words_and_only_who_said_it_taps(house: House) -> None:
    wang, chen, _ = await settled(house)
    await house.bind_group()

    wang.says("/need@linli_bot 3栋电梯困人了", to=house.group)
    await house.settles()
    [shown] = house.in_group()
    assert shown.startswith("🆘 先打电话：\n📞 火警 119") and "困人" not in shown
    assert await house.db.read.asks.all() == []
    card = house.posts(wang.id, house.group)[-1].id
    answer = await chen.pushes("danger_tell_1", card, on=house.group)
    assert answer and answer["show_alert"] and "给说话的那位" in answer["text"]

    await wang.presses("马上告诉", on=house.group)
    assert "已经告诉楼栋长陈师傅（9:00）" in house.in_group()[0] and chen.reads().startswith("🆘 电梯里有人")
    assert "501" not in house.in_group()[0]


async def test_despair_in_a_group_gets_numbers_that_fit_anything(house: House) -> None:
    wang, _, _ = await settled(house)

    wang.says("/need@linli_bot 不想活了", to=house.group)
    await house.settles()

    [shown] = house.in_group()
    assert [f"📞 {name}" in shown for name in ("急救 120", "火警 119", "报警 110")] == [True] * 3
    assert "活" not in shown and "不是一个人" not in shown and "我没有告诉任何人" in wang.reads()


async def test_nobody_reachable_is_said_with_the_numbers_again(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈师傅", unit="3-1-301", started=False)
    await office(house, chen, "building_head", "3栋")

    await says(wang, "着火了")
    await house.later(seconds=61)

    assert wang.reads().startswith("🆘 先打电话：\n📞 火警 119") and "一个也联系不上" in wang.reads()


async def test_a_head_whose_telephone_refuses_us_is_not_counted_and_the_next_is_told(house: House) -> None:
    wang, chen, zhou = await settled(house)
    house.world.private(chen.id).blocked = True

    await says(wang, "着火了")
    await wang.presses("马上告诉")
    await house.settles()

    assert zhou.reads().startswith("🆘 着火了") and "陈师傅" not in wang.reads()
    assert "已经告诉维护员周敏" in wang.reads()


async def test_when_the_head_is_silent_the_next_above_is_told(house: House) -> None:
    wang, _, zhou = await settled(house)
    await says(wang, "我爸胸口疼")
    await wang.presses("马上告诉")
    assert "周敏" not in wang.reads()

    await house.later(minutes=5, seconds=1)
    assert zhou.reads().startswith("🆘 有人摔了") and "周敏" in wang.reads()
    assert "还没人回" not in wang.reads()
    await house.later(minutes=5, seconds=1)
    assert "还没人回。请再打一次上面的电话" in wang.reads()


async def test_what_nobody_was_told_of_is_kept_for_a_day_and_shown_to_nobody_who_looks_on(house: House) -> None:
    wang, _, _ = await settled(house)
    son = await house.moves_in("小李")

    async def names(tx: Any) -> None:
        one, other = await tx.people.by_telegram(wang.id), await tx.people.by_telegram(son.id)
        await tx.acting.names(one.id, other.id, 1)
        await tx.acting.act_for(other.id, one.id, int(house.clock.seconds()) + 3600)
        await tx.privacy.give(one.id, "family", 1)

    await house.db.whole(names)
    await says(wang, "我儿子打我")
    await says(wang, "/me")
    assert "🆘" in wang.reads()
    assert "🆘" not in await says(son, "/me")
    for door in ("danger_open_1", "danger_tell_1", "danger_over_1"):
        answer = await son.pushes(door, house.posts(son.id, "bot")[-1].id)
        assert answer and answer["show_alert"] and "收起来了" in answer["text"]

    await house.later(days=2, hours=12)
    assert await house.db.read.sql.value("SELECT count(*) FROM dangers") == 0


async def test_somebody_who_cannot_type_finishes_with_buttons_and_the_voice_goes_to_who_comes(house: House) -> None:
    wang, chen, _ = await settled(house)

    house.sends_voice(wang)
    await house.settles()
    await wang.presses("很急有危险")
    assert "🔥 着火" in wang.buttons() and "📞 急救 120" in wang.reads()
    await wang.presses("人不舒服")
    await wang.presses("马上告诉")
    await chen.presses("听一听")

    voices = [post for post in house.posts(chen.id, "bot") if "voice" in post.body]
    assert len(voices) == 1 and house.in_group() == []


async def test_the_first_card_is_short_and_calls_the_head_before_a_word_is_said(house: House) -> None:
    wang, chen, zhou = await settled(house)
    await says(wang, "/sos")

    shown = [[one["text"] for one in row] for row in house.rows(house.posts(wang.id, "bot")[-1])]
    assert shown == [
        ["🏃 告诉楼栋长"],
        ["🤕 人不舒服", "🔥 着火"],
        ["💨 煤气", "别的事 ›"],
        ["复制 120", "复制 119", "复制 110"],
    ]
    assert copied(house, wang) == ["120", "119", "110"] and wang.reads().startswith("📞 急救 120\n")
    before = len(zhou.sees())

    answer = await wang.presses("告诉楼栋长")
    assert answer and answer["text"] == "好，已经去告诉了。"
    assert chen.reads().startswith("🆘 有人请您马上联系\n👤 王芳 · 📍 3栋2单元501")
    assert "已经告诉楼栋长陈师傅" in wang.reads() and len(zhou.sees()) == before
    again = len(chen.sees())

    await says(wang, "/sos")
    await wang.presses("告诉楼栋长")
    assert len(chen.sees()) == again  # told once
    assert await house.db.read.house.parked() == 0


async def test_the_building_head_is_told_too_where_another_office_is_nearer(house: House) -> None:
    wang, chen, zhou = await settled(house)
    he = await house.moves_in("何婶", unit="3-2-402")
    stairs = "SELECT id FROM places WHERE name = '2单元' AND parent_id = (SELECT id FROM places WHERE name = '3栋')"
    place = await house.db.read.sql.value(stairs)
    person = await house.db.read.people.by_telegram(he.id)
    assert person
    await house.db.whole(lambda tx: tx.offices.appoint(person.id, "stair_head", place, None, 1))
    before = len(zhou.sees())
    await says(wang, "/sos")

    await wang.presses("告诉楼栋长")

    assert "已经告诉单元长何婶" in wang.reads() and "已经告诉楼栋长陈师傅" in wang.reads()
    assert he.reads().startswith("🆘 有人请您马上联系") and chen.reads().startswith("🆘 有人请您马上联系")
    assert len(zhou.sees()) == before


async def test_the_other_kinds_are_one_tap_away_and_a_forged_page_is_refused(house: House) -> None:
    wang, chen, _ = await settled(house)
    await says(wang, "/sos")
    await wang.presses("别的事")
    assert wang.buttons() == ["🛗 电梯困人", "⚡ 漏电触电", "🏠 家里有人打人", "💧 心里难受", "别的", "‹ 回去"]
    await wang.presses("回去")
    assert "🏃 告诉楼栋长" in wang.buttons()

    card, before = house.posts(wang.id, "bot")[-1].id, len(chen.sees())
    for data in ("danger_more_all", "danger_more"):
        answer = await wang.pushes(data, card)
        assert answer and "旧了" in answer["text"], data
    wang.says("/sos", to=house.group)
    await house.settles()
    group_card = house.posts(wang.id, house.group)[-1].id
    answer = await wang.pushes("danger_call-head", group_card, on=house.group)
    assert answer and "旧了" in answer["text"] and len(chen.sees()) == before


async def test_a_stranger_says_where_by_tapping(house: House) -> None:
    _, chen, _ = await settled(house)
    stranger = await house.moves_in("路人")

    await says(stranger, "有人触电了")
    assert "还不知道在哪儿" in stranger.reads()
    await stranger.presses("说在哪儿")
    await stranger.presses("3栋")
    await stranger.presses("回去")
    assert "📍 3栋" in stranger.reads()
    await stranger.presses("马上告诉")

    assert chen.reads().startswith("🆘 有人碰到电\n👤 路人 · 📍 3栋")


async def test_property_staff_learns_the_building_but_not_who_and_which_door(house: House) -> None:
    wang, _, _ = await settled(house)
    li = await house.moves_in("李经理")
    await office(house, li, "property_manager", "3栋")

    await says(wang, "3栋电梯困人")
    await wang.presses("马上告诉")

    assert li.reads().startswith("🆘 电梯里有人\n📍 3栋") and "王芳" not in li.reads() and "501" not in li.reads()


async def test_what_was_no_danger_goes_on_as_plain_words(house: House) -> None:
    wang, chen, _ = await settled(house)
    wang.says("/need@linli_bot", to=house.group)  # the group is known from now on
    await house.settles()
    before = len(chen.sees())

    await says(wang, "求助 灭火毯 阳台着火那种用的")
    await wang.presses("不是急事")
    await wang.presses("求助")
    assert wang.reads().startswith("发到“锦江苑”") and "灭火毯" in wang.reads()
    await house.later(minutes=10)
    assert len(chen.sees()) == before


async def test_who_acts_for_a_neighbour_says_it_for_the_neighbour(house: House) -> None:
    wang, chen, _ = await settled(house)
    daughter = await house.moves_in("小李")

    async def names(tx: Any) -> None:
        one, other = await tx.people.by_telegram(wang.id), await tx.people.by_telegram(daughter.id)
        await tx.acting.names(one.id, other.id, 1)
        await tx.acting.act_for(other.id, one.id, int(house.clock.seconds()) + 3600)

    await house.db.whole(names)
    await says(daughter, "她晕倒了")
    await daughter.presses("马上告诉")

    assert "👤 王芳 · 📍 3栋2单元501" in chen.reads()
    assert "已经告诉楼栋长陈师傅" in daughter.reads() and "已经告诉楼栋长陈师傅" in wang.reads()


async def test_after_all_was_well_it_may_turn_out_otherwise(house: House) -> None:
    wang, chen, _ = await settled(house)
    await says(wang, "着火了")
    await wang.presses("马上告诉")
    await wang.presses("没事了")

    late = await chen.pushes("danger_answer_1_going", house.posts(chen.id, "bot")[-1].id)
    assert late and late["show_alert"] and "没事了" in late["text"]
    await wang.presses("还是要人来")

    assert chen.reads().startswith("🆘 着火了") and "已经告诉楼栋长陈师傅" in wang.reads()


async def test_a_machine_that_died_in_the_minute_tells_when_it_is_back(house: House) -> None:
    wang, chen, _ = await settled(house)
    await says(wang, "着火了")
    await house.stops()
    house.clock.push(300)
    await house.starts()
    await house.rings()

    assert chen.reads().startswith("🆘 着火了\n👤 王芳 · 📍 3栋2单元501\n9:00说的")


async def test_a_community_without_numbers_of_its_own_and_one_with(house: House) -> None:
    wang, _, _ = await settled(house)
    assert "12356" in await says(wang, "不想活了")
    numbers = {"fire": "119", "police": "110", "gas": "0596-2345678", "物业值班": "13812345678"}
    theirs = replace(house.community.house, numbers=numbers)
    house.community.intake.house = house.community.delivery.house = theirs

    await says(wang, "煤气漏了")
    [said] = [text for text in wang.sees() if "燃气抢修" in text]

    calls = "📞 燃气抢修 +865962345678\n📞 火警 119\n📞 物业值班 +8613812345678\n"
    assert said.startswith(f"🆘 先打电话：\n{calls}")


async def test_danger_put_into_a_message_by_an_edit_is_heard_and_answered_once(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    said = wang.says("你好")
    await house.settles()
    before = len(wang.sees())

    house.edits(wang, "bot", said.id, "我胸口疼，喘不上气")
    await house.settles()
    assert "120" in wang.reads() and "要我马上告诉" in wang.reads()
    seen = len(wang.sees())
    house.edits(wang, "bot", said.id, "我胸口疼，喘不上气，真的")
    await house.settles()

    assert seen > before and len(wang.sees()) == seen
    assert len(await house.db.read.sql.rows("SELECT id FROM dangers")) == 1


async def test_a_plea_that_an_edit_makes_a_danger_is_not_asked_twice(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    said = wang.says("求助 梯子")
    await house.settles()

    house.edits(wang, "bot", said.id, "求助 梯子，着火了")
    await house.settles()

    assert "119" in wang.reads() and not any("我这边没有跟着变" in text for text in wang.sees())
    assert [ask.thing for ask in await house.db.read.asks.all()] == ["梯子"]


async def test_an_edit_that_speaks_of_no_danger_is_answered_as_before(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    said = wang.says("你好")
    await house.settles()
    before = wang.sees()

    house.edits(wang, "bot", said.id, "您好")
    await house.settles()

    assert len(wang.sees()) == len(before)
