"""Becoming a plea: what was reported elsewhere and a neighbour could mend is a draft that its reporter says yes to."""

from __future__ import annotations

from bot.domain.rules import thing
from handlers import when
from handlers.aid import boxes, opening, reading, shared
from handlers.context import Context, Showing, later
from handlers.features import Matter


async def becomes(ctx: Context, matter: Matter) -> str | None:
    """None: there is no group to ask in, no words to ask with, or nobody who could be shown the draft."""
    plea = await reading.read(ctx, matter.text, of=matter.person_id)
    rooms = await shared.rooms_for(ctx.tx, matter.person_id, matter.by_id)
    if not plea.wish.thing or not rooms:
        return None
    await opening.not_too_many(ctx, matter.person_id)
    kind = await boxes.kind_of(ctx, plea.wish.thing, plea.kind, said=matter.text)
    place = await reading.place_of(ctx, (matter.place_id,), matter.person_id)
    ask = await ctx.tx.asks.open(
        matter.person_id, rooms[0].id, place, plea.wish.thing, plea.wish.note, "draft", ctx.now,
        plea.until or when.until(ctx.house, "days", ctx.now), matter.by_id, kind,
    )  # fmt: skip
    name = thing("ask", ask.id)
    await ctx.alarm("ask.tidy", name, later(ctx.now, hours=opening.DRAFT_HOURS))
    told = await ctx.tell_both(matter.person_id, matter.by_id, "ask.offered", Showing(name, "asker"))
    return name if told else None
