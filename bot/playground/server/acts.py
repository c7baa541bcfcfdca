"""What people do: write, press, come and go."""

import asyncio
import random
from typing import Any

from bot.playground.server.editing import remove
from bot.playground.server.entities import formatted, units
from bot.playground.server.errors import PlayError
from bot.playground.server.library import File, picture, voice
from bot.playground.server.markup import START_PAYLOAD
from bot.playground.server.sending import CAPTION, TEXT
from bot.playground.server.state import ADMINS, BOT, CHANNEL_BOT, GROUP_ANONYMOUS, PRESENT, Chat, Json, Post
from bot.playground.server.world import World

CHANNEL = -1_000_000_999_999
PRESS_WAIT = 20.0


def room(world: World, person: int, chat: object) -> Chat:
    """The chat a page names: "bot", the person's own id, or a group's id. Raises 404 if there is none."""
    world.person(person)
    if chat == "bot" or chat == person:
        return world.private(person)
    found = world.chats.get(chat) if isinstance(chat, int) else None
    if found is None or found.private:
        raise PlayError("there is no such chat", 404)
    return found


def say(
    world: World,
    person: int,
    chat: object,
    text: str,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
    anonymous: bool = False,
    as_channel: bool | str = False,
) -> Post:
    said = formatted(text, "", None)
    if not said.text:
        raise PlayError("the message is empty")
    if units(said.text) > TEXT:
        raise PlayError("the message is longer than 4,096 characters")
    body: Json = {"text": said.text, **({"entities": said.entities} if said.entities else {})}
    where = _speaks_in(world, person, chat, thread)
    _tidy_keyboard(world, where, person, said.text)
    return _speak(world, where, person, body, reply_to, thread, anonymous, as_channel)


def _speaks_in(world: World, person: int, chat: object, thread: int | None) -> Chat:
    where = room(world, person, chat)
    if where.migrated_to is not None:
        raise PlayError(f"this group has become {where.migrated_to}")
    if where.private:
        if where.blocked:
            raise PlayError("you have blocked the bot")
        where.started = True
    elif where.members.get(person) not in PRESENT:
        raise PlayError("you are not a member of this chat")
    topic = where.topics.get(thread) if thread is not None else None
    if thread is not None and (topic is None or topic.deleted):
        raise PlayError("there is no such topic", 404)
    if topic is not None and topic.closed and where.members.get(person) not in ADMINS:
        raise PlayError("this topic is closed")
    return where


def _speak(
    world: World,
    chat: Chat,
    person: int,
    body: Json,
    reply_to: int | None = None,
    thread: int | None = None,
    anonymous: bool = False,
    as_channel: bool | str = False,
) -> Post:
    if reply_to is not None and (reply_to not in chat.posts or chat.posts[reply_to].deleted):
        raise PlayError("the message to reply to is gone", 404)
    if anonymous:
        body.update({"from": GROUP_ANONYMOUS, "sender_chat": world.chat_json(chat)})
    elif as_channel:
        title = as_channel if isinstance(as_channel, str) else "频道 Channel"
        body.update({"from": CHANNEL_BOT, "sender_chat": {"id": CHANNEL, "title": title, "type": "channel"}})
    after_bot = chat.bot_wrote_last
    post = world.post(chat, person, body, world.threaded(chat, body, thread, reply_to))
    world.tell_bot(post, after_bot=after_bot)
    return post


def _tidy_keyboard(world: World, chat: Chat, person: int, text: str) -> None:
    """A prompt is gone once it is answered, a one-time keyboard once it is used."""
    whom = person if person in chat.keyboards else 0
    markup = chat.keyboards.get(whom, {})
    used = any(button["text"] == text for row in markup.get("keyboard", []) for button in row)
    if markup.get("force_reply") or (markup.get("one_time_keyboard") and used):
        del chat.keyboards[whom]
        world.keep(chat)


