"""Matches: the names of things and skills, and which offers may fit what somebody wants, for whichever feature asks."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from importlib.resources import files

from bot.domain import matching
from bot.domain.matching import Match
from handlers import medicine
from storage.database import Read

GOODS = matching.read(tomllib.loads((files("bot") / "data" / "goods.toml").read_text(encoding="utf-8")))


async def holders(
    read: Read, kind: str, text: str, place_id: int, limit: int, *, but: Collection[int] = ()
) -> list[Match]:
    """Offers that may fit, those by name first, nearest to the place first; holders who can be reached only.

    `kind` and `text`: an ask's kind and thing; `but`: people who are left out, such as the asker and who was asked.
    """
    thing = matching.wanted(kind, text, GOODS, await medicine.lists(read))
    found = await read.offers.holders(thing.kinds, thing.keys, place_id, max(limit, 50), but=but)
    return matching.likely(thing, found)[:limit]
