"""Making a circle: of whom, where, what it is called; then its room, another name, its end."""

from __future__ import annotations

from bot.domain import circles
from bot.domain.circles import Circle
from bot.domain.rules import RuleError, thing, whole_number
from handlers import names, questions, where
from handlers.circles.shared import changed, may, the_circle, tops
from handlers.context import TITLES, Context, later
from handlers.doors import answers, presses, says

PEOPLE = "people"
"""Stands where a title would: a list of people."""

SUGGESTED = ("working", "volunteers", "club", "team")
"""Names by button, so that nothing has to be typed."""


@says("circle", "小组", "圈子", english=("circles", "circle", "my circles"))
async def circle_(ctx: Context) -> None:
    """In private my circles; in a group: this is the circle's room."""
    if not ctx.room.is_private:
        return await _bind(ctx)
    return await ctx.menu("list.1", "circles")


@presses("circles.list")
async def back_to_list(ctx: Context) -> None:
    page = whole_number(ctx.way.values[0]) if ctx.way.values else 1
    await ctx.menu(f"list.{page}", "circles")


@presses("circles.mine")
async def from_office(ctx: Context) -> None:
    await ctx.menu("list.1", "circles")


@presses("circles.new")
async def new(ctx: Context) -> None:
    ctx.values(0)
    if not await tops(ctx.tx, ctx.person.id):
        raise RuleError("circle-not-yours")
    await ctx.menu("kind", "circles")


@presses("circles.kind")
async def kind(ctx: Context) -> None:
    """Whoever holds a title, or a list of people; then where."""
    chosen, found = ctx.values(1)[0], await tops(ctx.tx, ctx.person.id)
    if not found:
        raise RuleError("circle-not-yours")
    await ctx.menu(f"place.{await _kind(ctx, chosen)}.{found[0].id}", "circles")


async def _kind(ctx: Context, named: str) -> str:
    """`people`, or the key of a title."""
    key = named.replace("-", "_")
    if key != PEOPLE and key not in TITLES and await ctx.tx.offices.own_title(key) is None:
        raise RuleError("button-is-old")
    return key


@presses("circles.titles")
async def titles(ctx: Context) -> None:
    ctx.values(0)
    await ctx.menu("titles", "circles")


@presses("circles.place")
async def deeper(ctx: Context) -> None:
    named, spot = ctx.values(2)
    at = where.At.read(spot)
    place = await ctx.tx.places.find(at.place_id)
    if place is None or place.kind == "dwelling":
        raise RuleError("button-is-old")
    await ctx.menu(f"place.{await _kind(ctx, named)}.{at}", "circles")


@presses("circles.here")
async def here(ctx: Context) -> None:
    """The place is chosen: what is it called? By button, or typed."""
    named, place_id = ctx.values(2)
    key = await _kind(ctx, named)
    await _may_make(ctx, whole_number(place_id))
    await ctx.tx.questions.ask(
        ctx.person.id, ctx.room.id, "circles.name", f"{key}.{place_id}", later(ctx.now, hours=24)
    )
    await ctx.menu(f"name.{key}.{place_id}", "circles")


async def _may_make(ctx: Context, place_id: int) -> None:
    if await ctx.tx.places.find(place_id) is None:
        raise RuleError("button-is-old")
    await ctx.may("circle.make", state="open", place_id=place_id)


@answers("circles.name")
async def name_typed(ctx: Context) -> None:
    key, place_id = ctx.way.values[0].split(".")
    await _make(ctx, key, int(place_id), ctx.text)


@presses("circles.named")
async def name_chosen(ctx: Context) -> None:
    named, place_id, which = ctx.values(3)
    key = await _kind(ctx, named)
    if which not in (*SUGGESTED, "title"):
        raise RuleError("button-is-old")
    kept = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if kept and kept.door == "circles.name":
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    name = ctx.t(f"circle-suggested-{which}") if which != "title" else await of_title(ctx, key)
    await _make(ctx, key, whole_number(place_id), name)


async def of_title(ctx: Context, key: str) -> str:
    if key == PEOPLE:
        raise RuleError("button-is-old")
    return ctx.t("circle-of", title=await names.title(ctx.tx, ctx.t, key))


