"""My offices: how residents reach me, who stands in for me, handing over, and offers to do something."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import offices
from bot.domain.offices import SPANS
from bot.domain.people import Office
from bot.domain.rules import RuleError, thing, whole_number
from handlers import questions
from handlers.context import Context, later
from handlers.doors import answers, presses, says
from handlers.offices import inviting, passing
from handlers.offices.shared import candidates, may, powers_of, the_office
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
    ctx.values(1)
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


@presses("offices.tools")
async def tools(ctx: Context) -> None:
    """Everything the office lets its holder do, by button."""
    office = await _mine(ctx)
    await ctx.menu(f"tools.{office.id}", "offices")


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
    office, named = await _mine(ctx), ctx.values(2)[1]
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
    office, (_, until, page) = await _mine(ctx), ctx.values(3)
    await ctx.menu(f"who.{office.id}.{whole_number(until)}.{whole_number(page)}", "offices")


async def _offer(ctx: Context) -> tuple[Office, str, str]:
    """The office, the kind of invitation and its detail, from a button of the list."""
    office, until = await _mine(ctx), ctx.values(2)[1]
    if until == HANDING:
        return office, "hand-over", ""
    offices.check_stand_in(office, whole_number(until), at=ctx.now)
    return office, "stand-in", until


@presses("offices.ask")
async def ask_somebody(ctx: Context) -> None:
    office, kind, detail = await _offer(ctx)
    person_id = whole_number(ctx.values(3)[2])
    if person_id not in await near(ctx.tx, ctx.person.id, office):
        raise RuleError("button-is-old")
    name = await inviting.ask(ctx, person_id, kind, office.id, detail)
    ctx.answer(ctx.t("invite-asked", name=name))
    await ctx.menu(f"asked.{office.id}.{person_id}", "offices")


@presses("offices.link")
async def by_link(ctx: Context) -> None:
    office, kind, detail = await _offer(ctx)
    code = await inviting.issue(ctx, kind, office.id, detail)
    await ctx.menu(f"link.{office.id}.{code.id}", "offices")


async def near(read: Read, person_id: int, office: Office) -> list[int]:
    """Whom the list offers: neighbours for whoever knows them anyway, else those who hold an office nearby."""
    place = await read.places.get(office.place_id)
    outer = await read.places.public(place.id) or place
    knows = "confirm" in await powers_of(read, person_id, place.id)
    found = [*await read.offices.holders_in(outer.id), *(await candidates(read, place) if knows else [])]
    return [one for one in dict.fromkeys(found) if one not in (person_id, office.person_id)]
