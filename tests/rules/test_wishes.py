"""Small wishes as rules: one grantor at a time, who is next, what a group may read; festivals and their days."""

import math
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import festivals, wishes
from bot.domain.aid import Health
from bot.domain.festivals import Festival
from bot.domain.rules import RuleError
from bot.domain.wishes import Wish

HEALTH = Health.of(["发烧"], ["退烧药"])
TABLE = festivals.read(tomllib.loads((Path(wishes.__file__).parents[1] / "data" / "festivals.toml").read_text("utf-8")))
BEIJING = ZoneInfo("Asia/Shanghai")
LUNAR = {"spring": (0, 1), "lantern": (0, 15), "dragon": (4, 5), "autumn": (7, 15), "ninth": (8, 9)}
"""Each festival's month, counted from the first, and its day."""


def wish(state: str = "open") -> Wish:
    return Wish(1, 1, 7, None, 3, "一双棉鞋", None, None, "", state, None, 0, 0)


def new_moon(k: int) -> datetime:
    """The k-th new moon since 2000, to some minutes (Meeus, Astronomical Algorithms, chapter 49)."""
    t = k / 1236.85
    jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    e = 1 - 0.002516 * t
    sun = math.radians(2.5534 + 29.1053567 * k)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    far = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    node = math.radians(124.7746 - 1.56375588 * k)
    jde += (
        -0.4072 * math.sin(moon) + 0.17241 * e * math.sin(sun) + 0.01608 * math.sin(2 * moon)
        + 0.01039 * math.sin(2 * far) + 0.00739 * e * math.sin(moon - sun) - 0.00514 * e * math.sin(moon + sun)
        + 0.00208 * e * e * math.sin(2 * sun) - 0.00111 * math.sin(moon - 2 * far)
        - 0.00057 * math.sin(moon + 2 * far) + 0.00056 * e * math.sin(2 * moon + sun) - 0.00042 * math.sin(3 * moon)
        + 0.00042 * e * math.sin(sun + 2 * far) + 0.00038 * e * math.sin(sun - 2 * far)
        - 0.00024 * e * math.sin(2 * moon - sun) - 0.00017 * math.sin(node)
    )  # fmt: skip
    return datetime(2000, 1, 1, 12, tzinfo=UTC) + timedelta(days=jde - 2451545.0, seconds=-72)


def first_of_lunar_month(near: date) -> date:
    """The day in Beijing of the last new moon up to a day."""
    k = round((near - date(2000, 1, 6)).days / 29.530588861) + 1
    days = [new_moon(one).astimezone(BEIJING).date() for one in range(k - 3, k + 1)]
    return max(day for day in days if day <= near)


@pytest.mark.parametrize("key", LUNAR)
def test_a_lunar_festival_falls_on_its_day_of_the_moon(key: str) -> None:
    _, day_of_month = LUNAR[key]
    days = TABLE[key].listed
    assert [day.year for day in days] == list(range(2026, 2036))
    for day in days:
        assert (day - first_of_lunar_month(day)).days + 1 == day_of_month, day


def test_the_festivals_of_a_year_lie_so_many_moons_apart() -> None:
    """One more only in a year of thirteen."""
    springs = TABLE["spring"].listed
    for spring, following in zip(springs, (*springs[1:], date(2036, 1, 28)), strict=True):
        leap = (following - spring).days > 360
        for key, (before, _) in LUNAR.items():
            day = next(one for one in TABLE[key].listed if one.year == spring.year)
            moons = round((first_of_lunar_month(day) - spring).days / 29.530588861)
            assert moons - before in ((0, 1) if leap else (0,)), (key, day)


def test_what_comes_next_leaves_time_to_collect_and_to_grant() -> None:
    coming = festivals.coming(TABLE, date(2026, 11, 28), 3)
    assert [(one.key, one.day) for one in coming] == [
        ("new-year", date(2027, 1, 1)),
        ("spring", date(2027, 2, 6)),
        ("lantern", date(2027, 2, 20)),
    ]
    assert festivals.coming(TABLE, date(2026, 12, 28), 1)[0].key == "spring"
    assert festivals.coming({"spring": TABLE["spring"]}, date(2036, 1, 1), 3) == []


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)), st.none() | st.integers(0, 400))
def test_collecting_and_granting_always_have_some_days(today: date, ahead: int | None) -> None:
    span = festivals.span(None if ahead is None else today + timedelta(days=ahead), today)
    assert span.collects - today >= festivals.SHORTEST and span.grants - span.collects >= festivals.SHORTEST


