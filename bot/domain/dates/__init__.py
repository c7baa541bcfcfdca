"""Days and clock times as people say them, read into moments of the community's zone."""

from bot.domain.dates.moments import Parts, When, moment, parts
from bot.domain.dates.reading import read

__all__ = ["Parts", "When", "moment", "parts", "read"]
