"""Bot API methods that send, copy and forward."""

import random
from typing import Any

from bot.playground.server import markup as markups
from bot.playground.server.entities import Formatted, formatted, units
from bot.playground.server.errors import bad, forbidden
from bot.playground.server.library import File, guessed
from bot.playground.server.params import Params
from bot.playground.server.state import ADMINS, BOT, PRESENT, Chat, Json, Post
from bot.playground.server.world import World

TEXT, CAPTION, QUESTION, OPTION = 4096, 1024, 300, 100
PHOTO_BYTES, UPLOAD_BYTES = 10 * 1024 * 1024, 50 * 1024 * 1024
JOIN_REQUEST_WINDOW = 300.0
COPIED = (
    "text", "entities", "caption", "caption_entities", "photo", "voice", "document", "media_group_id",
    "video", "audio", "animation", "video_note", "sticker", "location", "contact",
)  # fmt: skip


def find_chat(world: World, params: Params) -> Chat:
    """The chat a call names; what the bot may do there is not asked yet."""
    if "chat_id" not in params:
        raise bad("chat_id is empty")
    id = params.int("chat_id")
    chat = world.chats.get(id)
    if chat is None and id in world.people:
        chat = world.private(id)
    if chat is None or (not chat.private and not chat.bot):
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    return chat


def open_chat(world: World, params: Params) -> Chat:
    """The chat a call names, which the bot may write to."""
    chat = find_chat(world, params)
    if chat.private:
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started and not _asked_to_join(world, chat.id):
            if world.knows(chat.id):
                raise forbidden("bot can't initiate conversation with a user")
            raise bad("chat not found")
        return chat
    kind = {"group": "group chat", "channel": "channel chat"}.get(chat.type, "supergroup chat")
    if chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {kind}")
    if chat.bot not in PRESENT:
        raise forbidden(f"bot is not a member of the {kind}")
    if chat.type == "channel" and chat.bot not in ADMINS:
        raise bad("need administrator rights in the channel chat")
    return chat


def _asked_to_join(world: World, person: int) -> bool:
    since = world.clock.seconds() - JOIN_REQUEST_WINDOW
    return any(chat.asking.get(person, 0.0) > since for chat in world.chats.values() if chat.asking)


def words(world: World, params: Params, name: str = "text", entities: str = "entities") -> Formatted:
    given = params.json(entities, "message entities")
    text, found = formatted(params.text(name), params.text("parse_mode"), given)
    kept = []
    for entity in found:
        if "user_id" in entity:
            person = world.people.get(entity.pop("user_id"))
            if person is None:
                continue
            entity["user"] = person.user()
        kept.append(entity)
    return Formatted(text, kept)


