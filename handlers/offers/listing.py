"""The stewards' list of medicines: another name, one of their own, a prescription, one name less; each taken back."""

from __future__ import annotations

import re

from bot.domain import medicines
from bot.domain.medicines import Category, Change, Lists, Otc, Prescription
from bot.domain.rules import RuleError, thing
from bot.domain.text import clean_name
from bot.i18n import bold
from handlers import lists as pages
from handlers import medicine, questions
from handlers.cards import Card, Look, button, card, label
from handlers.context import Context, later
from handlers.doors import answers, presses, says

NAME_UNITS = 30
_ADDS = re.compile(r"^(?:加|添|add)\s*(?P<name>.+?)\s*(?:=|＝|是|就是|\bis\b|\bas\b|\s)\s*(?P<of>\S.*)$", re.IGNORECASE)
_FORBIDS = re.compile(r"^(?:处方药?|prescription)\s*[:：]?\s*(?P<name>.+)$", re.IGNORECASE)
_REMOVES = re.compile(r"^(?:删|减|去掉|remove|delete)\s*(?P<name>.+)$", re.IGNORECASE)


@says("medicines", "药品单", english=("medicines", "list of medicines"), on_card=True)
async def medicines_(ctx: Context) -> None:
    """`药品单 加 美林混悬液 = 布洛芬`, `药品单 处方 …`, `药品单 删 …`; a name alone says how it counts."""
    await ctx.may("medicine.change", state="open")
    if not ctx.room.is_private:
        return ctx.opens("offers", 0)
    if not ctx.text:
        await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "medicines.line", "0", later(ctx.now, hours=24))
        return await ctx.menu("list.1", "medicines")
    return await _line(ctx, ctx.text)


@answers("medicines.line")
async def line_typed(ctx: Context) -> None:
    await ctx.may("medicine.change", state="open")
    if not ctx.text:
        return await questions.ask(ctx, "medicines.line", 0, *ctx.t("medicines-how").splitlines())
    return await _line(ctx, ctx.text)


@presses("medicines.list")
async def turned(ctx: Context) -> None:
    await ctx.may("medicine.change", state="open")
    ctx.values(0)
    await ctx.menu(f"list.{ctx.number}", "medicines")


async def _line(ctx: Context, text: str) -> None:
    known = await medicine.lists(ctx.tx)
    if found := _FORBIDS.match(text):
        return await _change(ctx, Change(_name(found["name"]), "prescription"))
    if found := _REMOVES.match(text):
        return await _change(ctx, _removed(_name(found["name"]), known))
    if found := _ADDS.match(text):
        return await _change(ctx, _added(_name(found["name"]), found["of"], known))
    return await ctx.say(bold(text[:60]), _counts_as(ctx, text, known))


def _name(text: str) -> str:
    name = clean_name(text, NAME_UNITS)
    if len(name) < 2:
        raise RuleError("medicines-how")
    return name


def _added(name: str, of: str, known: Lists) -> Change:
    """Another name of a medicine, or a new one in a category. What is a prescription stays one."""
    if isinstance(medicines.judge(name, known), Prescription):
        raise RuleError("medicines-is-prescription")
    judged = medicines.judge(of, known)
    if not isinstance(judged, Otc | Category):
        raise RuleError("medicines-of-what")
    return Change(name, "otc", judged.key)


def _removed(name: str, known: Lists) -> Change:
    """The prescriptions that come with the house stay; a steward's own is taken back."""
    if medicines.spelt(name) in medicine.LISTS.prescription:
        raise RuleError("medicines-is-prescription")
    if medicines.spelt(name) not in {*known.otc, *known.prescription}:
        raise RuleError("medicines-not-there")
    return Change(name, "gone")


async def _change(ctx: Context, one: Change) -> None:
    if one.kind == "gone" and medicines.spelt(one.name) not in medicine.LISTS.otc:
        await ctx.tx.medicines.undo(medicines.spelt(one.name))
    else:
        named = Change(medicines.spelt(one.name), one.kind, one.key)
        await ctx.tx.medicines.change(named, ctx.person.id, ctx.now)
    await ctx.write_down(f"medicine.{one.kind}", thing("person", ctx.person.id))
    await ctx.say(ctx.t("medicines-changed"), bold(one.name), _counts_as(ctx, one.name, await medicine.lists(ctx.tx)))
    await ctx.menu("list.1", "medicines")


@presses("medicines.undo")
async def undo(ctx: Context) -> None:
    """One line as it was before; counted in the order they stand."""
    await ctx.may("medicine.change", state="open")
    ctx.values(1)
    changes = await ctx.tx.medicines.changes()
    mark = ctx.way.values[0]
    for one in changes:
        if medicines.own_key(one.name).removeprefix("own-") == mark:
            await ctx.tx.medicines.undo(one.name)
            await ctx.write_down("medicine.undone", thing("person", ctx.person.id))
    await ctx.menu("list.1", "medicines")


def _counts_as(ctx: Context, text: str, known: Lists) -> str:
    judged = medicines.judge(text, known)
    if isinstance(judged, Otc):
        return ctx.t("medicines-otc", name=known.entries[judged.key].name(ctx.t.lang))
    if isinstance(judged, Category):
        return ctx.t("medicines-category", names=medicine.named(ctx.t, known, judged.members, 8))
    if isinstance(judged, Prescription):
        return ctx.t("medicines-prescription")
    near = medicines.suggest(text, known)
    return ctx.t("medicines-unknown", near=medicine.named(ctx.t, known, near) if near else "none")


async def draw(look: Look, number: int, view: str) -> Card | None:
    """How many are known, and what was changed here; each change with the tap that takes it back."""
    t, known = look.t, await medicine.lists(look.read)
    changes = await look.read.medicines.changes()
    shown, page, count = pages.page_of(changes, int(view.partition(".")[2]))
    rows = [
        [button(label(f"↩️ {one.name}"), "medicines.undo", medicines.own_key(one.name).removeprefix("own-"))]
        for one in shown
    ]
    lines = [t("medicines-line", name=one.name, kind=one.kind) for one in shown]
    head = [bold(t("medicines-title", otc=len(known.entries), prescription=len(known.prescription)))]
    return card(
        [*head, *lines, "", *t("medicines-how").splitlines()], *rows, pages.turner("medicines.list", page, count)
    )
