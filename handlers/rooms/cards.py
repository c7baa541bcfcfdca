"""How a room's question looks: to whoever added us, to the steward who agrees, and the list of all groups."""

from __future__ import annotations

from bot.domain.people import Person, Room
from bot.i18n import LANGUAGES, bold, words
from handlers import lists, names, where
from handlers.cards import Button, Card, Look, button, card
from handlers.features import Line
from handlers.rooms import circling
from handlers.rooms.shared import title, where_it_is
from storage.rooms import Wish


async def draw(look: Look, number: int, view: str) -> Card | None:
    room = await look.read.rooms.find(number)
    if room is None:
        return None
    path, _, rest = view.partition(".")
    if path == "which" and room.place_id is None:
        return await _which(look, room, where.At.read(rest))
    if path in ("agree", "asked") and await where_it_is(look.read, look.house, room) is None:
        return await _asked(look, room, path == "agree")
    if path == "teams":
        return await _teams(look, room, int(rest))
    if path == "refused":
        return card([look.t("room-refused", room=title(look.t, room))])
    return await _bound(look, room, path == "which", rest)


async def _which(look: Look, room: Room, at: where.At) -> Card:
    t, tree = look.t, await look.house.tree(look.read)
    if at.place_id not in tree:
        at = where.At((await look.read.places.root()).id)
    place = tree.get(at.place_id)
    label = t("room-whole") if place.kind == "community" else t("room-it-is", place=tree.path(place.id))
    pads = where.pad(tree, at, "room.at", room.id, homes=False)
    return card(
        [bold(t("room-which", room=title(t, room))), t("room-which-how")],
        [button(label, "room.here", room.id, place.id)], *pads, circling.choices(t, room, place),
        [button(t("room-write-name"), "room.name", room.id)],
    )  # fmt: skip


async def _teams(look: Look, room: Room, place_id: int) -> Card:
    place = await look.read.places.get(place_id)
    head = bold(look.t("room-which-team", room=title(look.t, room)))
    return card([head, look.t("room-which-team-how")], *await circling.teams(look, room, place))


async def _asked(look: Look, room: Room, to_steward: bool) -> Card:
    """While a steward has not answered; without a wish any more it was refused."""
    wish = await look.read.rooms.wished(room.id)
    if wish is None:
        return card([look.t("room-refused", room=title(look.t, room))])
    if to_steward:
        return await _agree(look, room, wish)
    return card([look.t("room-asked-about", room=title(look.t, room))])


async def _agree(look: Look, room: Room, wish: Wish) -> Card:
    """To the steward: who says that the group is which place's."""
    t = look.t
    place = await _meant(look, room, wish)
    who = await names.who(look.read, look.house, t, wish.by_id)
    lines = [bold(t("room-agree", room=title(t, room), place=place)), t("room-agree-who", who=who)]
    new = [] if wish.place_id else [t("room-agree-new", place=place)]
    if wish.circle and await circling.existing(look.read, wish) is None:
        new = [t("room-agree-new-team")]
    root = (await look.read.places.root()).id
    return card(
        [*lines, *new],
        [button(t("room-yes"), "room.agree", room.id, wish.at), button(t("room-elsewhere"), "room.at", room.id, root)],
        [button(t("room-not-ours"), "room.refuse", room.id)],
    )


async def _meant(look: Look, room: Room, wish: Wish) -> str:
    """Of which place or circle somebody says that it is."""
    if wish.circle:
        return await circling.called(look.read, look.t, room, wish)
    return (await look.house.tree(look.read)).path(wish.place_id) if wish.place_id else wish.name


async def _bound(look: Look, room: Room, choosing: bool, rest: str) -> Card:
    """Where the group belongs; a steward may choose again, and its language."""
    t = look.t
    if choosing:
        return await _which(look, room, where.At.read(rest))
    name = await _where(look, room)
    person_id = look.room.person_id
    steward = person_id is not None and "steward" in await look.read.offices.titles_of(person_id)
    root = (await look.read.places.root()).id
    speak = [button(words(lang)("room-speak"), "room.speak", room.id, lang) for lang in LANGUAGES]
    again = [button(t("room-elsewhere"), "room.at", room.id, root)]
    lines = [bold(t("room-bound-told", room=title(t, room), place=name))]
    return card(lines, *([speak, again] if steward else []))


async def draw_list(look: Look, number: int, view: str) -> Card | None:
    """Every group we know, to the steward; to anybody else how to add us."""
    t, page = look.t, int(view.partition(".")[2] or 1)
    add = [button(t("room-add"), "room.add")]
    if "steward" not in await look.read.offices.titles_of(number):
        return card([t("room-bind-where")], add)
    rooms = await look.read.rooms.groups()
    shown, at_page, pages = lists.page_of(rooms, page)
    rows = [[button(f"{title(t, room)} · {await _where(look, room)}"[:60], "room.show", room.id)] for room in shown]
    head = bold(t("room-groups", count=len(rooms))) if rooms else t("room-no-groups")
    return card([head], *rows, lists.turner("rooms.list", at_page, pages), add)


async def _where(look: Look, room: Room) -> str:
    return await where_it_is(look.read, look.house, room) or look.t("room-nowhere")


async def todo(look: Look, person: Person) -> list[Line]:
    """Groups that wait for a steward's yes."""
    if "steward" not in await look.read.offices.titles_of(person.id):
        return []
    found = []
    for wish in await look.read.rooms.wishes():
        name = title(look.t, await look.read.rooms.get(wish.room_id))
        found.append(Line(look.t("room-todo", room=name), _open(look, wish.room_id, name)))
    return found


def _open(look: Look, room_id: int, name: str) -> Button:
    return button(name[:30], "room.decide", room_id)
