"""Privacy's rules: consents, copies, leaving; a name taken out of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import privacy
from bot.domain.privacy import Consent, check_export, check_leaving, purpose_of
from bot.domain.rules import RuleError
from storage.privacy import without


@pytest.mark.parametrize(
    ("version", "withdrawn", "holds", "current"),
    [(1, None, True, True), (0, None, True, False), (1, 9, False, False), (0, 9, False, False)],
)
def test_new_words_do_not_end_a_consent_taking_back_does(
    version: int, withdrawn: int | None, holds: bool, current: bool
) -> None:
    given_ = Consent(1, "keep", version, 5, version, withdrawn)

    assert (given_.holds, given_.is_current) == (holds, current)


def test_taking_back_twice_is_nothing() -> None:
    once = Consent(1, "keep", 1, 5, 1).withdraw(at=7)

    assert once.withdrawn_at == 7
    assert once.withdraw(at=9) == once


@pytest.mark.parametrize("word", ["", "everything", "KEEP", "keep "])
def test_a_purpose_we_never_wrote_is_an_old_button(word: str) -> None:
    with pytest.raises(RuleError, match="button-is-old"):
        purpose_of(word)


@pytest.mark.parametrize(("last", "at"), [(None, 0), (0, 3600), (100, 10_000)])
def test_a_copy_may_be_had_once_an_hour(last: int | None, at: int) -> None:
    check_export(last, at)


@pytest.mark.parametrize(("last", "at", "minutes"), [(0, 1, 60), (0, 3599, 1), (0, 1800, 30)])
def test_a_second_copy_within_the_hour_says_how_long_to_wait(last: int, at: int, minutes: int) -> None:
    with pytest.raises(RuleError) as refused:
        check_export(last, at)

    assert refused.value.details == {"minutes": minutes}


@pytest.mark.parametrize("stewards", [[], [2], [1, 2], [2, 3]])
def test_whoever_is_not_the_only_steward_may_leave(stewards: list[int]) -> None:
    check_leaving(1, stewards)


def test_the_only_steward_names_another_first() -> None:
    with pytest.raises(RuleError, match="forget-last-steward"):
        check_leaving(1, [1, 1])


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("王芳（3栋）有，愿意给您", "王芳", "…（3栋）有，愿意给您"),
        ("a text for contexts", "text", "a … for contexts"),
        ("国王来了", "王", "国王来了"),
        ("王，您好", "王", "…，您好"),
        ("Ann and Anna", "Ann", "… and Anna"),
        ("(.*) was here", "(.*)", "… was here"),
        ("anybody was here", "(.*)", "anybody was here"),
    ],
)
def test_a_name_is_taken_out_where_it_is_a_name(text: str, name: str, left: str) -> None:
    assert without(text, name) == left


@given(st.text(), st.text(min_size=1))
def test_taking_out_a_name_never_fails(text: str, name: str) -> None:
    assert isinstance(without(text, name), str)


def test_every_purpose_has_a_wording() -> None:
    assert set(privacy.VERSIONS) == {"keep", "family", "health"}
