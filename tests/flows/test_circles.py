"""Circles: heads' meetings follow their offices; groups and teams are lists; a room, a lead, an end."""

from typing import Any

import pytest

from bot.i18n import words
from handlers.cards import Look
from handlers.circles import FEATURE
from tests.flows.test_offices import code_link, office, says, settled
from tests.house import House, Neighbour


async def makes(who: Neighbour, *labels: str) -> None:
    await says(who, "小组")
    for label in ("➕ 建一个小组", *labels):
        await who.presses(label)


async def team(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """The steward's working group of building 3."""
    people = await settled(house)
    await makes(people[0], "👥 一些邻居", "3栋", "✅ 就是3栋", "工作小组")
    return people


async def members(house: House, number: int = 1) -> list[int]:
    found: list[int] = await house.db.read.circles.members(number)
    return found


async def lines_of(house: House, who: Neighbour, hook: str) -> list[str]:
    person = await house.db.read.people.by_telegram(who.id)
    room = await house.db.read.rooms.private(person.id, who.id)
    look = Look(house.db.read, room, words("zh"), house.community.house, int(house.clock.seconds()))
    return [line.text for line in await getattr(FEATURE, hook)(look, person)]


async def test_a_circle_of_offices_is_whoever_holds_them_at_the_moment_of_asking(house: House) -> None:
    zhou, wang, chen = await settled(house)
    await office(house, chen, "building_head", "3栋")
    await makes(zhou, "🎖 担任同一职务的", "楼栋长", "✅ 就是锦江苑", "楼栋长会")
    assert "楼栋长会" in zhou.reads() and "凡是楼栋长都在里面" in zhou.reads()
    assert await members(house) == [3]

    await office(house, wang, "building_head", "5栋")
    await house.db.whole(lambda tx: tx.offices.end_all(3, int(house.clock.seconds())))

    assert await members(house) == [2]
    assert await lines_of(house, wang, "about") == ["👥 楼栋长会"]
    assert await lines_of(house, zhou, "mine") == ["⭐ 楼栋长会 · 您是组长"]
    answer = await zhou.pushes("circles_add_1_1", house.posts(zhou.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("这个小组跟着职务走")


async def test_whoever_stands_in_is_in_the_circle_instead(house: House) -> None:
    zhou, wang, chen = await settled(house)
    number = await office(house, chen, "building_head", "3栋")
    await makes(zhou, "🎖 担任同一职务的", "楼栋长", "✅ 就是锦江苑", "楼栋长会")

    await house.db.whole(
        lambda tx: tx.offices.appoint(2, "building_head", 2, 3, 1, stands_in_for=number, ends_at=2**31)
    )

    assert await members(house) == [2]
    assert await lines_of(house, wang, "about") == ["👥 楼栋长会"]
    assert await lines_of(house, chen, "about") == []


async def test_a_title_of_the_stewards_own_counts_as_what_it_is_like(house: House) -> None:
    zhou, _, chen = await settled(house)
    await says(zhou, "/title 楼长 = 楼栋长")
    await office(house, chen, "own1", "3栋")
    await makes(zhou, "🎖 担任同一职务的", "楼栋长", "✅ 就是锦江苑", "楼栋长会")

    assert await members(house) == [3]


async def test_a_team_is_filled_from_the_neighbours_who_are_told_and_may_leave(house: House) -> None:
    zhou, wang, _ = await team(house)
    await zhou.presses("➕ 请人进来")
    await zhou.presses("王芳")
    assert await members(house) == [1, 2]
    assert wang.reads().startswith("您在这个小组里：\n工作小组")

    await wang.presses("退出")

    assert await members(house) == [1]
    assert any("王芳（3栋）退出了“工作小组”。" in text for text in zhou.sees())


async def test_a_member_changes_nothing_of_what_the_lead_decides(house: House) -> None:
    zhou, wang, _ = await team(house)
    await zhou.presses("➕ 请人进来")
    await zhou.presses("王芳")
    await says(wang, "小组")
    await wang.presses("👥 工作小组")
    assert wang.buttons() == ["📢 发通知", "退出", "↩️ 返回"]

    for door in (
        "rename_1",
        "add_1_1",
        "link_1",
        "noted_1",
        "members_1_1",
        "lead_1_2",
        "out_1_1",
        "no-room_1",
        "end_1",
    ):
        answer = await wang.pushes(f"circles_{door}", house.posts(wang.id, "bot")[-1].id)
        assert answer and answer["text"].startswith("这个由组长来定。"), door

    circle = await house.db.read.circles.get(1)
    assert circle and (circle.lead_id, circle.ended_at) == (1, None)
    assert await members(house) == [1, 2]


async def test_one_link_lets_many_in(house: House) -> None:
    zhou, wang, chen = await team(house)
    await zhou.presses("➕ 请人进来")
    await zhou.presses("🔗 邀请链接")
    link = await code_link(house)

    for one in (wang, chen, wang):
        one.starts(link)
        await house.settles()

    assert await members(house) == [1, 2, 3]
    await zhou.presses("返回")
    await zhou.presses("解散")
    stranger = await house.moves_in("路人")
    stranger.starts(link)
    await house.settles()
    assert stranger.reads() == "这个小组已经解散了。"


async def test_a_forged_link_lets_nobody_in(house: House) -> None:
    _, wang, _ = await team(house)

    wang.starts("circle_1_000000000000")
    await house.settles()

    assert await members(house) == [1]


async def test_a_neighbour_without_telegram_is_in_by_name(house: House) -> None:
    zhou, _, _ = await team(house)
    await zhou.presses("➕ 请人进来")
    await zhou.presses("没有 Telegram")

    assert "李桂英" in await says(zhou, "李桂英")


async def test_somebody_else_leads_it(house: House) -> None:
    zhou, wang, _ = await team(house)
    await zhou.presses("➕ 请人进来")
    await zhou.presses("王芳")
    answer = await zhou.pushes("circles_leave_1", house.posts(zhou.id, "bot")[-1].id)
    assert answer and answer["text"].startswith("您是组长。")

    await zhou.presses("返回")
    await zhou.presses("👥 成员")
    await zhou.presses("王芳")
    await zhou.presses("⭐ 请当组长")

    assert any("您现在是“工作小组”的组长了。" in text for text in wang.sees())
    await says(wang, "小组")
    await wang.presses("👥 工作小组")
    await wang.presses("✏️ 改名")
    assert (await says(wang, "三栋管道改造小组")).startswith("三栋管道改造小组")


async def test_a_group_becomes_the_circles_room(house: House) -> None:
    zhou, wang, _ = await team(house)
    await house.bind_group()

    wang.says("/circle 工作小组", to=house.group)
    await house.settles()
    assert house.in_group()[-1].startswith("是哪个小组？")
    zhou.says("/circle", to=house.group)
    await house.settles()

    assert house.in_group()[-1] == "好了，这个群就是“工作小组”的群。"
    circle = await house.db.read.circles.get(1)
    assert circle and circle.room_id and (await house.db.read.rooms.get(circle.room_id)).chat_id == house.group
    await house.db.whole(lambda tx: tx.circles.make("合唱队", 1, None, 1, 1))
    zhou.says("/circle 合唱队", to=house.group)
    await house.settles()
    assert house.in_group()[-1] == "这个群已经是“工作小组”的群了。"


async def test_the_room_stays_when_the_group_becomes_a_supergroup(house: House) -> None:
    zhou, _, _ = await team(house)
    zhou.says("/circle", to=house.group)
    await house.settles()
    before = await house.db.read.circles.get(1)

    await house.db.whole(lambda tx: tx.rooms.open(-100777, 0, "锦江苑"))
    await house.db.whole(lambda tx: tx.rooms.migrates(house.group, -100777))

    after = await house.db.read.circles.get(1)
    assert before and after and after.room_id
    assert (await house.db.read.rooms.get(after.room_id)).chat_id == -100777


async def test_an_end_is_taken_back_for_a_day(house: House) -> None:
    zhou, _, _ = await team(house)
    await zhou.presses("解散")
    assert "这个小组已经解散了。" in zhou.reads()
    await zhou.presses("点错了")
    assert await lines_of(house, zhou, "mine") == ["⭐ 工作小组 · 您是组长"]
    await zhou.presses("解散")
    await house.later(days=2)

    answer = await zhou.pushes("circles_reopen_1", house.posts(zhou.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("过了一天了")


FORGED = (
    "circles_new",
    "circles_here_people_1",
    "circles_named_people_1_club",
    "circles_one_1",
    "circles_end_1",
    "circles_take_1_2",
    "circles_lead_1_2",
    "circles_rename_1",
    "circles_one_99",
    "circles_add",
)


async def test_whoever_may_not_make_circles_makes_none(house: House) -> None:
    _, wang, _ = await team(house)
    assert (await says(wang, "/circle")).startswith("您还没有在哪个小组里。")
    pressed = house.posts(wang.id, "bot")[-1].id

    for data in FORGED:
        answer = await wang.pushes(data, pressed)
        assert answer and answer["text"], data

    assert len(await house.db.read.circles.at_or_below(1)) == 1
    assert await house.db.read.house.parked() == 0


@pytest.mark.parametrize(("name", "refusal"), [("长" * 21, "名字太长了"), ("​", "给小组起个名字")])
async def test_a_name_that_fits_no_button_is_refused(house: House, name: str, refusal: str) -> None:
    zhou, _, _ = await settled(house)
    await makes(zhou, "👥 一些邻居", "✅ 就是锦江苑")

    assert (await says(zhou, name)).startswith(refusal)
    assert await house.db.read.circles.at_or_below(1) == []


async def test_a_typed_name_and_the_same_in_english(english_house: House) -> None:
    house = english_house
    zhou = await house.moves_in("Zhou", unit="5-1-101", language="en")
    await office(house, zhou, "organiser")
    await says(zhou, "circles")
    for label in ("A new circle", "Some neighbours", "itself"):
        await zhou.presses(label)

    shown = await says(zhou, "Choir")

    assert shown.startswith("Choir\n锦江苑 · led by Zhou\n1 person")
    assert await members(house) == [1]


async def test_whoever_takes_over_an_office_leads_its_circles(house: House) -> None:
    _, wang, chen = await settled(house)
    await office(house, chen, "organiser")
    await makes(chen, "👥 一些邻居", "✅ 就是锦江苑", "志愿队")
    await says(chen, "职务")
    await chen.presses("召集人")
    await chen.presses("交给别人")
    await chen.presses("发个邀请链接")
    wang.starts(await code_link(house))
    await house.settles()
    await wang.presses("✅ 我愿意")

    assert any("连同没办完的1件事" in text for text in chen.sees())
    assert await lines_of(house, wang, "mine") == ["⭐ 志愿队 · 您是组长"]


async def test_who_died_is_quietly_no_member_any_more_and_leads_nothing(house: House) -> None:
    zhou, _wang, _chen = await team(house)
    await house.db.whole(lambda tx: tx.circles.join(1, 2, 1))
    assert 2 in await members(house)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE circles SET lead_id = 2"))

    await house.db.whole(lambda tx: tx.residents.retires(2, int(house.clock.seconds())))
    await says(zhou, "小组")
    await zhou.presses("工作小组")

    assert 2 not in await members(house) and "王芳" not in zhou.reads()
    await house.db.whole(lambda tx: tx.residents.retires(2, None))
    assert 2 in await members(house)


async def test_a_circle_is_on_duty_for_kinds_of_ask_and_is_found_nearest_first(house: House) -> None:
    zhou, wang, _ = await team(house)
    await zhou.presses("🙋 有人求助时帮什么")
    await zhou.presses("药")
    await zhou.presses("跑腿")
    assert {"✅ 药", "✅ 跑腿", "东西"} <= set(zhou.buttons())
    await zhou.presses("返回")
    assert "🙋 有人求助时值守：药、跑腿" in zhou.reads()

    async def nearest(tx: Any) -> list[tuple[str, list[int]]]:
        whole = await tx.circles.make("社区志愿队", (await tx.places.root()).id, None, 1, 1)
        await tx.circles.is_on_duty(whole.id, "medicine", True)
        home = next(place.id for place in await tx.places.all() if place.name == "501")
        return [(circle.name, people) for circle, people in await tx.circles.on_duty_for("medicine", home)]

    assert await house.db.whole(nearest) == [("工作小组", [1]), ("社区志愿队", [1])]
    assert await house.db.read.circles.on_duty_for("ride", 1) == []
    assert "👥 药、跑腿：工作小组，组长周敏" in await says(wang, "☎️ 找谁")


async def test_a_circle_goes_off_duty_by_another_tap_and_never_by_a_stranger(house: House) -> None:
    zhou, wang, _ = await team(house)
    await zhou.presses("🙋 有人求助时帮什么")
    await zhou.presses("药")
    message = house.posts(zhou.id, "bot")[-1].id
    await zhou.pushes("circles_kind-of_1_medicine_yes", message)  # a second tap
    assert await house.db.read.circles.kinds(1) == ["medicine"]
    for door in ("circles_kind-of_1_gold_yes", "circles_kind-of_1_medicine_maybe"):
        forged = await zhou.pushes(door, message)
        assert forged and forged["text"], door
    refused = await wang.pushes("circles_kind-of_1_medicine_no", house.posts(wang.id, "bot")[-1].id)
    assert refused and refused["text"].startswith("没找到这个小组")

    await zhou.presses("✅ 药")
    assert await house.db.read.circles.kinds(1) == []
