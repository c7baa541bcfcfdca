"""At the lift, the pump room, the bin: a code that hangs there opens with place and category known, without any
registration; what is known already comes first."""

from __future__ import annotations

import re

from bot.domain.rules import RuleError, thing
from bot.domain.tickets import Ticket
from bot.i18n import bold
from handlers import questions
from handlers.cards import Card, Look, button, card, label
from handlers.context import Context, Neighbourhood
from handlers.doors import opens, presses
from handlers.tickets import groupcards, knowing, opening
from handlers.tickets.reading import Report

_SPOT = re.compile(r"(\d{1,15})-([a-z]{1,20})")


def address(house: Neighbourhood, place_id: int, category: str) -> str:
    """What stands in the code that hangs there: `t.me/<bot>?start=spot_12-lift_<proof>`."""
    return house.link(house.signed("spot", f"{place_id}-{category}"))


@opens("spot")
async def scanned(ctx: Context) -> None:
    """The known faults of this very place, else a new report at once."""
    place_id, category = await _spot(ctx)
    spot = _as_ticket(ctx.whom.id, place_id, category, ctx.now)
    if await knowing.known(ctx.tx, ctx.house, spot, ctx.now):
        return await ctx.menu(f"known.{ctx.way.values[0]}", kind="fault")
    return await _begins(ctx, place_id, category)


@presses("ticket.at")
async def another(ctx: Context) -> None:
    """None of those that are known."""
    place_id, category = await _spot(ctx)
    for one in await ctx.tx.cards.of(thing("fault", ctx.person.id)):
        await ctx.take_away(one.thing, one.view, ctx.room)
    await _begins(ctx, place_id, category)


async def _spot(ctx: Context) -> tuple[int, str]:
    """Refuses what we never printed, and a place that is gone."""
    found = _SPOT.fullmatch(ctx.way.values[0]) if ctx.way.values else None
    if found is None or not ctx.proves("spot") or not ctx.room.is_private:
        raise RuleError("button-is-old")
    place = await ctx.tx.places.find(int(found[1]))
    if place is None or found[2] not in (await ctx.house.read_categories(ctx.tx)).every:
        raise RuleError("ticket-spot-gone")
    return place.id, found[2]


def _as_ticket(person_id: int, place_id: int, category: str, at: int) -> Ticket:
    return Ticket(0, person_id, None, None, place_id, category, "", "draft", at, at, at, at)


async def _begins(ctx: Context, place_id: int, category: str) -> None:
    """A report that can be sent with one tap; words and pictures are welcome."""
    await opening.not_too_many(ctx, ctx.whom.id)
    found = Report("", category, place_id, indoor=False, named=True)
    ticket = await opening.drafted(ctx, found, [], ctx.whom.id, ctx.by_id)
    await questions.ask(ctx, "ticket.words", ticket.id, ctx.t("ticket-spot-what"), ctx.t("ticket-spot-how"))
    await opening.prepare(ctx, ticket)


async def draw(look: Look, number: int, view: str) -> Card | None:
    """`known.12-lift`: what is known there, each to join with a tap."""
    found = _SPOT.fullmatch(view.partition(".")[2])
    tree = await look.house.tree(look.read)
    if found is None or int(found[1]) not in tree:
        return card([look.t("ticket-spot-gone")])
    spot = _as_ticket(number, int(found[1]), found[2], look.at)
    known = await knowing.known(look.read, look.house, spot, look.at)
    lines = [bold(await groupcards.headline(look, spot)), "", look.t("ticket-known-first")]
    rows = []
    for one in known.tickets[: knowing.OFFERED]:
        lines += ["", await groupcards.known_line(look, one)]
        proof = look.house.sign(f"met_{one.id}")
        rows += [[button(look.t("ticket-me-too-number", number=one.id), "ticket.met", one.id, proof)]]
    lines += [line for fault in known.faults[:1] for line in ("", await groupcards.announced_line(look, fault))]
    proof = look.house.sign(f"spot_{found[0]}")
    rows += [[button(label(look.t("ticket-spot-new")), "ticket.at", found[0], proof)]]
    return card(lines, *rows)
