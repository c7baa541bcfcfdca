"""Mutual aid before people who mean it no good: forged buttons, dodged checks, and what would leak."""

from datetime import datetime
from typing import Any

import pytest

from bot.domain.aid import Ask
from tests.flows.helping import asked, asked_in_private, office
from tests.flows.test_offices import says
from tests.house import ZONE, House, Neighbour


async def three(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """An asker in 3栋, a helper of another building, and the head of 3栋."""
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    li = await house.moves_in("李师傅", unit="3-1-301")
    await office(house, li)
    return wang, chen, li


async def the_ask(house: House, number: int = 1) -> Ask:
    ask: Ask | None = await house.db.read.asks.get(number)
    assert ask
    return ask


async def forges(who: Neighbour, data: str, *, on: Any = "bot") -> dict[str, Any]:
    """A button that nobody drew, pressed under the newest message."""
    answer = await who.pushes(data, who.house.posts(who.id, on)[-1].id, on=on)
    assert answer
    return answer


# medicines


async def test_a_medicine_stays_one_whatever_kind_is_chosen_by_button(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "求助 布洛芬")

    answer = await forges(wang, "ask_kind_1_thing")

    assert answer["show_alert"] and "先看药盒" in answer["text"]
    assert (await the_ask(house)).kind == "medicine"


async def test_other_words_for_an_open_plea_make_it_a_medicine_whose_box_is_read(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子")
    await wang.presses("改一改")
    await says(wang, "泰诺林")

    await chen.presses("我", on=house.group, containing="泰诺林")

    assert (await the_ask(house)).kind == "medicine" and "💊 看看药盒" in chen.buttons()
    answer = await forges(wang, "ask_agree_1_2")
    assert answer["show_alert"] and (await the_ask(house)).givers[0].agreed_at is None


@pytest.mark.parametrize("said", ["谁家有阿莫西林", "谁家有阿 莫 西 林", "誰家有頭孢", "谁家有阿莫西🙂林"])
async def test_a_prescription_in_somebody_elses_words_is_not_offered(house: House, said: str) -> None:
    wang, chen, _ = await three(house)
    post = wang.says(said, to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=post.id)
    await house.settles()

    assert await house.db.read.asks.all() == [] and "120" in house.in_group()[-1]


async def test_a_medicine_in_somebody_elses_words_is_one(house: House) -> None:
    wang, chen, _ = await three(house)
    post = wang.says("谁家有泰诺林", to=house.group)
    chen.says("/need@linli_bot", to=house.group, reply_to=post.id)
    await house.settles()

    assert (await the_ask(house)).kind == "medicine"


async def spoken(house: House, wang: Neighbour, chen: Neighbour) -> None:
    """Wang's voice is a plea in the group, Chen has taken it, and both agreed."""
    house.sends_voice(wang)
    await house.settles()
    await wang.presses("求助")
    await wang.presses("发到群里")
    await chen.presses("我", on=house.group, containing="说了一段话")
    await wang.presses("好，谢谢")


async def test_a_line_heard_in_a_voice_is_no_way_around_the_lists(house: House) -> None:
    wang, chen, _ = await three(house)
    await spoken(house, wang, chen)
    await chen.presses("写一行")
    await says(chen, "阿莫西林")
    assert "120" in chen.reads() and "阿莫西林" not in "".join(wang.sees())

    await chen.presses("写一行")
    await says(chen, "泰诺林")
    await wang.presses("对，就这么写")

    assert ((await the_ask(house)).thing, (await the_ask(house)).kind) == ("泰诺林", "medicine")


async def test_danger_heard_in_a_voice_gives_whoever_hears_it_the_numbers(house: House) -> None:
    wang, chen, _ = await three(house)
    await spoken(house, wang, chen)
    await chen.presses("写一行")

    await says(chen, "她说她妈妈晕倒了")

    assert "📞 急救 120" in chen.reads() and "晕倒" not in "".join(wang.sees())


# what would leak


async def test_a_voice_is_not_for_whoever_waits_in_line(house: House) -> None:
    wang, chen, _ = await three(house)
    await spoken(house, wang, chen)
    he = await house.moves_in("何婶", unit="9-1-202")
    await he.presses("我", on=house.group, containing="说了一段话")

    answer = await forges(he, "ask_hear_1")

    assert answer["show_alert"] and "您是下一位" in answer["text"]
    assert (await forges(he, "ask_write_1"))["show_alert"]
    assert not [post for post in house.posts(he.id, "bot") if "voice" in post.body]
    await forges(chen, "ask_let-go_1")
    assert (await forges(he, "ask_hear_1"))["text"].startswith("对方点头了才能听")
    await wang.presses("好，谢谢")
    await he.presses("听一听")
    assert len([post for post in house.posts(he.id, "bot") if "voice" in post.body]) == 1


async def test_a_draft_is_not_brought_into_the_group_by_a_forged_button(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "求助 布洛芬 孩子发烧")
    wang.says("/need@linli_bot 梯子", to=house.group)
    await house.settles()
    before = house.in_group()

    for forged in ("ask_kind_1_medicine", "ask_kind_1", "ask_amount_1_2", "ask_place_1", "ask_span_1_week"):
        assert (await forges(wang, forged, on=house.group))["show_alert"]

    assert house.in_group() == before and "布洛芬" not in "".join(before)


async def test_the_plea_of_somebody_forgotten_is_not_opened_again(house: House) -> None:
    wang, _, li = await three(house)
    await asked(house, wang)

    async def forgets(tx: Any) -> None:
        await tx.sql.run(
            """UPDATE asks SET person_id = NULL, thing = '', note = '', room_id = NULL, state = 'withdrawn',
                 ended_at = ?""",
            int(house.clock.seconds()),
        )

    await house.db.whole(forgets)

    answer = await forges(li, "ask_reopen_1")

    assert answer["show_alert"] and (await the_ask(house)).state == "withdrawn"


# time


async def test_after_an_outage_nobody_is_asked_for_what_is_long_over_before_the_asker_has_said_so(
    house: House,
) -> None:
    wang, _, li = await three(house)
    zhao = await house.moves_in("赵", unit="3-2-502")
    await asked(house, wang, "求助 布洛芬 下午6点前")
    seen = len(li.sees()), len(zhao.sees())

    await house.stops()
    house.clock.push(27 * 3600)
    await house.starts()
    await house.rings()

    assert wang.reads().startswith("还没有人接。还要吗？")
    assert (len(li.sees()), len(zhao.sees())) == seen
    assert not any("家里有的邻居" in text for text in house.in_group())
    await wang.presses("再问半天")
    await house.later(seconds=1)
    assert "布洛芬" in zhao.reads()


# danger in unusual places


async def test_danger_said_where_something_else_was_asked_is_heard_first(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "我能帮")
    await wang.presses("📦 闲置东西")

    await says(wang, "我妈晕倒了")

    assert wang.reads().startswith("🆘 先打电话：\n📞 急救 120")
    assert not await house.db.read.sql.rows("SELECT 1 FROM offers")


@pytest.mark.parametrize("said", ["我能帮 救命啊着火了", "我有心脏病发作了，喘不上气"])
async def test_a_word_before_danger_does_not_hide_it(house: House, said: str) -> None:
    wang, _, _ = await three(house)

    await says(wang, said)

    assert "先打电话" in wang.reads() or "110" in wang.reads()


async def test_danger_instead_of_a_date_on_a_box_is_heard(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await chen.presses("看看药盒")
    await chen.presses("是")

    await says(chen, "我妈晕倒了")

    assert "先打电话" in chen.reads()


async def in_talk(house: House) -> tuple[Neighbour, Neighbour]:
    """Wang asked for a ladder, Chen has it, and they talk through the bot."""
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子")
    await chen.presses("我有", on=house.group)
    await wang.presses("好")
    await wang.presses("和对方说话")
    await chen.presses("行，现在说")
    return wang, chen


async def test_danger_said_to_a_neighbour_reaches_them_and_the_numbers_the_speaker(house: House) -> None:
    wang, chen = await in_talk(house)

    await says(wang, "我妈晕倒了，快来")

    assert any("我妈晕倒了" in text for text in chen.sees()) and "📞 急救 120" in wang.reads()
    assert not await house.db.read.sql.rows("SELECT 1 FROM dangers")
    await says(wang, "门开着")
    assert chen.reads() == "王芳：门开着"


async def test_ones_own_door_is_cut_from_the_groups_card(house: House) -> None:
    wang, _, _ = await three(house)
    for said in ("求助 梯子501", "求助 布洛芬送到3栋2单元501", "求助 梯子 501室"):
        await asked(house, wang, said)

    assert "501" not in "".join(house.in_group()) and "送到" not in "".join(house.in_group())


# people who do not let go


async def test_who_was_sent_away_does_not_take_the_same_plea_again(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang)
    await chen.presses("我有", on=house.group)
    await wang.presses("换一位")
    seen = len(wang.sees())

    answer = await chen.presses("我有", on=house.group)

    assert answer and answer["show_alert"] and "想请别的邻居" in answer["text"]
    assert len(wang.sees()) == seen and (await the_ask(house)).state == "open"


async def test_taking_and_leaving_over_and_over_does_not_ring_the_asker_for_ever(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang)
    seen = len(wang.sees())
    for _ in range(6):
        await chen.presses("我有", on=house.group)
        await forges(chen, "ask_let-go_1")

    assert len(wang.sees()) - seen <= 4
    answer = await chen.presses("我有", on=house.group)
    assert answer and "留给别的邻居" in answer["text"]


async def test_endings_taken_back_do_not_add_up_to_more_pleas_than_one_person_may_have(house: House) -> None:
    wang, _, _ = await three(house)
    for turn in ("梯子", "凳子"):
        for which in "甲乙丙丁戊":
            await asked(house, wang, f"求助 {turn}{which}")
        for ask in await house.db.read.asks.all():
            if turn == "梯子":
                await forges(wang, f"ask_withdraw_{ask.id}")

    answer = await forges(wang, "ask_reopen_1")

    assert answer["show_alert"] and "5件" in answer["text"]
    assert (await the_ask(house)).state == "withdrawn"


@pytest.mark.parametrize("data", ["ask_take_1_99999999999999999", "ask_take_1_-1", "ask_take_1_0"])
async def test_an_amount_nobody_offered_is_one_neighbour_who_has_it(house: House, data: str) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子")

    await forges(chen, data)

    assert [(one.state, one.amount) for one in (await the_ask(house)).givers] == [("giving", 1)]


FORGED = [
    "ask_done_1", "ask_withdraw_1", "ask_agree_1_2", "ask_let-go_1_2", "ask_tell-note_1_2", "ask_show-account_1_2",
    "ask_correct_1", "ask_publish_1", "ask_with_1_2", "ask_got_1_2", "ask_settle_1_done", "ask_head_1",
    "ask_ill-yes_1_2", "ask_line_1_yes", "ask_confirm_1", "ask_not-mine_1", "ask_take-over_1", "ask_reopen_1",
    "ask_checked_1_y-20271231-bo-y-2", "ask_box_1", "ask_hear_1", "ask_write_1", "ask_kind_1_thing",
    "relay_open_ask_1_1", "relay_open_ask_1_2", "ask_open_99999999999999999999",
]  # fmt: skip


async def test_a_stranger_who_forges_every_button_changes_nothing_and_learns_nothing(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子 腰疼")
    await chen.presses("我有", on=house.group)
    bad = await house.moves_in("坏人", unit="9-1-101")
    before, seen = await the_ask(house), len(bad.sees())

    for data in FORGED:
        assert (await forges(bad, data))["show_alert"], data

    assert await the_ask(house) == before and len(bad.sees()) == seen


async def test_the_giver_cannot_say_yes_for_the_asker(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子 腰疼")
    await chen.presses("我有", on=house.group)
    before = await the_ask(house)

    for data in ("ask_agree_1_2", "ask_tell-note_1_2", "ask_show-account_1_2", "relay_open_ask_1_1", "ask_done_1"):
        assert (await forges(chen, data))["show_alert"], data

    assert await the_ask(house) == before and "腰疼" not in "".join(chen.sees())


# night, languages, words


async def test_at_night_who_is_on_duty_is_asked_and_a_sleeping_head_is_not_named_as_told(house: House) -> None:
    wang, _, li = await three(house)
    zhao, he = await house.moves_in("赵", "何婶", unit="3-2-502")
    await office(house, zhao, "duty_holder")
    house.set_clock(datetime(2026, 11, 28, 23, 30, tzinfo=ZONE))
    asleep = len(he.sees()), len(li.sees())

    await asked(house, wang, "求助 很急 蜡烛")
    await house.later(hours=1, minutes=5)

    assert await asked_in_private(house) == [["赵"]] and "蜡烛" in zhao.reads()
    assert (len(he.sees()), len(li.sees())) == asleep
    assert "还没有人接。" in wang.reads() and "我已经告诉" not in wang.reads()


async def test_what_was_spoken_stands_in_the_groups_language(house: House) -> None:
    await three(house)
    anna = await house.moves_in("Anna", unit="7-1-101", language="en")
    house.sends_voice(anna)
    await house.settles()
    await anna.presses("Ask")
    await anna.presses("Send")

    assert "说了一段话" in house.in_group()[-1] and "spoken" not in house.in_group()[-1]


@pytest.mark.parametrize(
    ("said", "thing"), [("求助 很急 蜡烛", "蜡烛"), ("求助 急用，梯子", "梯子"), ("求助 想借一把梯子", "借一把梯子")]
)
async def test_haste_and_wanting_are_not_the_thing(house: House, said: str, thing: str) -> None:
    wang, _, _ = await three(house)
    await asked(house, wang, said)

    assert (await the_ask(house)).thing == thing


async def test_ones_own_door_is_cut_from_the_shelf(house: House) -> None:
    wang, _, _ = await three(house)

    await says(wang, "我能帮 我家501有梯子")

    assert "梯子" in wang.reads() and "501" not in wang.reads()


async def test_marks_of_html_are_shown_as_they_were_typed(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 <b>梯子</b> &amp;")
    await chen.presses("我", on=house.group, containing="梯子")

    assert "<b>梯子</b>" in "".join(house.in_group()) and "<b>梯子</b>" in chen.reads()


async def test_a_clock_pushed_back_breaks_nothing(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子 下午6点前")
    house.clock.push(-3 * 86_400)

    await chen.presses("我有", on=house.group)
    await wang.presses("好")
    await wang.presses("解决了")
    assert (await the_ask(house)).state == "done"
    await forges(wang, "ask_reopen_1")

    assert (await the_ask(house)).state == "taken"
