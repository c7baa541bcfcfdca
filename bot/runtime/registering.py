"""The register's list that was sent to the bot: fetched, read by a limited child, and handed to the handlers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.domain import register
from bot.domain.rules import RuleError
from bot.runtime import tables
from bot.runtime.jobs import Trade
from handlers.context import Turn
from handlers.register import was_not_read, was_read


@dataclass(frozen=True)
class Fetched:
    """A file by its ending, which tells old formats apart; None if Telegram has it no more."""

    import_id: int
    ending: str
    content: bytes | None


async def fetch(bot: Bot, payload: Mapping[str, Any]) -> Fetched:
    try:
        file = await bot.get_file(payload["file"])
        content: bytes | None = bytes(await file.download_as_bytearray())
    except BadRequest:  # too big, or gone: it will not be there later either
        content = None
    return Fetched(payload["id"], payload["ending"], content)


def read(fetched: Fetched) -> tuple[int, register.Listing | RuleError]:
    """What the list says, or why it cannot be read."""
    try:
        if fetched.content is None:
            raise RuleError("table-not-fetched")
        return fetched.import_id, register.read(tables.read(fetched.content, f"list{fetched.ending}"))
    except RuleError as refused:
        return fetched.import_id, refused


async def done(turn: Turn, result: tuple[int, register.Listing | RuleError]) -> None:
    await was_read(turn, *result)


async def failed(turn: Turn, payload: Mapping[str, Any]) -> None:
    await was_not_read(turn, payload["id"])


TRADES = {"register.read": Trade(read, done, fetch, failed)}
