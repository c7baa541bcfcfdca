"""The code at the door: Start, who one is, home. Whoever the register knows without an account says which of them."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.joining import AT_HOME, Join
from bot.domain.rules import RuleError, thing
from handlers import codes, consent, home
from handlers.context import Context, Showing, later
from handlers.doors import opens, presses
from handlers.joining import inviting, matters
from handlers.joining.beginning import DRAFT_HOURS, begin, submit
from handlers.joining.shared import may, redraw_heads, save, the_join

KIND = "home"
USED_UP = ("code-used", "code-is-yours", "code-too-old")


@opens(KIND)
async def comes_by_the_door(ctx: Context) -> None:
    """The link of a door's code: whose door this is, and who are you? Where it was used up, the head is asked."""
    try:
        code = await codes.opened(ctx, KIND)
    except RuleError as refusal:
        if refusal.code not in USED_UP or not await _asks_instead(ctx):
            raise
        return
    place = await ctx.tx.places.find(code.target)
    if place is None:
        raise RuleError("code-too-old")
    if await ctx.tx.residents.at(ctx.whom.id, place.id):
        raise RuleError("join-already", place=(await ctx.places()).path(place.id))
    begun = await ctx.tx.joins.open(ctx.whom.id, ctx.by_id, ctx.now, place_id=place.id, code_id=code.id)
    await ctx.alarm("join.tidy", thing("join", begun.id), later(ctx.now, hours=DRAFT_HOURS))
    await ctx.show(thing("join", begun.id), "mine", ctx.room, aloud=True)


async def _asks_instead(ctx: Context) -> bool:
    """Of a family one was first, or the paper is old: the door is known, and one tap asks whoever answers for it."""
    code = await ctx.tx.codes.get(ctx.number)
    place = await ctx.tx.places.find(code.target) if code else None
    if place is None or await ctx.tx.residents.at(ctx.whom.id, place.id):
        return False
    for asked in await ctx.tx.joins.of(ctx.whom.id, "waiting"):
        if asked.place_id == place.id:
            await ctx.show(thing("join", asked.id), "mine", ctx.room, aloud=True)
            return True
    await ctx.say(ctx.t("join-code-used"))
    begun = await begin(ctx)
    await save(ctx, begun, replace(begun, place_id=place.id, said="", pad=""))
    return True


@presses("join.door")
async def who(ctx: Context) -> None:
    """Who one is at this door: home at once, unless the register knows people here without an account."""
    found = await the_join(ctx)
    await may(ctx, "join.choose", found)
    role = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if role not in AT_HOME or found.code_id is None:
        raise RuleError("button-is-old")
    assert found.place_id is not None
    named = found.named(role)
    await consent.given(ctx.tx, found.person_id, "keep", ctx.now)
    if ctx.whom.telegram_id is not None and await ctx.tx.residents.without_account(found.place_id):
        return await save(ctx, found, named)
    return await _comes_home(ctx, found, named)


@presses("join.claim")
async def claim(ctx: Context) -> None:
    """`那就是我`, or none of them; the head's tap makes the two one."""
    found = await the_join(ctx)
    await may(ctx, "join.choose", found)
    value = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    assert found.place_id is not None
    known = [str(one) for one in await ctx.tx.residents.without_account(found.place_id)]
    if found.role is None or found.code_id is None or value not in (*known, "none"):
        raise RuleError("button-is-old")
    return await _comes_home(ctx, found, replace(found, claims_id=None if value == "none" else int(value)))


async def _comes_home(ctx: Context, before: Join, join: Join) -> None:
    """Verified at once: whoever holds the code stands at the door."""
    assert join.code_id is not None and join.place_id is not None and join.role is not None
    code = await ctx.tx.codes.get(join.code_id)
    if code is None or not code.is_good(ctx.now):  # somebody else of the home was first
        await submit(ctx, before, replace(join, code_id=None, claims_id=None))
        return ctx.answer(ctx.t("join-code-used"), alert=True)
    await codes.use(ctx, code)
    await ctx.tx.residents.lives(join.person_id, join.place_id, join.role, since=ctx.now, way="code")
    await save(ctx, before, join.confirmed(at=ctx.now, by=None), "join.by-code")
    await home.welcome(ctx, join.person_id)
    await inviting.admit_home(ctx, join.person_id)
    await _head_need_not(ctx, join)
    await ctx.no_alarm("join.tidy", thing=thing("join", join.id))
    await tell_household(ctx, join)
    if join.claims_id:
        await matters.wonder(ctx, "same", join.person_id, join.place_id, other_id=join.claims_id)
    return None


async def _head_need_not(ctx: Context, join: Join) -> None:
    """Whoever was asked about the same door need not answer any more: the code did."""
    for asked in await ctx.tx.joins.of(join.person_id, "waiting"):
        if asked.place_id == join.place_id:
            await ctx.no_alarm("join.climb", thing=thing("join", asked.id))
            await save(ctx, asked, replace(asked, code_id=join.code_id).confirmed(at=ctx.now, by=None))
            await redraw_heads(ctx, asked)


async def tell_household(ctx: Context, join: Join) -> None:
    """The others of the home learn who came in; they know best."""
    assert join.place_id is not None
    for other in await ctx.tx.residents.household(join.place_id):
        if other.person_id not in join.side:
            await ctx.tell(other.person_id, "home.newcomer", Showing(thing("join", join.id), "household"))
