"""Buildings that a small text file describes line by line, built from the command line after a look."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.domain.places import Tree, building
from bot.domain.places.building import Block
from bot.domain.rules import RuleError
from bot.i18n import Words
from storage.database import Database, Read, Tx

if TYPE_CHECKING:
    from bot.runtime.plan import Plan
    from handlers.places import Described

Say = Callable[[str], None]


async def raise_described(
    plan: "Plan", text: str, t: Words, say: Say, *, dry_run: bool, agreed: Callable[[], bool]
) -> bool:
    """Whether it is built, or would be. Raises RuleError for what cannot be understood in one way only."""
    found = building.read(text)
    _check_one_meaning(found)
    if dry_run:
        _say(await Database.glance(plan.database, lambda read: _preview(read, t, found)), say)
        say(t("import-dry"))
        return True
    async with await Database.open(plan.database, plan.backups) as db:
        _say(await db.look(lambda read: _preview(read, t, found)), say)
        if not agreed():
            say(t("import-left"))
            return False
        await db.whole(lambda tx: _raise(tx, found, int(time.time())))
        _say(await db.look(lambda read: _built(read, t)), say)
    return True


def _check_one_meaning(found: "list[Described]") -> None:
    """In chat two buttons ask what 2单元 means; here it is written out."""
    for one in found:
        if isinstance(one, Block) and one.ambiguous:
            raise RuleError("import-two-meanings", stair=one.stairs[-1])


def _say(lines: list[str], say: Say) -> None:
    for line in lines:
        say(line)


async def _preview(read: Read, t: Words, found: "list[Described]") -> list[str]:
    from handlers import places

    tree = Tree(await read.places.all())
    lines = [f"  {await places.line(read, tree, t, one)}" for one in found]
    return [t("build-preview"), *lines, t("build-there-stays")]


async def _raise(tx: Tx, found: "list[Described]", at: int) -> None:
    """The places and their line in the journal, in one transaction."""
    from handlers import places

    async def now() -> Tree:
        return Tree(await tx.places.all())

    raised = await places.raise_all(tx, now, found)
    if raised:
        first, last = min(raised), max(raised)
        numbers = {"first": first, "last": last, "many": len(raised)}
        await tx.journal.write(at, None, "place.built", f"place_{first}", None, **numbers)


async def _built(read: Read, t: Words) -> list[str]:
    from handlers import places

    return [t("build-done"), *(f"  {line}" for line in await places.counted(read, t))]
