"""Lending and handing over: somebody stands in for a while, takes over for good, or the office ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain import offices
from bot.domain.people import Office
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import Words
from handlers import names, when
from handlers.context import Context, Turn, Work
from handlers.doors import presses, rings
from handlers.offices.shared import can_give, changed, may, the_office
from handlers.vacancies import saying
from storage.codes import Code

ENDS = "office.stand-in-ends"


def _day(work: Work, at: int) -> Callable[[Words], str]:
    local = work.house.local(at)
    return lambda t: t("office-day", month=local.month, day=local.day)


async def _held(ctx: Context, code: Code) -> Office:
    """The office an invitation of its holder is about, if they still hold it."""
    office = await ctx.tx.offices.get(code.target)
    if office is None or office.until is not None:
        raise RuleError("invite-void")
    if office.person_id == ctx.person.id:
        raise RuleError("invite-is-yours")
    return office


async def stands_in(ctx: Context, code: Code) -> int:
    """Holds it for somebody until a day; both are told, at the start and at the end."""
    office, until = await _held(ctx, code), int(code.detail)
    offices.check_stand_in(office, until, at=ctx.now)
    if await ctx.tx.offices.stand_in(office.id):
        raise RuleError("office-has-stand-in")
    number = await ctx.tx.offices.appoint(
        ctx.person.id, office.title, office.place_id, office.person_id, ctx.now,
        stands_in_for=office.id, ends_at=until,
    )  # fmt: skip
    await ctx.alarm(ENDS, thing("office", number), until)
    await ctx.write_down("office.lent", thing("office", office.id), office.place_id, to=ctx.person.id)
    await changed(ctx, ctx.person.id, office.place_id)
    name = await names.who(ctx.tx, ctx.house, ctx.t, ctx.person.id)
    news = await saying(ctx, office, "stand-in-begins", name=name, until=_day(ctx, until))
    await ctx.tell(office.person_id, "office.lent", news)
    return number


@rings(ENDS)
async def stand_in_ends(turn: Turn) -> None:
    lent = await turn.tx.offices.get(number_of(turn.thing))
    if lent and lent.until is None:
        await _stop_standing_in(turn, lent, by=None)


async def _stop_standing_in(work: Work, lent: Office, *, by: int | None) -> None:
    await work.tx.offices.save(offices.end(lent, by=by, at=work.now))
    await work.no_alarm(ENDS, thing=thing("office", lent.id))
    await work.tx.journal.write(work.now, by, "office.given-back", thing("office", lent.id), lent.place_id)
    await changed(work, lent.person_id, lent.place_id)
    await ended(work, lent)
    holder = await work.tx.offices.get(lent.stands_in_for) if lent.stands_in_for else None
    if by != lent.person_id:
        await work.tell(lent.person_id, "office.lent", await saying(work, lent, "stand-in-thanks"))
    if holder and by != holder.person_id and holder.until is None:
        await work.tell(holder.person_id, "office.lent", await saying(work, lent, "stand-in-over"))


@presses("offices.back")
async def back_again(ctx: Context) -> None:
    """The holder is back before the time."""
    ctx.values(1)
    office = await the_office(ctx)
    await may(ctx, "office.change", office)
    lent = await ctx.tx.offices.stand_in(office.id)
    if lent:
        await _stop_standing_in(ctx, lent, by=ctx.person.id)
    await ctx.menu(f"one.{office.id}", "offices")


async def takes_over(ctx: Context, code: Code) -> int:
    """The new holder said yes: the office and what is open in it is theirs."""
    old = await _held(ctx, code)
    if old.stands_in_for is not None:
        raise RuleError("office-is-stand-in")
    held = await ctx.tx.offices.holds(ctx.person.id, old.title, old.place_id)
    if held and held.stands_in_for != old.id:
        raise RuleError("office-already")
    number = await ctx.tx.offices.appoint(ctx.person.id, old.title, old.place_id, old.person_id, ctx.now)
    new = await ctx.tx.offices.get(number)
    assert new
    await _end_stand_in_of(ctx, old)
    await ctx.tx.offices.save(offices.hand_over(old, new, by=old.person_id, at=ctx.now))
    moved = await moves(ctx, old, new)
    await ctx.write_down("office.handed-over", thing("office", old.id), old.place_id, to=ctx.person.id, moved=moved)
    for one in (old, new):
        await changed(ctx, one.person_id, one.place_id)
    name = await names.who(ctx.tx, ctx.house, ctx.t, ctx.person.id)
    for person_id in {old.person_id, old.granted_by} - {None, ctx.person.id}:
        assert person_id
        await ctx.tell(person_id, "office.handed-over", await saying(ctx, old, "handed-over", name=name, moved=moved))
    return number


async def moves(work: Work, old: Office, new: Office) -> int:
    """Every feature moves what is open; those who wait are told by it. How many things moved."""
    hooks = [feature.handed_over for feature in work.house.features if feature.handed_over]
    return sum([await hook(work, old, new) for hook in hooks])


async def ended(work: Work, office: Office) -> None:
    """Nobody took it over: every feature sees to what was open in it."""
    for feature in work.house.features:
        if feature.office_ended:
            await feature.office_ended(work, office)


async def _end_stand_in_of(work: Work, office: Office) -> None:
    lent = await work.tx.offices.stand_in(office.id)
    if lent:
        await _stop_standing_in(work, lent, by=office.person_id)


@presses("offices.withdraw")
async def withdraw(ctx: Context) -> None:
    """By its holder, or by whoever could give it; it can be taken back for a day."""
    ctx.values(1)
    office = await the_office(ctx)
    await may(ctx, "office.withdraw", office)
    if office.until is None:
        await _check_may_end(ctx, office)
        await withdrawn(ctx, office)
    await ctx.menu(f"ended.{office.id}", "offices")


async def _is_holder(ctx: Context, office: Office) -> bool:
    return office.person_id in (ctx.person.id, ctx.whom.id)


async def _check_may_end(ctx: Context, office: Office) -> None:
    place = await ctx.tx.places.get(office.place_id)
    if not await _is_holder(ctx, office) and not await can_give(ctx.tx, ctx.person.id, office.title, place):
        raise RuleError("office-not-yours")
    stewards = {one.id: await ctx.tx.people.get(one.person_id) for one in await ctx.tx.offices.stewards()}
    beside = [one for id, one in stewards.items() if id != office.id]
    if office.id in stewards and not any(one.is_here and not one.unreachable for one in beside):
        raise RuleError("office-last-steward")


async def withdrawn(ctx: Context, office: Office) -> None:
    """It ends; the holder or whoever gave it is told."""
    if office.stands_in_for is not None:
        return await _stop_standing_in(ctx, office, by=ctx.person.id)
    await _end_stand_in_of(ctx, office)
    await ctx.tx.offices.save(offices.end(office, by=ctx.person.id, at=ctx.now))
    await ctx.write_down("office.ended", thing("office", office.id), office.place_id)
    await changed(ctx, office.person_id, office.place_id)
    await ended(ctx, office)
    name = await names.who(ctx.tx, ctx.house, ctx.t, office.person_id)
    if await _is_holder(ctx, office):
        if office.granted_by and office.granted_by != ctx.person.id:
            await ctx.tell(office.granted_by, "office.ended", await saying(ctx, office, "office-left", name=name))
        return None
    await ctx.tell(office.person_id, "office.ended", await saying(ctx, office, "office-withdrawn"))
    return None


@presses("offices.restore")
async def restore(ctx: Context) -> None:
    """A slip of the finger, or a change of mind within a day, where nothing has come of it."""
    ctx.values(1)
    office = await the_office(ctx)
    await may(ctx, "office.restore", office)
    if office.until is not None:
        await _check_may_restore(ctx, office)
        back = offices.restore(office, at=ctx.now)
        await ctx.tx.offices.save(back)
        await _take_back_from(ctx, office, back)
        await ctx.write_down("office.restored", thing("office", office.id), office.place_id)
        await changed(ctx, office.person_id, office.place_id)
        if not await _is_holder(ctx, office):
            await ctx.tell(office.person_id, "office.ended", await saying(ctx, office, "office-restored"))
    await ctx.menu(f"one.{office.id}" if await _is_holder(ctx, office) else "list", "offices")


async def _check_may_restore(ctx: Context, office: Office) -> None:
    """Only whoever ended it; not where the same office is held again, or its place or holder is gone."""
    if office.ended_by not in (ctx.person.id, ctx.whom.id) or office.stands_in_for is not None:
        raise RuleError("office-not-yours")
    place = await ctx.tx.places.find(office.place_id)
    if place is None or (await ctx.tx.people.get(office.person_id)).retired:
        raise RuleError("office-moved-on")
    if await ctx.tx.offices.holds(office.person_id, office.title, office.place_id):
        raise RuleError("office-already")


async def _take_back_from(ctx: Context, office: Office, back: Office) -> None:
    """What was handed over comes back, with what is open in it."""
    new = await ctx.tx.offices.get(office.handed_to) if office.handed_to else None
    if new is None:
        return
    if new.until is not None:
        raise RuleError("office-moved-on")
    await _end_stand_in_of(ctx, new)
    await ctx.tx.offices.save(replace(offices.end(new, by=None, at=ctx.now)))
    await moves(ctx, new, back)
    await changed(ctx, new.person_id, new.place_id)
    await ctx.tell(new.person_id, "office.handed-over", await saying(ctx, office, "taken-back"))


def read_until(ctx: Context, text: str) -> int:
    """A day that was typed: the end of it (Unix seconds)."""
    found = when.read(ctx.house, text, ctx.at)
    if found is None:
        raise RuleError("office-until-unclear")
    return end_of_day(ctx, int(found.at.timestamp()))


def end_of_day(ctx: Context, at: int) -> int:
    return int(ctx.house.local(at).replace(hour=23, minute=59, second=0, microsecond=0).timestamp())
