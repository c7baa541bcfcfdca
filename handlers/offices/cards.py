"""How my offices look: the list, one of them, how I am reached, and whom to ask to stand in or take over."""

from __future__ import annotations

from bot.domain import offices
from bot.domain.offices import SPANS
from bot.domain.people import Office
from bot.i18n import bold, quote
from handlers import home, lists, names
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.offices import caring, inviting
from handlers.offices.duties import duties_of
from handlers.offices.mine import HANDING, near
from handlers.offices.shared import candidate, is_caring, office_name, place_name, reached, title, tops, whom
from handlers.offices.whocards import day, granted

IN_A_ROW = 3
"""Tools of an office that stand on its card at once; the rest are behind one more tap."""


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, *rest = view.split(".")
    if path == "list":
        return await _list(look, number)
    if path == "care":
        return await caring.pad(look, rest[0])
    if path == "cares":
        return await caring.overview(look, number, int(rest[0]))
    if path == "offered":
        return card([look.t("care-offered")], [button(look.t("back"), "offices.list")])
    office = await look.read.offices.get(int(rest[0]))
    if office is None:
        return card([look.t("office-unknown")], [button(look.t("back"), "offices.list")])
    if office.until is not None:
        return await _ended(look, number, office)
    return await _held(look, number, path, office, rest)


async def _held(look: Look, person_id: int, path: str, office: Office, rest: list[str]) -> Card:
    t, back = look.t, button(look.t("back"), "offices.one", office.id)
    if path == "reach":
        return await _reach(look, person_id, office)
    if path == "tools":
        return await _every_tool(look, person_id, office)
    if path == "until":
        spans = [button(t("office-span", span=span), "offices.span", office.id, span) for span in SPANS]
        return card(
            [t("office-until")],
            spans[:2],
            spans[2:],
            [button(t("office-other-day"), "offices.other-day", office.id)],
            [back],
        )
    if path == "who":
        return await _who(look, person_id, office, rest[1], int(rest[2]))
    if path == "asked":
        name = await names.named(look.read, look.house, t, int(rest[1]))
        return card([t("invite-asked", name=name)], [back])
    if path == "link":
        code = await look.read.codes.get(int(rest[1]))
        assert code, "codes stay"
        return inviting.link_card(look, code, back)
    return await _one(look, person_id, office)


async def _list(look: Look, number: int) -> Card:
    t, person_id = look.t, await whom(look, number)
    held = await look.read.offices.of(person_id)
    ended = [
        one
        for one in await look.read.offices.ended_since(number, look.at - offices.UNDO_SECONDS)
        if one.ended_by == number
    ]
    rows: Rows = [[button(label(await _short(look, one)), "offices.one", one.id)] for one in held]
    rows += [
        [button(label(t("office-undo", title=await _short(look, one))), "offices.restore", one.id)] for one in ended
    ]
    rows.append([button(t("care-new"), "care.new")])
    if await tops(look.read, number):
        rows.append([button(t("appoint-new"), "appoint.new"), button(t("care-overview"), "care.overview", 1)])
    lines = [t("office-mine", count=len(held))] if held else [t("office-none"), t("office-none-try")]
    return card(lines, *rows)


async def _short(look: Look, office: Office) -> str:
    title = await names.title(look.read, look.t, office.title)
    return f"{title} · {await place_name(look.read, look.house, office.place_id)}"


