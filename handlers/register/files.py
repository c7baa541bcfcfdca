"""The files that are made: an empty list to fill in, and the present register to correct and send back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain import register
from bot.domain.register import COLUMNS, harmless
from bot.domain.register.writing import columns_used
from bot.i18n import Words, words
from handlers.cards import Look
from handlers.features import Maker

Rows = Sequence[Sequence[str]]
WIDTHS = {"estate": 14, "area": 14, "building": 14, "stair": 12, "dwelling": 12, "floor-space": 10, "owners": 24,
          "group": 16, "remark": 34}  # fmt: skip


async def gather_template(look: Look, args: Mapping[str, Any]) -> str:
    return look.t.lang


async def gather_export(look: Look, args: Mapping[str, Any]) -> tuple[str, register.Register, str]:
    return look.t.lang, await look.read.register.now(), look.house.name


def build_template(lang: str) -> tuple[str, bytes]:
    return words(lang)("register-template-file") + ".xlsx", template(lang)


def build_export(data: tuple[str, register.Register, str]) -> tuple[str, bytes]:
    lang, now, name = data
    return f"{words(lang)('register-export-file')}-{name}.xlsx", export(lang, now)


FILES = {
    "register-template": Maker(gather_template, build_template),
    "register-export": Maker(gather_export, build_export),
}


def template(lang: str) -> bytes:
    """Headings, an example row that reading passes over, and notes in both languages."""
    t = words(lang)
    example = [t(f"register-example-{column}") for column in COLUMNS]
    notes = [line for one in (lang, *({"zh", "en"} - {lang})) for line in [*_notes(words(one)), ""]]
    return workbook(t, [example], notes, COLUMNS)


def export(lang: str, now: register.Register) -> bytes:
    """The register as it is; read again, it brings no difference."""
    t = words(lang)
    made = register.rows(now, t("register-none"), t("register-owner-sign"))
    used = columns_used(made) or list(range(len(COLUMNS)))
    return workbook(t, [[row[at] for at in used] for row in made], _notes(t), [COLUMNS[at] for at in used])


def _notes(t: Words) -> list[str]:
    return t("register-notes").splitlines()


def workbook(t: Words, rows: Rows, notes: Sequence[str], columns: Sequence[str]) -> bytes:
    """A sheet of text: nothing in it is calculated, whatever somebody is called."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    def cell(sheet: Any, value: str, bold: bool = False) -> Any:
        made = WriteOnlyCell(sheet, value=harmless(value))
        made.number_format = "@"
        if bold:
            made.font = Font(bold=True)
        return made

    book = Workbook(write_only=True)
    sheet = book.create_sheet(t("register-sheet-name"))
    sheet.freeze_panes = "A2"
    for at, column in enumerate(columns):
        sheet.column_dimensions[chr(65 + at)].width = WIDTHS[column]
    sheet.append([cell(sheet, t(f"register-heading-{column}"), bold=True) for column in columns])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    beside = book.create_sheet(t("register-notes-name"))
    beside.column_dimensions["A"].width = 90
    for line in notes:
        beside.append([cell(beside, line)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
