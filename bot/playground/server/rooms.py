"""Bot API methods about chats and files, and about the bot itself."""

import re
from typing import Any

from bot.playground.server import invites
from bot.playground.server.errors import bad
from bot.playground.server.params import Params
from bot.playground.server.sending import find_chat, open_chat
from bot.playground.server.state import BOT, Chat, Json
from bot.playground.server.world import World

GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
DOWNLOAD_BYTES = 20 * 1024 * 1024
NAME, DESCRIPTION, SHORT_DESCRIPTION = 64, 512, 120


def get_me(world: World, params: Params) -> Json:
    name = world.profile.texts.get("name|") or world.bot["first_name"]
    can = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    more = ("can_connect_to_business", "has_main_web_app", "has_topics_enabled", "allows_users_to_create_topics")
    return {**world.bot, "first_name": name, **can, **dict.fromkeys(more, False)}


def get_chat(world: World, params: Params) -> Json:
    chat = readable(world, params)
    shown = {
        **world.chat_json(chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    if not chat.private:
        allowed = ("messages", "audios", "documents", "photos", "videos", "video_notes", "voice_notes", "polls")
        shown["permissions"] = {f"can_send_{what}": True for what in (*allowed, "other_messages")}
        if chat.may(BOT, "can_invite_users") and (primary := invites.primary(chat)):
            shown["invite_link"] = primary
    if chat.pinned:
        shown["pinned_message"] = world.message(chat.posts[chat.pinned[-1]], nested=False)
    return shown


def readable(world: World, params: Params) -> Chat:
    chat = find_chat(world, params)
    if chat.private:
        if not chat.started and not world.knows(chat.id):
            raise bad("chat not found")
        return chat
    return open_chat(world, params)


def send_chat_action(world: World, params: Params) -> bool:
    open_chat(world, params)
    if not re.fullmatch(r"(typing|choose_sticker|find_location|(upload|record)_[a-z_]+)", params.text("action")):
        raise bad("wrong parameter action in request")
    return True


def get_file(world: World, params: Params) -> Json:
    if "file_id" not in params:
        raise bad("file_id not specified")
    file = world.library.get(params.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if file.size > DOWNLOAD_BYTES:
        raise bad("file is too big")
    return {**file.ids(), "file_path": file.path}


# what the bot says of itself


def _scope(world: World, params: Params) -> str:
    scope = params.json("scope", "BotCommandScope")
    if scope is None:
        return "default"
    if not isinstance(scope, dict) or not isinstance(scope.get("type"), str):
        raise bad("can't parse BotCommandScope: expected an Object")
    kind = scope["type"]
    if kind in ("default", "all_private_chats", "all_group_chats", "all_chat_administrators"):
        return str(kind)
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad("can't parse BotCommandScope: unsupported type specified")
    named = Params()
    named.values = scope
    chat = find_chat(world, named)
    if chat.private and kind != "chat":
        raise bad("can't use specified scope in private chats")
    if chat.type == "channel":
        raise bad("can't change commands in channel chats")
    if kind != "chat_member":
        return f"{kind}:{chat.id}"
    if named.int("user_id") not in world.people:
        raise bad("user not found")
    return f"{kind}:{chat.id}:{named.int('user_id')}"


def _commands_key(world: World, params: Params) -> str:
    language = params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return f"{_scope(world, params)}|{language}"


def set_my_commands(world: World, params: Params) -> bool:
    key = _commands_key(world, params)
    given = params.json("commands", "BotCommand list")
    if not isinstance(given, list):
        raise bad("expected an Array of BotCommand")
    if len(given) > 100:
        raise bad("too many commands specified")
    world.profile.commands[key] = [_command(command) for command in given]
    world.profile.keep()
    world.live.tell_all({"kind": "chats"})
    return True


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict) or not isinstance(given.get("command"), str):
        raise bad("can't parse BotCommand: Can't find field \"command\"")
    name = given["command"].removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad("BOT_COMMAND_INVALID")
    if not description or len(description) > 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    return world.profile.commands.get(_commands_key(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.profile.commands.pop(_commands_key(world, params), None)
    world.profile.keep()
    world.live.tell_all({"kind": "chats"})
    return True


def _say_of_itself(world: World, params: Params, name: str, most: int) -> bool:
    text = params.text(name)
    if len(text) > most:
        raise bad(f"{name.upper()}_INVALID")
    world.profile.texts[f"{name}|{params.text('language_code')}"] = text
    world.profile.keep()
    return True


def _said_of_itself(world: World, params: Params, name: str, default: str = "") -> Json:
    texts = world.profile.texts
    return {name: texts.get(f"{name}|{params.text('language_code')}") or texts.get(f"{name}|") or default}


def set_my_name(world: World, params: Params) -> bool:
    return _say_of_itself(world, params, "name", NAME)


def get_my_name(world: World, params: Params) -> Json:
    return _said_of_itself(world, params, "name", world.bot["first_name"])


def set_my_description(world: World, params: Params) -> bool:
    return _say_of_itself(world, params, "description", DESCRIPTION)


def get_my_description(world: World, params: Params) -> Json:
    return _said_of_itself(world, params, "description")


def set_my_short_description(world: World, params: Params) -> bool:
    return _say_of_itself(world, params, "short_description", SHORT_DESCRIPTION)


def get_my_short_description(world: World, params: Params) -> Json:
    return _said_of_itself(world, params, "short_description")


def set_chat_menu_button(world: World, params: Params) -> bool:
    button = params.json("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad("can't parse menu button: unsupported type specified")
    world.profile.menus[params.text("chat_id")] = button
    world.profile.keep()
    return True


def get_chat_menu_button(world: World, params: Params) -> Any:
    menus = world.profile.menus
    return menus.get(params.text("chat_id")) or menus.get("") or {"type": "default"}


# webhooks: remembered, never called


def set_webhook(world: World, params: Params) -> bool:
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.change(allowed_updates(params), {"url": url} if url else None)
    if url:
        world.updates.abort("setWebhook request")
    return True


def delete_webhook(world: World, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.change(None, None)
    return True


def get_webhook_info(world: World, params: Params) -> Json:
    url = (world.updates.webhook or {}).get("url", "")
    return {"url": url, "has_custom_certificate": False, "pending_update_count": len(world.updates)}


def allowed_updates(params: Params) -> list[str] | None:
    allowed = params.json("allowed_updates", "allowed updates")
    if allowed is None:
        return None
    if not isinstance(allowed, list) or not all(isinstance(kind, str) for kind in allowed):
        raise bad("can't parse allowed_updates JSON object: expected an Array of strings")
    return allowed
