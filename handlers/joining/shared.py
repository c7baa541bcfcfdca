"""What the parts of joining share: finding a request, who answers for it, and telling its people."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import joining
from bot.domain.joining import Join
from bot.domain.people import Office
from bot.domain.rules import RuleError, thing
from bot.i18n import Words
from handlers.context import TITLES, Context, Showing, Work, later
from handlers.context.neighbourhood import Neighbourhood
from storage.database import Read

CONFIRMING = sorted(key for key, title in TITLES.items() if "confirm" in title.powers)
"""The titles whose holders say who lives here."""

MENU = "homes"
"""The living menu of somebody's homes and of the codes of doors."""


async def in_private(ctx: Context, door: str = "join") -> bool:
    """What names a door is said in private; a group reads only the way there."""
    if ctx.room.is_private:
        return True
    url = ctx.house.link(ctx.house.signed(door, ctx.room.id))
    row = [{"text": ctx.t("open-private"), "url": url}]
    await ctx.say(ctx.t("only-in-private"), keyboard={"inline_keyboard": [row]})
    return False


async def the_join(ctx: Context) -> Join:
    """The request that the address names; what somebody may not see does not exist."""
    join = await ctx.tx.joins.get(ctx.number)
    if join is None or not (join.side & {ctx.person.id, ctx.whom.id} or await _answers_for(ctx, join)):
        raise RuleError("join-unknown")
    return join


async def _answers_for(ctx: Context, join: Join) -> bool:
    return join.state != "draft" and "confirm" in await ctx.powers(ctx.person.id, join.place_id)


async def may(ctx: Context, action: str, join: Join) -> None:
    await ctx.may(action, author_id=join.person_id, by_id=join.by_id, state=join.state, place_id=join.place_id)


async def save(ctx: Context, before: Join, after: Join, verb: str | None = None) -> None:
    if after == before:
        return
    await ctx.tx.joins.save(after)
    await ctx.redraw(thing("join", after.id))
    if verb:
        await ctx.write_down(verb, thing("join", after.id), after.place_id)


async def heads(read: Read, place_id: int, without: int) -> list[list[Office]]:
    """Who answers for a place, the nearest first, each level once; never the person it is about."""
    found = await read.offices.answerable(place_id, CONFIRMING)
    levels = [[office for office in offices if office.person_id != without] for _, offices in found]
    return [level for level in levels if level]


async def ask_heads(work: Work, join: Join) -> bool:
    """The nearest who can be reached are asked; whoever cannot is passed over, and the next level is asked.

    False: nobody could be reached; then those who may come into office are looked for every two days.
    """
    assert join.place_id is not None
    levels = await heads(work.tx, join.place_id, join.person_id)
    await work.alarm("join.climb", thing("join", join.id), later(work.now, days=joining.CLIMB_DAYS))
    await work.redraw(thing("join", join.id))
    for level in range(max(0, min(join.level, len(levels) - 1)), len(levels)):
        asked = replace(join, level=level)
        await work.tx.joins.save(asked)
        people = dict.fromkeys(office.person_id for office in levels[level])
        if any([await tell_head(work, head, asked) for head in people]):
            return True
    await work.tx.joins.save(replace(join, level=joining.NOBODY))
    return False


async def tell_head(work: Work, head_id: int, join: Join) -> bool:
    """One request is a card; several are one list."""
    head = await work.tx.people.get(head_id)
    if not head.reachable:
        return False
    several = len(await work.tx.joins.waiting_for(head_id, CONFIRMING)) > 1
    card = Showing(thing("confirms", head_id), "list") if several else Showing(thing("join", join.id), "head")
    told = await work.tell(head_id, "join.asked", card)
    if told and join.voice:
        quiet = work.house.awake(work.now, head)
        room = await work.private_room(head)
        await work.promise(room, "join.voice", "sendVoice", {"voice": join.voice}, not_before=quiet,
                           thing=thing("join", join.id), merge=True)  # fmt: skip
    return told


async def redraw_heads(work: Work, join: Join) -> None:
    """Lists in which the request stands, or stood, show the truth."""
    if join.place_id is not None:
        for level in await heads(work.tx, join.place_id, join.person_id):
            for office in level:
                await work.redraw(thing("confirms", office.person_id))


async def spot(read: Read, house: Neighbourhood, place_id: int | None) -> str:
    """A place as people write it; "" for one that is gone."""
    tree = await house.tree(read)
    return tree.path(place_id) if place_id is not None and place_id in tree else ""


def role_value(role: str) -> str:
    """A role as an address carries it: works-here."""
    return role.replace("_", "-")


def role_word(t: Words, role: str | None) -> str:
    return t("join-role", role=role or "none")
