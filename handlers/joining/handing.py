"""Handing over: whoever waits for the word of somebody in office waits for the next one's, and both read so."""

from __future__ import annotations

from bot.domain.joining import Join, Matter
from bot.domain.people import Office
from bot.domain.rules import thing
from bot.i18n import page, words
from handlers.context import Saying, Showing, Work
from handlers.joining.shared import CONFIRMING, redraw_heads, spot, tell_head
from handlers.names import named


async def handed_over(work: Work, old: Office, new: Office) -> int:
    """Requests and households' questions that had come to this office; how many."""
    joins = [one for one in await work.tx.joins.waiting_for(new.person_id, CONFIRMING) if await _lies(work, one, new)]
    matters = [one for one in await work.tx.joins.matters_for(new.person_id, CONFIRMING) if await _lies(work, one, new)]
    for join in joins:
        await work.redraw(thing("join", join.id))
        await redraw_heads(work, join)
        news = await _told(work, "join-handed-over", new, join.place_id)
        await work.tell_both(join.person_id, join.by_id, "join.handed-over", news)
    for matter in matters:
        await work.tell(new.person_id, "home.asked", Showing(thing("matter", matter.id), "head"))
        if matter.by_id not in (None, new.person_id) and matter.kind != "gone":
            news = await _told(work, "matter-handed-over", new, matter.place_id)
            await work.tell_both(None, matter.by_id, "home.handed-over", news)
    if joins:
        await tell_head(work, new.person_id, joins[0])
    await work.redraw(thing("confirms", old.person_id))
    return len(joins) + len(matters)


async def _lies(work: Work, one: Join | Matter, office: Office) -> bool:
    return one.place_id is not None and await work.tx.places.lies_in(one.place_id, office.place_id)


async def _told(work: Work, key: str, new: Office, place_id: int | None) -> Saying:
    """Who is asked now, in the words of whoever waits."""
    place = await spot(work.tx, work.house, place_id)
    who = await named(work.tx, work.house, words(work.house.language), new.person_id)
    return Saying(lambda t: page([t(key, place=place, who=who)]))