async def _one(look: Look, person_id: int, office: Office) -> Card:
    t, lent = look.t, await look.read.offices.stand_in(office.id)
    person = await look.read.people.get(office.person_id)
    lines = [
        bold(await office_name(look.read, look.house, t, office)),
        await names.named(look.read, look.house, t, office.person_id),
        await granted(look, office),
        *([t("office-lent-until", until=day(look.house, t, office.ends_at))] if office.ends_at else []),
        *([t("who-stands-in", until=day(look.house, t, lent.ends_at or 0),
             name=await names.named(look.read, look.house, t, lent.person_id))] if lent else []),
        *await reached(look, person, office, "office-by-line-mine"),
        "",
        t("office-duties"),
        quote(await duties_of(look.read, t, office.title)),
    ]  # fmt: skip
    tools = await _tools(look, person_id, office)
    rows = [tools[:IN_A_ROW], [button(t("office-reach"), "offices.reach", office.id), *_further(look, office, tools)]]
    if office.stands_in_for is None and not await is_caring(look.read, office):
        lend = (
            button(t("office-back"), "offices.back", office.id)
            if lent
            else button(t("office-lend"), "offices.lend", office.id)
        )
        rows.append([lend, button(t("office-hand"), "offices.hand", office.id)])
    rows.append([button(t("office-leave"), "offices.withdraw", office.id), button(t("back"), "offices.list")])
    return card(lines, *rows)


async def _tools(look: Look, person_id: int, office: Office) -> list[Button]:
    """What this office lets me do, as buttons; of whom I arrange it for, theirs to do."""
    if office.person_id != person_id:
        return []
    powers = (await title(look.read, office.title)).powers
    return home.tools(look.house.features, look.t, powers, office.place_id)


def _further(look: Look, office: Office, tools: list[Button]) -> list[Button]:
    """The one tool that did not fit into the first row, or the way to all of them."""
    rest = tools[IN_A_ROW:]
    return rest if len(rest) < 2 else [button(look.t("office-more"), "offices.tools", office.id)]


async def _every_tool(look: Look, person_id: int, office: Office) -> Card:
    tools = await _tools(look, person_id, office)
    lines = [bold(await office_name(look.read, look.house, look.t, office)), look.t("office-tools")]
    back = [button(look.t("back"), "offices.one", office.id)]
    return card(lines, *(tools[at : at + 2] for at in range(0, len(tools), 2)), back)


async def _reach(look: Look, number: int, office: Office) -> Card:
    t, person = look.t, await look.read.people.get(office.person_id)
    mark = {True: "✓ ", False: ""}
    by_line = button(
        mark[not (office.phone or office.shows_account)] + t("office-by-bot"), "offices.by-line", office.id
    )
    phone = button(mark[bool(office.phone)] + t("office-by-phone"), "offices.by-phone", office.id)
    account = button(mark[office.shows_account] + t("office-by-account"), "offices.by-account", office.id)
    lines = [
        bold(await office_name(look.read, look.house, t, office)),
        t("office-reach-how"),
        *await reached(look, person, office, "office-by-line-mine"),
    ]
    rows = [[by_line], [phone, account] if person.telegram_id else [phone]]
    if person.id == number:
        duty = (await title(look.read, office.title)).key == "duty_holder"
        lines += ["", t("office-night-duty" if duty else "office-night-yes" if person.night_ok else "office-night-no")]
        rows.append([button(mark[person.night_ok] + t("office-night"), "offices.night", office.id)])
    return card(lines, *rows, [button(t("office-fine"), "offices.one", office.id)])


async def _who(look: Look, person_id: int, office: Office, until: str, page: int) -> Card:
    t, found = look.t, await near(look.read, person_id, office)
    shown, at_page, pages = lists.page_of(found, page)
    rows = [[await candidate(look, person_id, one, "offices.ask", office.id, until)] for one in shown]
    line = t("office-hand-who") if until == HANDING else t("office-lend-who", until=day(look.house, t, int(until)))
    return card(
        [line],
        *rows,
        lists.turner("offices.who", at_page, pages, office.id, until),
        [button(t("appoint-link"), "offices.link", office.id, until)],
        [button(t("back"), "offices.one", office.id)],
    )


async def _ended(look: Look, number: int, office: Office) -> Card:
    undo = office.ended_by == number and offices.can_be_restored(office, look.at)
    again = [button(look.t("office-slip"), "offices.restore", office.id)] if undo else []
    line = look.t("office-over", office=await office_name(look.read, look.house, look.t, office))
    return card([line], again, [button(look.t("back"), "offices.list")])
