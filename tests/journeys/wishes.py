"""Small wishes 微心愿 before a festival, told once for telephones and for hands on the page."""

from __future__ import annotations

from handlers.cards import label
from handlers.wishes.shared import CALENDAR
from tests.journeys.winter import HOUR, Anybody, Clock, Keeps, nobody_looks, pushes

DAY = 24 * HOUR
NAMED = {"zh": "冬日暖阳", "en": "Warm winter"}


def a_wish_comes_true(
    organiser: Anybody, wisher: Anybody, giver: Anybody, group: int, how: str, keeps: Keeps = nobody_looks
) -> None:
    """A festival's wishes are opened; one is written, looked at, hung, taken on, agreed and granted."""
    t, glasses = wisher.t, wisher.t("wish-common", what="glasses")
    who_wishes, who_gives = t("who", name="李桂兰", place="3栋"), t("who", name="刘洋", place="2栋")
    name = NAMED[organiser.lang]
    opens_a_festival(organiser, how, keeps)
    wishes(wisher, group, "glasses", how, keeps)
    organiser.tap(t("festival-look-key", count=1))
    organiser.tap(label(f"👀 {glasses}"), t("festival-look-title", count=1, name=name))
    organiser.sees(t("wish-judge-waiting", who=who_wishes), glasses)
    keeps(organiser, "wish-judged")
    organiser.tap(t("wish-hang"), glasses)
    wisher.sees(t("wish-mine-open", name=name), glasses)
    giver.opens(group)
    giver.sees(t("festival-counts", hung=1, open=1))
    keeps(giver, "wish-group")
    giver.tap(t("festival-look"))
    giver.is_led()
    with giver.counts(f"{how}: a wish taken on", taps=2, typed=0):
        giver.tap(label(f"🎁 {glasses}"), t("festival-headline", name=name))
        keeps(giver, "wish-read")
        giver.tap(t("wish-take"), glasses)
    giver.understands(t("wish-take-thanks"))
    wisher.sees(t("wish-mine-taken"), t("wish-mine-taken-how"))
    keeps(wisher, "wish-taken")
    wisher.tap(t("wish-agree"), glasses)
    giver.sees(t("wish-yours-known", who=who_wishes), glasses)
    keeps(giver, "wish-known")
    giver.tap(t("wish-given"), who_wishes)
    wisher.sees(t("wish-mine-given", who=who_gives))
    wisher.tap(t("wish-grant"), who_gives)
    wisher.sees(t("wish-mine-granted", had="yes", name=name), glasses)
    giver.sees(t("wish-yours-granted", mine="yes"), glasses)
    giver.tap(t("wish-name-on"), glasses)
    giver.sees(t("wish-yours-granted", mine="yes"))


def opens_a_festival(organiser: Anybody, how: str, keeps: Keeps) -> None:
    """The calendar suggests some; one with a name of its own lasts twenty days at any time of the year."""
    t, name = organiser.t, NAMED[organiser.lang]
    organiser.opens()
    with organiser.counts(f"{how}: a festival's wishes opened", taps=4, typed=len(name)):
        organiser.chooses("wishes")
        organiser.tap(t("festival-new"))
        organiser.sees(t("festival-which"))
        keeps(organiser, "wish-festivals")
        assert any(one.startswith(t(f"festival-{key}")) for one in organiser.labels() for key in CALENDAR)
        organiser.types(name)
        organiser.sees(t("festival-draft"), name)
        keeps(organiser, "wish-festival")
        organiser.tap(t("festival-publish"), name)


def wishes(wisher: Anybody, group: int, what: str, how: str, keeps: Keeps = nobody_looks) -> None:
    """From the group's card, one wish by button."""
    t, named = wisher.t, wisher.t("wish-common", what=what)
    wisher.opens(group)
    with wisher.counts(f"{how}: a small wish", taps=3, typed=0):
        wisher.tap(t("festival-write"))
        wisher.is_led()
        wisher.sees(t("wish-what-how"))
        keeps(wisher, "wish-what")
        wisher.tap(named, t("wish-what-how"))
        wisher.sees(named, t("wish-preview-how"))
        keeps(wisher, "wish-preview")
        wisher.tap(t("wish-send"), named)


def the_festival_is_over(
    organiser: Anybody, wisher: Anybody, group: int, clock: Clock, how: str, keeps: Keeps = nobody_looks
) -> None:
    """A wish that nobody took on: its time goes by, the organiser closes, the wisher reads so, the group is thanked."""
    t, name, shoes = wisher.t, NAMED[organiser.lang], wisher.t("wish-common", what="shoes")
    organiser.sees(t("festival-runner-counts", hung=1, open=0, taken=0, granted=1))
    wishes(wisher, group, "shoes", how)
    organiser.tap(t("festival-look-key", count=1))
    organiser.tap(label(f"👀 {shoes}"))
    organiser.tap(t("wish-hang"), shoes)
    wisher.sees(t("wish-mine-open", name=name), shoes)
    clock(18 * DAY)
    pushes(clock, organiser, t("festival-over", open=1, taken=0), 2 * DAY)
    keeps(organiser, "wish-over")
    organiser.tap(t("festival-close"), t("festival-over", open=1, taken=0))
    wisher.sees(t("wish-mine-ended", had="no", name=name), t("wish-ended-how"))
    keeps(wisher, "wish-ended")
    wisher.opens(group)
    wisher.sees(t("festival-thanks", granted=1, hung=2, named="刘洋", others=0, name=name))
    keeps(wisher, "wish-thanks")
    assert "李桂兰" not in wisher.said(), "the group reads who gave, never who wished"
