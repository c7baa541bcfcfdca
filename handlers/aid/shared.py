"""What asking and helping share: finding the ask, its clocks, and telling its people."""

from __future__ import annotations

import re

from bot.domain import aid, titles
from bot.domain.aid import Ask, Giver
from bot.domain.people import Room
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import Words
from handlers import talking
from handlers.context import TITLES, Context, Saying, Showing, Work, may_act
from storage.database import Read


async def the_ask(ctx: Context) -> Ask:
    """The ask that the address names; what somebody may not see does not exist."""
    return await visible(ctx, ctx.number)


async def visible(ctx: Context, number: int) -> Ask:
    ask = await ctx.tx.asks.visible_to(ctx.whom.id, number) or await ctx.tx.asks.visible_to(ctx.person.id, number)
    if ask is None:
        raise RuleError("ask-unknown")
    return ask


def own_part(ctx: Context, ask: Ask) -> Giver | None:
    """The giver whom this person is, or speaks for."""
    return ask.giver_of(ctx.person.id, ctx.whom.id)


async def may(ctx: Context, action: str, ask: Ask) -> None:
    part = own_part(ctx, ask)
    assigned = ctx.person.id if part and part.state != "left" else None
    await ctx.may(
        action, author_id=ask.person_id, by_id=ask.by_id, assigned_id=assigned, state=ask.state, place_id=ask.place_id
    )


def spoken_thing(t: Words, file_kind: str, what: str, *, at_once: bool) -> str:
    """What a group reads of a plea without a word; `what`: its kind, "none" as long as nobody chose one."""
    return t("ask-spoken", kind=file_kind, what=what, once="yes" if at_once else "no")


async def the_giver(ctx: Context, ask: Ask) -> Giver:
    """The neighbour whom the button was drawn for; refuses one who has left since."""
    value = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    giver = ask.giver(int(value)) if value.isdecimal() and len(value) < 16 else None
    if giver is None or giver.state not in ("giving", "given"):
        raise RuleError("ask-giver-changed")
    return giver


async def agreed_with(ctx: Context, ask: Ask) -> Giver:
    """The neighbour whom the button was drawn for, once both agreed; another one may have it since."""
    giver = await the_giver(ctx, ask)
    if giver.agreed_at is None:
        raise RuleError("ask-not-agreed")
    return giver


async def save(work: Work, before: Ask, after: Ask, verb: str | None) -> None:
    if after == before:
        return
    await work.tx.asks.save(after)
    await talking.look_again(work, thing("ask", after.id))
    await work.redraw(thing("ask", after.id))
    await phones_follow(work, before, after)
    await work.redraw_board(room_id=after.room_id)
    if verb and isinstance(work, Context):
        await work.write_down(verb, thing("ask", after.id), after.place_id)


async def of_today(read: Read, ask: Ask) -> Ask:
    """Without helpers who may not act any more, because an office ended: they read of it as everybody does."""
    for helper, whom in ask.helpers:
        if not await still_acts(read, ask, helper, whom):
            ask = ask.without(helper)
    return ask


async def still_acts(read: Read, ask: Ask, helper: int, whom: int | None) -> bool:
    place = ask.place_id or (await read.places.root()).id
    if "act" in titles.powers(await read.offices.titles_at_or_above(helper, place), TITLES):
        return True
    return whom is not None and await may_act(read, helper, whom)


async def phones_follow(work: Work, before: Ask, after: Ask) -> None:
    """What showed a number that is shown no more, or is another one, shows the truth."""
    if _phones(before) != _phones(after):
        await work.redraw(thing("plea", after.id))


def _phones(ask: Ask) -> list[tuple[int, str, str]]:
    return [(one.person_id, one.phone, one.asker_phone) for one in ask.givers]


async def show_asker(ctx: Context, ask: Ask, *, aloud: bool = False) -> None:
    if ctx.person.reachable:
        await ctx.show(thing("ask", ask.id), "asker", await ctx.private_room(ctx.person), aloud=aloud)


async def put_away_pages(ctx: Context) -> bool:
    """The page on which a draft was changed is done with. False: none was open."""
    name = thing("fit", ctx.person.id)
    pages = await ctx.tx.cards.of(name)
    for one in pages:
        await ctx.take_away(name, one.view, await ctx.tx.rooms.get(one.room_id))
    return bool(pages)


