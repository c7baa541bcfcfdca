"""A festival: which one, where, until when; a draft that its organiser looks at first, then open to everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.domain import dates, festivals
from bot.domain.festivals import Festival, read_name
from bot.domain.rules import RuleError, number_of, thing, whole_number
from handlers import questions, when
from handlers.context import Context, Neighbourhood, Turn, Work, later
from handlers.doors import answers, opens, presses, rings, says
from handlers.where import At
from handlers.wishes.shared import CALENDAR, may_run, save_festival, the_festival, tops, visible_festival
from storage.festivals import FILTERS

DRAFT_DAYS = 7
EVENING = 22
STEPS = (3, 7)
"""Days later, by button."""


@says("wishes", "微心愿", "心愿", english=("wishes", "small wishes"), on_card=True)
async def wishes_(ctx: Context) -> None:
    """What is open here and what is mine; in a group the way into the private chat."""
    if not ctx.room.is_private:
        ctx.opens("wishes", ctx.room.id)
        return await ctx.say_the_answer()
    return await ctx.menu("list.1", "wishes")


@opens("wishes")
async def from_group(ctx: Context) -> None:
    await ctx.menu("list.1", "wishes")


@presses("wishes.list")
async def back_to_list(ctx: Context) -> None:
    await ctx.menu(f"list.{whole_number(ctx.values(1)[0])}", "wishes")


@presses("festival.new")
async def new(ctx: Context) -> None:
    """The next festivals by button; any other by its name."""
    ctx.values(0)
    await _top(ctx)
    await questions_closed(ctx)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "festival.name", "0", later(ctx.now, hours=24))
    await ctx.menu("new", "wishes")


async def questions_closed(ctx: Context) -> None:
    """A question of ours that is still open is not waited for any more."""
    kept = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if kept and kept.door == "festival.name":
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)


async def _top(ctx: Context) -> int:
    """The widest place where this person makes circles; refuses who makes none."""
    found = await tops(ctx.tx, ctx.person.id)
    await ctx.may("festival.make", state="open", place_id=found[0].id if found else None)
    return found[0].id


@presses("festival.pick")
async def picked(ctx: Context) -> None:
    key = ctx.values(1)[0]
    if key not in CALENDAR:
        raise RuleError("button-is-old")
    await questions_closed(ctx)
    await _make(ctx, ctx.t(f"festival-{key}"), CALENDAR[key].after(ctx.house.local(ctx.now).date()))


@answers("festival.name")
async def named(ctx: Context) -> None:
    """Typed: one of the calendar's keeps its day; with a number, another name for that one."""
    name = read_name(ctx.text)
    if ctx.way.values[0] != "0":
        it = await visible_festival(ctx, int(ctx.way.values[0]))
        await may_run(ctx, "festival.change", it)
        await save_festival(ctx, it, replace(it, name=name))
        return await _to_runner(ctx, it)
    keys = [key for key in CALENDAR if name.startswith(ctx.t(f"festival-{key}"))]
    day = CALENDAR[keys[0]].after(ctx.house.local(ctx.now).date()) if keys else None
    return await _make(ctx, name, day)


async def _make(ctx: Context, name: str, day: date | None) -> None:
    span = festivals.span(day, ctx.house.local(ctx.now).date())
    it = await ctx.tx.festivals.make(
        read_name(name), await _top(ctx), ctx.person.id, ctx.now,
        evening(ctx.house, span.collects), evening(ctx.house, span.grants),
    )  # fmt: skip
    await ctx.alarm("festival.tidy", thing("festival", it.id), later(ctx.now, days=DRAFT_DAYS))
    await ctx.write_down("festival.made", thing("festival", it.id), it.place_id)
    await _to_runner(ctx, it)


def evening(house: Neighbourhood, day: date) -> int:
    return int(dates.moment(day, time(EVENING), house.zone).timestamp())


async def _to_runner(ctx: Context, it: Festival) -> None:
    await ctx.show(thing("festival", it.id), "runner", ctx.room, aloud=True)


async def changing(ctx: Context) -> Festival:
    """The festival of a private button, if this person may change it."""
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.change", it)
    return it


@presses("festival.open")
async def open_card(ctx: Context) -> None:
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.change" if it.is_open or it.state == "draft" else "festival.close", it)
    await _to_runner(ctx, it)


@presses("festival.board")
async def board(ctx: Context) -> None:
    """Every wish and its state, narrowed by one tap."""
    _, which, page_number = ctx.values(3)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.close", it)
    if which not in FILTERS:
        raise RuleError("button-is-old")
    await ctx.menu(f"board.{it.id}.{which}.{whole_number(page_number)}", "wishes")


@presses("festival.rename")
async def rename(ctx: Context) -> None:
    it = await changing(ctx)
    await questions.ask(ctx, "festival.name", it.id, ctx.t("festival-name-what"))


