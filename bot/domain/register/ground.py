"""The ground on which a list is laid: which existing place each of its lines means, and which are new.

A place is found below the one above it, whatever its spelling, and also where one side knows a level that the other
leaves out (片区 on the list, none in the register, or the other way round), as long as that leaves no doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from bot.domain.register.cells import identity
from bot.domain.register.difference import New
from bot.domain.register.known import Known
from bot.domain.rules import RuleError


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
        self._found: dict[tuple[int, str, str], int] = {}
        for place in self.known.values():
            self._index(place.id, place.kind, place.name)

    def lay(self, path: Iterable[tuple[str, str]], absent: frozenset[str] = frozenset()) -> list[int]:
        """The places of an address from above to below, made where they are not there; raises RuleError in doubt."""
        steps = list(path)
        kinds, chain = absent | {kind for kind, _ in steps}, [self.root]
        for kind, name in steps:
            chain.append(self._step(chain, kind, name, kinds))
        return chain[1:]

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

    def _step(self, chain: list[int], kind: str, name: str, kinds: frozenset[str], moves: bool = True) -> int:
        spelling = chain[-1], kind, name
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
            lifted = self._one([id for id in self._below(above, *key[1:], kinds) if self._may_lift(id)], name)
            if lifted is not None:
                return self._lift(lifted, key[0], name) if moves else lifted
        return self._add(key[0], key[1], name)

    def _below(self, above: int, kind: str, sign: str, kinds: frozenset[str]) -> list[int]:
        """The places of this sign in `above`, with nothing between that the address would have named."""
        found = [id for id in self._under[above, kind, sign] if not kinds & set(self._between(id, above))]
        return [id for id in found if id < 0 or not self.known[id].gone] or found

    def _between(self, id: int, above: int) -> Iterator[str]:
        at = self.parent(id)
        while at is not None and at != above:
            yield self.kind(at)
            at = self.parent(at)

    def _one(self, found: list[int], name: str) -> int | None:
        if len(found) > 1:
            found = [id for id in found if self.name(id) == name]
            if len(found) != 1:
                raise RuleError("register-fault-ambiguous", name=name)
        return found[0] if found else None

    def _may_lift(self, id: int) -> bool:
        return id > 0 and id not in self.unlifted

    def _lift(self, id: int, into: int, name: str) -> int:
        """It was there without a level that the list names: now it lies in that."""
        self.claims[id].add(into)
        if len(self.claims[id]) > 1:
            raise RuleError("register-fault-ambiguous", name=name)
        self.moved[id] = into
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
        self._index(id, kind, name)
        return id

    def _index(self, id: int, kind: str, name: str) -> None:
        sign, at, steps = identity(kind, name), self.parent(id), 0
        while at is not None and steps < 8:
            self._under[at, kind, sign].append(id)
            at, steps = self.parent(at), steps + 1
