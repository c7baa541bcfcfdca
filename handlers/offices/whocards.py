"""How who answers here looks: the list of a place, nearest first, and one office with its holder."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.danger import NAMED
from bot.domain.offices import CARING, USUAL
from bot.domain.people import Office
from bot.domain.places import Place
from bot.i18n import Html, Words, bold, quote
from handlers import lists, names
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import Neighbourhood
from handlers.offices.duties import duties_of
from handlers.offices.shared import can_give, is_caring, office_name, place_name, reached

MOST_ALSO = 4
"""Other offices of the same person that one office's card leads to."""


@dataclass(frozen=True)
class Holder:
    """Who holds an office, or several, and who answers for it just now: whoever stands in, or the holder."""

    office: Office  # the nearest
    answers: Office
    others: tuple[Office, ...] = ()  # that the same person holds, with the same one answering

    @property
    def offices(self) -> tuple[Office, ...]:
        return (self.office, *self.others)


async def _holders(look: Look, place_id: int) -> list[Holder]:
    """Each person once, with every office on the way up from this place."""
    held = await look.read.offices.at_or_above(place_id)
    stand_ins = {one.stands_in_for: one for one in held if one.stands_in_for is not None}
    numbers = {one.id for one in held}
    every = [Holder(one, stand_ins.get(one.id, one)) for one in held if one.stands_in_for not in numbers]
    together: dict[tuple[int, int], Holder] = {}
    for one in every:
        who = one.office.person_id, one.answers.person_id
        first = together.get(who)
        together[who] = replace(first, others=(*first.others, one.office)) if first else one
    return list(together.values())


async def at_place(look: Look, person_id: int, place_id: int, page: int) -> Card:
    t, root = look.t, await look.read.places.root()
    line = [place for place in await look.read.places.above(place_id) if place.kind != "dwelling"]
    here = next((place for place in line if place.kind != "neighbours"), root)
    holders = await _holders(look, place_id)
    shown, at_page, pages = lists.page_of(holders, page)
    lines: list[str | Html] = [bold(t("who-title", place=await place_name(look.read, look.house, here.id))), ""]
    rows: Rows = []
    for one in shown:
        lines += await _holder_lines(look, one, None)
        rows.append(await _holder_buttons(look, one, person_id))
    lines += ["", t("who-by-line")] if any(len(row) > 1 for row in rows) else []
    if at_page == 1:
        lines += await _missing(look, line, holders)
        lines += await _circles(look, place_id)
        caring = await _caring(look, person_id, place_id)
        lines += [await _cares_line(look, one) for one in caring]
        rows += [[button(look.t("care-enough"), "care.end", one.id)] for one in caring]
    other = [button(t("who-elsewhere"), "who.pad", root.id)]
    return card([*lines, "", *await numbers(look)], *rows, lists.turner("who.at", at_page, pages, place_id), other)


async def _holder_lines(look: Look, one: Holder, by: str | None = "office-by-line") -> list[str | Html]:
    t = look.t
    name = await names.named(look.read, look.house, t, one.office.person_id)
    held = lists.joined(t, [await office_name(look.read, look.house, t, office) for office in one.offices])
    headline = bold(t("who-holder", office=held, name=name))
    return ["", headline, *await _stands_in(look, one), *await _ways(look, one, by)]


async def _ways(look: Look, one: Holder, by: str | None) -> list[str | Html]:
    """How to reach them; in each of several offices they may have chosen another way."""
    answering = await look.read.people.get(one.answers.person_id)
    offices = (one.answers,) if one.answers is not one.office else one.offices
    found = [await reached(look, answering, office, by) for office in offices]
    ways = list(dict.fromkeys(way for each in found for way in each))
    shown = [way for way in ways if way not in (look.t(by) if by else "", look.t("office-no-way"))]
    return shown or ways[:1]


async def _stands_in(look: Look, one: Holder) -> list[str]:
    if one.answers is one.office:
        return []
    name = await names.named(look.read, look.house, look.t, one.answers.person_id)
    return [look.t("who-stands-in", until=day(look.house, look.t, one.answers.ends_at or 0), name=name)]


def day(house: Neighbourhood, t: Words, at: int) -> str:
    """The day of a moment: 8月3日 · 3 Aug."""
    local = house.local(at)
    return t("office-day", month=local.month, day=local.day)


async def _holder_buttons(look: Look, one: Holder, person_id: int) -> list[Button]:
    t, answering = look.t, await look.read.people.get(one.answers.person_id)
    name = await names.named(look.read, look.house, t, answering.id)
    line = [button(label(t("line-to", name=name)), "line.new", one.answers.id)]
    can_be_told = answering.reachable and answering.is_here and answering.id != person_id
    more = button(
        label(t("who-more", title=await names.title(look.read, t, one.office.title))), "who.office", one.office.id
    )
    return [*(line if can_be_told else []), more]


