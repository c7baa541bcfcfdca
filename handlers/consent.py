"""Consent: the three short lines, asked where something personal is first kept; any feature may show them."""

from __future__ import annotations

from bot.i18n import Words
from handlers.cards import Button, button
from handlers.context import Context
from storage.database import Read, Tx


def lines(t: Words) -> list[str]:
    """What is kept, who sees it, how to take it back: for the card on which somebody agrees."""
    return [t("consent-keep-1"), t("consent-keep-2"), t("consent-keep-3")]


def yes(t: Words) -> Button:
    return button(t("consent-yes"), "consent.on", "keep")


async def given(tx: Tx, person_id: int, purpose: str, at: int) -> None:
    """Somebody agreed, or whoever writes down a neighbour without Telegram says that they did. Twice is nothing."""
    await tx.privacy.give(person_id, purpose, at)


async def holds(read: Read, person_id: int, purpose: str) -> bool:
    return await read.privacy.holds(person_id, purpose)


async def asked(ctx: Context) -> bool:
    """Whether this is agreed to already; if not, the lines are shown in private, with the button that agrees."""
    if await holds(ctx.tx, ctx.whom.id, "keep"):
        return True
    if ctx.room.is_private:
        await ctx.menu("keep", kind="consent")
    return False
