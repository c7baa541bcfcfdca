"""Who may talk through the bot about an ask: who speaks for it, and who speaks for a giver once both agreed."""

from __future__ import annotations

from handlers.aid.shared import of_today
from handlers.features import Pair
from storage.database import Read


async def pairs(read: Read, number: int, person_id: int) -> list[Pair]:
    """With whom this person may talk about it now."""
    found = await read.asks.get(number)
    ask = await of_today(read, found) if found else None
    if ask is None or ask.is_over or ask.voice_id is None:
        return []
    agreed = [giver.voice_id for giver in ask.giving if giver.agreed_at is not None]
    if person_id == ask.voice_id:
        return [Pair(person_id, giver, ask.thing) for giver in agreed if giver != person_id]
    return [Pair(person_id, ask.voice_id, ask.thing)] if person_id in agreed else []
