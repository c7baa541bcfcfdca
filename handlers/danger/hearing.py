"""Hearing: words of danger before any other words, and 🆘 for whoever cannot type; the numbers are the first answer."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import places
from bot.domain.danger import ASK_SECONDS, Danger, first_state
from bot.domain.rules import RuleError, thing
from handlers import questions
from handlers.cards import Button, Card, Look, Rows, button, card
from handlers.context import URGENT, Context, Media, later
from handlers.danger import numbers
from handlers.danger.shared import WORDS
from handlers.doors import always, opens, presses, says

FAULTS = frozenset({"gas", "lift", "wire"})
"""Kinds that somebody has to repair as well, once nobody is in danger."""

SAME_SECONDS = 3600
"""Within this time the same kind of danger, said again, is the same danger."""

KINDS = ("fire", "gas", "lift", "body", "wire", "home", "despair", "other")
"""As the 🆘 button offers them."""

FIRST = ("body", "fire", "gas")
"""Those on its first card."""


async def heard(ctx: Context, text: str) -> bool:
    """Danger is read before anything else. True: it was, and is answered."""
    kind = WORDS.kind_of(text)
    if kind is None:
        return False
    await begin(ctx, kind, text)
    return True


async def heard_in_an_edit(ctx: Context, text: str) -> bool:
    """What was changed in private after it was said: danger is read there as well, and answered once."""
    kind = WORDS.kind_of(text)
    if kind is None:
        return False
    if await ctx.tx.dangers.lately(ctx.whom.id, kind, later(ctx.now, seconds=-SAME_SECONDS)) is None:
        await begin(ctx, kind, text)
    return True


def is_fault(text: str) -> bool:
    """Whether words of danger speak of what has to be repaired as well: they go on as a report after the numbers.

    Where somebody is hurt, nothing else is asked of whoever says so.
    """
    return WORDS.kind_of(text) in FAULTS and not WORDS.is_hurt(text)


async def numbers_for(ctx: Context, text: str) -> bool:
    """Somebody else's words that speak of danger: the numbers, and the way to say more. Nobody is told for them."""
    if WORDS.kind_of(text) is None:
        return False
    await _which(ctx)
    return True


@says("sos", "求救", english=("sos",), on_card=True)
@always
async def sos(ctx: Context) -> None:
    """🆘 in words. Whatever follows is read; else the kinds are buttons."""
    if ctx.text and await heard(ctx, ctx.text):
        return
    await _which(ctx)


@presses("danger.sos")
@always
async def pressed(ctx: Context) -> None:
    await _which(ctx)


async def _which(ctx: Context) -> None:
    if not ctx.room.is_private:
        lines, _ = numbers.every(ctx.t, ctx.house)
        url = ctx.house.link(ctx.house.signed("sos", 0))
        keyboard = {"inline_keyboard": [[{"text": ctx.t("danger-in-private"), "url": url}]]}
        return await ctx.say(*lines, keyboard=keyboard)
    return await ctx.menu("kinds", kind="sos")


@opens("sos")
async def from_group(ctx: Context) -> None:
    await ctx.menu("kinds", kind="sos")


@presses("danger.kind")
@always
async def of_a_kind(ctx: Context) -> None:
    """One of the kinds by button; with what was sent before it, for those who will come."""
    [kind] = ctx.values(1)
    if kind not in KINDS:
        raise RuleError("button-is-old")
    kept = await questions.kept(ctx)
    await begin(ctx, kind, kept.text if kept else "", kept.media[0] if kept and kept.media else None)


@presses("danger.more")
@always
async def other_kinds(ctx: Context) -> None:
    """The kinds that the first card leaves out, and back."""
    (page,) = ctx.values(1)
    if page not in ("kinds", "more"):
        raise RuleError("button-is-old")
    await ctx.menu(page, kind="sos")


async def draw(look: Look, number: int, view: str) -> Card | None:
    """What is needed first: whom to call, that somebody comes, and the kinds that cannot wait."""
    t = look.t
    lines, copies = numbers.every(t, look.house)
    if view == "more":
        rest = tuple(kind for kind in KINDS if kind not in FIRST)
        return card(
            [*lines, "", t("danger-which")], *kinds(look, rest), [button(t("danger-back"), "danger.more", "kinds")]
        )
    first = [*(one for row in kinds(look, FIRST) for one in row), button(t("danger-more"), "danger.more", "more")]
    return card(
        [*lines, "", t("danger-first-how")],
        [button(t("danger-call-head"), "danger.call-head")], first[:2], first[2:], *copies[:1],
    )  # fmt: skip


def kinds(look: Look, offered: tuple[str, ...]) -> Rows:
    every: list[Button] = [button(look.t("danger-kind", kind=kind), "danger.kind", kind) for kind in offered]
    return [every[at : at + 2] for at in range(0, len(every), 2)]


async def begin(ctx: Context, kind: str, text: str, media: Media | None = None) -> Danger | None:
    """Somebody is in danger. The numbers are on their card and, said in a group, on the group's."""
    if ctx.somebody is None:  # a group or a channel speaks: numbers need no name
        lines, _ = numbers.every(ctx.t, ctx.house)
        await ctx.say(*lines)
        return None
    asks = WORDS.kinds[kind].asks
    if text and asks and ctx.room.is_private:  # if it is no danger after all, nobody types it twice
        await questions.keep(ctx, questions.Kept(text[:1000], (media,) if media else ()))
    danger = await _opened(ctx, kind, text, media if asks else None)
    name = thing("danger", danger.id)
    if danger.state == "asking":
        await ctx.alarm("danger.tell", name, later(ctx.now, seconds=ASK_SECONDS))
    if not ctx.room.is_private:
        await ctx.show(name, "group", ctx.room, rank=URGENT, aloud=True)
    if ctx.person.reachable:
        await ctx.show(name, "self", await ctx.private_room(ctx.person), rank=URGENT, aloud=True)
    return danger


async def _opened(ctx: Context, kind: str, text: str, media: Media | None) -> Danger:
    """The danger just said, or the same one said a moment ago: nobody is told twice of one fire."""
    state = first_state(WORDS.kinds[kind])
    before = await ctx.tx.dangers.lately(ctx.whom.id, kind, later(ctx.now, seconds=-SAME_SECONDS))
    if before:
        again = replace(before, state=state) if before.state == "quiet" else before
        await ctx.tx.dangers.save(again)
        return again
    room = None if ctx.room.is_private else ctx.room.id
    new = Danger(0, ctx.whom.id, ctx.by_id, kind, await _where(ctx, text), room, state, ctx.now)
    if media:
        new = replace(new, file_kind=media.kind, file_id=media.file_id)
    return await ctx.tx.dangers.open(new)


async def _where(ctx: Context, text: str) -> int | None:
    """The place the words name if they name one, else where the one it is for lives or says to live."""
    named = places.read(text, await ctx.places()).candidates if text else ()
    if len(named) == 1:
        return named[0]
    return await ctx.tx.residents.home(ctx.whom.id) or await ctx.tx.joins.asked_from(ctx.whom.id)
