"""When it is counted: every evening at eight for the boards, on the first of a month for who makes circles."""

from __future__ import annotations

from datetime import timedelta

from bot.domain import months
from bot.domain.places import Place
from bot.domain.rules import RuleError, thing
from bot.i18n import page, words
from handlers.cards import Look
from handlers.context import BULK, Context, Showing, Turn, html
from handlers.doors import opens, presses, rings, says
from handlers.months import cards
from handlers.months.shared import GATHERING, counted, moment, top

MONTH, POSTED = "month.told", "month.posted"
HOUSE = "house_1"
MORNING = 9
"""The hour of the first of a month at which the month before is told, local time."""


async def wakes(turn: Turn) -> None:
    """At every start: the clocks are set; an evening that has begun is on the boards."""
    await _next_evening(turn)
    if not await turn.tx.alarms.is_set("months.month", HOUSE):
        await _next_month(turn)
    if turn.house.local(turn.now).hour >= months.EVENING:
        await turn.redraw_board(place_id=(await turn.tx.places.root()).id)


async def _next_evening(turn: Turn) -> None:
    today = turn.house.local(turn.now).date()
    evening = moment(turn.house, today, months.EVENING)
    if evening <= turn.now:
        evening = moment(turn.house, today + timedelta(days=1), months.EVENING)
    await turn.alarm("months.evening", HOUSE, evening)


async def _next_month(turn: Turn) -> None:
    first = months.first_day(months.after(months.of(turn.house.local(turn.now).date())))
    await turn.alarm("months.month", HOUSE, moment(turn.house, first, MORNING))


@rings("months.evening")
async def evening(turn: Turn) -> None:
    """Every board says how the day was."""
    await turn.redraw_board(place_id=(await turn.tx.places.root()).id)
    await _next_evening(turn)


@rings("months.month")
async def month_is_over(turn: Turn) -> None:
    """Whoever makes circles reads how the month was, where there is anything to say."""
    await _next_month(turn)
    number = months.before(months.of(turn.house.local(turn.now).date()))
    own = [one.key for one in await turn.tx.offices.own_titles() if one.same_as in GATHERING]
    holders = [one for title in (*GATHERING, *own) for one in await turn.tx.offices.holders(title)]
    for person_id in dict.fromkeys(holders):
        place = await top(turn.tx, person_id)
        if place and not (await counted(turn.tx, turn.house, place.id, number)).is_empty:
            await turn.tell(person_id, MONTH, Showing(thing("month", number), "organiser"), rank=BULK)


@says("month", "这个月的我们", "本月小结", english=("this month", "our month"), on_card=True)
async def month(ctx: Context) -> None:
    """The present month as far as it has come."""
    await _show(ctx, months.of(ctx.house.local(ctx.now).date()))


@presses("month.show")
async def turned(ctx: Context) -> None:
    ctx.values(1)
    await _show(ctx, _month(ctx))


@opens("month")
async def opened(ctx: Context) -> None:
    await _show(ctx, _month(ctx))


def _month(ctx: Context) -> int:
    """The month of a button; refuses a forged one, and one that is still to come."""
    if not months.is_month(ctx.number) or ctx.number > months.of(ctx.house.local(ctx.now).date()):
        raise RuleError("button-is-old")
    return ctx.number


async def _may(ctx: Context, action: str) -> Place:
    """The widest place where this person makes circles; refuses whoever makes none."""
    place = await top(ctx.tx, ctx.person.id)
    await ctx.may(action, state="open", place_id=place.id if place else None)
    assert place, "whoever may, does so somewhere"
    return place


async def _show(ctx: Context, number: int) -> None:
    await _may(ctx, "month.see")
    if not ctx.room.is_private:
        ctx.opens("month", number)
        return await ctx.say_the_answer()
    return await ctx.menu(str(number), "months")


@presses("month.post")
async def post(ctx: Context) -> None:
    """Into one of the groups of the place, in its own language, once for each month."""
    room_id, place, number = ctx.values(2)[1], await _may(ctx, "month.post"), _month(ctx)
    if room_id not in {str(one) for one in await ctx.tx.months.rooms(place.id)}:
        raise RuleError("month-no-group")
    room = await ctx.tx.rooms.get(int(room_id))
    look = Look(ctx.tx, room, words(room.language or ctx.house.language), ctx.house, ctx.now)
    if await cards.is_empty(look, place, number):
        raise RuleError("month-empty")
    if not await ctx.tx.house.once(f"month_{number}_{room.id}", str(ctx.now)):
        return ctx.answer(ctx.t("month-posted-already"), alert=True)
    call = html(page(await cards.lines(look, place, number))) | {"disable_notification": True}
    await ctx.promise(room, POSTED, "sendMessage", call, thing=thing("month", number))
    await ctx.write_down("month.posted", thing("month", number), place.id)
    return ctx.answer(ctx.t("month-posted", room=room.title or "…"))
