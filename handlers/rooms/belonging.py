"""Belonging: which place a group belongs to. Whoever added us is asked, a steward agrees; the place may be new."""

from __future__ import annotations

from bot.domain import places
from bot.domain.people import Room
from bot.domain.places import building
from bot.domain.rules import RuleError, thing
from bot.i18n import LANGUAGES, page, words
from handlers import names, questions, where
from handlers.context import Context, Saying, Showing
from handlers.doors import ADDED, answers, opens, presses, says
from handlers.rooms import circling
from handlers.rooms.shared import RIGHTS_WANTED, title, where_it_is
from storage.rooms import Wish

LONGEST_NAME = 40


async def ask(ctx: Context) -> None:
    """We are new in a group: who added us now is asked in private, or comes there by the button."""
    asked = ctx.somebody
    await ctx.tx.rooms.fulfilled(ctx.room.id)
    await ctx.tx.rooms.wish(ctx.room.id, asked.id if asked else None, None, "", ctx.now)
    await ctx.say(
        ctx.t("room-hello"), "", ctx.t("room-hello-try", bot=ctx.house.username), "", ctx.t("room-which-asked"),
        keyboard=_to_private(ctx),
    )  # fmt: skip
    if asked and asked.reachable:
        await _turn(ctx, ctx.room, await _start(ctx))


def _to_private(ctx: Context) -> dict[str, object]:
    url = ctx.house.link(ctx.house.signed("group", ctx.room.id))
    return {"inline_keyboard": [[{"text": ctx.t("room-say-which"), "url": url}]]}


async def _start(ctx: Context) -> str:
    return f"which.{(await ctx.tx.places.root()).id}"


async def _turn(ctx: Context, room: Room, view: str) -> None:
    """The one card about this room in the private chat of whoever is asked turns to another page."""
    private = await ctx.private_room(ctx.person)
    aloud = not (ctx.query and ctx.room.is_private)
    await ctx.tx.cards.turn(thing("room", room.id), view, private.id, rank=1, at=ctx.now, aloud=aloud)
    ctx.tx.promised = True


@says("addgroup", "加到群", "加到小区群", english=("add to a group",))
async def add_to_group(ctx: Context) -> None:
    """One button that adds us with the rights we need, each in plain words."""
    if not ctx.room.is_private:
        raise RuleError("room-in-private")
    url = f"https://t.me/{ctx.house.username}?startgroup={ADDED}&admin={'+'.join(RIGHTS_WANTED)}"
    button = {"text": ctx.t("room-add"), "url": url}
    await ctx.say(
        ctx.t("room-add-what"), "", *ctx.t("room-rights").splitlines(), "", ctx.t("room-add-without"),
        keyboard={"inline_keyboard": [[button]]},
    )  # fmt: skip


@presses("room.add")
async def add_pressed(ctx: Context) -> None:
    await add_to_group(ctx)


@says("bind", "绑定", english=("bind",))
async def bind_here(ctx: Context) -> None:
    """In the group, or in one of its topics: `/bind 3栋`; alone it says where this room belongs."""
    if ctx.room.is_private:
        return await ctx.menu("groups.1", "rooms")
    if not ctx.text:
        place = await where_it_is(ctx.tx, ctx.house, ctx.room)
        here = ctx.t("room-belongs", place=place) if place else ctx.t("room-belongs-nowhere")
        return await ctx.say(here, ctx.t("room-bind-how", bot=ctx.house.username))
    await _may_wish(ctx, ctx.room)
    return await _wish(ctx, ctx.room, *await _read(ctx, ctx.text))


async def _read(ctx: Context, text: str) -> tuple[int | None, str]:
    """A place of the register, or the name of a new one: (number, "") or (None, name)."""
    tree, root = await ctx.places(), await ctx.tx.places.root()
    if text.strip() in (root.name, ctx.t("room-whole")):
        return root.id, ""
    found = places.read(text, tree)
    if len(found.candidates) == 1 and not found.rest:
        return found.candidates[0], ""
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME or not name:
        raise RuleError("room-name-long", most=LONGEST_NAME)
    if found.candidates or building.kind_of(name) is None:
        raise RuleError("room-not-understood", words=name)
    return None, name


