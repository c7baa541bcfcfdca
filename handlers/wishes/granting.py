"""Granting: one neighbour takes a wish on, the wisher's side agrees, it is given, and the wisher says that it is."""

from __future__ import annotations

from bot.domain.rules import RuleError, thing
from bot.domain.wishes import MOST_TAKEN, Wish
from bot.i18n import bold, link, page
from handlers import names
from handlers.context import Context, Saying, Work
from handlers.doors import presses
from handlers.wishes import shared
from handlers.wishes.shared import the_wish
from handlers.wishes.writing import view_for


async def _fresh(ctx: Context, wish: Wish) -> None:
    """The card as this person sees it now, where it is not the one that was pressed."""
    await ctx.show(thing("wish", wish.id), await view_for(ctx, wish), ctx.room)


@presses("wish.take")
async def take(ctx: Context) -> None:
    """One has it, the others are next; nobody learns of anybody before the wisher's side agreed."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.take", wish)
    known = wish.of(ctx.whom.id)
    if known is None and await ctx.tx.wishes.count_taken(ctx.whom.id) >= MOST_TAKEN:
        raise RuleError("wish-too-many", most=MOST_TAKEN)
    taken = wish.take(ctx.whom.id, at=ctx.now, by=ctx.by_id)
    mine = taken.of(ctx.whom.id)
    assert mine, "whoever takes it has it, or is next"
    if await shared.save(ctx, wish, taken):
        await ctx.write_down(
            "wish.taken" if mine.state == "giving" else "wish.next", thing("wish", wish.id), wish.place_id
        )
        await ctx.show(thing("wish", wish.id), "giver", ctx.room, aloud=True)
        if mine.state == "giving":
            await shared.tell_wisher(ctx, taken, "wish.taken")
    ctx.answer(ctx.t("wish-take-thanks" if mine.state == "giving" else "wish-take-next"), alert=True)


@presses("wish.let-go")
async def let_go(ctx: Context) -> None:
    """It does not work out; the next in line has it, or it hangs again."""
    wish = await the_wish(ctx)
    mine = wish.of(ctx.whom.id, ctx.person.id)
    if mine is None:  # a second tap
        return ctx.answer(ctx.t("wish-let-go-thanks"))
    await shared.may(ctx, "wish.let-go", wish)
    after = wish.let_go(mine.person_id)
    await shared.save(ctx, wish, after)
    await ctx.write_down("wish.let-go", thing("wish", wish.id), wish.place_id)
    if mine.state == "giving":
        await moved_on(ctx, wish, after)
    ctx.answer(ctx.t("wish-let-go-thanks"))
    return await _fresh(ctx, after)


async def moved_on(work: Work, before: Wish, after: Wish) -> None:
    """Whoever had it is out: the wisher reads so, and the next in line learns that it is theirs."""
    following, what = "yes" if after.giver else "no", before.words
    news = Saying(lambda t: page([t("wish-let-go-told", following=following), bold(what)]), thing("wish", before.id))
    await shared.say_to_wisher(work, after, "wish.let-go", news)
    await _next_has_it(work, after)


async def _next_has_it(work: Work, after: Wish) -> None:
    """Whoever was next learns that it is theirs, and the wisher who it is that has it now."""
    if after.giver:
        await shared.tell_giver(work, after, "wish.your-turn")
        await shared.tell_wisher(work, after, "wish.taken")


def _meant(ctx: Context, wish: Wish) -> bool:
    """Whether the neighbour whom the button was drawn for still has it; another one has it since."""
    return wish.giver is not None and ctx.way.values[1:2] == (str(wish.giver.person_id),)


@presses("wish.agree")
async def agree(ctx: Context) -> None:
    """Now each learns who the other is."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.agree", wish)
    if not _meant(ctx, wish):
        return ctx.answer(ctx.t("wish-giver-changed"), alert=True)
    agreed = wish.agree(at=ctx.now)
    if await shared.save(ctx, wish, agreed):
        await ctx.write_down("wish.agreed", thing("wish", wish.id), wish.place_id)
        await shared.tell_giver(ctx, agreed, "wish.agreed")
        await _fresh(ctx, agreed)
    return ctx.answer(ctx.t("wish-agreed"))


@presses("wish.decline")
async def decline(ctx: Context) -> None:
    """Somebody else, please: the neighbour reads it kindly, without a name."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.decline", wish)
    if not _meant(ctx, wish) or wish.giver is None:
        return ctx.answer(ctx.t("wish-giver-changed"), alert=True)
    after, what = wish.decline(), wish.words
    await shared.save(ctx, wish, after)
    await ctx.write_down("wish.declined", thing("wish", wish.id), wish.place_id)
    news = Saying(lambda t: page([t("wish-declined-told"), bold(what)]), thing("wish", wish.id))
    await ctx.tell_both(wish.giver.person_id, wish.giver.by_id, "wish.declined", news)
    await _next_has_it(ctx, after)
    return ctx.answer(ctx.t("wish-declined-answer"))


@presses("wish.given")
async def given(ctx: Context) -> None:
    """The giver says that it is done; the wisher is asked whether it is."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.given", wish)
    _has_it(ctx, wish)
    if wish.giver and wish.giver.said_at is None:
        said = wish.given(at=ctx.now)
        await shared.save(ctx, wish, said)
        await ctx.write_down("wish.given", thing("wish", wish.id), wish.place_id)
        await shared.tell_wisher(ctx, said, "wish.given")
        await _fresh(ctx, said)
    ctx.answer(ctx.t("wish-given-thanks"))


