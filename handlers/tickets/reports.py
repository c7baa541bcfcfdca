"""The evening report and the week's: new, fixed, waiting and why, overdue, the oldest; praise in public, blame in
private. What is private is not even counted; what lies in somebody's home is counted and not named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from bot.domain import dates
from bot.domain.tickets import reports
from bot.domain.tickets.reports import Medians, Seen
from bot.i18n import bold
from handlers import lists, names, when
from handlers.cards import Look
from handlers.features import Report
from handlers.tickets import groupcards
from storage.tickets import Counted

MOST_NAMED = 3
"""Waiting tickets that one evening names."""


async def evening(look: Look) -> Report | None:
    """How the day was at this group's place."""
    if look.room.place_id is None:
        return None
    await look.house.read_categories(look.read)
    today = _midnight(look, look.house.local(look.at).date())
    store, place = look.read.ticket_lists, look.room.place_id
    new = _told(look, await store.opened(place, today, look.at + 1))
    fixed = _told(look, await store.fixed(place, today, look.at + 1))
    still = _told(look, await store.open(place))
    late = [one for one in still if one.due_at is not None and one.due_at <= look.at]
    if not (new or fixed or still):
        return None
    speaks = bool(new or fixed or any((one.due_at or 0) >= today for one in late))
    return Report([*await _done(look, new, fixed), *await _still(look, still, late)], speaks)


def _told(look: Look, every: list[Counted]) -> list[Counted]:
    return [one for one in every if not look.house.categories.get(one.category).private]


async def _done(look: Look, new: Sequence[Counted], fixed: Sequence[Counted]) -> list[str]:
    lines = [look.t("ticket-evening", new=len(new), fixed=len(fixed))]
    by = dict.fromkeys(one.owner_id for one in fixed if one.owner_id is not None)
    thanked = [await names.named(look.read, look.house, look.t, one) for one in by]
    return [*lines, *([look.t("ticket-thanks", who=lists.joined(look.t, thanked))] if thanked else [])]


async def _still(look: Look, still: Sequence[Counted], late: Sequence[Counted]) -> list[str]:
    """What is open: never by whom."""
    lines = []
    waiting = [one for one in still if one.state == "waiting"]
    if waiting:
        lines.append(look.t("ticket-evening-waiting", count=len(waiting)))
        lines += [await _why(look, one) for one in waiting if one.is_shown][:MOST_NAMED]
    if late:
        lines.append(look.t("ticket-evening-late", count=len(late)))
    oldest = next((one for one in still if one.is_shown and reports.days(look.at - one.opened_at)), None)
    if oldest:
        days = reports.days(look.at - oldest.opened_at)
        lines.append(look.t("ticket-evening-oldest", what=await _headline(look, oldest), days=days))
    return lines


async def _why(look: Look, one: Counted) -> str:
    promised = one.until is not None and one.reason not in ("reporter", "visit")
    until = when.dated(look.t, look.house, one.until) if promised and one.until else "none"
    return look.t("ticket-evening-why", what=await _headline(look, one), reason=one.reason, until=until)


async def _headline(look: Look, one: Counted) -> str:
    category = look.house.categories.get(one.category)
    place = await names.of_place(look.read, look.house, one.place_id)
    return f"{category.icon} {place} · {groupcards.named(look, category)}"


async def monday(look: Look) -> Report | None:
    """The seven days before this one, by building and by kind: how many, how soon taken, how soon fixed."""
    if look.room.place_id is None:
        return None
    await look.house.read_categories(look.read)
    today = look.house.local(look.at).date()
    since, until = _midnight(look, today - timedelta(days=7)), _midnight(look, today)
    store, place = look.read.ticket_lists, look.room.place_id
    new = _told(look, await store.opened(place, since, until))
    fixed = _told(look, await store.fixed(place, since, until))
    if not (new or fixed):
        return None
    still = _told(look, await store.open(place))
    lines = [look.t("ticket-week", new=len(new), fixed=len(fixed), still=len(still))]
    seen = [Seen(await _building(look, one), one.category, one.opened_at, one.taken_at, one.fixed_at) for one in new]
    buildings = reports.medians(seen, lambda one: one.building)
    kinds = reports.medians(seen, lambda one: one.category)
    called = {one.key: (await look.read.places.get(int(one.key))).name for one in buildings}
    called |= {one.key: groupcards.named(look, look.house.categories.get(str(one.key))) for one in kinds}
    for heading, medians in (("ticket-week-places", buildings), ("ticket-week-kinds", kinds)):
        lines += ["", bold(look.t(heading)), *_bars(look, medians, called)] if medians else []
    return Report(lines)


def _bars(look: Look, medians: Sequence[Medians], called: dict[int | str, str]) -> list[str]:
    most = max(one.count for one in medians)
    return [
        look.t(
            "ticket-week-line", what=called[one.key], bar=reports.bar(one.count, most), count=one.count,
            take=_span(look, one.take), fix=_span(look, one.fix),
        )
        for one in medians
    ]  # fmt: skip


def _span(look: Look, span: int | None) -> str:
    if span is None:
        return "none"
    return look.t("ticket-lasted", days=span // 86_400, hours=span // 3600, minutes=max(1, span // 60))


async def _building(look: Look, one: Counted) -> int:
    place = await look.read.places.public(one.place_id)
    return place.id if place else one.place_id


def _midnight(look: Look, day: date) -> int:
    return int(dates.moment(day, time(), look.house.zone).timestamp())
