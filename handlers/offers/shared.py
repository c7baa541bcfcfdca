"""What the parts of offering share: finding an offer, its rights, its clocks, where its holder lives."""

from __future__ import annotations

from datetime import time, timedelta

from bot.domain import dates, offers
from bot.domain.offers import Offer
from bot.domain.places import Place
from bot.domain.rules import RuleError, thing
from bot.i18n import Words
from handlers.context import Context, Neighbourhood, Showing, Work
from handlers.features import Origin
from storage.database import Read

ICONS = {"thing": "📦", "skill": "🛠", "teaching": "📖", "medicine": "💊"}
MENU = "offers"
MEDIA = "offer.media"


async def the_offer(ctx: Context) -> Offer:
    """The offer that the address names, in private; what somebody may not see does not exist."""
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    return await visible(ctx, ctx.number)


async def visible(ctx: Context, number: int) -> Offer:
    found = await ctx.tx.offers.visible_to(ctx.whom.id, number) or await ctx.tx.offers.visible_to(ctx.person.id, number)
    if found is None:
        raise RuleError("offer-unknown")
    return found


async def may(ctx: Context, action: str, offer: Offer) -> None:
    await ctx.may(action, author_id=offer.person_id, by_id=offer.by_id, state=offer.state, place_id=offer.place_id)


async def save(work: Work, before: Offer, after: Offer, verb: str | None = None) -> None:
    if after == before:
        return
    await work.tx.offers.save(after)
    await work.redraw(thing("offer", after.id))
    if verb and isinstance(work, Context):
        await work.write_down(verb, thing("offer", after.id), after.place_id)


async def set_clocks(work: Work, offer: Offer) -> None:
    name = thing("offer", offer.id)
    if offer.state != "open":
        return await work.no_alarm("offer.question", "offer.end", thing=name)
    times = offers.clocks(offer, work.house.awake)
    await work.alarm("offer.question", name, times.question)
    return await work.alarm("offer.end", name, times.end)


async def tell_holder(work: Work, offer: Offer, kind: str) -> bool:
    """Show the offer's card to its holder and whoever acts for them. False: nothing reaches them."""
    return await work.tell_both(offer.person_id, offer.by_id, kind, Showing(thing("offer", offer.id), "author"))


def last_moment(house: Neighbourhood, offer: Offer) -> int | None:
    """The end of its last good day here, in Unix seconds."""
    if offer.expires is None:
        return None
    return int(dates.moment(offer.expires + timedelta(days=1), time(), house.zone).timestamp())


async def home_of(read: Read, person_id: int) -> int | None:
    """Where somebody is at home, or asked to be."""
    return await read.residents.home(person_id) or await read.joins.asked_from(person_id)


async def standpoint(ctx: Context) -> int:
    """From where this person looks at the shelf: their home, else the community. Refuses a stranger with a way on."""
    for one in (ctx.whom.id, ctx.person.id):
        home = await home_of(ctx.tx, one)
        if home:
            return home
        if await ctx.tx.rooms.open_to(one) or await ctx.tx.offices.of(one):
            return (await ctx.tx.places.root()).id
    raise RuleError("offer-no-home")


async def building(read: Read, offer: Offer) -> str:
    """What everybody may know of where it is: `none` where that is the community itself."""
    place = await read.places.public(offer.place_id)
    return named(place)


def named(place: Place | None) -> str:
    return place.name if place and place.kind != "community" else "none"


def called(t: Words, offer: Offer) -> str:
    """What it is, in one line: 📦 梯子."""
    return f"{ICONS[offer.kind]} {offer.what or t('offer-forgotten')}"


async def origin(read: Read, number: int) -> Origin | None:
    it = await read.offers.get(number)
    if it is None or it.state in ("draft", "recommended"):
        return None
    return Origin(it.person_id, it.by_id, it.place_id)
