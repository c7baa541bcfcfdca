"""What every handler works with: the open transaction, who speaks, where, when, and the ways to promise something."""

from handlers.context.arriving import ACTING_MINUTES, TELEGRAM
from handlers.context.entry import Answer, Entry, Way
from handlers.context.neighbourhood import CATEGORIES, Neighbourhood
from handlers.context.payloads import Media, html, later, media_of, replied, reply_to, spoken_text, thread_of
from handlers.context.speaking import Context
from handlers.context.work import BULK, CARD, NOTICE, REPLY, TITLES, URGENT, Saying, Showing, Turn, Work, may_act

__all__ = [
    "ACTING_MINUTES",
    "BULK",
    "CARD",
    "CATEGORIES",
    "NOTICE",
    "REPLY",
    "TELEGRAM",
    "TITLES",
    "URGENT",
    "Answer",
    "Context",
    "Entry",
    "Media",
    "Neighbourhood",
    "Saying",
    "Showing",
    "Turn",
    "Way",
    "Work",
    "html",
    "later",
    "may_act",
    "media_of",
    "replied",
    "reply_to",
    "spoken_text",
    "thread_of",
]
