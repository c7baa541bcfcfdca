"""Judging: hidden for now or nothing wrong, the author's objection, and the steward's last word; all of it undone."""

from __future__ import annotations

from bot.domain.abuse import Case
from bot.domain.rules import RuleError, thing
from bot.i18n import bold, link, quote
from handlers import names
from handlers.abuse.shared import is_steward, judges, may, place_of, the_case
from handlers.abuse.telling import reasons
from handlers.cards import Button, Card, Look, button, card
from handlers.context import TITLES, Context, Showing
from handlers.doors import presses

MOST_WORDS = 5


@presses("case.hide")
async def hide(ctx: Context) -> None:
    case = await the_case(ctx)
    await may(ctx, "case.hide", case)
    await _decide(ctx, case, case.hide(by=ctx.person.id, at=ctx.now), "case.hidden")
    ctx.answer(ctx.t("case-hidden-answer"))


@presses("case.fine")
async def dismiss(ctx: Context) -> None:
    case = await the_case(ctx)
    await may(ctx, "case.dismiss", case)
    await _decide(ctx, case, case.clear(by=ctx.person.id, at=ctx.now), "case.fine", tells_author=False)
    ctx.answer(ctx.t("case-fine-answer"))


@presses("case.unhide")
async def unhide(ctx: Context) -> None:
    """The undo of hiding; after an objection it is the steward's."""
    case = await the_case(ctx)
    await may(ctx, "case.decide" if case.state in ("objected", "kept") else "case.unhide", case)
    await _decide(ctx, case, case.clear(by=ctx.person.id, at=ctx.now), "case.shown")
    ctx.answer(ctx.t("case-shown-answer"))


@presses("case.keep")
async def keep(ctx: Context) -> None:
    case = await the_case(ctx)
    await may(ctx, "case.decide", case)
    await _decide(ctx, case, case.keep(by=ctx.person.id, at=ctx.now), "case.kept")
    ctx.answer(ctx.t("case-kept-answer"))


@presses("case.delete")
async def delete(ctx: Context) -> None:
    """Somebody's message in a group; Telegram lets us only where we may delete."""
    case = await the_case(ctx)
    await may(ctx, "case.delete", case)
    if case.room_id is None or case.message_id is None:
        raise RuleError("button-is-old")
    room = await ctx.tx.rooms.get(case.room_id)
    await ctx.promise(room, "house.tidy", "deleteMessage", {"message_id": case.message_id})
    await _decide(ctx, case, case.keep(by=ctx.person.id, at=ctx.now), "case.deleted", tells_author=False)
    ctx.answer(ctx.t("case-deleted-answer"), alert=True)


@presses("case.object")
async def object_(ctx: Context) -> None:
    """The author does not agree: from now on it is the steward's to decide."""
    case = await ctx.tx.abuse.case(ctx.number)
    if case is None or not case.concerns(ctx.person.id):
        raise RuleError("case-unknown")
    await may(ctx, "case.object", case)
    ctx.answer(ctx.t("case-objected-answer"))
    if case.state == "objected":
        return
    await _save(ctx, case.object(), "case.objected")
    for one in await judges(ctx, case):
        if await is_steward(ctx.tx, one):
            await ctx.tell(one, "case.objected", Showing(thing("case", case.id), "judge"))


async def _decide(ctx: Context, before: Case, after: Case, verb: str, *, tells_author: bool = True) -> None:
    if after == before:
        return
    await _save(ctx, after, verb)
    for one in {after.person_id, after.by_id} if tells_author else ():
        if one is not None:
            await ctx.tell(one, verb, Showing(thing("case", after.id), "author"))


async def _save(ctx: Context, case: Case, verb: str) -> None:
    await ctx.tx.abuse.save(case)
    await ctx.redraw(thing("case", case.id))
    if case.thing:
        await ctx.redraw(case.thing)
        await ctx.redraw_board(place_id=await place_of(ctx.tx, case))
    await ctx.write_down(verb, thing("case", case.id), case.place_id)


# cards


