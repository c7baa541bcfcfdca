"""While it stands and when it is over: corrected, withdrawn, expired; a fault that is mended, or takes longer."""

from __future__ import annotations

from bot.domain.aid import SPANS
from bot.domain.moments import DAY
from bot.domain.notices import Notice
from bot.domain.people import Office, Person
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import masked
from bot.i18n import bold, page, words
from handlers import names, questions, when
from handlers.context import BULK, Context, Saying, Showing, Turn, Work, html, later, reply_to
from handlers.doors import answers, presses, rings
from handlers.notices import shared

OVER = "notice.over"
PATIENCE = 3 * DAY
"""How long a fault stands after its author was asked whether it is over."""


@presses("notice.correct")
async def correct(ctx: Context) -> None:
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.correct", it)
    await questions.ask(ctx, "notice.words", it.id, ctx.t("notice-correct"))


@presses("notice.span")
async def span(ctx: Context) -> None:
    """Until when, by button."""
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.extend", it)
    chosen = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if chosen not in SPANS:
        raise RuleError("button-is-old")
    await _stands_until(ctx, it, when.until(ctx.house, chosen, ctx.now))


@presses("notice.until")
async def ask_until(ctx: Context) -> None:
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.extend", it)
    await questions.ask(ctx, "notice.until", it.id, ctx.t("notice-until-when"), ctx.t("notice-until-how"))


@answers("notice.until")
async def until_said(ctx: Context) -> None:
    it = await shared.visible(ctx, int(ctx.way.values[0]))
    await shared.may(ctx, "notice.extend", it)
    moment = when.read(ctx.house, ctx.text, ctx.at)
    if moment is None:
        return await questions.ask(ctx, "notice.until", it.id, ctx.t("notice-until-unclear"), ctx.t("notice-until-how"))
    await _stands_until(ctx, it, int(moment.at.timestamp()))
    return await ctx.show(thing("notice", it.id), "author", await ctx.private_room(ctx.person), aloud=True)


async def _stands_until(ctx: Context, it: Notice, until: int) -> None:
    after = it.stands_until(until, at=ctx.now)
    await shared.save(ctx, it, after)
    if after.state == "open":
        await ctx.alarm("notice.end", thing("notice", it.id), after.rings_at)
        await ctx.write_down("notice.extended", thing("notice", it.id), it.place_id)
    ctx.answer(ctx.t("notice-until-set", until=when.spoken(ctx.t, ctx.house, until, ctx.now)))


@presses("notice.end")
async def end(ctx: Context) -> None:
    """A fault is over: the cards say so, and the groups hear it in one short reply."""
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.end", it)
    if it.state == "ended":  # a second tap
        return ctx.answer(ctx.t("notice-ended"))
    if not it.is_fault:
        raise RuleError("button-is-old")
    await _over(ctx, it, it.ends(at=ctx.now))
    await ctx.write_down("notice.ended", thing("notice", it.id), it.place_id)
    await _say_it_is_over(ctx, it)
    await _tell_who_met_it(ctx, it)
    await _tell_authors(ctx, it, "notice.ended")
    return ctx.answer(ctx.t("notice-ended"))


async def _say_it_is_over(ctx: Context, it: Notice) -> None:
    for room_id, message_id in await ctx.tx.notices.groups(it.id):
        room = await ctx.tx.rooms.get(room_id)
        t = words(room.language or ctx.house.language)
        place = await names.of_place(ctx.tx, ctx.house, it.place_id)
        call = html(page([t("fault-over-said", what=it.words, place=place)])) | {"disable_notification": True}
        await ctx.promise(room, OVER, "sendMessage", call | reply_to(message_id), thing=thing("notice", it.id))


async def _tell_who_met_it(ctx: Context, it: Notice) -> None:
    """Whoever said that they have it, too, instead of reporting it."""
    place = await names.of_place(ctx.tx, ctx.house, it.place_id)
    news = Saying(lambda t: page([t("fault-over-said", what=it.words, place=place)]), thing("notice", it.id))
    for one in sorted({*await ctx.tx.notices.knowing(it.id)} - it.authors):
        await ctx.tell(one, "notice.ended", news)


