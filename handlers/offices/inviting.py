"""Invitations: somebody is asked to hold, lend or take over an office, and says yes or not now."""

from __future__ import annotations

from urllib.parse import quote as encoded

from bot.domain.offices import INVITED_DAYS
from bot.domain.rules import RuleError, thing
from bot.i18n import Html, Words, bold, page, quote
from handlers import codes, names
from handlers.cards import Button, Card, Look, button, card
from handlers.context import Context, Saying, Showing, Turn, later
from handlers.doors import opens, presses
from handlers.offices import caring, passing
from handlers.offices.duties import duties_of
from handlers.offices.shared import can_give, changed, is_caring_title, office_name, place_name
from handlers.offices.whocards import day
from storage.codes import Code

KINDS = ("office", "stand-in", "hand-over")
"""What an invitation may be about; the door of its link."""


async def issue(ctx: Context, kind: str, target: int, detail: str = "") -> Code:
    """An invitation that works once, for a week."""
    expires = later(ctx.now, days=INVITED_DAYS)
    return await ctx.tx.codes.issue(kind, target, by=ctx.person.id, at=ctx.now, expires_at=expires, detail=detail)


async def ask(ctx: Context, person_id: int, kind: str, target: int, detail: str = "") -> str:
    """Ask somebody we know; their name. Refuses whoever cannot be reached; asked already is asked once."""
    name = await names.named(ctx.tx, ctx.house, ctx.t, person_id)
    waiting = await ctx.tx.offices.invitations(person_id, ctx.now)
    if any((code.kind, code.target, code.detail) == (kind, target, detail) for code in waiting):
        return name
    code = await issue(ctx, kind, target, detail)
    await ctx.tx.offices.invite(code.id, person_id)
    if not await ctx.tell(person_id, "office.invited", Showing(thing("invite", code.id), "invited")):
        raise RuleError("invite-no-way", name=name)
    await ctx.write_down("office.offered", thing("code", code.id), to=person_id)
    return name


async def undelivered(turn: Turn, number: int) -> None:
    """Whoever asked learns that the invitation did not arrive."""
    code = await turn.tx.codes.get(number)
    invited = await turn.tx.offices.invited(number)
    if code is None or code.issued_by is None or code.used_at is not None or not invited:
        return
    person = await turn.tx.people.get(invited[0])
    news = Saying(lambda t: page([t("invite-no-way", name=person.name)]))
    await turn.tell(code.issued_by, "office.answered", news)


def link_card(look: Look, code: Code, back: Button) -> Card:
    """A link to pass on, a button that passes it on, and one that takes it back."""
    if not code.is_good(look.at):
        return card([look.t("invite-over")], [back])
    url = codes.link(look.house, code)
    pass_on = Button(look.t("invite-share"), url=share(url))
    void = button(look.t("invite-take-back"), "invite.void", code.id)
    lines = [look.t("invite-link"), "", url, "", look.t("invite-link-once", days=INVITED_DAYS)]
    return card(lines, [pass_on], [void, back])


@presses("invite.void")
async def void(ctx: Context) -> None:
    """The link went to the wrong one: it opens nothing any more."""
    ctx.values(1)
    code = await ctx.tx.codes.get(ctx.number)
    if code is None or code.kind not in KINDS or code.issued_by != ctx.person.id:
        raise RuleError("invite-unknown")
    if await ctx.tx.codes.cancel(code.id, ctx.now):
        await ctx.write_down("office.offer-void", thing("code", code.id))
        await ctx.redraw(thing("invite", code.id))
    ctx.answer(ctx.t("invite-taken-back"))
    for menu in ("appoint", "offices"):
        await ctx.redraw(thing(menu, ctx.person.id))


def share(url: str) -> str:
    """Telegram's own way to pass a link on to somebody."""
    return f"https://t.me/share/url?url={encoded(url, safe='')}"


@opens("office")
async def opened(ctx: Context) -> None:
    await _opened(ctx, "office")


@opens("stand-in")
async def stand_in_opened(ctx: Context) -> None:
    await _opened(ctx, "stand-in")


@opens("hand-over")
async def hand_over_opened(ctx: Context) -> None:
    await _opened(ctx, "hand-over")


async def _opened(ctx: Context, kind: str) -> None:
    code = await codes.opened(ctx, kind)
    if kind != "office" and code.issued_by == ctx.person.id:
        raise RuleError("invite-is-yours")
    await ctx.tx.offices.invite(code.id, ctx.person.id)
    await ctx.show(thing("invite", code.id), "invited", ctx.room, aloud=True)


async def _the_invitation(ctx: Context) -> Code:
    """The code that waits for this person; refuses one that was forged, used or has expired."""
    ctx.values(1)
    code = await ctx.tx.codes.get(ctx.number)
    if code is None or not await ctx.tx.offices.is_invited(code.id, ctx.person.id):
        raise RuleError("invite-unknown")
    if not code.is_good(ctx.now) and code.used_by != ctx.person.id:
        await ctx.redraw(thing("invite", code.id))
        raise RuleError("invite-over")
    return code


