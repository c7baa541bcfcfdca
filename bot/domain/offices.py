"""Offices: who may give them, how they end, stand in and are handed over. Times are Unix seconds, UTC."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from bot.domain.people import Office
from bot.domain.rules import RuleError
from bot.domain.text import clean_name, utf16
from bot.domain.titles import Title

DAY = 86_400
INVITED_DAYS = 7
"""How long an invitation waits."""

UNDO_SECONDS = DAY
"""How long an ending can be taken back."""

LONGEST_STAND_IN = 92 * DAY

SPANS = {"three": 3 * DAY, "week": 7 * DAY, "fortnight": 14 * DAY, "month": 30 * DAY}
"""How long somebody stands in, by button."""

MOST_LINES = 5
"""Lines one neighbour may begin within 24 hours; as many answers one line may have."""

LINE_UNITS = 500
DUTY_UNITS = 600
TITLE_UNITS = 12
"""UTF-16 units of a line, of the written duties, of a title's name."""

CARING = "caring_neighbour"
"""Seen only by its holder, the household and who confirms there."""

USUAL = {"stair": "stair_head", "neighbours": "neighbour_head", "building": "building_head", "area": "area_worker"}
"""Who is missed at a place of this kind when nobody holds an office there."""


def may_give(title: Title, kind: str, here: Set[str], above: Set[str]) -> bool:
    """Whether somebody may give a title at a place of this kind.

    `here`: their powers at the place or above it; `above`: strictly above it. A steward gives everything. Nobody gives
    what they cannot do themselves, except that whoever appoints gives below their place what is usually held there; at
    their own place they give nothing that appoints.
    """
    if "steward" in here:
        return True
    if "appoint" not in here or "steward" in title.powers or kind not in title.held:
        return False
    return "appoint" in above or title.powers <= here - {"appoint"}


def end(office: Office, *, by: int | None, at: int) -> Office:
    """It is over; what is over already stays as it ended."""
    return office if office.until is not None else replace(office, until=at, ended_by=by)


def can_be_restored(office: Office, at: int) -> bool:
    return office.until is not None and at - office.until <= UNDO_SECONDS


def restore(office: Office, *, at: int) -> Office:
    """Take an ending back; raises RuleError after a day."""
    if office.until is None:
        return office
    if not can_be_restored(office, at):
        raise RuleError("office-too-late")
    return replace(office, until=None, ended_by=None, handed_to=None)


def hand_over(office: Office, to: Office, *, by: int, at: int) -> Office:
    return replace(end(office, by=by, at=at), handed_to=to.id)


def check_stand_in(office: Office, until: int, *, at: int) -> None:
    """Whether somebody can stand in for it until then."""
    if office.stands_in_for is not None:
        raise RuleError("office-is-stand-in")
    if until <= at:
        raise RuleError("office-until-past")
    if until - at > LONGEST_STAND_IN:
        raise RuleError("office-until-too-late")


_GAPS = re.compile(r"[\s\-‐-―()（）.·]+")


def phone(text: str) -> str:
    """A number as +86…, which Telegram turns into a link. Raises RuleError for what is no number."""
    number = _GAPS.sub("", text.translate(str.maketrans("０１２３４５６７８９＋", "0123456789+")))
    number = re.sub(r"^00(?=[1-9])", "+", number)
    if re.fullmatch(r"1[3-9]\d{9}", number):
        return f"+86{number}"
    if re.fullmatch(r"0[1-9]\d{9,10}", number):
        return f"+86{number[1:]}"
    if re.fullmatch(r"[48]00\d{7}", number):
        return f"+86{number}"
    if re.fullmatch(r"\+[1-9]\d{6,14}", number):
        return number
    raise RuleError("office-no-phone")


_OWN = re.compile(r"\s*(?P<zh>[^=/]+?)\s*(?:/\s*(?P<en>[^=/]+?)\s*)?=\s*(?P<like>[^=]+?)\s*")


def own_title(text: str) -> tuple[str, str | None, str]:
    """`楼长 = 楼栋长` or `楼长 / Block head = 楼栋长`: the name, the English name, and what it is like."""
    found = _OWN.fullmatch(text.replace("＝", "=").replace("／", "/").replace("\n", " "))
    if not found:
        raise RuleError("title-how")
    zh, en = clean_name(found["zh"]), clean_name(found["en"] or "") or None
    if not zh:
        raise RuleError("title-how")
    if utf16(zh) > TITLE_UNITS or utf16(en or "") > 2 * TITLE_UNITS:
        raise RuleError("title-too-long", most=TITLE_UNITS)
    return zh, en, clean_name(found["like"])
