"""Tables from outside: .xlsx, .csv and .tsv, read in a child process that has little to lose and little time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.domain.register import Sheet
from bot.domain.rules import RuleError
from bot.runtime.tables import child

LARGEST = 20_000_000
"""Bytes; more a bot cannot fetch from Telegram anyway (Bot API: getFile)."""

PATIENCE = 45
"""Seconds a child may take on the clock; its processor time is limited by itself."""

CHILD = Path(child.__file__)


def read(content: bytes, filename: str) -> list[Sheet]:
    """The sheets of a file; raises RuleError with a reason and a way on. Never on the event loop: it waits."""
    if len(content) > LARGEST:
        raise RuleError("table-too-big", megabytes=LARGEST // 1_000_000)
    if not content:
        raise RuleError("table-empty")
    said = _asked(content, filename)
    if "refused" in said:
        raise RuleError(f"table-{said['refused']}", **said.get("details", {}))
    return [_sheet(one) for one in said["sheets"]]


def read_file(path: Path) -> list[Sheet]:
    """The same for a file on disk, which is not even opened if it is too big."""
    if path.stat().st_size > LARGEST:
        raise RuleError("table-too-big", megabytes=LARGEST // 1_000_000)
    return read(path.read_bytes(), path.name)


def text_of(content: bytes) -> str | None:
    """What a text file says, in whatever Unicode or GB18030 it was written; None for what is no text."""
    try:
        return child.decoded(content)
    except child.Refused:
        return None


def _asked(content: bytes, filename: str) -> dict[str, Any]:
    """What the child says. It gets no environment: what stands there is none of a file's business."""
    ending = Path(filename).suffix.lower()[:10]
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", str(CHILD), ending],
            input=content, capture_output=True, timeout=PATIENCE, check=False, env={},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"refused": "too-slow"}
    if done.returncode != 0:  # it ran into its limits: killed, or no memory left to say so
        return {"refused": "too-slow"}
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _sheet(said: dict[str, Any]) -> Sheet:
    return Sheet(
        said["name"],
        tuple(tuple(row) for row in said["rows"]),
        tuple(said["numbers"]),
        {(row, column): code for row, column, code in said["odd"]},
        tuple((first, left, last, right) for first, left, last, right in said["merged"]),
    )
