"""Where: the one widget that asks for a place by buttons, from the community down: building, stair, floor, door."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.places import Place, Tree, label
from bot.domain.rules import RuleError
from handlers.cards import Button, button

MOST = 40
"""Buttons on one page of a pad."""

FEW = 20
"""Doors that are shown at once, without asking for the floor first."""


@dataclass(frozen=True)
class At:
    """Where in the tree somebody looks: a place, a floor in it, a page of it. As a value: `345`, `345-f5`, `345-p2`."""

    place_id: int
    floor: str = ""
    page: int = 1

    def __str__(self) -> str:
        return f"{self.place_id}" + (f"-f{self.floor}" if self.floor else f"-p{self.page}" if self.page > 1 else "")

    @classmethod
    def read(cls, value: str) -> At:
        """Refuses what was never one of our buttons."""
        found = re.fullmatch(r"(\d{1,15})(?:-f([a-z0-9]{1,6})|-p(\d{1,4}))?", value)
        if not found:
            raise RuleError("button-is-old")
        return cls(int(found[1]), found[2] or "", int(found[3] or 1))


def pad(
    tree: Tree, at: At, door: str, *values: object, homes: bool = True, to_door: bool = False
) -> list[list[Button]]:
    """What lies in a place, perhaps without homes, as buttons whose last value is an `At`; the last row leads up.

    `to_door`: on the way to a door nobody needs to know their grid area, nor the only estate there is.
    """
    if at.place_id not in tree:
        raise RuleError("button-is-old")
    at = _first_choice(tree, at) if to_door else at
    inside = [place for place in _inside(tree, at.place_id, to_door) if homes or place.kind != "dwelling"]
    children = sorted(inside, key=_order)
    floors = _floors(children)
    if at.floor:
        keys = [(place.name, At(place.id)) for place in floors.get(at.floor, [])]
    elif len(children) > FEW and len(floors) > 1:
        keys = [(f"{floor}F", At(at.place_id, floor.lower())) for floor in floors]
    else:
        keys = [(place.name, At(place.id)) for place in children[(at.page - 1) * MOST : at.page * MOST]]
    pads = row([button(name, door, *values, where) for name, where in keys])
    return [*pads, *_turner(at, len(children), len(keys), door, values), *_back(tree, at, door, values, to_door)]


def _inside(tree: Tree, place_id: int, to_door: bool) -> list[Place]:
    """What a page of the pad offers; the way to a door leads through no group across stairs."""
    children = list(tree.children(place_id))
    if not to_door:
        return children
    through = [place for place in children if place.kind != "neighbours"]
    passed = [
        inner for place in through for inner in (_inside(tree, place.id, True) if place.kind == "area" else [place])
    ]
    return passed if len({place.name for place in passed}) == len(passed) else through


def _first_choice(tree: Tree, at: At) -> At:
    """Down through an only estate or courtyard."""
    while len(only := _inside(tree, at.place_id, True)) == 1 and only[0].kind in ("estate", "area"):
        at = At(only[0].id)
    return at


def _order(place: Place) -> tuple[str, int, str]:
    """2 before 10, whatever stands around the number, be it 第二片区."""
    number = re.search(r"\d+", label(place.kind, place.name))
    return place.kind, int(number[0]) if number else 10**9, place.name


def _floors(places: Sequence[Place]) -> dict[str, list[Place]]:
    """Dwellings by floor, where every number tells its floor: 501 and 1203, but not 别墅12."""
    floors: dict[str, list[Place]] = {}
    for place in places:
        found = re.fullmatch(r"([A-Za-z]?\d{1,2})\d\d[A-Za-z]?", place.name)
        if place.kind != "dwelling" or not found:
            return {}
        floors.setdefault(found[1].lower(), []).append(place)
    return floors


def row(buttons: list[Button]) -> list[list[Button]]:
    """Short names five a row, longer ones three, long ones alone."""
    longest = max((len(one.text) for one in buttons), default=0)
    width = 5 if longest <= 5 else 3 if longest <= 8 else 1
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def _turner(at: At, total: int, shown: int, door: str, values: tuple[object, ...]) -> list[list[Button]]:
    if at.floor or shown == total or total <= MOST:
        return []
    pages = -(-total // MOST)
    before, after = (at.page - 2) % pages + 1, at.page % pages + 1
    sides = (("‹", before), (f"{at.page}/{pages}", at.page), ("›", after))
    return [[button(text, door, *values, At(at.place_id, page=page)) for text, page in sides]]


def _back(tree: Tree, at: At, door: str, values: tuple[object, ...], to_door: bool) -> list[list[Button]]:
    place = tree.get(at.place_id)
    above = [up for up in tree.parents(place.id) if not to_door or _is_a_page(tree, up)]
    up = At(place.id) if at.floor else At(above[0].id) if above else None
    if up is None:
        return []
    return [[button(f"↩️ {tree.get(up.place_id).name}", door, *values, up)]]


def _is_a_page(tree: Tree, place: Place) -> bool:
    """Whether the way to a door stops here."""
    parents = tree.parents(place.id)
    passed = place.kind == "area" and bool(parents) and place not in _inside(tree, parents[0].id, True)
    return not passed and _first_choice(tree, At(place.id)).place_id == place.id
