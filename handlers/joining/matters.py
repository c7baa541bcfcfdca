"""What a household asks its head to look at: somebody nobody knows, somebody who died, two rows that are one."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import joining
from bot.domain.joining import Matter
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import page
from handlers import home, vacancies
from handlers.context import Context, Saying, Showing, Turn, Work, later
from handlers.doors import presses, rings
from handlers.joining.shared import heads, spot
from handlers.names import named


async def wonder(ctx: Context, kind: str, person_id: int, place_id: int, *, other_id: int | None = None) -> bool:
    """Ask the nearest who can be reached. False: nobody answers for this place yet."""
    matter = await ctx.tx.joins.wonder(kind, person_id, place_id, ctx.person.id, ctx.now, other_id)
    await ctx.write_down(f"home.{kind}", thing("matter", matter.id), place_id, person=person_id)
    return await _ask(ctx, matter)


async def _ask(work: Work, matter: Matter) -> bool:
    """From its level on the nearest who can be reached; they have two days."""
    name = thing("matter", matter.id)
    await work.alarm("matter.climb", name, later(work.now, days=joining.CLIMB_DAYS))
    levels = await heads(work.tx, matter.place_id, matter.person_id)
    for level in range(max(0, min(matter.level, len(levels) - 1)), len(levels)):
        people = dict.fromkeys(office.person_id for office in levels[level])
        if any([await work.tell(head, "home.asked", Showing(name, "head")) for head in people]):
            await work.tx.joins.save_matter(replace(matter, level=level))
            return True
    return False


@rings("matter.climb")
async def climb(turn: Turn) -> None:
    """Two days without an answer: one level up, and whoever asked is told; at the top they are asked once more."""
    matter = await turn.tx.joins.matter(number_of(turn.thing))
    if matter is None or matter.state != "open":
        return
    is_higher = matter.level < len(await heads(turn.tx, matter.place_id, matter.person_id)) - 1
    if not (is_higher and await _ask(turn, replace(matter, level=matter.level + 1))):
        await _ask(turn, matter)
        return
    await turn.tx.journal.write(turn.now, None, "home.climbed", turn.thing, matter.place_id)
    if matter.by_id and matter.kind != "gone":
        place = await spot(turn.tx, turn.house, matter.place_id)
        news = Saying(lambda t: page([t("matter-climbed", place=place, days=joining.CLIMB_DAYS)]), turn.thing)
        await turn.tell(matter.by_id, "home.climbed", news)


async def not_delivered(turn: Turn, number: int) -> None:
    """One who should look at it cannot be reached after all: the next is asked."""
    matter = await turn.tx.joins.matter(number)
    if matter is not None and matter.state == "open":
        await _ask(turn, matter)


@presses("matter.open")
async def open_matter(ctx: Context) -> None:
    """From the list of what waits to the card."""
    matter = await _the_matter(ctx, "matter.see")
    await ctx.show(thing("matter", matter.id), "head", ctx.room, aloud=True)


@presses("matter.yes")
async def yes(ctx: Context) -> None:
    """So it is: taken out of the home, laid to rest, or made one."""
    matter = await _the_matter(ctx, "matter.settle")
    if matter.state == "done":
        return None
    await settle(ctx, matter)
    return None


@presses("matter.no")
async def no(ctx: Context) -> None:
    """It stays as it is; with a name that was laid to rest, it comes back."""
    matter = await _the_matter(ctx, "matter.settle")
    if matter.state == "kept":
        return None
    if matter.kind == "gone" and matter.state == "done":
        await ctx.tx.residents.retires(matter.person_id, None)
        await vacancies.back(ctx, matter.person_id, matter.ended_at or 0)
    elif matter.state == "done":
        raise RuleError("matter-is-done")
    await _end(ctx, matter, "kept")
    return None


async def settle(ctx: Context, matter: Matter) -> None:
    if matter.kind == "gone":
        await ctx.tx.residents.retires(matter.person_id, ctx.now)
        await vacancies.gone(ctx, matter.person_id)
        person = await ctx.tx.people.get(matter.person_id)
        for feature in ctx.house.features:
            if feature.rests:
                await feature.rests(ctx, person)
    elif matter.kind == "unknown":
        await take_out(ctx, matter.person_id, matter.place_id)
    else:
        await make_one(ctx, matter.other_id, matter.person_id, matter.place_id)
    await _end(ctx, matter, "done")


async def _the_matter(ctx: Context, action: str) -> Matter:
    matter = await ctx.tx.joins.matter(ctx.number)
    if matter is None or "confirm" not in await ctx.powers(ctx.person.id, matter.place_id):
        raise RuleError("matter-unknown")
    await ctx.may(action, state=matter.state, place_id=matter.place_id)
    if ctx.person.id == matter.person_id:
        raise RuleError("join-is-yours")
    return matter


async def _end(ctx: Context, matter: Matter, state: str) -> None:
    await ctx.tx.joins.save_matter(matter.ended(state, at=ctx.now, by=ctx.person.id))
    await ctx.no_alarm("matter.climb", thing=thing("matter", matter.id))
    await ctx.write_down(f"home.{matter.kind}-{state}", thing("matter", matter.id), matter.place_id)
    await ctx.redraw(thing("matter", matter.id))
    await ctx.redraw(thing("home", matter.place_id))
    if matter.by_id and matter.by_id != ctx.person.id and matter.kind != "gone":
        name = await named(ctx.tx, ctx.house, ctx.t, matter.person_id)
        news = Saying(lambda t: page([t("matter-answered", kind=matter.kind, state=state, who=name)]))
        await ctx.tell(matter.by_id, "home.answered", news)


async def take_out(ctx: Context, person_id: int, place_id: int) -> None:
    """A wrong confirmation, taken back: the person learns it kindly; what they opened stays theirs."""
    await ctx.tx.residents.leaves(person_id, place_id, ctx.now, own=False)
    for join in await ctx.tx.joins.of(person_id, "confirmed"):
        if join.place_id == place_id:
            await ctx.tx.joins.save(join.undone(at=ctx.now, by=ctx.person.id))
            await ctx.redraw(thing("join", join.id))
    await vacancies.lived_away(ctx, person_id)
    await ctx.write_down("home.taken-back", f"person_{person_id}", place_id)
    await ctx.redraw(thing("home", place_id))
    where = await spot(ctx.tx, ctx.house, place_id)
    news = Saying(lambda t: page([t("home-taken-back", place=where), t("home-taken-back-how")]))
    await ctx.tell(person_id, "home.taken-back", news, awaited=True)


async def make_one(ctx: Context, old_id: int | None, into_id: int, place_id: int) -> None:
    """The register's row without an account and the person who came are one; the register knows the role."""
    if old_id is None or old_id not in await ctx.tx.residents.without_account(place_id):
        raise RuleError("matter-not-one")
    known = await ctx.tx.residents.at(old_id, place_id)
    assert known
    await ctx.tx.people.merge(old_id, into_id)
    await _one_office_each(ctx, into_id)
    await ctx.tx.residents.lives(into_id, place_id, known.role)
    await ctx.write_down("home.made-one", f"person_{into_id}", place_id, old=old_id)
    await ctx.redraw(thing("home", place_id))


async def _one_office_each(ctx: Context, person_id: int) -> None:
    """What both rows held is held once; the buttons and the menu are those of whoever holds it."""
    held: set[tuple[str, int]] = set()
    for office in await ctx.tx.offices.of(person_id):
        if (office.title, office.place_id) in held:
            await ctx.tx.offices.ends(office.id, ctx.now)
        held.add((office.title, office.place_id))
    await home.keep_up(ctx, person_id)
