"""The rules of the register: what a sheet lists, what is wrong with it, what it would change, and never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.register import (
    Difference,
    Dweller,
    Known,
    Line,
    Listing,
    Register,
    Sheet,
    compare,
    harmless,
    read,
    rows,
)
from bot.domain.register.cells import called, floor_space, identity, owners, text
from bot.domain.register.columns import COLUMNS
from bot.domain.register.writing import square_metres
from bot.domain.rules import RuleError
from tests.lists import EMPTY, HEADINGS, ROOT, estate, sheet


def addresses(listing: Listing) -> list[str]:
    return ["|".join(name for _, name in line.path) for line in listing.lines]


def faults(found: Listing | Difference) -> list[tuple[int, int, str]]:
    return [(one.row, one.column, one.code) for one in found.problems]


# columns


@pytest.mark.parametrize(
    "headings",
    [
        ("房号", "楼栋", "单元", "面积", "业主"),
        ("Flat", "Building", "Stair", "Area (m²)", "Owners"),
        ("Door", "Building", "Stair", "Floor area", "Owner"),
        ("Door No.", "Block", "Entrance", "Size (m2)", "Owner names"),
        (" 房 号 ", "楼栋/大街", "单元号", "建筑面积（㎡）", "业主姓名"),
        ("室號", "棟", "單元", "面積", "業主"),
    ],
)
def test_headings_are_known_in_both_languages_and_any_order(headings: tuple[str, ...]) -> None:
    listing = read([sheet(headings, ("501", "3", "2", "89.5", "王芳"))])

    assert listing.problems == () and listing.notes == ()
    [line] = listing.lines
    assert [kind for kind, _ in line.path] == ["building", "stair", "dwelling"]
    assert (line.area, line.owners) == (8950, ("王芳",))


def test_a_title_above_the_headings_and_a_sheet_of_notes_do_no_harm() -> None:
    listing = read(
        [
            sheet(("锦江苑业主名册",), (), HEADINGS, ("3栋", "", "501")),
            sheet(("说明一下",), name="说明"),
            sheet(("甲", "乙"), name="别的"),
        ]
    )

    assert addresses(listing) == ["3栋|501"]
    assert [(note.code, dict(note.details)) for note in listing.notes] == [("sheet-skipped", {"sheet": "别的"})]
    assert listing.lines[0].row == 4


def test_columns_that_nobody_knows_are_named_and_not_read() -> None:
    listing = read(
        [
            sheet(("房号", "电话", "身份证号", ""), ("501", "13812345678", "5101…", "")),
        ]
    )

    assert [dict(note.details)["column"] for note in listing.notes] == ["电话", "身份证号"]
    assert "138" not in repr(listing.lines)


def test_a_list_of_buildings_needs_no_dwellings() -> None:
    listing = read([sheet(("片区", "楼栋"), ("第一片区", "1-3栋"), ("第一片区", "中心大街"), ("2", "4"))])

    assert listing.leaf == "building"
    assert addresses(listing) == ["第一片区|1-3栋", "第一片区|中心大街", "第2片区|4栋"]


@pytest.mark.parametrize(
    ("made", "code"),
    [(sheet(("姓名", "电话"), ("王芳", "1")), "register-no-headings"), (sheet(HEADINGS), "register-empty")],
)
def test_what_is_no_list_is_refused(made: Sheet, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        read([made])


def test_one_heading_twice_and_one_that_means_two_things_are_asked_about() -> None:
    found = read([sheet(("房号", "房间号", "Area"), ("501", "502", "3"))])

    assert faults(found) == [(1, 1, "heading-twice"), (1, 2, "heading-unclear")]


def test_the_templates_example_is_passed_over() -> None:
    found = read([sheet(("房号", "备注"), ("501", "示例，可以删掉"), ("502", ""))])

    assert addresses(found) == ["502"]


# one place, however it is written


@pytest.mark.parametrize(
    ("kind", "spellings"),
    [
        ("building", ["3栋", " 3 栋", "３栋", "3号楼", "三幢", "第3栋", "Building 3", "3", "03", "3.0", "3棟", "3座"]),
        ("building", ["别墅12", "12号别墅", "别墅 12 号", "別墅12"]),
        ("building", ["中心大街", " 中心大街 ", "中心 大街"]),
        ("stair", ["2单元", "二单元", "2", "２單元", "Unit 2", "2.0"]),
        ("dwelling", ["501", "501.0", "０５０１", "501室", "五零一", "501 号房", "Flat 501"]),
        ("dwelling", ["12a", "12A", "１２Ａ"]),
        ("estate", ["126号院", "126號院", "第126号大院", "126"]),
        ("area", ["第二片区", "2", "二网格", "Area 2"]),
    ],
)
def test_every_spelling_of_a_place_is_that_one_place(kind: str, spellings: list[str]) -> None:
    heading = {"building": "楼栋", "stair": "单元", "dwelling": "房号", "estate": "小区", "area": "片区"}[kind]
    extra = [("房号",), *[(f"{number}",) for number in range(1001, 1001 + len(spellings))]]
    made = sheet((heading, *extra[0]), *[(one, *extra[nth + 1]) for nth, one in enumerate(spellings)])
    if kind == "dwelling":
        made = sheet(("楼栋", "房号"), *[(f"{nth + 1}栋", one) for nth, one in enumerate(spellings)])

    found = read([made])

    assert found.problems == ()
    assert len({identity(k, name) for line in found.lines for k, name in line.path if k == kind}) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("building", "3栋", "13栋"), ("building", "A3", "3A"), ("building", "A12别墅", "12A别墅"),
        ("building", "北12别墅3", "北1别墅23"), ("building", "1-3栋", "13栋"), ("dwelling", "501-1", "50-11"),
        ("dwelling", "501-1", "5011"), ("dwelling", "501A", "501B"), ("stair", "东单元", "西单元"),
        ("dwelling", "501", "5010"), ("building", "东区3", "西区3"),
    ],
)  # fmt: skip
def test_two_places_are_never_taken_for_one(kind: str, one: str, other: str) -> None:
    assert identity(kind, one) != identity(kind, other)


def test_two_spellings_in_one_list_and_in_the_register_are_one_home_and_both_rows_are_named() -> None:
    listing = read([sheet(HEADINGS, ("３號樓", "二单元", "501.0"), ("三幢", "2", "五零一"))])

    found = compare(listing, estate())

    [problem] = found.problems
    assert (problem.code, problem.row, dict(problem.details)["other_row"]) == ("twice", 3, 2)
    assert found.new == ()


@pytest.mark.parametrize(
    ("row", "path"),
    [
        (("", "", "3-2-501"), "3栋|2单元|501"),
        (("", "", "3栋2单元501"), "3栋|2单元|501"),
        (("", "", "3号楼二单元 501室"), "3号楼|二单元|501"),
        (("3栋", "", "2-501"), "3栋|2单元|501"),
        (("3栋", "2单元", "3-2-501"), "3栋|2单元|501"),
        (("3栋", "2单元", "2-501"), "3栋|2单元|501"),
        (("3栋", "", "2单元501"), "3栋|2单元|501"),
        (("", "", "B3-2-501"), "B3栋|2单元|501"),
        (("3栋", "2单元", "501-1"), "3栋|2单元|501-1"),
    ],
)
def test_a_whole_address_in_one_cell_is_taken_apart(row: tuple[str, ...], path: str) -> None:
    found = read([sheet(HEADINGS, row)])

    assert found.problems == () and addresses(found) == [path]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (("4栋", "2单元", "3-2-501"), 2, "code-disagrees"),
        (("3栋", "1单元", "2-501"), 2, "code-disagrees"),
        (("3栋", "", "3-501"), 2, "code-unclear"),
        (("", "", "3-501"), 2, "code-disagrees"),
        (("", "", "2单元501"), 2, "code-disagrees"),
        (("3栋2单元", "", "501"), 0, "two-levels"),
        (("3栋", "2单元", ""), 2, "missing"),
        (("=3", "2", "501"), 0, "not-a-name"),
        (("，。", "2", "501"), 0, "not-a-name"),
        (("很" * 41, "2", "501"), 0, "too-long"),
        (("3", "2", "501", "九十"), 3, "area-number"),
        (("3", "2", "501", "89.555"), 3, "area-decimals"),
        (("3", "2", "501", "0"), 3, "area-range"),
        (("3", "2", "501", "999999999"), 3, "area-range"),
        (("3", "2", "501", "89,5"), 3, "area-number"),
        (("3", "2", "501", "", "王芳 13812345678"), 4, "owner-phone"),
        (("3", "2", "501", "", "王" * 60), 4, "owner-long"),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(row: tuple[str, ...], column: int, code: str) -> None:
    found = read([sheet(HEADINGS, ("9栋", "1", "101"), row)])

    assert (3, column, code) in faults(found)


@pytest.mark.parametrize("cell", ["3-501", "2单元501"])
def test_a_short_address_alone_could_be_anybodys_and_is_asked_about(cell: str) -> None:
    assert faults(read([sheet(("房号",), (cell,))])) == [(2, 0, "code-unclear")]


def test_every_problem_is_collected() -> None:
    found = read([sheet(HEADINGS, *[("3", "2", str(1000 + nth), "?", "13812345678") for nth in range(40)])])

    assert len(found.problems) == 80


@pytest.mark.parametrize("odd", ["formula", "date", "error", "bool"])
def test_cells_that_hold_no_plain_value_are_named(odd: str) -> None:
    made = sheet(HEADINGS, ("3栋", "2单元", "501"), odd={(2, 1): odd})

    assert faults(read([made])) == [(2, 1, f"cell-{odd}")]


# filling from above


def test_what_is_written_once_stands_for_the_rows_beneath_and_that_is_said() -> None:
    found = read(
        [
            sheet(
                HEADINGS,
                ("3栋", "1单元", "101"),
                ("", "", "102"),
                ("", "2单元", "101"),
                ("4栋", "1单元", "101"),
                ("", "", "102"),
            )
        ]
    )

    assert addresses(found) == ["3栋|1单元|101", "3栋|1单元|102", "3栋|2单元|101", "4栋|1单元|101", "4栋|1单元|102"]
    [note] = found.notes
    assert (note.code, dict(note.details)["count"]) == ("filled", 5)


def test_where_a_sheet_repeats_its_values_an_empty_cell_is_a_question() -> None:
    found = read(
        [sheet(HEADINGS, ("3栋", "1单元", "101"), ("3栋", "1单元", "102"), ("", "1单元", "103"), ("3栋", "", "104"))]
    )

    assert faults(found) == [(4, 0, "unclear-blank"), (5, 1, "unclear-blank")]
    assert dict(found.problems[0].details)["above"] == "3栋"


def test_merged_cells_say_what_belongs_together_and_the_rest_is_a_question() -> None:
    made = sheet(
        HEADINGS, ("3栋", "1单元", "101"), ("", "", "102"), ("", "1单元", "103"), merged=((2, 0, 3, 0), (2, 1, 3, 1))
    )

    found = read([made])

    assert addresses(found) == ["3栋|1单元|101", "3栋|1单元|102"]
    assert faults(found) == [(4, 0, "unclear-blank")]


def test_a_stair_never_goes_over_into_the_next_building() -> None:
    found = read([sheet(HEADINGS, ("3栋", "2单元", "101"), ("4栋", "", "101"))])

    assert addresses(found) == ["3栋|2单元|101", "4栋|101"]


def test_nothing_is_filled_in_over_an_empty_row() -> None:
    found = read([sheet(HEADINGS, ("3栋", "2单元", "101"), (), ("", "", "102"))])

    assert faults(found) == [(4, 0, "unclear-blank"), (4, 1, "unclear-blank")]


def test_none_is_written_where_there_is_none() -> None:
    found = read([sheet(HEADINGS, ("3栋", "2单元", "101"), ("3栋", "无", "门卫室"))])

    assert addresses(found) == ["3栋|2单元|101", "3栋|门卫室"]


# the difference


def listed(*rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> Listing:
    return read([sheet(headings, *rows)])


def test_a_first_list_makes_every_place_once() -> None:
    made = compare(listed(("3栋", "2单元", "501", "89.5", "王芳、李强"), ("3号楼", "2", "502", "", "")), EMPTY)

    assert [(place.parent_id, place.kind, place.name) for place in made.new] == [
        (1, "building", "3栋"), (-1, "stair", "2单元"), (-2, "dwelling", "501"), (-2, "dwelling", "502"),
    ]  # fmt: skip
    assert made.areas == ((-3, 8950),) and made.comes == ((-3, "王芳"), (-3, "李强"))


def test_what_is_the_same_is_unchanged_and_blanks_change_nothing() -> None:
    made = compare(listed(("3", "2", "501", "", ""), ("3", "2", "502", "", "")), estate())

    assert made.is_empty and made.unchanged == 2


def test_the_same_name_in_the_same_home_is_the_same_person() -> None:
    made = compare(listed(("3栋", "2单元", "501", "", "王 芳"), ("3栋", "2单元", "502", "", "王芳")), estate())

    assert made.comes == ((5, "王芳"),) and made.goes == ()


def test_an_owner_from_a_list_makes_room_for_the_next_and_a_confirmed_one_stays() -> None:
    now = estate()
    confirmed = Register(now.places, (*now.dwellers, Dweller(3, 5, "赵敏", "owner", False)))

    made = compare(listed(("3栋", "2单元", "501", "", "李强"), ("3栋", "2单元", "502", "", "李强")), confirmed)

    assert made.goes == ((4, 1),) and made.comes == ((4, "李强"), (5, "李强"))
    assert [(kept.place_id, kept.reason) for kept in made.kept] == [(5, "confirmed")]


def test_somebody_who_is_there_already_is_not_doubled_and_not_made_an_owner() -> None:
    made = compare(listed(("4栋", "1单元", "101", "", "陈明")), estate())

    assert made.comes == () and [kept.reason for kept in made.kept] == ["other-role"]


def test_homes_that_are_not_listed_go_unless_somebody_lives_there() -> None:
    made = compare(listed(("3栋", "2单元", "503"), ("4栋", "1单元", "102")), estate())

    assert set(made.gone) == {4, 5} and made.goes == ((4, 1),)
    assert [(kept.place_id, kept.reason) for kept in made.kept] == [(8, "lives")]


def test_a_list_of_one_building_says_nothing_about_the_others() -> None:
    made = compare(listed(("4栋", "1单元", "101")), estate())

    assert made.gone == () and [note.code for note in made.notes] == ["untouched"]


def test_a_stair_that_is_left_empty_goes_with_its_homes() -> None:
    places = (*estate().places, Known(9, 2, "stair", "3单元"), Known(10, 9, "dwelling", "101"))

    made = compare(listed(("3", "2", "501"), ("3", "2", "502")), Register(places))

    assert made.gone == (10, 9)


def test_what_a_move_brings_into_a_listed_building_is_measured_by_the_list_at_once() -> None:
    places = (ROOT, Known(2, 1, "stair", "1单元"), Known(3, 2, "dwelling", "101"), Known(4, 2, "dwelling", "102"))

    made = compare(listed(("3栋", "1单元", "101")), Register(places))

    assert made.moved == ((2, -1),) and made.gone == (4,)


def test_a_place_that_went_comes_back_when_it_is_listed_again() -> None:
    places = tuple(Known(p.id, p.parent_id, p.kind, p.name, gone=p.id == 5) for p in estate().places)

    made = compare(listed(("3", "2", "501"), ("3", "2", "502")), Register(places))

    assert made.back == (5,) and made.new == ()


def test_a_level_that_the_register_lacked_takes_in_what_was_there() -> None:
    made = compare(listed(("二", "3栋", "2", "501"), headings=("片区", "楼栋", "单元", "房号")), estate())

    assert [(place.kind, place.name) for place in made.new] == [("area", "第2片区")]
    assert made.moved == ((2, -1),)


def test_a_level_that_the_list_leaves_out_is_no_obstacle() -> None:
    places = (ROOT, Known(2, 1, "area", "第二片区"), Known(3, 2, "building", "3栋"), Known(4, 3, "dwelling", "501"))

    made = compare(listed(("3号楼", "", "501")), Register(places))

    assert made.is_empty and made.unchanged == 1


def test_a_building_that_each_side_puts_elsewhere_is_asked_about_and_none_settles_it() -> None:
    places = (ROOT, Known(2, 1, "area", "第二片区"), Known(3, 2, "building", "3栋"))
    headings = ("小区", "片区", "楼栋", "房号")

    asked = compare(listed(("锦江苑", "", "3栋", "501"), headings=headings), Register(places))
    another = compare(listed(("锦江苑", "无", "3栋", "501"), headings=headings), Register(places))
    the_same = compare(listed(("锦江苑", "二", "3栋", "501"), headings=headings), Register(places))

    assert [problem.code for problem in asked.problems] == ["ambiguous"]
    assert [place.kind for place in another.new] == ["estate", "building", "dwelling"]
    assert [place.kind for place in the_same.new] == ["estate", "dwelling"] and the_same.moved == ((2, -1),)


def test_a_stair_is_never_taken_out_of_its_building() -> None:
    made = compare(listed(("一", "", "2单元", "501"), headings=("片区", "楼栋", "单元", "房号")), estate())

    assert made.moved == () and [place.kind for place in made.new] == ["area", "stair", "dwelling"]


def test_a_building_that_there_are_two_of_is_asked_about() -> None:
    places = (
        ROOT, Known(2, 1, "estate", "126号院"), Known(3, 2, "building", "3栋"),
        Known(4, 1, "estate", "128号院"), Known(5, 4, "building", "3栋"),
    )  # fmt: skip

    asked = compare(listed(("3栋", "", "501")), Register(places))
    clear = compare(listed(("126号院", "3", "501"), headings=("大院", "楼栋", "房号")), Register(places))

    assert [problem.code for problem in asked.problems] == ["ambiguous"] and asked.new == ()
    assert [place.parent_id for place in clear.new] == [3]


def test_two_stairs_never_share_the_home_that_was_in_none() -> None:
    places = (ROOT, Known(2, 1, "building", "3栋"), Known(3, 2, "dwelling", "501"))
    both = listed(("3栋", "1单元", "501"), ("3栋", "2单元", "501"))

    asked = compare(both, Register(places, (Dweller(1, 3, "王芳", "tenant", False),)))
    nobody = compare(both, Register(places))

    assert [problem.code for problem in asked.problems] == ["ambiguous"]
    assert nobody.problems == () and nobody.moved == () and nobody.gone == (3,)
    assert sum(place.kind == "dwelling" for place in nobody.new) == 2


def test_a_building_without_an_area_is_not_given_to_whichever_came_first() -> None:
    found = compare(
        listed(("", "3栋", "501"), ("二", "3栋", "502"), ("三", "3栋", "503"), headings=("片区", "楼栋", "房号")), EMPTY
    )

    assert [(problem.row, problem.code) for problem in found.problems] == [(2, "ambiguous")]


def test_a_neighbours_group_lies_across_stairs() -> None:
    headings = ("楼栋", "单元", "房号", "邻里组")
    made = compare(listed(("3", "2", "501", "紫藤组"), ("4", "1", "101", "紫藤组"), headings=headings), estate())

    assert [(place.parent_id, place.kind, place.name) for place in made.new] == [(1, "neighbours", "紫藤组")]
    assert made.joins == ((4, -1), (8, -1))


def test_the_mark_of_a_difference_is_of_what_it_changes() -> None:
    one = compare(listed(("3", "2", "503")), estate())
    same = compare(Listing.unpacked(listed(("3栋", "2单元", "503")).packed()), estate())
    other = compare(listed(("3", "2", "504")), estate())

    assert one.mark == same.mark != other.mark


# cells


@pytest.mark.parametrize(
    ("cell", "area"),
    [("89.5", 8950), ("89.50㎡", 8950), ("８９．５", 8950), ("1,234.56 平方米", 123456), ("", None), ("无", None)],
)
def test_floor_space_is_read_to_a_hundredth(cell: str, area: int | None) -> None:
    assert floor_space(cell) == area


def test_owners_are_separated_by_whatever_people_use() -> None:
    assert owners("王芳、李强,赵敏；Anna Li/陈明\n周周") == ("王芳", "李强", "赵敏", "Anna Li", "陈明", "周周")
    assert owners("王芳、王 芳、无") == ("王芳",)


@given(st.text(max_size=30))
def test_nothing_written_is_ever_calculated_and_it_reads_as_it_was(name: str) -> None:
    assert harmless(name)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert text(harmless(name)) == (text(name) if not name.startswith("'") else text(harmless(name)))


@given(st.integers(1, 10_000_000))
def test_an_area_reads_as_it_was_written(area: int) -> None:
    assert floor_space(square_metres(area)) == area


# whatever comes

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["3栋", "2单元", "501", "3-2-501", "无", "=1+1", "89.5", "王芳、李强", "房号", "楼栋", "业主", "Area"]
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=8), st.booleans())
def test_whatever_stands_in_the_cells_only_a_refusal_comes_out(table: list[list[str]], headed: bool) -> None:
    made = sheet(*([HEADINGS, *table] if headed else table))

    try:
        found = compare(read([made]), estate())
    except RuleError as refused:
        assert refused.code in ("register-no-headings", "register-empty")
    else:
        assert found.mark


SPELLINGS: dict[str, Any] = {
    "building": ["{}栋", "{}号楼", "第{}幢", " {} 座", "{}", "Building {}", "{}.0", "{}棟"],
    "stair": ["{}单元", "{}", "Unit {}", "{}梯", "０{}單元"],
    "dwelling": ["{}", "{}室", "0{}", "{}.0", "{} 号", "Flat {}"],
}


@st.composite
def spelled(draw: Any) -> tuple[tuple[int, int, int], tuple[str, str, str]]:
    """A dwelling by its numbers, and three cells that spell it."""
    numbers = draw(st.integers(1, 99)), draw(st.integers(1, 9)), draw(st.integers(101, 3299))
    cells = [draw(st.sampled_from(SPELLINGS[kind])).format(n) for kind, n in zip(SPELLINGS, numbers, strict=True)]
    return numbers, (cells[0], cells[1], cells[2])


def _of_numbers(homes: Sequence[tuple[int, int, int]]) -> tuple[Register, dict[tuple[int, int, int], int]]:
    places, ids = [ROOT], dict[tuple[int, ...], int]()
    for home in homes:
        for depth, (kind, name) in enumerate(
            [("building", f"{home[0]}栋"), ("stair", f"{home[1]}单元"), ("dwelling", f"{home[2]}")], start=1
        ):
            if home[:depth] not in ids:
                ids[home[:depth]] = len(places) + 1
                places.append(Known(len(places) + 1, ids.get(home[: depth - 1], 1), kind, name))
    return Register(tuple(places)), {home: ids[home] for home in homes}


@settings(max_examples=200, deadline=None)
@given(spelled(), st.lists(spelled(), min_size=1, max_size=12))
def test_a_spelling_finds_the_home_it_means_or_none(
    wanted: tuple[tuple[int, int, int], tuple[str, str, str]],
    others: list[tuple[tuple[int, int, int], tuple[str, str, str]]],
) -> None:
    now, ids = _of_numbers([wanted[0], *(numbers for numbers, _ in others)])

    made = compare(listed((*wanted[1], "77")), now)

    assert made.problems == () and made.new == () and made.areas == ((ids[wanted[0]], 7700),)


NAMES = st.text(alphabet="王芳李强赵敏陈明Anna Li'=+-@/、13", min_size=1, max_size=8).filter(
    lambda name: (  # a dash or a number is no name, and an apostrophe in front is a cell's guard
        called(name) != "" and any(sign.isalpha() for sign in name) and not name.strip().startswith("'")
    )
)


@st.composite
def registers(draw: Any) -> Register:
    """A register with any levels missing, areas, owners with odd names, and neighbours' groups."""
    places, levels = [ROOT], ("estate", "area", "building", "stair")
    names = {
        "estate": ["126号院", "锦江苑"],
        "area": ["第1片区", "第二片区"],
        "building": ["3栋", "4号楼", "别墅12", "A座"],
        "stair": ["1单元", "二单元", "东单元"],
        "dwelling": ["101", "102", "501-1", "门卫室", "12A"],
    }
    ids: dict[tuple[Any, ...], int] = {}
    homes = []
    for _ in range(draw(st.integers(1, 14))):
        path: tuple[tuple[str, str], ...] = ()
        for kind in levels:
            if draw(st.booleans()):
                path = (*path, (kind, draw(st.sampled_from(names[kind]))))
        path = (*path, ("dwelling", draw(st.sampled_from(names["dwelling"]))))
        for depth in range(1, len(path) + 1):
            if path[:depth] not in ids:
                area = draw(st.none() | st.integers(1, 99_999)) if depth == len(path) else None
                ids[path[:depth]] = len(places) + 1
                places.append(Known(len(places) + 1, ids.get(path[: depth - 1], 1), *path[depth - 1], area))
        homes.append(ids[path])
    homes = list(dict.fromkeys(homes))
    dwellers = [
        Dweller(
            nth, draw(st.sampled_from(homes)), name, draw(st.sampled_from(["owner", "family"])), draw(st.booleans())
        )
        for nth, name in enumerate(draw(st.lists(NAMES, max_size=6, unique_by=called)), start=1)
    ]
    group = Known(len(places) + 1, 1, "neighbours", "紫藤组")
    chosen = draw(st.lists(st.sampled_from(homes), max_size=4, unique=True))
    return Register((*places, group), tuple(dwellers), dict.fromkeys(chosen, group.id))


@settings(max_examples=300, deadline=None)
@given(registers(), st.sampled_from([("无", "、"), ("none", "; ")]))
def test_what_is_exported_comes_back_without_a_difference(now: Register, words: tuple[str, str]) -> None:
    made = [tuple(harmless(cell) for cell in row) for row in rows(now, *words)]

    found = compare(read([sheet(COLUMNS_IN_CHINESE, *made)]), now)

    assert found.problems == ()
    assert found.is_empty, found


COLUMNS_IN_CHINESE = ("小区", "片区", "楼栋", "单元", "房号", "面积", "业主", "邻里组", "备注")


def test_the_headings_here_are_the_columns_in_their_order() -> None:
    assert len(COLUMNS_IN_CHINESE) == len(COLUMNS)
    assert isinstance(listed(("3", "2", "501")).lines[0], Line)
