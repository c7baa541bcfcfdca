"""Settings: language, a night of one's own, who may wake me, what need not be told, and simple mode."""

from __future__ import annotations

from datetime import time

from bot.domain import quiet
from bot.domain.people import Person
from bot.domain.rules import RuleError
from bot.i18n import bold, words
from handlers import home, lists
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context
from handlers.doors import presses, says
from handlers.people.start import open_private

FROM, TO = (20, 21, 22, 23, 0), (5, 6, 7, 8, 9)
"""Local hours that the buttons offer for the beginning and the end of a night."""

OFF = ("off", "no", "关", "关掉", "不用", "不要")
USUAL = ("跟小区一样", "usual", *OFF)


@says("settings", "设置", english=("settings",), on_card=True)
async def settings(ctx: Context) -> None:
    await _turn(ctx, "settings")


@presses("menu.settings")
async def settings_pressed(ctx: Context) -> None:
    await ctx.menu("settings")


async def _turn(ctx: Context, path: str) -> None:
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("only-in-private"), keyboard=open_private(ctx))
    return await ctx.menu(path)


@says("quiet", "安静", "别响", "晚上别响", english=("quiet", "night from"), on_card=True)
async def quiet_hours(ctx: Context) -> None:
    """`安静 晚上11点到早上6点` sets it; without a time, buttons do."""
    if not ctx.text or not ctx.room.is_private:
        return await _turn(ctx, "quiet")
    if ctx.text.lower() in USUAL:
        return await _sleeps(ctx, None)
    night = quiet.read_night(ctx.text)
    if night is None:
        raise RuleError("quiet-not-understood")
    return await _sleeps(ctx, night)


@presses("menu.quiet")
async def quiet_pressed(ctx: Context) -> None:
    await ctx.menu("quiet")


@presses("quiet.from")
async def quiet_from(ctx: Context) -> None:
    """The beginning is chosen; the end comes next."""
    await ctx.menu(f"quiet.{_hour(ctx, 0)}")


@presses("quiet.to")
async def quiet_to(ctx: Context) -> None:
    await _sleeps(ctx, (time(_hour(ctx, 0)), time(_hour(ctx, 1))))
    await ctx.menu("settings")


@presses("quiet.usual")
async def quiet_usual(ctx: Context) -> None:
    await _sleeps(ctx, None)
    await ctx.menu("settings")


def _hour(ctx: Context, at: int) -> int:
    value = ctx.way.values[at] if len(ctx.way.values) > at else ""
    if value not in {str(hour) for hour in (*FROM, *TO)}:
        raise RuleError("button-is-old")
    return int(value)


async def _sleeps(ctx: Context, night: tuple[time, time] | None) -> None:
    if night and night[0] == night[1]:
        raise RuleError("quiet-not-understood")
    await ctx.tx.people.sleeps(ctx.person.id, night)
    start, end = night or (ctx.house.hours.night_from, ctx.house.hours.night_to)
    ctx.answer(ctx.t("quiet-set", start=_clock(start), end=_clock(end)), alert=True)


def _clock(clock: time) -> str:
    return f"{clock:%H:%M}"


@says("night", "夜里可以叫我", english=("wake me",), on_card=True)
async def night(ctx: Context) -> None:
    await _woken(ctx, ctx.text.lower() not in OFF)


@says("nonight", "夜里别叫我", english=("do not wake me", "don't wake me"), on_card=True)
async def no_night(ctx: Context) -> None:
    await _woken(ctx, False)


@presses("settings.night")
async def night_pressed(ctx: Context) -> None:
    await _woken(ctx, _on(ctx, 0))
    await ctx.menu("settings")


async def _woken(ctx: Context, yes: bool) -> None:
    await ctx.tx.people.may_be_woken(ctx.person.id, yes)
    ctx.answer(ctx.t("night-on" if yes else "night-off"), alert=True)


@says("simple", "简单一点", "简单点", english=("simple", "simpler"), on_card=True)
async def simple(ctx: Context) -> None:
    """Simple, and by the same word back again."""
    await _simple(ctx, ctx.text.lower() not in OFF and not ctx.person.simple)


@presses("settings.simple")
async def simple_pressed(ctx: Context) -> None:
    await _simple(ctx, _on(ctx, 0))
    await ctx.menu("settings")


async def _simple(ctx: Context, yes: bool) -> None:
    await ctx.tx.people.wants_simple(ctx.person.id, yes)
    if not ctx.room.is_private:
        return ctx.answer(ctx.t("simple-on" if yes else "simple-off"))
    return await home.put_down(ctx, ctx.t("simple-on" if yes else "simple-off"))


