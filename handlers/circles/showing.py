"""How circles look: my list, one of them, its members, and the card of somebody who was taken in."""

from __future__ import annotations

from urllib.parse import quote as encoded

from bot.domain.circles import INVITED_DAYS, KINDS, Circle
from bot.domain.people import Person
from bot.i18n import Html, bold
from handlers import codes, lists, names, where
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.circles.making import PEOPLE, SUGGESTED
from handlers.circles.members import candidates, is_narrow, may_look_around
from handlers.circles.shared import gathers, tops, visible
from handlers.context import TITLES
from handlers.features import Line

MOST_NAMES = 12


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "list":
        return await _list(look, number, int(rest[0]))
    if path in ("kind", "titles", "place", "name"):
        return await _making(look, number, path, rest)
    circle = await visible(look.read, int(rest[0]), number)
    if circle is None:
        return card([look.t("circle-unknown")], [button(look.t("back"), "circles.list", 1)])
    if path == "one":
        return await _one(look, number, circle)
    back = button(look.t("back"), "circles.one", circle.id)
    if path == "duty":
        return await _duty(look, number, circle, back)
    if path == "link":
        return await _link(look, int(rest[1]), back)
    if path == "member":
        return await _member(look, circle, int(rest[1]))
    if path == "where":
        return await _where(look, circle, where.At.read(rest[1]))
    if path == "add":
        return await _add(look, number, circle, int(rest[1]), int(rest[2]) if len(rest) > 2 else None)
    return await _members(look, circle, int(rest[1]), back)


async def _list(look: Look, person_id: int, page: int) -> Card:
    """Those I am in; for who makes circles, every one there."""
    found = await look.read.circles.of(person_id)
    top = await tops(look.read, person_id)
    found += [one for place in top for one in await look.read.circles.at_or_below(place.id)]
    every = list({one.id: one for one in found}.values())
    shown, at_page, pages = lists.page_of(every, page)
    rows = [[button(label(f"👥 {one.name}"), "circles.one", one.id)] for one in shown]
    new = [button(look.t("circle-new"), "circles.new")] if top else []
    line = look.t("circle-mine", count=len(every)) if every else look.t("circle-none" if top else "circle-none-here")
    return card([line], *rows, lists.turner("circles.list", at_page, pages), new)


async def _making(look: Look, person_id: int, path: str, rest: list[str]) -> Card:
    t, back = look.t, [button(look.t("back"), "circles.list", 1)]
    if path == "kind":
        people, titles = (
            button(t("circle-of-people"), "circles.kind", PEOPLE),
            button(t("circle-of-titles"), "circles.titles"),
        )
        return card([t("circle-kind")], [people], [titles], back)
    if path == "titles":
        keys = [*TITLES, *(own.key for own in await look.read.offices.own_titles())]
        every = [
            button(label(await names.title(look.read, t, key)), "circles.kind", key.replace("_", "-"))
            for key in keys
            if key != "caring_neighbour"
        ]
        return card([t("circle-which-title")], *(every[at : at + 2] for at in range(0, len(every), 2)), back)
    named = rest[0].replace("_", "-")
    if path == "place":
        return await _place(look, person_id, named, where.At.read(rest[1]), back)
    which = SUGGESTED if rest[0] == PEOPLE else ()
    rows: Rows = [[button(t(f"circle-suggested-{one}"), "circles.named", named, rest[1], one)] for one in which]
    if rest[0] != PEOPLE:
        name = t("circle-of", title=await names.title(look.read, t, rest[0]))
        rows.append([button(label(name), "circles.named", named, rest[1], "title")])
    return card([t("circle-name-what")], *rows, back)


async def _place(look: Look, person_id: int, named: str, spot: where.At, back: list[Button]) -> Card:
    tree = await look.house.tree(look.read)
    rows = [] if any(one.kind == "dwelling" for one in tree.children(spot.place_id)) else where.pad(
        tree, spot, "circles.place", named
    )  # fmt: skip
    if spot.place_id in {top.id for top in await tops(look.read, person_id)}:
        rows = [row for row in rows if not row[0].text.startswith("↩️")]
    allowed = await gathers(look.read, person_id, spot.place_id)
    name = tree.get(spot.place_id).name
    here = [button(label(look.t("circle-here", place=name)), "circles.here", named, spot.place_id)] if allowed else []
    return card([look.t("circle-where")], here, *rows, back)