@opens("group")
async def comes_to_say(ctx: Context) -> None:
    """By the button in the group: which place is it?"""
    room = await _room(ctx) if ctx.is_proved else None
    if room is None:
        raise RuleError("button-is-old")
    await _may_wish(ctx, room)
    await _turn(ctx, room, await _start(ctx))


async def _room(ctx: Context) -> Room:
    room = await ctx.tx.rooms.find(ctx.number)
    if room is None or room.is_private:
        raise RuleError("button-is-old")
    return room


async def _may_wish(ctx: Context, room: Room) -> None:
    wish = await ctx.tx.rooms.wished(room.id)
    await ctx.may("room.wish", state="open", author_id=wish.by_id if wish else None)


@presses("room.at")
async def look_around(ctx: Context) -> None:
    """Down and up the places."""
    room = await _room(ctx)
    await _may_wish(ctx, room)
    at = where.At.read(ctx.way.values[1] if len(ctx.way.values) > 1 else "")
    if at.place_id not in await ctx.places():
        raise RuleError("button-is-old")
    await _turn(ctx, room, f"which.{at}")


@presses("room.here")
async def here(ctx: Context) -> None:
    """It is this place."""
    room, place_id = await _room_and_place(ctx)
    await _wish(ctx, room, place_id, "")


@presses("room.name")
async def write_name(ctx: Context) -> None:
    room = await _room(ctx)
    await _may_wish(ctx, room)
    await questions.ask(ctx, "room.named", room.id, ctx.t("room-name-it"))


@answers("room.named")
async def named(ctx: Context) -> None:
    room = await _room(ctx)
    await _may_wish(ctx, room)
    if not ctx.text:
        return await questions.ask(ctx, "room.named", room.id, ctx.t("room-name-it"))
    return await _wish(ctx, room, *await _read(ctx, ctx.text))


@presses("room.teams")
async def teams(ctx: Context) -> None:
    """Which team's group it is: one there is, or a new one."""
    room, place_id = await _room_and_place(ctx)
    await _turn(ctx, room, f"teams.{place_id}")


@presses("room.circle")
async def of_a_circle(ctx: Context) -> None:
    """`room_circle_<room>_<place>_heads`, `_team`, or the number of a circle."""
    room, place_id = await _room_and_place(ctx)
    which = ctx.way.values[2] if len(ctx.way.values) > 2 else ""
    known = {str(one.id) for one in await circling.theirs(ctx.tx, ctx.person.id, place_id)}
    if which not in {circling.HEADS, circling.TEAM, *known}:
        raise RuleError("button-is-old")
    await _wish(ctx, room, place_id, "", which)


async def _room_and_place(ctx: Context) -> tuple[Room, int]:
    room = await _room(ctx)
    await _may_wish(ctx, room)
    number = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if not number.isdecimal() or int(number) not in await ctx.places():
        raise RuleError("button-is-old")
    return room, int(number)


async def _wish(ctx: Context, room: Room, place_id: int | None, name: str, circle: str = "") -> None:
    """A steward's word settles it, of a circle also that of who makes circles there; else stewards are asked."""
    if place_id is not None and (await ctx.places()).get(place_id).kind == "dwelling":
        raise RuleError("room-no-flat")
    before = await ctx.tx.rooms.wished(room.id)
    again = before is not None and (before.place_id, before.name, before.circle) == (place_id, name, circle)
    if not again:
        await ctx.tx.rooms.wish(room.id, ctx.person.id, place_id, name, ctx.now, circle)
    wish = await ctx.tx.rooms.wished(room.id)
    alone = circle and wish and await circling.may_settle(ctx, wish)
    if alone or "steward" in await ctx.powers(ctx.person.id):
        return await _settle(ctx, room)
    asked = again or await _ask_stewards(ctx, room)
    if asked and ctx.room.is_private:
        return await _turn(ctx, room, "asked")
    return await ctx.say(ctx.t("room-asked" if asked else "room-nobody-agrees"))


async def _ask_stewards(ctx: Context, room: Room) -> bool:
    """Whether any of them can be reached."""
    question = Showing(thing("room", room.id), "agree")
    return any([await ctx.tell(one, "room.wish", question) for one in await ctx.tx.offices.holders("steward")])


