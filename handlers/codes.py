"""Codes that open something once: a door's QR, an office's invitation, a helper's link.

A link carries a number and a keyed hash of it (HMAC-SHA256 with a key derived from the bot's token, cut to 48 bits), so
the database and its backups hold nothing that would open a door. Whoever tries wrong ones is held back for an hour.
"""

from __future__ import annotations

from bot.domain.rules import RuleError
from handlers.context import Context, later
from handlers.context.neighbourhood import Neighbourhood
from storage.codes import Code

MOST_WRONG = 5
"""Codes that do not fit which one person may open within an hour."""


def link(house: Neighbourhood, code: Code) -> str:
    """`https://t.me/<bot>?start=<kind>_<number>_<proof>`."""
    return house.link(house.signed(code.kind, code.id))


async def opened(ctx: Context, kind: str) -> Code:
    """The code whose link was opened; it is not used up yet. Refuses forged, used and old ones, and whoever guesses."""
    if await ctx.tx.codes.wrong_since(ctx.person.id, later(ctx.now, hours=-1)) >= MOST_WRONG:
        raise RuleError("code-too-many")
    code = await ctx.tx.codes.get(ctx.number) if ctx.proves(kind) else None
    if code is None or code.kind != kind:
        await ctx.keep_refusal(lambda tx: tx.codes.wrong(ctx.person.id, ctx.now))
        raise RuleError("code-unknown")
    if code.used_at is not None:
        raise RuleError("code-is-yours" if code.used_by == ctx.person.id else "code-used")
    if not code.is_good(ctx.now):
        raise RuleError("code-too-old")
    return code


async def use(ctx: Context, code: Code) -> None:
    """It is used up now; of two who open it at once, one gets in."""
    if not await ctx.tx.codes.use(code.id, ctx.person.id, ctx.now):
        raise RuleError("code-used")
