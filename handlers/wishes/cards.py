"""How a wish looks: to whose it is, to who grants it, to who looks at it first, to a neighbour."""

from __future__ import annotations

from bot.domain.festivals import Festival
from bot.domain.rules import thing
from bot.domain.wishes import REASONS, UNDO_SECONDS, Wish
from bot.i18n import Html, bold, link, page
from handlers import names, reporting
from handlers.cards import Button, Card, Look, button, card
from handlers.wishes import shared


async def draw(look: Look, number: int, view: str) -> Card | None:
    wish = await look.read.wishes.get(number)
    if wish is None:
        return card([look.t("wish-draft-gone")]) if view == "wisher" else None
    if view == "wisher":
        return await _on_behalf(look, wish, await _wisher(look, wish))
    if view == "judge":
        return await _judge(look, wish)
    mine = wish.of(look.room.person_id or 0)
    return await (_giver(look, wish) if view == "giver" and mine else _reader(look, wish))


async def _who(look: Look, person_id: int | None) -> str:
    return await names.who(look.read, look.house, look.t, person_id)


def _what(look: Look, wish: Wish) -> Html:
    """What is wished; of a voice nobody has put into words yet, that it is one."""
    return bold(wish.words or look.t("wish-media" if wish.media_kind else "wish-forgotten"))


async def _on_behalf(look: Look, wish: Wish, drawn: Card) -> Card:
    """For whom and by whom, for everybody on the wisher's side to see."""
    me, t = look.room.person_id, look.t
    if me != wish.person_id:
        return Card(page([t("for-whom", who=await _who(look, wish.person_id)), drawn.text]), drawn.rows)
    if wish.by_id is None:
        return drawn
    over = [] if wish.is_over else [[button(t("take-over"), "wish.take-over", wish.id)]]
    return Card(page([t("by-whom", who=await _who(look, wish.by_id)), drawn.text]), [*drawn.rows, *over])


async def _wisher(look: Look, wish: Wish) -> Card:
    t, number, it = look.t, wish.id, await shared.festival_of(look.read, wish)
    change = [button(t("wish-change"), "wish.correct", number), button(t("wish-drop"), "wish.withdraw", number)]
    if wish.state == "draft":
        lines = [t("wish-preview", name=it.name), _what(look, wish), t("wish-preview-how")]
        return card(lines, [button(t("wish-send"), "wish.send", number)], change)
    if wish.heard and wish.state == "waiting":
        right = [button(t("wish-heard-yes"), "wish.yes", number), button(t("wish-heard-no"), "wish.correct", number)]
        return card([t("wish-heard-ask"), bold(wish.heard)], right)
    if wish.state in ("waiting", "returned"):
        lines = [t(f"wish-mine-{wish.state}", reason=wish.reason or "else", name=it.name), _what(look, wish)]
        return card(lines, change)
    if wish.stage == "taken":
        return await _taken(look, wish)
    return card(*_standing(look, wish, it, change))


def _standing(look: Look, wish: Wish, it: Festival, change: list[Button]) -> tuple[list[str], list[Button]]:
    """It hangs, or it is over: how it ended, and a way on."""
    t, number = look.t, wish.id
    if wish.state == "open":
        return [t("wish-mine-open", name=it.name), _what(look, wish)], change
    had = "yes" if wish.giver else "no"
    lines = [t(f"wish-mine-{wish.state}", had=had, name=it.name), _what(look, wish)]
    if wish.state == "ended":
        return [*lines, t("wish-ended-how")], [button(t("key-ask"), "ask.new")]
    again = wish.ended_at is not None and look.at - wish.ended_at <= UNDO_SECONDS and it.is_open
    return lines, [button(t("wish-undo"), "wish.reopen", number)] if again else []


async def _taken(look: Look, wish: Wish) -> Card:
    """Somebody would grant it: first without a name; once agreed, who it is and how to reach each other."""
    t, giver = look.t, wish.giver
    assert giver, "taken means that somebody has it"
    whom = (wish.id, giver.person_id)
    if not wish.is_known:
        yes = [button(t("wish-agree"), "wish.agree", *whom), button(t("wish-decline"), "wish.decline", *whom)]
        drop = [button(t("wish-drop"), "wish.withdraw", wish.id)]
        return card([t("wish-mine-taken"), _what(look, wish), t("wish-mine-taken-how")], yes, drop)
    key = "wish-mine-given" if giver.said_at else "wish-mine-known"
    lines = [t(key, who=await _who(look, giver.person_id)), _what(look, wish), *await _account(look, wish, True)]
    done = [button(t("wish-grant"), "wish.grant", wish.id)]
    done += [button(t("wish-not-yet"), "wish.not-yet", wish.id)] if giver.said_at else []
    other = button(t("wish-decline"), "wish.decline", *whom)
    return card(lines, done, _talk(look, wish, giver.voice_id, giver.wisher_shown), [other])


