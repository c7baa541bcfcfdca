"""What giving, holding and finding offices share: titles, places, who may see what, and how somebody is reached."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.offices import CARING, may_give
from bot.domain.people import Office, Person
from bot.domain.places import KINDS, Place
from bot.domain.rules import RuleError
from bot.domain.titles import Title
from bot.i18n import Html, Words, link
from handlers import home, names
from handlers.cards import Button, Look, button, label
from handlers.context import TITLES, Context, Neighbourhood, Work
from storage.database import Read


def value(key: str) -> str:
    """A title's key as a value of a button."""
    return key.replace("_", "-")


def key_of(value: str) -> str:
    return value.replace("-", "_")


async def changed(work: Work, person_id: int, place_id: int) -> None:
    """Somebody holds another office now, or one less: their buttons and menu follow, and so do the boards there."""
    await home.holds_another_office(work, person_id, place_id)


async def title(read: Read, key: str) -> Title:
    """What a title may do, the steward's own ones as what they are like. Refuses one that does not exist."""
    own = await read.offices.own_title(key)
    found = TITLES.get(own.same_as if own else key)
    if found is None:
        raise RuleError("title-unknown")
    return found


async def every_title(read: Read) -> list[str]:
    """The titles of the house, then the steward's own."""
    return [*TITLES, *(own.key for own in await read.offices.own_titles())]


async def is_caring_title(read: Read, key: str) -> bool:
    return (await title(read, key)).key == CARING


async def is_caring(read: Read, office: Office) -> bool:
    return await is_caring_title(read, office.title)


async def place_name(read: Read, house: Neighbourhood, place_id: int) -> str:
    """A place as it is said in private: 3栋2单元, or the name of a neighbours' group or the community."""
    tree, place = await house.tree(read), await read.places.get(place_id)
    return tree.path(place_id) if place_id in tree and place.kind != "neighbours" else place.name


async def office_name(read: Read, house: Neighbourhood, t: Words, office: Office) -> str:
    """`3栋的楼栋长`."""
    return t(
        "office-name",
        title=await names.title(read, t, office.title),
        place=await place_name(read, house, office.place_id),
    )


async def the_office(ctx: Context, number: int | None = None) -> Office:
    """The office that the address names; who cares for whom exists only for those who may know."""
    office = await ctx.tx.offices.get(ctx.number if number is None else number)
    if office is None or not await may_see(ctx.tx, office, ctx.whom.id, ctx.person.id):
        raise RuleError("office-unknown")
    return office


async def powers_of(read: Read, person_id: int, place_id: int | None) -> frozenset[str]:
    """What somebody may do at a place."""
    return titles.powers(await read.offices.titles_at_or_above(person_id, place_id), TITLES)


async def tops(read: Read, person_id: int) -> list[Place]:
    """Where somebody's right to give offices begins."""
    held = [
        one.place_id for one in await read.offices.of(person_id) if "appoint" in (await title(read, one.title)).powers
    ]
    return [place for number in dict.fromkeys(held) if (place := await read.places.find(number))]


async def may_see(read: Read, office: Office, *person_ids: int) -> bool:
    if not await is_caring(read, office) or office.person_id in person_ids:
        return True
    household = {one.person_id for one in await read.residents.household(office.place_id)}
    powers = [await powers_of(read, one, office.place_id) for one in person_ids]
    return bool(household & set(person_ids)) or any("confirm" in one for one in powers)


async def may(ctx: Context, action: str, office: Office) -> None:
    """Whoever gave an office to a neighbour without Telegram arranges it for them."""
    holder = await ctx.tx.people.get(office.person_id)
    by_id = office.granted_by if holder.telegram_id is None else None
    await ctx.may(action, state=office.state, author_id=office.person_id, by_id=by_id, place_id=office.place_id)


async def can_give(read: Read, person_id: int, key: str, place: Place) -> bool:
    here = await powers_of(read, person_id, place.id)
    above = await powers_of(read, person_id, place.parent_id)
    return may_give(await title(read, key), place.kind, here, above)


async def reached(look: Look, person: Person, office: Office, by: str | None = "office-by-line") -> list[str | Html]:
    """How residents reach them: by what the holder chose to show, else by a line, said with `by`, if any."""
    t, lines = look.t, list[str | Html]()
    if person.blocked or person.retired:
        return [t("office-not-now")]
    if office.phone:
        lines.append(t("office-phone", phone=office.phone))
    if office.shows_account and person.telegram_id is not None:
        handle = f" @{person.username}" if person.username else ""
        name = await names.named(look.read, look.house, t, person.id)
        lines.append(link(t("office-write-to", name=name) + handle, f"tg://user?id={person.telegram_id}"))
    if not lines and person.reachable:
        return [t(by)] if by else []
    return lines or [t("office-no-way")]


async def whom(look: Look, person_id: int) -> int:
    """For whom the owner of a private chat looks just now."""
    for_id, until = await look.read.acting.acts_for(person_id)
    return for_id if for_id is not None and until > look.at else person_id


async def candidates(read: Read, place: Place) -> list[int]:
    """Whom the list offers: the neighbours of a building; beyond one, whoever holds an office there."""
    if KINDS.index(place.kind) < KINDS.index("building"):
        return await read.offices.holders_in(place.id)
    outer = await read.places.public(place.id) or place
    return await read.residents.around(outer.id if outer.kind == "building" else place.id)


async def candidate(look: Look, reader_id: int, person_id: int, door: str, *at: object) -> Button:
    """A neighbour on the list; whoever confirms who lives where sees the flat, others the building."""
    home = await look.read.residents.home(person_id)
    name = await names.named(look.read, look.house, look.t, person_id)
    if home and "confirm" in await powers_of(look.read, reader_id, home):
        name = f"{name} {(await look.house.tree(look.read)).code(home)}"
    return button(label(name), door, *at, person_id)
