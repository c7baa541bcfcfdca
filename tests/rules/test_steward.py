"""The steward's week, and of which troubles the stewards hear now."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain import steward
from bot.domain.steward import DAY, WEEK, Trouble, Week, due, lacking, nights, overlap

NOW = 1_800_000_000
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("kind", "at", "told_at", "awake", "is_due"),
    [
        ("parked", NOW, None, True, True),
        ("parked", NOW, None, False, False),  # nobody is woken for that
        ("disk", NOW, None, False, True),
        ("database", NOW, None, False, True),
        ("disk", NOW, NOW - DAY + 1, True, False),  # once a day
        ("disk", NOW, NOW - DAY, True, True),
        ("parked", NOW - WEEK, None, True, False),  # too long ago to be news
    ],
)
def test_a_trouble_is_told_once_a_day_and_at_night_only_if_it_is_urgent(
    kind: str, at: int, told_at: int | None, awake: bool, is_due: bool
) -> None:
    trouble = Trouble(kind, "", at, 0, told_at)

    assert due([trouble], NOW, awake) == ([trouble] if is_due else [])


@pytest.mark.parametrize(
    ("member", "lacks"),
    [
        ({"status": "creator"}, []),
        ({"status": "member"}, ["pin", "delete", "invite"]),
        ({"status": "administrator", "can_pin_messages": True, "can_invite_users": True}, ["delete"]),
        ({"status": "left"}, ["pin", "delete", "invite"]),
    ],
)
def test_the_missing_rights_are_named(member: dict[str, object], lacks: list[str]) -> None:
    assert lacking(member) == lacks


@pytest.mark.parametrize(
    ("week", "worries"),
    [
        (Week(7, 7, 240, 0, 0), []),
        (Week(6, 7, 0, 0, 0), ["snapshots"]),
        (Week(7, 7, 3600, 600, 0), []),
        (Week(7, 7, 3601, 601, 1), ["outage", "waiting", "parked"]),
    ],
)
def test_a_week_says_what_is_not_well(week: Week, worries: list[str]) -> None:
    assert week.worries == worries


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2)])
def test_a_begun_minute_counts(seconds: int, minutes: int) -> None:
    assert Week(7, 7, seconds, 0, 0).outage_minutes == minutes


@pytest.mark.parametrize(("days", "made", "expected"), [(0, 0, 0), (0.2, 1, 1), (3.9, 3, 3), (3, 4, 4), (99, 7, 7)])
def test_a_young_house_is_asked_for_the_nights_it_was_there(days: float, made: int, expected: int) -> None:
    assert nights(int(NOW - days * DAY), NOW, made) == expected


def test_only_what_lies_in_the_week_counts() -> None:
    spans = [(0, 10), (15, 25), (30, 40), (90, 200)]

    assert overlap(spans, 20, 100) == 5 + 10 + 10


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-11-28T09:00", "2026-11-30T09:00"),
        ("2026-11-30T08:59", "2026-11-30T09:00"),
        ("2026-11-30T09:00", "2026-12-07T09:00"),
        ("2026-12-06T23:59", "2026-12-07T09:00"),
    ],
)
def test_the_card_comes_on_monday_at_nine(now: str, monday: str) -> None:
    found = steward.next_monday(datetime.fromisoformat(now).replace(tzinfo=ZONE))

    assert found == datetime.fromisoformat(monday).replace(tzinfo=ZONE)
