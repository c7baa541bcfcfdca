"""The small cards beside an ask: offered to a message's author, a line for its speaker, a phone, what was spoken."""

from __future__ import annotations

from handlers.aid import replying, spoken
from handlers.cards import Card, Look


async def draw(look: Look, number: int, view: str) -> Card | None:
    return await (replying.draw(look, number) if view == "offer" else spoken.draw(look, number, view))
