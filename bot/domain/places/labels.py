"""Labels: what tells a place from its neighbours, however it is written: 3栋, 三号楼 and Building 3 are all "3"."""

import re
from functools import lru_cache

from bot.domain.text import plain
from bot.domain.text.numerals import CHINESE, numeral

NUMBER = rf"(?:\d{{1,3}}|{CHINESE})"
SIGN = rf"(?:[a-z]?\d{{1,3}}[a-z]?(?![a-z])|{CHINESE}|[a-z])"  # 3, 3a, B3, B, 二十一

NUMBERED = {
    "estate": rf"第?(\d{{1,4}}|{CHINESE})号?大?院",
    "area": rf"第?({NUMBER})号?(?:片区|网格|片|区)|(?:area|zone)({NUMBER})",
    "building": rf"第?({SIGN})(?:号楼|号栋|号幢|栋楼?|幢楼?|座|楼|号|#楼?)?|(?:building|block|tower)({SIGN})",
    "stair": rf"第?({SIGN}|[东西南北中])(?:单元|梯|号?楼道|号?门)?|(?:unit|stair|entrance)({SIGN})",
    "dwelling": r"([a-z]?\d{1,5}[a-z]?)(?:室|号房|房|户|号)?|(?:flat|apartment|room)(\d{1,5}[a-z]?)",
}
PATTERNS = {kind: re.compile(pattern) for kind, pattern in NUMBERED.items()}


@lru_cache(maxsize=4096)
def label(kind: str, name: str) -> str:
    """The label of a place by its name: a number or letter, or for a name of words the name itself (别墅12)."""
    bare = plain(name).replace(" ", "")
    found = PATTERNS[kind].fullmatch(bare) if kind in PATTERNS else None
    return numeral(next(filter(None, found.groups()))) if found else stem(bare) + trailing(bare)


def stem(bare: str) -> str:
    """The words of a name: 别墅 of 别墅12 and of 12号别墅."""
    return re.sub(r"第?\d+号?", "", bare)


def trailing(bare: str) -> str:
    """The number in a name of words."""
    return "".join(str(int(number)) for number in re.findall(r"\d+", bare))
