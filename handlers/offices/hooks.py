"""What offices show elsewhere: what I am here, what waits for my yes, who a newcomer should know."""

from __future__ import annotations

from bot.domain.people import Office, Person
from bot.domain.text import cut
from handlers import names
from handlers.cards import Look, button
from handlers.context import Turn
from handlers.features import Line
from handlers.offices import inviting, lines
from handlers.offices.caring import HEADS
from handlers.offices.shared import office_name, place_name

WHOLE_ROW = 32
"""UTF-16 units that fit on a button with a row of its own."""


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """A line or an invitation did not arrive."""
    kind, _, number = name.partition("_")
    if kind == "line":
        await lines.undelivered(turn, int(number))
    elif kind == "invite":
        await inviting.undelivered(turn, int(number))


async def about(look: Look, person: Person) -> list[Line]:
    return [
        Line(
            f"🎖 {await office_name(look.read, look.house, look.t, office)}",
            button(cut(await _on_button(look, office), WHOLE_ROW), "offices.one", office.id),
        )
        for office in await look.read.offices.of(person.id)
    ]


async def _on_button(look: Look, office: Office) -> str:
    """The place stands where a telephone does not cut it off."""
    title = await names.title(look.read, look.t, office.title)
    return look.t("office-on-button", title=title, place=await place_name(look.read, look.house, office.place_id))


async def todo(look: Look, person: Person) -> list[Line]:
    """Invitations, and neighbours who would like to keep this household in mind."""
    waiting = [
        Line(look.t("invite-waits"), button(look.t("invite-look"), "invite.show", code.id))
        for code in await look.read.offices.invitations(person.id, look.at)
    ]
    for home in await look.read.residents.homes(person.id):
        for code in await look.read.codes.open_ones("care", home.place_id, look.at):
            name = await names.who(look.read, look.house, look.t, code.issued_by)
            waiting.append(Line(look.t("care-waits", name=name), button(look.t("invite-look"), "care.show", code.id)))
    return waiting


async def welcome(look: Look, person: Person) -> list[str]:
    """您的楼栋长：陈建国."""
    home = await look.read.residents.home(person.id)
    nearest = (await look.read.offices.answerable(home, [key for key in HEADS if key != "steward"]))[:1] if home else []
    return [
        look.t(
            "welcome-head",
            title=await names.title(look.read, look.t, office.title),
            name=await names.named(look.read, look.house, look.t, office.person_id),
        )
        for _, offices in nearest
        for office in offices[:2]
        if office.person_id != person.id
    ]
