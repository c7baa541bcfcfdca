"""Reading: until when people need something, in their own words. What is not known for certain is refused."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.dates.forms import UNKNOWN, found
from bot.domain.dates.moments import When, moment
from bot.domain.dates.pieces import Piece
from bot.domain.text import plain, without

EVENING, LAST = 22 * 60, 23 * 60 + 59
FARTHEST = timedelta(days=366)

BETWEEN = re.compile(r"[ ,，的()（）]{0,2}(?:(?:on|at|by|before|in the|until) )?")
RANGE = re.compile(r" ?(?:到|至|-|~|to|until|till) ?")
BEFORE = re.compile(
    r"(?:截[至止]到?|最[晚迟](?:到|在)?|等?到|[在于从]|(?<![a-z])(?:by|until|till|before|at|on|in|for|within|from)) ?$"
)
BEHIND = re.compile(r" ?(?:之前|以前|前|之内|以内|内|为止|截止)?")
OTHERWISE = re.compile(r" ?(?:的|之后|以后|过后|后(?!天)|起|开始|or later|onwards?)")
LOAN = re.compile(r"[借租用]|borrow|lend|rent")
AFTER = re.compile(r"(?<![a-z])(?:after|since|for the last|past) $")

PART_ENDS = {"early": 9 * 60, "morning": 12 * 60, "noon": 12 * 60, "afternoon": 18 * 60, "evening": EVENING}
PART_HOURS = {
    "small hours": range(6 * 60),
    "early": range(4 * 60, 12 * 60),
    "morning": range(5 * 60, 12 * 60 + 60),
    "noon": range(11 * 60, 15 * 60),
    "afternoon": range(12 * 60, 19 * 60),
    "evening": range(17 * 60, 24 * 60 + 1),
}


def read(text: str, now: datetime, zone: ZoneInfo) -> When | None:
    """The one moment ahead that a text names; None if it names none, several, a past or an unknown one."""
    bare, local = plain(text), now.astimezone(zone)
    every = list(found(bare, local.date()))
    if not every or UNKNOWN.search(bare):
        return None
    phrase = _joined(every, bare)
    if phrase is None or _means_otherwise(phrase, bare):
        return None
    at = _moment(phrase, local, zone)
    span = _wide(phrase, bare)
    if at is None or span is None or at - local > FARTHEST:
        return None
    whole_day = phrase.clock is None and phrase.part is None and phrase.minutes is None
    return When(at, text[span[0] : span[1]].strip(), without(text, [span]), whole_day)


def _means_otherwise(phrase: Piece, bare: str) -> bool:
    """Not until when: after 8, tomorrow's tickets, a ladder borrowed for two days."""
    said = bare[phrase.start : phrase.end]
    is_length = (phrase.minutes or phrase.span_days) and not re.search("[内后]$|^(?:in|within) ", said)
    before = bare[: phrase.start]
    return bool(OTHERWISE.match(bare, phrase.end) or AFTER.search(before) or (is_length and LOAN.search(before)))


def _joined(every: list[Piece], bare: str) -> Piece | None:
    """The pieces as one phrase; None when they stand apart or contradict each other."""
    whole = every[0]
    for piece in every[1:]:
        if RANGE.fullmatch(bare, whole.end, piece.start):
            whole = _until(whole, piece)
        elif BETWEEN.fullmatch(bare, whole.end, piece.start) and (both := _both(whole, piece)):
            whole = both
        else:
            return None
    return whole


def _until(start: Piece, end: Piece) -> Piece:
    """The end of a range, which takes over what it does not say itself: 下午3点到5点."""
    taken = replace(end, start=start.start, days=end.days or start.days)
    return taken if end.part or end.clock is None else replace(taken, part=start.part)


def _both(one: Piece, other: Piece) -> Piece | None:
    if one.minutes or one.span_days or other.minutes or other.span_days:
        return None
    if (one.part and other.part) or (one.clock is not None and other.clock is not None):
        return None
    days = one.days if other.days is None else other.days
    if one.days is not None and other.days is not None:
        days = tuple(day for day in one.days if day in other.days)  # 11月28日（周六）
    clock = one.clock if other.clock is None else other.clock
    return Piece(one.start, other.end, days, one.part or other.part, clock)


def _moment(phrase: Piece, now: datetime, zone: ZoneInfo) -> datetime | None:
    if phrase.minutes is not None:
        return _ahead((now.astimezone(UTC) + timedelta(minutes=phrase.minutes)).astimezone(zone), now)
    if phrase.span_days is not None:
        return _ahead(_at(now.date() + timedelta(days=phrase.span_days), EVENING, zone), now)
    for day in phrase.days if phrase.days is not None else (now.date(),):
        ahead = [at for minutes in _minutes(phrase, day, now) if (at := _ahead(_at(day, minutes, zone), now))]
        if ahead:
            return _chosen(ahead, phrase)
    return None


def _minutes(phrase: Piece, day: date, now: datetime) -> list[int]:
    """The minutes since midnight that the phrase may mean on a day."""
    if phrase.clock is not None:
        hours = PART_HOURS.get(phrase.part or "")
        return [minutes for minutes in phrase.clock if hours is None or minutes in hours]
    end = PART_ENDS.get(phrase.part or "evening")
    late = day == now.date() and now.hour >= 22 and end == EVENING
    return [] if end is None else [LAST if late else end]


def _chosen(ahead: list[datetime], phrase: Piece) -> datetime | None:
    """9点 is in the morning while that is ahead; 3点 alone could be either."""
    return ahead[0] if len(ahead) == 1 or ahead[0].hour >= 7 else None


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    return moment(day + timedelta(days=minutes // 1440), time(minutes % 1440 // 60, minutes % 60), zone)


def _ahead(at: datetime, now: datetime) -> datetime | None:
    return at if at.astimezone(UTC) > now.astimezone(UTC) else None


def _wide(phrase: Piece, bare: str) -> tuple[int, int] | None:
    """The phrase with the small words around it: 在明天晚上8点之前, by tomorrow; None for 3天前."""
    before, behind = BEFORE.search(bare[: phrase.start]), BEHIND.match(bare, phrase.end)
    is_span = phrase.minutes is not None or phrase.span_days is not None
    if is_span and behind and "前" in behind[0]:
        return None
    start, end = before.start() if before else phrase.start, behind.end() if behind else phrase.end
    opened = "(" in bare[start:end] and bare.startswith(")", end)  # 11月28日（周六）
    return start, end + opened
