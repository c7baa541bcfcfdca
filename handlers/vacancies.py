"""Vacancies: who moved out or died answers for nothing here any more; whoever gave the office reads that it is free."""

from __future__ import annotations

from bot.domain.people import Office
from bot.domain.rules import number_of, thing
from bot.i18n import page
from handlers import home
from handlers.context import Saying, Turn, Work, later
from handlers.doors import rings
from storage.offices import LIVED

MOVED = "office.moved-out"
UNDO_HOURS = 24
"""As long as moving out can be taken back, its offices wait."""


async def moved_out(work: Work, person_id: int) -> None:
    """Somebody left a home; unless they come back within a day, what they held as its neighbour ends."""
    await work.alarm(MOVED, thing("person", person_id), later(work.now, hours=UNDO_HOURS))


@rings(MOVED)
async def after_a_day(turn: Turn) -> None:
    await lived_away(turn, number_of(turn.thing))


async def lived_away(work: Work, person_id: int) -> None:
    """Offices of neighbours that are held where their holder does not live any more end now."""
    homes = [one.place_id for one in await work.tx.residents.homes(person_id)]
    for office in await work.tx.offices.of(person_id):
        if await work.tx.offices.like(office.title) not in LIVED:
            continue
        if not any([await work.tx.places.lies_in(one, office.place_id) for one in homes]):
            await work.tx.offices.ends(office.id, work.now)
            await _is_free(work, office)


async def gone(work: Work, person_id: int) -> None:
    """Somebody died, or left for good: everything they held ends now."""
    for office in await work.tx.offices.end_all(person_id, work.now):
        await _is_free(work, office)


async def _is_free(work: Work, office: Office) -> None:
    """The journal, the boards, and whoever gave it; where nobody did, the stewards."""
    await work.tx.journal.write(work.now, None, "office.vacant", thing("office", office.id), office.place_id)
    await home.keep_up(work, office.person_id)
    await work.redraw_board(place_id=office.place_id)
    place = (await work.house.tree(work.tx)).path(office.place_id)
    giver = {office.granted_by} - {None, office.person_id}
    for one in giver or set(await work.tx.offices.holders("steward")) - {office.person_id}:
        if one is not None:
            await work.tell(one, "office.ended", Saying(lambda t: page([t("office-vacant", place=place)])))
