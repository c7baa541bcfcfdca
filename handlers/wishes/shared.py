"""What every part of small wishes shares: finding festival and wish, who may, and telling those who wait."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from bot.domain import festivals, titles
from bot.domain.aid import Health
from bot.domain.festivals import Festival
from bot.domain.people import Person
from bot.domain.places import KINDS, Place
from bot.domain.rules import RuleError, thing
from bot.domain.wishes import Wish
from handlers.context import REPLY, TITLES, Context, Saying, Showing, Work
from handlers.features import Origin, Pair
from storage.database import Read

GATHERING = sorted(key for key, title in TITLES.items() if "gather" in title.powers)


def _data(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("bot") / "data" / name).read_text(encoding="utf-8"))


def _health() -> Health:
    words = tomllib.loads((files("bot") / "data" / "health.toml").read_text(encoding="utf-8"))
    return Health.of(words["signs"], words["remedies"])


HEALTH = _health()
CALENDAR = festivals.read(_data("festivals.toml"))


async def holds(read: Read, person_id: int, power: str, place_id: int | None) -> bool:
    """Whether an office at the place or above it lets this person do that."""
    return power in titles.powers(await read.offices.titles_at_or_above(person_id, place_id), TITLES)


async def tops(read: Read, person_id: int, power: str = "gather") -> list[Place]:
    """Where an office lets this person do that, the widest place first."""
    numbers = dict.fromkeys(one.place_id for one in await read.offices.of(person_id))
    found = [place for number in numbers if (place := await read.places.find(number))]
    allowed = [place for place in found if await holds(read, person_id, power, place.id)]
    return sorted(allowed, key=lambda place: KINDS.index(place.kind))


# festivals


async def the_festival(ctx: Context) -> Festival:
    """The festival that the address names; what somebody may not see does not exist."""
    return await visible_festival(ctx, ctx.number)


async def visible_festival(ctx: Context, number: int) -> Festival:
    found = await festival_for(ctx.tx, number, ctx.whom.id, ctx.person.id)
    if found is None:
        raise RuleError("festival-unknown")
    return found


async def festival_for(read: Read, number: int, *person_ids: int) -> Festival | None:
    """For neighbours once it is open; before, for who makes circles at its place."""
    for person_id in person_ids:
        if found := await read.festivals.visible_to(person_id, number):
            return found
    found = await read.festivals.get(number)
    return found if found and any([await holds(read, one, "gather", found.place_id) for one in person_ids]) else None


async def may_run(ctx: Context, action: str, it: Festival) -> None:
    await ctx.may(action, state=it.state, author_id=it.person_id, place_id=it.place_id)


async def save_festival(work: Work, before: Festival, after: Festival) -> None:
    if after == before:
        return
    await work.tx.festivals.save(after)
    await changed(work, after)


async def changed(work: Work, it: Festival) -> None:
    """Its cards and the boards show the truth again."""
    await work.redraw(thing("festival", it.id))
    if it.state not in ("draft", "dropped"):
        await work.redraw_board(place_id=it.place_id)


async def runners(read: Read, it: Festival) -> list[int]:
    """Who runs it: whoever opened it while they may; else the nearest who make circles at its place."""
    if it.person_id and await holds(read, it.person_id, "gather", it.place_id):
        return [it.person_id]
    for _, offices in await read.offices.answerable(it.place_id, GATHERING):
        people = list(dict.fromkeys(one.person_id for one in offices))
        if any([(await read.people.get(one)).reachable for one in people]):
            return people
    return []


async def tell_runners(work: Work, it: Festival, kind: str) -> None:
    for person_id in await runners(work.tx, it):
        await work.tell(person_id, kind, Showing(thing("festival", it.id), "runner"))


# wishes


async def the_wish(ctx: Context) -> Wish:
    """The wish that the address names; for its two sides, who looks at it, and once it hangs for neighbours."""
    wish = await wish_for(ctx.tx, ctx.number, ctx.whom.id, ctx.person.id)
    if wish is None or not ctx.room.is_private:
        raise RuleError("wish-unknown")
    return wish


async def wish_for(read: Read, number: int, *person_ids: int) -> Wish | None:
    for person_id in person_ids:
        if found := await read.wishes.visible_to(person_id, number):
            return found
    wish = await read.wishes.get(number)
    if wish and wish.state != "draft" and any([await judges(read, one, wish) for one in person_ids]):
        return wish
    return None


async def festival_of(read: Read, wish: Wish) -> Festival:
    found = await read.festivals.get(wish.festival_id)
    assert found, "a wish belongs to a festival"
    return found


async def place_of(read: Read, wish: Wish) -> int:
    return wish.place_id or (await festival_of(read, wish)).place_id


async def judges(read: Read, person_id: int, wish: Wish) -> bool:
    """Whether this person looks at it before it hangs: head of where the wisher lives, or who makes circles there."""
    place_id = await place_of(read, wish)
    return await holds(read, person_id, "confirm", place_id) or await holds(read, person_id, "gather", place_id)


async def goes_between(read: Read, wish: Wish, person_id: int) -> bool:
    """Whether this person speaks for a wisher whom nobody can reach: then it is who runs the festival."""
    if wish.person_id is None or await _reaches(read, wish.side):
        return False
    return person_id in await runners(read, await festival_of(read, wish))


async def _reaches(read: Read, people: frozenset[int]) -> bool:
    return any([(await read.people.get(one)).reachable for one in people])


async def may(ctx: Context, action: str, wish: Wish) -> None:
    between = await goes_between(ctx.tx, wish, ctx.person.id)
    mine = wish.of(ctx.whom.id, ctx.person.id)
    await ctx.may(
        action, state=wish.stage, author_id=ctx.person.id if between else wish.person_id, by_id=wish.by_id,
        assigned_id=ctx.person.id if mine else None, place_id=await place_of(ctx.tx, wish),
    )  # fmt: skip


async def save(work: Work, before: Wish, after: Wish) -> bool:
    """Whether anything changed."""
    if after == before:
        return False
    await work.tx.wishes.save(after)
    await work.redraw(thing("wish", after.id))
    await changed(work, await festival_of(work.tx, after))
    return True


async def voice(read: Read, wish: Wish) -> Person | None:
    """Who speaks for the wisher: whoever wrote it down, the wisher, or who runs the festival; None: nobody."""
    for one in (wish.by_id, wish.person_id):
        if one and (await read.people.get(one)).reachable:
            return await read.people.get(one)
    people = await runners(read, await festival_of(read, wish)) if wish.person_id else []
    return await read.people.get(people[0]) if people else None


async def tell_wisher(work: Work, wish: Wish, kind: str) -> None:
    """Show the wish to whose it is and who wrote it down; to who runs the festival where neither can be reached."""
    news = Showing(thing("wish", wish.id), "wisher")
    if not await work.tell_both(wish.person_id, wish.by_id, kind, news):
        for one in await runners(work.tx, await festival_of(work.tx, wish)) if wish.person_id else []:
            await work.tell(one, kind, news)


async def say_to_wisher(work: Work, wish: Wish, kind: str, saying: Saying) -> None:
    if not await work.tell_both(wish.person_id, wish.by_id, kind, saying):
        for one in await runners(work.tx, await festival_of(work.tx, wish)) if wish.person_id else []:
            await work.tell(one, kind, saying)


async def tell_giver(work: Work, wish: Wish, kind: str, rank: int = REPLY) -> None:
    giver = wish.giver
    for one in sorted(giver.side) if giver else ():
        await work.tell(one, kind, Showing(thing("wish", wish.id), "giver"), rank=rank)


async def origin(read: Read, number: int) -> Origin | None:
    wish = await read.wishes.get(number)
    return Origin(wish.person_id, wish.by_id, await place_of(read, wish)) if wish and wish.state == "open" else None


async def pairs(read: Read, number: int, person_id: int) -> list[Pair]:
    """Giver and wisher, once the wisher's side agreed; for somebody without a telephone, who speaks for them."""
    wish = await read.wishes.get(number)
    if wish is None or wish.state != "open" or not wish.is_known or wish.giver is None:
        return []
    speaks = await voice(read, wish)
    both = (speaks.id if speaks else 0, wish.giver.voice_id)
    return [Pair(*both, wish.words)] if person_id in both and speaks else []


async def say_for_you(work: Work, wish: Wish) -> None:
    """Whose wish it is reads what was written down for them."""
    if wish.person_id:
        await work.tell(wish.person_id, "wish.for-you", Showing(thing("wish", wish.id), "wisher"))
