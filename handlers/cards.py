"""Cards: one thing, one message that always shows the truth and carries its two or three buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.domain.people import Room
from bot.domain.rules import Address
from bot.domain.text import cut
from bot.i18n import Html, Words, page
from handlers.context import Neighbourhood
from storage.database import Read


@dataclass(frozen=True)
class Look:
    """Who draws a card sees: committed state, the room it is for, its words, the present."""

    read: Read
    room: Room
    t: Words
    house: Neighbourhood
    at: int

    async def address(self, thing: str, view: str, room_id: int) -> str | None:
        """Where a thing's card stands in a group: the message's own address, where Telegram has one."""
        row = await self.read.cards.get(thing, view, room_id)
        if row and row.list_id:
            row = await self.read.cards.get(f"list_{row.list_id}", "list", room_id)
        room = await self.read.rooms.get(room_id)
        return room.message_url(row.message_id) if row and row.message_id else None

    def link(self, text: str, door: str, value: object) -> Button:
        """A button that opens the private chat."""
        return Button(text, url=self.house.link(self.house.signed(door, value)))


@dataclass(frozen=True)
class Button:
    text: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None  # what a tap puts into the clipboard

    def markup(self) -> dict[str, Any]:
        if self.copies:
            return {"text": self.text, "copy_text": {"text": self.copies}}
        return {"text": self.text} | ({"url": self.url} if self.url else {"callback_data": self.data or ""})


LABEL = 20
"""UTF-16 units that fit on a button of a telephone."""


def label(text: str) -> str:
    """As much of it as fits on a button."""
    return cut(text, LABEL)


Rows = list[list[Button]]


@dataclass(frozen=True)
class Card:
    text: Html
    rows: Rows

    @property
    def pressable(self) -> bool:
        return any(self.rows)

    def markup(self) -> dict[str, Any]:
        return {"inline_keyboard": [[button.markup() for button in row] for row in self.rows if row]}


Draw = Callable[[Look, int, str], Awaitable[Card | None]]
"""(look, number, view) → the card, or None when there is nothing to show there any more."""


def card(lines: Iterable[str | None], *rows: list[Button]) -> Card:
    return Card(page(lines), list(rows))


def button(text: str, door: str, *values: object) -> Button:
    """A button at this door: `button(t("i-have"), "ask.take", 12)`."""
    return Button(text, data=str(Address.of(door, *values)))
