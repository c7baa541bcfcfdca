"""Words of danger and 🆘, told once for telephones and for hands on the page: numbers first, and who is told when."""

from __future__ import annotations

from bot.domain.danger import ASK_SECONDS, CLIMB_SECONDS
from tests.journeys.winter import Anybody, Clock, Keeps, nobody_looks

FELL = {"zh": "我摔倒了，起不来", "en": "I fell and cannot get up"}


def somebody_fell(caller: Anybody, near: Anybody, head: Anybody, clock: Clock, keeps: Keeps = nobody_looks) -> None:
    """The number at once; a minute without an answer, and the nearest is told; silence, and the head; who comes."""
    t, he = caller.t, named(caller, "neighbour-head", "何婶")
    chen = named(caller, "stair-head", "陈建国")
    for who in (caller, near, head):
        who.opens()
    caller.types(FELL[caller.lang])
    caller.sees(t("danger-first"), t("danger-ask-tell"))
    caller.sees(t("danger-number", name=t("danger-number-name", name="medical"), number="120"))
    keeps(caller, "danger-asked")
    assert t("danger-headline", kind="body") not in near.said(), "nobody is told within the minute"
    clock(ASK_SECONDS + 1)
    near.sees(t("danger-headline", kind="body"), "李桂兰")
    keeps(near, "danger-near")
    caller.sees(he, t("danger-advice", kind="body"))
    keeps(caller, "danger-told")
    clock(CLIMB_SECONDS + 1)
    head.sees(t("danger-headline", kind="body"), "李桂兰")
    assert FELL[caller.lang] not in near.said() + head.said(), "what was said is not passed on"
    head.tap(t("danger-going"), "李桂兰")
    caller.sees("🏃", chen)
    keeps(caller, "danger-coming")
    caller.tap(t("danger-fine"), chen)
    caller.sees(t("danger-over"))
    for who in (near, head):
        who.sees(t("danger-over-told"))


def named(who: Anybody, title: str, name: str) -> str:
    """邻长何婶."""
    return who.t("danger-who", title=who.t(f"title-{title}"), name=name)


def despair_is_nobody_elses(sad: Anybody, near: Anybody, clock: Clock, how: str, keeps: Keeps = nobody_looks) -> None:
    """🆘 by taps; nobody is told, however long it takes, until one of them is chosen by name."""
    t, he = sad.t, named(sad, "neighbour-head", "何婶")
    sad.opens()
    near.opens()
    with sad.counts(f"{how}: 🆘, and one who is told", taps=5, typed=0):
        sad.chooses("sos")
        sad.sees(t("danger-first-how"))
        keeps(sad, "danger-kinds")
        sad.tap(t("danger-more"))
        sad.sees(t("danger-which"))
        sad.tap(t("danger-kind", kind="despair"))
        sad.sees(t("danger-advice", kind="despair"), t("danger-untold"))
        keeps(sad, "danger-despair")
        clock(ASK_SECONDS + 1)
        nobody_knows(near, t("danger-headline", kind="private"))
        sad.tap(t("danger-tell-one", who=he))
    near.sees(t("danger-headline", kind="private"), "王芳")
    keeps(near, "danger-private")
    assert t("danger-kind", kind="despair") not in near.said(), "nor is it told of what kind"
    sad.sees(he, t("danger-first"))
    sad.tap(t("danger-fine"))
    sad.sees(t("danger-over"))


def nobody_knows(near: Anybody, headline: str) -> None:
    """They ask something of the bot, and the answer is all that has come."""
    near.chooses("help")
    near.sees(near.t("help-title"))
    assert headline not in near.said(), "nobody is told without a tap"
