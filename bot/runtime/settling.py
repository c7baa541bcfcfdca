"""What `linli setup` writes: config.toml, a database and a systemd unit, each of them whole or not at all."""

from __future__ import annotations

import os
import pwd
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.i18n import Words
from bot.runtime.unit import unit
from bot.settings import load, writing
from bot.settings.writing import Answers
from storage import files
from storage.files import DatabaseRefused


@dataclass(frozen=True)
class Made:
    config: Path
    unit: Path


def free(path: Path) -> Path:
    """The path itself, or the first of `config-2.toml`, `config-3.toml` … that is not there."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def writable(config: Path) -> bool:
    """Whether the folder can be written into, or made."""
    folder = config.absolute().parent
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def sound(database: Path) -> bool:
    try:
        files.inspect(database, None)
    except DatabaseRefused:
        return False
    return True


def settle(answers: Answers, config: Path, database: str, words: Words) -> Made:
    """Writes all three; config.toml comes last, so that where it is, all is. Raises SettingsError, DatabaseRefused."""
    folder = config.absolute().parent
    folder.mkdir(parents=True, exist_ok=True)
    with _undisturbed():
        draft = _written(folder / f".{config.name}.new", writing.config(answers, database))
        try:
            [community] = load(draft, words, environ={}).communities
            if not community.database.exists():
                files.create(community.database, community.name)
            service = _service(folder / f"{config.stem.replace('config', 'linli')}.service", config, words.lang)
            draft.rename(config)
        finally:
            draft.unlink(missing_ok=True)
    return Made(config, service)


def _service(path: Path, config: Path, language: str) -> Path:
    """The unit; one that was there and says something else is kept beside it."""
    text = unit(config, language, _whoever_this_is())
    if path.exists() and path.read_text(encoding="utf-8") != text:
        path.rename(path.with_name(f"{path.name}.old"))
    _written(path, text).chmod(0o644)
    return path


def _whoever_this_is() -> str:
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # an account without a name
        return str(os.getuid())


def _written(path: Path, text: str) -> Path:
    path.unlink(missing_ok=True)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return path


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl+C waits until everything is written."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
