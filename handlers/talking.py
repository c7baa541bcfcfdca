"""Talking through the bot, for every feature: the button that begins it, and what ends it from outside.

A feature says in `Feature.pairs` who may talk about its things, puts `talk_button` on their cards, and calls
`look_again` whenever one of them changed.
"""

from __future__ import annotations

from bot.domain.relays import ENDED_IN_ANGER, Relay
from bot.domain.rules import thing as thing_of
from bot.i18n import Words
from handlers.cards import Button, button
from handlers.context import CARD, Neighbourhood, Showing, Work
from handlers.features import Pair
from storage.database import Read

OPENER, INVITED = "relay", "invited"
"""The kinds of the two cards of a conversation: of who wanted it, and of who was invited. Either is reported alone."""

PASSED = "relay.passed"
UNANSWERED, SILENT = "relay.unanswered", "relay.silent"


def talk_button(t: Words, thing: str, other_id: int) -> Button:
    """`talk_button(t, "ask_12", 34)`: 💬 talk with person 34 about ask 12."""
    kind, _, number = thing.rpartition("_")
    return button(t("relay-button"), "relay.open", kind, number, other_id)


async def pair(work: Work, thing: str, person_id: int, other_id: int) -> Pair | None:
    """These two, if they may talk about this thing now."""
    return await pair_of(work.tx, work.house, thing, person_id, other_id)


async def pair_of(read: Read, house: Neighbourhood, thing: str, person_id: int, other_id: int) -> Pair | None:
    kind, _, number = thing.rpartition("_")
    for feature in house.features:
        if kind in feature.pairs and number.isdecimal():
            found = await feature.pairs[kind](read, int(number), person_id)
            return next((one for one in found if one.other_id == other_id), None)
    return None


async def may_go_on(work: Work, relay: Relay) -> bool:
    """Both are there, and the thing still joins them."""
    if relay.one_id is None or relay.other_id is None:
        return False
    return await pair(work, relay.about, relay.one_id, relay.other_id) is not None


async def look_again(work: Work, thing: str) -> None:
    """Something changed about a thing: whoever may not talk about it any more is told that this is the end of it."""
    for relay in await work.tx.relays.about(thing):
        if not await may_go_on(work, relay):
            await end(work, relay, "over")


async def shut_out(work: Work, person_id: int) -> None:
    """Somebody is kept away from now on: nothing of theirs is carried any more."""
    for relay in await work.tx.relays.going_on(person_id):
        await end(work, relay, "blocked", by=person_id)


async def reported(work: Work, thing: str | None) -> None:
    """One of the two reported what the other said."""
    kind, _, number = (thing or "").rpartition("_")
    relay = await work.tx.relays.get(int(number)) if kind in (OPENER, INVITED) and number.isdecimal() else None
    if relay:
        await end(work, relay, "reported")


def card_of(relay: Relay, person_id: int) -> Showing:
    """What this one of the two sees of it."""
    return Showing(thing_of(OPENER if person_id == relay.one_id else INVITED, relay.id), "talk")


async def end(work: Work, relay: Relay, why: str, *, by: int | None = None) -> None:
    """It is over: both learn so under the last words; after a report or the like nothing more arrives."""
    ended = relay.end(why, at=work.now, by=by)
    if ended == relay:
        return
    await work.tx.relays.save(ended)
    await work.no_alarm(UNANSWERED, SILENT, thing=thing_of(OPENER, relay.id))
    await work.tx.journal.write(work.now, by, "relay.ended", thing_of(OPENER, relay.id), None)
    await _unpin(work, relay)
    for person_id in sorted(relay.two):
        if why in ENDED_IN_ANGER:
            await _unsay(work, relay, person_id)
        await _tell_the_end(work, relay, person_id, why, by)


async def _unpin(work: Work, relay: Relay) -> None:
    for row in [row for kind in (OPENER, INVITED) for row in await work.tx.cards.of(thing_of(kind, relay.id))]:
        if relay.state == "open" and row.message_id:
            room = await work.tx.rooms.get(row.room_id)
            await work.promise(room, "relay.pin", "unpinChatMessage", {"message_id": row.message_id}, rank=CARD)


async def _tell_the_end(work: Work, relay: Relay, person_id: int, why: str, by: int | None) -> None:
    """In silence for whoever ended it, or who was only asked and did not answer; the other one waits for it."""
    shown = card_of(relay, person_id)
    person = await work.tx.people.get(person_id)
    if not person.reachable:
        return
    if person_id == by or (relay.state == "invited" and person_id == relay.asked_id):
        await work.redraw(shown.thing)
    else:
        awaits = relay.state == "open" and why != "silent"
        await work.tell(person_id, "relay.ended", shown, awaited=awaits, rank=CARD)


async def _unsay(work: Work, relay: Relay, to_id: int) -> None:
    partner, person = relay.partner_of(to_id), await work.tx.people.get(to_id)
    if partner is not None and person.telegram_id is not None:
        room = await work.private_room(person)
        await work.tx.relays.unsay(room.id, card_of(relay, partner).thing, PASSED)
