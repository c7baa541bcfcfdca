"""The shelf 邻里货架: what neighbours offer, the nearest first; what and which building, never who."""

from __future__ import annotations

from bot.domain.offers import KINDS
from bot.domain.places import Place
from bot.domain.rules import RuleError, thing, whole_number
from bot.i18n import bold
from handlers import lists
from handlers.cards import Card, Look, button, card, label
from handlers.context import Context
from handlers.doors import opens, presses, says
from handlers.offers import shared
from handlers.offers.shared import MEDIA, MENU, called, the_offer

FILTERS = {"all": KINDS, "thing": ("thing",), "skill": ("skill",), "teaching": ("teaching",), "medicine": ("medicine",)}
FEW = 4


@says("shelf", "货架", "邻里货架", english=("shelf", "the shelf"), on_card=True)
async def shelf(ctx: Context) -> None:
    if not ctx.room.is_private:
        return ctx.opens("shelf", 0)
    await shared.standpoint(ctx)
    return await ctx.menu("shelf.all.1", MENU)


@opens("shelf")
async def shelf_opened(ctx: Context) -> None:
    await shared.standpoint(ctx)
    await ctx.menu("shelf.all.1", MENU)


@presses("offers.shelf")
async def turned(ctx: Context) -> None:
    """A page of it, all or of one kind."""
    ctx.values(0)
    await shared.standpoint(ctx)
    values = ctx.way.values or ("all", "1")
    if values[0] not in FILTERS:
        raise RuleError("button-is-old")
    page = whole_number(values[1]) if len(values) > 1 else 1
    await ctx.menu(f"shelf.{values[0]}.{page}", MENU)


@presses("offer.photo")
async def photo(ctx: Context) -> None:
    """The picture of a thing, to whoever looks closer."""
    it = await the_offer(ctx)
    if it.media_kind != "photo" or it.state != "open":
        raise RuleError("button-is-old")
    await ctx.promise(ctx.room, MEDIA, "sendPhoto", {"photo": it.media_id}, thing=thing("offer", it.id))


async def draw(look: Look, person_id: int, chosen: str, page: int) -> Card:
    t, kinds = look.t, FILTERS[chosen]
    person = await look.read.people.get(person_id)
    for_id, until = await look.read.acting.acts_for(person_id)
    whose = for_id if for_id and until > look.at else person_id
    per_page = FEW if person.simple else lists.PER_PAGE
    count = await look.read.offers.count(kinds, but=[whose])
    pages = max(1, -(-count // per_page))
    page = min(max(page, 1), pages)
    from_here = await shared.home_of(look.read, whose) or (await look.read.places.root()).id
    found = await look.read.offers.shelf(kinds, from_here, per_page, (page - 1) * per_page, but=[whose])
    lines, rows = [bold(t("shelf-title", count=count)), ""], []
    for one in found:
        place = await shared.building(look.read, one.offer)
        near = t("shelf-near", near=_near(await look.read.places.get(one.shared_id)), place=place)
        more = f" ×{one.offer.amount}" if one.offer.is_counted and one.offer.amount > 1 else ""
        lines.append(f"{called(t, one.offer)}{more} · {near}")
        rows.append([button(label(called(t, one.offer)), "offer.open", one.offer.id)])
    empty = [] if found else [t("shelf-empty"), t("shelf-empty-try")]
    filters = [
        button(("✓ " if one == chosen else "") + t("shelf-only", kind=one), "offers.shelf", one, 1) for one in FILTERS
    ]
    turner = lists.turner("offers.shelf", page, pages, chosen)
    return card([*lines, *empty], *rows, turner, filters[:3], filters[3:], [button(t("offer-key"), "offers.home")])


def _near(place: Place) -> str:
    """How near it is, by the narrowest place that both share."""
    return place.kind if place.kind in ("stair", "neighbours", "building") else "far"
