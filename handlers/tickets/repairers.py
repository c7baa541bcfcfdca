"""Repairers 师傅: they come by a link that works once, see what was given to them, and hand nothing on."""

from __future__ import annotations

from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.tickets import Ticket
from bot.i18n import page
from handlers import codes, names
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context, Saying, Work, later
from handlers.doors import opens, presses
from handlers.features import Line
from handlers.tickets import handing
from handlers.tickets.pages import turn
from handlers.tickets.shared import category_of, handles, mine, name_of, save, tell_owner, tell_waiting
from storage.codes import Code
from storage.tickets import Repairer

LINK = "repairer"
LINK_DAYS = 7


async def office_place(ctx: Context, place_id: int) -> int:
    """The widest place at which this person takes tickets, of those that the given one lies in."""
    above = [place.id for place in await ctx.tx.places.above(place_id)]
    held = {one.place_id for one in await ctx.tx.offices.of(ctx.person.id)}
    found = [one for one in above if one in held and "repair" in await ctx.powers(ctx.person.id, one)]
    return found[-1] if found else place_id


@presses("ticket.invite")
async def invite(ctx: Context) -> None:
    """A link for somebody who repairs; whoever opens it has this ticket at once."""
    ticket, _ = await mine(ctx, "ticket.hand")
    await handing.may_hand(ctx, ticket)
    if category_of(ticket, ctx.house).private:
        raise RuleError("button-is-old")
    place_id = await office_place(ctx, ticket.place_id)
    await ctx.may("repairer.invite", state="open", place_id=place_id)
    expires = later(ctx.now, days=LINK_DAYS)
    code = await ctx.tx.codes.issue(
        LINK, place_id, by=ctx.person.id, at=ctx.now, expires_at=expires, detail=str(ticket.id)
    )
    await turn(ctx, "link", ticket, code.id)


@presses("repairer.void")
async def void(ctx: Context) -> None:
    """The link went to the wrong one."""
    ctx.values(1)
    code = await ctx.tx.codes.get(ctx.number)
    if code is None or code.kind != LINK or code.issued_by != ctx.person.id:
        raise RuleError("button-is-old")
    await ctx.tx.codes.cancel(code.id, ctx.now)
    await ctx.redraw(thing("work", ctx.person.id))
    ctx.answer(ctx.t("repairer-void-answer"))


async def link_lines(look: Look, number: str) -> tuple[list[str], list[Button]]:
    code = await look.read.codes.get(whole_number(number))
    if code is None or code.issued_by != look.room.person_id or not code.is_good(look.at):
        return [look.t("repairer-link-over")], []
    lines = [look.t("repairer-link", days=LINK_DAYS), "", codes.link(look.house, code)]
    return lines, [button(look.t("repairer-link-void"), "repairer.void", code.id)]


@opens(LINK)
async def opened(ctx: Context) -> None:
    """They repair here from now on, and have the ticket that the link was made for, if it is still to be had."""
    code = await codes.opened(ctx, LINK)
    if code.issued_by == ctx.person.id:
        raise RuleError("repairer-yourself")
    if code.issued_by is None or "repair" not in await ctx.powers(code.issued_by, code.target):
        raise RuleError("repairer-link-over")
    await codes.use(ctx, code)
    await ctx.tx.repairers.comes(ctx.person.id, code.target, code.issued_by, ctx.now)
    own = next(one for one in await ctx.tx.repairers.of(ctx.person.id) if one.place_id == code.target)
    await ctx.write_down("repairer.came", thing("repairer", own.id), code.target)
    await ctx.show(thing("repairer", own.id), "self", ctx.room, aloud=True)
    handed = await _has(ctx, code)
    name = await names.named(ctx.tx, ctx.house, ctx.t, ctx.person.id)
    news = Saying(lambda t: page([t("repairer-came", name=name, number=handed.id if handed else 0)]))
    await ctx.tell(code.issued_by, "repairer.came", news)


async def _has(ctx: Context, code: Code) -> Ticket | None:
    ticket = await ctx.tx.tickets.get(int(code.detail)) if code.detail.isdecimal() else None
    if ticket is None or code.issued_by is None or ticket.state not in ("new", "taken", "waiting"):
        return None
    await ctx.house.read_categories(ctx.tx)
    if category_of(ticket, ctx.house).private:  # it turned out to be since the link was made
        return None
    if ticket.owner_id not in (None, code.issued_by) or ctx.person.id in ticket.side:
        return None
    return await handing.handed(ctx, ticket, ticket, ctx.person.id, by=code.issued_by)


@presses("repairer.end")
async def end(ctx: Context) -> None:
    """Repairs here no more, says either of the two; what they have in hand goes back."""
    ctx.values(1)
    found = await ctx.tx.repairers.get(ctx.number)
    if found is None:
        raise RuleError("button-is-old")
    await ctx.may("repairer.end", state=found.state, author_id=found.person_id, place_id=found.place_id)
    await ctx.tx.repairers.goes(found.id, ctx.now)
    await ctx.write_down("repairer.ended", thing("repairer", found.id), found.place_id)
    await stops(ctx, found.person_id)
    await ctx.redraw(thing("repairer", found.id))
    await ctx.redraw(thing("firms", ctx.person.id))
    ctx.answer(ctx.t("repairer-ended-answer"))


async def stops(work: Work, person_id: int) -> None:
    """What somebody has in hand and does not answer for any more goes back."""
    for ticket in await work.tx.tickets.owned(person_id):
        if not await handles(work.tx, person_id, ticket):
            back = await handing.returned(work, ticket)
            await save(work, ticket, back, "ticket.let-go")
            await tell_owner(work, back, "ticket.given-back")
            await tell_waiting(work, back, "ticket.let-go")
        await work.redraw(name_of(ticket))


async def draw(look: Look, number: int, view: str) -> Card | None:
    """What it means, for the repairer."""
    found = await look.read.repairers.get(number)
    if found is None or found.person_id != look.room.person_id:
        return None
    place = await names.of_place(look.read, look.house, found.place_id)
    if found.until is not None:
        return card([look.t("repairer-over", place=place)])
    return card([look.t("repairer-self", place=place)], [button(look.t("repairer-leave"), "repairer.end", found.id)])


async def about(look: Look, person_id: int) -> list[Line]:
    """Where somebody repairs, among what they are here."""
    return [await _line(look, one) for one in await look.read.repairers.of(person_id)]


async def _line(look: Look, found: Repairer) -> Line:
    place = await names.of_place(look.read, look.house, found.place_id)
    said = look.t("repairer-about", place=place)
    return Line(said, button(said, "repairer.show", found.id))


@presses("repairer.show")
async def show(ctx: Context) -> None:
    ctx.values(1)
    found = await ctx.tx.repairers.get(ctx.number)
    if found is None or found.person_id != ctx.person.id:
        raise RuleError("button-is-old")
    await ctx.show(thing("repairer", found.id), "self", ctx.room, aloud=True)
