"""How the menu of acting looks: whom I act for, one neighbour, my helpers, a neighbour to write down."""

from __future__ import annotations

from bot.domain.people import Person
from bot.i18n import Html, bold
from handlers import lists, where
from handlers.acting.shared import my_places
from handlers.cards import Button, Card, Look, button, card
from handlers.features import Line


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The menu of acting; `number` is whose menu it is."""
    path, _, rest = view.partition(".")
    me = await look.read.people.get(number)
    if path == "helpers":
        return await _helpers(look, me)
    if path == "who":
        return await _who(look, me, int(rest))
    if path == "found":
        return await _choice(look, [int(one) for one in rest.split("-")])
    if path == "door":
        tree = await look.house.tree(look.read)
        return card([look.t("acting-which-door")], *where.pad(tree, where.At.read(rest), "acting.door"), _drop(look))
    if path == "consent":
        return await _consent(look, me, int(rest))
    return await _whom(look, me, int(rest or 1))


def _drop(look: Look) -> list[Button]:
    return [button(look.t("acting-drop"), "acting.drop")]


async def _whom(look: Look, me: Person, number: int) -> Card:
    """Whom I may act for: those who named me, then neighbours without a telephone at my offices' places."""
    t, spots = look.t, await my_places(look.read, me)
    everybody = [*await look.read.acting.helps(me.id), *await look.read.acting.without_telegram(spots)]
    whom = [one for one in dict.fromkeys(everybody) if one != me.id]
    shown, at_page, pages = lists.page_of(whom, number)
    rows = [[button(await _label(look, one), "acting.who", one)] for one in shown]
    more = [button(t("acting-note"), "acting.note")] if spots else []
    head = t("acting-whom") if whom else t("acting-nobody")
    tail = [t("acting-whom-how")] if spots else [t("acting-nobody-how")]
    ask = [button(t("acting-my-helpers"), "acting.helpers")]
    return card([bold(head), *tail], *rows, lists.turner("acting.list", at_page, pages), more, ask)


async def _label(look: Look, person_id: int) -> str:
    person, home = await look.read.people.get(person_id), await look.read.residents.home(person_id)
    code = (await look.house.tree(look.read)).code(home) if home else ""
    return f"{person.name} {code}".strip()


async def _choice(look: Look, found: list[int]) -> Card:
    rows = [[button(await _label(look, one), "acting.who", one)] for one in found]
    return card([look.t("acting-which")], *rows)


async def _who(look: Look, me: Person, person_id: int) -> Card:
    """One neighbour: what is going on for them, and the way in."""
    t, person = look.t, await look.read.people.get(person_id)
    lines: list[str] = [bold(await _label(look, person_id))]
    going_on = [line for feature in look.house.features if feature.mine for line in await feature.mine(look, person)]
    lines += ["", *(line.text for line in going_on[: lists.PER_PAGE])] if going_on else [t("acting-quiet")]
    rows: list[list[Button]] = [[line.button] for line in going_on[: lists.PER_PAGE]]
    for_id, until = await look.read.acting.acts_for(me.id)
    acts = for_id == person_id and until > look.at
    way = button(t("acting-stop"), "acting.end") if acts else button(t("acting-begin"), "acting.begin", person_id)
    named = await look.read.acting.is_named(person_id, me.id)
    leave = [button(t("acting-give-back"), "acting.give-back", person_id)] if named else []
    return card(lines, [way], *rows, leave, [button(t("acting-others"), "acting.list", 1)])


async def _helpers(look: Look, me: Person) -> Card:
    """Who may act for me, and how that is given and taken back."""
    t, mine = look.t, await look.read.acting.helpers_of(me.id)
    people = [await look.read.people.get(one) for one in mine]
    head = bold(t("acting-helpers" if people else "acting-no-helpers"))
    lines: list[str] = [head, *(f"· {person.name}" for person in people), t("acting-helpers-how")]
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
        said = "、".join([(await look.read.people.get(one)).name for one in helpers])
        found.append(Line(t("acting-about-helpers", who=said), button(t("acting-my-helpers"), "acting.helpers")))
    for one in await look.read.acting.helps(person.id):
        name = (await look.read.people.get(one)).name
        found.append(Line(t("acting-about-help", who=name), button(t("acting-for", who=name[:12]), "acting.who", one)))
    return found
