"""What the playground's world is made of: people, chats, members, posts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

Json = dict[str, Any]
BOT = 0  # the bot's place where a person's id would stand
GROUP_ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
PRESENT = ("member", "administrator", "creator", "restricted")
ADMINS = ("administrator", "creator")
RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics", "can_manage_tags", "can_manage_direct_messages",
)  # fmt: skip
ON_REQUEST = ("is_anonymous", "can_promote_members")
NO_RIGHTS = (
    "can_be_edited", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    about: str = ""
    featured: bool = False

    def user(self) -> Json:
        shown = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        named = {key: value for key, value in shown.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **named}

    def shown(self) -> Json:
        card = asdict(self)
        del card["featured"]
        return card


@dataclass(slots=True)
class Topic:
    id: int
    name: str
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Post:
    """A message. `body` is what the Bot API shows of it beyond its number, sender, chat and what it replies to."""

    chat: int
    id: int
    sender: int
    body: Json
    reply: int | None = None
    deleted: bool = False
    votes: Json = field(default_factory=dict)  # of a poll: person, as text → option numbers

    def doc(self) -> list[Any]:
        return [self.sender, self.body, self.reply, self.deleted, self.votes]


@dataclass(slots=True)
class Chat:
    """A room; a private chat with the bot has the person's id, as in the Bot API."""

    id: int
    type: str
    title: str = ""
    started: bool = False
    blocked: bool = False
    bot: str = ""  # the bot's status in a group; empty: it was never there
    bot_wrote_last: bool = False
    next_id: int = 1
    migrated_to: int | None = None
    touched: float = 0.0
    forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboards: dict[int, Json] = field(default_factory=dict)  # person, or 0 for everybody → markup
    asking: dict[int, float] = field(default_factory=dict)  # people who ask to join → when
    asked_by: dict[int, str] = field(default_factory=dict)  # and by which link
    links: dict[str, Json] = field(default_factory=dict)  # the bot's invitations, by the letters after t.me/+
    rights: dict[int, list[str]] = field(default_factory=dict)  # of admins who do not have them all
    members: dict[int, str] = field(default_factory=dict)
    read: dict[int, int] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)

    @property
    def private(self) -> bool:
        return self.id > 0

    def may(self, who: int, right: str) -> bool:
        """Whether somebody is an admin here with this right."""
        status = self.bot if who == BOT else self.members.get(who)
        return status in ADMINS and right in self.rights.get(who, RIGHTS)

    def doc(self) -> Json:
        kept = {name: getattr(self, name) for name in KEPT}
        topics = [[t.id, t.name, t.closed, t.deleted] for t in self.topics.values()]
        kept |= {name: list(getattr(self, name).items()) for name in BY_PERSON}
        return {**kept, "topics": topics}

    @classmethod
    def of(cls, doc: Json) -> "Chat":
        chat = cls(**{name: doc[name] for name in KEPT if name in doc})
        chat.topics = {topic[0]: Topic(*topic) for topic in doc["topics"]}
        for name in BY_PERSON:
            setattr(chat, name, dict(doc.get(name, [])))
        return chat


KEPT = ("id", "type", "title", "started", "blocked", "bot", "bot_wrote_last", "next_id", "migrated_to", "touched",
        "forum", "pinned", "links")  # fmt: skip
BY_PERSON = ("keyboards", "asking", "asked_by", "rights")  # JSON has no numbers for keys


def member(user: Json, status: str, rights: Sequence[str] = RIGHTS) -> Json:
    """A ChatMember of the Bot API."""
    match status:
        case "administrator":
            has = {right: right in rights for right in (*RIGHTS, *ON_REQUEST)}
            return {"user": user, "status": status, **has, **dict.fromkeys(NO_RIGHTS, False)}
        case "creator":
            return {"user": user, "status": status, "is_anonymous": False}
        case "kicked":
            return {"user": user, "status": status, "until_date": 0}
        case "member":
            return {"user": user, "status": status}
    return {"user": user, "status": "left"}
