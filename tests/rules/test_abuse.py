"""Abuse's rules: what becomes of a case, how long a block lasts."""

import pytest

from bot.domain.abuse import DAY, MOST_A_DAY, Case, check_blocking, check_many, reason_of, until
from bot.domain.rules import RuleError

OPEN = Case(1, "ask_1", None, None, 5, 6, 2, "open", 100)
MESSAGE = Case(2, None, 3, 77, 5, None, 2, "open", 100)


def test_hidden_objected_kept_and_shown_again() -> None:
    hidden = OPEN.hide(by=9, at=110)
    assert (hidden.state, hidden.decided_by, hidden.decided_at, hidden.is_hidden) == ("hidden", 9, 110, True)
    assert hidden.object().is_hidden
    assert hidden.object().keep(by=9, at=120).state == "kept"
    assert not hidden.object().clear(by=9, at=120).is_hidden


def test_doing_it_twice_is_nothing() -> None:
    hidden = OPEN.hide(by=9, at=110)
    fine = OPEN.clear(by=9, at=110)
    kept = hidden.keep(by=9, at=110)

    assert hidden.hide(by=8, at=200) == hidden
    assert fine.clear(by=8, at=200) == fine
    assert kept.keep(by=8, at=200) == kept


def test_a_message_that_is_not_ours_cannot_be_hidden() -> None:
    with pytest.raises(RuleError, match="case-not-ours"):
        MESSAGE.hide(by=9, at=110)


@pytest.mark.parametrize(("person", "concerns"), [(5, True), (6, True), (7, False)])
def test_a_case_concerns_whoever_made_it_and_whoever_did_so_for_them(person: int, concerns: bool) -> None:
    assert OPEN.concerns(person) is concerns


@pytest.mark.parametrize(("span", "end"), [("day", DAY), ("week", 7 * DAY), ("month", 30 * DAY), ("always", None)])
def test_how_long_somebody_is_kept_away(span: str, end: int | None) -> None:
    assert until(span, 0) == end


@pytest.mark.parametrize("word", ["", "year", "Day"])
def test_a_span_or_reason_we_never_wrote_is_an_old_button(word: str) -> None:
    with pytest.raises(RuleError, match="button-is-old"):
        until(word, 0)
    with pytest.raises(RuleError, match="button-is-old"):
        reason_of(word)


def test_ten_reports_a_day() -> None:
    check_many(MOST_A_DAY - 1)
    with pytest.raises(RuleError, match="report-too-many"):
        check_many(MOST_A_DAY)


@pytest.mark.parametrize(
    ("by", "whom", "steward", "refusal"), [(1, 1, False, "block-oneself"), (1, 2, True, "block-steward")]
)
def test_nobody_blocks_themselves_or_a_steward(by: int, whom: int, steward: bool, refusal: str) -> None:
    with pytest.raises(RuleError, match=refusal):
        check_blocking(by, whom, steward)
    check_blocking(1, 2, False)