def _talk(look: Look, wish: Wish, other_id: int, shown: bool) -> list[Button]:
    """Through us, or by an account shown by one's own tap."""
    t, giver = look.t, wish.giver
    show = [] if shown or giver is None else [button(t("wish-show"), "wish.show", wish.id, giver.person_id)]
    relays = any(feature.name == "relays" for feature in look.house.features)
    return [*([button(t("wish-talk"), "relay.open", "wish", wish.id, other_id)] if relays else []), *show]


async def _account(look: Look, wish: Wish, of_giver: bool) -> list[str]:
    """The other's account, if they tapped so."""
    giver = wish.giver
    if giver is None or not (giver.shown if of_giver else giver.wisher_shown):
        return []
    person = await look.read.people.get(giver.voice_id) if of_giver else await shared.voice(look.read, wish)
    if person is None or person.telegram_id is None:
        return []
    handle = f" @{person.username}" if person.username else ""
    return [look.t("wish-account-is"), link(person.name + handle, f"tg://user?id={person.telegram_id}")]


async def _giver(look: Look, wish: Wish) -> Card:
    """To who has it, or is next in line."""
    t, giver = look.t, wish.giver
    has_it = giver is not None and look.room.person_id in giver.side
    leave = [button(t("wish-let-go"), "wish.let-go", wish.id)]
    if wish.is_over or not has_it:
        state = wish.state if wish.is_over else "next"
        mine = "yes" if has_it else "no"
        lines = [t(f"wish-yours-{state}", mine=mine), _what(look, wish)]
        return card(lines, *([] if wish.is_over else [leave]), *_name_me(look, wish, has_it))
    if not wish.is_known:
        return card([t("wish-yours-asked"), _what(look, wish), t("wish-yours-asked-how")], leave)
    return await _known_giver(look, wish, leave)


async def _known_giver(look: Look, wish: Wish, leave: list[Button]) -> Card:
    t, giver, speaks = look.t, wish.giver, await shared.voice(look.read, wish)
    assert giver, "whoever reads this has it"
    lines = [t("wish-yours-known", who=await _who(look, wish.person_id)), _what(look, wish)]
    if speaks and speaks.id != wish.person_id:
        lines += [t("wish-yours-through", who=await _who(look, speaks.id))]
    lines += await _account(look, wish, False)
    lines += [t("wish-yours-said" if giver.said_at else "wish-yours-how")]
    given = [] if giver.said_at else [button(t("wish-given"), "wish.given", wish.id)]
    talk = _talk(look, wish, speaks.id, giver.shown) if speaks else []
    return card(lines, [*given, *leave], talk, *_name_me(look, wish, True))


def _name_me(look: Look, wish: Wish, has_it: bool) -> list[list[Button]]:
    """Whether the thanks to the group may name them."""
    if not has_it or wish.giver is None or wish.state not in ("open", "granted"):
        return []
    on = wish.giver.named
    key = "wish-name-off" if on else "wish-name-on"
    return [[button(look.t(key), "wish.name", wish.id, "no" if on else "yes")]]


async def _judge(look: Look, wish: Wish) -> Card:
    """To who looks at it before it hangs: whose it is, what it says, and what can be done."""
    t, number = look.t, wish.id
    lines = [t(f"wish-judge-{wish.stage}", who=await _who(look, wish.person_id)), _what(look, wish)]
    lines += [t("wish-judge-heard"), bold(wish.heard)] if wish.heard and wish.state == "waiting" else []
    back = [button(t("back"), "festival.look", wish.festival_id, 1)]
    if wish.state != "waiting":
        return card(lines, back)
    hang = [button(t("wish-hang"), "wish.hang", number)] if wish.words else []
    hear = [button(t("wish-hear"), "wish.hear", number)] if wish.media_kind else []
    reasons = [button(t("wish-reason", reason=one), "wish.return", number, one) for one in REASONS]
    how = t("wish-judge-how" if wish.words else "wish-judge-listen")
    return card([*lines, "", how], hang, hear, *([one] for one in reasons), back)


async def _reader(look: Look, wish: Wish) -> Card:
    """To a neighbour: what it is and in which building, never whose."""
    t, place = look.t, await look.read.places.get(wish.place_id) if wish.place_id else None
    named = place.name if place and place.kind != "community" else "none"
    lines = [t("wish-reader", place=named, state=wish.stage), _what(look, wish)]
    take = {"open": "wish-take", "taken": "wish-take-too"}.get(wish.stage)
    rows = [[button(t(take), "wish.take", wish.id)]] if take else []
    back = button(t("back"), "festival.shelf", wish.festival_id, 1)
    return card(lines, *rows, [back, reporting.report(t, thing("wish", wish.id))])
