"""The child that opens a foreign file: limited, without environment, importing nothing of the house.

Reads the file from standard input; its ending is the argument. Says one JSON object: {"sheets": […]} or
{"refused": code, "details": {…}}. Run as a script, so that nothing but the standard library and openpyxl is loaded.
"""

from __future__ import annotations

import csv
import io
import json
import re
import resource
import sys
import zipfile
from dataclasses import dataclass, field
from typing import Any

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 30
UNPACKED = 150_000_000
"""Bytes that a workbook may hold when it is unpacked."""

RATIO = 200
"""How many times larger than packed the whole may be; a long list packs 10 to 40 times."""

MOST_PARTS, MOST_SHEETS = 1_000, 30
MOST_ROWS, MOST_COLUMNS = 20_000, 50
LONGEST_CELL = 1_000

Json = dict[str, Any]


class Refused(Exception):
    def __init__(self, code: str, **details: object):
        super().__init__(code)
        self.code, self.details = code, details


def main() -> None:
    limit()
    content = sys.stdin.buffer.read()
    try:
        said: Json = {"sheets": sheets(content, sys.argv[1] if len(sys.argv) > 1 else "")}
    except Refused as refused:
        said = {"refused": refused.code, "details": refused.details}
    except MemoryError:
        said = {"refused": "too-slow"}
    except Exception:  # whatever a library makes of a broken file, the answer is that it is broken
        said = {"refused": "broken"}
    sys.stdout.buffer.write(json.dumps(said).encode())


def limit() -> None:
    """Memory, processor time, no files written, no child of its own."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheets(content: bytes, ending: str) -> list[Json]:
    kind = kind_of(content, ending)
    if kind == "workbook":
        return workbook(content)
    if kind == "text":
        return [text_table(content)]
    raise Refused(kind)


# what it is

OLE, ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")


def kind_of(content: bytes, ending: str) -> str:
    """workbook, text, or why it is refused. By its first bytes; the ending only tells old formats apart."""
    start = content[:16]
    if start.startswith(OLE):
        return "encrypted" if ENCRYPTED in content else "wps" if ending in (".et", ".ett", ".wps") else "old-xls"
    if start.startswith(b"PK"):
        return packed(content)
    if start.startswith(b"%PDF"):
        return "pdf"
    if start.startswith(PICTURES) or start[4:8] == b"ftyp" or (start[:4] == b"RIFF" and content[8:12] == b"WEBP"):
        return "picture"
    if start.startswith(ARCHIVES):
        return "archive"
    head = content[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<html", b"<table", b"<!doctype", b"<?xml", b"mime-version", b"{\\rtf")):
        return "old-xls"
    return "text"


def packed(content: bytes) -> str:
    """What a ZIP holds, by its list of contents alone: nothing is unpacked before that is known to be harmless."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        return "broken"
    if any(part.flag_bits & 0x1 for part in parts):
        return "encrypted"
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > UNPACKED or whole > max(RATIO * len(content), 2_000_000):
        return "bomb"
    names = {part.filename.lower() for part in parts}
    if any("vbaproject" in name or "macrosheet" in name for name in names):
        return "macros"
    if "xl/workbook.bin" in names:
        return "old-xls"
    if "xl/workbook.xml" in names:
        return "workbook"
    return _other(names)


def _other(names: set[str]) -> str:
    if any(name.startswith("index/") or name.endswith(".iwa") for name in names):
        return "numbers"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        return "document"
    return "opendocument" if "content.xml" in names else "archive"


# workbooks


def workbook(content: bytes) -> list[Json]:
    import openpyxl
    from defusedxml.common import DefusedXmlException

    if not openpyxl.DEFUSEDXML:
        raise Refused("unsafe")
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(shown) > MOST_SHEETS:
            raise Refused("too-many-sheets", most=MOST_SHEETS)
        return [_sheet(sheet, book._archive) for sheet in shown]
    except Exception as error:
        if any(isinstance(one, DefusedXmlException) for one in (error, error.__cause__)):
            raise Refused("bomb") from None
        raise


@dataclass
class Grid:
    """The rows of a sheet with something in them, and one empty row where there are some: there a block ends."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    odd: list[tuple[int, int, str]] = field(default_factory=list)
    full: int = 0

    def keep(self, number: int, row: list[str]) -> None:
        while row and not row[-1].strip():
            row.pop()
        if not row and (not self.rows or not self.rows[-1]):
            return
        self.full += bool(row)
        if len(row) > MOST_COLUMNS:
            raise Refused("too-wide", most=MOST_COLUMNS, sheet=self.name[:40], row=number)
        if self.full > MOST_ROWS:
            raise Refused("too-long", most=MOST_ROWS, sheet=self.name[:40])
        self.rows.append(row)
        self.numbers.append(number)

    def said(self, merged: list[list[int]]) -> Json:
        return {"name": self.name, "rows": self.rows, "numbers": self.numbers, "odd": self.odd, "merged": merged}


def _sheet(sheet: Any, archive: zipfile.ZipFile) -> Json:
    sheet.reset_dimensions()  # what a file says of its size may be anything
    grid = Grid(sheet.title)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        grid.keep(number, [_value(cell, number, at, grid.odd) for at, cell in enumerate(cells)])
    return grid.said(_merged(archive, sheet._worksheet_path))


def _value(cell: Any, number: int, at: int, odd: list[tuple[int, int, str]]) -> str:
    """A cell as text; what no list should hold is noted."""
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if value is None:
        return ""
    strange = {"f": "formula", "e": "error", "b": "bool", "d": "date"}.get(kind)
    if strange or not isinstance(value, str | int | float):
        odd.append((number, at, strange or "formula"))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".12g")
    return str(value)[:LONGEST_CELL]


MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")


def _merged(archive: zipfile.ZipFile, part: str) -> list[list[int]]:
    """First row, first column, last row, last column; openpyxl does not tell when it reads a sheet as a stream."""
    with archive.open(part) as file:
        text = file.read(UNPACKED)
    found = MERGED.findall(text)[:50_000]
    return [[int(top), _column(left), int(bottom), _column(right)] for left, top, right, bottom in found]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


# text


def text_table(content: bytes) -> Json:
    text, grid = decoded(content), Grid("")
    csv.field_size_limit(100_000)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)), start=1):
            grid.keep(number, [cell[:LONGEST_CELL] for cell in row])
    except csv.Error:
        raise Refused("broken") from None
    return grid.said([])


def decoded(content: bytes) -> str:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _tried(content, name) or _not_text()
    if b"\0" in content[:4096]:
        high, low = content[:4096:2].count(0), content[1:4096:2].count(0)  # where the zeros of ASCII signs stand
        wide = "utf-16-be" if high > low else "utf-16-le"
        return _tried(content, wide) or _not_text()
    return _tried(content, "utf-8") or _tried(content, "gb18030") or _not_text()


def _tried(content: bytes, name: str) -> str | None:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return None
    return None if re.search(r"[\x00-\x08\x0e-\x1f]", text) else text


def _not_text() -> str:
    raise Refused("no-table")


def separator(text: str) -> str:
    """Tab, semicolon or comma: what most of the first lines have, and have most of."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:20]
    return max("\t;,", key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines)))


if __name__ == "__main__":
    main()
