"""Two of the journeys on the page: the code at her door on a phone, the head's list on a desktop. Needs Chromium."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.i18n import words
from tests.journeys.conftest import CHROMIUM
from tests.journeys.test_page import DESKTOP, PHONE, keeps, sideways, window
from tests.journeys.test_people import Estate, moved_in

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")


@pytest.fixture(scope="module", params=["zh", "en"])
def estate(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    made = moved_in(request.param, tmp_path_factory.mktemp(request.param), "陈建国")
    yield made
    made.play.end()


def taps(page: Any, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).last.click()


def test_a_granny_scans_the_code_at_her_door_and_asks_without_typing(browser: Any, estate: Estate) -> None:
    t, door = words(estate.play.lang), estate.a_door()
    page = window(browser, estate.play, estate.stranger("朱秀英").who, PHONE)

    page.get_by_test_id("scan").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(door)
    page.keyboard.press("Enter")
    page.get_by_role("button", name=t("join-i-am", role="owner"), exact=True).wait_for()
    keeps(page, f"{estate.play.lang}-door")
    taps(page, t("join-i-am", role="owner"))
    page.get_by_text(t("join-home")).last.wait_for()
    page.get_by_test_id("reply-keyboard").get_by_role("button", name=t("key-ask")).click()
    page.get_by_role("button", name=t("ask-wish", what="ladder"), exact=True).wait_for()
    keeps(page, f"{estate.play.lang}-asks")
    taps(page, t("ask-wish", what="ladder"))
    taps(page, t("ask-publish"))
    page.get_by_text(t("ask-mine-open", room="锦江苑邻里大群")).last.wait_for()
    keeps(page, f"{estate.play.lang}-asked")
    assert (sideways(page), page.errors) == (0, [])


def test_the_head_confirms_his_list_with_one_tap(browser: Any, estate: Estate) -> None:
    t, head = words(estate.play.lang), estate.of("陈建国")
    for name, door in (("钱一", "3-1-302"), ("钱二", "3-1-402")):
        newcomer = estate.stranger(name)
        newcomer.starts()
        newcomer.tap(t("join-i-am", role="family"))
        newcomer.sees(t("join-where-how"))
        newcomer.types(door)
        newcomer.sees(t("join-waiting"))
    page = window(browser, estate.play, head.who, DESKTOP)

    page.get_by_test_id("chat-bot").click()
    everybody = page.get_by_role("button", name=t("join-all", count=2))
    everybody.wait_for()
    keeps(page, f"{estate.play.lang}-list")
    everybody.click()
    page.get_by_test_id("toast").get_by_text(t("join-all-confirmed", count=2)).wait_for()
    keeps(page, f"{estate.play.lang}-confirmed")
    assert (sideways(page), page.errors) == (0, [])
