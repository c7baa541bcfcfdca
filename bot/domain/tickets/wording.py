"""What a group may read of a report: without number plates, doors, telephones, and what else leads to a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.text import masked, plain, plain_digits, without

_GAP = r"[ ·.•_\-]{0,2}"
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATES = re.compile(
    rf"[{_PROVINCE}]{_GAP}[a-z]{_GAP}(?:[a-z0-9]{_GAP}){{4,5}}[a-z0-9挂学警港澳领使](?![a-z0-9])|"
    rf"(?<![a-z0-9])[a-z]{_GAP}(?:[a-z0-9]{_GAP}){{0,1}}\d(?:{_GAP}[a-z0-9]){{3,4}}(?![a-z0-9])|"
    r"(?:车牌|牌照|号牌|尾号|车号|牌号)(?:号码?|后[3-6几]位)?(?:是|为|[:\s])*[a-z0-9][a-z0-9· \-]{1,8}[a-z0-9]|"
    r"(?:licen[cs]e |number |registration )?(?:plates?|registration|licen[cs]e)"
    r"(?: (?:number|no\.?|is|ends? (?:in|with)))*"
    r"[ :#]{1,3}[a-z0-9]{1,4}[ \-]?[a-z0-9]{2,5}(?![a-z0-9])",
)  # GA 36-2018: province, letter, five signs; six for new energy
_DIGITS = 2
"""Digits that what looks like a plate has at least: a word has none."""

_FLATS = re.compile(
    r"(?<![\d.\-])\d{1,3}-\d{1,2}-(?!20\d\d)\d{2,4}(?![\d\-])|"
    r"(?<![\d.])\d{3,4} ?(?:室|房间?)|"
    r"(?<![\d.])(?!(?:19|20)\d\d)\d{3,4}(?=的?(?:那?家|住户|业主|租户|邻居|大爷|大妈|老人|阿姨|门|楼上|楼下|厨房|卫生间|厕所|阳台|客厅|卧室))|"
    r"我在 ?\d{3,4}(?:室|号房|家里?)?(?![\d号米路])|"
    r"(?:我家(?:在|是)?|我住在?|住在?|门牌号?(?:是)?|房号(?:是)?|房间)\s*"
    r"(?:\d{2,5}|[零〇一二三四五六七八九十百两]{2,5})(?:室|号|房)?|"
    r"\b(?:flat|apartment|apt\.?|room|door)\s*#?\d{1,4}[a-z]?\b|\b(?:unit|no\.?|number)\s*#?\d{3,4}[a-z]?\b",
)


def for_group(text: str, own_door: str = "") -> str:
    """The words as a group reads them. `own_door`: the name of the reporter's flat, "" where none is known."""
    return masked(without(text, _joined(_giving_away(plain(text), own_door)))).strip()


def has_plate(text: str) -> bool:
    """Whether somebody's car can be recognised in the words."""
    return any(True for _ in _plates(plain_digits(plain(text))))


def _giving_away(read: str, own_door: str) -> Iterator[tuple[int, int]]:
    yield from _plates(plain_digits(read))
    yield from (found.span() for found in _FLATS.finditer(read))
    if re.search(r"\d{2}", own_door):
        own = rf"(?<![0-9a-z]){re.escape(plain(own_door))}(?![0-9a-z])\s*(?:室|号|房)?"
        yield from (found.span() for found in re.finditer(own, read))


def _plates(read: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _PLATES.finditer(read) if len(re.findall(r"\d", found[0])) >= _DIGITS)


def _joined(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order and apart."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
