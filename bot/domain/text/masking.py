"""Masking for a group's eyes: ways to reach a person are cut out, dates, prices and emergency numbers stay."""

import re
import unicodedata

from bot.domain.text.gaps import without
from bot.domain.text.matching import simplified

CHINESE_DIGITS = dict(zip("〇零一壹幺二贰三叁四肆五伍六陆七柒八捌九玖", "001112233445566778899", strict=True))

GAP = r"[ \-‐-―_.·•*~|()\ufe0f\u20e3]{0,3}"  # what people put between the digits of a number
START, END = r"(?<!\d)", r"(?!\d)"
LINK = r"[a-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
ENDINGS = "com|cn|net|org|me|io|cc|top|xyz|info|vip|shop|club|site|app|link|ly|gg|tv|hk|tw|uk|ru|co|de|dev"

LINKS = [
    rf"(?:https?|ftp|tg|weixin)://{LINK}*",
    r"[a-z0-9._%+\-]{1,64} ?@ ?[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){1,6}",
    rf"(?<![a-z0-9@\-.])(?:[a-z0-9\-]{{1,63}}\.){{1,6}}(?:{ENDINGS})(?![a-z0-9])(?:[/?#:]{LINK}*)?",
    r"@[a-z0-9_]{3,}",
]
NUMBERS = [
    rf"(?:\+|{START}00){GAP}[1-9](?:{GAP}\d){{6,14}}{END}",
    rf"{START}(?:86{GAP})?1{GAP}[3-9](?:{GAP}\d){{9}}{END}",
    rf"{START}\(?0\d{{2,3}}\)?{GAP}\d{{3,4}}{GAP}\d{{4}}{END}(?:{GAP}(?:转|分机|ext\.?){GAP}\d{{1,6}})?",
    rf"{START}[48]00(?:{GAP}\d){{7}}{END}",
    rf"{START}\d{{6}}{GAP}\d{{8}}{GAP}\d{{3}}[\dx]{END}",
    rf"{START}\d{{4}}(?:[ \-]\d{{4}}){{2,4}}(?:[ \-]\d{{1,3}})?{END}",
    r"\d{7,}x?",
]
MARK = r"(?:号码?|群|账号|id|是|为|[:=\s])*"
NAMED = [
    rf"(?:电话|手机|座机|号码|\btel|\bcall|\bphone){MARK}\.?\s*(?P<local>\d{{3,4}}[ \-]\d{{4}})(?![ \-]?\d)",
    rf"(?:微信|威信|薇信|v信|加我|加v|扣扣|(?<![a-z])(?:vx|wx|qq)){MARK}(?P<name>[a-z0-9][a-z0-9_\-]{{4,29}})",
    r"(?<![a-z])(?:wechat|weixin|whatsapp|telegram|line)\s*(?:id)?\s*(?:is\s|[:=\s])\s*"
    r"(?P<id>(?=[a-z\-]*[0-9_])[a-z0-9][a-z0-9_\-]{3,29})",
]
CONTACT = re.compile("|".join(LINKS + NUMBERS + NAMED), re.IGNORECASE)


def masked(text: str) -> str:
    """The text without phone numbers, messenger names, addresses on the net, ID cards and other long numbers."""
    while (less := without(text, _contacts(text))) != text:
        text = less  # what stood on both sides of a cut may now read as one number
    return text


def _contacts(text: str) -> list[tuple[int, int]]:
    return [found.span(found.lastgroup or 0) for found in CONTACT.finditer(plain_digits(text))]


def plain_digits(text: str) -> str:
    return "".join(CHINESE_DIGITS.get(sign) or _digit(sign) for sign in simplified(text))


def _digit(sign: str) -> str:
    return sign if sign.isascii() else str(unicodedata.digit(sign, sign))
