"""The community as every handler knows it: its name, clocks, numbers to call, places, and how links are signed."""

from __future__ import annotations

import hashlib
import hmac
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.domain import dates, quiet
from bot.domain.categories import Categories
from bot.domain.people import Person
from bot.domain.places import Tree
from bot.domain.quiet import Hours
from bot.domain.rules import Address
from bot.domain.worktime import Working, Worktime
from storage.database import Read

if TYPE_CHECKING:
    from handlers.features import Feature

CATEGORIES = Categories.of(tomllib.loads((files("bot") / "data" / "categories.toml").read_text(encoding="utf-8")))
"""The categories of tickets that come with the house."""


@dataclass(frozen=True)
class Neighbourhood:
    """The community as its words and clocks need it."""

    name: str
    zone: ZoneInfo
    hours: Hours
    language: str
    username: str  # the bot's
    bot_id: int
    key: bytes = field(repr=False)
    features: tuple[Feature, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)  # whom to call in need: medical, fire, a name of their own
    cards_an_hour: int = 6  # new messages of their own that cards may have in a group
    keep_days: Mapping[str, int] = field(default_factory=dict)  # what the settings say otherwise, by a Keep's key
    work: Working = field(default_factory=Working)  # when whoever repairs is at work
    trees: dict[int, Tree] = field(default_factory=dict)  # the places as last read, by how often they had changed
    sorts: dict[int, Categories] = field(default_factory=dict)  # the categories, the same way

    @property
    def worktime(self) -> Worktime:
        """The hours in which whoever repairs is at work."""
        return Worktime(self.zone, self.work.opens, self.work.closes, self.work.days)

    async def tree(self, read: Read) -> Tree:
        """The places, indexed once per change."""
        mark = await read.places.mark()
        tree = self.trees.get(mark) or Tree(await read.places.all())
        if mark not in self.trees:
            self.trees.clear()
            self.trees[mark] = tree
        return tree

    @property
    def categories(self) -> Categories:
        """The categories of tickets as last read: every door, bell and card of a ticket reads them first."""
        return next(iter(self.sorts.values()), CATEGORIES)

    async def read_categories(self, read: Read) -> Categories:
        """The categories with what a steward changed, read once per change."""
        mark = await read.categories.mark()
        if mark not in self.sorts:
            found = CATEGORIES.changed(await read.categories.all())
            self.sorts.clear()
            self.sorts[mark] = found
        return self.categories

    def sign(self, text: str) -> str:
        """A short proof that a link was made here; the key is derived from the token and stands nowhere."""
        return hmac.new(self.key, text.encode(), hashlib.sha256).hexdigest()[:12]

    def signed(self, door: str, value: object) -> str:
        """A deep link's address that only somebody who was shown it can have: `ask_12_<proof>`."""
        return str(Address.of(door, value, self.sign(f"{door}_{value}")))

    def signed_today(self, door: str, value: object, at: int) -> str:
        """The same, for a proof that holds for a day or two."""
        return str(Address.of(door, value, self.sign(f"{door}_{value}_{at // 86_400}")))

    def link(self, address: str) -> str:
        return f"https://t.me/{self.username}?start={address}"

    def local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at, self.zone)

    def next_day(self, at: int) -> int:
        """The first moment of the next day here."""
        return int(dates.moment(self.local(at).date() + timedelta(days=1), time(), self.zone).timestamp())

    def awake(self, at: int, person: Person | None = None) -> int:
        """The moment itself, or the end of the quiet hours it falls into; a person may have a night of their own."""
        hours = person.hours(self.hours) if person else self.hours
        return int(quiet.not_before(self.local(at), hours, self.zone).timestamp())
