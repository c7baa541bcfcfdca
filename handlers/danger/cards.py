"""How danger looks: to whoever is in it, to those who were told, to the group it was said in."""

from __future__ import annotations

from bot.domain.danger import CLIMB_SECONDS, Danger, Told
from bot.domain.people import Person
from bot.i18n import bold
from handlers import names, when
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import TITLES
from handlers.danger import numbers
from handlers.danger.hearing import KINDS, kinds
from handlers.danger.shared import WORDS
from handlers.danger.telling import offered
from handlers.features import Line


async def draw(look: Look, number: int, view: str) -> Card | None:
    danger = await look.read.dangers.get(number)
    if danger is None:
        return card([look.t("danger-unknown")]) if view != "group" else None
    return await {"self": _self, "head": _head, "group": _group}[view](look, danger)


async def _self(look: Look, danger: Danger) -> Card:
    """Numbers first, then one sentence of what to do, then who knows."""
    t = look.t
    if danger.is_over:
        lines = [t("danger-over"), *await _known(look, danger)]
        again = button(t("danger-not-over"), "danger.tell", danger.id)
        return card(lines, [again] if await look.read.dangers.told(danger.id) else [])
    lines, copies = numbers.of(t, look.house, danger.kind)
    lines = [t("danger-first"), *lines, t("danger-advice", kind=danger.kind), "", *await _knows(look, danger)]
    return card(lines, *await _taps(look, danger), *copies)


async def _knows(look: Look, danger: Danger) -> list[str]:
    t = look.t
    if danger.state == "told":
        known = await _known(look, danger) or [t("danger-nobody")]
        return [*known, *([bold(t("danger-silent"))] if await _silent(look, danger) else [])]
    if danger.state == "asking":
        return [bold(t("danger-ask-tell")), t("danger-ask-tell-how"), *await _place(look, danger)]
    if WORDS.kinds[danger.kind].asks:
        return [t("danger-nobody-told")]
    return [t("danger-untold"), *([t("danger-which")] if danger.kind == "other" else [])]


async def _silent(look: Look, danger: Danger) -> bool:
    """Whether those who were told have said nothing for a while."""
    told = await look.read.dangers.told(danger.id)
    return bool(told) and not any(one.answer or look.at - one.at < CLIMB_SECONDS for one in told)


async def _taps(look: Look, danger: Danger) -> Rows:
    t, number = look.t, danger.id
    over, elsewhere = button(t("danger-fine"), "danger.over", number), button(t("danger-place"), "danger.where", number)
    if danger.state == "told":
        return [[over, elsewhere]] if await look.read.dangers.told(number) else [[elsewhere, over]]
    if danger.state == "asking":
        now = button(t("danger-tell-now"), "danger.tell", number)
        return [[now, button(t("danger-tell-not"), "danger.decline", number)],
                [elsewhere, button(t("danger-no"), "danger.no", number)]]  # fmt: skip
    if WORDS.kinds[danger.kind].asks:
        return [[button(t("danger-tell-now"), "danger.tell", number), over]]
    more = kinds(look, tuple(kind for kind in KINDS if kind != "other")) if danger.kind == "other" else []
    return [*more, *await _choices(look, danger), [over, button(t("danger-no"), "danger.no", number)]]


async def _choices(look: Look, danger: Danger) -> Rows:
    """Whom one might want to have told, by name; nobody learns of it without the tap."""
    return [
        [button(label(look.t("danger-tell-one", who=await _called(look, one.person_id, one.title))),
                "danger.name", danger.id, one.person_id)]
        for one in await offered(look.read, danger)
    ]  # fmt: skip


async def _known(look: Look, danger: Danger) -> list[str]:
    """Who was told and when, and what they said to it."""
    lines = []
    for told in await look.read.dangers.told(danger.id):
        who = await _called(look, told.person_id, told.title)
        lines += [look.t("danger-told", who=who, at=_clock(look, told.at))]
        lines += [_answered(look, told, danger, who)] if told.answer else []
    return lines


def _answered(look: Look, told: Told, danger: Danger, who: str) -> str:
    first = numbers.first(look.house, danger.kind)
    at = _clock(look, told.answered_at or told.at)
    return look.t("danger-answered", answer=told.answer or "", who=who, number=first, at=at)


async def _called(look: Look, person_id: int, title: str) -> str:
    """A head by title and name: 楼栋长陈师傅."""
    name = await names.named(look.read, look.house, look.t, person_id)
    return look.t("danger-who", title=await names.title(look.read, look.t, title), name=name) if title else name


async def _head(look: Look, danger: Danger) -> Card:
    """To somebody who was told. Who and which door only for those who say who lives here: they have to find them."""
    t, number = look.t, danger.id
    told = await look.read.dangers.told(number)
    me = next((one for one in told if one.person_id == look.room.person_id), None)
    if me is None:
        return card([t("danger-not-for-you")])
    lines = [
        await _headline(look, danger),
        *await _where(look, danger),
        t("danger-said-at", at=_clock(look, danger.opened_at)),
    ]
    if danger.is_over:
        return card([t("danger-over-told"), *lines])
    calls, copies = numbers.of(t, look.house, danger.kind)
    others = [_answered(look, one, danger, await _called(look, one.person_id, one.title)) for one in told if one.answer]
    hear = [[button(t("danger-hear"), "danger.hear", number)]] if danger.file_id else []
    done = [[button(t("danger-fine"), "danger.over", number)]] if me.answer else []
    return card(
        [*lines, "", *calls, t("danger-head-how", kind=danger.kind), *others],
        *_answers(look, danger),
        *hear,
        *done,
        *copies,
    )


