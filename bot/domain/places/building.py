"""Building: places described in a line, as somebody would say it: 3栋 2单元 18层 每层4户."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.rules import RuleError
from bot.domain.text import plain
from bot.domain.text.numerals import CHINESE, numeral

MOST_DWELLINGS = 6000
"""Dwellings that one message may build."""

LONGEST = 8000
"""Characters of one description."""

MOST_LINES = 200

MOST_DOORS = 99
"""Doors on one floor: a door is written with two digits."""

NUMBER = rf"\d{{1,3}}|{CHINESE}|两"
SEVERAL = rf"(?:{NUMBER}|[a-z])(?:\s?[-~到至]\s?(?:{NUMBER}|[a-z]))?"
_BUILDING = re.compile(
    rf"(?:^|(?<=\s))(?:第?({SEVERAL})\s?(栋楼?|幢楼?|座|号楼|号栋|号幢)"
    rf"|(?:buildings?|blocks?|towers?)\s?({SEVERAL})(?![a-z\d]))"
)
_STAIRS = re.compile(rf"(第|共|有)?\s?({SEVERAL})\s?(个)?\s?(?:单元|门|梯|楼道|stairs?|entrances?|units?)(?![a-z])")
_FLOORS = re.compile(rf"({SEVERAL})\s?(?:层|楼(?!道)|floors?)(?![a-z])")
_DOORS = re.compile(
    rf"(?:每层|一层|每层楼|一梯)\s?({NUMBER})\s?(?:户|家|套|室)"
    rf"|({NUMBER})\s?(?:homes?|flats?|doors?)?\s?(?:per|a|each|on each)\s?floor"
)
_SMALL_WORDS = re.compile(r"\s|with|has|and|on|of|共|有|一共|[.]")
_WORD = {"栋": "栋", "栋楼": "栋", "幢": "幢", "幢楼": "幢", "座": "座", "号楼": "号楼", "号栋": "栋", "号幢": "幢"}


@dataclass(frozen=True)
class Block:
    """Buildings that are alike. `ambiguous`: 2单元 may mean two stairs, or the second one alone."""

    buildings: tuple[str, ...]
    stairs: tuple[str, ...]
    floors: tuple[int, ...]
    doors: int
    ambiguous: bool = False

    @property
    def dwellings(self) -> int:
        return len(self.buildings) * max(1, len(self.stairs)) * len(self.floors) * self.doors

    def only_last_stair(self) -> Block:
        """The other meaning of 2单元: the second stair alone."""
        return Block(self.buildings, self.stairs[-1:], self.floors, self.doors)

    def stair_name(self, stair: str) -> str:
        """In the language the building was described in: 2单元, Stair 2."""
        return f"Stair {stair}" if self.buildings[0].isascii() else f"{stair}单元"

    def paths(self) -> list[tuple[tuple[str, str], ...]]:
        """Every dwelling as (kind, name) steps from the building down: 3栋, 2单元, 501."""
        found = []
        for building in self.buildings:
            for stair in self.stairs or ("",):
                above = (("building", building), *((("stair", self.stair_name(stair)),) if stair else ()))
                for floor in self.floors:
                    found += [(*above, ("dwelling", f"{floor}{door:02}")) for door in range(1, self.doors + 1)]
        return found


@dataclass(frozen=True)
class Gathering:
    """A neighbours' group and the words that name its dwellings."""

    name: str
    words: str


def read(text: str) -> list[Block | Gathering]:
    """The lines of a description. Raises RuleError that quotes the first line nobody could understand."""
    lines = _lines(text)
    if not lines:
        raise RuleError("build-empty")
    if len(text) > LONGEST:
        raise RuleError("build-too-long", most=LONGEST)
    if len(lines) > MOST_LINES:
        raise RuleError("build-too-many-lines", most=MOST_LINES)
    found = [_line(line) for line in lines]
    if sum(one.dwellings for one in found if isinstance(one, Block)) > MOST_DWELLINGS:
        raise RuleError("build-too-large", most=MOST_DWELLINGS)
    return found


def describes(text: str) -> bool:
    """Whether one of the first lines can be understood: then the text is meant to describe buildings."""
    for line in _lines(text[:LONGEST])[:20]:
        try:
            _line(line)
        except RuleError:
            continue
        return True
    return False


