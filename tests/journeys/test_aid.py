"""A winter between neighbours over HTTP, in `make play`'s own process: every stage of a plea, the clock pushed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.journeys import winter
from tests.journeys.test_people import Estate, in_both_languages, moved_in


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Estate]]:
    cast, folders = ("王芳", "刘洋", "陈建国"), {lang: tmp_path_factory.mktemp(lang) for lang in ("zh", "en")}
    with ThreadPoolExecutor() as at_once:
        made = list(at_once.map(lambda lang: moved_in(lang, folders[lang], *cast), folders))
    yield made
    for estate in made:
        estate.play.end()


@in_both_languages
def test_a_neighbour_reads_the_plea_and_gives_her_spare_medicine(estate: Estate) -> None:
    wang, liu = estate.of("王芳"), estate.of("刘洋")

    winter.a_box_is_given(wang, liu, estate.group(liu, wang, estate.of("陈建国")), "over HTTP")


@in_both_languages
def test_a_plea_that_nobody_takes_is_never_met_with_silence(estate: Estate) -> None:
    clock = lambda seconds: estate.play.act("clock", seconds=seconds)  # noqa: E731  # one hand on the clock

    winter.nobody_has_it(estate.of("王芳"), estate.of("陈建国"), clock)
