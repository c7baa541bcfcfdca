"""Places: buildings described in a line become stairs and doors, after a look and one tap; empty ones go as quickly."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence

from bot.domain import places
from bot.domain.people import Room
from bot.domain.places import Place, building
from bot.domain.places.building import Block, Gathering
from bot.domain.rules import RuleError, thing
from bot.i18n import Words, bold
from handlers import lists, questions, where
from handlers.cards import Button, Card, Look, button, card
from handlers.context import REPLY, Context, Turn, Work, later
from handlers.doors import DOORS, answers, presses, says
from handlers.features import Feature
from storage.database import Read, Tx

_BETWEEN = re.compile(r"[\s,，、;；和与]|\band\b")

MENU = "places"

Described = Block | Gathering


@says("build", "建楼", "建房子", english=("build",))
async def build(ctx: Context) -> None:
    """With a description, its preview; without one, what is there and how to describe more."""
    await _may(ctx)
    if ctx.text:
        return await _preview(ctx, ctx.text)
    await ctx.menu("seen", MENU)
    return await questions.ask(ctx, "place.described", "", ctx.t("build-how"), *ctx.t("build-examples").splitlines())


async def _may(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("build-in-private")
    await ctx.may("place.build", state="open")


@answers("place.described")
async def described(ctx: Context) -> None:
    """The description, or a better one after the preview; in a small file as well."""
    await _may(ctx)
    if ctx.media and ctx.media.kind == "document":
        return await DOORS.brings["document"](ctx)
    return await _preview(ctx, ctx.text)


async def _preview(ctx: Context, text: str) -> None:
    await _keep(ctx, ctx.person.id, ctx.room, text)
    await ctx.menu("preview", MENU)


async def _keep(work: Work, person_id: int, room: Room, text: str) -> None:
    """What is described waits for a word. Refuses what cannot be understood whole."""
    for one in building.read(text):
        if isinstance(one, Gathering):
            await _homes(work.tx, await work.places(), one)
    await work.tx.questions.ask(person_id, room.id, "place.described", text, later(work.now, hours=24))


async def was_described(turn: Turn, person_id: int, text: str) -> None:
    """A file described buildings: looked at and built like the same lines in chat."""
    room = await turn.private_room(await turn.tx.people.get(person_id))
    await _keep(turn, person_id, room, text)
    await turn.tx.cards.turn(thing(MENU, person_id), "preview", room.id, rank=REPLY, at=turn.now, aloud=True)


@presses("place.build")
async def confirm(ctx: Context) -> None:
    """What the preview shows is built; `one`: of an unclear 2单元 only the second stair."""
    await _may(ctx)
    kept = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if kept is None or kept.door != "place.described" or not kept.payload:
        raise RuleError("button-is-old")
    found = [_meant(one, ctx.way.values == ("one",)) for one in building.read(kept.payload)]
    raised = await raise_all(ctx.tx, ctx.places, found)
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    first, last = min(raised, default=0), max(raised, default=0)
    if raised:
        await ctx.write_down("place.built", f"place_{first}", None, first=first, last=last, many=len(raised))
    together = last - first + 1 == len(raised)  # only then the two numbers say what to take away again
    await ctx.menu(f"built.{first}.{last}" if together else "built", MENU)


def _meant(one: Described, only_last: bool) -> Described:
    return one.only_last_stair() if only_last and isinstance(one, Block) and one.ambiguous else one


async def raise_all(tx: Tx, tree: Callable[[], Awaitable[places.Tree]], found: Sequence[Described]) -> list[int]:
    """The numbers of the places that are new, the buildings before the groups that lie across their stairs."""
    raised = await _raise(tx, await tree(), [one for one in found if isinstance(one, Block)])
    for one in found:
        if isinstance(one, Gathering):
            raised += await _gather(tx, await tree(), one)
    return raised


async def _raise(tx: Tx, tree: places.Tree, blocks: list[Block]) -> list[int]:
    """Those that are there already stay as they are, however they are written."""
    root, raised = (await tx.places.root()).id, list[int]()
    known: dict[tuple[int, str, str], int] = {}
    for block in blocks:
        for path in block.paths():
            at = root
            for kind, name in path:
                step = (at, kind, places.label(kind, name))
                if step not in known:
                    there = [id for id in tree.named(kind, step[2]) if _is_under(tree, id, at, kind)]
                    known[step] = there[0] if there else await tx.places.add(at, kind, name)
                    raised += [] if there else [known[step]]
                at = known[step]
    return raised


def _is_under(tree: places.Tree, id: int, at: int, kind: str) -> bool:
    """Below a building only its own; a building may lie in an area that the description leaves out."""
    return bool(tree.inside([id], [at])) if kind == "building" else tree.get(id).parent_id == at


async def _homes(read: Read, tree: places.Tree, one: Gathering) -> list[Place]:
    """The homes that a neighbours' group is described with; every word must name some that exist."""
    reading = places.read(one.words, tree)
    if not reading.candidates or _BETWEEN.sub("", reading.rest):
        raise RuleError("build-group-unknown", name=one.name)
    homes = {home.id: home for spot in reading.candidates for home in await read.places.dwellings_in(spot)}
    return [homes[number] for number in sorted(homes)]


