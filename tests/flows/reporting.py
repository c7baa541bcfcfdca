"""What the stories of reporting share: a stair with a head, and how the tickets stand."""

from __future__ import annotations

from typing import Any

from tests.flows.test_tickets import a_head
from tests.house import House, Neighbour


async def says(who: Neighbour, text: str, **more: Any) -> str:
    who.says(text, **more)
    await who.house.settles()
    return who.reads()


async def three(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """A reporter and a neighbour of one stair, and their head."""
    await house.bind_group()
    wang, li = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("李明", unit="3-2-301")
    return wang, li, await a_head(house)


async def states(house: House) -> list[str]:
    return [one.state for one in await house.db.read.tickets.all()]


def group(house: House, containing: str) -> list[str]:
    return [text for text in house.in_group() if containing in text]
