"""From bytes on a disk to text and tables."""

import tomllib
from pathlib import Path
from typing import Any

from bot.settings.faults import Fault
from bot.settings.slips import slip

LARGEST = 256 * 1024
UTF8_MARK, UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


def text_of(path: Path) -> str:
    """Raises Fault where a file is missing, locked, no text, or written in another encoding than UTF-8."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Fault("settings-no-file") from None
    except (OSError, ValueError):
        raise Fault("settings-unreadable") from None
    if len(raw) > LARGEST or (b"\0" in raw and not raw.startswith(UTF16_MARKS)):
        raise Fault("settings-not-ours")
    return _decoded(raw.removeprefix(UTF8_MARK)).replace("\r\n", "\n")


def tables_of(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = str(error)
    except (ValueError, RecursionError):  # a number of five thousand digits, a list in a list in a list …
        raise Fault("settings-not-ours") from None
    raise slip(text, problem)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    if raw.startswith(UTF16_MARKS):
        raise Fault("settings-utf16")
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        raise Fault("settings-not-utf8", line) from None
    raise Fault("settings-gbk", line)
