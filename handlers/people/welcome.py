"""A newcomer's card, once, a little after somebody came to be at home here; and what the steward writes for it."""

from __future__ import annotations

import re

from bot.domain.rules import RuleError, number_of, thing
from bot.domain.text import utf16
from bot.i18n import bold, words
from handlers import home, questions
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Showing, Turn
from handlers.doors import answers, presses, rings, says
from handlers.people.start import open_private
from storage.database import Read

LONGEST = 1000
"""UTF-16 units of what the steward writes, both languages together."""

NOTHING = ("删掉", "不要了", "delete", "remove")
_ENGLISH = re.compile(r"^\s*(?:en|english)\s*[:：]\s*", re.IGNORECASE | re.MULTILINE)


@rings(home.WELCOME)
async def rings_welcome(turn: Turn) -> None:
    """No empty card: without anything to say it stays unsaid."""
    person = await turn.tx.people.get(number_of(turn.thing))
    if person.welcomed or person.blocked or not person.reachable or not await turn.tx.residents.home(person.id):
        return
    t, room = words(person.language or turn.house.language), await turn.private_room(person)
    if not await _lines(Look(turn.tx, room, t, turn.house, turn.now), person.id):
        return
    if await turn.tell(person.id, home.WELCOME, Showing(thing("welcome", person.id), "card")):
        await turn.tx.people.is_welcomed(person.id, turn.now)


async def arrives(ctx: Context) -> None:
    """Somebody whom the register knew already opens the private chat: now they can be welcomed."""
    if not ctx.person.welcomed and await ctx.tx.residents.home(ctx.person.id):
        await home.welcome(ctx, ctx.person.id)


async def draw(look: Look, number: int, view: str) -> Card | None:
    lines = await _lines(look, number)
    if not lines:
        return None
    rows = [[one] for one in home.choices(look.house.features, look.t, "welcome")]
    skills = [look.t("welcome-skills")] if rows else []
    return card([bold(look.t("welcome-title")), "", *lines, *skills], *rows)


async def _lines(look: Look, person_id: int) -> list[str]:
    """What features know for a newcomer, then the steward's own words."""
    person = await look.read.people.get(person_id)
    known = [await feature.welcome(look, person) for feature in look.house.features if feature.welcome]
    return [*(line for lines in known for line in lines), *(await _written(look.read, look.t.lang)).splitlines()]


async def _written(read: Read, lang: str) -> str:
    """The steward's words in this language; what has no English is told as it is."""
    chinese, english = _parts(await read.house.value("welcome") or "")
    return (english or chinese) if lang == "en" else (chinese or english)


def _parts(text: str) -> tuple[str, str]:
    """The Chinese part, and what stands behind a line that begins with `en:`."""
    chinese, *english = _ENGLISH.split(text, maxsplit=1)
    return chinese.strip(), english[0].strip() if english else ""


@says("welcome", "写给新邻居", english=("welcome words",), on_card=True)
async def welcome(ctx: Context) -> None:
    """`/welcome 垃圾每天早上7点前放到楼下` replaces the words; without any, they are asked for."""
    await ctx.may("welcome.write", state="open")
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("only-in-private"), keyboard=open_private(ctx))
    if not ctx.text:
        return await _ask(ctx)
    return await _write(ctx, ctx.text)


@answers("welcome.words")
async def welcome_words(ctx: Context) -> None:
    await ctx.may("welcome.write", state="open")
    if not ctx.text:
        return await _ask(ctx)
    return await _write(ctx, ctx.text)


async def _ask(ctx: Context) -> None:
    now = await ctx.tx.house.value("welcome")
    shown = [ctx.t("welcome-now"), "", *now.splitlines(), ""] if now else []
    await questions.ask(ctx, "welcome.words", 0, *shown, *ctx.t("welcome-how").splitlines())


async def _write(ctx: Context, text: str) -> None:
    """What stood there before can be brought back with one tap."""
    if utf16(text) > LONGEST:
        raise RuleError("welcome-too-long", most=LONGEST)
    before = await ctx.tx.house.value("welcome") or ""
    after = "" if text.strip().lower() in NOTHING else text.strip()
    await ctx.tx.house.set("welcome", after)
    await ctx.tx.house.set("welcome-before", before)
    await ctx.write_down("welcome.written", thing("person", ctx.person.id))
    back = {"inline_keyboard": [[button(ctx.t("welcome-back"), "welcome.back").markup()]]}
    await ctx.say(ctx.t("welcome-set" if after else "welcome-gone"), "", *after.splitlines(), keyboard=back)


@presses("welcome.back")
async def welcome_back(ctx: Context) -> None:
    await ctx.may("welcome.write", state="open")
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await _write(ctx, await ctx.tx.house.value("welcome-before") or NOTHING[0])
