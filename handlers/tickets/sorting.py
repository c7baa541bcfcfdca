"""Categories as a community wants them: the steward changes how soon, how urgent, who hears of it and what it is called
here, switches one off, or adds one of their own."""

from __future__ import annotations

from bot.domain import categories
from bot.domain.categories import CLOCKS, FLAGS, Category, Change
from bot.domain.moments import HOUR
from bot.domain.rules import RuleError
from bot.i18n import Html, bold
from handlers import lists, names, questions
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import CATEGORIES, Context
from handlers.doors import answers, presses, says
from handlers.tickets import groupcards
from handlers.tickets.shared import save

KIND = "sorts"
HALF_HOURS = (1, 2, 4, 8, 18, 36, 54, 90, 180, 270)
"""What a clock can be set to, in half hours of it."""

TOLD = ("property_manager", "duty_holder", "social_worker", "party_secretary", "committee_chair")
"""Titles that can be told besides whoever has it."""


@says("categories", "报修类别", english=("categories",))
async def every(ctx: Context) -> None:
    await _may(ctx)
    if ctx.text:
        return await _add(ctx, ctx.text)
    return await ctx.menu("list.1", KIND)


async def _may(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("open-private-please")
    await ctx.may("category.change", state="open")


@presses("category.list")
async def turn(ctx: Context) -> None:
    await _may(ctx)
    await ctx.menu(f"list.{ctx.number}", KIND)


@presses("category.show")
async def show(ctx: Context) -> None:
    """`category_show_lift`, or one of its pages: `category_show_lift_fix`"""
    await _may(ctx)
    base = await _base(ctx)
    page = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if page not in ("", *CLOCKS, "also"):
        raise RuleError("button-is-old")
    await ctx.menu(f"{page}.{base.key}" if page else f"one.{base.key}", KIND)


async def _base(ctx: Context) -> Category:
    """The category of a button as it comes with the house; one of the community's own as new ones are."""
    key = ctx.values(1)[0]
    if key not in (await ctx.house.read_categories(ctx.tx)).every:
        raise RuleError("button-is-old")
    return CATEGORIES.every.get(key) or CATEGORIES.template


@presses("category.clock")
async def clock(ctx: Context) -> None:
    """`category_clock_lift_fix_36`: in half hours of its clock."""
    await _may(ctx)
    await _base(ctx)
    _, which, halves = ctx.values(3)
    if not halves.isdecimal() or len(halves) > 4:
        raise RuleError("button-is-old")
    await _change(ctx, (await _changed(ctx)).clock(which, int(halves) * HOUR // 2))


@presses("category.flag")
async def flag(ctx: Context) -> None:
    """What somebody reported as private stays so: that is not switched off any more."""
    await _may(ctx)
    base, which = await _base(ctx), ctx.values(2)[1]
    if which == "private" and await _is_kept_private(ctx):
        raise RuleError("category-stays-private")
    await _change(ctx, (await _changed(ctx)).flag(which, base))


async def _is_kept_private(ctx: Context) -> bool:
    """Whether neighbours were told that what they report of this kind is private."""
    key = ctx.values(1)[0]
    return ctx.house.categories.get(key).private and await ctx.tx.ticket_lists.is_used(key)


@presses("category.also")
async def also(ctx: Context) -> None:
    await _may(ctx)
    base, title = await _base(ctx), ctx.values(2)[1].replace("-", "_")
    if title not in TOLD:
        raise RuleError("button-is-old")
    await _change(ctx, (await _changed(ctx)).tells(title, base), page="also")


@presses("category.switch")
async def switch(ctx: Context) -> None:
    """Not offered any more, or offered again."""
    await _may(ctx)
    await _base(ctx)
    now = await _changed(ctx)
    await _change(ctx, now.switched(off=not now.off))


@presses("category.undo")
async def undo(ctx: Context) -> None:
    """As it comes with the house."""
    await _may(ctx)
    base = await _base(ctx)
    if not base.private and await _is_kept_private(ctx):
        raise RuleError("category-stays-private")
    if await ctx.tx.categories.undo(base.key):
        await _follow(ctx, base.key)
    await ctx.menu(f"one.{base.key}", KIND)


@presses("category.words")
async def words(ctx: Context) -> None:
    """What neighbours call it here: asked for, and typed."""
    await _may(ctx)
    await _base(ctx)
    key = ctx.values(1)[0]
    await questions.ask(ctx, "category.said", key, ctx.t("category-words-what"), ctx.t("category-words-how"))


@answers("category.said")
async def said(ctx: Context) -> None:
    await _may(ctx)
    await _base(ctx)
    await _change(ctx, (await _changed(ctx)).called(ctx.text))


@presses("category.add")
async def add(ctx: Context) -> None:
    await _may(ctx)
    await questions.ask(ctx, "category.named", "", ctx.t("category-add-what"), ctx.t("category-add-how"))


@answers("category.named")
async def named(ctx: Context) -> None:
    await _may(ctx)
    await _add(ctx, ctx.text)


async def _add(ctx: Context, text: str) -> None:
    zh, en = categories.own_name(text)
    known = (await ctx.house.read_categories(ctx.tx)).every.values()
    if zh in {one.zh or ctx.t("ticket-category", category=one.key) for one in known}:
        raise RuleError("category-taken")
    if sum(bool(one.zh) and not one.off for one in known) >= categories.MOST_OWN:
        raise RuleError("category-too-many", most=categories.MOST_OWN)
    key = await ctx.tx.categories.next_key()
    await ctx.tx.categories.save(Change(key, zh, en or None), ctx.person.id, ctx.now)
    await ctx.write_down("category.added", f"category_{key}")
    await ctx.menu(f"one.{key}", KIND)


async def _changed(ctx: Context) -> Change:
    return await ctx.tx.categories.of(ctx.values(1)[0])


async def _change(ctx: Context, change: Change, page: str = "one") -> None:
    await ctx.tx.categories.save(change, ctx.person.id, ctx.now)
    await _follow(ctx, change.key)
    await ctx.menu(f"{page}.{change.key}", KIND)


async def _follow(ctx: Context, key: str) -> None:
    """Open tickets of this kind have other deadlines from now on."""
    await ctx.write_down("category.changed", f"category_{key}")
    if (await ctx.house.read_categories(ctx.tx)).get(key).private:
        await ctx.tx.ticket_lists.over_leaves_groups(key)
    for ticket in await ctx.tx.ticket_lists.of_category(key):
        await save(ctx, ticket, ticket, None, anyway=True)


# the cards


async def draw(look: Look, number: int, view: str) -> Card | None:
    known = await look.house.read_categories(look.read)
    page, _, rest = view.partition(".")
    if page == "list":
        return await _list(look, int(rest))
    one = known.every.get(rest)
    if one is None:
        return await _list(look, 1)
    if page in CLOCKS:
        return _clocks(look, one, page)
    return await _told(look, one) if page == "also" else await _one(look, one)


async def _list(look: Look, number: int) -> Card:
    every = list(look.house.categories.every.values())
    shown, at_page, pages = lists.page_of(every, number, 12)
    buttons = [button(label(_marked(look, one)), "category.show", one.key) for one in shown]
    rows = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    add = [button(look.t("category-add"), "category.add")]
    return card(
        [bold(look.t("category-list", count=len(every)))], *rows, lists.turner("category.list", at_page, pages), add
    )


def _marked(look: Look, one: Category) -> str:
    return f"{'🚫' if one.off else one.icon} {groupcards.named(look, one)}"


async def _one(look: Look, one: Category) -> Card:
    t, also = look.t, [await names.title(look.read, look.t, title) for title in one.also]
    lines: list[Html | str] = [bold(_marked(look, one)), ""]
    lines += [t("category-clock", which=which, span=_span(look, getattr(one, which))) for which in CLOCKS]
    lines += [t("category-runs", urgent="yes" if one.urgent else "no")]
    lines += [t("category-also", titles=lists.joined(t, also))] if also else []
    lines += [t("category-words", words=lists.joined(t, one.words))] if one.words else []
    rows: Rows = [
        [button(t("category-set", which=which), "category.show", one.key, which) for which in CLOCKS],
        [_flag(look, one, name) for name in FLAGS],
        [button(t("category-set", which="also"), "category.show", one.key, "also"),
         button(t("category-set", which="words"), "category.words", one.key)],
        [button(t("category-switch", off="yes" if one.off else "no"), "category.switch", one.key),
         *([button(t("category-undo"), "category.undo", one.key)] if not one.zh else [])],
        [button(t("category-back"), "category.list", 1)],
    ]  # fmt: skip
    return card(lines, *rows)


def _flag(look: Look, one: Category, name: str) -> Button:
    return button(
        ("✓ " if getattr(one, name) else "") + look.t("category-flag", flag=name), "category.flag", one.key, name
    )


def _span(look: Look, seconds: int) -> str:
    return look.t("category-span", hours=seconds // HOUR, minutes=seconds % HOUR // 60)


def _clocks(look: Look, one: Category, which: str) -> Card:
    now = getattr(one, which)
    choices = [
        button(("✓ " if halves * HOUR // 2 == now else "") + _span(look, halves * HOUR // 2),
               "category.clock", one.key, which, halves)
        for halves in HALF_HOURS
    ]  # fmt: skip
    rows = [choices[at : at + 3] for at in range(0, len(choices), 3)]
    lines = [bold(_marked(look, one)), look.t("category-clock", which=which, span=_span(look, now))]
    return card(lines, *rows, [button(look.t("category-back"), "category.show", one.key)])


async def _told(look: Look, one: Category) -> Card:
    rows = [
        [button(label(("✓ " if title in one.also else "") + await names.title(look.read, look.t, title)),
                "category.also", one.key, title.replace("_", "-"))]
        for title in TOLD
    ]  # fmt: skip
    lines = [bold(_marked(look, one)), look.t("category-also-what")]
    return card(lines, *rows, [button(look.t("category-back"), "category.show", one.key)])
