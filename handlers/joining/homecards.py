"""How a home looks to its own and to its head, what waits for a head's look, and the menu of a building's codes."""

from __future__ import annotations

from bot.domain import joining, titles
from bot.domain.joining import Matter
from bot.domain.people import Person, Resident
from bot.i18n import bold
from handlers import when, where
from handlers.cards import Button, Card, Look, Rows, button, card
from handlers.context import TITLES, later
from handlers.features import Line
from handlers.joining import headcards
from handlers.joining.shared import CONFIRMING, heads, role_word, spot
from handlers.names import named


async def draw_home(look: Look, number: int, view: str) -> Card | None:
    """`card`: the household; `who-12`: one of them. Whoever may not see it reads nothing of it."""
    me = look.room.person_id
    if me is None:
        return None
    household = await look.read.residents.household(number)
    mine = await _side(look, me, household)
    is_head = await _answers(look, me, number)
    if mine is None and not is_head:
        return await _left(look, me, number)
    if view.startswith("who-"):
        one = next((one for one in household if one.person_id == int(view[4:])), None)
        return await _who(look, one, mine, is_head) if one else card([look.t("home-not-here")])
    return await _home(look, number, household, mine)


async def _side(look: Look, me: int, household: list[Resident]) -> int | None:
    """Whose home it is in this chat: one's own, or of whom one acts for."""
    here = {one.person_id for one in household}
    if me in here:
        return me
    for_id, until = await look.read.acting.acts_for(me)
    return for_id if for_id in here and until > look.at else None


async def _answers(look: Look, person_id: int, place_id: int) -> bool:
    held = await look.read.offices.titles_at_or_above(person_id, place_id)
    return "confirm" in titles.powers(held, TITLES)


async def _home(look: Look, number: int, household: list[Resident], mine: int | None) -> Card:
    t = look.t
    lines: list[str] = [bold(t("home-title", place=await spot(look.read, look.house, number))), ""]
    rows: Rows = []
    for one in household:
        lines += [await _line(look, one)]
        if one.person_id != mine:
            name = (await look.read.people.get(one.person_id)).name
            rows += [[button(name[:18] or t("a-neighbour"), "home.who", number, one.person_id)]]
    if not household:
        lines += [t("home-empty")]
    me = next((one for one in household if one.person_id == mine), None)
    own: list[Button] = []
    if me and me.role in joining.AT_HOME and not any(one.speaks for one in household):
        lines += ["", t("home-nobody-speaks")]
        own = [button(t("home-i-speak"), "home.speak", number, me.person_id)]
    leave = [button(t("home-i-left"), "home.leave", number)] if me else []
    return card(lines, own, *rows[:12], leave)


async def _line(look: Look, one: Resident) -> str:
    person = await look.read.people.get(one.person_id)
    marks = [look.t("home-speaks")] if one.speaks else []
    marks += [look.t("home-no-phone")] if person.telegram_id is None else []
    return " · ".join([person.name or look.t("a-neighbour"), role_word(look.t, one.role), *marks])


async def _who(look: Look, one: Resident, mine: int | None, is_head: bool) -> Card:
    """What can be done about one of the household, by a member and by the head."""
    t, place, person = look.t, one.place_id, one.person_id
    speaker = next((other for other in await look.read.residents.household(place) if other.speaks), None)
    rows: Rows = []
    if one.role in joining.AT_HOME and not one.speaks and (is_head or (speaker and speaker.person_id == mine)):
        rows += [[button(t("home-let-speak"), "home.speak", place, person)]]
    key = "home-take-back" if is_head else "home-unknown"
    rows += [[button(t(key), "home.unknown", place, person)], [button(t("home-died"), "home.gone", place, person)]]
    back = [button(t("home-back-to"), "home.open", place)]
    return card([await spot(look.read, look.house, place), bold(await _line(look, one))], *rows, back)


async def _left(look: Look, me: int, number: int) -> Card | None:
    """Moved out by their own tap: for a day it is one tap back."""
    for_id, until = await look.read.acting.acts_for(me)
    who = for_id if for_id is not None and until > look.at else me
    left_at = await look.read.residents.left_at(who, number)
    if left_at is None:
        return card([look.t("home-not-yours-now")])
    place = await spot(look.read, look.house, number)
    back_until = later(left_at, hours=joining.UNDO_HOURS)
    if look.at > back_until:
        return card([look.t("home-left", place=place)])
    until_said = when.spoken(look.t, look.house, back_until, look.at)
    return card(
        [look.t("home-left", place=place), look.t("home-left-undo", until=until_said)],
        [button(look.t("home-undo"), "home.back", number)],
    )


