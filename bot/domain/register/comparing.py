"""Comparing a list with the register: the difference, and whatever the two together leave in doubt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from bot.domain.places import Place, Tree
from bot.domain.register.cells import called
from bot.domain.register.difference import Difference, Kept
from bot.domain.register.ground import Ground
from bot.domain.register.known import Dweller, Register
from bot.domain.register.leaving import leaving
from bot.domain.register.listing import FAULT, Line, Listing, Note, Problem
from bot.domain.rules import RuleError

EXAMPLES = 5


def compare(listing: Listing, register: Register) -> Difference:
    """What the list would change. With problems it changes nothing."""
    found = Comparison(listing, register)
    doubted = frozenset(id for id, into in found.ground.claims.items() if len(into) > 1)
    missed = {dweller.place_id for dweller in register.dwellers} | {p.id for p in register.places if p.held}
    unmissed = doubted - missed
    return (Comparison(listing, register, unmissed) if unmissed else found).difference()


@dataclass
class Comparison:
    listing: Listing
    register: Register
    unlifted: frozenset[int] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    areas: list[tuple[int, int]] = field(default_factory=list)
    comes: list[tuple[int, str]] = field(default_factory=list)
    goes: list[tuple[int, int]] = field(default_factory=list)
    joins: list[tuple[int, int]] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    unchanged: int = 0

    def __post_init__(self) -> None:
        self.ground = Ground(self.register.places, self.unlifted)
        self.at_home: defaultdict[int, list[Dweller]] = defaultdict(list)
        for dweller in self.register.dwellers:
            self.at_home[dweller.place_id].append(dweller)
        self.chains: list[tuple[Line, list[int]]] = []
        self._lay()
        self._settle()
        for line, chain in self.chains:
            self._compare(line, chain)

    def difference(self) -> Difference:
        gone, kept = leaving(self.ground, [chain for _, chain in self.chains], self.listing.leaf, self.at_home)
        self.kept += kept
        self.goes += [(id, one.person_id) for id in gone for one in self.at_home[id]]
        made = Difference(
            new=tuple(self.ground.new.values()),
            back=tuple(sorted(self.ground.back)),
            moved=tuple(self.ground.moved.items()),
            areas=tuple(self.areas),
            comes=tuple(self.comes),
            goes=tuple(self.goes),
            joins=tuple(self.joins),
            gone=tuple(gone),
            kept=tuple(self.kept),
            unchanged=self.unchanged,
            listed=len(self.listing.lines),
            problems=tuple(sorted((*self.listing.problems, *self.problems), key=lambda p: (p.sheet, p.row, p.column))),
            notes=(*self.listing.notes, *self._untouched()),
        )
        made.examples.update(self._examples(made))
        return made

    def _lay(self) -> None:
        """Those that name most levels come first, so that a shorter spelling finds all it might mean."""
        seen: dict[int, Line] = {}
        for line in sorted(self.listing.lines, key=lambda line: -len(line.path)):
            try:
                chain = self.ground.lay(line.path, line.absent)
            except RuleError as error:
                self._problem(error.code, line, **error.details)
                continue
            other = seen.setdefault(chain[-1], line)
            if other is not line:
                first, second = sorted((other, line), key=lambda one: one.row)
                self._problem("twice", second, other_sheet=first.sheet, other_row=first.row)
            else:
                self.chains.append((line, chain))

    def _settle(self) -> None:
        """What looked clear when a line was laid may be in doubt after the last one."""
        laid, self.chains = self.chains, []
        for line, chain in laid:
            name = self.ground.doubt(line.path, line.absent, chain)
            if name is None:
                self.chains.append((line, chain))
            else:
                self._problem("register-fault-ambiguous", line, name=name)

    def _problem(self, code: str, line: Line, **details: object) -> None:
        said = tuple((name, value if isinstance(value, int) else str(value)) for name, value in details.items())
        written = " ".join(name for _, name in line.path)
        self.problems.append(Problem(code.removeprefix(FAULT), line.sheet, line.row, -1, "", written[:40], said))

    def _compare(self, line: Line, chain: list[int]) -> None:
        leaf, before = chain[-1], (len(self.areas), len(self.comes), len(self.goes), len(self.joins))
        if line.area is not None and (leaf < 0 or self.ground.known[leaf].area != line.area):
            self.areas.append((leaf, line.area))
        if line.owners:
            self._owners(leaf, line.owners)
        if line.group:
            self._group(line, chain)
        same = before == (len(self.areas), len(self.comes), len(self.goes), len(self.joins))
        self.unchanged += same and leaf > 0 and leaf not in self.ground.back and leaf not in self.ground.moved

    def _owners(self, leaf: int, names: tuple[str, ...]) -> None:
        listed = {called(name): name for name in names}
        here = {called(one.name): one for one in self.at_home[leaf] if one.role == "owner"}
        others = {called(one.name) for one in self.at_home[leaf] if one.role != "owner"}
        for key, name in listed.items():
            if key in others and key not in here:
                self.kept.append(Kept(leaf, "other-role"))
            elif key not in here:
                self.comes.append((leaf, name))
        for key, one in here.items():
            if key not in listed and one.listed:
                self.goes.append((leaf, one.person_id))
            elif key not in listed:
                self.kept.append(Kept(leaf, "confirmed"))

    def _group(self, line: Line, chain: list[int]) -> None:
        try:
            group = self.ground.group(chain, line.group)
        except RuleError as error:
            return self._problem(error.code, line, **error.details)
        if self.register.groups.get(chain[-1]) != group:
            self.joins.append((chain[-1], group))
        return None

    def _untouched(self) -> list[Note]:
        """Buildings that the list does not speak of stay as they are."""
        silent = [
            place for place in self.register.places
            if place.kind == "building" and not place.gone and place.id not in self.ground.met
        ]  # fmt: skip
        return [Note("untouched", (("count", len(silent)),))] if silent and self.listing.leaf == "dwelling" else []

    def _examples(self, made: Difference) -> dict[str, list[str]]:
        """A few of each kind, as people write them."""
        places = [Place(p.id, p.parent_id, p.kind, p.name) for p in self.register.places]
        moved = dict(made.moved)
        places = [Place(p.id, moved.get(p.id, p.parent_id), p.kind, p.name) for p in places]
        tree = Tree([*places, *(Place(p.id, p.parent_id, p.kind, p.name) for p in made.new)])
        ids = {
            "new-homes": [place.id for place in made.new if place.kind == "dwelling"],
            "new-places": [place.id for place in made.new if place.kind != "dwelling"],
            "back": list(made.back),
            "moved": [id for id, _ in made.moved],
            "areas": [id for id, _ in made.areas if id > 0],
            "comes": [id for id, _ in made.comes],
            "goes": [id for id, _ in made.goes],
            "joins": [id for id, _ in made.joins],
            "gone": list(made.gone),
        } | {
            f"kept-{reason}": [kept.place_id for kept in made.kept if kept.reason == reason]
            for reason in {kept.reason for kept in made.kept}
        }
        return {key: [tree.path(id) for id in found[:EXAMPLES]] for key, found in ids.items() if found}
