"""Reading: from sheets to lines. Every problem is named with its cell, and a guess is never made in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.domain.register import cells
from bot.domain.register.addresses import unfolded
from bot.domain.register.columns import LEVELS, Heads, heads
from bot.domain.register.filling import Filling
from bot.domain.register.listing import FAULT, Line, Listing, Note, Problem, Sheet, Step
from bot.domain.rules import RuleError

EXAMPLE = ("示例", "example")
"""A row whose remark begins so is the template's own."""

T = TypeVar("T")


def _is_table(sheet: Sheet) -> bool:
    """More than a page of notes."""
    return any(sum(map(bool, row)) > 1 for row in sheet.rows)


def read(sheets: Sequence[Sheet]) -> Listing:
    """What the sheets list; raises RuleError if none of them has headings of ours, or nothing stands below them."""
    readings = [SheetReading(sheet, found) for sheet in sheets if (found := heads(sheet.rows))]
    if not readings:
        raise RuleError("register-no-headings")
    lines = [line for reading in readings for line in reading.lines()]
    problems = [problem for reading in readings for problem in reading.problems]
    if not lines and not problems:
        raise RuleError("register-empty")
    notes = [note for reading in readings for note in reading.notes()]
    strangers = [sheet.name for sheet in sheets if heads(sheet.rows) is None and _is_table(sheet)]
    notes += [Note("sheet-skipped", (("sheet", name),)) for name in strangers]
    leaf = "dwelling" if any(reading.heads.leaf == "dwelling" for reading in readings) else "building"
    return Listing(tuple(lines), tuple(problems), tuple(notes), leaf)


@dataclass
class SheetReading:
    sheet: Sheet
    heads: Heads
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.filling = Filling(self.sheet, self.heads)
        self.untitled = False

    def lines(self) -> list[Line]:
        for code, columns in (("heading-twice", self.heads.twice), ("heading-unclear", self.heads.unclear)):
            for column in columns:
                self._problem(code, self.heads.row, column)
        return list(self._lines())

    def notes(self) -> list[Note]:
        found = [Note("column-unknown", (("column", title[:20]),)) for title in self.heads.unknown[:8]]
        if self.untitled:
            found.append(Note("column-untitled", (("sheet", self.sheet.name),)))
        if self.filling.filled:
            found.append(Note("filled", (("sheet", self.sheet.name), ("count", self.filling.filled))))
        return found

    def _lines(self) -> Iterator[Line]:
        for at in range(self.heads.row + 1, len(self.sheet.rows)):
            row = self.sheet.rows[at]
            if self._is_example(row):
                continue
            if not any(self._cell(row, column).strip() for column in self.heads.meaning):
                self.untitled |= any(cell.strip() for cell in row)
                self.filling.passes_empty_row()
                continue
            self.untitled |= any(cell.strip() for cell in row[len(self.heads.titles) :])
            line = self._line(at, row)
            if line and line.path and all(name for _, name in line.path):  # its other cells may be wrong all the same
                yield line

    def _line(self, at: int, row: Sequence[str]) -> Line | None:
        self._odd_cells(at)
        levels, unclear = self.filling.row(at)
        for name in unclear:
            self._problem("unclear-blank", at, self.heads.column(name), above=self.filling.above[name])
        if unclear:
            return None
        levels["dwelling"] = cells.whole(cells.text(self._named(row, "dwelling")))
        if not levels.get(self.heads.leaf):
            self._problem("missing", at, self.heads.column(self.heads.leaf))
            return None
        return Line(
            self.sheet.name,
            self.sheet.number(at),
            self._path(at, levels),
            self._tried(at, "floor-space", cells.floor_space, row),
            self._tried(at, "owners", cells.owners, row) or (),
            self._group(at, row),
            frozenset(self.filling.absent),
        )

    def _path(self, at: int, levels: dict[str, str]) -> tuple[Step, ...]:
        try:
            levels = unfolded(levels)
        except RuleError as error:
            self._problem(error.code, at, self.heads.column("dwelling"), **error.details)
            return ()
        return tuple((kind, self._place(at, kind, levels[kind])) for kind in LEVELS if levels.get(kind))

    def _place(self, at: int, kind: str, cell: str) -> str:
        english = self.heads.is_english(kind if self.heads.column(kind) is not None else self.heads.leaf)
        try:
            return cells.place_name(kind, cell, english)
        except RuleError as error:
            column = self.heads.column(kind)
            self._problem(
                error.code, at, column if column is not None else self.heads.column("dwelling"), **error.details
            )
            return ""

    def _group(self, at: int, row: Sequence[str]) -> str:
        name = cells.text(self._named(row, "group"))
        return self._place(at, "group", name) if name else ""

    def _tried(self, at: int, name: str, rule: Callable[[str], T], row: Sequence[str]) -> T | None:
        try:
            return rule(self._named(row, name))
        except RuleError as error:
            self._problem(error.code, at, self.heads.column(name), **error.details)
            return None

    def _odd_cells(self, at: int) -> None:
        """A formula or a date is not what was written: which value it has, its program alone knows."""
        number = self.sheet.number(at)
        for column in self.heads.meaning:
            if (number, column) in self.sheet.odd:
                self._problem(f"cell-{self.sheet.odd[number, column]}", at, column)

    def _is_example(self, row: Sequence[str]) -> bool:
        return self._named(row, "remark").strip().lower().startswith(EXAMPLE)

    def _named(self, row: Sequence[str], name: str) -> str:
        column = self.heads.column(name)
        return "" if column is None else self._cell(row, column)

    @staticmethod
    def _cell(row: Sequence[str], column: int) -> str:
        return row[column] if column < len(row) else ""

    def _problem(self, code: str, at: int, column: int | None, **details: object) -> None:
        column = -1 if column is None else column
        title = self.heads.titles[column] if 0 <= column < len(self.heads.titles) else ""
        value = self._cell(self.sheet.rows[at], column) if column >= 0 else ""
        place = (self.sheet.name, self.sheet.number(at), column)
        said = {name: one if isinstance(one, int) else str(one) for name, one in details.items()}
        self.problems.append(
            Problem(code.removeprefix(FAULT), *place, title.strip(), value.strip()[:40], tuple(said.items()))
        )
