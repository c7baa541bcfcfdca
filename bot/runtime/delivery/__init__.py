"""Messages out: cards and notes that were promised, in their order, within Telegram's limits, until they arrive."""

from bot.runtime.delivery.running import Delivery

__all__ = ["Delivery"]
