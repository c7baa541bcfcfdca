"""The register's list that was sent to the bot: fetched, read by a limited child, and handed to the handlers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot
from telegram.error import BadRequest

from bot.domain import register
from bot.domain.places import building
from bot.domain.rules import RuleError
from bot.runtime import tables
from bot.runtime.jobs import Trade
from handlers import places
from handlers.context import Turn
from handlers.register import sender, was_no_list, was_not_read, was_read


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


Said = register.Listing | RuleError | str
"""A list, why it cannot be read, or lines that describe buildings."""


def read(fetched: Fetched) -> tuple[int, Said]:
    try:
        if fetched.content is None:
            raise RuleError("table-not-fetched")
        described = description(fetched.content, fetched.ending)
        return fetched.import_id, described or register.read(tables.read(fetched.content, f"list{fetched.ending}"))
    except RuleError as refused:
        return fetched.import_id, refused


def description(content: bytes, ending: str) -> str | None:
    """The buildings that a small text file describes line by line; None for anything else, such as a table."""
    text = tables.text_of(content) if ending == ".txt" else None
    return text if text and building.describes(text) else None


async def done(turn: Turn, result: tuple[int, Said]) -> None:
    import_id, said = result
    if not isinstance(said, str):
        return await was_read(turn, import_id, said)
    person_id = await sender(turn, import_id)
    if person_id is None:
        return None
    try:
        await places.was_described(turn, person_id, said)
    except RuleError as refused:
        return await was_read(turn, import_id, refused)
    return await was_no_list(turn, import_id)


async def failed(turn: Turn, payload: Mapping[str, Any]) -> None:
    await was_not_read(turn, payload["id"])


TRADES = {"register.read": Trade(read, done, fetch, failed)}
