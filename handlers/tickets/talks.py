"""Who may talk through the bot about a ticket: who speaks for its reporter, and whoever has it."""

from __future__ import annotations

from bot.domain.text import cut
from bot.domain.tickets import Ticket
from handlers import talking
from handlers.cards import Button, Look
from handlers.features import Pair
from handlers.tickets.shared import name_of
from storage.database import Read

WHAT_UNITS = 30


async def pairs(read: Read, number: int, person_id: int) -> list[Pair]:
    """With whom this person may talk about it now."""
    ticket = await read.tickets.get(number)
    other = partner(ticket, person_id) if ticket else None
    if ticket is None or other is None:
        return []
    return [Pair(person_id, other, cut(ticket.text, WHAT_UNITS) or f"#{ticket.id}")]


def partner(ticket: Ticket, person_id: int | None) -> int | None:
    voice, owner = ticket.voice_id, ticket.owner_id
    if ticket.state not in ("taken", "waiting", "fixed") or voice is None or owner is None or voice == owner:
        return None
    return {voice: owner, owner: voice}.get(person_id or 0)


async def row(look: Look, ticket: Ticket) -> list[Button]:
    """💬 on the card of either, as long as the other can be reached."""
    other = partner(ticket, look.room.person_id)
    if other is None or not (await look.read.people.get(other)).reachable:
        return []
    return [talking.talk_button(look.t, name_of(ticket), other)]
