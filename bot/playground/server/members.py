"""Bot API methods about who is in a chat, and in what standing."""

from bot.playground.server.errors import bad
from bot.playground.server.params import Params
from bot.playground.server.rooms import readable
from bot.playground.server.sending import open_chat
from bot.playground.server.state import ADMINS, BOT, PRESENT, Chat, Json
from bot.playground.server.world import World

NOT_IN_PRIVATE = "chat member status can't be changed in private chats"


def get_chat_member(world: World, params: Params) -> Json:
    chat = readable(world, params)
    return world.member(chat, _who(world, params))


def _who(world: World, params: Params) -> int:
    who = params.int("user_id")
    if not who:
        raise bad("invalid user_id specified")
    if who == world.bot["id"]:
        return BOT
    if who not in world.people:
        raise bad("member not found")
    return who


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = readable(world, params)
    if chat.private:
        raise bad("there are no administrators in the private chat")
    admins = [who for who, status in chat.members.items() if status in ADMINS]
    bots = [BOT] if chat.bot in ADMINS else []
    return [world.member(chat, who) for who in (*admins, *bots)]


def get_chat_member_count(world: World, params: Params) -> int:
    return head_count(readable(world, params))


def head_count(chat: Chat) -> int:
    if chat.private:
        return 2
    return sum(status in PRESENT for status in chat.members.values()) + (chat.bot in PRESENT)


def leave_chat(world: World, params: Params) -> bool:
    chat = open_chat(world, params)
    if chat.private:
        raise bad(NOT_IN_PRIVATE)
    if chat.type != "channel":
        world.post(chat, BOT, {"left_chat_member": world.bot})
    world.member_changed(chat, BOT, "left", by=BOT)
    return True


def ban_chat_member(world: World, params: Params) -> bool:
    chat, who = _restricted(world, params)
    chat.keyboards.pop(who, None)
    chat.asking.pop(who, None)
    if world.status(chat, who) in PRESENT and chat.type != "channel":
        world.tell_bot(world.post(chat, BOT, {"left_chat_member": world.user(who)}))
    world.member_changed(chat, who, "kicked", by=BOT)
    return True


def unban_chat_member(world: World, params: Params) -> bool:
    """Lets a removed person come back; without `only_if_banned` it removes a member first, as Telegram does."""
    chat, who = _restricted(world, params)
    if world.status(chat, who) == "kicked" or not params.flag("only_if_banned"):
        world.member_changed(chat, who, "left", by=BOT)
    return True


def _restricted(world: World, params: Params) -> tuple[Chat, int]:
    """The chat and the person whom the bot may remove from it."""
    chat = open_chat(world, params)
    if chat.private:
        raise bad(NOT_IN_PRIVATE)
    who = _who(world, params)
    if who == BOT:
        raise bad("can't restrict self")
    if not chat.may(BOT, "can_restrict_members"):
        raise bad("not enough rights to restrict/unrestrict chat member")
    if world.status(chat, who) == "creator":
        raise bad("can't remove chat owner")
    if world.status(chat, who) == "administrator":
        raise bad("user is an administrator of the chat")
    return chat, who