@presses("festival.where")
async def where_(ctx: Context) -> None:
    """Down to the building, as far as this person makes circles."""
    it, at = await changing(ctx), At.read(ctx.values(2)[1])
    if it.state != "draft":
        raise RuleError("festival-is-open")
    if await ctx.tx.places.find(at.place_id) is None:
        raise RuleError("button-is-old")
    await ctx.menu(f"where.{it.id}.{at}", "wishes")


@presses("festival.here")
async def here(ctx: Context) -> None:
    it, place_id = await changing(ctx), whole_number(ctx.values(2)[1])
    place = await ctx.tx.places.find(place_id)
    if it.state != "draft" or place is None or place.kind in ("dwelling", "stair", "neighbours"):
        raise RuleError("button-is-old")
    await ctx.may("festival.make", state="open", place_id=place_id)
    await save_festival(ctx, it, replace(it, place_id=place_id))
    await _to_runner(ctx, it)


@presses("festival.later")
async def later_by_button(ctx: Context) -> None:
    """So many days more, for collecting or for granting."""
    it, (_, which, days) = await changing(ctx), ctx.values(3)
    if days not in [str(step) for step in STEPS]:
        raise RuleError("button-is-old")
    until = (it.collects if which == "collects" else it.grants) + int(days) * 86_400
    await _until(ctx, it, which, max(until, later(ctx.now, days=1)))


@presses("festival.until")
async def ask_until(ctx: Context) -> None:
    it, (_, which) = await changing(ctx), ctx.values(2)
    if which not in ("collects", "grants"):
        raise RuleError("button-is-old")
    key = "festival-collects-when" if which == "collects" else "festival-grants-when"
    await questions.ask(ctx, "festival.until", f"{it.id}.{which}", ctx.t(key), ctx.t("festival-until-how"))


@answers("festival.until")
async def until_said(ctx: Context) -> None:
    number, _, which = ctx.way.values[0].partition(".")
    it = await visible_festival(ctx, int(number))
    await may_run(ctx, "festival.change", it)
    moment = when.read(ctx.house, ctx.text, ctx.at)
    if moment is None:
        how = ctx.t("festival-until-how")
        return await questions.ask(ctx, "festival.until", ctx.way.values[0], ctx.t("festival-until-unclear"), how)
    await _until(ctx, it, which, int(moment.at.timestamp()))
    return await _to_runner(ctx, it)


async def _until(ctx: Context, it: Festival, which: str, until: int) -> None:
    if which == "collects":
        after = it.collects_until(until, at=ctx.now)
    elif which == "grants":
        after = it.grants_until(until, at=ctx.now)
    else:
        raise RuleError("button-is-old")
    await save_festival(ctx, it, after)
    if after.is_open:
        await set_clocks(ctx, after)
        await ctx.write_down("festival.moved", thing("festival", it.id), it.place_id)
    ctx.answer(ctx.t("festival-until-set", until=when.spoken(ctx.t, ctx.house, until, ctx.now)))


async def set_clocks(work: Work, it: Festival) -> None:
    """When nothing more comes in, when who runs it is told who waits, when it is over."""
    name = thing("festival", it.id)
    await work.no_alarm("festival.collected", "festival.half", "festival.end", "festival.close", thing=name)
    if it.state == "collecting":
        await work.alarm("festival.collected", name, it.collects)
    if it.nudged_at is None and it.half > work.now:
        await work.alarm("festival.half", name, it.half)
    await work.alarm("festival.end", name, it.grants)


@presses("festival.publish")
async def publish(ctx: Context) -> None:
    """From now on wishes come in: a card in every group of the place."""
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.publish", it)
    if it.state == "collecting":  # a second tap
        return ctx.answer(ctx.t("festival-published"))
    opened = it.opens(at=ctx.now)
    await save_festival(ctx, it, opened)
    await ctx.no_alarm("festival.tidy", thing=thing("festival", it.id))
    await set_clocks(ctx, opened)
    for number in await ctx.tx.notices.rooms_for(it.place_id):
        await ctx.show(thing("festival", it.id), "group", await ctx.tx.rooms.get(number))
    await ctx.write_down("festival.opened", thing("festival", it.id), it.place_id)
    return ctx.answer(ctx.t("festival-published"))


@presses("festival.drop")
async def drop(ctx: Context) -> None:
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.drop", it)
    await ctx.no_alarm("festival.tidy", thing=thing("festival", it.id))
    await ctx.tx.festivals.delete_draft(it.id)
    await ctx.redraw(thing("festival", it.id))
    ctx.answer(ctx.t("festival-draft-gone"))


@rings("festival.tidy")
async def tidy(turn: Turn) -> None:
    """A draft that nobody opened is let go after a week."""
    if await turn.tx.festivals.delete_draft(number_of(turn.thing)):
        await turn.redraw(turn.thing)
