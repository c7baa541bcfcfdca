"""The ground on which a list is laid: which existing place each of its lines means, and which are new.

A place is found below the one above it, whatever its spelling, and also where one side knows a level that the other
leaves out (片区 on the list, none in the register, or the other way round), as long as that leaves no doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from bot.domain.register.cells import identity
from bot.domain.register.difference import New
from bot.domain.register.known import Known
from bot.domain.rules import RuleError

Asked = tuple[int, str, str, frozenset[str]]
"""In which place which kind of what name is looked for, and which kinds the address names."""


class Ground:
    """`unlifted`: places that several lines could mean and nobody misses; they are found by none."""

    def __init__(self, places: Iterable[Known], unlifted: frozenset[int] = frozenset()) -> None:
        self.known = {place.id: place for place in places}
        self.root = next(id for id, place in self.known.items() if place.parent_id is None)
        self.unlifted = unlifted
        self.new: dict[int, New] = {}
        self.moved: dict[int, int] = {}
        self.back: set[int] = set()
        self.met: set[int] = {self.root}
        self.claims: defaultdict[int, set[int]] = defaultdict(set)
        self._under: defaultdict[tuple[int, str, str], list[int]] = defaultdict(list)
        self._found: dict[Asked, int] = {}
        self._inside: defaultdict[int | None, list[int]] = defaultdict(list)
        for place in self.known.values():
            self._index(place.id, self._line(place.id, self.parent))
            self._inside[place.parent_id].append(place.id)

    def lay(self, path: Iterable[tuple[str, str]], absent: frozenset[str] = frozenset()) -> list[int]:
        """The places of an address from above to below, made where they are not there; raises RuleError in doubt."""
        steps = list(path)
        kinds, chain = absent | {kind for kind, _ in steps}, [self.root]
        for kind, name in steps:
            chain.append(self._step(chain, kind, name, kinds))
        return chain[1:]

    def doubt(self, path: Iterable[tuple[str, str]], absent: frozenset[str], chain: list[int]) -> str | None:
        """The name in an address that means more than one place, now that every line is laid."""
        steps = list(path)
        kinds, above = absent | {kind for kind, _ in steps}, self.root
        for (kind, name), id in zip(steps, chain, strict=True):
            same = [one for one in self._below(above, kind, identity(kind, name), kinds) if one != id]
            if same and (self.name(id) != name or any(self.name(one) == name for one in same)):
                return name
            above = id
        return None

    def group(self, chain: list[int], name: str) -> int:
        """The neighbours' group of that name in the area or estate; one that is the whole community's counts, too."""
        scope = [self.root, *(id for id in chain if self.kind(id) in ("estate", "area"))]
        return self._step(scope, "neighbours", name, frozenset({"neighbours", "estate", "area"}), moves=False)

    def kind(self, id: int) -> str:
        return self.new[id].kind if id < 0 else self.known[id].kind

    def name(self, id: int) -> str:
        return self.new[id].name if id < 0 else self.known[id].name

    def parent(self, id: int) -> int | None:
        """As it was before this list, for places that were there."""
        return self.new[id].parent_id if id < 0 else self.known[id].parent_id

    def after(self, id: int) -> int | None:
        """What it lies in once this list is applied."""
        return self.moved.get(id, self.parent(id))

    def _step(self, chain: list[int], kind: str, name: str, kinds: frozenset[str], moves: bool = True) -> int:
        spelling = chain[-1], kind, name, kinds
        if spelling not in self._found:
            key = chain[-1], kind, identity(kind, name)
            self._found[spelling] = self._search(chain, key, name, kinds, moves)
        found = self._found[spelling]
        self.met.add(found)
        return found

    def _search(
        self, chain: list[int], key: tuple[int, str, str], name: str, kinds: frozenset[str], moves: bool
    ) -> int:
        below = self._one(self._below(*key, kinds), name)
        if below is not None:
            self._comes_back(below)
            return below
        for above in reversed(chain[:-1]):
            lifted = self._one(self._liftable(above, key, name, kinds), name)
            if lifted is not None:
                return self._lift(lifted, key[0], name) if moves else lifted
        return self._add(key[0], key[1], name)

    def _below(self, above: int, kind: str, sign: str, kinds: frozenset[str]) -> list[int]:
        """The places of this sign in `above`, with nothing between that the address would have named."""
        found = [id for id in self._under[above, kind, sign] if not kinds & self._between(id, above)]
        return [id for id in found if id < 0 or not self.known[id].gone] or found

    def _between(self, id: int, above: int) -> set[str]:
        """The kinds that lie between: as it was, or as it will be where the list has moved it."""
        line = self._line(id, self.parent)
        if above not in line:
            line = self._line(id, self.after)
        return {self.kind(one) for one in line[: line.index(above)]}

    @staticmethod
    def _line(id: int, up: Callable[[int], int | None]) -> list[int]:
        """What a place lies in, nearest first."""
        line, at = list[int](), up(id)
        while at is not None:
            line.append(at)
            at = up(at)
        return line

    def _one(self, found: list[int], name: str) -> int | None:
        if len(found) > 1:
            found = [id for id in found if self.name(id) == name]
            if len(found) != 1:
                raise RuleError("register-fault-ambiguous", name=name)
        return found[0] if found else None

    def _liftable(self, above: int, key: tuple[int, str, str], name: str, kinds: frozenset[str]) -> list[int]:
        """What lies in `above` directly. A building that lies in a level the list leaves out, and not in one that it
        names, may be the same or another; a stair or a home without its building is another."""
        found = [id for id in self._below(above, *key[1:], kinds) if id > 0 and id not in self.unlifted]
        direct = [id for id in found if self.parent(id) == above]
        if found and not direct and key[1] == "building":
            raise RuleError("register-fault-ambiguous", name=name)
        return direct

    def _lift(self, id: int, into: int, name: str) -> int:
        """It was there without a level that the list names: now it lies in that."""
        self.claims[id].add(into)
        if len(self.claims[id]) > 1 or id in self._line(into, self.after):
            raise RuleError("register-fault-ambiguous", name=name)
        outer = [above for above in self._line(id, self.parent) if above != into]
        self.moved[id] = into
        self._index_moved(id, [one for one in (into, *self._line(into, self.after)) if one not in outer])
        self._comes_back(id)
        return id

    def _comes_back(self, id: int) -> None:
        at: int | None = id
        while at is not None and at > 0:
            if self.known[at].gone:
                self.back.add(at)
            at = self.moved.get(at, self.known[at].parent_id)

    def _add(self, parent: int, kind: str, name: str) -> int:
        id = -len(self.new) - 1
        self.new[id] = New(id, parent, kind, name)
        self._index(id, self._line(id, self.after))
        return id

    def _index(self, id: int, line: Iterable[int]) -> None:
        sign = identity(self.kind(id), self.name(id))
        for above in line:
            self._under[above, self.kind(id), sign].append(id)

    def _index_moved(self, id: int, line: list[int]) -> None:
        """What lies in a moved place lies in more than before."""
        self._index(id, line)
        for inner in self._inside[id]:
            self._index_moved(inner, line)
