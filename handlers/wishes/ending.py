"""The course of a festival: half way, its last day, its thanks; and what becomes of a wish nobody granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain.festivals import PATIENCE, Festival
from bot.domain.people import Office, Person
from bot.domain.rules import Address, RuleError, number_of, thing, whole_number
from bot.domain.wishes import Wish
from bot.i18n import Html, Words, bold, page, words
from handlers import names
from handlers.context import BULK, Context, Showing, Turn, Work, html, later, reply_to
from handlers.doors import presses, rings
from handlers.wishes import shared
from handlers.wishes.granting import moved_on
from handlers.wishes.shared import may_run, save_festival, the_festival

POSTED, THANKS = "festival.posted", "festival.thanks"
MOST_LISTED = 10
"""Wishes that one post into a group names."""


@presses("festival.post")
async def post(ctx: Context) -> None:
    """A text into the groups: what still waits for somebody; once a day."""
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.post", it)
    it.check_post(ctx.now)
    waiting = await ctx.tx.wishes.all_of(it.id, "open")
    if not waiting:
        raise RuleError("festival-none-open")
    await save_festival(ctx, it, replace(it, posted_at=ctx.now))
    look = ("festival-look", str(Address.of("festival.shelf", it.id)))
    await _into_groups(ctx, it, POSTED, lambda t: post_text(t, it, waiting), look)
    await ctx.write_down("festival.posted", thing("festival", it.id), it.place_id)
    ctx.answer(ctx.t("festival-posted-answer"))


def post_text(t: Words, it: Festival, waiting: list[Wish]) -> Html:
    """What still waits, without whose it is."""
    shown = [t("festival-post-line", words=one.words) for one in waiting[:MOST_LISTED]]
    more = len(waiting) - len(shown)
    return page([
        bold(t("festival-post", name=it.name, count=len(waiting))), *shown,
        *([t("festival-post-more", count=more)] if more else []),
    ])  # fmt: skip


async def _into_groups(
    work: Work, it: Festival, kind: str, text: Callable[[Words], Html], *keys: tuple[str, str]
) -> None:
    """Into every group where it has a card, as a reply to it, without a sound."""
    for row in await work.tx.cards.of(thing("festival", it.id)):
        if row.view != "group":
            continue
        room = await work.tx.rooms.get(row.room_id)
        t = words(room.language or work.house.language)
        call = html(text(t)) | {"disable_notification": True} | reply_to(row.message_id)
        if keys:
            call["reply_markup"] = {
                "inline_keyboard": [[{"text": t(key), "callback_data": data} for key, data in keys]]
            }
        await work.promise(room, kind, "sendMessage", call, thing=thing("festival", it.id))


@presses("festival.circles")
async def circles(ctx: Context) -> None:
    """Whom to pass what waits on to: circles on duty for wishes first."""
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.pass", it)
    await ctx.menu(f"circles.{it.id}", "wishes")


@presses("festival.pass")
async def pass_on(ctx: Context) -> None:
    """Every member of a circle hears once that wishes wait for somebody."""
    circle_id = whole_number(ctx.values(2)[1])
    it = await the_festival(ctx)
    await may_run(ctx, "festival.pass", it)
    circle = await ctx.tx.circles.get(circle_id)
    if (
        circle is None
        or circle.ended_at is not None
        or "gather" not in await ctx.powers(ctx.person.id, circle.place_id)
    ):
        raise RuleError("circle-unknown")
    if not (await ctx.tx.festivals.counts(it.id)).open:
        raise RuleError("festival-none-open")
    day = ctx.house.local(ctx.now).date().toordinal()
    if not await ctx.tx.house.once(f"festival_{it.id}_circle_{circle_id}_{day}", str(ctx.now)):
        raise RuleError("festival-passed-already")
    members = [one for one in await ctx.tx.circles.members(circle_id) if one != ctx.person.id]
    card = Showing(thing("festival", it.id), "member")
    told = [await ctx.tell(one, "festival.passed", card, rank=BULK) for one in members]
    await ctx.write_down("festival.passed", thing("festival", it.id), it.place_id, circle=circle_id)
    ctx.answer(ctx.t("festival-passed", name=circle.name, count=sum(told)), alert=True)


@rings("festival.collected")
async def collected(turn: Turn) -> None:
    """Nothing more comes in; who runs it reads how many there are."""
    it = await turn.tx.festivals.get(number_of(turn.thing))
    if it is None or it.state != "collecting" or it.collects > turn.now:
        return
    await save_festival(turn, it, it.collected())
    await shared.tell_runners(turn, it, "festival.collected")


@rings("festival.half")
async def half(turn: Turn) -> None:
    """Half way: who runs it is told what nobody has taken on, with ways on."""
    it = await turn.tx.festivals.get(number_of(turn.thing))
    if it is None or not it.is_open or it.nudged_at is not None:
        return
    await turn.tx.festivals.save(replace(it, nudged_at=turn.now))
    counts = await turn.tx.festivals.counts(it.id)
    if counts.open or counts.waiting:
        await shared.tell_runners(turn, it, "festival.half")


@rings("festival.end")
async def time_is_over(turn: Turn) -> None:
    """Who runs it is asked to close it; whoever was promised something is asked whether it came."""
    it = await turn.tx.festivals.get(number_of(turn.thing))
    if it is None or not it.is_open or it.grants > turn.now:
        return
    await save_festival(turn, it, replace(it, state="granting", asked_at=turn.now))
    for wish in await turn.tx.wishes.all_of(it.id, "taken"):
        await shared.tell_wisher(turn, wish, "wish.question")
        await shared.tell_giver(turn, wish, "wish.question")
    await turn.alarm("festival.close", turn.thing, later(turn.now, seconds=PATIENCE))
    await shared.tell_runners(turn, it, "festival.end")


@presses("festival.close")
async def close(ctx: Context) -> None:
    """Thanks into the groups, and every wisher reads how it ended."""
    ctx.values(1)
    it = await the_festival(ctx)
    await may_run(ctx, "festival.close", it)
    if it.state != "closed":
        await _close(ctx, it)
        await ctx.write_down("festival.closed", thing("festival", it.id), it.place_id)
    ctx.answer(ctx.t("festival-closed-answer"))


@rings("festival.close")
async def closes_by_itself(turn: Turn) -> None:
    it = await turn.tx.festivals.get(number_of(turn.thing))
    if it and it.is_open:
        await _close(turn, it)
        await turn.tx.journal.write(turn.now, None, "festival.closed", turn.thing, it.place_id)
        await shared.tell_runners(turn, it, "festival.closed")


async def _close(work: Work, it: Festival) -> None:
    name = thing("festival", it.id)
    await work.no_alarm("festival.collected", "festival.half", "festival.end", "festival.close", thing=name)
    for wish in await work.tx.wishes.all_of(it.id):
        if not wish.is_over:
            ended = wish.ends(at=work.now)
            await work.tx.wishes.save(ended)
            await work.redraw(thing("wish", wish.id))
            await shared.tell_wisher(work, ended, "wish.ended")
            await shared.tell_giver(work, ended, "wish.ended")
    await save_festival(work, it, it.close(at=work.now))
    counts = await work.tx.festivals.counts(it.id)
    if counts.granted:
        named, others = await work.tx.festivals.thanked(it.id)
        people = {t: await thanked_names(work, words(t), named) for t in ("zh", "en")}
        await _into_groups(
            work, it, THANKS,
            lambda t: page([thanks(t, it, counts.hung, counts.granted, people[t.lang], others)]),
        )  # fmt: skip


async def thanked_names(work: Work, t: Words, people: list[int]) -> str:
    called = [await names.named(work.tx, work.house, t, one) for one in people]
    return t("list-comma").join(called) or "none"


def thanks(t: Words, it: Festival, hung: int, granted: int, named: str, others: int) -> str:
    """The counts, and only the names whose owners said so."""
    return t("festival-thanks", name=it.name, hung=hung, granted=granted, named=named, others=others)


# people come and go


async def forgets(ctx: Context, person: Person) -> None:
    """What they wished is withdrawn, what they had is let go, and whoever waits learns so."""
    for wish in await ctx.tx.wishes.naming(person.id):
        if wish.state == "draft" and wish.person_id == person.id:
            await ctx.no_alarm("wish.tidy", thing=thing("wish", wish.id))
            await ctx.tx.wishes.drop(wish.id)
        elif not wish.is_over:
            await _leaves(ctx, wish, person)
        await ctx.tx.cards.redraw(thing("wish", wish.id), ctx.now, None, BULK)


async def _leaves(ctx: Context, wish: Wish, person: Person) -> None:
    giver = wish.of(person.id)
    if person.id == wish.person_id:
        await shared.save(ctx, wish, wish.withdraw(at=ctx.now))
        await shared.tell_giver(ctx, wish, "wish.withdrawn")
    elif giver and giver.person_id == person.id:
        after = wish.let_go(person.id)
        await shared.save(ctx, wish, after)
        if giver.state == "giving":
            await moved_on(ctx, wish, after)
    else:
        await shared.save(ctx, wish, wish.without(person.id))


async def parted(ctx: Context, person_id: int, helper_id: int) -> None:
    """Somebody's helper is their helper no more: what the helper wrote down or took on is theirs alone."""
    for wish in await ctx.tx.wishes.on_behalf(person_id, helper_id):
        await shared.save(ctx, wish, wish.without(helper_id))


