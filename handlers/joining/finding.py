"""A door that the register does not have, or another one: whoever answers for the place picks it, or adds it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import joining
from bot.domain.places import Tree
from bot.domain.places.labels import label
from bot.domain.rules import RuleError
from handlers import where
from handlers.context import Context
from handlers.doors import presses
from handlers.joining.confirming import pick_door, settle
from handlers.joining.shared import may, save, the_join


@presses("join.pick")
async def pick(ctx: Context) -> None:
    """The head finds the door on the pad."""
    found = await the_join(ctx)
    await may(ctx, "join.settle", found)
    await pick_door(ctx, found)


@presses("join.at")
async def at(ctx: Context) -> None:
    """One level further on the head's pad; a door confirms."""
    found = await the_join(ctx)
    await may(ctx, "join.settle", found)
    spot_at, tree = where.At.read(ctx.way.values[1] if len(ctx.way.values) > 1 else ""), await ctx.places()
    if spot_at.place_id not in tree:
        raise RuleError("button-is-old")
    if tree.get(spot_at.place_id).kind != "dwelling":
        return await save(ctx, found, replace(found, pad=str(spot_at)))
    await ctx.may("join.settle", state=found.state, place_id=spot_at.place_id)
    return await settle(ctx, found, replace(found, place_id=spot_at.place_id, said="", pad=""))


@presses("join.add")
async def add(ctx: Context) -> None:
    """The door is not in the register: the head's tap adds it, at a place the head answers for."""
    found = await the_join(ctx)
    await may(ctx, "join.settle", found)
    door = joining.door(found.said)
    if door is None or (found.place_id is None):
        raise RuleError("button-is-old")
    place_id = await _added(ctx, door)
    await settle(ctx, found, replace(found, place_id=place_id, said="", pad=""))
    ctx.answer(ctx.t("join-confirmed-answer"))


async def _added(ctx: Context, door: joining.Door) -> int:
    """Building, stair and door, each found or made below what the head answers for."""
    tree, root = await ctx.places(), (await ctx.tx.places.root()).id
    buildings = tree.named("building", door.building)
    if len(buildings) > 1:
        raise RuleError("join-which-building")
    at = buildings[0] if buildings else root
    steps = [] if buildings else [("building", f"{door.building.upper()}栋")]
    steps += [("stair", f"{door.stair.upper()}单元")] if door.stair else []
    for kind, name in [*steps, ("dwelling", door.dwelling.upper())]:
        at = await _child(ctx, tree, at, kind, name)
    return at


async def _child(ctx: Context, tree: Tree, parent_id: int, kind: str, name: str) -> int:
    here = {place.id for place in tree.children(parent_id)} if parent_id in tree else set()
    found = [id for id in tree.named(kind, label(kind, name)) if id in here]
    if found:
        return found[0]
    await ctx.may("join.settle", state="waiting", place_id=parent_id)
    made = await ctx.tx.places.add(parent_id, kind, name)
    await ctx.write_down("place.added", f"place_{made}", made)
    return made
