"""My offices: how residents reach me, who stands in for me, handing over, and offers to do something."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import offices
from bot.domain.offices import SPANS
from bot.domain.people import Office
from bot.domain.rules import RuleError, thing
from bot.i18n import bold, quote
from handlers import lists, names, questions
from handlers.cards import Card, Look, Rows, button, card
from handlers.context import Context, later
from handlers.doors import answers, presses, says
from handlers.offices import caring, giving, inviting, passing
from handlers.offices.duties import duties_of
from handlers.offices.shared import (
    as_number,
    candidate,
    candidates,
    is_caring,
    label,
    may,
    office_name,
    powers_of,
    reached,
    the_office,
    values,
    whom,
)
from handlers.offices.who import day, granted
from storage.database import Read

HANDING = "0"
"""Stands where a stand-in's last day would: for good."""


@says("offices", "我的职务", "职务", english=("my offices", "offices"))
async def my_offices(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("open-private-please")
    await ctx.menu("list", "offices")


@presses("offices.list")
async def back_to_list(ctx: Context) -> None:
    await ctx.menu("list", "offices")


async def _mine(ctx: Context) -> Office:
    """The office of a button, if it is this person's to arrange."""
    values(ctx, 1)
    office = await the_office(ctx)
    await may(ctx, "office.change", office)
    return office


@presses("offices.one")
async def one(ctx: Context) -> None:
    office = await _mine(ctx)
    await ctx.menu(f"one.{office.id}", "offices")


@presses("offices.reach")
async def reach(ctx: Context) -> None:
    office = await _mine(ctx)
    await ctx.menu(f"reach.{office.id}", "offices")


async def _reached_by(ctx: Context, office: Office, **how: object) -> None:
    await ctx.tx.offices.save(replace(office, **how))  # type: ignore[arg-type]  # the caller names fields of Office
    await ctx.write_down("office.reach", thing("office", office.id), office.place_id)
    await ctx.menu(f"reach.{office.id}", "offices")


@presses("offices.by-line")
async def by_line(ctx: Context) -> None:
    """Only through the bot; a number that was given is forgotten."""
    await _reached_by(ctx, await _mine(ctx), phone=None, shows_account=False)


@presses("offices.by-account")
async def by_account(ctx: Context) -> None:
    office = await _mine(ctx)
    await _reached_by(ctx, office, shows_account=not office.shows_account)


@presses("offices.by-phone")
async def by_phone(ctx: Context) -> None:
    office = await _mine(ctx)
    await questions.ask(ctx, "offices.phone", office.id, ctx.t("office-phone-what"))


@answers("offices.phone")
async def phone_said(ctx: Context) -> None:
    office = await _mine(ctx)
    await _reached_by(ctx, office, phone=offices.phone(ctx.text))


@presses("offices.night")
async def night(ctx: Context) -> None:
    """Whether the holder may be called at night; theirs alone to say."""
    office = await _mine(ctx)
    if office.person_id != ctx.person.id:
        raise RuleError("office-not-yours")
    await ctx.tx.people.wakes(ctx.person.id, not ctx.person.night_ok)
    await ctx.menu(f"reach.{office.id}", "offices")


@presses("offices.lend")
async def lend(ctx: Context) -> None:
    """Somebody stands in: first until when."""
    office = await _mine(ctx)
    offices.check_stand_in(office, later(ctx.now, days=1), at=ctx.now)
    if await ctx.tx.offices.stand_in(office.id):
        raise RuleError("office-has-stand-in")
    await ctx.menu(f"until.{office.id}", "offices")


@presses("offices.span")
async def span(ctx: Context) -> None:
    office, named = await _mine(ctx), values(ctx, 2)[1]
    if named not in SPANS:
        raise RuleError("button-is-old")
    until = passing.end_of_day(ctx, later(ctx.now, seconds=SPANS[named]))
    await ctx.menu(f"who.{office.id}.{until}.1", "offices")


@presses("offices.other-day")
async def other_day(ctx: Context) -> None:
    office = await _mine(ctx)
    await questions.ask(ctx, "offices.until", office.id, ctx.t("office-until-what"))


@answers("offices.until")
async def until_said(ctx: Context) -> None:
    office, until = await _mine(ctx), passing.read_until(ctx, ctx.text)
    offices.check_stand_in(office, until, at=ctx.now)
    await ctx.menu(f"who.{office.id}.{until}.1", "offices")


@presses("offices.hand")
async def hand(ctx: Context) -> None:
    """For good, to somebody who says yes."""
    office = await _mine(ctx)
    if office.stands_in_for is not None:
        raise RuleError("office-is-stand-in")
    await ctx.menu(f"who.{office.id}.{HANDING}.1", "offices")


@presses("offices.who")
async def turn_page(ctx: Context) -> None:
    office, (_, until, page) = await _mine(ctx), values(ctx, 3)
    await ctx.menu(f"who.{office.id}.{as_number(until)}.{as_number(page)}", "offices")


async def _offer(ctx: Context) -> tuple[Office, str, str]:
    """The office, the kind of invitation and its detail, from a button of the list."""
    office, until = await _mine(ctx), values(ctx, 2)[1]
    if until == HANDING:
        return office, "hand-over", ""
    offices.check_stand_in(office, as_number(until), at=ctx.now)
    return office, "stand-in", until


@presses("offices.ask")
async def ask_somebody(ctx: Context) -> None:
    office, kind, detail = await _offer(ctx)
    person_id = as_number(values(ctx, 3)[2])
    if person_id not in await _near(ctx.tx, ctx.person.id, office):
        raise RuleError("button-is-old")
    name = await inviting.ask(ctx, person_id, kind, office.id, detail)
    ctx.answer(ctx.t("invite-asked", name=name))
    await ctx.menu(f"asked.{office.id}.{person_id}", "offices")


@presses("offices.link")
async def by_link(ctx: Context) -> None:
    office, kind, detail = await _offer(ctx)
    code = await inviting.issue(ctx, kind, office.id, detail)
    await ctx.menu(f"link.{office.id}.{code.id}", "offices")


async def _near(read: Read, person_id: int, office: Office) -> list[int]:
    """Whom the list offers: neighbours for whoever knows them anyway, else those who hold an office nearby."""
    place = await read.places.get(office.place_id)
    outer = await read.places.public(place.id) or place
    knows = "confirm" in await powers_of(read, person_id, place.id)
    found = [*await read.offices.holders_in(outer.id), *(await candidates(read, place) if knows else [])]
    return [one for one in dict.fromkeys(found) if one not in (person_id, office.person_id)]


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "list":
        return await _list(look, number)
    if path == "care":
        return await caring.pad(look, rest[0])
    if path == "cares":
        return await caring.overview(look, number, int(rest[0]))
    if path == "offered":
        return card([look.t("care-offered")], [button(look.t("back"), "offices.list")])
    office = await look.read.offices.get(int(rest[0]))
    if office is None:
        return card([look.t("office-unknown")], [button(look.t("back"), "offices.list")])
    if office.until is not None:
        return await _ended(look, number, office)
    return await _held(look, number, path, office, rest)


async def _held(look: Look, person_id: int, path: str, office: Office, rest: list[str]) -> Card:
    t, back = look.t, button(look.t("back"), "offices.one", office.id)
    if path == "reach":
        return await _reach(look, person_id, office)
    if path == "until":
        spans = [button(t("office-span", span=span), "offices.span", office.id, span) for span in SPANS]
        return card(
            [t("office-until")],
            spans[:2],
            spans[2:],
            [button(t("office-other-day"), "offices.other-day", office.id)],
            [back],
        )
    if path == "who":
        return await _who(look, person_id, office, rest[1], int(rest[2]))
    if path == "asked":
        name = await names.named(look.read, look.house, t, int(rest[1]))
        return card([t("invite-asked", name=name)], [back])
    if path == "link":
        code = await look.read.codes.get(int(rest[1]))
        assert code, "codes stay"
        return inviting.link_card(look, code, back)
    return await _one(look, person_id, office)


async def _list(look: Look, number: int) -> Card:
    t, person_id = look.t, await whom(look, number)
    held = await look.read.offices.of(person_id)
    ended = [
        one
        for one in await look.read.offices.ended_since(number, look.at - offices.UNDO_SECONDS)
        if one.ended_by == number
    ]
    rows: Rows = [[button(label(await _short(look, one)), "offices.one", one.id)] for one in held]
    rows += [
        [button(label(t("office-undo", title=await _short(look, one))), "offices.restore", one.id)] for one in ended
    ]
    rows.append([button(t("care-new"), "care.new")])
    if await giving.tops(look.read, number):
        rows.append([button(t("appoint-new"), "appoint.new"), button(t("care-overview"), "care.overview", 1)])
    lines = [t("office-mine", count=len(held))] if held else [t("office-none"), t("office-none-try")]
    return card(lines, *rows)


async def _short(look: Look, office: Office) -> str:
    title = await names.title(look.read, look.t, office.title)
    return f"{title} · {(await look.read.places.get(office.place_id)).name}"


async def _one(look: Look, person_id: int, office: Office) -> Card:
    t, lent = look.t, await look.read.offices.stand_in(office.id)
    person = await look.read.people.get(office.person_id)
    lines = [
        bold(await office_name(look.read, look.house, t, office)),
        await names.named(look.read, look.house, t, office.person_id),
        await granted(look, office),
        *([t("office-lent-until", until=day(look.house, t, office.ends_at))] if office.ends_at else []),
        *([t("who-stands-in", until=day(look.house, t, lent.ends_at or 0),
             name=await names.named(look.read, look.house, t, lent.person_id))] if lent else []),
        *await reached(look, person, office),
        "",
        t("office-duties"),
        quote(await duties_of(look.read, t, office.title)),
    ]  # fmt: skip
    rows = [[button(t("office-reach"), "offices.reach", office.id)]]
    if office.stands_in_for is None and not await is_caring(look.read, office):
        lend = (
            button(t("office-back"), "offices.back", office.id)
            if lent
            else button(t("office-lend"), "offices.lend", office.id)
        )
        rows.append([lend, button(t("office-hand"), "offices.hand", office.id)])
    rows.append([button(t("office-leave"), "offices.withdraw", office.id), button(t("back"), "offices.list")])
    return card(lines, *rows)


async def _reach(look: Look, number: int, office: Office) -> Card:
    t, person = look.t, await look.read.people.get(office.person_id)
    mark = {True: "✓ ", False: ""}
    by_line = button(
        mark[not (office.phone or office.shows_account)] + t("office-by-bot"), "offices.by-line", office.id
    )
    phone = button(mark[bool(office.phone)] + t("office-by-phone"), "offices.by-phone", office.id)
    account = button(mark[office.shows_account] + t("office-by-account"), "offices.by-account", office.id)
    lines = [
        bold(await office_name(look.read, look.house, t, office)),
        t("office-reach-how"),
        *await reached(look, person, office),
    ]
    rows = [[by_line], [phone, account] if person.telegram_id else [phone]]
    if person.id == number:
        lines += ["", t("office-night-yes" if person.night_ok else "office-night-no")]
        rows.append([button(mark[person.night_ok] + t("office-night"), "offices.night", office.id)])
    return card(lines, *rows, [button(t("office-fine"), "offices.one", office.id)])


async def _who(look: Look, person_id: int, office: Office, until: str, page: int) -> Card:
    t, found = look.t, await _near(look.read, person_id, office)
    shown, at_page, pages = lists.page_of(found, page)
    rows = [[await candidate(look, person_id, one, "offices.ask", office.id, until)] for one in shown]
    line = t("office-hand-who") if until == HANDING else t("office-lend-who", until=day(look.house, t, int(until)))
    return card(
        [line],
        *rows,
        lists.turner("offices.who", at_page, pages, office.id, until),
        [button(t("appoint-link"), "offices.link", office.id, until)],
        [button(t("back"), "offices.one", office.id)],
    )


async def _ended(look: Look, number: int, office: Office) -> Card:
    undo = office.ended_by == number and offices.can_be_restored(office, look.at)
    again = [button(look.t("office-slip"), "offices.restore", office.id)] if undo else []
    line = look.t("office-over", office=await office_name(look.read, look.house, look.t, office))
    return card([line], again, [button(look.t("back"), "offices.list")])