async def handed_over(work: Work, old: Office, new: Office) -> int:
    """Whoever takes over the office runs what the one before ran there; how many."""
    if await shared.holds(work.tx, old.person_id, "gather", old.place_id):  # still may, by another office
        return 0
    mine = await work.tx.festivals.run_at(old.place_id, old.person_id)
    for it in mine:
        await save_festival(work, it, replace(it, person_id=new.person_id))
    return len(mine)


async def undelivered(turn: Turn, name: str, view: str) -> None:
    """One of the two cannot be reached any more: the other one's card says so, and who runs it speaks for a wisher."""
    wish = await turn.tx.wishes.get(number_of(name)) if name.startswith("wish_") else None
    if wish is None or wish.is_over:
        return
    await turn.redraw(name)
    if view == "wisher" and not any([(await turn.tx.people.get(one)).reachable for one in wish.side]):
        await shared.tell_wisher(turn, wish, "wish.unreached")


async def arrives(ctx: Context) -> None:
    """Somebody can be reached from now on: what they wait for is shown."""
    for wish in await ctx.tx.wishes.mine(ctx.person.id):
        if wish.state != "draft":
            view = "wisher" if ctx.person.id in wish.side else "giver"
            await ctx.show(thing("wish", wish.id), view, await ctx.private_room(ctx.person), aloud=True)
