"""Cells: a place's name and what tells it from others, floor space, owners; text that no program calculates."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from bot.domain.places.labels import PATTERNS, label
from bot.domain.rules import RuleError
from bot.domain.text import clean_name, plain, utf16
from bot.domain.text.matching import HALF_WIDTH
from bot.domain.text.numerals import CHINESE, numeral, spelled

LONGEST_NAME = 40
LONGEST_OWNER = 40
MOST_OWNERS = 20
LARGEST = 10_000_000
"""Floor space in 0.01 m²."""

NONE = {"无", "none", "n/a", "-", "—", "/", "没有"}
"""Written where a level or a value is missing on purpose."""

BARE = {
    "estate": ("{}号院", "Courtyard {}"),
    "area": ("第{}片区", "Area {}"),
    "building": ("{}栋", "Building {}"),
    "stair": ("{}单元", "Unit {}"),
    "dwelling": ("{}", "{}"),
}
_BARE_SIGN = re.compile(rf"[a-z]?\d{{1,4}}[a-z]?|{CHINESE}|[a-z]")
_SPELLED = re.compile(r"[一二三四五六七八九][一二三四五六七八九零〇]{2,3}")
_WHOLE = re.compile(r"(\d+)\.0+")
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_NUMBERS = re.compile(r"\d+")
_NAMED_NUMBER = re.compile(r"第?\d+号?(?![\x00-\x7f第号])\D+|\D*(?<![\x00-\x7f第号])第?\d+号?")
_MARKS = {
    "building": re.compile(r"[\d一二三四五六七八九十a-z](?:号楼|号栋|号幢|栋|幢|座)|building|block|tower"),
    "stair": re.compile(r"[\d一二三四五六七八九十a-z东西南北中](?:单元|梯|楼道)|unit|stair|entrance"),
    "dwelling": re.compile(r"\d(?:室|号房)"),
}
_AREA = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d+)?(?:㎡|m²|m2|平方米|平米|平方|平|sqm)?")
_SEPARATORS = re.compile(r"[、,，;；/／|\n\r]+")


@lru_cache(maxsize=8192)
def text(cell: str) -> str:
    """A cell's text: half-width, one line, without the mark that keeps programs from calculating it."""
    raw = cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell
    line = clean_name(raw.translate(HALF_WIDTH), 1000)
    return "" if plain(line) in NONE else line


def is_none(cell: str) -> bool:
    """Whether somebody wrote that there is none."""
    return plain(cell.strip()) in NONE


def harmless(cell: str) -> str:
    """Text that no spreadsheet takes for a formula; `text` takes the mark off again."""
    return "'" + cell if _DANGEROUS.match(cell) else cell


@lru_cache(maxsize=8192)
def identity(kind: str, name: str) -> str:
    """What is the same for every spelling of one place, and differs for two places."""
    bare = plain(name).replace(" ", "")
    if kind == "dwelling" and _SPELLED.fullmatch(bare):
        return spelled(bare)
    if kind in PATTERNS and PATTERNS[kind].fullmatch(bare):
        return label(kind, name)
    return label(kind, name) if _one_number_apart(bare) else "=" + _NUMBERS.sub(lambda n: str(int(n[0])), bare)


def _one_number_apart(bare: str) -> bool:
    """别墅12 is 12号别墅; A12 is not 12A, and 501-1 not 50-11."""
    return not _NUMBERS.search(bare) or _NAMED_NUMBER.fullmatch(bare) is not None


@lru_cache(maxsize=8192)
def place_name(kind: str, cell: str, english: bool) -> str:
    """A place as it will be called; raises RuleError for what names none, or more than one level."""
    name = whole(text(cell))
    bare = plain(name).replace(" ", "")
    if utf16(name) > LONGEST_NAME:
        raise RuleError("register-fault-too-long", most=LONGEST_NAME)
    if not any(sign.isalnum() for sign in bare) or _DANGEROUS.match(bare):
        raise RuleError("register-fault-not-a-name")
    if any(mark.search(bare) for other, mark in _MARKS.items() if other != kind and kind in _MARKS):
        raise RuleError("register-fault-two-levels")
    return _called(kind, name, bare, english)


def _called(kind: str, name: str, bare: str, english: bool) -> str:
    if kind == "dwelling":
        found = PATTERNS[kind].fullmatch(bare)
        return identity(kind, name).upper() if found or _SPELLED.fullmatch(bare) else name
    if kind in BARE and _BARE_SIGN.fullmatch(bare):
        return BARE[kind][english].format(numeral(bare).upper())
    return name


def whole(value: str) -> str:
    """501.0 as 501: how a number comes out of some programs."""
    found = _WHOLE.fullmatch(value)
    return found[1] if found else value


def floor_space(cell: str) -> int | None:
    """0.01 m²; raises RuleError for what is no area."""
    value = plain(text(cell)).replace(" ", "")
    if not value:
        return None
    found = _AREA.fullmatch(value)
    if found is None:
        raise RuleError("register-fault-area-number")
    exact = Decimal(found[1].replace(",", "") + (found[2] or "")) * 100
    if exact != int(exact):
        raise RuleError("register-fault-area-decimals")
    if not 0 < exact <= LARGEST:
        raise RuleError("register-fault-area-range")
    return int(exact)


def owners(cell: str) -> tuple[str, ...]:
    """The names in a cell, each once; raises RuleError for telephone numbers and the like."""
    raw = cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell
    names = [clean_name(part.translate(HALF_WIDTH), 1000) for part in _SEPARATORS.split(raw)]
    names = [name for name in names if name and plain(name) not in NONE]
    if any(len(re.sub(r"\D", "", name)) > 5 for name in names):
        raise RuleError("register-fault-owner-phone")
    if any(utf16(name) > LONGEST_OWNER for name in names) or len(names) > MOST_OWNERS:
        raise RuleError("register-fault-owner-long", most=LONGEST_OWNER)
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(called(name), name)
    return tuple(first.values())


def called(name: str) -> str:
    """A person's name as it is compared: a list has no room for signs that separate names."""
    return _SEPARATORS.sub("", plain(name)).replace(" ", "")


def listable(name: str) -> str:
    """A name as it can stand in a list of owners; empty if it cannot."""
    spaced = " ".join(_SEPARATORS.sub(" ", name).split())
    try:
        return spaced if owners(spaced) == (spaced,) else ""
    except RuleError:
        return ""
