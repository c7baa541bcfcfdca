"""Noting: words, pictures and voices on a ticket's way. They go to whoever waits for it, in private, and never to a
group; a reply to its card is one, too."""

from __future__ import annotations

from bot.domain.rules import RuleError, whole_number
from bot.domain.text import simplified, utf16
from bot.domain.tickets import Ticket
from bot.i18n import LANGUAGES, Words, words
from handlers import danger, names, questions
from handlers.context import Context, Media
from handlers.doors import DOORS, answers, presses
from handlers.tickets import handing
from handlers.tickets.shared import (
    assigned,
    category_of,
    may,
    name_of,
    save,
    tell_reporter,
    tell_waiting,
    the_ticket,
    visible,
)
from storage.cards import CardRow

SENT_AS = {"photo": "sendPhoto", "voice": "sendVoice", "video": "sendVideo"}
"""By which call a kind of file is passed on."""

NOTE_UNITS = 500
"""UTF-16 units of a note."""

MOST_PLAYED = 10
"""Pictures and voices that one tap shows again, the newest ones."""

SAID = {
    "desk": {"ticket-take": "ticket.take", "ticket-fix": "ticket.fix", "ticket-go-on": "ticket.go-on",
             "ticket-more": "ticket.more", "ticket-hand": "ticket.hand", "ticket-times": "ticket.slot"},
    "reporter": {"ticket-confirm": "ticket.confirm", "ticket-not-fixed": "ticket.not-fixed",
                 "ticket-solved": "ticket.confirm", "ticket-withdraw": "ticket.withdraw"},
}  # fmt: skip
"""What a button of a card says does the same in a reply to that card."""


@presses("ticket.note")
async def note(ctx: Context) -> None:
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.note", ticket)
    await questions.ask(ctx, "ticket.note", ticket.id, ctx.t("ticket-note-what"))


@answers("ticket.note")
async def noted(ctx: Context) -> None:
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.note", ticket)
    await take_down(ctx, ticket)


async def take_down(ctx: Context, ticket: Ticket) -> None:
    """A note: kept, and told to everybody else who has to do with it. Whoever has it has said how it goes."""
    media = await keep(ctx, ticket, "note")
    after = ticket.says(at=ctx.now) if ticket.owner_id == ctx.person.id and not ticket.is_over else ticket
    await save(ctx, ticket, after, None)
    await tell_others(ctx, after, "ticket.noted", media)
    await ctx.write_down("ticket.noted", name_of(ticket), ticket.place_id)
    reporters = bool({ctx.person.id, ctx.whom.id} & ticket.side)
    await ctx.say(ctx.t("ticket-answer-thanks" if reporters else "ticket-noted"))


async def keep(ctx: Context, ticket: Ticket, kind: str, *, says: str = "") -> Media | None:
    """What was just said or shown, kept with the ticket; refuses nothing at all, too much, and a kind we do not pass
    on."""
    media = ctx.media if ctx.media and ctx.media.kind in SENT_AS else None
    if not ctx.text and media is None:
        raise RuleError("ticket-note-empty")
    if utf16(ctx.text) > NOTE_UNITS:
        raise RuleError("ticket-too-long", most=NOTE_UNITS)
    if not await ctx.tx.ticket_notes.add(
        ticket.id, ctx.person.id, ctx.now, kind, ctx.text,
        media.kind if media else None, media.file_id if media else None,
    ):  # fmt: skip
        raise RuleError("ticket-notes-full")
    if says:
        await ctx.tx.ticket_notes.last_says(ticket.id, says)
    await ctx.redraw(name_of(ticket))
    return media


async def tell_others(ctx: Context, ticket: Ticket, kind: str, media: Media | None) -> None:
    """The reporter's words go to whoever has it, everybody else's to the reporter and the followers, too."""
    reporters = ctx.person.id in ticket.side or ctx.whom.id in ticket.side
    await handing.owner_hears(ctx, ticket, kind, but=ctx.person.id)
    if not reporters:
        await tell_waiting(ctx, ticket, kind)
    if media:
        await pass_on(ctx, ticket, media)


