"""What joining says to somebody who has just opened the private chat."""

from __future__ import annotations

from bot.domain import joining
from bot.domain.rules import thing
from handlers.context import Context, later
from handlers.joining.shared import CONFIRMING


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: what came of their request, and for a head, who waits for their word."""
    since = later(ctx.now, days=-joining.CLIMB_DAYS)
    for found in await ctx.tx.joins.of(ctx.person.id, "waiting", "confirmed", "refused"):
        if found.is_open or (found.ended_at or 0) >= since:
            return await ctx.show(thing("join", found.id), "mine", await ctx.private_room(ctx.person), aloud=True)
    if await ctx.tx.joins.waiting_for(ctx.person.id, CONFIRMING):
        await ctx.show(thing("confirms", ctx.person.id), "list", await ctx.private_room(ctx.person), aloud=True)


async def greets(ctx: Context) -> None:
    """Right after the first hello: whoever is not at home here is asked where they live."""
    if not await ctx.tx.residents.home(ctx.person.id) and not await ctx.tx.joins.of(ctx.person.id, "waiting", "draft"):
        await ctx.show(thing("newcomer", ctx.person.id), "card", ctx.room, aloud=True)