PEOPLE = st.integers(1, 5)
STEPS = st.lists(
    st.tuples(st.sampled_from(("take", "let_go", "agree", "decline", "given", "not_yet", "grant", "reopen")), PEOPLE),
    max_size=40,
)


@given(STEPS)
def test_whatever_people_do_one_has_it_and_nobody_waits_while_it_is_free(steps: list[tuple[str, int]]) -> None:
    it = wish()
    for at, (step, person) in enumerate(steps):
        try:
            it = _does(it, step, person, at)
        except RuleError:
            continue
        having = [one for one in it.grantors if one.state in ("giving", "given")]
        assert len(having) <= 1
        assert having or not any(one.state == "next" for one in it.grantors)
        assert len({one.person_id for one in it.grantors}) == len(it.grantors)
        assert all(one.agreed_at is None for one in it.grantors if one.state == "next")


def _does(it: Wish, step: str, person: int, at: int) -> Wish:
    if step == "take":
        return it.take(person, at=at) if it.state == "open" else it
    if step == "let_go":
        return it.let_go(person) if it.state == "open" and it.of(person) else it
    if step == "decline":
        return it.decline() if it.stage == "taken" else it
    if step == "not_yet":
        return it.not_yet()
    if step == "grant":
        return it.grant(at=at) if it.is_known else it
    if step == "reopen":
        return it.reopen(at=at)
    return getattr(it, step)(at=at) if it.state == "open" else it


def test_the_first_who_waits_has_it_next() -> None:
    it = wish().take(1, at=1).take(2, at=3).take(3, at=2)
    assert [one.state for one in it.grantors] == ["giving", "next", "next"]
    after = it.let_go(1)
    assert after.giver and after.giver.person_id == 3


def test_nobody_gives_before_the_wisher_agreed() -> None:
    with pytest.raises(RuleError, match="wish-not-agreed"):
        wish().take(1, at=1).given(at=2)
    with pytest.raises(RuleError, match="wish-not-agreed"):
        wish().take(1, at=1).shows(giver=True)


def test_other_words_are_looked_at_again_and_taken_words_stay() -> None:
    assert wish().says("一把伞", at=5).state == "waiting"
    with pytest.raises(RuleError, match="wish-is-taken"):
        wish().take(1, at=1).says("一把伞", at=5)


def test_granted_is_taken_back_within_a_day_and_who_had_it_has_it() -> None:
    granted = wish().take(1, at=1).agree(at=2).grant(at=3)
    assert granted.reopen(at=4).stage == "taken"
    with pytest.raises(RuleError, match="wish-too-late"):
        granted.reopen(at=3 + wishes.UNDO_SECONDS + 1)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("想要一双棉鞋", "一双棉鞋"),
        ("一副老花镜，电话13912345678", "一副老花镜"),
        ("100元的鞋", "wish-names-price"),
        ("五百块钱买菜", "wish-names-price"),
        ("￥80 hat", "wish-names-price"),
        ("孩子发烧", "wish-names-illness"),
        ("🎈", "wish-not-understood"),
        ("x" * 201, "wish-too-long"),
        ("元旦去看一次花灯", "元旦去看一次花灯"),
    ],
)
def test_what_a_group_may_read(text: str, read: str) -> None:
    try:
        assert wishes.read(text, HEALTH) == read
    except RuleError as refused:
        assert refused.code == read


def festival(state: str = "collecting") -> Festival:
    return Festival(1, "春节", 1, 1, state, 0, 0, 100, 200)


def test_a_festival_is_collected_before_it_is_granted() -> None:
    moved = festival().collects_until(500, at=50)
    assert (moved.collects, moved.grants) == (500, 500 + festivals.DAY)
    with pytest.raises(RuleError, match="festival-grants-first"):
        festival().grants_until(90, at=50)
    with pytest.raises(RuleError, match="festival-past"):
        festival().grants_until(90, at=95)
    assert festival("granting").grants_until(150, at=120).collects == 100


def test_a_group_hears_of_it_once_a_day() -> None:
    it = Festival(1, "春节", 1, 1, "collecting", 0, 0, 100, 200, posted_at=1000)
    with pytest.raises(RuleError, match="festival-posted"):
        it.check_post(1000 + festivals.POST_EVERY - 1)
    it.check_post(1000 + festivals.POST_EVERY)
