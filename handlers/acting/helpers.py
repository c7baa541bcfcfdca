"""Helpers: named by one tap, accepted by one tap, taken back by one tap."""

from __future__ import annotations

from urllib.parse import quote as quoted

from bot.domain import acting
from bot.domain.people import Person
from bot.domain.rules import RuleError
from bot.i18n import bold, page
from handlers import codes, names
from handlers.acting.shared import MENU, in_private
from handlers.acting.speaking import end
from handlers.context import Context, Saying, later
from handlers.doors import opens, presses, says
from storage.codes import Code


@says("helpers", "帮我的人", "家人帮我", english=("helpers", "my helpers"))
async def helpers(ctx: Context) -> None:
    in_private(ctx)
    await ctx.menu(f"helpers.{(await _whose(ctx)).id}", MENU)


@presses("acting.helpers")
async def helpers_pressed(ctx: Context) -> None:
    await helpers(ctx)


async def _whose(ctx: Context) -> Person:
    """Whose helpers: one's own, or those of the neighbour an office speaks for; a helper names no other helper."""
    if ctx.by_id and await ctx.tx.acting.is_named(ctx.whom.id, ctx.person.id):
        raise RuleError("acting-only-themselves")
    return ctx.whom


@presses("acting.name")
async def name_helper(ctx: Context) -> None:
    """One tap gives it: a link to send on, which its first opener accepts."""
    in_private(ctx)
    whose = await _whose(ctx)
    if len(await ctx.tx.acting.helpers_of(whose.id)) >= acting.MOST_HELPERS:
        raise RuleError("acting-too-many", most=acting.MOST_HELPERS)
    await ctx.tx.codes.void("helper", whose.id, ctx.now)
    code = await ctx.tx.codes.issue(
        "helper", whose.id, by=ctx.person.id, at=ctx.now, expires_at=later(ctx.now, days=acting.LINK_DAYS)
    )
    url = codes.link(ctx.house, code)
    text = ctx.t("acting-invitation", who=whose.name)
    share = f"https://t.me/share/url?url={quoted(url, safe='')}&text={quoted(text, safe='')}"
    send = [[{"text": ctx.t("acting-send"), "url": share}]]
    await ctx.say(
        ctx.t("acting-send-how"), url, ctx.t("acting-send-until", days=acting.LINK_DAYS),
        keyboard={"inline_keyboard": send},
    )  # fmt: skip


@opens("helper")
async def invited(ctx: Context) -> None:
    """Somebody is asked to help: they say yes by one tap."""
    code = await _invitation(ctx)
    yes = {"text": ctx.t("acting-yes"), "callback_data": f"acting_yes_{code.id}_{ctx.way.values[1]}"}
    no = {"text": ctx.t("acting-no"), "callback_data": f"acting_no_{code.id}"}
    who = await names.who(ctx.tx, ctx.house, ctx.t, code.target)
    name = await names.named(ctx.tx, ctx.house, ctx.t, code.target)
    lines = [bold(ctx.t("acting-asked", who=who)), ctx.t("acting-asked-what", who=name)]
    await ctx.say(*lines, keyboard={"inline_keyboard": [[yes, no]]})


async def _invitation(ctx: Context) -> Code:
    """Still meant by whoever sent it on, and for somebody else than the one to be helped."""
    code = await codes.opened(ctx, "helper")
    if code.target == ctx.person.id:
        raise RuleError("acting-own-link")
    if code.issued_by is None or not (code.issued_by == code.target or await ctx.may_act(code.issued_by, code.target)):
        raise RuleError("code-too-old")
    return code


@presses("acting.yes")
async def accept(ctx: Context) -> None:
    code = await _invitation(ctx)
    await codes.use(ctx, code)
    await ctx.tx.acting.names(code.target, ctx.person.id, ctx.now)
    await ctx.write_down("helper.named", f"person_{code.target}", helper=ctx.person.id)
    helper = ctx.person.name
    news = Saying(lambda t: page([bold(t("acting-accepted", who=helper)), t("acting-take-back-how")]))
    for one in {code.target, code.issued_by or code.target}:
        await ctx.tell(one, "helper.accepted", news, awaited=True)
    await ctx.menu(f"who.{code.target}", MENU)
    ctx.answer(ctx.t("acting-thanks"))


@presses("acting.no")
async def decline(ctx: Context) -> None:
    """Nothing is kept of it; the link can still be opened by whom it was meant for."""
    ctx.answer(ctx.t("acting-declined"), alert=True)


@presses("acting.take-back")
async def take_back(ctx: Context) -> None:
    whose = await _whose(ctx)
    if await ctx.tx.acting.take_back(whose.id, ctx.number):
        await ctx.write_down("helper.taken-back", f"person_{whose.id}", helper=ctx.number)
        await _parted(ctx, whose.id, ctx.number)
        name = whose.name
        await ctx.tell(ctx.number, "helper.taken-back", Saying(lambda t: page([t("acting-over-told", who=name)])))
    ctx.answer(ctx.t("acting-taken-back"))
    await ctx.menu(f"helpers.{whose.id}", MENU)


@presses("acting.give-back")
async def give_back(ctx: Context) -> None:
    """The helper does not want to any more."""
    if await ctx.tx.acting.take_back(ctx.number, ctx.person.id):
        await ctx.write_down("helper.gave-back", f"person_{ctx.number}", helper=ctx.person.id)
        await _parted(ctx, ctx.number, ctx.person.id)
        who = ctx.person.name
        await ctx.tell(ctx.number, "helper.gave-back", Saying(lambda t: page([t("acting-gave-back-told", who=who)])))
    if (await ctx.tx.acting.acts_for(ctx.person.id))[0] == ctx.number:
        await end(ctx)
    ctx.answer(ctx.t("acting-gave-back"))
    await ctx.menu("for.1", MENU)


async def _parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """What the helper had opened is the person's own from now on."""
    for feature in ctx.house.features:
        if feature.parted:
            await feature.parted(ctx, person_id, helper_id)
