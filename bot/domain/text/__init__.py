"""What people typed, made safe to keep, to match and to show: cleaned, measured as Telegram measures, cut, masked."""

from bot.domain.text.cleaning import clean, clean_name, cut, utf16
from bot.domain.text.gaps import without
from bot.domain.text.masking import masked, plain_digits
from bot.domain.text.matching import plain, simplified, split_segments

__all__ = [
    "clean",
    "clean_name",
    "cut",
    "masked",
    "plain",
    "plain_digits",
    "simplified",
    "split_segments",
    "utf16",
    "without",
]
