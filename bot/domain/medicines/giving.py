"""What a giver of a medicine confirms, one tap after the other; dates as they are printed on boxes. All dates local."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.rules import RuleError
from bot.domain.text import plain

MOST = 5
"""Packs or blisters that one giver gives at a time: small amounts."""

YEARS = 5
"""How many years an expiry date may lie ahead by button."""

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_EXPIRIES = (
    re.compile(r"(?P<y>20\d\d)\s*[-/.年]\s*(?P<m>\d{1,2})(?:\s*[-/.月]\s*(?P<d>\d{1,2}))?\s*[日号月]?"),
    re.compile(r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)?"),
    re.compile(r"(?:(?P<d>\d{1,2})\s*[-/.])?\s*(?P<m>\d{1,2})\s*[-/.]\s*(?P<y>20\d\d)"),
    re.compile(r"(?:(?P<d>\d{1,2})\s+)?(?P<w>[a-z]{3})[a-z]*\.?,?\s+(?P<y>20\d\d)"),
)
_LEAD = re.compile(
    r"^(?:有效期[至到]?|保质期[至到]?|失效期?|到期日?|best before|use by|exp(?:iry|ires|\.)?(?: date)?)\s*[:：]?\s*"
)


def read_expiry(text: str) -> date | None:
    """The last good day of what is printed on a box: 2026-12, 2026年12月, 12/2026, 20261231, Dec 2026.

    None for what is not known for certain, such as 12/26.
    """
    bare = _LEAD.sub("", plain(text).strip())
    found = next((match for form in _EXPIRIES if (match := form.fullmatch(bare))), None)
    if found is None:
        return None
    parts = found.groupdict()
    month = _MONTHS.get(parts["w"], 0) if parts.get("w") else int(parts.get("m") or 0)
    try:
        return date(int(parts["y"]), month, int(parts["d"])) if parts.get("d") else last_day(int(parts["y"]), month)
    except (ValueError, calendar.IllegalMonthError):
        return None


def last_day(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError("no month")
    return date(year, month, calendar.monthrange(year, month)[1])


STEPS = ("otc", "year", "month", "pack", "free", "amount")
"""What a giver is asked, one after the other; each by one tap."""


@dataclass(frozen=True)
class Checklist:
    """What somebody who gives a medicine has confirmed so far. As a value: `y-20261231-b-y-2`; x is still open."""

    otc: bool = False
    year: int | None = None
    expiry: date | None = None
    pack: str = ""  # box, blister
    free: bool = False
    amount: int = 0

    @property
    def step(self) -> str:
        """The question that is open; "" once everything is confirmed."""
        said = {
            "otc": self.otc, "year": self.year or self.expiry, "month": self.expiry,
            "pack": self.pack, "free": self.free, "amount": self.amount,
        }  # fmt: skip
        return next((step for step in STEPS if not said[step]), "")

    @property
    def is_whole(self) -> bool:
        return not self.step

    def answer(self, value: str, *, today: date) -> Checklist:
        """The open question answered by a button. Raises RuleError for what may not be passed on."""
        step = self.step
        if step == "otc":
            return replace(self, otc=_yes(value, "medicine-not-otc"))
        if step == "year":
            return replace(self, year=_between(value, today.year, today.year + YEARS))
        if step == "month":
            assert self.year
            return self.good_until(last_day(self.year, _between(value, 1, 12)), today=today)
        if step == "pack":
            if value == "loose":
                raise RuleError("medicine-loose")
            if value not in ("box", "blister"):
                raise RuleError("button-is-old")
            return replace(self, pack=value)
        if step == "free":
            return replace(self, free=_yes(value, "medicine-not-free"))
        if step == "amount":
            return replace(self, amount=_between(value, 1, MOST))
        raise RuleError("button-is-old")

    def good_until(self, day: date, *, today: date) -> Checklist:
        """The expiry date, by button or typed. Refuses what is expired, and a date that nobody prints."""
        if day < today:
            raise RuleError("medicine-expired")
        if day.year > today.year + 2 * YEARS:
            raise RuleError("medicine-date-unclear")
        return replace(self, year=day.year, expiry=day)

    def confirmed(self, *, today: date) -> Checklist:
        """Everything, and still good today; refuses anything less."""
        if not self.is_whole or self.expiry is None:
            raise RuleError("button-is-old")
        return self.good_until(self.expiry, today=today)

    def __str__(self) -> str:
        day = f"{self.expiry:%Y%m%d}" if self.expiry else str(self.year or "x")
        return "-".join(("xy"[self.otc], day, self.pack[:2] or "x", "xy"[self.free], str(self.amount or "x")))

    @classmethod
    def read(cls, value: str) -> Checklist:
        """Refuses what was never one of ours."""
        found = re.fullmatch(r"([xy])-(?:x|(20\d\d)(?:(\d\d)(\d\d))?)-(x|bo|bl)-([xy])-(x|\d)", value)
        if not found:
            raise RuleError("button-is-old")
        otc, year, month, day, pack, free, amount = found.groups()
        try:
            expiry = date(int(year), int(month), int(day)) if month else None
        except ValueError:
            raise RuleError("button-is-old") from None
        packs = {"x": "", "bo": "box", "bl": "blister"}
        return cls(
            otc == "y",
            int(year) if year else None,
            expiry,
            packs[pack],
            free == "y",
            0 if amount == "x" else int(amount),
        )


def _yes(value: str, refusal: str) -> bool:
    if value == "no":
        raise RuleError(refusal)
    if value != "yes":
        raise RuleError("button-is-old")
    return True


def _between(value: str, low: int, high: int) -> int:
    if not value.isdecimal() or len(value) > 4 or not low <= int(value) <= high:
        raise RuleError("button-is-old")
    return int(value)
