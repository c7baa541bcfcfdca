"""How a festival looks: to a group, to who runs it, to members of a circle; and its lines in lists."""

from __future__ import annotations

from bot.domain.festivals import Counts, Festival
from bot.domain.people import Person
from bot.domain.rules import thing
from bot.domain.text import cut
from bot.domain.wishes import Wish
from bot.i18n import bold, quote
from handlers import lists, names, when, where
from handlers.cards import Button, Card, Look, button, card
from handlers.features import Entry, Line
from handlers.wishes.judging import looked_at_by


async def draw(look: Look, number: int, view: str) -> Card | None:
    it = await look.read.festivals.get(number)
    if it is None:
        return card([look.t("festival-draft-gone")]) if view == "runner" else None
    counts = await look.read.festivals.counts(it.id)
    if view != "runner":
        return await _public(look, it, counts)
    if it.state == "draft":
        return await _draft(look, it)
    return await _runner(look, it, counts)


async def _headline(look: Look, it: Festival) -> list[str]:
    place = (await look.read.places.get(it.place_id)).name
    return [bold(look.t("festival-headline-at", name=it.name, place=place))]


def _until(look: Look, at: int) -> str:
    return when.spoken(look.t, look.house, at, look.at)


async def _public(look: Look, it: Festival, counts: Counts) -> Card | None:
    """How many there are, and the two ways in; over, it thanks."""
    t, lines = look.t, await _headline(look, it)
    if it.state == "closed":
        return card([*lines, await thanks(look, it, counts)])
    if it.state not in ("collecting", "granting"):
        return None
    lines += [t("festival-counts", hung=counts.hung, open=counts.open)]
    key = "festival-collecting" if it.state == "collecting" else "festival-granting"
    lines += [t(key, until=_until(look, it.collects if it.state == "collecting" else it.grants))]
    write = [button(t("festival-write"), "festival.write", it.id)] if it.state == "collecting" else []
    return card(lines, [*write, button(t("festival-look"), "festival.shelf", it.id)])


async def thanks(look: Look, it: Festival, counts: Counts) -> str:
    people, others = await look.read.festivals.thanked(it.id)
    called = [await names.named(look.read, look.house, look.t, one) for one in people]
    named = lists.joined(look.t, called) or "none"
    return look.t("festival-thanks", name=it.name, hung=counts.hung, granted=counts.granted, named=named, others=others)


async def _draft(look: Look, it: Festival) -> Card:
    """Before it opens: what it is called, where, until when, and where its card will stand."""
    t, number = look.t, it.id
    rooms = [await look.read.rooms.get(one) for one in await look.read.notices.rooms_for(it.place_id)]
    groups = lists.joined(t, [f"“{room.title or '…'}”" for room in rooms[:4]]) or "none"
    lines = [*await _headline(look, it), *_spans(look, it), t("festival-groups", groups=groups)]
    change = [
        button(t("festival-rename"), "festival.rename", number),
        button(t("festival-where-key"), "festival.where", number, where.At(it.place_id)),
    ]
    return card(
        [t("festival-draft"), *lines],
        [button(t("festival-publish"), "festival.publish", number)],
        *_moving(look, it),
        change,
        [button(t("festival-drop"), "festival.drop", number)],
    )


def _spans(look: Look, it: Festival) -> list[str]:
    return [
        look.t("festival-collects", until=_until(look, it.collects)),
        look.t("festival-grants", until=_until(look, it.grants)),
    ]


def _moving(look: Look, it: Festival) -> list[list[Button]]:
    """So many days more by button, or any day by words."""
    t, number = look.t, it.id
    collects = [
        button(t("festival-later", which="collects", days=3), "festival.later", number, "collects", 3),
        button(t("festival-until", which="collects"), "festival.until", number, "collects"),
    ]
    grants = [
        button(t("festival-later", which="grants", days=3), "festival.later", number, "grants", 3),
        button(t("festival-until", which="grants"), "festival.until", number, "grants"),
    ]
    return [*([collects] if it.state != "granting" else []), grants]


