"""A line to those who keep the bot running, and a line back: through the bot, without accounts or numbers."""

from __future__ import annotations

from bot.domain.privacy import MOST_LETTERS
from bot.domain.rules import RuleError, thing
from bot.domain.text import cut
from bot.i18n import bold, page, quote
from handlers import danger, names, questions
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Saying, Showing, later
from handlers.doors import answers, presses
from storage.privacy import Letter

LONGEST = 500
"""UTF-16 units of a line."""


@presses("letter.write")
async def write(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await _may_write(ctx)
    await questions.ask(ctx, "letter.words", 0, ctx.t("letter-what"))


@answers("letter.words")
async def written(ctx: Context) -> None:
    if not ctx.text:
        return await questions.ask(ctx, "letter.words", 0, ctx.t("letter-in-words"))
    await _may_write(ctx)
    number = await ctx.tx.privacy.write(ctx.person.id, cut(ctx.text, LONGEST), ctx.now)
    reached = [
        await ctx.tell(one, "letter.came", Showing(thing("letter", number), "steward"))
        for one in await ctx.tx.offices.holders("steward")
    ]
    if not any(reached):
        raise RuleError("letter-nobody")
    await ctx.say(ctx.t("letter-sent"))
    await danger.numbers_for(ctx, ctx.text)
    return None


async def _may_write(ctx: Context) -> None:
    if await ctx.tx.privacy.letters_since(ctx.person.id, later(ctx.now, days=-1)) >= MOST_LETTERS:
        raise RuleError("letter-too-many")


@presses("letter.answer")
async def answer(ctx: Context) -> None:
    letter = await _the_letter(ctx)
    await questions.ask(ctx, "letter.answered", letter.id, ctx.t("letter-answer-what"))


@answers("letter.answered")
async def answered(ctx: Context) -> None:
    letter = await _the_letter(ctx)
    if not ctx.text:
        return await questions.ask(ctx, "letter.answered", letter.id, ctx.t("letter-in-words"))
    if letter.person_id is None:
        raise RuleError("letter-left")
    words, name = cut(ctx.text, LONGEST), thing("letter", letter.id)
    await ctx.tx.privacy.answer(letter.id, ctx.person.id, words, ctx.now)
    await ctx.redraw(name)
    news = Saying(lambda t: page([t("letter-answered"), quote(letter.words), quote(words)]))
    if not await ctx.tell(letter.person_id, "letter.answered", news):
        raise RuleError("letter-unreachable")
    return await ctx.say(ctx.t("letter-answer-sent"))


async def _the_letter(ctx: Context) -> Letter:
    """Letters are for stewards' eyes; for everybody else there are none."""
    powers = await ctx.powers(ctx.person.id)
    letter = await ctx.tx.privacy.letter(ctx.number) if "steward" in powers and ctx.room.is_private else None
    if letter is None:
        raise RuleError("letter-unknown")
    await ctx.may("letter.answer", state="answered" if letter.answered_at else "open")
    return letter


async def draw(look: Look, number: int, view: str) -> Card | None:
    letter = await look.read.privacy.letter(number)
    if letter is None or letter.person_id is None:
        return card([look.t("letter-left")])
    t, who = look.t, await names.who(look.read, look.house, look.t, letter.person_id)
    lines: list[str] = [bold(t("letter-from", who=who)), quote(letter.words)]
    if letter.answered_at:
        by = await names.named(look.read, look.house, t, letter.answered_by)
        lines += [t("letter-answered-by", who=by), quote(letter.answer)]
    return card(lines, [button(t("letter-answer"), "letter.answer", number)])
