"""Giving an office: which title, where, and to whom: by a link, from the building's neighbours, or without Telegram."""

from __future__ import annotations

from bot.domain import places
from bot.domain.offices import CARING
from bot.domain.places import KINDS, Place
from bot.domain.rules import RuleError, thing, whole_number
from bot.domain.text import clean_name, simplified
from bot.i18n import LANGUAGES, words
from handlers import names, questions, where
from handlers.context import Context, later
from handlers.doors import answers, presses, says
from handlers.offices import inviting
from handlers.offices.shared import can_give, candidates, changed, every_title, key_of, title, tops, value

NAME_UNITS = 20
YES = {"同意", "好", "好的", "是", "可以", "yes", "agreed", "ok"}


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
    ctx.values(0)
    await appoint(ctx)


@presses("appoint.title")
async def chosen(ctx: Context) -> None:
    key = key_of(ctx.values(1)[0])
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
    named, spot = ctx.values(2)
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
    key, place = key_of(named), await ctx.tx.places.find(whole_number(place_id))
    if place is None:
        raise RuleError("button-is-old")
    await ctx.may("office.give", state="open", place_id=place.id)
    if not await can_give(ctx.tx, ctx.person.id, key, place):
        raise RuleError("office-too-much")
    return key, place


@presses("appoint.person")
async def here(ctx: Context) -> None:
    key, place = await _given(ctx, *ctx.values(2))
    await ctx.menu(f"person.{key}.{place.id}", "appoint")


@presses("appoint.people")
async def people(ctx: Context) -> None:
    key, place = await _given(ctx, *ctx.values(2))
    page = whole_number(ctx.way.values[2]) if len(ctx.way.values) > 2 else 1
    await ctx.menu(f"people.{key}.{place.id}.{page}", "appoint")


@presses("appoint.link")
async def by_link(ctx: Context) -> None:
    key, place = await _given(ctx, *ctx.values(2))
    code = await inviting.issue(ctx, "office", place.id, key)
    await ctx.write_down("office.offered", thing("code", code.id), place.id)
    await ctx.menu(f"link.{code.id}", "appoint")


@presses("appoint.ask")
async def by_name(ctx: Context) -> None:
    """One of the neighbours on the list."""
    named, place_id, person = ctx.values(3)
    key, place = await _given(ctx, named, place_id)
    person_id = whole_number(person)
    if person_id not in await candidates(ctx.tx, place):
        raise RuleError("button-is-old")
    name = await inviting.ask(ctx, person_id, "office", place.id, key)
    ctx.answer(ctx.t("invite-asked", name=name))
    await ctx.menu(f"asked.{person_id}", "appoint")


@presses("appoint.me")
async def myself(ctx: Context) -> None:
    """A steward who is a head as well."""
    key, place = await _given(ctx, *ctx.values(2))
    if key == CARING:
        raise RuleError("button-is-old")
    if await ctx.tx.offices.holds(ctx.person.id, key, place.id):
        raise RuleError("office-already")
    number = await ctx.tx.offices.appoint(ctx.person.id, key, place.id, ctx.person.id, ctx.now)
    await ctx.write_down("office.accepted", thing("office", number), place.id)
    await changed(ctx, ctx.person.id, place.id)
    await ctx.menu(f"reach.{number}", "offices")


@presses("appoint.noted")
async def without_telegram(ctx: Context) -> None:
    key, place = await _given(ctx, *ctx.values(2))
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
    ctx.values(0)
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
    await changed(ctx, person_id, place.id)
    await ctx.menu(f"reach.{number}", "offices")
