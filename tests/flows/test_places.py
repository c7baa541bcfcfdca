"""Places: a steward describes buildings in a line, looks, and taps once."""

from typing import Any

import pytest

from tests.flows.test_people import claims
from tests.house import House, Neighbour


async def _steward(house: House, language: str = "zh-hans") -> Neighbour:
    zhou: Neighbour = await house.moves_in("周文华", language=language)
    await claims(house, zhou)
    return zhou


async def _count(house: House) -> dict[str, int]:
    read = house.db.read
    found: dict[str, int] = await read.places.counts((await read.places.root()).id)
    return found


async def test_a_building_stands_after_one_line_and_one_tap(house: House) -> None:
    zhou = await _steward(house)

    zhou.says("建楼 3栋 2个单元 18层 每层4户")
    await house.settles()
    assert "3栋 · 2个单元 · 1到18层 · 每层4户 · 共144户" in zhou.reads()
    await zhou.presses("建，共144户")

    assert await _count(house) == {"building": 1, "community": 1, "dwelling": 144, "stair": 2}
    tree = await house.community.house.tree(house.db.read)
    [(flat,)] = [tuple(tree.named("dwelling", "1804")[:1])]
    assert tree.path(flat) == "3栋1单元1804"


async def test_what_comes_next_is_said_and_is_one_tap_away(house: House) -> None:
    zhou = await _steward(house)

    await _builds(house, zhou, "3栋 2个单元 2层 每层2户")
    assert "接下来：打印门码贴到各家" in zhou.reads()
    await zhou.presses("打印门码")
    assert "打印哪一栋的门码？" in zhou.reads() and "3栋" in zhou.buttons()

    await _builds(house, zhou, "4栋 2个单元 2层 每层2户")
    await zhou.presses("任命")
    assert "任命什么职务？" in zhou.reads()

    await _builds(house, zhou, "5栋 2个单元 2层 每层2户")
    await zhou.presses("加到小区群")
    assert "选小区的群，我就进去了。" in zhou.reads()


async def test_two_stairs_or_the_second_one_is_asked(house: House) -> None:
    zhou = await _steward(house)
    zhou.says("/build 3栋 2单元 18层 每层4户")
    await house.settles()

    await zhou.presses("只有2单元，72户")

    assert await _count(house) == {"building": 1, "community": 1, "dwelling": 72, "stair": 1}
    assert (await house.community.house.tree(house.db.read)).named("stair", "1") == []


async def test_what_is_there_already_stays_and_no_second_building_of_the_same_number_appears(house: House) -> None:
    zhou = await _steward(house)
    await house.moves_in("王芳", unit="3-1-101")

    zhou.says("build building 3, 2 stairs, 2 floors, 2 per floor")
    await house.settles()
    await zhou.presses("建")

    assert await _count(house) == {"building": 1, "community": 1, "dwelling": 8, "stair": 2}


async def test_what_was_just_built_goes_again_but_not_where_somebody_moved_in(house: House) -> None:
    zhou = await _steward(house)
    zhou.says("建楼 3栋 2个单元 2层 每层2户")
    await house.settles()
    await zhou.presses("建")
    await house.moves_in("王芳", unit="3-1-101")

    await zhou.presses("撤掉刚建的")

    assert await _count(house) == {"building": 1, "community": 1, "dwelling": 1, "stair": 1}
    zhou.says("建楼 3栋 2个单元 2层 每层2户")
    await house.settles()
    await zhou.presses("建")
    assert (await _count(house))["dwelling"] == 8


async def test_a_neighbours_group_lies_across_stairs_and_its_head_stands_above_its_homes(house: House) -> None:
    zhou = await _steward(house)
    zhou.says("建楼\n3栋 2个单元 2层 每层2户")
    await house.settles()
    await zhou.presses("建")

    zhou.says("建楼 邻里组 春风组：3-1-101, 3-1-102, 3-2-101")
    await house.settles()
    await zhou.presses("建")

    async def appoint(tx: Any) -> frozenset[str]:
        tree = await house.community.house.tree(tx)
        [group] = [place.id for place in await tx.places.all() if place.kind == "neighbours"]
        await tx.offices.appoint(1, "neighbour_head", group, None, 1)
        [flat] = [id for id in tree.named("dwelling", "101") if "2单元" in tree.path(id)]
        found: frozenset[str] = await tx.offices.titles_at_or_above(1, flat)
        return found

    assert await house.db.whole(appoint) == {"neighbour_head", "steward"}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("建楼 3栋", "这一行我没看懂"),
        ("建楼 邻里组 春风组：9-9-999", "我没有全找到"),
        ("建楼\n" + "3栋 6层 每层2户\n" * 250, "一次最多200行"),
        ("建楼 1-99栋 9个单元 30层 每层9户", "一次最多建6000户"),
    ],
)
async def test_what_cannot_be_built_is_refused_with_a_way_on(house: House, said: str, answer: str) -> None:
    zhou = await _steward(house)

    zhou.says(said)
    await house.settles()

    assert answer in zhou.reads()
    assert await _count(house) == {"community": 1}


async def test_building_is_the_stewards_and_private(house: House) -> None:
    zhou, wang = await _steward(house), await house.moves_in("王芳")

    wang.says("建楼 3栋 2个单元 2层 每层2户")
    zhou.says("/build 3栋 2个单元 2层 每层2户", to=house.group)
    await house.settles()

    assert wang.reads() == "建楼是维护员的事。少了哪栋楼，请告诉维护员。"
    assert house.in_group()[-1] == "建楼的事我们私下说。"
    answer = await wang.pushes("place_build_all", house.posts(wang.id, "bot")[-1].id)
    assert answer and answer["text"] == "建楼是维护员的事。少了哪栋楼，请告诉维护员。"
    assert await _count(house) == {"community": 1}


