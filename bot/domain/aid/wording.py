"""What a plea's words say: the thing for everybody's eyes, the rest for the two who agree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.text import cut, masked, split_segments

THING_UNITS = 80
"""UTF-16 units a thing may have on a card."""

NOTE_UNITS = 500


@dataclass(frozen=True)
class Wish:
    """What somebody wants, split: the thing for everybody's eyes, the rest for the two who agree."""

    thing: str
    note: str


@dataclass(frozen=True)
class Health:
    """Words that name an illness or its signs, and names of common remedies that contain one (退烧药)."""

    signs: re.Pattern[str]
    remedies: re.Pattern[str]

    @classmethod
    def of(cls, signs: list[str], remedies: list[str]) -> Health:
        return cls(_any(signs), _any(remedies))

    def named_in(self, text: str) -> bool:
        return bool(self.signs.search(self.remedies.sub("", text.lower())))


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(words) or r"(?!)")


_WANT_ZH = r"想要|需要|急需|急求|跪求|求购|求个|谁家有|谁有|哪家有|有没有|求|要"
_WANT_EN = r"needs?|wants?|looking for|(?:does |do |has )?(?:anyone|anybody|somebody|someone) (?:have|has|got)|have any"
_WANTING = re.compile(
    rf"^.*?(?:{_WANT_ZH}|想借|借|想找|想请|请)(?P<zh>.+)$|^.*?\b(?:{_WANT_EN}|borrow)\b(?P<en>.+)$", re.IGNORECASE
)
_LEAD = re.compile(
    rf"^(?:我们?家?|家里|想|急)?(?:{_WANT_ZH}|想(?=[借找请]))|^(?:i|we)?\s*(?:{_WANT_EN})\b", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"(?:我们?家?|家里)?(?:的)?(?:孩子|小孩|宝宝|娃|老人|老公|老婆|爱人|爸|妈|爷爷|奶奶|外公|外婆|儿子|女儿)|"
    r"\b(?:(?:my|our|the|a)\s+)?(?:child|kid|baby|son|daughter|mum|mom|mother|dad|father|wife|husband|gran\w*)\b|"
    r"\b(?:i|he|she|we|they)\s+(?:have|has|am|is|are|feel)\b",
    re.IGNORECASE,
)
"""Where a plea turns from the thing to the person who is ill."""
_DOOR = re.compile(
    r"(?:(?:请|麻烦)?送[到来至]|我家(?:在|是)?|我住|住在?|门牌号?(?:是)?|房号(?:是)?|房间)\s*"
    r"(?:[0-9０-９]{2,5}|[零〇一二三四五六七八九十百两]{2,5})(?:室|号|房)?|\b(?:flat|apartment|apt|room|door)\s*\d{1,5}\w?\b",
    re.IGNORECASE,
)
"""A door somebody wants it brought to."""
_ASIDE = re.compile(r"[,.;!?\n，。；！？]|\s+(?:for|because|as|since|so that)\s+", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:想|能)?(?:借|要|求|找|请)?(?:[一两二三四五六七八九十1-9几])?"
    r"(?:个人|位邻居|个邻居|人|个|把|些|点|点儿|台|根|条|件|下|用|用用)?"
)
"""A wish that leaves its thing to the words before it."""
_HANDS = re.compile(
    r"(?P<zh>[两二三四五六七八九十2-9])\s*(?:个人|个邻居|位邻居|个帮手)|"
    r"\b(?P<en>[2-9]|two|three|four|five)\s+(?:people|neighbou?rs|hands|helpers|pairs of hands)\b",
    re.IGNORECASE,
)
_NUMBERS = {"两": 2, "two": 2, "three": 3, "four": 4, "five": 5} | {
    digit: number for number, digit in enumerate("二三四五六七八九十", start=2)
}
_CJK = re.compile(r"[\u3400-\u9fff]")
_TAIL = re.compile(
    r"(?:(?:请|麻烦|能)?送(?:到|来|至|过来)|我(?:家在|住在?))?(?:[吗呢吧啊呀嘛]|么)?[\s?？!！。.,，;；:：~～、]*$"
)
_POLITE = re.compile(r"^(?:大家好|你好|您好|各位邻居|邻居们|请问|麻烦|请|帮我|please\s)+", re.IGNORECASE)


def without_door(wished: Wish, door: str) -> Wish:
    """The same without the asker's own door, however it got into the thing: 梯子501."""
    if not re.search(r"\d{2}", door):
        return wished
    shown = re.sub(
        rf"(?<![0-9a-z]){re.escape(door)}(?![0-9a-z])\s*(?:室|号|房)?", "", wished.thing, flags=re.IGNORECASE
    )
    return Wish(_TAIL.sub("", shown.strip()), wished.note)


def wish(text: str, health: Health) -> Wish:
    """Read a plea. One part is the thing: one that says what is wanted, else the first that speaks of nobody.

    Whatever names an illness, a person or a number is note; where nothing else is said, the thing is "".
    """
    parts = split_segments(text) if _CJK.search(text) else [part.strip() for part in _ASIDE.split(text) if part.strip()]
    wanting = [index for index, part in enumerate(parts) if _WANTING.match(part)]
    for index in dict.fromkeys([*wanting, *range(len(parts))]):
        part = parts[index]
        thing = _fit_for_all(part, health)
        if thing:
            named = _fit_for_all(parts[index - 1], health) if index and _UNNAMED.fullmatch(thing) else ""
            if named:  # 电饭锅坏了，借一个
                said = named if _HANDS.search(thing) else f"{named}，{thing}"  # how many is counted, not said
                return Wish(cut(said, THING_UNITS), _note([*parts[: index - 1], *parts[index + 1 :]]))
            whole = part if thing != part and (health.named_in(part) or _SOMEBODY.search(part)) else ""
            rest = [*parts[:index], *([whole] if whole else []), *parts[index + 1 :]]
            return Wish(thing, _note(rest))
    return Wish("", cut(text, NOTE_UNITS))


def hands(text: str) -> int:
    """How many neighbours a plea's words ask for; 1 unless they say it."""
    found = _HANDS.search(text)
    said = (found["zh"] or found["en"]).lower() if found else "1"
    return _NUMBERS.get(said) or int(said)


def _note(parts: list[str]) -> str:
    return cut(" ".join(parts), NOTE_UNITS)


def _fit_for_all(part: str, health: Health) -> str:
    """What everybody may read of a part: what is wanted, without who is ill and of what; "" if nothing is."""
    shown = _DOOR.sub("", masked(part))
    wanted = _WANTING.match(shown)
    if wanted and (health.named_in(shown) or _SOMEBODY.search(shown)):
        shown = wanted["zh"] or wanted["en"]
    shown = _SOMEBODY.split(shown)[0].strip() or shown  # 宝宝椅 is a thing
    if health.named_in(shown):
        return ""
    shown = _TAIL.sub("", _POLITE.sub("", _LEAD.sub("", _POLITE.sub("", shown.strip())).strip()))
    if not _CJK.search(shown) and len(re.findall(r"\w", shown)) < 2:  # an emoji, a stop
        return ""
    return cut(shown, THING_UNITS)
