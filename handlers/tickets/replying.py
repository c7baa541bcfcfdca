"""The word as a reply: to one's own message it is the report; to a neighbour's it is offered to its author, who alone
says yes, or whoever may act for them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telegram import Message

from bot.domain.rules import RuleError
from bot.domain.tickets import Ticket
from handlers import danger, names
from handlers.cards import Card, Look, button, card
from handlers.context import Context, Media, Showing, media_of, spoken_text
from handlers.doors import presses
from handlers.tickets import knowing, opening, reading
from handlers.tickets.shared import may, name_of


@dataclass(frozen=True)
class Said:
    """What somebody said before."""

    text: str
    media: tuple[Media, ...]


async def own_words(ctx: Context) -> Said | None:
    """One's own message that this one replies to."""
    said = ctx.quoted
    if said is None or ctx.somebody is None or said.from_user is None or not _is_own(ctx, said):
        return None
    media = media_of(said)
    return Said(spoken_text(said), (media,) if media else ())


def of_somebody_else(ctx: Context) -> Message | None:
    said = ctx.quoted
    return said if said and not ctx.room.is_private and not _is_own(ctx, said) else None


def _is_own(ctx: Context, said: Message) -> bool:
    speaker = ctx.incoming.effective_user
    return bool(speaker and said.from_user and said.from_user.id == speaker.id)


async def offer(ctx: Context, said: Message) -> None:
    """The words are read by the same rules and stay a draft of their author's; the card does not repeat them."""
    ctx.person  # noqa: B018  # refuses a channel or an anonymous admin
    text, media = spoken_text(said), media_of(said)
    if text and await danger.numbers_for(ctx, text) and not danger.is_fault(text):
        return None
    author = await ctx.author_of(said)
    if not author.is_here or not (text or media):
        raise RuleError("ticket-reply-unclear")
    for one in [media] if media else []:
        opening.must_show(one)
    await opening.not_too_many(ctx, author.id)
    found = await reading.read(ctx, text, author.id)
    draft = await opening.drafted(ctx, found, [media] if media else [], author.id)
    await ctx.show(name_of(draft), "offer", ctx.room)
    if author.reachable:
        await ctx.tell(author.id, "ticket.offered", Showing(name_of(draft), "reporter"))
    return None


@presses("ticket.agree")
async def agree(ctx: Context) -> None:
    """Its author, or whoever may act for them here."""
    draft = await _offered(ctx)
    await may(ctx, "ticket.agree", draft)
    if draft.state == "draft":
        by_id = None if ctx.person.id == draft.person_id else ctx.person.id
        await opening.not_too_many(ctx, draft.person_id or 0)
        await ctx.take_away(name_of(draft), "offer", ctx.room)
        await opening.send_out(ctx, replace(draft, by_id=by_id))
    ctx.answer(ctx.t("ticket-published"))


@presses("ticket.not-mine")
async def no(ctx: Context) -> None:
    """Its author does not want it reported."""
    draft = await _offered(ctx)
    await may(ctx, "ticket.agree", draft)
    if draft.state == "draft":
        await knowing.put_away(ctx, draft)
    ctx.answer(ctx.t("ticket-dropped-answer"))


async def _offered(ctx: Context) -> Ticket:
    """The draft that was offered in this group."""
    draft = await ctx.tx.tickets.get(ctx.number)
    if draft is None or await ctx.tx.cards.get(name_of(draft), "offer", ctx.room.id) is None:
        raise RuleError("button-is-old")
    return draft


async def draw(look: Look, draft: Ticket) -> Card | None:
    """In the group: whose words, never the words."""
    if draft.state != "draft":
        return None
    who = await names.named(look.read, look.house, look.t, draft.person_id)
    yes, no = (
        button(look.t("ticket-offer-yes"), "ticket.agree", draft.id),
        button(look.t("ticket-offer-no"), "ticket.not-mine", draft.id),
    )
    return card([look.t("ticket-offer", who=who)], [yes, no])
