"""What the stories of repairs share: a reporter and a head, a ticket on the desk, and how it stands."""

from __future__ import annotations

from typing import Any

from bot.domain.tickets import Ticket
from tests.flows.helping import office
from tests.house import House, Neighbour


async def a_head(house: House, name: str = "陈建国", title: str = "building_head", place: str = "3栋") -> Neighbour:
    head = await house.moves_in(name, unit="3-1-101")
    await office(house, head, title, place)
    return head  # type: ignore[no-any-return]  # of one name


async def a_manager(house: House, name: str = "周经理") -> Neighbour:
    """Of the whole community."""
    return await holds(house, name, "property_manager")


async def holds(house: House, name: str, title: str) -> Neighbour:
    who = await house.moves_in(name)
    await office(house, who, title, (await house.db.read.places.root()).name)
    return who  # type: ignore[no-any-return]  # of one name


async def reported(house: House, who: Neighbour, words: str = "报修 3栋2单元路灯不亮") -> None:
    who.says(words)
    await house.settles()
    await who.presses("发出去")


async def at_hand(house: House, words: str = "报修 3栋2单元路灯不亮") -> tuple[Neighbour, Neighbour]:
    """Somebody who reported, and the head who has it."""
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reported(house, wang, words)
    await head.presses("我来处理")
    return wang, head


async def says(house: House, who: Neighbour, text: str, **more: Any) -> None:
    who.says(text, **more)
    await house.settles()


async def replies(house: House, who: Neighbour, text: str, containing: str = "") -> None:
    """To the newest message of ours that reads so."""
    posts = [one for one in house.posts(who.id, "bot") if one.sender != who.id]
    post = next(one for one in reversed(posts) if containing in one.body.get("text", ""))
    await says(house, who, text, reply_to=post.id)


async def ticket(house: House, number: int = 1) -> Ticket:
    found = await house.db.read.tickets.get(number)
    assert found
    return found  # type: ignore[no-any-return]  # asserted


async def stranger(house: House, name: str, payload: str) -> Neighbour:
    """Somebody who opens a link and has never been here."""
    [number] = house.world.add_people([{"first_name": name, "language_code": "zh-hans"}])
    who = house.neighbour(number, name)
    who.starts(payload)
    await house.settles()
    return who


def link_in(house: House, who: Neighbour) -> str:
    """The payload of the newest link that somebody reads."""
    text = next(text for text in reversed(who.sees()) if "start=" in text)
    return text.partition("start=")[2].split()[0]


def cards_of(house: House, who: Neighbour) -> str:
    """Everything the bot shows somebody, in one string."""
    return "\n\n".join(who.sees())


def sent_to(house: House, method: str) -> list[int]:
    """To whom, call by call."""
    return [int(call["params"]["chat_id"]) for call in house.calls(method)]
