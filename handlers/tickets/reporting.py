"""Reporting: said in a group it is open at once; written in private, a preview comes first."""

from __future__ import annotations

from bot.domain import tickets
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.tickets import Ticket
from handlers import danger, questions
from handlers.context import Context, Media, Turn, later
from handlers.doors import answers, presses, rings, says
from handlers.tickets import preparing, reading, routing
from handlers.tickets.shared import may, name_of, room_for, save, tell_reporter, the_ticket

DRAFT_HOURS = 24

KEPT = ("photo", "video", "voice", "document")
"""What a report may bring beside or instead of words."""


@says("repair", "报修", "报事", "反映", english=("repair", "report a fault", "broken"))
async def report(ctx: Context) -> None:
    if ctx.text and await danger.heard(ctx, ctx.text):
        return
    if ctx.text or (ctx.media and ctx.media.kind in KEPT):
        return await begin(ctx, ctx.text, [ctx.media] if ctx.media else [])
    await report_words(ctx)


async def report_words(ctx: Context) -> None:
    ctx.person  # noqa: B018  # refuses a channel or an anonymous admin before it asks
    await questions.ask(ctx, "ticket.words", 0, ctx.t("ticket-what"), ctx.t("ticket-what-how"))


@presses("ticket.report")
async def report_pressed(ctx: Context) -> None:
    await report_words(ctx)


@presses("plain.report")
async def report_kept(ctx: Context) -> None:
    """The words, voice or pictures that were kept while we asked what they are."""
    kept = await questions.kept(ctx)
    if kept is None:
        return await report_words(ctx)
    await _asked_no_more(ctx)
    return await begin(ctx, kept.text, list(kept.media))


async def _asked_no_more(ctx: Context) -> None:
    for one in await ctx.tx.cards.of(thing("menu", ctx.person.id)):
        await ctx.take_away(thing("menu", ctx.person.id), one.view, ctx.room)


@answers("ticket.words")
async def named(ctx: Context) -> None:
    """What it is, in words, a picture or a voice; with a number, the correction of a ticket."""
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
    if ctx.way.values != ("0",):
        return await _corrected(ctx)
    if not ctx.text and not (ctx.media and ctx.media.kind in KEPT):
        return await report_words(ctx)
    return await begin(ctx, ctx.text, [ctx.media] if ctx.media else [])


async def begin(ctx: Context, text: str, media: list[Media]) -> None:
    found = await reading.read(ctx, text)
    await _not_too_many(ctx)
    goes_out = (
        not ctx.room.is_private and found.place_id is not None and not ctx.house.categories.get(found.category).private
    )
    if not ctx.room.is_private and not goes_out:
        return await _in_private(ctx, text, media)
    place_id = found.place_id or (await ctx.tx.places.root()).id
    ticket = await ctx.tx.tickets.open(
        Ticket(0, ctx.whom.id, ctx.by_id, None, place_id, found.category, found.text, "draft",
               ctx.now, ctx.now, ctx.now, ctx.now, indoor=found.indoor)
    )  # fmt: skip
    for one in media:
        await ctx.tx.ticket_notes.add(ticket.id, ctx.person.id, ctx.now, "report", "", one.kind, one.file_id)
    if goes_out:
        await send_out(ctx, ticket)
        return None
    await ctx.alarm("ticket.tidy", name_of(ticket), later(ctx.now, hours=DRAFT_HOURS))
    await ctx.show(name_of(ticket), "reporter", ctx.room, aloud=True)
    if found.place_id is None:
        await ctx.menu(f"place.{ticket.id}.{place_id}", kind="mend")
    return None


async def _in_private(ctx: Context, text: str, media: list[Media]) -> None:
    """What is private, or lies nobody knows where, is gone on with in private; nothing that was said is lost."""
    if not ctx.person.reachable:
        url = ctx.house.link(ctx.house.signed("report", 0))
        keyboard = {"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]}
        return await ctx.say(ctx.t("ticket-in-private"), keyboard=keyboard)
    spoken_in, ctx.room = ctx.room, await ctx.private_room(ctx.person)
    await begin(ctx, text, media)
    ctx.room = spoken_in
    return await ctx.say(ctx.t("ticket-in-private"))


async def _not_too_many(ctx: Context) -> None:
    if await ctx.tx.tickets.count_open(ctx.whom.id) >= tickets.MOST_OPEN:
        raise RuleError("ticket-too-many", most=tickets.MOST_OPEN)
    if await ctx.tx.tickets.count_since(ctx.whom.id, later(ctx.now, days=-1)) >= tickets.MOST_A_DAY:
        raise RuleError("ticket-too-many-today", most=tickets.MOST_A_DAY)


async def send_out(ctx: Context, ticket: Ticket) -> Ticket:
    """It is open now: in its group, and on the desk of whoever answers for the place."""
    room = await room_for(ctx.tx, ticket, ctx.house)
    opened = ticket.publish(at=ctx.now, room=room.id if room else None)
    given = await routing.give(ctx, opened)
    await save(ctx, ticket, given.ticket, "ticket.opened", ctx.person.id)
    await routing.tell_also(ctx, given.ticket)
    await ctx.no_alarm("ticket.tidy", thing=name_of(ticket))
    if room:
        here = ctx.message_id if room.id == ctx.room.id else None
        await ctx.show(name_of(ticket), "group", room, reply_to=here)
    await tell_reporter(ctx, given.ticket, "ticket.sent")
    return given.ticket


@presses("ticket.publish")
async def publish(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.publish", ticket)
    if ticket.state == "draft":
        await _not_too_many(ctx)
        await preparing.put_away_pages(ctx)
        await send_out(ctx, ticket)
    ctx.answer(ctx.t("ticket-published"))


@presses("ticket.correct")
async def correct(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.correct", ticket)
    await questions.ask(ctx, "ticket.words", ticket.id, ctx.t("ticket-correct"))


async def _corrected(ctx: Context) -> None:
    """Other words, another picture: a draft is read anew, what is open keeps its place and kind."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.correct", ticket)
    if ctx.media and ctx.media.kind in KEPT:
        await ctx.tx.ticket_notes.add(
            ticket.id, ctx.person.id, ctx.now, "report", "", ctx.media.kind, ctx.media.file_id
        )
    if ctx.text:
        found = await reading.read(ctx, ctx.text)
        changed = preparing.with_words(ticket, found)
        await save(ctx, ticket, changed, "ticket.corrected", ctx.person.id)
    await ctx.show(name_of(ticket), "reporter", ctx.room, aloud=True)


@rings("ticket.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody sent is let go after a day."""
    if await turn.tx.tickets.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
