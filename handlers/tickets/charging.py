"""Charging: what it costs is said before, and needs the reporter's yes. Money goes from hand to hand, never through
us."""

from __future__ import annotations

from bot.domain.rules import RuleError
from bot.domain.tickets import Ticket, charges
from handlers import questions
from handlers.cards import Look, Rows, button
from handlers.context import Context
from handlers.doors import answers, presses
from handlers.tickets import handing, noting
from handlers.tickets.pages import put_away
from handlers.tickets.shared import hours_of, may, mine, name_of, save, tell_reporter, the_ticket
from handlers.tickets.waiting import ANSWER_DAYS, evening


@presses("ticket.charge")
async def charge(ctx: Context) -> None:
    ticket, _ = await mine(ctx, "ticket.charge")
    await questions.ask(ctx, "ticket.charge", ticket.id, ctx.t("ticket-charge-what"), ctx.t("ticket-charge-example"))


@answers("ticket.charge")
async def charged(ctx: Context) -> None:
    """`80元 换水龙头`: it waits until the reporter has said yes or no."""
    before, ticket = await mine(ctx, "ticket.charge")
    cents, what = charges.read(ctx.text)
    await ctx.tx.charges.ask(ticket.id, cents, what, ctx.person.id, ctx.now)
    after = ticket.wait("reporter", at=ctx.now, until=evening(ctx, ANSWER_DAYS))
    await save(ctx, before, after, "ticket.charged", ctx.person.id)
    await ctx.redraw(name_of(ticket))
    await noting.tell_whoever_reported(ctx, after, "ticket.asked")
    await put_away(ctx)
    await ctx.say(ctx.t("ticket-charged-answer"))


@presses("ticket.pay")
async def answer(ctx: Context) -> None:
    """`ticket_pay_12_7_yes`: the reporter agrees to charge 7, or does not."""
    ctx.values(3)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.pay", ticket)
    found, said = await ctx.tx.charges.waiting(ticket.id), ctx.way.values[2]
    if said not in ("yes", "no") or found is None or str(found.id) != ctx.way.values[1]:
        raise RuleError("ticket-charge-gone")
    await ctx.tx.charges.answer(found.id, said, ctx.person.id, ctx.now)
    after = ticket.go_on(hours_of(ctx.house, ticket), at=ctx.now)
    await save(ctx, ticket, after, f"ticket.pays-{said}", ctx.person.id)
    await ctx.redraw(name_of(ticket))
    await handing.owner_hears(ctx, after, "ticket.answered", but=ctx.person.id)
    ctx.answer(ctx.t("ticket-pay-answer", said=said))


@presses("ticket.uncharge")
async def drop(ctx: Context) -> None:
    """It costs nothing after all: nobody has to say anything."""
    before, ticket = await mine(ctx, "ticket.charge")
    found = await ctx.tx.charges.waiting(ticket.id)
    if found:
        await ctx.tx.charges.answer(found.id, "dropped", ctx.person.id, ctx.now)
        after = ticket.go_on(hours_of(ctx.house, ticket), at=ctx.now)
        await save(ctx, before, after, "ticket.uncharged", ctx.person.id)
        await ctx.redraw(name_of(ticket))
        await tell_reporter(ctx, after, "ticket.uncharged")
    await put_away(ctx)
    ctx.answer(ctx.t("ticket-uncharged-answer"))


async def lines(look: Look, ticket: Ticket) -> list[str]:
    """What it costs, for whoever reported it and whoever has it."""
    found = [one for one in await look.read.charges.of(ticket.id) if one.answer != "dropped"]
    said = [
        look.t("ticket-charge", yuan=charges.yuan(one.cents), what=one.what, answer=one.answer or "none")
        for one in found
    ]
    return [*said, *([look.t("ticket-charge-by-hand")] if any(not one.answer for one in found) else [])]


async def answer_rows(look: Look, ticket: Ticket) -> Rows:
    found = await look.read.charges.waiting(ticket.id) if ticket.state in ("taken", "waiting") else None
    if found is None:
        return []
    return [[button(look.t("ticket-pay-yes"), "ticket.pay", ticket.id, found.id, "yes"),
             button(look.t("ticket-pay-no"), "ticket.pay", ticket.id, found.id, "no")]]  # fmt: skip
