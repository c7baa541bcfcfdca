"""Departing: somebody is forgotten, or takes back that we know where they live; no card of others names them longer."""

from __future__ import annotations

from bot.domain import joining
from bot.domain.people import Person
from bot.domain.rules import thing
from handlers import vacancies
from handlers.context import BULK, Context
from handlers.joining.shared import redraw_heads


async def forgets(ctx: Context, person: Person) -> None:
    """Heads and households see their cards anew, without the name."""
    for join in await ctx.tx.joins.of(person.id, *joining.STATES):
        await ctx.no_alarm("join.climb", "join.tidy", thing=thing("join", join.id))
        await _anew(ctx, thing("join", join.id))
        if join.state == "waiting":
            await redraw_heads(ctx, join)
    for number in await ctx.tx.joins.matters_about(person.id):
        await _anew(ctx, thing("matter", number))
    for home in await ctx.tx.residents.homes(person.id):
        await _anew(ctx, thing("home", home.place_id))


async def _anew(ctx: Context, name: str) -> None:
    await ctx.tx.cards.redraw(name, ctx.now, None, BULK)
    ctx.tx.promised = True


async def moves_out(ctx: Context, person: Person) -> None:
    """Nothing says any longer where they live, and no head is asked about it."""
    await forgets(ctx, person)
    await ctx.tx.joins.lets_go(person.id)
    await vacancies.lived_away(ctx, person.id)
