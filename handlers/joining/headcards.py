"""How a request looks to who answers for the place, alone or in a list, and to the household."""

from __future__ import annotations

from bot.domain import joining
from bot.domain.joining import REASONS, Join
from bot.i18n import Html, bold, link, page, quote
from handlers import where
from handlers.cards import Button, Card, Look, Rows, button, card
from handlers.joining import confirming
from handlers.joining.shared import CONFIRMING, role_word, spot
from handlers.names import named


async def what(look: Look, join: Join) -> list[str]:
    """`3栋2单元501 · 业主`, or the words as they were said."""
    place, role = await spot(look.read, look.house, join.place_id), role_word(look.t, join.role)
    if join.said and not join.works:
        return [quote(join.said), role]
    lines = [f"{place} · {role}", *([quote(join.said)] if join.said else [])]
    return [*lines, look.t("join-spoken")] if join.voice else lines


async def pad_at(look: Look, join: Join) -> where.At:
    """Where the pad stands open: where it was turned to, at the group that was asked for, or at the community."""
    if join.pad:
        return where.At.read(join.pad)
    room = await look.read.rooms.get(join.room_id) if join.room_id else None
    top = room.place_id if room and room.place_id else (await look.read.places.root()).id
    return where.At(top)


async def draw(look: Look, join: Join, view: str) -> Card:
    t, who = look.t, await _person(look, join)
    lines = [t("join-asks"), who, *await what(look, join)]
    if join.state != "waiting":
        return await _answered(look, join, lines)
    if view == "reasons":
        rows = [[button(t("join-reason", reason=reason), "join.refuse", join.id, reason)] for reason in REASONS]
        return card([t("join-why-not"), who], *rows)
    if view == "pick":
        return await _pick(look, join, who)
    rows = [[button(t("join-yes"), "join.confirm", join.id), button(t("join-no"), "join.refuse", join.id)]]
    if not confirming.is_plain(join, await look.house.tree(look.read)) and not join.works:
        rows = _needs_a_door(look, join)
        lines += [t("join-needs-door")]
    same = await _same(look, join)
    if view == "more":
        person = await look.read.people.get(join.person_id)
        write = link(t("ask-write-to", name=person.name), f"tg://user?id={person.telegram_id}")
        more = [[button(t("join-pick"), "join.pick", join.id)]] if not join.works else []
        return card([*lines, write if person.telegram_id else None], *rows, *same, *more)
    return card(lines, *rows, *same, [button(t("join-more"), "join.more", join.id)])


def _needs_a_door(look: Look, join: Join) -> Rows:
    """What was said is no door of the register: added as said, or found on the pad."""
    t, door = look.t, joining.door(join.said)
    rows: Rows = []
    if door:
        stair = t("join-stair", stair=door.stair.upper()) if door.stair else ""
        named_so = t("join-as-said", building=door.building.upper(), stair=stair, door=door.dwelling.upper())
        rows = [[button(t("join-add", door=named_so), "join.add", join.id)]]
    pick = [button(t("join-pick"), "join.pick", join.id), button(t("join-no"), "join.refuse", join.id)]
    return [*rows, pick]


async def _person(look: Look, join: Join) -> Html:
    """The name as the person bears it on Telegram; with who speaks for them."""
    person = await look.read.people.get(join.person_id)
    name = bold(person.name or look.t("a-neighbour"))
    if not join.by_id:
        return name
    by = look.t("by-whom-asks", who=await named(look.read, look.house, look.t, join.by_id))
    return page([name, by])


async def _same(look: Look, join: Join) -> Rows:
    """A neighbour without an account who lives there under a like name: perhaps it is the same one."""
    person = await look.read.people.get(join.person_id)
    rows: Rows = []
    for one in await look.read.residents.without_account(join.place_id or 0):
        name = (await look.read.people.get(one)).name
        if one != person.id and not join.said and joining.alike(name, person.name):
            rows += [[button(look.t("join-same", name=name), "join.confirm", join.id, one)]]
    return rows[:3]


async def _pick(look: Look, join: Join, who: Html) -> Card:
    tree = await look.house.tree(look.read)
    at = await pad_at(look, join)
    said = quote(join.said) if join.said else None
    return card([look.t("join-which-door"), who, said], *where.pad(tree, at, "join.at", join.id, to_door=True))


async def _answered(look: Look, join: Join, lines: list[str]) -> Card:
    t = look.t
    by = await named(look.read, look.house, t, join.ended_by)
    by_code = join.state == "confirmed" and join.code_id is not None
    done = t("join-answered", state="code" if by_code else join.state, by=by)
    row: list[Button] = []
    if join.state == "confirmed" and not join.works:
        row = [button(t("home-key-theirs"), "home.open", join.place_id)]
    return card([*lines, done], row)


async def draw_list(look: Look, number: int, view: str) -> Card:
    """`这 12 户都认识 ✅`: each in a line, each can be taken out."""
    t, tree = look.t, await look.house.tree(look.read)
    waiting = await look.read.joins.waiting_for(number, CONFIRMING)
    if not waiting:
        return card([t("join-list-empty"), t("join-list-empty-how")])
    known = confirming.together(waiting, tree)
    lines: list[str] = [bold(t("join-list", count=len(waiting))), ""]
    rows: Rows = []
    for one in waiting[: confirming.LISTED]:
        plain = confirming.is_plain(one, tree)
        mark = "✅" if one in known else "▫️"
        person = await look.read.people.get(one.person_id)
        place = tree.path(one.place_id) if plain and one.place_id else one.said or t("join-spoken")
        lines += [f"{mark} {person.name} · {place} · {role_word(t, one.role)}"]
        out = button(f"{mark} {person.name[:8]}", "join.apart" if plain else "join.see", one.id)
        rows += [[out, button(t("join-look"), "join.see", one.id)]]
    left = len(waiting) - confirming.LISTED
    lines += [t("join-list-left", count=left)] if left > 0 else []
    every = [button(t("join-all", count=len(known)), "confirms.all", confirming.mark(known))] if known else []
    return card([*lines, "", *_how(look, waiting[: confirming.LISTED], known)], every, *rows)


def _how(look: Look, listed: list[Join], known: list[Join]) -> list[str]:
    """What the marks mean that stand on this list, and no other."""
    takes_out = [look.t("join-list-how")] if known else []
    return [*takes_out, *([look.t("join-list-apart")] if any(one not in known for one in listed) else [])]


async def gone(look: Look, name: str, view: str) -> Card | None:
    """Whoever it was about has left: what stands in the chat already names them no longer."""
    row = await look.read.cards.get(name, view, look.room.id)
    return card([look.t("join-gone")]) if row and row.message_id is not None else None


async def household(look: Look, join: Join) -> Card | None:
    """The others of the home: somebody came in; is it one of yours?"""
    t, me = look.t, look.room.person_id
    if join.state != "confirmed" or join.place_id is None:
        return card([t("home-no-newcomer")])
    if me is None or not await look.read.residents.at(me, join.place_id):
        return None
    who = await named(look.read, look.house, t, join.person_id)
    line = t("home-newcomer", by="code" if join.code_id else "head", who=who, role=role_word(t, join.role))
    return card([line, t("home-newcomer-how")], [button(t("home-unknown"), "home.stranger", join.id)])