async def tell_asker(work: Work, ask: Ask, kind: str) -> bool:
    """Show the ask's card to who asked and whoever acts for them. False: nothing reaches them."""
    card = Showing(thing("ask", ask.id), "asker")
    return await work.tell_both(ask.person_id, ask.by_id, kind, card, awaited=waits(work, ask))


async def tell_giver(work: Work, ask: Ask, giver: Giver, kind: str) -> bool:
    card = Showing(thing("ask", ask.id), "neighbour")
    return await work.tell_both(giver.person_id, giver.by_id, kind, card)


async def tell_givers(work: Work, ask: Ask, kind: str, *, but: int | None = None) -> None:
    """Show it to everybody who has it or waits in line, but to whoever said so."""
    for giver in ask.givers:
        if giver.state != "left" and but not in giver.side:
            await tell_giver(work, ask, giver, kind)


async def say_to_giver(work: Work, giver: Giver, kind: str, news: Saying, *, awaited: bool = False) -> None:
    await work.tell_both(giver.person_id, giver.by_id, kind, news, awaited=awaited)


async def rooms_for(read: Read, person_id: int, by_id: int | None) -> list[Room]:
    """The groups that a plea may go to: of whom it is for; of their helper only those of that neighbour's own place."""
    rooms = await read.rooms.open_to(person_id)
    if by_id is not None:
        rooms += await _groups_at_home(read, person_id)
    if not rooms and await read.joins.is_known(person_id):  # first the matter, then the form
        rooms = await read.rooms.community_groups()
    if not rooms and by_id is not None:
        rooms = [room for room in await read.rooms.groups_of(by_id) if room.place_id is None]
    return list({room.id: room for room in rooms}.values())


async def _groups_at_home(read: Read, person_id: int) -> list[Room]:
    """The groups of the places somebody lives in, the widest first."""
    home = await read.residents.home(person_id)
    around = [place.id for place in await read.places.above(home)] if home else []
    return [room for place in reversed(around) for room in await read.rooms.at(place)]


def stepped_in(before: Ask, after: Ask) -> list[Giver]:
    """Who was in line and has it now."""
    waiting = {one.person_id for one in before.line}
    return [one for one in after.giving if one.person_id in waiting]


def waits(work: Work, ask: Ask) -> bool:
    """Whether the asker sits and waits: it is urgent, or it was asked at night."""
    return ask.is_waited_for or work.house.awake(ask.opened_at) != ask.opened_at


async def set_clocks(work: Work, ask: Ask, since: int = 0) -> None:
    name = thing("ask", ask.id)
    if ask.is_over or ask.state == "unanswered":
        return await work.no_alarm("ask.question", "ask.end", "ask.half", "ask.wave", thing=name)
    times = aid.clocks(ask, work.house.awake, since)
    if ask.asked_at is None:
        await work.alarm("ask.question", name, times.question)
    await work.alarm("ask.end", name, times.end)
    if ask.state == "taken":
        await work.no_alarm("ask.wave", thing=name)
    if times.half is None or times.half <= work.now:
        return await work.no_alarm("ask.half", thing=name)
    await work.alarm("ask.half", name, times.half)
    return None


async def meant(ctx: Context, candidates: list[Ask]) -> Ask:
    """The ask that words mean: the card replied to, the number said, or the only one there is."""
    number = await _number_said(ctx)
    if number is not None:
        return await visible(ctx, number)
    if not candidates:
        raise RuleError("ask-none")
    if len(candidates) > 1:
        listed = "\n".join(f"{ask.id} · {ask.thing}" for ask in candidates[:8])
        raise RuleError("ask-which", listed=listed)
    return candidates[0]


async def _number_said(ctx: Context) -> int | None:
    said = re.fullmatch(r"(?:no\.?\s*|#)?(\d{1,11})\s*号?", ctx.text, re.IGNORECASE)
    if said:
        return int(said[1])
    if ctx.replied_to:
        row = await ctx.tx.cards.at_message(ctx.room.id, ctx.replied_to)
        if row and row.thing.startswith("ask_"):
            return number_of(row.thing)
    return None
