"""How an ask looks to who asked, and to whoever asked for them."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask, Giver
from bot.domain.people import Person
from bot.domain.rules import thing
from bot.i18n import Html, Words, bold, link, page, quote
from handlers import names, talking, when
from handlers.aid import boxes, phones, preparing
from handlers.aid.groupcards import as_opened, thing_and_amount
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import TITLES

CONFIRMING = sorted(key for key, title in TITLES.items() if "confirm" in title.powers)
"""The titles whose holders say who lives here."""


async def asker(look: Look, ask: Ask) -> Card:
    """Each side reads of the other."""
    if ask.side and look.room.person_id not in ask.side:
        return card([look.t("ask-taken-over-told", who=await who(look, ask.person_id)), bold(ask.thing)])
    drawn = await _drawn(look, ask)
    return await _on_behalf(look, ask, drawn) if ask.by_id else drawn


async def _drawn(look: Look, ask: Ask) -> Card:
    if ask.state == "draft":
        return await _draft(look, ask)
    if ask.is_over:
        return await _ended(look, ask)
    if ask.helping:
        return await _helped(look, ask)
    return await (_unanswered if ask.state == "unanswered" else _open)(look, ask)


async def _on_behalf(look: Look, ask: Ask, drawn: Card) -> Card:
    """For whom and by whom, for both to see; whoever it is for may take it over."""
    if look.room.person_id == ask.by_id:
        line = look.t("for-whom", who=await who(look, ask.person_id))
        return Card(page([line, drawn.text]), drawn.rows)
    line = look.t("by-whom", who=await who(look, ask.by_id))
    over = [] if ask.is_over else [[button(look.t("take-over"), "ask.take-over", ask.id)]]
    return Card(page([line, drawn.text]), [*drawn.rows, *over])


async def _draft(look: Look, ask: Ask) -> Card:
    """What the group will see, before it sees it."""
    t, number = look.t, ask.id
    until = when.spoken(t, look.house, ask.until, look.at)
    seen = f"{await as_opened(look, ask)}\n{thing_and_amount(look, ask)}\n{t('ask-until', until=until)}"
    simple = await _simple(look)
    rows = [
        [button(t("ask-publish"), "ask.publish", number)],
        *(preparing.say_what(look, ask) if ask.spoken else []),
        [button(t("ask-change"), "ask.correct", number), button(t("ask-drop"), "ask.withdraw", number)],
        *([] if simple else [*await _hearing(look, ask), preparing.hurry(look, ask)]),
    ]
    lines = [t("ask-preview", room=await _room_title(look, ask)), "", quote(seen)]
    how = ["", t("ask-spoken-how")] if ask.spoken else []
    return card([*lines, *how, *await _who_hears(look, ask), *_note(look, ask, "ask-note-kept")], *rows)


async def _hearing(look: Look, ask: Ask) -> Rows:
    found = await look.read.ask_files.get(ask.id)
    return [preparing.hearing(look, ask, found.kind)] if found else []


async def _who_hears(look: Look, ask: Ask) -> list[str]:
    """When whoever takes it may hear or see what was sent with it."""
    found = await look.read.ask_files.get(ask.id)
    return [look.t("ask-who-hears", kind=found.kind, once="yes" if ask.heard_at_once else "no")] if found else []


async def _simple(look: Look) -> bool:
    """Whether whoever reads this in private wants few buttons and short words."""
    return look.room.person_id is not None and (await look.read.people.get(look.room.person_id)).simple


async def _open(look: Look, ask: Ask) -> Card:
    t, until = look.t, when.spoken(look.t, look.house, ask.until, look.at)
    if ask.asked_at is not None:
        still = [t("ask-still-needed"), bold(ask.thing), t("ask-still-needed-until", until=until)]
        return card(still, _again_or_end(look, ask))
    simple = await _simple(look)
    lines: list[str | None] = [
        t("ask-mine-open", room=await _room_title(look, ask)),
        bold(thing_and_amount(look, ask)),
        None if simple else t("ask-mine-until", until=until, number=ask.id),
        await _asked(look, ask),
        await _called(look, ask),
        *([] if simple else _note(look, ask, "ask-note-kept")),
    ]
    return card(
        lines,
        [
            button(t("ask-solved-already"), "ask.done", ask.id),
            *([] if simple else [button(t("ask-change"), "ask.correct", ask.id)]),
            button(t("ask-not-needed"), "ask.withdraw", ask.id),
        ],
    )


def _again_or_end(look: Look, ask: Ask) -> list[Button]:
    return [
        button(look.t("ask-again"), "ask.reopen", ask.id),
        button(look.t("ask-solved-already"), "ask.done", ask.id),
        button(look.t("ask-never-mind"), "ask.withdraw", ask.id),
    ]


async def _asked(look: Look, ask: Ask) -> str | None:
    """How many neighbours were asked in private."""
    asked, _ = await look.read.askings.count(ask.id)
    return look.t("ask-mine-asked", count=asked) if asked else None


async def _called(look: Look, ask: Ask) -> str | None:
    """Nobody has it, and who was told so."""
    if ask.called_at is None:
        return None
    return look.t("ask-mine-called", head=await head(look, ask) or "none", at=await _reads_it(look, ask))


async def _reads_it(look: Look, ask: Ask) -> str:
    """When the head is told, if that is only in the morning; "now" otherwise."""
    if ask.called_id is None or ask.called_at is None:
        return "now"
    person = await look.read.people.get(ask.called_id)
    awake = look.house.awake(ask.called_at, person)
    if awake == ask.called_at or person.night_ok or awake <= look.at or await look.read.offices.on_duty(person.id):
        return "now"
    return when.spoken(look.t, look.house, awake, look.at)


async def head(look: Look, ask: Ask) -> str:
    """楼栋长陈建国; "" if nobody was told."""
    if ask.called_id is None:
        return ""
    place = ask.place_id or (await look.read.places.root()).id
    offices = [one for _, found in await look.read.offices.answerable(place, CONFIRMING) for one in found]
    title = next((one.title for one in offices if one.person_id == ask.called_id), None)
    name = await names.named(look.read, look.house, look.t, ask.called_id)
    return look.t("ask-head", title=await names.title(look.read, look.t, title), name=name) if title else name


async def _unanswered(look: Look, ask: Ask) -> Card:
    lines = [look.t("ask-mine-unanswered", head=await head(look, ask) or "none"), bold(ask.thing)]
    return card(lines, _again_or_end(look, ask))


async def _helped(look: Look, ask: Ask) -> Card:
    """Who has it; for one neighbour everything on this card, for several a list of them."""
    if len(ask.helping) == 1 and not ask.missing:
        return await pair(look, ask, ask.helping[0])
    t, rows = look.t, Rows()
    lines: list[str] = [bold(thing_and_amount(look, ask))]
    for giver in ask.helping:
        called = await who(look, giver.person_id)
        lines += [t("ask-giver-line", who=called, amount=giver.amount, of=ask.of, state=_state(giver))]
        rows += [
            [button(label(t("ask-giver-open", who=called, state=_state(giver))), "ask.with", ask.id, giver.person_id)]
        ]
    if ask.missing:
        lines += [t("ask-mine-missing", missing=ask.missing, of=ask.of)]
    ending = _again_or_end(look, ask) if ask.asked_at is not None and ask.missing else _enough(look, ask)
    return card([*lines, *_note(look, ask, "ask-note-kept")], *rows, ending)


def _enough(look: Look, ask: Ask) -> list[Button]:
    end = button(look.t("ask-not-needed"), "ask.withdraw", ask.id)
    return [button(look.t("ask-solved"), "ask.done", ask.id), *([end] if ask.missing else [])]


def _state(giver: Giver) -> str:
    return "given" if giver.state == "given" else "agreed" if giver.agreed_at is not None else "offered"


async def pair(look: Look, ask: Ask, giver: Giver) -> Card:
    """One neighbour who has it: what they say, how to reach each other, and what can be told."""
    called = await who(look, giver.person_id)
    if giver.state == "given":
        return card([look.t("ask-giver-gave", who=called, of=ask.of), bold(ask.thing)])
    if ask.is_over or giver.state != "giving":
        return card([look.t("ask-giver-gone", who=called), bold(ask.thing)])
    return await (_offered if giver.agreed_at is None else _agreed)(look, ask, giver, called)


async def _offered(look: Look, ask: Ask, giver: Giver, called: str) -> Card:
    """It is for the asker to say yes."""
    t, values = look.t, (ask.id, giver.person_id)
    reading = boxes.waits_for_check(ask, giver)
    waits = t("ask-mine-offered", who=called, box="yes" if reading else "no")
    lines: list[str | None] = [
        waits if ask.asked_at is not None else t("ask-mine-taken", who=called, kind=ask.kind),
        bold(thing_and_amount(look, ask)),
        _part(look, ask, giver),
        *boxes.lines(look, ask, giver),
    ]
    lines += [
        *await _who_hears(look, ask),
        await _not_started(look, giver, called),
        *([] if await _simple(look) else _note(look, ask, "ask-note-kept")),
    ]
    yes = [] if reading else [button(t("ask-agree"), "ask.agree", *values)]
    return card(
        lines,
        [*yes, button(t("ask-find-other"), "ask.let-go", *values)],
        [button(t("ask-solved"), "ask.got", *values)],
    )


async def _agreed(look: Look, ask: Ask, giver: Giver, called: str) -> Card:
    t, values = look.t, (ask.id, giver.person_id)
    voice = await look.read.people.get(giver.voice_id)
    lines = [
        t("ask-mine-question" if ask.asked_at is not None else "ask-mine-agreed", who=called, of=ask.of),
        bold(thing_and_amount(look, ask)),
        _part(look, ask, giver),
        *boxes.lines(look, ask, giver),
        *account(look, voice, giver.shown),
        *([] if await _simple(look) else _note(look, ask, "ask-note-told" if giver.note_told else "ask-note-kept")),
        await _not_started(look, giver, called),
    ]
    tell = [button(t("ask-tell-note"), "ask.tell-note", *values)] if ask.note and not giver.note_told else []
    show = shows(look, ask, giver, ask.voice_id, giver.asker_shown)
    return card(
        lines,
        talk(look, ask, ask.voice_id, giver.voice_id),
        [button(t("ask-solved"), "ask.got", *values), button(t("ask-find-another", of=ask.of), "ask.let-go", *values)],
        [*show, *phones.key(look, ask, giver, ask.voice_id, giver.asker_phone)],
        tell,
    )


def _part(look: Look, ask: Ask, giver: Giver) -> str | None:
    return look.t("ask-giver-part", amount=giver.amount, of=ask.of) if ask.amount > 1 else None


async def _not_started(look: Look, giver: Giver, called: str) -> str | None:
    voice = await look.read.people.get(giver.voice_id)
    return None if voice.reachable else look.t("ask-other-not-started", who=called)


def talk(look: Look, ask: Ask, voice_id: int | None, other_id: int | None) -> list[Button]:
    """Whoever speaks for one side may talk through the bot with whoever speaks for the other."""
    if look.room.person_id != voice_id or other_id is None:
        return []
    return [talking.talk_button(look.t, thing("ask", ask.id), other_id)]


def shows(look: Look, ask: Ask, giver: Giver, voice_id: int | None, shown: bool) -> list[Button]:
    """Each side shows the account of who speaks for it, by that one's own tap."""
    if shown or look.room.person_id != voice_id:
        return []
    return [button(look.t("ask-show-account"), "ask.show-account", ask.id, giver.person_id)]


