"""How a day and a month look: a line on the board, and a text for organisers."""

from __future__ import annotations

from bot.domain import months
from bot.domain.months import Month
from bot.domain.places import Place
from bot.i18n import Words, bold
from handlers import lists
from handlers.cards import Button, Card, Look, button, card, label
from handlers.features import Entry, Report
from handlers.months.shared import counted, moment, top

MOST_GROUPS = 6
"""Groups offered by button."""


async def board(look: Look) -> list[Entry]:
    """From eight in the evening until midnight: how many asked today, what has become of it, who waits for longer."""
    if look.house.local(look.at).hour < months.EVENING:
        return []
    line = await _day(look)
    return [Entry("month-board", line)] if line else []


async def evening(look: Look) -> Report | None:
    """The same line in the evening's report, where anything else is worth one: by itself it stays on the board."""
    line = await _day(look)
    return Report([line], speaks=False) if line else None


async def _day(look: Look) -> str | None:
    if look.room.place_id is None:
        return None
    since = moment(look.house, look.house.local(look.at).date())
    day = months.day(await look.read.months.pleas(look.room.place_id, since, look.house.next_day(look.at)))
    earlier = await look.read.months.waiting(look.room.place_id, since)
    if not day.asked and not earlier:
        return None
    line = look.t("month-evening", asked=day.asked, helped=day.helped, waiting=day.waiting)
    return line + await _earlier(look, earlier)


async def _earlier(look: Look, places: list[int | None]) -> str:
    """How many have waited since before today, and in which buildings."""
    if not places:
        return ""
    found = [await look.read.places.public(one) for one in dict.fromkeys(places) if one]
    named = lists.joined(look.t, sorted({place.name for place in found if place and place.kind != "community"}))
    return look.t("month-earlier", count=len(places), places=named or "none")


async def draw(look: Look, number: int, view: str) -> Card | None:
    """To an organiser, of the widest place where they make circles."""
    place = await top(look.read, look.room.person_id or 0)
    if place is None:
        return card([look.t("month-not-yours")])
    shown = await lines(look, place, number)
    rows = [] if await is_empty(look, place, number) else await _groups(look, place, number)
    return card(shown, *rows, _turner(look, number))


async def draw_menu(look: Look, number: int, view: str) -> Card | None:
    """The same, turned over where it stands; the path is the month."""
    return await draw(look, int(view), view)


async def is_empty(look: Look, place: Place, number: int) -> bool:
    return (await counted(look.read, look.house, place.id, number)).is_empty


async def lines(look: Look, place: Place, number: int) -> list[str]:
    """Numbers first, no names; small ones are a few. Against the month before only once the month is over."""
    t, month = look.t, await counted(look.read, look.house, place.id, number)
    so_far = "yes" if number == _present(look) else "no"
    title = bold(t("month-title", place=place.name, year=number // 100, month=number % 100, sofar=so_far))
    if month.is_empty:
        return [title, "", t("month-empty")]
    before = Month() if so_far == "yes" else await counted(look.read, look.house, place.id, months.before(number))
    return [title, "", *_numbers(t, month, before), "", t("month-thanks")]


def _numbers(t: Words, month: Month, before: Month) -> list[str]:
    found = []
    for key in months.COUNTED:
        count = getattr(month, key)
        if count:
            few, than = "yes" if count < months.FEW else "no", months.compared(count, getattr(before, key))
            found.append(t(f"month-{key}", count=count, few=few) + t("month-than", than=than))
        if key == "helped" and month.first_hand is not None:
            found.append(t("month-first-hand", hours=month.first_hand // 3600, minutes=month.first_hand // 60 % 60))
    return found


def _present(look: Look) -> int:
    return months.of(look.house.local(look.at).date())


async def _groups(look: Look, place: Place, number: int) -> list[list[Button]]:
    """One group: one button; several: one for each."""
    rooms = [await look.read.rooms.get(one) for one in await look.read.months.rooms(place.id)]
    if len(rooms) == 1:
        return [[button(look.t("month-post"), "month.post", number, rooms[0].id)]]
    return [
        [button(label(look.t("month-post-to", room=room.title or "…")), "month.post", number, room.id)]
        for room in rooms[:MOST_GROUPS]
    ]


def _turner(look: Look, number: int) -> list[Button]:
    """The month before, and back again."""
    back = [button(look.t("month-before"), "month.show", months.before(number))]
    return [
        *back,
        *([button(look.t("month-after"), "month.show", months.after(number))] if number < _present(look) else []),
    ]
