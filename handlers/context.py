"""What every handler works with: the open transaction, who speaks, where, when, and the ways to promise something."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from telegram import Message, Update, User
from telegram.ext import CallbackContext, ExtBot

from bot.domain import quiet, rights
from bot.domain.people import Person, Room
from bot.domain.places import Tree
from bot.domain.quiet import Hours
from bot.domain.rights import Standing
from bot.domain.rules import Address, RuleError
from bot.domain.text import clean, clean_name
from bot.i18n import Html, Words, page, words
from storage.database import Read, Tx

if TYPE_CHECKING:
    from handlers.features import Feature

URGENT, REPLY, CARD, NOTICE, BULK = range(5)
"""In which order promises leave the house."""

AWAKE = 3600
"""Seconds after somebody's last sign of life in which a sound does not wake them."""

ALIVE_EVERY = 600
"""Seconds between two notes of a person's sign of life."""

ANONYMOUS_ADMIN, CHANNEL_BOT, TELEGRAM = 1087968824, 136817688, 777000
"""Telegram's stand-ins for somebody who does not say who they are."""


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
    trees: dict[tuple[int, int], Tree] = field(default_factory=dict)  # the places as last read, by how many there are

    async def tree(self, read: Read) -> Tree:
        """The places, indexed once per change."""
        mark = await read.places.mark()
        tree = self.trees.get(mark) or Tree(await read.places.all())
        if mark not in self.trees:
            self.trees.clear()
            self.trees[mark] = tree
        return tree

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

    def awake(self, at: int) -> int:
        """The moment itself, or the end of the quiet hours it falls into."""
        return int(quiet.not_before(self.local(at), self.hours, self.zone).timestamp())


@dataclass(frozen=True)
class Showing:
    """A card to tell somebody with."""

    thing: str
    view: str


@dataclass(frozen=True)
class Saying:
    """A sentence to tell somebody with, in their own words."""

    say: Callable[[Words], Html]
    thing: str | None = None


class Work:
    """An open transaction at work, whatever set it going: an update, an alarm, a delivery's outcome."""

    tx: Tx
    at: int  # Unix seconds: when it was said, pressed or rang
    now: int  # Unix seconds: the present
    house: Neighbourhood

    @property
    def watched_room(self) -> int | None:
        """Where somebody is looking just now."""
        return None

    async def places(self) -> Tree:
        """Every place of the community, indexed for reading words."""
        return await self.house.tree(self.tx)

    async def private_room(self, person: Person) -> Room:
        assert person.telegram_id is not None
        return await self.tx.rooms.private(person.id, person.telegram_id)

    async def show(
        self, thing: str, view: str, room: Room, *, rank: int = CARD, aloud: bool = False, reply_to: int | None = None
    ) -> None:
        """This thing has a card in this room; it shall show the truth. `aloud`: sent anew at the bottom."""
        await self.tx.cards.show(thing, view, room.id, rank=rank, at=self.now, aloud=aloud, reply_to=reply_to)
        self.tx.promised = True

    async def redraw(self, thing: str) -> None:
        """Every card of this thing shall show the truth."""
        await self.tx.cards.redraw(thing, self.now, self.watched_room, CARD)
        self.tx.promised = True

    async def tell(self, person_id: int, kind: str, news: Showing | Saying, *, awaited: bool = False) -> bool:
        """The only way to reach somebody else. False: this person cannot be reached, and whoever waits should know.

        Quiet hours hold back what rings, unless the person is awake, offered to be woken, or waits for this news.
        """
        person = await self.tx.people.get(person_id)
        if not person.reachable:
            return False
        if await self.tx.people.mutes(person_id, kind):
            return True
        room = await self.private_room(person)
        may_ring = awaited or person.night_ok or self.now - person.seen_at < AWAKE
        not_before = 0 if may_ring or self.house.awake(self.now) == self.now else self.house.awake(self.now)
        if isinstance(news, Showing):
            await self.tx.cards.show(
                news.thing, news.view, room.id, rank=REPLY, at=self.now, aloud=True, not_before=not_before
            )
        else:
            text = news.say(words(person.language or self.house.language))
            await self.promise(
                room,
                kind,
                "sendMessage",
                html(text),
                thing=news.thing,
                not_before=not_before,
                merge=news.thing is not None,
            )
        self.tx.promised = True
        return True

    async def promise(
        self, room: Room, kind: str, method: str, payload: dict[str, Any], *,
        rank: int = REPLY, thing: str | None = None, not_before: int = 0, merge: bool = False,
    ) -> None:  # fmt: skip
        """One Bot API call, made once this transaction is committed."""
        await self.tx.notes.promise(
            room.id, kind, method, payload, rank=rank, at=self.now, thing=thing, not_before=not_before, merge=merge
        )
        self.tx.promised = True

    async def alarm(self, kind: str, thing: str, at: int) -> None:
        """Set the alarm, or move it."""
        await self.tx.alarms.set(kind, thing, at)

    async def no_alarm(self, *kinds: str, thing: str) -> None:
        for kind in kinds:
            await self.tx.alarms.clear(kind, thing)

    async def promise_job(self, kind: str, **payload: Any) -> None:
        """Slow work, done off the loop once this is committed."""
        await self.tx.jobs.promise(kind, payload, self.now)
        self.tx.promised = True

    async def take_away(self, thing: str, view: str, room: Room) -> None:
        """The card is not needed any more; its message goes, too, as far as Telegram lets us."""
        message_id = await self.tx.cards.removed(thing, view, room.id)
        if message_id:
            await self.promise(room, "house.tidy", "deleteMessage", {"message_id": message_id}, rank=CARD)