@presses("room.agree")
async def agree(ctx: Context) -> None:
    """Yes to the wish that was shown; another one made since is shown first."""
    room = await _room(ctx)
    await ctx.may("room.bind", state="open")
    wish = await ctx.tx.rooms.wished(room.id)
    if wish is None or ctx.way.values[1:] != (str(wish.at),):
        raise RuleError("button-is-old")
    await _settle(ctx, room)


async def _settle(ctx: Context, room: Room) -> None:
    """The room belongs there now; a place or circle is made if it is new. Whoever asked and the room read so."""
    wish = await ctx.tx.rooms.wished(room.id)
    if wish is None or (wish.place_id is None and not wish.name):
        raise RuleError("button-is-old")
    if wish.place_id is not None and wish.place_id not in await ctx.places():
        raise RuleError("button-is-old")
    name = (await circling.meets(ctx, room, wish)).name if wish.circle else await _belongs(ctx, room, wish)
    await ctx.tx.rooms.fulfilled(room.id)
    await ctx.redraw(thing("room", room.id))
    group = title(ctx.t, room)
    if ctx.room.is_private:
        await _turn(ctx, room, "bound")
        ctx.answer(ctx.t("room-bound-short", place=name))
    if wish.by_id and wish.by_id != ctx.person.id:
        news = Saying(lambda t: page([t("room-bound-told", room=group, place=name)]))
        await ctx.tell(wish.by_id, "room.bound", news)
    t = words(room.language or ctx.house.language)
    await ctx.promise(room, "house.said", "sendMessage", _said(t("room-bound", place=name)))


async def _belongs(ctx: Context, room: Room, wish: Wish) -> str:
    """How the place is called to which the room belongs from now on."""
    place_id = wish.place_id or await _new_place(ctx, wish.name)
    await circling.leaves(ctx, room)
    await ctx.tx.rooms.belongs_to(room.id, place_id)
    await ctx.hang_board(room)
    await ctx.write_down("room.bound", thing("room", room.id), place_id)
    return await names.of_place(ctx.tx, ctx.house, place_id)


def _said(text: str) -> dict[str, object]:
    return {"text": page([text]), "parse_mode": "HTML", "disable_notification": True}


async def _new_place(ctx: Context, name: str) -> int:
    kind = building.kind_of(name)
    if kind is None:
        raise RuleError("room-not-understood", words=name)
    there = (await ctx.places()).named(kind, places.label(kind, name))  # however it is written
    return there[0] if there else await ctx.tx.places.add((await ctx.tx.places.root()).id, kind, name)


@presses("room.refuse")
async def refuse(ctx: Context) -> None:
    """It is none of the community's groups: we say goodbye and leave; being added again asks again."""
    room = await _room(ctx)
    await ctx.may("room.bind", state="open")
    if await ctx.tx.rooms.wished(room.id) is None:
        raise RuleError("button-is-old")
    await ctx.tx.rooms.fulfilled(room.id)
    await ctx.write_down("room.refused", thing("room", room.id))
    t = words(room.language or ctx.house.language)
    await ctx.promise(room, "house.said", "sendMessage", _said(t("room-leaves")))
    await ctx.promise(room, "room.leave", "leaveChat", {})
    await ctx.redraw(thing("room", room.id))
    await _turn(ctx, room, "refused")


@presses("room.speak")
async def speak(ctx: Context) -> None:
    """Which language the group reads; its steward's to choose."""
    room = await _room(ctx)
    await ctx.may("room.bind", state="open")
    chosen = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if chosen not in LANGUAGES:
        raise RuleError("button-is-old")
    await ctx.tx.rooms.speaks(room.chat_id, chosen)
    await ctx.redraw_board(room_id=room.id)
    await _turn(ctx, room, "bound")
    ctx.answer(words(chosen)("language-set"))


@presses("room.show")
async def show_room(ctx: Context) -> None:
    """From the list of groups to one of them."""
    room = await _room(ctx)
    await ctx.may("room.bind", state="open")
    await _turn(ctx, room, "bound" if room.place_id else await _start(ctx))


@presses("rooms.list")
async def turn_list(ctx: Context) -> None:
    await ctx.menu(f"groups.{ctx.number}", "rooms")


@presses("room.decide")
async def decide(ctx: Context) -> None:
    """From the list of what waits to the question itself."""
    room = await _room(ctx)
    await ctx.may("room.bind", state="open")
    await _turn(ctx, room, "agree")
