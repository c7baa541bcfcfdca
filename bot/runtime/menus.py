"""The menus behind Telegram's / key: for private chats and for groups, in every language, told once per change."""

from __future__ import annotations

import asyncio
import hashlib
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.i18n import LANGUAGES, words
from bot.runtime.application import Bot
from handlers import home
from handlers.context import Neighbourhood
from storage.database import Database

log = structlog.get_logger("linli.menus")

SCOPES = {"all_private_chats": "private", "all_group_chats": "group"}
"""Telegram's name of a scope (Bot API: BotCommandScope), and what features call it. Those of people in office are
promised to each of them, see `handlers.home`."""

FORMER = ("default",)
"""Scopes that were told before there were several; they would show through."""

AGAIN, LONGEST = 60, 3600
"""Seconds until the next try, doubled each time up to the longest."""

Call = tuple[str, dict[str, Any]]


def calls(house: Neighbourhood) -> list[Call]:
    """What Telegram is told, in the order of telling; without a language code for those who speak neither."""
    told: list[Call] = []
    for tag, language in [("", house.language), *((language, language) for language in LANGUAGES)]:
        code = {"language_code": tag} if tag else {}
        for scope in FORMER:
            told.append(("deleteMyCommands", {"scope": {"type": scope}} | code))
        for scope, name in SCOPES.items():
            menu = home.commands(house.features, words(language), name)
            told.append(("setMyCommands", {"commands": menu, "scope": {"type": scope}} | code))
    return told


async def tell(bot: Bot, db: Database, house: Neighbourhood) -> None:
    """Until Telegram knows them all; nothing is told that it knows already."""
    every = calls(house)
    mark = hashlib.sha256(repr(every).encode()).hexdigest()
    wait = AGAIN
    while await db.read.house.value("commands") != mark:
        try:
            for method, call in every:
                await bot.do_api_request(method, call)
            await db.whole(lambda tx: tx.house.set("commands", mark))
        except TelegramError as error:
            log.info("commands.later", error=type(error).__name__)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST)
