"""What the parts of relays share: the conversation of a button, what the two are called, and who is busy."""

from __future__ import annotations

from bot.domain.relays import Relay
from bot.domain.rules import RuleError
from bot.i18n import Words
from handlers import names
from handlers.context import Context, Work


async def the_relay(ctx: Context) -> Relay:
    """The conversation of the button; for everybody but its two there is none, whoever they act for."""
    ctx.values(1)
    relay = await ctx.tx.relays.of(ctx.person.id, ctx.number)
    if relay is None:
        raise RuleError("relay-unknown")
    return relay


async def may(ctx: Context, action: str, relay: Relay) -> None:
    await ctx.may(action, author_id=relay.one_id, assigned_id=relay.other_id, state=relay.state)


async def partner(work: Work, t: Words, relay: Relay, person_id: int) -> str:
    """The other one's name, as everybody may read it."""
    return await names.named(work.tx, work.house, t, relay.partner_of(person_id))


async def mine_now(work: Work, person_id: int) -> Relay | None:
    """What this person is in, or waits for: one conversation at a time."""
    seat = await work.tx.relays.seat(person_id)
    if seat:
        return seat.relay
    waiting = [relay for relay in await work.tx.relays.going_on(person_id) if relay.waits_id == person_id]
    return waiting[0] if waiting else None
