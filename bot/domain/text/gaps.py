"""Words taken out of a text, and the gap they leave closed."""

import re
from collections.abc import Iterable

EMPTY_BRACKETS = re.compile(r"[(（\[【「“<《]\s*[)）\]】」”>》]")
DOUBLED = re.compile(r"(?:[，；、：,;:]\s*)+(?=[，。；、：,;:])")
BEFORE_END = re.compile(r"\s*[，；、：,;:]\s*(?=[。！？!?.\n]|$)")
AT_START = re.compile(r"(?:^|(?<=\n))[ ，；、：。,;:.\-]+")
LOOSE_SPACE = re.compile(r" (?=[，。；、！？,.;!?]|$)")


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text without these spans, which are in order and apart; untouched if there are none."""
    kept, at, cuts = "", 0, list(spans)
    for start, end in cuts:
        kept, at = _joined(kept + text[at:start], text[end:]), end
    return _tidied(kept + text[at:]) if cuts else text


def _joined(before: str, after: str) -> str:
    """What stood before a cut, with a space where two words would otherwise grow together."""
    grows = all(sign.isascii() and sign.isalnum() for sign in (before[-1:], after[:1]))
    return before + " " if grows else before


def _tidied(text: str) -> str:
    text = re.sub(r" {2,}", " ", EMPTY_BRACKETS.sub("", text))
    text = AT_START.sub("", BEFORE_END.sub("", DOUBLED.sub("", text)))
    return LOOSE_SPACE.sub("", text).strip()
