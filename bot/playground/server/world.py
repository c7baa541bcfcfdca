"""The world: who is where, what was said, and what the bot gets to see of it."""

import re
from collections.abc import Iterable
from pathlib import Path

from bot.playground.clock import Clock
from bot.playground.server.errors import PlayError
from bot.playground.server.faults import Calls
from bot.playground.server.library import Library
from bot.playground.server.limits import Limits
from bot.playground.server.live import Live
from bot.playground.server.presses import Presses
from bot.playground.server.profile import Profile
from bot.playground.server.state import ADMINS, BOT, PRESENT, RIGHTS, Chat, Json, Person, Post, Topic, member
from bot.playground.server.updates import Updates
from bot.playground.store import Store

TOKEN = re.compile(r"(\d{1,20}):[A-Za-z0-9_-]{1,256}")
FIRST_PERSON, FIRST_GROUP, SUPERGROUPS = 100_001, 4_000_001, -1_000_000_000_000


class World:
    """State and rules of the playground. Everything is in memory; a store path keeps it across restarts.

    Writes gather until `flush()`, one transaction: whoever changes the world by hand flushes once at the end.
    """

    def __init__(
        self,
        clock: Clock,
        store_path: Path | None,
        bot_token: str,
        bot_username: str = "linli_bot",
        bot_name: str = "邻里",
        *,
        any_token: bool = False,
        limits: bool = True,
    ) -> None:
        self.clock = clock
        self.store = Store(store_path)
        self.token: str | None = None
        self.any_token = any_token
        self.bot: Json = {"id": 0, "is_bot": True, "first_name": bot_name, "username": bot_username}
        if not any_token or bot_token:
            self.be(bot_token)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.rooms_of: dict[int, set[int]] = {}
        self.profile = Profile(self.store)
        self.updates = Updates(clock, self.store)
        self.presses = Presses(clock, self.store)
        self.library = Library(self.store)
        self.calls = Calls(clock)
        self.limits = Limits(limits)
        self.live = Live()
        self.polled_at: float | None = None  # monotonic; the bot's last getUpdates
        self._load()
        self.fresh = not self.people and not self.chats

    def be(self, token: str) -> None:
        """Makes `token` the bot's; its digits are the bot's id. Raises ValueError if it does not look like one."""
        match = TOKEN.fullmatch(token)
        if match is None:
            raise ValueError("a bot token looks like 123456:letters")
        self.token = token
        self.bot["id"] = int(match[1])

    # keeping

    def _load(self) -> None:
        for _, _, doc in self.store.all("person"):
            person = Person(**doc)
            self.people[person.id] = person
        for _, _, doc in self.store.all("chat"):
            chat = Chat.of(doc)
            self.chats[chat.id] = chat
        for room, who, status in self.store.all("member"):
            self.chats[room].members[who] = status
            self.rooms_of.setdefault(who, set()).add(room)
        for room, who, last in self.store.all("read"):
            self.chats[room].read[who] = last
        for room, id, doc in self.store.all("post"):
            self.chats[room].posts[id] = Post(room, id, *doc)
        for number, _, doc in self.store.all("meta"):
            if number == 0:
                self.clock.offset = doc["offset"]
            elif number == 1:
                self.updates.load(doc)
        self.profile.load()
        self.presses.load()
        self.library.load()

    def keep(self, chat: Chat) -> None:
        if self.store.keeps:
            self.store.put("chat", chat.id, 0, chat.doc())

    def flush(self) -> None:
        self.store.flush()

    def close(self) -> None:
        self.store.close()

    # making

    def add_people(self, people: Iterable[Json]) -> list[int]:
        """Each is {"first_name", "last_name"?, "username"?, "language_code"?, "about"?, "featured"?, "id"?}."""
        next_id = max(self.people, default=FIRST_PERSON - 1) + 1
        made = []
        for named in people:
            person = Person(**{"id": next_id, **named})
            next_id = max(next_id, person.id + 1)
            self.people[person.id] = person
            self.keep_person(person)
            made.append(person.id)
        return made

    def keep_person(self, person: Person) -> None:
        if self.store.keeps:
            self.store.put("person", person.id, 0, {name: getattr(person, name) for name in Person.__slots__})

    def feature(self, person: int, about: str) -> None:
        """Puts a person first in the page's list, with a line about them."""
        self.people[person].featured, self.people[person].about = True, about
        self.keep_person(self.people[person])

    def add_group(
        self,
        title: str,
        members: Iterable[int] = (),
        *,
        bot: str | None = "member",
        type: str = "supergroup",
        topics: Iterable[str] = (),
        admins: Iterable[int] = (),
        id: int | None = None,
    ) -> int:
        """A group that was always there: nobody is told, no service messages. Topics make it a forum."""
        names = list(topics)
        own = id if id is not None else self._free_id(type)
        if own in self.chats or own >= 0:
            raise PlayError(f"a group cannot have the id {own}")
        chat = self.chats[own] = Chat(own, type, title, bot=bot or "", forum=bool(names))
        chat.next_id = 2 if type == "supergroup" else 1  # 1 was its creation; in a forum 1 is General
        chat.touched = self.clock.seconds()
        for name in names:
            self.add_topic(own, name, by=BOT)
        chat.bot_wrote_last = False
        self.add_members(own, members)
        self.add_members(own, admins, "administrator")
        self.keep(chat)
        return own

    def _free_id(self, type: str) -> int:
        base = SUPERGROUPS if type in ("supergroup", "channel") else 0
        number = FIRST_GROUP + 17 * len(self.chats)
        while base - number in self.chats:
            number += 1
        return base - number

    def add_members(self, chat: int, people: Iterable[int], status: str = "member") -> None:
        """Quietly makes people members (or admins): for filling a world, not for playing."""
        for person in people:
            self.place(self.chats[chat], person, status)

    def place(self, chat: Chat, person: int, status: str) -> None:
        if person == BOT:
            chat.bot = status
            self.keep(chat)
            return
        chat.members[person] = status
        self.rooms_of.setdefault(person, set()).add(chat.id)
        self.store.put("member", chat.id, person, status)

    def add_topic(self, chat: int, name: str, by: int) -> int:
        """Opens a topic; its number is that of the message that opened it."""
        room = self.chats[chat]
        room.forum = True
        made = {"forum_topic_created": {"name": name, "icon_color": 7322096}, "is_topic_message": True}
        root = self.post(room, by, {**made, "message_thread_id": room.next_id})
        room.topics[root.id] = Topic(root.id, name)
        self.keep(room)
        return root.id

    # looking

    def person(self, id: object) -> Person:
        found = self.people.get(id) if isinstance(id, int) else None
        if found is None:
            raise PlayError("there is no such person", 404)
        return found

    def private(self, person: int) -> Chat:
        """The person's private chat with the bot, which exists from the first look."""
        chat = self.chats.get(person)
        if chat is None:
            chat = self.chats[person] = Chat(person, "private")
        return chat

    def status(self, chat: Chat, who: int) -> str:
        if chat.private:
            return "kicked" if who == BOT and chat.blocked else "member"
        return chat.bot if who == BOT else chat.members.get(who, "left")

    def knows(self, person: int) -> bool:
        """Whether the bot has ever been in one room with the person."""
        return any(self.chats[room].bot for room in self.rooms_of.get(person, ()))

    # showing

    def user(self, who: int) -> Json:
        return self.bot if who == BOT else self.people[who].user()

    def chat_json(self, chat: Chat) -> Json:
        if chat.private:
            user = self.people[chat.id].user()
            del user["is_bot"]
            user.pop("language_code", None)
            return {**user, "type": "private"}
        shown: Json = {"id": chat.id, "title": chat.title, "type": chat.type}
        if chat.forum:
            shown["is_forum"] = True
        return shown

    def message(self, post: Post, nested: bool = True) -> Json:
        """The Bot API's Message, with what it replies to (one level deep)."""
        chat = self.chats[post.chat]
        head = {"message_id": post.id, "from": self.user(post.sender), "chat": self.chat_json(chat)}
        if "sender_chat" not in post.body and chat.type == "channel":
            del head["from"]
        shown = {**head, **post.body}
        if nested and post.reply is not None:
            replied = chat.posts.get(post.reply)
            if replied is not None and not replied.deleted:
                shown["reply_to_message"] = self.message(replied, nested=False)
        return shown

    # happening

    def post(self, chat: Chat, sender: int, body: Json, reply: int | None = None) -> Post:
        """Puts a message into the chat. Whether the bot hears of it is the caller's to say."""
        body["date"] = int(self.clock.seconds())
        post = chat.posts[chat.next_id] = Post(chat.id, chat.next_id, sender, body, reply)
        chat.next_id += 1
        chat.bot_wrote_last = sender == BOT
        chat.touched = self.clock.seconds()
        if sender != BOT:
            self.mark_read(chat, sender)
        self.keep_post(post)
        self.keep(chat)
        return post

    def keep_post(self, post: Post) -> None:
        if self.store.keeps:
            self.store.put("post", post.chat, post.id, post.doc())
        self.changed(self.chats[post.chat])

    def mark_read(self, chat: Chat, person: int) -> None:
        chat.read[person] = chat.next_id - 1
        self.store.put("read", chat.id, person, chat.next_id - 1)

    def threaded(self, chat: Chat, body: Json, thread: int | None, reply: int | None) -> int | None:
        """Writes the thread into `body`; → what the message replies to (in a topic at least the topic's root)."""
        replied = chat.posts.get(reply) if reply is not None else None
        if chat.forum:
            if thread is None and replied is not None and "is_topic_message" in replied.body:
                thread = replied.body["message_thread_id"]
            if thread in chat.topics:
                body["message_thread_id"], body["is_topic_message"] = thread, True
                return reply if reply is not None else thread
        elif replied is not None and chat.type == "supergroup":
            body["message_thread_id"] = replied.body.get("message_thread_id", replied.id)
        return reply

    def tell_bot(self, post: Post, kind: str = "message", after_bot: bool = False) -> None:
        """Queues the message for the bot if it may see it: privacy mode hides plain words from a plain member."""
        chat = self.chats[post.chat]
        if chat.type == "channel":
            kind = kind.replace("message", "channel_post")
        if self.bot_sees(chat, post, after_bot):
            self.updates.add(kind, self.message(post))

    def bot_sees(self, chat: Chat, post: Post, after_bot: bool) -> bool:
        """`after_bot`: the bot wrote last, so a bare /command is taken as meant for it."""
        if chat.private:
            return not chat.blocked
        if chat.bot not in PRESENT:
            return False
        if chat.bot in ADMINS or self.is_service(post):
            return True
        if post.reply is not None and chat.posts[post.reply].sender == BOT and not _is_root(chat, post.reply):
            return True
        text = post.body.get("text") or post.body.get("caption") or ""
        command = re.match(r"/[A-Za-z0-9_]{1,64}(@\w+)?(?=\s|$)", text)
        if command is None:
            return False
        if command[1]:
            return bool(command[1][1:].lower() == self.bot["username"].lower())
        return after_bot

    def is_service(self, post: Post) -> bool:
        return not post.body.keys().isdisjoint(SERVICE)

    def member(self, chat: Chat, who: int) -> Json:
        """Somebody's standing in a chat, as the Bot API shows it."""
        return member(self.user(who), self.status(chat, who) or "left", chat.rights.get(who, RIGHTS))

    def member_changed(
        self, chat: Chat, who: int, status: str, by: int, *, rights: list[str] | None = None, how: Json | None = None
    ) -> None:
        """Changes somebody's standing in a chat and tells the bot by my_chat_member or chat_member.

        `rights` are an admin's, all of them if None; `how` they came goes into the update.
        """
        before = self.member(chat, who)
        bot_was_there = self.status(chat, BOT) in PRESENT
        self._stand(chat, who, status, rights)
        if (after := self.member(chat, who)) == before:
            return
        change = {
            "chat": self.chat_json(chat),
            "from": self.user(by),
            "date": int(self.clock.seconds()),
            "old_chat_member": before,
            "new_chat_member": after,
            **(how or {}),
        }
        if who == BOT:
            self.updates.add("my_chat_member", change)
        elif bot_was_there and chat.bot in ADMINS:
            self.updates.add("chat_member", change)
        self.changed(chat)
        if who != BOT:
            self.live.tell(who, {"kind": "chats"})

    def _stand(self, chat: Chat, who: int, status: str, rights: list[str] | None) -> None:
        chat.rights.pop(who, None)
        if rights is not None and status == "administrator":
            chat.rights[who] = rights
        if chat.private:
            chat.blocked = status == "kicked"
        else:
            self.place(chat, who, status)
        self.keep(chat)

    def changed(self, chat: Chat) -> None:
        """Hints to every page that shows this chat."""
        if chat.private:
            self.live.tell(chat.id, {"kind": "chat", "chat": "bot"})
            return
        for person in self.live.watched():
            if person in chat.members:
                self.live.tell(person, {"kind": "chat", "chat": chat.id})

    def push_clock(self, seconds: float) -> float:
        self.clock.push(seconds)
        self.store.put("meta", 0, 0, {"offset": self.clock.offset})
        now = self.clock.seconds()
        self.live.tell_all({"kind": "clock", "now": now})
        return now


SERVICE = frozenset({
    "new_chat_members", "left_chat_member", "pinned_message", "migrate_to_chat_id", "migrate_from_chat_id",
    "forum_topic_created", "forum_topic_closed", "forum_topic_reopened", "new_chat_title", "group_chat_created",
    "supergroup_chat_created",
})  # fmt: skip


def _is_root(chat: Chat, message: int) -> bool:
    return message in chat.topics


def online(world: World, now: float) -> float | None:
    """Seconds since the bot last asked for updates; None if it never did, 0 while it is waiting for some."""
    if world.updates.polling:
        return 0.0
    return None if world.polled_at is None else round(now - world.polled_at, 1)
