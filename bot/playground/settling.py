"""Moving in: the demo estate fills the register, and the playground's Telegram with its people and groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.i18n import words
from bot.playground.estate import NAME, Dweller, Estate, estate
from bot.playground.server import World
from bot.playground.server.state import BOT
from bot.runtime.community import Plan
from handlers import FEATURES
from handlers.home import board_of, keys, labels
from storage import files
from storage.database import Database, Tx
from storage.register import Entry

__all__ = ["NAME", "settle"]

Board = dict[str, Any]

FIRST_TELEGRAM_ID = 100_001
FIRST_GROUP_ID = -1_000_004_000_001


async def settle(plan: Plan, world: World, small: bool, building: Callable[[int, int], None]) -> None:
    """Once per folder. Everything that the machine may die between is done anew until both sides are whole."""
    if plan.database.exists() and not world.fresh:
        return
    made = estate(small)
    building(len(made.homes), len(made.people))
    if not plan.database.exists():
        files.create(plan.database, plan.name)
    async with await Database.open(plan.database, plan.backups) as db:
        only_the_community = len(await db.read.places.all()) == 1
        if only_the_community:
            await db.whole(lambda tx: _register(tx, made, int(world.clock.seconds())))
    if world.fresh:
        _people(world, made)


def _telegram_id(person: Dweller) -> int:
    return FIRST_TELEGRAM_ID + person.key - 1


async def _register(tx: Tx, made: Estate, at: int) -> None:
    root = (await tx.places.root()).id
    register = tx.register
    await register.places([(root + p.key, root + p.parent, p.kind, p.name) for p in made.places])
    boards = _boards(made)
    await register.people([_entry(p, at, boards) for p in made.people if p.registered], at)
    await register.residents([(p.key, root + (p.home or 0), p.role) for p in made.people if p.registered])
    for group, homes in made.gathered.items():
        await tx.places.gathers(root + group, [root + home for home in homes])
    await register.offices([(held.title, root + held.place, held.person) for held in made.offices], at)
    known = {person.key for person in made.people if person.registered}
    for nth, room in enumerate(made.groups):
        members = [key for key in room.members if key in known]
        place = None if room.circle else root + room.place
        number = await register.group(_group_id(nth), room.title, place, members)
        if room.circle:
            lead = next(held.person for held in made.offices if held.title == "social_worker")
            circle = await tx.circles.make(room.circle, root + room.place, "building_head", lead, at)
            await tx.circles.save(circle.meets_in(number))


def _entry(person: Dweller, at: int, boards: dict[int, Board]) -> Entry:
    started, telegram_id = at if person.started else None, _telegram_id(person) if person.telegram else None
    shown = labels(boards[person.key]) if person.started else None
    return Entry(person.key, telegram_id, person.name, person.language, started, shown)


def _boards(made: Estate) -> dict[int, Board]:
    """The big buttons of everybody, by what they hold."""
    stand = {held.person: "steward" if held.title == "steward" else "office" for held in made.offices}
    stand |= {held.person: "steward" for held in made.offices if held.title == "steward"}
    return {p.key: board_of(words(p.language), keys(FEATURES, stand.get(p.key, "everybody"))) for p in made.people}


def _group_id(nth: int) -> int:
    return FIRST_GROUP_ID - nth


def _people(world: World, made: Estate) -> None:
    world.add_people(
        {"id": _telegram_id(p), "first_name": p.name, "language_code": "zh-hans" if p.language == "zh" else "en"}
        for p in made.people
        if p.telegram
    )
    people, boards = {person.key: person for person in made.people}, _boards(made)
    for featured in made.featured:
        world.feature(_telegram_id(people[featured.person]), f"{featured.zh} · {featured.en}")
    for person in made.people:
        if person.started:
            chat = world.private(_telegram_id(person))
            chat.started = True
            chat.keyboards[chat.id] = boards[person.key]
            if person.key <= len(made.featured):
                world.post(chat, BOT, {"text": words(person.language)("start-what")})
            world.keep(chat)
    for nth, group in reversed(list(enumerate(made.groups))):  # the community's comes to the top of the list
        members = [_telegram_id(people[key]) for key in group.members]
        world.add_group(group.title, members, bot=group.bot, id=_group_id(nth))
    world.flush()
