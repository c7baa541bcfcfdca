"""A report's words for a group: the doors, plates and numbers in them stay with whoever handles it."""

from __future__ import annotations

from bot.domain import places, tickets
from bot.domain.tickets import Ticket
from handlers.context import Neighbourhood
from handlers.tickets.shared import category_of
from storage.database import Read


async def in_group(read: Read, house: Neighbourhood, ticket: Ticket) -> str:
    """What a group reads of the words; "" where somebody can be recognised in what is said, or in where it is."""
    category = category_of(ticket, house)
    if category.conduct or category.private or ticket.indoor:
        return ""
    return tickets.for_group(await _without_flats(read, house, ticket.text), await _own_door(read, ticket))


async def _without_flats(read: Read, house: Neighbourhood, text: str) -> str:
    """A flat that is named goes with its whole address: the card says the stair already."""
    tree = await house.tree(read)
    found = places.read(text, tree)
    flats = [one for one in found.candidates if tree.get(one).kind == "dwelling"]
    return found.rest if flats or (found.said and not found.candidates) else text


async def _own_door(read: Read, ticket: Ticket) -> str:
    """The name of the flat that whoever it is for lives in; "" where none is known."""
    home = await read.residents.home(ticket.person_id) if ticket.person_id else None
    place = await read.places.get(home) if home else None
    return place.name if place and place.kind == "dwelling" else ""
