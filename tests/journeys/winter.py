"""What happens one winter between neighbours, told once: for telephones over HTTP and for hands on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.journeys.hand import Hand
from tests.journeys.phone import Phone

HOUR = 3600
WHOLE = "锦江苑邻里大群"


Anybody = Phone | Hand
Keeps = Callable[[Any, str], None]
Clock = Callable[[int], object]
"""Pushes the clock by so many seconds."""


def nobody_looks(who: Any, name: str) -> None:
    """No pictures."""


def a_box_is_given(asker: Anybody, giver: Anybody, group: int, how: str, keeps: Keeps = nobody_looks) -> None:
    """A plea for fever medicine, a neighbour's spare box, a few words through the bot, thanks."""
    t, what = asker.t, asker.t("ask-wish", what="medicine")
    who_gives, who_asks = t("who", name="刘洋", place="2栋"), t("who", name="王芳", place="3栋")

    asker.opens()
    with asker.counts(f"{how}: a plea for medicine", taps=3, typed=0):
        asker.key(t("key-ask"))
        asker.tap(what)
        asker.sees(t("ask-preview", room=WHOLE))
        keeps(asker, "aid-preview")
        asker.tap(t("ask-publish"))
    giver.opens(group)
    giver.sees(what)
    keeps(giver, "aid-group")
    giver.tap(t("ask-i-can", kind="medicine"), what)
    giver.opens()
    giver.sees(t("ask-yours-box"))
    with giver.counts(f"{how}: the box is read", taps=8, typed=0):
        reads_the_box(giver, keeps)
    asker.sees(who_gives, t("medicine-is-otc"))
    keeps(asker, "aid-offered")
    asker.tap(t("ask-agree"), who_gives)
    asker.sees(t("ask-mine-agreed", who=who_gives))
    asker.tap(t("relay-button"), who_gives)
    giver.sees(t("relay-asked", who=who_asks))
    keeps(giver, "aid-invited")
    giver.tap(t("relay-yes"))
    giver.sees(t("relay-open", who=who_asks))
    giver.tells("我放在三栋门卫室，写了您的姓")
    asker.sees("我放在三栋门卫室")
    keeps(asker, "aid-talk")
    asker.tap(t("relay-done"))
    asker.tap(t("ask-solved"), who_gives)
    asker.sees(t("ask-mine-done", who=who_gives))
    giver.sees(t("ask-yours-done", who=who_asks))
    keeps(giver, "aid-thanked")


def reads_the_box(giver: Anybody, keeps: Keeps = nobody_looks) -> None:
    t = giver.t
    giver.tap(t("ask-box"))
    giver.tap(t("medicine-otc-yes"))
    giver.sees(t("medicine-is-otc"))
    keeps(giver, "aid-box-year")
    giver.tap(sorted(label for label in giver.labels() if re.fullmatch(r"20\d\d", label))[1])
    giver.tap(t("medicine-month-key", month=12))
    giver.tap(t("medicine-pack-box"))
    giver.tap(t("medicine-free-yes"))
    giver.tap("2")
    giver.sees(t("medicine-confirm-what"))
    keeps(giver, "aid-box-whole")
    giver.tap(t("medicine-confirm"))


def nobody_has_it(asker: Anybody, head: Anybody, clock: Clock, keeps: Keeps = nobody_looks) -> None:
    """Half time, the question, half a day more, the head who finds out, an end that the asker reads, with a way on."""
    t, what = asker.t, asker.t("ask-wish", what="ladder")
    asker.opens()
    asker.key(t("key-ask"))
    asker.tap(what)
    asker.tap(t("ask-publish"), what)
    asker.sees(t("ask-mine-open", room=WHOLE))
    head.opens()
    pushes(clock, head, t("ask-head-half", who=t("who", name="王芳", place="3栋")))
    keeps(head, "aid-half-head")
    asker.sees(t("ask-head", title=t("title-building-head"), name="陈建国"))
    keeps(asker, "aid-half")
    pushes(clock, asker, t("ask-still-needed"))
    keeps(asker, "aid-question")
    asker.tap(t("ask-again"), t("ask-still-needed"))
    asker.sees(t("ask-mine-open", room=WHOLE))
    pushes(clock, asker, t("ask-still-needed"))
    pushes(clock, head, t("ask-head-how"))
    asker.sees(t("ask-mine-unanswered", head=t("ask-head", title=t("title-building-head"), name="陈建国")))
    keeps(asker, "aid-unanswered")
    keeps(head, "aid-head-task")
    head.tap(t("ask-settle-expired"))
    asker.sees(t("ask-mine-expired-next"))
    keeps(asker, "aid-expired")


def pushes(clock: Clock, who: Anybody, part: str, step: int = 2 * HOUR) -> None:
    """The clock is pushed by so many seconds until somebody reads this."""
    for _ in range(24):
        if who.glances(part):
            return
        clock(step)
    who.sees(part)
