"""The address book of outside parties 外单位: who keeps something of ours running and has no account here."""

from __future__ import annotations

from bot.domain.categories import UNSORTED
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.tickets import firms
from bot.i18n import Html, bold
from handlers import lists, names, questions
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import Context
from handlers.doors import answers, opens, presses, says
from handlers.tickets.repairers import office_place
from handlers.tickets.shared import CATEGORIES
from storage.tickets import Outsider

KIND = "firms"


@says("firms", "外单位", "通讯录", english=("firms", "address book"))
async def listed(ctx: Context) -> None:
    """Whoever takes tickets somewhere has the book of that place; words behind it are a new entry."""
    place = await _place(ctx)
    if not ctx.room.is_private:
        return ctx.opens("firms", 0)
    if ctx.text:
        return await _add(ctx, place, ctx.text)
    await ctx.menu("list.1", KIND)
    return None


@opens("firms")
async def opened(ctx: Context) -> None:
    await _place(ctx)
    await ctx.menu("list.1", KIND)


@presses("firm.list")
async def turned(ctx: Context) -> None:
    ctx.values(1)
    await _place(ctx)
    await ctx.menu(f"list.{ctx.number}", KIND)


async def _place(ctx: Context) -> int:
    """Where this person keeps the book: the widest place at which they take tickets."""
    for office in await ctx.tx.offices.of(ctx.person.id):
        if "repair" in await ctx.powers(ctx.person.id, office.place_id):
            place = await office_place(ctx, office.place_id)
            await ctx.may("firm.change", state="open", place_id=place)
            return place
    raise RuleError("firm-not-yours")


async def _the_firm(ctx: Context, number: int | None = None) -> Outsider:
    ctx.values(1)
    found = await ctx.tx.outsiders.get(ctx.number if number is None else number)
    if found is None:
        raise RuleError("button-is-old")
    await ctx.may("firm.change", state="open", place_id=found.place_id)
    return found


@presses("firm.add")
async def add(ctx: Context) -> None:
    ctx.values(0)
    await _place(ctx)
    await questions.ask(ctx, "firm.new", 0, ctx.t("firm-what"), ctx.t("firm-example"))


@answers("firm.new")
async def added(ctx: Context) -> None:
    await _add(ctx, await _place(ctx), ctx.text)


async def _add(ctx: Context, place_id: int, text: str) -> None:
    """Its kind of work is a guess from its name; one tap corrects it."""
    name, phone = firms.read(text)
    here = [one for one in await ctx.tx.outsiders.for_place(place_id) if one.place_id == place_id]
    if len(here) >= firms.MOST:
        raise RuleError("firm-too-many", most=firms.MOST)
    same = next((one for one in here if (one.name, one.phone) == (name, phone)), None)
    work = CATEGORIES.of_words(name)
    work = "" if work == UNSORTED else work
    number = same.id if same else await ctx.tx.outsiders.add(place_id, name, phone, work)
    if not same:
        await ctx.write_down("firm.added", thing("firm", number), place_id)
    await ctx.menu(f"one.{number}", KIND)


@presses("firm.one")
async def one(ctx: Context) -> None:
    firm = await _the_firm(ctx)
    await ctx.menu(f"one.{firm.id}", KIND)


@presses("firm.change")
async def change(ctx: Context) -> None:
    firm = await _the_firm(ctx)
    await questions.ask(ctx, "firm.change", firm.id, ctx.t("firm-change-what"), ctx.t("firm-example"))


@answers("firm.change")
async def changed(ctx: Context) -> None:
    """A number alone changes the number, a name alone the name."""
    firm = await _the_firm(ctx)
    name, phone = firms.change(ctx.text, firm.name, firm.phone)
    await ctx.tx.outsiders.change(firm.id, name, phone, firm.work)
    await ctx.write_down("firm.changed", thing("firm", firm.id), firm.place_id)
    await ctx.menu(f"one.{firm.id}", KIND)


