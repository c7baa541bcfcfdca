"""Writing the register as a sheet that can be corrected and read again: then it brings no difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.domain.places.tree import Place, Tree
from bot.domain.register.cells import listable
from bot.domain.register.columns import COLUMNS, LEVELS
from bot.domain.register.known import Known, Register


def rows(register: Register, none: str, separator: str) -> list[tuple[str, ...]]:
    """One row a dwelling, in our columns; `none` stands where a level is missing that others have.

    Where there are no dwellings yet, the buildings.
    """
    present = [place for place in register.places if not place.gone]
    tree = Tree(Place(place.id, place.parent_id, place.kind, place.name) for place in present)
    leaf = "dwelling" if any(place.kind == "dwelling" for place in present) else "building"
    leaves = [place for place in present if place.kind == leaf]
    chains = {place.id: _chain(tree, place) for place in leaves}
    used = {kind for chain in chains.values() for kind in chain}
    owners, names = _owners(register, separator), {place.id: place.name for place in present}
    made = []
    for place in sorted(leaves, key=lambda one: _order(chains[one.id])):
        levels = [chains[place.id].get(kind, none if kind in used else "") for kind in LEVELS]
        group = names.get(register.groups.get(place.id, 0), "")
        made.append((*levels, square_metres(place.area), owners.get(place.id, ""), group, ""))
    return made


def columns_used(made: Iterable[tuple[str, ...]]) -> list[int]:
    """The columns in which something stands; dwellings or buildings always have theirs."""
    rows = list(made)
    return [at for at in range(len(COLUMNS)) if COLUMNS[at] != "remark" and any(row[at] for row in rows)]


def square_metres(area: int | None) -> str:
    """0.01 m² as 89.5."""
    if area is None:
        return ""
    whole, part = divmod(area, 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")


def _chain(tree: Tree, place: Known) -> dict[str, str]:
    return {one.kind: one.name for one in (*tree.parents(place.id)[::-1], tree.get(place.id)) if one.kind in LEVELS}


def _owners(register: Register, separator: str) -> dict[int, str]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for one in register.dwellers:
        if one.role == "owner" and (name := listable(one.name)):
            found[one.place_id].append(name)
    return {place: separator.join(sorted(names)) for place, names in found.items()}


def _order(chain: dict[str, str]) -> tuple[tuple[str, int, str], ...]:
    """By levels, numbers as numbers."""
    signs = [chain.get(kind, "") for kind in LEVELS]
    return tuple(
        ("", int(digits), sign) if (digits := "".join(filter(str.isdecimal, sign))) else (sign, 0, sign)
        for sign in signs
    )
