"""Blocking: a person kept away for a while or for good, told so in one kind sentence, with a way to object."""

from __future__ import annotations

from bot.domain.abuse import REASONS, SPANS, Block, check_blocking, reason_of, until
from bot.domain.people import Person
from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import cut
from bot.i18n import bold
from handlers import lists, names, talking, when
from handlers.abuse.quieting import ask_about_room
from handlers.abuse.shared import is_steward, origin, take_command_away
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context, Showing, Turn
from handlers.doors import always, presses, rings, says


@says("block", "拦住", on_card=True)
async def block(ctx: Context) -> None:
    """Steward only: as a reply in a group its author, else the group itself; in private the list."""
    await ctx.may("block.person", state="free")
    if ctx.room.is_private:
        return await ctx.menu("1", kind="blocks")
    await take_command_away(ctx)
    if not ctx.replied_to:
        return await ask_about_room(ctx)
    whom = await _author(ctx, ctx.replied_to)
    if whom is None:
        raise RuleError("block-nobody")
    return await _ask_how_long(ctx, whom, "other")


async def _author(ctx: Context, message_id: int) -> int | None:
    """Who made the thing, or said the message, that was replied to; only somebody we know."""
    row = await ctx.tx.cards.at_message(ctx.room.id, message_id)
    if row:
        made = await origin(ctx, row.thing)
        return made.person_id if made else None
    said = ctx.incoming.message.reply_to_message if ctx.incoming.message else None
    if said is None or said.from_user is None or said.sender_chat or said.from_user.is_bot:
        return None
    person = await ctx.tx.people.by_telegram(said.from_user.id)
    return person.id if person else None


@presses("block.person")
async def block_pressed(ctx: Context) -> None:
    """From a case, with the reason most people gave."""
    await ctx.may("block.person", state="free")
    await _ask_how_long(ctx, await _whom(ctx), reason_of(ctx.way.values[1] if len(ctx.way.values) > 1 else ""))


async def _whom(ctx: Context) -> int:
    """The person of the number pressed; a forged one is an old button."""
    if not ctx.room.is_private or not await ctx.tx.people.exists(ctx.number):
        raise RuleError("button-is-old")
    return ctx.number


async def _ask_how_long(ctx: Context, whom: int, reason: str) -> None:
    check_blocking(ctx.person.id, whom, await is_steward(ctx.tx, whom))
    await ctx.show(thing("block", whom), reason, await ctx.private_room(ctx.person), aloud=True)


@presses("block.for")
async def block_for(ctx: Context) -> None:
    await ctx.may("block.person", state="free")
    whom = await _whom(ctx)
    if len(ctx.way.values) != 3:
        raise RuleError("button-is-old")
    end, reason = until(ctx.way.values[1], ctx.now), reason_of(ctx.way.values[2])
    check_blocking(ctx.person.id, whom, await is_steward(ctx.tx, whom))
    name = thing("block", whom)
    await ctx.tx.abuse.block(Block(whom, ctx.person.id, reason, ctx.now, end))
    await (ctx.alarm("block.end", name, end) if end else ctx.no_alarm("block.end", thing=name))
    await talking.shut_out(ctx, whom)
    await ctx.write_down("person.blocked", thing("person", whom))
    await ctx.redraw(name)
    await ctx.tell(whom, "block.begins", Showing(name, "person"))
    ctx.answer(ctx.t("block-done"))


@presses("block.lift")
async def lift(ctx: Context) -> None:
    await ctx.may("block.person", state="blocked")
    whom = await _whom(ctx)
    await ctx.no_alarm("block.end", thing=thing("block", whom))
    if await ctx.tx.abuse.unblock(whom):
        await ctx.write_down("person.unblocked", thing("person", whom))
        await ctx.redraw(thing("block", whom))
        await ctx.tell(whom, "block.ends", Showing(thing("block", whom), "person"))
    ctx.answer(ctx.t("block-lifted"))


