"""Pieces: what a day, a part of the day, a clock time or a span says, seen from today."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.text.numerals import numeral

Match = re.Match[str]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENGLISH = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
PARTS = {
    "早上": "early", "早晨": "early", "清晨": "early", "早": "early", "morning": "morning", "上午": "morning",
    "中午": "noon", "下午": "afternoon", "傍晚": "evening", "afternoon": "afternoon", "evening": "evening",
    "晚上": "evening", "晚间": "evening", "晚": "evening", "夜里": "evening", "夜": "evening", "night": "evening",
    "凌晨": "small hours",
}  # fmt: skip
NEAR = {"大后": 3, "后": 2, "after": 2, "明": 1, "tomorrow": 1, "": 0}


@dataclass(frozen=True)
class Piece:
    """`days` are the days it may mean, the nearest first; `clock` the minutes since midnight it may mean."""

    start: int
    end: int
    days: tuple[date, ...] | None = None
    part: str | None = None
    clock: tuple[int, ...] | None = None
    minutes: int | None = None
    span_days: int | None = None


def number(sign: str) -> int:
    return ENGLISH.get(sign) or int(numeral(sign.replace("两", "二")))


def whole_date(found: Match, today: date) -> Piece:
    return Piece(*found.span(), days=_real(int(found[1]), int(found[2]), int(found[3])))


def month_day(found: Match, today: date) -> Piece:
    return Piece(*found.span(), days=_real(today.year, number(found[1]), number(found[2])))


def english_month_day(found: Match, today: date) -> Piece:
    return Piece(*found.span(), days=_real(today.year, MONTHS.index(found[1][:3]) + 1, int(found[2])))


def day_of_english_month(found: Match, today: date) -> Piece:
    return Piece(*found.span(), days=_real(today.year, MONTHS.index(found[2][:3]) + 1, int(found[1])))


def day_of_month(found: Match, today: date) -> Piece:
    return Piece(*found.span(), days=_real(today.year, today.month, number(found[1])))


def weekday(found: Match, today: date) -> Piece:
    return on_weekday(found, today, (found[1] or "")[:1], "一二三四五六日".index(found[2].replace("天", "日")))


def english_weekday(found: Match, today: date) -> Piece:
    which = {"this": "", "next": "下", "coming": ""}.get(found[1] or "", "")
    return on_weekday(found, today, which, WEEKDAYS.index(found[2][:3]))


def on_weekday(found: Match, today: date, which: str, weekday: int) -> Piece:
    monday = today - timedelta(days=today.weekday())
    if which:
        return Piece(*found.span(), days=(monday + timedelta(days=weekday + 7 * (which == "下")),))
    coming = today + timedelta(days=(weekday - today.weekday()) % 7)
    return Piece(*found.span(), days=tuple(coming + timedelta(weeks=week) for week in range(53)))


def near(found: Match, today: date) -> Piece:
    word = found[0]
    ahead = (
        3 if "大后" in word else 2 if "后" in word or "after" in word else 1 if word[0] == "明" or "tom" in word else 0
    )
    return Piece(*found.span(), days=(today + timedelta(days=ahead),), part="evening" if word == "tonight" else None)


def part(found: Match, today: date) -> Piece:
    return Piece(*found.span(), part=PARTS[found[found.lastindex or 0]])


def noon(found: Match, today: date) -> Piece:
    return Piece(*found.span(), clock=(24 * 60 if found[0] == "midnight" else 12 * 60,))


def clock(found: Match, today: date) -> Piece | None:
    hour, minute = number(found[1]), 30 if found[2] else 15 * number(found[3] or "0")
    minute = number(found[4].removeprefix("零")) if found[4] else minute
    vague = found[0][0] == "一" and found[0].endswith("点")  # 有一点发烧
    return Piece(*found.span(), clock=_either_half(hour, minute)) if minute < 60 and not vague else None


def english_clock(found: Match, today: date) -> Piece:
    hour, minute = int(found[1]), int(found[2] or 0)
    right = 1 <= hour <= 12 and minute < 60
    return Piece(*found.span(), clock=((hour % 12 + 12 * (found[3] == "p")) * 60 + minute,) if right else ())


def english_hour(found: Match, today: date) -> Piece:
    return Piece(*found.span(), clock=_either_half(int(found[1]), 0))


def digits(found: Match, today: date) -> Piece:
    hour, minute = int(found[1]), int(found[2])
    return Piece(*found.span(), clock=(hour * 60 + minute,) if hour < 24 and minute < 60 else ())


def _either_half(hour: int, minute: int) -> tuple[int, ...]:
    if hour > 24 or (hour == 24 and minute):
        return ()
    halves = (hour, hour + 12) if 1 <= hour <= 12 else (hour,)
    return tuple(half * 60 + minute for half in halves)


def span(found: Match, today: date) -> Piece | None:
    count, half, unit = found[1], found[2], found[3]
    quantity = 2 * number(count or "0") + bool(half)
    if not quantity:
        return None
    length = {"小时": 60, "钟头": 60, "分钟": 1, "刻钟": 15}.get(unit)
    if length is None:
        return Piece(*found.span(), span_days=quantity // 2 * (1 if unit in "天日" else 7)) if not half else None
    return Piece(*found.span(), minutes=quantity * length // 2)


def english_span(found: Match, today: date) -> Piece:
    half, count, unit = found[1], found[2], found[3][0]
    quantity = 1 if half else 2 * number(count)
    if unit in "mh":
        return Piece(*found.span(), minutes=quantity * (60 if unit == "h" else 1) // 2)
    return Piece(*found.span(), span_days=quantity // 2 * (7 if unit == "w" else 1))


def _real(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()
