"""Recommending: a neighbour says what another is good at, who is asked first; nothing is shown before a yes."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote as encoded

from telegram import MessageOriginUser

from bot.domain import offers, places
from bot.domain.offers import Offer
from bot.domain.people import Person
from bot.domain.rules import RuleError, thing, whole_number
from bot.i18n import Html, bold, page
from handlers import codes, danger, lists, medicine, names
from handlers.cards import Button, Card, Look, button, card, label
from handlers.context import TITLES, Context, Saying, Showing, later
from handlers.doors import answers, opens, presses, says
from handlers.matches import GOODS
from handlers.offers import shared
from handlers.offers.offering import show_draft
from handlers.offers.publishing import goes_up
from handlers.offers.shared import MENU, save
from storage.database import Read

MOST_A_DAY = 5
"""Neighbours one person may recommend within 24 hours."""

LINK_DAYS = 7
PER_PAGE = 8
ACTING = sorted(key for key, title in TITLES.items() if "act" in title.powers)
"""The titles whose holders may act for a neighbour without a telephone."""


@says("recommend", "推荐邻居", "推荐", english=("recommend a neighbour", "recommend"), on_card=True)
async def recommend(ctx: Context) -> None:
    if not ctx.room.is_private:
        return ctx.opens("offers", 0)
    return await _whom(ctx, 1)


@presses("offers.recommend")
async def recommend_pressed(ctx: Context) -> None:
    """Who, among the neighbours of one's own building, page by page."""
    ctx.values(0)
    await _whom(ctx, whole_number(ctx.way.values[0]) if ctx.way.values else 1)


async def _whom(ctx: Context, at_page: int) -> None:
    if await _building(ctx.tx, ctx.person.id) is None:
        raise RuleError("offer-no-home")
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "offers.whom", "0", later(ctx.now, hours=24))
    await ctx.menu(f"recommend.who.{at_page}", MENU)


async def _building(read: Read, person_id: int) -> int | None:
    home = await read.residents.home(person_id)
    place = await read.places.public(home) if home else None
    return place.id if place else None


async def _neighbours(read: Read, person_id: int) -> list[int]:
    """Who is at home in one's own building, with Telegram or without."""
    building = await _building(read, person_id)
    if building is None:
        return []
    found = [*await read.residents.around(building), *await read.acting.without_telegram([building])]
    return [one for one in dict.fromkeys(found) if one != person_id]


@answers("offers.whom")
async def forwarded(ctx: Context) -> None:
    """A message of theirs, forwarded here, says who it is; whoever hides behind a name is invited by a link."""
    message = ctx.incoming.message
    origin = message.forward_origin if message else None
    found = await ctx.tx.people.by_telegram(origin.sender_user.id) if isinstance(origin, MessageOriginUser) else None
    if found is None or found.id not in await _neighbours(ctx.tx, ctx.person.id):
        await ctx.menu("recommend.who.1", MENU)
        return await ctx.say(ctx.t("recommend-not-found"))
    return await _ask_what(ctx, found.id)


@presses("offers.of")
async def chosen(ctx: Context) -> None:
    """Somebody of the list; 0: somebody who is not in it, by a link."""
    person_id = whole_number(ctx.values(1)[0])
    if person_id and person_id not in await _neighbours(ctx.tx, ctx.person.id):
        raise RuleError("button-is-old")
    await _ask_what(ctx, person_id, whole_number(ctx.way.values[1]) if len(ctx.way.values) > 1 else 1)


async def _ask_what(ctx: Context, person_id: int, at_page: int = 1) -> None:
    await ctx.tx.questions.ask(ctx.person.id, ctx.room.id, "offers.good-at", str(person_id), later(ctx.now, hours=24))
    await ctx.menu(f"recommend.what.{person_id}.{at_page}", MENU)


@presses("offers.good-at")
async def good_at(ctx: Context) -> None:
    value, key = ctx.values(2)
    if key not in {good.key for good in GOODS.skills}:
        raise RuleError("button-is-old")
    await _recommended(ctx, whole_number(value), GOODS.by_key[key].name(ctx.t.lang), key)


@answers("offers.good-at")
async def good_at_typed(ctx: Context) -> None:
    if await danger.heard(ctx, ctx.text):
        return
    await medicine.allowed(ctx, ctx.text[:300])  # refuses prescriptions and prices
    what = offers.fit(places.read(ctx.text, await ctx.places()).rest)
    named = GOODS.known(what)
    await _recommended(ctx, int(ctx.way.values[0]), what, named[0].key if len(named) == 1 else "")


