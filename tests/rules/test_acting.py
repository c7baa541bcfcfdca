"""Who may act for whom, and what is written down of somebody without a telephone."""

from dataclasses import replace

import pytest

from bot.domain import acting
from bot.domain.people import Person
from bot.domain.rules import RuleError

OLD = Person(1, None, "王秀兰", None, None, 0, started=False, unreachable=False, night_ok=False)
REACHED = replace(OLD, telegram_id=7)
ACT = frozenset({"act"})


@pytest.mark.parametrize(
    ("whom", "named", "powers", "may"),
    [
        (OLD, True, frozenset(), True),
        (OLD, False, ACT, True),
        (OLD, False, frozenset({"notify"}), False),
        (REACHED, True, frozenset(), True),
        (REACHED, False, ACT, False),
        (replace(OLD, retired=True), True, ACT, False),
        (replace(OLD, blocked=True), True, ACT, False),
        (replace(OLD, merged_into=2), True, ACT, False),
    ],
)
def test_a_helper_acts_for_whoever_named_them_and_an_office_for_those_without_telegram(
    whom: Person, named: bool, powers: frozenset[str], may: bool
) -> None:
    assert acting.may_act(whom, named, powers) is may


def test_a_name_is_written_down_without_a_number() -> None:
    assert acting.name_of("王秀兰 13800138000") == "王秀兰"


@pytest.mark.parametrize("text", ["", " \n ", "13800138000", "…", "\u202e\u2066", "长" * 41])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        acting.name_of(text)
