"""Taking: the first to take it has it; the others on whose desks it lies see who."""

from __future__ import annotations

from bot.domain.rules import RuleError
from handlers.context import Context, Showing
from handlers.doors import opens, presses
from handlers.tickets import handing, knowing, lists
from handlers.tickets.pages import put_away
from handlers.tickets.shared import handles, may, name_of, save, tell_owner, tell_waiting, the_ticket


@opens("ticket")
async def look_closer(ctx: Context) -> None:
    """From the group's card or the board into the private chat."""
    await open_from_list(ctx)


@presses("ticket.open")
async def open_from_list(ctx: Context) -> None:
    """From a list to its card, at the bottom of the chat."""
    ticket = await the_ticket(ctx)
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await lists.show(ctx, ticket)


@presses("ticket.take")
async def take(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.take", ticket)
    taken = ticket.take(ctx.person.id, at=ctx.now)
    if taken != ticket:
        await save(ctx, ticket, taken, "ticket.taken", ctx.person.id)
        await tell_waiting(ctx, taken, "ticket.taken")
    ctx.answer(ctx.t("ticket-taken-answer"))


@presses("ticket.let-go")
async def let_go(ctx: Context) -> None:
    """Whoever has it cannot after all: it goes back to who handed it on, or to all who may take it."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.let-go", ticket)
    if ticket.owner_id != ctx.person.id:
        raise RuleError("ticket-has-owner")
    back = await handing.returned(ctx, ticket)
    await put_away(ctx)
    await save(ctx, ticket, back, "ticket.let-go", ctx.person.id)
    await tell_owner(ctx, back, "ticket.given-back")
    await tell_waiting(ctx, back, "ticket.let-go")
    ctx.answer(ctx.t("ticket-let-go-answer"))


@presses("ticket.follow")
async def follow(ctx: Context) -> None:
    """Me too: from the group's card; told from now on what its reporter is told."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.follow", ticket)
    if ticket.side & {ctx.person.id, ctx.whom.id}:
        return ctx.answer(ctx.t("ticket-follow-own"))
    await knowing.joins(ctx, ticket)
    return ctx.answer(ctx.t("ticket-follow-answer")) if ctx.person.reachable else ctx.opens("ticket", ticket.id)


@presses("ticket.unfollow")
async def unfollow(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    if await ctx.tx.desks.unfollow(ticket.id, ctx.whom.id):
        await ctx.take_away(name_of(ticket), "follower", ctx.room)
        await ctx.redraw(name_of(ticket))
    ctx.answer(ctx.t("ticket-unfollow-answer"))


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: what they wait for is shown, and what lies on their desk."""
    for ticket in await ctx.tx.tickets.waiting_for(ctx.person.id):
        if await handles(ctx.tx, ctx.person.id, ticket):
            await ctx.tx.desks.given(ticket.id, ctx.person.id, ticket.level, ctx.now, reached=True)
            await ctx.show(name_of(ticket), "desk", await ctx.private_room(ctx.person), aloud=True)
            await ctx.redraw(name_of(ticket))
    for ticket in await ctx.tx.tickets.mine(ctx.person.id):
        if ticket.state != "draft":
            view = "reporter" if ctx.person.id in ticket.side else "follower"
            news = Showing(name_of(ticket), view)
            await ctx.show(news.thing, news.view, await ctx.private_room(ctx.person), aloud=True)
