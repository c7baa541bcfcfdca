"""An update at work: who speaks, for whom, where, when, and what is answered."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from telegram import Message, Update, User
from telegram.ext import CallbackContext, ExtBot

from bot.domain import rights
from bot.domain.people import Person, Room
from bot.domain.rights import Standing
from bot.domain.rules import RuleError, thing
from bot.domain.text import clean_name
from bot.i18n import Words, page, words
from handlers.context.neighbourhood import Neighbourhood
from handlers.context.payloads import (
    Media,
    html,
    later,
    media_of,
    replied,
    reply_to,
    spoken_language,
    thread_of,
)
from handlers.context.work import REPLY, Work
from storage.database import Tx

ALIVE_EVERY = 600
"""Seconds between two notes of a person's sign of life."""

ACTING_MINUTES = 60
"""How long somebody speaks for another without saying anything before they speak for themselves again."""

ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM = 1087968824, 136817688, 777000
"""Telegram's stand-ins for somebody who does not say who they are."""


@dataclass
class Answer:
    """What a press is answered with after the commit: ≤ 200 characters, an alert, or a link into the private chat."""

    text: str | None = None
    alert: bool = False
    url: str | None = None


@dataclass
class Way:
    """The way an update came in: which door, with which values and words."""

    handler: Callable[[Context], Any] | None
    door: str
    values: tuple[str, ...] = ()
    words: str = ""
    edited: bool = False


@dataclass
class Entry:
    """What the engine hands to a handler's context, and what it takes back after the commit."""

    tx: Tx
    now: int
    house: Neighbourhood
    answer: Answer = field(default_factory=Answer)
    language: str = "zh"
    refused: str | None = None
    context: Context | None = None


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]], Work):
    """An update at work. Handlers promise; they never send."""

    incoming: Update
    entry: Entry
    way: Way
    room: Room
    t: Words
    arrived = False
    """Could not be reached before this update."""

    kept: Callable[[Tx], Awaitable[None]] | None = None
    """What is written down although the update is refused."""

    acting_ended = False
    """Spoke for somebody until a while ago, and might not have noticed that this is over."""

    _person: Person | None = None
    _whom: Person | None = None

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

    async def arrive(self) -> None:
        """Load who speaks and where; people and rooms that are new are written down."""
        user = self.incoming.effective_user
        self._person = await self._known(user) if user and self._is_somebody(user) else None
        self.room = await self._entered()
        self._whom = await self._spoken_for() if self._person and self.room.is_private else None
        preferred = (
            self._person.language if self._person and (self.room.is_private or self.query) else self.room.language
        )
        self.entry.language = preferred or self.house.language
        self.t = words(self.entry.language)

    def _is_somebody(self, user: User) -> bool:
        message = self.incoming.message or self.incoming.edited_message
        behind_a_chat = message is not None and message.sender_chat is not None
        return not (user.is_bot or behind_a_chat or user.id in (ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM))

    async def _known(self, user: User) -> Person:
        name = clean_name(user.full_name) or "…"
        username = clean_name(user.username or "") or None
        person = await self.tx.people.by_telegram(user.id)
        self.arrived = person is not None and person.unreachable
        if person is None:
            return await self._new(user, name, username)
        if self.incoming.message and (person.name, person.username) != (name, username):
            await self.tx.people.is_called(person.id, name, username)
        if person.unreachable or self.now - person.seen_at >= ALIVE_EVERY:
            await self.tx.people.alive(person.id, self.now)
        return person

    async def _new(self, user: User, name: str, username: str | None) -> Person:
        """Somebody seen for the first time; who was forgotten while kept away is kept away still."""
        person = await self.tx.people.arrives(user.id, name, username, spoken_language(user.language_code), self.now)
        mark = self.house.sign(f"away_{user.id}")
        if await self.tx.abuse.comes_back(mark, person.id, self.now):
            found = await self.tx.abuse.block_of(person.id)
            if found and found.until:
                await self.alarm("block.end", thing("block", person.id), found.until)
            return await self.tx.people.get(person.id)
        return person

    async def _entered(self) -> Room:
        chat = self.incoming.effective_chat
        assert chat, "the doors let in only updates from a chat"
        if chat.type == "private":
            assert self._person
            if (
                self.incoming.message and not self._person.started
            ):  # new, and writing in private: that is pressing Start
                self.arrived = True
                await self.tx.people.starts(self._person.id, self.now)
                self._person = await self.tx.people.get(self._person.id)
            room = await self.tx.rooms.private(self._person.id, chat.id)
            await self.tx.rooms.is_awake(room.id)
            return room
        inside = None if self.incoming.chat_join_request else self._person  # who asks to join is not there yet
        found = await self.tx.rooms.enter(chat.id, thread_of(self.message), inside.id if inside else None)
        room, known = found or (
            await self.tx.rooms.open(chat.id, thread_of(self.message), clean_name(chat.title or "")),
            False,
        )
        if inside and not known:
            await self.tx.rooms.joins(room.id, inside.id)
        if room.paused and (self.query or (self.incoming.message and not self.incoming.message.left_chat_member)):
            await self.tx.rooms.revive(chat.id)
        return room

    async def _spoken_for(self) -> Person | None:
        """For whom this person speaks in private just now; it ends after a while of silence."""
        assert self._person
        for_id, until = await self.tx.acting.acts_for(self._person.id)
        if for_id is None:
            return None
        if until <= self.now or not await self.may_act(self._person.id, for_id):
            self.acting_ended = await self.tx.acting.act_for_oneself(self._person.id)
            return None
        if until - self.now < ACTING_MINUTES * 30:
            await self.tx.acting.act_for(self._person.id, for_id, later(self.now, minutes=ACTING_MINUTES))
        return await self.tx.people.get(for_id)

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
    def quoted(self) -> Message | None:
        """Somebody's own message that this one replies to; none for what a bot, a channel or nobody by name said."""
        message = self.incoming.message
        said = message.reply_to_message if message and self.replied_to else None
        if said is None or said.from_user is None or said.sender_chat or said.from_user.id == TELEGRAM:
            return None
        return None if said.from_user.is_bot else said

    async def author_of(self, said: Message) -> Person:
        """Whoever wrote a quoted message in this room, known from now on."""
        user = said.from_user
        assert user
        author = await self.tx.people.by_telegram(user.id)
        if author is None:
            name, username = clean_name(user.full_name) or "…", clean_name(user.username or "") or None
            author = await self.tx.people.arrives(user.id, name, username, None, self.now)
        if author.is_here and not self.room.is_private:
            await self.tx.rooms.joins(self.room.id, author.id)
        return author

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
