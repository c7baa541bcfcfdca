"""Preparing a draft by buttons: how long, what kind, how many of it, where, and in which group; all but a hurry lies
behind 更多."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import aid
from bot.domain.aid import KINDS, Ask
from bot.domain.rules import RuleError, thing, whole_number
from bot.i18n import LANGUAGES, words
from handlers import when, where
from handlers.aid import boxes
from handlers.aid.shared import may, of_today, put_away_pages, rooms_for, save, spoken_thing, the_ask
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import Context
from handlers.doors import presses

MOST_GROUPS = 3
"""Other groups that a draft offers by button."""

HURRY = "hours"
"""The span on the preview itself."""

SAID = ("medicine", "thing", "errand", "company", "ride", "skill")
"""What a plea without a word may be about, by button under its preview."""

AMOUNTS = (1, 2, 3, 5, 10)
"""So many neighbours, or so many of a thing, by button."""


def hurry(look: Look, ask: Ask) -> list[Button]:
    """Under a draft's preview: the one span that matters at once, and everything else."""
    is_now = when.until(look.house, HURRY, ask.opened_at) == ask.until
    return [
        _chosen(look.t("ask-span", span=HURRY), is_now, ask, "ask.span", HURRY),
        button(look.t("ask-more"), "ask.more", ask.id),
    ]


def say_what(look: Look, ask: Ask) -> Rows:
    """Under a plea without a word: what it is about, by one tap, so that a neighbour knows before they take it."""
    chosen = "" if _is_open(ask) else ask.kind
    every = [_chosen(look.t("ask-kind", kind=one), chosen == one, ask, "ask.kind", one) for one in SAID]
    return _by(every, 3)


def hearing(look: Look, ask: Ask, file_kind: str) -> list[Button]:
    """Whether whoever takes it hears it at once; off unless the asker says so."""
    other = "no" if ask.heard_at_once else "yes"
    text = look.t("ask-at-once", kind=file_kind)
    return [button(f"✓ {text}" if ask.heard_at_once else text, "ask.at-once", ask.id, other)]


@presses("ask.at-once")
async def at_once(ctx: Context) -> None:
    """The asker's own yes, for this plea alone: `ask_at-once_12_yes`."""
    ask, chosen = await _draft(ctx)
    found = await ctx.tx.ask_files.get(ask.id)
    if found is None or chosen not in ("yes", "no"):
        raise RuleError("button-is-old")
    after = await _said_anew(ctx, ask, replace(ask, heard_at_once=chosen == "yes"))
    await fits(ctx, ask, after)
    await ctx.write_down("ask.at-once", thing("ask", ask.id), ask.place_id, yes=int(after.heard_at_once))
    ctx.answer(ctx.t("ask-at-once-answer", on=chosen, kind=found.kind))


def _is_open(ask: Ask) -> bool:
    """Whether nobody has chosen yet what a plea without a word is about."""
    unsaid = [spoken_thing(words(one), ask.spoken, "none", at_once=ask.heard_at_once) for one in LANGUAGES]
    return ask.thing in unsaid


async def _said_anew(ctx: Context, before: Ask, after: Ask, what: str = "") -> Ask:
    """As long as no line says it, the group reads what it is about and who may hear it."""
    if not after.spoken:
        return after
    room = await ctx.tx.rooms.get(after.room_id) if after.room_id else ctx.room
    t, said = words(room.language or ctx.house.language), "none" if _is_open(before) else before.kind
    return replace(after, thing=spoken_thing(t, after.spoken, what or said, at_once=after.heard_at_once))


@presses("ask.more")
async def more(ctx: Context) -> None:
    ask, _ = await _draft(ctx)
    await ctx.menu(f"more.{ask.id}", kind="fit")


async def _more_rows(look: Look, ask: Ask) -> Rows:
    """Its spans, kind, amount and place, the chosen ones marked, and the other groups it may go to."""
    t, place = look.t, await look.read.places.get(ask.place_id) if ask.place_id else None
    named = place.name if place and place.kind != "community" else "none"
    spans = {span: when.until(look.house, span, ask.opened_at) == ask.until for span in aid.SPANS}
    return [
        [
            _chosen(t("ask-span", span=_called(look, ask, one)), now, ask, "ask.span", one)
            for one, now in spans.items()
            if one != HURRY
        ],
        [
            button(t("ask-kind", kind=ask.kind), "ask.kind", ask.id),
            button(t("ask-amount", amount=ask.amount, of=ask.of), "ask.amount", ask.id),
        ],
        [button(label(t("ask-place", place=named)), "ask.place", ask.id)],
        *await _other_groups(look, ask),
    ]


async def _other_groups(look: Look, ask: Ask) -> Rows:
    """Where else it may go: the groups of whom it is for, whoever wrote it."""
    rooms = await rooms_for(look.read, ask.person_id, ask.by_id) if ask.person_id else []
    others = [room for room in rooms if room.id != ask.room_id][:MOST_GROUPS]
    return [[button(look.t("ask-other-group", room=room.title or ""), "ask.room", ask.id, room.id)] for room in others]


