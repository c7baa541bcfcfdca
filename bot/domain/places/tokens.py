"""Tokens: the pieces of a text that can name a place, each with what it may stand for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.places.labels import NUMBER, SIGN, stem, trailing
from bot.domain.places.tree import KINDS, Tree
from bot.domain.text.numerals import CHINESE, ONES, numeral, spelled

Line = tuple[tuple[str, str], ...]  # (kind, label) from above to below

START = (
    r"(?<![\da-z]-)(?<!\d[.:])(?<![\da-z百千万两几半这那哪每同整另某])"
    rf"(?:(?<![{ONES}十零〇])|(?![{ONES}十]))"
)
NO = r"\.?\s?(?:no\.?\s?|#)?"
FLAT = r"\d{3,4}(?:[a-z](?![a-z\d]))?(?!\d|[a-z]\d|[.:]\d|/\d{1,2}(?!\d)|%)"
SPOKEN_FLAT = rf"[{ONES}][{ONES}零〇]{{2,3}}(?![栋幢单梯])"
BEFORE_FLAT = r"(?=[ \-]?\d{3,4}(?!\d))"
CODE_END = r"(?!\s?-\s?[\da-z])室?"

FORMS = [
    rf"(?:(?P<e>\d{{1,4}})\s?-\s?)?(?P<b>[a-z]?\d{{1,3}}|[a-z])"
    rf"\s?(?P<by>[\-/_])\s?(?P<s>\d{{1,2}}|[a-z])\s?(?P=by)\s?(?P<code3>{FLAT}){CODE_END}",
    rf"(?P<x>[a-z]?\d{{1,2}}|[a-z])\s?-\s?(?P<code2>{FLAT}){CODE_END}",
    rf"第?(?P<estate>\d{{1,4}}|{CHINESE})\s?(?:号大?院|大院)(?![子长])",
    r"(?P<estate_short>\d{2,4})院(?![子长])",
    rf"第?(?P<area>{NUMBER})\s?号?(?:片区|网格|区(?![域别分间]))",
    rf"第?(?P<building>{SIGN})\s?(?:号楼|号栋|号幢|栋楼?|幢楼?|座(?![位机谈椅])|#楼)",
    rf"(?:building|bldg|block|blk|tower){NO}(?P<building_en>{SIGN})(?![a-z\d])",
    rf"第?(?P<stair>{SIGN}|[东西南北中])\s?(?:单元|号?楼道|门栋|(?:号?门|单){BEFORE_FLAT}|梯(?!\s?[两{ONES}\d]户))",
    rf"(?:unit|stair(?:s|way|well|case)?|entrance){NO}(?P<stair_en>\d{{1,2}}|[a-z])(?![a-z\d])",
    rf"(?:flat|apt|apartment|room|rm|unit){NO}(?P<dwelling_en>{FLAT})",
    rf"(?P<dwelling>{FLAT}|{SPOKEN_FLAT})\s?(?:室|号房|房(?!间))",
    r"(?<=#)(?P<stair_hash>\d{1,2})(?!\d)",
    r"(?P<stair_bare>\d{1,2})(?=[ \-]{1,2}\d{3,4}(?!\d))",
    rf"(?P<dwelling_bare>{FLAT}|{SPOKEN_FLAT})(?:\s?[户号](?![楼院线片码]))?",
    rf"(?<!月)(?P<building_weak>{SIGN})\s?[#号]",
    r"(?P<building_letter>[a-z]\d{1,2})(?![a-z\d])",
]
WORDED = {"no", "word_after", "name"}
LEANING = {"stair_hash", "stair_bare", "dwelling_bare"}  # places only right behind another
VITAMINS = re.compile(r"(?:维生素|维他命|维|vitamin|vit)\s?$")
MEASURES = re.compile(
    r"\s?(?:元|块|个|只|盒|瓶|包|袋|斤|克|千|万|毫|升|米|公|次|人|年|度|份|张|片|粒|颗|条|点|多|余|平|天|分|秒|号线"
    r"|(?:ml|mg|kg|g|mm|cm|m|w|kw|yuan|rmb|pm|am|pcs|people|homes|days|years)(?![a-z])|[%￥$°])"
)


@dataclass(frozen=True)
class Token:
    """A piece of the text, and the lines of kinds and labels it may stand for."""

    form: str
    start: int
    end: int
    readings: tuple[Line, ...]
    measured: bool  # followed by a measure word: 501 元

    @property
    def kinds(self) -> set[str]:
        return {kind for line in self.readings for kind, _ in line}


def tokens(text: str, tree: Tree) -> Iterator[Token]:
    """The tokens of a text (see `labels.plain`) in the order they stand."""
    for found in _pattern(tree.words).finditer(text):
        form = found.lastgroup or ""
        readings = tuple(line for line in _readings(form, found, tree) if _sensible(line, tree))
        if readings and not (form == "building_letter" and VITAMINS.search(text[: found.start()])):
            yield Token(form, *found.span(), readings, MEASURES.match(text, found.end()) is not None)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    numbered = _either(stem(sign) for sign in words if trailing(sign))
    names = _either(sign for sign in words if not trailing(sign))
    worded = [
        rf"(?P<word>{numbered})\s?第?(?P<no>\d{{1,4}}|{CHINESE})(?![\d{ONES}十])(?:号|栋|幢|室)?(?!\d)",
        rf"(?P<no_before>\d{{1,4}}|{CHINESE})\s?[号#]?\s?(?P<word_after>{numbered})",
        rf"(?P<name>{names})(?![a-z])",
    ]
    return re.compile(START + "(?:" + "|".join(worded + FORMS) + ")")


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word))) or r"(?!)"


def _readings(form: str, found: re.Match[str], tree: Tree) -> list[Line]:
    sign = found[form]
    if form == "code3":
        levels = (("estate", found["e"]), ("building", found["b"]), ("stair", found["s"]), ("dwelling", sign))
        return [tuple((kind, numeral(one)) for kind, one in levels if one)]
    if form == "code2":
        return [((kind, numeral(found["x"])), ("dwelling", numeral(sign))) for kind in ("building", "stair")]
    if form == "name":
        return _worded(sign, tree)
    if form in WORDED:
        number = numeral(found["no"] or found["no_before"])
        return _worded((found["word"] or found["word_after"]) + number, tree)
    if form in ("building_letter", "building_weak") and re.match(r"b\d", sign) and not tree.has_lettered_buildings:
        return [(("building", numeral(sign[1:])),)]  # B3 for Building 3
    kind = form.split("_")[0]
    return [((kind, numeral(spelled(sign) if kind == "dwelling" else sign)),)]


def _worded(sign: str, tree: Tree) -> list[Line]:
    return [((kind, sign),) for kind in KINDS if tree.named(kind, sign)] or [(("dwelling", sign),)]


def _sensible(line: Line, tree: Tree) -> bool:
    """A single letter or a side of the sky is a word like any other unless a place is called so."""
    return all(sign.isdigit() or len(sign) > 1 or tree.named(kind, sign) for kind, sign in line)
