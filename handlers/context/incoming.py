"""What came in: the message or the press, the numbers and proofs in its address."""

from __future__ import annotations

import hmac

from telegram import Message, Update

from bot.domain.people import Room
from bot.domain.rules import RuleError
from handlers.context.entry import Way
from handlers.context.payloads import Media, media_of, replied
from handlers.context.work import Work


class Incoming(Work):
    """An update as it came in, by the way it came."""

    incoming: Update
    way: Way
    room: Room

    @property
    def media(self) -> Media | None:
        """The photo, voice message, video or document that was sent."""
        return media_of(self.incoming.message) if self.incoming.message else None

    @property
    def query(self) -> bool:
        return self.incoming.callback_query is not None

    @property
    def message(self) -> Message | None:
        """The message said, or the one whose button was pressed, if Telegram still shows it to us."""
        query = self.incoming.callback_query
        found = query.message if query else self.incoming.effective_message
        return found if isinstance(found, Message) else None

    @property
    def message_id(self) -> int | None:
        query = self.incoming.callback_query
        found = query.message if query else self.incoming.effective_message
        return found.message_id if found else None

    @property
    def text(self) -> str:
        """What was said behind the command or word."""
        return self.way.words

    @property
    def replied_to(self) -> int | None:
        message = self.incoming.message
        return replied(message) if message else None

    @property
    def number(self) -> int:
        """The number in the address that was pressed or opened; refuses a forged one."""
        value = self.way.values[0] if self.way.values else ""
        if not value.isdecimal() or len(value) > 15:
            raise RuleError("button-is-old")
        return int(value)

    def values(self, count: int) -> tuple[str, ...]:
        """The first values of a button of the private chat; refuses a forged one, and one pressed in a group."""
        if len(self.way.values) < count or not self.room.is_private:
            raise RuleError("button-is-old")
        return self.way.values[:count]

    @property
    def is_proved(self) -> bool:
        """Whether the deep link that was opened is one that we showed."""
        return self.proves(self.way.door)

    def proves(self, door: str) -> bool:
        """Whether the values are a number and our proof that we showed it for this door."""
        values = self.way.values
        expected = self.house.sign(f"{door}_{values[0]}") if values else ""
        return len(values) > 1 and hmac.compare_digest(values[1], expected)

    @property
    def is_proved_lately(self) -> bool:
        """The same for a link that proves something only for a day or two: it was made with `signed_today`."""
        values = self.way.values
        days = (self.now // 86_400, self.now // 86_400 - 1)
        expected = [self.house.sign(f"{self.way.door}_{values[0]}_{day}") for day in days] if values else []
        return len(values) > 1 and any(hmac.compare_digest(values[1], proof) for proof in expected)