def _answers(look: Look, danger: Danger) -> Rows:
    t, first = look.t, numbers.first(look.house, danger.kind)
    row: list[Button] = [
        button(t("danger-going"), "danger.answer", danger.id, "going"),
        button(t("danger-reached"), "danger.answer", danger.id, "reached"),
        button(t("danger-called", number=first), "danger.answer", danger.id, "called"),
    ]
    return [row[:2], row[2:]]


async def _headline(look: Look, danger: Danger) -> str:
    """Of despair and violence nothing is said but that somebody is needed."""
    kind = danger.kind if WORDS.kinds[danger.kind].asks else "private"
    return bold(look.t("danger-headline", kind=kind))


async def _where(look: Look, danger: Danger) -> list[str]:
    """The building; for those who say who lives here and for one's own helpers, who it is and the door."""
    t, tree = look.t, await look.house.tree(look.read)
    reader = look.room.person_id or 0
    if not await _finds(look, danger, reader):
        return await _place(look, danger)
    home = await look.read.residents.home(danger.person_id or 0)
    who = await names.named(look.read, look.house, t, danger.person_id)
    spots = [tree.path(one) for one in dict.fromkeys((danger.place_id, home)) if one and one in tree]
    return [t("danger-find", who=who, place=" · ".join(spots) or "none")]


async def _finds(look: Look, danger: Danger, reader: int) -> bool:
    """Whether this reader may know who it is: by an office that confirms there, or because somebody chose them."""
    place = danger.place_id or (await look.read.places.root()).id
    titles = await look.read.offices.titles_at_or_above(reader, place)
    if any("confirm" in TITLES[title].powers for title in titles if title in TITLES):
        return True
    told = await look.read.dangers.told(danger.id)
    return any(one.person_id == reader and one.title in ("", "caring_neighbour") for one in told)


async def _place(look: Look, danger: Danger) -> list[str]:
    place = await look.read.places.public(danger.place_id) if danger.place_id else None
    return [look.t("danger-at", place=place.name if place and place.kind != "community" else "none")]


async def _group(look: Look, danger: Danger) -> Card:
    """Everybody's eyes: numbers and who knows; of despair and violence only numbers that fit anything."""
    t, number = look.t, danger.id
    private = [[look.link(t("danger-in-private"), "danger", number)]]
    if not WORDS.kinds[danger.kind].asks:
        lines, copies = numbers.every(t, look.house)
        return card([t("danger-first"), *lines], *([] if danger.is_over else private), *copies)
    lines, copies = numbers.of(t, look.house, danger.kind)
    lines = [t("danger-first"), *lines, t("danger-advice", kind=danger.kind)]
    if danger.is_over:
        return card([*lines, "", t("danger-over-group")])
    knows = await _known(look, danger) if danger.state == "told" else []
    nobody = [t("danger-nobody")] if danger.state == "told" and not knows else []
    return card([*lines, "", *knows, *nobody, *_ask(look, danger)], *await _group_taps(look, danger), *private, *copies)


def _ask(look: Look, danger: Danger) -> list[str]:
    return [look.t("danger-ask-tell"), look.t("danger-ask-tell-how")] if danger.state == "asking" else []


async def _group_taps(look: Look, danger: Danger) -> Rows:
    t, number = look.t, danger.id
    if danger.state == "asking":
        return [
            [
                button(t("danger-tell-now"), "danger.tell", number),
                button(t("danger-tell-not"), "danger.decline", number),
            ]
        ]
    return [[button(t("danger-fine"), "danger.over", number)]] if danger.state == "told" else []


def _clock(look: Look, at: int) -> str:
    return f"{look.house.local(at):%-H:%M}"


async def mine(look: Look, person: Person) -> list[Line]:
    """Of despair and violence only to who said so: whoever looks over somebody's things does not learn of it."""
    every = [one for one in await look.read.dangers.of(person.id) if person.id in one.side]
    own = [one for one in every if WORDS.kinds[one.kind].asks or one.voice_id == look.room.person_id]
    return [await _line(look, one) for one in own]


async def todo(look: Look, person: Person) -> list[Line]:
    """Where this person was told and has not said yet how it is."""
    return [await _line(look, one) for one in await look.read.dangers.of(person.id) if person.id not in one.side]


async def _line(look: Look, danger: Danger) -> Line:
    [place] = await _place(look, danger)
    text = look.t("danger-line", place=place, at=when.spoken(look.t, look.house, danger.opened_at, look.at))
    return Line(text, button(look.t("danger-line-open"), "danger.open", danger.id))
