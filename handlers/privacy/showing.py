"""The page behind /privacy: what is kept, why, how long, who runs this bot and how to reach them."""

from __future__ import annotations

import re

from bot.domain.people import Person
from bot.domain.rules import RuleError
from bot.i18n import bold
from handlers import names, when
from handlers.cards import Button, Card, Look, button, card
from handlers.context import TITLES, Context
from handlers.doors import always, opens, presses, says
from handlers.privacy import agreeing, leaving
from handlers.privacy.keeping import STRANGERS, STRANGERS_DAYS, days, keeps

MOST_KINDS = 30


@says("privacy", "隐私", english=("privacy",), on_card=True)
@always
async def privacy(ctx: Context) -> None:
    if not ctx.room.is_private:
        return await in_private(ctx, "privacy-in-group")
    return await ctx.menu("home", kind="privacy")


@opens("privacy")
@always
async def from_group(ctx: Context) -> None:
    await privacy(ctx)


async def in_private(ctx: Context, key: str) -> None:
    """In a group: one sentence and the way into the private chat."""
    url = ctx.house.link(ctx.house.signed("privacy", 0))
    await ctx.say(ctx.t(key), keyboard={"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]})


@presses("privacy.open")
@always
async def from_mine(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.menu("home", kind="privacy")


@presses("privacy.see")
@always
async def turn(ctx: Context) -> None:
    page = ctx.way.values[0] if ctx.way.values else ""
    if page not in ("home", "keeps", "consents", "forget", "report", "keep-off"):
        raise RuleError("button-is-old")
    if page == "report" and "steward" not in await ctx.powers(ctx.person.id):
        raise RuleError("steward-only")
    await ctx.menu(page, kind="privacy")


async def draw(look: Look, number: int, view: str) -> Card | None:
    person = await look.read.people.get(number)
    if view == "keeps":
        return _keeps(look)
    if view == "consents":
        return await agreeing.consents(look, person)
    if view == "keep-off":
        return agreeing.keep_off(look)
    if view == "forget":
        return await leaving.draw(look, person)
    if view == "report" and await _is_steward(look, person):
        return await _report(look)
    if view.startswith("forget."):
        return await leaving.draw_for(look, int(view.partition(".")[2]))
    if view.startswith("family."):
        return await agreeing.family_page(look, person, int(view.partition(".")[2]))
    return await _home(look, person)


async def _home(look: Look, person: Person) -> Card:
    t = look.t
    named = [await names.named(look.read, look.house, t, one) for one in await look.read.offices.holders("steward")]
    who = t("privacy-list-comma").join(named) or t("privacy-nobody")
    report = [button(t("privacy-report"), "privacy.see", "report")] if await _is_steward(look, person) else []
    return card(
        [
            bold(t("privacy-title")), "", t("privacy-what"), t("privacy-why"),
            t("privacy-who", community=look.house.name, stewards=who), t("privacy-read"), t("privacy-abroad"),
        ],
        [button(t("privacy-copy"), "privacy.copy"), button(t("privacy-forget"), "privacy.see", "forget")],
        [button(t("privacy-consents"), "privacy.see", "consents"), button(t("privacy-keeps"), "privacy.see", "keeps")],
        [button(t("privacy-letter"), "letter.write"), *report],
    )  # fmt: skip


async def _is_steward(look: Look, person: Person) -> bool:
    titles = await look.read.offices.titles_at_or_above(person.id, (await look.read.places.root()).id)
    return any("steward" in TITLES[title].powers for title in titles if title in TITLES)


def _keeps(look: Look) -> Card:
    """How long what is kept, from what every feature says of itself."""
    t = look.t
    lines = [f"• {sentence}" for sentence in _sentences(look).values()]
    return card([bold(t("privacy-keeps-title")), "", *lines, "", t("privacy-keeps-rest")], back(look))


def _sentences(look: Look) -> dict[str, str]:
    """What is kept, and how long and why, by its key."""
    kept = {key: days(look.house, keep) for key, keep in keeps(look.house).items()}
    return {key: look.t(f"keep-{key}", days=many) for key, many in (kept | {STRANGERS: STRANGERS_DAYS}).items()}


def _kinds(look: Look) -> dict[str, str]:
    """The beginning of those sentences: what it is."""
    return {key: re.split("[:：]", sentence)[0] for key, sentence in _sentences(look).items()}


async def _report(look: Look) -> Card:
    """Numbers only: how much there is, since when, and what went last night."""
    t = look.t
    held = await look.read.privacy.held()
    lines = [
        t("privacy-report-line", what=_table(look, one.table), rows=one.rows, oldest=_day(look, one.oldest))
        for one in held[:MOST_KINDS]
    ]
    gone = await look.read.privacy.was_let_go()
    last = max((at for at, _ in gone.values()), default=None)
    went = [
        t("privacy-report-gone", what=what, rows=gone[key][1])
        for key, what in _kinds(look).items()
        if key in gone and gone[key][1]
    ]
    title = (
        t("privacy-report-night", at=when.spoken(t, look.house, last, look.at)) if last else t("privacy-report-not-yet")
    )
    return card([bold(t("privacy-report-title")), "", *lines, "", title, *went], back(look))


def _table(look: Look, table: str) -> str:
    name = table.replace("_", "-")
    return look.t(f"table-{name}") if look.t.has(f"table-{name}") else table


def _day(look: Look, at: int | None) -> str:
    return f"{look.house.local(at):%Y-%m-%d}" if at else "none"


def back(look: Look) -> list[Button]:
    return [button(look.t("privacy-back"), "privacy.see", "home")]
