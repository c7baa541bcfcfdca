"""People: a first hello, what I have going on, my language, and the steward's claim."""

from __future__ import annotations

import time
from itertools import chain

from bot.domain.rules import RuleError
from bot.i18n import LANGUAGES, Words, bold, words
from handlers import lists
from handlers.cards import Card, Look, button, card
from handlers.context import Context, later
from handlers.doors import answers, opens, presses, says
from handlers.features import Feature, Line
from storage import codes, offices, questions, residents, rooms
from storage import people as stored

CLAIM_HOURS = 24


@says("start", "开始", english=("start", "hello", "hi"))
async def start(ctx: Context) -> None:
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("start-in-private"), keyboard=open_private(ctx))
    await ctx.say(*greeting(ctx), keyboard=keyboard(ctx.t))
    return None


@says("help", "帮助", "怎么用", english=("help",))
async def help_(ctx: Context) -> None:
    if ctx.room.is_private:
        await ctx.say(ctx.t("help-title"), "", *ctx.t("help-private").splitlines(), keyboard=keyboard(ctx.t))
    else:
        await ctx.say(*ctx.t("help-group", bot=ctx.house.username).splitlines(), keyboard=open_private(ctx))


@opens("room")
async def comes_from_room(ctx: Context) -> None:
    """Came by the button of a group's hello: known in that group from now on."""
    if ctx.is_proved_lately:
        await ctx.tx.rooms.joins(ctx.number, ctx.person.id)
    await start(ctx)


@says("me", "我的", english=("mine", "me"))
async def me(ctx: Context) -> None:
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("only-in-private"), keyboard=open_private(ctx))
    return await ctx.menu("mine.1")


@presses("menu.mine")
async def turn_page(ctx: Context) -> None:
    await ctx.menu(f"mine.{ctx.number}")


@says("language", "语言", english=("language",))
async def language(ctx: Context) -> None:
    """In private one's own; in a group the group's, by the steward."""
    if ctx.room.is_private:
        return await ctx.menu("language")
    await _steward_only(ctx)
    chosen = {"zh": "zh", "中文": "zh", "en": "en", "english": "en"}.get(ctx.text.lower())
    if chosen is None:
        return await ctx.say(ctx.t("language-group-how", bot=ctx.house.username))
    await ctx.tx.rooms.speaks(ctx.room.chat_id, chosen)
    return await ctx.say(words(chosen)("language-set"))


@presses("language.set")
async def speak(ctx: Context) -> None:
    chosen = ctx.way.values[0] if ctx.way.values else ""
    if chosen not in LANGUAGES:
        raise RuleError("button-is-old")
    await ctx.tx.people.speaks(ctx.person.id, chosen)
    ctx.t = words(chosen)
    ctx.answer(ctx.t("language-set"))
    await ctx.say(*greeting(ctx), keyboard=keyboard(ctx.t))
    await ctx.menu("language")


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
    await ctx.say(ctx.t("claim-done", community=ctx.house.name), "", ctx.t("claim-next"), keyboard=keyboard(ctx.t))


def claim_value(now: float | None = None) -> str:
    """The moment until which a claim link works, in base 36."""
    moment, digits = later(int(now or time.time()), hours=CLAIM_HOURS), ""
    while moment:
        moment, digit = divmod(moment, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


@answers("plain")
async def plain(ctx: Context) -> None:
    """Words in private that fit no door are kept while we ask what they are."""
    if not ctx.text:
        return await ctx.say(ctx.t("plain-no-words"), keyboard=keyboard(ctx.t))
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "plain", ctx.text[:1000], later(ctx.now, hours=24))
    return await ctx.menu("plain")


@presses("plain.never-mind")
async def never_mind(ctx: Context) -> None:
    kept = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if kept and kept.door == "plain":
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.menu("mine.1")


async def _steward_only(ctx: Context) -> None:
    root = await ctx.tx.places.root()
    if "steward" not in await ctx.tx.offices.titles_at_or_above(ctx.person.id, root.id):
        raise RuleError("steward-only")


def greeting(ctx: Context) -> list[str]:
    return [bold(ctx.t("start-hello", name=ctx.person.name)), "", *ctx.t("start-what").splitlines()]


def keyboard(t: Words) -> dict[str, object]:
    """The big buttons at the bottom of the private chat."""
    keys = [[{"text": t("key-ask")}, {"text": t("key-mine")}], [{"text": t("key-help")}]]
    return {"keyboard": keys, "resize_keyboard": True, "is_persistent": True}


def open_private(ctx: Context) -> dict[str, object]:
    url = ctx.house.link(ctx.house.signed_today("room", ctx.room.id, ctx.now))
    return {"inline_keyboard": [[{"text": ctx.t("open-private"), "url": url}]]}


async def draw_menu(look: Look, number: int, view: str) -> Card | None:
    """The living menu: `mine.2` is its second page."""
    t, (path, _, page) = look.t, view.partition(".")
    if path == "language":
        row = [button(words(lang)("language-name"), "language.set", lang) for lang in LANGUAGES]
        return card([t("language-which")], row)
    if path == "plain":
        ask = button(t("key-ask"), "plain.ask")
        return card([t("plain-what")], [ask, button(t("plain-never-mind"), "plain.never-mind")])
    person = await look.read.people.get(number)
    every = [await feature.mine(look, person) for feature in look.house.features if feature.mine]
    lines: list[Line] = list(chain.from_iterable(every))
    if not lines:
        return card([t("mine-empty"), t("mine-empty-try")], [button(t("key-ask"), "ask.new")])
    shown, at_page, pages = lists.page_of(lines, int(page or 1))
    return card(
        [bold(t("mine-title", count=len(lines))), "", *(line.text for line in shown)],
        *([line.button] for line in shown),
        lists.turner("menu.mine", at_page, pages),
    )


FEATURE = Feature(
    "people",
    cards={"menu": draw_menu},
    traces=[
        *stored.TRACES,
        *residents.TRACES,
        *offices.TRACES,
        *codes.TRACES,
        *rooms.TRACES,
        *questions.TRACES,
    ],
)
