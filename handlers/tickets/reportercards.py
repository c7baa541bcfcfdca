"""How a ticket looks to who reported it, and to who follows it."""

from __future__ import annotations

from bot.domain import titles
from bot.domain.danger import NAMED
from bot.domain.tickets import Ticket
from bot.i18n import Html, bold, quote
from handlers import names
from handlers.cards import Card, Look, Rows, button, card
from handlers.context import TITLES
from handlers.danger import numbers
from handlers.tickets import charging, facts, groupcards, knowing, pictures, talks, visiting
from handlers.tickets.shared import category_of, room_for


async def reporter(look: Look, ticket: Ticket) -> Card:
    if ticket.state == "draft":
        return await _draft(look, ticket)
    lines = [bold(await groupcards.headline(look, ticket)), *([quote(ticket.text)] if ticket.text else []), ""]
    said = await facts.said(look, ticket, "reporter")
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket), *said], *_afterwards(look, ticket))
    called, copies = _numbers(look, ticket)
    lines = [*called, *lines, await _stands(look, ticket)]
    lines += [*await facts.more(look, ticket, "reporter"), *said, look.t("ticket-number", number=ticket.id)]
    return card([*lines, *await pictures.counted(look, ticket)], *copies, *await _steps(look, ticket))


async def _stands(look: Look, ticket: Ticket) -> str:
    """As everybody reads it; what is said to be fixed waits for this one reader."""
    if ticket.state != "fixed":
        return await groupcards.standing(look, ticket)
    return look.t("ticket-please-look", who=await names.named(look.read, look.house, look.t, ticket.owner_id))


def _numbers(look: Look, ticket: Ticket) -> tuple[list[Html | str], Rows]:
    """Of what cannot wait, while people sleep and nobody has it: whom to call stands first."""
    waits = ticket.state == "new" and category_of(ticket, look.house).urgent
    if not waits or look.house.awake(look.at) == look.at:
        return [], []
    ours = {name: it for name, it in look.house.numbers.items() if name == ticket.category or name not in NAMED}
    if not ours:
        return [], []
    said, copies = numbers.said(look.t, ours)
    return [look.t("ticket-call-first"), *said, ""], copies


async def _draft(look: Look, ticket: Ticket) -> Card:
    """What goes out, and who will read it."""
    t, room = look.t, await room_for(look.read, ticket, look.house)
    lines = [t("ticket-preview"), bold(await groupcards.headline(look, ticket))]
    lines += [quote(ticket.text)] if ticket.text else []
    lines += await pictures.counted(look, ticket)
    lines += ["", *await _where(look, ticket), await _who_reads(look, ticket, room.title if room else None)]
    lines += await _as_read(look, ticket) if room else []
    known, joining = await _known(look, ticket)
    send = (
        [button(t("ticket-publish-other"), "ticket.publish", ticket.id, "other")]
        if known
        else [button(t("ticket-publish"), "ticket.publish", ticket.id)]
    )
    lines += known
    rows: Rows = [
        *joining,
        send,
        [button(t("ticket-change-place"), "ticket.place", ticket.id),
         button(t("ticket-change-category"), "ticket.sort", ticket.id)],
        [button(t("ticket-change-words"), "ticket.correct", ticket.id),
         button(t("ticket-drop"), "ticket.withdraw", ticket.id)],
    ]  # fmt: skip
    if await _answers_for(look, ticket):
        rows.append([button(t("ticket-on-spot"), "ticket.on-spot", ticket.id)])
    return card(lines, *rows)


async def _where(look: Look, ticket: Ticket) -> list[str]:
    """Of the whole community somebody may have meant a corner."""
    place = await look.read.places.get(ticket.place_id)
    return [look.t("ticket-where-unsure")] if place.kind == "community" else []


async def _as_read(look: Look, ticket: Ticket) -> list[str]:
    """What the group will read, where that is not what was written."""
    shown = await groupcards.words(look, ticket)
    if not shown or shown == [ticket.text]:
        return []
    return [look.t("ticket-group-reads"), *(quote(one) for one in shown)]


async def _known(look: Look, ticket: Ticket) -> tuple[list[str], Rows]:
    """What is known already, each to join with one tap instead."""
    found = await knowing.known(look.read, look.house, ticket, look.at)
    if not found:
        return [], []
    lines, rows = ["", bold(look.t("ticket-known-question"))], []
    for one in found.tickets[: knowing.OFFERED]:
        lines += [await groupcards.known_line(look, one)]
        rows += [[button(look.t("ticket-me-too-number", number=one.id), "ticket.same", ticket.id, f"t{one.id}")]]
    for fault in found.faults[:1]:
        lines += [await groupcards.announced_line(look, fault)]
        rows += [[button(look.t("ticket-same-announced"), "ticket.same", ticket.id, f"n{fault.id}")]]
    return lines, rows


