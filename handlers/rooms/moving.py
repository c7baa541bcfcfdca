"""Rooms: the bot is added, removed, a group becomes a supergroup, people come and go."""

from __future__ import annotations

from telegram import ChatMemberUpdated

from bot.domain.rules import thing
from bot.domain.steward import lacking
from handlers.context import Context
from handlers.doors import happens
from handlers.rooms import belonging

MEMBERS = {"member", "administrator", "creator", "restricted"}


@happens("my_chat_member")
async def bot_moved(ctx: Context) -> None:
    """We were added to a group, made an admin, removed, or blocked in private."""
    change = ctx.incoming.my_chat_member
    assert change
    here = change.new_chat_member.status in MEMBERS
    if change.chat.type == "private":
        return await _blocked_or_back(ctx, here)
    await _told_of_rights(ctx, change, here)
    if not here:
        return await ctx.tx.rooms.pause(change.chat.id, ctx.now)
    came_back = await ctx.tx.rooms.revive(change.chat.id)
    ctx.tx.promised |= came_back
    known = came_back and (ctx.room.place_id is not None or await ctx.tx.rooms.wished(ctx.room.id) is not None)
    if change.old_chat_member.status not in MEMBERS and not known:
        await _first_words(ctx)
    return None


async def _blocked_or_back(ctx: Context, here: bool) -> None:
    if here:
        await ctx.tx.people.alive(ctx.person.id, ctx.now)
    else:
        await ctx.tx.people.unreachable(ctx.person.id, ctx.now)


async def _told_of_rights(ctx: Context, change: ChatMemberUpdated, here: bool) -> None:
    """The stewards hear when a group of theirs removes us, or takes a right away that we had."""
    name, trouble = thing("room", ctx.room.id), ctx.tx.steward
    before, now = (set(lacking(member.to_dict())) for member in (change.old_chat_member, change.new_chat_member))
    if ctx.room.place_id is None:
        return
    if not here:
        await trouble.over("room-rights", name)
        return await trouble.notice("room-gone", ctx.now, name)
    await trouble.over("room-gone", name)
    if now - before:
        await trouble.notice("room-rights", ctx.now, name)
    elif not now:
        await trouble.over("room-rights", name)


async def _first_words(ctx: Context) -> None:
    """The first group that a steward adds us to is the community's; of every other it is asked which place it is."""
    root = (await ctx.tx.places.root()).id
    by_steward = ctx.somebody is not None and "steward" in await ctx.powers(ctx.person.id)
    if by_steward and ctx.room.place_id is None and not await ctx.tx.rooms.has_community_group():
        await ctx.tx.rooms.belongs_to(ctx.room.id, root)
        await ctx.hang_board(ctx.room)
        return await ctx.say(ctx.t("room-hello"), "", ctx.t("room-hello-try", bot=ctx.house.username))
    if ctx.room.place_id is not None:
        return await ctx.say(ctx.t("room-hello"), "", ctx.t("room-hello-try", bot=ctx.house.username))
    return await belonging.ask(ctx)


@happens("migrate_to_chat_id")
async def migrates(ctx: Context) -> None:
    """The group becomes a supergroup; said in the old chat."""
    message = ctx.incoming.message
    assert message and message.migrate_to_chat_id
    await ctx.tx.rooms.migrates(message.chat.id, message.migrate_to_chat_id)
    ctx.tx.promised = True


@happens("migrate_from_chat_id")
async def migrated(ctx: Context) -> None:
    """The same, said in the new chat; whichever comes first does it."""
    message = ctx.incoming.message
    assert message and message.migrate_from_chat_id
    await ctx.tx.rooms.migrates(message.migrate_from_chat_id, message.chat.id)
    ctx.tx.promised = True


@happens("left_chat_member")
async def leaves(ctx: Context) -> None:
    message = ctx.incoming.message
    assert message and message.left_chat_member
    person = await ctx.tx.people.by_telegram(message.left_chat_member.id)
    if person:
        await ctx.tx.rooms.leaves(message.chat.id, person.id)


@happens("chat_member")
async def member_changes(ctx: Context) -> None:
    """Telegram tells admins who comes and goes; only those we know already are kept in mind."""
    change = ctx.incoming.chat_member
    assert change
    person = await ctx.tx.people.by_telegram(change.new_chat_member.user.id)
    if person and change.new_chat_member.status in MEMBERS:
        await ctx.tx.rooms.joins(ctx.room.id, person.id)
    elif person:
        await ctx.tx.rooms.leaves(change.chat.id, person.id)
