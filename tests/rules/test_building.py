"""Building: places described in a line; what could mean two things is asked, what means nothing is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import building
from bot.domain.places.building import Block, Gathering
from bot.domain.rules import RuleError


def one(text: str) -> Block:
    [block] = building.read(text)
    assert isinstance(block, Block)
    return block


@pytest.mark.parametrize(
    ("said", "buildings", "stairs", "floors", "doors", "dwellings"),
    [
        ("3栋 2单元 18层 每层4户", 1, 2, 18, 4, 144),
        ("3栋2个单元，18层，每层4户", 1, 2, 18, 4, 144),
        ("3號樓 2單元 18層 每層4戶", 1, 2, 18, 4, 144),
        ("三栋 两个单元 六层 每层两户", 1, 2, 6, 2, 24),
        ("1-36栋 3单元 6层 每层4户", 36, 3, 6, 4, 2592),
        ("1栋 第2单元 6层 每层2户", 1, 1, 6, 2, 12),
        ("5栋 12层 一梯4户", 1, 0, 12, 4, 48),
        ("A座 2-18层 每层3户", 1, 0, 17, 3, 51),
        ("building 3, 2 stairs, 18 floors, 4 per floor", 1, 2, 18, 4, 144),
        ("buildings 1-4 3 entrances 6 floors 2 flats a floor", 4, 3, 6, 2, 144),
    ],
)
def test_a_line_is_read(said: str, buildings: int, stairs: int, floors: int, doors: int, dwellings: int) -> None:
    block = one(said)

    assert (len(block.buildings), len(block.stairs), len(block.floors), block.doors) == (
        buildings, stairs, floors, doors,
    )  # fmt: skip
    assert block.dwellings == len(block.paths()) == dwellings


@pytest.mark.parametrize(
    ("said", "ambiguous"),
    [
        ("3栋 2单元 18层 每层4户", True),
        ("3栋 2个单元 18层 每层4户", False),
        ("3栋 共2单元 18层 每层4户", False),
        ("3栋 第2单元 18层 每层4户", False),
        ("3栋 1单元 18层 每层4户", False),
        ("3栋 1-2单元 18层 每层4户", False),
    ],
)
def test_two_stairs_or_the_second_one_is_a_question(said: str, ambiguous: bool) -> None:
    block = one(said)

    assert block.ambiguous is ambiguous
    if ambiguous:
        assert block.only_last_stair().paths()[0] == (("building", "3栋"), ("stair", "2单元"), ("dwelling", "101"))


def test_doors_are_called_as_people_call_them() -> None:
    paths = one("12栋 2个单元 11层 每层2户").paths()

    assert paths[0] == (("building", "12栋"), ("stair", "1单元"), ("dwelling", "101"))
    assert paths[-1] == (("building", "12栋"), ("stair", "2单元"), ("dwelling", "1102"))


def test_several_lines_and_a_neighbours_group() -> None:
    found = building.read("3栋 2个单元 6层 每层2户\n邻里组 春风组：3-1-101, 3-1-102\n\n4栋 6层 每层2户")

    assert [type(one) for one in found] == [Block, Gathering, Block]
    assert found[1] == Gathering("春风组", "3-1-101, 3-1-102")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "build-empty"),
        ("  \n ", "build-empty"),
        ("3栋", "build-not-understood"),
        ("3栋 18层", "build-not-understood"),
        ("3栋 还有 2单元 18层 每层4户 的样子", "build-not-understood"),
        ("1-99栋 9个单元 30层 每层9户", "build-too-large"),
        ("3栋 6层 每层2户\n" * 201, "build-too-many-lines"),
        ("5-1栋 6层 每层2户", "build-not-understood"),
        ("3栋 18-2层 每层2户", "build-not-understood"),
        ("3栋 4-1单元 6层 每层2户", "build-not-understood"),
        ("A-3座 6层 每层2户", "build-not-understood"),
        ("3栋 12层 每层120户", "build-not-understood"),
        ("3栋 0层 每层2户", "build-not-understood"),
        ("3栋 2个单元 0-3层 每层2户", "build-not-understood"),
    ],
)
def test_what_is_not_understood_is_refused_with_the_line(said: str, code: str) -> None:
    with pytest.raises(RuleError) as refused:
        building.read(said)

    assert refused.value.code == code


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        building.read(text)
    except RuleError:
        return


@given(st.integers(1, 99), st.integers(1, 9), st.integers(1, 30), st.integers(1, 8))
def test_what_is_written_down_is_what_is_built(number: int, stairs: int, floors: int, doors: int) -> None:
    block = one(f"{number}栋 {stairs}个单元 {floors}层 每层{doors}户")

    assert block.buildings == (f"{number}栋",)
    assert block.dwellings == stairs * floors * doors == len(set(block.paths()))