async def pass_on(ctx: Context, ticket: Ticket, media: Media) -> None:
    """A picture or voice by its file id, to each of them once; what is inside somebody's home, or what somebody did,
    is not for followers."""
    reporters = bool({ctx.person.id, ctx.whom.id} & ticket.side)
    to = {ticket.owner_id} if reporters else {ticket.owner_id, *ticket.side}
    kind = category_of(ticket, ctx.house)
    if not (reporters or ticket.indoor or kind.private or kind.conduct):
        to |= {one for pair in await ctx.tx.desks.followers(ticket.id) for one in pair}
    for person_id in sorted(one for one in to if one is not None and one != ctx.person.id):
        person = await ctx.tx.people.get(person_id)
        if person.reachable:
            room, t = await ctx.private_room(person), words(person.language or ctx.house.language)
            await ctx.promise(
                room, "ticket.passed", SENT_AS[media.kind],
                {media.kind: media.file_id, "caption": await _caption(ctx, t, ticket)},
                thing=name_of(ticket), not_before=await ctx.quiet_until(person),
            )  # fmt: skip


async def _caption(ctx: Context, t: Words, ticket: Ticket) -> str:
    place = await names.of_place(ctx.tx, ctx.house, ticket.place_id)
    kind = category_of(ticket, ctx.house)
    category = kind.name(t.lang) or t("ticket-category", category=kind.key)
    return t("ticket-passed", number=ticket.id, place=place, category=category)


@presses("ticket.play")
async def play(ctx: Context) -> None:
    """The pictures and voices of a ticket, to who reported it and who handles it."""
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.play", ticket)
    kept = [one for one in await ctx.tx.ticket_notes.of(ticket.id) if one.file_id and one.file_kind in SENT_AS]
    if not await assigned(ctx, ticket):  # what others showed of the same is only for whoever handles it
        kept = [one for one in kept if one.kind != "report" or one.person_id in ticket.side]
    if not kept:
        return ctx.answer(ctx.t("ticket-no-files"))
    for one in kept[-MOST_PLAYED:]:
        kind = one.file_kind or ""
        await ctx.promise(ctx.room, "ticket.played", SENT_AS[kind], {kind: one.file_id})
    return None


async def replied(ctx: Context, row: CardRow) -> bool:
    """A reply to a card: what one of its buttons says is that button, anything else is a note, or the answer."""
    kind, _, number = row.thing.rpartition("_")
    if kind != "ticket" or row.view not in SAID:
        return False
    ticket = await visible(ctx, whole_number(number))
    if ticket.state == "draft":
        return False
    ctx.way.values = (number,)
    step = _step(row.view, ctx.text)
    if step:
        await DOORS.presses[tuple(step.split("."))](ctx)
    elif row.view == "reporter" and ticket.state == "waiting" and ticket.reason == "reporter":
        await DOORS.answers["ticket.answer"](ctx)
    elif not (row.view == "reporter" and ctx.text and await danger.heard(ctx, ctx.text)):
        await noted(ctx)
    return True


def _step(view: str, text: str) -> str | None:
    said = _bare(text)
    every = {_bare(words(language)(key)): door for language in LANGUAGES for key, door in SAID[view].items()}
    return every.get(said) if said else None


def _bare(text: str) -> str:
    """Without a picture before it and a stop behind it."""
    return simplified(text).strip("".join({sign for sign in text if not sign.isalnum()})).lower()


async def tell_whoever_reported(ctx: Context, ticket: Ticket, kind: str) -> None:
    """Refuses where nothing would reach them: what waits for their word would wait for ever."""
    if not await tell_reporter(ctx, ticket, kind):
        raise RuleError("ticket-reporter-away")
