"""The register from the command line: a list in, the register out, an empty sheet."""

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.domain import register
from bot.domain.register import Difference, Listing
from bot.domain.rules import RuleError
from bot.i18n import Words
from bot.runtime import tables
from storage.database import Database, Tx
from storage.files import DatabaseRefused

if TYPE_CHECKING:
    from bot.runtime.community import Plan

FAILED = 1
YES = {"y", "yes", "是", "是的", "好", "改"}
Say = Callable[[str], None]


def commands(app: typer.Typer, t: Words, plan: Callable[[Path, str], "Plan"], usual: Path) -> None:
    """Adds `import`, `register-template` and `export-register`."""
    config = typer.Option("--config", "-c", help=t("cli-config"))
    community = typer.Option("--community", help=t("cli-community"))

    @app.command("import", help=t("cli-import"))
    def import_(
        file: Annotated[Path, typer.Argument(help=t("cli-import-file"))],
        dry_run: Annotated[bool, typer.Option("--dry-run", help=t("cli-dry-run"))] = False,
        yes: Annotated[bool, typer.Option("--yes", "-y", help=t("cli-yes"))] = False,
        path: Annotated[Path, config] = usual,
        name: Annotated[str, community] = "",
    ) -> int:
        found = plan(path, name)
        try:
            return asyncio.run(import_list(found, file, t, print, dry_run, yes))
        except RuleError as refused:
            print(t(refused.code, **refused.details), file=sys.stderr)
            return FAILED

    @app.command("register-template", help=t("cli-template"))
    def template(target: Annotated[Path | None, typer.Argument(help=t("cli-register-target"))] = None) -> None:
        from handlers.register import files

        written, content = files.build_template(t.lang)
        print(t("register-written", file=str(_written(target, written, content))))

    @app.command("export-register", help=t("cli-export-register"))
    def export(
        target: Annotated[Path | None, typer.Argument(help=t("cli-register-target"))] = None,
        path: Annotated[Path, config] = usual,
        name: Annotated[str, community] = "",
    ) -> None:
        from handlers.register import files

        found = plan(path, name)
        now = asyncio.run(Database.glance(found.database, lambda read: read.register.now()))
        written, content = files.build_export((t.lang, now, found.name))
        print(t("register-written", file=str(_written(target, written, content))))


def _written(target: Path | None, usual: str, content: bytes) -> Path:
    """Never over something that is there; readable by its owner alone, for it may hold names."""
    chosen = (target / usual) if target and target.is_dir() else target or Path(usual)
    try:
        with chosen.open("xb") as file:
            chosen.chmod(0o600)
            file.write(content)
    except FileExistsError:
        raise DatabaseRefused("target-exists", file=str(chosen)) from None
    return chosen


async def import_list(plan: "Plan", file: Path, t: Words, say: Say, dry_run: bool = False, yes: bool = False) -> int:
    """→ exit status. Raises RuleError for a file that cannot be read, DatabaseRefused for a database in use."""
    if not file.is_file():
        say(t("import-missing", file=str(file)))
        return FAILED
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


def _agreed(t: Words) -> bool:
    """Asked in the terminal; without one, nobody has agreed."""
    try:
        return input(t("import-asks") + " ").strip().lower() in YES
    except EOFError:
        return False
