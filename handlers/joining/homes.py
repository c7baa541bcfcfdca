"""`我家`: who is at home here, who speaks for the household, moving out, and whoever nobody knows."""

from __future__ import annotations

from bot.domain import joining, places
from bot.domain.people import Resident
from bot.domain.rules import RuleError, thing
from handlers import vacancies
from handlers.context import Context, later
from handlers.doors import opens, presses, says
from handlers.joining import matters
from handlers.joining.beginning import begin
from handlers.joining.shared import in_private


@says("home", "我家", english=("my home",), on_card=True)
async def home(ctx: Context) -> None:
    if await in_private(ctx, "household"):
        await show_homes(ctx)


@opens("household")
async def comes_home(ctx: Context) -> None:
    await show_homes(ctx)


async def show_homes(ctx: Context) -> None:
    """Each home is a card; a head may name any door: `我家 3-2-501`. Whoever has none is asked where they live."""
    if ctx.text:
        return await _somebodys(ctx)
    homes = [one for one in await ctx.tx.residents.homes(ctx.whom.id) if one.role in joining.AT_HOME]
    if not homes:
        await begin(ctx)
    for one in homes[: joining.MOST_WAITING]:
        await ctx.show(thing("home", one.place_id), "card", ctx.room, aloud=True)
    return None


async def _somebodys(ctx: Context) -> None:
    tree = await ctx.places()
    doors = [id for id in places.read(ctx.text, tree).candidates if tree.get(id).kind == "dwelling"]
    if len(doors) != 1:
        raise RuleError("home-which")
    await _seen(ctx, doors[0])
    await ctx.show(thing("home", doors[0]), "card", ctx.room, aloud=True)


async def _seen(ctx: Context, place_id: int) -> None:
    """A household is shown to its own, to whoever acts for them, and to whoever answers for the place."""
    mine = await ctx.tx.residents.at(ctx.whom.id, place_id) or await ctx.tx.residents.at(ctx.person.id, place_id)
    if mine is None and "confirm" not in await ctx.powers(ctx.person.id, place_id):
        raise RuleError("home-not-shown")


@presses("home.open")
async def open_home(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await _seen(ctx, ctx.number)
    await ctx.show(thing("home", ctx.number), "card", ctx.room, aloud=True)


@presses("home.who")
async def who(ctx: Context) -> None:
    """One of the household, and what can be done about them."""
    one = await _of_household(ctx)
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.show(thing("home", one.place_id), f"who-{one.person_id}", ctx.room, aloud=True)


async def _of_household(ctx: Context) -> Resident:
    """The resident that the address names: `home_who_<place>_<person>`."""
    await _seen(ctx, ctx.number)
    value = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    found = await ctx.tx.residents.at(int(value), ctx.number) if value.isdecimal() and len(value) < 16 else None
    if found is None:
        raise RuleError("home-not-here")
    return found


async def _may(ctx: Context, action: str, place_id: int) -> None:
    """Whoever lives there is who the home belongs to."""
    lives = await ctx.tx.residents.at(ctx.whom.id, place_id)
    await ctx.may(action, state="living", author_id=ctx.whom.id if lives else None, place_id=place_id)


@presses("home.speak")
async def speak(ctx: Context) -> None:
    """Who speaks for the household: a member where nobody does, or whom the present one or the head names."""
    one = await _of_household(ctx)
    await _may(ctx, "home.speak", one.place_id)
    now = next((other for other in await ctx.tx.residents.household(one.place_id) if other.speaks), None)
    if one.speaks:
        return None
    head = "confirm" in await ctx.powers(ctx.person.id, one.place_id)
    if now is not None and now.person_id != ctx.whom.id and not head:
        raise RuleError("home-somebody-speaks")
    if now is None and one.person_id != ctx.whom.id and not head:
        raise RuleError("home-speaks-for-oneself")
    if one.role not in joining.AT_HOME:
        raise RuleError("home-not-here")
    await ctx.tx.residents.speaks(one.person_id, one.place_id)
    await ctx.write_down("home.speaks", thing("home", one.place_id), one.place_id, person=one.person_id)
    await ctx.redraw(thing("home", one.place_id))
    ctx.answer(ctx.t("home-speaks-answer"))
    return None


@presses("home.leave")
async def leave(ctx: Context) -> None:
    """Moved out; for a day it can be taken back."""
    await _may(ctx, "home.leave", ctx.number)
    await ctx.tx.residents.leaves(ctx.whom.id, ctx.number, ctx.now, own=True)
    await vacancies.moved_out(ctx, ctx.whom.id)
    await ctx.write_down("home.left", thing("home", ctx.number), ctx.number)
    await ctx.redraw(thing("home", ctx.number))


@presses("home.back")
async def back(ctx: Context) -> None:
    """`点错了，还住这里`."""
    left_at = await ctx.tx.residents.left_at(ctx.whom.id, ctx.number)
    if left_at is None:
        raise RuleError("home-not-shown")
    if left_at < later(ctx.now, hours=-joining.UNDO_HOURS):
        raise RuleError("home-left-long-ago")
    await ctx.tx.residents.comes_back(ctx.whom.id, ctx.number)
    await ctx.write_down("home.back", thing("home", ctx.number), ctx.number)
    await ctx.redraw(thing("home", ctx.number))


@presses("home.unknown")
async def unknown(ctx: Context) -> None:
    """`不认识这个人`: the head looks at it; a head's own tap takes the confirmation back."""
    one = await _of_household(ctx)
    await _may(ctx, "home.doubt", one.place_id)
    if one.person_id in (ctx.whom.id, ctx.person.id):
        raise RuleError("home-is-you")
    if "confirm" in await ctx.powers(ctx.person.id, one.place_id):
        await matters.take_out(ctx, one.person_id, one.place_id)
        return ctx.answer(ctx.t("home-taken-back-answer"))
    told = await matters.wonder(ctx, "unknown", one.person_id, one.place_id)
    return ctx.answer(ctx.t("home-doubt-answer" if told else "home-nobody-answers"), alert=True)


@presses("home.stranger")
async def stranger(ctx: Context) -> None:
    """The same from the card that told the household of somebody new: `home_stranger_<join>`."""
    join = await ctx.tx.joins.get(ctx.number)
    if join is None or join.place_id is None or not await ctx.tx.residents.at(ctx.whom.id, join.place_id):
        raise RuleError("home-not-shown")
    ctx.way.values = (str(join.place_id), str(join.person_id))
    await unknown(ctx)


@presses("home.gone")
async def gone(ctx: Context) -> None:
    """Somebody died: a member says so and the head's tap lays the name to rest; a head's own tap does at once."""
    one = await _of_household(ctx)
    await _may(ctx, "home.gone", one.place_id)
    if one.person_id in (ctx.whom.id, ctx.person.id):
        raise RuleError("home-is-you")
    if "confirm" in await ctx.powers(ctx.person.id, one.place_id):
        matter = await ctx.tx.joins.wonder("gone", one.person_id, one.place_id, ctx.person.id, ctx.now)
        await matters.settle(ctx, matter)
        return await ctx.show(thing("matter", matter.id), "head", ctx.room, aloud=True)
    told = await matters.wonder(ctx, "gone", one.person_id, one.place_id)
    return ctx.answer(ctx.t("home-gone-answer" if told else "home-nobody-answers"), alert=True)
