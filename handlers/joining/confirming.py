"""Confirming: whoever answers for a place says that they know somebody, one by one or twelve at once, or why not."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from bot.domain import joining
from bot.domain.joining import Join
from bot.domain.places import Tree
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import cut
from bot.i18n import page
from handlers import home, questions, where
from handlers.context import Context, Saying, Showing, Turn
from handlers.doors import answers, opens, presses, rings, says
from handlers.joining import inviting, matters
from handlers.joining.door import tell_household
from handlers.joining.shared import (
    CONFIRMING,
    ask_heads,
    heads,
    in_private,
    may,
    redraw_heads,
    save,
    spot,
    the_join,
)

LISTED = 12
"""Requests in one list that are confirmed by one tap."""


@says("confirm", "等确认", english=("who is waiting",), on_card=True)
async def confirm_list(ctx: Context) -> None:
    if await in_private(ctx, "confirm"):
        await show_list(ctx)


@opens("confirm")
async def comes_to_confirm(ctx: Context) -> None:
    await show_list(ctx)


@presses("confirms.see")
async def list_pressed(ctx: Context) -> None:
    ctx.values(0)
    await show_list(ctx)


async def show_list(ctx: Context) -> None:
    """Who waits for this person's tap; refuses whoever answers for no place."""
    if not set(CONFIRMING) & await ctx.tx.offices.titles_of(ctx.person.id):
        raise RuleError("join-only-heads")
    await ctx.show(thing("confirms", ctx.person.id), "list", ctx.room, aloud=True)


@presses("join.see")
async def see(ctx: Context) -> None:
    """From the list to one request's own card."""
    found = await the_join(ctx)
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    if found.side & {ctx.person.id, ctx.whom.id}:
        return await ctx.show(thing("join", found.id), "mine", ctx.room, aloud=True)
    return await ctx.show(thing("join", found.id), "head", ctx.room, aloud=True)


@presses("join.apart")
async def apart(ctx: Context) -> None:
    """Taken out of the list that is confirmed at once; tapped again, back in it."""
    found = await the_join(ctx)
    await may(ctx, "join.confirm", found)
    if found.state == "waiting":
        await ctx.tx.joins.save(replace(found, apart=not found.apart))
    await redraw_heads(ctx, found)


def together(waiting: list[Join], tree: Tree) -> list[Join]:
    """Those of a list that one tap confirms: with a door or workplace of the register, and not taken out."""
    return [one for one in waiting[:LISTED] if not one.apart and is_plain(one, tree)]


def is_plain(join: Join, tree: Tree) -> bool:
    """Whether it only needs a yes: the place is there and nobody has to listen or look for a door."""
    if join.place_id is None or join.place_id not in tree or join.voice:
        return False
    return join.works or (not join.said and tree.get(join.place_id).kind == "dwelling")


def mark(joins: list[Join]) -> str:
    """What a list showed; a list that has changed since has another mark."""
    shown = repr([(one.id, one.asked_at, one.place_id, one.role) for one in joins])
    return hashlib.sha256(shown.encode()).hexdigest()[:10]


@presses("confirms.all")
async def all_of_them(ctx: Context) -> None:
    """`这 12 户都认识`: those that were shown, and no others."""
    waiting = await ctx.tx.joins.waiting_for(ctx.person.id, CONFIRMING)
    known = together(waiting, await ctx.places())
    if ctx.way.values != (mark(known),):
        await ctx.redraw(thing("confirms", ctx.person.id))
        return ctx.answer(ctx.t("join-list-changed"), alert=True)
    for one in known:
        await may(ctx, "join.confirm", one)
        await settle(ctx, one, one)
    await ctx.redraw(thing("confirms", ctx.person.id))
    ctx.answer(ctx.t("join-all-confirmed", count=len(known)))
    return None


@presses("join.confirm")
async def confirm(ctx: Context) -> None:
    """`认识`; with a register's row, `就是登记册上的李桂兰`. Without a door of the register the pad comes first."""
    found = await the_join(ctx)
    await may(ctx, "join.confirm", found)
    old = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if old and not old.isdecimal():
        raise RuleError("button-is-old")
    if found.state == "waiting" and not found.works and not await _has_door(ctx, found):
        return await pick_door(ctx, found)
    await settle(ctx, found, found, int(old) if old else None)
    ctx.answer(ctx.t("join-confirmed-answer"))
    return None


async def pick_door(ctx: Context, found: Join) -> None:
    start = await _widest_of_mine(ctx, found)
    await save(ctx, found, replace(found, pad=str(where.At(start))))
    await ctx.show(thing("join", found.id), "pick", ctx.room, aloud=True)


async def _widest_of_mine(ctx: Context, join: Join) -> int:
    """The place the words name, if it has doors in it; else the widest that this person answers for."""
    place_id = join.place_id or (await ctx.tx.places.root()).id
    tree = await ctx.places()
    if place_id in tree and tree.get(place_id).kind != "dwelling" and tree.children(place_id):
        return place_id
    return next((above.id for above in tree.parents(place_id) if above.kind in ("building", "community")), place_id)