def edit(world: World, person: int, chat: object, message_id: int, text: str) -> Post:
    post = _own(world, person, chat, message_id)
    said = formatted(text, "", None)
    if not said.text or units(said.text) > TEXT:
        raise PlayError("the message is empty or too long")
    name, marks = ("text", "entities") if "text" in post.body else ("caption", "caption_entities")
    post.body = {key: value for key, value in post.body.items() if key not in (name, marks)} | {name: said.text}
    if said.entities:
        post.body[marks] = said.entities
    post.body["edit_date"] = int(world.clock.seconds())
    world.keep_post(post)
    world.tell_bot(post, "edited_message")
    return post


def _own(world: World, person: int, chat: object, message_id: int) -> Post:
    post = room(world, person, chat).posts.get(message_id)
    if post is None or post.deleted:
        raise PlayError("there is no such message", 404)
    if post.sender != person:
        raise PlayError("this message is somebody else's")
    return post


def photo(
    world: World,
    person: int,
    chat: object,
    *,
    caption: str = "",
    album: int = 0,
    reply_to: int | None = None,
    thread: int | None = None,
) -> list[Post]:
    """One generated picture, or with `album` that many at once; the caption stands under the first."""
    said = formatted(caption, "", None)
    if units(said.text) > CAPTION:
        raise PlayError("the caption is longer than 1,024 characters")
    where = _speaks_in(world, person, chat, thread)
    group = str(random.randrange(10**16, 10**17)) if album > 1 else ""
    posts = []
    for number in range(max(1, min(album, 10))):
        picture_file = _picture(world, number)
        body = {**picture_file.sent(), **({"media_group_id": group} if group else {})}
        if number == 0 and said.text:
            body |= {"caption": said.text, **({"caption_entities": said.entities} if said.entities else {})}
        posts.append(_speak(world, where, person, body, reply_to, thread))
    return posts


def _picture(world: World, number: int) -> File:
    return world.library.add("Photo", "photo.png", "image/png", picture(random.randrange(1000) + number))


def speak(world: World, person: int, chat: object, seconds: int = 3) -> Post:
    """A voice message."""
    where = _speaks_in(world, person, chat, None)
    file = world.library.add("Voice", "voice.oga", "audio/ogg", voice(seconds), seconds)
    return _speak(world, where, person, file.sent())


async def press(world: World, person: int, chat: object, message_id: int, data: str) -> Json | None:
    """Presses a button, which need not be there; → the bot's answer, None if none came within 20 s."""
    query, waiting = _pressed(world, person, chat, message_id, data)
    world.updates.add("callback_query", query)
    world.flush()
    try:
        async with asyncio.timeout(PRESS_WAIT):
            return await waiting
    except TimeoutError:
        return None


def _pressed(
    world: World, person: int, chat: object, message_id: int, data: str
) -> tuple[Json, asyncio.Future[dict[str, Any]]]:
    where = room(world, person, chat)
    post = where.posts.get(message_id)
    if post is None:
        raise PlayError("there is no such message", 404)
    if not where.private and where.bot not in PRESENT:
        raise PlayError("the bot is not in this chat any more")
    message = world.message(post)
    if post.deleted:
        message = {"chat": world.chat_json(where), "message_id": post.id, "date": 0}
    id, waiting = world.presses.open()
    instance = str(abs(where.id) * 7919 + 1)
    query = {"id": id, "from": world.user(person), "message": message, "chat_instance": instance, "data": data}
    return query, waiting


def start(world: World, person: int, payload: str = "") -> Post:
    """Presses Start, which also unblocks a blocked bot."""
    world.person(person)
    if not START_PAYLOAD.fullmatch(payload):
        raise PlayError("a start payload is at most 64 of A-Z a-z 0-9 _ -")
    if world.private(person).blocked:
        block(world, person, False)
    return say(world, person, "bot", f"/start {payload}".strip())


