"""Vacancies: who moved out or died answers for nothing here any more; whoever gave the office reads that it is free."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.offices import CARING
from bot.domain.people import Office
from bot.domain.rules import number_of, thing
from bot.i18n import Html, Words, page
from handlers import home, names
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
            lent = await work.tx.offices.stand_in(office.id)
            await work.tx.offices.ends(office.id, work.now)
            await _is_free(work, office, lent)


async def gone(work: Work, person_id: int) -> None:
    """Somebody died, or left for good: everything they held ends now."""
    lent = {one.id: await work.tx.offices.stand_in(one.id) for one in await work.tx.offices.of(person_id)}
    for office in await work.tx.offices.end_all(person_id, work.now):
        await _is_free(work, office, lent[office.id])


async def back(work: Work, person_id: int, gone_at: int) -> None:
    """Laid to rest by mistake (`gone_at`: Unix seconds): for a day, what ended with it is theirs again."""
    if later(gone_at, hours=UNDO_HOURS) < work.now:
        return
    for office in await work.tx.offices.vacated(person_id, gone_at):
        await work.tx.offices.save(replace(office, until=None))
        await work.tx.journal.write(work.now, None, "office.restored", thing("office", office.id), office.place_id)
        await _changed(work, office)
        await _tell_givers(work, office, "office-not-vacant")


async def _is_free(work: Work, office: Office, lent: Office | None) -> None:
    """The journal, the boards, and whoever gave it; nobody stands in any more, and whoever did is thanked."""
    await work.tx.journal.write(work.now, None, "office.vacant", thing("office", office.id), office.place_id)
    await _changed(work, office)
    if lent:
        await _changed(work, lent)
        await work.tell(lent.person_id, "office.lent", await saying(work, lent, "stand-in-thanks"))
    held = await work.tx.offices.get(office.stands_in_for) if office.stands_in_for else None
    if held and held.until is None:  # the office itself goes on
        await work.tell(held.person_id, "office.lent", await saying(work, held, "stand-in-over"))
    else:
        await _tell_givers(work, office, "office-vacant")


async def _changed(work: Work, office: Office) -> None:
    await home.holds_another_office(work, office.person_id, office.place_id)


async def _tell_givers(work: Work, office: Office, key: str) -> None:
    """Whoever gave it; where nobody did, the stewards."""
    if key == "office-vacant" and await work.tx.offices.like(office.title) == CARING:
        key = "care-vacant"
    giver = {office.granted_by} - {None, office.person_id}
    for one in giver or set(await work.tx.offices.holders("steward")) - {office.person_id}:
        if one is not None:
            await work.tell(one, "office.ended", await saying(work, office, key))


async def saying(work: Work, office: Office, key: str, **blanks: object) -> Saying:
    """A sentence about an office, in the words of whoever reads it."""
    place = await names.of_place(work.tx, work.house, office.place_id)
    own = await work.tx.offices.own_title(office.title)

    def say(t: Words) -> Html:
        called = own.name(t.lang) if own else t(f"title-{office.title.replace('_', '-')}")
        filled = {name: one(t) if callable(one) else one for name, one in blanks.items()}
        return page([t(key, office=t("office-name", title=called, place=place), place=place, **filled)])

    return Saying(say)
