"""Pleas that were spoken or shown: the file goes to who handles it; a line they hear in it may become its words."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.aid import Ask, Wish
from bot.domain.rules import RuleError, number_of, thing
from bot.i18n import bold, quote
from handlers import danger, questions
from handlers.aid import boxes, phones, reading
from handlers.aid.shared import may, own_part, save, the_ask
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Showing, Turn
from handlers.doors import answers, presses
from storage.cards import CardRow

SENT_AS = {"voice": "sendVoice", "photo": "sendPhoto", "video": "sendVideo"}
"""By which call a kind of file is passed on."""


@presses("ask.hear")
async def hear(ctx: Context) -> None:
    """In private only; a group never hears it."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.hear", ask)
    _only_when_agreed(ctx, ask)
    found = await ctx.tx.ask_files.get(ask.id)
    if found is None or not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.promise(ctx.room, "ask.spoke", SENT_AS[found.kind], {found.kind: found.file_id})


def _only_when_agreed(ctx: Context, ask: Ask) -> None:
    """It may speak of an illness: it is for the pair once both agreed, and for nobody who just taps.

    Whoever waits in line hears it once it is their turn. The asker may have said that it is heard at once: by whoever
    takes it, and by the head who is asked.
    """
    part = own_part(ctx, ask)
    if ask.side & {ctx.person.id, ctx.whom.id}:
        return
    if part and part.state == "next":
        raise RuleError("ask-hear-next")
    if not (ask.is_heard_by(part) if part and part.state != "left" else ask.heard_at_once):
        raise RuleError("ask-hear-wait")


@presses("ask.write")
async def write(ctx: Context) -> None:
    """Whoever understood it first writes one line."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.write", ask)
    _only_when_agreed(ctx, ask)
    if await ctx.tx.ask_files.get(ask.id) is None:
        raise RuleError("button-is-old")
    await questions.ask(ctx, "ask.line", ask.id, ctx.t("ask-write-what"))


@answers("ask.line")
async def written(ctx: Context) -> None:
    """The line waits for the speaker's yes; an illness in it goes no further."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.write", ask)
    _only_when_agreed(ctx, ask)
    if ctx.text and await danger.numbers_for(ctx, ctx.text):
        return None
    if not ctx.text:
        return await questions.ask(ctx, "ask.line", ask.id, ctx.t("ask-write-what"))
    plea = await reading.read(ctx, ctx.text)
    if not plea.wish.thing:
        raise RuleError("ask-names-illness")
    await boxes.allowed(ctx, ctx.text)
    await ctx.tx.ask_files.hears(ask.id, plea.wish.thing, ctx.person.id)
    line = Showing(thing("plea", ask.id), "line")
    told = await ctx.tell_both(ask.person_id, ask.by_id, "ask.line", line, awaited=True)
    return await ctx.say(ctx.t("ask-write-thanks" if told else "ask-write-unheard"))


@presses("ask.line")
async def agreed(ctx: Context) -> None:
    """The speaker says whether that is what they meant: `ask_line_12_yes`."""
    ask = await the_ask(ctx)
    await may(ctx, "ask.line", ask)
    found, said = await ctx.tx.ask_files.get(ask.id), ctx.way.values[1:2]
    if found is None or not found.line or said not in (("yes",), ("no",)):
        raise RuleError("button-is-old")
    await ctx.tx.ask_files.hears(ask.id, "", None)
    if said == ("yes",):
        kind = await boxes.kind_of(ctx, found.line, ask.kind)
        await save(ctx, ask, replace(ask.corrected(Wish(found.line, "")), kind=kind), "ask.corrected")
    await ctx.redraw(thing("plea", ask.id))
    ctx.answer(ctx.t("ask-line-yes-answer" if said == ("yes",) else "ask-line-no-answer"))


async def sent(turn: Turn, row: CardRow, message_id: int) -> None:
    """Whoever has just got the card of a spoken plea to handle, and may hear it, gets the way to do so."""
    if row.view not in ("neighbour", "head") or await turn.tx.ask_files.get(number_of(row.thing)) is None:
        return
    ask, room = await turn.tx.asks.get(number_of(row.thing)), await turn.tx.rooms.get(row.room_id)
    if ask is None:
        return
    giver, name = ask.giver_of(room.person_id or 0), thing("plea", ask.id)
    may_hear = ask.heard_at_once if row.view == "head" else giver is not None and ask.is_heard_by(giver)
    if may_hear and not await turn.tx.cards.get(name, "hear", room.id):
        await turn.show(name, "hear", room, aloud=True)


async def draw(look: Look, number: int, view: str) -> Card | None:
    """`hear`: to who handles it · `line`: to the speaker · `phone.57`: to the other of the two."""
    ask, found = await look.read.asks.get(number), await look.read.ask_files.get(number)
    if ask and view.startswith("phone."):
        return await phones.draw(look, ask, view)
    if ask is None or found is None or ask.is_over:
        return card([look.t("ask-heard-over")])
    return (_line if view == "line" else _hear)(look, ask, found.kind, found.line)


def _hear(look: Look, ask: Ask, kind: str, line: str) -> Card:
    t = look.t
    taps = [button(t("ask-hear", kind=kind), "ask.hear", ask.id), button(t("ask-write"), "ask.write", ask.id)]
    return card([t("ask-hear-how", kind=kind)], taps)


def _line(look: Look, ask: Ask, kind: str, line: str) -> Card:
    t = look.t
    if not line:
        return card([t("ask-line-now"), bold(ask.thing)])
    taps = [button(t("ask-line-yes"), "ask.line", ask.id, "yes"), button(t("ask-line-no"), "ask.line", ask.id, "no")]
    return card([t("ask-line-question"), quote(line)], taps)
