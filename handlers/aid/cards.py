"""How an ask looks: to the group, to who asked, to the neighbour who has it or might."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask
from bot.domain.people import Person
from bot.domain.rules import thing
from bot.i18n import Html, Words, bold, link, page, quote
from handlers import names, reporting, talking, when
from handlers.aid.shared import rooms_for
from handlers.cards import Button, Card, Look, Rows, button, card
from handlers.features import Entry, Line

MOST_GROUPS = 3
"""Other groups that a draft offers by button."""


async def draw(look: Look, number: int, view: str) -> Card | None:
    ask = await look.read.asks.get(number)
    if ask is None:
        return card([look.t("ask-draft-gone")]) if view == "asker" else None
    ask = replace(ask, thing=ask.thing or look.t("ask-forgotten"))  # whoever asked was forgotten since
    if view == "group":
        return await _group(look, ask)
    return await (_asker if view == "asker" else _neighbour)(look, ask)


async def _group(look: Look, ask: Ask) -> Card:
    """Everybody's eyes: the building and the thing; never a flat, a number or an illness."""
    t, lines = look.t, [await _headline(look, ask), bold(ask.thing)]
    if ask.state == "open":
        until = when.spoken(t, look.house, ask.until, look.at)
        lines += [t("ask-group-waiting", until=until, number=ask.id)]
        unheard = await _unreached(look, ask.person_id, ask.by_id)
        rows = [[button(t("ask-i-have"), "ask.take", ask.id)]]
        if unheard:  # who can be reached has this in private
            rows[0] += [button(t("ask-mine-no-more"), "ask.withdraw", ask.id)]
        if ask.asked_at is not None and unheard:
            lines += [t("ask-group-still-needed")]
            rows += [[button(t("ask-again"), "ask.reopen", ask.id)]]
        return card(lines, *rows, *await _asker_please_start(look, ask))
    if ask.state == "taken":
        lines += [t("ask-group-taken", who=await _who(look, ask.taker_id))]
        rows = [[button(t("ask-solved"), "ask.done", ask.id)]]
        return card(lines, *rows, *await _asker_please_start(look, ask), *await _taker_please_start(look, ask))
    who = await _who(look, ask.taker_id) if ask.taker_id else ""
    return card([*lines, t(f"ask-group-{ask.state}", who=who or "none")])


async def _headline(look: Look, ask: Ask) -> str:
    place = await look.read.places.get(ask.place_id) if ask.place_id else None
    named = place.name if place and place.kind != "community" else "none"
    return look.t("ask-headline", state=ask.state, place=named)


async def _asker_please_start(look: Look, ask: Ask) -> list[list[Button]]:
    """Whoever asked cannot be told in private until they open the private chat."""
    if not await _unreached(look, ask.person_id, ask.by_id):
        return []
    return [[look.link(look.t("ask-asker-start"), "ask", ask.id)]]


async def _taker_please_start(look: Look, ask: Ask) -> list[list[Button]]:
    if not await _unreached(look, ask.taker_id, ask.taker_by_id):
        return []
    return [[look.link(look.t("ask-taker-start"), "ask", ask.id)]]


async def _unreached(look: Look, *side: int | None) -> bool:
    """Somebody is on this side, and nobody of them can be told anything in private."""
    people = [await look.read.people.get(one) for one in side if one]
    return bool(people) and not any(person.reachable for person in people)


async def _voice(look: Look, person_id: int | None) -> Person | None:
    """Who speaks for one side, if anybody is left."""
    return await look.read.people.get(person_id) if person_id else None


async def _asker(look: Look, ask: Ask) -> Card:
    """To who asked, and to whoever asked for them; each reads of the other."""
    if ask.side and look.room.person_id not in ask.side:
        return card([look.t("ask-taken-over-told", who=await _who(look, ask.person_id)), bold(ask.thing)])
    drawn = await (
        _draft
        if ask.state == "draft"
        else _open
        if ask.state == "open"
        else _matched
        if ask.state == "taken"
        else _ended
    )(look, ask)
    return await _on_behalf(look, ask, drawn) if ask.by_id else drawn


async def _on_behalf(look: Look, ask: Ask, drawn: Card) -> Card:
    """For whom and by whom, for both to see; whoever it is for may take it over."""
    if look.room.person_id == ask.by_id:
        line = look.t("for-whom", who=await _who(look, ask.person_id))
        return Card(page([line, drawn.text]), drawn.rows)
    line = look.t("by-whom", who=await _who(look, ask.by_id))
    over = [] if ask.is_over else [[button(look.t("take-over"), "ask.take-over", ask.id)]]
    return Card(page([line, drawn.text]), [*drawn.rows, *over])