async def _runner(look: Look, it: Festival, counts: Counts) -> Card:
    """Who runs it: the counts, what is to be done, and how it goes on."""
    t, number = look.t, it.id
    lines = [
        *await _headline(look, it),
        t("festival-runner-counts", hung=counts.hung, open=counts.open, taken=counts.taken, granted=counts.granted),
    ]
    board = button(t("festival-board-key"), "festival.board", number, "all", 1)
    if it.state == "closed":
        return card([*lines, t("festival-closed"), quote(await thanks(look, it, counts))], [board])
    lines += [t("festival-waiting", count=counts.waiting)] if counts.waiting else []
    lines += _spans(look, it) if it.asked_at is None else []
    lines += _hint(look, it, counts)
    eyes = [button(t("festival-look-key", count=counts.waiting), "festival.look", number, 1)] if counts.waiting else []
    ask = [
        button(t("festival-post-key"), "festival.post", number),
        button(t("festival-pass-key"), "festival.circles", number),
    ]
    close = [button(t("festival-close"), "festival.close", number)] if it.asked_at or not _anything_left(counts) else []
    write = [button(t("festival-write"), "festival.write", number)] if it.state == "collecting" else []
    return card(lines, eyes, [board, *write], ask if counts.open else [], close, *_moving(look, it))


def _anything_left(counts: Counts) -> bool:
    """Whether wishes still wait, or none has come in yet."""
    return not counts.hung or bool(counts.waiting or counts.open or counts.taken)


def _hint(look: Look, it: Festival, counts: Counts) -> list[str]:
    """Half way and at the end it says what can be done about those nobody has taken on."""
    if it.asked_at is not None:
        return ["", look.t("festival-over", open=counts.open, taken=counts.taken)]
    if it.nudged_at is not None and counts.open:
        return ["", look.t("festival-half", open=counts.open)]
    return []


# lines


async def mine(look: Look, person: Person) -> list[Line]:
    """What I run, what I wish, what I have taken on."""
    runs = [
        Line(look.t("festival-line", name=it.name, state=it.state), button(_key(look, it), "festival.open", it.id))
        for it in await look.read.festivals.run_by(person.id)
    ]
    return [*runs, *(_line(look, one, person) for one in await look.read.wishes.mine(person.id))]


def _key(look: Look, it: Festival) -> str:
    return cut(look.t("festival-key", name=it.name), 40)


def _line(look: Look, wish: Wish, person: Person) -> Line:
    what, mine = wish.words or look.t("wish-media"), "yes" if person.id in wish.side else "no"
    icon = "🌟" if mine == "yes" else "🎁"
    text = f"{icon} {what} · {look.t('wish-state', state=wish.stage, mine=mine)}"
    return Line(text, button(cut(f"{icon} {what}", 40), "wish.open", wish.id))


async def todo(look: Look, person: Person) -> list[Line]:
    """What waits for this person's hand: wishes to look at, a festival to close, a neighbour to answer, a word kept."""
    read, t = look.read, look.t
    places = [one.place_id for one in await read.offices.of(person.id)]
    found = await read.festivals.open_within(places) if places else []
    lines = [line for it in found if (line := await _to_look_at(look, it, person))]
    lines += [
        Line(t("festival-todo-close", name=it.name), button(_key(look, it), "festival.open", it.id))
        for it in await read.festivals.run_by(person.id)
        if it.asked_at is not None
    ]
    return [*lines, *(_line(look, one, person) for one in await read.wishes.mine(person.id) if _waits_for(one, person))]


async def _to_look_at(look: Look, it: Festival, person: Person) -> Line | None:
    count = len(await looked_at_by(look.read, it, person.id))
    if not count:
        return None
    return Line(
        look.t("festival-todo-look", name=it.name, count=count), button(_key(look, it), "festival.look", it.id, 1)
    )


def _waits_for(wish: Wish, person: Person) -> bool:
    giver = wish.giver if wish.state == "open" else None
    if person.id in wish.side:
        return wish.state == "returned" or bool(giver and (giver.agreed_at is None or giver.said_at))
    return bool(giver and person.id in giver.side and giver.agreed_at and not giver.said_at)


async def board(look: Look) -> list[Entry]:
    """微心愿 12 个，还有 5 个等人认领; the line leads to its card in this group."""
    assert look.room.place_id is not None
    return [await _entry(look, it) for it in await look.read.festivals.open_around(look.room.place_id)]


async def _entry(look: Look, it: Festival) -> Entry:
    counts = await look.read.festivals.counts(it.id)
    rows = [row for row in await look.read.cards.of(thing("festival", it.id)) if row.view == "group"]
    rooms = [(row, await look.read.rooms.get(row.room_id)) for row in rows]
    url = next(
        (room.message_url(row.message_id) for row, room in rooms
         if room.chat_id == look.room.chat_id and row.message_id), None,
    )  # fmt: skip
    text = look.t("festival-on-board", name=it.name, hung=counts.hung, open=counts.open)
    return Entry("board-wishes", text, url or look.house.link(look.house.signed("festival", it.id)))