@says("mute", "静音", "不用告诉我", english=("mute",), on_card=True)
async def mute(ctx: Context) -> None:
    await _turn(ctx, "mutes.1")


@presses("menu.mutes")
async def mutes_pressed(ctx: Context) -> None:
    await ctx.menu(f"mutes.{ctx.number}")


@presses("mute.set")
async def mute_set(ctx: Context) -> None:
    """`mute_set_<kind>_<on|off>_<page>`; only what a feature says may be muted."""
    chosen = [kind for kind in _mutable(ctx) if ctx.way.values[:1] == (kind.replace(".", "-"),)]
    if not chosen:
        raise RuleError("button-is-old")
    told = not _on(ctx, 1)
    await (ctx.tx.people.unmute if told else ctx.tx.people.mute)(ctx.person.id, chosen[0])
    what = ctx.t(f"mute-{chosen[0].replace('.', '-')}")
    ctx.answer(ctx.t("muted-off" if told else "muted-on", what=what), alert=True)
    page = ctx.way.values[2] if len(ctx.way.values) > 2 and ctx.way.values[2].isdecimal() else "1"
    await ctx.menu(f"mutes.{page[:4]}")


def _mutable(at: Context | Look) -> list[str]:
    return [kind for feature in at.house.features for kind in feature.mutable]


def _on(ctx: Context, at: int) -> bool:
    """The switch as the button says it; whoever presses twice has it as they saw it."""
    value = ctx.way.values[at] if len(ctx.way.values) > at else ""
    if value not in ("on", "off"):
        raise RuleError("button-is-old")
    return value == "on"


async def draw(look: Look, person: Person, rest: str) -> Card:
    t, hours = look.t, person.hours(look.house.hours)
    muted = len(await look.read.people.muted(person.id) & set(_mutable(look)))
    own, wakes, simple = person.quiet is not None, person.night_ok, person.simple
    lines = [
        bold(t("settings-title")),
        "",
        t("settings-language", language=words(person.language or look.house.language)("language-name")),
        t("settings-quiet", start=_clock(hours.night_from), end=_clock(hours.night_to), own="yes" if own else "no"),
        t("settings-night", on="yes" if wakes else "no"),
        t("settings-muted", count=muted) if not simple else None,
        t("settings-simple", on="yes" if simple else "no"),
    ]
    more = [button(t("settings-mutes-button"), "menu.mutes", 1)] if not simple else []
    return card(
        lines,
        [button(t("settings-language-button"), "menu.language"), button(t("settings-quiet-button"), "menu.quiet")],
        [_switch(t("settings-night-button"), "settings.night", on=wakes)],
        more,
        [_switch(t("settings-simple-button"), "settings.simple", on=simple)],
        *([one] for one in home.choices(look.house.features, t, "settings") if not simple),
    )


def _switch(label: str, door: str, *values: object, on: bool) -> Button:
    """A switch shows how it stands, and turns."""
    return button(("✅ " if on else "⬜ ") + label, door, *values, "off" if on else "on")


async def draw_quiet(look: Look, person: Person, rest: str) -> Card:
    """First when the night begins, then when it ends."""
    t, hours = look.t, look.house.hours
    if rest:
        ends = [button(f"{hour}:00", "quiet.to", rest, hour) for hour in TO]
        return card([t("quiet-until", start=f"{int(rest):02}:00")], ends, [button(t("back"), "menu.quiet")])
    begins = [button(f"{hour or 24}:00", "quiet.from", hour) for hour in FROM]
    usual = t("quiet-usual-button", start=_clock(hours.night_from), end=_clock(hours.night_to))
    last = [[button(usual, "quiet.usual")], [button(t("back"), "menu.settings")]]
    return card([t("quiet-since"), t("quiet-what")], begins, *last)


async def draw_mutes(look: Look, person: Person, rest: str) -> Card:
    """Every kind of news with its switch: ✅ is told."""
    t, muted = look.t, await look.read.people.muted(person.id)
    shown, page, pages = lists.page_of(_mutable(look), int(rest) if rest.isdecimal() else 1)
    rows = [[_kind(look, kind, kind in muted, page)] for kind in shown]
    return card(
        [bold(t("mutes-title")), t("mutes-how"), t("mutes-never")],
        *rows,
        lists.turner("menu.mutes", page, pages),
        [button(t("back"), "menu.settings")],
    )


def _kind(look: Look, kind: str, muted: bool, page: int) -> Button:
    name = kind.replace(".", "-")
    label = ("⬜ " if muted else "✅ ") + look.t(f"mute-{name}")
    return button(label, "mute.set", name, "off" if muted else "on", page)
