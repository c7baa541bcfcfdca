"""Bot API methods about invitation links and the people who ask to join."""

import secrets

from bot.playground.server.errors import bad
from bot.playground.server.params import Params
from bot.playground.server.sending import open_chat
from bot.playground.server.state import BOT, PRESENT, Chat, Json
from bot.playground.server.world import World

NAME, MOST_MEMBERS = 32, 99_999
LINK = "https://t.me/+"


def create_chat_invite_link(world: World, params: Params) -> Json:
    chat = _inviting(world, params)
    return _keep(world, chat, secrets.token_urlsafe(12), _wanted(world, params))


def edit_chat_invite_link(world: World, params: Params) -> Json:
    """What is not named is taken away, as Telegram does."""
    chat = _inviting(world, params)
    letters = _known(chat, params)
    if chat.links[letters].get("is_primary"):
        raise bad("CHAT_INVITE_PERMANENT")
    if chat.links[letters].get("is_revoked"):
        raise bad("INVITE_HASH_EXPIRED")
    used = chat.links[letters].get("used", 0)
    return _keep(world, chat, letters, {**_wanted(world, params), "used": used})


def revoke_chat_invite_link(world: World, params: Params) -> Json:
    chat = _inviting(world, params)
    letters = _known(chat, params)
    was_primary = chat.links[letters].get("is_primary", False)
    revoked = _keep(world, chat, letters, {**chat.links[letters], "is_primary": False, "is_revoked": True})
    if was_primary:
        _keep(world, chat, secrets.token_urlsafe(12), {"is_primary": True})
    return {**revoked, "is_primary": was_primary}


def export_chat_invite_link(world: World, params: Params) -> str:
    """A new primary link; the one before it leads nowhere any more."""
    chat = _inviting(world, params)
    for kept in chat.links.values():
        if kept.get("is_primary"):
            kept.update(is_primary=False, is_revoked=True)
    return str(_keep(world, chat, secrets.token_urlsafe(12), {"is_primary": True})["invite_link"])


def primary(chat: Chat) -> str | None:
    return next((LINK + letters for letters, kept in chat.links.items() if kept.get("is_primary")), None)


def _inviting(world: World, params: Params) -> Chat:
    chat = open_chat(world, params)
    if chat.private:
        raise bad("can't invite members to a private chat")
    if not chat.may(BOT, "can_invite_users"):
        raise bad("not enough rights to manage chat invite link")
    return chat


def _wanted(world: World, params: Params) -> Json:
    wanted: Json = {"name": params.text("name").strip()[:NAME], "creates_join_request": False}
    if params.flag("creates_join_request"):
        wanted["creates_join_request"] = True
    if "expire_date" in params:
        wanted["expire_date"] = params.int("expire_date")
        if wanted["expire_date"] <= world.clock.seconds():
            raise bad("EXPIRE_DATE_INVALID")
    limit = max(0, min(params.int("member_limit"), MOST_MEMBERS))
    if limit and wanted["creates_join_request"]:
        raise bad("member limit can't be specified for links requiring administrator approval")
    return {**wanted, **({"member_limit": limit} if limit else {})}


def _known(chat: Chat, params: Params) -> str:
    if "invite_link" not in params:
        raise bad("invite link must be non-empty")
    letters = params.text("invite_link").rpartition("/")[2].removeprefix("+")
    if letters not in chat.links:
        raise bad("INVITE_HASH_EXPIRED")
    return letters


def _keep(world: World, chat: Chat, letters: str, kept: Json) -> Json:
    chat.links[letters] = kept
    world.keep(chat)
    return shown(world, chat, letters)


def shown(world: World, chat: Chat, letters: str) -> Json:
    """A ChatInviteLink of the Bot API."""
    kept = chat.links[letters]
    link: Json = {"invite_link": LINK + letters, "creator": world.bot}
    for flag in ("creates_join_request", "is_primary", "is_revoked"):
        link[flag] = bool(kept.get(flag))
    link |= {name: kept[name] for name in ("name", "expire_date", "member_limit") if kept.get(name)}
    if waiting := sum(by == letters for person, by in chat.asked_by.items() if person in chat.asking):
        link["pending_join_request_count"] = waiting
    return link


# people who ask to join


def approve_chat_join_request(world: World, params: Params) -> bool:
    chat, person = _asker(world, params)
    admit(world, chat, person, by=BOT)
    return True


def decline_chat_join_request(world: World, params: Params) -> bool:
    chat, person = _asker(world, params)
    turn_away(world, chat, person)
    return True


def _asker(world: World, params: Params) -> tuple[Chat, int]:
    chat = open_chat(world, params)
    if not chat.may(BOT, "can_invite_users"):
        raise bad("not enough rights to manage chat invite link")
    person = params.int("user_id")
    if chat.members.get(person) in PRESENT:
        raise bad("USER_ALREADY_PARTICIPANT")
    if person not in chat.asking:
        raise bad("HIDE_REQUESTER_MISSING")
    return chat, person


def admit(world: World, chat: Chat, person: int, by: int) -> None:
    """Somebody who asked comes in; the request is gone."""
    letters = chat.asked_by.get(person, "")
    turn_away(world, chat, person)
    how: Json = {"via_join_request": True}
    if letters in chat.links:
        how = {"invite_link": shown(world, chat, letters)}
    world.member_changed(chat, person, "member", by=by, how=how)
    if chat.type != "channel":
        world.tell_bot(world.post(chat, person, {"new_chat_members": [world.user(person)]}))


def turn_away(world: World, chat: Chat, person: int) -> None:
    chat.asking.pop(person, None)
    chat.asked_by.pop(person, None)
    world.keep(chat)
    world.changed(chat)
