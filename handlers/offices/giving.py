"""Giving an office: which title, where, and to whom: by a link, from the building's neighbours, or without Telegram."""

from __future__ import annotations

from bot.domain import places
from bot.domain.offices import CARING, may_give
from bot.domain.places import KINDS, Place
from bot.domain.rules import RuleError, thing
from bot.domain.text import clean_name, simplified
from bot.i18n import LANGUAGES, bold, words
from handlers import lists, names, questions, where
from handlers.cards import Card, Look, button, card
from handlers.context import Context, later
from handlers.doors import answers, presses, says
from handlers.offices import inviting
from handlers.offices.shared import (
    as_number,
    can_give,
    candidate,
    candidates,
    every_title,
    key_of,
    label,
    place_name,
    powers_of,
    title,
    value,
    values,
)
from storage.database import Read

NAME_UNITS = 20
YES = {"同意", "好", "好的", "是", "可以", "yes", "agreed", "ok"}


async def tops(read: Read, person_id: int) -> list[Place]:
    """Where somebody's right to give offices begins."""
    held = [
        one.place_id for one in await read.offices.of(person_id) if "appoint" in (await title(read, one.title)).powers
    ]
    return [place for number in dict.fromkeys(held) if (place := await read.places.find(number))]


@says("appoint", "任命", english=("appoint",))
async def appoint(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("open-private-please")
    if not await tops(ctx.tx, ctx.person.id):
        raise RuleError("office-not-yours")
    key = await _named(ctx, ctx.text)
    if key is None:
        return await ctx.menu("title", "appoint")
    found = places.read(ctx.text, await ctx.places()).candidates
    if len(found) == 1 and await can_give(ctx.tx, ctx.person.id, key, await ctx.tx.places.get(found[0])):
        return await ctx.menu(f"person.{key}.{found[0]}", "appoint")
    return await _begin_at(ctx, key)


async def _named(ctx: Context, text: str) -> str | None:
    """The title that words begin with or contain, the longest name first."""
    said, found = simplified(text).lower(), list[tuple[int, str]]()
    for key in await every_title(ctx.tx):
        for lang in LANGUAGES:
            name = simplified(await names.title(ctx.tx, words(lang), key)).lower()
            found += [(len(name), key)] if name in said else []
    return max(found)[1] if found and text else None


@presses("appoint.new")
async def begin(ctx: Context) -> None:
    values(ctx, 0)
    await appoint(ctx)


@presses("appoint.title")
async def chosen(ctx: Context) -> None:
    key = key_of(values(ctx, 1)[0])
    await title(ctx.tx, key)
    await _begin_at(ctx, key)


async def _begin_at(ctx: Context, key: str) -> None:
    """At the widest place where this person gives offices."""
    found = await tops(ctx.tx, ctx.person.id)
    if not found:
        raise RuleError("office-not-yours")
    widest = min(found, key=lambda place: KINDS.index(place.kind))
    await ctx.menu(f"place.{key}.{where.At(widest.id)}", "appoint")


@presses("appoint.place")
async def at(ctx: Context) -> None:
    """Deeper, or, where the title is held and nothing smaller could be meant, on to the person."""
    named, spot = values(ctx, 2)
    key, here = key_of(named), where.At.read(spot)
    place = await ctx.tx.places.find(here.place_id)
    if place is None:
        raise RuleError("button-is-old")
    held = (await title(ctx.tx, key)).held
    below = {child.kind for child in (await ctx.places()).children(place.id)}
    if place.kind in held and not below & set(held) and await can_give(ctx.tx, ctx.person.id, key, place):
        return await ctx.menu(f"person.{key}.{place.id}", "appoint")
    return await ctx.menu(f"place.{key}.{here}", "appoint")


async def _given(ctx: Context, named: str, place_id: str) -> tuple[str, Place]:
    """The title and the place of a button, if this person may give it there."""
    key, place = key_of(named), await ctx.tx.places.find(as_number(place_id))
    if place is None:
        raise RuleError("button-is-old")
    await ctx.may("office.give", state="open", place_id=place.id)
    if not await can_give(ctx.tx, ctx.person.id, key, place):
        raise RuleError("office-too-much")
    return key, place


@presses("appoint.person")
async def here(ctx: Context) -> None:
    key, place = await _given(ctx, *values(ctx, 2))
    await ctx.menu(f"person.{key}.{place.id}", "appoint")


@presses("appoint.people")
async def people(ctx: Context) -> None:
    key, place = await _given(ctx, *values(ctx, 2))
    page = as_number(ctx.way.values[2]) if len(ctx.way.values) > 2 else 1
    await ctx.menu(f"people.{key}.{place.id}.{page}", "appoint")


@presses("appoint.link")
async def by_link(ctx: Context) -> None:
    key, place = await _given(ctx, *values(ctx, 2))
    code = await inviting.issue(ctx, "office", place.id, key)
    await ctx.write_down("office.offered", thing("code", code.id), place.id)
    await ctx.menu(f"link.{code.id}", "appoint")


@presses("appoint.ask")
async def by_name(ctx: Context) -> None:
    """One of the neighbours on the list."""
    named, place_id, person = values(ctx, 3)
    key, place = await _given(ctx, named, place_id)
    person_id = as_number(person)
    if person_id not in await candidates(ctx.tx, place):
        raise RuleError("button-is-old")
    name = await inviting.ask(ctx, person_id, "office", place.id, key)
    ctx.answer(ctx.t("invite-asked", name=name))
    await ctx.menu(f"asked.{person_id}", "appoint")


@presses("appoint.me")
async def myself(ctx: Context) -> None:
    """A steward who is a head as well."""
    key, place = await _given(ctx, *values(ctx, 2))
    if key == CARING:
        raise RuleError("button-is-old")
    if await ctx.tx.offices.holds(ctx.person.id, key, place.id):
        raise RuleError("office-already")
    number = await ctx.tx.offices.appoint(ctx.person.id, key, place.id, ctx.person.id, ctx.now)
    await ctx.write_down("office.accepted", thing("office", number), place.id)
    await ctx.menu(f"reach.{number}", "offices")


@presses("appoint.noted")
async def without_telegram(ctx: Context) -> None:
    key, place = await _given(ctx, *values(ctx, 2))
    await questions.ask(ctx, "appoint.name", f"{key}.{place.id}", ctx.t("appoint-name"))


@answers("appoint.name")
async def named(ctx: Context) -> None:
    key, place_id = ctx.way.values[0].split(".")
    await _given(ctx, value(key), place_id)
    name = clean_name(ctx.text, NAME_UNITS)
    if not name:
        raise RuleError("appoint-no-name")
    await ctx.tx.questions.ask(
        ctx.person.id, ctx.room.id, "appoint.agreed", f"{key}.{place_id}.{name}", later(ctx.now, hours=24)
    )
    await ctx.menu("agreed", "appoint")


@answers("appoint.agreed")
async def agreed_by_word(ctx: Context) -> None:
    if ctx.text.strip(" 。.!！").lower() in YES:
        return await _note(ctx, ctx.way.values[0])
    raise RuleError("appoint-not-agreed")


@presses("appoint.agreed")
async def agreed(ctx: Context) -> None:
    """Whoever has no Telegram agreed, in somebody's presence, to be written down."""
    values(ctx, 0)
    kept = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if kept is None or kept.door != "appoint.agreed":
        raise RuleError("button-is-old")
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await _note(ctx, kept.payload)


async def _note(ctx: Context, payload: str) -> None:
    named, place_id, name = payload.split(".", 2)
    key, place = await _given(ctx, value(named), place_id)
    around = await ctx.tx.places.public(place.id) or place
    known = await ctx.tx.residents.without_telegram(around.id, name)
    person_id = known or (await ctx.tx.people.note(name, ctx.person.language, ctx.person.id, ctx.now)).id
    if await ctx.tx.offices.holds(person_id, key, place.id):
        raise RuleError("office-already")
    number = await ctx.tx.offices.appoint(person_id, key, place.id, ctx.person.id, ctx.now)
    await ctx.write_down("office.noted", thing("office", number), place.id, to=person_id)
    await ctx.menu(f"reach.{number}", "offices")


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "title":
        return await _titles(look, number)
    if path == "place":
        return await _place(look, number, rest[0], where.At.read(rest[1]))
    if path == "person":
        return await _person(look, rest[0], int(rest[1]))
    if path == "people":
        return await _people(look, number, rest[0], int(rest[1]), int(rest[2]))
    if path == "agreed":
        return await _agreed(look, number)
    if path == "asked":
        name = await names.named(look.read, look.house, look.t, int(rest[0]))
        return card([look.t("invite-asked", name=name)], [button(look.t("appoint-again"), "appoint.new")])
    code = await look.read.codes.get(int(rest[0]))
    assert code, "codes stay"
    return inviting.link_card(look, code, button(look.t("appoint-again"), "appoint.new"))


async def _titles(look: Look, person_id: int) -> Card:
    """What this person can give somewhere."""
    mine, found = await tops(look.read, person_id), list[str]()
    for key in await every_title(look.read):
        if any([await _somewhere(look, person_id, key, top) for top in mine]):
            found.append(key)
    buttons = [button(label(await names.title(look.read, look.t, key)), "appoint.title", value(key)) for key in found]
    return card([look.t("appoint-title")], *(buttons[start : start + 2] for start in range(0, len(buttons), 2)))


async def _somewhere(look: Look, person_id: int, key: str, top: Place) -> bool:
    one, powers = await title(look.read, key), await powers_of(look.read, person_id, top.id)
    at_top = KINDS.index(top.kind)
    kinds = [kind for kind in one.held if KINDS.index(kind) >= at_top]
    return any(may_give(one, kind, powers, powers if kind != top.kind else frozenset()) for kind in kinds)


async def _place(look: Look, person_id: int, key: str, spot: where.At) -> Card:
    t, tree = look.t, await look.house.tree(look.read)
    rows = where.pad(tree, spot, "appoint.place", value(key))
    place = tree.get(spot.place_id)
    if place.id in {top.id for top in await tops(look.read, person_id)} and not spot.floor:
        rows = [row for row in rows if not row[0].text.startswith("↩️")]
    held = (await title(look.read, key)).held
    usual = place.kind in held or not await look.read.places.contains(place.id, held)
    allowed = usual and await can_give(look.read, person_id, key, place)
    here = (
        [button(t("appoint-here", place=label(place.name)), "appoint.person", value(key), place.id)] if allowed else []
    )
    name = await names.title(look.read, t, key)
    return card([t("appoint-where", title=name)], here, *rows, [button(t("back"), "appoint.new")])


async def _person(look: Look, key: str, place_id: int) -> Card:
    t, at = look.t, (value(key), place_id)
    name = await names.title(look.read, t, key)
    place = await place_name(look.read, look.house, place_id)
    me = [] if key == CARING else [button(t("appoint-me"), "appoint.me", *at)]
    return card(
        [bold(t("office-name", title=name, place=place)), t("appoint-who")],
        [button(t("appoint-link"), "appoint.link", *at)],
        [button(t("appoint-people"), "appoint.people", *at)],
        [button(t("appoint-noted"), "appoint.noted", *at)],
        [*me, button(t("back"), "appoint.place", value(key), await _up(look, place_id))],
    )


async def _up(look: Look, place_id: int) -> where.At:
    place = await look.read.places.get(place_id)
    return where.At(place.parent_id or place.id)


async def _people(look: Look, person_id: int, key: str, place_id: int, page: int) -> Card:
    t, place = look.t, await look.read.places.get(place_id)
    found = await candidates(look.read, place)
    shown, at_page, pages = lists.page_of(found, page)
    rows = [[await candidate(look, person_id, one, "appoint.ask", value(key), place_id)] for one in shown]
    back = [button(t("back"), "appoint.person", value(key), place_id)]
    lines = [t("appoint-which" if found else "appoint-nobody")]
    return card(lines, *rows, lists.turner("appoint.people", at_page, pages, value(key), place_id), back)


async def _agreed(look: Look, person_id: int) -> Card:
    t, kept = look.t, await look.read.questions.open(person_id, look.room.id, look.at)
    if kept is None or kept.door != "appoint.agreed":
        return card([t("appoint-written")], [button(t("appoint-again"), "appoint.new")])
    key, place_id, name = kept.payload.split(".", 2)
    office = t("office-name", title=await names.title(look.read, t, key),
               place=await place_name(look.read, look.house, int(place_id)))  # fmt: skip
    return card(
        [t("appoint-agreed", name=name, office=office), t("appoint-agreed-why")],
        [button(t("appoint-yes-agreed"), "appoint.agreed")],
        [button(t("back"), "appoint.person", value(key), int(place_id))],
    )
