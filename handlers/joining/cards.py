"""How a request looks: to who asks, to who answers for the place, and to the household."""

from __future__ import annotations

from bot.domain import joining
from bot.domain.joining import AT_HOME, AT_WORK, Join
from bot.i18n import bold, page, quote
from handlers import consent, where
from handlers.cards import Card, Look, Rows, button, card
from handlers.joining import headcards
from handlers.joining.beginning import workplaces
from handlers.joining.headcards import pad_at, what
from handlers.joining.homecards import your_head
from handlers.joining.shared import heads, role_value, role_word, spot
from handlers.names import named


async def draw(look: Look, number: int, view: str) -> Card | None:
    join = await look.read.joins.get(number)
    if join is None:
        return (
            card([look.t("join-draft-gone")]) if view == "mine" else await headcards.gone(look, f"join_{number}", view)
        )
    if view == "mine":
        return await _mine(look, join)
    if view == "household":
        return await headcards.household(look, join)
    return await headcards.draw(look, join, view)


# to who asks


async def _mine(look: Look, join: Join) -> Card:
    by = look.t("for-whom", who=await named(look.read, look.house, look.t, join.person_id)) if join.by_id else None
    drawn = await _DRAWN[join.state](look, join)
    return Card(page([by, drawn.text]), drawn.rows) if by else drawn


async def _draft(look: Look, join: Join) -> Card:
    t, place = look.t, await spot(look.read, look.house, join.place_id)
    if join.code_id is not None:
        return await _at_the_door(look, join, place)
    if join.role is None:
        return card(
            [bold(t("join-who")), *_so_far(look, join, place), *await _agreeing(look, join)], *_roles(look, join)
        )
    if join.works:
        return await _at_work(look, join, place)
    if join.said:
        return await _unknown_door(look, join)
    return await _where(look, join)


async def _agreeing(look: Look, join: Join) -> list[str]:
    """What is kept and why, in three short lines, for whoever has not agreed yet: the next tap does."""
    if await consent.holds(look.read, join.person_id, "keep"):
        return []
    return [quote("\n".join(consent.lines(look.t)))]


def _so_far(look: Look, join: Join, place: str) -> list[str]:
    return [place] if place and not join.said else []


def _roles(look: Look, join: Join) -> Rows:
    return [
        [button(look.t("join-i-am", role=role), "join.role", join.id, role_value(role)) for role in roles]
        for roles in (AT_HOME, AT_WORK)
    ]


async def _at_the_door(look: Look, join: Join, place: str) -> Card:
    """Scanned at the door: two taps to go."""
    t = look.t
    known = await look.read.residents.without_account(join.place_id or 0)
    if join.role is None or not known:
        row = [button(t("join-i-am", role=role), "join.door", join.id, role) for role in AT_HOME]
        agreeing = await _agreeing(look, join) if join.role is None else []
        return card([bold(t("join-door", place=place)), t("join-door-who"), *agreeing], row)
    names = [(one, (await look.read.people.get(one)).name) for one in known[:6]]
    rows = [[button(t("join-claim", name=joining.hidden(name)), "join.claim", join.id, one)] for one, name in names]
    rows += [[button(t("join-claim-none"), "join.claim", join.id, "none")]]
    return card([bold(t("join-door", place=place)), t("join-door-known")], *rows)


async def _at_work(look: Look, join: Join, place: str) -> Card:
    """Which estate, and one line: what shop, which organisation; the line may be left out."""
    t, tree = look.t, await look.house.tree(look.read)
    root = (await look.read.places.root()).id
    spots = workplaces(tree, root)
    if join.place_id is None:
        rows = [[button(tree.get(id).name, "join.place", join.id, where.At(id))] for id in spots[: where.MOST]]
        return card([bold(t("join-where-work"))], *rows)
    return card(
        [bold(t("join-work-line", role=join.role)), t("join-work-line-how")],
        [button(t("join-work-send"), "join.send", join.id), button(t("join-drop"), "join.withdraw", join.id)],
    )


async def _unknown_door(look: Look, join: Join) -> Card:
    """Not in the register: as it was said it goes to whoever can add it, or it is said once more."""
    t, root = look.t, (await look.read.places.root()).id
    return card(
        [t("join-not-in-register"), quote(join.said), t("join-not-in-register-how")],
        [button(t("join-send-so"), "join.send", join.id)],
        [button(t("join-by-pad"), "join.place", join.id, where.At(root))],
    )


async def _where(look: Look, join: Join) -> Card:
    """A line, a voice message, or the pad: all three at once."""
    t, tree = look.t, await look.house.tree(look.read)
    at = await pad_at(look, join)
    rows = where.pad(tree, at, "join.place", join.id, to_door=True) if at.place_id in tree else []
    here = tree.path(at.place_id) if at.place_id in tree and tree.get(at.place_id).kind != "community" else ""
    empty = at.place_id not in tree or not tree.children(at.place_id)
    how = t("join-where-number") if empty and here else t("join-where-type") if empty else t("join-where-how")
    lines = [bold(t("join-where", role=role_word(t, join.role))), here or None, how]
    return card(lines, *rows, [button(t("join-drop"), "join.withdraw", join.id)])


async def _waiting(look: Look, join: Join) -> Card:
    t = look.t
    lines = [bold(t("join-waiting")), *await what(look, join)]
    levels = await heads(look.read, join.place_id or 0, join.person_id)
    if levels and join.level >= 0:
        asked = levels[min(join.level, len(levels) - 1)]
        people = list(dict.fromkeys(office.person_id for office in asked))
        who = t("and").join([await named(look.read, look.house, t, one) for one in people[:3]])
        lines += [t("join-waiting-for", who=who, days=joining.CLIMB_DAYS)]
    else:
        lines += [t("join-waiting-nobody")]
    me = await look.read.people.get(join.person_id)
    if join.room_id and not me.started:
        lines += [t("join-press-start")]
    return card(
        lines, [button(t("join-change"), "join.correct", join.id), button(t("join-drop"), "join.withdraw", join.id)]
    )


async def _confirmed(look: Look, join: Join) -> Card:
    """Home, and who answers for it; what else a newcomer should know comes a little later."""
    t = look.t
    person = await look.read.people.get(join.person_id)
    lines: list[str] = [bold(t("join-home")), *await what(look, join), *await your_head(look, person)]
    row = [button(t("home-key"), "home.open", join.place_id)] if not join.works else []
    return card(lines, row)


async def _refused(look: Look, join: Join) -> Card:
    t = look.t
    lines = [t("join-refused", reason=join.reason or "other"), *await what(look, join)]
    lines += [t("join-refused-said"), quote(join.reason_said)] if join.reason_said else []
    rows = [
        [button(t("join-correct-door"), "join.correct", join.id)],
        [button(t("join-ask-again"), "join.again", join.id), button(t("join-ask-up"), "join.again", join.id, "up")],
    ]
    return card([*lines, t("join-refused-how")], *rows)


async def _withdrawn(look: Look, join: Join) -> Card:
    return card([look.t("join-withdrawn")], [button(look.t("join-anew"), "join.correct", join.id)])


async def _undone(look: Look, join: Join) -> Card:
    place = await spot(look.read, look.house, join.place_id)
    return card(
        [look.t("home-taken-back", place=place), look.t("home-taken-back-how")],
        [button(look.t("join-anew"), "join.correct", join.id)],
    )


_DRAWN = {
    "draft": _draft,
    "waiting": _waiting,
    "confirmed": _confirmed,
    "refused": _refused,
    "withdrawn": _withdrawn,
    "undone": _undone,
}
