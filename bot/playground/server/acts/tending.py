"""What becomes of a chat: its topics, its messages, and a group that grows into a supergroup."""

from bot.playground.server.editing import remove
from bot.playground.server.errors import PlayError
from bot.playground.server.state import BOT, GROUP_ANONYMOUS, PRESENT, Chat, Json
from bot.playground.server.world import World


def migrate(world: World, chat: Chat) -> int:
    """A basic group becomes a supergroup: a new id, its members come along, its messages do not."""
    if chat.type != "group" or chat.migrated_to is not None:
        raise PlayError("only a basic group can become a supergroup")
    new = world.chats[world.add_group(chat.title, bot=chat.bot)]
    for person, status in chat.members.items():
        world.place(new, person, status)
    actor = next((p for p, status in chat.members.items() if status in PRESENT), BOT)
    gone = world.post(chat, actor, {"migrate_to_chat_id": new.id})
    world.tell_bot(gone)
    chat.migrated_to = new.id
    new.keyboards, new.rights = chat.keyboards, chat.rights
    came = world.post(new, actor, {"migrate_from_chat_id": chat.id, "from": GROUP_ANONYMOUS})
    came.body["sender_chat"] = world.chat_json(new)
    world.keep_post(came)
    world.tell_bot(came)
    world.keep(chat)
    world.keep(new)
    world.live.tell_all({"kind": "chats"})
    return new.id


def delete(world: World, chat: Chat, message_id: int) -> None:
    post = chat.posts.get(message_id)
    if post is None or post.deleted:
        raise PlayError("there is no such message", 404)
    remove(world, chat, post)


def open_topic(world: World, chat: Chat, name: str) -> int:
    if chat.type != "supergroup":
        raise PlayError("only a supergroup can have topics")
    actor = next((p for p, status in chat.members.items() if status in PRESENT), BOT)
    thread = world.add_topic(chat.id, name, by=actor)
    world.tell_bot(chat.posts[thread])
    return thread


def close_topic(world: World, chat: Chat, thread: int, closed: bool = True) -> None:
    topic = chat.topics.get(thread)
    if topic is None or topic.deleted:
        raise PlayError("there is no such topic", 404)
    topic.closed = closed
    actor = next((p for p, status in chat.members.items() if status in PRESENT), BOT)
    body: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
    service = world.post(chat, actor, body, world.threaded(chat, body, thread, None))
    world.tell_bot(service)