async def _lines(look: Look, circle: Circle) -> list[str | Html | None]:
    """Name, place, lead, who is in it, and where it meets."""
    t, read = look.t, look.read
    inside = await read.circles.members(circle.id)
    named = [await names.named(read, look.house, t, one) for one in inside[:MOST_NAMES]]
    leads = circle.lead_id is not None and not (await read.people.get(circle.lead_id)).retired
    lead = await names.named(read, look.house, t, circle.lead_id) if leads else "none"
    room = await read.rooms.get(circle.room_id) if circle.room_id else None
    follows = [t("circle-who-hold", title=await names.title(read, t, circle.title))] if circle.title else []
    return [
        bold(circle.name),
        t("circle-about", place=await names.of_place(read, look.house, circle.place_id), lead=lead),
        *follows,
        t("circle-members", count=len(inside)),
        t("list-comma").join(named) + ("…" if len(inside) > MOST_NAMES else "") if named else None,
        await duties(look, circle),
        t("circle-room", room=(room.title if room else None) or "none"),
    ]  # fmt: skip


async def duties(look: Look, circle: Circle) -> str | None:
    """What it is on duty for, if anything: 🙋 有人求助时：药、跑腿."""
    kinds = [look.t("circle-kind-of", kind=one) for one in await look.read.circles.kinds(circle.id)]
    return look.t("circle-duty", kinds=lists.joined(look.t, kinds)) if kinds else None


async def _duty(look: Look, person_id: int, circle: Circle, back: Button) -> Card:
    """Every kind of ask as a button; those it is on duty for have a tick."""
    t, on = look.t, set(await look.read.circles.kinds(circle.id))
    if circle.lead_id != person_id and not await gathers(look.read, person_id, circle.place_id):
        return card([t("circle-not-yours")], [back])
    keys = [_kind_key(look, circle, one, one in on) for one in KINDS]
    return card([t("circle-duty-what")], *(keys[at : at + 3] for at in range(0, len(keys), 3)), [back])


def _kind_key(look: Look, circle: Circle, kind: str, on: bool) -> Button:
    name = look.t("circle-kind-of", kind=kind)
    return button(f"✅ {name}" if on else name, "circles.kind-of", circle.id, kind, "no" if on else "yes")


async def _one(look: Look, person_id: int, circle: Circle) -> Card:
    t, lines = look.t, await _lines(look, circle)
    back = [button(t("back"), "circles.list", 1)]
    leads = circle.lead_id == person_id or await gathers(look.read, person_id, circle.place_id)
    if circle.ended_at is not None:
        again = circle.can_be_reopened(look.at) and leads
        return card(
            [*lines, t("circle-is-ended")],
            [button(t("circle-reopen"), "circles.reopen", circle.id)] if again else [],
            back,
        )
    tell = [button(t("circle-tell"), "notice.to-circle", circle.id)]
    if not leads:
        return card(lines, tell, _leave(look, circle), back)
    add = [button(t("circle-add"), "circles.add", circle.id, 1)] if circle.title is None else []
    room = [button(t("circle-no-room"), "circles.no-room", circle.id)] if circle.room_id else []
    if not circle.room_id:
        lines += ["", t("circle-room-how", bot=look.house.username, name=circle.name)]
    return card(
        lines,
        [*add, button(t("circle-who"), "circles.members", circle.id, 1), *tell],
        [button(t("circle-rename"), "circles.rename", circle.id), *room],
        [button(t("circle-duty-key"), "circles.duty", circle.id)],
        [button(t("circle-end"), "circles.end", circle.id)],
        back,
    )


def _leave(look: Look, circle: Circle) -> list[Button]:
    return [button(look.t("circle-leave"), "circles.leave", circle.id)] if circle.title is None else []


