"""The steward: a card every Monday, a word at once when something is wrong, after a week the search for a second."""

from __future__ import annotations

from bot.domain import steward
from bot.domain.rules import number_of, thing
from bot.domain.steward import DAY, MONTH, WEEK, Trouble, Week
from bot.i18n import Html, Words, bold, page
from handlers.cards import Card, Look, card
from handlers.context import Saying, Showing, Turn
from handlers.doors import rings
from handlers.features import Feature, Kind


@rings("house.weekly")
async def weekly(turn: Turn) -> None:
    """Every steward reads how the week was; a house that is not a day old has nothing to tell."""
    if turn.now - await born(turn) >= DAY:
        for person_id in await turn.tx.steward.since():
            await turn.tell(person_id, "steward.weekly", Showing(thing("week", turn.now), "steward"))
    await turn.alarm("house.weekly", "house", int(steward.next_monday(turn.house.local(turn.now)).timestamp()))


@rings("house.second")
async def ask_for_a_second(turn: Turn) -> None:
    """One steward alone, for a week: asked to find a second, and again every month."""
    stewards = await turn.tx.steward.since()
    again = turn.now + WEEK
    if len(stewards) == 1:
        [(person_id, since)] = stewards.items()
        again = since + WEEK
        if turn.now >= again:
            news = Saying(lambda t: page([bold(t("second-steward")), "", *t("second-steward-how").splitlines()]))
            await turn.tell(person_id, "steward.second", news)
            again = turn.now + MONTH
    await turn.alarm("house.second", "house", again)


async def born(turn: Turn) -> int:
    """When this house was first at work."""
    return int(await turn.tx.house.value("born") or turn.now)


async def tell_troubles(turn: Turn) -> None:
    """What is wrong and not told yet, in one message."""
    awake = turn.house.awake(turn.now) == turn.now
    due = steward.due(await turn.tx.steward.untold(), turn.now, awake)
    if not due:
        return
    titles = {trouble.thing: await _title(turn, trouble.thing) for trouble in due if trouble.thing}
    urgent = any(trouble.kind in steward.URGENT for trouble in due)
    told = False
    for person_id in await turn.tx.steward.since():
        news = Saying(lambda t: trouble_page(t, due, titles))
        told |= await turn.tell(person_id, "steward.trouble", news, awaited=urgent)
    if told:
        await turn.tx.steward.told(due, turn.now)


async def _title(turn: Turn, name: str) -> str:
    return (await turn.tx.rooms.get(number_of(name))).title or "…"


def trouble_page(t: Words, troubles: list[Trouble], titles: dict[str, str]) -> Html:
    lines: list[str] = [bold(t("trouble-title", count=len(troubles)))]
    for trouble in troubles:
        room = titles.get(trouble.thing, "")
        lines += ["", *t(f"trouble-{trouble.kind}", number=trouble.number, room=room).splitlines()]
    return page(lines)


async def draw_week(look: Look, number: int, view: str) -> Card | None:
    """`number`: the moment at which the week ends."""
    t, week = look.t, await _week(look, number)
    waits = [line for feature in look.house.features if feature.weekly for line in await feature.weekly(look)]
    numbers = [
        t("week-snapshots", made=week.snapshots, nights=week.nights),
        t("week-outage", minutes=week.outage_minutes),
        *waits,
    ]
    count = len(week.worries)
    title = t("week-title", count=count, numbers=t("week-between").join(numbers))
    blanks = {
        "missing": week.nights - week.snapshots,
        "minutes": week.waiting // 60,
        "parked": week.parked,
    }
    return card([title, *(line for what in week.worries for line in ("", t(f"week-not-{what}", **blanks)))])


async def _week(look: Look, until: int) -> Week:
    since, read = until - WEEK, look.read
    made = [at for _, at in await read.steward.recorded("snapshots") if since < at <= until]
    days = len({look.house.local(at).date() for at in made})
    nights = steward.nights(int(await read.house.value("born") or until), until, days)
    waits_since = await read.outbox.oldest_due(until)
    return Week(
        snapshots=min(days, nights),
        nights=nights,
        outage=steward.overlap(await read.steward.recorded("outages"), since, until),
        waiting=until - waits_since if waits_since is not None else 0,
        parked=await read.house.parked(since),
    )


FEATURE = Feature(
    "steward",
    cards={"week": draw_week},
    notes={"steward.trouble": Kind("again"), "steward.second": Kind("again")},
)
