"""Matching: names decide, likeness suggests, and a medicine is never matched by likeness."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import matching
from bot.domain.offers import Offer
from bot.domain.rules import Address
from handlers.matches import GOODS
from handlers.medicine import LISTS

BASE = Offer(
    1, "thing", 1, None, 1, "", "", 1, 1, False, "first", None, None, None, "open", 0, 0, 1,
)  # fmt: skip


def offer(number: int, kind: str, what: str, key: str = "") -> Offer:
    return replace(BASE, id=number, kind=kind, what=what, key=key)


SHELF = [
    offer(1, "thing", "梯子", "ladder"),
    offer(2, "thing", "人字梯", "ladder"),
    offer(3, "skill", "理发", "haircut"),
    offer(4, "medicine", "布洛芬", "ibuprofen"),
    offer(5, "medicine", "泰诺林", "paracetamol"),
    offer(6, "thing", "旧木马"),
    offer(7, "teaching", "智能手机课", "computers"),
    offer(8, "medicine", "某某胶囊"),
    offer(9, "skill", "顺路捎人", "ride"),
]


def found(kind: str, text: str) -> list[tuple[int, bool]]:
    thing = matching.wanted(kind, text, GOODS, LISTS)
    return [(match.offer.id, match.sure) for match in matching.likely(thing, SHELF)]


@pytest.mark.parametrize(
    ("kind", "text", "matches"),
    [
        ("thing", "梯子", [(1, True), (2, True)]),
        ("thing", "一把折叠梯", [(1, True), (2, True)]),
        ("thing", "step ladder", [(1, True), (2, True)]),
        ("skill", "剪头发", [(3, True)]),
        ("thing", "理发", []),
        ("medicine", "芬必得", [(4, True)]),
        ("medicine", "退烧药", [(4, True), (5, True)]),
        ("medicine", "阿莫西林", []),
        ("medicine", "布洛纷", []),
        ("medicine", "某某胶囊", [(8, True)]),
        ("medicine", "某某胶襄", []),
        ("thing", "木马", [(6, False)]),
        ("thing", "充电器", []),
        ("ride", "顺风车去火车站", [(9, True)]),
        ("skill", "教手机", [(7, True)]),
        ("wish", "理发", [(3, True)]),
        ("company", "梯子", []),
        ("nonsense", "梯子", [(1, True), (2, True)]),
        ("thing", "", []),
    ],
)
def test_what_may_fit(kind: str, text: str, matches: list[tuple[int, bool]]) -> None:
    assert found(kind, text) == matches


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("书", ["books"]), ("两本书", ["books"]), ("书记", []), ("书架", ["shelf"]), ("书法", ["calligraphy"]),
        ("锅", ["pot"]), ("锅炉", []), ("借一把梯子和电钻", ["ladder", "drill"]), ("books", ["books"]), ("booking", []),
    ],
)  # fmt: skip
def test_what_words_name(text: str, keys: list[str]) -> None:
    assert [good.key for good in GOODS.known(text)] == keys


def test_every_name_stands_for_one_thing_and_fits_on_a_button() -> None:
    assert all(Address.of("offers.good", "thing", key) for key in GOODS.by_key)
    assert {good.kind for good in GOODS.skills} == {"skill", "errand", "company", "ride"}
    with pytest.raises(ValueError, match="梯子"):
        one = {"zh": "梯子", "en": "x", "also": []}
        matching.read({"things": {"a": one, "b": one | {"en": "y"}}, "skills": {}})


@pytest.mark.parametrize("name", GOODS.names)
def test_every_name_leads_to_its_thing(name: str) -> None:
    assert GOODS.names[name] in [good.key for good in GOODS.known(name)]


@given(st.sampled_from(["thing", "skill", "medicine", "wish", "errand", "ride", "company"]), st.text(max_size=20))
def test_likeness_never_decides(kind: str, text: str) -> None:
    thing = matching.wanted(kind, text, GOODS, LISTS)

    for match in matching.likely(thing, SHELF):
        by_name = match.offer.key != "" and match.offer.key in thing.keys
        same = match.offer.kind == "medicine" and match.offer.what == text.strip()
        assert match.sure == (by_name or same)
        assert match.sure or match.offer.kind != "medicine"


def test_the_sure_ones_come_first_in_the_order_they_were_given() -> None:
    shelf = [offer(1, "thing", "木马的书"), *reversed(SHELF)]
    thing = matching.wanted("thing", "梯子", GOODS, LISTS)

    assert [match.offer.id for match in matching.likely(thing, shelf)] == [2, 1]


def test_an_offer_knows_which_asks_it_fits() -> None:
    asks = [(1, "thing", "人字梯"), (2, "medicine", "退烧药"), (3, "thing", "梯形板"), (4, "wish", "理发")]

    assert matching.fits(SHELF[0], asks, GOODS, LISTS) == [1]
    assert matching.fits(SHELF[3], asks, GOODS, LISTS) == [2]
    assert matching.fits(SHELF[2], asks, GOODS, LISTS) == [4]
