"""Where it is, by buttons: whoever is in danger says the building, the stair, the door without typing."""

from __future__ import annotations

from bot.domain.places import Tree
from bot.domain.rules import RuleError, whole_number
from handlers import where
from handlers.cards import Card, Look, button, card
from handlers.context import Context
from handlers.danger.shared import may, the_danger
from handlers.danger.telling import moved
from handlers.doors import always, presses


@presses("danger.where")
@always
async def ask(ctx: Context) -> None:
    danger = await the_danger(ctx)
    await may(ctx, "danger.place", danger)
    at = where.At(danger.place_id or (await ctx.tx.places.root()).id)
    place = await ctx.tx.places.public(at.place_id)
    await ctx.menu(f"{danger.id}.{where.At(place.id) if place else at}", kind="spot")


@presses("danger.at")
@always
async def walk(ctx: Context) -> None:
    """A step on the pad: it is there from now on, and may be said more exactly."""
    number, spot = ctx.values(2)
    danger, at = await the_danger(ctx), where.At.read(spot)
    await may(ctx, "danger.place", danger)
    place = await ctx.tx.places.find(at.place_id)
    if place is None:
        raise RuleError("button-is-old")
    if place.kind in ("building", "stair", "dwelling") and not at.floor and danger.place_id != place.id:
        await moved(ctx, danger, place.id)
    await ctx.menu(f"{number}.{spot}", kind="spot")


async def draw(look: Look, number: int, view: str) -> Card | None:
    name, _, spot = view.partition(".")
    danger, at, tree = await look.read.dangers.get(whole_number(name)), where.At.read(spot), await _tree(look)
    if danger is None or at.place_id not in tree:
        return card([look.t("danger-unknown")])
    here = tree.path(danger.place_id) if danger.place_id and danger.place_id in tree else "none"
    back = [button(look.t("danger-back"), "danger.open", danger.id)]
    return card([look.t("danger-where", place=here)], *where.pad(tree, at, "danger.at", danger.id, to_door=True), back)


async def _tree(look: Look) -> Tree:
    return await look.house.tree(look.read)
