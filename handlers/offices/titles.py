"""The steward's own titles: `/title 楼长 = 楼栋长` may do what the title it is like may do."""

from __future__ import annotations

from bot.domain import offices
from bot.domain.rules import RuleError
from bot.i18n import LANGUAGES, words
from handlers import names, questions
from handlers.cards import label
from handlers.context import TITLES, Context
from handlers.doors import answers, presses, says
from handlers.offices.shared import every_title, value


@says("title", "加职务", english=("title",))
async def title(ctx: Context) -> None:
    if not ctx.room.is_private:
        raise RuleError("open-private-please")
    await ctx.may("title.change", state="open")
    if ctx.text:
        return await _add(ctx)
    return await _how(ctx)


async def _how(ctx: Context) -> None:
    own = [
        [{"text": label(f"✖ {one.name(ctx.t.lang)}"), "callback_data": f"title_drop_{one.key}"}]
        for one in await ctx.tx.offices.own_titles()
    ]
    if own:
        await ctx.say(ctx.t("title-own"), keyboard={"inline_keyboard": own})
    return await questions.ask(ctx, "title.words", 0, ctx.t("title-how"))


@answers("title.words")
async def typed(ctx: Context) -> None:
    await ctx.may("title.change", state="open")
    await _add(ctx)


async def _add(ctx: Context) -> None:
    zh, en, like = offices.own_title(ctx.text)
    same_as = await _built_in(ctx, like)
    taken = {await names.title(ctx.tx, words(lang), key) for key in await every_title(ctx.tx) for lang in LANGUAGES}
    if {zh, en} & taken:
        raise RuleError("title-taken")
    added = await ctx.tx.offices.add_title(zh, en, same_as)
    await ctx.write_down("title.added", f"title_{added.key}")
    await ctx.say(ctx.t("title-added", title=zh, like=await names.title(ctx.tx, ctx.t, same_as)))


async def _built_in(ctx: Context, named: str) -> str:
    """The title of the house that words name, in either language."""
    for key in TITLES:
        if named.lower() in {words(lang)(f"title-{value(key)}").lower() for lang in LANGUAGES}:
            return key
    listed = "、".join([ctx.t(f"title-{value(key)}") for key in TITLES])
    raise RuleError("title-like-what", titles=listed)


@presses("title.drop")
async def drop(ctx: Context) -> None:
    """A title that nobody holds or held goes again."""
    await ctx.may("title.change", state="open")
    own = await ctx.tx.offices.own_title(ctx.values(1)[0])
    if own is None:
        return ctx.answer(ctx.t("title-dropped"))
    if not await ctx.tx.offices.drop_title(own.key):
        raise RuleError("title-in-use")
    await ctx.write_down("title.dropped", f"title_{own.key}")
    return ctx.answer(ctx.t("title-dropped"))
