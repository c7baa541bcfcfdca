"""Offices: who may give what where, how they end, numbers and names as people write them."""

import pytest

from bot.domain.offices import check_stand_in, end, may_give, own_title, phone, restore
from bot.domain.people import Office
from bot.domain.rules import RuleError
from handlers.context import TITLES

DAY = 86_400
NONE: frozenset[str] = frozenset()
STEWARD, SOCIAL, HEAD = (TITLES[key].powers for key in ("steward", "social_worker", "building_head"))


@pytest.mark.parametrize(
    ("title", "kind", "here", "above", "may"),
    [
        ("building_head", "building", STEWARD, STEWARD, True),
        ("steward", "community", STEWARD, NONE, True),
        ("building_head", "building", SOCIAL, SOCIAL, True),
        ("building_head", "stair", SOCIAL, SOCIAL, False),
        ("steward", "community", SOCIAL, NONE, False),
        ("social_worker", "community", SOCIAL, NONE, False),
        ("organiser", "community", SOCIAL, NONE, True),
        ("stair_head", "stair", HEAD, HEAD, True),
        ("duty_holder", "building", HEAD, NONE, True),
        ("building_head", "building", HEAD, NONE, False),
        ("caring_neighbour", "dwelling", HEAD, HEAD, True),
        ("stair_head", "stair", TITLES["stair_head"].powers, NONE, False),
        ("stair_head", "stair", NONE, NONE, False),
    ],
)
def test_nobody_gives_what_they_may_not(
    title: str, kind: str, here: frozenset[str], above: frozenset[str], may: bool
) -> None:
    assert may_give(TITLES[title], kind, here, above) is may


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("138 1234 5678", "+8613812345678"),
        ("１３８１２３４５６７８", "+8613812345678"),
        ("+86 138-1234-5678", "+8613812345678"),
        ("0086 13812345678", "+8613812345678"),
        ("(0596) 2345678", "+865962345678"),
        ("010-12345678", "+861012345678"),
        ("400-800-1234", "+864008001234"),
    ],
)
def test_a_number_becomes_one_that_can_be_tapped(typed: str, number: str) -> None:
    assert phone(typed) == number


@pytest.mark.parametrize("typed", ["", "120", "23812345678", "我的电话", "138123456789", "+861", "1" * 500])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(RuleError, match="office-no-phone"):
        phone(typed)


def test_an_ending_is_taken_back_for_a_day() -> None:
    held = Office(1, "building_head", 2, 3)
    ended = end(held, by=3, at=100)

    assert end(ended, by=9, at=200) == ended
    assert restore(ended, at=100 + DAY) == held
    with pytest.raises(RuleError, match="office-too-late"):
        restore(ended, at=101 + DAY)


@pytest.mark.parametrize(
    ("until", "code"),
    [(100, "office-until-past"), (99, "office-until-past"), (100 + 93 * DAY, "office-until-too-late")],
)
def test_somebody_stands_in_for_a_while_that_is_ahead_and_not_too_long(until: int, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        check_stand_in(Office(1, "building_head", 2, 3), until, at=100)


def test_nobody_stands_in_for_a_stand_in() -> None:
    with pytest.raises(RuleError, match="office-is-stand-in"):
        check_stand_in(Office(1, "building_head", 2, 3, stands_in_for=4), 200, at=100)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("楼长 = 楼栋长", ("楼长", None, "楼栋长")),
        ("楼长＝楼栋长", ("楼长", None, "楼栋长")),
        ("楼长 / Block head = 楼栋长", ("楼长", "Block head", "楼栋长")),
    ],
)
def test_a_title_of_ones_own_as_stewards_write_it(typed: str, read: tuple[str, str | None, str]) -> None:
    assert own_title(typed) == read


@pytest.mark.parametrize("typed", ["", "楼长", "= 楼栋长", "楼长 =", "a = b = c", "/ x = y"])
def test_what_is_no_title_is_refused(typed: str) -> None:
    with pytest.raises(RuleError, match="title-how"):
        own_title(typed)


def test_a_title_too_long_for_a_button_is_refused() -> None:
    with pytest.raises(RuleError, match="title-too-long"):
        own_title("楼" * 13 + " = 楼栋长")
