"""Keeping a neighbour in mind: somebody offers, the household agrees by one tap, or a head does for them.

Known to the holder, the household and who confirms there; nobody else reads of it.
"""

from __future__ import annotations

from bot.domain import offices
from bot.domain.offices import CARING, INVITED_DAYS
from bot.domain.people import Office
from bot.domain.rules import RuleError, thing
from bot.i18n import page
from handlers import lists, names, where
from handlers.cards import Card, Look, Rows, button, card, label
from handlers.context import TITLES, Context, Saying, Showing, later
from handlers.doors import presses
from handlers.offices.shared import is_caring, may_see, place_name, powers_of
from storage.codes import Code

HEADS = [key for key, title in TITLES.items() if "confirm" in title.powers]


@presses("care.new")
async def new(ctx: Context) -> None:
    """Begin at one's own building."""
    ctx.values(0)
    home = await ctx.tx.residents.home(ctx.whom.id)
    if home is None:
        raise RuleError("care-strangers")
    place = await ctx.tx.places.public(home)
    await ctx.menu(f"care.{where.At(place.id if place else home)}", "offices")


@presses("care.place")
async def at(ctx: Context) -> None:
    spot = where.At.read(ctx.values(1)[0])
    place = await ctx.tx.places.find(spot.place_id)
    if place is None:
        raise RuleError("button-is-old")
    if place.kind != "dwelling":
        return await ctx.menu(f"care.{spot}", "offices")
    if await ctx.tx.residents.home(ctx.whom.id) is None:
        raise RuleError("care-strangers")
    return await offer(ctx, ctx.whom.id, place.id)


async def offer(ctx: Context, person_id: int, dwelling_id: int) -> None:
    """Ask the household; where nobody can be reached, whoever confirms there."""
    if await ctx.tx.offices.holds(person_id, CARING, dwelling_id):
        raise RuleError("office-already")
    household = [one.person_id for one in await ctx.tx.residents.household(dwelling_id)]
    if person_id in household:
        raise RuleError("care-own-home")
    if any(code.issued_by == person_id for code in await ctx.tx.codes.open_ones("care", dwelling_id, ctx.now)):
        return await ctx.menu("offered", "offices")
    expires = later(ctx.now, days=INVITED_DAYS)
    code = await ctx.tx.codes.issue("care", dwelling_id, by=person_id, at=ctx.now, expires_at=expires)
    if not await _ask(ctx, code, household):
        raise RuleError("care-nobody")
    await ctx.write_down("care.offered", thing("care", code.id), dwelling_id)
    return await ctx.menu("offered", "offices")


async def _ask(ctx: Context, code: Code, household: list[int]) -> bool:
    """The household, else the nearest who confirm there."""
    if any([await ctx.tell(one, "care.offered", Showing(thing("care", code.id), "household")) for one in household]):
        return True
    for _, heads in await ctx.tx.offices.answerable(code.target, HEADS):
        if any(
            [await ctx.tell(one.person_id, "care.offered", Showing(thing("care", code.id), "head")) for one in heads]
        ):
            return True
    return False


async def _the_offer(ctx: Context) -> Code:
    """An offer that this person may answer: for their own home, or as a head for one that nobody reaches."""
    ctx.values(1)
    code = await ctx.tx.codes.get(ctx.number)
    if code is None or code.kind != "care" or code.issued_by is None:
        raise RuleError("care-unknown")
    household = {one.person_id for one in await ctx.tx.residents.household(code.target)}
    inside = bool(household & {ctx.person.id, ctx.whom.id})
    await ctx.may("office.care", state="open", assigned_id=ctx.person.id if inside else None, place_id=code.target)
    people = [await ctx.tx.people.get(one) for one in household]
    if not inside and any(one.reachable for one in people):
        raise RuleError("care-theirs")
    return code


@presses("care.yes")
async def agree(ctx: Context) -> None:
    code = await _the_offer(ctx)
    if code.used_at is not None:  # a second tap
        return ctx.answer(ctx.t("care-answered"))
    if not await ctx.tx.codes.use(code.id, ctx.person.id, ctx.now):
        raise RuleError("code-too-old")
    assert code.issued_by
    number = await ctx.tx.offices.appoint(code.issued_by, CARING, code.target, ctx.person.id, ctx.now)
    await ctx.write_down("care.agreed", thing("office", number), code.target)
    await _tell_offerer(ctx, code, "care-agreed")
    await ctx.redraw(thing("care", code.id))
    return ctx.answer(ctx.t("care-answered"))


