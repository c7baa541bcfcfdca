"""The codes of a building's doors: how many are open, used, too old; fresh ones, and a sheet to print and cut up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain import joining
from bot.domain.places import Tree
from bot.domain.rules import RuleError, thing
from bot.i18n import LANGUAGES, page, words
from handlers import codes, where
from handlers.cards import Look
from handlers.context import Context, later
from handlers.doors import opens, presses, says
from handlers.joining.shared import MENU, in_private
from handlers.joining.sheet import Label, Sheet


@says("codes", "门码", "门牌码", "打印门码", english=("door codes",), on_card=True)
async def door_codes(ctx: Context) -> None:
    if await in_private(ctx, "codes"):
        await which_building(ctx)


@opens("codes")
async def comes_for_codes(ctx: Context) -> None:
    await which_building(ctx)


async def which_building(ctx: Context) -> None:
    """A head's own building at once; whoever answers for more chooses on the pad."""
    held = {office.place_id for office in await ctx.tx.offices.of(ctx.person.id)}
    spots = [place for place in sorted(held) if "confirm" in await ctx.powers(ctx.person.id, place)]
    if not spots:
        raise RuleError("codes-only-heads")
    tree = await ctx.places()
    await _turn(ctx, where.At(min(spots, key=lambda place: len(tree.parents(place)))))


@presses("codes.at")
async def at(ctx: Context) -> None:
    """One level further on the pad."""
    await _turn(ctx, where.At.read(ctx.way.values[0] if ctx.way.values else ""))


async def _turn(ctx: Context, spot: where.At) -> None:
    tree = await ctx.places()
    if spot.place_id not in tree:
        raise RuleError("button-is-old")
    await ctx.may("codes.print", state="open", place_id=spot.place_id)
    path = "doors" if is_printed(tree, spot.place_id) else "codes"
    await ctx.menu(f"{path}.{spot}", MENU)


def is_printed(tree: Tree, place_id: int) -> bool:
    """Whether a place has a sheet of its own: a building or stair, or whatever has doors right in it."""
    if tree.get(place_id).kind in ("building", "stair", "dwelling", "neighbours"):
        return True
    return any(place.kind == "dwelling" for place in tree.children(place_id))


@presses("codes.print")
async def print_codes(ctx: Context) -> None:
    """Fresh codes for the doors that have no open one, and the sheet."""
    await _print(ctx, anew=False)


@presses("codes.anew")
async def print_anew(ctx: Context) -> None:
    """The old codes open nothing any more."""
    await _print(ctx, anew=True)


async def _print(ctx: Context, *, anew: bool) -> None:
    place = await ctx.tx.places.find(ctx.number)
    if place is None or not ctx.room.is_private or not is_printed(await ctx.places(), place.id):
        raise RuleError("button-is-old")
    await ctx.may("codes.print", state="open", place_id=place.id)
    if anew:
        voided = await ctx.tx.codes.void_doors(place.id, ctx.now)
        await ctx.write_down("codes.voided", thing("place", place.id), place.id, codes=voided)
    until = later(ctx.now, days=joining.CODE_DAYS)
    fresh = await ctx.tx.codes.issue_doors(place.id, ctx.person.id, ctx.now, until)
    if not (await ctx.tx.codes.door_codes(place.id, ctx.now)).open:
        raise RuleError("codes-no-doors")
    await ctx.write_down("codes.issued", thing("place", place.id), place.id, codes=fresh)
    caption = page([ctx.t("codes-caption"), ctx.t("codes-caption-how")])
    await ctx.promise_file(ctx.room, "codes.sheet", "joining.sheet", caption, place=place.id)
    await ctx.menu(f"doors.{place.id}", MENU)
    ctx.answer(ctx.t("codes-coming"))


async def gather(look: Look, args: Mapping[str, Any]) -> Sheet | None:
    """The open codes of a building's doors as links; the proof is worked out here and stands nowhere."""
    tree, place_id = await look.house.tree(look.read), args["place"]
    found = await look.read.codes.open_doors(place_id, look.at)
    if place_id not in tree or not found:
        return None
    labels = [
        Label(tree.path(code.target), codes.link(look.house, code), _day(look, code.expires_at))
        for code in sorted(found, key=lambda code: _order(tree, code.target))
    ]
    name = tree.path(place_id)
    return Sheet(
        file=look.t("codes-file", place=name),
        head=f"{look.house.name} · {name}",
        how=[words(lang)("codes-sheet-how") for lang in LANGUAGES],
        until=" · ".join(words(lang)("codes-sheet-until") for lang in LANGUAGES),
        labels=labels,
    )


def _order(tree: Tree, place_id: int) -> tuple[tuple[int, str], ...]:
    """By stair and number as people count: 2单元 before 10单元, 201 before 1001."""
    line = [tree.get(place_id), *tree.parents(place_id)][::-1]
    return tuple((int("".join(filter(str.isdigit, place.name)) or 0), place.name) for place in line)


def _day(look: Look, at: int) -> str:
    day = look.house.local(at)
    return f"{day:%Y-%m-%d}"
