"""Opening: from words, pictures or a voice to a draft; and from a draft to its group and to whoever answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from bot.domain import tickets
from bot.domain.rules import RuleError, number_of
from bot.domain.tickets import Ticket
from handlers.context import Context, Media, Turn, later
from handlers.doors import presses, rings
from handlers.tickets import knowing, pictures, preparing, reading, routing
from handlers.tickets.reading import Report
from handlers.tickets.shared import category_of, may, name_of, room_for, save, tell_reporter, the_ticket

DRAFT_HOURS = 24

MORE_MINUTES = 10
"""How long further pictures and voices belong to what was just reported."""

KEPT = ("photo", "video", "voice", "document")
"""What a report may bring beside or instead of words."""

SHOWN = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".mp4", ".mov"})
"""Endings of files that are a picture or a video; nothing else is passed on."""


async def begin(
    ctx: Context, text: str, media: Sequence[Media], *, category: str | None = None, asks_where: bool = True
) -> None:
    """In a group it is open at once, where a group may read of it; in private a preview comes first."""
    found = await _read(ctx, text, category)
    for one in media:
        must_show(one)
    await not_too_many(ctx, ctx.whom.id)
    ticket = await drafted(ctx, found, media, ctx.whom.id, ctx.by_id)
    await awaits_more(ctx, ticket, media[-1].album if media else None)
    if ctx.room.is_private:
        return await prepare(ctx, ticket, asks_where=asks_where and found.place_id is None)
    if found.place_id is None or category_of(ticket, ctx.house).private:
        return await _in_private(ctx, ticket, asks_where=found.place_id is None)
    if which := await knowing.same(ctx.tx, ctx.house, ticket, ctx.now):
        return await knowing.takes_for(ctx, ticket, which)
    await send_out(ctx, ticket)
    return None


async def _read(ctx: Context, text: str, category: str | None) -> Report:
    """What was typed in a building's own group, and names no place, is there."""
    found = await reading.read(ctx, text)
    if category is not None:
        found = replace(found, category=category)
    if found.place_id is None and ctx.room.place_id is not None:
        place = await ctx.tx.places.get(ctx.room.place_id)
        if place.kind in ("building", "stair"):
            return replace(found, place_id=place.id)
    return found


def must_show(media: Media) -> None:
    """Raises ticket-file-not for a file that is no picture and no video."""
    if media.kind not in KEPT or (media.kind == "document" and PurePath(media.name).suffix.lower() not in SHOWN):
        raise RuleError("ticket-file-not")


async def drafted(
    ctx: Context, found: Report, media: Sequence[Media], person_id: int, by_id: int | None = None
) -> Ticket:
    place_id = found.place_id or (await ctx.tx.places.root()).id
    ticket = await ctx.tx.tickets.open(
        Ticket(0, person_id, by_id, None, place_id, found.category, found.text, "draft",
               ctx.now, ctx.now, ctx.now, ctx.now, indoor=found.indoor)
    )  # fmt: skip
    for one in media:
        await pictures.keep(ctx, ticket, one)
    await ctx.alarm("ticket.tidy", name_of(ticket), later(ctx.now, hours=DRAFT_HOURS))
    return ticket


async def awaits_more(ctx: Context, ticket: Ticket, album: str | None) -> None:
    """The pictures of an album come one by one; so does, in private, what somebody sends right after the first."""
    if not (ctx.room.is_private or album):
        return
    until = later(ctx.now, minutes=MORE_MINUTES)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "ticket.more", f"{ticket.id}.{album or ''}", until)


async def prepare(ctx: Context, ticket: Ticket, *, asks_where: bool = False) -> None:
    """The preview, in private; first the place by buttons, where it is not known."""
    if asks_where:
        return await ctx.menu(f"place.{ticket.id}.{ticket.place_id}", kind="mend")
    return await ctx.show(name_of(ticket), "reporter", ctx.room, aloud=True)


async def _in_private(ctx: Context, ticket: Ticket, *, asks_where: bool) -> None:
    """What is private, or lies nobody knows where, is gone on with in private; nothing that was said is lost."""
    said = ctx.t("ticket-private-in-group" if category_of(ticket, ctx.house).private else "ticket-in-private")
    if not ctx.person.reachable:
        url = ctx.house.link(ctx.house.signed("ticket", ticket.id))
        return await ctx.say(said, keyboard={"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]})
    spoken_in, ctx.room = ctx.room, await ctx.private_room(ctx.person)
    await prepare(ctx, ticket, asks_where=asks_where)
    ctx.room = spoken_in
    return await ctx.say(said)


async def not_too_many(ctx: Context, person_id: int) -> None:
    if await ctx.tx.tickets.count_open(person_id) >= tickets.MOST_OPEN:
        raise RuleError("ticket-too-many", most=tickets.MOST_OPEN)
    if await ctx.tx.tickets.count_since(person_id, later(ctx.now, days=-1)) >= tickets.MOST_A_DAY:
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
        here = ctx.message_id if room.id == ctx.room.id and not ctx.query else None
        await ctx.show(name_of(ticket), "group", room, reply_to=here)
    if not ctx.room.is_private and (room is None or room.id != ctx.room.id):
        await ctx.say(ctx.t("ticket-sent-elsewhere", number=ticket.id, room=(room and room.title) or "none"))
    await tell_reporter(ctx, given.ticket, "ticket.sent")
    return given.ticket


@presses("ticket.publish")
async def publish(ctx: Context) -> None:
    """`ticket_publish_12_other`: somebody has seen what is known, and this is another one."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.publish", ticket)
    if ticket.state != "draft":  # a second tap
        return ctx.answer(ctx.t("ticket-published"))
    await not_too_many(ctx, ticket.person_id or ctx.whom.id)
    await preparing.put_away_pages(ctx)
    which = None if ctx.way.values[1:2] == ("other",) else await knowing.same(ctx.tx, ctx.house, ticket, ctx.now)
    if which:
        await knowing.takes_for(ctx, ticket, which)
        return ctx.answer(ctx.t("ticket-follow-answer"))
    await knowing.another(ctx, ticket)
    await send_out(ctx, ticket)
    return ctx.answer(ctx.t("ticket-published"))


@rings("ticket.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody sent is let go after a day; what was taken for a known fault, sooner."""
    ticket = await turn.tx.tickets.get(number_of(turn.thing))
    if ticket and ticket.state == "draft":
        await knowing.settled(turn, ticket.id)
    if await turn.tx.tickets.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
