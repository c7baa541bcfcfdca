"""A winter night's story on two telephones: a plea for fever medicine, a neighbour's spare box, and every stage of a
plea that nobody takes. Needs Chromium."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import CHROMIUM
from tests.journeys.hand import Hand
from tests.journeys.test_page import PHONE, window
from tests.journeys.test_people import Estate, moved_in

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")

HOUR = 3600


@pytest.fixture(params=["zh", "en"])
def estate(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Estate]:
    made = moved_in(request.param, tmp_path, "王芳", "刘洋", "陈建国")
    yield made
    made.play.end()


def hand(browser: Any, estate: Estate, name: str) -> Hand:
    return Hand(window(browser, estate.play, estate.known[name], PHONE), estate.play.lang)


def test_a_neighbour_reads_the_plea_and_gives_her_spare_medicine(browser: Any, estate: Estate) -> None:
    wang, liu = hand(browser, estate, "王芳"), hand(browser, estate, "刘洋")
    t, what = wang.t, wang.t("ask-wish", what="medicine")
    giver, asker = t("who", name="刘洋", place="2栋"), t("who", name="王芳", place="3栋")

    wang.opens()
    with wang.counts("on the page: a plea for medicine", taps=3, typed=0):
        wang.key(t("key-ask"))
        wang.tap(what)
        wang.sees(t("ask-preview", room="锦江苑邻里大群"))
        wang.keeps("aid-preview")
        wang.tap(t("ask-publish"))
    liu.opens(estate.group(estate.of("刘洋"), estate.of("王芳"), estate.of("陈建国")))
    liu.sees(what)
    liu.keeps("aid-group")
    liu.tap(t("ask-i-can", kind="medicine"), what)
    liu.opens()
    liu.sees(t("ask-yours-box"))
    liu.keeps("aid-box")
    with liu.counts("on the page: the box is read", taps=8, typed=0):
        liu.tap(t("ask-box"))
        liu.tap(t("medicine-otc-yes"))
        liu.keeps("aid-box-year")
        liu.tap(next_year(liu))
        liu.tap(t("medicine-month-key", month=12))
        liu.tap(t("medicine-pack-box"))
        liu.tap(t("medicine-free-yes"))
        liu.tap("2")
        liu.sees(t("medicine-confirm-what"))
        liu.keeps("aid-box-whole")
        liu.tap(t("medicine-confirm"))
    wang.sees(giver, t("medicine-is-otc"))
    wang.keeps("aid-offered")
    wang.tap(t("ask-agree"), giver)
    wang.sees(t("ask-mine-agreed", who=giver))
    wang.keeps("aid-agreed")
    wang.tap(t("relay-button"), giver)
    liu.sees(t("relay-asked", who=asker))
    liu.keeps("aid-invited")
    liu.tap(t("relay-yes"))
    liu.sees(t("relay-open", who=asker))
    liu.types("我放在三栋门卫室，写了您的姓")
    wang.sees("我放在三栋门卫室")
    wang.keeps("aid-talk")
    wang.tap(t("relay-done"))
    wang.tap(t("ask-solved"), giver)
    wang.sees(t("ask-mine-done", who=giver))
    wang.keeps("aid-done")
    liu.sees(t("ask-yours-done", who=asker))
    liu.keeps("aid-thanked")
    wang.finds_nothing_wrong(liu)


def next_year(who: Hand) -> str:
    """The second year on the pad."""
    years = who.page.get_by_role("button", name=re.compile(r"^20\d\d$"))
    years.nth(1).wait_for()
    return str(years.nth(1).inner_text())


def test_a_plea_that_nobody_takes_is_never_met_with_silence(browser: Any, estate: Estate) -> None:
    wang, head = hand(browser, estate, "王芳"), hand(browser, estate, "陈建国")
    t, what = wang.t, wang.t("ask-wish", what="ladder")

    wang.opens()
    wang.key(t("key-ask"))
    wang.tap(what)
    wang.tap(t("ask-publish"), what)
    wang.sees(t("ask-mine-open", room="锦江苑邻里大群"))
    head.opens()
    pushes(estate, until=lambda: stands(head, t("ask-head-half", who=t("who", name="王芳", place="3栋"))))
    head.keeps("aid-half-head")
    wang.keeps("aid-half")
    pushes(estate, until=lambda: stands(wang, t("ask-still-needed")))
    wang.keeps("aid-question")
    pushes(estate, until=lambda: stands(head, t("ask-head-how")))
    head.keeps("aid-head-task")
    wang.keeps("aid-unanswered")
    head.tap(t("ask-settle-expired"))
    wang.sees(t("ask-mine-expired-next"))
    wang.keeps("aid-expired")
    wang.finds_nothing_wrong(head)


def stands(who: Hand, text: str) -> bool:
    """Whether it stands on the page, after a moment's wait."""
    who.page.wait_for_timeout(700)
    return bool(who.page.get_by_text(text).count())


def pushes(estate: Estate, until: Callable[[], bool]) -> None:
    """The clock is pushed hour by hour."""
    for _ in range(40):
        if until():
            return
        estate.play.act("clock", seconds=HOUR)
    assert until()
