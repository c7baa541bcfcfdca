"""The tree of places: community, estate, area, building, stair, dwelling; any level may be missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.domain.places.labels import label, stem

KINDS = ("community", "estate", "area", "building", "stair", "dwelling", "neighbours")
ADDRESS = ("building", "stair", "dwelling")


@dataclass(frozen=True)
class Place:
    """A place as people say it: 3栋, 2单元, 501, 第二片区, 中心大街."""

    id: int
    parent_id: int | None
    kind: str
    name: str
    area: int | None = None  # 0.01 m²


class Tree:
    """Every place of a community, found by id or by what it is called."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.id: place for place in places}
        self._children: dict[int | None, list[Place]] = {}
        self._labels: dict[int, str] = {}
        self._named: dict[tuple[str, str], list[int]] = {}
        for place in self._places.values():
            self._enter(place)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, id: int) -> bool:
        return id in self._places

    def get(self, id: int) -> Place:
        """Raises KeyError for a place that does not exist."""
        return self._places[id]

    def parents(self, id: int) -> tuple[Place, ...]:
        """From the nearest to the root."""
        found: list[Place] = []
        at = self._places[id].parent_id
        while at in self._places and len(found) < len(KINDS):
            found.append(self._places[at])
            at = found[-1].parent_id
        return tuple(found)

    def above(self, id: int, kind: str) -> Place | None:
        """The place of this kind that `id` is in, which may be itself."""
        return next((place for place in (self.get(id), *self.parents(id)) if place.kind == kind), None)

    def children(self, id: int) -> tuple[Place, ...]:
        return tuple(self._children.get(id, ()))

    def named(self, kind: str, sign: str) -> list[int]:
        """The places of a kind with this label, in the tree's order."""
        return self._named.get((kind, sign), [])

    def inside(self, ids: Iterable[int], outer: Iterable[int]) -> list[int]:
        """Those of `ids` that are, or lie in, one of `outer`."""
        around = set(outer)
        return [id for id in ids if self._is_inside(id, around)]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The labels that are words: 中心大街, 别墅12."""
        return tuple(sorted({sign for _, sign in self._named if len(stem(sign)) > 1}))

    @cached_property
    def has_lettered_buildings(self) -> bool:
        return any(kind == "building" and sign[:1].isascii() and sign[:1].isalpha() for kind, sign in self._named)

    def path(self, id: int) -> str:
        """As people write it: 3栋2单元501, with the courtyard before it where 3栋 alone would not be clear."""
        written = ""
        for place in self._address(id):
            apart = written[-1:].isascii() and place.name[:1].isascii()
            written += " " + place.name if written and apart else place.name
        return written

    def code(self, id: int) -> str:
        """The short form 3-2-501; for places above a building their name."""
        if self.get(id).kind not in ADDRESS:
            return self.path(id)
        return "-".join(self._labels[place.id] for place in self._address(id))

    def _is_inside(self, id: int | None, around: set[int]) -> bool:
        while id is not None and id not in around:
            place = self._places.get(id)
            id = place.parent_id if place else None
        return id is not None

    def _enter(self, place: Place) -> None:
        sign = label(place.kind, place.name)
        self._labels[place.id] = sign
        self._children.setdefault(place.parent_id, []).append(place)
        self._named.setdefault((place.kind, sign), []).append(place.id)

    def _address(self, id: int) -> list[Place]:
        line = [self.get(id), *self.parents(id)][::-1]
        short = [place for place in line if place.kind in ADDRESS] or line[-1:]
        top = short[0]
        if len(self.named(top.kind, self._labels[top.id])) > 1:
            short = [place for place in line if place.kind in ("estate", "area") and place not in short] + short
        return short
