"""What the stories of helping share: a building to ask in, pleas for several, and who has what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage.database import Tx
from tests.house import House, Neighbour


async def asked(house: House, who: Neighbour, thing: str = "求助 布洛芬", *, amount: int = 1) -> None:
    """A plea in the group; for several of it if so many are wanted."""
    who.says(thing, to=house.group)
    await house.settles()
    if amount > 1:
        await for_several(house, amount)


async def for_several(house: House, amount: int) -> None:
    """The newest plea is for so many."""
    await house.db.whole(lambda tx: _for_several(tx, amount, int(house.clock.seconds())))
    house.community.delivery.woken.set()
    await house.settles()


async def _for_several(tx: Tx, amount: int, at: int) -> None:
    ask = max(await tx.asks.all(), key=lambda one: one.id)
    await tx.asks.save(replace(ask, amount=amount))
    await tx.cards.redraw(f"ask_{ask.id}", at, None, 1)


async def givers(house: House, number: int = 1) -> list[tuple[str, str, int]]:
    """Who has it or waits in line: name, state, amount."""
    ask = await house.db.read.asks.get(number)
    assert ask
    people = house.db.read.people
    return [((await people.get(one.person_id)).name, one.state, one.amount) for one in ask.givers]


async def state(house: House, number: int = 1) -> str:
    ask = await house.db.read.asks.get(number)
    assert ask
    return str(ask.state)


async def verbs(house: House, number: int = 1) -> list[str]:
    return [entry.verb for entry in await house.db.read.journal.of(f"ask_{number}")]


async def number_of(house: House, who: Neighbour) -> int:
    """The house's own number of somebody."""
    person = await house.db.read.people.by_telegram(who.id)
    assert person
    return int(person.id)


async def office(house: House, who: Neighbour, title: str = "building_head", place: str = "3栋") -> int:
    """An office at the first place of this name; → its number."""

    async def work(tx: Any) -> int:
        spot = next(one.id for one in await tx.places.all() if one.name == place)
        person = await tx.people.by_telegram(who.id)
        return int(await tx.offices.appoint(person.id, title, spot, None, 1))

    number: int = await house.db.whole(work)
    return number


async def hidden(house: House, thing: str, yes: bool = True) -> None:
    """Out of sight for now, as a head or the steward decides; or back again."""

    async def work(tx: Any) -> None:
        if yes:
            await tx.sql.run("INSERT INTO cases (thing, state, opened_at) VALUES (?, 'hidden', 1)", thing)
            await tx.sql.run("INSERT INTO hidden (thing, case_id) SELECT thing, id FROM cases WHERE thing = ?", thing)
        else:
            await tx.sql.run("DELETE FROM hidden WHERE thing = ?", thing)
        await tx.cards.redraw(thing, int(house.clock.seconds()), None, 1)

    await house.db.whole(work)
    house.community.delivery.woken.set()
    await house.settles()


async def people(house: House, **changed: Any) -> None:
    """`people(house, name="陈明", night_ok=1)`: what the register says of somebody."""
    name = changed.pop("name")
    for column, value in changed.items():
        sql = f"UPDATE people SET {column} = ? WHERE name = ?"  # noqa: S608  # a column's name
        await house.db.whole(lambda tx, sql=sql, value=value: tx.sql.run(sql, value, name))


async def asked_in_private(house: House, number: int = 1) -> list[list[str]]:
    """Whose turn it was, wave by wave."""
    rows = await house.db.read.sql.rows(
        "SELECT wave, name FROM askings JOIN people ON people.id = person_id WHERE ask_id = ? ORDER BY wave, name",
        number,
    )
    waves: dict[int, list[str]] = {}
    for row in rows:
        waves.setdefault(row["wave"], []).append(row["name"])
    return [waves[wave] for wave in sorted(waves)]
