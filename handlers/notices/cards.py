"""How a notice looks: to everybody, to who may be told in private, and to its author."""

from __future__ import annotations

from bot.domain.notices import Notice
from bot.domain.people import Person
from bot.domain.rules import thing
from bot.domain.text import cut
from bot.i18n import bold, page, quote
from handlers import names, when
from handlers.cards import Button, Card, Look, button, card, label
from handlers.features import Entry, Line
from handlers.notices import draft as drafts
from handlers.notices import shared
from handlers.notices.shared import NOTIFYING, counts_at

EMERGENCY = ("medical", "fire", "police")


async def draw(look: Look, number: int, view: str) -> Card | None:
    it = await look.read.notices.get(number)
    if it is None:
        return card([look.t("notice-draft-gone")]) if view == "author" else None
    if view == "author":
        return await _on_behalf(look, it, await _author(look, it))
    return await _public(look, it, view)


async def _public(look: Look, it: Notice, view: str) -> Card | None:
    """What everybody reads; in private, whether one has tapped. What was over before it arrived never comes."""
    row = await look.read.cards.get(thing("notice", it.id), view, look.room.id)
    if it.is_over and (row is None or row.message_id is None):
        return None
    known = await look.read.notices.known_by(it.id, look.room.person_id or 0) if view == "reader" else None
    lines = [*await seen(look, it), *([look.t("notice-you-know")] if known and not it.is_over else [])]
    asks = it.in_private and not (known or it.is_over)
    rows = [[button(look.t("notice-know"), "notice.know", it.id)]] if asks else []
    return card(lines, *rows, *(await _count_key(look, it) if view == "reader" else []))


async def _count_key(look: Look, it: Notice) -> list[list[Button]]:
    """Who answers for some of its readers sees how far it has come."""
    answers = it.in_private and look.room.person_id is not None
    if not answers or await counts_at(look.read, look.room.person_id or 0, it) is None:
        return []
    return _after(look, it)


async def seen(look: Look, it: Notice) -> list[str]:
    """The lines of a notice as people read them, from the first to the signature."""
    t = look.t
    if it.state == "withdrawn":
        return [t("notice-is-withdrawn")]
    head = [bold(t(f"notice-headline-{it.kind}", place=await shared.whole_name(look, it), state=it.state))]
    body = [bold(it.words) if it.is_fault else it.words] if it.words else []
    corrected = when.dated(t, look.house, it.corrected_at) if it.corrected_at else None
    return [
        *(await _danger(look, it) if it.is_danger and not it.is_over else []),
        *head,
        *body,
        *_until(look, it),
        *([t("notice-corrected", at=corrected)] if corrected else []),
        await _signed(look, it),
    ]


async def _danger(look: Look, it: Notice) -> list[str]:
    """Whom to call comes first; who decided to wake everybody is named."""
    t = look.t
    calls = [
        t("notice-number", name=name, number=number) for name, number in look.house.numbers.items() if name in EMERGENCY
    ]
    at = when.dated(t, look.house, it.decided_at or look.at)
    who = await names.named(look.read, look.house, t, it.decided_by)
    return [
        bold(t("notice-danger-headline")),
        *([bold(t("notice-call-first", numbers=" · ".join(calls)))] if calls else []),
        t("notice-decided", who=who, at=at),
        "",
    ]


def _until(look: Look, it: Notice) -> list[str]:
    t = look.t
    if it.is_over:
        ended = when.dated(t, look.house, it.ended_at or look.at)
        return [t("notice-over", kind=it.kind, state=it.state, at=ended)]
    if it.until is None:
        return [t("fault-until-unknown")]
    late = "yes" if it.until <= look.at else "no"
    return [t(f"notice-stands-{it.kind}", until=when.dated(t, look.house, it.until), late=late)]


async def _signed(look: Look, it: Notice) -> str:
    """Title and name of whoever answers for it, when, and who wrote it for them."""
    t, who = look.t, await names.named(look.read, look.house, look.t, it.person_id)
    title = await _title(look, it)
    by = await names.named(look.read, look.house, t, it.by_id) if it.by_id else "none"
    at = when.dated(t, look.house, it.published_at or look.at)
    return t("notice-signed", title=title or "none", who=who, by=by, at=at)


async def _title(look: Look, it: Notice) -> str | None:
    for _, offices in await look.read.offices.answerable(it.place_id, NOTIFYING):
        for office in offices:
            if office.person_id in (it.person_id, it.by_id):
                return await names.title(look.read, look.t, office.title)
    return None


