"""Helpers: named by one tap, accepted by one tap, taken back by one tap."""

from __future__ import annotations

from urllib.parse import quote as quoted

from bot.domain import acting
from bot.domain.rules import RuleError
from bot.i18n import bold, page
from handlers import codes, names
from handlers.acting.shared import MENU, in_private
from handlers.context import Context, Saying, later
from handlers.doors import opens, presses, says


@says("helpers", "帮我的人", "家人帮我", english=("helpers", "my helpers"))
async def helpers(ctx: Context) -> None:
    in_private(ctx)
    await ctx.menu("helpers", MENU)


@presses("acting.helpers")
async def helpers_pressed(ctx: Context) -> None:
    await ctx.menu("helpers", MENU)


@presses("acting.name")
async def name_helper(ctx: Context) -> None:
    """One tap gives it: a link to send on, which its first opener accepts."""
    in_private(ctx)
    if len(await ctx.tx.acting.helpers_of(ctx.person.id)) >= acting.MOST_HELPERS:
        raise RuleError("acting-too-many", most=acting.MOST_HELPERS)
    await ctx.tx.codes.void("helper", ctx.person.id, ctx.now)
    code = await ctx.tx.codes.issue(
        "helper", ctx.person.id, by=ctx.person.id, at=ctx.now, expires_at=later(ctx.now, days=acting.LINK_DAYS)
    )
    url = codes.link(ctx.house, code)
    text = ctx.t("acting-invitation", who=ctx.person.name)
    share = f"https://t.me/share/url?url={quoted(url, safe='')}&text={quoted(text, safe='')}"
    send = [[{"text": ctx.t("acting-send"), "url": share}]]
    await ctx.say(
        ctx.t("acting-send-how"), url, ctx.t("acting-send-until", days=acting.LINK_DAYS),
        keyboard={"inline_keyboard": send},
    )  # fmt: skip


@opens("helper")
async def invited(ctx: Context) -> None:
    """Somebody is asked to help: they say yes by one tap."""
    code = await codes.opened(ctx, "helper")
    if code.target == ctx.person.id:
        raise RuleError("acting-own-link")
    yes = {"text": ctx.t("acting-yes"), "callback_data": f"acting_yes_{code.id}_{ctx.way.values[1]}"}
    no = {"text": ctx.t("acting-no"), "callback_data": f"acting_no_{code.id}"}
    who = await names.who(ctx.tx, ctx.house, ctx.t, code.target)
    await ctx.say(
        bold(ctx.t("acting-asked", who=who)), ctx.t("acting-asked-what"), keyboard={"inline_keyboard": [[yes, no]]}
    )


@presses("acting.yes")
async def accept(ctx: Context) -> None:
    code = await codes.opened(ctx, "helper")
    await codes.use(ctx, code)
    await ctx.tx.acting.names(code.target, ctx.person.id, ctx.now)
    await ctx.write_down("helper.named", f"person_{code.target}", helper=ctx.person.id)
    helper = ctx.person.name
    await ctx.tell(
        code.target, "helper.accepted",
        Saying(lambda t: page([bold(t("acting-accepted", who=helper)), t("acting-take-back-how")])), awaited=True,
    )  # fmt: skip
    await ctx.menu(f"who.{code.target}", MENU)
    ctx.answer(ctx.t("acting-thanks"))


@presses("acting.no")
async def decline(ctx: Context) -> None:
    """Nothing is kept of it; the link can still be opened by whom it was meant for."""
    ctx.answer(ctx.t("acting-declined"), alert=True)


@presses("acting.take-back")
async def take_back(ctx: Context) -> None:
    if await ctx.tx.acting.take_back(ctx.person.id, ctx.number):
        await ctx.write_down("helper.taken-back", f"person_{ctx.person.id}", helper=ctx.number)
        whose = ctx.person.name
        await ctx.tell(ctx.number, "helper.taken-back", Saying(lambda t: page([t("acting-over-told", who=whose)])))
    ctx.answer(ctx.t("acting-taken-back"))
    await ctx.menu("helpers", MENU)


@presses("acting.give-back")
async def give_back(ctx: Context) -> None:
    """The helper does not want to any more."""
    if await ctx.tx.acting.take_back(ctx.number, ctx.person.id):
        await ctx.write_down("helper.gave-back", f"person_{ctx.number}", helper=ctx.person.id)
        who = ctx.person.name
        await ctx.tell(ctx.number, "helper.gave-back", Saying(lambda t: page([t("acting-gave-back-told", who=who)])))
    ctx.answer(ctx.t("acting-gave-back"))
    await ctx.menu("for.1", MENU)
