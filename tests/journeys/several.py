"""Several neighbours for one plea, told once for telephones and for hands on the page; and the month it belongs to."""

from __future__ import annotations

from tests.journeys.winter import HOUR, WHOLE, Anybody, Clock, Keeps, nobody_looks, pushes

FIVE_DAYS = 5 * 24 * HOUR


def two_carry_and_a_third_is_next(
    asker: Anybody, first: Anybody, second: Anybody, third: Anybody, group: int, how: str, keeps: Keeps = nobody_looks
) -> None:
    """陈建国 and 刘洋 come to carry something, 何婶 is next in line; 刘洋 did not come, so she does."""
    t, carry = asker.t, asker.t("ask-wish", what="carry")
    chen, liu, he = (t("who", name=name, place=place) for name, place in
                     (("陈建国", "3栋"), ("刘洋", "2栋"), ("何婶", "3栋")))  # fmt: skip
    asks_for_two(asker, how, keeps)
    comes(first, group, t("ask-i-have-some", amount=1, of="people"), carry)
    keeps(first, "several-group")
    comes(second, group, t("ask-i-can", kind="errand"), t("ask-group-some", missing=1, of="people", who=chen))
    comes(third, group, t("ask-me-too"), carry)
    third.understands(t("ask-in-line-thanks"))
    third.opens()
    third.sees(t("ask-yours-next", who=t("ask-somebody", place="3栋")))
    keeps(third, "several-next")
    offered = {who: t("ask-giver-open", state="offered", who=who) for who in (chen, liu, he)}
    asker.sees(line(asker, chen, "offered"), line(asker, liu, "offered"))
    keeps(asker, "several-offered")
    for who in (chen, liu):
        asker.tap(offered[who])
        asker.tap(t("ask-agree"), t("ask-mine-taken", kind="errand", who=who))
        asker.sees(t("ask-mine-agreed", who=who))
    asker.tap(t("ask-find-another", of="people"), t("ask-mine-agreed", who=liu))
    third.sees(t("ask-yours", agreed="no", who=t("ask-somebody", place="3栋")))
    keeps(third, "several-steps-in")
    asker.tap(offered[he])
    asker.tap(t("ask-agree"), t("ask-mine-taken", kind="errand", who=he))
    asker.sees(t("ask-mine-agreed", who=he))
    keeps(asker, "several-agreed")
    asker.tap(t("ask-solved"), line(asker, chen, "agreed"))
    both = t("list-comma").join((chen, he))
    asker.sees(t("ask-mine-done", who=both))
    third.sees(t("ask-yours-done", who=t("who", name="王芳", place="3栋")))
    second.opens(group)
    second.sees(t("ask-group-ended", state="done", place="3栋", thing=carry, who=both))
    keeps(second, "several-done")


def line(asker: Anybody, who: str, state: str) -> str:
    """One of the list of all who come."""
    return asker.t("ask-giver-line", state=state, who=who, amount=1, of="people")


def asks_for_two(asker: Anybody, how: str, keeps: Keeps) -> None:
    """By taps: a hand with carrying, two people of it."""
    t, carry = asker.t, asker.t("ask-wish", what="carry")
    asker.opens()
    with asker.counts(f"{how}: two neighbours asked for", taps=6, typed=0):
        asker.key(t("key-ask"))
        asker.tap(carry)
        asker.tap(t("ask-more"), carry)
        asker.sees(t("ask-fit-more"))
        keeps(asker, "several-more")
        asker.tap(t("ask-amount", amount=1, of="people"))
        asker.tap("2", t("ask-fit-amount"))
        asker.sees(t("ask-so-many", thing=carry, amount=2, of="people"), t("ask-preview", room=WHOLE))
        keeps(asker, "several-preview")
        asker.tap(t("ask-publish"), carry)
    asker.sees(t("ask-mine-open", room=WHOLE), carry)


def comes(who: Anybody, group: int, label: str, part: str) -> None:
    who.opens(group)
    who.tap(label, part)


def this_month_of_ours(
    asker: Anybody, organiser: Anybody, group: int, clock: Clock, how: str, keeps: Keeps = nobody_looks
) -> None:
    """On the first the organiser reads how the month was, numbers and no names, and the group may read it too."""
    t, what = asker.t, asker.t("ask-wish", what="print")
    asker.opens()
    asker.key(t("key-ask"))
    asker.tap(what)
    asker.tap(t("ask-publish"), what)
    asker.sees(t("ask-mine-open", room=WHOLE), what)
    asker.tap(t("ask-solved-already"), what)
    asker.sees(t("ask-mine-done", who="none"), what)
    organiser.opens()
    pushes(clock, organiser, t("month-thanks"), FIVE_DAYS)
    keeps(organiser, "month")
    with organiser.counts(f"{how}: a month's numbers into the group", taps=1, typed=0):
        organiser.tap(t("month-post-to", room=WHOLE), t("month-thanks"))
    asker.opens(group)
    asker.sees(t("month-thanks"))
    keeps(asker, "month-group")
