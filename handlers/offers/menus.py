"""The living menu of offering: where to begin, common things by button, a date, the shelf, whom to recommend."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import medicines
from bot.domain.matching import Good
from bot.domain.medicines import Entry
from bot.i18n import bold
from handlers import lists, medicine, where
from handlers.cards import Card, Look, button, card, label
from handlers.matches import GOODS
from handlers.offers import recommending, shelf
from handlers.offers.shared import ICONS

ROWS = 4
"""Rows of names a page."""

SHORT = 12
"""UTF-8 bytes of a name that fits into a third of a telephone's width: four characters."""
COMMON_MEDICINES = 24


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "kind":
        return await _kind(look, rest[0], int(rest[1]))
    if path == "expiry":
        return _expiry(look, rest[0], int(rest[1]))
    if path == "shelf":
        return await shelf.draw(look, number, rest[0], int(rest[1]))
    if path == "recommend":
        return await recommending.draw(look, number, rest)
    return await _home(look, number)


async def _home(look: Look, person_id: int) -> Card:
    """What would you like to help with? Kinds, the shelf, mine, and whether I may be asked first."""
    t, yes = look.t, await look.read.offers.willing(person_id)
    mine = await look.read.offers.mine(person_id)
    kinds = [button(f"{ICONS[kind]} {t(f'offer-kind-{kind}')}", "offers.kind", kind) for kind in ICONS]
    mark = "✅ " if yes else "⬜ "
    return card(
        [
            bold(t("offer-what")),
            t("offer-what-how"),
            t("offer-nobody-sees"),
            "",
            t("offer-willing", on="yes" if yes else "no"),
        ],
        kinds[:2],
        kinds[2:],
        [button(mark + t("offer-willing-key"), "offers.willing", "off" if yes else "on")],
        [button(t("shelf-key"), "offers.shelf"), button(t("recommend-key"), "offers.recommend")],
        [button(t("offer-mine-key", count=len(mine)), "menu.mine", 1)] if mine else [],
    )


async def _kind(look: Look, kind: str, page: int) -> Card:
    t = look.t
    every = await _common(look, kind)
    named = [(one.name(t.lang), one.key) for one in every]
    columns = 3 if all(len(name.encode()) <= SHORT for name, _ in named) else 2
    shown, at_page, pages = lists.page_of(named, page, columns * ROWS)
    keys = [button(label(name), "offers.good", kind, key) for name, key in shown]
    return card(
        [bold(t(f"offer-which-{kind}")), t("offer-or-say")],
        *(keys[at : at + columns] for at in range(0, len(keys), columns)),
        lists.turner("offers.kind", at_page, pages, kind),
        [button(t("back"), "offers.home")],
    )


async def _common(look: Look, kind: str) -> Sequence[Good] | Sequence[Entry]:
    """What neighbours often have or know, most of all first."""
    if kind == "medicine":
        return list((await medicine.lists(look.read)).entries.values())[:COMMON_MEDICINES]
    return GOODS.things if kind == "thing" else GOODS.skills


def _expiry(look: Look, number: str, year: int) -> Card:
    t, now = look.t, medicine.today(look)
    if not year:
        years = range(now.year, now.year + medicines.YEARS)
        keys = [button(str(one), "offer.expiry", number, one) for one in years]
        return card(
            [bold(t("medicine-ask-year", known="yes"))], *where.row(keys), [button(t("back"), "offer.open", number)]
        )
    first = now.month if year == now.year else 1
    months = [button(t("medicine-month-key", month=one), "offer.month", number, year, one) for one in range(first, 13)]
    back = [button(t("back"), "offer.expiry", number)]
    return card([bold(t("medicine-ask-month", known="yes"))], *where.row(months), back)
