"""How people come to a chat, and go."""

from collections.abc import Iterable

from bot.playground.server import invites
from bot.playground.server.errors import PlayError
from bot.playground.server.state import ADMINS, BOT, ON_REQUEST, PRESENT, RIGHTS, Chat, Json
from bot.playground.server.world import World


def join(world: World, who: int, chat: Chat) -> None:
    add(world, who, who, chat)


def add(
    world: World, by: int, who: int, chat: Chat, *, rights: list[str] | None = None, how: Json | None = None
) -> None:
    """Somebody adds somebody (or comes in by themselves); with `rights` as an admin who has these."""
    if world.status(chat, who) in PRESENT:
        raise PlayError("already a member of this chat")
    if who != BOT:
        chat.asking.pop(who, None)
        chat.asked_by.pop(who, None)
    world.member_changed(chat, who, "member" if rights is None else "administrator", by=by, rights=rights, how=how)
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


def promote(world: World, who: int, chat: Chat, admin: bool, rights: list[str] | None = None) -> None:
    """`rights` as Telegram's links name them (pin_messages, …); all of them if None."""
    if world.status(chat, who) not in PRESENT:
        raise PlayError("not a member of this chat")
    by = next((p for p, status in chat.members.items() if status in ADMINS and p != who), None)
    by = by if by is not None else next((p for p in chat.members if p != who), who)
    given = None if rights is None else admin_rights(rights)
    world.member_changed(chat, who, "administrator" if admin else "member", by=by, rights=given)


def admin_rights(names: Iterable[str]) -> list[str]:
    """As the Bot API calls them; whoever has any right may "manage the chat"."""
    named = {"is_anonymous" if name == "anonymous" else f"can_{name.removeprefix('can_')}" for name in names}
    return [right for right in (*RIGHTS, *ON_REQUEST) if right in named or right == "can_manage_chat"]


def ask_to_join(world: World, who: int, chat: Chat, letters: str = "") -> None:
    """A request to join, of which an admin bot that may invite hears; it may write to the person for five minutes.

    `letters` are those of the link it came by. Who is asking already goes on asking, once.
    """
    if world.status(chat, who) in PRESENT:
        raise PlayError("already a member of this chat")
    if who in chat.asking:
        return
    chat.asking[who] = world.clock.seconds()
    if letters:
        chat.asked_by[who] = letters
    world.keep(chat)
    world.changed(chat)
    if not chat.may(BOT, "can_invite_users"):
        return
    request = {"chat": world.chat_json(chat), "from": world.user(who), "user_chat_id": who}
    if letters:
        request["invite_link"] = invites.shown(world, chat, letters)
    world.updates.add("chat_join_request", {**request, "date": int(world.clock.seconds())})


def answer_request(world: World, by: int, who: int, chat: Chat, yes: bool) -> None:
    """An admin lets somebody in who asked, or does not."""
    if chat.members.get(by) not in ADMINS:
        raise PlayError("only an admin of the group may answer")
    if who not in chat.asking:
        raise PlayError("this person does not ask to join", 404)
    if yes:
        invites.admit(world, chat, who, by)
    else:
        invites.turn_away(world, chat, who)
