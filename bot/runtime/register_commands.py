"""The register on the command line: a list in, the register out, an empty sheet.

What a command needs is loaded when it is called, so that every other one starts at once.
"""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.domain.rules import RuleError
from bot.i18n import Words
from storage.files import DatabaseRefused

if TYPE_CHECKING:
    from bot.runtime.plan import Plan

FAILED = 1


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
        from bot.runtime.importing import import_list

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
        from storage.database import Database

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