async def draw(look: Look, number: int, view: str) -> Card | None:
    case = await look.read.abuse.case(number)
    if case is None:
        return card([look.t("case-unknown")])
    return await {"reporter": _reporter, "author": _author}.get(view, _judge)(look, case)


async def _reporter(look: Look, case: Case) -> Card:
    """Nothing but why; once said, thanks."""
    reader = look.room.person_id or 0
    if await look.read.abuse.has_reported(case.id, reader):
        return card([look.t("report-thanks")])
    return card([bold(look.t("report-why")), look.t("report-is-private")], *reasons(look, case))


async def _author(look: Look, case: Case) -> Card:
    t = look.t
    if not case.is_hidden:
        return card([t("case-author-fine")])
    most = next(iter(await look.read.abuse.reasons(case.id)), ("other", 0))[0]
    lines = [bold(t("case-author-hidden")), t("case-author-why", reason=t(f"report-{most}"))]
    text = await _thing_text(look, case)
    object_row = [button(t("case-object"), "case.object", case.id)] if case.state == "hidden" else []
    return card([*lines, "", text, "", t(f"case-author-{case.state}-next")], object_row)


async def _judge(look: Look, case: Case) -> Card:
    """To heads and stewards: what, how many say what of it, and never who says so."""
    t, judge = look.t, look.room.person_id or 0
    held = await look.read.offices.titles_at_or_above(judge, await place_of(look.read, case))
    powers = frozenset().union(*(TITLES[title].powers for title in held if title in TITLES))
    if not powers & {"confirm", "steward"} or case.concerns(judge):
        return card([t("case-unknown")])
    counts = " · ".join(
        t("case-count", reason=t(f"report-{reason}"), many=many)
        for reason, many in await look.read.abuse.reasons(case.id)
    )
    said = [quote(words) for words in await look.read.abuse.said(case.id, MOST_WORDS)]
    lines = [bold(t(f"case-judge-{case.state}")), counts, *said, "", await _what(look, case)]
    if case.person_id:
        lines += [t("case-whose", who=await names.who(look.read, look.house, t, case.person_id))]
    return card(lines, *await _rows(look, case, "steward" in powers))


async def _what(look: Look, case: Case) -> str:
    if case.thing:
        return await _thing_text(look, case)
    room = await look.read.rooms.get(case.room_id or 0)
    where, number = str(room.chat_id), case.message_id
    sentence = look.t("case-message", room=room.title or "…")
    if where.startswith("-100"):  # only supergroups have links to their messages
        return link(sentence, f"https://t.me/c/{where[4:]}/{number}")
    return sentence


async def _thing_text(look: Look, case: Case) -> str:
    """The thing as the group reads it."""
    kind, _, number = (case.thing or "").rpartition("_")
    for feature in look.house.features:
        if kind in feature.cards:
            drawn = await feature.cards[kind](look, int(number), "group")
            return drawn.text if drawn else look.t("case-gone")
    return look.t("case-gone")


async def _rows(look: Look, case: Case, steward: bool) -> list[list[Button]]:
    t, last_word = look.t, case.state in ("objected", "kept")
    fine, unhide = button(t("case-fine"), "case.fine", case.id), button(t("case-unhide"), "case.unhide", case.id)
    rows: list[list[Button]] = []
    if case.thing and case.state in ("open", "fine"):
        rows += [[button(t("case-hide"), "case.hide", case.id), *([fine] if case.state == "open" else [])]]
    elif case.thing and (steward or not last_word):
        keep = [button(t("case-keep"), "case.keep", case.id)] if case.state == "objected" else []
        rows += [[unhide, *keep]]
    elif not case.thing and case.state == "open":
        delete = [button(t("case-delete"), "case.delete", case.id)] if steward else []
        rows += [[*delete, fine]]
    if steward and case.person_id and not await is_steward(look.read, case.person_id):
        most = next(iter(await look.read.abuse.reasons(case.id)), ("other", 0))[0]
        rows += [[button(t("case-block"), "block.person", case.person_id, most)]]
    return rows
