"""The first hello and every later one, help, the group's language, and the steward's claim."""

from __future__ import annotations

import time

from bot.domain.rules import RuleError
from bot.i18n import LANGUAGES, bold, words
from handlers import home, names
from handlers.cards import Look
from handlers.context import Context, later
from handlers.doors import opens, presses, says

CLAIM_HOURS = 24


@says("start", "开始", english=("start", "hello", "hi"))
async def start(ctx: Context) -> None:
    """By what we know: a stranger reads what to do first, a resident their home, an office-holder what waits."""
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("start-in-private"), keyboard=open_private(ctx))
    waiting = await _waiting(ctx)
    await home.put_down(ctx, *await greeting(ctx), *([ctx.t("start-waiting", count=waiting)] if waiting else []))
    if waiting:
        await ctx.menu("todo.1")
    elif not await ctx.tx.residents.home(ctx.person.id):
        await _what_first(ctx)
    return None


async def _waiting(ctx: Context) -> int:
    """How many things wait for the hand of somebody in office."""
    if await home.standing(ctx.tx, ctx.person.id) == "everybody":
        return 0
    look = Look(ctx.tx, ctx.room, ctx.t, ctx.house, ctx.now)
    return len(await home.todo(look, ctx.person))


async def _what_first(ctx: Context) -> None:
    """A stranger: first the matter, then the form."""
    for feature in ctx.house.features:
        if feature.greets:
            await feature.greets(ctx)


async def greeting(ctx: Context) -> list[str]:
    lives = await ctx.tx.residents.home(ctx.person.id)
    where = (await ctx.places()).code(lives) or (await ctx.tx.places.get(lives)).name if lives else None
    what = "start-what-simple" if ctx.person.simple else "start-what"
    at_home = ctx.t("start-home", home=where) if where else None
    return [bold(ctx.t("start-hello", name=ctx.person.name)), *([at_home] if at_home else []), "",
            *ctx.t(what).splitlines()]  # fmt: skip


@says("help", "帮助", "怎么用", english=("help",))
async def help_(ctx: Context) -> None:
    if not ctx.room.is_private:
        return await ctx.say(
            *ctx.t("help-group", bot=ctx.house.username).splitlines(),
            *await _whom_to_ask(ctx),
            keyboard=open_private(ctx),
        )
    stands = await home.standing(ctx.tx, ctx.person.id)
    shown = home.keys(ctx.house.features, stands, ctx.person.simple)
    more = [] if ctx.person.simple else [*ctx.t("help-more").splitlines(), *_for_office(ctx, stands)]
    lines = [*(ctx.t(f"help-{key}") for key in shown), *more, "", *await _whom_to_ask(ctx)]
    return await home.put_down(ctx, ctx.t("help-title"), "", *lines)


def _for_office(ctx: Context, stands: str) -> list[str]:
    """What an office lets somebody type."""
    scopes = home.STANDINGS[1 : home.STANDINGS.index(stands) + 1]
    menu = home.commands(ctx.house.features, ctx.t, *scopes)
    return ["", *(f"/{one['command']} · {one['description']}" for one in menu)] if menu else []


async def _whom_to_ask(ctx: Context) -> list[str]:
    """People to ask in person: the steward by name, or whoever stands nearby."""
    holders = [await ctx.tx.people.get(one) for one in await ctx.tx.offices.holders("steward")]
    known = [one.id for one in holders if not (one.retired or one.blocked) and one.id != ctx.person.id]
    if not known:
        return [ctx.t("help-ask-nearby")]
    return [ctx.t("help-ask-steward", who=await names.named(ctx.tx, ctx.house, ctx.t, known[0]))]


@opens("room")
async def comes_from_room(ctx: Context) -> None:
    """Came by the button of a group's hello: known in that group from now on."""
    if ctx.is_proved_lately:
        await ctx.tx.rooms.joins(ctx.number, ctx.person.id)
    await start(ctx)


@says("language", "语言", english=("language",))
async def language(ctx: Context) -> None:
    """In private one's own; in a group the group's, by the steward."""
    chosen = {"zh": "zh", "中文": "zh", "en": "en", "english": "en"}.get(ctx.text.lower())
    if ctx.room.is_private:
        return await (_speaks(ctx, chosen) if chosen else ctx.menu("language"))
    await _steward_only(ctx)
    if chosen is None:
        return await ctx.say(ctx.t("language-group-how", bot=ctx.house.username))
    await ctx.tx.rooms.speaks(ctx.room.chat_id, chosen)
    await ctx.redraw_board(room_id=ctx.room.id)
    return await ctx.say(words(chosen)("language-set"))


@presses("menu.language")
async def language_pressed(ctx: Context) -> None:
    await ctx.menu("language")


@presses("language.set")
async def speak(ctx: Context) -> None:
    chosen = ctx.way.values[0] if ctx.way.values else ""
    if chosen not in LANGUAGES:
        raise RuleError("button-is-old")
    await _speaks(ctx, chosen)
    await ctx.menu("language")


async def _speaks(ctx: Context, chosen: str) -> None:
    """From now on in this language, the big buttons, too."""
    await ctx.tx.people.speaks(ctx.person.id, chosen)
    ctx.t = words(chosen)
    ctx.answer(ctx.t("language-set"))
    await home.put_down(ctx, *await greeting(ctx))
    await home.keep_up(ctx, ctx.person.id)


async def _steward_only(ctx: Context) -> None:
    root = await ctx.tx.places.root()
    if "steward" not in await ctx.tx.offices.titles_at_or_above(ctx.person.id, root.id):
        raise RuleError("steward-only")


@opens("claim")
async def claim(ctx: Context) -> None:
    """The link that `linli claim` prints makes its first opener the steward; it works once, for a day."""
    if not ctx.is_proved or int(ctx.way.values[0], 36) < ctx.now:
        raise RuleError("claim-too-old")
    if not await ctx.tx.house.once(f"claim_{ctx.way.values[0]}", "used"):
        raise RuleError("claim-used")
    root = await ctx.tx.places.root()
    if "steward" not in await ctx.tx.offices.titles_at_or_above(ctx.person.id, root.id):
        await ctx.tx.offices.appoint(ctx.person.id, "steward", root.id, None, ctx.now)
        await ctx.write_down("office.claimed", f"person_{ctx.person.id}", root.id)
    await home.put_down(ctx, ctx.t("claim-done", community=ctx.house.name), "", ctx.t("claim-next"))
    await home.keep_up(ctx, ctx.person.id)


def claim_value(now: float | None = None) -> str:
    """The moment until which a claim link works, in base 36."""
    moment, digits = later(int(now or time.time()), hours=CLAIM_HOURS), ""
    while moment:
        moment, digit = divmod(moment, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def open_private(ctx: Context) -> dict[str, object]:
    url = ctx.house.link(ctx.house.signed_today("room", ctx.room.id, ctx.now))
    return {"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]}
