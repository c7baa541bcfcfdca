"""Filling from above: a building or stair that is written once stands for the rows beneath it, where that is clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.domain.register.cells import identity, is_none, text, whole
from bot.domain.register.columns import LEVELS, Heads
from bot.domain.register.listing import Sheet

CARRIED = LEVELS[:4]


@dataclass
class Filling:
    """Goes down a sheet row by row. A level is filled in only below a value that is written once for several rows;
    where a sheet repeats its values, or says with merged cells what belongs together, an empty cell is a question."""

    sheet: Sheet
    heads: Heads
    above: dict[str, str] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)  # levels of which it is written that there are none
    filled: int = 0
    blank: bool = True  # the row before was empty

    def __post_init__(self) -> None:
        self.columns = {name: at for at, name in self.heads.meaning.items() if name in CARRIED}
        self.merged = {name: _merged_rows(self.sheet, at) for name, at in self.columns.items()}
        self.repeats = {name: self._repeats(name) for name in self.columns}

    def row(self, at: int) -> tuple[dict[str, str], list[str]]:
        """The levels above the dwelling in this row, and those of which nobody can tell whether they are meant."""
        cells, unclear = self.sheet.rows[at], []
        number, levels = self.sheet.number(at), dict[str, str]()
        for name in (level for level in CARRIED if level in self.columns):
            raw = cells[self.columns[name]] if self.columns[name] < len(cells) else ""
            value = whole(text(raw))
            if value or is_none(raw):
                self._begins(name, value)
                (self.absent.discard if value else self.absent.add)(name)
            elif name in self.above:
                clear = number in self.merged[name] or not (self.merged[name] or self.repeats[name])
                clear = clear and not (self.blank and number not in self.merged[name])
                if clear or not self.above[name]:
                    self.filled += bool(self.above[name])
                else:
                    unclear.append(name)
            levels[name] = self.above.get(name, "")
        self.blank = False
        return levels, unclear

    def passes_empty_row(self) -> None:
        self.blank = True

    def _begins(self, name: str, value: str) -> None:
        """A new building has none of the stairs of the one before."""
        before = self.above.get(name)
        if before is None or identity(name, before or "?") != identity(name, value or "?"):
            for below in CARRIED[CARRIED.index(name) + 1 :]:
                self.above.pop(below, None)
        self.above[name] = value

    def _repeats(self, name: str) -> bool:
        """Whether this column says the same again from one row to the next, within the same place above."""
        upper = [self.columns[one] for one in CARRIED[: CARRIED.index(name)] if one in self.columns]
        rows = self.sheet.rows[self.heads.row + 1 :]
        return any(
            (again := self._value(row, self.columns[name]))
            and again == self._value(before, self.columns[name])
            and all(self._value(row, one) in ("", self._value(before, one)) for one in upper)
            for before, row in pairwise(rows)
        )

    @staticmethod
    def _value(row: Sequence[str], at: int) -> str:
        return text(row[at]) if at < len(row) else ""


def _merged_rows(sheet: Sheet, column: int) -> Mapping[int, int]:
    """The rows (from 1) beneath the first of a merged cell in this column, by that first row."""
    return {
        row: first
        for first, left, last, right in sheet.merged
        if left <= column <= right and last - first < 20_000
        for row in range(first + 1, last + 1)
    }
