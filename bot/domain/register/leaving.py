"""Leaving: places that a list does not name any more, within what it speaks of; a home with people in it stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.register.difference import Kept
from bot.domain.register.ground import Ground
from bot.domain.register.known import Dweller


def leaving(
    ground: Ground, chains: Sequence[list[int]], leaf: str, at_home: Mapping[int, Sequence[Dweller]]
) -> tuple[list[int], list[Kept]]:
    """(gone, kept). A list of one building says nothing about the others."""
    spoken_of = {_scope(ground, chain[:-1] or [ground.root], leaf) for chain in chains}
    gone, kept = list[int](), list[Kept]()
    full = {ground.after(place.id) for place in ground.known.values() if not place.gone}
    for place in ground.known.values():
        unnamed = place.kind == leaf and not place.gone and place.id not in ground.met
        if not unnamed or _scope(ground, _above(ground, place.id), leaf) not in spoken_of:
            continue
        if any(not one.listed for one in at_home.get(place.id, ())) or place.id in full:
            kept.append(Kept(place.id, "lives"))
        elif place.held:
            kept.append(Kept(place.id, "held"))
        else:
            gone.append(place.id)
    return [*gone, *_emptied(ground, gone, at_home)], kept


def _scope(ground: Ground, above: Sequence[int], leaf: str) -> int:
    """The building that a home is in, or else what it lies in directly."""
    building = [id for id in above if ground.kind(id) == "building"] if leaf == "dwelling" else []
    return building[0] if building else above[-1]


def _above(ground: Ground, id: int) -> list[int]:
    """What a place that was there lies in once the list is applied, from the top."""
    found, at = list[int](), ground.after(id)
    while at is not None:
        found.append(at)
        at = ground.after(at)
    return found[::-1] or [ground.root]


def _emptied(ground: Ground, gone: Iterable[int], at_home: Mapping[int, Sequence[Dweller]]) -> list[int]:
    """Stairs that are left with nothing in them."""
    away, inside = set(gone), defaultdict[int, set[int]](set)
    for place in ground.known.values():
        if not place.gone and (outer := ground.after(place.id)) is not None:
            inside[outer].add(place.id)
    stairs = {ground.after(id) for id in away}
    return [
        id for id in sorted(stair for stair in stairs if stair is not None)
        if ground.kind(id) == "stair" and id not in ground.met and inside[id] <= away
        and not ground.known[id].held and not at_home.get(id)
    ]  # fmt: skip
