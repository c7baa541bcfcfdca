"""What a group may read of a report: no number plate, no flat, no telephone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.tickets import for_group, has_plate

PLATES = [
    "川A12345",
    "川A·D12345",
    "川A D12345",
    "川AD12345",
    "川ad12345",
    "京A-8K26Z9",
    "粤B·F12345",
    "沪 A 1 2 3 4 5",
    "苏E1234学",
    "粤Z1234港",
    "Ａ１２３４５",
    "川Ａ１２３４５",
    "A12345",
    "D12345",
    "车牌号是 8K26Z",
    "尾号345",
    "车牌后三位 5K8",
    "plate AB12 CDE",
    "license plate is 7ABC123",
    "number plate ends with 345",
    "川A一二三四五",
]


@pytest.mark.parametrize("plate", PLATES)
@pytest.mark.parametrize("around", ["{}挡住了门口", "有辆白车{}，停了一天", "门口{} 的车", "the car {}, since noon"])
def test_a_number_plate_never_reaches_a_group(plate: str, around: str) -> None:
    shown = for_group(around.format(plate))
    assert not re.search(r"[0-9０-９一二三四五]{3}|8K26Z|5K8|AB12", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3栋2单元路灯不亮", "3栋2单元路灯不亮"),
        ("电梯停在5楼，2026年11月24日起就不动了", "电梯停在5楼，2026年11月24日起就不动了"),
        ("路灯9号、10号、11号都不亮", "路灯9号、10号、11号都不亮"),
        ("水压只有0.15MPa", "水压只有0.15MPa"),
        ("24小时没水，有1200户", "24小时没水，有1200户"),
        ("119消防栓旁边的灯坏了", "119消防栓旁边的灯坏了"),
        ("no water since 10:30, floors 5 to 12", "no water since 10:30, floors 5 to 12"),
        ("The lift has been out for 3 days", "The lift has been out for 3 days"),
        ("the gate has a plate that came off", "the gate has a plate that came off"),
        ("501室门口灯坏了", "门口灯坏了"),
        ("我家501，楼道灯坏了", "楼道灯坏了"),
        ("灯坏了，我住五零一", "灯坏了"),
        ("灯坏了，我在301", "灯坏了"),
        ("灯坏了，我在12号楼下等", "灯坏了，我在12号楼下等"),
        ("灯坏了，找3-2-501", "灯坏了，找"),
        ("stair light out, I live in flat 501", "stair light out, I live in"),
        ("灯坏了，联系13812345678", "灯坏了，联系"),
        ("灯坏了，微信 chen_1988", "灯坏了，微信"),
    ],
)
def test_words_keep_what_is_nobodys_and_lose_what_is_somebodys(text: str, shown: str) -> None:
    assert for_group(text) == shown


def test_the_reporters_own_door_goes_however_it_was_written() -> None:
    assert for_group("楼道灯坏了 501", "501") == "楼道灯坏了"
    assert for_group("501 楼道灯坏了", "501") == "楼道灯坏了"
    assert for_group("1501路车站的灯坏了", "501") == "1501路车站的灯坏了"


def test_words_without_a_car_have_no_plate() -> None:
    assert has_plate("川A12345的车挡路") and not has_plate("5栋A座电梯停了，有12345热线")


@given(st.text(max_size=200))
def test_whatever_is_written_it_only_gets_shorter_and_what_is_left_is_left_again(text: str) -> None:
    shown = for_group(text)
    assert len(shown) <= len(text)
    assert not has_plate(shown) or has_plate(text)


@given(
    st.sampled_from("京沪川粤鄂云"),
    st.from_regex(r"[A-HJ-NP-Z][A-HJ-NP-Z0-9]{5}", fullmatch=True),
    st.text(max_size=20),
)
def test_a_plate_in_the_middle_of_anything_is_cut(province: str, rest: str, around: str) -> None:
    digits = len(re.findall(r"\d", rest))
    if digits >= 2:
        assert province + rest not in for_group(f"{around}，{province}{rest}，{around}")
