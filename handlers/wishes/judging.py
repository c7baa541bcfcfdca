"""Looking at wishes before they hang: many at once, one back with a kind reason, a voice put into one line."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import places, wishes
from bot.domain.festivals import Festival
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.wishes import Wish
from handlers import questions
from handlers.context import Context
from handlers.doors import answers, presses
from handlers.wishes import shared
from handlers.wishes.shared import the_festival, the_wish
from storage.database import Read


@presses("festival.look")
async def look(ctx: Context) -> None:
    """What waits to be looked at by this person."""
    it = await the_festival(ctx)
    await _may_look(ctx, it)
    page = whole_number(ctx.values(2)[1])
    await ctx.menu(f"look.{it.id}.{page}", "wishes")


async def _may_look(ctx: Context, it: Festival) -> None:
    """Whoever makes circles at its place, and every head in it."""
    inside = [one.id for one in await shared.tops(ctx.tx, ctx.person.id, "confirm")]
    tree = await ctx.places()
    below = tree.inside(inside, [it.place_id])
    await ctx.may("festival.see", state=it.state, place_id=below[0] if below else it.place_id)


async def looked_at_by(read: Read, it: Festival, person_id: int) -> list[Wish]:
    """The wishes of a festival that wait for this person's eyes, the oldest first."""
    mine = [*await shared.tops(read, person_id, "confirm"), *await shared.tops(read, person_id, "gather")]
    return await read.wishes.to_look_at(it.id, [place.id for place in mine])


@presses("wish.judge")
async def judge(ctx: Context) -> None:
    """One of them, with its voice or photo under it."""
    wish = await _judged(ctx)
    await ctx.show(thing("wish", wish.id), "judge", ctx.room, aloud=True)


async def _judged(ctx: Context) -> Wish:
    """A wish that this person may look at before it hangs; for anybody else there is none."""
    wish = await the_wish(ctx)
    if not await shared.judges(ctx.tx, ctx.person.id, wish):
        raise RuleError("wish-unknown")
    return wish


@presses("wish.hang")
async def hang(ctx: Context) -> None:
    wish = await _judged(ctx)
    await shared.may(ctx, "wish.hang", wish)
    await _hang(ctx, wish)
    ctx.answer(ctx.t("wish-hung"))


async def _hang(ctx: Context, wish: Wish) -> None:
    """The wisher's card says so without a sound: good news can wait."""
    if await shared.save(ctx, wish, wish.hang()):
        await ctx.write_down("wish.hung", thing("wish", wish.id), wish.place_id)
        await ctx.show_both(wish.person_id, wish.by_id, thing("wish", wish.id), "wisher")


@presses("wish.hang-all")
async def hang_all(ctx: Context) -> None:
    """Those on the page as it was shown, and none that came or changed its words since."""
    numbers = [whole_number(value) for value in ctx.values(4)]
    it = await shared.visible_festival(ctx, numbers[0])
    await _may_look(ctx, it)
    first, last, mark = numbers[1:]
    shown = [one for one in await looked_at_by(ctx.tx, it, ctx.person.id) if first <= one.id <= last]
    ready = [one for one in shown if one.words and one.worded_at <= mark]
    for wish in ready:
        await _hang(ctx, wish)
    await ctx.menu(f"look.{it.id}.1", "wishes")
    ctx.answer(ctx.t("wish-hung-many", count=len(ready)))


@presses("wish.return")
async def send_back(ctx: Context) -> None:
    """Back to the wisher with a reason, as a kind neighbour would say it."""
    wish, reason = await _judged(ctx), ctx.values(2)[1]
    await shared.may(ctx, "wish.return", wish)
    if await shared.save(ctx, wish, wish.send_back(reason)):
        await ctx.write_down("wish.returned", thing("wish", wish.id), wish.place_id)
        await shared.tell_wisher(ctx, wish, "wish.returned")
    ctx.answer(ctx.t("wish-returned-answer"))


@presses("wish.hear")
async def hear(ctx: Context) -> None:
    wish = await _judged(ctx)
    await shared.may(ctx, "wish.hear", wish)
    await questions.ask(ctx, "wish.heard", wish.id, ctx.t("wish-hear-what"))


@answers("wish.heard")
async def heard(ctx: Context) -> None:
    """One line for a voice or a photo. The wisher says whether it is meant so; for who has no telephone it counts."""
    wish = await shared.wish_for(ctx.tx, int(ctx.way.values[0]), ctx.person.id)
    if wish is None or not await shared.judges(ctx.tx, ctx.person.id, wish):
        raise RuleError("wish-unknown")
    await shared.may(ctx, "wish.hear", wish)
    if not ctx.text:
        return await questions.ask(ctx, "wish.heard", wish.id, ctx.t("wish-in-words"))
    line = wishes.read(places.read(ctx.text, await ctx.places()).rest, shared.HEALTH)
    if await shared.goes_between(ctx.tx, wish, ctx.person.id) or ctx.person.id in wish.side:
        await shared.save(ctx, wish, wish.says(line, at=ctx.now))
    else:
        after = replace(wish, heard=line)
        await shared.save(ctx, wish, after)
        await shared.tell_wisher(ctx, after, "wish.heard")
    await ctx.show(thing("wish", wish.id), "judge", ctx.room, aloud=True)
    return None
