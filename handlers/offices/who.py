"""Who answers here: for my stair, building, area and community, and how to reach them."""

from __future__ import annotations

from bot.domain import places
from bot.domain.people import Office
from bot.domain.rules import RuleError, whole_number
from bot.i18n import bold
from handlers import names, questions, where
from handlers.cards import Card, Look, button, card, label
from handlers.context import Context
from handlers.doors import opens, presses, says
from handlers.offices import whocards
from handlers.offices.shared import office_name, the_office, whom
from handlers.offices.whocards import day

MOST_IN_GROUP = 12
"""Offices that a group's answer names."""


@says("who", "找谁", "谁管", english=("who answers", "who to ask"))
async def who(ctx: Context) -> None:
    """In private everything; in a group titles and names."""
    if not ctx.room.is_private:
        return await _in_group(ctx)
    named = places.read(ctx.text, await ctx.places()).candidates if ctx.text else ()
    if len(named) == 1:
        return await ctx.menu(f"at.{named[0]}.1", "who")
    return await ctx.menu(await _home(ctx), "who")


async def _home(ctx: Context) -> str:
    home = await ctx.tx.residents.home(ctx.whom.id)
    return f"at.{home}.1" if home else f"pad.{(await ctx.tx.places.root()).id}"


@opens("who")
async def from_group(ctx: Context) -> None:
    """By the group's button: the group's place, if it is one we showed."""
    place = await ctx.tx.places.find(ctx.number) if ctx.is_proved else None
    await ctx.menu(f"at.{place.id}.1" if place else await _home(ctx), "who")


@presses("who.mine")
async def mine(ctx: Context) -> None:
    await who(ctx)


@presses("plain.who")
async def meant(ctx: Context) -> None:
    """Plain words that asked who answers; they are not kept any longer."""
    await questions.kept(ctx)
    await who(ctx)


@presses("who.at")
async def at(ctx: Context) -> None:
    place_id, page = ctx.values(2)
    if await ctx.tx.places.find(whole_number(place_id)) is None:
        raise RuleError("button-is-old")
    await ctx.menu(f"at.{place_id}.{whole_number(page)}", "who")


@presses("who.pad")
async def elsewhere(ctx: Context) -> None:
    """Down to the stair: nobody needs to say which flat they ask about."""
    spot = where.At.read(ctx.values(1)[0])
    place = await ctx.tx.places.find(spot.place_id)
    if place is None:
        raise RuleError("button-is-old")
    tree = await ctx.places()
    deeper = any(child.kind != "dwelling" for child in tree.children(place.id))
    await ctx.menu(f"pad.{spot}" if deeper else f"at.{place.id}.1", "who")


@presses("who.office")
async def closer(ctx: Context) -> None:
    """One office: how to reach its holder, what they do, who granted it."""
    office = await the_office(ctx)
    await ctx.menu(f"office.{office.id}", "who")


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, _, rest = view.partition(".")
    if path == "office":
        return await whocards.one_office(look, number, int(rest))
    if path == "pad":
        return await _pad(look, where.At.read(rest))
    place_id, _, page = rest.partition(".")
    return await whocards.at_place(look, await whom(look, number), int(place_id), int(page or 1))


async def _pad(look: Look, spot: where.At) -> Card:
    tree = await look.house.tree(look.read)
    here = [button(look.t("who-here", place=label(tree.get(spot.place_id).name)), "who.at", spot.place_id, 1)]
    return card([look.t("who-where")], here, *where.pad(tree, spot, "who.pad"))


async def _in_group(ctx: Context) -> None:
    """Titles and names only; how to reach them is for the private chat."""
    if ctx.room.place_id is None:
        return await ctx.say(ctx.t("who-group-unknown"))
    held = await ctx.tx.offices.at_or_above(ctx.room.place_id)
    lines = [await _group_line(ctx, one, held) for one in held if one.stands_in_for is None][:MOST_IN_GROUP]
    url = ctx.house.link(ctx.house.signed("who", ctx.room.place_id))
    keyboard = {"inline_keyboard": [[{"text": ctx.t("who-reach"), "url": url}]]}
    place = (await ctx.tx.places.get(ctx.room.place_id)).name
    title = bold(ctx.t("who-title", place=place))
    return await ctx.say(title, *(lines or [ctx.t("who-nobody-at-all")]), keyboard=keyboard)


async def _group_line(ctx: Context, office: Office, held: list[Office]) -> str:
    name = await names.named(ctx.tx, ctx.house, ctx.t, office.person_id)
    line = ctx.t("who-holder", office=await office_name(ctx.tx, ctx.house, ctx.t, office), name=name)
    for lent in (one for one in held if one.stands_in_for == office.id):
        name = await names.named(ctx.tx, ctx.house, ctx.t, lent.person_id)
        line += ctx.t(
            "who-aside", words=ctx.t("who-stands-in", until=day(ctx.house, ctx.t, lent.ends_at or 0), name=name)
        )
    return line
