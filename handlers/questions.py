"""Questions: where a typed, spoken or photographed answer is awaited; at most one per person and room."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.i18n import page
from handlers.cards import Button
from handlers.context import Context, Media, Turn, html, later, reply_to, spoken_text
from handlers.doors import DOORS, hears
from storage.notes import Note
from storage.questions import Question

KIND = "question.prompt"
OPEN_HOURS = 24
PLAIN = "plain"
"""The door of what fits no other."""


async def ask(
    ctx: Context, door: str, payload: object, *lines: str | None, hint: str = "", rows: Sequence[Sequence[Button]] = ()
) -> None:
    """Ask in the room spoken in; the answer goes to `@answers(door)` with `payload` as its value; survives restarts.

    `rows`: answers by one tap, in private.
    """
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, door, str(payload), later(ctx.now, hours=OPEN_HOURS))
    prompt = html(page(lines))
    if not ctx.room.is_private:  # in private the next message counts, and the big buttons stay where they are
        force = {"force_reply": True, "selective": True} | ({"input_field_placeholder": hint} if hint else {})
        prompt |= {"reply_markup": force} | reply_to(ctx.message_id)
    elif rows:
        prompt |= {"reply_markup": {"inline_keyboard": [[one.markup() for one in row] for row in rows]}}
    await ctx.promise(ctx.room, KIND, "sendMessage", prompt, thing=f"person_{ctx.person.id}")


@dataclass(frozen=True)
class Kept:
    """What somebody sent that fits no door, kept for a day while we ask what it is; files stay with Telegram."""

    text: str
    media: tuple[Media, ...] = ()

    @classmethod
    def read(cls, payload: str) -> Kept:
        held = json.loads(payload)
        return cls(held["text"], tuple(Media(**one) for one in held["media"]))

    def is_of_album(self, media: Media | None) -> bool:
        """Whether a picture belongs to those that are kept."""
        return bool(media and media.album and self.media and self.media[-1].album == media.album)

    def __str__(self) -> str:
        return json.dumps({"text": self.text, "media": [asdict(one) for one in self.media]}, ensure_ascii=False)


async def keep(ctx: Context, things: Kept) -> None:
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, PLAIN, str(things), later(ctx.now, hours=OPEN_HOURS))


async def kept(ctx: Context) -> Kept | None:
    """Take what was kept; it is kept no longer."""
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if question is None or question.door != PLAIN:
        return None
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    return Kept.read(question.payload)


async def prompted(turn: Turn, note: Note, result: Any) -> None:
    """The prompt was sent: from now on a reply to it is the answer."""
    person_id = int((note.thing or "").rpartition("_")[2])
    await turn.tx.questions.is_message(person_id, note.room_id, result["message_id"])


async def passed_on(ctx: Context) -> bool:
    """Whether this was meant for somebody else and is on its way; an open question comes first."""
    if ctx.somebody is None or not ctx.room.is_private:
        return False
    return await _passed_on(ctx, await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now))


async def _passed_on(ctx: Context, question: Question | None) -> bool:
    if DOORS.passing is None or not ctx.room.is_private:
        return False
    return (question is None or question.door == PLAIN) and await DOORS.passing(ctx)


async def replied(ctx: Context) -> bool:
    """Whether this replies, in private, to a card whose feature has taken it."""
    row = await ctx.tx.cards.at_message(ctx.room.id, ctx.replied_to) if ctx.room.is_private and ctx.replied_to else None
    if row is None or ctx.somebody is None or ctx.message is None:
        return False
    words, ctx.way.words = ctx.way.words, spoken_text(ctx.message)
    hooks = [feature.replied for feature in ctx.house.features if feature.replied]
    taken = any([await hook(ctx, row) for hook in hooks])
    ctx.way.words = ctx.way.words if taken else words
    return taken


@hears
async def heard(ctx: Context) -> None:
    """Something said to us at no other door: the answer to the open question, or plain words in private."""
    if ctx.somebody is None or await replied(ctx):
        return
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if await _passed_on(ctx, question):
        return
    answers = question and (ctx.room.is_private or not await ctx.tx.cards.at_message(ctx.room.id, ctx.replied_to or 0))
    if question and answers and question.door in DOORS.answers:
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
        ctx.way.values = (question.payload,)
        await DOORS.answers[question.door](ctx)
    elif ctx.room.is_private and ctx.media and ctx.media.kind in DOORS.brings:
        await DOORS.brings[ctx.media.kind](ctx)
    elif ctx.room.is_private:
        await DOORS.answers[PLAIN](ctx)
