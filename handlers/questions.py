"""Questions: where a typed, spoken or photographed answer is awaited; at most one per person and room."""

from __future__ import annotations

from typing import Any

from bot.i18n import page
from handlers.context import Context, Turn, html, later, reply_to
from handlers.doors import DOORS, hears
from storage.notes import Note

KIND = "question.prompt"
OPEN_HOURS = 24


async def ask(ctx: Context, door: str, payload: object, *lines: str | None, hint: str = "") -> None:
    """Ask in the room spoken in; the answer goes to `@answers(door)` with `payload` as its value; survives restarts."""
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, door, str(payload), later(ctx.now, hours=OPEN_HOURS))
    prompt = html(page(lines))
    if not ctx.room.is_private:  # in private the next message counts, and the big buttons stay where they are
        force = {"force_reply": True, "selective": True} | ({"input_field_placeholder": hint} if hint else {})
        prompt |= {"reply_markup": force} | reply_to(ctx.message_id)
    await ctx.promise(ctx.room, KIND, "sendMessage", prompt, thing=f"person_{ctx.person.id}")


async def prompted(turn: Turn, note: Note, result: Any) -> None:
    """The prompt was sent: from now on a reply to it is the answer."""
    person_id = int((note.thing or "").rpartition("_")[2])
    await turn.tx.questions.is_message(person_id, note.room_id, result["message_id"])


@hears
async def heard(ctx: Context) -> None:
    """Something said to us at no other door: the answer to the open question, or plain words in private."""
    if ctx.somebody is None:
        return
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    answers = question and (ctx.room.is_private or not await ctx.tx.cards.at_message(ctx.room.id, ctx.replied_to or 0))
    if question and answers and question.door in DOORS.answers:
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
        ctx.way.values = (question.payload,)
        await DOORS.answers[question.door](ctx)
    elif ctx.room.is_private:
        await DOORS.answers["plain"](ctx)