async def _gather(tx: Tx, tree: places.Tree, one: Gathering) -> list[int]:
    """The group, if it is new; one that is there already gets these homes and no others."""
    root = (await tx.places.root()).id
    there = tree.named("neighbours", places.label("neighbours", one.name))
    group = there[0] if there else await tx.places.add(root, "neighbours", one.name)
    await tx.places.gathers(group, [home.id for home in await _homes(tx, tree, one)])
    return [] if there else [group]


@presses("place.undo")
async def undo(ctx: Context) -> None:
    """What was just built goes again, as far as nobody has moved in."""
    await _may(ctx)
    values = [int(value) for value in ctx.way.values if value.isdecimal() and len(value) < 15]
    if len(values) != 2:
        raise RuleError("button-is-old")
    gone = await ctx.tx.places.unused(*values)
    await ctx.tx.places.go(gone, ctx.now)
    await ctx.write_down("place.unbuilt", f"place_{values[0]}", None, first=values[0], last=values[1], many=len(gone))
    ctx.answer(ctx.t("build-undone", many=len(gone)))
    await ctx.menu("seen", MENU)


@presses("place.drop")
async def drop(ctx: Context) -> None:
    await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    await ctx.menu("seen", MENU)


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, _, rest = view.partition(".")
    if path == "preview":
        return await _seen_before(look, number)
    if path == "built":
        return await _built(look, rest)
    return card([bold(look.t("build-seen")), *await counted(look.read, look.t)])


async def _built(look: Look, span: str) -> Card:
    """What there is now, what comes next, and the way back."""
    t, root = look.t, (await look.read.places.root()).id
    undo_button = [button(t("build-undo"), "place.undo", *span.split("."))] if span else []
    return card(
        [bold(t("build-done")), *await counted(look.read, t), "", t("build-next")],
        [button(t("build-codes"), "codes.at", where.At(root)), button(t("appoint-new"), "appoint.new")],
        [button(t("room-add"), "room.add")],
        undo_button,
    )


async def counted(read: Read, t: Words) -> list[str]:
    """How many places of each kind there are."""
    counts = await read.places.counts((await read.places.root()).id)
    kinds = [kind for kind in places.KINDS if kind != "community" and counts.get(kind)]
    return [t("build-count", kind=kind, many=counts[kind]) for kind in kinds] or [t("build-nothing-yet")]


async def _seen_before(look: Look, number: int) -> Card:
    """What would be built; where a number could mean two things, both are offered."""
    kept = await look.read.questions.open(number, look.room.id, look.at)
    if kept is None or kept.door != "place.described" or not kept.payload:
        return card([look.t("build-nothing-kept")])
    found = building.read(kept.payload)
    blocks = [one for one in found if isinstance(one, Block)]
    tree = await look.house.tree(look.read)
    lines = [await line(look.read, tree, look.t, one) for one in found[: lists.PER_PAGE]]
    more = [look.t("build-more", many=len(found) - lists.PER_PAGE)] if len(found) > lists.PER_PAGE else []
    return card([bold(look.t("build-preview")), *lines, *more, look.t("build-there-stays")], *_choices(look, blocks))


async def line(read: Read, tree: places.Tree, t: Words, one: Described) -> str:
    """What is described, as it was understood. Refuses a group of homes that are not there."""
    if isinstance(one, Gathering):
        homes = [tree.code(home.id) for home in await _homes(read, tree, one)]
        return t("build-gathering", name=one.name, many=len(homes), homes=_few(t, homes, 12))
    return t(
        "build-block", building=_few(t, one.buildings, 3),
        stairs=len(one.stairs), first=one.floors[0], last=one.floors[-1], doors=one.doors, many=one.dwellings,
    )  # fmt: skip


def _few(t: Words, names: Sequence[str], most: int) -> str:
    return lists.joined(t, names[:most]) + ("…" if len(names) > most else "")


def _choices(look: Look, blocks: list[Block]) -> list[list[Button]]:
    t, total = look.t, sum(block.dwellings for block in blocks)
    rows = [[button(t("build-yes", many=total), "place.build", "all")]]
    if any(block.ambiguous for block in blocks):
        other = sum((block.only_last_stair() if block.ambiguous else block).dwellings for block in blocks)
        which = next(block.stairs[-1] for block in blocks if block.ambiguous)
        rows += [[button(t("build-only-one", stair=which, many=other), "place.build", "one")]]
    return [*rows, [button(t("build-drop"), "place.drop")]]


FEATURE = Feature("places", cards={MENU: draw}, commands={"steward": ("build",)})
