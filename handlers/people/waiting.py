"""In the morning those who hold an office are told, in one line, what waits for their hand."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.rules import thing
from bot.i18n import words
from handlers import home, lists
from handlers.cards import Card, Look, button, card
from handlers.context import Showing, Turn
from handlers.doors import rings

MORNING = "todo.morning"


async def wakes(turn: Turn) -> None:
    await home.menus_follow(turn)
    if not await turn.tx.alarms.is_set(MORNING, "house"):
        await turn.alarm(MORNING, "house", _next_morning(turn))


def _next_morning(turn: Turn) -> int:
    local, morning = turn.house.local(turn.now), turn.house.hours.morning
    today = local.replace(hour=morning.hour, minute=morning.minute, second=0, microsecond=0)
    return int((today if today > local else today + timedelta(days=1)).timestamp())


@rings(MORNING)
async def morning(turn: Turn) -> None:
    """Once a day; who has nothing waiting hears nothing."""
    await turn.alarm(MORNING, "house", _next_morning(turn))
    for person_id in await turn.tx.offices.everybody():
        if await _count(turn, person_id):
            await turn.tell(person_id, MORNING, Showing(thing("todo", person_id), "morning"))


async def _count(turn: Turn, person_id: int) -> int:
    person = await turn.tx.people.get(person_id)
    if not person.reachable or person.blocked:
        return 0
    t, room = words(person.language or turn.house.language), await turn.private_room(person)
    every = await home.todo(Look(turn.tx, room, t, turn.house, turn.now), person)
    return sum(line.calls for line in every)


async def draw_morning(look: Look, number: int, view: str) -> Card:
    person = await look.read.people.get(number)
    count = len(await home.todo(look, person))
    if not count:
        return card([look.t("todo-empty")])
    kinds = lists.joined(look.t, await home.todo_kinds(look, person))
    return card([look.t("todo-morning", count=count), kinds], [button(look.t("todo-see"), "menu.todo", 1)])
