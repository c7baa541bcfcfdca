"""Quiet hours: when nobody is woken who did not offer it, and when the news may ring instead."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.dates import moment
from bot.domain.text.numerals import CHINESE, numeral


@dataclass(frozen=True)
class Hours:
    """A community's night and midday rest in local time; `morning` is when what waited overnight is told."""

    night_from: time = time(22)
    night_to: time = time(7)
    rest_from: time | None = time(12, 30)
    rest_to: time | None = time(14)
    morning: time = time(7, 30)


def is_quiet(at: datetime, hours: Hours, zone: ZoneInfo) -> bool:
    """Whether `at` falls into the night or the midday rest; an end belongs to the waking hours."""
    clock = at.astimezone(zone).time()
    return _within(clock, hours.night_from, hours.night_to) or _resting(clock, hours)


def not_before(at: datetime, hours: Hours, zone: ZoneInfo) -> datetime:
    """`at` itself when people are awake, else the next morning hour, or the end of the midday rest."""
    for _ in range(3):  # the rest may lead into the night, and the night into the rest
        if not is_quiet(at, hours, zone):
            break
        at = _next(at, _end(at.astimezone(zone).time(), hours), zone)
    return at


def _end(clock: time, hours: Hours) -> time:
    if hours.rest_to is not None and _resting(clock, hours):
        return hours.rest_to
    too_early = _within(hours.morning, hours.night_from, hours.night_to)
    return hours.night_to if too_early else hours.morning


def _next(at: datetime, clock: time, zone: ZoneInfo) -> datetime:
    day = at.astimezone(zone).date()
    today = moment(day, clock, zone)
    return today if today.astimezone(UTC) > at.astimezone(UTC) else moment(day + timedelta(days=1), clock, zone)


def _resting(clock: time, hours: Hours) -> bool:
    return hours.rest_from is not None and hours.rest_to is not None and _within(clock, hours.rest_from, hours.rest_to)


def _within(clock: time, start: time, end: time) -> bool:
    return start <= clock < end if start <= end else clock >= start or clock < end


_CLOCK = re.compile(
    rf"(?P<part>早上|早晨|凌晨|上午|下午|晚上|夜里|半夜)?\s*(?P<hour>\d{{1,2}}|{CHINESE})\s*"
    r"(?:[:：](?P<minute>\d{2})|(?P<word>点|时)\s*(?:(?P<half>半)|(?P<spoken>\d{2})分?)?)?\s*(?P<half_day>am|pm)?",
    re.IGNORECASE,
)


def read_night(text: str) -> tuple[time, time] | None:
    """A night in words, `晚上11点到早上6点半`, `23:00-6:30`, `11pm to 6am`; None unless it is exactly two times."""
    found = [_clock(match) for match in _CLOCK.finditer(text)]
    if len(found) != 2 or not (found[0] and found[1]) or found[0] == found[1]:
        return None
    return found[0], found[1]


def _clock(match: re.Match[str]) -> time | None:
    hour = int(numeral(match["hour"]))
    minute = 30 if match["half"] else int(match["minute"] or match["spoken"] or 0)
    late = match["part"] in ("下午", "晚上", "夜里") or (match["half_day"] or "").lower() == "pm"
    if late and 5 <= hour < 12:
        hour += 12
    if hour in (12, 24) and (hour == 24 or match["part"] in ("晚上", "夜里", "半夜") or match["half_day"] == "am"):
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
