"""Bot API methods that change, remove, pin or answer what is already there."""

import re

from bot.playground.server import markup as markups
from bot.playground.server.entities import units
from bot.playground.server.errors import bad
from bot.playground.server.params import Params
from bot.playground.server.sending import caption_body, open_chat, text_body
from bot.playground.server.state import BOT, Chat, Json, Post
from bot.playground.server.world import World

ANSWER, DELETABLE = 200, 48 * 3600
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
CONTENT = ("text", "entities", "caption", "caption_entities")


def edit_message_text(world: World, params: Params) -> Json:
    new = text_body(world, params)
    chat, post, markup = _editable(world, params)
    if "text" not in post.body:
        raise bad("there is no text in the message to edit")
    return _edit(world, chat, post, new, markup)


def edit_message_caption(world: World, params: Params) -> Json:
    new = caption_body(world, params)
    chat, post, markup = _editable(world, params)
    if post.body.keys().isdisjoint(("photo", "document", "voice")):
        raise bad("there is no caption in the message to edit")
    return _edit(world, chat, post, new, markup)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    chat, post, markup = _editable(world, params)
    same = {key: post.body[key] for key in CONTENT if key in post.body}
    return _edit(world, chat, post, same, markup)


def _editable(world: World, params: Params) -> tuple[Chat, Post, markups.Markup | None]:
    if "inline_message_id" in params:
        raise bad("invalid inline message identifier specified")
    markup = markups.read(params)
    if markup is not None and markups.inline(markup) is None:
        raise bad("inline keyboard expected")
    chat = open_chat(world, params)
    if not params.int("message_id"):
        raise bad("message identifier is not specified")
    post = chat.posts.get(params.int("message_id"))
    if post is None or post.deleted:
        raise bad("message to edit not found")
    if post.sender != BOT or world.is_service(post) or "forward_origin" in post.body:
        raise bad("message can't be edited")
    return chat, post, markup


def _edit(world: World, chat: Chat, post: Post, new: Json, markup: markups.Markup | None) -> Json:
    world.limits.take(chat.id)
    old = {key: post.body[key] for key in CONTENT if key in post.body}
    if old == new and markups.same(markup, post.body.get("reply_markup")):
        raise bad(NOT_MODIFIED)
    body = {key: value for key, value in post.body.items() if key not in (*CONTENT, "reply_markup")}
    body.update(new)
    if markup is not None:
        body["reply_markup"] = markup
    if old != new:
        body["edit_date"] = int(world.clock.seconds())
    post.body = body
    world.keep_post(post)
    return world.message(post)


def stop_poll(world: World, params: Params) -> Json:
    chat, post, markup = _editable(world, params)
    if "poll" not in post.body:
        raise bad("message with poll to stop not found")
    if post.body["poll"]["is_closed"]:
        raise bad("poll has already been closed")
    world.limits.take(chat.id)
    poll: Json = {**post.body["poll"], "is_closed": True}
    post.body = {key: value for key, value in post.body.items() if key != "reply_markup"} | {"poll": poll}
    if markup is not None:
        post.body["reply_markup"] = markup
    world.keep_post(post)
    world.updates.add("poll", poll)
    return poll


def delete_message(world: World, params: Params) -> bool:
    chat = open_chat(world, params)
    post = chat.posts.get(params.int("message_id"))
    if post is None or post.deleted:
        raise bad("message to delete not found")
    may_all = chat.may(BOT, "can_delete_messages")
    if post.sender != BOT and not (chat.private or may_all):
        raise bad("message can't be deleted")
    if not may_all and world.clock.seconds() - post.body["date"] >= DELETABLE:
        raise bad("message can't be deleted for everyone")
    remove(world, chat, post)
    return True


def delete_messages(world: World, params: Params) -> bool:
    chat = open_chat(world, params)
    for id in params.json("message_ids", "message identifiers") or []:
        post = chat.posts.get(int(id))
        may = chat.private or chat.may(BOT, "can_delete_messages")
        if post is not None and not post.deleted and (post.sender == BOT or may):
            remove(world, chat, post)
    return True


def remove(world: World, chat: Chat, post: Post) -> None:
    post.deleted = True
    if post.id in chat.topics:
        chat.topics[post.id].deleted = True
    if post.id in chat.pinned:
        chat.pinned.remove(post.id)
    world.keep(chat)
    world.keep_post(post)


def pin_chat_message(world: World, params: Params) -> bool:
    chat = _pinnable(world, params)
    post = chat.posts.get(params.int("message_id"))
    if post is None or post.deleted:
        raise bad("message to pin not found")
    if world.is_service(post):
        raise bad("message can't be pinned")
    if post.id in chat.pinned:
        if chat.pinned[-1] == post.id:
            return True
        chat.pinned.remove(post.id)
    chat.pinned.append(post.id)
    world.keep(chat)
    body: Json = {"pinned_message": world.message(post, nested=False)}
    thread = post.body.get("message_thread_id") if chat.forum else None
    service = world.post(chat, BOT, body, world.threaded(chat, body, thread, post.id))
    world.tell_bot(service)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    chat = _pinnable(world, params)
    id = params.int("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if id not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(id)
    world.keep(chat)
    world.changed(chat)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    chat = _pinnable(world, params)
    chat.pinned.clear()
    world.keep(chat)
    world.changed(chat)
    return True


def _pinnable(world: World, params: Params) -> Chat:
    chat = open_chat(world, params)
    if not chat.private and not chat.may(BOT, "can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")
    return chat


def answer_callback_query(world: World, params: Params) -> bool:
    text = params.text("text")
    if units(text) > ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not _own_link(world, url):
        raise bad("URL_INVALID")
    answer = {"text": text or None, "show_alert": params.flag("show_alert"), "url": url or None}
    world.presses.answer(params.text("callback_query_id"), answer)
    return True


def _own_link(world: World, url: str) -> bool:
    name = re.escape(world.bot["username"])
    return bool(re.fullmatch(rf"(?i)https?://(t|telegram)\.me/{name}\?start=[A-Za-z0-9_-]{{0,64}}", url)) or bool(
        re.fullmatch(rf"(?i)tg://resolve\?domain={name}&start=[A-Za-z0-9_-]{{0,64}}", url)
    )
