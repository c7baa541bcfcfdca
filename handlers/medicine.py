"""Giving a medicine: what its giver confirms, one tap after the other, for whichever feature asks; and its lists.

`begin(ctx, "offer.checked", 12, key)` asks; the last tap comes in at `@presses("offer.checked")`, where
`confirmed(ctx)` is the whole checklist, or refuses.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from importlib.resources import files

from bot.domain import medicines
from bot.domain.medicines import Category, Change, Checklist, Lists, Otc, Prescription
from bot.domain.rules import RuleError, thing
from bot.i18n import Html, Words, bold
from handlers import danger, where
from handlers.cards import Button, Card, Look, Rows, button, card
from handlers.context import Context, later
from handlers.doors import answers, presses
from handlers.features import Feature
from storage import medicines as stored
from storage.database import Read

LISTS = medicines.read(tomllib.loads((files("bot") / "data" / "medicines.toml").read_text(encoding="utf-8")))
"""The lists that come with the house."""

KIND = "check"
UNKNOWN = "unknown"


async def lists(read: Read) -> Lists:
    """The lists with what stewards changed."""
    return _changed(tuple(await read.medicines.changes()))


@lru_cache(maxsize=8)
def _changed(changes: tuple[Change, ...]) -> Lists:
    return LISTS.changed(changes) if changes else LISTS


def numbers(ctx: Context) -> dict[str, str]:
    """The blank of the sentences that send somebody to a doctor."""
    return {"number": ctx.house.numbers.get("medical", "120")}


async def allowed(ctx: Context, text: str) -> tuple[str, str] | None:
    """What medicine a giver's words name: (key, name), both "" for one on no list; None for what is no medicine.

    Refuses a prescription, a price, and a category, which is no medicine one can hold in the hand.
    """
    known = await lists(ctx.tx)
    judged = medicines.judge(text, known)
    if isinstance(judged, Prescription):
        raise RuleError("medicine-prescription", **numbers(ctx))
    if not medicines.is_medicine(text, known):
        return None
    if medicines.names_a_price(text, known):
        raise RuleError("medicine-not-free")
    if isinstance(judged, Category):
        raise RuleError("medicine-which", names=named(ctx.t, known, judged.members))
    return (judged.key, known.entries[judged.key].name(ctx.t.lang)) if isinstance(judged, Otc) else ("", "")


def named(t: Words, known: Lists, keys: tuple[str, ...], most: int = 4) -> str:
    return t("list-comma").join(known.entries[key].name(t.lang) for key in keys[:most])


def today(at: Context | Look) -> date:
    return at.house.local(at.now if isinstance(at, Context) else at.at).date()


async def begin(ctx: Context, door: str, number: int, key: str = "") -> None:
    """Ask whoever gives it. `door`: where the confirmed checklist comes in, with `number`; `key`: which medicine."""
    await _turn(ctx, f"{door}.{number}.{key or UNKNOWN}", Checklist())


async def _turn(ctx: Context, about: str, checklist: Checklist) -> None:
    path = f"{about}.{checklist}"
    if checklist.step in ("year", "month"):  # may be typed as well
        await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "medicine.expiry", path, later(ctx.now, hours=24))
    else:
        await _stop_asking(ctx)
    await ctx.menu(path, KIND)


async def _stop_asking(ctx: Context) -> None:
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if question and question.door == "medicine.expiry":
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)


@presses("medicine.check")
async def check(ctx: Context) -> None:
    """One answer; on a card that has turned on since, a second tap is nothing."""
    seen, value = ctx.values(2)
    row = await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id or 0)
    if row is None or row.thing != thing(KIND, ctx.person.id):
        raise RuleError("button-is-old")
    about, _, state = row.view.rpartition(".")
    if state != seen:
        return
    try:
        await _turn(ctx, about, Checklist.read(state).answer(value, today=today(ctx)))
    except RuleError as refusal:
        raise RuleError(refusal.code, **refusal.details | numbers(ctx)) from None


@presses("medicine.again")
async def again(ctx: Context) -> None:
    """From the first question."""
    row = await ctx.tx.cards.at_message(ctx.room.id, ctx.message_id or 0)
    if row is None or row.thing != thing(KIND, ctx.person.id):
        raise RuleError("button-is-old")
    await _turn(ctx, row.view.rpartition(".")[0], Checklist())


@answers("medicine.expiry")
async def typed(ctx: Context) -> None:
    """2026-12, as it is printed on the box."""
    if await danger.heard(ctx, ctx.text):
        return None
    about, _, state = ctx.way.values[0].rpartition(".")
    day = medicines.read_expiry(ctx.text)
    if day is None:
        await _turn(ctx, about, Checklist.read(state))
        return await ctx.say(ctx.t("medicine-date-unclear"))
    return await _turn(ctx, about, Checklist.read(state).good_until(day, today=today(ctx)))


def confirmed(ctx: Context, at: int = 1) -> Checklist:
    """The whole checklist of a press at the caller's door, its value number `at`. Refuses one not whole, or expired."""
    return Checklist.read(ctx.values(at + 1)[at]).confirmed(today=today(ctx))


