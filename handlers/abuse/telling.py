"""Reporting: as a reply in a group or by a button on a thing; the reason in private, one voice per person and thing."""

from __future__ import annotations

import hmac

from bot.domain.abuse import REASONS, WORDS_UNITS, Case, check_many, reason_of
from bot.domain.rules import RuleError, thing
from bot.domain.text import cut
from handlers import questions, talking
from handlers.abuse.shared import judges, may, origin, take_command_away
from handlers.cards import Button, Look, button
from handlers.context import Context, Showing, later
from handlers.doors import answers, opens, presses, says


@says("report", "举报", english=("report",), on_card=True)
async def report(ctx: Context) -> None:
    """The bot answers nothing in the group: who reports is nobody's business."""
    if not ctx.replied_to:
        return await ctx.say(ctx.t("report-how"))
    case = await _replied_to(ctx, ctx.replied_to)
    await may(ctx, "case.report", case)
    await take_command_away(ctx)
    return await _ask_why(ctx, case)


async def _replied_to(ctx: Context, message_id: int) -> Case:
    """The case of the thing whose card that is, or of somebody's message, of which no word is kept."""
    row = await ctx.tx.cards.at_message(ctx.room.id, message_id)
    if row:
        return await _about(ctx, row.thing)
    said = ctx.incoming.message.reply_to_message if ctx.incoming.message else None
    if ctx.room.is_private or said is None or (said.from_user and said.from_user.id == ctx.house.bot_id):
        raise RuleError("report-nothing")
    author = await ctx.tx.people.by_telegram(said.from_user.id) if said.from_user and not said.sender_chat else None
    return await ctx.tx.abuse.about_message(
        ctx.room.id, message_id, author.id if author else None, ctx.room.place_id, ctx.now
    )


async def _about(ctx: Context, name: str) -> Case:
    made = await origin(ctx, name)
    if made is None:
        raise RuleError("report-nothing")
    return await ctx.tx.abuse.about_thing(name, made.person_id, made.by_id, made.place_id, ctx.now)


@presses("report.thing")
async def report_thing(ctx: Context) -> None:
    """The button on a thing; what somebody was never shown does not exist."""
    name = "_".join(ctx.way.values)
    if len(ctx.way.values) != 2 or not await ctx.tx.abuse.sees(ctx.person.id, name):
        raise RuleError("button-is-old")
    case = await _about(ctx, name)
    await may(ctx, "case.report", case)
    await _ask_why(ctx, case)


async def _ask_why(ctx: Context, case: Case) -> None:
    if not ctx.person.reachable:
        return ctx.opens("report", case.id)
    await ctx.show(thing("case", case.id), "reporter", await ctx.private_room(ctx.person), aloud=True)
    return ctx.answer(ctx.t("report-in-private")) if ctx.query else None


@opens("report")
async def from_group(ctx: Context) -> None:
    case = await ctx.tx.abuse.case(ctx.number) if ctx.is_proved else None
    if case is None:
        raise RuleError("button-is-old")
    await may(ctx, "case.report", case)
    await ctx.show(thing("case", case.id), "reporter", ctx.room, aloud=True)


def reasons(look: Look, case: Case) -> list[list[Button]]:
    """Each button proves that it was drawn for this person: cases cannot be guessed."""
    proof = look.house.sign(f"why_{case.id}_{look.room.person_id}")
    buttons = [button(look.t(f"report-{reason}"), "report.why", case.id, reason, proof) for reason in REASONS]
    return [buttons[:2], buttons[2:4], buttons[4:]]


@presses("report.why")
async def why(ctx: Context) -> None:
    case = await _proved(ctx)
    reason = reason_of(ctx.way.values[1])
    await may(ctx, "case.report", case)
    await _check_many(ctx, case)
    if reason == "other":
        return await questions.ask(ctx, "report.words", case.id, ctx.t("report-what"))
    return await _record(ctx, case, reason, "")


async def _proved(ctx: Context) -> Case:
    values = ctx.way.values
    expected = ctx.house.sign(f"why_{values[0]}_{ctx.person.id}") if values else ""
    proved = ctx.room.is_private and len(values) == 3 and hmac.compare_digest(values[2], expected)
    case = await ctx.tx.abuse.case(ctx.number) if proved else None
    if case is None:
        raise RuleError("button-is-old")
    return case


@answers("report.words")
async def said(ctx: Context) -> None:
    case = await ctx.tx.abuse.case(ctx.number)
    if case is None:
        raise RuleError("report-nothing")
    if not ctx.text:
        return await questions.ask(ctx, "report.words", case.id, ctx.t("report-in-words"))
    await may(ctx, "case.report", case)
    await _check_many(ctx, case)
    await _record(ctx, case, "other", cut(ctx.text, WORDS_UNITS))
    return await ctx.say(ctx.t("report-thanks"))


async def _check_many(ctx: Context, case: Case) -> None:
    """To put it otherwise is not another report."""
    if not await ctx.tx.abuse.has_reported(case.id, ctx.person.id):
        check_many(await ctx.tx.abuse.reported_since(ctx.person.id, later(ctx.now, days=-1)))


async def _record(ctx: Context, case: Case, reason: str, words: str) -> None:
    """The first voice sets the heads going; more of them only count. The journal never learns who spoke."""
    first = not await ctx.tx.abuse.reasons(case.id)
    await ctx.tx.abuse.reports(case.id, ctx.person.id, reason, words, ctx.now)
    await ctx.redraw(thing("case", case.id))
    await talking.reported(ctx, case.thing)
    if first and case.state == "open":
        await ctx.tx.journal.write(ctx.now, None, "case.opened", thing("case", case.id), case.place_id)
        for one in await judges(ctx, case):
            await ctx.tell(one, "case.opened", Showing(thing("case", case.id), "judge"))
    ctx.answer(ctx.t("report-thanks"))
