"""A line to who answers: carried by the bot, answered through the bot, nobody's number shown."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.offices import LINE_UNITS, MOST_LINES
from bot.domain.people import Office
from bot.domain.rules import RuleError, thing
from bot.domain.text import utf16
from bot.i18n import page, quote
from handlers import names, questions
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context, Media, Saying, Showing, Turn, later
from handlers.doors import answers, presses
from handlers.offices.shared import office_name, the_office
from storage.lines import Line

SENT_AS = {"photo": "sendPhoto", "voice": "sendVoice", "video": "sendVideo"}


@presses("line.new")
async def new(ctx: Context) -> None:
    ctx.values(1)
    office = await _answering(ctx, await the_office(ctx))
    name = await names.named(ctx.tx, ctx.house, ctx.t, office.person_id)
    return await questions.ask(ctx, "line.words", office.id, ctx.t("line-what", name=name), ctx.t("line-what-how"))


async def _answering(ctx: Context, office: Office) -> Office:
    """Whoever stands in, or the holder."""
    if office.until is not None:
        raise RuleError("office-is-ended")
    answering = await ctx.tx.offices.stand_in(office.id) or office
    if not (await ctx.tx.people.get(answering.person_id)).is_here:
        raise RuleError("line-no-way")
    return answering


@answers("line.words")
async def said(ctx: Context) -> None:
    """Words, a voice message or a photo; the answer to a line comes here, too."""
    office = await _answering(ctx, await the_office(ctx))
    if office.person_id in (ctx.whom.id, ctx.person.id):
        raise RuleError("line-is-yours")
    if await ctx.tx.lines.begun_since(ctx.whom.id, later(ctx.now, days=-1)) >= MOST_LINES:
        raise RuleError("line-too-many", most=MOST_LINES)
    if await ctx.tx.lines.rests_until(office.person_id) > ctx.now:
        raise RuleError("line-not-today")
    await _carry(ctx, office.id, (office.person_id, None), None)


async def _carry(ctx: Context, office_id: int | None, to: tuple[int, int | None], answered: Line | None) -> None:
    words, media = _content(ctx)
    line = await ctx.tx.lines.write(
        office_id, ctx.whom.id, ctx.by_id, to[0], answered.id if answered else None, words,
        (media.kind, media.file_id) if media else None, ctx.now,
    )  # fmt: skip
    if not await ctx.tell_both(*to, "office.line", Showing(thing("line", line.id), "to"), awaited=answered is not None):
        raise RuleError("line-no-way")
    await ctx.write_down("office.line", thing("line", line.id))
    await ctx.say(ctx.t("line-carried", name=await names.named(ctx.tx, ctx.house, ctx.t, to[0])))


def _content(ctx: Context) -> tuple[str, Media | None]:
    media = ctx.media if ctx.media and ctx.media.kind in SENT_AS else None
    if not ctx.text and media is None:
        raise RuleError("line-empty")
    if utf16(ctx.text) > LINE_UNITS:
        raise RuleError("line-too-long", most=LINE_UNITS)
    return ctx.text, media


async def _the_line(ctx: Context) -> Line:
    """A line that was said to this person, or to whom they speak for."""
    ctx.values(1)
    line = await ctx.tx.lines.get(ctx.number)
    if line is None or not {ctx.person.id, ctx.whom.id} & await _readers(ctx, line):
        raise RuleError("line-unknown")
    return line


async def _readers(ctx: Context, line: Line) -> set[int]:
    asked = await ctx.tx.lines.get(line.answers_id) if line.answers_id else None
    return {line.to_id, *([asked.by_id] if asked and asked.by_id else [])}


@presses("line.answer")
async def answer(ctx: Context) -> None:
    line = await _the_line(ctx)
    name = await names.named(ctx.tx, ctx.house, ctx.t, line.from_id)
    return await questions.ask(
        ctx, "line.answer", line.id, ctx.t("line-answer-what", name=name), ctx.t("line-what-how")
    )


@answers("line.answer")
async def answered(ctx: Context) -> None:
    line = await _the_line(ctx)
    if await ctx.tx.lines.answers(line.id) >= MOST_LINES:
        raise RuleError("line-answered-enough")
    await _carry(ctx, line.office_id, (line.from_id, line.by_id), line)


@presses("line.play")
async def play(ctx: Context) -> None:
    """The voice message, photo or video that came with it."""
    line = await _the_line(ctx)
    if line.media and line.file_id:
        await ctx.promise(ctx.room, "office.played", SENT_AS[line.media], {line.media: line.file_id})


@presses("line.rest")
async def rest(ctx: Context) -> None:
    """No more lines until tomorrow; a second tap takes them again."""
    line = await _the_line(ctx)
    resting = await ctx.tx.lines.rests_until(ctx.person.id) > ctx.now
    tomorrow = (ctx.house.local(ctx.now) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    await ctx.tx.lines.rest(ctx.person.id, 0 if resting else int(tomorrow.timestamp()))
    ctx.answer(ctx.t("line-takes-again" if resting else "line-rests"))
    await ctx.redraw(thing("line", line.id))


async def draw(look: Look, number: int, view: str) -> Card | None:
    line = await look.read.lines.get(number)
    if line is None:
        return card([look.t("line-unknown")])
    t = look.t
    by = [t("for-whom", who=await names.who(look.read, look.house, t, line.from_id))] if line.by_id else []
    lines = [*by, await _headline(look, line), quote(line.words) if line.words else None]
    play_it = [button(t("line-play", media=line.media), "line.play", line.id)] if line.media else []
    return card(lines, [button(t("line-answer"), "line.answer", line.id), *play_it], await _resting(look, line))


async def _headline(look: Look, line: Line) -> str:
    t, office = look.t, await look.read.offices.get(line.office_id) if line.office_id else None
    name = await names.who(look.read, look.house, t, line.by_id or line.from_id)
    if line.answers_id is not None:
        return t("line-answered", name=name)
    return t("line-from", name=name, office=await office_name(look.read, look.house, t, office) if office else "none")


async def _resting(look: Look, line: Line) -> list[Button]:
    """Who holds an office may have their rest for today."""
    if line.answers_id is not None or look.room.person_id != line.to_id:
        return []
    resting = await look.read.lines.rests_until(line.to_id) > look.at
    return [button(look.t("line-take-again" if resting else "line-rest"), "line.rest", line.id)]


async def undelivered(turn: Turn, number: int) -> None:
    """A line did not arrive: whoever said it learns so."""
    line = await turn.tx.lines.get(number)
    if line is None:
        return
    to = await turn.tx.people.get(line.to_id)
    news = Saying(lambda t: page([t("line-lost", name=to.name), quote(line.words)]))
    await turn.tell_both(line.from_id, line.by_id, "office.line", news)