async def is_read(ctx: Context) -> None:
    """The box was read and its card is not needed any more; what stood on it stands on the thing's own card."""
    name = thing(KIND, ctx.person.id)
    for row in await ctx.tx.cards.of(name):
        await ctx.take_away(name, row.view, ctx.room)


def expiry(t: Words, day: date) -> str:
    """2026年12月, or with its day where that is not the month's last."""
    whole = medicines.last_day(day.year, day.month) == day
    return t("medicine-month", year=str(day.year), month=day.month, day="none" if whole else str(day.day))


# the card


async def draw(look: Look, number: int, view: str) -> Card | None:
    feature, door, target, key, state = view.split(".")
    checklist, t = Checklist.read(state), look.t
    entry = (await lists(look.read)).entries.get(key)
    head = bold(t("medicine-check", what=entry.name(t.lang) if entry else "none"))
    done = said(t, checklist)
    if checklist.is_whole:
        yes = [button(t("medicine-confirm"), f"{feature}.{door}", target, checklist)]
        return card(
            [head, "", *done, "", t("medicine-confirm-what")], yes, [button(t("medicine-again"), "medicine.again")]
        )
    question = t(f"medicine-ask-{checklist.step}", known="yes" if entry else "no")
    return card([head, *done, "", bold(question)], *_pad(look, checklist))


def said(t: Words, checklist: Checklist) -> list[str | Html]:
    """What has been confirmed so far."""
    return [
        line
        for holds, line in (
            (checklist.otc, t("medicine-is-otc")),
            (checklist.expiry, t("medicine-good-until", until=expiry(t, checklist.expiry) if checklist.expiry else "")),
            (checklist.pack, t("medicine-pack", pack=checklist.pack)),
            (checklist.free, t("medicine-is-free")),
            (checklist.amount, t("medicine-amount", amount=checklist.amount)),
        )
        if holds
    ]


def _pad(look: Look, checklist: Checklist) -> Rows:
    t, step, now = look.t, checklist.step, today(look)

    def key(label: str, value: object) -> Button:
        return button(label, "medicine.check", checklist, value)

    if step in ("otc", "free"):
        return [[key(t(f"medicine-{step}-yes"), "yes"), key(t(f"medicine-{step}-no"), "no")]]
    if step == "year":
        return where.row([key(str(year), year) for year in range(now.year, now.year + medicines.YEARS)])
    if step == "month":
        first = now.month if checklist.year == now.year else 1
        return where.row([key(t("medicine-month-key", month=month), month) for month in range(first, 13)])
    if step == "pack":
        return [[key(t(f"medicine-pack-{pack}"), pack)] for pack in ("box", "blister", "loose")]
    return [[key(str(amount), amount) for amount in range(1, medicines.MOST + 1)]]


FEATURE = Feature("medicine", cards={KIND: draw}, traces=stored.TRACES)
