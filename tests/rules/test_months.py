"""A day and a month in numbers that point to nobody."""

from datetime import date

import pytest

from bot.domain import months
from bot.domain.months import Day, Month, Plea


def test_a_day_counts_who_asked_who_is_helped_and_who_waits() -> None:
    pleas = [
        Plea(0, 5, "taken"), Plea(0, 5, "done"), Plea(0, None, "done"), Plea(0, None, "open"),
        Plea(0, 5, "open"), Plea(0, None, "unanswered"), Plea(0, 9, "expired"), Plea(0, None, "withdrawn"),
    ]  # fmt: skip
    assert months.day(pleas) == Day(asked=8, helped=2, waiting=3)


def test_the_first_hand_is_a_median_of_at_least_three() -> None:
    assert months.first_hand([Plea(0, 60, "done"), Plea(0, 600, "done")]) is None
    assert months.first_hand([Plea(0, 60, "done"), Plea(10, 610, "done"), Plea(0, 90, "done")]) == 90


@pytest.mark.parametrize(
    ("now", "then", "word"), [(5, 4, "more"), (3, 9, "fewer"), (4, 4, "same"), (9, 2, "none"), (2, 9, "none")]
)
def test_small_numbers_are_compared_with_nothing(now: int, then: int, word: str) -> None:
    assert months.compared(now, then) == word


def test_months_follow_each_other_over_the_year() -> None:
    assert (months.before(202601), months.after(202512), months.after(202601)) == (202512, 202601, 202602)
    assert months.of(date(2026, 11, 28)) == 202611 and months.first_day(202611) == date(2026, 11, 1)
    assert [months.is_month(one) for one in (202611, 202600, 202613, 199912, 1)] == [True, *[False] * 4]


def test_a_month_without_anything_is_empty() -> None:
    assert Month().is_empty and not Month(neighbours=1).is_empty