@presses("notice.withdraw")
async def withdraw(ctx: Context) -> None:
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.withdraw", it)
    if it.state == "draft":
        await ctx.no_alarm("notice.tidy", thing=thing("notice", it.id))
        await ctx.tx.notices.delete_draft(it.id)
        await ctx.redraw(thing("notice", it.id))
        return ctx.answer(ctx.t("notice-draft-gone"))
    if it.state == "open":
        await _over(ctx, it, it.withdraw(at=ctx.now))
        await ctx.write_down("notice.withdrawn", thing("notice", it.id), it.place_id)
        await _tell_authors(ctx, it, "notice.withdrawn")
    return ctx.answer(ctx.t("notice-withdrawn-answer"))


async def _tell_authors(ctx: Context, it: Notice, kind: str) -> None:
    """Whose notice it is learns of what somebody else did with it."""
    for one in sorted(it.authors - {ctx.person.id}):
        await ctx.tell(one, kind, Showing(thing("notice", it.id), "author"))


async def _over(work: Work, before: Notice, after: Notice) -> None:
    await work.no_alarm("notice.end", "notice.remind", "notice.wave", thing=thing("notice", after.id))
    await shared.save(work, before, after)


async def forgets(ctx: Context, person: Person) -> None:
    """What they told is withdrawn everywhere; whatever else named them is drawn anew without."""
    for it in await ctx.tx.notices.of(person.id):
        if it.state == "draft" and it.person_id == person.id:
            await ctx.no_alarm("notice.tidy", thing=thing("notice", it.id))
            await ctx.tx.notices.delete_draft(it.id)
        elif it.state == "open" and it.person_id == person.id:
            await _over(ctx, it, it.withdraw(at=ctx.now))
        await ctx.tx.cards.redraw(thing("notice", it.id), ctx.now, None, BULK)
    ctx.tx.promised = True


async def handed_over(work: Work, old: Office, new: Office) -> int:
    """Whoever takes over an office is asked whether its known faults are over; how many there are."""
    if old.place_id in await shared.places_of(work.tx, old.person_id):  # still may, by another office there
        return 0
    theirs = [it for it in await work.tx.notices.of(old.person_id) if it.is_fault and it.state == "open"]
    moved = [it for it in theirs if old.person_id == it.person_id and await _lies_in(work, it, old)]
    for it in moved:
        await shared.save(work, it, it.handed_to(new.person_id))
    return len(moved)


async def _lies_in(work: Work, it: Notice, office: Office) -> bool:
    return await work.tx.places.lies_in(it.place_id, office.place_id)


@rings("notice.end")
async def time_is_over(turn: Turn) -> None:
    """A notice expires. A fault's author is asked first; without an answer for days it is put away."""
    it = await turn.tx.notices.get(number_of(turn.thing))
    if it is None or it.state != "open":
        return
    if it.is_fault and it.asked_at is None:
        return await _ask_whether_over(turn, it)
    await _over(turn, it, it.expire(at=turn.now))
    return await turn.tx.journal.write(turn.now, None, "notice.expired", turn.thing, it.place_id)


async def _ask_whether_over(turn: Turn, it: Notice) -> None:
    await shared.save(turn, it, it.questioned(at=turn.now))
    await turn.alarm("notice.end", turn.thing, later(turn.now, seconds=PATIENCE))
    await turn.tell_both(it.person_id, it.by_id, "notice.question", Showing(turn.thing, "author"))


@presses("notice.take-over")
async def take_over(ctx: Context) -> None:
    """Whoever it is for speaks for themselves from now on; who wrote it for them learns so."""
    it = await shared.the_notice(ctx)
    await shared.may(ctx, "notice.take-over", it)
    if it.by_id is None:  # a second tap
        return ctx.answer(ctx.t("notice-taken-over"))
    if ctx.person.id != it.person_id:
        raise RuleError("notice-not-yours")
    await shared.save(ctx, it, it.taken_over())
    what, who = it.words, ctx.person.name
    news = Saying(lambda t: page([t("notice-taken-over-told", who=masked(who) or t("a-neighbour")), bold(what)]))
    await ctx.tell(it.by_id, "notice.taken-over", news)
    return ctx.answer(ctx.t("notice-taken-over"))
