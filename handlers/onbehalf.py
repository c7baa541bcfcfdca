"""On somebody's behalf: whoever it is for takes a thing over, and who did it for them is thanked; for any feature."""

from __future__ import annotations

from bot.domain.rules import RuleError
from bot.domain.text import masked
from bot.i18n import bold, page
from handlers.context import Context, Saying


def may_take_over(ctx: Context, person_id: int | None, by_id: int | None, *, refusal: str) -> bool:
    """False: it is theirs already, a second tap. Refuses everybody but whom it is for."""
    ctx.answer(ctx.t("ask-taken-over"))
    if by_id is not None and ctx.person.id != person_id:
        raise RuleError(refusal)
    return by_id is not None


async def thank(ctx: Context, helper_id: int | None, kind: str, what: str) -> None:
    """Who did it for them reads that it is theirs no more."""
    who = masked(ctx.person.name)
    if helper_id is not None:
        news = Saying(lambda t: page([t("ask-taken-over-told", who=who or t("a-neighbour")), bold(what)]))
        await ctx.tell(helper_id, kind, news)
