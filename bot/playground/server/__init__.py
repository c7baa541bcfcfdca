"""A strict fake Telegram: Bot API, people who act in it, and a clock that can be pushed."""

from bot.playground.server.control import Inside
from bot.playground.server.service import Handle, application, serve
from bot.playground.server.world import World

__all__ = ["Handle", "Inside", "World", "application", "serve"]
