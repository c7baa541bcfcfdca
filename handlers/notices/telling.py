"""Telling: in waves behind everything else, who says that they know, and the silent once more."""

from __future__ import annotations

from bot.domain import notices
from bot.domain.notices import Notice
from bot.domain.rules import RuleError, number_of, thing
from handlers.context import BULK, Context, Showing, Turn, Work, later, reply_to
from handlers.doors import presses, rings
from handlers.notices import shared
from storage.cards import CardRow

NEW, MEDIA = "notice.new", "notice.media"


async def begin(work: Work, it: Notice) -> None:
    """Everybody it is for has a turn; the first wave leaves at once."""
    if it.circle_id is None:
        await work.tx.notices.address(it.id, it.place_id)
    else:
        members = await work.tx.circles.members(it.circle_id)
        await work.tx.notices.address_to(it.id, await work.tx.notices.reached(members))
    await work.tx.notices.leave_out(it.id, sorted(it.authors))
    await work.alarm("notice.wave", thing("notice", it.id), work.now)
    if it.reminds:
        await work.alarm("notice.remind", thing("notice", it.id), later(work.now, seconds=notices.REMIND_AFTER))


@rings("notice.wave")
async def wave(turn: Turn) -> None:
    """The next of those whose turn it is. Only danger rings at night, and only the first time."""
    it = await turn.tx.notices.get(number_of(turn.thing))
    if it is None or it.state != "open":
        return
    wakes = it.is_danger and it.reminded_at is None
    people = await turn.tx.notices.next_to_tell(it.id, notices.WAVE)
    for person_id in people:
        await turn.tell(person_id, NEW, Showing(turn.thing, "reader"), danger=wakes, rank=BULK)
        await turn.tx.notices.told(it.id, person_id, turn.now)
    await shared.count_anew(turn, it)
    if len(people) == notices.WAVE:
        await turn.alarm("notice.wave", turn.thing, later(turn.now, seconds=notices.WAVE_SECONDS))


async def sent(turn: Turn, row: CardRow, message_id: int) -> None:
    """The first time that it stands in a chat, its photo or file follows under it; under a draft each time.

    Its author's count learns of every message that has arrived.
    """
    it = await turn.tx.notices.get(number_of(row.thing)) if row.thing.startswith("notice_") else None
    if it and row.view == "reader" and row.message_id is None:  # one more has arrived
        await shared.count_anew(turn, it)
    if it is None or not it.media_kind or (row.message_id is not None and it.state != "draft"):
        return
    call = {it.media_kind: it.media_id, "disable_notification": True} | reply_to(message_id)
    room = await turn.tx.rooms.get(row.room_id)
    await turn.promise(room, MEDIA, f"send{it.media_kind.capitalize()}", call, rank=row.rank, thing=row.thing)


@presses("notice.know")
async def know(ctx: Context) -> None:
    """In private or under the group's card; each person counts once."""
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.know", it)
    if await ctx.tx.notices.knows(it.id, ctx.whom.id, ctx.now):
        await shared.count_anew(ctx, it)
        await _mark_own_card(ctx, it)
    ctx.answer(ctx.t("notice-thanks"))


async def _mark_own_card(ctx: Context, it: Notice) -> None:
    """One's own card loses its button; nobody else's is touched."""
    name = thing("notice", it.id)
    room = await ctx.private_room(ctx.person)
    if await ctx.tx.cards.get(name, "reader", room.id):
        await ctx.show(name, "reader", room)


@presses("notice.remind")
async def remind(ctx: Context) -> None:
    """Once, and only those who have not tapped."""
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.remind", it)
    count = await _again(ctx, it)
    if not count:
        raise RuleError("notice-all-know")
    ctx.answer(ctx.t("notice-reminding", count=count))


@rings("notice.remind")
async def remind_by_itself(turn: Turn) -> None:
    it = await turn.tx.notices.get(number_of(turn.thing))
    if it and it.state == "open" and it.reminded_at is None:
        await _again(turn, it)


async def _again(work: Work, it: Notice) -> int:
    """How many have their turn once more."""
    after = it.reminding(at=work.now)
    count = await work.tx.notices.silent_again(it.id)
    if count:
        await work.tx.notices.save(after)
        await shared.count_anew(work, it)
        await work.alarm("notice.wave", thing("notice", it.id), work.now)
    return count
