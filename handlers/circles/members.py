"""Who is in a circle: by a link, from the neighbours, by name; leaving, and who leads."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.circles import INVITED_DAYS, MOST, Circle
from bot.domain.people import Office
from bot.domain.places import Place
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.text import clean_name
from bot.i18n import page
from handlers import codes, names, questions
from handlers.circles.making import save
from handlers.circles.shared import changed, gathers, may, the_circle
from handlers.context import TITLES, Context, Saying, Showing, Work, later
from handlers.doors import answers, opens, presses
from handlers.where import At
from storage.database import Read

NAME_UNITS = 20


@presses("circles.one")
async def one(ctx: Context) -> None:
    circle = await the_circle(ctx)
    await ctx.menu(f"one.{circle.id}", "circles")


async def _list(ctx: Context) -> Circle:
    """A circle whose members are a list; who is in the others follows their offices."""
    circle = await changed(ctx)
    if circle.title is not None:
        raise RuleError("circle-follows-offices")
    return circle


@presses("circles.add")
async def add(ctx: Context) -> None:
    circle = await _list(ctx)
    page_number = whole_number(ctx.way.values[1]) if len(ctx.way.values) > 1 else 1
    await _offers(ctx, circle, page_number, await _around(ctx, circle))


async def _offers(ctx: Context, circle: Circle, page_number: int, around: int | None) -> None:
    await ctx.menu(f"add.{circle.id}.{page_number}" + (f".{around}" if around else ""), "circles")


async def _around(ctx: Context, circle: Circle) -> int | None:
    """The building or stair of a button whose neighbours are offered; refuses whoever may not see them."""
    if len(ctx.way.values) < 3:
        return None
    place_id = whole_number(ctx.way.values[2])
    inside = await ctx.tx.places.lies_in(place_id, circle.place_id)
    if not inside or not is_narrow(await ctx.tx.places.get(place_id)):
        raise RuleError("button-is-old")
    if not await may_look_around(ctx.tx, ctx.person.id, circle):
        raise RuleError("circle-not-yours")
    return place_id


@presses("circles.where")
async def where_from(ctx: Context) -> None:
    """Down the pad; from a building on, its neighbours."""
    circle, at = await _list(ctx), At.read(ctx.values(2)[1])
    if not await may_look_around(ctx.tx, ctx.person.id, circle):
        raise RuleError("circle-not-yours")
    place = await ctx.tx.places.find(at.place_id)
    if place is None or not await ctx.tx.places.lies_in(place.id, circle.place_id):
        raise RuleError("button-is-old")
    if is_narrow(place):
        return await _offers(ctx, circle, 1, place.id)
    return await ctx.menu(f"where.{circle.id}.{at}", "circles")


def is_narrow(place: Place) -> bool:
    """Whether its neighbours are few enough, and near enough, to be offered by name."""
    return place.kind in ("building", "stair", "neighbours")


async def may_look_around(read: Read, person_id: int, circle: Circle) -> bool:
    """Whether somebody knows who lives at the circle's place anyway."""
    return "confirm" in titles.powers(await read.offices.titles_at_or_above(person_id, circle.place_id), TITLES)


async def candidates(read: Read, circle: Circle, around: int | None = None) -> list[int]:
    """The neighbours of a building, the circle's own or a chosen one; beyond one, whoever holds an office there."""
    place, inside = await read.places.get(around or circle.place_id), set(await read.circles.members(circle.id))
    found = await (read.residents.around if is_narrow(place) else read.offices.holders_in)(place.id)
    return [person for person in found if person not in inside]


@presses("circles.take")
async def take(ctx: Context) -> None:
    """One of the neighbours on the list; told so, with a way out."""
    circle, person_id = await _list(ctx), whole_number(ctx.values(2)[1])
    around = await _around(ctx, circle)
    if person_id in await candidates(ctx.tx, circle, around):
        await _join(ctx, circle, person_id)
        ctx.answer(ctx.t("circle-taken", who=await names.named(ctx.tx, ctx.house, ctx.t, person_id)))
        await ctx.tell(person_id, "circle.joined", Showing(thing("circle", circle.id), "member"))
    elif person_id not in await ctx.tx.circles.members(circle.id):
        raise RuleError("button-is-old")
    await _offers(ctx, circle, 1, around)


async def _join(ctx: Context, circle: Circle, person_id: int) -> None:
    if len(await ctx.tx.circles.members(circle.id)) >= MOST:
        raise RuleError("circle-full", most=MOST)
    if await ctx.tx.circles.join(circle.id, person_id, ctx.now):
        await ctx.write_down("circle.joined", thing("circle", circle.id), circle.place_id, who=person_id)
        await ctx.redraw(thing("circle", circle.id))


@presses("circles.link")
async def link(ctx: Context) -> None:
    """One link for many, for a week; asked for again it is the same."""
    circle = await _list(ctx)
    found = await ctx.tx.codes.open_ones("circle", circle.id, later(ctx.now, days=1))
    code = found[-1] if found else await ctx.tx.codes.issue(
        "circle", circle.id, by=ctx.person.id, at=ctx.now, expires_at=later(ctx.now, days=INVITED_DAYS)
    )  # fmt: skip
    await ctx.menu(f"link.{circle.id}.{code.id}", "circles")


