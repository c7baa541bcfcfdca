"""Joining's rules: plain values in tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.joining import NOBODY, REASONS, Door, Join, alike, door, hidden
from bot.domain.places import Place, Tree
from bot.domain.places import read as read_place
from bot.domain.rules import RuleError

DRAFT = Join(1, 10, None, "owner", 501, "", "", None, None, None, None, "draft", 0, False, 0, None, "", None, None)
WAITING = DRAFT.asked(at=5)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3栋2单元501", Door("3", "2", "501")),
        ("我住3-2-501", Door("3", "2", "501")),
        ("3号楼二单元 501室", Door("3", "2", "501")),
        ("三幢501", Door("3", "", "501")),
        ("3棟2單元501", Door("3", "2", "501")),
        ("第12号楼3单元1804", Door("12", "3", "1804")),
        ("二十一栋101", Door("21", "", "101")),
        ("B座1203", Door("b", "", "1203")),
        ("3栋2单元", None),
        ("501", None),
        ("1-1-101和2-1-101", None),
        ("2026-11-28", None),
        ("保安，东门", None),
        ("", None),
    ],
)
def test_a_door_is_read_from_words_or_not_at_all(words: str, found: Door | None) -> None:
    assert door(words) == found


@given(st.integers(1, 99), st.integers(1, 9), st.integers(1, 30), st.integers(1, 20), st.integers(0, 3))
def test_a_door_that_is_in_the_register_is_the_one_that_the_words_name(
    building: int, stair: int, floor: int, flat: int, form: int
) -> None:
    number = f"{floor}{flat:02}"
    said = [
        f"{building}栋{stair}单元{number}",
        f"{building}-{stair}-{number}",
        f"{building}号楼{stair}单元 {number}室",
        f"{building}幢{stair}梯{number}",
    ]
    places = [
        Place(1, None, "community", "锦江苑"),
        Place(2, 1, "building", f"{building}栋"),
        Place(3, 2, "stair", f"{stair}单元"),
        Place(4, 3, "dwelling", number),
    ]

    assert door(said[form]) == Door(str(building), str(stair), number)
    assert read_place(said[form], Tree(places)).candidates in ((4,), ())  # never another one


@given(st.text(max_size=80))
def test_reading_a_door_never_fails(words: str) -> None:
    door(words)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("李桂兰", "李桂兰", True),
        ("李桂兰3-2-501", "李桂兰", True),
        ("🌸李奶奶🌸", "李桂兰", True),
        ("王芳", "李桂兰", False),
        ("Anna Li", "anna", True),
        ("Anna", "Boris", False),
        ("", "李桂兰", False),
        ("🌸", "🌸", False),
    ],
)
def test_names_are_alike_or_not(one: str, other: str, are: bool) -> None:
    assert alike(one, other) is alike(other, one) is are


def test_a_name_is_hidden_but_for_its_first_sign() -> None:
    assert hidden("李桂兰") == "李**"


def test_a_request_is_asked_confirmed_and_stays_so() -> None:
    confirmed = WAITING.confirmed(at=9, by=7)

    assert (WAITING.state, WAITING.asked_at, WAITING.level) == ("waiting", 5, 0)
    assert (confirmed.state, confirmed.ended_at, confirmed.ended_by) == ("confirmed", 9, 7)
    assert confirmed.confirmed(at=11, by=8) == confirmed


def test_nobody_confirms_themselves() -> None:
    with pytest.raises(RuleError, match="join-is-yours"):
        WAITING.confirmed(at=9, by=10)


@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_keeps_its_reason_until_it_is_asked_again(reason: str) -> None:
    refused = WAITING.refused(reason, at=9, by=7, said="请带房本来")

    assert (refused.state, refused.reason, refused.reason_said) == ("refused", reason, "请带房本来")
    again = refused.asked(at=20)
    assert (again.state, again.reason, again.reason_said, again.ended_at) == ("waiting", None, "", None)


@pytest.mark.parametrize("forged", ["king", "", "own er", "registered"])
def test_a_forged_role_or_reason_is_an_old_button(forged: str) -> None:
    with pytest.raises(RuleError, match="button-is-old"):
        DRAFT.named(forged)
    with pytest.raises(RuleError, match="button-is-old"):
        WAITING.refused(forged, at=9, by=7)


def test_correcting_lets_go_of_what_was_said_and_of_a_used_code() -> None:
    said = Join(**{**vars(WAITING), "said": "3栋", "voice": "x", "code_id": 3, "claims_id": 4, "pad": "12-f5"})

    now = said.corrected()

    assert (now.state, now.said, now.voice, now.code_id, now.claims_id, now.pad, now.place_id) == (
        "draft", "", None, None, None, "", None,
    )  # fmt: skip


def test_at_work_or_at_home_and_whose_it_is() -> None:
    assert DRAFT.named("works-here").works and not DRAFT.works
    assert Join(**{**vars(DRAFT), "by_id": 12}).side == {10, 12}
    assert NOBODY < 0