async def _make(ctx: Context, key: str, place_id: int, name: str) -> None:
    await _may_make(ctx, place_id)
    title = None if key == PEOPLE else key
    made = await ctx.tx.circles.make(circles.read_name(name), place_id, title, ctx.person.id, ctx.now)
    await ctx.write_down("circle.made", thing("circle", made.id), place_id)
    await ctx.menu(f"one.{made.id}", "circles")


async def save(ctx: Context, before: Circle, after: Circle, verb: str) -> None:
    if after != before:
        await ctx.tx.circles.save(after)
        await ctx.write_down(verb, thing("circle", after.id), after.place_id)
        await ctx.redraw(thing("circle", after.id))


@presses("circles.rename")
async def rename(ctx: Context) -> None:
    circle = await changed(ctx)
    await questions.ask(ctx, "circles.rename", circle.id, ctx.t("circle-name-what"))


@answers("circles.rename")
async def renamed(ctx: Context) -> None:
    circle = await changed(ctx)
    await save(ctx, circle, circle.renamed(ctx.text), "circle.renamed")
    await ctx.menu(f"one.{circle.id}", "circles")


@presses("circles.end")
async def end(ctx: Context) -> None:
    """It is over; for a day it can be taken back."""
    circle = await the_circle(ctx)
    await may(ctx, "circle.end", circle)
    await save(ctx, circle, circle.end(at=ctx.now), "circle.ended")
    await ctx.menu(f"one.{circle.id}", "circles")


@presses("circles.reopen")
async def reopen(ctx: Context) -> None:
    circle = await the_circle(ctx)
    await may(ctx, "circle.reopen", circle)
    await save(ctx, circle, circle.reopen(at=ctx.now), "circle.reopened")
    await ctx.menu(f"one.{circle.id}", "circles")


async def _bind(ctx: Context) -> None:
    """This group is the circle's room from now on: by its lead, or who makes circles there."""
    circle = await _meant(ctx)
    await may(ctx, "circle.change", circle)
    there = await ctx.tx.circles.in_room(ctx.room.id)
    if there and there.id != circle.id:
        raise RuleError("circle-room-taken", name=there.name)
    await save(ctx, circle, circle.meets_in(ctx.room.id), "circle.room")
    await ctx.say(ctx.t("circle-room-bound", name=circle.name))


async def _meant(ctx: Context) -> Circle:
    """The circle that was named; without a name the only one this person leads."""
    led = [one for one in await ctx.tx.circles.of(ctx.person.id) if one.lead_id == ctx.person.id]
    below = [one for top in await tops(ctx.tx, ctx.person.id) for one in await ctx.tx.circles.at_or_below(top.id)]
    mine = {one.id: one for one in (*led, *below)}
    found = [one for one in mine.values() if one.name == ctx.text] if ctx.text else led or list(mine.values())
    if len(found) != 1:
        raise RuleError("circle-which", bot=ctx.house.username)
    return found[0]


@presses("circles.duty")
async def duty(ctx: Context) -> None:
    """What this circle helps with when somebody asks."""
    circle = await changed(ctx)
    await ctx.menu(f"duty.{circle.id}", "circles")


@presses("circles.kind-of")
async def on_duty(ctx: Context) -> None:
    """On duty for a kind of ask, or not any more; the button says which, so a second tap changes nothing."""
    circle, (_, word, yes) = await changed(ctx), ctx.values(3)
    kind_ = circles.kind_of(word)
    if yes not in ("yes", "no"):
        raise RuleError("button-is-old")
    if (kind_ in await ctx.tx.circles.kinds(circle.id)) != (yes == "yes"):
        await ctx.tx.circles.is_on_duty(circle.id, kind_, yes == "yes")
        await ctx.write_down("circle.duty", thing("circle", circle.id), circle.place_id, on=int(yes == "yes"))
        await ctx.redraw(thing("circle", circle.id))
    await ctx.menu(f"duty.{circle.id}", "circles")


@presses("circles.no-room")
async def no_room(ctx: Context) -> None:
    circle = await changed(ctx)
    await save(ctx, circle, circle.meets_in(None), "circle.room")
    await ctx.menu(f"one.{circle.id}", "circles")
