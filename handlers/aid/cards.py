"""How an ask looks: to the group, to who asked, to neighbours; in lists and on the board."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.aid import Ask
from bot.domain.people import Person
from bot.domain.rules import thing
from handlers.aid.askercards import asker, forgotten, pair
from handlers.aid.givercards import asked, heads, neighbour
from handlers.aid.groupcards import group
from handlers.aid.shared import of_today
from handlers.cards import Button, Card, Look, button, card
from handlers.context import TITLES
from handlers.features import Entry, Line

SHOWN_ON_BOARD = 5
"""Lines that a board's section has room for."""

VIEWS = {"group": group, "asker": asker, "neighbour": neighbour, "asked": asked, "head": heads}


async def draw(look: Look, number: int, view: str) -> Card | None:
    found = await look.read.asks.get(number)
    if found is None:
        return card([look.t("ask-draft-gone")]) if view == "asker" else None
    ask = forgotten(look, found)
    if look.room.is_private:
        ask = await of_today(look.read, ask)
        if look.room.person_id == found.by_id != ask.by_id and view != "group":
            return card([look.t("ask-not-yours-now"), "" if ask.state == "draft" else ask.thing])
    if view.startswith("with.") and look.room.person_id in ask.side:
        giver = ask.giver(int(view[5:]))
        return await pair(look, ask, giver) if giver else card([look.t("ask-giver-changed"), ask.thing])
    return await VIEWS["asker" if view.startswith("with.") else view](look, ask)


async def mine(look: Look, person: Person) -> list[Line]:
    return [_line(look, ask, person) for ask in await look.read.asks.mine(person.id)]


async def todo(look: Look, person: Person) -> list[Line]:
    """Where this person has given their word, owes an answer, or has to find out how it ended."""
    asks = [ask for ask in await look.read.asks.mine(person.id) if _waits_for(ask, person)]
    lines = [_line(look, ask, person) for ask in asks]
    for ask in await look.read.asks.unanswered_for(person.id):
        place = ask.place_id or (await look.read.places.root()).id
        powers = titles.powers(await look.read.offices.titles_at_or_above(person.id, place), TITLES)
        if "confirm" in powers and ask not in asks:
            lines += [Line(look.t("ask-todo-head", thing=ask.thing), _opener(ask, "ask.head"))]
    return lines


def _waits_for(ask: Ask, person: Person) -> bool:
    if person.id in ask.side:
        offered = any(giver.agreed_at is None for giver in ask.giving)
        return ask.asked_at is not None or ask.state == "unanswered" or offered
    giver = ask.giver_of(person.id)
    return giver is not None and giver.state == "giving"


def _line(look: Look, ask: Ask, person: Person) -> Line:
    return Line(f"{_icon(ask, person)} {ask.thing} · {_state(look, ask, person)}", _opener(ask, "ask.open"))


def _opener(ask: Ask, door: str) -> Button:
    return button(f"{ask.id} · {ask.thing}"[:40], door, ask.id)


async def board(look: Look) -> list[Entry]:
    """What waits for a neighbour in this group; each line leads to its card, or to it in the private chat."""
    asks, more = await look.read.asks.open_in_group(look.room.chat_id, SHOWN_ON_BOARD)
    shown = [await _entry(look, ask) for ask in asks]
    return [*shown, *([Entry("board-asks", "")] * more)]  # those are only counted


async def _entry(look: Look, ask: Ask) -> Entry:
    url = await look.address(thing("ask", ask.id), "group", ask.room_id or look.room.id)
    place = await look.read.places.get(ask.place_id) if ask.place_id else None
    where = f"{place.name} · " if place and place.kind != "community" else ""
    return Entry("board-asks", where + ask.thing, url or look.house.link(look.house.signed("ask", ask.id)))


def _state(look: Look, ask: Ask, person: Person) -> str:
    giver = ask.giver_of(person.id)
    if person.id in ask.side or giver is None:
        state = look.t("ask-state", state=ask.state if not ask.helping else "taken", mine="yes")
    else:
        state = look.t("ask-state", state=giver.state, mine="no")
    speaks_for = [giver.by_id] if giver else []
    return f"{state} · {look.t('ask-for-another')}" if person.id in (ask.by_id, *speaks_for) else state


def _icon(ask: Ask, person: Person) -> str:
    return "🙋" if person.id in ask.side else "🤝"
