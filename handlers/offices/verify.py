"""Is that really our head? Which office somebody holds, where, who granted it and since when."""

from __future__ import annotations

from telegram import Message, MessageOriginUser, User

from bot.domain.people import Office
from bot.domain.rules import RuleError
from bot.i18n import Words, bold
from handlers import names, questions
from handlers.context import TELEGRAM, Context, Neighbourhood
from handlers.doors import answers, presses, says
from handlers.offices.shared import is_caring, office_name, powers_of, the_office
from handlers.offices.whocards import day
from storage.database import Read


@says("verify", "真的是楼栋长吗", "真的是吗", english=("is that really", "really the head"))
async def verify(ctx: Context) -> None:
    """As a reply to somebody's message; it works about an account that never spoke to us."""
    if not ctx.room.is_private and ctx.room.place_id is None:
        raise RuleError("who-group-unknown")
    message = ctx.incoming.message.reply_to_message if ctx.incoming.message and ctx.replied_to else None
    if message is not None:
        return await _about(ctx, message)
    if ctx.room.is_private:
        return await questions.ask(ctx, "verify.forwarded", 0, ctx.t("verify-forward"))
    raise RuleError("verify-how", bot=ctx.house.username)


@answers("verify.forwarded")
async def forwarded(ctx: Context) -> None:
    """In private: somebody's message, passed on to us."""
    message = ctx.incoming.message
    if message is None or message.forward_origin is None:
        raise RuleError("verify-forward")
    await _about(ctx, message)


async def _about(ctx: Context, message: Message) -> None:
    """Whoever wrote it first; Telegram hides those who wish so."""
    origin = message.forward_origin
    user = origin.sender_user if isinstance(origin, MessageOriginUser) else None if origin else message.from_user
    if user is None or user.is_bot or message.sender_chat or user.id == TELEGRAM:
        raise RuleError("verify-anonymous")
    await _say(ctx, user)


async def _say(ctx: Context, user: User) -> None:
    person = await ctx.tx.people.by_telegram(user.id)
    held = await ctx.tx.offices.of(person.id) if person else []
    shown = [one for one in held if not await is_caring(ctx.tx, one)]
    if person is None or not shown:
        return await ctx.say(bold(ctx.t("verify-nothing")), ctx.t("verify-careful"))
    name = await names.named(ctx.tx, ctx.house, ctx.t, person.id)
    lines = [await sentence(ctx.tx, ctx.house, ctx.t, one, name) for one in shown]
    return await ctx.say(*lines, ctx.t("verify-careful"))


@presses("verify.office")
async def office_pressed(ctx: Context) -> None:
    """From the card of an office."""
    office = await the_office(ctx)
    if office.until is not None:
        raise RuleError("office-is-ended")
    name = await names.named(ctx.tx, ctx.house, ctx.t, office.person_id)
    ctx.answer(await sentence(ctx.tx, ctx.house, ctx.t, office, name), alert=True)


async def sentence(read: Read, house: Neighbourhood, t: Words, office: Office, name: str) -> str:
    local = house.local(office.since)
    aside = t("who-aside", words=t("office-lent-until", until=day(house, t, office.ends_at))) if office.ends_at else ""
    said = t(
        "verify-yes", name=name, office=await office_name(read, house, t, office),
        year=local.year, month=local.month, by=await _granter(read, house, t, office),
    )  # fmt: skip
    return said + aside


async def _granter(read: Read, house: Neighbourhood, t: Words, office: Office) -> str:
    """Who granted it, with the office by which they could; one step up."""
    if office.granted_by is None:
        return "none"
    name = await names.named(read, house, t, office.granted_by)
    for one in await read.offices.of(office.granted_by):
        if "appoint" in await powers_of(read, office.granted_by, one.place_id) and one.id != office.id:
            return t("verify-granter", name=name, office=await office_name(read, house, t, one))
    return name
