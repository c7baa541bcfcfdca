"""Notices and known faults, as their authors and the neighbours live them."""

from datetime import datetime
from typing import Any

import pytest

from bot.playground.server import acts
from handlers.context import BULK
from tests.flows.test_board import MINUTE, board, hang
from tests.house import ZONE, House, Neighbour

NIGHT = datetime(2026, 11, 28, 23, 0, tzinfo=ZONE)


async def appointed(house: House, who: Neighbour, title: str, place: str | None = None) -> None:
    async def work(tx: Any) -> None:
        at = next((p.id for p in await tx.places.all() if p.name == place), (await tx.places.root()).id)
        await tx.offices.appoint((await tx.people.by_telegram(who.id)).id, title, at, None, 1)

    await house.db.whole(work)


@pytest.fixture
async def chen(house: House) -> Neighbour:
    """The head of building 3, in a community whose group has its board."""
    head: Neighbour = await house.moves_in("陈建国", unit="3-1-201")
    await appointed(house, head, "building_head", "3栋")
    await hang(house)
    return head


async def _writes(house: House, who: Neighbour, text: str, publish: bool = True) -> None:
    who.says(text)
    await house.settles()
    if publish:
        await who.presses("发出去")
        await house.later(seconds=3)


async def test_a_notice_is_seen_first_and_then_told_to_everybody_of_the_place(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    li = await house.moves_in("李敏", unit="5-1-101")

    await _writes(house, chen, "通知 明天上午9点清洗水箱", publish=False)
    assert chen.reads().startswith("大家会看到：\n📢 通知 · 3栋\n明天上午9点清洗水箱\n有效到12月5日（周六）")
    assert "私聊：1人" in chen.reads() and "群：“锦江苑”" in chen.reads()
    assert "清洗水箱" not in str(house.in_group())

    await chen.presses("发出去")
    await house.later(seconds=3)
    assert house.in_group()[-1].startswith("📢 通知 · 3栋\n明天上午9点清洗水箱\n")
    assert wang.reads().endswith("楼栋长 陈建国 · 11月28日（周六）上午9点") and wang.buttons() == ["👌 知道了"]
    assert "水箱" not in str(li.sees())
    await house.later(**MINUTE)
    assert "已送达 1 · 知道了 0" in chen.reads()
    assert "📢 通知\n· 明天上午9点清洗水箱" in board(house)


async def test_who_taps_is_counted_once_and_loses_the_button(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱")

    await wang.presses("知道了")
    again = await wang.pushes("notice_know_1", house.posts(wang.id, "bot")[-1].id)
    in_group = await wang.presses("知道了", on=house.group)
    await house.later(**MINUTE)

    assert again and in_group and again["text"] == in_group["text"] == "记下了，谢谢您。"
    assert "👌 您点过“知道了”。" in wang.reads() and wang.buttons() == []
    assert "已送达 1 · 知道了 1" in chen.reads()


async def test_a_tap_in_the_group_counts_as_well(house: House, chen: Neighbour) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    li = await house.moves_in("李敏", unit="5-1-101")
    await _writes(house, chen, "通知 清洗水箱")

    await li.presses("知道了", on=house.group)
    await house.later(**MINUTE)

    assert "已送达 1 · 知道了 1" in chen.reads()


async def test_who_answers_for_nothing_sends_no_notice_and_reads_how_to_go_on(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")

    for said in ("通知 大家好", "/notice", "故障 停水"):
        wang.says(said)
        await house.settles()
        assert wang.reads().startswith("通知和故障由楼栋长、物业、社工来发")


async def test_another_building_is_not_the_heads_to_notify(house: House, chen: Neighbour) -> None:
    await house.moves_in("李敏", unit="5-1-101")

    chen.says("通知 5栋 停水")
    await house.settles()

    assert chen.reads().startswith("5栋不归您发。")


async def test_the_words_are_asked_for_and_a_photo_with_a_line_is_a_notice(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen.says("/notice")
    await house.settles()
    assert chen.reads().startswith("要通知什么？")

    house.sends_photo(chen, caption="水箱已经洗好")
    await house.settles()
    assert [post.body.get("photo") is not None for post in house.posts(chen.id, "bot")][-1]
    await chen.presses("发出去", containing="大家会看到")
    await house.later(seconds=3)

    assert [bool(post.body.get("photo")) for post in house.posts(wang.id, "bot")][-2:] == [False, True]
    assert house.posts(wang.id, house.group)[-1].body.get("photo")


async def test_a_photo_alone_asks_for_a_line_and_does_not_go_out_without(house: House, chen: Neighbour) -> None:
    house.sends_photo(chen, caption="/notice")
    await house.settles()
    assert any(text == "请再写一句话，让大家一看就懂。" for text in chen.sees())

    answer = await chen.presses("发出去")
    assert answer and answer["show_alert"] and answer["text"].startswith("还缺一句话。")
    chen.says("水箱已经洗好")
    await house.settles()
    assert any("水箱已经洗好" in text for text in chen.sees())


async def test_far_too_long_is_refused_with_a_way_on(house: House, chen: Neighbour) -> None:
    chen.says("通知 " + "水" * 1001)
    await house.settles()

    assert chen.reads() == "太长了，请写在1000字以内。长的可以发成文件，下面写一句话。"


async def test_the_preview_warns_of_a_number_and_a_flat(house: House, chen: Neighbour) -> None:
    chen.says("通知 钥匙捡到了，3栋1单元201，电话13800138000")
    await house.settles()

    assert "❗ 话里有电话或账号" in chen.reads() and "❗ 话里有门牌号" in chen.reads()


async def test_the_place_is_chosen_by_buttons(house: House, chen: Neighbour) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 楼道刷墙", publish=False)

    await chen.presses("📍 3栋")
    await chen.presses("2单元")
    assert "📢 通知 · 3栋2单元" in chen.reads() and "私聊：1人" in chen.reads()
    await chen.presses("就发给2单元")
    assert "📍 3栋2单元" in chen.buttons()
    await chen.presses("📍 3栋2单元")
    await chen.presses("↩️ 3栋")
    answer = await chen.presses("↩️ 锦江苑")
    assert answer and answer["show_alert"] and answer["text"].startswith("锦江苑不归您发。")


async def test_a_correction_is_seen_everywhere_and_says_so(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 明天停水")

    await chen.presses("改一改")
    chen.says("后天停水")
    await house.settles()

    for read in (wang.reads(), house.in_group()[-1]):
        assert "后天停水\n" in read and "✏️ 已更正 · 11月28日（周六）上午9点" in read and "明天" not in read
    await house.later(**MINUTE)
    assert "· 后天停水" in board(house)


async def test_a_withdrawn_notice_is_gone_everywhere(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 明天停水")

    await chen.presses("撤回")

    assert wang.reads() == house.in_group()[-1] == "这条通知撤回了。"
    late = await wang.pushes("notice_know_1", house.posts(wang.id, "bot")[-1].id)
    assert late and late["show_alert"] and late["text"] == "这条通知撤回了。"
    await house.later(**MINUTE)
    assert "停水" not in board(house)


async def test_a_notice_expires_by_itself(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 明天停水", publish=False)
    await chen.presses("2小时")
    await chen.presses("发出去")
    await house.later(seconds=3)

    await house.later(hours=3)

    assert wang.reads().startswith("📢 通知 · 3栋（已过期）") and wang.buttons() == []
    await house.later(**MINUTE)
    assert "停水" not in board(house)


async def test_the_silent_are_reminded_once(house: House, chen: Neighbour) -> None:
    wang, li = await house.moves_in("王芳", "李敏", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱")
    await wang.presses("知道了")
    before, was = len(wang.sees()), house.posts(li.id, "bot")[-1]

    await house.later(**MINUTE)
    answer = await chen.presses("提醒没点的人一次")
    await house.later(seconds=3)

    assert answer and answer["text"] == "好的，提醒 1 位。只提醒这一次。"
    assert len(wang.sees()) == before and was.deleted
    assert [text for text in li.sees() if "清洗水箱" in text] == [li.reads()]  # anew at the bottom, once
    assert len([1 for row in map(house.rows, house.posts(li.id, "bot")) if "知道了" in str(row)]) == 1
    again = await chen.pushes("notice_remind_1", house.posts(chen.id, "bot")[-1].id)
    assert again and again["text"].startswith("已经提醒过一次了")


async def test_they_are_reminded_by_itself_after_a_day_if_the_author_chose_so(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱", publish=False)
    await chen.presses("一天后提醒")
    assert "一天后提醒一次没点“知道了”的。" in chen.reads()
    await chen.presses("发出去")
    await house.later(seconds=3)
    was = house.posts(wang.id, "bot")[-1]

    await house.later(days=1)
    await house.later(seconds=3)

    assert was.deleted
    assert [text for text in wang.sees() if "清洗水箱" in text] == [wang.reads()]


async def test_the_counts_are_by_building_and_names_only_for_the_head(house: House, chen: Neighbour) -> None:
    sun = await house.moves_in("孙卫东", unit="5-1-101")
    await appointed(house, sun, "property_manager")
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, sun, "通知 电梯年检")
    await chen.presses("知道了")
    await house.later(**MINUTE)

    await sun.presses("各栋情况")
    assert "3栋 · 知道了 1/2" in sun.reads() and not [key for key in sun.buttons() if "谁还没点" in key]
    forged = await sun.pushes("notice_silent_1_2_1", house.posts(sun.id, "bot")[-1].id)
    assert forged and forged["show_alert"] and "王芳" not in str(sun.sees())

    await chen.presses("各栋情况")
    await chen.presses("3栋 谁还没点")
    assert chen.reads() == "3栋 · 还没点“知道了”的\n3-2-501 王芳"
    nosy = await wang.pushes("notice_counts_1_1", house.posts(wang.id, "bot")[-1].id)
    assert nosy and nosy["show_alert"]


async def test_a_notice_to_many_leaves_behind_every_answer(house: House, chen: Neighbour) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱")

    ranks = await house.db.read.sql.rows("SELECT DISTINCT rank FROM cards WHERE thing = 'notice_1' AND view = 'reader'")

    assert [row["rank"] for row in ranks] == [BULK]


async def test_at_night_a_notice_waits_for_the_morning(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    house.set_clock(NIGHT)
    await _writes(house, chen, "通知 清洗水箱")

    assert "水箱" not in str(wang.sees())
    await house.later(hours=9)
    assert "清洗水箱" in wang.reads()


async def test_what_was_withdrawn_before_the_morning_never_comes(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    house.set_clock(NIGHT)
    await _writes(house, chen, "通知 清洗水箱")
    before = wang.sees()

    await chen.presses("撤回")
    await house.later(hours=9)

    assert wang.sees() == before


async def test_only_danger_wakes_and_it_names_who_decided(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    house.set_clock(NIGHT)
    await _writes(house, chen, "通知 燃气泄漏，请下楼", publish=False)

    await chen.presses("有危险，叫醒大家")
    assert "夜里也响" in chen.reads() and chen.buttons() == ["⚠️ 有危险，要叫醒大家", "不用叫醒"]
    forged = await chen.pushes("notice_publish_1", house.posts(chen.id, "bot")[-1].id)
    assert forged and forged["text"] == "先选：要不要叫醒大家？"
    await chen.presses("要叫醒大家")
    await chen.presses("发出去")
    await house.later(seconds=3)

    assert wang.reads().startswith("⚠️ 有危险\n")
    assert "陈建国决定马上告诉大家 · 11月28日（周六）晚上11点" in wang.reads()
    [sent] = [call for call in house.calls("sendMessage") if call["params"]["chat_id"] in (wang.id, str(wang.id))][-1:]
    assert "disable_notification" not in sent["params"]
    in_group = [call for call in house.calls("sendMessage") if "有危险" in str(call["params"].get("text"))]
    assert all("disable_notification" not in call["params"] for call in in_group)


async def test_numbers_to_call_stand_first_when_there_is_danger(house: House, chen: Neighbour) -> None:
    object.__setattr__(house.community.house, "numbers", {"medical": "120", "fire": "119", "mind": "12356"})
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 燃气泄漏", publish=False)
    await chen.presses("有危险，叫醒大家")
    await chen.presses("要叫醒大家")
    await chen.presses("发出去")
    await house.later(seconds=3)

    assert wang.reads().startswith("⚠️ 有危险\n要救命先打：急救 120 · 火警 119\n")


async def test_whoever_decided_to_wake_decides_again_for_another_place(house: House, chen: Neighbour) -> None:
    await _writes(house, chen, "通知 燃气泄漏", publish=False)
    await chen.presses("有危险，叫醒大家")
    await chen.presses("要叫醒大家")
    await chen.presses("📍 3栋")
    await chen.presses("1单元")
    await chen.presses("就发给1单元")

    assert "⚠️ 有危险，叫醒大家" in chen.buttons()


async def test_a_known_fault_stands_on_the_board_until_it_is_mended(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "/fault 停水 3栋 18:00", publish=False)
    assert "🔧 已知故障 · 3栋\n停水\n预计11月28日（周六）晚上6点恢复" in chen.reads()
    await chen.presses("发出去")
    await house.later(**MINUTE)

    assert house.in_group()[-1].startswith("🔧 已知故障 · 3栋\n停水\n预计11月28日（周六）晚上6点恢复\n楼栋长 陈建国")
    assert "🔧 已知故障\n· 停水（3栋） · 预计今天晚上6点恢复" in board(house)
    assert "停水" not in str(wang.sees())

    await chen.presses("好了")
    await house.later(**MINUTE)
    assert house.in_group()[-1] == "✅ 3栋 停水：好了。"
    assert house.in_group()[-2].startswith("✅ 好了 · 3栋\n停水\n11月28日（周六）上午9点1分恢复了")
    assert "停水" not in board(house)
    again = await chen.pushes("notice_end_1", house.posts(chen.id, "bot")[-1].id)
    assert again and again["text"] == "好的，已经告诉大家了。"
    assert len([text for text in house.in_group() if text == "✅ 3栋 停水：好了。"]) == 1


async def test_when_its_time_has_passed_the_author_is_asked(house: House, chen: Neighbour) -> None:
    await _writes(house, chen, "故障 停电 11:00")
    await house.later(hours=2, minutes=1)

    assert chen.reads().startswith("时间到了，好了吗？")
    assert "原来说11月28日（周六）上午11点恢复，还没有好的消息。" in house.in_group()[-1]
    await chen.presses("改时间")
    chen.says("下午4点")
    await house.settles()
    assert "预计11月28日（周六）下午4点恢复" in house.in_group()[-1]
    await house.later(hours=6)
    assert chen.reads().startswith("时间到了，好了吗？")
    await chen.presses("好了")
    assert "恢复了" in house.in_group()[-2]


async def test_a_fault_that_nobody_speaks_of_is_put_away_after_days(house: House, chen: Neighbour) -> None:
    await _writes(house, chen, "故障 停电 11:00")
    await house.later(hours=3)
    await house.later(days=3)
    await house.later(**MINUTE)

    assert "停电" not in board(house)


async def test_a_fault_in_a_flat_names_the_building(house: House, chen: Neighbour) -> None:
    await _writes(house, chen, "故障 漏水 3栋1单元201", publish=False)

    assert "🔧 已知故障 · 3栋\n漏水\n什么时候好，还不知道。" in chen.reads()


async def test_five_a_day_are_enough(house: House, chen: Neighbour) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    for number in range(5):
        await _writes(house, chen, f"通知 第{number}件")
    chen.says("通知 第六件")
    await house.settles()

    answer = await chen.presses("发出去")

    assert answer and answer["show_alert"] and answer["text"].startswith("您今天已经发了5条。")
    assert "第六件" not in str(house.in_group())


async def test_a_second_tap_sends_nothing_twice(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱")
    before = len(wang.sees())

    answer = await chen.pushes("notice_publish_1", house.posts(chen.id, "bot")[-1].id)
    await house.later(seconds=3)

    assert answer and answer["text"] == "发出去了。" and len(wang.sees()) == before


async def test_typed_in_the_group_it_is_looked_at_in_private_first(house: House, chen: Neighbour) -> None:
    chen.says("/notice 清洗水箱", to=house.group)
    await house.settles()

    assert "清洗水箱" in chen.reads() and "清洗水箱" not in house.in_group()[-1]
    assert "打开私聊" in str(house.buttons_in_group())


async def test_a_notice_written_for_somebody_says_so_to_both(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    zhao = await house.moves_in("赵老师", unit="3-1-101")

    async def work(tx: Any) -> None:
        by, whom = await tx.people.by_telegram(chen.id), await tx.people.by_telegram(zhao.id)
        await tx.acting.names(whom.id, by.id, 1)
        await tx.acting.act_for(by.id, whom.id, int(house.clock.seconds()) + 3600)

    await house.db.whole(work)
    await _writes(house, chen, "通知 合唱队招人")

    assert "赵老师（陈建国代发）" in wang.reads()
    assert chen.reads().startswith("🤝 替赵老师（3栋）办的")
    assert zhao.reads().startswith("🤝 陈建国（3栋）替您办的")
    await zhao.presses("我自己来")
    assert "赵老师 · " in wang.reads() and "自己接过去了" in chen.reads()


async def test_somebody_who_mutes_notices_is_only_told_of_danger(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await house.db.whole(lambda tx: tx.sql.run("INSERT INTO mutes VALUES (2, 'notice.new')"))
    await _writes(house, chen, "通知 清洗水箱")
    assert "水箱" not in str(wang.sees())

    await _writes(house, chen, "通知 燃气泄漏", publish=False)
    await chen.presses("有危险，叫醒大家")
    await chen.presses("要叫醒大家")
    await chen.presses("发出去")
    await house.later(seconds=3)
    assert "燃气泄漏" in wang.reads()


async def test_a_draft_is_its_authors_alone_and_goes_after_a_day(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱", publish=False)

    for data in ("notice_publish_1", "notice_know_1", "notice_open_1", "notice_withdraw_1"):
        answer = await wang.pushes(data, 1)
        assert answer and answer["text"].startswith("没找到这条通知。"), data
    await house.later(days=1)
    assert chen.reads() == "这条没有发出去，已经收走了。"


async def test_in_a_house_with_two_languages_each_reads_their_own(house: House, chen: Neighbour) -> None:
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    await _writes(house, chen, "通知 清洗水箱")

    assert anna.reads().startswith("📢 Notice · 3栋\n清洗水箱\nValid until Sat 5 Dec")
    assert anna.buttons() == ["👌 I know"]


async def test_the_same_in_english(english_house: House) -> None:
    house = english_house
    ben = await house.moves_in("Ben", unit="3-1-201", language="en")
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    await appointed(house, ben, "building_head", "3栋")
    await hang(house)
    ben.says("/fault no water 18:00")
    await house.settles()
    await ben.presses("Send it")
    await house.later(**MINUTE)
    assert "🔧 Known faults\n· no water (3栋) · expected by today 18:00" in house.in_group()[0]
    ben.says("notice The tank is clean")
    await house.settles()
    await ben.presses("Send it")
    await house.later(seconds=3)
    await anna.presses("I know")
    await house.later(**MINUTE)
    assert "Delivered 1 · know 1" in ben.reads()


async def test_many_are_told_in_waves(house: House, chen: Neighbour, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.domain.notices.WAVE", 2)
    people = await house.moves_in("甲", "乙", "丙", "丁", "戊", unit="3-2-501")
    house.community.alarms.scheduler.pause()  # each wave is looked for by hand
    chen.says("通知 清洗水箱")
    await house.settles()
    await chen.presses("发出去")

    def reached() -> int:
        return len([1 for one in people if "水箱" in str(one.sees())])

    assert reached() == 0
    await house.community.alarms.look()
    await house.settles()
    assert reached() == 2
    await house.later(seconds=3)
    await house.later(seconds=3)
    await house.later(seconds=3)
    assert reached() == 5


async def test_what_is_long_over_is_let_go(house: House, chen: Neighbour) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 清洗水箱")
    await chen.presses("撤回")
    keep = next(keep for feature in house.community.house.features for keep in feature.keeps if keep.key == "notices")

    gone = await house.db.whole(lambda tx: keep.prune(tx, int(house.clock.seconds()) + 1))

    assert gone == 1 and await house.db.read.notices.get(1) is None
    assert await house.db.read.sql.rows("SELECT * FROM notice_people") == []


async def test_words_that_name_one_of_my_places_are_for_that_place(house: House, chen: Neighbour) -> None:
    """The head of building 3 also heads its first stair, and there are second stairs elsewhere."""
    await house.moves_in("王芳", unit="3-1-501")
    await house.moves_in("李敏", unit="3-2-501")
    await house.moves_in("赵敏", unit="5-2-101")
    await appointed(house, chen, "stair_head", "1单元")

    await _writes(house, chen, "通知 明天上午9点到11点，3栋停水", publish=False)
    assert "📢 通知 · 3栋\n明天上午9点到11点，3栋停水" in chen.reads()
    await _writes(house, chen, "故障 2单元电梯坏了", publish=False)
    assert "🔧 已知故障 · 3栋2单元\n电梯坏了" in chen.reads()


async def club(house: House, lead: Neighbour, *members: Neighbour, name: str = "舞蹈队") -> int:
    """A team of the community, led by the first, that meets in a room of its own."""

    async def work(tx: Any) -> int:
        numbers = [(await tx.people.by_telegram(one.id)).id for one in (lead, *members)]
        made = await tx.circles.make(name, (await tx.places.root()).id, None, numbers[0], 1)
        for number in numbers:
            await tx.circles.join(made.id, number, 1)
        return int(made.id)

    return int(await house.db.whole(work))


async def test_who_is_in_a_circle_tells_its_members_alone(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    li = await house.moves_in("李敏", unit="5-1-101")
    await club(house, wang, li)
    groups = len(house.in_group())

    await _writes(house, wang, "通知 今晚7点排练", publish=False)
    assert wang.reads().startswith("大家会看到：\n📢 通知 · 舞蹈队\n今晚7点排练\n") and "私聊：1人" in wang.reads()
    assert "👥 舞蹈队" in wang.buttons() and not [key for key in wang.buttons() if "危险" in key]
    await wang.presses("发出去")
    await house.later(**MINUTE)
    await li.presses("知道了")
    await house.later(**MINUTE)

    assert "今晚7点排练" in li.reads() and "已送达 1 · 知道了 1" in wang.reads()
    assert "各栋情况" not in str(wang.buttons())
    assert "排练" not in str(chen.sees()) and len(house.in_group()) == groups and "排练" not in board(house)
    for door in ("notice_know_1", "notice_open_1", "notice_counts_1_1", "notice_silent_1_2_1", "notice_withdraw_1"):
        answer = await chen.pushes(door, house.posts(chen.id, "bot")[-1].id)
        assert answer and answer["show_alert"] and answer["text"].startswith("没找到这条通知。"), door


async def test_a_circle_is_told_in_its_room_as_well_and_a_tap_there_counts(house: House, chen: Neighbour) -> None:
    li = await house.moves_in("李敏", unit="5-1-101")
    number = await club(house, chen, li)
    room = await house.db.read.sql.value("SELECT id FROM rooms WHERE kind = 'group'")
    await house.db.whole(lambda tx: tx.sql.run("UPDATE circles SET room_id = ? WHERE id = ?", room, number))

    await _writes(house, chen, "通知 明早8点集合", publish=False)
    assert "📢 通知 · 3栋" in chen.reads()
    await chen.presses("📍 3栋")
    await chen.presses("👥 舞蹈队")
    assert "📢 通知 · 舞蹈队" in chen.reads() and "群：“锦江苑”" in chen.reads()
    await chen.presses("发出去")
    await house.later(seconds=3)
    await li.presses("知道了", on=house.group)
    await house.later(**MINUTE)

    assert house.in_group()[-1].startswith("📢 通知 · 舞蹈队\n明早8点集合") and "已送达 1 · 知道了 1" in chen.reads()


async def test_a_circle_is_not_woken_and_a_place_is_not_its_members_to_notify(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await club(house, wang, chen)
    await club(house, chen, name="合唱队")
    await _writes(house, wang, "通知 今晚排练", publish=False)
    draft = house.posts(wang.id, "bot")[-1].id

    for door in ("notice_danger_1", "notice_at_1_2", "notice_circle_1_2", "notice_circle_1_99"):
        answer = await wang.pushes(door, draft)
        assert answer and answer["show_alert"], door
    await wang.presses("👥 舞蹈队")
    assert wang.buttons() == ["👥 舞蹈队"]
    wang.says("故障 停水")
    await house.settles()
    assert wang.reads().startswith("通知和故障由楼栋长")


async def test_who_has_left_the_circle_or_whose_circle_has_ended_sends_nothing(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    number = await club(house, wang, chen)
    await _writes(house, wang, "通知 今晚排练", publish=False)
    before = chen.sees()
    await house.db.whole(lambda tx: tx.sql.run("UPDATE circles SET ended_at = 2 WHERE id = ?", number))

    answer = await wang.presses("发出去")

    assert answer and answer["show_alert"] and chen.sees() == before


async def test_nobody_notifies_a_circle_that_has_ended_whatever_their_office(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await appointed(house, chen, "property_manager")
    number = await club(house, wang)
    await _writes(house, chen, "通知 舞蹈队今晚排练", publish=False)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE circles SET ended_at = 2 WHERE id = ?", number))

    answer = await chen.presses("发出去")

    assert answer and answer["show_alert"] and answer["text"].startswith("这个小组已经解散了。")
    assert "排练" not in str(wang.sees())


async def test_danger_is_not_counted_among_the_five_a_day(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    for number in range(5):
        await _writes(house, chen, f"通知 第{number}件")

    await _writes(house, chen, "通知 燃气泄漏，请下楼", publish=False)
    await chen.presses("有危险，叫醒大家")
    await chen.presses("要叫醒大家")
    await chen.presses("发出去")
    await house.later(seconds=3)

    assert wang.reads().startswith("⚠️ 有危险")


async def test_a_notice_whose_author_is_forgotten_is_gone_from_the_groups_too(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 找陈建国拿钥匙")

    chen.says("/forget")
    await house.settles()
    await chen.presses("忘掉")
    await house.later(**MINUTE)

    assert house.in_group()[-1] == "这条通知撤回了。" == wang.reads()
    assert "陈建国" not in board(house)


async def test_a_reported_notice_is_hidden_from_card_and_board_and_comes_back(house: House, chen: Neighbour) -> None:
    wang, sun = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("孙卫东", unit="3-1-101")
    await appointed(house, sun, "building_head", "3栋")
    await _writes(house, chen, "通知 便宜药，找我买")
    await house.later(**MINUTE)
    assert "便宜药" in board(house)

    wang.says("/report", to=house.group, reply_to=house.posts(wang.id, house.group)[-1].id)
    await house.settles()
    await wang.presses("广告")
    await sun.presses("先藏起来", containing="便宜药")
    await house.later(**MINUTE)
    assert "便宜药" not in board(house) and "便宜药" not in str(house.in_group())

    await sun.presses("放回去")
    await house.later(**MINUTE)
    assert "便宜药" in board(house)


async def test_a_stair_is_always_named_with_its_building(house: House, chen: Neighbour) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await _writes(house, chen, "通知 楼道刷墙", publish=False)
    await chen.presses("📍 3栋")
    await chen.presses("2单元")
    await chen.presses("就发给2单元")
    await chen.presses("发出去")
    await house.later(seconds=3)
    await _writes(house, chen, "故障 3栋2单元 停水 18:00")
    await house.later(**MINUTE)

    assert any(text.startswith("📢 通知 · 3栋2单元\n楼道刷墙") for text in wang.sees())
    assert "· 停水（3栋2单元） · 预计今天晚上6点恢复" in board(house)
    assert any(text.startswith("🔧 已知故障 · 3栋2单元\n停水") for text in house.in_group())
    await chen.presses("好了", containing="停水")
    await house.later(**MINUTE)
    assert house.in_group()[-1] == "✅ 3栋2单元 停水：好了。"


@pytest.mark.parametrize("asked_first", [True, False])
async def test_a_file_with_a_line_is_a_notice_too(house: House, chen: Neighbour, asked_first: bool) -> None:
    await appointed(house, chen, "steward")  # whose files are lists of homes otherwise
    wang = await house.moves_in("王芳", unit="3-2-501")
    if asked_first:
        chen.says("/notice")
        await house.settles()
    line = "装电梯的方案" if asked_first else "通知 装电梯的方案"

    acts.document(house.world, chen.id, "bot", "方案.pdf", b"%PDF-1.7", caption=line)
    await house.settles()
    await chen.presses("发出去", containing="大家会看到")
    await house.later(seconds=3)

    assert [post.body["document"]["file_name"] for post in house.posts(wang.id, "bot") if "document" in post.body] == [
        "方案.pdf"
    ]
    assert any(text.startswith("📢 通知 · 3栋\n装电梯的方案") for text in wang.sees())


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "· 停水 · 预计今天晚上6点恢复"), ("en", "· 停水 · expected by today 18:00")],
)
async def test_on_the_board_of_a_buildings_own_group_a_fault_has_its_time(
    house: House, chen: Neighbour, language: str, said: str
) -> None:
    third = await _group_of_building(house, chen, language)
    await _writes(house, chen, "/fault 停水 3栋 18:00")
    await house.later(**MINUTE)

    boards = [post.body.get("text", "") for post in house.world.chats[third].posts.values()]
    assert any(said in text for text in boards), boards


async def test_however_long_a_faults_words_its_time_stays_on_the_board(house: House, chen: Neighbour) -> None:
    await _writes(house, chen, f"/fault {'水管漏水正在抢修请大家稍等' * 6} 3栋 18:00")
    await house.later(**MINUTE)

    assert "（3栋） · 预计今天晚上6点恢复" in board(house)


async def _group_of_building(house: House, head: Neighbour, language: str) -> int:
    chat: int = house.world.add_group("3栋邻居", [head.id], bot="administrator")

    async def bind(tx: Any) -> None:
        room = await tx.rooms.open(chat, 0, "3栋邻居")
        await tx.rooms.belongs_to(room.id, next(one.id for one in await tx.places.all() if one.name == "3栋"))
        await tx.rooms.speaks(chat, language)
        await house.community._turn(tx).hang_board(await tx.rooms.get(room.id))

    await house.db.whole(bind)
    await house.settles()
    return chat