@presses("care.no")
async def decline(ctx: Context) -> None:
    code = await _the_offer(ctx)
    if await ctx.tx.codes.use(code.id, ctx.person.id, ctx.now):
        await _tell_offerer(ctx, code, "care-declined")
    await ctx.redraw(thing("care", code.id))
    ctx.answer(ctx.t("care-answered"))


async def _tell_offerer(ctx: Context, code: Code, key: str) -> None:
    assert code.issued_by
    place = await place_name(ctx.tx, ctx.house, code.target)
    await ctx.tell(code.issued_by, "care.answered", Saying(lambda t: page([t(key, place=place)])))


@presses("care.show")
async def show(ctx: Context) -> None:
    """From the list of what waits for me."""
    code = await _the_offer(ctx)
    await ctx.show(thing("care", code.id), "household", ctx.room, aloud=True)


@presses("care.end")
async def enough(ctx: Context) -> None:
    """The household, or who confirms there, thanks and ends it."""
    ctx.values(1)
    office = await ctx.tx.offices.get(ctx.number)
    if (
        office is None
        or not await is_caring(ctx.tx, office)
        or not await may_see(ctx.tx, office, ctx.whom.id, ctx.person.id)
    ):
        raise RuleError("office-unknown")
    if office.until is None:
        await ctx.tx.offices.save(offices.end(office, by=ctx.person.id, at=ctx.now))
        await ctx.write_down("care.ended", thing("office", office.id), office.place_id)
        place = await place_name(ctx.tx, ctx.house, office.place_id)
        await ctx.tell(office.person_id, "care.ended", Saying(lambda t: page([t("care-thanks", place=place)])))
    ctx.answer(ctx.t("care-ended"))
    await ctx.redraw(thing("who", ctx.person.id))
    await ctx.redraw(thing("offices", ctx.person.id))


@presses("care.overview")
async def heads_view(ctx: Context) -> None:
    ctx.values(1)
    await ctx.menu(f"cares.{ctx.number}", "offices")


async def pad(look: Look, value: str) -> Card:
    tree = await look.house.tree(look.read)
    rows = where.pad(tree, where.At.read(value), "care.place", to_door=True)
    return card([look.t("care-whom"), look.t("care-what")], *rows, [button(look.t("back"), "offices.list")])


async def overview(look: Look, person_id: int, page: int) -> Card:
    """Who keeps whom in mind, where this person confirms who lives there."""
    found: dict[int, Office] = {}
    for held in await look.read.offices.of(person_id):
        if "confirm" in await powers_of(look.read, person_id, held.place_id):
            found |= {one.id: one for one in await look.read.offices.held_in(held.place_id, CARING)}
    shown, at_page, pages = lists.page_of(list(found.values()), page)
    lines, rows = list[str](), Rows()
    for one in shown:
        name = await names.who(look.read, look.house, look.t, one.person_id)
        place = await place_name(look.read, look.house, one.place_id)
        lines.append(look.t("care-line", place=place, name=name))
        rows.append([button(label(look.t("care-enough-at", place=place)), "care.end", one.id)])
    back = [button(look.t("back"), "offices.list")]
    return card(lines or [look.t("care-none")], *rows, lists.turner("care.overview", at_page, pages), back)


async def draw(look: Look, number: int, view: str) -> Card | None:
    code, t = await look.read.codes.get(number), look.t
    if code is None or not code.is_good(look.at):
        return card([t("care-answered")])
    name = await names.who(look.read, look.house, t, code.issued_by)
    yes = [button(t(f"care-yes-{view}"), "care.yes", code.id), button(t("care-no"), "care.no", code.id)]
    if view == "household":
        return card([t("care-asks", name=name), t("care-what")], yes)
    place = await place_name(look.read, look.house, code.target)
    return card([t("care-asks-head", name=name, place=place), t("care-what")], yes)
