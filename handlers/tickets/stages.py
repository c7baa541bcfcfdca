"""What happens to a ticket that nobody touches: a warning, one level up, and the question that nobody answered."""

from __future__ import annotations

from bot.domain import tickets
from bot.domain.rules import number_of
from bot.domain.tickets import Ticket
from handlers.context import Showing, Turn
from handlers.doors import rings
from handlers.tickets import handing, routing
from handlers.tickets.shared import category_of, due_of, hours_of, name_of, save, set_bell, tell_owner, tell_waiting


@rings("ticket.bell")
async def bell(turn: Turn) -> None:
    """Whatever is due now, the soonest first; then the next one is set."""
    ticket = await turn.tx.tickets.get(number_of(turn.thing))
    if ticket is None or not ticket.is_open:
        return
    await turn.house.read_categories(turn.tx)
    due = tickets.next_bell(ticket, category_of(ticket, turn.house), hours_of(turn.house, ticket))
    if due is None or due.at > turn.now:
        return await set_bell(turn, ticket)
    await BELLS[due.name](turn, ticket.rung(due.name))
    return None


async def _warn(turn: Turn, ticket: Ticket) -> None:
    """Whoever has it, or may take it, hears of it before anybody above does."""
    await save(turn, await _before(turn, ticket), ticket, None)
    await _tell_there(turn, ticket, "ticket.warned")


async def _tell_there(turn: Turn, ticket: Ticket, kind: str) -> None:
    if ticket.owner_id is not None:
        await tell_owner(turn, ticket, kind)
        return
    for desk in await turn.tx.desks.of(ticket.id):
        if desk.level == ticket.level and desk.person_id not in ticket.side:
            await turn.tell(desk.person_id, kind, Showing(name_of(ticket), "desk"))


async def _unacknowledged(turn: Turn, ticket: Ticket) -> None:
    """Nobody took it in time: those one level up are asked, and whoever waits reads so. While those above sleep it
    waits for the morning; at the top it stays, and everybody there hears that it is late."""
    before = await _before(turn, ticket)
    if await _asleep(turn, ticket):
        return await save(turn, before, ticket.asleep(until=turn.house.awake(turn.now)), None)
    given = await routing.climb(turn, ticket)
    if given is None:
        await save(turn, before, ticket, "ticket.late")
        return await _tell_there(turn, ticket, "ticket.late")
    await save(turn, before, given.ticket, "ticket.climbed")
    await tell_waiting(turn, given.ticket, "ticket.climbed")
    return None


async def _asleep(turn: Turn, ticket: Ticket) -> bool:
    """Whether people sleep now, and whoever is next would only hear of it in the morning."""
    if turn.house.awake(turn.now) == turn.now:
        return False
    above = await routing.next_above(turn, ticket)
    return not above or await routing.hears_at(turn, above) > turn.now


async def _late(turn: Turn, ticket: Ticket) -> None:
    """Whoever has it is late: the next above them hears of it, once for each step; it stays where it is."""
    above = await routing.next_above(turn, ticket)
    await save(turn, await _before(turn, ticket), ticket, "ticket.late")
    await _tell_there(turn, ticket, "ticket.late")
    for person_id in above:
        reached = await turn.tell(person_id, "ticket.late", Showing(name_of(ticket), "desk"))
        await turn.tx.desks.given(ticket.id, person_id, ticket.level + 1, turn.now, reached=reached)


async def _until(turn: Turn, ticket: Ticket) -> None:
    """What it waited for should be there: its clock goes on, and whoever has it is asked."""
    going = ticket.go_on(hours_of(turn.house, ticket), at=turn.now)
    await save(turn, await _before(turn, ticket), going, "ticket.went-on")
    await tell_owner(turn, going, "ticket.went-on")


async def _silent(turn: Turn, ticket: Ticket) -> None:
    """The reporter said nothing for days: it is over, and says that nobody confirmed it."""
    over = ticket.silence(at=turn.now)
    await save(turn, await _before(turn, ticket), over, "ticket.unconfirmed")
    await tell_owner(turn, over, "ticket.unconfirmed")
    await tell_waiting(turn, over, "ticket.unconfirmed")


async def _before(turn: Turn, ticket: Ticket) -> Ticket:
    found = await turn.tx.tickets.get(ticket.id)
    assert found, "it was read a moment ago"
    return found


BELLS = {
    "warn-acknowledge": _warn,
    "warn-progress": _warn,
    "warn-fix": _warn,
    "acknowledge": _unacknowledged,
    "progress": _late,
    "fix": _late,
    "until": _until,
    "silent": _silent,
}


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """A desk's card did not arrive: whoever else can be reached gets it at once, and whoever waits reads so."""
    ticket = await turn.tx.tickets.get(number_of(name))
    if ticket is not None and view == "desk" and ticket.state in ("taken", "waiting"):
        return await handing.lost(turn, ticket)
    if ticket is None or view != "desk" or ticket.state != "new":
        return None
    desks = [desk for desk in await turn.tx.desks.of(ticket.id) if desk.level == ticket.level]
    for desk in desks:
        if not (await turn.tx.people.get(desk.person_id)).reachable:
            await turn.tx.desks.not_reached(ticket.id, desk.person_id)
    if any([(await turn.tx.people.get(desk.person_id)).reachable for desk in desks]):
        return await turn.redraw(name)
    given = await routing.climb(turn, ticket)
    if given is None:
        await turn.redraw(name)
        return await _nobody(turn, ticket)
    await save(turn, ticket, given.ticket, "ticket.climbed")
    await tell_waiting(turn, given.ticket, "ticket.climbed")
    return None


async def _nobody(turn: Turn, ticket: Ticket) -> None:
    """Nobody there and above can be reached: whoever waits reads so, and the stewards find it on their list."""
    await tell_waiting(turn, ticket, "ticket.climbed")


async def was_away(turn: Turn, since: int) -> None:
    """Nobody could press anything while we were away: that time counts for nobody, and no bell rings for it."""
    await turn.house.read_categories(turn.tx)
    for ticket in await turn.tx.tickets.running():
        moved = ticket.while_away(hours_of(turn.house, ticket), since=since, until=turn.now)
        if moved != ticket:  # its cards are drawn anew after an outage anyway
            await turn.tx.tickets.save(moved, due_of(turn.house, moved))
            await set_bell(turn, moved)
