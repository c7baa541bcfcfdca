"""Offices: who answers, how to reach them, how an office is given, lent, handed over, ended; and whether it is true."""

from typing import Any

import pytest

from bot.i18n import words
from bot.playground.server.acts import saying
from handlers import board
from handlers.cards import Look
from handlers.features import Feature
from handlers.offices import FEATURE
from tests.house import House, Neighbour


async def office(house: House, who: Neighbour, title: str, place: str = "", by: int | None = None) -> int:
    """The register says so. `place`: a name like 3栋; the community without one."""

    async def work(tx: Any) -> int:
        root = await tx.places.root()
        found = [one.id for one in await tx.places.all() if one.name == place] or [root.id]
        person = await tx.people.by_telegram(who.id)
        number: int = await tx.offices.appoint(person.id, title, found[0], by, int(house.clock.seconds()))
        return number

    made: int = await house.db.whole(work)
    return made


async def says(who: Neighbour, text: str, **more: Any) -> str:
    who.says(text, **more)
    await who.house.settles()
    return who.reads()


async def settled(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """A steward, a resident of 3-2-501 and another of 3-1-301."""
    zhou = await house.moves_in("周敏", unit="5-1-101")
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await office(house, zhou, "steward")
    return zhou, wang, chen


async def code_link(house: House) -> str:
    """The payload of the newest invitation's link."""
    number = await house.db.read.sql.value("SELECT max(id) FROM codes")
    kind = await house.db.read.sql.value("SELECT kind FROM codes WHERE id = ?", number)
    return house.community.house.signed(kind, number)


# Who answers


async def test_who_answers_for_my_stair_my_building_and_the_community(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")

    shown = await says(wang, "☎️ 找谁")

    assert shown.startswith("☎️ 3栋2单元 · 找谁")
    assert "3栋的楼栋长 陈建国" in shown and "锦江苑的维护员 周敏" in shown
    assert "2单元还没有单元长，先找陈建国。" in shown
    assert shown.count("点名字，我替您捎句话") == 1  # said once, however many answer
    assert "501" not in shown


async def test_a_stranger_picks_a_place_by_the_pad(house: House) -> None:
    _, _, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    stranger = await house.moves_in("路人")

    assert await says(stranger, "/who") == "看哪里？"
    await stranger.presses("3栋")
    await stranger.presses("📍 就看3栋")

    assert "3栋的楼栋长 陈建国" in stranger.reads()


async def test_nobody_at_all_is_said_openly(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")

    shown = await says(wang, "找谁")

    assert "3栋还没有楼栋长。" in shown and "急用电话还没写在这里。" in shown
    assert "请跟维护员说一声" in shown


async def test_in_a_group_titles_and_names_only_and_a_way_into_private(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await house.db.whole(lambda tx: tx.sql.run("UPDATE offices SET phone = '+8613812345678' WHERE id = ?", number))
    await house.bind_group()
    await house.db.whole(lambda tx: tx.sql.run("UPDATE rooms SET place_id = (SELECT id FROM places WHERE name='3栋')"))

    wang.says("/who", to=house.group)
    await house.settles()
    shown = house.in_group()[-1]

    assert "3栋的楼栋长 陈建国" in shown and "138" not in shown
    await wang.follows("怎么找到他们", on=house.group)
    assert "+8613812345678" in wang.reads()


async def test_in_a_group_of_nobody_nothing_is_told(house: House) -> None:
    await settled(house)
    foreign = house.world.add_group("别处", [], bot="administrator")
    wang = await house.moves_in("李四")
    house.world.add_members(foreign, [wang.id])

    for said in ("/who", "/verify"):
        wang.says(said, to=foreign)
        await house.settles()

        assert wang.reads(foreign).startswith("这个群还没定下是哪栋楼的")


FORGED = (
    "who_at_99_1",
    "who_at_x_1",
    "who_at",
    "who_office_99",
    "who_pad_99",
    "offices_one_99",
    "offices_span_1_year",
    "offices_withdraw_99",
    "line_new_99",
    "line_answer_1",
    "invite_yes_99",
    "care_yes_99",
    "care_end_1",
    "appoint_person_nobody_1",
    "appoint_ask_steward_1_1",
    "appoint_place_steward",
    "duties_one_nobody",
    "title_drop_own1",
)


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_is_refused_and_nothing_breaks(house: House, data: str) -> None:
    _, wang, _ = await settled(house)
    await says(wang, "找谁")

    answer = await wang.pushes(data, house.posts(wang.id, "bot")[-1].id)

    assert answer and answer.get("text")
    assert await house.db.read.house.parked() == 0


# A line through the bot


async def test_a_line_goes_to_the_head_and_the_answer_comes_back(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await says(wang, "找谁")

    await wang.presses("✍️ 捎话给陈建国")
    assert "记下了，这就捎给陈建国" in await says(wang, "电梯又停了")

    assert chen.reads() == "✍️ 王芳（3栋）捎来一句话，找3栋的楼栋长：\n电梯又停了"
    await chen.presses("↩️ 回一句")
    await says(chen, "师傅九点到")
    assert wang.reads() == "↩️ 陈建国（3栋）回您：\n师傅九点到"
    await wang.presses("↩️ 回一句")
    await says(wang, "谢谢")
    assert "王芳（3栋）回您：\n谢谢" in chen.reads() or "王芳（3栋）回您：\n谢谢" in "".join(chen.sees())


@pytest.mark.parametrize(("title", "heard"), [("building_head", False), ("duty_holder", True)])
async def test_at_night_a_line_waits_for_the_morning_unless_somebody_is_on_duty(
    house: House, title: str, heard: bool
) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, title, "3栋")
    await house.later(hours=14)
    await wang_begins(house, wang, number)

    await says(wang, "水管爆了")

    assert any("水管爆了" in text for text in chen.sees()) is heard
    await house.later(hours=9)
    assert any("水管爆了" in text for text in chen.sees())


async def test_a_photo_may_be_the_line_and_is_shown_on_a_tap(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await wang_begins(house, wang, number)

    house.sends_photo(wang)
    await house.settles()

    await chen.presses("🖼 看照片")
    assert [call for call in house.calls("sendPhoto") if call["status"] == 200]


async def wang_begins(house: House, who: Neighbour, number: int) -> None:
    await says(who, "找谁")
    await who.pushes(f"line_new_{number}", house.posts(who.id, "bot")[-1].id)


async def test_five_lines_a_day_and_no_more(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    for said in range(5):
        await wang_begins(house, wang, number)
        assert "记下了" in await says(wang, f"第{said}句")

    await wang_begins(house, wang, number)
    assert (await says(wang, "第六句")).startswith("今天已经捎了5句。")

    await house.later(days=1)
    await wang_begins(house, wang, number)
    assert "记下了" in await says(wang, "明天了")


async def test_a_head_may_have_a_rest_for_today(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await wang_begins(house, wang, number)
    await says(wang, "在吗")

    await chen.presses("🔕 今天先不收")
    await wang_begins(house, wang, number)
    assert (await says(wang, "还在吗")).startswith("对方今天歇着")
    await chen.presses("🔔 接着收")
    await wang_begins(house, wang, number)

    assert "记下了" in await says(wang, "现在呢")


async def test_a_line_too_long_is_refused(house: House) -> None:
    _, wang, chen = await settled(house)
    await wang_begins(house, wang, await office(house, chen, "building_head", "3栋"))

    assert (await says(wang, "长" * 501)).startswith("太长了")
    assert await house.db.read.sql.value("SELECT count(*) FROM lines") == 0


async def test_who_cannot_be_reached_gets_no_line_and_the_sender_knows(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await house.db.whole(lambda tx: tx.people.unreachable(3, 1))
    assert "陈建国" in await says(wang, "找谁") and not [b for b in wang.buttons() if "捎话给陈" in b]

    await wang.pushes(f"line_new_{number}", house.posts(wang.id, "bot")[-1].id)

    assert (await says(wang, "在吗")).startswith("对方收不到我的消息")
    assert await house.db.read.sql.value("SELECT count(*) FROM lines") == 0


async def test_somebody_else_cannot_answer_or_see_a_line(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await wang_begins(house, wang, await office(house, chen, "building_head", "3栋"))
    await says(wang, "电梯又停了")
    await says(zhou, "找谁")

    for door in ("answer", "play", "rest"):
        answer = await zhou.pushes(f"line_{door}_1", house.posts(zhou.id, "bot")[-1].id)
        assert answer and answer["text"].startswith("这句话已经收走了。")


async def test_a_line_that_does_not_arrive_is_said_to_whoever_sent_it(house: House) -> None:
    _, wang, chen = await settled(house)
    await wang_begins(house, wang, await office(house, chen, "building_head", "3栋"))
    house.world.private(chen.id).blocked = True  # Telegram tells us only when we write

    await says(wang, "电梯又停了")

    assert any("没捎到，陈建国那边收不到。" in text for text in wang.sees())


async def test_a_helper_asks_for_a_neighbour_and_both_get_the_answer(house: House) -> None:
    zhou, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await house.db.whole(lambda tx: tx.acting.names(2, 1, 1))
    await house.db.whole(lambda tx: tx.acting.act_for(1, 2, int(house.clock.seconds()) + 3600))
    assert (await says(zhou, "找谁")).startswith("☎️ 3栋2单元 · 找谁")
    await zhou.pushes(f"line_new_{number}", house.posts(zhou.id, "bot")[-1].id)
    await says(zhou, "她家没水")
    assert chen.reads().startswith("🤝 替王芳（3栋）办的\n✍️ 周敏（5栋）捎来一句话")

    await chen.presses("↩️ 回一句")
    await says(chen, "马上来")

    assert "陈建国（3栋）回您：\n马上来" in wang.reads() and "马上来" in zhou.reads()


# Giving


async def test_a_steward_appoints_a_head_by_a_link_who_says_yes_and_is_found(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await says(zhou, "任命")
    await zhou.presses("楼栋长")
    await zhou.presses("3栋")
    await zhou.presses("发个邀请链接")
    assert "t.me/" in zhou.reads() and "只能用一次，7天内有效。" in zhou.reads()

    chen.starts(await code_link(house))
    await house.settles()
    assert chen.reads().startswith("陈建国，周敏请您做3栋的楼栋长。")
    await chen.presses("✅ 我愿意")

    assert "陈建国（3栋）答应了，现在是3栋的楼栋长。" in zhou.sees()[-1]
    assert "邻居怎么找到您？" in chen.reads()
    await chen.presses("🌙 夜里可以叫我")
    assert "夜里有急事，我会响铃叫您。" in chen.reads()
    await chen.presses("📞 留个电话")
    await says(chen, "138 1234 5678")
    assert "+8613812345678" in await says(wang, "找谁")
    assert [entry.verb for entry in await house.db.read.journal.all()][-2:] == ["office.accepted", "office.reach"]


async def test_a_link_gives_an_office_once_and_a_declined_one_stays_good(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("发个邀请链接")
    link = await code_link(house)
    for one in (wang, chen):
        one.starts(link)
    await house.settles()

    await wang.presses("先不")
    await chen.presses("✅ 我愿意")
    wang.starts(link)
    await house.settles()

    assert wang.reads().startswith("这个码已经用过了。")
    assert [one.person_id for one in await house.db.read.offices.held_in(1, "building_head")] == [3]


async def test_a_link_to_the_wrong_one_is_taken_back(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("发个邀请链接")
    link = await code_link(house)
    wang.starts(link)
    await house.settles()
    answer = await wang.pushes("invite_void_1", house.posts(wang.id, "bot")[-1].id)
    assert answer and answer["text"] == "没有等您回话的邀请。"

    await zhou.presses("收回链接")

    assert zhou.reads().startswith("这个邀请过期了")
    assert wang.reads().startswith("这个邀请过期了")
    chen.starts(link)
    await house.settles()
    assert await house.db.read.offices.held_in(1, "building_head") == []


async def test_whoever_was_not_invited_cannot_say_yes(house: House) -> None:
    zhou, wang, _ = await settled(house)
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("发个邀请链接")
    await says(wang, "找谁")

    answer = await wang.pushes("invite_yes_1", house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["text"] == "没有等您回话的邀请。"
    assert await house.db.read.offices.of(2) == []


async def test_an_invitation_of_somebody_who_may_give_no_more_is_void(house: House) -> None:
    zhou, _, chen = await settled(house)
    await office(house, chen, "steward")
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("发个邀请链接")
    chen.starts(await code_link(house))
    await house.settles()
    await house.db.whole(lambda tx: tx.offices.end_all(1, int(house.clock.seconds())))

    answer = await chen.presses("✅ 我愿意")

    assert answer and answer["text"].startswith("这个邀请现在不算数了。")


async def test_a_neighbour_is_asked_from_the_list_and_it_waits_in_what_is_to_do(house: House) -> None:
    zhou, _, chen = await settled(house)
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("从邻居里选")
    await zhou.presses("陈建国")

    assert chen.reads().startswith("陈建国，周敏请您做3栋的楼栋长。")
    waiting = await waits_for(house, chen)
    assert waiting == ["🎖 有人请您担任职务"]
    await chen.presses("✅ 我愿意")
    assert await waits_for(house, chen) == []


async def waits_for(house: House, who: Neighbour) -> list[str]:
    return [line.text for line in await lines_of(house, who, "todo")]


async def lines_of(house: House, who: Neighbour, hook: str) -> list[Any]:
    person = await house.db.read.people.by_telegram(who.id)
    room = await house.db.read.rooms.private(person.id, who.id)
    look = Look(house.db.read, room, words("zh"), house.community.house, int(house.clock.seconds()))
    found: list[Any] = await getattr(FEATURE, hook)(look, person)
    return found


async def test_a_neighbour_without_telegram_holds_an_office_after_saying_yes(house: House) -> None:
    zhou, wang, _ = await settled(house)
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("没有 Telegram")
    await says(zhou, "李桂英")
    assert "记下李桂英，当3栋的楼栋长。本人同意把名字记在这里吗？" in zhou.reads()
    assert await house.db.read.offices.held_in(1, "building_head") == []

    await zhou.presses("✅ 本人同意")
    await zhou.presses("📞 留个电话")
    await says(zhou, "0596-2345678")

    assert "3栋的楼栋长 李桂英" in await says(wang, "找谁") and "+865962345678" in wang.reads()


async def test_a_head_gives_stair_heads_and_nothing_bigger(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await says(chen, "任命")
    assert set(chen.buttons()) == {"单元长", "邻长", "值班", "贴心邻居"}

    home = await house.db.read.residents.home(3)
    own = {place.kind: place.id for place in await house.db.read.places.above(home or 0)}
    forged = [
        f"appoint_{door}_{title}_{own['building']}" for door in ("link", "me") for title in ("building-head", "steward")
    ]
    for data in ("appoint_link_steward_1", "appoint_me_stair-head_1", f"appoint_me_organiser_{own['stair']}", *forged):
        answer = await chen.pushes(data, house.posts(chen.id, "bot")[-1].id)
        assert answer and answer["text"]

    assert await house.db.read.sql.value("SELECT count(*) FROM codes") == 0
    assert len(await house.db.read.offices.of(3)) == 1
    assert (await says(wang, "任命")).startswith("这个您定不了。")


async def test_a_second_steward_by_a_steward(house: House) -> None:
    zhou, _, chen = await settled(house)
    await says(zhou, "任命")
    await zhou.presses("维护员")
    await zhou.presses("✅ 就是锦江苑")
    await zhou.presses("发个邀请链接")
    chen.starts(await code_link(house))
    await house.settles()
    await chen.presses("✅ 我愿意")

    assert await house.db.read.offices.holders("steward") == [1, 3]


async def test_somebody_is_asked_once_however_often_it_is_tapped(house: House) -> None:
    zhou, _, chen = await settled(house)
    for _ in range(2):
        await says(zhou, "/appoint 楼栋长 3栋")
        await zhou.presses("从邻居里选")
        await zhou.presses("陈建国")

    assert len([text for text in chen.sees() if "周敏请您做3栋的楼栋长" in text]) == 1


async def test_an_invitation_that_does_not_arrive_is_said_to_whoever_asked(house: House) -> None:
    zhou, _, chen = await settled(house)
    house.world.private(chen.id).blocked = True  # Telegram tells us only when we write
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("从邻居里选")
    await zhou.presses("陈建国")

    assert any("陈建国收不到我的消息。发个邀请链接吧。" in text for text in zhou.sees())


async def test_whoever_is_written_down_already_is_not_written_down_twice(house: House) -> None:
    zhou, _, _ = await settled(house)

    async def known(tx: Any) -> int:
        person = await tx.people.note("李桂英", "zh", 1, 1)
        await tx.residents.lives(person.id, await tx.residents.home(2), "owner")
        return int(person.id)

    person = await house.db.whole(known)
    await says(zhou, "/appoint 楼栋长 3栋")
    await zhou.presses("没有 Telegram")
    await says(zhou, "李桂英")
    assert "没有本人同意" in await says(zhou, "不知道")
    await says(zhou, "同意")

    assert [one.person_id for one in await house.db.read.offices.held_in(1, "building_head")] == [person]


async def test_a_building_head_is_of_a_building_where_there_are_buildings(house: House) -> None:
    zhou, _, _ = await settled(house)
    await says(zhou, "任命")
    await zhou.presses("楼栋长")

    assert zhou.buttons() == ["3栋", "5栋", "↩️ 返回"]


# Mine: lending, handing over, leaving


async def test_a_stand_in_for_a_while_is_named_and_both_are_told_at_the_end(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await says(chen, "我的职务")
    await chen.presses("楼栋长")
    await chen.presses("请人代几天")
    await chen.presses("一周")
    await chen.presses("王芳")
    assert wang.reads().startswith("王芳，陈建国请您代几天3栋的楼栋长，到12月5日。")

    await wang.presses("✅ 我愿意")

    assert any("王芳（3栋）答应了，替您做3栋的楼栋长，到12月5日。" in text for text in chen.sees())
    shown = await says(zhou, "/who 3栋")
    assert "12月5日前由王芳代" in shown and "✍️ 捎话给王芳" in zhou.buttons()
    assert await board_of(house, "3栋") == ["楼栋长 王芳"]
    post = wang.says("我来代几天", to=house.group)
    await house.settles()
    await house.bind_group()
    zhou.says("/verify", to=house.group, reply_to=post.id)
    await house.settles()
    assert "陈建国（3栋的楼栋长）任命。（代到12月5日）" in house.in_group()[-1]
    await house.later(days=8)
    assert any("代3栋的楼栋长到今天为止，谢谢您。" in text for text in wang.sees())
    assert any("又回到您手上" in text for text in chen.sees())
    assert await house.db.read.offices.of(2) == []


async def test_a_stand_in_until_a_typed_day_and_back_before(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await says(chen, "职务")
    await chen.presses("楼栋长")
    await chen.presses("请人代几天")
    await chen.presses("写个日子")
    assert (await says(chen, "不知道哪天")).startswith("没看懂是哪天。")
    await chen.presses("写个日子")
    assert (await says(chen, "12月3日")).startswith("请谁代到12月3日？")
    await chen.presses("发个邀请链接")
    wang.starts(await code_link(house))
    await house.settles()
    await wang.presses("✅ 我愿意")

    await says(chen, "职务")
    await chen.presses("楼栋长")
    await chen.presses("我回来了")

    assert await house.db.read.offices.of(2) == []
    assert any("到今天为止" in text for text in wang.sees())


async def test_an_office_is_handed_over_and_can_be_taken_back_for_a_day(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋", by=1)
    await hands_over(chen)
    await wang.presses("✅ 我愿意")

    assert [one.person_id for one in await house.db.read.offices.held_in(1, "building_head")] == [2]
    assert any("3栋的楼栋长交给王芳（3栋）了。" in text for text in chen.sees())
    await says(chen, "职务")
    await chen.presses("还做楼栋长")
    assert [one.person_id for one in await house.db.read.offices.held_in(1, "building_head")] == [3]
    assert any("又收回去了" in text for text in wang.sees())


async def hands_over(who: Neighbour) -> None:
    await says(who, "职务")
    await who.presses("楼栋长")
    await who.presses("交给别人")
    await who.presses("王芳")


async def test_open_work_moves_with_the_office(house: House) -> None:
    moved = list[tuple[int, int]]()

    async def hook(work: Any, old: Any, new: Any) -> int:
        moved.append((old.person_id, new.person_id))
        return 2

    _, wang, chen = await settled(house)
    features = (*house.community.house.features, Feature("repairs", handed_over=hook))
    object.__setattr__(house.community.house, "features", features)
    await office(house, chen, "building_head", "3栋")
    await hands_over(chen)
    await wang.presses("✅ 我愿意")

    assert moved == [(3, 2)]
    assert any("连同没办完的2件事" in text for text in chen.sees())


async def test_what_has_moved_on_cannot_be_taken_back(house: House) -> None:
    _, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await hands_over(chen)
    await wang.presses("✅ 我愿意")
    await house.db.whole(lambda tx: tx.offices.end_all(2, int(house.clock.seconds())))
    await says(chen, "职务")

    answer = await chen.pushes(f"offices_restore_{number}", house.posts(chen.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("后来又有变化")


async def test_whoever_leaves_by_a_slip_of_the_finger_goes_on(house: House) -> None:
    zhou, _, chen = await settled(house)
    await office(house, chen, "building_head", "3栋", by=1)
    await says(chen, "职务")
    await chen.presses("楼栋长")
    await chen.presses("我不做了")
    assert await house.db.read.offices.of(3) == []
    assert "陈建国（3栋）不做3栋的楼栋长了。" in zhou.reads()

    await chen.presses("点错了")

    assert [one.title for one in await house.db.read.offices.of(3)] == ["building_head"]


async def test_after_a_day_it_is_too_late(house: House) -> None:
    _, _, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await says(chen, "职务")
    await chen.presses("楼栋长")
    await chen.presses("我不做了")
    await house.later(days=2)

    answer = await chen.pushes(f"offices_restore_{number}", house.posts(chen.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("过了一天了")


async def test_who_gave_it_may_withdraw_it_and_the_holder_cannot_undo_that(house: House) -> None:
    zhou, _, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋", by=1)
    await says(zhou, "/who 3栋")
    await zhou.presses("🎖 楼栋长")
    await zhou.presses("收回这个职务")
    assert any("3栋的楼栋长这个职务收回了。" in text for text in chen.sees())
    await says(chen, "职务")

    answer = await chen.pushes(f"offices_restore_{number}", house.posts(chen.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("这个您定不了。")
    await zhou.presses("点错了")

    assert [one.title for one in await house.db.read.offices.of(3)] == ["building_head"]


async def test_a_head_cannot_withdraw_what_somebody_above_gave(house: House) -> None:
    _, _, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await says(chen, "找谁")

    answer = await chen.pushes("offices_withdraw_1", house.posts(chen.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("这个您定不了。")
    assert len(await house.db.read.offices.of(1)) == 1


async def test_the_last_steward_names_another_first(house: House) -> None:
    zhou, _, _ = await settled(house)
    await says(zhou, "职务")
    await zhou.presses("维护员")

    answer = await zhou.presses("我不做了")

    assert answer and answer["text"].startswith("您是唯一的维护员。")
    await house.db.whole(lambda tx: tx.offices.end_all(1, int(house.clock.seconds())))
    assert await house.db.read.offices.holders("steward") == [1]


async def test_whoever_moves_out_holds_nothing_any_more_and_nobody_stands_in(house: House) -> None:
    _, _, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    at = int(house.clock.seconds())
    await house.db.whole(
        lambda tx: tx.offices.appoint(2, "building_head", 2, 3, at, stands_in_for=number, ends_at=at + 9)
    )

    ended = await house.db.whole(lambda tx: tx.offices.end_all(3, at))

    assert [one.id for one in ended] == [number]
    assert await house.db.read.offices.held_in(1, "building_head") == []


# Is it true


async def test_a_reply_asks_whether_somebody_really_is_our_head(house: House) -> None:
    _, wang, chen = await settled(house)
    await house.bind_group()
    await office(house, chen, "building_head", "3栋", by=1)
    post = chen.says("明天停水", to=house.group)
    await house.settles()

    wang.says("真的是楼栋长吗", to=house.group, reply_to=post.id)
    await house.settles()

    assert "✅ 陈建国：3栋的楼栋长，2026年11月起，周敏（锦江苑的维护员）任命。" in house.in_group()[-1]


async def test_an_account_that_never_spoke_to_us_is_no_head(house: House) -> None:
    _, wang, _ = await settled(house)
    await house.bind_group()
    [fraud] = house.world.add_people([{"first_name": "陈建国"}])
    house.world.add_members(house.group, [fraud])
    await house.db.whole(lambda tx: tx.sql.run("DELETE FROM people WHERE telegram_id = ?", fraud))
    post = house.neighbour(fraud, "陈建国").says("我是楼栋长，交 200 元", to=house.group)
    await house.settles()

    wang.says("/verify@" + house.community.house.username, to=house.group, reply_to=post.id)
    await house.settles()

    assert house.in_group()[-1].startswith("我这里没有这个人的职务。")
    assert "从不收钱" in house.in_group()[-1]


async def test_without_a_reply_it_says_how(house: House) -> None:
    _, wang, _ = await settled(house)
    await house.bind_group()

    wang.says("/verify", to=house.group)
    await house.settles()

    assert house.in_group()[-1].startswith("回复那个人的消息")


async def passes_on(who: Neighbour, origin: dict[str, Any], text: str = "明天停水") -> str:
    """Somebody's message, forwarded to the bot."""
    world = who.house.world
    saying._speak(
        world, world.private(who.id), who.id, {"text": text, "forward_origin": origin}, None, None, False, False
    )
    await who.house.settles()
    return who.reads()


async def test_in_private_a_forwarded_message_asks_the_same(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋", by=1)
    assert (await says(wang, "/verify")).startswith("把那个人的消息转发给我")
    assert (await says(wang, "就是那个人")).startswith("把那个人的消息转发给我")

    user = {"id": chen.id, "is_bot": False, "first_name": "x"}
    said = await passes_on(wang, {"type": "user", "date": 1, "sender_user": user})
    assert "✅ 陈建国：3栋的楼栋长" in said

    await says(wang, "/verify")
    hidden = await passes_on(wang, {"type": "hidden_user", "date": 1, "sender_user_name": "陈建国"})
    assert hidden.startswith("这条消息看不出是谁发的")


async def test_the_card_of_an_office_says_who_granted_it(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋", by=1)
    await says(wang, "找谁")
    await wang.presses("🎖 楼栋长")
    assert "认得楼里的邻居" in wang.reads()

    answer = await wang.presses("🔎 真的吗？")

    assert answer and answer["show_alert"] and "周敏（锦江苑的维护员）任命" in answer["text"]


# Titles and duties


async def test_a_title_of_the_stewards_own_may_do_what_it_is_like(house: House) -> None:
    zhou, _, chen = await settled(house)
    assert "有“楼长”了，和楼栋长一样" in await says(zhou, "/title 楼长 / Block head = 楼栋长")
    assert (await says(zhou, "/title 楼长 = 单元长")) == "这个名字已经有了。"
    assert (await says(zhou, "/title 长 = 皇帝")).startswith("等号右边写一个现有的职务")
    await says(zhou, "/appoint 楼长 3栋")
    await zhou.presses("发个邀请链接")
    chen.starts(await code_link(house))
    await house.settles()
    await chen.presses("✅ 我愿意")

    assert "3栋的楼长 陈建国" in await says(zhou, "/who 3栋")
    assert await house.db.read.offices.titles_of(3) == {"building_head"}
    await says(zhou, "/title")
    answer = await zhou.pushes("title_drop_own1", house.posts(zhou.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("有人担任过这个职务")


async def test_titles_are_the_stewards(house: House) -> None:
    _, wang, _ = await settled(house)

    assert (await says(wang, "/title 楼长 = 维护员")) == "只有维护员能加职务。"


async def test_the_communitys_own_duties_take_the_place_of_the_houses(house: House) -> None:
    zhou, wang, _ = await settled(house)
    await says(zhou, "职责")
    await zhou.presses("楼栋长")
    await zhou.presses("改一改")
    assert "每天七点开门" in await says(zhou, "每天七点开门")

    await says(wang, "/duties")
    await wang.presses("楼栋长")
    assert "每天七点开门" in wang.reads() and wang.buttons() == ["↩️ 返回"]
    answer = await wang.pushes("duties_change_building-head", house.posts(wang.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("职责由社区和维护员来改。")
    await zhou.presses("用原来的")
    assert "认得楼里的邻居" in zhou.reads()


# Keeping a neighbour in mind


async def test_a_neighbour_is_kept_in_mind_once_the_household_agrees(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await says(wang, "职务")
    await wang.presses("惦记一位邻居")
    for step in ("1单元", "301"):
        await wang.presses(step)
    assert wang.reads().startswith("已经去问了。")
    assert "王芳（3栋）想惦记着您家" in chen.reads()
    assert await waits_for(house, chen) == ["💛 王芳（3栋）想惦记着您家"]

    await chen.presses("💛 好，谢谢")

    assert any("答应了，谢谢您。" in text for text in wang.sees())
    assert "💛 王芳（3栋）惦记着您家" in await says(chen, "找谁")
    assert "惦记" not in await says(zhou, "/who 3栋")
    stranger = await house.moves_in("路人")
    await says(stranger, "/who")
    number = (await house.db.read.offices.of(2))[0].id
    answer = await stranger.pushes(f"who_office_{number}", house.posts(stranger.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("没找到这个职务。")
    await chen.presses("🙏 不用惦记了")
    assert await house.db.read.offices.of(2) == []
    assert "惦记" not in chen.reads()
    assert any("说不用惦记了，谢谢您这段时间" in text for text in wang.sees())


async def test_where_nobody_is_reached_the_head_agrees_for_them(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await house.lives(await house.moves_in("孙奶奶", started=False), "3-1-302")
    await says(wang, "职务")
    await wang.presses("惦记一位邻居")
    for step in ("1单元", "302"):
        await wang.presses(step)
    assert "请您替他们问一声" in chen.reads()

    await chen.presses("✅ 那家答应了")

    [held] = await house.db.read.offices.of(2)
    assert held.title == "caring_neighbour"
    await says(chen, "职务")
    await chen.presses("谁惦记着谁")
    assert "3栋1单元302：王芳（3栋）惦记着" in chen.reads()


async def test_a_head_does_not_answer_for_those_who_can(house: House) -> None:
    _, wang, _ = await settled(house)
    head = await house.moves_in("李楼长", unit="3-2-101")
    await office(house, head, "building_head", "3栋")
    await says(wang, "职务")
    await wang.presses("惦记一位邻居")
    for step in ("1单元", "301"):
        await wang.presses(step)
    await says(head, "找谁")

    answer = await head.pushes("care_yes_1", house.posts(head.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("那家收得到我的消息")


# Hooks, language, wrong places


async def test_what_i_am_here_and_who_a_newcomer_should_know(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")

    assert [line.text for line in await lines_of(house, chen, "about")] == ["🎖 3栋的楼栋长"]
    assert await lines_of(house, wang, "welcome") == ["您的楼栋长：陈建国"]


async def board_of(house: House, place: str) -> list[str]:
    async def bound(tx: Any) -> Any:
        room = await tx.rooms.open(-100200, 0, place)
        [found] = [one.id for one in await tx.places.all() if one.name == place]
        await tx.rooms.belongs_to(room.id, found)
        shown = Look(tx, await tx.rooms.get(room.id), words("zh"), house.community.house, int(house.clock.seconds()))
        return [entry.text for entry in await board.on_duty(shown)]

    found: list[str] = await house.db.whole(bound)
    return found


async def test_the_board_says_who_is_on_duty(house: House) -> None:
    _, _, chen = await settled(house)
    await office(house, chen, "duty_holder")

    assert await board_of(house, "3栋") == ["值班 陈建国"]


@pytest.mark.parametrize("command", ["appoint", "offices", "duties", "title"])
async def test_what_is_private_is_not_done_in_a_group(house: House, command: str) -> None:
    zhou, _, _ = await settled(house)
    await house.bind_group()

    zhou.says(f"/{command}", to=house.group)
    await house.settles()

    assert house.in_group()[-1] == "点下面，我们私下说。"


async def test_the_same_in_english(english_house: House) -> None:
    house = english_house
    zhou = await house.moves_in("Zhou", unit="5-1-101", language="en")
    anna = await house.moves_in("Anna", unit="3-2-501", language="en")
    await office(house, zhou, "steward")
    await says(zhou, "appoint building head 3栋")
    await zhou.presses("Myself")
    await zhou.presses("Fine")

    assert "Building head of 3栋, Steward of 锦江苑: Zhou" in await says(anna, "who answers")
    await anna.presses("✍️ Zhou")
    await says(anna, "The lift has stopped")
    assert "A line from Anna (3栋) for the Building head of 3栋" in zhou.reads()
    assert "Building head" in await says(zhou, "my offices") + "".join(zhou.buttons())


async def test_who_answers_for_my_area_stands_between_building_and_community(house: House) -> None:
    _, wang, chen = await settled(house)

    async def another_home(tx: Any) -> int:
        at = (await tx.places.root()).id
        for kind, name in (("area", "第一网格"), ("building", "8栋"), ("stair", "1单元"), ("dwelling", "101")):
            at = await tx.places.add(at, kind, name)
        await tx.residents.lives((await tx.people.by_telegram(wang.id)).id, at, "tenant")
        return int(at)

    home = await house.db.whole(another_home)
    await office(house, chen, "area_worker", "第一网格")

    await says(wang, "找谁")
    await wang.pushes(f"who_at_{home}_1", house.posts(wang.id, "bot")[-1].id)

    shown = wang.reads()
    assert "第一网格的网格员 陈建国" in shown and "8栋还没有楼栋长，先找陈建国。" in shown
    assert shown.index("第一网格") < shown.index("锦江苑的维护员 周敏")
