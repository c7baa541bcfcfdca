"""Files that are made when they are sent: gathered from a committed state, built in a thread, sent with multipart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import InputFile

from bot.runtime.threads import in_thread
from handlers.features import Maker
from storage.notes import Note

PATIENCE = 120.0
"""Seconds that sending a file may take: a slow line carries a few megabytes in that time."""


@dataclass(frozen=True)
class Make:
    """A file that a note asks for: in which field of the call it stands, who makes it, out of what."""

    field: str
    name: str
    args: Mapping[str, Any]


@dataclass(frozen=True)
class Gathered:
    """What a file will be built from; no data, no file: whatever it was about is gone."""

    field: str
    maker: Maker
    data: Any


def wanted(note: Note) -> Make | None:
    """`{"document": {"make": "register", "args": {}}}` asks for a file; anything else is sent as it is."""
    for field, value in note.payload.items():
        if isinstance(value, Mapping) and "make" in value:
            return Make(field, value["make"], value.get("args", {}))
    return None


async def built(gathered: Gathered) -> dict[str, InputFile]:
    """The call's field with the file in it."""
    filename, content = await in_thread(gathered.maker.build, gathered.data)
    return {gathered.field: InputFile(content, filename=filename)}
