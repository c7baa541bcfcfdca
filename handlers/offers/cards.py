"""How an offer looks: to its holder, and to a neighbour at the shelf, who reads what and where, never whose."""

from __future__ import annotations

from bot.domain import medicines, offers
from bot.domain.offers import TIMES, Offer
from bot.domain.people import Person
from bot.domain.rules import thing
from bot.i18n import Html, bold, page, quote
from handlers import consent, medicine, names, reporting, when
from handlers.cards import Button, Card, Look, Rows, button, card, label
from handlers.features import Line
from handlers.offers import recommending
from handlers.offers.shared import ICONS, building, called

AMOUNTS = (1, 2, 3, 5, 10)
MOST_ASKED_FOR = 3
"""How many of a thing one may ask for by button."""


async def draw(look: Look, number: int, view: str) -> Card | None:
    it = await look.read.offers.get(number)
    if it is None:
        return card([look.t("offer-draft-gone")])
    if view == "recommended":
        return await recommending.draw_asked(look, it)
    if look.room.person_id in it.side and view == "author":
        return await _on_behalf(look, it, await _author(look, it))
    return await _shelf(look, it)


async def seen(look: Look, it: Offer) -> list[str | Html]:
    """What a neighbour reads at the shelf."""
    t, place = look.t, await building(look.read, it)
    facts = [t("offer-amount-is", amount=it.amount)] if it.is_counted and it.amount > 1 else []
    facts += [t("offer-lent", way="lend" if it.lends else "give")] if it.kind == "thing" else []
    facts += [t("offer-times", times=it.times)] if not it.is_counted else []
    lines: list[str | Html | None] = [
        bold(called(t, it)),
        t("offer-where", place=place),
        " · ".join(facts) if facts else None,
        t("medicine-good-until", until=medicine.expiry(t, it.expires)) if it.expires else None,
        t("offer-medicine-rule") if it.kind == "medicine" else None,
        t("offer-has-media", kind=it.media_kind) if it.media_kind else None,
    ]
    return [line for line in lines if line is not None]


async def _on_behalf(look: Look, it: Offer, drawn: Card) -> Card:
    """For whom and by whom, for both to see; whoever it belongs to may take it over."""
    if it.by_id is None:
        return drawn
    if look.room.person_id == it.by_id:
        line = look.t("for-whom", who=await names.who(look.read, look.house, look.t, it.person_id))
        return Card(page([line, drawn.text]), drawn.rows)
    line = look.t("by-whom", who=await names.who(look.read, look.house, look.t, it.by_id))
    over = [] if it.is_over else [[button(look.t("take-over"), "offer.take-over", it.id)]]
    return Card(page([line, drawn.text]), [*drawn.rows, *over])


async def _author(look: Look, it: Offer) -> Card:
    t, shown = look.t, quote(page(await seen(look, it)))
    if it.state == "draft":
        agreed = await consent.holds(look.read, it.person_id or 0, "keep")
        lines = [t("offer-preview"), shown, t("offer-nobody-sees"), *([] if agreed else ["", *consent.lines(t)])]
        return card(lines, *_draft(look, it))
    if it.state == "recommended":
        return await recommending.draw_asked(look, it)
    if it.asked_at is not None and it.state == "open":
        until = when.dated(t, look.house, offers.clocks(it, look.house.awake).end)
        return card([bold(t("offer-still-there")), shown, t("offer-still-until", until=until)], _still(look, it))
    lines = [t("offer-mine", state=it.state), shown]
    return card(lines, *(_over(look, it) if it.is_over else _standing(look, it)))


def _draft(look: Look, it: Offer) -> Rows:
    t, number = look.t, it.id
    other = [kind for kind in ("thing", "skill", "teaching") if kind != it.kind and it.kind != "medicine"]
    return [
        [button(t("offer-publish"), "offer.publish", number)],
        *_choices(look, it),
        [button(f"{ICONS[kind]} {t('offer-rather', kind=kind)}", "offer.kind", number, kind) for kind in other],
        [button(t("offer-change"), "offer.change", number), button(t("offer-drop"), "offer.withdraw", number)],
    ]


