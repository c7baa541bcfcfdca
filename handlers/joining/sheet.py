"""A sheet of door codes as a PDF: A4, two by four, each with its QR code and its door in large type, to be cut up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

DPI = 300
WIDTH, HEIGHT = 2480, 3508
"""A4 in dots."""

COLUMNS, ROWS = 2, 4
MARGIN, HEAD = 120, 200
"""Dots around the page, which printers leave white, and for its heading."""

CELL_WIDTH = (WIDTH - 2 * MARGIN) // COLUMNS
CELL_HEIGHT = (HEIGHT - MARGIN - HEAD) // ROWS
PADDING = 50
PICTURE = 480
"""Dots of a QR code's side: 40 mm, read from half a metre."""

FONT = files("bot") / "data" / "fonts" / "wqy-microhei-gb2312.ttf"


@dataclass(frozen=True)
class Label:
    """One door: as people write it, the link its code carries, until which day it is good."""

    door: str
    link: str
    until: str


@dataclass(frozen=True)
class Sheet:
    """What is printed: the file's name, the page's heading, help and “until” in every language, the labels."""

    file: str
    head: str
    how: Sequence[str]
    until: str
    labels: Sequence[Label]


def build(sheet: Sheet) -> tuple[str, bytes]:
    """(file name, PDF); black and white, 300 dots to the inch."""
    per_page = COLUMNS * ROWS
    parts = [sheet.labels[start : start + per_page] for start in range(0, len(sheet.labels), per_page)]
    pages = [_page(sheet, part, f"{number}/{len(parts)}") for number, part in enumerate(parts, 1)]
    content = BytesIO()
    pages[0].save(content, "PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return f"{sheet.file}.pdf", content.getvalue()


def _page(sheet: Sheet, labels: Sequence[Label], number: str) -> Image:
    from PIL import Image, ImageDraw

    page = Image.new("1", (WIDTH, HEIGHT), 1)
    pen = ImageDraw.Draw(page)
    pen.text((MARGIN, 70), sheet.head, fill=0, font=_font(64))
    pen.text((WIDTH - MARGIN, 70), number, fill=0, font=_font(64), anchor="ra")
    for place, label in enumerate(labels):
        left, top = MARGIN + place % COLUMNS * CELL_WIDTH, HEAD + place // COLUMNS * CELL_HEIGHT
        _label(page, pen, (left, top), label, sheet)
    _cut_lines(pen, len(labels))
    return page


def _label(page: Image, pen: ImageDraw, corner: tuple[int, int], label: Label, sheet: Sheet) -> None:
    left, top = corner[0] + PADDING, corner[1] + PADDING
    page.paste(_picture(label.link), (left, top))
    beside, width = left + PICTURE + PADDING, CELL_WIDTH - PICTURE - 3 * PADDING
    *before, number = _pieces(label.door)
    lines = _lines(before, width)[:3]
    for line, text in enumerate(lines):
        pen.text((beside, top + 30 + 105 * line), text, fill=0, font=_font(84))
    pen.text((beside, top + 40 + 105 * len(lines)), number, fill=0, font=_font(150 if len(number) < 6 else 84))
    for line, text in enumerate((*sheet.how, f"{sheet.until} {label.until}")):
        pen.text((left, top + PICTURE + 20 + 65 * line), text, fill=0, font=_font(46))


def _pieces(door: str) -> list[str]:
    """3栋, 2单元, 501: what is not torn apart."""
    return re.findall(r"\d+[^\d]*|[^\d]+", door) or [door]


def _lines(pieces: Sequence[str], width: int) -> list[str]:
    """As many pieces a line as fit."""
    lines: list[str] = []
    for piece in pieces:
        if lines and _font(84).getlength(lines[-1] + piece) <= width:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines


def _picture(link: str) -> Image:
    """A QR code of whole dots per module, in the middle of its square."""
    import segno
    from PIL import Image

    code = segno.make_qr(link, error="m", boost_error=False)
    modules = code.symbol_size(border=4)[0]
    scale = PICTURE // modules
    drawn = BytesIO()
    code.save(drawn, kind="png", scale=scale, border=4)
    square = Image.new("1", (PICTURE, PICTURE), 1)
    edge = int(PICTURE - modules * scale) // 2
    square.paste(Image.open(drawn).convert("1"), (edge, edge))
    return square


def _cut_lines(pen: ImageDraw, labels: int) -> None:
    """Dashes between the labels, where scissors go."""
    rows = -(-labels // COLUMNS)
    for row in range(rows + 1):
        y = HEAD + row * CELL_HEIGHT
        for x in range(MARGIN, WIDTH - MARGIN, 40):
            pen.line((x, y, x + 18, y), fill=0, width=2)
    for column in range(COLUMNS + 1):
        x = MARGIN + column * CELL_WIDTH
        for y in range(HEAD, HEAD + rows * CELL_HEIGHT, 40):
            pen.line((x, y, x, y + 18), fill=0, width=2)


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(BytesIO(FONT.read_bytes()), size)
