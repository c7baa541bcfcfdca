"""How a wish for something on the shelf looks: to its holder, and to whoever wants it. Names come with the yes."""

from __future__ import annotations

from bot.domain.offers import Offer, Want
from bot.domain.people import Person
from bot.i18n import Html, Words, bold, link
from handlers import names
from handlers.cards import Button, Card, Look, button, card, label
from handlers.features import Line
from handlers.offers import shared


async def draw(look: Look, number: int, view: str) -> Card | None:
    one = await look.read.wants.get(number)
    it = await look.read.offers.get(one.offer_id) if one else None
    if one is None or it is None:
        return card([look.t("want-unknown")])
    return await (_holder if view == "holder" else _wanter)(look, one, it)


def _what(look: Look, one: Want, it: Offer) -> Html:
    many = f" ×{one.amount}" if one.amount > 1 else ""
    return bold(shared.called(look.t, it) + many)


async def _holder(look: Look, one: Want, it: Offer) -> Card:
    t, number = look.t, one.id
    if look.room.person_id not in it.side:
        return card([t("want-unknown")])
    if one.state == "asked":
        home = await look.read.residents.home(one.person_id or 0)
        place = shared.named(await look.read.places.public(home)) if home else "none"
        lines = [t("want-asks", place=place), _what(look, one, it), t("want-names-after")]
        yes, no = button(t("want-yes"), "want.yes", number), button(t("want-no"), "want.no", number)
        return card(lines, [yes, no], [button(t("want-none"), "want.none", number)])
    if one.state == "yes":
        return await _connected(
            look, one, it, one.person_id, one.voice_id, shown=one.wanter_shown, mine=one.holder_shown
        )
    who = await names.who(look.read, look.house, t, one.person_id)
    willing = await look.read.offers.willing(look.room.person_id or 0)
    lines = [t(f"want-yours-{one.state}", who=who), _what(look, one, it)]
    if one.state != "got" or willing:
        return card(lines)
    return card([*lines, "", t("offer-willing-ask")], [button(t("offer-willing-key"), "offers.willing", "on")])


async def _wanter(look: Look, one: Want, it: Offer) -> Card:
    t, number = look.t, one.id
    if look.room.person_id not in one.side:
        return card([t("want-unknown")])
    lines: list[str | Html] = []
    if one.by_id:
        acting = look.room.person_id == one.by_id
        other = await names.who(look.read, look.house, t, one.person_id if acting else one.by_id)
        lines = [t("for-whom" if acting else "by-whom", who=other)]
    if one.state == "asked":
        gone = [button(t("want-withdraw"), "want.withdraw", number)]
        return card([*lines, t("want-asked"), _what(look, one, it), t("want-asked-next")], gone)
    if one.state == "yes":
        drawn = await _connected(
            look, one, it, it.person_id, it.voice_id, shown=one.holder_shown, mine=one.wanter_shown
        )
        return Card(Html("\n".join([*map(str, lines), drawn.text])), drawn.rows)
    ask = [button(t("want-ask"), "want.ask", number)] if one.state in ("no", "late", "gone", "not") else []
    shelf = [button(t("shelf-key"), "offers.shelf")]
    return card([*lines, t(f"want-mine-{one.state}"), _what(look, one, it)], [*ask, *shelf])


async def _connected(
    look: Look, one: Want, it: Offer, other: int | None, voice: int | None, *, shown: bool, mine: bool
) -> Card:
    """To one of the two: who the other is, and how to get on."""
    t, holder = look.t, look.room.person_id in it.side
    who = await names.who(look.read, look.house, t, other)
    speaks = await look.read.people.get(voice) if voice else None
    lines = [t("want-connected-holder" if holder else "want-connected-wanter", who=who), _what(look, one, it)]
    lines += contact(t, speaks) if shown and speaks and speaks.telegram_id else []
    lines += ["", t("want-safe")]
    own = it.voice_id if holder else one.voice_id
    show = [button(t("ask-show-account"), "want.show-account", one.id)]
    end = [
        button(t("want-gave" if holder else "want-got"), "want.got", one.id),
        button(t("want-not" if holder else "want-not-needed"), "want.not", one.id),
    ]
    return card(lines, _talk(look, one, voice), show if not mine and look.room.person_id == own else [], end)


def _talk(look: Look, one: Want, voice: int | None) -> list[Button]:
    """Through the bot, where it carries talks."""
    carries = any(feature.name == "relays" for feature in look.house.features)
    return [button(look.t("want-talk"), "relay.open", "want", one.id, voice)] if carries and voice else []


def contact(t: Words, person: Person) -> list[str]:
    """How to write to somebody who allowed it."""
    handle = f" @{person.username}" if person.username else ""
    return [
        t("ask-account-is"),
        link(t("ask-write-to", name=person.name) + handle, f"tg://user?id={person.telegram_id}"),
    ]


async def todo(look: Look, person: Person) -> list[Line]:
    """Neighbours who wait for my yes or no; and whether what I offer is still there."""
    lines = list[Line]()
    for one in await look.read.wants.asked_of(person.id):
        it = await look.read.offers.get(one.offer_id)
        if it and one.state == "asked":
            lines.append(Line(look.t("want-todo", what=it.what), button(label(f"🤲 {it.what}"), "want.open", one.id)))
    for it in await look.read.offers.mine(person.id):
        if it.state == "open" and it.asked_at is not None:
            lines.append(Line(look.t("offer-todo", what=it.what), button(label(it.what), "offer.open", it.id)))
    return lines
