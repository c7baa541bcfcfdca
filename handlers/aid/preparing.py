"""Preparing a draft by buttons: how long, in which group, what kind, how many of it, where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import aid
from bot.domain.aid import KINDS, Ask
from bot.domain.rules import RuleError, thing, whole_number
from handlers import when, where
from handlers.aid import boxes
from handlers.aid.shared import may, save, the_ask
from handlers.cards import Button, Card, Look, button, card, label
from handlers.context import Context
from handlers.doors import presses

AMOUNTS = (1, 2, 3, 5, 10)
"""So many neighbours, or so many of a thing, by button."""


async def row(look: Look, ask: Ask) -> list[Button]:
    """Under a draft's preview: its kind, its amount and its place, each corrected by one tap."""
    t, place = look.t, await look.read.places.get(ask.place_id) if ask.place_id else None
    named = place.name if place and place.kind != "community" else "none"
    return [
        button(t("ask-kind", kind=ask.kind), "ask.kind", ask.id),
        button(t("ask-amount", amount=ask.amount), "ask.amount", ask.id),
        button(label(t("ask-place", place=named)), "ask.place", ask.id),
    ]


def spans(look: Look, ask: Ask) -> list[list[Button]]:
    """How long, the chosen one marked: ⚡ 很急，2小时 · 今天 · 3天 · 一周."""
    chosen = {span: when.until(look.house, span, ask.opened_at) == ask.until for span in aid.SPANS}
    every = [_chosen(look.t("ask-span", span=span), chosen[span], ask, "ask.span", span) for span in aid.SPANS]
    return _by(every, 2)


@presses("ask.span")
async def span(ctx: Context) -> None:
    """How long a draft shall be asked for."""
    ask, chosen = await _draft(ctx)
    if chosen not in aid.SPANS:
        raise RuleError("button-is-old")
    begun = replace(ask, opened_at=ctx.now)
    await save(ctx, ask, begun.until_then(when.until(ctx.house, chosen, ctx.now)), None)


async def _draft(ctx: Context) -> tuple[Ask, str]:
    """The draft that the button names, and the value after it."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.prepare", ask)
    if not ctx.room.is_private:  # a group reads of it once it is sent, and not before
        raise RuleError("button-is-old")
    return ask, ctx.way.values[1] if len(ctx.way.values) > 1 else ""


@presses("ask.kind")
async def kind(ctx: Context) -> None:
    ask, chosen = await _draft(ctx)
    if not chosen:
        return await ctx.menu(f"kind.{ask.id}", kind="fit")
    if chosen not in KINDS:
        raise RuleError("button-is-old")
    if chosen != "medicine" and await boxes.kind_of(ctx, ask.thing, chosen) == "medicine":
        raise RuleError("ask-stays-medicine")
    await _fits(ctx, ask, replace(ask, kind=chosen))
    return None


@presses("ask.amount")
async def amount(ctx: Context) -> None:
    ask, chosen = await _draft(ctx)
    if not chosen:
        return await ctx.menu(f"amount.{ask.id}", kind="fit")
    if chosen not in [str(one) for one in AMOUNTS]:
        raise RuleError("button-is-old")
    await _fits(ctx, ask, replace(ask, amount=int(chosen)))
    return None


@presses("ask.place")
async def place(ctx: Context) -> None:
    """Down to a building and no further: a group never reads of a stair or a flat."""
    ask, chosen = await _draft(ctx)
    root = await ctx.tx.places.root()
    at = where.At.read(chosen) if chosen else where.At(root.id)
    found = await ctx.tx.places.find(at.place_id)
    if found is None:
        raise RuleError("button-is-old")
    if found.kind != "building":
        return await ctx.menu(f"place.{ask.id}.{at}", kind="fit")
    await _fits(ctx, ask, replace(ask, place_id=found.id))
    return None


async def _fits(ctx: Context, before: Ask, after: Ask) -> None:
    """What was chosen stands on the preview, at the bottom again."""
    await save(ctx, before, after, None)
    name = thing("fit", ctx.person.id)
    for one in await ctx.tx.cards.of(name):
        await ctx.take_away(name, one.view, ctx.room)
    await ctx.show(thing("ask", after.id), "asker", ctx.room, aloud=True)


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The page on which one thing is chosen."""
    what, _, rest = view.partition(".")
    ask_id, _, spot = rest.partition(".")
    ask = await look.read.asks.get(whole_number(ask_id))
    if ask is None or ask.state != "draft" or look.room.person_id not in ask.side:
        return card([look.t("ask-draft-gone")])
    rows = await _place_rows(look, ask, spot) if what == "place" else _rows(look, ask, what)
    return card([look.t(f"ask-fit-{what}")], *rows)


def _rows(look: Look, ask: Ask, what: str) -> list[list[Button]]:
    if what == "kind":
        every = [_chosen(look.t("ask-kind", kind=one), ask.kind == one, ask, "ask.kind", one) for one in KINDS]
        return _by(every, 2)
    return _by([_chosen(str(one), ask.amount == one, ask, "ask.amount", one) for one in AMOUNTS], 5)


def _chosen(text: str, is_now: bool, ask: Ask, door: str, value: object) -> Button:
    return button(f"✓ {text}" if is_now else text, door, ask.id, value)


def _by(buttons: Sequence[Button], width: int) -> list[list[Button]]:
    return [list(buttons[at : at + width]) for at in range(0, len(buttons), width)]


async def _place_rows(look: Look, ask: Ask, spot: str) -> list[list[Button]]:
    tree, at = await look.house.tree(look.read), where.At.read(spot)
    return where.pad(tree, at, "ask.place", ask.id, homes=False, to_door=True) if at.place_id in tree else []
