"""A group in which the bot says and hears nothing any more, and which it may leave."""

from __future__ import annotations

from typing import Any

from bot.domain.people import Room
from bot.domain.rules import RuleError, thing
from bot.i18n import bold
from handlers.abuse.shared import is_steward
from handlers.cards import Card, Look, button, card
from handlers.context import URGENT, Context, Turn
from handlers.doors import presses
from storage.notes import Note

LEAVES = "abuse.leave"


async def ask_about_room(ctx: Context) -> None:
    await ctx.show(thing("roomblock", ctx.room.id), "steward", await ctx.private_room(ctx.person), aloud=True)


@presses("roomblock.see")
async def see(ctx: Context) -> None:
    room = await _the_room(ctx)
    await ctx.show(thing("roomblock", room.id), "steward", ctx.room, aloud=True)


@presses("roomblock.quiet")
async def quiet(ctx: Context) -> None:
    room = await _the_room(ctx)
    await ctx.tx.abuse.block_room(room.chat_id, ctx.now)
    await _is_written(ctx, room, "room.blocked")


@presses("roomblock.leave")
async def leave(ctx: Context) -> None:
    """Told to leave first: nothing is sent any more to a group that is blocked."""
    room = await _the_room(ctx)
    await ctx.tx.notes.forget_room(room.chat_id)
    await ctx.promise(room, LEAVES, "leaveChat", {}, rank=URGENT)
    await ctx.tx.abuse.mark_room(room.chat_id, ctx.now)
    await _is_written(ctx, room, "room.left")


async def left(turn: Turn, note: Note, result: Any) -> None:
    """Gone, or never there: from now on nothing is sent."""
    await turn.tx.abuse.block_room((await turn.tx.rooms.get(note.room_id)).chat_id, turn.now)


@presses("roomblock.speak")
async def speak(ctx: Context) -> None:
    room = await _the_room(ctx)
    await ctx.tx.abuse.unblock_room(room.chat_id)
    await _is_written(ctx, room, "room.unblocked")


async def _the_room(ctx: Context) -> Room:
    """A group, for a steward; a forged number is an old button."""
    await ctx.may("block.room", state="free")
    room = await ctx.tx.rooms.find(ctx.number) if ctx.room.is_private else None
    if room is None or room.is_private:
        raise RuleError("button-is-old")
    return room


async def _is_written(ctx: Context, room: Room, verb: str) -> None:
    await ctx.write_down(verb, thing("room", room.id), room.place_id)
    await ctx.redraw(thing("roomblock", room.id))
    ctx.answer(ctx.t("block-done"))


async def draw(look: Look, number: int, view: str) -> Card | None:
    t, room = look.t, await look.read.rooms.find(number)
    if room is None or not await is_steward(look.read, look.room.person_id or 0):
        return card([t("block-not-yours")])
    named = room.title or "…"
    if room.blocked:
        return card([t("roomblock-is", room=named)], [button(t("roomblock-speak"), "roomblock.speak", number)])
    return card(
        [bold(t("roomblock-ask", room=named)), t("roomblock-what")],
        [
            button(t("roomblock-quiet"), "roomblock.quiet", number),
            button(t("roomblock-leave"), "roomblock.leave", number),
        ],
    )
