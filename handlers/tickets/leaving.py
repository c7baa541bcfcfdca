"""When a neighbour is forgotten, moves on or hands an office over: no ticket is lost with them."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.people import Office, Person
from bot.domain.tickets import Ticket
from handlers.context import BULK, Context, Showing, Work
from handlers.features import Origin
from handlers.tickets import repairers, routing
from handlers.tickets.shared import handles, hours_of, name_of, save, tell_owner, tell_waiting
from storage.database import Read


async def origin(read: Read, number: int) -> Origin | None:
    ticket = await read.tickets.get(number)
    return Origin(ticket.person_id, ticket.by_id, ticket.place_id) if ticket and ticket.state != "draft" else None


async def forgets(ctx: Context, person: Person) -> None:
    """What they reported goes on without a name; what they had in hand goes back to those who may take it."""
    for ticket in await ctx.tx.tickets.of(person.id):
        if ticket.state == "draft":
            await ctx.tx.tickets.delete_draft(ticket.id)
            await ctx.no_alarm("ticket.tidy", thing=name_of(ticket))
        elif ticket.owner_id == person.id and ticket.is_open:
            await _let_go(ctx, ticket, person.id)
        if person.id == ticket.person_id:
            await ctx.tx.ticket_notes.without_theirs(ticket.id)
        await ctx.tx.cards.redraw(name_of(ticket), ctx.now, None, BULK)
    for ticket in await ctx.tx.tickets.waiting_for(person.id):
        await _off_the_desk(ctx, ticket, person.id)


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """Somebody's helper is their helper no more: what the helper reported or follows for them is theirs alone."""
    for ticket in await ctx.tx.tickets.on_behalf(person_id, helper_id):
        await save(ctx, ticket, replace(ticket, by_id=None), None)
        await _reads_no_more(ctx, ticket, helper_id, "reporter")
    for ticket in await ctx.tx.tickets.followed_for(person_id, helper_id):
        await ctx.tx.desks.follows_alone(ticket.id, person_id)
        await _reads_no_more(ctx, ticket, helper_id, "follower")


async def _reads_no_more(ctx: Context, ticket: Ticket, person_id: int, view: str) -> None:
    person = await ctx.tx.people.get(person_id)
    if person.reachable:
        await ctx.take_away(name_of(ticket), view, await ctx.private_room(person))


async def rests(ctx: Context, person: Person) -> None:
    """What somebody who died had in hand is somebody else's now; what they reported is seen to all the same."""
    for ticket in await ctx.tx.tickets.owned(person.id):
        await _let_go(ctx, ticket, person.id)
    for ticket in await ctx.tx.tickets.waiting_for(person.id):
        await _off_the_desk(ctx, ticket, person.id)


async def _let_go(work: Work, ticket: Ticket, leaving: int) -> None:
    await work.tx.desks.cleared(ticket.id, leaving)
    await work.tx.visits.clear(ticket.id)
    free = ticket.go_on(hours_of(work.house, ticket), at=work.now).let_go(at=work.now)
    if free.state == "fixed":  # only its reporter has to say something yet
        return await save(work, ticket, free, None)
    given = await routing.give(work, free, but=leaving)
    await save(work, ticket, given.ticket, "ticket.let-go")
    await tell_waiting(work, given.ticket, "ticket.let-go")
    return None


async def handed_over(work: Work, before: Office, after: Office) -> int:
    """Open work moves with the office: what waits on the old desk, and what its holder has in hand there."""
    moved = 0
    for ticket in await work.tx.tickets.open_at(before.place_id):
        desks = {desk.person_id: desk for desk in await work.tx.desks.of(ticket.id)}
        if before.person_id not in desks and ticket.owner_id != before.person_id:
            continue
        level = desks[before.person_id].level if before.person_id in desks else ticket.level
        await work.tx.desks.cleared(ticket.id, before.person_id)
        await work.tx.desks.given(ticket.id, after.person_id, level, work.now, reached=True)
        if ticket.owner_id == before.person_id:
            changed = ticket.handed_over(after.person_id)
            await save(work, ticket, changed, "ticket.handed-over")
            await tell_owner(work, changed, "ticket.handed-over")
        else:
            await work.tell(after.person_id, "ticket.handed-over", Showing(name_of(ticket), "desk"))
        await work.redraw(name_of(ticket))
        moved += 1
    return moved


async def office_ended(work: Work, office: Office) -> None:
    """Nobody took the office over: what its holder had goes back, and what lay on their desk lies on another one. What
    a stand-in had is its holder's again."""
    held = await work.tx.offices.get(office.stands_in_for) if office.stands_in_for else None
    if held is not None and held.until is None:
        await handed_over(work, office, held)
        return
    await repairers.stops(work, office.person_id)
    for ticket in await work.tx.tickets.waiting_for(office.person_id):
        if not await handles(work.tx, office.person_id, ticket):
            await _off_the_desk(work, ticket, office.person_id)


async def _off_the_desk(work: Work, ticket: Ticket, person_id: int) -> None:
    """Others who have it there may still take it; was it theirs alone, it is given to the nearest now."""
    await work.tx.desks.cleared(ticket.id, person_id)
    left = [desk for desk in await work.tx.desks.of(ticket.id) if desk.level >= 0 and desk.reached]
    if not left:
        given = await routing.give(work, ticket, but=person_id)
        await save(work, ticket, given.ticket, "ticket.let-go")
        await tell_waiting(work, given.ticket, "ticket.let-go")
    await work.redraw(name_of(ticket))
