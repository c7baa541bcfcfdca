"""A circle's own group: the heads', a team's. It belongs to no place, so nobody's plea is offered for it."""

from __future__ import annotations

from bot.domain import circles, titles
from bot.domain.circles import Circle
from bot.domain.people import Room
from bot.domain.places import Place
from bot.domain.rules import RuleError, thing
from bot.i18n import Words
from handlers import names
from handlers.cards import Button, Look, Rows, button, label
from handlers.context import TITLES, Context
from storage.database import Read
from storage.rooms import Wish

HEADS, TEAM = "heads", "team"
OF_HEADS = "building_head"
WIDE = ("community", "estate", "area")
"""Kinds of place in which there are several heads."""

MOST = 6
"""Circles offered by button."""


def choices(t: Words, room: Room, place: Place) -> list[Button]:
    """Beside the places: it is the heads' group, or a team's."""
    heads = [button(t("room-heads"), "room.circle", room.id, place.id, HEADS)] if place.kind in WIDE else []
    return [*heads, button(t("room-teams"), "room.teams", room.id, place.id)]


async def teams(look: Look, room: Room, place: Place) -> Rows:
    """Circles that whoever reads this leads or makes, and a new one called like the group."""
    found = await theirs(look.read, look.room.person_id or 0, place.id)
    rows = [
        [button(label(f"👥 {one.name}"), "room.circle", room.id, place.id, one.id)]
        for one in found
        if one.room_id is None
    ]
    new = button(label(look.t("room-new-team", name=_name(look.t, room))), "room.circle", room.id, place.id, TEAM)
    return [*rows[:MOST], [new], [button(look.t("back"), "room.at", room.id, place.id)]]


async def theirs(read: Read, person_id: int, place_id: int) -> list[Circle]:
    led = [one for one in await read.circles.of(person_id) if one.lead_id == person_id]
    below = await read.circles.at_or_below(place_id) if await gathers(read, person_id, place_id) else []
    return list({one.id: one for one in (*led, *below)}.values())


async def gathers(read: Read, person_id: int, place_id: int | None) -> bool:
    return "gather" in titles.powers(await read.offices.titles_at_or_above(person_id, place_id), TITLES)


async def may_settle(ctx: Context, wish: Wish) -> bool:
    """Who makes circles there says so alone; so does whoever leads the circle."""
    if await gathers(ctx.tx, ctx.person.id, wish.place_id):
        return True
    circle = await existing(ctx.tx, wish)
    return circle is not None and circle.lead_id == ctx.person.id


async def existing(read: Read, wish: Wish) -> Circle | None:
    """The circle that is meant, if there is one; the heads have one at a place."""
    if wish.circle.isdecimal():
        circle = await read.circles.get(int(wish.circle))
        return circle if circle and circle.state == "open" else None
    if wish.circle != HEADS:
        return None
    there = await read.circles.at_or_below(wish.place_id or 0)
    return next((one for one in there if (one.place_id, one.title) == (wish.place_id, OF_HEADS)), None)


async def called(read: Read, t: Words, room: Room, wish: Wish) -> str:
    """How the circle is called, or will be."""
    circle = await existing(read, wish)
    if circle:
        return circle.name
    return t("circle-of", title=await names.title(read, t, OF_HEADS)) if wish.circle == HEADS else _name(t, room)


def _name(t: Words, room: Room) -> str:
    """A new team is called like its group, where that fits."""
    try:
        return circles.read_name(room.title or "")
    except RuleError:
        return t("circle-suggested-volunteers")


async def meets(ctx: Context, room: Room, wish: Wish) -> Circle:
    """This is the circle's room from now on, and no place's; the circle is made if it is new."""
    circle = await existing(ctx.tx, wish)
    if circle is None and wish.circle not in (HEADS, TEAM):
        raise RuleError("button-is-old")
    circle = circle or await _made(ctx, room, wish)
    await leaves(ctx, room, but=circle)
    await _of_no_place(ctx, room)
    if circle.room_id != room.id:
        await ctx.tx.circles.save(circle.meets_in(room.id))
        await ctx.write_down("circle.room", thing("circle", circle.id), circle.place_id)
        await ctx.redraw(thing("circle", circle.id))
    return circle


async def _made(ctx: Context, room: Room, wish: Wish) -> Circle:
    """A team is led by whoever brought us to it."""
    assert wish.place_id is not None
    heads, name = wish.circle == HEADS, await called(ctx.tx, ctx.t, room, wish)
    lead = ctx.person.id if heads or wish.by_id is None else wish.by_id
    made = await ctx.tx.circles.make(name, wish.place_id, OF_HEADS if heads else None, lead, ctx.now)
    await ctx.write_down("circle.made", thing("circle", made.id), wish.place_id)
    return made


async def leaves(ctx: Context, room: Room, but: Circle | None = None) -> None:
    """It is another circle's, or a place's, now."""
    there = await ctx.tx.circles.in_room(room.id)
    if there and (but is None or there.id != but.id):
        await ctx.tx.circles.save(there.meets_in(None))
        await ctx.redraw(thing("circle", there.id))


async def _of_no_place(ctx: Context, room: Room) -> None:
    """A group of no place has no board."""
    home = await ctx.tx.boards.home(room.chat_id)
    await ctx.tx.rooms.belongs_to(room.id, None)
    if home and await ctx.tx.boards.home(room.chat_id) is None:
        await ctx.take_away(thing("board", home.id), "board", home)
        await ctx.no_alarm("board.day", thing=thing("board", home.id))