@rings("block.end")
async def ends(turn: Turn) -> None:
    """Re-read: it may have been made longer meanwhile."""
    whom = number_of(turn.thing)
    found = await turn.tx.abuse.block_of(whom)
    if found is None or found.until is None or found.until > turn.now:
        return
    await turn.tx.abuse.unblock(whom)
    await turn.tx.journal.write(turn.now, None, "person.unblocked", thing("person", whom), None)
    await turn.redraw(turn.thing)
    await turn.tell(whom, "block.ends", Showing(turn.thing, "person"))


@presses("block.object")
@always
async def object_(ctx: Context) -> None:
    """Whoever is kept away may say once that they do not agree; the stewards look again."""
    if ctx.number != ctx.person.id:
        raise RuleError("button-is-old")
    found = await ctx.tx.abuse.block_of(ctx.person.id)
    if found and await ctx.tx.abuse.objects(ctx.person.id, ctx.now):
        await ctx.redraw(thing("block", ctx.person.id))
        for one in await ctx.tx.offices.holders("steward"):
            await ctx.tell(one, "block.objected", Showing(thing("block", ctx.person.id), found.reason))
    ctx.answer(ctx.t("block-objected-answer"))


async def forgets(ctx: Context, person: Person) -> None:
    """Forgetting is no way around a block: a mark of the account stays for its time, and nothing else does."""
    await ctx.no_alarm("block.end", thing=thing("block", person.id))
    found = await ctx.tx.abuse.block_of(person.id)
    if found and person.telegram_id is not None:
        await ctx.tx.abuse.keep_away(ctx.house.sign(f"away_{person.telegram_id}"), found)


# cards


async def draw(look: Look, number: int, view: str) -> Card | None:
    """To whoever is kept away, or (the view is the reason) to a steward."""
    found = await look.read.abuse.block_of(number)
    return _person(look, number, found) if view == "person" else await _steward(look, number, view, found)


def _person(look: Look, number: int, found: Block | None) -> Card:
    t = look.t
    if found is None:
        return card([t("block-over")])
    lines = [t("block-you", until=_end(look, found)), t("block-why", reason=t(f"report-{found.reason}"))]
    if found.objected_at:
        return card([*lines, "", t("block-you-objected")])
    return card([*lines, "", t("block-you-may")], [button(t("case-object"), "block.object", number)])


async def _steward(look: Look, number: int, reason: str, found: Block | None) -> Card:
    t, who = look.t, await names.who(look.read, look.house, look.t, number)
    if not await is_steward(look.read, look.room.person_id or 0) or reason not in REASONS:
        return card([t("block-not-yours")])
    spans = [button(t("block-span", span=span), "block.for", number, span, reason) for span in SPANS]
    if found is None:
        return card([bold(t("block-how-long", who=who)), t("block-what")], spans[:3], spans[3:])
    lines = [t("block-is", who=who, until=_end(look, found))]
    lines += [bold(t("block-he-objects"))] if found.objected_at else []
    return card(lines, [button(t("block-lift"), "block.lift", number)], spans[:3], spans[3:])


def _end(look: Look, found: Block) -> str:
    return when.spoken(look.t, look.house, found.until, look.at) if found.until else "none"


@presses("blocks")
async def turn_page(ctx: Context) -> None:
    await ctx.may("block.person", state="free")
    await ctx.menu(str(ctx.number), kind="blocks")


async def draw_list(look: Look, number: int, view: str) -> Card | None:
    """Who and which groups are kept away."""
    t = look.t
    if not await is_steward(look.read, number):
        return card([t("block-not-yours")])
    people = [await _named(look, found) for found in await look.read.abuse.blocked()]
    rooms = [
        button(cut(f"🤫 {room.title or '…'}", 20), "roomblock.see", room.id) for room in await look.read.rooms.blocked()
    ]
    if not people and not rooms:
        return card([t("block-none"), t("block-how")])
    shown, page, pages = lists.page_of([*people, *rooms], int(view))
    return card([bold(t("block-list")), t("block-how")], *([one] for one in shown), lists.turner("blocks", page, pages))


async def _named(look: Look, found: Block) -> Button:
    who = await names.named(look.read, look.house, look.t, found.person_id)
    return button(cut(who, 20), "block.person", found.person_id, found.reason)
