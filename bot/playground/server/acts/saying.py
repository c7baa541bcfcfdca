"""What people say: words, pictures, files, voice."""

import random

from bot.playground.server.entities import formatted, units
from bot.playground.server.errors import PlayError
from bot.playground.server.library import File, guessed, picture, voice
from bot.playground.server.sending import CAPTION, TEXT, UPLOAD_BYTES
from bot.playground.server.state import ADMINS, CHANNEL_BOT, GROUP_ANONYMOUS, PRESENT, Chat, Json, Post
from bot.playground.server.world import World

CHANNEL = -1_000_000_999_999


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
    said = _caption(caption)
    where = _hands_over(world, person, chat, thread)
    group = str(random.randrange(10**16, 10**17)) if album > 1 else ""
    posts = []
    for number in range(max(1, min(album, 10))):
        picture_file = _picture(world, number)
        body = {**picture_file.sent(), **({"media_group_id": group} if group else {}), **(said if number == 0 else {})}
        posts.append(_speak(world, where, person, body, reply_to, thread))
    return posts


def _picture(world: World, number: int) -> File:
    return world.library.add("Photo", "photo.png", "image/png", picture(random.randrange(1000) + number))


def document(
    world: World,
    person: int,
    chat: object,
    name: str,
    content: bytes,
    *,
    mime: str = "",
    caption: str = "",
    reply_to: int | None = None,
    thread: int | None = None,
) -> Post:
    """A file, up to 50 MB here; a bot can fetch up to 20."""
    if not content:
        raise PlayError("the file is empty")
    if len(content) > UPLOAD_BYTES:
        raise PlayError("the file is larger than 50 MB")
    said = _caption(caption)
    where = _hands_over(world, person, chat, thread)
    file = world.library.add("Document", name, guessed(name, mime), content)
    return _speak(world, where, person, {**file.sent(), **said}, reply_to, thread)


def speak(
    world: World, person: int, chat: object, seconds: int = 3, *, reply_to: int | None = None, thread: int | None = None
) -> Post:
    """A voice message."""
    where = _hands_over(world, person, chat, thread)
    file = world.library.add("Voice", "voice.oga", "audio/ogg", voice(seconds), seconds)
    return _speak(world, where, person, file.sent(), reply_to, thread)


def _caption(text: str) -> Json:
    said = formatted(text, "", None)
    if units(said.text) > CAPTION:
        raise PlayError("the caption is longer than 1,024 characters")
    if not said.text:
        return {}
    return {"caption": said.text, **({"caption_entities": said.entities} if said.entities else {})}


def _hands_over(world: World, person: int, chat: object, thread: int | None) -> Chat:
    """A chat to put a file into; it answers a prompt as words do."""
    where = _speaks_in(world, person, chat, thread)
    _tidy_keyboard(world, where, person, "")
    return where