async def _recommended(ctx: Context, person_id: int, what: str, key: str) -> None:
    """That neighbour is asked; one without Telegram is asked in person by the head who acts."""
    question = await ctx.tx.questions.open(ctx.person.id, ctx.room.id, ctx.now)
    if question and question.door == "offers.good-at":
        await ctx.tx.questions.close(ctx.person.id, ctx.room.id)
    if person_id and person_id not in await _neighbours(ctx.tx, ctx.person.id):
        raise RuleError("button-is-old")
    if await ctx.tx.offers.recommended_since(ctx.person.id, later(ctx.now, days=-1)) >= MOST_A_DAY:
        raise RuleError("recommend-too-many", most=MOST_A_DAY)
    home = await shared.home_of(ctx.tx, person_id or ctx.person.id) or (await ctx.tx.places.root()).id
    made = await ctx.tx.offers.put(
        Offer(
            0, "skill", person_id or None, None, home, key, what, 1, 1, False, "first", None, None, None,
            "recommended", ctx.now, recommended_by=ctx.person.id,
        )
    )  # fmt: skip
    await ctx.alarm("offer.tidy", thing("offer", made.id), later(ctx.now, days=LINK_DAYS))
    await ctx.write_down("offer.recommended", thing("offer", made.id), home)
    if not person_id:
        code = await ctx.tx.codes.issue(
            "recommend", made.id, by=ctx.person.id, at=ctx.now, expires_at=later(ctx.now, days=LINK_DAYS)
        )
        return await ctx.menu(f"recommend.link.{code.id}", MENU)
    if not await _asked(ctx, made):
        raise RuleError("recommend-unreached")
    return await ctx.menu("recommend.sent", MENU)


async def _asked(ctx: Context, it: Offer) -> bool:
    """Ask the neighbour, or the nearest head who may act for them. False: nobody can."""
    assert it.person_id
    news = Showing(thing("offer", it.id), "recommended")
    person = await ctx.tx.people.get(it.person_id)
    if person.telegram_id is not None:
        return await ctx.tell(person.id, "offer.recommended", news)
    for _, offices in await ctx.tx.offices.answerable(it.place_id, ACTING):
        heads = dict.fromkeys(office.person_id for office in offices)
        if any([await ctx.tell(head, "offer.recommended", news) for head in heads]):
            return True
    return False


@opens("recommend")
async def link_opened(ctx: Context) -> None:
    """Whoever it was sent on to reads what a neighbour says of them."""
    code = await codes.opened(ctx, "recommend")
    it = await ctx.tx.offers.get(code.target)
    if it is None or it.state != "recommended" or it.person_id is not None:
        raise RuleError("code-too-old")
    if it.recommended_by == ctx.person.id:
        raise RuleError("recommend-not-yourself")
    await codes.use(ctx, code)
    home = await shared.home_of(ctx.tx, ctx.person.id)
    theirs = replace(it, person_id=ctx.person.id, place_id=home or it.place_id)
    await ctx.tx.offers.save(theirs)
    await ctx.show(thing("offer", it.id), "recommended", ctx.room, aloud=True)


async def _answered(ctx: Context, action: str) -> Offer:
    """The recommendation, for whoever it is about, or the head who asked them in person."""
    it = await ctx.tx.offers.get(ctx.number) if ctx.room.is_private else None
    if it is None or it.person_id is None:
        raise RuleError("offer-unknown")
    if ctx.person.id != it.person_id and not await _acts_for(ctx, it.person_id):
        raise RuleError("offer-unknown")
    await shared.may(ctx, action, it)
    return it


async def _acts_for(ctx: Context, person_id: int) -> bool:
    person = await ctx.tx.people.get(person_id)
    return person.telegram_id is None and await ctx.may_act(ctx.person.id, person_id)


@presses("offer.accept")
async def accept(ctx: Context) -> None:
    """Yes: on the shelf at once, or as a draft to be put right first."""
    it = await _answered(ctx, "offer.accept")
    if it.state == "open":  # a second tap
        return ctx.answer(ctx.t("offer-published"))
    theirs = replace(it, by_id=None if ctx.person.id == it.person_id else ctx.person.id)
    await ctx.no_alarm("offer.tidy", thing=thing("offer", it.id))
    if ctx.way.values[1:] == ("change",):
        draft = replace(theirs, state="draft")
        await save(ctx, it, draft)
        await ctx.alarm("offer.tidy", thing("offer", it.id), later(ctx.now, hours=24))
        return await show_draft(ctx, draft)
    await ctx.tx.offers.save(theirs)
    await goes_up(ctx, theirs)
    await _tell_recommender(ctx, it, "recommend-yes")
    await ctx.show(thing("offer", it.id), "author", ctx.room, aloud=True)
    return ctx.answer(ctx.t("offer-published"))