async def draw_matter(look: Look, number: int, view: str) -> Card | None:
    """What a household asks: the head's tap settles it."""
    matter = await look.read.joins.matter(number)
    if matter is None:
        return await headcards.gone(look, f"matter_{number}", view)
    t = look.t
    lines = [await spot(look.read, look.house, matter.place_id), await _asked(look, matter)]
    if matter.state != "open":
        back = matter.kind == "gone" and matter.state == "done"
        row = [button(t("matter-put-back"), "matter.no", number)] if back else []
        return card([*lines, t("matter-over", kind=matter.kind, state=matter.state)], row)
    yes, no = (button(t(f"matter-{word}", kind=matter.kind), f"matter.{word}", number) for word in ("yes", "no"))
    return card(lines, [yes], [no])


async def _asked(look: Look, matter: Matter) -> str:
    who = (await look.read.people.get(matter.person_id)).name or look.t("a-neighbour")
    by = await named(look.read, look.house, look.t, matter.by_id)
    other = (await look.read.people.get(matter.other_id)).name if matter.other_id else ""
    return look.t("matter-asks", kind=matter.kind, who=who, by=by, other=other or who)


async def draw_menu(look: Look, number: int, view: str) -> Card | None:
    """The codes of a building's doors: the pad, and how they stand."""
    t, (path, _, value) = look.t, view.partition(".")
    tree, at = await look.house.tree(look.read), where.At.read(value)
    if at.place_id not in tree:
        return None
    if path == "codes":
        return card([bold(t("codes-which"))], *where.pad(tree, at, "codes.at"))
    found = await look.read.codes.door_codes(at.place_id, look.at)
    lines: list[str] = [bold(t("codes-title", place=tree.path(at.place_id)))]
    if not found.doors:
        return card([*lines, t("codes-no-doors")], *where.pad(tree, at, "codes.at")[-1:])
    lines += [t("codes-state", doors=found.doors, open=found.open, used=found.used, expired=found.expired)]
    lines += ["", t("codes-how", days=joining.CODE_DAYS)]
    parent = tree.get(at.place_id).parent_id
    me = look.room.person_id
    up = (
        [button(t("codes-others"), "codes.at", where.At(parent))]
        if parent and me and await _answers(look, me, parent)
        else []
    )
    return card(
        lines,
        [button(t("codes-print"), "codes.print", at.place_id)],
        [button(t("codes-anew"), "codes.anew", at.place_id)] if found.open else [],
        up,
    )


async def draw_invite(look: Look, number: int, view: str) -> Card | None:
    """A group's invitation, for who answers for its place."""
    t, room, me = look.t, await look.read.rooms.get(number), look.room.person_id
    if room.place_id is None or me is None or not await _answers(look, me, room.place_id):
        return None
    name = bold(room.title or t("ask-the-group"))
    link = await look.read.joins.invite(number)
    if link is None:
        return card([name, t("grouplink-none")], [button(t("grouplink-make"), "grouplink.make", number)])
    return card([name, t("grouplink-link"), link, "", t("grouplink-link-how")])


# what a feature hands to the house


async def about(look: Look, person: Person) -> list[Line]:
    """Where this person is at home or at work."""
    t, lines = look.t, []
    for one in await look.read.residents.homes(person.id):
        place = await spot(look.read, look.house, one.place_id)
        door = ("home.open", one.place_id) if one.role in joining.AT_HOME else ("join.new",)
        lines += [Line(t("home-about", place=place, role=role_word(t, one.role)), button(f"🏠 {place}"[:20], *door))]
    return lines


async def mine(look: Look, person: Person) -> list[Line]:
    """What somebody waits for: their own request."""
    t = look.t
    return [
        Line(
            t("join-mine", place=await spot(look.read, look.house, one.place_id)),
            button(t("join-see"), "join.see", one.id),
        )
        for one in await look.read.joins.of(person.id, "waiting")
    ]


async def todo(look: Look, person: Person) -> list[Line]:
    """Neighbours who wait for this person's word."""
    t, lines = look.t, []
    for one in await look.read.joins.waiting_for(person.id, CONFIRMING):
        name = (await look.read.people.get(one.person_id)).name
        place = one.said or await spot(look.read, look.house, one.place_id)
        label = button(f"🏠 {name}"[:20], "join.see", one.id)
        lines += [Line(t("join-todo", who=name, place=place, role=role_word(t, one.role)), label)]
    for matter in await look.read.joins.matters_for(person.id, CONFIRMING):
        lines += [Line(await _asked(look, matter), button(t("join-look"), "matter.open", matter.id))]
    return lines


async def weekly(look: Look) -> list[str]:
    """For the steward's week: how many wait for somebody's tap."""
    count = await look.read.joins.count_waiting()
    return [look.t("join-weekly", count=count)] if count else []


async def your_head(look: Look, person: Person) -> list[str]:
    """`您的楼栋长：陈建国`: who answers for the newcomer's home."""
    home = await look.read.residents.home(person.id)
    levels = await heads(look.read, home, person.id) if home else []
    if not levels:
        return []
    names = dict.fromkeys([await named(look.read, look.house, look.t, one.person_id) for one in levels[0]])
    return [look.t("join-your-head", who=look.t("and").join(names))]
