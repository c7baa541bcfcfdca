"""The page of further steps, one living menu per handler: turning it, and putting it away."""

from __future__ import annotations

from bot.domain.rules import thing
from bot.domain.tickets import Ticket
from handlers.context import Context

KIND = "work"


async def turn(ctx: Context, page: str, ticket: Ticket, *more: object) -> None:
    """`turn(ctx, "span", ticket, "parts")`: the page span.12.parts."""
    await ctx.menu(".".join((page, str(ticket.id), *(str(one) for one in more))), kind=KIND)


async def put_away(ctx: Context) -> None:
    """The step is done: its page is not needed any more."""
    name = thing(KIND, ctx.person.id)
    for one in await ctx.tx.cards.of(name):
        await ctx.take_away(name, one.view, await ctx.tx.rooms.get(one.room_id))
