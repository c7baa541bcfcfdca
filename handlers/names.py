"""Names for other people's eyes: without the flats, numbers and ornaments that people put into them."""

from __future__ import annotations

import re

from bot.domain import places
from bot.domain.places import Tree
from bot.domain.text import masked
from bot.i18n import Words
from handlers.context import Neighbourhood
from storage.database import Read

_FLAT_BEFORE_NAME = re.compile(r"^\W*(?:\d{3,4}(?:室|号)?(?=\D))?\W*")


def shown_name(name: str, tree: Tree) -> str:
    """A name for a group's eyes; "" if nothing of it may be shown."""
    return _FLAT_BEFORE_NAME.sub("", masked(places.read(name, tree).rest)).strip()


async def named(read: Read, house: Neighbourhood, t: Words, person_id: int | None) -> str:
    """Only the name; whoever was erased is a neighbour."""
    if person_id is None:
        return t("a-neighbour")
    person = await read.people.get(person_id)
    return shown_name(person.name, await house.tree(read)) or t("a-neighbour")


async def who(read: Read, house: Neighbourhood, t: Words, person_id: int | None) -> str:
    """A name and a building: 王芳（5栋）."""
    if person_id is None:
        return t("a-neighbour")
    home = await read.residents.home(person_id)
    place = await read.places.public(home) if home else None
    where = place.name if place and place.kind != "community" else "none"
    return t("who", name=await named(read, house, t, person_id), place=where)


async def of_place(read: Read, house: Neighbourhood, place_id: int) -> str:
    """A place as people write it: 3栋2单元, for there is a second stair in every building.

    One that left the register keeps its own name.
    """
    tree = await house.tree(read)
    return tree.path(place_id) if place_id in tree else (await read.places.get(place_id)).name


async def title(read: Read, t: Words, key: str) -> str:
    """What a title is called: 楼栋长; the steward's own ones have names of their own."""
    own = await read.offices.own_title(key)
    return own.name(t.lang) if own else t(f"title-{key.replace('_', '-')}")
