"""Mutual aid: a neighbour asks, one neighbour takes it, the asker says how it ended. Times are Unix seconds, UTC."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.rules import RuleError
from bot.domain.text import cut, masked, split_segments

HOUR, DAY = 3600, 86_400
MOST_OPEN = 5
"""Open pleas one person may have at a time."""

MOST_A_DAY = 10
"""Pleas one person may open within 24 hours."""

THING_UNITS = 80
"""UTF-16 units a thing may have on a card."""

NOTE_UNITS = 500

SPANS = {"hours": 2 * HOUR, "today": 0, "days": 3 * DAY, "week": 7 * DAY}
"""How long somebody may ask, by button; `today` is until its evening."""

HALF_A_DAY = 12 * HOUR

UNDO_SECONDS = DAY
"""How long an ending can be taken back."""

GRACE = HOUR // 2
"""How long after the question a plea stays, whatever its time was."""

IMPATIENT = 6 * HOUR
"""A plea no longer than this is waited for: its news may ring at any hour."""


@dataclass(frozen=True)
class Ask:
    """A plea. `thing` is what the group reads; `note` is for the two, by the asker's tap."""

    id: int
    person_id: int | None
    room_id: int | None
    place_id: int | None
    thing: str
    note: str
    note_told: bool
    state: str
    opened_at: int
    until: int
    asked_at: int | None = None
    taker_id: int | None = None
    taken_at: int | None = None
    asker_shown: bool = False
    taker_shown: bool = False
    ended_at: int | None = None
    by_id: int | None = None  # who asked on the asker's behalf
    taker_by_id: int | None = None

    @property
    def voice_id(self) -> int | None:
        """Who speaks for the plea: whoever asked on somebody's behalf, or who asks."""
        return self.by_id or self.person_id

    @property
    def taker_voice_id(self) -> int | None:
        return self.taker_by_id or self.taker_id

    @property
    def side(self) -> frozenset[int]:
        """Who reads the plea as its asker."""
        return frozenset(one for one in (self.person_id, self.by_id) if one is not None)

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    @property
    def is_waited_for(self) -> bool:
        return self.until - self.opened_at <= IMPATIENT

    def was_asked(self, at: int) -> bool:
        """Whether the asker has had a while to say whether it is still needed."""
        return self.asked_at is not None and at - self.asked_at >= HOUR // 6

    def can_be_reopened(self, at: int) -> bool:
        return self.ended_at is not None and at - self.ended_at <= UNDO_SECONDS

    def publish(self, *, at: int) -> Ask:
        """What waited as a draft begins now, with all of its time."""
        return replace(self, state="open", opened_at=at, until=max(self.until, at + HOUR))

    def take(self, taker: int, *, at: int, by: int | None = None) -> Ask:
        """One neighbour has it. A second learns that somebody was first; a second tap of the first is nothing."""
        if self.state == "taken":
            if self.taker_id == taker:
                return self
            raise RuleError("ask-is-taken")
        return replace(
            self, state="taken", taker_id=taker, taker_by_id=by, taken_at=at, asked_at=None,
            asker_shown=False, taker_shown=False, note_told=False,
        )  # fmt: skip

    def let_go(self, *, at: int) -> Ask:
        """It did not work out: open again, for at least another hour."""
        return replace(
            self, state="open", taker_id=None, taker_by_id=None, taken_at=None, asked_at=None,
            until=max(self.until, at + HOUR), asker_shown=False, taker_shown=False, note_told=False,
        )  # fmt: skip

    def done(self, *, at: int) -> Ask:
        return self if self.state == "done" else replace(self, state="done", ended_at=at)

    def withdraw(self, *, at: int) -> Ask:
        return self if self.state == "withdrawn" else replace(self, state="withdrawn", ended_at=at)

    def reopen(self, *, until: int) -> Ask:
        """Ask on, or take back an ending: whoever had it still has it."""
        return replace(
            self, state="taken" if self.taker_id else "open", until=max(self.until, until), asked_at=None, ended_at=None
        )

    def until_then(self, until: int) -> Ask:
        return replace(self, until=until)

    def questioned(self, *, at: int) -> Ask:
        return replace(self, asked_at=at)

    def expire(self, *, at: int) -> Ask:
        return replace(self, state="expired", ended_at=at)

    def taken_over(self) -> Ask:
        """Whoever it is for speaks for themselves from now on; whose account was shown was the helper's."""
        return replace(self, by_id=None, asker_shown=False)

    def without(self, helper: int) -> Ask:
        """This helper speaks for neither side any more."""
        asked = self.taken_over() if self.by_id == helper else self
        return replace(asked, taker_by_id=None, taker_shown=False) if self.taker_by_id == helper else asked

    def corrected(self, wish: Wish) -> Ask:
        return replace(self, thing=wish.thing, note=wish.note or self.note, note_told=False)


@dataclass(frozen=True)
class Clocks:
    """When the asker is asked, and when the plea ends."""

    question: int
    end: int


def clocks(ask: Ask, not_quiet: Callable[[int], int]) -> Clocks:
    """The question comes a while before the end and never wakes anybody over a plea that can wait.

    `not_quiet` moves a moment out of the night and the midday rest.
    """
    if ask.state == "taken":
        question = not_quiet(max(ask.until, (ask.taken_at or 0) + 2 * HOUR))
        return Clocks(question, question + DAY)
    length = ask.until - ask.opened_at
    question = ask.until - min(3 * HOUR, max(length, HOUR) // 6)
    if not ask.is_waited_for:
        question = not_quiet(question)
    return Clocks(question, max(ask.until, question + HOUR // 6))


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
_LEAD = re.compile(rf"^(?:我们?家?|家里|想|急)?(?:{_WANT_ZH})|^(?:i|we)?\s*(?:{_WANT_EN})\b", re.IGNORECASE)
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
_UNNAMED = re.compile(r"(?:想|能)?(?:借|要|求|找|请)?(?:[一两二1-9几])?(?:个|把|些|点|点儿|台|根|条|件|下|用|用用)?")
"""A wish that leaves its thing to the words before it."""
_CJK = re.compile(r"[\u3400-\u9fff]")
_TAIL = re.compile(r"(?:[吗呢吧啊呀嘛]|么)?[\s?？!！。.,，;；:：~～、]*$")
_POLITE = re.compile(r"^(?:大家好|你好|您好|各位邻居|邻居们|请问|麻烦|请|帮我|please\s)+", re.IGNORECASE)


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
                return Wish(cut(f"{named}，{thing}", THING_UNITS), _note([*parts[: index - 1], *parts[index + 1 :]]))
            whole = part if thing != part and (health.named_in(part) or _SOMEBODY.search(part)) else ""
            rest = [*parts[:index], *([whole] if whole else []), *parts[index + 1 :]]
            return Wish(thing, _note(rest))
    return Wish("", cut(text, NOTE_UNITS))


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