async def _draft(look: Look, ask: Ask) -> Card:
    """What the group will see, before it sees it."""
    t, number = look.t, ask.id
    until = when.spoken(t, look.house, ask.until, look.at)
    seen = await _headline(look, Ask(**{**vars(ask), "state": "open"}))
    simple = await _simple(look)
    lines = [
        t("ask-preview", room=await _room_title(look, ask)),
        "",
        quote(f"{seen}\n{ask.thing}\n{t('ask-until', until=until)}"),
    ]
    rows = [
        [button(t("ask-publish"), "ask.publish", number)],
        [button(t("ask-change"), "ask.correct", number), button(t("ask-drop"), "ask.withdraw", number)],
        *([] if simple else [when.spans(t, look.house, "ask.span", number, ask.opened_at, ask.until)]),
        *([] if simple else await _other_groups(look, ask)),
    ]
    return card([*lines, *_note(look, ask, "ask-note-kept")], *rows)


async def _simple(look: Look) -> bool:
    """Whether whoever reads this in private wants few buttons and short words."""
    return look.room.person_id is not None and (await look.read.people.get(look.room.person_id)).simple


async def _other_groups(look: Look, ask: Ask) -> Rows:
    """Where else it may go: the groups of whom it is for, whoever wrote it."""
    rooms = await rooms_for(look.read, ask.person_id, ask.by_id) if ask.person_id else []
    others = [room for room in rooms if room.id != ask.room_id][:MOST_GROUPS]
    return [[button(look.t("ask-other-group", room=room.title or ""), "ask.room", ask.id, room.id)] for room in others]


async def _open(look: Look, ask: Ask) -> Card:
    t, until = look.t, when.spoken(look.t, look.house, ask.until, look.at)
    if ask.asked_at is not None:
        return card(
            [t("ask-still-needed"), bold(ask.thing), t("ask-still-needed-until", until=until)],
            [
                button(t("ask-again"), "ask.reopen", ask.id),
                button(t("ask-solved-already"), "ask.done", ask.id),
                button(t("ask-never-mind"), "ask.withdraw", ask.id),
            ],
        )
    simple = await _simple(look)
    change = [] if simple else [button(t("ask-change"), "ask.correct", ask.id)]
    more = [] if simple else [t("ask-mine-until", until=until, number=ask.id), *_note(look, ask, "ask-note-kept")]
    return card(
        [t("ask-mine-open", room=await _room_title(look, ask)), bold(ask.thing), *more],
        [
            button(t("ask-solved-already"), "ask.done", ask.id),
            *change,
            button(t("ask-not-needed"), "ask.withdraw", ask.id),
        ],
    )


async def _matched(look: Look, ask: Ask) -> Card:
    """To who asked: who has it, how to reach each other, and what can be told."""
    t, number = look.t, ask.id
    taker = await look.read.people.get(ask.taker_voice_id or 0)
    headline = t("ask-mine-question" if ask.asked_at else "ask-mine-taken", who=await _who(look, ask.taker_id))
    lines = [
        headline,
        bold(ask.thing),
        *_contact(look, taker, ask.taker_shown),
        *([] if await _simple(look) else _note(look, ask, "ask-note-told" if ask.note_told else "ask-note-kept")),
    ]
    if not taker.reachable:
        lines += [t("ask-other-not-started", who=await _who(look, taker.id))]
    tell = [button(t("ask-tell-note"), "ask.tell-note", number, ask.taker_id)] if ask.note and not ask.note_told else []
    show = _show(look, ask, ask.voice_id, ask.asker_shown)
    return card(
        lines,
        [button(t("ask-solved"), "ask.done", number), button(t("ask-find-another"), "ask.let-go", number)],
        talk(look, ask, ask.voice_id, ask.taker_voice_id),
        [*show, *tell],
    )


def _show(look: Look, ask: Ask, voice_id: int | None, shown: bool) -> list[Button]:
    """Each side shows the account of who speaks for it, by that one's own tap."""
    if shown or look.room.person_id != voice_id:
        return []
    return [button(look.t("ask-show-account"), "ask.show-account", ask.id, ask.taker_id)]


def talk(look: Look, ask: Ask, voice_id: int | None, other_id: int | None) -> list[Button]:
    """Whoever speaks for one side may talk through the bot with whoever speaks for the other."""
    if look.room.person_id != voice_id or other_id is None:
        return []
    return [talking.talk_button(look.t, thing("ask", ask.id), other_id)]


async def _room_title(look: Look, ask: Ask) -> str:
    room = await look.read.rooms.get(ask.room_id) if ask.room_id else None
    return (room.title if room else "") or look.t("ask-the-group")