async def _add(look: Look, person_id: int, circle: Circle, page: int, around: int | None) -> Card:
    """Whom to take in: by name, or from a building for whoever knows who lives there, or by a link."""
    t, found = look.t, await candidates(look.read, circle, around)
    shown, at_page, pages = lists.page_of(found, page)
    at = [around] if around else []
    rows = [[await _person(look, one, "circles.take", circle, *at)] for one in shown]
    more = [button(t("circle-link"), "circles.link", circle.id), button(t("circle-noted"), "circles.noted", circle.id)]
    wide = not is_narrow(await look.read.places.get(circle.place_id))
    knows = wide and await may_look_around(look.read, person_id, circle)
    pad = [button(t("circle-by-building"), "circles.where", circle.id, where.At(circle.place_id))] if knows else []
    whom = "circle-add-nobody" if not found else "circle-add-officers" if wide and not around else "circle-add-whom"
    turn = _turner(at_page, pages, circle, at)
    return card([t(whom)], *rows, turn, pad, more, [button(t("back"), "circles.one", circle.id)])


def _turner(page: int, pages: int, circle: Circle, at: list[int]) -> list[Button]:
    """`circles_add_<circle>_<page>_<place>`: the place stands behind the page."""
    return [button(text, "circles.add", circle.id, turned, *at) for text, turned in lists.turns(page, pages)]


async def _where(look: Look, circle: Circle, spot: where.At) -> Card:
    """Down to a building or stair, whose neighbours are then offered."""
    tree = await look.house.tree(look.read)
    rows = where.pad(tree, spot, "circles.where", circle.id, homes=False, to_door=True)
    if spot.place_id == circle.place_id:
        rows = [row for row in rows if not row[0].text.startswith("↩️")]
    return card([look.t("circle-from-where")], *rows, [button(look.t("back"), "circles.add", circle.id, 1)])


async def _person(look: Look, person_id: int, door: str, circle: Circle, *at: int) -> Button:
    mark = "⭐ " if person_id == circle.lead_id else ""
    return button(
        label(mark + await names.who(look.read, look.house, look.t, person_id)), door, circle.id, person_id, *at
    )


async def _members(look: Look, circle: Circle, page: int, back: Button) -> Card:
    found = await look.read.circles.members(circle.id)
    shown, at_page, pages = lists.page_of(found, page)
    rows = [[await _person(look, one, "circles.member", circle)] for one in shown]
    line = look.t("circle-members", count=len(found))
    return card([line], *rows, lists.turner("circles.members", at_page, pages, circle.id), [back])


async def _member(look: Look, circle: Circle, person_id: int) -> Card:
    t, back = look.t, button(look.t("back"), "circles.members", circle.id, 1)
    lead = button(t("circle-make-lead"), "circles.lead", circle.id, person_id)
    out = [button(t("circle-take-out"), "circles.out", circle.id, person_id)] if circle.title is None else []
    return card([await names.who(look.read, look.house, t, person_id)], [lead, *out], [back])


async def _link(look: Look, number: int, back: Button) -> Card:
    code = await look.read.codes.get(number)
    assert code, "codes stay"
    url = codes.link(look.house, code)
    pass_on = Button(look.t("circle-share"), url=f"https://t.me/share/url?url={encoded(url, safe='')}")
    return card([look.t("circle-link-is", days=INVITED_DAYS), "", url], [pass_on], [back])


async def draw_card(look: Look, number: int, view: str) -> Card | None:
    """To a member: which circle this is, and the way out."""
    circle = await look.read.circles.get(number)
    if circle is None or look.room.person_id not in await look.read.circles.members(number):
        return card([look.t("circle-left")])
    if circle.ended_at is not None:
        return card([bold(circle.name), look.t("circle-is-ended")])
    return card([look.t("circle-you-are-in"), *await _lines(look, circle)], _leave(look, circle))


async def mine(look: Look, person: Person) -> list[Line]:
    """The circles this person leads."""
    led = [one for one in await look.read.circles.of(person.id) if one.lead_id == person.id]
    return [_line(look.t("circle-led", name=one.name), one) for one in led]


async def about(look: Look, person: Person) -> list[Line]:
    """The circles this person is in and somebody else leads."""
    others = [one for one in await look.read.circles.of(person.id) if one.lead_id != person.id]
    return [_line(f"👥 {one.name}", one) for one in others]


def _line(text: str, circle: Circle) -> Line:
    return Line(text, button(label(f"👥 {circle.name}"), "circles.one", circle.id))
