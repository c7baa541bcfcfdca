"""The claim link: whoever opens it first becomes the steward. Made from the token alone; nothing is written."""

from __future__ import annotations

import hashlib
import hmac
import io

import segno
from telegram import Bot

from bot.runtime import transport
from bot.runtime.plan import Plan, link_key

WHITE_ON_BLACK, AS_BEFORE = "\x1b[38;5;231;48;5;16m", "\x1b[0m"
"""Exact colours: a telephone reads the code on a light terminal as well as on a dark one."""


async def link(plan: Plan) -> str:
    """Raises TelegramError when Telegram cannot be asked for the bot's name."""
    polling, calling = transport.wires(plan.proxy)
    async with Bot(plan.token, base_url=f"{plan.base_url}/bot", request=calling, get_updates_request=polling) as bot:
        return address(bot.username, plan.token)


def address(username: str, token: str) -> str:
    """The link of the bot with this name, good for a day from now."""
    from handlers.people import claim_value  # and every feature with it, which the questions before do without

    value = claim_value()
    proof = hmac.new(link_key(token), f"claim_{value}".encode(), hashlib.sha256).hexdigest()[:12]
    return f"https://t.me/{username}?start=claim_{value}_{proof}"


def picture(url: str, coloured: bool) -> str:
    """The link as a QR code of half blocks, 45 columns wide and 23 lines high at most."""
    drawn = io.StringIO()
    segno.make(url, error="l", boost_error=False).terminal(drawn, compact=True)
    lines = drawn.getvalue().splitlines()
    return "\n".join(f"{WHITE_ON_BLACK}{line}{AS_BEFORE}" if coloured else line for line in lines)
