"""How a conversation looks to each of its two: who asks, how it goes, how it ended."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.relays import ENDED_IN_ANGER, Relay
from bot.domain.rules import thing
from bot.i18n import bold
from handlers import names, reporting, talking
from handlers.cards import Button, Card, Look, button, card
from handlers.features import Line, Pair


async def draw_opener(look: Look, number: int, view: str) -> Card | None:
    return await _draw(look, await look.read.relays.get(number), talking.OPENER)


async def draw_invited(look: Look, number: int, view: str) -> Card | None:
    return await _draw(look, await look.read.relays.get(number), talking.INVITED)


async def _draw(look: Look, relay: Relay | None, kind: str) -> Card | None:
    """The card of one of the two; to a head who judges what was reported, that nothing of it is kept."""
    if relay is None:
        return None
    reader = relay.one_id if kind == talking.OPENER else relay.other_id
    if reader is None or look.room.person_id != reader:
        return card([look.t("relay-nothing-kept")])
    if relay.state == "invited":
        return await (_asked if relay.asked_id == reader else _waiting)(look, relay, reader)
    return await (_open if relay.state == "open" else _ended)(look, relay, reader)


async def _asked(look: Look, relay: Relay, reader: int) -> Card:
    t, found = look.t, await _pair(look, relay, reader)
    first = t("relay-asked" if reader == relay.other_id else "relay-asked-back", who=await _who(look, relay, reader))
    what = [t("relay-about", what=found.what)] if found else []
    rows = [[button(t("relay-yes"), "relay.yes", relay.id), button(t("relay-not-now"), "relay.no", relay.id)]]
    return card([bold(first), *what, "", t("relay-what"), t("relay-never")], *rows, [_report(look, relay, reader)])


async def _waiting(look: Look, relay: Relay, reader: int) -> Card:
    t, who = look.t, await _who(look, relay, reader)
    return card(
        [t("relay-waiting", who=who), t("relay-waiting-how")], [button(t("relay-cancel"), "relay.end", relay.id)]
    )


async def _open(look: Look, relay: Relay, reader: int) -> Card:
    t = look.t
    lines = [bold(t("relay-open", who=await _who(look, relay, reader))), *t("relay-open-how").splitlines()]
    lines += ["", bold(t("relay-never")), t("relay-leave")]
    return card(lines, [button(t("relay-done"), "relay.end", relay.id), _report(look, relay, reader)])


async def _ended(look: Look, relay: Relay, reader: int) -> Card:
    """How it ended and a way on; of a report nobody reads who made it."""
    t, who = look.t, await _who(look, relay, reader)
    mine = "yes" if relay.ended_by == reader else "no"
    why = "over" if relay.why in ("reported", "blocked") else relay.why or "over"
    lines = [t(f"relay-ended-{why}", who=who, mine=mine)]
    again = relay.why not in ENDED_IN_ANGER and await _pair(look, relay, reader)
    if again:
        rows = [[talking.talk_button(t, relay.about, again.other_id)]]
    else:
        lines, rows = [*lines, t("relay-way-on")], []
    report_row = [_report(look, relay, reader)] if relay.opened_at is not None and relay.why != "reported" else []
    return card(lines, *rows, report_row)


def _report(look: Look, relay: Relay, reader: int) -> Button:
    """On each one's card the other is reported."""
    return reporting.report(look.t, thing(talking.OPENER if reader == relay.one_id else talking.INVITED, relay.id))


async def _who(look: Look, relay: Relay, reader: int) -> str:
    return await names.who(look.read, look.house, look.t, relay.partner_of(reader))


async def _pair(look: Look, relay: Relay, reader: int) -> Pair | None:
    other = relay.partner_of(reader)
    return await talking.pair_of(look.read, look.house, relay.about, reader, other) if other is not None else None


async def mine(look: Look, person: Person) -> list[Line]:
    """Nobody who acts for somebody learns whom that one talks with."""
    if look.room.person_id != person.id:
        return []
    return [await _line(look, relay, person) for relay in await look.read.relays.going_on(person.id)]


async def todo(look: Look, person: Person) -> list[Line]:
    """Where this one's tap is awaited."""
    asked = [relay for relay in await look.read.relays.going_on(person.id) if relay.asked_id == person.id]
    return [await _line(look, relay, person) for relay in asked if relay.state == "invited"]


async def _line(look: Look, relay: Relay, person: Person) -> Line:
    state = "open" if relay.state == "open" else "asked" if relay.asked_id == person.id else "waiting"
    who = await names.named(look.read, look.house, look.t, relay.partner_of(person.id))
    text = look.t("relay-line", state=state, who=who)
    return Line(text, button(look.t("relay-see", who=who)[:40], "relay.see", relay.id))