def _choices(look: Look, it: Offer) -> Rows:
    """How many, lent or given, good until; of a skill when one may be asked."""
    t, number = look.t, it.id
    if not it.is_counted:
        keys = [
            button(_mark(it.times == one) + t("offer-times", times=one), "offer.times", number, one) for one in TIMES
        ]
        return [keys[:2], keys[2:]]
    most = medicines.MOST if it.kind == "medicine" else 99
    amounts = [
        button(_mark(it.amount == one) + t("offer-amount-key", amount=one), "offer.amount", number, one)
        for one in AMOUNTS
        if one <= most
    ]
    ways = [
        button(_mark(it.lends == (way == "lend")) + t("offer-way", way=way), "offer.way", number, way)
        for way in ("give", "lend")
    ]
    until = button(t("offer-expiry-key"), "offer.expiry", number)
    return [amounts, [*(ways if it.kind == "thing" else []), until]]


def _mark(chosen: bool) -> str:
    return "✓ " if chosen else ""


def _still(look: Look, it: Offer) -> list[Button]:
    t = look.t
    return [button(t("offer-stays"), "offer.stay", it.id), button(t("offer-withdraw"), "offer.withdraw", it.id)]


def _standing(look: Look, it: Offer) -> Rows:
    t, number = look.t, it.id
    turn = button(t("offer-resume"), "offer.resume", number)
    if it.state == "open":
        turn = button(t("offer-pause"), "offer.pause", number)
    change, gone = (
        button(t("offer-change"), "offer.change", number),
        button(t("offer-withdraw"), "offer.withdraw", number),
    )
    return [[turn, change], *_choices(look, it), [gone]]


def _over(look: Look, it: Offer) -> Rows:
    again = it.can_be_reopened(look.at)
    return (
        [[button(look.t("offer-undo"), "offer.reopen", it.id)]]
        if again
        else [[button(look.t("offer-key"), "offers.home")]]
    )


async def _shelf(look: Look, it: Offer) -> Card:
    """To a neighbour: what, which building, and the one tap that asks for it."""
    t = look.t
    if it.state != "open":
        return card([bold(called(t, it)), t("offer-not-there")], [button(t("shelf-key"), "offers.shelf")])
    mine = await look.read.wants.open_of(it.id, look.room.person_id or 0)
    photo = [button(t("offer-photo"), "offer.photo", it.id)] if it.media_kind == "photo" else []
    last = [*photo, reporting.report(t, thing("offer", it.id))]
    if mine:
        return card(
            [*await seen(look, it), "", t("want-waiting")], [button(t("want-open"), "want.open", mine.id)], last
        )
    many = it.is_counted and it.amount > 1
    wants = [button(t("want-this"), "offer.want", it.id, 1)]
    if many:
        wants = [
            button(t("want-so-many", amount=one), "offer.want", it.id, one)
            for one in range(1, min(it.amount, MOST_ASKED_FOR) + 1)
        ]
    back = button(t("shelf-back"), "offers.shelf")
    return card([*await seen(look, it), "", t("want-how")], wants, [*last, back])


async def mine(look: Look, person: Person) -> list[Line]:
    """What I offer, then what I want from the shelf."""
    offered = [
        Line(f"{called(look.t, it)} · {look.t('offer-state', state=it.state)}", _open(look, it))
        for it in await look.read.offers.mine(person.id)
    ]
    wanted = list[Line]()
    for want in await look.read.wants.mine(person.id):
        it = await look.read.offers.get(want.offer_id)
        if it:
            text = f"🤲 {it.what} · {look.t('want-state', state=want.state)}"
            wanted.append(Line(text, button(label(f"🤲 {it.what}"), "want.open", want.id)))
    return [*offered, *wanted]


def _open(look: Look, it: Offer) -> Button:
    return button(label(called(look.t, it)), "offer.open", it.id)
