"""What the steps of a ticket share: finding it, saving it with its next bell, telling its people."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import tickets, titles
from bot.domain.categories import Category
from bot.domain.people import Room
from bot.domain.rules import RuleError, thing
from bot.domain.tickets import Ticket
from bot.domain.worktime import Hours, RoundTheClock
from handlers import talking
from handlers.context import CATEGORIES, TITLES, Context, Neighbourhood, Saying, Showing, Work
from storage.database import Read

__all__ = ["CATEGORIES"]


def category_of(ticket: Ticket, house: Neighbourhood | None = None) -> Category:
    """Its category as this community has it; without the house, as it comes with it."""
    return (house.categories if house else CATEGORIES).get(ticket.category)


def hours_of(house: Neighbourhood, ticket: Ticket) -> Hours:
    """Its clock: every hour for what cannot wait, else the hours in which people work."""
    return RoundTheClock() if category_of(ticket, house).urgent else house.worktime


def due_of(house: Neighbourhood, ticket: Ticket) -> int | None:
    """Until when the next step should be done; none while its clock stands still."""
    return tickets.due_at(ticket, category_of(ticket, house), hours_of(house, ticket))


def name_of(ticket: Ticket) -> str:
    return thing("ticket", ticket.id)


async def the_ticket(ctx: Context) -> Ticket:
    """The ticket whose button was pressed, if this person may know of it."""
    return await visible(ctx, ctx.number)


async def visible(ctx: Context, number: int) -> Ticket:
    await ctx.house.read_categories(ctx.tx)
    for person in dict.fromkeys((ctx.person.id, ctx.whom.id)):
        if ticket := await ctx.tx.tickets.visible_to(person, number):
            return ticket
    ticket = await ctx.tx.tickets.get(number)
    if ticket and await oversees(ctx, ctx.person.id, ticket):
        return ticket
    raise RuleError("ticket-unknown")


async def oversees(work: Work, person_id: int, ticket: Ticket) -> bool:
    """Whether an office at its place, or above it, lets this person read it: not what is private."""
    if ticket.state == "draft" or category_of(ticket, work.house).private:
        return False
    return "repair" in await work.powers(person_id, ticket.place_id)


async def may(ctx: Context, action: str, ticket: Ticket) -> None:
    """Its reporter's side, whoever has it, and those it was given to."""
    await ctx.may(
        action, author_id=ticket.person_id, by_id=ticket.by_id, assigned_id=await assigned(ctx, ticket),
        state=ticket.state, place_id=ticket.place_id,
    )  # fmt: skip


async def assigned(ctx: Context, ticket: Ticket) -> int | None:
    """This person, if they have it or may take it: it was given to them and not only told; and they still answer for
    its place."""
    desks = await ctx.tx.desks.of(ticket.id)
    given = {desk.person_id for desk in desks if desk.level >= 0} | {ticket.owner_id, ticket.from_id}
    return ctx.person.id if ctx.person.id in given and await handles(ctx.tx, ctx.person.id, ticket) else None


async def handles(read: Read, person_id: int, ticket: Ticket) -> bool:
    """Whether somebody answers for it: by an office, as a repairer there, or as the lead of the circle that has it."""
    powers = titles.powers(await read.offices.titles_at_or_above(person_id, ticket.place_id), TITLES)
    if "repair" in powers or await read.repairers.repairs_at(person_id, ticket.place_id):
        return True
    circle = await read.circles.get(ticket.circle_id) if ticket.circle_id else None
    return circle is not None and circle.lead_id == person_id


async def may_read(read: Read, person_id: int, ticket: Ticket) -> bool:
    """Whether somebody on whose desk it lies may still read it: they answer for it, or hold an office there."""
    if await handles(read, person_id, ticket):
        return True
    if await read.offices.titles_at_or_above(person_id, ticket.place_id):
        return True
    held = await read.offices.of(person_id)  # of a stair, and the fault turned out to be the building's
    return any([ticket.place_id in {one.id for one in await read.places.above(office.place_id)} for office in held])