@presses("ask.span")
async def span(ctx: Context) -> None:
    """How long a draft shall be asked for."""
    ask, chosen = await _draft(ctx)
    if chosen not in aid.SPANS:
        raise RuleError("button-is-old")
    begun = replace(ask, opened_at=ctx.now)
    await fits(ctx, ask, begun.until_then(when.until(ctx.house, chosen, ctx.now)))


async def _draft(ctx: Context) -> tuple[Ask, str]:
    """The draft that the button names, and the value after it."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.prepare", ask)
    if not ctx.room.is_private:  # a group reads of it once it is sent, and not before
        raise RuleError("button-is-old")
    return ask, ctx.way.values[1] if len(ctx.way.values) > 1 else ""


@presses("ask.kind")
async def kind(ctx: Context) -> None:
    ask, chosen = await _draft(ctx)
    if not chosen:
        return await ctx.menu(f"kind.{ask.id}", kind="fit")
    if chosen not in KINDS:
        raise RuleError("button-is-old")
    if not ask.spoken and chosen != "medicine" and await boxes.kind_of(ctx, ask.thing, chosen) == "medicine":
        raise RuleError("ask-stays-medicine")
    await fits(ctx, ask, await _said_anew(ctx, ask, replace(ask, kind=chosen), chosen))
    return None


@presses("ask.amount")
async def amount(ctx: Context) -> None:
    ask, chosen = await _draft(ctx)
    if not chosen:
        return await ctx.menu(f"amount.{ask.id}", kind="fit")
    if chosen not in [str(one) for one in AMOUNTS]:
        raise RuleError("button-is-old")
    await fits(ctx, ask, replace(ask, amount=int(chosen)))
    return None


@presses("ask.place")
async def place(ctx: Context) -> None:
    """Down to a building and no further: a group never reads of a stair or a flat."""
    ask, chosen = await _draft(ctx)
    root = await ctx.tx.places.root()
    at = where.At.read(chosen) if chosen else where.At(root.id)
    found = await ctx.tx.places.find(at.place_id)
    if found is None:
        raise RuleError("button-is-old")
    if found.kind != "building":
        return await ctx.menu(f"place.{ask.id}.{at}", kind="fit")
    await fits(ctx, ask, replace(ask, place_id=found.id))
    return None


def _called(look: Look, ask: Ask, span: str) -> str:
    """Late in the evening `today` ends tomorrow, and is called so."""
    begun, ends = (look.house.local(at).date() for at in (ask.opened_at, when.until(look.house, span, ask.opened_at)))
    return "tomorrow" if span == "today" and ends > begun else span


async def fits(ctx: Context, before: Ask, after: Ask) -> None:
    """What was chosen stands on the preview; chosen on a page of its own, the preview comes to the bottom again."""
    await save(ctx, before, after, None)
    was_open = await put_away_pages(ctx)
    if was_open:
        await ctx.take_away(thing("ask", after.id), "asker", ctx.room)
    await ctx.show(thing("ask", after.id), "asker", ctx.room, aloud=was_open)


async def draw(look: Look, number: int, view: str) -> Card | None:
    """The page on which one thing is chosen."""
    what, _, rest = view.partition(".")
    ask_id, _, spot = rest.partition(".")
    ask = await look.read.asks.get(whole_number(ask_id))
    if ask is None or ask.state != "draft" or look.room.person_id not in (await of_today(look.read, ask)).side:
        return card([look.t("ask-draft-gone")])
    return card([look.t(f"ask-fit-{what}")], *await _rows(look, ask, what, spot))


async def _rows(look: Look, ask: Ask, what: str, spot: str) -> Rows:
    if what == "more":
        return await _more_rows(look, ask)
    if what == "place":
        return await _place_rows(look, ask, spot)
    if what == "kind":
        every = [_chosen(look.t("ask-kind", kind=one), ask.kind == one, ask, "ask.kind", one) for one in KINDS]
        return _by(every, 2)
    return _by([_chosen(str(one), ask.amount == one, ask, "ask.amount", one) for one in AMOUNTS], 5)


def _chosen(text: str, is_now: bool, ask: Ask, door: str, value: object) -> Button:
    return button(f"✓ {text}" if is_now else text, door, ask.id, value)


def _by(buttons: Sequence[Button], width: int) -> list[list[Button]]:
    return [list(buttons[at : at + width]) for at in range(0, len(buttons), width)]


async def _place_rows(look: Look, ask: Ask, spot: str) -> Rows:
    tree, at = await look.house.tree(look.read), where.At.read(spot)
    return where.pad(tree, at, "ask.place", ask.id, homes=False, to_door=True) if at.place_id in tree else []
