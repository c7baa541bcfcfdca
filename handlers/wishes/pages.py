"""The pages of small wishes: what is open here, what waits for somebody, the board of who runs it, what to look at."""

from __future__ import annotations

from datetime import date

from bot.domain import festivals
from bot.domain.festivals import Festival
from bot.domain.wishes import Wish
from bot.i18n import bold
from handlers import lists, names, where
from handlers.cards import Button, Card, Look, button, card, label
from handlers.wishes import shared
from handlers.wishes.judging import looked_at_by

SUGGESTED = 6
"""Festivals offered by button."""

SHOWN = ("all", "open", "taken", "granted")
MOST_CIRCLES = 8


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "list":
        return await _list(look, number, int(rest[0]))
    if path == "new":
        return _new(look)
    it = await shared.festival_for(look.read, int(rest[0]), number)
    if it is None:
        return card([look.t("festival-unknown")], [button(look.t("back"), "wishes.list", 1)])
    if path == "where":
        return await _where(look, it, where.At.read(rest[1]))
    if path == "shelf":
        return await _shelf(look, it, int(rest[1]))
    if path == "look":
        return await _look(look, it, number, int(rest[1]))
    if path == "circles":
        return await _circles(look, it, number)
    return await _board(look, it, rest[1], int(rest[2]))


async def _list(look: Look, person_id: int, page: int) -> Card:
    """The open festivals around one's home and office; who makes circles opens another one."""
    t, read = look.t, look.read
    whom = (await read.acting.acts_for(person_id))[0] or person_id
    spots = [one.place_id for one in await read.residents.homes(whom)] + [
        one.place_id for one in await read.offices.of(person_id)
    ]
    found = await read.festivals.open_within(spots or [(await read.places.root()).id])
    mine = [one for one in await read.festivals.run_by(person_id) if one.state == "draft"]
    shown, at, pages = lists.page_of([*mine, *found], page)
    top = await shared.tops(read, person_id)
    rows = [[button(label(t("festival-key", name=one.name)), *await _door(look, one, person_id))] for one in shown]
    new = [button(t("festival-new"), "festival.new")] if top else []
    lines = [t("wishes-open", count=len(found)) if found else t("wishes-none-yours" if top else "wishes-none")]
    return card(lines, *rows, lists.turner("wishes.list", at, pages), new)


async def _door(look: Look, it: Festival, person_id: int) -> tuple[str, int]:
    runs = await shared.holds(look.read, person_id, "gather", it.place_id)
    return ("festival.open", it.id) if runs else ("festival.shelf", it.id)


def _new(look: Look) -> Card:
    """What the calendar suggests; the open question takes any other name."""
    t = look.t
    coming = festivals.coming(shared.CALENDAR, look.house.local(look.at).date(), SUGGESTED)
    keys = [button(_dated(look, one.key, one.day), "festival.pick", one.key) for one in coming]
    back = [button(t("back"), "wishes.list", 1)]
    return card(
        [t("festival-which"), t("festival-which-how")], *(keys[at : at + 2] for at in range(0, len(keys), 2)), back
    )


def _dated(look: Look, key: str, day: date) -> str:
    return look.t("festival-dated", name=look.t(f"festival-{key}"), month=day.month, day=day.day)


async def _where(look: Look, it: Festival, at: where.At) -> Card:
    """Down to the building; up as far as this person makes circles."""
    tree = await look.house.tree(look.read)
    inside = {"stair", "dwelling", "neighbours"}
    deeper = any(one.kind not in inside for one in tree.children(at.place_id))
    rows = where.pad(tree, at, "festival.where", it.id, homes=False) if deeper else []
    up = tree.get(at.place_id).parent_id
    back = [[button(look.t("back"), "festival.where", it.id, where.At(up))]] if not deeper and up else []
    here = [button(look.t("festival-here", place=tree.get(at.place_id).name), "festival.here", it.id, at.place_id)]
    return card([look.t("festival-where")], here, *rows, *back)


