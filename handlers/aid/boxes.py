"""Medicine: what may be asked for among neighbours, and what a giver reads off the box before anything is settled."""

from __future__ import annotations

from dataclasses import replace

from bot.domain import medicines
from bot.domain.aid import Ask, Giver
from bot.domain.medicines import Category, Checklist, Otc, Prescription
from bot.domain.rules import RuleError
from bot.i18n import Html
from handlers import medicine
from handlers.aid.shared import may, own_part, save, set_clocks, stepped_in, tell_asker, tell_giver, the_ask
from handlers.aid.waves import widen
from handlers.cards import Button, Look, button
from handlers.context import Context
from handlers.doors import presses


async def allowed(ctx: Context, text: str) -> bool:
    """Whether a plea's words name a medicine; refuses one that needs a prescription, and whatever has a price."""
    known = await medicine.lists(ctx.tx)
    if isinstance(medicines.judge(text, known), Prescription):
        raise RuleError("medicine-prescription", **medicine.numbers(ctx))
    is_medicine = medicines.is_medicine(text, known)
    if medicines.names_a_price(text, known):
        raise RuleError("medicine-not-free" if is_medicine else "ask-no-price")
    return is_medicine


async def kind_of(ctx: Context, thing: str, kind: str, *, said: str = "") -> str:
    """The kind of a plea for this thing: what names a medicine is one, whatever was chosen; refuses as `allowed` does.

    `said`: all of the words, where there are more of them.
    """
    return "medicine" if await allowed(ctx, said or thing) and thing else kind


def waits_for_check(ask: Ask, giver: Giver | None) -> bool:
    """Whether this giver has yet to read the box; which one it is, who has heard nothing yet cannot know."""
    if ask.kind != "medicine" or giver is None or giver.state != "giving" or giver.checked:
        return False
    return not ask.spoken or ask.is_heard_by(giver)


async def begin(ctx: Context, ask: Ask) -> None:
    """Ask the giver what stands on the box; the last tap comes in at `ask.checked`."""
    judged = medicines.judge(ask.thing, await medicine.lists(ctx.tx))
    known = judged.key if isinstance(judged, Otc) else ""
    if isinstance(judged, Category) and len(judged.members) == 1:
        known = judged.members[0]
    await medicine.begin(ctx, "ask.checked", ask.id, known)


@presses("ask.box")
async def box(ctx: Context) -> None:
    ask = await the_ask(ctx)
    giver = await _own_giver(ctx, ask)
    if not waits_for_check(ask, giver):
        return ctx.answer(ctx.t("ask-box-done"))
    await begin(ctx, ask)
    return None


@presses("ask.checked")
async def checked(ctx: Context) -> None:
    """Everything on the box is confirmed: the asker reads it, and may say yes."""
    ask = await the_ask(ctx)
    giver = await _own_giver(ctx, ask)
    read = medicine.confirmed(ctx)
    if not waits_for_check(ask, giver):
        return ctx.answer(ctx.t("ask-box-done"))
    most = giver.amount + ask.missing if ask.amount > 1 else read.amount
    gives = replace(read, amount=min(read.amount, most))
    after = ask.box_is_read(giver.person_id, str(gives), gives.amount, at=ctx.now)
    await save(ctx, ask, after, "ask.box-read")
    await set_clocks(ctx, after, since=ctx.now)
    if after.missing != ask.missing:
        await _another_number(ctx, ask, after)
    await tell_asker(ctx, after, "ask.taken")
    await medicine.is_read(ctx)
    return ctx.answer(ctx.t("ask-box-thanks"))


async def _another_number(ctx: Context, ask: Ask, after: Ask) -> None:
    """Fewer packs than promised, or more: what is missing of it now is asked for on."""
    await widen(ctx, after)
    for one in stepped_in(ask, after):
        await tell_giver(ctx, after, one, "ask.your-turn")


async def _own_giver(ctx: Context, ask: Ask) -> Giver:
    await may(ctx, "ask.read-box", ask)
    giver = own_part(ctx, ask)
    if giver is None or giver.state != "giving" or not ctx.room.is_private:
        raise RuleError("button-is-old")
    return giver


def lines(look: Look, ask: Ask, giver: Giver) -> list[str | Html]:
    """What the giver confirmed, or that they are about to."""
    if waits_for_check(ask, giver):
        return [look.t("ask-giver-checking")]
    return medicine.said(look.t, Checklist.read(giver.checked)) if giver.checked else []


def row(look: Look, ask: Ask, giver: Giver) -> list[Button]:
    """On the giver's card, as long as the box is not read."""
    return [button(look.t("ask-box"), "ask.box", ask.id)] if waits_for_check(ask, giver) else []