def _lines(text: str) -> list[str]:
    return [line for line in (line.strip() for line in re.split(r"[\n;；]", text)) if line]


_GATHERING = re.compile(r"^(?:邻里组|neighbours(?:' group)?)\s*([^:：=]{1,30}?)\s*[:：=]\s*(.+)$", re.IGNORECASE)


_NAMED = {
    "estate": re.compile(r"(?:小区|大院|家园|花园|苑|院|村|estate|courtyard)$"),
    "area": re.compile(r"(?:片区|网格|area|zone)$|^(?:area|zone) ?\w{1,4}$"),
    "building": re.compile(
        r"(?:栋|幢|座|号楼|大街|大道|街|路|巷|street|road|lane)$|^(?:building|block|tower) ?\w{1,4}$"
    ),
}


def kind_of(name: str) -> str | None:
    """What a place called so is: an estate, an area, a building or street; None if the name does not tell."""
    bare = plain(name).strip()
    if re.search(r"[、，,和及/]", bare) or len(bare.split()) > 3:
        return None  # several
    return next((kind for kind, pattern in _NAMED.items() if pattern.search(bare)), None)


def _line(line: str) -> Block | Gathering:
    if gathering := _GATHERING.match(line):
        return Gathering(gathering[1].strip(), gathering[2])
    bare = re.sub(r"[,，、。]", " ", plain(line))
    return _block(bare, line)


def _block(bare: str, line: str) -> Block:
    """Each piece is taken out of the line in turn; what is left over must say nothing."""
    pieces: list[re.Match[str] | None] = []
    for pattern in (_DOORS, _FLOORS, _BUILDING, _STAIRS):
        found = pattern.search(bare)
        pieces.append(found)
        bare = f"{bare[: found.start()]} {bare[found.end() :]}" if found else bare
    doors, floors, building, stairs = pieces
    if not (doors and floors and building) or _SMALL_WORDS.sub("", bare):
        raise RuleError("build-not-understood", line=line[:60])
    try:
        signs, definite = _stairs(stairs)
        return Block(_buildings(building), signs, _levels(floors[1]), _doors(doors[1] or doors[2]), not definite)
    except ValueError as unclear:
        raise RuleError("build-not-understood", line=line[:60]) from unclear


def _levels(text: str) -> tuple[int, ...]:
    """18 floors, or from 2 to 18."""
    numbers = [int(sign) for sign in _signs(text)]
    levels = numbers if len(numbers) > 1 else range(1, numbers[0] + 1)
    if not levels or levels[0] < 1:
        raise ValueError("no floors")
    return tuple(levels)


def _doors(text: str) -> int:
    doors = int(_count(text))
    if not 1 <= doors <= MOST_DOORS:
        raise ValueError("no doors, or too many")
    return doors


def _buildings(found: re.Match[str]) -> tuple[str, ...]:
    if found[3]:
        return tuple(f"Building {sign.upper()}" for sign in _signs(found[3]))
    return tuple(f"{sign.upper()}{_WORD[found[2]]}" for sign in _signs(found[1]))


def _stairs(found: re.Match[str] | None) -> tuple[tuple[str, ...], bool]:
    """The stairs' numbers, and whether that is the only meaning."""
    if found is None:
        return (), True
    signs = _signs(found[2])
    if len(signs) > 1 or found[1] == "第" or not signs[0].isdigit() or signs[0] == "1":
        return tuple(signs), True
    counted = bool(found[3]) or found[1] in ("共", "有")
    return tuple(str(number) for number in range(1, int(signs[0]) + 1)), counted


def _signs(text: str) -> list[str]:
    """3, or 1-6, or a-d. Raises ValueError for 6-1 and a-3."""
    first, *more = [_count(part.strip()) for part in re.split(r"[-~到至]", text)]
    if not more:
        return [first]
    ends = (first, more[0])
    if all(end.isdigit() for end in ends):
        signs = [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
    elif any(end.isdigit() for end in ends):
        raise ValueError("from a letter to a number")
    else:
        signs = [chr(code) for code in range(ord(ends[0]), ord(ends[1]) + 1)]
    if not signs:
        raise ValueError("backwards")
    return signs


def _count(sign: str) -> str:
    return numeral("二" if sign == "两" else sign)