async def _shelf(look: Look, it: Festival, page: int) -> Card:
    """What nobody has taken on yet: in which building, never whose."""
    t, waiting = look.t, await look.read.wishes.all_of(it.id, "open")
    shown, at, pages = lists.page_of(waiting, page)
    counts = await look.read.festivals.counts(it.id)
    lines = [bold(t("festival-headline", name=it.name)), t("festival-counts", hung=counts.hung, open=counts.open)]
    lines += [] if it.is_open else [t("festival-is-closed")]
    rows = [[button(label(f"🎁 {one.words}"), "wish.open", one.id)] for one in shown if it.is_open]
    write = [button(t("festival-write"), "festival.write", it.id)] if it.state == "collecting" else []
    lines += [] if waiting else [t("festival-all-taken")]
    return card(
        lines, *rows, lists.turner("festival.shelf", at, pages, it.id), write, [button(t("back"), "wishes.list", 1)]
    )


async def _board(look: Look, it: Festival, which: str, page: int) -> Card:
    """Every wish with its state, narrowed by one tap, for who runs it."""
    t, found = look.t, await look.read.wishes.all_of(it.id, which)
    shown, at, pages = lists.page_of(found, page)
    lines = [bold(t("festival-board", name=it.name)), "", *[await _line(look, one) for one in shown]]
    lines += [] if found else [t("festival-board-none")]
    filters = [
        button(("✓ " if one == which else "") + t("festival-filter", which=one), "festival.board", it.id, one, 1)
        for one in SHOWN
    ]
    turn = lists.turner("festival.board", at, pages, it.id, which)
    return card(lines, filters[:2], filters[2:], turn, [button(t("back"), "festival.open", it.id)])


async def _line(look: Look, wish: Wish) -> str:
    """1. 一双棉鞋 · 3栋 · 等人认领."""
    place = (await look.read.places.get(wish.place_id)).name if wish.place_id else "none"
    giver = (
        await names.named(look.read, look.house, look.t, wish.giver.person_id)
        if wish.giver and wish.is_known
        else "none"
    )
    what = wish.words or look.t("wish-media" if wish.media_kind else "wish-forgotten")
    return look.t("festival-board-line", what=what, place=place, state=wish.stage, giver=giver)


async def _look(look: Look, it: Festival, person_id: int, page: int) -> Card:
    """What waits for this person's eyes: many at once, or one by one."""
    t, found = look.t, await looked_at_by(look.read, it, person_id)
    shown, at, pages = lists.page_of(found, page)
    rows = [[button(label(f"👀 {one.words or t('wish-media')}"), "wish.judge", one.id)] for one in shown]
    ready = [one for one in shown if one.words]
    every = _hang_all(look, it, list(shown)) if len(ready) > 1 else []
    lines: list[str] = [bold(t("festival-look-title", name=it.name, count=len(found)))]
    lines += [t("festival-look-line", what=one.words or t("wish-media")) for one in shown]
    return card(
        lines, every, *rows, lists.turner("festival.look", at, pages, it.id), [button(t("back"), "wishes.list", 1)]
    )


def _hang_all(look: Look, it: Festival, shown: list[Wish]) -> list[Button]:
    """Exactly what this page shows: from its first to its last, as they were worded then."""
    ready = [one for one in shown if one.words]
    mark = max(one.worded_at for one in ready)
    text = look.t("wish-hang-all", count=len(ready))
    return [button(text, "wish.hang-all", it.id, shown[0].id, shown[-1].id, mark)]


async def _circles(look: Look, it: Festival, person_id: int) -> Card:
    """On duty for wishes first, then whatever other circle there is around."""
    t, read = look.t, look.read
    on_duty = [one for one, _ in await read.circles.on_duty_for("wish", it.place_id)]
    around = [one for place in await shared.tops(read, person_id) for one in await read.circles.at_or_below(place.id)]
    every = list({one.id: one for one in (*on_duty, *around)}.values())
    rows = [[button(label(f"👥 {one.name}"), "festival.pass", it.id, one.id)] for one in every[:MOST_CIRCLES]]
    line = t("festival-circles") if every else t("festival-circles-none")
    return card([line], *rows, [button(t("back"), "festival.open", it.id)])