def text_body(world: World, params: Params) -> Json:
    text, entities = words(world, params)
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT:
        raise bad("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_body(world: World, params: Params) -> Json:
    caption, entities = words(world, params, "caption", "caption_entities")
    if units(caption) > CAPTION:
        raise bad("message caption is too long")
    body: Json = {"caption": caption} if caption else {}
    return {**body, **({"caption_entities": entities} if entities and caption else {})}


def send_message(world: World, params: Params) -> Json:
    body = text_body(world, params)
    return _send(world, params, body)


def _send(world: World, params: Params, body: Json) -> Json:
    return world.message(_posted(world, params, body))


def _posted(world: World, params: Params, body: Json) -> Post:
    markup = markups.read(params)
    chat = open_chat(world, params)
    if (shown := markups.inline(markup)) is not None:
        body["reply_markup"] = shown
    thread = _thread(chat, params)
    reply = _reply(chat, params)
    world.limits.take(chat.id)
    reply = world.threaded(chat, body, thread, reply)
    post = world.post(chat, BOT, body, reply)
    if markup is not None and shown is None:
        _show_keyboard(world, chat, markup, post)
    return post


def _thread(chat: Chat, params: Params) -> int | None:
    if "message_thread_id" not in params:
        return None
    thread = params.int("message_thread_id")
    topic = chat.topics.get(thread)
    if topic is None or topic.deleted:
        raise bad("message thread not found")
    if topic.closed:
        raise bad("TOPIC_CLOSED")
    return thread


def _reply(chat: Chat, params: Params) -> int | None:
    wanted = params.json("reply_parameters", "reply parameters")
    if wanted is None:
        if "reply_to_message_id" not in params:
            return None
        wanted = {
            "message_id": params.int("reply_to_message_id"),
            "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
        }
    if not isinstance(wanted, dict):
        raise bad("object expected as reply parameters")
    named = Params()
    named.values = wanted
    replied = chat.posts.get(named.int("message_id"))
    if "chat_id" in named and named.int("chat_id") != chat.id:
        return None
    if replied is not None and not replied.deleted:
        return replied.id
    if named.flag("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")


def _show_keyboard(world: World, chat: Chat, markup: Json, post: Post) -> None:
    """Remembers the keyboard; a selective one is for whom the message answers."""
    whom = 0
    if markup.get("selective") and post.reply is not None:
        whom = chat.posts[post.reply].sender
    if not whom:
        chat.keyboards.clear()
    chat.keyboards.pop(whom, None)
    if not markup.get("remove_keyboard"):
        chat.keyboards[whom] = {**markup, "message_id": post.id} if markup.get("force_reply") else markup
    elif whom and 0 in chat.keyboards:
        chat.keyboards[whom] = {}
    world.keep(chat)


# files


def send_photo(world: World, params: Params) -> Json:
    return _send_file(world, params, "photo", "Photo")


def send_document(world: World, params: Params) -> Json:
    return _send_file(world, params, "document", "Document")


def send_voice(world: World, params: Params) -> Json:
    return _send_file(world, params, "voice", "Voice")


def _send_file(world: World, params: Params, name: str, kind: str) -> Json:
    caption = caption_body(world, params)
    open_chat(world, params)
    file = _file(world, params, name, kind)
    return _send(world, params, {**file.sent(), **caption})


def _file(world: World, params: Params, name: str, kind: str) -> File:
    given = params.text(name).removeprefix("attach://")
    upload = params.uploads.get(name) or params.uploads.get(given)
    if upload is not None:
        file_name, content, mime = upload
        if not content:
            raise bad("file must be non-empty")
        if len(content) > (PHOTO_BYTES if kind == "Photo" else UPLOAD_BYTES):
            raise bad(f"file of size {len(content)} bytes is too big for a {name}")
        file = world.library.add(kind, file_name, guessed(file_name, mime), content, params.int("duration"))
        if kind == "Photo" and not file.width:
            raise bad("IMAGE_PROCESS_FAILED")
        return file
    if not given:
        raise bad(f"there is no {name} in the request")
    if given.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    known = world.library.get(given)
    if known is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad(f"can't use file of type {known.kind} as {kind}")
    return known


# copies


def copy_message(world: World, params: Params) -> Json:
    source = _source(world, params, "copy")
    body = {key: value for key, value in source.body.items() if key in COPIED and key != "media_group_id"}
    if not body:
        raise bad("message can't be copied")
    if params.values.get("caption") is not None and "text" not in body:  # an empty one takes the old away
        body = {key: value for key, value in body.items() if not key.startswith("caption")}
        body.update(caption_body(world, params))
    return {"message_id": _posted(world, params, body).id}


def forward_message(world: World, params: Params) -> Json:
    source = _source(world, params, "forward")
    body = {key: value for key, value in source.body.items() if key in COPIED}
    if not body:
        raise bad("message can't be forwarded")
    date = source.body["date"]
    if "sender_chat" in source.body:
        kind, chat = ("channel", "chat") if source.body["sender_chat"]["type"] == "channel" else ("chat", "sender_chat")
        origin = {"type": kind, chat: source.body["sender_chat"], "date": date}
        if kind == "channel":
            origin["message_id"] = source.id
    else:
        origin = {"type": "user", "sender_user": world.user(source.sender), "date": date}
    body["forward_origin"] = source.body.get("forward_origin", origin)
    return _send(world, params, body)


def _source(world: World, params: Params, verb: str) -> Post:
    named = Params()
    named.values = {"chat_id": params.values.get("from_chat_id")}
    chat = find_chat(world, named)
    post = chat.posts.get(params.int("message_id"))
    if post is None or post.deleted:
        raise bad(f"message to {verb} not found")
    return post


# polls


def send_poll(world: World, params: Params) -> Json:
    question = params.text("question").strip()
    if not question:
        raise bad("poll question must be non-empty")
    if units(question) > QUESTION:
        raise bad("poll question length must not exceed 300")
    options = [_option(given) for given in params.json("options", "poll options") or []]
    if not options:
        raise bad("poll must have at least 1 option")
    if len(options) > 12:
        raise bad("poll can't have more than 12 options")
    poll: Json = {
        "id": str(random.randrange(10**17, 10**18)),
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous") if "is_anonymous" in params else True,
        "type": params.text("type") or "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": True,
        "members_only": False,
    }
    if poll["type"] == "quiz":
        poll["correct_option_id"] = params.int("correct_option_id")
        poll["correct_option_ids"] = [poll["correct_option_id"]]
    return _send(world, params, {"poll": poll})


def _option(given: Any) -> str:
    text = given.get("text") if isinstance(given, dict) else given
    if not isinstance(text, str) or not text.strip():
        raise bad("poll options must be non-empty")
    if units(text) > OPTION:
        raise bad("poll options length must not exceed 100")
    return text.strip()