async def is_repairer(read: Read, person_id: int | None, ticket: Ticket) -> bool:
    """Whether somebody is here only by a link: they read no names, and hand nothing on."""
    if person_id is None or not await read.repairers.repairs_at(person_id, ticket.place_id):
        return False
    return "repair" not in titles.powers(await read.offices.titles_at_or_above(person_id, ticket.place_id), TITLES)


async def mine(ctx: Context, action: str, number: int | None = None) -> tuple[Ticket, Ticket]:
    """A ticket as it stands, and as this person has it: who could take it and takes a step has it from now on.

    Raises ticket-has-owner.
    """
    ctx.values(1)
    ticket = await (visible(ctx, number) if number is not None else the_ticket(ctx))
    await may(ctx, action, ticket)
    return ticket, ticket.take(ctx.person.id, at=ctx.now)


async def save(
    work: Work, before: Ticket, after: Ticket, verb: str | None, by: int | None = None, *, anyway: bool = False
) -> None:
    """With its next bell; every card of it, and the boards that show it, follow. `anyway`: its deadlines changed."""
    await work.house.read_categories(work.tx)
    category, hours = category_of(after, work.house), hours_of(work.house, after)
    after = after.runs(hours, at=work.now)
    if category.private and after.state != "draft":
        after = await _leaves_groups(work, after)
    if after == before and not anyway:
        return
    await work.tx.tickets.save(after, tickets.due_at(after, category, hours))
    await set_bell(work, after)
    await talking.look_again(work, name_of(after))
    await work.redraw(name_of(after))
    for room_id in {before.room_id, after.room_id} - {None}:
        await work.redraw_board(room_id=room_id)
    if verb:
        await work.tx.journal.write(work.now, by, verb, name_of(after), after.place_id)


async def _leaves_groups(work: Work, ticket: Ticket) -> Ticket:
    """What turns out to be private goes from the group that read it, and from whoever only met it, too."""
    for one in await work.tx.cards.of(name_of(ticket)):
        if one.view in ("group", "follower"):
            await work.take_away(one.thing, one.view, await work.tx.rooms.get(one.room_id))
    for person_id, _ in await work.tx.desks.followers(ticket.id):
        await work.tx.desks.unfollow(ticket.id, person_id)
    return replace(ticket, room_id=None)


async def set_bell(work: Work, ticket: Ticket) -> None:
    bell = (
        tickets.next_bell(ticket, category_of(ticket, work.house), hours_of(work.house, ticket))
        if ticket.is_open
        else None
    )
    if bell is None:
        return await work.no_alarm("ticket.bell", thing=name_of(ticket))
    await work.alarm("ticket.bell", name_of(ticket), max(bell.at, work.now))


async def tell_reporter(work: Work, ticket: Ticket, kind: str) -> bool:
    """Show it to who reported it and whoever acts for them. False: nothing reaches them."""
    return await work.tell_both(ticket.person_id, ticket.by_id, kind, Showing(name_of(ticket), "reporter"))


async def tell_followers(work: Work, ticket: Ticket, kind: str) -> None:
    for person_id, by_id in await work.tx.desks.followers(ticket.id):
        await work.tell_both(person_id, by_id, kind, Showing(name_of(ticket), "follower"))


async def tell_waiting(work: Work, ticket: Ticket, kind: str) -> bool:
    """Everybody who waits for it."""
    told = await tell_reporter(work, ticket, kind)
    await tell_followers(work, ticket, kind)
    return told


async def tell_owner(work: Work, ticket: Ticket, kind: str, *, but: int | None = None) -> bool:
    if ticket.owner_id is None or ticket.owner_id == but:
        return False
    return await work.tell(ticket.owner_id, kind, Showing(name_of(ticket), "desk"))


async def say_to_reporter(work: Work, ticket: Ticket, kind: str, news: Saying) -> None:
    await work.tell_both(ticket.person_id, ticket.by_id, kind, news)


async def room_for(read: Read, ticket: Ticket, house: Neighbourhood | None = None) -> Room | None:
    """The nearest group of its place; none for what no group may see."""
    if category_of(ticket, house).private or ticket.indoor:
        return None
    for place in await read.places.above(ticket.place_id):
        for room in await read.rooms.at(place.id):
            if await read.circles.in_room(room.id) is None:
                return room
    return None
