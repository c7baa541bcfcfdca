"""The files of the playground: what bots upload and what people's cameras and voices leave behind."""

import hashlib
import mimetypes
import re
import secrets
import struct
import zlib
from dataclasses import asdict, dataclass
from typing import Any

from bot.playground.store import Store

ANY_TYPE = "application/octet-stream"
MORE_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
    "ics": "text/calendar",
}  # what a bare system's table of types does not know


@dataclass(frozen=True, slots=True)
class File:
    id: str
    kind: str  # Photo, Document, Voice
    name: str
    mime: str
    size: int
    width: int = 0
    height: int = 0
    duration: int = 0

    @property
    def path(self) -> str:
        folder = {"Photo": "photos", "Voice": "voice"}.get(self.kind, "documents")
        return f"{folder}/{self.unique}/{self.name}"

    @property
    def unique(self) -> str:
        return "AQAD" + hashlib.sha256(self.id.encode()).hexdigest()[:12]

    def ids(self) -> dict[str, Any]:
        return {"file_id": self.id, "file_unique_id": self.unique, "file_size": self.size}

    def sent(self) -> dict[str, Any]:
        """The part of a message that shows this file."""
        if self.kind == "Photo":
            return {"photo": [{**self.ids(), "width": self.width, "height": self.height}]}
        if self.kind == "Voice":
            return {"voice": {**self.ids(), "duration": self.duration, "mime_type": self.mime}}
        return {"document": {**self.ids(), "file_name": self.name, "mime_type": self.mime}}


class Library:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._files: dict[str, File] = {}
        self._paths: dict[str, str] = {}
        self._contents: dict[str, bytes] = {}

    def load(self) -> None:
        for id, doc in self._store.files():
            self._files[id] = File(**doc)
            self._paths[self._files[id].path] = id

    def add(self, kind: str, name: str, mime: str, content: bytes, duration: int = 0) -> File:
        width, height = _measured(content) if kind == "Photo" else (0, 0)
        id = {"Photo": "AgACAgUA", "Voice": "AwACAgUA"}.get(kind, "BQACAgUA") + secrets.token_urlsafe(24)
        file = File(id, kind, _plain(name), mime, len(content), width, height, duration)
        self._files[id] = file
        self._paths[file.path] = id
        if self._store.keeps:
            self._store.put_file(id, asdict(file), content)
        else:
            self._contents[id] = content
        return file

    def get(self, id: str) -> File | None:
        return self._files.get(id)

    def at(self, path: str) -> tuple[File, bytes] | None:
        id = self._paths.get(path)
        if id is None:
            return None
        content = self._contents.get(id)
        if content is None:
            self._store.flush()
            content = self._store.file(id)
        return None if content is None else (self._files[id], content)


def guessed(name: str, mime: str = "") -> str:
    """The type that was named, or the one that goes with the name."""
    if mime and mime != "application/octet-stream":
        return mime
    return (
        MORE_TYPES.get(name.rpartition(".")[2].lower()) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    )


def _plain(name: str) -> str:
    return re.sub(r"[/\\\x00-\x1f]", "_", name) or "file"


def _measured(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; (0, 0) for what is neither."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    at = 2 if content.startswith(b"\xff\xd8") else len(content)
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


def picture(seed: int, width: int = 320, height: int = 240) -> bytes:
    """A small PNG: a gradient whose colours come from `seed`."""
    red, green, blue = (seed * 67) % 160 + 40, (seed * 131) % 160 + 40, (seed * 29) % 160 + 40
    rows = bytearray()
    for y in range(height):
        shade = y * 55 // height
        rows += b"\0" + bytes((red + shade, green + shade, blue + shade)) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(bytes(rows))) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def voice(seconds: int) -> bytes:
    """Enough of an Ogg Opus file for a bot to pass on: the two headers, and silence in name only."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
    page = b"OggS" + struct.pack("<BBqIIIB", 0, 2, 0, seconds, 0, 0, 1) + bytes([len(head)]) + head
    return page + b"OpusTags" + struct.pack("<I", 0) * 2
