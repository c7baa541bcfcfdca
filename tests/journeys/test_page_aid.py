"""A winter between neighbours on two telephones, on the page. Needs Chromium."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys import winter
from tests.journeys.conftest import CHROMIUM
from tests.journeys.hand import Hand
from tests.journeys.test_page import PHONE, window
from tests.journeys.test_people import Estate, moved_in

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")


@pytest.fixture(scope="module", params=["zh", "en"])
def estate(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    made = moved_in(request.param, tmp_path_factory.mktemp(request.param), "王芳", "刘洋", "陈建国")
    yield made
    made.play.end()


def hand(browser: Any, estate: Estate, name: str) -> Hand:
    return Hand(window(browser, estate.play, estate.known[name], PHONE), estate.play.lang)


def test_a_neighbour_reads_the_plea_and_gives_her_spare_medicine(browser: Any, estate: Estate) -> None:
    wang, liu = hand(browser, estate, "王芳"), hand(browser, estate, "刘洋")
    group = estate.group(estate.of("刘洋"), estate.of("王芳"), estate.of("陈建国"))

    winter.a_box_is_given(wang, liu, group, "on the page", Hand.keeps)

    wang.finds_nothing_wrong(liu)


def test_a_plea_that_nobody_takes_is_never_met_with_silence(browser: Any, estate: Estate) -> None:
    wang, head = hand(browser, estate, "王芳"), hand(browser, estate, "陈建国")

    winter.nobody_has_it(wang, head, lambda seconds: estate.play.act("clock", seconds=seconds), Hand.keeps)

    wang.finds_nothing_wrong(head)
