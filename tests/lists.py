"""Lists for tests: spreadsheets as bytes, sheets as the rules see them, registers to compare with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from bot.domain.register import Dweller, Known, Register, Sheet

HEADINGS = ("楼栋", "单元", "房号", "面积", "业主")
ROOT = Known(1, None, "community", "锦江苑")
EMPTY = Register((ROOT,))


def sheet(*rows: Sequence[str], name: str = "名单", **more: Any) -> Sheet:
    return Sheet(name, tuple(tuple(row) for row in rows), **more)


def workbook(*rows: Sequence[Any], merge: Sequence[str] = (), name: str = "名单") -> bytes:
    """An .xlsx with these rows; `merge`: ranges such as A2:A4."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(list(row))
    for cells in merge:
        page.merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def estate() -> Register:
    """3栋2单元 with 501 (王芳, by the list) and 502; 4栋 with 101 and somebody at home there."""
    places = (
        ROOT, Known(2, 1, "building", "3栋"), Known(3, 2, "stair", "2单元"), Known(4, 3, "dwelling", "501", 8950),
        Known(5, 3, "dwelling", "502"), Known(6, 1, "building", "4栋"), Known(7, 6, "stair", "1单元"),
        Known(8, 7, "dwelling", "101"),
    )  # fmt: skip
    return Register(places, (Dweller(1, 4, "王芳", "owner", True), Dweller(2, 8, "陈明", "tenant", False)))
