"""The written duties of a title: the house's words, or the community's own."""

from __future__ import annotations

from bot.domain.offices import DUTY_UNITS
from bot.domain.rules import RuleError
from bot.domain.text import utf16
from bot.i18n import Words, bold, quote
from handlers import names, questions
from handlers.cards import Card, Look, button, card, label
from handlers.context import Context
from handlers.doors import answers, presses, says
from handlers.offices.shared import every_title, key_of, powers_of, title, value
from storage.database import Read


async def duties_of(read: Read, t: Words, key: str) -> str:
    """What a title has to do: the community's own words, else those of the title it is like."""
    own = await read.offices.duties(key)
    return own or t(f"duty-{value((await title(read, key)).key)}")


@says("duties", "职责", english=("duties",))
async def duties(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("open-private-please")
    await ctx.menu("list", "duties")


@presses("duties.list")
async def back_to_list(ctx: Context) -> None:
    await ctx.menu("list", "duties")


@presses("duties.one")
async def one(ctx: Context) -> None:
    key = await _the_title(ctx, ctx.values(1)[0])
    await ctx.menu(f"one.{key}", "duties")


async def _the_title(ctx: Context, named: str) -> str:
    key = key_of(named)
    await title(ctx.tx, key)
    return key


@presses("duties.change")
async def change(ctx: Context) -> None:
    key = await _the_title(ctx, ctx.values(1)[0])
    await ctx.may("duty.change", state="open")
    name = await names.title(ctx.tx, ctx.t, key)
    await questions.ask(ctx, "duties.words", key, ctx.t("duties-what", title=name))


@answers("duties.words")
async def changed(ctx: Context) -> None:
    key = await _the_title(ctx, ctx.way.values[0])
    await ctx.may("duty.change", state="open")
    if not ctx.text:
        raise RuleError("duties-empty")
    if utf16(ctx.text) > DUTY_UNITS:
        raise RuleError("duties-too-long", most=DUTY_UNITS)
    await ctx.tx.offices.set_duties(key, ctx.text)
    await ctx.write_down("duty.changed", f"title_{value(key)}")
    await ctx.menu(f"one.{key}", "duties")


@presses("duties.reset")
async def reset(ctx: Context) -> None:
    """Back to the words that come with the house."""
    key = await _the_title(ctx, ctx.values(1)[0])
    await ctx.may("duty.change", state="open")
    await ctx.tx.offices.set_duties(key, None)
    await ctx.write_down("duty.changed", f"title_{value(key)}")
    await ctx.menu(f"one.{key}", "duties")


async def draw(look: Look, number: int, view: str) -> Card | None:
    path, _, key = view.partition(".")
    if path == "one":
        return await _one(look, number, key)
    buttons = [
        button(label(await names.title(look.read, look.t, key)), "duties.one", value(key))
        for key in await every_title(look.read)
    ]
    return card([look.t("duties-which")], *(buttons[start : start + 2] for start in range(0, len(buttons), 2)))


async def _one(look: Look, person_id: int, key: str) -> Card:
    t = look.t
    lines = [bold(await names.title(look.read, t, key)), quote(await duties_of(look.read, t, key))]
    rows = [[button(t("back"), "duties.list")]]
    if "appoint" in await powers_of(look.read, person_id, (await look.read.places.root()).id):
        own = await look.read.offices.duties(key) is not None
        again = [button(t("duties-reset"), "duties.reset", value(key))] if own else []
        rows.insert(0, [button(t("duties-change"), "duties.change", value(key)), *again])
    return card(lines, *rows)
