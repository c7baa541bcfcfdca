"""A draft as its author sees it: exactly what people will read, how many they are, and what is still to choose."""

from __future__ import annotations

from bot.domain import notices, places
from bot.domain.notices import Notice
from bot.domain.places import Tree
from bot.i18n import page, quote
from handlers import when, where
from handlers.cards import Button, Card, Look, button, card, label
from handlers.notices import shared
from handlers.where import At

MOST_CIRCLES = 8
"""Circles offered by button; the words may begin with the name of any other."""


async def draw(look: Look, it: Notice, seen: list[str]) -> Card:
    t, readers = look.t, await shared.readers(look.read, it)
    lines = [t("notice-preview"), quote(page(seen)), *await _reach(look, it, readers), *await _warnings(look, it)]
    if it.step == "danger":
        return card([*lines, "", t("notice-danger-sure", count=readers)], *_sure(look, it))
    if it.step:
        return card([*lines, "", t("notice-where")], *await _pads(look, it))
    return card(lines, *_keys(look, it, await shared.whole_name(look, it)))


async def _pads(look: Look, it: Notice) -> list[list[Button]]:
    """Places for who notifies places, and the circles that its author speaks to; a fault is of a place."""
    voices = [one for one in (look.room.person_id, it.person_id) if one is not None]
    circles = [] if it.is_fault else await shared.circles_of(look.read, *voices)
    keys = [button(label(f"👥 {one.name}"), "notice.circle", it.id, one.id) for one in circles[:MOST_CIRCLES]]
    places_too = any([await shared.places_of(look.read, one) for one in voices])
    pad = _pad(look, it, await look.house.tree(look.read)) if places_too else []
    return [*pad, *(keys[at : at + 2] for at in range(0, len(keys), 2))]


async def _reach(look: Look, it: Notice, readers: int) -> list[str]:
    """How many people in private, and which groups."""
    t = look.t
    titles = [(await look.read.rooms.get(one)).title or "…" for one in await shared.rooms_for(look.read, it)]
    shown = t("list-comma").join(f"“{title}”" for title in titles[:4]) or "none"
    return [
        *([t("notice-reach-private", count=readers)] if it.in_private else []),
        t("notice-reach-groups", groups=shown, more=max(0, len(titles) - 4)),
        *([t("notice-reminds")] if it.reminds else []),
    ]


async def _warnings(look: Look, it: Notice) -> list[str]:
    """What the author may not have meant for everybody's eyes; it is theirs to decide."""
    t, tree = look.t, await look.house.tree(look.read)
    homes = [one for one in places.read(it.words, tree).candidates if tree.get(one).kind == "dwelling"]
    return [
        *([t("notice-warn-number")] if notices.names_a_number(it.words) else []),
        *([t("notice-warn-flat")] if homes else []),
        *([] if it.words else [t("notice-warn-no-words")]),
    ]


def _sure(look: Look, it: Notice) -> list[list[Button]]:
    return [
        [button(look.t("notice-wake"), "notice.wake", it.id)],
        [button(look.t("notice-calm"), "notice.calm", it.id)],
    ]


def _pad(look: Look, it: Notice, tree: Tree) -> list[list[Button]]:
    """Down to the stair; a single home gets no notice."""
    at, done = (
        At.read(it.step),
        [button(look.t("notice-there", place=tree.get(it.place_id).name), "notice.there", it.id)],
    )
    place = tree.get(at.place_id)
    if any(child.kind != "dwelling" for child in tree.children(place.id)):
        return [done, *where.pad(tree, at, "notice.at", it.id)]
    up = (
        [button(f"↩️ {tree.get(place.parent_id).name}", "notice.at", it.id, At(place.parent_id))]
        if place.parent_id
        else []
    )
    return [done, up]


def _keys(look: Look, it: Notice, place: str) -> list[list[Button]]:
    t, number, whose = look.t, it.id, "notice-place" if it.circle_id is None else "notice-circle"
    wakes = ("notice-calm", "notice.calm") if it.is_danger else ("notice-danger", "notice.danger")
    reminds = button(t("notice-auto", on="yes" if it.reminds else "no"), "notice.auto", number)
    return [
        [button(t("notice-publish"), "notice.publish", number)],
        [
            button(t("notice-change"), "notice.correct", number),
            button(label(t(whose, place=place)), "notice.where", number),
            button(t("notice-drop"), "notice.withdraw", number),
        ],
        when.spans(t, look.house, "notice.span", number, it.written_at, it.until or 0),
        [button(t("notice-other-time"), "notice.until", number), *([reminds] if it.in_private else [])],
        [button(t(wakes[0]), wakes[1], number)] if it.circle_id is None else [],
    ]
