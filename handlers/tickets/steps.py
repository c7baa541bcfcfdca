"""更多: every further step of whoever may take a ticket, or has it, as one page in their private chat."""

from __future__ import annotations

from bot.domain.rules import RuleError, whole_number
from bot.domain.tickets import REASONS, Ticket
from bot.i18n import Html, bold
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.context import Context
from handlers.doors import presses
from handlers.tickets import closing, groupcards, handing, repairers, turning, visiting
from handlers.tickets.pages import put_away, turn
from handlers.tickets.shared import handles, is_repairer, may, the_ticket
from handlers.tickets.waiting import SPANS


@presses("ticket.more")
async def more(ctx: Context) -> None:
    ctx.values(1)
    ticket = await the_ticket(ctx)
    await may(ctx, "ticket.note", ticket)
    if ticket.owner_id not in (None, ctx.person.id):
        raise RuleError("ticket-has-owner")
    await turn(ctx, "more", ticket)


@presses("ticket.close")
async def close(ctx: Context) -> None:
    """The page is not needed after all."""
    ctx.values(1)
    await put_away(ctx)


async def draw(look: Look, number: int, view: str) -> Card | None:
    what, _, rest = view.partition(".")
    ticket_id, _, more = rest.partition(".")
    ticket = await look.read.tickets.get(whole_number(ticket_id))
    if ticket is None or not await _is_theirs(look, ticket):
        return card([look.t("ticket-not-yours-any-more")])
    lines, rows = await _page(look, ticket, what, more)
    back = [] if what == "more" else [button(look.t("ticket-back"), "ticket.more", ticket.id)]
    end = [*back, button(look.t("ticket-close"), "ticket.close", ticket.id)]
    return card([bold(await groupcards.headline(look, ticket)), *lines], *rows, end)


async def _is_theirs(look: Look, ticket: Ticket) -> bool:
    """Still open, and theirs or nobody's."""
    me = look.room.person_id
    if me is None or ticket.state not in ("new", "taken", "waiting") or ticket.owner_id not in (None, me):
        return False
    return await handles(look.read, me, ticket)


async def _page(look: Look, ticket: Ticket, what: str, more: str) -> tuple[list[Html | str], Rows]:
    t = look.t
    if what == "hand":
        return [t("ticket-page-hand")], await handing.rows(look, ticket)
    if what == "link":
        lines, void = await repairers.link_lines(look, more)
        return [*lines], [void]
    if what == "wait":
        return [t("ticket-page-wait")], _reasons(look, ticket)
    if what == "firms":
        return [t("ticket-page-firms")], await _firms(look, ticket)
    if what == "span":
        return [t("ticket-page-span")], _spans(look, ticket, more)
    if what == "days":
        return [t("ticket-page-days")], await visiting.day_rows(look, ticket)
    if what == "hours":
        return [t("ticket-page-hours")], visiting.hour_rows(look, ticket, more)
    if what == "merge":
        return [t("ticket-page-merge")], await closing.twin_rows(look, ticket)
    if what == "elsewhere":
        return [t("ticket-page-elsewhere")], await closing.elsewhere_rows(look, ticket)
    if what == "turn":
        return [t("ticket-page-turn")], await turning.rows(look, ticket)
    return [t("ticket-page-more")], await _everything(look, ticket)


async def _everything(look: Look, ticket: Ticket) -> Rows:
    """What the card itself has no room for."""
    t, me = look.t, look.room.person_id
    only_repairs = not await _hands_on(look, ticket)
    charge = await look.read.charges.waiting(ticket.id)
    first = [_step(look, "fix", ticket)] if ticket.state == "new" else []
    first += [_step(look, "hand", ticket)] if not only_repairs and ticket.state != "new" else []
    pay = (
        button(t("ticket-uncharge"), "ticket.uncharge", ticket.id)
        if charge
        else button(t("ticket-charge-ask"), "ticket.charge", ticket.id)
    )
    rows = [
        [*first, button(t("ticket-times"), "ticket.slot", ticket.id)],
        [_step(look, "note", ticket), _step(look, "ask", ticket)],
        [_step(look, "wait", ticket), pay],
        [_step(look, "play", ticket)] if await _has_files(look, ticket) else [],
    ]
    if not only_repairs:
        rows += [[_step(look, "merge", ticket), _step(look, "elsewhere", ticket)]]
        rows += [[_step(look, "turn", ticket)]] if await turning.is_offered(look.read, look.house, ticket) else []
    last = [_step(look, "give-up", ticket)]
    if ticket.owner_id == me:
        last += [button(t("ticket-give-back" if ticket.from_id else "ticket-let-go"), "ticket.let-go", ticket.id)]
    if any(one.state == "agreed" for one in await look.read.visits.of(ticket.id)):
        rows += [[_step(look, "unvisit", ticket)]]
    return [*rows, last]


async def _hands_on(look: Look, ticket: Ticket) -> bool:
    me = look.room.person_id
    if ticket.circle_id is not None and me == ticket.owner_id:
        return False
    return not await is_repairer(look.read, me, ticket)


async def _has_files(look: Look, ticket: Ticket) -> bool:
    return any(one.file_id for one in await look.read.ticket_notes.of(ticket.id))


def _step(look: Look, name: str, ticket: Ticket) -> Button:
    return button(look.t(f"ticket-{name}"), f"ticket.{name}", ticket.id)


def _reasons(look: Look, ticket: Ticket) -> Rows:
    every = [
        button(look.t("ticket-wait-for", reason=reason), "ticket.wait", ticket.id, reason)
        for reason in REASONS
        if reason != "neighbours"
    ]
    return [every[at : at + 2] for at in range(0, len(every), 2)]


async def _firms(look: Look, ticket: Ticket) -> Rows:
    """The address book, those of this kind of work first; and somebody who does not stand in it."""
    every = await look.read.outsiders.for_place(ticket.place_id, ticket.category)
    rows = [
        [button(label(one.name), "ticket.wait", ticket.id, f"outside-{one.id}")] for one in every[: handing.MOST_HELD]
    ]
    return [*rows, [button(look.t("ticket-other-firm"), "ticket.wait", ticket.id, "outside-0"),
                    button(look.t("firm-add"), "firm.add")]]  # fmt: skip


def _spans(look: Look, ticket: Ticket, what: str) -> Rows:
    each = [button(look.t("ticket-span", span=span), "ticket.wait", ticket.id, what, span) for span in SPANS]
    return [each[:2], each[2:], [button(look.t("ticket-typed-day"), "ticket.wait", ticket.id, what, "typed")]]
