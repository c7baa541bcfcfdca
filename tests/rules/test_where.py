"""The pad: the fewest taps down to a door, and always a way back."""

from bot.domain.places import Tree
from handlers.where import At, pad
from tests.rules.test_places import TREE, block, grown


def labels(tree: Tree, place_id: int, *, to_door: bool = True) -> list[str]:
    return [button.text for row in pad(tree, At(place_id), "who.pad", to_door=to_door) for button in row]


def numbered(tree: Tree, name: str) -> int:
    number = 1
    while tree.get(number).name != name:
        number += 1
    return number


def test_nobody_needs_to_know_their_grid_area_or_the_only_estate() -> None:
    assert labels(TREE, 1)[:4] == ["3栋", "5栋", "7栋", "21栋"]


def test_whoever_looks_for_an_area_finds_it() -> None:
    estate = numbered(TREE, "锦江苑")

    assert labels(TREE, estate, to_door=False)[:2] == ["第一片区", "第二片区"]


def test_where_two_areas_have_a_building_of_the_same_name_the_area_is_asked() -> None:
    tree = grown(
        *block("community:丹霞社区 > area:东区 > building:3栋", 1),
        *block("community:丹霞社区 > area:西区 > building:3栋", 1),
    )

    assert labels(tree, 1) == ["东区", "西区"]


def test_a_group_across_stairs_is_on_nobodys_way_home() -> None:
    building = "community:丹霞社区 > building:3栋"
    tree = grown(*block(building, 2), f"{building} > neighbours:桂花邻里组")
    third = numbered(tree, "3栋")

    assert labels(tree, third) == ["1单元", "2单元", "↩️ 丹霞社区"]
    assert "桂花邻里组" in labels(tree, third, to_door=False)


def test_back_leads_to_where_there_was_a_choice() -> None:
    assert labels(TREE, numbered(TREE, "3栋"))[-1] == "↩️ 锦江苑"
