"""The living menu of the private chat: what is mine, what waits for me, and what plain words may have meant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.domain.people import Person
from bot.i18n import LANGUAGES, Html, bold, words
from handlers import danger, home, lists, names, questions
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context
from handlers.doors import DOORS, answers, presses, says
from handlers.features import Line
from handlers.people import settings
from handlers.people.start import open_private
from handlers.questions import Kept

FEW = 4
"""Lines on a page in simple mode."""


@says("me", "我的", english=("mine", "me"))
async def me(ctx: Context) -> None:
    await _in_private(ctx, "mine.1")


@presses("menu.mine")
async def turn_page(ctx: Context) -> None:
    await ctx.menu(f"mine.{ctx.number}")


@says("todo", "待办", english=("to do", "todo"), on_card=True)
async def todo(ctx: Context) -> None:
    await _in_private(ctx, "todo.1")


@presses("menu.todo")
async def turn_todo(ctx: Context) -> None:
    await ctx.menu(f"todo.{ctx.number}")


async def _in_private(ctx: Context, path: str) -> None:
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("only-in-private"), keyboard=open_private(ctx))
    return await ctx.menu(path)


@answers(questions.PLAIN)
async def plain(ctx: Context) -> None:
    """Words, pictures and voices in private that fit no door are kept while we ask what they are."""
    media, values = ctx.media, ctx.way.values
    if not ctx.text and media is None:
        return await home.put_down(ctx, ctx.t("plain-nothing"))
    if ctx.text and await danger.heard(ctx, ctx.text):
        return await _goes_on(ctx)
    before = Kept.read(values[0]) if values else None
    if before and before.is_of_album(media) and media:  # one question for all the pictures of an album
        return await questions.keep(ctx, Kept(before.text or ctx.text[:1000], (*before.media, media)))
    await questions.keep(ctx, Kept(ctx.text[:1000], (media,) if media else ()))
    return await ctx.menu("plain.media" if media else "plain")


async def _goes_on(ctx: Context) -> None:
    """What is a fault as well as a danger is a report right below the numbers; its words were kept."""
    if danger.is_fault(ctx.text):
        await DOORS.presses["plain", "report"](ctx)


@presses("plain.never-mind")
async def never_mind(ctx: Context) -> None:
    await questions.kept(ctx)
    await ctx.menu("mine.1")


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The menu's pages by their path: `mine.2` is the second page of what is mine."""
    path, _, rest = view.partition(".")
    return await PAGES[path](look, await look.read.people.get(number), rest)


async def _language(look: Look, person: Person, rest: str) -> Card:
    row = [button(words(lang)("language-name"), "language.set", lang) for lang in LANGUAGES]
    return card([look.t("language-which")], row)


async def _plain(look: Look, person: Person, rest: str) -> Card:
    asked = look.t("plain-media").splitlines() if rest == "media" else [look.t("plain-what")]
    every = [
        *home.choices(look.house.features, look.t, "plain"),
        button(look.t("plain-never-mind"), "plain.never-mind"),
    ]
    return card(asked, *(every[at : at + 2] for at in range(0, len(every), 2)))


@dataclass(frozen=True)
class Mine:
    """A line of 我的 and the heading it stands under."""

    heading: str
    line: Line


async def _mine(look: Look, person: Person, rest: str) -> Card:
    """Who I am here, and what I have going on; of whom I speak for, while I speak for somebody."""
    for_id, until = await look.read.acting.acts_for(person.id)
    whose = await look.read.people.get(for_id) if for_id and until > look.at else person
    every = await _sections(look, whose)
    whom = [look.t("mine-of", who=await names.who(look.read, look.house, look.t, whose.id))] if whose != person else []
    shown, at_page, pages = lists.page_of(every, _page(rest), FEW if person.simple else lists.PER_PAGE)
    rows = [*_rows([one.line for one in shown]), lists.turner("menu.mine", at_page, pages)]
    in_office = whose == person and await look.read.offices.of(person.id)
    waits = await home.todo(look, person) if in_office else []
    nothing = not waits and not any(one.heading != look.t("mine-here") for one in every)
    empty = ["", look.t("mine-empty"), look.t("mine-empty-try")] if nothing and every else []
    empty = [look.t("mine-empty"), look.t("mine-empty-try")] if not every else empty
    ask = home.choices(look.house.features, look.t, "start") if nothing else []
    me = home.choices(look.house.features, look.t, "me")
    last = [ask, *(me[at : at + 2] for at in range(0, len(me), 2))]
    hand, turn = _in_hand(look, len(waits))
    return card([*whom, *_under_headings(list(shown)), *empty, *hand], *turn, *rows, *last)


def _in_hand(look: Look, count: int) -> tuple[list[str | Html], list[list[Button]]]:
    """How much waits for this person's hand, and the way there."""
    if not count:
        return [], []
    return ["", bold(look.t("todo-title", count=count))], [[button(look.t("key-todo"), "menu.todo", 1)]]


async def _sections(look: Look, whose: Person) -> list[Mine]:
    """Every line of every feature under its heading."""
    features, t = look.house.features, look.t
    about = [line for one in features if one.about for line in await one.about(look, whose)]
    things = [line for one in features if one.mine for line in await one.mine(look, whose)]
    return [*(Mine(t("mine-here"), line) for line in about),
            *(Mine(t("mine-title", count=len(things)), line) for line in things)]  # fmt: skip


def _under_headings(shown: list[Mine]) -> list[str]:
    lines: list[str] = []
    for heading in dict.fromkeys(one.heading for one in shown):
        lines += ["", bold(heading), "", *(one.line.text for one in shown if one.heading == heading)]
    return lines[1:]


async def _todo(look: Look, person: Person, rest: str) -> Card:
    every = await home.todo(look, person)
    if not every:
        return card([look.t("todo-empty")], [button(look.t("key-mine"), "menu.mine", 1)])
    shown, at_page, pages = lists.page_of(every, _page(rest), FEW if person.simple else lists.PER_PAGE)
    lines = [bold(look.t("todo-title", count=len(every))), "", *(line.text for line in shown)]
    return card(lines, *_rows(shown), lists.turner("menu.todo", at_page, pages))


def _rows(lines: Sequence[Line]) -> list[list[Button]]:
    return [[line.button] for line in lines]


def _page(rest: str) -> int:
    return int(rest) if rest.isdecimal() else 1


PAGES: dict[str, Callable[[Look, Person, str], Awaitable[Card]]] = {
    "plain": _plain,
    "language": _language,
    "mine": _mine,
    "todo": _todo,
    "settings": settings.draw,
    "quiet": settings.draw_quiet,
    "mutes": settings.draw_mutes,
}
