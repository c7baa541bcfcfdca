"""When: how a moment is said, and the one widget that asks for one."""

from __future__ import annotations

from datetime import datetime

from bot.domain import dates
from bot.domain.aid import SPANS
from bot.domain.dates import When
from bot.domain.moments import DAY, HOUR
from bot.i18n import Words
from handlers.cards import Button, button
from handlers.context import Neighbourhood

EVENING = 22
HALF_HOUR, TOLERANCE = 1800, 600


def spoken(t: Words, house: Neighbourhood, at: int, now: int) -> str:
    """A moment in the community's zone: 今天晚上10点 · 11月6日（周五）上午9点 · Fri 6 Nov, 09:00."""
    parts = dates.parts(house.local(at), house.local(now), house.zone)
    clock = (
        t("when-clock-spoken", part=_part_of_day(parts.hour), hour=(parts.hour - 1) % 12 + 1, minute=parts.minute)
        if t("when-clock") == "spoken"
        else t("when-clock-digits", time=f"{parts.hour:02}:{parts.minute:02}")
    )
    if parts.dayname:
        return t("when-near", day=parts.dayname, clock=clock)
    return t("when-date", month=parts.month, day=parts.day, weekday=parts.weekday, clock=clock)


def dated(t: Words, house: Neighbourhood, at: int) -> str:
    """A moment by its date, for what still stands tomorrow: 11月28日（周六）上午9点."""
    return spoken(t, house, at, at - 2 * DAY)


def _part_of_day(hour: int) -> str:
    for until, part in ((5, "night"), (8, "early"), (12, "morning"), (13, "noon"), (18, "afternoon")):
        if hour < until:
            return part
    return "evening"


def read(house: Neighbourhood, text: str, at: int) -> When | None:
    """A typed phrase, or None for what is not known for certain."""
    return dates.read(text, house.local(at), house.zone)


def until(house: Neighbourhood, span: str, at: int) -> int:
    """The end of a span of `SPANS` that begins now; `today` is this evening, or tomorrow's when it is late."""
    if SPANS[span]:  # up to the next half hour, which is easier to say
        return -(-(at + SPANS[span] - TOLERANCE) // HALF_HOUR) * HALF_HOUR
    evening = int(_evening(house.local(at)).timestamp())
    return evening if evening - at >= 2 * HOUR else evening + DAY


def _evening(local: datetime) -> datetime:
    return local.replace(hour=EVENING, minute=0, second=0, microsecond=0)


def spans(t: Words, house: Neighbourhood, door: str, number: int, since: int, chosen: int) -> list[Button]:
    """Buttons for how long, the chosen one marked: 2 小时 · ✓今天 · 3 天 · 一周."""
    marks = {span: "✓ " if until(house, span, since) == chosen else "" for span in SPANS}
    return [button(marks[span] + t("when-span", span=span), door, number, span) for span in SPANS]
