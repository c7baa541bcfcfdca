"""What the stories of joining share: a building with doors, its head, and taps that are counted."""

from __future__ import annotations

from typing import Any

from tests.house import House, Neighbour


async def built(house: House, building: int = 3, stairs: int = 2, floors: int = 6, doors: int = 4) -> None:
    """3栋 with 1单元 … and 101 … 604: enough doors that the floor is asked for first."""

    async def work(tx: Any) -> None:
        at = await tx.places.add((await tx.places.root()).id, "building", f"{building}栋")
        for stair in range(1, stairs + 1):
            inside = await tx.places.add(at, "stair", f"{stair}单元")
            for floor in range(1, floors + 1):
                for door in range(1, doors + 1):
                    await tx.places.add(inside, "dwelling", f"{floor}{door:02}")

    await house.db.whole(work)


async def place(house: House, path: str) -> int:
    """The number of 3栋2单元501."""
    tree = await house.community.house.tree(house.db.read)
    found: list[int] = [one.id for one in await house.db.read.places.all() if tree.path(one.id) == path]
    return found[0]


async def holds(house: House, who: Neighbour, title: str, path: str) -> None:
    spot = await place(house, path)

    async def work(tx: Any) -> None:
        await tx.offices.appoint((await tx.people.by_telegram(who.id)).id, title, spot, None, 1)

    await house.db.whole(work)


async def head_of(house: House, name: str = "陈建国", path: str = "3栋", title: str = "building_head") -> Neighbour:
    head: Neighbour = await house.moves_in(name)
    await holds(house, head, title, path)
    return head


def comes(house: House, name: str, language: str = "zh-hans") -> Neighbour:
    """Somebody with a telephone whom nobody here knows: in no group, never pressed Start."""
    [number] = house.world.add_people([{"first_name": name, "language_code": language}])
    return house.neighbour(number, name)


async def noted(house: House, name: str, path: str, role: str = "owner") -> int:
    """The register knows somebody without an account."""
    spot = await place(house, path)

    async def work(tx: Any) -> int:
        [by] = await tx.sql.rows("SELECT min(id) AS id FROM people")
        person = await tx.people.note(name, None, by["id"], 1)
        await tx.residents.lives(person.id, spot, role)
        return int(person.id)

    number: int = await house.db.whole(work)
    return number


async def at_home(house: House, who: Neighbour) -> list[tuple[str, str, str]]:
    """Where somebody is at home, as what, and how that was confirmed."""
    tree = await house.community.house.tree(house.db.read)
    person = await house.db.read.people.by_telegram(who.id)
    assert person
    return [(tree.path(one.place_id), one.role, one.way) for one in await house.db.read.residents.homes(person.id)]


async def door_code(house: House, path: str) -> str:
    """The start payload of the door's printed code."""
    spot = await place(house, path)
    at = int(house.clock.seconds())

    async def work(tx: Any) -> Any:
        return await tx.codes.issue("home", spot, by=None, at=at, expires_at=at + 180 * 86400)

    code = await house.db.whole(work)
    return house.community.house.signed("home", code.id)


async def verbs(house: House, prefix: str = "join.") -> list[str]:
    return [entry.verb for entry in await house.db.read.journal.all() if entry.verb.startswith(prefix)]


class Taps:
    """Counts what one person taps; Start counts, typing is not a tap and is refused."""

    def __init__(self, who: Neighbour):
        self.who, self.count = who, 0

    async def start(self, payload: str = "") -> None:
        self.count += 1
        self.who.starts(payload)
        await self.who.house.settles()

    async def press(self, label: str) -> None:
        self.count += 1
        await self.who.presses(label)
