"""The end of talking: by a tap or a word, by silence, because nobody answers, or because somebody is gone."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.relays import SILENCE, Relay
from bot.domain.rules import RuleError, number_of
from handlers import talking
from handlers.context import BULK, URGENT, Context, Turn, later
from handlers.doors import presses, rings, says
from handlers.features import Origin
from handlers.relays.shared import may, mine_now, the_relay
from storage.cards import CardRow
from storage.database import Read

PIN = "relay.pin"


@says("bye", "说完了", english=("bye", "end the talk"), on_card=True)
async def bye(ctx: Context) -> None:
    relay = await mine_now(ctx, ctx.person.id) if ctx.room.is_private else None
    if relay is None:
        raise RuleError("relay-none")
    await _end(ctx, relay)
    shown = talking.card_of(relay, ctx.person.id)
    await ctx.show(shown.thing, shown.view, ctx.room, aloud=True)


@presses("relay.end")
async def end(ctx: Context) -> None:
    """Of who is in it, or waits for the other."""
    relay = await the_relay(ctx)
    await may(ctx, "relay.end", relay)
    await _end(ctx, relay)
    ctx.answer(ctx.t("relay-ended-answer"))


async def _end(ctx: Context, relay: Relay) -> None:
    await may(ctx, "relay.end", relay)
    await talking.end(ctx, relay, "done" if relay.state == "open" else "cancelled", by=ctx.person.id)
    if relay.state == "open":
        await _back_to_it(ctx, relay)


async def _back_to_it(ctx: Context, relay: Relay) -> None:
    """What they talked about comes to the bottom again: its next step scrolled out of sight meanwhile."""
    for row in await ctx.tx.cards.of(relay.about):
        if row.room_id == ctx.room.id:
            await ctx.show(relay.about, row.view, ctx.room, aloud=True)


@presses("relay.no")
async def no(ctx: Context) -> None:
    """Not now; whoever asked reads so, and no more."""
    relay = await the_relay(ctx)
    await may(ctx, "relay.decline", relay)
    if relay.state == "invited" and relay.asked_id == ctx.person.id:
        await talking.end(ctx, relay, "declined", by=ctx.person.id)
    ctx.answer(ctx.t("relay-declined-answer"))


@rings(talking.UNANSWERED)
async def unanswered(turn: Turn) -> None:
    relay = await turn.tx.relays.get(number_of(turn.thing))
    if relay and relay.state == "invited":
        await talking.end(turn, relay, "unanswered")


@rings(talking.SILENT)
async def silent(turn: Turn) -> None:
    """Re-read: something may have been said meanwhile."""
    relay = await turn.tx.relays.get(number_of(turn.thing))
    if relay is None or relay.state != "open":
        return
    if relay.is_silent(turn.now):
        await talking.end(turn, relay, "silent")
    else:
        await turn.alarm(talking.SILENT, turn.thing, later(relay.said_at or turn.now, seconds=SILENCE))


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """An invitation, or a card of it, did not arrive: the other one learns so, with a way on."""
    relay = await turn.tx.relays.get(number_of(name))
    if relay:
        await talking.end(turn, relay, "unreachable")


async def sent(turn: Turn, row: CardRow, message_id: int) -> None:
    """While it is open, the card with its way out stays in sight at the top of the chat."""
    relay = await turn.tx.relays.get(number_of(row.thing))
    if relay and relay.state == "open":
        room, pinned = await turn.tx.rooms.get(row.room_id), {"message_id": message_id, "disable_notification": True}
        await turn.promise(room, PIN, "pinChatMessage", pinned, rank=URGENT)


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """A helper speaks for a neighbour no more."""
    for relay in await ctx.tx.relays.going_on(helper_id):
        await talking.look_again(ctx, relay.about)


async def forgets(ctx: Context, person: Person) -> None:
    """The other one learns that it is over; every card that names them is drawn anew."""
    for relay in await ctx.tx.relays.all_of(person.id):
        await talking.end(ctx, relay, "over", by=person.id)
        for kind in (talking.OPENER, talking.INVITED):
            await ctx.tx.cards.redraw(f"{kind}_{relay.id}", ctx.now, None, BULK)


async def rests(ctx: Context, person: Person) -> None:
    """Somebody died: what was going on ends in words that name nothing of it."""
    for relay in await ctx.tx.relays.going_on(person.id):
        await talking.end(ctx, relay, "over", by=person.id)


async def opener(read: Read, number: int) -> Origin | None:
    """Who is reported on the card of whoever was invited: the other one."""
    relay = await read.relays.get(number)
    return Origin(relay.one_id, None, None) if relay else None


async def invited(read: Read, number: int) -> Origin | None:
    relay = await read.relays.get(number)
    return Origin(relay.other_id, None, None) if relay else None
