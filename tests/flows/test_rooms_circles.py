"""A circle's own group, by button: the heads', a team's. It is no place's, so no plea is offered for it."""

from __future__ import annotations

import pytest

from tests.flows.helping import office
from tests.flows.test_board import hang
from tests.flows.test_offices import says
from tests.flows.test_people import claims
from tests.house import House, Neighbour


async def added(house: House, title: str, by: str = "周文华") -> tuple[Neighbour, Neighbour, int]:
    """A steward and 王芳 live here, the community has its group; one of the two adds us to another one."""
    await house.bind_group()
    zhou = await house.moves_in("周文华", unit="5-1-101")
    wang = await house.moves_in("王芳", unit="3-1-101")
    await claims(house, zhou)
    fresh = house.world.add_group(title, [wang.id, zhou.id], bot=None)
    house.adds_bot(zhou if by == "周文华" else wang, fresh)
    await house.settles()
    return zhou, wang, fresh


async def circle_in(house: House, chat: int) -> tuple[str, str | None] | None:
    """The name and title of the circle that meets there; the group is no place's then."""
    found = await house.db.read.rooms.enter(chat, 0, None)
    assert found
    circle = await house.db.read.circles.in_room(found[0].id)
    if circle is None:
        return None
    assert found[0].place_id is None
    return circle.name, circle.title


async def offered(house: House, who: Neighbour) -> list[str]:
    """The groups that a plea of theirs may go to."""
    person = await house.db.read.people.by_telegram(who.id)
    assert person
    return [room.title or "" for room in await house.db.read.rooms.open_to(person.id)]


async def test_the_heads_group_is_theirs_by_one_tap_and_no_plea_is_offered_for_it(house: House) -> None:
    zhou, wang, fresh = await added(house, "楼栋长议事群")
    zhou.says("大家好", to=fresh)
    await house.settles()

    await zhou.presses("楼栋长们的群")

    assert await circle_in(house, fresh) == ("楼栋长会", "building_head")
    assert "“楼栋长议事群”是楼栋长会的群。" in zhou.reads()
    assert "好了，这里是楼栋长会的群。" in zhou.sees(fresh)
    assert not any("小区看板" in text for text in zhou.sees(fresh))
    for who in (zhou, wang):
        assert "楼栋长议事群" not in await offered(house, who)
    assert "楼栋长议事群 · 楼栋长会" in (await says(zhou, "绑定")) + " ".join(zhou.buttons())


async def test_who_only_added_us_says_so_and_a_steward_agrees(house: House) -> None:
    zhou, wang, fresh = await added(house, "锦江苑红马甲", by="王芳")

    await wang.presses("志愿队、小组的群")
    assert "小组的群不贴小区看板" in wang.reads()
    await wang.presses("新小组：锦江苑红马甲")
    assert await circle_in(house, fresh) is None
    assert zhou.reads().startswith(
        "“锦江苑红马甲”是锦江苑红马甲的群吗？\n王芳（3栋）说的。\n还没有这个小组，您同意就建。"
    )
    await zhou.presses("✅ 是的")

    assert await circle_in(house, fresh) == ("锦江苑红马甲", None)
    circle = (await house.db.read.circles.of(2))[0]
    assert (circle.lead_id, await house.db.read.circles.members(circle.id)) == (2, [2])


async def test_an_organiser_settles_a_circle_there_is_without_a_steward(house: House) -> None:
    _, wang, fresh = await added(house, "红马甲们", by="王芳")
    await office(house, wang, "organiser", "锦江苑")
    await house.db.whole(lambda tx: tx.circles.make("志愿队", 1, None, 2, 1))

    await wang.presses("志愿队、小组的群")
    await wang.presses("👥 志愿队")

    assert await circle_in(house, fresh) == ("志愿队", None)


async def test_a_group_may_become_a_circles_and_a_places_again(house: House) -> None:
    zhou, _, _ = await added(house, "红马甲们")
    await hang(house)
    assert any("小区看板" in text for text in house.in_group())

    await says(zhou, "绑定")
    await zhou.presses("锦江苑", containing="群")
    await zhou.presses("换个地方")
    await zhou.presses("楼栋长们的群")
    assert await circle_in(house, house.group) == ("楼栋长会", "building_head")
    assert not any("小区看板" in text for text in house.in_group())

    await zhou.presses("换个地方")
    await zhou.presses("整个小区")
    assert await circle_in(house, house.group) is None
    assert any("小区看板" in text for text in house.in_group())


@pytest.mark.parametrize(
    "forged",
    [
        "room_circle_2_1_9", "room_circle_2_1_won", "room_circle_2_1", "room_circle_2_99_heads", "room_teams_2",
        "room_circle_77_1_heads",
    ],
)  # fmt: skip
async def test_a_forged_circle_is_refused(house: House, forged: str) -> None:
    _, wang, fresh = await added(house, "红马甲们", by="王芳")

    answer = await wang.pushes(forged, house.posts(wang.id, "bot")[-1].id)

    assert answer and ("旧了" in answer["text"] or "加我进群的人" in answer["text"])
    assert await circle_in(house, fresh) is None
    assert await house.db.read.house.parked() == 0


async def test_somebody_elses_group_is_not_theirs_to_give(house: House) -> None:
    _, wang, fresh = await added(house, "红马甲们")
    found = await house.db.read.rooms.enter(fresh, 0, None)
    assert found

    answer = await wang.pushes(f"room_circle_{found[0].id}_1_heads", 1)

    assert answer and answer["text"].startswith("哪个群是哪里的")
    assert await circle_in(house, fresh) is None
