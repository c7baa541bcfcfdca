"""工单: mine, my places', the groups'; by state, and found by number, place or word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.domain import places, titles
from bot.domain.people import Person
from bot.domain.rules import RuleError
from bot.domain.text import cut, utf16
from bot.domain.tickets import OPEN, OVER, Ticket
from bot.i18n import Html, bold
from handlers import lists, names, questions, when
from handlers.cards import Button, Card, Look, Rows, button, card
from handlers.context import TITLES, Context, later
from handlers.doors import answers, presses, says
from handlers.tickets import exports, groupcards, stuck
from handlers.tickets.shared import category_of, due_of, name_of, oversees, visible
from storage.database import Read
from storage.tickets import Wanted

KIND = "tickets"
LONGEST = 60
FOUND_MINUTES = 10
"""How long words that were sought are kept for turning the pages."""

SCOPES = ("mine", "places", "shown")
FILTERS: dict[str, tuple[str, ...]] = {
    "open": OPEN, "new": ("new",), "taken": ("taken",), "waiting": ("waiting",), "late": ("new", "taken"), "over": OVER,
}  # fmt: skip

FIND = "ticket.find"


@says("tickets", "工单", "报事记录", english=("tickets",))
async def tickets(ctx: Context) -> None:
    """With a number its card, with other words what they find; without any what is nearest to this person."""
    if not ctx.room.is_private:
        raise RuleError("ticket-list-private")
    if ctx.text:
        return await _find(ctx, ctx.text)
    scope = "places" if await places_of(ctx.tx, ctx.person.id) else "mine"
    return await ctx.menu(f"{scope}.open.1", KIND)


@presses("ticket.list")
async def turn(ctx: Context) -> None:
    """`ticket_list_places_late_2`"""
    scope, which, page = ctx.values(3)
    if scope not in (*SCOPES, "find", "stuck") or which not in FILTERS or not page.isdecimal() or len(page) > 6:
        raise RuleError("button-is-old")
    await ctx.menu(f"{scope}.{which}.{page}", KIND)


@presses("ticket.seek")
async def seek(ctx: Context) -> None:
    ctx.values(0)
    await questions.ask(ctx, FIND, "", ctx.t("ticket-find-what"), ctx.t("ticket-find-how"))


@answers("ticket.find")
async def sought(ctx: Context) -> None:
    if not ctx.text:
        return await seek(ctx)
    return await _find(ctx, ctx.text)


async def _find(ctx: Context, text: str) -> None:
    words = text.strip()
    if utf16(words) > LONGEST:
        raise RuleError("ticket-find-too-long", most=LONGEST)
    number = words.removesuffix("号").strip("# ")
    if number.isdecimal() and len(number) <= 9:
        return await show(ctx, await visible(ctx, int(number)))
    until = later(ctx.now, minutes=FOUND_MINUTES)
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, FIND, words, until)
    return await ctx.menu("find.open.1", KIND)


async def show(ctx: Context, ticket: Ticket) -> None:
    """Its card as this person may read it, at the bottom of the chat."""
    desks = {desk.person_id for desk in await ctx.tx.desks.of(ticket.id)} | {ticket.owner_id, ticket.from_id}
    following = {one for pair in await ctx.tx.desks.followers(ticket.id) for one in pair}
    me = {ctx.person.id, ctx.whom.id}
    view = "reporter" if ticket.side & me else "desk" if ctx.person.id in desks else None
    view = view or ("follower" if following & me or not await oversees(ctx, ctx.person.id, ticket) else "seen")
    await ctx.show(name_of(ticket), view, ctx.room, aloud=True)


async def places_of(read: Read, person_id: int) -> tuple[int, ...]:
    """Where this person takes tickets."""
    held = await read.offices.of(person_id)
    return tuple([one.place_id for one in held if "repair" in titles.powers([await _same_as(read, one.title)], TITLES)])


async def _same_as(read: Read, key: str) -> str:
    own = await read.offices.own_title(key)
    return own.same_as if own else key


# the cards


@dataclass(frozen=True)
class Page:
    scope: str
    which: str
    number: int

    @classmethod
    def of(cls, view: str) -> Page:
        scope, which, number = view.split(".")
        return cls(scope, which, int(number))

    def door(self, text: str, **changes: object) -> Button:
        there = replace(self, number=1, **changes)  # type: ignore[arg-type]  # its own fields
        marked = ("✓ " if there.scope == self.scope and there.which == self.which else "") + text
        return button(marked, "ticket.list", there.scope, there.which, there.number)


async def draw(look: Look, number: int, view: str) -> Card | None:
    await look.house.read_categories(look.read)
    person, page = await look.read.people.get(number), Page.of(view)
    mine = await places_of(look.read, person.id)
    sought = await _words(look, person) if page.scope == "find" else ""
    if page.scope == "stuck":
        return await _stuck(look, person, page, mine)
    if page.scope == "find" and not sought:
        return card([look.t("ticket-find-again")], [_seek(look)], _scopes(look, page, mine))
    wanted = await _wanted(look, page, mine, sought)
    return await _list(look, person, page, wanted, mine, sought)


async def _list(look: Look, person: Person, page: Page, wanted: Wanted, mine: tuple[int, ...], sought: str) -> Card:
    count, rows = _asked(look.read, page.scope)
    total = await count(person.id, wanted)
    _, at_page, pages = lists.page_of(range(total), page.number)
    found = await rows(person.id, wanted, lists.PER_PAGE, (at_page - 1) * lists.PER_PAGE) if total else []
    title = look.t("ticket-list-title", scope=page.scope, count=total, words=sought or "none")
    lines: list[Html | str] = [bold(title), ""]
    lines += [await line(look, one) for one in found]
    lines += [] if found else [look.t("ticket-list-empty", scope=page.scope, which=page.which)]
    openers: Rows = [[await _opener(look, one)] for one in found]
    turner = lists.turner("ticket.list", at_page, pages, page.scope, page.which)
    last = [_seek(look), *await exports.buttons(look, person.id)]
    return card(lines, *openers, turner, *_filters(look, page), _scopes(look, page, mine), last)


Count = Callable[[int, Wanted], Awaitable[int]]
Rowing = Callable[[int, Wanted, int, int], Awaitable[list[Ticket]]]


def _asked(read: Read, scope: str) -> tuple[Count, Rowing]:
    store = read.ticket_lists
    if scope == "mine":
        return store.count_mine, store.mine
    if scope == "places":
        return store.count_within, store.within
    if scope == "find":
        return store.count_found, store.found
    return store.count_shown, store.shown


async def _wanted(look: Look, page: Page, mine: tuple[int, ...], sought: str) -> Wanted:
    every = look.house.categories.every.values()
    wanted = Wanted(
        mine, FILTERS[page.which], late_at=look.at if page.which == "late" else None,
        private=tuple(one.key for one in every if one.private), conduct=tuple(one.key for one in every if one.conduct),
    )  # fmt: skip
    return await _narrowed(look, wanted, sought) if sought else wanted


async def _narrowed(look: Look, wanted: Wanted, sought: str) -> Wanted:
    """A place and a kind that the words name; what is left of them stands in the words of a ticket."""
    reading = places.read(sought, await look.house.tree(look.read))
    place = reading.candidates[0] if reading.candidates else None
    rest = reading.rest.strip() if place else sought
    named = {groupcards.named(look, one): one.key for one in look.house.categories.every.values()}
    category = named.get(rest)
    return replace(wanted, place=place, category=category, words="" if category else rest)


async def _words(look: Look, person: Person) -> str:
    kept = await look.read.questions.open(person.id, look.room.id, look.at)
    return kept.payload if kept and kept.door == FIND else ""


async def line(look: Look, ticket: Ticket) -> str:
    """🛗 3栋2单元 · 电梯 · 在处理，陈建国；超时的前面有 ⏰"""
    late = "yes" if late_since(look, ticket) else "no"
    headline = await groupcards.headline(look, ticket)
    return look.t("ticket-line", headline=headline, state=look.t("ticket-state", state=ticket.state), late=late)


def late_since(look: Look, ticket: Ticket) -> int | None:
    due = due_of(look.house, ticket)
    return due if due is not None and due <= look.at else None


async def _opener(look: Look, ticket: Ticket) -> Button:
    headline = await groupcards.headline(look, ticket)
    return button(cut(f"{ticket.id} · {headline}", 40), "ticket.open", ticket.id)


def _filters(look: Look, page: Page) -> Rows:
    every = [page.door(look.t("ticket-filter", which=which), which=which) for which in FILTERS]
    return [every[:3], every[3:]]


def _scopes(look: Look, page: Page, mine: tuple[int, ...]) -> list[Button]:
    offered = [scope for scope in SCOPES if scope != "places" or mine]
    return [page.door(look.t("ticket-scope", scope=scope), scope=scope) for scope in offered]


async def _stuck(look: Look, person: Person, page: Page, mine: tuple[int, ...]) -> Card:
    """What nobody has, for a steward: of what is private only how many."""
    every = await stuck.of(look, person)
    public = [one for one in every if not category_of(one, look.house).private]
    shown, at_page, pages = lists.page_of(public, page.number)
    lines: list[Html | str] = [bold(look.t("ticket-stuck", count=len(every))), ""]
    lines += [await line(look, one) for one in shown]
    hidden = len(every) - len(public)
    lines += [look.t("ticket-stuck-private", count=hidden)] if hidden else []
    lines += ["", look.t("ticket-stuck-how")] if every else []
    openers: Rows = [[await _opener(look, one)] for one in shown]
    turner = lists.turner("ticket.list", at_page, pages, "stuck", "open")
    return card(lines, *openers, turner, _scopes(look, page, mine))


def _seek(look: Look) -> Button:
    return button(look.t("ticket-seek"), "ticket.seek")


async def seen(look: Look, ticket: Ticket) -> Card:
    """For an office above: what it is and how it stands; nothing to do."""
    lines: list[Html | str] = [bold(await groupcards.headline(look, ticket)), *await groupcards.words(look, ticket)]
    who = await names.named(look.read, look.house, look.t, ticket.person_id)
    at, followers = _at(look, ticket.opened_at), await look.read.desks.count(ticket.id)
    lines += [look.t("ticket-reported", who=who, at=at, number=ticket.id, followers=followers), ""]
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket)])
    since = late_since(look, ticket)
    late = [look.t("ticket-overdue", at=_at(look, since), state=ticket.state)] if since else []
    return card([*lines, await groupcards.standing(look, ticket), *late])


def _at(look: Look, moment: int) -> str:
    return when.spoken(look.t, look.house, moment, look.at)