def _has_it(ctx: Context, wish: Wish) -> None:
    """Refuses whoever is only next in line."""
    if wish.giver is None or not wish.giver.side & {ctx.person.id, ctx.whom.id}:
        raise RuleError("wish-is-next")


@presses("wish.grant")
async def grant(ctx: Context) -> None:
    """The wisher, or who speaks for them, says that it came true."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.grant", wish)
    if wish.state != "granted" and not wish.is_known:
        raise RuleError("wish-not-agreed")
    granted = wish.grant(at=ctx.now)
    if await shared.save(ctx, wish, granted):
        await ctx.write_down("wish.granted", thing("wish", wish.id), wish.place_id)
        await shared.tell_giver(ctx, granted, "wish.granted")
        await thank_line(ctx, wish)
        await _fresh(ctx, granted)
    ctx.answer(ctx.t("wish-granted-answer"))


async def thank_line(work: Work, wish: Wish) -> None:
    """Whoever stood in line reads that it came true."""
    what = wish.words
    news = Saying(lambda t: page([t("wish-line-over"), bold(what)]), thing("wish", wish.id))
    for one in (one for one in wish.grantors if one.state == "next"):
        await work.tell_both(one.person_id, one.by_id, "wish.line-over", news)


@presses("wish.not-yet")
async def not_yet(ctx: Context) -> None:
    """Not yet: the giver learns so, without reproach."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.not-yet", wish)
    if wish.giver and wish.giver.said_at is not None:
        again = wish.not_yet()
        await shared.save(ctx, wish, again)
        await shared.tell_giver(ctx, again, "wish.not-yet")
    ctx.answer(ctx.t("wish-not-yet-answer"))


@presses("wish.reopen")
async def reopen(ctx: Context) -> None:
    """A wrong tap, taken back within a day, as long as its festival is open."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.reopen", wish)
    if not (await shared.festival_of(ctx.tx, wish)).is_open:
        raise RuleError("festival-is-closed")
    mine = await ctx.tx.wishes.of(wish.festival_id, wish.person_id or 0)
    if mine and mine.id != wish.id:
        raise RuleError("wish-one-each")
    again = wish.reopen(at=ctx.now)
    if await shared.save(ctx, wish, again):
        await ctx.write_down("wish.reopened", thing("wish", wish.id), wish.place_id)
        await shared.tell_giver(ctx, again, "wish.not-yet")
        await _fresh(ctx, again)
    ctx.answer(ctx.t("wish-open-again"))


@presses("wish.show")
async def show_account(ctx: Context) -> None:
    """Each shows their own account to the other, by their own tap."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.show", wish)
    if not _meant(ctx, wish) or wish.giver is None:
        return ctx.answer(ctx.t("wish-giver-changed"), alert=True)
    is_giver = ctx.person.id == wish.giver.voice_id
    speaks = await shared.voice(ctx.tx, wish)
    if not is_giver and (speaks is None or speaks.id != ctx.person.id):
        raise RuleError("wish-not-your-account")
    if await shared.save(ctx, wish, wish.shows(giver=is_giver)):
        news = Saying(lambda t: page([t("wish-account-is"), _account(ctx)]), thing("wish", wish.id))
        if is_giver:
            await shared.say_to_wisher(ctx, wish, "wish.account", news)
        else:
            await ctx.tell_both(wish.giver.person_id, wish.giver.by_id, "wish.account", news)
    return ctx.answer(ctx.t("wish-account-shown"))


def _account(ctx: Context) -> str:
    handle = f" @{ctx.person.username}" if ctx.person.username else ""
    return link(ctx.person.name + handle, f"tg://user?id={ctx.person.telegram_id}")


@presses("wish.name")
async def name_me(ctx: Context) -> None:
    """Whether the thanks may name the giver; off again by another tap."""
    wish = await the_wish(ctx)
    await shared.may(ctx, "wish.name", wish)
    _has_it(ctx, wish)
    yes = ctx.values(2)[1] == "yes"
    await shared.save(ctx, wish, wish.names_giver(yes))
    who = await names.named(ctx.tx, ctx.house, ctx.t, ctx.whom.id)
    ctx.answer(ctx.t("wish-named", who=who, on="yes" if yes else "no"))
