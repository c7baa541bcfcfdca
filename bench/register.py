"""A register of 5,000 dwellings: from the spreadsheet to the database, and back to a spreadsheet."""

from __future__ import annotations

import asyncio
import io
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.domain import register
from bot.domain.register import Listing, Register
from bot.runtime import tables
from handlers.register.files import build_export
from storage import files
from storage.database import Database

BUILDINGS, STAIRS, FLATS = 36, 2, 70
HEADINGS = ("片区", "楼栋", "单元", "房号", "面积", "业主", "邻里组")


@dataclass(frozen=True)
class Imported:
    """Seconds, one step after the other; `again` is the same list once more, with nothing to change."""

    homes: int
    read: float
    compare: float
    apply: float
    again: float
    export: float

    @property
    def whole(self) -> float:
        return self.read + self.compare + self.apply


def imported() -> Imported:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return asyncio.run(_imported(Path(folder) / "linli.db"))


async def _imported(path: Path) -> Imported:
    book, marks = workbook(), [time.perf_counter()]
    listing = register.read(tables.read(book, "register.xlsx"))
    marks.append(time.perf_counter())
    files.create(path, "锦江苑")
    async with await Database.open(path) as db:
        marks.append(time.perf_counter())
        made = register.compare(listing, await _now(db))
        marks.append(time.perf_counter())
        await db.whole(lambda tx: tx.register.apply(made, 1))
        marks.append(time.perf_counter())
        _holds(listing, now := await _now(db))
        marks.append(time.perf_counter())
        build_export(("zh", now, "锦江苑"))
        marks.append(time.perf_counter())
    read, _, compare, apply, again, export = (after - before for before, after in pairwise(marks))
    return Imported(len(listing.lines), read, compare, apply, again, export)


async def _now(db: Database) -> Register:
    return await db.look(lambda read: read.register.now())


def _holds(listing: Listing, now: Register) -> None:
    """A number counts only if the work was done."""
    left = register.compare(listing, now)
    if left.problems or not left.is_empty or left.unchanged != BUILDINGS * STAIRS * FLATS:
        raise RuntimeError("the register is not what the list says")


def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("名单")
    sheet.append(HEADINGS)
    for building in range(BUILDINGS):
        for stair in range(STAIRS):
            for flat in range(FLATS):
                sheet.append(_row(building, stair, flat))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _row(building: int, stair: int, flat: int) -> list[object]:
    number, area = 100 * (flat // 4 + 1) + flat % 4 + 1, 50 + flat + building / 100
    owners = f"业主{building}-{stair}-{flat}、家人{flat}" if flat % 3 else ""
    return [
        f"第{building % 7 + 1}片区",
        f"{building + 1}栋",
        f"{stair + 1}单元",
        number,
        area,
        owners,
        f"邻里组{flat % 9}",
    ]