async def _ended(look: Look, ask: Ask) -> Card:
    t = look.t
    lines = [
        t(f"ask-mine-{ask.state}", who=await _who(look, ask.taker_id) if ask.taker_id else "none"),
        bold(ask.thing),
    ]
    if ask.state == "expired":
        lines += [t("ask-mine-expired-next")]
    again = [button(t("ask-ask-again" if ask.state == "expired" else "ask-undo"), "ask.reopen", ask.id)]
    return card(lines, again if ask.can_be_reopened(look.at) else [])


async def _neighbour(look: Look, ask: Ask) -> Card:
    """To the neighbour who has it; to another who came to look, what the group sees."""
    t, number = look.t, ask.id
    if ask.taker_id is None or look.room.person_id not in (ask.taker_id, ask.taker_by_id):
        seen = await _group(look, ask)
        is_theirs = look.room.person_id in ask.side
        report_row = [reporting.report(t, thing("ask", number))] if look.room.is_private and not is_theirs else []
        return Card(seen.text, [*seen.rows, report_row])
    asker = await _voice(look, ask.voice_id)
    who = await _who(look, ask.person_id)
    if ask.state != "taken":
        return card([t(f"ask-yours-{ask.state}", who=who), bold(ask.thing)])
    lines = [t("ask-yours", who=who), bold(ask.thing)]
    if ask.note and ask.note_told:
        lines += [t("ask-yours-note"), quote(ask.note)]
    if asker:
        lines += _contact(look, asker, ask.asker_shown)
        lines += [] if asker.reachable else [t("ask-other-not-started", who=who)]
    lines += ["", t("ask-yours-shown" if ask.taker_shown else "ask-yours-how")]
    show = _show(look, ask, ask.taker_voice_id, ask.taker_shown)
    let_go, report_ = button(t("ask-cannot"), "ask.let-go", number), reporting.report(t, thing("ask", number))
    return card(lines, talk(look, ask, ask.taker_voice_id, ask.voice_id), [*show, let_go], [report_])


def contact(t: Words, person: Person) -> list[str]:
    """How to write to somebody who allowed it."""
    handle = f" @{person.username}" if person.username else ""
    return [
        t("ask-account-is"),
        link(t("ask-write-to", name=person.name) + handle, f"tg://user?id={person.telegram_id}"),
    ]


def _contact(look: Look, person: Person, shown: bool) -> list[str]:
    """The account, if its owner tapped so."""
    if not shown or person.telegram_id is None:
        return []
    return contact(look.t, person)


def _note(look: Look, ask: Ask, key: str) -> list[str | Html]:
    return ["", look.t(key), quote(ask.note)] if ask.note else []


async def _who(look: Look, person_id: int | None) -> str:
    return await names.who(look.read, look.house, look.t, person_id)


async def mine(look: Look, person: Person) -> list[Line]:
    return [_line(look, ask, person) for ask in await look.read.asks.mine(person.id)]


async def todo(look: Look, person: Person) -> list[Line]:
    """Where this person has given their word, or owes an answer."""
    asks = await look.read.asks.mine(person.id)
    return [_line(look, ask, person) for ask in asks if _waits_for(ask, person)]


def _waits_for(ask: Ask, person: Person) -> bool:
    asking = person.id in ask.side
    return (asking and ask.asked_at is not None) or (not asking and ask.state == "taken")


def _line(look: Look, ask: Ask, person: Person) -> Line:
    return Line(
        f"{_icon(ask, person)} {ask.thing} · {_state(look, ask, person)}",
        button(f"{ask.id} · {ask.thing}"[:40], "ask.open", ask.id),
    )


async def board(look: Look) -> list[Entry]:
    """What waits for a neighbour in this group; each line leads to its card, or to it in the private chat."""
    entries = []
    for ask in await look.read.asks.open_in_group(look.room.chat_id):
        name = thing("ask", ask.id)
        url = await look.address(name, "group", ask.room_id or look.room.id)
        place = await look.read.places.get(ask.place_id) if ask.place_id else None
        where = f"{place.name} · " if place and place.kind != "community" else ""
        text = where + ask.thing
        entries.append(Entry("board-asks", text, url or look.house.link(look.house.signed("ask", ask.id))))
    return entries


def _state(look: Look, ask: Ask, person: Person) -> str:
    state = look.t("ask-state", state=ask.state, mine="yes" if person.id in ask.side else "no")
    return f"{state} · {look.t('ask-for-another')}" if person.id in (ask.by_id, ask.taker_by_id) else state


def _icon(ask: Ask, person: Person) -> str:
    return "🙋" if person.id in ask.side else "🤝"
