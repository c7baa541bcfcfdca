"""Fixing: says whoever has it, and then says who reported it; and how either takes it back."""

from __future__ import annotations

from bot.domain.rules import RuleError
from bot.domain.tickets import Ticket
from handlers import questions
from handlers.context import Context
from handlers.doors import answers, presses
from handlers.tickets import handing, knowing, noting, pages, routing, waiting
from handlers.tickets.preparing import put_away_pages
from handlers.tickets.shared import (
    hours_of,
    may,
    save,
    tell_followers,
    tell_owner,
    tell_reporter,
    tell_waiting,
    the_ticket,
)


@presses("ticket.fix")
async def fix(ctx: Context) -> None:
    """Fixed, says whoever has it; whoever had not even taken it has it, too."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.fix", ticket)
    if ticket.state == "fixed":
        return ctx.answer(ctx.t("ticket-fixed-answer"))
    mine = ticket if ticket.owner_id == ctx.person.id else ticket.take(ctx.person.id, at=ctx.now)
    await waiting.nothing_to_pay(ctx, mine)
    await pages.put_away(ctx)
    fixed = mine.fix(hours_of(ctx.house, mine), at=ctx.now)
    await ctx.tx.visits.clear(ticket.id)
    await save(ctx, ticket, fixed, "ticket.fixed", ctx.person.id)
    await tell_waiting(ctx, fixed, "ticket.fixed")
    await questions.ask(ctx, "ticket.shown", ticket.id, ctx.t("ticket-fixed-show"))
    return ctx.answer(ctx.t("ticket-fixed-answer"))


@answers("ticket.shown")
async def shown(ctx: Context) -> None:
    """How it looks now: a picture, a voice or a line, for whoever waits."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.note", ticket)
    media = await noting.keep(ctx, ticket, "fixed")
    if media:
        await noting.pass_on(ctx, ticket, media)
    await ctx.say(ctx.t("ticket-shown"))


@presses("ticket.confirm")
async def confirm(ctx: Context) -> None:
    """Fixed, says who reported it: whoever had it is thanked."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.confirm", ticket)
    done = ticket.confirm(at=ctx.now)
    if done != ticket:
        await save(ctx, ticket, done, "ticket.done", ctx.person.id)
        await tell_owner(ctx, done, "ticket.done", but=ctx.person.id)
        await tell_followers(ctx, done, "ticket.done")
    ctx.answer(ctx.t("ticket-confirmed-answer"))


@presses("ticket.not-fixed")
async def not_fixed(ctx: Context) -> None:
    """Its clock begins anew; said twice, whoever stands above has it."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.not-fixed", ticket)
    again = ticket.not_fixed(at=ctx.now)
    if again.owner_id is None:
        again = (await routing.give(ctx, again, "ticket.reopened")).ticket
    await save(ctx, ticket, again, "ticket.reopened", ctx.person.id)
    await handing.owner_hears(ctx, again, "ticket.reopened", but=ctx.person.id)
    await tell_followers(ctx, again, "ticket.reopened")
    ctx.answer(ctx.t("ticket-not-fixed-answer"))


@presses("ticket.withdraw")
async def withdraw(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.withdraw", ticket)
    if ticket.state == "draft":
        return await _drop(ctx, ticket)
    gone = ticket.withdraw(at=ctx.now)
    if gone != ticket:
        await save(ctx, ticket, gone, "ticket.withdrawn", ctx.person.id)
        await tell_owner(ctx, gone, "ticket.withdrawn", but=ctx.person.id)
        await tell_followers(ctx, gone, "ticket.withdrawn")
        if not {ctx.person.id, ctx.whom.id} & ticket.side:  # a steward did
            await tell_reporter(ctx, gone, "ticket.withdrawn")
    return ctx.answer(ctx.t("ticket-withdrawn-answer"))


async def _drop(ctx: Context, ticket: Ticket) -> None:
    """A draft goes without a trace."""
    await put_away_pages(ctx)
    await knowing.put_away(ctx, ticket)
    ctx.answer(ctx.t("ticket-dropped-answer"))


def _ended_by(ctx: Context, ticket: Ticket) -> bool:
    """Whether this person, or whom they speak for, ended it: its reporter's side, or whoever had it then."""
    if ticket.state in ("withdrawn", "done", "unconfirmed"):
        return bool({ctx.person.id, ctx.whom.id} & ticket.side)
    return ticket.owner_id == ctx.person.id


@presses("ticket.reopen")
async def reopen(ctx: Context) -> None:
    """An ending is taken back by whoever made it: it was only a slip of the finger."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.reopen", ticket)
    if ticket.is_over and not _ended_by(ctx, ticket):
        raise RuleError("ticket-not-yours")
    again = ticket.reopen(at=ctx.now)
    if again == ticket:
        return ctx.answer(ctx.t("ticket-reopened-answer"))
    if again.owner_id is None:
        again = (await routing.give(ctx, again, "ticket.reopened")).ticket
    await save(ctx, ticket, again, "ticket.reopened", ctx.person.id)
    await tell_owner(ctx, again, "ticket.reopened", but=ctx.person.id)
    await tell_reporter(ctx, again, "ticket.reopened")
    await tell_followers(ctx, again, "ticket.reopened")
    return ctx.answer(ctx.t("ticket-reopened-answer"))
