"""Addresses: the levels of a row, also where one cell names several of them: 3-2-501, 3栋2单元501."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain.places.labels import SIGN
from bot.domain.register.cells import identity
from bot.domain.rules import RuleError
from bot.domain.text import plain

_FLAT = r"[a-z]?\d{2,5}[a-z]?"
_CODE = re.compile(rf"(?P<building>[a-z]?\d{{1,3}}|[a-z])-(?P<stair>\d{{1,2}}|[a-z])-(?P<dwelling>{_FLAT})室?")
_SHORT = re.compile(r"(?P<before>\d{1,2}|[a-z])-(?P<dwelling>[a-z]?\d{3,5}[a-z]?)室?")
_WRITTEN = re.compile(
    rf"(?P<building>{SIGN}(?:号楼|号栋|号幢|栋楼?|幢楼?|座))-?"
    rf"(?:(?P<stair>(?:{SIGN}|[东西南北中])(?:单元|梯|号?楼道))-?)?(?P<dwelling>{_FLAT})(?:室|号房|号)?"
    rf"|(?P<stair_only>(?:{SIGN}|[东西南北中])(?:单元|梯|号?楼道))-?(?P<dwelling_only>{_FLAT})(?:室|号房|号)?"
)


def unfolded(cells: Mapping[str, str]) -> dict[str, str]:
    """The row's levels with what its dwelling cell says of those above; raises RuleError if it contradicts them."""
    levels, bare = dict(cells), plain(cells.get("dwelling", "")).replace(" ", "")
    if written := (_CODE.fullmatch(bare) or _WRITTEN.fullmatch(bare)):
        said = {kind.removesuffix("_only"): value for kind, value in written.groupdict().items() if value}
        if "building" not in said and not levels.get("building"):
            raise RuleError("register-fault-code-unclear")
        return _agreed(levels, said)
    if short := _SHORT.fullmatch(bare):
        return _agreed(levels, _short(levels, short["before"], short["dwelling"]))
    return levels


def _short(levels: Mapping[str, str], before: str, dwelling: str) -> dict[str, str]:
    """2-501 behind a building is the stair's; 3-501 where the building says 3, too; alone it is anybody's guess."""
    stair, building = levels.get("stair", ""), levels.get("building", "")
    if stair and identity("stair", stair) == identity("stair", before):
        return {"stair": before, "dwelling": dwelling}
    if stair:
        raise RuleError("register-fault-code-disagrees")
    if building and identity("building", building) != identity("building", before):
        return {"stair": before, "dwelling": dwelling}
    if building and not _reads_as_stair(before):
        return {"building": before, "dwelling": dwelling}
    raise RuleError("register-fault-code-unclear")


def _reads_as_stair(sign: str) -> bool:
    """Building 2 and 2-501 there: the building's number again, or its second stair?"""
    return sign.isdigit() and int(sign) <= 12


def _agreed(levels: dict[str, str], said: Mapping[str, str]) -> dict[str, str]:
    for kind, value in said.items():
        given = levels.get(kind, "")
        if kind != "dwelling" and given and identity(kind, given) != identity(kind, value):
            raise RuleError("register-fault-code-disagrees")
        if kind == "dwelling" or not given:
            levels[kind] = value
    return levels
