"""An illness in a plea's note: before anybody reads of it, whoever asks agrees to that separately, once."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask, Giver
from bot.domain.rules import RuleError, thing, whole_number
from bot.i18n import page, quote
from handlers import consent
from handlers.aid.reading import HEALTH
from handlers.aid.shared import may, of_today, save, say_to_giver, the_ask, the_giver
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Saying
from handlers.doors import presses

NOTES, NOTES_DAYS = "ask-notes", 30
"""How many days after the end the rest of a plea's words go, unless the settings say otherwise."""


async def told(ctx: Context, ask: Ask, giver: Giver) -> bool:
    """The giver reads the note. False: it names an illness, and whoever asks is asked for their consent first."""
    if HEALTH.named_in(ask.note) and not await consent.holds(ctx.tx, ask.person_id or 0, "health"):
        await ctx.menu(f"{ask.id}.{giver.person_id}", kind="illness")
        return False
    if not giver.note_told:
        after = ask.shows(giver.person_id, lambda one: replace(one, note_told=True))
        await save(ctx, ask, after, "ask.note-told")
        news = Saying(lambda t: page([t("ask-yours-note"), quote(ask.note)]), thing("ask", ask.id))
        await say_to_giver(ctx, giver, "ask.note-told", news)
    return True


@presses("ask.ill-yes")
async def yes(ctx: Context) -> None:
    """Agreed, versioned and withdrawable like every consent; then what the tap was for."""
    ask, giver = await _meant(ctx)
    assert ask.person_id
    await consent.given(ctx.tx, ask.person_id, "health", ctx.now)
    await ctx.write_down("consent.health", thing("person", ask.person_id))
    await told(ctx, ask, giver)
    await ctx.menu(f"{ask.id}.{giver.person_id}", kind="illness")
    ctx.answer(ctx.t("ask-told"))


@presses("ask.ill-no")
async def no(ctx: Context) -> None:
    ask, _ = await _meant(ctx)
    await ctx.menu(f"{ask.id}.no", kind="illness")
    ctx.answer(ctx.t("ask-ill-not-told"))


async def _meant(ctx: Context) -> tuple[Ask, Giver]:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    ask = await the_ask(ctx)
    await may(ctx, "ask.tell-note", ask)
    if ask.person_id is None:
        raise RuleError("ask-unknown")
    return ask, await the_giver(ctx, ask)


async def draw(look: Look, number: int, view: str) -> Card | None:
    t, (ask_id, _, giver) = look.t, view.partition(".")
    ask = await look.read.asks.get(whole_number(ask_id))
    if ask is None or look.room.person_id not in (await of_today(look.read, ask)).side:
        return card([t("ask-unknown")])
    if giver == "no":
        return card([t("ask-ill-not-told"), t("ask-ill-still-fine")])
    if await consent.holds(look.read, ask.person_id or 0, "health"):
        return card([t("consent-given-health"), t("ask-ill-take-back")])
    for_whom = "other" if look.room.person_id != ask.person_id else "self"
    lines = [
        t("ask-ill-question", who=for_whom),
        quote(ask.note),
        t("ask-ill-why", days=look.house.keep_days.get(NOTES, NOTES_DAYS)),
    ]
    answers = [
        button(t("ask-ill-yes"), "ask.ill-yes", ask.id, giver),
        button(t("ask-ill-no"), "ask.ill-no", ask.id, giver),
    ]
    return card(lines, answers)