async def _missing(look: Look, line: list[Place], holders: list[Holder]) -> list[str]:
    """Where nobody answers it is said openly, with who is one level up."""
    held = {office.place_id for one in holders for office in one.offices}
    missing = [place for place in line if place.kind in USUAL and place.id not in held]
    lines = []
    for place in missing:
        further = {outer.id for outer in await look.read.places.above(place.id)}
        up = next((one for one in holders if any(office.place_id in further for office in one.offices)), None)
        name = await names.named(look.read, look.house, look.t, up.answers.person_id) if up else "none"
        title = await names.title(look.read, look.t, USUAL[place.kind])
        lines.append(look.t("who-nobody", place=place.name, title=title, up=name))
    if not holders and not lines:
        lines.append(look.t("who-nobody-at-all"))
    return ["", *lines] if lines else []


async def _circles(look: Look, place_id: int) -> list[str | Html]:
    """The circles on duty here when somebody asks for something, and who leads each."""
    lines = list[str | Html]()
    for circle, kinds in await look.read.circles.on_duty_at(place_id):
        lead = await names.named(look.read, look.house, look.t, circle.lead_id) if circle.lead_id else "none"
        words = lists.joined(look.t, [look.t("circle-kind-of", kind=one) for one in kinds])
        lines += [*([] if lines else [""]), look.t("who-circle", name=circle.name, kinds=words, lead=lead)]
    return lines


async def _caring(look: Look, person_id: int, place_id: int) -> list[Office]:
    """Who cares for one's own household; for nobody else's eyes."""
    household = {one.person_id for one in await look.read.residents.household(place_id)}
    return await look.read.offices.held_in(place_id, CARING) if person_id in household else []


async def _cares_line(look: Look, office: Office) -> str:
    return look.t("who-cares", name=await names.who(look.read, look.house, look.t, office.person_id))


async def numbers(look: Look) -> list[str]:
    """Whom to call in need, what the steward added as it was written down; where no number is kept, what to do."""
    lines = [
        look.t("who-number", name=look.t(f"number-{key}") if key in NAMED else key, number=number)
        for key, number in look.house.numbers.items()
        if number
    ]
    if lines:
        return [look.t("who-numbers"), *lines]
    steward = look.room.person_id and "steward" in await look.read.offices.titles_of(look.room.person_id)
    return [look.t("who-no-numbers"), look.t("who-no-numbers-steward" if steward else "who-no-numbers-how")]


async def one_office(look: Look, person_id: int, number: int) -> Card:
    """One office and its holder."""
    t, office = look.t, await look.read.offices.get(number)
    if office is None or office.until is not None:
        return card([t("office-is-ended")], [button(t("who-elsewhere"), "who.pad", (await look.read.places.root()).id)])
    stand_in = await look.read.offices.stand_in(office.id)
    one = Holder(office, stand_in or office)
    lines = [*await _holder_lines(look, one), await granted(look, office)]
    duties = await duties_of(look.read, look.t, office.title)
    rows = [
        (await _holder_buttons(look, one, person_id))[:-1],
        [button(t("verify-button"), "verify.office", office.id)],
        *await _also_holds(look, office),
    ]
    rows += (
        [[button(t("office-take-back"), "offices.withdraw", office.id)]]
        if await _may_withdraw(look, person_id, office)
        else []
    )
    back = [button(t("back"), "who.at", office.place_id, 1)] if not await is_caring(look.read, office) else []
    return card([*lines, "", t("office-duties"), quote(duties)], *rows, back)


async def _also_holds(look: Look, office: Office) -> Rows:
    """What else the same person answers for, each a button."""
    every = await look.read.offices.of(office.person_id)
    others = [one for one in every if one.id != office.id and not await is_caring(look.read, one)]
    if await is_caring(look.read, office):
        return []
    named = [(one, await office_name(look.read, look.house, look.t, one)) for one in others[:MOST_ALSO]]
    return [[button(label(f"🎖 {name}"), "who.office", one.id)] for one, name in named]


async def _may_withdraw(look: Look, person_id: int, office: Office) -> bool:
    place = await look.read.places.get(office.place_id)
    return office.person_id != person_id and await can_give(look.read, person_id, office.title, place)


async def granted(look: Look, office: Office) -> str:
    """Since when, and by whom."""
    local = look.house.local(office.since)
    by = await names.named(look.read, look.house, look.t, office.granted_by) if office.granted_by else "none"
    return look.t("office-granted", year=local.year, month=local.month, day=local.day, by=by)
