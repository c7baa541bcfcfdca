"""Pictures that were sent as files: fetched, drawn anew without what they say of when and where, and handed back."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError
from telegram import Bot
from telegram.error import BadRequest

from bot.runtime.jobs import Trade
from handlers.context import Turn
from handlers.tickets import pictures

MOST_PIXELS = 60_000_000
"""What a telephone takes; beyond it a small file may be made to fill the memory."""

LONGEST_SIDE = 2560
QUALITY = 85


@dataclass(frozen=True)
class Fetched:
    """None if Telegram has it no more, or it is too large to be fetched."""

    note_id: int
    content: bytes | None


async def fetch(bot: Bot, payload: Mapping[str, Any]) -> Fetched:
    try:
        file = await bot.get_file(payload["file"])
        return Fetched(payload["note"], bytes(await file.download_as_bytearray()))
    except BadRequest:
        return Fetched(payload["note"], None)


def clean(fetched: Fetched) -> tuple[int, bytes | None]:
    return fetched.note_id, cleaned(fetched.content) if fetched.content else None


def cleaned(content: bytes) -> bytes | None:
    """The picture as a JPEG of its pixels alone, upright; None for what is no picture that can be read."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(content)) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if picture.width * picture.height > MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning):
        return None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


async def done(turn: Turn, result: tuple[int, bytes | None]) -> None:
    await pictures.was_cleaned(turn, *result)


async def failed(turn: Turn, payload: Mapping[str, Any]) -> None:
    await pictures.was_cleaned(turn, payload["note"], None)


TRADES = {"ticket.clean": Trade(clean, done, fetch, failed)}
