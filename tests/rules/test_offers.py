"""Offers: counted down, back again, over; when their holder is asked; and what a wish may become."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import offers
from bot.domain.offers import DAY, HOUR, Offer, Want
from bot.domain.rules import RuleError

DRAFT = Offer(
    1, "thing", 1, None, 1, "ladder", "梯子", 1, 1, False, "first", None, None, None, "draft", 0,
)  # fmt: skip
OPEN = DRAFT.publish(at=1000)


def awake(at: int) -> int:
    return at


def test_it_stands_for_a_while_and_is_asked_about() -> None:
    assert (OPEN.state, OPEN.until) == ("open", 1000 + offers.STANDS)
    assert offers.clocks(OPEN, awake) == offers.Clocks(OPEN.until or 0, (OPEN.until or 0) + offers.PATIENCE)


def test_what_has_a_last_good_day_leaves_with_it() -> None:
    last = 1000 + 10 * DAY
    food = replace(DRAFT, expires=date(2026, 12, 8)).publish(at=1000, last=last)

    assert offers.clocks(food, awake) == offers.Clocks(last - offers.PATIENCE, last)
    with pytest.raises(RuleError, match="offer-expired"):
        replace(DRAFT, expires=date(2026, 12, 8)).publish(at=last, last=last)
    soon = replace(DRAFT, expires=date(2026, 12, 8)).publish(at=1000, last=1000 + 2 * HOUR)
    assert offers.clocks(soon, awake).question == 1000 + HOUR


def test_a_medicine_goes_up_only_after_the_look_at_its_box() -> None:
    with pytest.raises(RuleError, match="offer-unchecked"):
        replace(DRAFT, kind="medicine").publish(at=1)


def test_given_lent_and_not_used_up() -> None:
    two = OPEN.counts(2)

    assert two.gives(1, at=5).amount == 1
    assert two.gives(2, at=5).state == "given" and two.gives(2, at=5).ended_at == 5
    assert replace(two, lends=True).gives(2, at=5).state == "paused"
    assert replace(OPEN, kind="skill").gives(1, at=5).amount == 1
    with pytest.raises(RuleError, match="offer-not-enough"):
        two.gives(3, at=5)


@given(st.integers(1, 99), st.booleans(), st.lists(st.tuples(st.booleans(), st.integers(1, 5)), max_size=20))
def test_what_comes_back_was_given_and_never_more(total: int, lends: bool, steps: list[tuple[bool, int]]) -> None:
    it, out = replace(OPEN, lends=lends).counts(total), 0
    for gives, amount in steps:
        if gives and it.state in offers.STANDING and amount <= it.amount:
            it, out = it.gives(amount, at=5), out + amount
        elif not gives and amount <= out:
            it, out = it.gets_back(amount), out - amount
        assert it.amount == total - out
        assert (it.ended_at is not None) == (it.state == "given")
        assert it.amount > 0 or it.state in ("given", "paused")


def test_what_was_taken_down_does_not_come_back_by_itself() -> None:
    gone = OPEN.withdraw(at=5)

    assert gone.gets_back(1) == gone
    assert gone.can_be_reopened(5 + DAY) and not gone.can_be_reopened(6 + DAY)
    assert gone.reopen(at=9).state == "open" and gone.reopen(at=9).ended_at is None


@pytest.mark.parametrize(
    ("text", "refusal"), [("", "offer-no-words"), ("13812345678", "offer-no-words"), ("长" * 61, "offer-too-long")]
)
def test_what_is_no_thing(text: str, refusal: str) -> None:
    with pytest.raises(RuleError, match=refusal):
        offers.fit(text)


def test_numbers_do_not_reach_the_shelf() -> None:
    assert offers.fit("梯子  13812345678") == "梯子"


@pytest.mark.parametrize("amount", [0, -1, 100])
def test_so_many_is_no_number_of_things(amount: int) -> None:
    with pytest.raises(RuleError, match="offer-amount"):
        OPEN.counts(amount)


WANT = Want(1, 1, 2, None, 1, "asked", 0)


@pytest.mark.parametrize("state", ["yes", "no", "withdrawn", "late", "gone"])
def test_a_wish_is_answered_once(state: str) -> None:
    after = WANT.becomes(state, at=5)

    assert after.decided_at == 5 and after.becomes(state, at=9) == after
    with pytest.raises(RuleError, match=f"want-is-{state}"):
        after.becomes("no" if state != "no" else "yes", at=9)


def test_after_a_yes_it_is_got_or_not() -> None:
    yes = WANT.becomes("yes", at=5)

    assert yes.becomes("got", at=6).state == "got" and yes.becomes("not", at=6).state == "not"
    assert not yes.becomes("got", at=6).is_open and yes.is_open
