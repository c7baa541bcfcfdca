"""What the register holds already, as far as a list can change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Known:
    """A place that is there. `held`: somebody answers for it, or a group is its room; it cannot just go."""

    id: int
    parent_id: int | None
    kind: str
    name: str
    area: int | None = None  # 0.01 m²
    gone: bool = False
    held: bool = False


@dataclass(frozen=True)
class Dweller:
    """Somebody at home in a place. `listed`: known from a list alone, without an account or anybody's word."""

    person_id: int
    place_id: int
    name: str
    role: str
    listed: bool


@dataclass(frozen=True)
class Register:
    places: tuple[Known, ...]
    dwellers: tuple[Dweller, ...] = ()
    groups: Mapping[int, int] = field(default_factory=dict)  # dwelling → its neighbours' group
