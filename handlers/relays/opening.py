"""Beginning to talk: one wants to, the other is asked, each comes in by a tap of their own; one conversation each."""

from __future__ import annotations

from bot.domain.relays import APART, PATIENCE, Relay, check_invitation
from bot.domain.rules import RuleError, thing, whole_number
from handlers import names, talking
from handlers.cards import Button, button
from handlers.context import Context, Showing, later
from handlers.doors import presses
from handlers.features import Pair
from handlers.relays.shared import may, mine_now, partner, the_relay


@presses("relay.open")
async def wants(ctx: Context) -> None:
    """The button on a thing's card."""
    about, found = await _named(ctx)
    last = await ctx.tx.relays.between(about, found.one_id, found.other_id)
    busy = await _busy_elsewhere(ctx, last)
    if busy:
        kind, number, other = ctx.values(3)
        return await _ask_to_end(ctx, busy, found.other_id, ("relay.switch", kind, number, other))
    await _wants(ctx, about, found, last)


@presses("relay.switch")
async def switch(ctx: Context) -> None:
    """The first one ends, and the other one is asked."""
    about, found = await _named(ctx)
    last = await ctx.tx.relays.between(about, found.one_id, found.other_id)
    await _end_elsewhere(ctx, last)
    await _wants(ctx, about, found, last)


async def _named(ctx: Context) -> tuple[str, Pair]:
    """What about and with whom, if these two may talk about it now; a forged address names nothing."""
    kind, number, other = ctx.values(3)
    about = thing(kind, whole_number(number))
    found = await talking.pair(ctx, about, ctx.person.id, whole_number(other))
    if found is None:
        raise RuleError("relay-no-more")
    await ctx.may("relay.open", author_id=ctx.person.id, state="apart")
    return about, found


async def _wants(ctx: Context, about: str, found: Pair, last: Relay | None) -> None:
    """Where the other one has asked already the tap is the answer; where they talk or wait it shows so."""
    if last is None or last.state == "ended":
        return await _invite(ctx, about, found)
    return await _enter(ctx, last)


async def _invite(ctx: Context, about: str, found: Pair) -> None:
    me, other = found.one_id, found.other_id
    last = await ctx.tx.relays.reported(me, other, later(ctx.now, seconds=-APART))
    sent = await ctx.tx.relays.asked_since(me, later(ctx.now, days=-1))
    check_invitation(sent, last or await ctx.tx.relays.between(about, me, other), at=ctx.now)
    relay = await ctx.tx.relays.invite(about, me, other, ctx.now)
    await ctx.write_down("relay.invited", thing("relay", relay.id))
    await _ask(ctx, relay)
    await _show(ctx, relay)


async def _ask(ctx: Context, relay: Relay) -> None:
    """Whoever's tap is awaited is asked; in their quiet hours without a sound, and the waiting is longer."""
    assert relay.asked_id is not None
    asked = await ctx.tx.people.get(relay.asked_id)
    if asked.blocked or not await ctx.tell(asked.id, "relay.invited", talking.card_of(relay, asked.id)):
        raise RuleError("relay-unreachable", who=await names.named(ctx.tx, ctx.house, ctx.t, asked.id))
    begins = max(await ctx.quiet_until(asked), ctx.now)
    await ctx.alarm(talking.UNANSWERED, thing("relay", relay.id), later(begins, seconds=PATIENCE))


async def _show(ctx: Context, relay: Relay) -> None:
    shown = talking.card_of(relay, ctx.person.id)
    await ctx.show(shown.thing, shown.view, ctx.room, aloud=True)


async def _ask_to_end(ctx: Context, busy: Relay, other_id: int | None, way_on: tuple[str, ...]) -> None:
    """One at a time: the first one ends by a tap, or goes on."""
    now = await partner(ctx, ctx.t, busy, ctx.person.id)
    then = await names.named(ctx.tx, ctx.house, ctx.t, other_id)
    rows: list[list[Button]] = [
        [button(ctx.t("relay-end-and-switch"), *way_on)],
        [button(ctx.t("relay-go-on"), "relay.see", busy.id)],
    ]
    keyboard = {"inline_keyboard": [[one.markup() for one in row] for row in rows]}
    await ctx.say(ctx.t("relay-one-at-a-time", state=busy.state, now=now, then=then), keyboard=keyboard)


async def _busy_elsewhere(ctx: Context, here: Relay | None) -> Relay | None:
    """One conversation at a time: another one that this person is in, or waits for."""
    busy = await mine_now(ctx, ctx.person.id)
    return busy if busy and (here is None or busy.id != here.id) else None


async def _end_elsewhere(ctx: Context, here: Relay | None) -> None:
    busy = await _busy_elsewhere(ctx, here)
    if busy:
        await talking.end(ctx, busy, "done" if busy.state == "open" else "cancelled", by=ctx.person.id)


@presses("relay.yes")
async def yes(ctx: Context) -> None:
    """Whoever was asked comes in."""
    relay = await the_relay(ctx)
    await may(ctx, "relay.enter", relay)
    busy = await _busy_elsewhere(ctx, relay)
    if busy:
        return await _ask_to_end(ctx, busy, relay.partner_of(ctx.person.id), ("relay.over", str(relay.id)))
    await _enter(ctx, relay)


@presses("relay.over")
async def over_to(ctx: Context) -> None:
    """The other one ends, and this one is entered."""
    relay = await the_relay(ctx)
    await may(ctx, "relay.enter", relay)
    await _end_elsewhere(ctx, relay)
    await _enter(ctx, relay)


async def _enter(ctx: Context, relay: Relay) -> None:
    if not await talking.may_go_on(ctx, relay):
        raise RuleError("relay-no-more")
    if relay.asked_id != ctx.person.id or relay.state == "open":  # a second tap
        return await _show(ctx, relay)
    elsewhere = await ctx.tx.relays.seat(relay.partner_of(ctx.person.id) or 0)
    if elsewhere:
        raise RuleError("relay-other-busy", who=await partner(ctx, ctx.t, relay, ctx.person.id))
    entered = relay.enter(ctx.person.id, at=ctx.now)
    await ctx.tx.relays.save(entered)
    await (_opened if entered.state == "open" else _ask)(ctx, entered)
    await _show(ctx, entered)


async def _opened(ctx: Context, relay: Relay) -> None:
    """From now on what they type goes to each other; what we had asked them before is asked no more."""
    await ctx.tx.relays.sit_down(relay)
    for one in sorted(relay.two):
        room = await ctx.private_room(await ctx.tx.people.get(one))
        await ctx.tx.questions.close(one, room.id)
    name = thing("relay", relay.id)
    await ctx.no_alarm(talking.UNANSWERED, thing=name)
    await ctx.alarm(talking.SILENT, name, later(ctx.now, seconds=PATIENCE))
    await ctx.write_down("relay.opened", name)
    other = relay.partner_of(ctx.person.id)
    assert other is not None
    shown: Showing = talking.card_of(relay, other)
    await ctx.tell(other, "relay.opened", shown, awaited=True)


@presses("relay.see")
async def see(ctx: Context) -> None:
    """From a list to its card, at the bottom of the chat."""
    await _show(ctx, await the_relay(ctx))
