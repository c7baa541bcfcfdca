"""Sending: what a list looks like, an empty one to fill in, and the file that comes back."""

from __future__ import annotations

from pathlib import PurePath

from bot.domain.rules import RuleError, thing
from bot.i18n import bold, page
from handlers.cards import button
from handlers.context import Context, Media, later
from handlers.doors import brings, presses, says

LARGEST = 20_000_000
"""Bytes a bot can fetch (Bot API: getFile)."""

HOURS = 24
"""How long a list waits for a decision; then what it says is forgotten."""


@says("register", "登记册", english=("register",))
async def register(ctx: Context) -> None:
    if not ctx.room.is_private:
        return await ctx.say(ctx.t("only-in-private"))
    await _may(ctx)
    if ctx.media and ctx.media.kind == "document":
        return await _comes(ctx, ctx.media)
    template, present = (
        button(ctx.t("register-template"), "register.template"),
        button(ctx.t("register-present"), "register.export"),
    )
    keyboard = {"inline_keyboard": [[template.markup()], [present.markup()]]}
    lines = ctx.t("register-how").splitlines()
    return await ctx.say(bold(ctx.t("register-title")), "", *lines, keyboard=keyboard)


@brings("document")
async def comes(ctx: Context) -> None:
    """A file in private: a list from whoever keeps the register; anybody else learns what files are for here."""
    assert ctx.media
    if "steward" not in await ctx.powers(ctx.person.id):
        return await ctx.say(ctx.t("register-file-not-yours"))
    return await _comes(ctx, ctx.media)


async def _comes(ctx: Context, file: Media) -> None:
    await _may(ctx)
    if file.size > LARGEST:
        raise RuleError("table-too-big", megabytes=LARGEST // 1_000_000)
    number = await ctx.tx.imports.begins(ctx.person.id, ctx.now)
    ending = PurePath(file.name).suffix.lower()[:10]
    await ctx.show(thing("register", number), "steward", ctx.room, aloud=True)
    await ctx.promise_job("register.read", id=number, file=file.file_id, ending=ending)
    await ctx.alarm("register.forget", thing("register", number), later(ctx.now, hours=HOURS))


@presses("register.template")
async def template(ctx: Context) -> None:
    await _may(ctx)
    await ctx.promise_file(ctx.room, "house.file", "register-template", page([ctx.t("register-template-caption")]))
    ctx.answer(ctx.t("register-file-comes"))


@presses("register.export")
async def export(ctx: Context) -> None:
    await _may(ctx)
    await ctx.promise_file(ctx.room, "house.file", "register-export", page([ctx.t("register-export-caption")]))
    ctx.answer(ctx.t("register-file-comes"))


async def _may(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("button-is-old")
    await ctx.may("register.change", state="ready")
