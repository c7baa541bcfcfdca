"""Notices' rules: what may go out, what a correction says, when it is over."""

from dataclasses import replace

import pytest

from bot.domain import notices
from bot.domain.moments import DAY, HOUR
from bot.domain.notices import Notice
from bot.domain.rules import RuleError

NOW = 1_800_000_000
DRAFT = Notice(1, "notice", 7, None, 3, None, "明天停水", None, None, "draft", "", NOW, until=NOW + DAY)
OPEN = DRAFT.publish(at=NOW)
FAULT = replace(OPEN, kind="fault", until=None)


def test_a_draft_is_published_with_the_moment() -> None:
    assert (OPEN.state, OPEN.published_at, OPEN.is_over) == ("open", NOW, False)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(DRAFT, words=""), "notice-no-words"),
        (DRAFT.asking("danger"), "notice-danger-open"),
        (replace(DRAFT, until=NOW), "notice-until-gone"),
    ],
)
def test_what_is_not_finished_does_not_go_out(draft: Notice, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        draft.publish(at=NOW)


def test_other_words_are_a_correction_only_once_people_have_read_it() -> None:
    assert DRAFT.says("后天停水", at=NOW).corrected_at is None
    assert OPEN.says("后天停水", at=NOW + 1).corrected_at == NOW + 1
    assert OPEN.says(OPEN.words, at=NOW + 1) == OPEN


def test_a_notice_has_a_thousand_characters() -> None:
    assert notices.fit("水" * 1000)
    with pytest.raises(RuleError, match="notice-too-long"):
        notices.fit("水" * 1001)


def test_a_fault_without_an_end_is_asked_about_after_half_a_day() -> None:
    assert FAULT.rings_at == NOW + 12 * HOUR
    assert FAULT.stands_until(NOW + HOUR, at=NOW).rings_at == NOW + HOUR


def test_another_end_answers_the_question_and_lies_ahead() -> None:
    asked = FAULT.questioned(at=NOW)
    assert asked.stands_until(NOW + HOUR, at=NOW).asked_at is None
    with pytest.raises(RuleError, match="notice-until-gone"):
        FAULT.stands_until(NOW - 1, at=NOW)


def test_the_silent_are_reminded_once() -> None:
    reminded = OPEN.reminding(at=NOW + DAY)
    assert (reminded.reminded_at, reminded.reminds) == (NOW + DAY, False)
    with pytest.raises(RuleError, match="notice-reminded-once"):
        reminded.reminding(at=NOW + 2 * DAY)


def test_danger_names_who_decided_and_can_be_taken_back_before_it_goes_out() -> None:
    decided = DRAFT.asking("danger").decided(7, at=NOW)
    assert (decided.decided_by, decided.decided_at, decided.step, decided.is_danger) == (7, NOW, "", True)
    assert not decided.calmed().is_danger


def test_a_fault_is_for_the_groups_unless_it_is_dangerous() -> None:
    assert not FAULT.in_private
    assert FAULT.decided(7, at=NOW).in_private
    assert OPEN.in_private


def test_what_is_over_stays_over() -> None:
    ended = FAULT.ends(at=NOW)
    assert ended.ends(at=NOW + 1) == ended
    withdrawn = OPEN.withdraw(at=NOW)
    assert withdrawn.withdraw(at=NOW + 1) == withdrawn
    assert OPEN.expire(at=NOW).is_over


@pytest.mark.parametrize(("words", "warns"), [("找王师傅 13800138000", True), ("明天9点到11点停水", False)])
def test_a_number_in_the_words_is_pointed_out(words: str, warns: bool) -> None:
    assert notices.names_a_number(words) is warns
