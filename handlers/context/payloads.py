"""Messages as data: how a text becomes a payload, and what a message replies to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram import Message

from bot.domain.text import clean, clean_name
from bot.i18n import Html


def html(text: Html) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def reply_to(message_id: int | None) -> dict[str, Any]:
    if message_id is None:
        return {}
    return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}


def thread_of(message: Message | None) -> int:
    """The topic a message stands in; 0 for none and for General (which the Bot API calls 1 or leaves out)."""
    if message is None or not message.is_topic_message:
        return 0
    return 0 if message.message_thread_id == 1 else (message.message_thread_id or 0)


def replied(message: Message) -> int | None:
    """The message this one replies to. In a topic every message carries the topic's root, which is no reply."""
    target = message.reply_to_message
    if target is None or (message.is_topic_message and target.message_id == message.message_thread_id):
        return None
    return target.message_id


def spoken_text(message: Message) -> str:
    return clean(message.text or message.caption or "")


def later(at: int, **span: float) -> int:
    """So much later: `later(ctx.at, hours=2)`."""
    return at + int(timedelta(**span).total_seconds())


def spoken_language(language_code: str | None) -> str | None:
    """Telegram's language tag as one of ours, or None for the community's own."""
    primary = (language_code or "").partition("-")[0].lower()
    return primary if primary in ("zh", "en") else None


@dataclass(frozen=True)
class Media:
    """A photo, voice message, video or document by Telegram's file id; the file itself stays with Telegram."""

    kind: str
    file_id: str
    name: str = ""
    size: int = 0  # bytes
    album: str | None = None


def media_of(message: Message) -> Media | None:
    album = message.media_group_id
    if message.photo:
        photo = message.photo[-1]
        return Media("photo", photo.file_id, size=photo.file_size or 0, album=album)
    for kind in ("voice", "video", "document"):
        found = getattr(message, kind)
        if found:
            name = clean_name(getattr(found, "file_name", None) or "")
            return Media(kind, found.file_id, name, found.file_size or 0, album)
    return None
