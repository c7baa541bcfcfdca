"""A list from the command line becomes the register; lines that describe buildings are built."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain import register
from bot.domain.places import building
from bot.domain.register import Difference, Listing
from bot.i18n import Words
from bot.runtime import tables
from bot.runtime.raising import raise_described
from storage.database import Database, Tx

if TYPE_CHECKING:
    from bot.runtime.plan import Plan

FAILED = 1
YES = {"y", "yes", "是", "是的", "好", "改", "建"}
Say = Callable[[str], None]


async def import_list(plan: "Plan", file: Path, t: Words, say: Say, dry_run: bool = False, yes: bool = False) -> int:
    """→ exit status. Raises RuleError for a file that cannot be read, DatabaseRefused for a database in use."""
    if not file.is_file():
        say(t("import-missing", file=str(file)))
        return FAILED
    if described := _description(file):
        built = await raise_described(
            plan, described, t, say, dry_run=dry_run, agreed=lambda: yes or _agreed(t, "import-builds")
        )
        return 0 if built else FAILED
    if dry_run:
        listing = _read(file, t, say)
        made = await Database.glance(plan.database, lambda read: _difference(read, listing))
        status = _shown(made, t, say)
        say(t("import-dry"))
        return status
    async with await Database.open(plan.database, plan.backups) as db:
        listing = _read(file, t, say)
        made = await db.look(lambda read: _difference(read, listing))
        status = _shown(made, t, say)
        if made.problems or made.is_empty:
            return status
        if not yes and not _agreed(t):
            say(t("import-left"))
            return FAILED
        say(t("import-applying"))
        await db.whole(lambda tx: apply(tx, made, int(time.time())))
    say(t("import-done", count=made.listed))
    return 0


def _description(file: Path) -> str | None:
    """Lines that describe buildings; None for anything else, such as a table."""
    small = file.suffix.lower() == ".txt" and file.stat().st_size <= 4 * building.LONGEST  # bytes of a sign, at most
    text = tables.text_of(file.read_bytes()) if small else None
    return text if text and building.describes(text) else None


def _read(file: Path, t: Words, say: Say) -> Listing:
    say(t("import-reading", file=file.name))
    listing = register.read(tables.read_file(file))
    say(t("import-comparing", count=len(listing.lines)))
    return listing


async def _difference(read: Any, listing: Listing) -> Difference:
    return register.compare(listing, await read.register.now())


async def apply(tx: Tx, made: Difference, at: int) -> None:
    """The difference and its line in the journal, in one transaction."""
    await tx.register.apply(made, at)
    counts = {key.replace("-", "_"): count for key, count in made.counts.items()}
    await tx.journal.write(at, None, "register.changed", "register_0", (await tx.places.root()).id, **counts)


def _shown(made: Difference, t: Words, say: Say) -> int:
    """Says what would change, or what is wrong; → exit status."""
    from handlers.register import words
    from handlers.register.deciding import shown_of

    shown = shown_of(made)
    if made.problems:
        say(t("register-wrong", count=len(made.problems)))
        for line in words.problems(t, shown, most=1_000_000):
            say(f"  {line}")
        say(t("register-wrong-next"))
        return FAILED
    say(t("register-same" if made.is_empty else "register-ready", count=made.listed))
    for line in [*([] if made.is_empty else words.difference(t, shown)), *words.notes(t, shown)]:
        say(f"  {line}")
    return 0


def _agreed(t: Words, question: str = "import-asks") -> bool:
    """Asked in the terminal; without one, nobody has agreed."""
    try:
        return input(t(question) + " ").strip().lower() in YES
    except EOFError:
        return False