async def test_a_second_tap_builds_nothing_twice(house: House) -> None:
    zhou = await _steward(house)
    zhou.says("建楼 3栋 2个单元 2层 每层2户")
    await house.settles()
    message = house.posts(zhou.id, "bot")[-1].id

    await zhou.pushes("place_build_all", message)
    answer = await zhou.pushes("place_build_all", message)

    assert answer and answer["text"].startswith("这个按钮旧了")
    assert (await _count(house))["dwelling"] == 8


async def test_an_english_steward_reads_english(english_house: House) -> None:
    house = english_house
    zhou = await _steward(house, "en")

    zhou.says("/build")
    await house.settles()
    zhou.says("buildings 1-2, 2 stairs, 3 floors, 2 per floor")
    await house.settles()

    assert "Building 1, Building 2 · 2 stairs · floors 1 to 3 · 2 per floor · 24 homes" in zhou.reads()
    await zhou.presses("Build 24 homes")
    assert "Homes: 24" in zhou.reads()


async def _builds(house: House, zhou: Neighbour, said: str) -> None:
    zhou.says("建楼 " + said)
    await house.settles()
    await zhou.presses("建，共")


async def test_what_was_built_later_keeps_the_building_it_stands_in(house: House) -> None:
    zhou = await _steward(house)
    await _builds(house, zhou, "3栋 第1单元 2层 每层2户")
    message, undoing = house.button(zhou.id, "bot", "撤掉刚建的")
    await _builds(house, zhou, "3栋 第2单元 2层 每层2户")

    await zhou.pushes(undoing, message.id)

    assert await _count(house) == {"building": 1, "community": 1, "dwelling": 4, "stair": 1}
    tree = await house.community.house.tree(house.db.read)
    assert [tree.path(id) for id in tree.named("dwelling", "101")] == ["3栋2单元101"]


async def test_what_a_group_waits_to_belong_to_does_not_go(house: House) -> None:
    zhou = await _steward(house)
    await _builds(house, zhou, "3栋 第1单元 1层 每层1户")
    building = next(place.id for place in await house.db.read.places.all() if place.name == "3栋")
    await house.db.whole(lambda tx: tx.rooms.wish(1, None, building, "", 1))

    await zhou.presses("撤掉刚建的")

    assert (await _count(house))["building"] == 1


async def test_the_preview_says_which_homes_a_neighbours_group_gets(house: House) -> None:
    zhou = await _steward(house)
    await _builds(house, zhou, "3-4栋 2个单元 2层 每层2户")

    zhou.says("建楼 邻里组 春风组：2-101, 3-1-102")
    await house.settles()
    assert "春风组" in zhou.reads() and "3户：3-1-102、3-2-101、4-2-101" in zhou.reads()

    zhou.says("建楼 邻里组 春风组：3-1-101 和王奶奶家")
    await house.settles()
    assert "我没有全找到" in zhou.reads()


async def test_homes_that_are_named_twice_are_gathered_once(house: House) -> None:
    zhou = await _steward(house)
    await _builds(house, zhou, "3栋 2个单元 2层 每层2户")

    zhou.says("建楼 邻里组 春风组：3-1-101, 3-1-101, 3栋1单元, 3栋")
    await house.settles()
    await zhou.presses("建")

    assert await house.db.read.house.parked() == 0
    assert (await _count(house))["neighbours"] == 1


async def test_what_comes_back_after_an_undo_can_be_undone_again_and_what_was_there_cannot(house: House) -> None:
    zhou = await _steward(house)
    await _builds(house, zhou, "3栋 第1单元 2层 每层2户")
    await zhou.presses("撤掉刚建的")
    await _builds(house, zhou, "3栋 第1单元 2层 每层2户")
    await zhou.presses("撤掉刚建的")
    assert await _count(house) == {"community": 1}

    await _builds(house, zhou, "3栋 第1单元 2层 每层2户")
    await _builds(house, zhou, "3栋 第1单元 2层 每层2户")

    assert not [label for label in zhou.buttons() if "撤掉" in label]
    assert (await _count(house))["dwelling"] == 4


async def test_an_english_building_has_english_stairs(english_house: House) -> None:
    house = english_house
    zhou = await _steward(house, "en")
    zhou.says("/build building 3, 2 stairs, 2 floors, 2 per floor")
    await house.settles()
    await zhou.presses("Build")

    tree = await house.community.house.tree(house.db.read)
    assert tree.path(tree.named("dwelling", "101")[1]) == "Building 3 Stair 2 101"
    assert tree.code(tree.named("dwelling", "101")[1]) == "3-2-101"


async def test_a_door_that_somebody_asks_to_be_confirmed_at_does_not_go(house: House) -> None:
    zhou = await _steward(house)
    zhou.says("建楼 3栋 2个单元 2层 每层2户")
    await house.settles()
    await zhou.presses("建")
    wang = await house.moves_in("王芳")
    wang.says("登记 3-1-101")
    await house.settles()
    await wang.presses("我是业主")

    await zhou.presses("撤掉刚建的")

    assert await _count(house) == {"building": 1, "community": 1, "dwelling": 1, "stair": 1}


async def test_whatever_points_at_a_place_keeps_it(house: House) -> None:
    """A table that comes later is looked at as well."""
    pointing = await house.db.read.places._pointing_here()

    assert {"asks", "joins", "matters", "notices", "offices", "residents", "rooms"} <= {table for table, _ in pointing}
    assert {column for _, column in pointing} == {"place_id"}
