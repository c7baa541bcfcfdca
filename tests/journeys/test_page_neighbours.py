"""The shelf, danger, several givers, a month, small wishes: by hands on telephones, on the page. Needs Chromium."""

from collections.abc import Iterator

import pytest

from tests.journeys import danger, several, shelf, wishes
from tests.journeys.conftest import CHROMIUM
from tests.journeys.hand import Hand
from tests.journeys.test_page import PHONE
from tests.journeys.test_page_people import Thread, Town, in_threads, on_the_page

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")

CAST = "王芳", "刘洋", "陈建国", "李桂兰", "何婶", "林静"


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Thread]]:
    for threads in in_threads(tmp_path_factory, *CAST):
        for _, town in threads:
            town.result().estate.at_ten()
        yield threads


def hands(town: Town, *names: str) -> list[Hand]:
    return [town.hand(name, PHONE) for name in names]


def group(town: Town, *names: str) -> int:
    return town.estate.group(*(town.estate.of(name) for name in names))


@on_the_page
def test_several_come_for_one_plea_and_the_next_in_line_steps_in(town: Town) -> None:
    names = "王芳", "陈建国", "刘洋", "何婶"
    wang, chen, liu, he = hands(town, *names)

    several.two_carry_and_a_third_is_next(wang, chen, liu, he, group(town, *names), "on the page", Hand.keeps)

    wang.finds_nothing_wrong(chen, liu, he)


@on_the_page
def test_the_shelf(town: Town) -> None:
    li, liu, he = hands(town, "李桂兰", "刘洋", "何婶")

    shelf.a_thing_and_a_skill_are_offered(liu, "on the page", Hand.keeps)
    shelf.a_neighbour_is_recommended(li, he, "on the page", Hand.keeps)
    shelf.it_is_found_and_given(li, liu, "on the page", Hand.keeps)

    li.finds_nothing_wrong(liu, he)


@on_the_page
def test_danger_is_answered_with_numbers_and_the_head_is_told_after_a_minute(town: Town) -> None:
    li, he, chen = hands(town, "李桂兰", "何婶", "陈建国")

    danger.somebody_fell(li, he, chen, town.estate.clock, Hand.keeps)

    li.finds_nothing_wrong(he, chen)


@on_the_page
def test_despair_is_told_to_nobody_without_a_tap(town: Town) -> None:
    wang, he = hands(town, "王芳", "何婶")

    danger.despair_is_nobody_elses(wang, he, town.estate.clock, "on the page", Hand.keeps)

    wang.finds_nothing_wrong(he)


@on_the_page
def test_the_organiser_reads_how_the_month_was(town: Town) -> None:
    wang, lin = hands(town, "王芳", "林静")

    several.this_month_of_ours(wang, lin, group(town, "王芳", "林静"), town.estate.clock, "on the page", Hand.keeps)

    wang.finds_nothing_wrong(lin)


@on_the_page
def test_small_wishes_before_a_festival(town: Town) -> None:
    lin, li, liu, wang = hands(town, "林静", "李桂兰", "刘洋", "王芳")
    whole = group(town, "李桂兰", "刘洋", "王芳")

    wishes.a_wish_comes_true(lin, li, liu, whole, "on the page", Hand.keeps)
    wishes.the_festival_is_over(lin, wang, whole, town.estate.clock, "on the page", Hand.keeps)

    lin.finds_nothing_wrong(li, liu, wang)
