"""Settings: config.toml and the environment, checked at the door; whatever is wrong is one sentence with its mend."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.settings.checks import TOKEN
from bot.settings.faults import Fault, Say, SettingsError, fault_in
from bot.settings.lines import line_of
from bot.settings.model import Community, Health, Settings, Telegram
from bot.settings.reading import tables_of, text_of

__all__ = ["Community", "Health", "Settings", "SettingsError", "Telegram", "cli_language", "load"]

TOKEN_VARIABLE = "LINLI_TOKEN"


def load(path: Path, words: Say, environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises SettingsError. Relative paths start at the file; LINLI_TOKEN is the token where there is one community."""
    try:
        return _read(path, environ)
    except Fault as fault:
        sentence = fault.said(str(path), words)
    raise SettingsError(sentence)


def cli_language(option: str | None, environ: Mapping[str, str]) -> str:
    """`--lang` decides, else the locale: Chinese for zh* and where nothing is said, English for every other."""
    said = option or next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    spoken = said.partition(".")[0].casefold()
    return "zh" if spoken.startswith("zh") or spoken in ("", "c", "posix") else "en"


def _read(path: Path, environ: Mapping[str, str]) -> Settings:
    text = text_of(path)
    tables = tables_of(text)
    home = path.absolute().parent
    _find_tokens(tables.get("community"), text, home, environ.get(TOKEN_VARIABLE, ""))
    try:
        settings = Settings.model_validate(tables, context={"home": home}, by_alias=True, by_name=False)
        fault = None if settings.communities else Fault("settings-no-community")
    except ValidationError as error:
        fault = fault_in(text, error)
    if fault:
        raise fault
    return settings


def _find_tokens(communities: Any, text: str, home: Path, from_environment: str) -> None:
    """A token may stand in the environment or in a file of its own, so that config.toml can be shown to anybody."""
    if not isinstance(communities, list):
        return
    for index, community in enumerate(communities):
        if not isinstance(community, dict):
            continue
        if len(communities) == 1 and from_environment:
            community["token"] = _checked(from_environment, Fault("settings-token-variable", variable=TOKEN_VARIABLE))
        elif isinstance(where := community.get("token_file"), str) and where and not TOKEN.search(where):
            line = line_of(text, ("community", index, "token_file"))
            if community.get("token"):
                raise Fault("settings-token-twice", line)
            community["token"] = _checked(_first_line(home, where, line), Fault("settings-token-in-file", line))


def _checked(token: str, otherwise: Fault) -> str:
    if not TOKEN.fullmatch(token.strip()):
        raise otherwise
    return token


def _first_line(home: Path, where: str, line: int) -> str:
    try:
        with (home / Path(where).expanduser()).open(encoding="utf-8-sig") as file:
            return file.readline(1_000)
    except (OSError, ValueError, RuntimeError):
        raise Fault("settings-token-file", line) from None
