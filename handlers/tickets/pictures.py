"""Pictures, videos and voices of a report: kept by Telegram's file id, passed on to who handles it, never a group."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from bot.domain.rules import RuleError
from bot.domain.tickets import Ticket
from bot.i18n import bold
from handlers.cards import Button, Look, button
from handlers.context import Context, Media, Turn
from handlers.doors import presses, says
from handlers.features import Maker
from handlers.tickets.shared import may, the_ticket
from storage.tickets import TicketNote

CLEANS = "pictures.clean"
"""The house's switch: pictures that were sent as files are passed on without what they say of when and where."""

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})
LARGEST = 20_000_000
"""Bytes a bot can fetch (Bot API: getFile)."""

SENT_AS = {"photo": "sendPhoto", "video": "sendVideo", "voice": "sendVoice", "document": "sendDocument"}
"""By which call a kind of file is passed on."""

WAITS, CLEAN, UNREAD = "cleaning", "clean", "unread"
"""What a picture sent as a file is while the house cleans it, afterwards, and if it could not be read."""


async def keep(ctx: Context, ticket: Ticket, media: Media) -> bool:
    """False: the ticket has enough of them."""
    cleans = media.kind == "document" and _is_picture(media) and await ctx.tx.house.value(CLEANS) == "on"
    kind = media.kind if not cleans else WAITS if media.size <= LARGEST else UNREAD
    number = await ctx.tx.ticket_notes.add(ticket.id, ctx.person.id, ctx.now, "report", "", kind, media.file_id)
    if number and kind == WAITS:
        await ctx.promise_job("ticket.clean", note=number, file=media.file_id)
    return bool(number)


def _is_picture(media: Media) -> bool:
    return PurePath(media.name).suffix.lower() in PICTURES


async def row(look: Look, ticket: Ticket) -> list[Button]:
    """On the card of somebody who handles it; nothing for a report in words alone."""
    kinds = {note.file_kind for note in await look.read.ticket_notes.files(ticket.id)}
    if not kinds:
        return []
    what = "both" if {"voice"} < kinds else "voice" if kinds == {"voice"} else "photo"
    return [button(look.t("ticket-hear", what=what), "ticket.hear", ticket.id)]


async def counted(look: Look, ticket: Ticket) -> list[str]:
    """How many came with it, on the cards of who sent them and who handles it."""
    count = len(await look.read.ticket_notes.files(ticket.id))
    return [look.t("ticket-files", count=count)] if count else []


@presses("ticket.hear")
async def hear(ctx: Context) -> None:
    """In private only; a group never sees or hears it."""
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.hear", ticket)
    files = await ctx.tx.ticket_notes.files(ticket.id)
    if not files or not ctx.room.is_private:
        raise RuleError("button-is-old")
    for note in files:
        await _passed_on(ctx, note)
    waiting = any(note.file_kind == WAITS for note in files)
    unread = any(note.file_kind == UNREAD for note in files)
    ctx.answer(ctx.t("ticket-hear-waits" if waiting else "ticket-hear-unread" if unread else "ticket-hear-answer"))


async def _passed_on(ctx: Context, note: TicketNote) -> None:
    if note.file_kind == CLEAN:
        await ctx.promise_file(ctx.room, "ticket.showed", "ticket-picture", note=note.id)
    elif note.file_kind in SENT_AS:
        await ctx.promise(ctx.room, "ticket.showed", SENT_AS[note.file_kind], {note.file_kind: note.file_id})


async def was_cleaned(turn: Turn, note_id: int, content: bytes | None) -> None:
    """None: it could not be read, and is passed on to nobody."""
    await turn.tx.ticket_notes.is_cleaned(note_id, CLEAN if content else UNREAD, content)


async def gather(look: Look, args: Mapping[str, Any]) -> bytes | None:
    """The cleaned picture; none once its ticket was over for long."""
    return await look.read.ticket_notes.picture(args["note"]) if look.room.is_private else None


def build(content: bytes) -> tuple[str, bytes]:
    return "photo.jpg", content


FILES = {"ticket-picture": Maker(gather, build)}


@says("photos", "照片设置", english=("photo settings",), on_card=True)
async def settings(ctx: Context) -> None:
    """The steward's switch, and what it does."""
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("only-in-private"))
    await ctx.may("ticket.clean", state="open")
    await _shown(ctx)
    return None


async def _shown(ctx: Context) -> None:
    on = await ctx.tx.house.value(CLEANS) == "on"
    turn = button(ctx.t("ticket-clean-turn", on="yes" if on else "no"), "ticket.clean", "off" if on else "on")
    said = ctx.t("ticket-clean-is", on="yes" if on else "no")
    keyboard = {"inline_keyboard": [[turn.markup()]]}
    await ctx.say(bold(ctx.t("ticket-clean-title")), said, ctx.t("ticket-clean-how"), keyboard=keyboard)


@presses("ticket.clean")
async def switch(ctx: Context) -> None:
    """As the button says it; whoever presses twice has it as they saw it."""
    if ctx.way.values not in (("on",), ("off",)) or not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.may("ticket.clean", state="open")
    await ctx.tx.house.set(CLEANS, ctx.way.values[0])
    await ctx.write_down(f"ticket.clean-{ctx.way.values[0]}", "house_1")
    await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": ctx.message_id})
    await _shown(ctx)
