"""Who speaks, where, and for whom: loaded before any handler; people and rooms that are new are written down."""

from __future__ import annotations

from telegram import Message, User

from bot.domain.people import Person, Room
from bot.domain.rules import thing
from bot.domain.text import clean_name
from bot.i18n import Words, words
from handlers.context.entry import Entry
from handlers.context.incoming import Incoming
from handlers.context.payloads import later, spoken_language, thread_of

ALIVE_EVERY = 600
"""Seconds between two notes of a person's sign of life."""

ACTING_MINUTES = 60
"""How long somebody speaks for another without saying anything before they speak for themselves again."""

ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM = 1087968824, 136817688, 777000
"""Telegram's stand-ins for somebody who does not say who they are."""


class Arriving(Incoming):
    """An update at the door."""

    entry: Entry
    t: Words
    arrived = False
    """Could not be reached before this update."""

    acting_ended = False
    """Spoke for somebody until a while ago, and might not have noticed that this is over."""

    _person: Person | None = None
    _whom: Person | None = None

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
