"""What joining says to somebody who has just opened the private chat."""

from __future__ import annotations

from bot.domain import joining
from bot.domain.rules import thing
from bot.i18n import bold, quote
from handlers import consent
from handlers.cards import button
from handlers.context import Context, later
from handlers.joining.shared import CONFIRMING, role_value


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: what came of their request, and for a head, who waits for their word."""
    since = later(ctx.now, days=-joining.CLIMB_DAYS)
    for found in await ctx.tx.joins.of(ctx.person.id, "waiting", "confirmed", "refused"):
        if found.is_open or (found.ended_at or 0) >= since:
            return await ctx.show(thing("join", found.id), "mine", await ctx.private_room(ctx.person), aloud=True)
    if await ctx.tx.joins.waiting_for(ctx.person.id, CONFIRMING):
        await ctx.show(thing("confirms", ctx.person.id), "list", await ctx.private_room(ctx.person), aloud=True)


async def greets(ctx: Context) -> None:
    """Right after the first hello: whoever is not at home here says with one tap who they are, and is on the way."""
    if await ctx.tx.residents.home(ctx.person.id) or await ctx.tx.joins.of(ctx.person.id, "waiting", "draft"):
        return
    rows = [
        [button(ctx.t("join-i-am", role=role), "join.new", role_value(role)).markup() for role in roles]
        for roles in (joining.AT_HOME, joining.AT_WORK)
    ]
    kept = quote("\n".join(consent.lines(ctx.t)))
    await ctx.say(bold(ctx.t("newcomer-hello")), ctx.t("newcomer-hello-how"), kept, keyboard={"inline_keyboard": rows})