@dataclass
class Turn(Work):
    """One transaction that no update set going."""

    tx: Tx
    at: int
    now: int
    house: Neighbourhood
    thing: str = ""
    late: bool = False  # an alarm that rings long after its time


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

    _person: Person | None = None

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
            return await self.tx.people.arrives(user.id, name, username, _spoken(user.language_code), self.now)
        if self.incoming.message and (person.name, person.username) != (name, username):
            await self.tx.people.is_called(person.id, name, username)
        if person.unreachable or self.now - person.seen_at >= ALIVE_EVERY:
            await self.tx.people.alive(person.id, self.now)
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
        found = await self.tx.rooms.enter(chat.id, thread_of(self.message), self._person.id if self._person else None)
        room, known = found or (
            await self.tx.rooms.open(chat.id, thread_of(self.message), clean_name(chat.title or "")),
            False,
        )
        if self._person and not known:
            await self.tx.rooms.joins(room.id, self._person.id)
        if room.paused and (self.query or (self.incoming.message and not self.incoming.message.left_chat_member)):
            await self.tx.rooms.revive(chat.id)
        return room

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
        values = self.way.values
        expected = self.house.sign(f"{self.way.door}_{values[0]}") if values else ""
        return len(values) > 1 and hmac.compare_digest(values[1], expected)

    @property
    def is_proved_lately(self) -> bool:
        """The same for a link that proves something only for a day or two: it was made with `signed_today`."""
        values = self.way.values
        days = (self.now // 86_400, self.now // 86_400 - 1)
        expected = [self.house.sign(f"{self.way.door}_{values[0]}_{day}") for day in days] if values else []
        return len(values) > 1 and any(hmac.compare_digest(values[1], proof) for proof in expected)

    async def menu(self, path: str) -> None:
        """The living menu of this private chat: sent anew when asked for in words, turned over when pressed."""
        if not self.room.is_private:
            raise RuleError("button-is-old")
        await self.tx.cards.menu(self.room.id, self.person.id, path, rank=REPLY, at=self.now, aloud=not self.query)
        self.tx.promised = True

    async def may(
        self,
        action: str,
        *,
        author_id: int | None,
        state: str,
        assigned_id: int | None = None,
        place_id: int | None = None,
    ) -> None:
        """Refuse unless this person may do this now."""
        place = place_id or (await self.tx.places.root()).id
        titles = await self.tx.people.holds_at_or_above(self.person.id, place)
        rights.check(action, Standing(self.person.id, author_id, assigned_id, titles), state)

    async def say(self, *lines: str | None, keyboard: dict[str, Any] | None = None, kind: str = "house.said") -> None:
        """Answer in the room spoken in; in a group as a reply, without a sound."""
        payload = html(page(lines))
        if keyboard:
            payload["reply_markup"] = keyboard
        if not self.room.is_private:
            payload |= reply_to(self.message_id) | {"disable_notification": True}
        await self.promise(self.room, kind, "sendMessage", payload)

    async def write_down(self, verb: str, thing: str, place_id: int | None = None, **numbers: int) -> None:
        """A line in the journal: ids, verbs and numbers, never a typed word."""
        await self.tx.journal.write(
            self.now, self._person.id if self._person else None, verb, thing, place_id, **numbers
        )


def html(text: Html) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def reply_to(message_id: int | None) -> dict[str, Any]:
    if message_id is None:
        return {}
    return {"reply_parameters": {"message_id": message_id, "allow_sending_without_reply": True}}


def thread_of(message: Message | None) -> int:
    """The topic a message stands in; 0 for none and for General (which the Bot API calls 1 or leaves out)."""
    if message is None or not message.is_topic_message:
        return 0
    return 0 if message.message_thread_id == 1 else (message.message_thread_id or 0)


def replied(message: Message) -> int | None:
    """The message this one replies to. In a topic every message carries the topic's root, which is no reply."""
    target = message.reply_to_message
    if target is None or (message.is_topic_message and target.message_id == message.message_thread_id):
        return None
    return target.message_id


def spoken_text(message: Message) -> str:
    return clean(message.text or message.caption or "")


def later(at: int, **span: float) -> int:
    """So much later: `later(ctx.at, hours=2)`."""
    return at + int(timedelta(**span).total_seconds())


def _spoken(language_code: str | None) -> str | None:
    """Telegram's language tag as one of ours, or None for the community's own."""
    primary = (language_code or "").partition("-")[0].lower()
    return primary if primary in ("zh", "en") else None
