"""Cleaning and cutting: nothing invisible that misleads, nothing cut in the middle of what people see as one sign."""

import re
import unicodedata

EMOJI = "\u00a9\u00ae\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001fbff\ufe0f"
ZWJ = "\u200d"

NEWLINES = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff]"
)
TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0020-\U000e007f]")  # 🏴󠁧󠁢󠁷󠁬󠁳󠁿 or nothing
LOOSE_JOINERS = re.compile(f"(?<![{EMOJI}]){ZWJ}|{ZWJ}(?![{EMOJI}])")
BLANK_LINES = re.compile(r"\n(?: *\n){3,}")


def clean(text: str) -> str:
    """NFC without controls, bidi overrides, zero-width junk and lone surrogates; at most two blank lines in a row."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = SPACES.sub(" ", NEWLINES.sub("\n", text))
    text = TAGS.sub(lambda flag: flag[1] or "", INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", LOOSE_JOINERS.sub("", text))
    return BLANK_LINES.sub("\n\n\n", text).strip()


def clean_name(text: str, limit: int = 64) -> str:
    """One clean line of at most `limit` UTF-16 units; empty when there is nothing in it to see."""
    line = " ".join(clean(text).split())
    return cut(line, limit) if any(_visible(sign) for sign in line) else ""


def utf16(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 units."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def cut(text: str, units: int) -> str:
    """The text if it fits, else as much of it as fits with an ellipsis, ending where a sign ends."""
    if utf16(text) <= units:
        return text
    if units <= 0:
        return ""
    end, room = 0, units - 1
    while (width := utf16(text[end])) <= room:
        end, room = end + 1, room - width
    while end and _inside_sign(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def _inside_sign(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    return (
        before == ZWJ
        or after == ZWJ
        or unicodedata.category(after).startswith("M")  # accents, variation selectors, keycaps
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= after <= "\U000e007f"  # tags of a flag
        or ("\ud800" <= before <= "\udbff" and "\udc00" <= after <= "\udfff")
        or (_flag_letter(before) and _flag_letter(after) and _flag_letters_before(text, at) % 2 == 1)
    )


def _flag_letter(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _flag_letters_before(text: str, at: int) -> int:
    start = at
    while start and _flag_letter(text[start - 1]):
        start -= 1
    return at - start


def _visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "MZC"
