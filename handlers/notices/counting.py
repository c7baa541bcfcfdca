"""Counting: who has tapped, building by building; the silent by name only for who says who lives there."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.notices import Notice, Share
from bot.domain.rules import RuleError
from bot.i18n import bold
from handlers import lists, names
from handlers.cards import Button, Card, Look, button, card
from handlers.context import TITLES, Context
from handlers.doors import presses
from handlers.notices import shared


@presses("notice.counts")
async def counts(ctx: Context) -> None:
    it = await _of_a_place(ctx)
    await shared.may(ctx, "notice.count", it, place_id=await shared.counts_at(ctx.tx, ctx.person.id, it))
    await ctx.menu(f"{it.id}.{_page(ctx, 1)}", "counts")


@presses("notice.silent")
async def silent(ctx: Context) -> None:
    """The names of one building; the right is asked for there."""
    it = await _of_a_place(ctx)
    building = _page(ctx, 1)
    if await ctx.tx.places.find(building) is None:
        raise RuleError("button-is-old")
    await shared.may(ctx, "notice.silent", it, place_id=building)
    await ctx.menu(f"{it.id}.{building}.{_page(ctx, 2)}", "counts")


async def _of_a_place(ctx: Context) -> Notice:
    """A circle is not counted by building."""
    it = await shared.the_notice(ctx)
    if it.circle_id is not None:
        raise RuleError("button-is-old")
    return it


def _page(ctx: Context, index: int) -> int:
    value = ctx.way.values[index] if len(ctx.way.values) > index else "1"
    if not value.isdecimal() or len(value) > 15:
        raise RuleError("button-is-old")
    return int(value)


async def draw(look: Look, number: int, view: str) -> Card | None:
    """`12.2`: the second page of notice 12's buildings; `12.345.1`: the silent of building 345."""
    notice_id, *path = (int(part) for part in view.split("."))
    it = await look.read.notices.get(notice_id)
    if it is None or not path:
        return card([look.t("notice-unknown")])
    return await (_buildings(look, it, number, path[0]) if len(path) == 1 else _silent(look, it, number, *path[:2]))


async def _buildings(look: Look, it: Notice, reader: int, page: int) -> Card:
    t, count = look.t, await look.read.notices.count(it.id)
    shares = await look.read.notices.by_building(it.id, it.place_id)
    shown, at, pages = lists.page_of(shares, page)
    turn = [_turn(one, it.id) for one in lists.turner("notice.counts", at, pages)]
    return card(
        [
            bold(t("notice-counts", arrived=count.arrived, know=count.know)),
            t("notice-counts-what"),
            "",
            *(t("notice-share", name=one.name, know=one.know, told=one.told) for one in shown),
        ],
        *[[one] for share in shown if (one := await _names_key(look, it, reader, share))],
        turn,
        [button(t("notice-back"), "notice.open", it.id)],
    )


def _turn(one: Button, notice_id: int) -> Button:
    """The page's number comes behind the notice's."""
    return button(one.text, "notice.counts", notice_id, (one.data or "").rpartition("_")[2])


async def _names_key(look: Look, it: Notice, reader: int, share: Share) -> Button | None:
    if share.told == share.know or not await _confirms(look, reader, share.place_id):
        return None
    return button(look.t("notice-silent-key", name=share.name), "notice.silent", it.id, share.place_id, 1)


async def _confirms(look: Look, reader: int, place_id: int) -> bool:
    held = await look.read.offices.titles_at_or_above(reader, place_id)
    return "confirm" in titles.powers(held, TITLES)


async def _silent(look: Look, it: Notice, reader: int, building: int, page: int) -> Card:
    t = look.t
    if not await _confirms(look, reader, building):
        return card([t("notice-not-yours")])
    tree = await look.house.tree(look.read)
    shown, at, pages = lists.page_of(await look.read.notices.silent_in(it.id, building), page)
    turn = [
        button(one.text, "notice.silent", it.id, building, (one.data or "").rpartition("_")[2])
        for one in lists.turner("notice.silent", at, pages)
    ]
    named = [f"{tree.code(home)} {await names.named(look.read, look.house, t, one)}" for one, home in shown]
    title = t("notice-silent", name=tree.get(building).name) if named else t("notice-all-know")
    return card([bold(title), *named], turn, [button(t("notice-back"), "notice.counts", it.id, 1)])