async def _on_behalf(look: Look, it: Notice, drawn: Card) -> Card:
    """For whom and by whom, for both to see; whoever it is for may take it over."""
    if it.by_id is None:
        return drawn
    if look.room.person_id == it.person_id:
        line = look.t("by-whom", who=await names.who(look.read, look.house, look.t, it.by_id))
        over = [] if it.is_over else [[button(look.t("take-over"), "notice.take-over", it.id)]]
        return Card(page([line, drawn.text]), [*drawn.rows, *over])
    line = look.t("for-whom", who=await names.who(look.read, look.house, look.t, it.person_id))
    return Card(page([line, drawn.text]), drawn.rows)


async def _author(look: Look, it: Notice) -> Card:
    if it.state == "draft":
        return await drafts.draw(look, it, await seen(look, it))
    asked = [bold(look.t("fault-over-yet"))] if it.state == "open" and it.asked_at else []
    lines = [*asked, look.t("notice-mine", state=it.state), quote(page(await seen(look, it))), *await _counts(look, it)]
    return card(lines, *(await _standing(look, it) if it.state == "open" else _after(look, it)))


async def _counts(look: Look, it: Notice) -> list[str]:
    """已送达 is what we know; nobody knows who has read."""
    count = await look.read.notices.count(it.id)
    lines = [look.t("notice-counts", arrived=count.arrived, know=count.know)] if it.in_private else []
    return [*lines, *([look.t("notice-reminded")] if it.reminded_at else [])]


async def _standing(look: Look, it: Notice) -> list[list[Button]]:
    t, number = look.t, it.id
    spans = when.spans(t, look.house, "notice.span", number, look.at, it.until or 0)
    change = [
        button(t("notice-change"), "notice.correct", number),
        button(t("notice-withdraw"), "notice.withdraw", number),
    ]
    later = button(t("notice-later"), "notice.until", number)
    if it.is_fault:
        over = [button(t("fault-is-over"), "notice.end", number)]
        return [over, *([spans, [later]] if it.asked_at else [[later, *change]]), *_after(look, it)]
    count = await look.read.notices.count(number)
    silent = not it.reminded_at and count.arrived > 0
    rows = [[button(t("notice-remind"), "notice.remind", number)]] if silent else []
    return [*rows, [*change, later], *_after(look, it)]


def _after(look: Look, it: Notice) -> list[list[Button]]:
    """By building; a circle has none."""
    by_building = it.in_private and it.circle_id is None
    return [[button(look.t("notice-who"), "notice.counts", it.id, 1)]] if by_building else []


async def mine(look: Look, person: Person) -> list[Line]:
    return [_line(look, it) for it in await look.read.notices.mine(person.id)]


async def todo(look: Look, person: Person) -> list[Line]:
    """Faults whose expected end has passed: is it over?"""
    late = [it for it in await look.read.notices.mine(person.id) if it.state == "open" and it.asked_at]
    return [
        Line(look.t("fault-todo", what=_short(it)), button(look.t("fault-over-yet-key"), "notice.open", it.id))
        for it in late
    ]


def _line(look: Look, it: Notice) -> Line:
    icon = "🔧" if it.is_fault else "📢"
    return Line(
        f"{icon} {_short(it)} · {look.t('notice-state', state=it.state)}",
        button(label(f"{icon} {_short(it)}"), "notice.open", it.id),
    )


def _short(it: Notice) -> str:
    return cut(" ".join(it.words.split()), 40)


async def board(look: Look) -> list[Entry]:
    """Known faults with their expected end, and notices; what is dangerous first."""
    assert look.room.place_id is not None
    shown = await look.read.notices.on_board(look.room.id, look.room.place_id)
    return [await _entry(look, it) for it in shown]


async def _entry(look: Look, it: Notice) -> Entry:
    url = await _address(look, it) or look.house.link(look.house.signed("notice", it.id))
    if not it.is_fault:
        return Entry("board-notices", ("⚠️ " if it.is_danger else "") + _short(it), url)
    until = when.spoken(look.t, look.house, it.until, look.at) if it.until else "none"
    place = await shared.whole_name(look, it) if it.place_id != look.room.place_id else "none"
    return Entry("board-faults", _short(it), url, tail=look.t("fault-on-board", place=place, until=until))


async def _address(look: Look, it: Notice) -> str | None:
    """Its card in this very group, if it has one with an address."""
    for room_id, message_id in await look.read.notices.groups(it.id):
        room = await look.read.rooms.get(room_id)
        if room.chat_id == look.room.chat_id and message_id:
            return room.message_url(message_id)
    return None