async def again(look: Look, draft: Ticket | None, which: str) -> Card:
    """It was taken for what is known; its author may say that it is another."""
    line = await _taken_for(look, draft, which)
    is_draft = draft is not None and draft.state == "draft"
    rows: Rows = [[button(look.t("ticket-other"), "ticket.publish", draft.id, "other")]] if draft and is_draft else []
    return card([line], *rows)


async def _taken_for(look: Look, draft: Ticket | None, which: str) -> str:
    if which.startswith("n"):
        fault = await look.read.notices.get(int(which[1:]))
        known = await groupcards.announced_line(look, fault) if fault else ""
        return look.t("ticket-again-announced", known=known)
    ticket = await look.read.tickets.get(int(which[1:]))
    own = bool(ticket and draft and ticket.side & draft.side)
    return look.t("ticket-again-own" if own else "ticket-again", number=which[1:])


async def _answers_for(look: Look, ticket: Ticket) -> bool:
    """Whoever takes tickets there may have seen to it already."""
    held = await look.read.offices.titles_at_or_above(look.room.person_id or 0, ticket.place_id)
    return "repair" in titles.powers(held, TITLES)


async def _who_reads(look: Look, ticket: Ticket, room: str | None) -> str:
    if category_of(ticket, look.house).private:
        return look.t("ticket-reads-private")
    if room is None:
        return look.t("ticket-reads-head")
    return look.t(
        "ticket-reads-conduct" if category_of(ticket, look.house).conduct else "ticket-reads-group", room=room
    )


async def _steps(look: Look, ticket: Ticket) -> Rows:
    """What is asked of them first, then what they can always say."""
    asked = [*await visiting.answer_rows(look, ticket), *await charging.answer_rows(look, ticket)]
    if not asked and ticket.state == "waiting" and ticket.reason == "reporter":
        asked = [[button(look.t("ticket-answer"), "ticket.answer", ticket.id)]]
    return [*asked, *_always(look, ticket), await talks.row(look, ticket)]


def _always(look: Look, ticket: Ticket) -> Rows:
    t = look.t
    if ticket.state == "fixed":
        return [[button(t("ticket-confirm"), "ticket.confirm", ticket.id),
                 button(t("ticket-not-fixed"), "ticket.not-fixed", ticket.id)]]  # fmt: skip
    words: Rows = [[button(t("ticket-change-words"), "ticket.correct", ticket.id)]] if ticket.state == "new" else []
    return [[button(t("ticket-solved"), "ticket.confirm", ticket.id),
             button(t("ticket-withdraw"), "ticket.withdraw", ticket.id)], *words]  # fmt: skip


def _afterwards(look: Look, ticket: Ticket) -> Rows:
    """What can still be said once it is over."""
    t = look.t
    if ticket.state in ("done", "unconfirmed"):
        return [[button(t("ticket-not-fixed"), "ticket.not-fixed", ticket.id)]]
    if ticket.state == "withdrawn" and ticket.ended_at and look.at - ticket.ended_at <= 86_400:
        return [[button(t("ticket-undo"), "ticket.reopen", ticket.id)]]
    return []


async def follower(look: Look, ticket: Ticket) -> Card:
    """What a group reads, and the way out; for whoever does not follow it, what the group's card is."""
    following = {one for pair in await look.read.desks.followers(ticket.id) for one in pair}
    if look.room.person_id not in following:
        return await groupcards.group(look, ticket)
    lines = [bold(await groupcards.headline(look, ticket)), *await groupcards.words(look, ticket), ""]
    said = await facts.said(look, ticket, "follower")
    if ticket.is_over:
        return card([*lines, await groupcards.closing(look, ticket), *said])
    lines += [await groupcards.standing(look, ticket), *await facts.more(look, ticket, "follower"), *said]
    lines += [look.t("ticket-followed", number=ticket.id)]
    return card(lines, [button(look.t("ticket-unfollow"), "ticket.unfollow", ticket.id)])


async def who(look: Look, ticket: Ticket) -> str:
    return await names.who(look.read, look.house, look.t, ticket.person_id)
