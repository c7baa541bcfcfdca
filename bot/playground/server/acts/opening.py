"""What a link of Telegram's leads to, and opening it as somebody: start, startgroup, an invitation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from bot.playground.server import invites
from bot.playground.server.acts.coming import add, admin_rights, ask_to_join
from bot.playground.server.acts.pressing import start
from bot.playground.server.acts.saying import room, say
from bot.playground.server.errors import PlayError
from bot.playground.server.members import head_count
from bot.playground.server.state import ADMINS, BOT, PRESENT, RIGHTS, Chat, Json
from bot.playground.server.world import World

HOSTS = ("t.me", "telegram.me", "telegram.dog")
INVITED = re.compile(r"/(?:\+|joinchat/)([A-Za-z0-9_-]{1,64})/?")
ELSEWHERE = "this link leads to nothing of this bot"


@dataclass(frozen=True)
class Leads:
    """`kind` is chat, start, startgroup or invitation; `letters` are an invitation's."""

    kind: str
    payload: str = ""
    rights: tuple[str, ...] = ()
    letters: str = ""


def read_link(world: World, link: str) -> Leads:
    """Raises 404 for what is no link to this bot and no invitation."""
    link = link.strip()
    parts = urlsplit(link if re.match(r"[A-Za-z]+:", link) else f"https://{link}")
    asked = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
    if parts.scheme.lower() == "tg":
        name, letters = asked.get("domain", ""), asked.get("invite", "")
    elif parts.hostname in HOSTS:
        invited = INVITED.fullmatch(parts.path)
        name, letters = parts.path.strip("/"), invited[1] if invited else ""
    else:
        raise PlayError(ELSEWHERE, 404)
    if letters:
        return Leads("invitation", letters=letters)
    if name.lower() != world.bot["username"].lower():
        raise PlayError(ELSEWHERE, 404)
    if "startgroup" in asked:
        return Leads("startgroup", asked["startgroup"], tuple(re.findall(r"\w+", asked.get("admin", ""))))
    return Leads("start", asked["start"]) if "start" in asked else Leads("chat")


def look_at(world: World, person: int, link: str) -> Json:
    """What somebody would be asked before the link is opened."""
    leads = read_link(world, link)
    if leads.kind == "startgroup":
        rooms = (world.chats[id] for id in world.rooms_of.get(person, ()))
        groups = [chat for chat in rooms if _may_bring(chat, person)]
        shown = [
            {"id": chat.id, "title": chat.title, "admin": chat.members[person] in ADMINS, "bot": chat.bot in PRESENT}
            for chat in sorted(groups, key=lambda chat: -chat.touched)
        ]
        return {"kind": leads.kind, "payload": leads.payload, "rights": list(leads.rights), "groups": shown}
    if leads.kind != "invitation":
        return {"kind": leads.kind, "payload": leads.payload}
    chat = _invited_to(world, person, leads.letters)
    asks = chat.links[leads.letters].get("creates_join_request", False)
    return {
        "kind": leads.kind,
        "chat": {"id": chat.id, "title": chat.title, "members": head_count(chat)},
        "asks": asks,
        "me": "member" if _here(world, chat, person) else "asking" if person in chat.asking else "left",
    }


def _may_bring(chat: Chat, person: int) -> bool:
    return chat.type in ("group", "supergroup") and chat.migrated_to is None and chat.members.get(person) in PRESENT


def open_link(world: World, person: int, link: str, chat: object = None) -> Json:
    """Opens it; `chat` is the group a startgroup link brings the bot to. → what happened, and where."""
    leads = read_link(world, link)
    if leads.kind == "startgroup":
        if chat is None:
            raise PlayError("“chat” must say which group the bot comes to")
        where = room(world, person, chat)
        bring_bot(world, person, where, leads.payload, leads.rights)
        return {"kind": leads.kind, "chat": where.id}
    if leads.kind == "invitation":
        where = _invited_to(world, person, leads.letters)
        return {"kind": _follow(world, person, where, leads.letters), "chat": where.id}
    if leads.kind == "start":
        start(world, person, leads.payload)
    return {"kind": leads.kind, "chat": "bot"}


def bring_bot(world: World, person: int, chat: Chat, payload: str, rights: Iterable[str]) -> None:
    """Adds the bot to a group: as an admin with these rights if an admin brings it, else as a plain member."""
    if not _may_bring(chat, person):
        raise PlayError("you are not a member of this group")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", payload):
        raise PlayError("a start payload is at most 64 of A-Z a-z 0-9 _ -")
    wanted = admin_rights(rights) if (rights := list(rights)) else []
    if chat.members[person] not in ADMINS:
        wanted = []
    if chat.bot not in PRESENT:
        add(world, person, BOT, chat, rights=wanted or None)
    elif wanted:
        has = chat.rights.get(BOT, RIGHTS) if chat.bot in ADMINS else ()
        world.member_changed(chat, BOT, "administrator", by=person, rights=list(dict.fromkeys((*has, *wanted))))
    if payload:
        say(world, person, chat.id, f"/start@{world.bot['username']} {payload}")


def _invited_to(world: World, person: int, letters: str) -> Chat:
    chat = next((chat for chat in world.chats.values() if letters in chat.links), None)
    if chat is None or chat.migrated_to is not None or _is_void(world, chat.links[letters]):
        raise PlayError("this invitation is not valid any more", 404)
    if world.status(chat, person) == "kicked":
        raise PlayError("you were removed from this group; a link does not bring you back")
    return chat


def _is_void(world: World, link: Json) -> bool:
    expired = link.get("expire_date", 0) and link["expire_date"] <= world.clock.seconds()
    full = link.get("member_limit", 0) and link.get("used", 0) >= link["member_limit"]
    return bool(link.get("is_revoked") or expired or full)


def _here(world: World, chat: Chat, person: int) -> bool:
    return world.status(chat, person) in PRESENT


def _follow(world: World, person: int, chat: Chat, letters: str) -> str:
    if _here(world, chat, person):
        return "here"
    if chat.links[letters].get("creates_join_request"):
        ask_to_join(world, person, chat, letters)
        return "asked"
    chat.links[letters]["used"] = chat.links[letters].get("used", 0) + 1
    add(world, person, person, chat, how={"invite_link": invites.shown(world, chat, letters)})
    return "joined"
