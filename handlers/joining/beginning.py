"""Joining without a code: who one is, where one lives or works, and off it goes to whoever answers for that place."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain import joining, places
from bot.domain.joining import Join
from bot.domain.places import Tree
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import utf16
from handlers import consent, danger, where
from handlers.context import Context, Turn, later, spoken_text
from handlers.doors import DOORS, answers, opens, presses, rings, says
from handlers.joining.shared import ask_heads, in_private, may, redraw_heads, save, the_join

DRAFT_HOURS = 24


@says("join", "登记", "我住", english=("i live", "sign me up"), on_card=True)
async def join(ctx: Context) -> None:
    """`登记`, or at once `我住3栋2单元501`; in a group only the way into the private chat."""
    if await _is_other_talk(ctx):
        return await DOORS.answers["plain"](ctx)
    if await in_private(ctx):
        begun = await begin(ctx)
        if ctx.text:
            await read_words(ctx, begun, ctx.text)


async def _is_other_talk(ctx: Context) -> bool:
    """我住院了: only a place behind it makes `我住` a request to join."""
    said = spoken_text(ctx.incoming.message) if ctx.incoming.message else ""
    if ctx.way.door != "word" or not ctx.room.is_private or not re.match(r"\W*(我住|i live)", said, re.IGNORECASE):
        return False
    if places.read(ctx.text, await ctx.places()).said or joining.door(ctx.text):
        return False
    ctx.way.words = said
    return True


@opens("join")
async def comes_to_join(ctx: Context) -> None:
    await begin(ctx)


@presses("join.new")
async def join_pressed(ctx: Context) -> None:
    """From a card: `join_new`, or with the role at once: `join_new_owner`."""
    if not ctx.room.is_private:
        return ctx.opens("join", ctx.room.id)
    begun = await begin(ctx)
    if ctx.way.values:
        await choose(ctx, begun, ctx.way.values[0])
    if ctx.message_id and not await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id):  # the first hello's buttons
        await ctx.promise(ctx.room, "house.tidy", "editMessageReplyMarkup", {"message_id": ctx.message_id})
    return None


async def begin(ctx: Context, *, room_id: int | None = None) -> Join:
    """A fresh request, or the one that is still being written."""
    drafts = [draft for draft in await ctx.tx.joins.of(ctx.whom.id, "draft") if draft.code_id is None]
    begun = drafts[0] if drafts and room_id is None else None
    if begun is None:
        begun = await ctx.tx.joins.open(ctx.whom.id, ctx.by_id, ctx.now, room_id=room_id)
        await ctx.alarm("join.tidy", thing("join", begun.id), later(ctx.now, hours=DRAFT_HOURS))
    await ctx.show(thing("join", begun.id), "mine", ctx.room, aloud=not ctx.query or not drafts)
    return begun


@presses("join.role")
async def role(ctx: Context) -> None:
    found = await the_join(ctx)
    await choose(ctx, found, ctx.way.values[1] if len(ctx.way.values) > 1 else "")


async def choose(ctx: Context, found: Join, role: str) -> None:
    """Who one is; then where: asked by a line, a voice message or the pad."""
    await may(ctx, "join.choose", found)
    named = found.named(role)
    await consent.given(ctx.tx, found.person_id, "keep", ctx.now)
    if named.works:
        named = replace(named, pad="", said="", place_id=await _only_workplace(ctx))
    elif await _is_door(ctx, named.place_id) and not named.said:  # it was said before
        return await submit(ctx, found, named)
    await save(ctx, found, named)
    await _await_words(ctx, named)


async def _await_words(ctx: Context, join: Join) -> None:
    """The next words or voice message say where; the card on which this is asked is there already."""
    until = later(ctx.now, hours=DRAFT_HOURS)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "join.words", str(join.id), until)


async def _is_door(ctx: Context, place_id: int | None) -> bool:
    place = await ctx.tx.places.find(place_id or 0)
    return place is not None and place.kind == "dwelling"


async def _only_workplace(ctx: Context) -> int | None:
    """The community itself, unless it has estates to choose from."""
    root = await ctx.tx.places.root()
    return None if workplaces(await ctx.places(), root.id)[1:] else root.id


def workplaces(tree: Tree, root_id: int) -> list[int]:
    """Where somebody works: the community, or one of its estates or areas."""
    inside = [place.id for place in tree.children(root_id) if place.kind in ("estate", "area")]
    return [root_id, *inside]


@presses("join.place")
async def place(ctx: Context) -> None:
    """The pad: one level further in, or the door itself."""
    found = await the_join(ctx)
    await may(ctx, "join.choose", found)
    tree, at = await ctx.places(), where.At.read(ctx.way.values[1] if len(ctx.way.values) > 1 else "")
    if found.role is None or at.place_id not in tree:
        raise RuleError("button-is-old")
    if found.works and at.place_id in workplaces(tree, (await ctx.tx.places.root()).id):
        return await save(ctx, found, replace(found, place_id=at.place_id))
    if tree.get(at.place_id).kind == "dwelling":
        return await submit(ctx, found, replace(found, place_id=at.place_id, said="", voice=None))
    await save(ctx, found, replace(found, pad=str(at), said=""))
    return await _await_words(ctx, found)


@answers("join.words")
async def words(ctx: Context) -> None:
    """Where they live, typed or spoken."""
    if ctx.text and await danger.heard(ctx, ctx.text):
        return None
    found = await the_join(ctx)
    await may(ctx, "join.choose", found)
    if ctx.media and ctx.media.kind == "voice":
        return await _spoken(ctx, found, ctx.media.file_id)
    if not ctx.text:
        await _await_words(ctx, found)
        return await ctx.say(ctx.t("join-line-please"))
    await read_words(ctx, found, ctx.text)
    return None


async def _spoken(ctx: Context, found: Join, file_id: str) -> None:
    """Nobody here listens: whoever confirms hears it and finds the door."""
    if found.role is None:
        raise RuleError("join-role-first")
    asked = replace(found, voice=file_id, place_id=found.place_id or await _around(ctx, found))
    await submit(ctx, found, asked, aloud=True)


async def read_words(ctx: Context, found: Join, text: str) -> None:
    """One door is taken, several are shown, what is not in the register is never bent to what is."""
    if utf16(text) > joining.LONGEST:
        raise RuleError("join-too-long", most=joining.LONGEST)
    if found.works:
        asked = replace(found, said=text, place_id=found.place_id or (await ctx.tx.places.root()).id)
        return await submit(ctx, found, asked, aloud=True)
    tree = await ctx.places()
    text = _in_place(text, found, tree)
    heard = places.read(text, tree)
    doors = [id for id in heard.candidates if tree.get(id).kind == "dwelling"]
    if len(doors) == 1 and len(heard.candidates) == 1:
        taken = replace(found, place_id=doors[0], said="")
        return await (submit(ctx, found, taken, aloud=True) if found.role else _show(ctx, found, taken))
    if len(heard.candidates) == 1:  # a building or stair: on from there
        return await _show(ctx, found, replace(found, pad=str(where.At(heard.candidates[0])), said=""))
    kept = replace(found, said=text, place_id=_nearest(text, tree), pad="")
    return await _show(ctx, found, kept)


def _in_place(text: str, found: Join, tree: Tree) -> str:
    """A bare 501 is the door of the stair that the pad stands at."""
    if not found.pad or not text.strip().rstrip("室号房户").isdigit():
        return text
    at = where.At.read(found.pad).place_id
    return tree.path(at) + text if at in tree else text


async def _show(ctx: Context, found: Join, now: Join) -> None:
    await save(ctx, found, now)
    await _await_words(ctx, now)
    await ctx.show(thing("join", now.id), "mine", ctx.room, aloud=True)


def _nearest(text: str, tree: Tree) -> int | None:
    """The building or stair that the beginning of the words names for certain: who is asked, not where they live."""
    door = joining.door(text)
    if door is None:
        return None
    buildings = tree.named("building", door.building)
    if len(buildings) != 1:
        return None
    stairs = tree.inside(tree.named("stair", door.stair), buildings) if door.stair else []
    return stairs[0] if len(stairs) == 1 else buildings[0]


async def _around(ctx: Context, found: Join) -> int:
    """Where the pad stands, the group they ask to join, or the community."""
    if found.pad:
        return where.At.read(found.pad).place_id
    room = await ctx.tx.rooms.get(found.room_id) if found.room_id else None
    return room.place_id if room and room.place_id else (await ctx.tx.places.root()).id


@presses("join.send")
async def send(ctx: Context) -> None:
    """As it was said: whoever confirms finds or adds the door. For those at work: without a line."""
    found = await the_join(ctx)
    await may(ctx, "join.choose", found)
    if found.role is None or not (found.said or found.works):
        raise RuleError("button-is-old")
    return await submit(ctx, found, replace(found, place_id=found.place_id or await _around(ctx, found)))


async def submit(ctx: Context, before: Join, after: Join, *, aloud: bool = False) -> None:
    """Off it goes to whoever answers for the place."""
    assert after.place_id is not None
    await _not_there_already(ctx, after)
    if len(await ctx.tx.joins.of(after.person_id, "waiting")) >= joining.MOST_WAITING:
        raise RuleError("join-too-many", most=joining.MOST_WAITING)
    asked = after.asked(at=ctx.now)
    await save(ctx, before, asked, "join.asked")
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.no_alarm("join.tidy", thing=thing("join", asked.id))
    await ask_heads(ctx, asked)
    await redraw_heads(ctx, asked)
    if aloud:
        await ctx.show(thing("join", asked.id), "mine", ctx.room, aloud=True)


async def _not_there_already(ctx: Context, join: Join) -> None:
    assert join.place_id is not None
    known = await ctx.tx.residents.at(join.person_id, join.place_id)
    waiting = await ctx.tx.joins.of(join.person_id, "waiting")
    exact = not (join.said or join.voice)
    if exact and (known or any(one.place_id == join.place_id and not one.said for one in waiting)):
        raise RuleError("join-already", place=(await ctx.places()).path(join.place_id))


@presses("join.correct")
async def correct(ctx: Context) -> None:
    """Another door, or another try: back to the question."""
    found = await the_join(ctx)
    await may(ctx, "join.correct", found)
    await ctx.tx.joins.drop_drafts(found.person_id, found.id)
    again = found.corrected()
    await save(ctx, found, again)
    await redraw_heads(ctx, found)
    await ctx.no_alarm("join.climb", thing=thing("join", found.id))
    await ctx.alarm("join.tidy", thing("join", found.id), later(ctx.now, hours=DRAFT_HOURS))
    await _await_words(ctx, again)


@presses("join.again")
async def ask_again(ctx: Context) -> None:
    """The same once more, to the same; or with `up`, to whoever is one level up."""
    found = await the_join(ctx)
    await may(ctx, "join.again", found)
    if found.state == "waiting":  # a second tap
        return ctx.answer(ctx.t("join-sent-again"))
    asks = [entry for entry in await ctx.tx.journal.of(thing("join", found.id)) if entry.verb == "join.asked"]
    if len(asks) >= joining.MOST_ASKS:
        raise RuleError("join-asked-enough")
    up = ctx.way.values[1:] == ("up",)
    again = found.asked(at=ctx.now)
    again = replace(again, level=found.level + 1) if up else again
    await save(ctx, found, again, "join.asked")
    await ask_heads(ctx, again)
    ctx.answer(ctx.t("join-sent-again"))
    return None


@presses("join.withdraw")
async def withdraw(ctx: Context) -> None:
    found = await the_join(ctx)
    await may(ctx, "join.withdraw", found)
    await ctx.no_alarm("join.climb", "join.tidy", thing=thing("join", found.id))
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await save(ctx, found, found.withdrawn(at=ctx.now), "join.withdrawn" if found.state == "waiting" else None)
    await redraw_heads(ctx, found)


@rings("join.tidy")
async def tidy(turn: Turn) -> None:
    """What was begun and never sent is let go after a day."""
    if await turn.tx.joins.drop(number_of(turn.thing)):
        await turn.redraw(turn.thing)
