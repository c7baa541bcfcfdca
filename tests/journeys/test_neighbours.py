"""The shelf, danger, several givers, a month, small wishes: over HTTP, in `make play`'s own process, the clock pushed.

The calm ones come first; the last push the clock by weeks.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.journeys import danger, several, shelf, wishes
from tests.journeys.test_people import Estate, in_both_languages, moved_in

CAST = "王芳", "刘洋", "陈建国", "李桂兰", "何婶", "林静"


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Estate]]:
    folders = {lang: tmp_path_factory.mktemp(lang) for lang in ("zh", "en")}
    with ThreadPoolExecutor() as at_once:
        made = list(at_once.map(lambda lang: moved_in(lang, folders[lang], *CAST), folders))
    for estate in made:
        estate.at_ten()
    yield made
    for estate in made:
        estate.play.end()


@in_both_languages
def test_several_come_for_one_plea_and_the_next_in_line_steps_in(estate: Estate) -> None:
    wang, chen, liu, he = (estate.of(name) for name in ("王芳", "陈建国", "刘洋", "何婶"))

    several.two_carry_and_a_third_is_next(wang, chen, liu, he, estate.group(wang, chen, liu, he), "over HTTP")


@in_both_languages
def test_the_shelf(estate: Estate) -> None:
    li, liu, he = estate.of("李桂兰"), estate.of("刘洋"), estate.of("何婶")

    shelf.a_thing_and_a_skill_are_offered(liu, "over HTTP")
    shelf.a_neighbour_is_recommended(li, he, "over HTTP")
    shelf.it_is_found_and_given(li, liu, "over HTTP")


@in_both_languages
def test_danger_is_answered_with_numbers_and_the_head_is_told_after_a_minute(estate: Estate) -> None:
    danger.somebody_fell(estate.of("李桂兰"), estate.of("何婶"), estate.of("陈建国"), estate.clock)


@in_both_languages
def test_despair_is_told_to_nobody_without_a_tap(estate: Estate) -> None:
    danger.despair_is_nobody_elses(estate.of("王芳"), estate.of("何婶"), estate.clock, "over HTTP")


@in_both_languages
def test_the_organiser_reads_how_the_month_was(estate: Estate) -> None:
    wang, lin = estate.of("王芳"), estate.of("林静")

    several.this_month_of_ours(wang, lin, estate.group(wang, lin), estate.clock, "over HTTP")


@in_both_languages
def test_small_wishes_before_a_festival(estate: Estate) -> None:
    lin, li, liu, wang = (estate.of(name) for name in ("林静", "李桂兰", "刘洋", "王芳"))
    group = estate.group(li, liu, wang)

    wishes.a_wish_comes_true(lin, li, liu, group, "over HTTP")
    wishes.the_festival_is_over(lin, wang, group, estate.clock, "over HTTP")