def block(world: World, person: int, blocked: bool) -> None:
    world.person(person)
    chat = world.private(person)
    if not blocked or chat.started:
        world.member_changed(chat, BOT, "kicked" if blocked else "member", by=person)
    chat.blocked = blocked
    world.keep(chat)
    world.changed(chat)


def vote(world: World, person: int, chat: object, message_id: int, options: list[int]) -> Json:
    """Answers a native poll; an empty list takes the answer back."""
    post = room(world, person, chat).posts.get(message_id)
    if post is None or "poll" not in post.body:
        raise PlayError("there is no such poll", 404)
    poll = post.body["poll"]
    if poll["is_closed"] or any(not 0 <= number < len(poll["options"]) for number in options):
        raise PlayError("the poll is closed, or has no such option")
    votes = post.votes = {**post.votes, str(person): options}
    counts = [sum(number in chosen for chosen in votes.values()) for number in range(len(poll["options"]))]
    counted = [{**option, "voter_count": count} for option, count in zip(poll["options"], counts, strict=True)]
    poll = {**poll, "options": counted, "total_voter_count": sum(bool(chosen) for chosen in votes.values())}
    post.body = {**post.body, "poll": poll}
    world.keep_post(post)
    if post.sender == BOT:
        world.updates.add("poll", poll)
        if not poll["is_anonymous"]:
            ids = [str(number) for number in options]
            answer = {"poll_id": poll["id"], "user": world.user(person), "option_ids": options}
            world.updates.add("poll_answer", {**answer, "option_persistent_ids": ids})
    return dict(poll)


# coming and going


def join(world: World, who: int, chat: Chat) -> None:
    add(world, who, who, chat)


def add(world: World, by: int, who: int, chat: Chat) -> None:
    """Somebody adds somebody (or comes in by themselves)."""
    if world.status(chat, who) in PRESENT:
        raise PlayError("already a member of this chat")
    if who != BOT:
        chat.asking.pop(who, None)
    world.member_changed(chat, who, "member", by=by)
    if chat.type == "channel":
        return
    actor = by if by != BOT else who
    service = world.post(chat, actor, {"new_chat_members": [world.user(who)]})
    world.tell_bot(service)


def leave(world: World, who: int, chat: Chat) -> None:
    _go(world, who, who, chat, "left")


def expel(world: World, by: int, who: int, chat: Chat) -> None:
    """Somebody removes somebody; they cannot come back by themselves in Telegram, here they can."""
    _go(world, by, who, chat, "kicked")


def _go(world: World, by: int, who: int, chat: Chat, status: str) -> None:
    if world.status(chat, who) not in PRESENT:
        raise PlayError("not a member of this chat")
    chat.keyboards.pop(who, None)
    if chat.type != "channel":
        service = world.post(chat, by, {"left_chat_member": world.user(who)})
        if who != BOT or chat.type == "group":
            world.tell_bot(service)
    world.member_changed(chat, who, status, by=by)


def promote(world: World, who: int, chat: Chat, admin: bool) -> None:
    if world.status(chat, who) not in PRESENT:
        raise PlayError("not a member of this chat")
    by = next((p for p, status in chat.members.items() if status in ADMINS and p != who), None)
    by = by if by is not None else next((p for p in chat.members if p != who), who)
    world.member_changed(chat, who, "administrator" if admin else "member", by=by)


def ask_to_join(world: World, who: int, chat: Chat) -> None:
    """A request to join, which a bot that is an admin may approve; it may write to the person for five minutes."""
    if world.status(chat, who) in PRESENT:
        raise PlayError("already a member of this chat")
    chat.asking[who] = world.clock.seconds()
    world.keep(chat)
    if chat.bot in ADMINS:
        request = {"chat": world.chat_json(chat), "from": world.user(who), "user_chat_id": who}
        world.updates.add("chat_join_request", {**request, "date": int(world.clock.seconds())})


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
    new.keyboards = chat.keyboards
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