async def _room_title(look: Look, ask: Ask) -> str:
    room = await look.read.rooms.get(ask.room_id) if ask.room_id else None
    return (room.title if room else "") or look.t("ask-the-group")


async def _ended(look: Look, ask: Ask) -> Card:
    t = look.t
    helpers = [await who(look, giver.person_id) for giver in ask.helping]
    lines = [
        t(f"ask-mine-{ask.state}", who=t("list-comma").join(helpers) or "none"),
        bold(ask.thing),
    ]
    if ask.state == "expired":
        lines += [t("ask-mine-expired-next")]
    again = [button(t("ask-ask-again" if ask.state == "expired" else "ask-undo"), "ask.reopen", ask.id)]
    return card(lines, again if ask.can_be_reopened(look.at) else [])


def contact(t: Words, person: Person) -> list[str]:
    """How to write to somebody who allowed it."""
    handle = f" @{person.username}" if person.username else ""
    return [
        t("ask-account-is"),
        link(t("ask-write-to", name=person.name) + handle, f"tg://user?id={person.telegram_id}"),
    ]


def account(look: Look, person: Person, shown: bool) -> list[str]:
    """The account, if its owner tapped so."""
    if not shown or person.telegram_id is None:
        return []
    return contact(look.t, person)


def _note(look: Look, ask: Ask, key: str) -> list[str | Html]:
    return ["", look.t(key), quote(ask.note)] if ask.note else []


async def who(look: Look, person_id: int | None) -> str:
    return await names.who(look.read, look.house, look.t, person_id)


def forgotten(look: Look, ask: Ask) -> Ask:
    """Whoever asked was forgotten since: the words are gone."""
    return replace(ask, thing=ask.thing or look.t("ask-forgotten"))
