"""Who may talk through the bot about an ask: the one who speaks for it, and the one who speaks for who has it."""

from __future__ import annotations

from handlers.features import Pair
from storage.database import Read


async def pairs(read: Read, number: int, person_id: int) -> list[Pair]:
    """With whom this person may talk about it now."""
    ask = await read.asks.get(number)
    if ask is None or ask.state != "taken" or ask.voice_id is None or ask.taker_voice_id is None:
        return []
    two = (ask.voice_id, ask.taker_voice_id)
    if person_id not in two or two[0] == two[1]:
        return []
    return [Pair(person_id, two[0] if person_id == two[1] else two[1], ask.thing)]
