"""Nobody is woken: the night waits for the morning, the midday rest for its end."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quiet import Hours, is_quiet, not_before, read_night

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
HOURS = Hours(time(22), time(7), time(12, 30), time(14), time(7, 30))


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "rings"),
    [
        ("2026-11-06 21:59", "2026-11-06 21:59"),
        ("2026-11-06 22:00", "2026-11-07 07:30"),
        ("2026-11-06 23:59", "2026-11-07 07:30"),
        ("2026-11-07 00:00", "2026-11-07 07:30"),
        ("2026-11-07 06:59", "2026-11-07 07:30"),
        ("2026-11-07 07:00", "2026-11-07 07:00"),
        ("2026-11-07 12:29", "2026-11-07 12:29"),
        ("2026-11-07 12:30", "2026-11-07 14:00"),
        ("2026-11-07 13:59", "2026-11-07 14:00"),
        ("2026-11-07 14:00", "2026-11-07 14:00"),
        ("2026-12-31 22:30", "2027-01-01 07:30"),
    ],
)
def test_what_comes_in_quiet_hours_rings_after_them(now: str, rings: str) -> None:
    assert not_before(at(now), HOURS, SHANGHAI) == at(rings)
    assert is_quiet(at(now), HOURS, SHANGHAI) == (now != rings)


@pytest.mark.parametrize(
    ("hours", "now", "rings"),
    [
        (Hours(time(22), time(7), None, None, time(7, 30)), "2026-11-07 13:00", "2026-11-07 13:00"),
        (Hours(time(22), time(7), None, None, time(6)), "2026-11-07 01:00", "2026-11-07 07:00"),
        (Hours(time(0), time(6), None, None, time(8)), "2026-11-07 00:00", "2026-11-07 08:00"),
        (Hours(time(0), time(0), None, None, time(8)), "2026-11-07 00:00", "2026-11-07 00:00"),
        (Hours(time(22), time(7), time(20), time(22), time(7, 30)), "2026-11-06 20:30", "2026-11-07 07:30"),
        (Hours(time(22), time(7), time(7), time(9), time(7, 30)), "2026-11-07 03:00", "2026-11-07 09:00"),
    ],
)
def test_each_community_sets_its_own_hours(hours: Hours, now: str, rings: str) -> None:
    assert not_before(at(now), hours, SHANGHAI) == at(rings)


@pytest.mark.parametrize(
    ("now", "rings"),
    [
        (datetime(2026, 3, 28, 22, 30, tzinfo=UTC), datetime(2026, 3, 29, 5, 30, tzinfo=UTC)),  # 23:30 → 07:30 CEST
        (datetime(2026, 10, 24, 21, 30, tzinfo=UTC), datetime(2026, 10, 25, 6, 30, tzinfo=UTC)),  # 23:30 → 07:30 CET
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 10, 25, 6, 30, tzinfo=UTC)),  # the second 02:30
    ],
)
def test_the_morning_is_local_also_when_the_clocks_change(now: datetime, rings: datetime) -> None:
    assert not_before(now, HOURS, BERLIN) == rings
    assert not_before(now.astimezone(BERLIN), HOURS, BERLIN).astimezone(UTC) == rings


def test_a_morning_in_the_hour_that_spring_skips_is_the_hour_after() -> None:
    hours = Hours(time(22), time(2), None, None, time(2, 30))

    assert not_before(at("2026-03-29 00:30", BERLIN), hours, BERLIN) == at("2026-03-29 03:30", BERLIN)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.sampled_from([SHANGHAI, BERLIN]))
def test_what_rings_rings_soon_and_never_in_quiet_hours(now: datetime, zone: ZoneInfo) -> None:
    moment = now.replace(tzinfo=UTC)

    rings = not_before(moment, HOURS, zone)

    assert not is_quiet(rings, HOURS, zone)
    assert moment <= rings.astimezone(UTC) <= moment + timedelta(hours=11)
    assert (rings == moment) == (not is_quiet(moment, HOURS, zone))


@pytest.mark.parametrize(
    ("said", "night"),
    [
        ("晚上11点到早上6点", (time(23), time(6))),
        ("晚上十点半到七点", (time(22, 30), time(7))),
        ("23:00-6:30", (time(23), time(6, 30))),
        ("24点到5点", (time(0), time(5))),
        ("夜里12点到6点", (time(0), time(6))),
        ("11pm to 6am", (time(23), time(6))),
        ("晚上10点", None),
        ("25点到6点", None),
        ("6点到6点", None),
        ("1点2点3点", None),
        ("别吵我", None),
    ],
)
def test_a_night_in_words_is_two_times_or_nothing(said: str, night: tuple[time, time] | None) -> None:
    assert read_night(said) == night
