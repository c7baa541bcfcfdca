"""How an ask looks to a group: the building and the thing; never a flat, a number or an illness."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask
from bot.i18n import Html, bold
from handlers import lists, names, when
from handlers.cards import Button, Card, Look, button, card


async def group(look: Look, ask: Ask) -> Card:
    if ask.state in ("open", "unanswered"):
        return await _open(look, ask)
    if ask.state == "taken":
        return await _taken(look, ask)
    return card([await _closing(look, ask)])


async def _open(look: Look, ask: Ask) -> Card:
    t, lines = look.t, [await headline(look, ask), _thing(look, ask)]
    until = when.spoken(t, look.house, ask.until, look.at)
    helpers = await helping(look, ask)
    lines += [t("ask-group-some", who=helpers, missing=ask.missing, of=ask.of)] if helpers else []
    lines += [t("ask-group-waiting", until=until, number=ask.id, some="yes" if helpers else "no")]
    unheard = await unreached(look, ask.person_id, ask.by_id)
    rows = [takes(look, ask)]
    if unheard:  # who can be reached has this in private
        rows += [[button(t("ask-mine-no-more"), "ask.withdraw", ask.id)]]
    if ask.asked_at is not None and unheard:
        lines += [t("ask-group-still-needed")]
        rows += [[button(t("ask-again"), "ask.reopen", ask.id)]]
    return card(lines, *rows, *await _asker_please_start(look, ask))


def takes(look: Look, ask: Ask) -> list[Button]:
    """I have it; for several of it: one, two, or all that is missing."""
    if ask.missing <= 1:
        return [button(look.t("ask-i-can", kind=ask.kind), "ask.take", ask.id)]
    some = [
        button(look.t("ask-i-have-some", amount=one, of=ask.of), "ask.take", ask.id, one)
        for one in (1, 2)
        if one < ask.missing
    ]
    return [*some, button(look.t("ask-i-have-all", amount=ask.missing, of=ask.of), "ask.take", ask.id, ask.missing)]


async def _taken(look: Look, ask: Ask) -> Card:
    t = look.t
    lines = [await headline(look, ask), _thing(look, ask), t("ask-group-taken", who=await helping(look, ask))]
    rows = [[button(t("ask-solved"), "ask.done", ask.id), button(t("ask-me-too"), "ask.take", ask.id)]]
    return card(lines, *rows, *await _asker_please_start(look, ask), *await _givers_please_start(look, ask))


async def _closing(look: Look, ask: Ask) -> str:
    """Over: one line is enough."""
    thanked = await helping(look, ask)
    return look.t(
        "ask-group-ended", state=ask.state, place=await _where(look, ask), thing=ask.thing, who=thanked or "none"
    )


def _thing(look: Look, ask: Ask) -> Html:
    return bold(thing_and_amount(look, ask))


def thing_and_amount(look: Look, ask: Ask) -> str:
    return ask.thing if ask.amount == 1 else look.t("ask-so-many", thing=ask.thing, amount=ask.amount, of=ask.of)


async def headline(look: Look, ask: Ask) -> str:
    return look.t(
        "ask-headline", state="open" if ask.state == "unanswered" else ask.state, place=await _where(look, ask)
    )


async def as_opened(look: Look, ask: Ask) -> str:
    """The headline as it will stand once it is sent."""
    return await headline(look, replace(ask, state="open"))


async def somebody(look: Look, ask: Ask) -> str:
    """Who asks, for whoever has not agreed with them: a neighbour of that building."""
    return look.t("ask-somebody", place=await _where(look, ask))


async def _where(look: Look, ask: Ask) -> str:
    place = await look.read.places.get(ask.place_id) if ask.place_id else None
    return place.name if place and place.kind != "community" else "none"


async def helping(look: Look, ask: Ask) -> str:
    """Who has it, in a line; "" if nobody does."""
    called = [await names.who(look.read, look.house, look.t, giver.person_id) for giver in ask.helping]
    return lists.joined(look.t, called)


async def _asker_please_start(look: Look, ask: Ask) -> list[list[Button]]:
    """Whoever asked cannot be told in private until they open the private chat."""
    if not await unreached(look, ask.person_id, ask.by_id):
        return []
    return [[look.link(look.t("ask-asker-start"), "ask", ask.id)]]


async def _givers_please_start(look: Look, ask: Ask) -> list[list[Button]]:
    if not any([await unreached(look, giver.person_id, giver.by_id) for giver in ask.giving]):
        return []
    return [[look.link(look.t("ask-taker-start"), "ask", ask.id)]]


async def unreached(look: Look, *side: int | None) -> bool:
    """Somebody is on this side, and nobody of them can be told anything in private."""
    people = [await look.read.people.get(one) for one in side if one]
    return bool(people) and not any(person.reachable for person in people)
