"""What a spreadsheet brings: sheets of text, and the lines, notes and problems that were read out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Any

Step = tuple[str, str]
"""A level of an address as it will be called: ("building", "3栋")."""


FAULT = "register-fault-"
"""What the sentences about a cell begin with."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as text; rows and columns count from 0. `odd`: cells that hold no plain value: formula, date, error."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()  # the row's number in the file, from 1; none: as they stand
    odd: Mapping[tuple[int, int], str] = field(default_factory=dict)  # by (number of the row, column)
    merged: tuple[tuple[int, int, int, int], ...] = ()  # first row, first column, last row, last column; rows from 1

    def number(self, row: int) -> int:
        return self.numbers[row] if self.numbers else row + 1


@dataclass(frozen=True)
class Line:
    """A dwelling (or a building, where only buildings are listed). `area` is in 0.01 m²."""

    sheet: str
    row: int
    path: tuple[Step, ...]
    area: int | None = None
    owners: tuple[str, ...] = ()
    group: str = ""
    absent: frozenset[str] = frozenset()  # levels that it has not, for certain


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell. `code`: what is expected there; `column` is -1 where the whole row is meant."""

    code: str
    sheet: str
    row: int
    column: int
    heading: str
    value: str
    details: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True)
class Note:
    """Something to know before it is applied: a column that was not read, cells that were filled from above."""

    code: str
    details: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True)
class Listing:
    """All that a file says; with problems nothing of it is applied."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    leaf: str = "dwelling"

    def packed(self) -> list[Any]:
        """What its lines say, as JSON values; problems and notes stay behind."""
        return [self.leaf, [[*astuple(line)[:6], sorted(line.absent)] for line in self.lines]]

    @classmethod
    def unpacked(cls, said: list[Any]) -> Listing:
        leaf, lines = said
        return cls(tuple(_line(*line) for line in lines), leaf=leaf)


def _line(
    sheet: str, row: int, path: list[list[str]], area: int | None, owners: list[str], group: str, absent: list[str]
) -> Line:
    steps = tuple((kind, name) for kind, name in path)
    return Line(sheet, row, steps, area, tuple(owners), group, frozenset(absent))