@presses("firm.work")
async def work(ctx: Context) -> None:
    """`firm_work_5` what for · `firm_work_5_lift`: for lifts · `_any`: for anything."""
    firm = await _the_firm(ctx)
    chosen = ctx.way.values[1:2]
    if not chosen:
        return await ctx.menu(f"work.{firm.id}", KIND)
    if chosen[0] != "any" and chosen[0] not in CATEGORIES.every:
        raise RuleError("button-is-old")
    kind = "" if chosen[0] == "any" else chosen[0]
    await ctx.tx.outsiders.change(firm.id, firm.name, firm.phone, kind)
    return await ctx.menu(f"one.{firm.id}", KIND)


@presses("firm.end")
async def end(ctx: Context) -> None:
    """Not offered any more; what waits for them keeps their name."""
    firm = await _the_firm(ctx)
    await ctx.tx.outsiders.goes(firm.id, ctx.now)
    await ctx.write_down("firm.removed", thing("firm", firm.id), firm.place_id)
    await ctx.menu(f"gone.{firm.id}", KIND)


@presses("firm.back")
async def back(ctx: Context) -> None:
    firm = await _the_firm(ctx)
    await ctx.tx.outsiders.comes_back(firm.id)
    await ctx.menu(f"one.{firm.id}", KIND)


# its pages


async def draw(look: Look, number: int, view: str) -> Card | None:
    what, _, rest = view.partition(".")
    if what == "list":
        return await _list(look, int(rest))
    firm = await look.read.outsiders.get(whole_number(rest))
    if firm is None:
        return await _list(look, 1)
    return _PAGES[what](look, firm)


async def _list(look: Look, number: int) -> Card:
    """Every entry of the places at which this person takes tickets, and who repairs there."""
    t, me = look.t, look.room.person_id or 0
    places = [office.place_id for office in await look.read.offices.of(me)]
    found = {one.id: one for place in places for one in await look.read.outsiders.for_place(place)}
    repairing = {one.id: one for place in places for one in await look.read.repairers.for_place(place)}
    shown, number, pages = lists.page_of(list(found.values()), number)
    lines = [bold(t("firms")), t("firms-none") if not found else None]
    lines += [t("firms-repairers") if repairing else None]
    rows: Rows = [[button(label(one.name), "firm.one", one.id)] for one in shown]
    for one in repairing.values():
        name = await names.named(look.read, look.house, t, one.person_id)
        rows.append([button(label(t("repairer-remove", name=name)), "repairer.end", one.id)])
    return card(lines, *rows, lists.turner("firm.list", number, pages), [button(t("firm-add"), "firm.add")])


def lines(look: Look, firm: Outsider) -> list[str | Html]:
    """電梯維保 +86139…: Telegram makes a link of the number."""
    return [bold(firm.name), firm.phone or look.t("firm-no-phone")]


def call(look: Look, firm: Outsider) -> list[Button]:
    """A tap takes the number into the clipboard."""
    return [Button(look.t("firm-copy"), copies=firm.phone)] if firm.phone else []


def _one(look: Look, firm: Outsider) -> Card:
    t = look.t
    said = t("ticket-category", category=firm.work) if firm.work else t("firm-any")
    return card(
        [*lines(look, firm), t("firm-work", work=said)],
        call(look, firm),
        [button(t("firm-change"), "firm.change", firm.id), button(t("firm-what-for"), "firm.work", firm.id)],
        [button(t("firm-end"), "firm.end", firm.id), button(t("firm-list"), "firm.list", 1)],
    )


def _work(look: Look, firm: Outsider) -> Card:
    every = [
        button(look.t("ticket-category", category=key), "firm.work", firm.id, key)
        for key, one in CATEGORIES.every.items()
        if key != UNSORTED and not one.private
    ]
    rows = [every[at : at + 2] for at in range(0, len(every), 2)]
    return card([look.t("firm-work-what")], *rows, [button(look.t("firm-any"), "firm.work", firm.id, "any")])


def _gone(look: Look, firm: Outsider) -> Card:
    t = look.t
    rows = [button(t("ticket-undo"), "firm.back", firm.id), button(t("firm-list"), "firm.list", 1)]
    return card([t("firm-gone", name=firm.name)], rows)


_PAGES = {"one": _one, "work": _work, "gone": _gone}