@opens("circle")
async def opened(ctx: Context) -> None:
    code = await codes.opened(ctx, "circle")
    circle = await ctx.tx.circles.get(code.target)
    if circle is None or circle.ended_at is not None or circle.title is not None:
        raise RuleError("circle-is-ended")
    await _join(ctx, circle, ctx.person.id)
    await ctx.show(thing("circle", circle.id), "member", ctx.room, aloud=True)


@presses("circles.noted")
async def without_telegram(ctx: Context) -> None:
    circle = await _list(ctx)
    await questions.ask(ctx, "circles.person", circle.id, ctx.t("circle-person-what"))


@answers("circles.person")
async def person_named(ctx: Context) -> None:
    """A neighbour without Telegram who agreed to be written down: asked before the name."""
    circle, name = await _list(ctx), clean_name(ctx.text, NAME_UNITS)
    if not name:
        raise RuleError("circle-no-person")
    known = await ctx.tx.residents.without_telegram(circle.place_id, name)
    person_id = known or (await ctx.tx.people.note(name, ctx.person.language, ctx.person.id, ctx.now)).id
    await _join(ctx, circle, person_id)
    await ctx.menu(f"one.{circle.id}", "circles")


@presses("circles.members")
async def members(ctx: Context) -> None:
    circle = await changed(ctx)
    page_number = whole_number(ctx.way.values[1]) if len(ctx.way.values) > 1 else 1
    await ctx.menu(f"members.{circle.id}.{page_number}", "circles")


async def _the_member(ctx: Context) -> tuple[Circle, int]:
    circle, person_id = await changed(ctx), whole_number(ctx.values(2)[1])
    if person_id not in await ctx.tx.circles.members(circle.id):
        raise RuleError("circle-no-member")
    return circle, person_id


@presses("circles.member")
async def member(ctx: Context) -> None:
    circle, person_id = await _the_member(ctx)
    await ctx.menu(f"member.{circle.id}.{person_id}", "circles")


@presses("circles.lead")
async def lead(ctx: Context) -> None:
    """Somebody else leads it; told so."""
    circle, person_id = await _the_member(ctx)
    await save(ctx, circle, circle.led_by(person_id), "circle.led")
    if person_id not in (ctx.person.id, circle.lead_id):
        await ctx.tell(person_id, "circle.led", Saying(lambda t: page([t("circle-you-lead", name=circle.name)])))
    await ctx.menu(f"one.{circle.id}", "circles")


@presses("circles.out")
async def out(ctx: Context) -> None:
    circle, person_id = await _the_member(ctx)
    if circle.title is not None:
        raise RuleError("circle-follows-offices")
    await _leave(ctx, circle, person_id)
    await ctx.tell(person_id, "circle.left", Saying(lambda t: page([t("circle-you-are-out", name=circle.name)])))
    await ctx.menu(f"members.{circle.id}.1", "circles")


@presses("circles.leave")
async def leave(ctx: Context) -> None:
    """Whoever leads it names another lead first; the lead learns who left."""
    circle = await the_circle(ctx)
    inside = set(await ctx.tx.circles.members(circle.id))
    if circle.title is None and not {ctx.whom.id, ctx.person.id} & inside:  # a second tap
        return ctx.answer(ctx.t("circle-left"))
    await may(ctx, "circle.leave", circle)
    if circle.title is not None:
        raise RuleError("circle-follows-offices")
    leaver = ctx.whom.id if ctx.whom.id in inside else ctx.person.id
    if circle.lead_id == leaver:
        raise RuleError("circle-lead-first")
    await _leave(ctx, circle, leaver)
    ctx.answer(ctx.t("circle-left"))
    if circle.lead_id:
        name = await names.who(ctx.tx, ctx.house, ctx.t, leaver)
        news = Saying(lambda t: page([t("circle-somebody-left", who=name, name=circle.name)]))
        await ctx.tell(circle.lead_id, "circle.left", news)
    return None


async def _leave(ctx: Context, circle: Circle, person_id: int) -> None:
    if await ctx.tx.circles.leave(circle.id, person_id):
        await ctx.write_down("circle.left", thing("circle", circle.id), circle.place_id, who=person_id)
        await ctx.redraw(thing("circle", circle.id))


async def handed_over(work: Work, old: Office, new: Office) -> int:
    """Whoever takes over an office by which circles are made leads those of the one before; how many."""
    if await gathers(work.tx, old.person_id, old.place_id):  # still may, by another office
        return 0
    led = [one for one in await work.tx.circles.at_or_below(old.place_id) if one.lead_id == old.person_id]
    for circle in led:
        await work.tx.circles.save(circle.led_by(new.person_id))
        if circle.title is None:
            await work.tx.circles.join(circle.id, new.person_id, work.now)
        await work.redraw(thing("circle", circle.id))
    return len(led)
