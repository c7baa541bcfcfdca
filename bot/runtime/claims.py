"""The claim link: whoever opens it first becomes the steward. Made from the token alone; nothing is written."""

from __future__ import annotations

import hashlib
import hmac

from telegram import Bot

from bot.runtime import transport
from bot.runtime.community import Plan, link_key
from handlers.people import claim_value


async def link(plan: Plan) -> str:
    """Raises TelegramError when Telegram cannot be asked for the bot's name."""
    polling, calling = transport.wires(plan.proxy)
    async with Bot(plan.token, base_url=f"{plan.base_url}/bot", request=calling, get_updates_request=polling) as bot:
        username = bot.username
    value = claim_value()
    proof = hmac.new(link_key(plan.token), f"claim_{value}".encode(), hashlib.sha256).hexdigest()[:12]
    return f"https://t.me/{username}?start=claim_{value}_{proof}"
