"""Waiting: for whom or what, and until when; the clock stands still meanwhile. A question to the reporter waits, too,
and goes on by itself when it is answered."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.rules import RuleError, whole_number
from bot.domain.tickets import REASONS, Ticket
from handlers import danger, questions, when
from handlers.context import Context, later
from handlers.doors import answers, presses
from handlers.tickets import handing, noting
from handlers.tickets.pages import put_away, turn
from handlers.tickets.shared import (
    hours_of,
    may,
    mine,
    save,
    tell_waiting,
    the_ticket,
)

SPANS = {"tomorrow": 1, "three": 3, "week": 7, "fortnight": 14}
"""Days, by button; the evening of that day."""

EVENING = 18
ANSWER_DAYS = 3
"""How long a question to the reporter stops the clock."""


def evening(ctx: Context, days: int) -> int:
    """The end of the working day in so many days."""
    local = ctx.house.local(ctx.now) + timedelta(days=days)
    return int(local.replace(hour=EVENING, minute=0, second=0, microsecond=0).timestamp())


def reason_of(value: str) -> tuple[str, int | None]:
    """`parts`, or `outside-5`: outside, by entry 5 of the address book; 0: by somebody who does not stand in it."""
    reason, _, firm = value.partition("-")
    if reason not in REASONS or (firm and reason != "outside"):
        raise RuleError("button-is-old")
    return reason, (whole_number(firm) or None) if firm else None


@presses("ticket.wait")
async def wait(ctx: Context) -> None:
    """`ticket_wait_12` for what · `_parts` until when · `_parts_week` it waits."""
    ticket, _ = await mine(ctx, "ticket.wait")
    said = ctx.way.values[1:]
    if not said:
        return await turn(ctx, "wait", ticket)
    reason, firm = reason_of(said[0])
    if len(said) > 1 and said[1] == "typed":
        return await questions.ask(ctx, "ticket.until", f"{ticket.id}-{said[0]}", ctx.t("ticket-until-what"))
    if len(said) > 1 and said[1] in SPANS:
        return await waits(ctx, reason, evening(ctx, SPANS[said[1]]), firm)
    if reason == "reporter":
        return await ask(ctx)
    if reason == "outside" and said[0] == "outside":
        return await turn(ctx, "firms", ticket)
    return await turn(ctx, "span", ticket, said[0])


@answers("ticket.until")
async def until_said(ctx: Context) -> None:
    number, _, what = ctx.way.values[0].partition("-")
    reason, firm = reason_of(what)
    ctx.way.values = (number,)
    found = when.read(ctx.house, ctx.text, ctx.at)
    if found is None:
        raise RuleError("ticket-until-unclear")
    at = found.at.replace(hour=EVENING, minute=0) if found.whole_day else found.at
    await waits(ctx, reason, int(at.timestamp()), firm)


async def waits(ctx: Context, reason: str, until: int, firm: int | None = None) -> None:
    before, ticket = await mine(ctx, "ticket.wait")
    if firm is not None:
        near = {one.id for one in await ctx.tx.outsiders.for_place(ticket.place_id, ticket.category)}
        if firm not in near:
            raise RuleError("button-is-old")
    after = ticket.wait(reason, at=ctx.now, until=until, outsider=firm)
    await save(ctx, before, after, "ticket.waits", ctx.person.id)
    await tell_waiting(ctx, after, "ticket.waits")
    await put_away(ctx)
    ctx.answer(ctx.t("ticket-waits-answer", until=when.spoken(ctx.t, ctx.house, until, ctx.now)))


@presses("ticket.go-on")
async def go_on(ctx: Context) -> None:
    """What it waited for is there, or is not waited for any more."""
    before, ticket = await mine(ctx, "ticket.go-on")
    await nothing_to_pay(ctx, ticket)
    after = ticket.go_on(hours_of(ctx.house, ticket), at=ctx.now)
    await save(ctx, before, after, "ticket.went-on", ctx.person.id)
    await tell_waiting(ctx, after, "ticket.went-on")
    ctx.answer(ctx.t("ticket-went-on-answer"))


async def nothing_to_pay(ctx: Context, ticket: Ticket) -> None:
    """Refuses while the reporter has not said yes or no to what it costs."""
    if await ctx.tx.charges.waiting(ticket.id):
        raise RuleError("ticket-charge-waits")


@presses("ticket.ask")
async def ask(ctx: Context) -> None:
    """Something only the reporter knows."""
    ticket, _ = await mine(ctx, "ticket.ask")
    await questions.ask(ctx, "ticket.ask", ticket.id, ctx.t("ticket-ask-what"))


@answers("ticket.ask")
async def asked(ctx: Context) -> None:
    before, ticket = await mine(ctx, "ticket.ask")
    media = await noting.keep(ctx, ticket, "note", says="ask")
    after = ticket.wait("reporter", at=ctx.now, until=evening(ctx, ANSWER_DAYS))
    await save(ctx, before, after, "ticket.asked", ctx.person.id)
    await noting.tell_whoever_reported(ctx, after, "ticket.asked")
    if media:
        await noting.pass_on(ctx, after, media)
    await awaits_answer(ctx, after)
    await put_away(ctx)
    await ctx.say(ctx.t("ticket-asked-answer"))


async def awaits_answer(ctx: Context, ticket: Ticket) -> None:
    """The next thing that whoever speaks for the reporter says is the answer, unless we have asked them something."""
    voice = await ctx.tx.people.get(ticket.voice_id) if ticket.voice_id else None
    if voice is None or not voice.reachable:
        return
    room = await ctx.private_room(voice)
    asked = await ctx.tx.questions.open(voice.id, room.id, ctx.now)
    if asked is None or asked.door == "ticket.more":  # nothing that has to be answered
        until = later(ctx.now, days=1)
        await ctx.tx.questions.ask(voice.id, room.id, "ticket.answer", str(ticket.id), until)


@presses("ticket.answer")
async def answer(ctx: Context) -> None:
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.answer", ticket)
    await questions.ask(ctx, "ticket.answer", ticket.id, ctx.t("ticket-answer-what"))


@answers("ticket.answer")
async def answered(ctx: Context) -> None:
    """In words, a picture or a voice: whoever has it gets it, and it goes on."""
    if ctx.text and await danger.heard(ctx, ctx.text):
        return
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.answer", ticket)
    media = await noting.keep(ctx, ticket, "note", says="answer")
    after = await _answered(ctx, ticket)
    await save(ctx, ticket, after, "ticket.answered", ctx.person.id)
    await handing.owner_hears(ctx, after, "ticket.answered", but=ctx.person.id)
    if media:
        await noting.pass_on(ctx, after, media)
    await ctx.say(ctx.t("ticket-answer-thanks"))


async def _answered(ctx: Context, ticket: Ticket) -> Ticket:
    """It goes on by itself, unless it waits for a yes or for an hour as well."""
    offered = any(one.state == "offered" for one in await ctx.tx.visits.of(ticket.id))
    if ticket.reason != "reporter" or offered or await ctx.tx.charges.waiting(ticket.id):
        return ticket
    return ticket.go_on(hours_of(ctx.house, ticket), at=ctx.now)
