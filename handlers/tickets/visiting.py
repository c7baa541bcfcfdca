"""Visiting: up to three hours are offered, the reporter taps one; only then whoever comes reads which flat it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain import dates
from bot.domain.rules import RuleError, number_of, whole_number
from bot.domain.tickets import Ticket
from bot.domain.tickets.visits import BEFORE, agreed, check_hour
from bot.i18n import Html
from handlers import questions, when, where
from handlers.cards import Button, Look, Rows, button
from handlers.context import Context, Turn
from handlers.doors import answers, presses, rings
from handlers.tickets import handing, noting
from handlers.tickets.pages import put_away, turn
from handlers.tickets.shared import (
    hours_of,
    may,
    mine,
    name_of,
    save,
    tell_owner,
    tell_reporter,
    the_ticket,
)
from handlers.tickets.waiting import ANSWER_DAYS, evening

DAYS = 8
"""Days that the page offers, today being the first."""

HOURS = (8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20)


@presses("ticket.slot")
async def slot(ctx: Context) -> None:
    """`ticket_slot_12` which day · `_20261201` which hour · `_20261201_15` notes it, or takes it off again."""
    ticket, _ = await mine(ctx, "ticket.visit")
    said = ctx.way.values[1:3]
    if not said:
        return await turn(ctx, "days", ticket)
    if said[0] == "typed":
        return await questions.ask(ctx, "ticket.hour", ticket.id, ctx.t("ticket-hour-what"))
    day = day_of(said[0])
    if len(said) == 1:
        return await turn(ctx, "hours", ticket, said[0])
    await _note(ctx, ticket, _moment(ctx, day, said[1]))
    return await turn(ctx, "days", ticket)


def day_of(value: str) -> datetime:
    """The day a button names. Refuses what was never one of ours."""
    try:
        return datetime.strptime(value, "%Y%m%d")  # a calendar day
    except ValueError:
        raise RuleError("button-is-old") from None


def _moment(ctx: Context, day: datetime, hour: str) -> int:
    if whole_number(hour) > 23:
        raise RuleError("button-is-old")
    return int(dates.moment(day.date(), time(int(hour)), ctx.house.zone).timestamp())


async def _note(ctx: Context, ticket: Ticket, at: int) -> None:
    if await ctx.tx.visits.not_noted(ticket.id, at):
        return
    noted = [one for one in await ctx.tx.visits.of(ticket.id) if one.state == "noted"]
    check_hour(at, noted, now=ctx.now)
    await ctx.tx.visits.note(ticket.id, at)


@answers("ticket.hour")
async def hour_said(ctx: Context) -> None:
    """`明天下午3点`"""
    ticket, _ = await mine(ctx, "ticket.visit")
    found = when.read(ctx.house, ctx.text, ctx.at)
    if found is None or found.whole_day:
        raise RuleError("ticket-hour-unclear")
    await _note(ctx, ticket, int(found.at.timestamp()))
    await turn(ctx, "days", ticket)


@presses("ticket.offer")
async def offer(ctx: Context) -> None:
    """The reporter is asked which of them suits."""
    before, ticket = await mine(ctx, "ticket.visit")
    noted = [one for one in await ctx.tx.visits.of(ticket.id) if one.state == "noted" and one.at > ctx.now]
    if not noted:
        raise RuleError("ticket-visit-none")
    await ctx.tx.visits.offer(ticket.id)
    until = min(max(one.at for one in noted), evening(ctx, ANSWER_DAYS))
    after = ticket.wait("reporter", at=ctx.now, until=until)
    await save(ctx, before, after, "ticket.offered", ctx.person.id)
    await ctx.redraw(name_of(ticket))
    await noting.tell_whoever_reported(ctx, after, "ticket.asked")
    await put_away(ctx)
    ctx.answer(ctx.t("ticket-offered-answer"))


@presses("ticket.time")
async def choose(ctx: Context) -> None:
    """`ticket_time_12_1764572400`: this hour suits the reporter; whoever comes reads the flat from now on."""
    ctx.values(2)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.choose", ticket)
    at = whole_number(ctx.way.values[1])
    visits = await ctx.tx.visits.of(ticket.id)
    if (found := agreed(visits)) and found.at == at:
        return ctx.answer(ctx.t("ticket-agreed-answer"))
    if at not in {one.at for one in visits if one.state == "offered"} or at <= ctx.now:
        raise RuleError("ticket-visit-gone")
    await ctx.tx.visits.agree(ticket.id, at)
    after = replace(ticket.wait("visit", at=ctx.now, until=at), indoor=True)  # what is seen there stays there
    await save(ctx, ticket, after, "ticket.agreed", ctx.person.id)
    await ctx.redraw(name_of(ticket))
    if at - BEFORE > ctx.now:
        await ctx.alarm("ticket.visit", name_of(ticket), at - BEFORE)
    await handing.owner_hears(ctx, after, "ticket.agreed")
    return ctx.answer(ctx.t("ticket-agreed-answer"))


@presses("ticket.unvisit")
async def unvisit(ctx: Context) -> None:
    """None of these hours, or not the one agreed after all; either of the two says so, and the other is told."""
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.unvisit", ticket)
    reporters = bool({ctx.person.id, ctx.whom.id} & ticket.side)
    if not reporters and ticket.owner_id != ctx.person.id:
        raise RuleError("ticket-has-owner")
    if not await ctx.tx.visits.clear(ticket.id):
        return ctx.answer(ctx.t("ticket-unvisit-answer"))
    await ctx.no_alarm("ticket.visit", thing=name_of(ticket))
    after = ticket.go_on(hours_of(ctx.house, ticket), at=ctx.now)
    await save(ctx, ticket, after, "ticket.unvisited", ctx.person.id)
    await ctx.redraw(name_of(ticket))
    await handing.owner_hears(ctx, after, "ticket.unvisited", but=ctx.person.id)
    if reporters:
        await questions.ask(ctx, "ticket.answer", ticket.id, ctx.t("ticket-when-else"))
    else:
        await tell_reporter(ctx, after, "ticket.unvisited")
    return ctx.answer(ctx.t("ticket-unvisit-answer"))


@rings("ticket.visit")
async def soon(turn: Turn) -> None:
    """An hour before, both are reminded; they agreed on it, so it may ring."""
    ticket = await turn.tx.tickets.get(number_of(turn.thing))
    visit = agreed(await turn.tx.visits.of(ticket.id)) if ticket else None
    if ticket is None or visit is None or not ticket.is_open or ticket.state == "fixed" or visit.at <= turn.now:
        return
    await tell_owner(turn, ticket, "ticket.soon")
    await tell_reporter(turn, ticket, "ticket.soon")


# what the cards and the page show of it


async def lines(look: Look, ticket: Ticket, view: str) -> list[str | Html]:
    """What is agreed or offered. The flat is for whoever has it alone, and once an hour is agreed."""
    if ticket.state not in ("taken", "waiting"):
        return []
    visits, comes = await look.read.visits.of(ticket.id), view == "desk" and ticket.owner_id == look.room.person_id
    if visit := agreed(visits):
        at = when.spoken(look.t, look.house, visit.at, look.at)
        return [look.t("ticket-visit-agreed", at=at), *([await _flat(look, ticket)] if comes else [])]
    if not any(one.state == "offered" for one in visits):
        return []
    return [look.t("ticket-visit-asked", side="owner" if view == "desk" else "reporter")]


async def _flat(look: Look, ticket: Ticket) -> str:
    home = await look.read.residents.home(ticket.person_id) if ticket.person_id else None
    tree = await look.house.tree(look.read)
    return look.t("ticket-flat", home=tree.code(home) if home and home in tree else "none")


async def answer_rows(look: Look, ticket: Ticket) -> Rows:
    """What the reporter can say to it."""
    visits = await look.read.visits.of(ticket.id) if ticket.state in ("taken", "waiting") else []
    if agreed(visits):
        return [[button(look.t("ticket-visit-other"), "ticket.unvisit", ticket.id)]]
    offered = [one for one in visits if one.state == "offered" and one.at > look.at]
    if not offered:
        return []
    each = [
        [button(when.spoken(look.t, look.house, one.at, look.at), "ticket.time", ticket.id, one.at)] for one in offered
    ]
    return [*each, [button(look.t("ticket-visit-no-time"), "ticket.unvisit", ticket.id)]]


async def day_rows(look: Look, ticket: Ticket) -> Rows:
    """The days ahead, what is noted so far, and the way to ask."""
    t = look.t
    noted = [one for one in await look.read.visits.of(ticket.id) if one.state == "noted"]
    taken = [[_noted(look, ticket, one.at)] for one in noted]
    ahead = [look.house.local(look.at) + timedelta(days=days) for days in range(DAYS)]
    days = [button(_day(look, day), "ticket.slot", ticket.id, f"{day:%Y%m%d}") for day in ahead]
    send = [button(t("ticket-visit-send"), "ticket.offer", ticket.id)] if noted else []
    return [
        *taken,
        days[:2],
        days[2:5],
        days[5:8],
        [button(t("ticket-typed"), "ticket.slot", ticket.id, "typed")],
        send,
    ]


def _noted(look: Look, ticket: Ticket, at: int) -> Button:
    """A tap takes it off again."""
    local = look.house.local(at)
    said = "✓ " + when.spoken(look.t, look.house, at, look.at)
    return button(said, "ticket.slot", ticket.id, f"{local:%Y%m%d}", local.hour)


def _day(look: Look, day: datetime) -> str:
    parts = dates.parts(day, look.house.local(look.at), look.house.zone)
    return look.t("ticket-day", day=parts.dayname or "none", month=parts.month, date=parts.day, weekday=parts.weekday)


def hour_rows(look: Look, ticket: Ticket, day: str) -> Rows:
    found = day_of(day).date()
    hours = [
        button(f"{hour}:00", "ticket.slot", ticket.id, day, hour)
        for hour in HOURS
        if dates.moment(found, time(hour), look.house.zone).timestamp() > look.at
    ]
    return [*where.row(hours), [button(look.t("ticket-back"), "ticket.slot", ticket.id)]]
