"""Telling: the nearest who answer for the place, at any hour; whoever is in danger reads who knows and who comes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.danger import ANSWERS, ASK_SECONDS, CLIMB_SECONDS, Danger, Told
from bot.domain.people import Person
from bot.domain.rules import RuleError, number_of, thing
from handlers import questions
from handlers.context import URGENT, Context, Showing, Turn, Work, later
from handlers.danger import hearing
from handlers.danger.shared import WORDS, Near, levels, may, tell_side, the_danger
from handlers.doors import always, opens, presses, rings
from storage.database import Read

HEAD = "building_head"


@opens("danger")
@always
async def look_closer(ctx: Context) -> None:
    """From the group into the private chat."""
    danger = await the_danger(ctx)
    view = "self" if danger.side & {ctx.person.id, ctx.whom.id} else "head"
    if view == "head" and ctx.person.id not in {one.person_id for one in await ctx.tx.dangers.told(danger.id)}:
        raise RuleError("danger-not-yours")
    await ctx.show(thing("danger", danger.id), view, ctx.room, rank=URGENT, aloud=True)


@presses("danger.open")
@always
async def open_from_list(ctx: Context) -> None:
    ctx.values(1)
    await look_closer(ctx)


@presses("danger.tell")
@always
async def tell(ctx: Context) -> None:
    """By a tap: the nearest heads now."""
    danger = await the_danger(ctx)
    await may(ctx, "danger.tell", danger)
    told = await _told_now(ctx, danger.tell(at=ctx.now), danger)
    await _shown_to_side(ctx, told)
    ctx.answer(ctx.t("danger-told-answer" if await ctx.tx.dangers.told(danger.id) else "danger-nobody-answer"))


@presses("danger.call-head")
@always
async def call_head(ctx: Context) -> None:
    """From the first 🆘 card, before a word is said of what it is: the nearest heads now."""
    ctx.values(0)
    danger = await hearing.begin(ctx, "other", "")
    if danger is None:
        return
    await may(ctx, "danger.tell", danger)
    told = await _told_now(ctx, danger.tell(at=ctx.now), danger)
    if HEAD not in {one.title for one in await ctx.tx.dangers.told(danger.id)}:  # the nearest was another office
        await _nearest(ctx, told)
    await _shown_to_side(ctx, told)
    ctx.answer(ctx.t("danger-told-answer" if await ctx.tx.dangers.told(danger.id) else "danger-nobody-answer"))


@presses("danger.name")
@always
async def tell_one(ctx: Context) -> None:
    """One person, chosen by name among those that were offered."""
    danger = await the_danger(ctx)
    await may(ctx, "danger.tell", danger)
    chosen = [one for one in await offered(ctx.tx, danger) if (str(one.person_id),) == ctx.way.values[1:2]]
    if not chosen:
        raise RuleError("button-is-old")
    told = danger.tell(at=ctx.now)
    await ctx.tx.dangers.save(told)
    if not await _reaches(ctx, told, chosen[0]):
        raise RuleError("danger-not-reached")
    await ctx.no_alarm("danger.tell", thing=thing("danger", danger.id))
    await ctx.write_down("danger.told", thing("danger", danger.id), danger.place_id)
    await _shown_to_side(ctx, told)
    ctx.answer(ctx.t("danger-told-answer"))


async def offered(read: Read, danger: Danger) -> list[Near]:
    """Whom somebody may choose to tell: their own helpers and who keeps them in mind, then the nearest heads."""
    own = [Near(one, "") for one in await read.acting.helpers_of(danger.person_id or 0)]
    home = await read.residents.home(danger.person_id or 0)
    caring = await read.offices.held_in(home, "caring_neighbour") if home else []
    own += [Near(one.person_id, one.title) for one in caring]
    heads = [one for level in await levels(read, danger) for one in level]
    known: dict[int, Near] = {}
    for one in [*own, *heads]:
        if one.person_id not in danger.side and (await read.people.get(one.person_id)).reachable:
            known.setdefault(one.person_id, one)
    return list(known.values())[:4]


@presses("danger.decline")
@always
async def decline(ctx: Context) -> None:
    danger = await the_danger(ctx)
    await may(ctx, "danger.decline", danger)
    await ctx.tx.dangers.save(danger.decline())
    await ctx.no_alarm("danger.tell", thing=thing("danger", danger.id))
    await ctx.redraw(thing("danger", danger.id))
    ctx.answer(ctx.t("danger-declined-answer"))


@presses("danger.over")
@always
async def over(ctx: Context) -> None:
    """没事了: by whoever is in it, or whoever came; everybody who was told reads so."""
    danger = await the_danger(ctx)
    await may(ctx, "danger.over", danger)
    ctx.answer(ctx.t("danger-over-answer"))
    if not danger.is_over:
        await _ends(ctx, danger)


async def _ends(ctx: Context, danger: Danger) -> None:
    ended, name = danger.over(at=ctx.now), thing("danger", danger.id)
    await ctx.tx.dangers.save(ended)
    await ctx.no_alarm("danger.tell", "danger.climb", thing=name)
    await ctx.redraw(name)
    told = [one.person_id for one in await ctx.tx.dangers.told(danger.id)]
    for one in told:
        if one != ctx.person.id:
            await ctx.tell(one, "danger.over", Showing(name, "head"), danger=True)
    if told:
        await ctx.write_down("danger.over", name, danger.place_id)
    if not danger.side & {ctx.person.id, ctx.whom.id}:
        await tell_side(ctx, ended, "danger.over")


@presses("danger.no")
@always
async def no_danger(ctx: Context) -> None:
    """The words meant something else: what they were goes on where plain words go."""
    danger = await the_danger(ctx)
    await may(ctx, "danger.over", danger)
    ctx.answer(ctx.t("danger-no-answer"))
    if not danger.is_over:
        await _ends(ctx, danger)
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if ctx.room.is_private and question and question.door == questions.PLAIN:
        await ctx.menu("plain")


@presses("danger.answer")
async def answer(ctx: Context) -> None:
    """Whoever was told: on my way, reached, called for them. Whoever is in it reads so at once."""
    danger = await the_danger(ctx)
    await may(ctx, "danger.answer", danger)
    said = ctx.way.values[1] if len(ctx.way.values) > 1 else ""
    if said not in ANSWERS:
        raise RuleError("button-is-old")
    ctx.answer(ctx.t("danger-answer-thanks"))
    if not await ctx.tx.dangers.answers(danger.id, ctx.person.id, said, ctx.now):
        return
    name = thing("danger", danger.id)
    await ctx.no_alarm("danger.climb", thing=name)
    await ctx.redraw(name)
    await ctx.write_down("danger.answered", name, danger.place_id)
    await tell_side(ctx, danger, "danger.answered")


@presses("danger.hear")
async def hear(ctx: Context) -> None:
    """What was sent with it, to whoever was told, in private."""
    danger = await the_danger(ctx)
    await may(ctx, "danger.answer", danger)
    method = {"photo": "sendPhoto", "voice": "sendVoice", "video": "sendVideo"}.get(danger.file_kind or "")
    if method is None or not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.promise(ctx.room, "danger.file", method, {str(danger.file_kind): danger.file_id}, rank=URGENT)


@rings("danger.tell")
async def silence(turn: Turn) -> None:
    """A minute without an answer: the heads are told."""
    danger = await turn.tx.dangers.get(number_of(turn.thing))
    if danger is None or danger.state != "asking":
        return
    told = await _told_now(turn, danger.tell(at=turn.now), danger)
    await turn.redraw(turn.thing)
    await tell_side(turn, told, "danger.told")


@rings("danger.climb")
async def climb(turn: Turn) -> None:
    """Whoever was told says nothing: the next above them are told, too; whoever is in danger reads so."""
    danger = await turn.tx.dangers.get(number_of(turn.thing))
    if danger is None or danger.state != "told":
        return
    told = await turn.tx.dangers.told(danger.id)
    if any(one.answer for one in told):
        return
    await _nearest(turn, danger)
    await turn.redraw(turn.thing)
    await tell_side(turn, danger, "danger.told")


async def _told_now(work: Work, told: Danger, before: Danger) -> Danger:
    name = thing("danger", told.id)
    await work.tx.dangers.save(told)
    await work.no_alarm("danger.tell", thing=name)
    if before.is_over:  # those who knew, know that it is not over
        for one in await work.tx.dangers.told(told.id):
            await work.tell(one.person_id, "danger.told", Showing(name, "head"), danger=True)
    if not await work.tx.dangers.told(told.id):
        await _nearest(work, told)
    return told


async def _nearest(work: Work, danger: Danger) -> bool:
    """Tell the nearest who can be reached and do not know yet. False: there is nobody more."""
    known = {one.person_id for one in await work.tx.dangers.told(danger.id)}
    for level in await levels(work.tx, danger):
        fresh = [one for one in level if one.person_id not in known]
        if any([await _reaches(work, danger, one) for one in fresh]):
            name = thing("danger", danger.id)
            if WORDS.kinds[danger.kind].asks:
                await work.alarm("danger.climb", name, later(work.now, seconds=CLIMB_SECONDS))
            await work.tx.journal.write(work.now, None, "danger.told", name, danger.place_id)
            return True
    return False


async def _reaches(work: Work, danger: Danger, one: Near) -> bool:
    if not await work.tell(one.person_id, "danger.told", Showing(thing("danger", danger.id), "head"), danger=True):
        return False
    await work.tx.dangers.was_told(Told(danger.id, one.person_id, one.title, work.now))
    return True


async def _shown_to_side(ctx: Context, danger: Danger) -> None:
    """The card that was pressed changes in place; whom it is for reads so, too."""
    await ctx.redraw(thing("danger", danger.id))
    if ctx.by_id and danger.person_id and WORDS.kinds[danger.kind].asks:
        await ctx.tell(danger.person_id, "danger.told", Showing(thing("danger", danger.id), "self"), danger=True)


async def moved(ctx: Context, danger: Danger, place_id: int) -> None:
    """It is somewhere else: whoever answers there is told as those before were."""
    there = replace(danger, place_id=place_id)
    await ctx.tx.dangers.save(there)
    await ctx.redraw(thing("danger", danger.id))
    if there.state == "told" and WORDS.kinds[there.kind].asks:
        await _nearest(ctx, there)
    elif there.state == "asking":
        await ctx.alarm("danger.tell", thing("danger", danger.id), later(ctx.now, seconds=ASK_SECONDS))


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """It did not arrive: whoever cannot be reached does not count as told, and the next are asked."""
    danger = await turn.tx.dangers.get(number_of(name)) if name.startswith("danger_") else None
    if danger is None or view != "head" or danger.state != "told":
        return
    told = await turn.tx.dangers.told(danger.id)
    gone = [one for one in told if not (await turn.tx.people.get(one.person_id)).reachable]
    for one in gone:
        await turn.tx.dangers.not_told(danger.id, one.person_id)
    if gone and len(gone) == len(told) and WORDS.kinds[danger.kind].asks:
        await _nearest(turn, danger)
    if gone:
        await turn.redraw(name)
        await tell_side(turn, danger, "danger.told")


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: what they are in is at the bottom of the chat."""
    for danger in await ctx.tx.dangers.of(ctx.person.id):
        if ctx.person.id in danger.side:
            await ctx.redraw(thing("danger", danger.id))
            room = await ctx.private_room(ctx.person)
            await ctx.show(thing("danger", danger.id), "self", room, rank=URGENT, aloud=True)


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """Somebody's helper is their helper no more: what was said for them is theirs."""
    for danger in await ctx.tx.dangers.of(helper_id):
        if (danger.person_id, danger.by_id) == (person_id, helper_id):
            await ctx.tx.dangers.save(replace(danger, by_id=None))
            await ctx.redraw(thing("danger", danger.id))


async def forgets(ctx: Context, person: Person) -> None:
    """Whoever was told learns that it is over."""
    for danger in await ctx.tx.dangers.of(person.id):
        if danger.person_id == person.id:
            await _ends(ctx, danger)