async def _has_door(ctx: Context, join: Join) -> bool:
    place = await ctx.tx.places.find(join.place_id or 0)
    return place is not None and place.kind == "dwelling" and not join.said


async def settle(ctx: Context, before: Join, join: Join, old_id: int | None = None) -> None:
    """In the register, and into the group that was asked for."""
    confirmed = join.confirmed(at=ctx.now, by=ctx.person.id)
    if confirmed == before:
        return
    assert confirmed.place_id is not None and confirmed.role is not None
    if old_id is not None:
        await matters.make_one(ctx, old_id, confirmed.person_id, confirmed.place_id)
    else:
        way = "steward" if await _only_steward(ctx, confirmed.place_id) else "head"
        await ctx.tx.residents.lives(
            confirmed.person_id, confirmed.place_id, confirmed.role, since=ctx.now, way=way, confirmed_by=ctx.person.id
        )
    await save(ctx, before, confirmed, "join.confirmed")
    await home.welcome(ctx, confirmed.person_id)
    await _over(ctx, confirmed)
    await inviting.admit(ctx, confirmed)
    if not confirmed.works:
        await tell_household(ctx, confirmed)


async def _only_steward(ctx: Context, place_id: int) -> bool:
    return set(CONFIRMING) & await ctx.tx.offices.titles_at_or_above(ctx.person.id, place_id) == {"steward"}


async def _over(ctx: Context, join: Join) -> None:
    """It is answered: no clock any more, every list without it, and whoever asked reads so."""
    await ctx.no_alarm("join.climb", thing=thing("join", join.id))
    await redraw_heads(ctx, join)
    await ctx.tell_both(
        join.person_id, join.by_id, f"join.{join.state}", Showing(thing("join", join.id), "mine"), awaited=True
    )


@presses("join.more")
async def more(ctx: Context) -> None:
    """What else the head may do about it."""
    found = await the_join(ctx)
    await may(ctx, "join.confirm", found)
    await ctx.show(thing("join", found.id), "more", ctx.room, aloud=True)


# no, and why


@presses("join.refuse")
async def refuse(ctx: Context) -> None:
    """`不认识…`: a second card with the reasons; each of them refuses."""
    found = await the_join(ctx)
    await may(ctx, "join.refuse", found)
    reason = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if not reason:
        return await ctx.show(thing("join", found.id), "reasons", ctx.room, aloud=True)
    if reason == "other":
        return await questions.ask(ctx, "join.reason", found.id, ctx.t("join-reason-which"))
    return await _refuse(ctx, found, reason)


@answers("join.reason")
async def reason_said(ctx: Context) -> None:
    """Another reason, in a line that the person will read."""
    found = await the_join(ctx)
    await may(ctx, "join.refuse", found)
    if not ctx.text:
        return await questions.ask(ctx, "join.reason", found.id, ctx.t("join-line-please"))
    await _refuse(ctx, found, "other", cut(ctx.text, joining.LONGEST))
    return await ctx.say(ctx.t("join-refused-answer"))


async def _refuse(ctx: Context, found: Join, reason: str, said: str = "") -> None:
    refused = found.refused(reason, at=ctx.now, by=ctx.person.id, said=said)
    if refused == found:
        return
    await save(ctx, found, refused, "join.refused")
    await _over(ctx, refused)
    await inviting.turn_away(ctx, refused)


# nobody answered


@rings("join.climb")
async def climb(turn: Turn) -> None:
    """Two days without an answer: one level up, and whoever waits is told; at the top they are asked once more."""
    found = await turn.tx.joins.get(number_of(turn.thing))
    if found is None or found.state != "waiting" or found.place_id is None:
        return
    levels = await heads(turn.tx, found.place_id, found.person_id)
    is_higher = 0 <= found.level < len(levels) - 1
    asked = await ask_heads(turn, replace(found, level=found.level + 1) if is_higher else found)
    if is_higher and asked:
        await turn.tx.journal.write(turn.now, None, "join.climbed", turn.thing, found.place_id)
        await _tell_waiting(turn, found, "join-climbed")
    elif found.level >= 0 and await turn.tx.house.once(f"join_top_{found.id}_{found.asked_at}", str(turn.now)):
        await _tell_waiting(turn, found, "join-nobody-above")


async def _tell_waiting(turn: Turn, found: Join, key: str) -> None:
    place = await spot(turn.tx, turn.house, found.place_id)
    news = Saying(lambda t: page([t(key, place=place, days=joining.CLIMB_DAYS)]), turn.thing)
    await turn.tell_both(found.person_id, found.by_id, "join.climbed", news)


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """One who should answer cannot be reached after all: the next is asked."""
    if name.startswith("matter_"):
        return await matters.not_delivered(turn, number_of(name))
    if name.startswith("confirms_"):
        waiting = await turn.tx.joins.waiting_for(number_of(name), CONFIRMING)
    else:
        found = await turn.tx.joins.get(number_of(name)) if name.startswith("join_") and view == "head" else None
        waiting = [found] if found and found.state == "waiting" else []
    for one in waiting:
        await ask_heads(turn, one)
