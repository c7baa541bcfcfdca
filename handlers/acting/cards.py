"""How the menu of acting looks: whom I act for, one neighbour, my helpers, a neighbour to write down."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.text import cut
from bot.i18n import Html, bold
from handlers import lists, where
from handlers.acting.shared import my_places
from handlers.cards import Button, Card, Look, button, card, label
from handlers.context import may_act
from handlers.features import Line

LONGEST_LABEL = 40
"""UTF-16 units of a neighbour's name and door on a button."""


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The menu of acting; `number` is whose menu it is."""
    path, _, rest = view.partition(".")
    me = await look.read.people.get(number)
    if path == "helpers":
        return await _helpers(look, me, int(rest or number))
    if path == "who":
        return await _who(look, me, int(rest))
    if path == "found":
        return await _choice(look, [int(one) for one in rest.split("-")])
    if path == "door":
        return await _doors(look, me, rest)
    if path == "consent":
        return await _consent(look, me, int(rest))
    return await _whom(look, me, int(rest or 1))


def _drop(look: Look) -> list[Button]:
    return [button(look.t("acting-drop"), "acting.drop")]


async def _doors(look: Look, me: Person, rest: str) -> Card:
    """Where somebody lives: below the places where my office lets me act, one of which is chosen first."""
    tree, mine = await look.house.tree(look.read), await my_places(look.read, me)
    at = where.At.read(rest) if rest else where.At(mine[0]) if len(mine) == 1 else None
    if at is None:
        pads = where.row([button(tree.path(place), "acting.door", where.At(place)) for place in mine])
    elif at.place_id in tree and tree.get(at.place_id).kind == "neighbours":
        homes = await look.read.places.dwellings_in(at.place_id)
        pads = where.row([button(tree.code(home.id), "acting.door", where.At(home.id)) for home in homes[: where.MOST]])
    else:
        pads = where.pad(tree, at, "acting.door")
    return card([look.t("acting-which-door")], *pads, _drop(look))


async def _whom(look: Look, me: Person, number: int) -> Card:
    """Whom I may act for: those who named me, then neighbours without a telephone at my offices' places."""
    t, spots = look.t, await my_places(look.read, me)
    everybody = [*await look.read.acting.helps(me.id), *await look.read.acting.without_telegram(spots)]
    whom = [one for one in dict.fromkeys(everybody) if one != me.id]
    shown, at_page, pages = lists.page_of(whom, number)
    rows = [[button(await _label(look, one), "acting.who", one)] for one in shown]
    more = [button(t("acting-note"), "acting.note")] if spots else []
    head = t("acting-whom") if whom else t("acting-nobody")
    tail = [t("acting-whom-how")] if spots else [] if whom else [t("acting-nobody-how")]
    ask = [button(t("acting-my-helpers"), "acting.helpers")]
    return card([bold(head), *tail], *rows, lists.turner("acting.list", at_page, pages), more, ask)


async def _label(look: Look, person_id: int) -> str:
    person, home = await look.read.people.get(person_id), await look.read.residents.home(person_id)
    code = (await look.house.tree(look.read)).code(home) if home else ""
    return cut(f"{person.name} {code}".strip(), LONGEST_LABEL)


async def _choice(look: Look, found: list[int]) -> Card:
    rows = [[button(await _label(look, one), "acting.who", one)] for one in found]
    return card([look.t("acting-which")], *rows)


async def _who(look: Look, me: Person, person_id: int) -> Card:
    """One neighbour: what is going on for them while I act for them, and the way in and out."""
    t, read, person = look.t, look.read, await look.read.people.get(person_id)
    if not await may_act(read, me.id, person_id):
        return card([t("acting-not-named")], [button(t("acting-others"), "acting.list", 1)])
    for_id, until = await read.acting.acts_for(me.id)
    acts = for_id == person_id and until > look.at
    mine = [line for feature in look.house.features if feature.mine for line in await feature.mine(look, person)]
    going_on = mine[: lists.PER_PAGE]
    begin = t("acting-begin", who=person.name[:12])
    first = [] if acts else [t("acting-begin-first", button=begin)]
    lines: list[str] = [bold(await _label(look, person_id)), *first, *([""] if mine else [t("acting-quiet")])]
    way = [button(t("acting-stop"), "acting.end")] if acts else [button(begin, "acting.begin", person_id)]
    way = [button(label(t("acting-need", who=person.name)), "acting.need", person_id), *way]
    rows = [[line.button] for line in going_on] if acts else []
    named = await read.acting.is_named(person_id, me.id)
    leave = [button(t("acting-give-back"), "acting.give-back", person_id)] if named else []
    others = [button(t("acting-others"), "acting.list", 1)]
    return card([*lines, *(line.text for line in going_on)], *([one] for one in way), *rows, leave, others)


async def _helpers(look: Look, me: Person, whose: int) -> Card:
    """Who may act for me, or for the neighbour my office speaks for, and how that is given and taken back."""
    if whose != me.id and not await may_act(look.read, me.id, whose):
        return await _helpers(look, me, me.id)
    t, mine = look.t, await look.read.acting.helpers_of(whose)
    people = [await look.read.people.get(one) for one in mine]
    head = bold(t("acting-helpers" if people else "acting-no-helpers"))
    about = [] if whose == me.id else [t("for-whom", who=(await look.read.people.get(whose)).name)]
    lines: list[str] = [*about, head, *(f"· {person.name}" for person in people), t("acting-helpers-how")]
    rows = [[button(t("acting-take-back", who=person.name[:12]), "acting.take-back", person.id)] for person in people]
    return card(lines, *rows, [button(t("acting-name"), "acting.name")])


async def _consent(look: Look, me: Person, place_id: int) -> Card:
    """The last look before somebody is written down."""
    kept = await look.read.questions.open(me.id, look.room.id, look.at)
    if kept is None or kept.door != "acting.noting":
        return card([look.t("acting-nothing-noted")])
    t, path = look.t, (await look.house.tree(look.read)).path(place_id)
    lines: list[str | Html] = [bold(f"{kept.payload} · {path}"), t("acting-consent"), t("acting-consent-what")]
    return card(lines, [button(t("acting-agreed"), "acting.agreed", place_id)], _drop(look))


async def about(look: Look, person: Person) -> list[Line]:
    """Who helps me, whom I help."""
    t, found = look.t, []
    helpers = await look.read.acting.helpers_of(person.id)
    if helpers:
        said = lists.joined(t, [(await look.read.people.get(one)).name for one in helpers])
        found.append(Line(t("acting-about-helpers", who=said), button(t("acting-my-helpers"), "acting.helpers")))
    for one in await look.read.acting.helps(person.id):
        name = (await look.read.people.get(one)).name
        found.append(Line(t("acting-about-help", who=name), button(t("acting-for", who=name[:12]), "acting.who", one)))
    return found
