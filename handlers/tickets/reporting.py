"""Reporting: a line, a picture, a voice; the word as a reply to what was said before; and a correction."""

from __future__ import annotations

from bot.domain.categories import UNSORTED
from bot.domain.rules import thing
from handlers import danger, questions
from handlers.context import Context, Media
from handlers.doors import DOORS, answers, presses, says
from handlers.questions import PLAIN
from handlers.tickets import opening, pictures, preparing, reading, replying
from handlers.tickets.shared import may, name_of, save, the_ticket, visible


@says("repair", "报修", "报事", "反映", english=("repair", "report a fault", "broken"))
async def report(ctx: Context) -> None:
    own, said = await replying.own_words(ctx), replying.of_somebody_else(ctx)
    if said and not ctx.text and not ctx.media:
        return await replying.offer(ctx, said)
    text, media = ctx.text or (own.text if own else ""), [*(own.media if own else ()), *_brought(ctx)]
    if await _is_only_danger(ctx, text):
        return None
    return await (_begins(ctx, text, media) if text or media else report_words(ctx))


async def _begins(ctx: Context, text: str, media: list[Media]) -> None:
    """Below the numbers of a danger only the preview comes: where it is, is asked above."""
    await opening.begin(ctx, text, media, asks_where=not danger.is_fault(text))


def _brought(ctx: Context) -> list[Media]:
    return [ctx.media] if ctx.media else []


async def _is_only_danger(ctx: Context, text: str) -> bool:
    """Numbers first; what somebody has to repair as well goes on right below them."""
    return bool(text) and await danger.heard(ctx, text) and not danger.is_fault(text)


async def report_words(ctx: Context) -> None:
    ctx.person  # noqa: B018  # refuses a channel or an anonymous admin before it asks
    await questions.ask(ctx, "ticket.words", 0, ctx.t("ticket-what"), ctx.t("ticket-what-how"))


@presses("ticket.report")
async def report_pressed(ctx: Context) -> None:
    await report_words(ctx)


@presses("plain.report")
async def report_kept(ctx: Context) -> None:
    """The words, voice or pictures that were kept while we asked what they are."""
    await _kept(ctx, None)


@presses("plain.raise")
async def raise_kept(ctx: Context) -> None:
    """🗣 What is no fault and no plea: somebody who answers for the place reads it and says what it is."""
    await _kept(ctx, UNSORTED)


async def _kept(ctx: Context, category: str | None) -> None:
    kept = await questions.kept(ctx)
    if kept is None:
        return await report_words(ctx)
    for one in await ctx.tx.cards.of(thing("menu", ctx.person.id)):
        await ctx.take_away(thing("menu", ctx.person.id), one.view, ctx.room)
    asks_where = not danger.is_fault(kept.text)
    return await opening.begin(ctx, kept.text, kept.media, category=category, asks_where=asks_where)


@answers("ticket.words")
async def named(ctx: Context) -> None:
    """What it is, in words, a picture or a voice; with a number, the correction of a ticket."""
    if await _is_only_danger(ctx, ctx.text):
        return None
    if ctx.way.values != ("0",):
        return await _corrected(ctx)
    if not ctx.text and not ctx.media:
        return await report_words(ctx)
    return await _begins(ctx, ctx.text, _brought(ctx))


@answers("ticket.more")
async def more(ctx: Context) -> None:
    """A further picture or voice of what was just reported; words are heard as any others."""
    number, _, album = ctx.way.values[0].partition(".")
    if ctx.text or ctx.media is None:
        return await _hears(ctx)
    return await _adds(ctx, int(number), album)


async def _hears(ctx: Context) -> None:
    """As if nothing had been awaited: in a group nobody asked."""
    ctx.way.values = ()
    if not ctx.room.is_private or (DOORS.passing and await DOORS.passing(ctx)):
        return None
    return await DOORS.answers[PLAIN](ctx)


async def _brings(ctx: Context) -> None:
    """What it would join is over: a picture of its own, asked about like any other."""
    ctx.way.values = ()
    if ctx.room.is_private and ctx.media:
        await DOORS.brings.get(ctx.media.kind, DOORS.answers[PLAIN])(ctx)


async def _adds(ctx: Context, number: int, album: str) -> None:
    """To a draft, or to what is open already, without a word for each picture of an album."""
    ticket = await ctx.tx.tickets.visible_to(ctx.whom.id, number)
    if ticket is None or ticket.is_over or ctx.media is None:
        return await _brings(ctx)
    opening.must_show(ctx.media)
    await may(ctx, "ticket.correct", ticket)
    kept = await pictures.keep(ctx, ticket, ctx.media)
    await opening.awaits_more(ctx, ticket, ctx.media.album or album)
    await ctx.redraw(name_of(ticket))
    if ctx.room.is_private and not kept:
        await ctx.say(ctx.t("ticket-notes-full"))
    elif ctx.room.is_private and ticket.state == "draft":
        await ctx.show(name_of(ticket), "reporter", ctx.room, aloud=not ctx.media.album)
    elif ctx.room.is_private and not ctx.media.album:
        await ctx.say(ctx.t("ticket-more-kept", number=ticket.id))
    return None


@presses("ticket.correct")
async def correct(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.correct", ticket)
    await questions.ask(ctx, "ticket.words", ticket.id, ctx.t("ticket-correct"))


async def _corrected(ctx: Context) -> None:
    """Other words, another picture: a draft is read anew, what is open keeps its place and kind."""
    ticket = await visible(ctx, ctx.number)
    await may(ctx, "ticket.correct", ticket)
    if not ctx.text and not ctx.media:
        return await questions.ask(ctx, "ticket.words", ticket.id, ctx.t("ticket-correct"))
    for one in _brought(ctx):
        opening.must_show(one)
        if not await pictures.keep(ctx, ticket, one):
            await ctx.say(ctx.t("ticket-notes-full"))
        await opening.awaits_more(ctx, ticket, one.album)
    if ctx.text:
        changed = preparing.with_words(ticket, await reading.read(ctx, ctx.text))
        await save(ctx, ticket, changed, "ticket.corrected", ctx.person.id)
    return await ctx.show(name_of(ticket), "reporter", ctx.room, aloud=True)