@presses("invite.show")
async def show(ctx: Context) -> None:
    """From the list of what waits for me."""
    code = await _the_invitation(ctx)
    await ctx.show(thing("invite", code.id), "invited", ctx.room, aloud=True)


@presses("invite.yes")
async def accept(ctx: Context) -> None:
    code = await _the_invitation(ctx)
    if code.used_at is not None:  # a second tap
        return await ctx.menu("list", "offices")
    if code.kind == "stand-in":
        office_id = await passing.stands_in(ctx, code)
    elif code.kind == "hand-over":
        office_id = await passing.takes_over(ctx, code)
    elif await is_caring_title(ctx.tx, code.detail):
        return await _cares(ctx, code)
    else:
        office_id = await _holds(ctx, code)
    await codes.use(ctx, code)
    await ctx.redraw(thing("invite", code.id))
    return await ctx.menu(f"reach.{office_id}", "offices")


async def _holds(ctx: Context, code: Code) -> int:
    """The office is theirs from now on, if whoever asked may still give it."""
    place = await ctx.tx.places.find(code.target)
    if place is None or code.issued_by is None or not await can_give(ctx.tx, code.issued_by, code.detail, place):
        raise RuleError("invite-void")
    if await ctx.tx.offices.holds(ctx.person.id, code.detail, place.id):
        raise RuleError("office-already")
    number = await ctx.tx.offices.appoint(ctx.person.id, code.detail, place.id, code.issued_by, ctx.now)
    await ctx.write_down("office.accepted", thing("office", number), place.id)
    await changed(ctx, ctx.person.id, place.id)
    await tell_giver(ctx, code, "invite-accepted")
    return number


async def _cares(ctx: Context, code: Code) -> None:
    """Willing to care for a neighbour: now the household is asked."""
    await codes.use(ctx, code)
    await ctx.redraw(thing("invite", code.id))
    await caring.offer(ctx, ctx.person.id, code.target)


async def tell_giver(ctx: Context, code: Code, key: str) -> None:
    if code.issued_by is None or code.issued_by == ctx.person.id:
        return
    name = await names.who(ctx.tx, ctx.house, ctx.t, ctx.person.id)
    place_id, title = await _about(ctx, code)
    place = await place_name(ctx.tx, ctx.house, place_id)
    own = await ctx.tx.offices.own_title(title)

    def news(t: Words) -> Html:
        called = own.name(t.lang) if own else t(f"title-{title.replace('_', '-')}")
        return page([t(key, name=name, office=t("office-name", title=called, place=place))])

    await ctx.tell(code.issued_by, "office.answered", Saying(news))


async def _about(ctx: Context, code: Code) -> tuple[int, str]:
    """The place and the title an invitation is about."""
    if code.kind == "office":
        return code.target, code.detail
    office = await ctx.tx.offices.get(code.target)
    if office is None:
        raise RuleError("invite-void")
    return office.place_id, office.title


@presses("invite.no")
async def decline(ctx: Context) -> None:
    """Not now; whoever asked learns so, and the link stays good for somebody else."""
    code = await _the_invitation(ctx)
    if code.used_at is None:
        await tell_giver(ctx, code, "invite-declined")
    await ctx.tx.offices.not_invited(code.id, ctx.person.id)
    await ctx.redraw(thing("invite", code.id))
    ctx.answer(ctx.t("invite-no-matter"))


async def draw(look: Look, number: int, view: str) -> Card | None:
    code, t = await look.read.codes.get(number), look.t
    if code is None or look.room.person_id is None:
        return card([t("invite-over")])
    if code.used_by == look.room.person_id:
        return card([t("invite-yours")])
    if not code.is_good(look.at):
        return card([t("invite-over")])
    if not await look.read.offices.is_invited(code.id, look.room.person_id):
        return card([t("invite-no-matter")])
    yes = [button(t("invite-yes"), "invite.yes", code.id), button(t("invite-not-now"), "invite.no", code.id)]
    return card(await _asked(look, code), yes)


async def _asked(look: Look, code: Code) -> list[str]:
    t, read = look.t, look.read
    by = await names.named(read, look.house, t, code.issued_by)
    you = await names.named(read, look.house, t, look.room.person_id)
    if code.kind == "office":
        office = t("office-name", title=await names.title(read, t, code.detail),
                   place=await place_name(read, look.house, code.target))  # fmt: skip
        title = code.detail
    else:
        held = await read.offices.get(code.target)
        if held is None:
            return [t("invite-over")]
        office, title = await office_name(read, look.house, t, held), held.title
    until = day(look.house, t, int(code.detail)) if code.kind == "stand-in" else "none"
    line = t(f"invite-{code.kind}", name=you, by=by, office=office, until=until)
    return [bold(line), "", t("office-duties"), quote(await duties_of(read, t, title))]