@presses("offer.decline")
async def decline(ctx: Context) -> None:
    """No: nothing of it is kept."""
    it = await _answered(ctx, "offer.decline")
    await ctx.no_alarm("offer.tidy", thing=thing("offer", it.id))
    await ctx.tx.offers.delete_draft(it.id)
    await ctx.redraw(thing("offer", it.id))
    await _tell_recommender(ctx, it, "recommend-no")
    ctx.answer(ctx.t("recommend-declined"))


async def _tell_recommender(ctx: Context, it: Offer, key: str) -> None:
    if it.recommended_by is not None:
        what = it.what
        await ctx.tell(it.recommended_by, "offer.recommendation", Saying(lambda t: page([t(key), bold(what)])))


# pages


async def draw(look: Look, person_id: int, rest: list[str]) -> Card:
    if rest[0] == "who":
        return await _draw_whom(look, person_id, int(rest[1]))
    if rest[0] == "what":
        return await _draw_what(look, int(rest[1]), int(rest[2]))
    home = [button(look.t("back"), "offers.home")]
    if rest[0] == "sent":
        return card([look.t("recommend-sent")], home)
    code = await look.read.codes.get(int(rest[1]))
    assert code, "codes stay"
    url = codes.link(look.house, code)
    pass_on = Button(look.t("recommend-share"), url=f"https://t.me/share/url?url={encoded(url, safe='')}")
    return card([look.t("recommend-link", days=LINK_DAYS), "", url], [pass_on], home)


async def _draw_whom(look: Look, person_id: int, at_page: int) -> Card:
    t = look.t
    shown, at_page, pages = lists.page_of(await _neighbours(look.read, person_id), at_page)
    keys = [button(label(await _name(look, one)), "offers.of", one) for one in shown]
    rows = [keys[at : at + 2] for at in range(0, len(keys), 2)]
    return card(
        [bold(t("recommend-whom")), t("recommend-how")],
        *rows,
        lists.turner("offers.recommend", at_page, pages),
        [button(t("recommend-other"), "offers.of", 0)],
        [button(t("back"), "offers.home")],
    )


async def _name(look: Look, person_id: int) -> str:
    return await names.named(look.read, look.house, look.t, person_id)


async def _draw_what(look: Look, person_id: int, at_page: int) -> Card:
    t = look.t
    who = await _name(look, person_id) if person_id else t("a-neighbour")
    shown, at_page, pages = lists.page_of(GOODS.skills, at_page, PER_PAGE)
    keys = [button(label(one.name(t.lang)), "offers.good-at", person_id, one.key) for one in shown]
    rows = [keys[at : at + 2] for at in range(0, len(keys), 2)]
    turner = lists.turner("offers.of", at_page, pages, person_id)
    return card(
        [bold(t("recommend-what", who=who)), t("offer-or-type")],
        *rows,
        turner,
        [button(t("back"), "offers.recommend", 1)],
    )


async def draw_asked(look: Look, it: Offer) -> Card:
    """To whoever is recommended, or the head who asks them in person."""
    t, reader = look.t, look.room.person_id
    if it.state != "recommended":
        return card([t("recommend-answered"), bold(shared.called(t, it))])
    person = await look.read.people.get(it.person_id or 0)
    by = await names.who(look.read, look.house, t, it.recommended_by)
    yes = button(t("recommend-accept"), "offer.accept", it.id)
    no = button(t("recommend-decline"), "offer.decline", it.id)
    if reader == person.id:
        lines: list[str | Html] = [t("recommend-asks", by=by), bold(shared.called(t, it)), t("recommend-asks-next")]
        return card(lines, [yes, no], [button(t("recommend-change"), "offer.accept", it.id, "change")])
    return await _in_person(look, it, person, by, [yes, no])


async def _in_person(look: Look, it: Offer, person: Person, by: str, keys: list[Button]) -> Card:
    who = await names.who(look.read, look.house, look.t, person.id)
    return card([look.t("recommend-asks-head", by=by, who=who), bold(shared.called(look.t, it))], keys)
