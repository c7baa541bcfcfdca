"""The steps of giving an office: which title, where, to whom, and the link to pass on."""

from __future__ import annotations

from bot.domain.offices import CARING, may_give
from bot.domain.places import KINDS, Place
from bot.i18n import bold
from handlers import lists, names, where
from handlers.cards import Card, Look, button, card, label
from handlers.offices import inviting
from handlers.offices.shared import (
    can_give,
    candidate,
    candidates,
    every_title,
    place_name,
    powers_of,
    title,
    tops,
    value,
)


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "title":
        return await _titles(look, number)
    if path == "place":
        return await _place(look, number, rest[0], where.At.read(rest[1]))
    if path == "person":
        return await _person(look, rest[0], int(rest[1]))
    if path == "people":
        return await _people(look, number, rest[0], int(rest[1]), int(rest[2]))
    if path == "agreed":
        return await _agreed(look, number)
    if path == "asked":
        name = await names.named(look.read, look.house, look.t, int(rest[0]))
        return card([look.t("invite-asked", name=name)], [button(look.t("appoint-again"), "appoint.new")])
    code = await look.read.codes.get(int(rest[0]))
    assert code, "codes stay"
    return inviting.link_card(look, code, button(look.t("appoint-again"), "appoint.new"))


async def _titles(look: Look, person_id: int) -> Card:
    """What this person can give somewhere."""
    mine, found = await tops(look.read, person_id), list[str]()
    for key in await every_title(look.read):
        if any([await _somewhere(look, person_id, key, top) for top in mine]):
            found.append(key)
    buttons = [button(label(await names.title(look.read, look.t, key)), "appoint.title", value(key)) for key in found]
    return card([look.t("appoint-title")], *(buttons[start : start + 2] for start in range(0, len(buttons), 2)))


async def _somewhere(look: Look, person_id: int, key: str, top: Place) -> bool:
    one, powers = await title(look.read, key), await powers_of(look.read, person_id, top.id)
    at_top = KINDS.index(top.kind)
    kinds = [kind for kind in one.held if KINDS.index(kind) >= at_top]
    return any(may_give(one, kind, powers, powers if kind != top.kind else frozenset()) for kind in kinds)


async def _place(look: Look, person_id: int, key: str, spot: where.At) -> Card:
    t, tree = look.t, await look.house.tree(look.read)
    rows = where.pad(tree, spot, "appoint.place", value(key))
    place = tree.get(spot.place_id)
    if place.id in {top.id for top in await tops(look.read, person_id)} and not spot.floor:
        rows = [row for row in rows if not row[0].text.startswith("↩️")]
    held = (await title(look.read, key)).held
    usual = place.kind in held or not await look.read.places.contains(place.id, held)
    allowed = usual and await can_give(look.read, person_id, key, place)
    here = (
        [button(t("appoint-here", place=label(place.name)), "appoint.person", value(key), place.id)] if allowed else []
    )
    name = await names.title(look.read, t, key)
    return card([t("appoint-where", title=name)], here, *rows, [button(t("back"), "appoint.new")])


async def _person(look: Look, key: str, place_id: int) -> Card:
    t, at = look.t, (value(key), place_id)
    name = await names.title(look.read, t, key)
    place = await place_name(look.read, look.house, place_id)
    me = [] if key == CARING else [button(t("appoint-me"), "appoint.me", *at)]
    return card(
        [bold(t("office-name", title=name, place=place)), t("appoint-who")],
        [button(t("appoint-link"), "appoint.link", *at)],
        [button(t("appoint-people"), "appoint.people", *at)],
        [button(t("appoint-noted"), "appoint.noted", *at)],
        [*me, button(t("back"), "appoint.place", value(key), await _up(look, place_id))],
    )


async def _up(look: Look, place_id: int) -> where.At:
    place = await look.read.places.get(place_id)
    return where.At(place.parent_id or place.id)


async def _people(look: Look, person_id: int, key: str, place_id: int, page: int) -> Card:
    t, place = look.t, await look.read.places.get(place_id)
    found = await candidates(look.read, place)
    shown, at_page, pages = lists.page_of(found, page)
    rows = [[await candidate(look, person_id, one, "appoint.ask", value(key), place_id)] for one in shown]
    back = [button(t("back"), "appoint.person", value(key), place_id)]
    lines = [t("appoint-which" if found else "appoint-nobody")]
    return card(lines, *rows, lists.turner("appoint.people", at_page, pages, value(key), place_id), back)


async def _agreed(look: Look, person_id: int) -> Card:
    t, kept = look.t, await look.read.questions.open(person_id, look.room.id, look.at)
    if kept is None or kept.door != "appoint.agreed":
        return card([t("appoint-written")], [button(t("appoint-again"), "appoint.new")])
    key, place_id, name = kept.payload.split(".", 2)
    office = t("office-name", title=await names.title(look.read, t, key),
               place=await place_name(look.read, look.house, int(place_id)))  # fmt: skip
    return card(
        [t("appoint-agreed", name=name, office=office), t("appoint-agreed-why")],
        [button(t("appoint-yes-agreed"), "appoint.agreed")],
        [button(t("back"), "appoint.person", value(key), int(place_id))],
    )
