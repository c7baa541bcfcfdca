"""What happens to a ticket that nobody touches: a warning, one level up, and the question that nobody answered."""

from __future__ import annotations

from bot.domain import tickets
from bot.domain.rules import number_of
from bot.domain.tickets import Ticket
from handlers.context import Showing, Turn
from handlers.doors import rings
from handlers.tickets import handing, routing
from handlers.tickets.shared import category_of, hours_of, name_of, save, set_bell, tell_owner, tell_waiting


@rings("ticket.bell")
async def bell(turn: Turn) -> None:
    """Whatever is due now, the soonest first; then the next one is set."""
    ticket = await turn.tx.tickets.get(number_of(turn.thing))
    if ticket is None or not ticket.is_open:
        return
    due = tickets.next_bell(ticket, category_of(ticket), hours_of(turn.house, ticket))
    if due is None or due.at > turn.now:
        return await set_bell(turn, ticket)
    await BELLS[due.name](turn, ticket.rung(due.name))
    return None


async def _warn(turn: Turn, ticket: Ticket) -> None:
    """Whoever has it, or may take it, hears of it before anybody above does."""
    await save(turn, await _before(turn, ticket), ticket, None)
    if ticket.owner_id is not None:
        await tell_owner(turn, ticket, "ticket.warned")
        return
    for desk in await turn.tx.desks.of(ticket.id):
        if desk.level == ticket.level:
            await turn.tell(desk.person_id, "ticket.warned", Showing(name_of(ticket), "desk"))


async def _unacknowledged(turn: Turn, ticket: Ticket) -> None:
    """Nobody took it in time: those one level up are asked, and whoever waits reads so."""
    before = await _before(turn, ticket)
    if ticket.level + 1 >= len(await routing.levels(turn.tx, ticket)):
        return await save(turn, before, ticket, "ticket.late")
    given = await routing.give(turn, ticket.climb(at=turn.now), "ticket.climbed")
    await save(turn, before, given.ticket, "ticket.climbed")
    await tell_waiting(turn, given.ticket, "ticket.climbed")
    return None


async def _late(turn: Turn, ticket: Ticket) -> None:
    """Whoever has it is late: the next above them hears of it, once for each step; it stays where it is."""
    await save(turn, await _before(turn, ticket), ticket, "ticket.late")
    await tell_owner(turn, ticket, "ticket.late")
    every = await routing.levels(turn.tx, ticket)
    for office in every[ticket.level + 1] if ticket.level + 1 < len(every) else []:
        if office.person_id not in ticket.side:
            reached = await turn.tell(office.person_id, "ticket.late", Showing(name_of(ticket), "desk"))
            await turn.tx.desks.given(ticket.id, office.person_id, ticket.level + 1, turn.now, reached=reached)


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
    given = await routing.give(turn, ticket.climb(at=turn.now), "ticket.climbed")
    await save(turn, ticket, given.ticket, "ticket.climbed")
    await tell_waiting(turn, given.ticket, "ticket.climbed")
    return None
