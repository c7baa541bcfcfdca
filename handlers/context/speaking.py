"""An update at work: who speaks, for whom, where, when, and what is answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext, ExtBot

from bot.domain import rights
from bot.domain.people import Person
from bot.domain.rights import Standing
from bot.domain.rules import RuleError, thing
from bot.i18n import page
from handlers.context.arriving import ACTING_MINUTES, Arriving
from handlers.context.entry import Answer
from handlers.context.payloads import html, later, reply_to
from handlers.context.work import REPLY
from storage.database import Tx


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]], Arriving):
    """An update at work. Handlers promise; they never send."""

    kept: Callable[[Tx], Awaitable[None]] | None = None
    """What is written down although the update is refused."""

    @classmethod
    def from_update(cls, update: object, application: Any) -> Context:
        self = super().from_update(update, application)
        assert isinstance(update, Update)
        self.incoming = update
        self.entry = application.entry
        self.entry.context = self
        return self

    async def refresh_data(self) -> None:
        """PTB awaits this before the first handler: who speaks, and where."""
        self.tx, self.now, self.house = self.entry.tx, self.entry.now, self.entry.house
        message = self.incoming.message or self.incoming.edited_message
        self.at = int(message.date.timestamp()) if message else self.now
        await self.arrive()

    async def speaks_for(self, whom: Person) -> None:
        """From now on this person speaks in private for that neighbour, until it is ended or a while is silent."""
        await self.tx.acting.act_for(self.person.id, whom.id, later(self.now, minutes=ACTING_MINUTES))
        self._whom = whom

    @property
    def bot(self) -> ExtBot[None]:
        raise AssertionError("a handler promises, it does not send: show, redraw, tell, say")

    @property
    def person(self) -> Person:
        """Who speaks; refuses whoever speaks as a group or a channel."""
        if self._person is None:
            raise RuleError("anonymous")
        return self._person

    @property
    def somebody(self) -> Person | None:
        return self._person

    @property
    def whom(self) -> Person:
        """For whom this is done: the neighbour somebody acts for in private just now, or the person themselves."""
        return self._whom or self.person

    @property
    def by_id(self) -> int | None:
        """Who does this on somebody's behalf; None for whoever does it for themselves."""
        return self.person.id if self._whom else None

    def answer(self, text: str, *, alert: bool = False) -> None:
        """What the press is answered with, once this is committed."""
        self.entry.answer = Answer(text, alert)

    def opens(self, door: str, value: object) -> None:
        """The press opens the private chat there."""
        self.entry.answer = Answer(url=self.house.link(self.house.signed(door, value)))

    async def say_the_answer(self) -> None:
        """What a press would be answered with is said, where it was typed."""
        answer = self.entry.answer
        if self.query or not (answer.text or answer.url):
            return
        button = [{"text": self.t("open-private"), "url": answer.url}]
        await self.say(
            answer.text or self.t("open-private-please"),
            keyboard={"inline_keyboard": [button]} if answer.url else None,
        )

    @property
    def watched_room(self) -> int:
        return self.room.id

    async def keep_refusal(self, work: Callable[[Tx], Awaitable[None]]) -> None:
        """Write something down although everything else of this update is about to be rolled back."""
        self.kept = work

    async def menu(self, path: str, kind: str = "menu") -> None:
        """A living menu of this private chat: turned over when pressed itself, sent anew when asked for elsewhere."""
        if not self.room.is_private:
            raise RuleError("button-is-old")
        name = thing(kind, self.person.id)
        pressed = await self.tx.cards.at_message(self.room.id, self.message_id or 0) if self.query else None
        here = pressed is not None and pressed.thing == name
        await self.tx.cards.turn(name, path, self.room.id, rank=REPLY, at=self.now, aloud=not here)
        self.tx.promised = True

    async def _still_acts(self, author_id: int, powers: frozenset[str]) -> bool:
        """Whether who opened it on somebody's behalf may still act for them, or at the thing's place."""
        return "act" in powers or await self.may_act(self.person.id, author_id)

    async def may(
        self,
        action: str,
        *,
        state: str,
        author_id: int | None = None,
        assigned_id: int | None = None,
        place_id: int | None = None,
        by_id: int | None = None,
    ) -> None:
        """Refuse unless this person may do this now."""
        powers = await self.powers(self.person.id, place_id)
        for_id = self._whom.id if self._whom else None
        if by_id == self.person.id and author_id and not await self._still_acts(author_id, powers):
            by_id = None  # was a helper once
        standing = Standing(self.person.id, author_id, assigned_id, powers, by_id=by_id, for_id=for_id)
        rights.check(action, standing, state)

    async def say(self, *lines: str | None, keyboard: dict[str, Any] | None = None, kind: str = "house.said") -> None:
        """Answer in the room spoken in; in a group as a reply, without a sound."""
        payload = html(page(lines))
        if keyboard:
            payload["reply_markup"] = keyboard
        if not self.room.is_private:
            payload |= reply_to(self.message_id) | {"disable_notification": True}
        await self.promise(self.room, kind, "sendMessage", payload)

    async def write_down(self, verb: str, thing: str, place_id: int | None = None, **numbers: int) -> None:
        """A line in the journal: ids, verbs and numbers, never a typed word. `for`: on whose behalf."""
        if self._whom:
            numbers["for"] = self._whom.id
        await self.tx.journal.write(
            self.now, self._person.id if self._person else None, verb, thing, place_id, **numbers
        )
