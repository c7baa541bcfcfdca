"""At home: the big buttons, the command menu of one's own, and what other features ask of somebody's private chat."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence, Set
from typing import Any

from bot.domain.people import Person, Room
from bot.domain.rules import thing
from bot.i18n import Words, page, words
from handlers.cards import Button, Look, button
from handlers.context import BULK, URGENT, Context, Neighbourhood, Turn, Work, html, later
from handlers.features import Choice, Feature, Line
from storage.database import Read
from storage.notes import Note

STANDINGS = ("everybody", "office", "steward")
"""Who sees what: each sees what those before see, too."""

SIMPLE_KEYS, MOST_KEYS = 4, 9
KEYS, MENU, WELCOME = "home.keys", "home.menu", "welcome.card"
WELCOME_MINUTES = 5


async def standing(read: Read, person_id: int) -> str:
    """Which of `STANDINGS` this person is."""
    titles = await read.offices.titles_of(person_id)
    return "steward" if "steward" in titles else "office" if titles else "everybody"


def keys(features: Iterable[Feature], standing: str = "everybody", simple: bool = False) -> list[str]:
    """The sentences of the big buttons, in their order; in simple mode the first four of everybody's."""
    seen = STANDINGS[: 1 if simple else STANDINGS.index(standing) + 1]
    every = sorted((key for feature in features for key in feature.keys), key=lambda key: key.order)
    return [key.sentence for key in every if key.seen_by in seen][: SIMPLE_KEYS if simple else MOST_KEYS]


def board_of(t: Words, sentences: Sequence[str]) -> dict[str, Any]:
    """The big buttons as Telegram takes them: two a row, or three where they would not fit into three rows."""
    width = 2 if len(sentences) <= SIMPLE_KEYS else 3
    rows = [[{"text": t(one)} for one in sentences[at : at + width]] for at in range(0, len(sentences), width)]
    return {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}


def labels(board: dict[str, Any]) -> str:
    """What a board of big buttons says, one a line."""
    return "\n".join(key["text"] for row in board["keyboard"] for key in row)


async def board(read: Read, house: Neighbourhood, t: Words, person: Person) -> dict[str, Any]:
    """The big buttons of this person."""
    return board_of(t, keys(house.features, await standing(read, person.id), person.simple))


async def put_down(ctx: Context, *lines: str | None) -> None:
    """Say something with the big buttons under it, before anything else that is said."""
    person = await ctx.tx.people.get(ctx.person.id)
    shown = await board(ctx.tx, ctx.house, ctx.t, person)
    payload = html(page(lines)) | {"reply_markup": shown}
    await ctx.promise(ctx.room, "house.said", "sendMessage", payload, rank=URGENT)
    if labels(shown) != person.keys:
        await ctx.tx.people.has_keys(person.id, labels(shown))


async def keep_up(work: Work, person_id: int) -> None:
    """Whatever changed for this person, an office or the house's features: their big buttons and menu follow.

    Whoever gives an office or takes it back calls this; whoever writes in private is looked after anyway.
    """
    person = await work.tx.people.get(person_id)
    if not person.reachable:
        return
    room, t = await work.private_room(person), words(person.language or work.house.language)
    stands = await standing(work.tx, person_id)
    await _keys_follow(work, person, room, board_of(t, keys(work.house.features, stands, person.simple)), t)
    await _menu_follows(work, person, room, stands, t)


async def holds_another_office(work: Work, person_id: int, place_id: int) -> None:
    """Somebody holds another office now, or one less: their buttons and menu follow, what they do for others, and the
    boards there."""
    await keep_up(work, person_id)
    for feature in work.house.features:
        if feature.steps_down:
            await feature.steps_down(work, person_id)
    await work.redraw_board(place_id=place_id)


async def menus_follow(work: Work) -> None:
    """Whoever holds an office has the menu of today, however the office came to them: from a register, or before an
    upgrade that brought new commands."""
    for person_id in await work.tx.offices.everybody():
        person = await work.tx.people.get(person_id)
        if person.reachable:
            room, t = await work.private_room(person), words(person.language or work.house.language)
            await _menu_follows(work, person, room, await standing(work.tx, person_id), t)


async def _keys_follow(work: Work, person: Person, room: Room, shown: dict[str, Any], t: Words) -> None:
    if labels(shown) == person.keys:
        return
    said = html(page([t("keys-new" if person.keys is None else "keys-changed")]))
    quietly = said | {"reply_markup": shown, "disable_notification": True}
    about = thing("person", person.id)
    await work.promise(room, KEYS, "sendMessage", quietly, rank=URGENT, thing=about, merge=True)
    await work.tx.people.has_keys(person.id, labels(shown))


async def _menu_follows(work: Work, person: Person, room: Room, stands: str, t: Words) -> None:
    """Whoever holds an office has a command menu of their own; it goes with the office."""
    menu = commands(work.house.features, t, "private", *STANDINGS[1 : STANDINGS.index(stands) + 1])
    mark = hashlib.sha256(repr(menu).encode()).hexdigest()[:16] if stands != "everybody" else None
    if mark == person.menu:
        return
    method, payload = ("setMyCommands", {"commands": menu}) if mark else ("deleteMyCommands", {})
    await work.promise(room, MENU, method, payload, rank=BULK, thing=thing("person", person.id), merge=True)
    await work.tx.people.has_menu(person.id, mark)


async def menu_failed(turn: Turn, note: Note, _: Any) -> None:
    """Nobody knows what their menu shows: it is set anew when they write next."""
    await turn.tx.people.has_menu(int((note.thing or "").rpartition("_")[2]), "")


def commands(features: Iterable[Feature], t: Words, *scopes: str) -> list[dict[str, str]]:
    """The commands of these scopes as Telegram's menu takes them, each once."""
    names = dict.fromkeys(name for scope in scopes for feature in features for name in feature.commands.get(scope, ()))
    return [{"command": name, "description": t(f"command-{name}")} for name in names]


def choices(features: Iterable[Feature], t: Words, where: str) -> list[Button]:
    """The buttons that features hand in for a place where somebody is asked what they want."""
    return [button(t(one.sentence), one.door, *one.values) for one in _in_order(features, where)]


def tools(features: Iterable[Feature], t: Words, powers: Set[str], place_id: int) -> list[Button]:
    """What an office at a place lets its holder do, as buttons; the place is the last value of each."""
    every = (one for one in _in_order(features, "office") if one.power in powers)
    return [button(t(one.sentence), one.door, *one.values, place_id) for one in every]


def _in_order(features: Iterable[Feature], where: str) -> list[Choice]:
    return sorted((one for feature in features for one in feature.choices.get(where, ())), key=lambda one: one.order)


async def todo(look: Look, person: Person) -> list[Line]:
    """What waits for this person's hand, over all features."""
    return [line for lines in (await _todo(look, person)).values() for line in lines]


async def todo_kinds(look: Look, person: Person) -> list[str]:
    """How much of what waits, each feature by a noun of its own: 2件报修."""
    return [look.t(f"todo-of-{name}", count=len(lines)) for name, lines in (await _todo(look, person)).items() if lines]


async def _todo(look: Look, person: Person) -> dict[str, list[Line]]:
    return {one.name: await one.todo(look, person) for one in look.house.features if one.todo}


async def welcome(work: Work, person_id: int) -> None:
    """Somebody has just come to be at home here: a little later they get the newcomer's card, once."""
    await work.alarm(WELCOME, thing("person", person_id), later(work.now, minutes=WELCOME_MINUTES))
