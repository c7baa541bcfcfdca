"""What a page shows: people, chats, messages."""

from itertools import islice

from bot.playground.server import profile
from bot.playground.server.acts import room
from bot.playground.server.asked import Asked
from bot.playground.server.members import head_count
from bot.playground.server.state import ADMINS, PRESENT, Chat, Json, Person, Post
from bot.playground.server.world import World

MOST_UNREAD = 999


def people(asked: Asked) -> Json:
    limit, q = asked.number("limit", 40), str(asked.get("q", "")).strip().lower()
    found = (person for person in asked.world.people.values() if _matches(person, q))
    featured_first = sorted(found, key=lambda person: not person.featured)
    return {"people": [person.shown() for person in featured_first[:limit]]}


def _matches(person: Person, q: str) -> bool:
    name = f"{person.last_name}{person.first_name} {person.first_name} {person.last_name}"
    return not q or q in f"{name} {person.username} {person.about} {person.id}".lower()


def chats(asked: Asked) -> Json:
    world, me = asked.world, asked.me()
    rooms = [world.chats[id] for id in world.rooms_of.get(me, ()) if world.chats[id].migrated_to is None]
    rooms.append(world.private(me))
    rooms.sort(key=lambda chat: (-chat.touched, chat.id))
    return {"chats": [_chat(world, me, chat) for chat in rooms]}


def _chat(world: World, me: int, chat: Chat) -> Json:
    last = next((post for post in reversed(chat.posts.values()) if not post.deleted), None)
    shown = {
        **group(world, chat),
        "me": _standing(world.status(chat, me)),
        "unread": _unread(chat, me),
        "last": _message(world, last, me) if last else None,
        "pinned": _message(world, chat.posts[chat.pinned[-1]], me) if chat.pinned else None,
        "keyboard": chat.keyboards.get(me, chat.keyboards.get(0)) or None,
        "commands": _commands(world, me, chat),
        "asking": [world.people[who].shown() for who in chat.asking] if chat.members.get(me) in ADMINS else [],
    }
    if chat.private:
        shown |= {"started": chat.started, "blocked": chat.blocked}
    return shown


def group(world: World, chat: Chat) -> Json:
    topics = [{"id": t.id, "name": t.name, "closed": t.closed} for t in chat.topics.values() if not t.deleted]
    return {
        "id": "bot" if chat.private else chat.id,
        "type": chat.type,
        "title": world.bot["first_name"] if chat.private else chat.title,
        "topics": topics,
        "members": head_count(chat),
        "bot": "member" if chat.private else _standing(chat.bot),
    }


def _standing(status: str) -> str:
    if status in ADMINS:
        return "administrator"
    return "member" if status in PRESENT else "left"


def _unread(chat: Chat, me: int) -> int:
    last = chat.read.get(me, 0)
    newest = islice(reversed(chat.posts.values()), min(MOST_UNREAD, chat.next_id - 1 - last))
    return sum(not post.deleted and post.id > last and post.sender != me for post in newest)


def _commands(world: World, me: int, chat: Chat) -> list[dict[str, str]]:
    person = world.people[me]
    admin = chat.members.get(me) in ADMINS
    scopes = profile.scopes(None if chat.private else chat.id, me, admin)
    return world.profile.shown(scopes, person.language_code.partition("-")[0])


def messages(asked: Asked) -> Json:
    world, me = asked.world, asked.me()
    chat = room(world, me, asked.chat())
    before, limit = asked.maybe("before"), asked.number("limit", 50)
    older = (p for p in reversed(chat.posts.values()) if not p.deleted and (before is None or p.id < before))
    found = list(islice(older, limit + 1))
    shown = [_message(world, post, me) for post in reversed(found[:limit])]
    return {"messages": shown, "more": len(found) > limit}


def shown(asked: Asked, post: Post) -> Json:
    return {"message": _message(asked.world, post, asked.me())}


def _message(world: World, post: Post, me: int) -> Json:
    return {**world.message(post), "mine": post.sender == me}
