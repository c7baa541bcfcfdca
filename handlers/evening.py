"""The evening report and the week's, one message each per group: every feature hands in its lines.

A feature hands in `evening` and `monday` (see `handlers.features`), each `(look) -> Report | None`, `look.room` being
the group's home room. Nothing is said on a day on which no feature has anything to say by itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Literal

from bot.domain import dates
from bot.domain.people import Room
from bot.domain.rules import thing
from bot.i18n import Html, bold, page, words
from handlers.cards import Look
from handlers.context import BULK, Turn, html
from handlers.doors import rings
from handlers.features import Feature, Kind

HOUSE = "house_1"
EVENING, MONDAY = "evening.day", "evening.week"
SAID = "evening.said"
HOURS = {EVENING: 20, MONDAY: 9}
"""The hour of each, local time."""

LATEST = 2 * 3600
"""Seconds after which a report that rings late is not news any more."""


async def wakes(turn: Turn) -> None:
    for kind in (EVENING, MONDAY):
        if not await turn.tx.alarms.is_set(kind, HOUSE):
            await turn.alarm(kind, HOUSE, following(turn, kind))


def following(turn: Turn, kind: str) -> int:
    """The next evening, or the next Monday morning."""
    day = turn.house.local(turn.now).date()
    if kind == MONDAY:
        day -= timedelta(days=day.weekday())
    step = timedelta(days=1 if kind == EVENING else 7)
    while (at := _at(turn, day, HOURS[kind])) <= turn.now:
        day += step
    return at


def _at(turn: Turn, day: date, hour: int) -> int:
    return int(dates.moment(day, time(hour), turn.house.zone).timestamp())


@rings(EVENING)
async def evening(turn: Turn) -> None:
    """How the day was."""
    await _report(turn, EVENING, "evening")


@rings(MONDAY)
async def monday(turn: Turn) -> None:
    """How the week was, said on Monday."""
    await _report(turn, MONDAY, "monday")


async def _report(turn: Turn, kind: str, hook: Literal["evening", "monday"]) -> None:
    await turn.alarm(kind, HOUSE, following(turn, kind))
    due = _at(turn, turn.house.local(turn.now).date(), HOURS[kind])
    if not 0 <= turn.now - due <= LATEST:
        return  # we were away: yesterday's evening is no news
    for room in await _rooms(turn):
        lines = await _lines(turn, room, hook)
        if lines:
            title = words(room.language or turn.house.language)(f"daily-{hook}")
            said = html(page([bold(title), *lines])) | {"disable_notification": True}
            await turn.promise(room, SAID, "sendMessage", said, rank=BULK, thing=thing("room", room.id))


async def _rooms(turn: Turn) -> list[Room]:
    """Each group of a place, and where circles meet: once each, whatever it is."""
    homes = {room.chat_id: room for room in await turn.tx.boards.homes()}
    for room_id, place_id in await turn.tx.circles.meeting():
        room = await turn.tx.rooms.get(room_id)
        homes.setdefault(room.chat_id, replace(room, place_id=place_id))
    return list(homes.values())


async def _lines(turn: Turn, room: Room, hook: Literal["evening", "monday"]) -> list[str | Html]:
    """What every feature says of this group's place; nothing unless one has something to say by itself."""
    look = Look(turn.tx, room, words(room.language or turn.house.language), turn.house, turn.now)
    hooks = [getattr(feature, hook) for feature in turn.house.features]
    reports = [report for one in hooks if one and (report := await one(look))]
    if not any(report.speaks for report in reports):
        return []
    return [line for report in reports for line in report.lines]


FEATURE = Feature("evening", notes={SAID: Kind("once")}, wakes=wakes)
