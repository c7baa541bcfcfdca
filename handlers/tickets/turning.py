"""Turning into something else where there is no property company: a plea to the neighbours, a circle's task, or
whatever other features offer (`Feature.becomes`)."""

from __future__ import annotations

from bot.domain.circles import Circle
from bot.domain.rules import RuleError, whole_number
from bot.domain.tickets import Ticket
from handlers.cards import Look, Rows, button, label
from handlers.context import Context, Neighbourhood
from handlers.doors import presses
from handlers.features import Become, Matter
from handlers.tickets.handing import handed, may_hand
from handlers.tickets.pages import put_away, turn
from handlers.tickets.shared import category_of, mine, save, tell_followers
from handlers.tickets.waiting import evening
from storage.database import Read

COMPANY = ["property_manager"]
NEIGHBOUR_DAYS = 3
"""How long a ticket waits for a neighbour's hand before whoever has it is asked again."""

MOST_CIRCLES = 8


async def is_offered(read: Read, house: Neighbourhood, ticket: Ticket) -> bool:
    """Nobody is paid for repairing here, and it concerns no person."""
    category = category_of(ticket, house)
    if category.private or category.conduct:
        return False
    return not await read.offices.answerable(ticket.place_id, COMPANY)


def forms(house: Neighbourhood) -> dict[str, Become]:
    """What a ticket may become, by its key: the sentence of its button is `become-<key>`."""
    return {key: become for feature in house.features for key, become in feature.becomes.items()}


async def circles(read: Read, ticket: Ticket) -> list[Circle]:
    """The circles whose place it lies in, with a lead who can be written to; the nearest first."""
    found = []
    for place in await read.places.above(ticket.place_id):
        for one in await read.circles.at_or_below(place.id):
            if one.place_id == place.id and one.lead_id is not None and one.lead_id not in ticket.side:
                found.append(one)
    return found[:MOST_CIRCLES]


async def _mine(ctx: Context) -> tuple[Ticket, Ticket]:
    before, ticket = await mine(ctx, "ticket.turn")
    if not await is_offered(ctx.tx, ctx.house, ticket):
        raise RuleError("ticket-turn-company")
    await may_hand(ctx, ticket)
    return before, ticket


@presses("ticket.turn")
async def turned(ctx: Context) -> None:
    """`ticket_turn_12` into what · `ticket_turn_12_ask`."""
    before, ticket = await _mine(ctx)
    said = ctx.way.values[1:2]
    if not said:
        return await turn(ctx, "turn", before)
    become = forms(ctx.house).get(said[0])
    if become is None:
        raise RuleError("button-is-old")
    if ticket.became:
        raise RuleError("ticket-turned-already")
    name = await become(ctx, Matter(ticket.person_id or ctx.person.id, ticket.by_id, ticket.place_id, ticket.text))
    if name is None:
        raise RuleError("ticket-turn-not")
    after = ticket.wait("neighbours", at=ctx.now, until=evening(ctx, NEIGHBOUR_DAYS)).turned_into(name)
    await save(ctx, before, after, "ticket.turned", ctx.person.id)
    await tell_followers(ctx, after, "ticket.turned")  # its reporter has the draft to look at
    await put_away(ctx)
    return ctx.answer(ctx.t("ticket-turned-answer"))


@presses("ticket.circle")
async def circle(ctx: Context) -> None:
    """`ticket_circle_12_5`: a task of circle 5; its lead has it on the desk."""
    before, ticket = await _mine(ctx)
    number = whole_number(ctx.values(2)[1])
    found = next((one for one in await circles(ctx.tx, ticket) if one.id == number), None)
    if found is None or found.lead_id is None:
        raise RuleError("button-is-old")
    if found.lead_id == ctx.person.id:
        raise RuleError("ticket-hand-yourself")
    await handed(ctx, before, ticket, found.lead_id, circle=found.id)
    await put_away(ctx)
    ctx.answer(ctx.t("ticket-handed-answer", who=found.name))


async def rows(look: Look, ticket: Ticket) -> Rows:
    """The page: what it may become, and whose task."""
    t, me = look.t, look.room.person_id
    found = [[button(t(f"become-{key}"), "ticket.turn", ticket.id, key)] for key in forms(look.house)]
    found = [] if ticket.became else found
    for one in await circles(look.read, ticket):
        if one.lead_id not in (me, ticket.owner_id):
            found.append([button(label(t("ticket-to-circle", name=one.name)), "ticket.circle", ticket.id, one.id)])
    return found
