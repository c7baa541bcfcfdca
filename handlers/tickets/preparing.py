"""Preparing a draft by buttons: what it is, where it is."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.categories import UNSORTED
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.tickets import Ticket
from handlers import where
from handlers.cards import Card, Look, Rows, button, card, label
from handlers.context import Context
from handlers.doors import presses
from handlers.tickets import groupcards
from handlers.tickets.reading import Report
from handlers.tickets.shared import category_of, may, name_of, save, the_ticket


def with_words(ticket: Ticket, found: Report) -> Ticket:
    """A draft follows what its words say, and keeps what they leave out; what is open keeps its place and kind."""
    if ticket.state != "draft":
        return replace(ticket, text=found.text)
    sorted_now = ticket if found.category == UNSORTED else replace(ticket, category=found.category)
    if not found.named or found.place_id is None:
        return replace(sorted_now, text=found.text)
    return replace(sorted_now, text=found.text, place_id=found.place_id, indoor=found.indoor)


@presses("ticket.sort")
async def sort(ctx: Context) -> None:
    """`ticket_sort_12` opens the page of categories, `ticket_sort_12_lift` chooses."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.sort", ticket)
    chosen = ctx.values(1) and (ctx.way.values[1] if len(ctx.way.values) > 1 else "")
    if not chosen:
        return await ctx.menu(f"sort.{ticket.id}", kind="mend")
    if chosen not in ctx.house.categories.offered:
        raise RuleError("button-is-old")
    await _fits(ctx, ticket, replace(ticket, category=chosen))
    return None


@presses("ticket.place")
async def place(ctx: Context) -> None:
    """Down to a stair and no further: `ticket_place_12_345`; 就在这里 ends it at a wider place."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.prepare", ticket)
    chosen = ctx.values(1) and (ctx.way.values[1] if len(ctx.way.values) > 1 else "")
    at = where.At.read(chosen) if chosen else where.At((await ctx.tx.places.root()).id)
    found = await ctx.tx.places.find(at.place_id)
    if found is None or found.kind == "dwelling":
        raise RuleError("button-is-old")
    here = ctx.way.values[2:3] == ("here",)
    if not here and await ctx.tx.places.contains(found.id, _below(found.kind)):
        return await ctx.menu(f"place.{ticket.id}.{at}", kind="mend")
    await _fits(ctx, ticket, replace(ticket, place_id=found.id, indoor=False))
    return None


def _below(kind: str) -> tuple[str, ...]:
    """What may lie in a place that a ticket can be at more exactly."""
    return {"building": ("stair",), "stair": ()}.get(kind, ("building",))


@presses("ticket.indoor")
async def indoor(ctx: Context) -> None:
    """In one's own home, or outside it after all: a second tap takes it back."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.prepare", ticket)
    await _fits(ctx, ticket, replace(ticket, indoor=not ticket.indoor))


async def _fits(ctx: Context, before: Ticket, after: Ticket) -> None:
    """What was chosen stands on the preview, which comes to the bottom again. What is open and private stays so."""
    if before.is_open and category_of(before, ctx.house).private and not category_of(after, ctx.house).private:
        raise RuleError("category-stays-private")
    await save(ctx, before, after, "ticket.sorted" if before.is_open else None, ctx.person.id)
    pages = await put_away_pages(ctx)
    if before.state == "draft":
        if pages:
            await ctx.take_away(name_of(after), "reporter", ctx.room)
        await ctx.show(name_of(after), "reporter", ctx.room, aloud=pages)


async def put_away_pages(ctx: Context) -> bool:
    """The page on which a draft was changed is done with. False: none was open."""
    name = thing("mend", ctx.person.id)
    pages = await ctx.tx.cards.of(name)
    for one in pages:
        await ctx.take_away(name, one.view, await ctx.tx.rooms.get(one.room_id))
    return bool(pages)


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The page on which one thing is chosen."""
    what, _, rest = view.partition(".")
    ticket_id, _, spot = rest.partition(".")
    ticket = await look.read.tickets.get(whole_number(ticket_id))
    await look.house.read_categories(look.read)
    if ticket is None or ticket.is_over:
        return card([look.t("ticket-draft-gone")])
    rows = _sorts(look, ticket) if what == "sort" else await _places(look, ticket, spot)
    return card([look.t(f"ticket-mend-{what}")], *rows)


def _sorts(look: Look, ticket: Ticket) -> Rows:
    every = [
        button(label(("✓ " if key == ticket.category else "") + groupcards.named(look, one)),
               "ticket.sort", ticket.id, key)
        for key, one in look.house.categories.offered.items()
    ]  # fmt: skip
    return [every[at : at + 2] for at in range(0, len(every), 2)]


async def _places(look: Look, ticket: Ticket, spot: str) -> Rows:
    tree, at = await look.house.tree(look.read), where.At.read(spot)
    if at.place_id not in tree:
        return []
    here = [
        button(look.t("ticket-place-here", place=tree.get(at.place_id).name), "ticket.place", ticket.id, at, "here")
    ]
    return [*where.pad(tree, at, "ticket.place", ticket.id, homes=False, to_door=True), here]
