"""Deciding: what the list would change is shown; it is changed as one, as it was shown, or not at all."""

from __future__ import annotations

from typing import Any

from bot.domain.register import Difference, Listing, compare
from bot.domain.rules import RuleError, number_of, thing
from handlers.context import Context, Turn, Work
from handlers.doors import presses, rings
from storage.imports import Import

MOST_PROBLEMS = 50


async def was_read(turn: Turn, import_id: int, said: Listing | RuleError) -> None:
    """The list was read, or refused; unless it was set aside meanwhile, its card says so."""
    found = await turn.tx.imports.get(import_id)
    if found is None or found.state != "reading":
        return
    if isinstance(said, RuleError):
        await turn.tx.imports.becomes(import_id, "refused", {"code": said.code, "details": said.details})
    else:
        await _compared(turn, import_id, said, compare(said, await turn.tx.register.now()))
    await turn.redraw(thing("register", import_id))


async def was_no_list(turn: Turn, import_id: int) -> None:
    """It describes buildings: they have a preview of their own, and this list is closed."""
    await turn.tx.imports.becomes(import_id, "declined", {"described": True})
    await turn.no_alarm("register.forget", thing=thing("register", import_id))
    await turn.redraw(thing("register", import_id))


async def sender(turn: Turn, import_id: int) -> int | None:
    """Whose file is still being read."""
    found = await turn.tx.imports.get(import_id)
    return found.person_id if found and found.state == "reading" else None


async def was_not_read(turn: Turn, import_id: int) -> None:
    """Telegram gave the file away in none of our tries."""
    found = await turn.tx.imports.get(import_id)
    if found and found.state == "reading":
        await turn.tx.imports.becomes(import_id, "refused", {"code": "table-not-fetched", "details": {}})
        await turn.redraw(thing("register", import_id))


async def _compared(work: Work, import_id: int, listing: Listing, made: Difference) -> None:
    shown = shown_of(made)
    if made.problems:
        await work.tx.imports.becomes(import_id, "wrong", shown)
    elif made.is_empty:
        await work.tx.imports.becomes(import_id, "same", shown)
    else:
        await work.tx.imports.becomes(import_id, "ready", shown, listing.packed(), made.mark)


def shown_of(made: Difference) -> dict[str, Any]:
    """What is said of a difference, as JSON values: numbers, a few addresses, no names."""
    problems = [
        {
            "code": one.code, "sheet": one.sheet, "row": one.row, "column": one.column, "heading": one.heading,
            "value": one.value, "details": dict(one.details),
        }
        for one in made.problems[:MOST_PROBLEMS]
    ]  # fmt: skip
    reasons = {one.reason for one in made.kept}
    return {
        "counts": made.counts,
        "examples": made.examples,
        "kept": {reason: sum(one.reason == reason for one in made.kept) for reason in sorted(reasons)},
        "notes": [{"code": note.code, "details": dict(note.details)} for note in made.notes],
        "problems": problems,
        "problem-count": len(made.problems),
        "listed": made.listed,
    }


@presses("register.apply")
async def apply(ctx: Context) -> None:
    """As it was shown; if the register changed meanwhile, the difference is shown anew first."""
    found = await _decided(ctx)
    listing = Listing.unpacked(found.listing)
    made = compare(listing, await ctx.tx.register.now())
    if made.mark != found.mark:
        await _compared(ctx, found.id, listing, made)
        ctx.answer(ctx.t("register-meanwhile"), alert=True)
    else:
        await ctx.tx.register.apply(made, ctx.now)
        await ctx.tx.imports.becomes(found.id, "applied", found.shown)
        await ctx.no_alarm("register.forget", thing=thing("register", found.id))
        counts = {key.replace("-", "_"): count for key, count in made.counts.items()}
        await ctx.write_down("register.changed", thing("register", found.id), (await ctx.tx.places.root()).id, **counts)
        ctx.answer(ctx.t("register-applied"))
    await ctx.redraw(thing("register", found.id))


@presses("register.leave")
async def leave(ctx: Context) -> None:
    found = await _decided(ctx)
    await ctx.tx.imports.becomes(found.id, "declined", found.shown)
    await ctx.no_alarm("register.forget", thing=thing("register", found.id))
    await ctx.redraw(thing("register", found.id))


@rings("register.forget")
async def forget(turn: Turn) -> None:
    """Nobody decided in a day: what the list says is forgotten."""
    found = await turn.tx.imports.get(number_of(turn.thing))
    if found and found.state in ("reading", "ready"):
        await turn.tx.imports.becomes(found.id, "expired", {})
        await turn.redraw(turn.thing)


async def _decided(ctx: Context) -> Import:
    """The list that waits for this person's word."""
    if not ctx.room.is_private or "steward" not in await ctx.powers(ctx.person.id):
        raise RuleError("register-not-yours")
    found = await ctx.tx.imports.get(ctx.number)
    if found is None:
        raise RuleError("button-is-old")
    await ctx.may("register.change", state=found.state)
    return found
