"""The command line, in Chinese and English: `linli setup · run · check · init · import · backup · restore · claim`."""

import asyncio
import io
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.domain.quiet import Hours
from bot.domain.worktime import Working
from bot.i18n import Words, words
from bot.runtime import register_commands
from bot.settings import Community as CommunitySettings
from bot.settings import Settings, SettingsError, cli_language, load
from storage import files
from storage.files import DatabaseRefused

BAD_CONFIG, FAILED = 2, 1
CONFIG = Path("config.toml")


def main() -> None:
    """Entry point. Exit status 0 well, 1 failed, 2 wrongly called or configured; no traceback for a known trouble."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal in GBK has no ✔
    t = words(cli_language(_option("--lang"), os.environ))
    try:
        status = build(t)(sys.argv[1:] or ["--help"], standalone_mode=False)
    except SettingsError as error:
        status = _sorry(str(error), BAD_CONFIG)
    except DatabaseRefused as error:
        status = _sorry(t(error.code, **error.details), FAILED)
    except (typer.TyperException, typer.Abort) as error:
        status = _sorry(_usage(t, error), BAD_CONFIG)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status or 0)


def _option(name: str) -> str | None:
    """An option's value before anything else is parsed: its words decide how the rest is said."""
    for index, argument in enumerate(sys.argv):
        if argument == name:
            return sys.argv[index + 1] if index + 1 < len(sys.argv) else ""
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None


