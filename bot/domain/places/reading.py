"""Reading: which existing places the words of a text name. Rather none than a wrong one."""

import re
from dataclasses import dataclass, replace

from bot.domain.places.tokens import LEANING, Line, Token, tokens
from bot.domain.places.tree import Tree
from bot.domain.text import plain, without

BETWEEN = re.compile(r"[ ,，、的/#\-和及与&跟~·]{0,3}(?:and )?(?:\d{1,2} ?[层楼] ?)?")
CLOSE = re.compile(r"[ \-]{0,2}")
LEAD = re.compile(
    r"(?:^|(?<=[\s，。,;；！!？?]))"
    r"(?:我们?家?(?:是|住在|住|在)|住在|住|(?:(?:i|we) (?:live|am|are) )?(?:in|at|from))\s?$"
)
ALARMS = {"110", "114", "119", "120", "122"}


@dataclass(frozen=True)
class Reading:
    """The places the words may mean, the text without those words, and the words ("" if none)."""

    candidates: tuple[int, ...]
    rest: str
    said: str


def read(text: str, tree: Tree) -> Reading:
    """The places a text names; none, with the words in `said`, where they name one that does not exist."""
    bare = plain(text)
    found = [(chain, _resolved(chain, tree)) for chain in _chains(bare, tree)]
    found = [(chain, ids) for chain, ids in found if _means_a_place(chain, ids)]
    spans = _spans([chain for chain, _ in found], bare)
    said = " ".join(text[start:end].strip() for start, end in spans)
    rest = without(text, _wider(spans, bare)).strip()
    return Reading(tuple(_together(found, tree)), rest, said)


def _chains(bare: str, tree: Tree) -> list[list[Token]]:
    """Tokens that stand together and name different levels of one address."""
    chains: list[list[Token]] = []
    for token in tokens(bare, tree):
        last = chains[-1] if chains else []
        adjacent = bool(last) and BETWEEN.fullmatch(bare, last[-1].end, token.start) is not None
        if token.form == "code2" and last and CLOSE.fullmatch(bare, last[-1].end, token.start):
            token = _below(token, last)
        if token.form in LEANING and not (adjacent and _leans(token, last, bare, tree)):
            continue
        if adjacent and not token.kinds & {kind for one in last for kind in one.kinds}:
            last.append(token)
        else:
            chains.append([token])
    return chains


def _below(token: Token, chain: list[Token]) -> Token:
    """2-501 right behind a building is a door of that building's second stair."""
    if {kind for one in chain for kind in one.kinds} & {"building", "stair", "dwelling"} != {"building"}:
        return token
    return replace(token, readings=tuple(line for line in token.readings if line[0][0] == "stair"))


def _leans(token: Token, chain: list[Token], bare: str, tree: Tree) -> bool:
    """A bare number behind a building or stair is a dwelling if it exists or looks like one, and counts nothing."""
    if token.form != "dwelling_bare":
        return token.form != "stair_hash" or "building" in chain[-1].kinds
    sign = token.readings[0][0][1]
    if token.measured or not chain[-1].kinds & {"building", "stair", "dwelling"}:
        return False
    counts_homes = bare[token.end - 1] == "户"
    return bool(_resolved([*chain, token], tree)) or (_looks_like_a_flat(sign) and not counts_homes)


def _looks_like_a_flat(sign: str) -> bool:
    number = re.sub(r"\D", "", sign)
    return sign not in ALARMS and 1 <= int(number[-2:]) <= 20


def _resolved(chain: list[Token], tree: Tree) -> list[int]:
    """The existing places that every token of a chain agrees with."""
    ids: list[int] | None = None
    for token in chain:
        named = list(dict.fromkeys(id for line in token.readings for id in _at_the_end(line, tree)))
        ids = named if ids is None else _narrowed(ids, named, tree)
    return ids or []


def _at_the_end(line: Line, tree: Tree) -> list[int]:
    ids = tree.named(*line[0])
    for kind, sign in line[1:]:
        ids = tree.inside(tree.named(kind, sign), ids)
    return ids


def _narrowed(one: list[int], other: list[int], tree: Tree) -> list[int]:
    """Those of one that lie in the other, whichever way round people said it."""
    return tree.inside(other, one) or tree.inside(one, other)


def _means_a_place(chain: list[Token], ids: list[int]) -> bool:
    """Whether these words speak of a place at all, be it one that does not exist."""
    forms, kinds = {token.form for token in chain}, {kind for token in chain for kind in token.kinds}
    if forms & {"building_weak"} and "dwelling" not in kinds:
        return False  # 3号 alone is a day or a bus
    if forms == {"building_letter"}:
        return bool(ids)
    if kinds <= {"community", "estate", "area"}:
        return bool(ids) and kinds != {"community"}
    if forms == {"code2"} or forms == {"code3"}:
        return not chain[0].measured and (bool(ids) or _looks_like_a_code(chain[0]))
    return True


def _looks_like_a_code(token: Token) -> bool:
    sign = token.readings[0][-1][1]
    if token.form == "code3":
        return not re.fullmatch(r"(?:19|20)\d\d", sign)  # 11-28-2026
    return _looks_like_a_flat(sign)


def _together(found: list[tuple[list[Token], list[int]]], tree: Tree) -> list[int]:
    """What several addresses in one text mean; nothing at all if one of them does not exist."""
    result: list[int] = []
    for chain, ids in found:
        result = _joined(result, ids, _is_partial(chain), tree) if result else ids
        if not ids or not result:
            return []
    return result


def _is_partial(chain: list[Token]) -> bool:
    """2单元 or 501室, of which building the words before must tell."""
    return {kind for token in chain for kind in token.kinds} <= {"stair", "dwelling"} and chain[0].form[:2] not in (
        "wo",
        "na",
    )


def _joined(before: list[int], ids: list[int], partial: bool, tree: Tree) -> list[int]:
    if narrower := _narrowed(before, ids, tree):
        return narrower
    near = _neighbouring(before, ids, tree) if partial else ids
    return [*before, *(id for id in near if id not in before)] if near else []


def _neighbouring(before: list[int], ids: list[int], tree: Tree) -> list[int]:
    """Those in the same stair as what was named before, else in the same building."""
    for kind in ("stair", "building"):
        around = {place.id for id in before if (place := tree.above(id, kind))}
        if near := [id for id in ids if (place := tree.above(id, kind)) and place.id in around]:
            return near
    return []


def _spans(chains: list[list[Token]], bare: str) -> list[tuple[int, int]]:
    """From where to where the addresses stand; 501和502 is one span."""
    spans: list[tuple[int, int]] = []
    for chain in chains:
        start, end = chain[0].start, chain[-1].end
        if spans and BETWEEN.fullmatch(bare, spans[-1][1], start):
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _wider(spans: list[tuple[int, int]], bare: str) -> list[tuple[int, int]]:
    """The spans with the small words that lead to a place: 我住3栋2单元501的, at building 3."""
    wide: list[tuple[int, int]] = []
    for start, end in spans:
        lead = LEAD.search(bare[:start])
        wide.append((lead.start() if lead else start, end + bare.startswith("的", end)))
    return wide