def _sorry(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _usage(t: Words, error: Exception) -> str:
    unknown = getattr(error, "option_name", None)
    if unknown and not getattr(error, "param", None):
        return t("cli-no-such-option", option=unknown)
    if isinstance(error, typer.BadParameter) and error.param is not None:
        missing = "Missing" in type(error).__name__
        return t("cli-missing" if missing else "cli-bad-value", option=error.param.name)
    return t("cli-usage")


def build(t: Words) -> Callable[..., Any]:
    """The command line in one language."""
    app = typer.Typer(help=t("cli-about"), no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    config = typer.Option("--config", "-c", help=t("cli-config"))

    @app.callback()
    def common(lang: Annotated[str, typer.Option("--lang", help=t("cli-lang"))] = "") -> None:
        """Options before the command."""

    common.__doc__ = t("cli-about")

    @app.command(help=t("cli-setup"))
    def setup(
        path: Annotated[Path, config] = CONFIG,
        base_url: Annotated[str, typer.Option("--base-url", help=t("cli-base-url"))] = "https://api.telegram.org",
    ) -> int:
        from bot.runtime import setup as asking

        return asking.run(path, t.lang, base_url.rstrip("/"))

    @app.command(help=t("cli-init"))
    def init(path: Annotated[Path, config] = CONFIG) -> int:
        return _init(load(path, t), t)

    @app.command(help=t("cli-run"))
    def run(path: Annotated[Path, config] = CONFIG) -> int:
        return _run(load(path, t), t)

    @app.command(help=t("cli-check"))
    def check(path: Annotated[Path, config] = CONFIG) -> int:
        return _check(load(path, t), t)

    @app.command(help=t("cli-upgrade"))
    def upgrade(path: Annotated[Path, config] = CONFIG) -> int:
        from bot.runtime.upgrade import Upgrade

        settings = load(path, t)
        return Upgrade([plan_of(community, settings) for community in settings.communities], path, t).go()

    @app.command("upgrade-step", hidden=True)
    def upgrade_step(name: str, path: Annotated[Path, config] = CONFIG) -> int:
        from bot.runtime.upgrade import step

        settings = load(path, t)
        return step(name, [plan_of(community, settings) for community in settings.communities], t)

    @app.command(help=t("cli-backup"))
    def backup(
        target: Annotated[Path | None, typer.Argument(help=t("cli-backup-target"))] = None,
        path: Annotated[Path, config] = CONFIG,
    ) -> None:
        communities = load(path, t).communities
        if target and len(communities) > 1 and not target.is_dir():
            raise SettingsError(t("backup-needs-folder"))
        for community in communities:
            print(t("backup-done", file=str(_backup(community, target))))

    @app.command(help=t("cli-restore"))
    def restore(
        snapshot: Annotated[Path, typer.Argument(help=t("cli-restore-snapshot"))],
        path: Annotated[Path, config] = CONFIG,
        name: Annotated[str, typer.Option("--community", help=t("cli-community"))] = "",
    ) -> None:
        community = _chosen(load(path, t), name, t)
        aside = files.restore(snapshot, community.database, datetime.now(UTC))
        print(t("restore-done", snapshot=str(snapshot)))
        if aside:
            print(t("restore-aside", file=str(aside)))

    @app.command(help=t("cli-claim"))
    def claim(
        path: Annotated[Path, config] = CONFIG,
        name: Annotated[str, typer.Option("--community", help=t("cli-community"))] = "",
    ) -> int:
        settings = load(path, t)
        return asyncio.run(_claim(settings, _chosen(settings, name, t), t))

    def plan(path: Path, name: str) -> Any:
        settings = load(path, t)
        return plan_of(_chosen(settings, name, t), settings)

    register_commands.commands(app, t, plan, CONFIG)

    @app.command(help=t("cli-play"))
    def play(
        host: Annotated[str, typer.Option(help=t("cli-host"))] = "127.0.0.1",
        port: Annotated[int, typer.Option(help=t("cli-port"), min=0, max=65535)] = 8080,
        small: Annotated[bool, typer.Option("--small", help=t("cli-small"))] = False,
        fresh: Annotated[bool, typer.Option("--fresh", help=t("cli-fresh"))] = False,
        server_only: Annotated[bool, typer.Option("--server-only", help=t("cli-server-only"))] = False,
        no_browser: Annotated[bool, typer.Option("--no-browser", help=t("cli-no-browser"))] = False,
        folder: Annotated[Path, typer.Option("--folder", help=t("cli-folder"))] = Path("var/play"),
    ) -> int:
        from bot.playground import play as playground

        options = playground.Options(host, port, small, fresh, server_only, not no_browser, folder)
        return playground.run(options, t)

    return app


def plan_of(community: CommunitySettings, settings: Settings) -> Any:
    from bot.runtime.community import Plan

    return Plan(
        name=community.name,
        token=community.token.get_secret_value(),
        database=community.database,
        backups=_backups(community),
        zone=ZoneInfo(community.zone),
        hours=hours_of(community),
        language=community.language,
        base_url=settings.telegram.base_url,
        proxy=settings.telegram.proxy,
        numbers=community.numbers,
        work=working_of(community),
    )


def hours_of(community: CommunitySettings) -> Hours:
    rest = community.rest or (None, None)
    return Hours(community.night[0], community.night[1], rest[0], rest[1], community.morning)


def working_of(community: CommunitySettings) -> Working:
    return Working(*community.work, frozenset(day - 1 for day in community.workdays))


def _backups(community: CommunitySettings) -> Path:
    return community.backups or files.backups_of(community.database)


def _run(settings: Settings, t: Words) -> int:
    from bot.runtime import logs, running
    from bot.runtime.community import Community, TokenRefused

    logs.configure(settings.log_level)
    health = (settings.health.host, settings.health.port) if settings.health.port else None
    communities = [Community(plan_of(community, settings)) for community in settings.communities]
    try:
        asyncio.run(running.run(communities, health))
    except TokenRefused:
        return _sorry(t("token-refused"), BAD_CONFIG)
    except OSError as error:
        if health is None or error.errno is None:
            raise
        return _sorry(t("port-taken", port=health[1]), FAILED)
    return 0


def _init(settings: Settings, t: Words) -> int:
    """A database for every community that has none; one that is there is left alone."""
    status = 0
    for community in settings.communities:
        try:
            files.create(community.database, community.name)
        except DatabaseRefused as refused:
            status = _sorry(t(refused.code, **refused.details), FAILED)
        else:
            print(t("init-done", file=str(community.database)))
    print(t("init-next"))
    return status


def _backup(community: CommunitySettings, target: Path | None) -> Path:
    at = datetime.now(UTC)
    if target is None:
        return files.nightly(community.database, _backups(community), at)
    name = f"{community.database.stem}-{at:%Y-%m-%d-%H%M%S}.db"
    chosen = target / name if target.is_dir() else target
    if chosen.exists():  # never over something that is there, least of all the database itself
        raise DatabaseRefused("target-exists", file=str(chosen))
    return files.snapshot(community.database, chosen)


def _chosen(settings: Settings, name: str, t: Words) -> CommunitySettings:
    found = [community for community in settings.communities if not name or community.name == name]
    if len(found) != 1:
        names = ", ".join(community.name for community in settings.communities)
        raise SettingsError(t("which-community", names=names))
    return found[0]


async def _claim(settings: Settings, community: CommunitySettings, t: Words) -> int:
    """Prints the link; writes nothing."""
    from telegram.error import InvalidToken, TelegramError

    from bot.runtime import claims

    try:
        link = await claims.link(plan_of(community, settings))
    except InvalidToken:
        return _sorry(t("token-refused"), BAD_CONFIG)
    except TelegramError:
        return _sorry(t("telegram-unreachable", url=settings.telegram.base_url), FAILED)
    print(t("claim-link"), "", claims.picture(link, sys.stdout.isatty()), "", link, sep="\n")
    return 0


def _check(settings: Settings, t: Words) -> int:
    """✔ or ✘ and the next step, line by line."""
    from bot.runtime import checks

    sound = True
    print(t("check-ok", what=t("check-config")))
    for community in settings.communities:
        for finding in asyncio.run(checks.findings(plan_of(community, settings))):
            sound &= finding.well
            key = "check-ok" if finding.well else "check-bad"
            print(t(key, what=t(f"check-{finding.what}", **finding.details)))
            if not finding.well:
                print("   " + t(f"check-{finding.what}-next", **finding.details))
    return 0 if sound else FAILED


if __name__ == "__main__":
    main()
