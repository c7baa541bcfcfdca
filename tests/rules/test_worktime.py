"""Working time: what lies between two moments, what comes after one; a pause never brings a deadline nearer."""

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import DAY, HOUR
from bot.domain.tickets import Ticket, due_at
from bot.domain.worktime import Hours, RoundTheClock, Worktime
from handlers.context import CATEGORIES

START = 1_795_000_000
MOMENTS = st.integers(START, START + 60 * DAY)
SPANS = st.integers(0, 60 * HOUR)
ZONES = st.sampled_from([ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/St_Johns")])
CLOCKS = st.tuples(st.integers(0, 20), st.integers(1, 3)).map(lambda pair: (time(pair[0]), time(pair[0] + pair[1])))
DAYS = st.sets(st.integers(0, 6), min_size=1).map(frozenset)


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    if draw(st.booleans()):
        return RoundTheClock()
    opens, closes = draw(CLOCKS)
    return Worktime(draw(ZONES), opens, closes, draw(DAYS))


@given(hours(), MOMENTS, SPANS)
def test_as_much_lies_between_as_has_passed(clock: Hours, start: int, span: int) -> None:
    assert clock.between(start, clock.after(start, span)) == span


@given(hours(), MOMENTS, SPANS, SPANS)
def test_more_takes_longer_and_one_after_the_other_is_both(clock: Hours, start: int, one: int, more: int) -> None:
    assert clock.after(start, one + more) >= clock.after(start, one) >= start
    if one and more:
        assert clock.after(clock.after(start, one), more) == clock.after(start, one + more)


@given(hours(), MOMENTS, MOMENTS, MOMENTS)
def test_what_lies_between_adds_up(clock: Hours, one: int, two: int, three: int) -> None:
    first, middle, last = sorted((one, two, three))
    assert clock.between(first, middle) + clock.between(middle, last) == clock.between(first, last)


@given(hours(), st.lists(st.tuples(st.integers(1, 5 * DAY), st.integers(1, 5 * DAY)), max_size=4))
def test_a_pause_never_brings_the_deadline_nearer(clock: Hours, pauses: list[tuple[int, int]]) -> None:
    light, at = CATEGORIES.get("light"), START
    ticket = replace(Ticket(1, 1, None, None, 1, "light", "", "draft", at, at, at, at)).publish(at=at, room=None)
    ticket = ticket.take(2, at=at).rung("warn-progress", "progress")
    fixed = clock.after(ticket.clock_from, light.fix + ticket.paused)
    for before, long in pauses:
        at += before
        ticket = ticket.wait("parts", at=at, until=None)
        assert due_at(ticket, light, clock) is None
        at += long
        ticket = ticket.go_on(clock, at=at)
        later = clock.after(ticket.clock_from, light.fix + ticket.paused)
        assert later >= fixed
        fixed = later
    assert clock.between(START, at) >= ticket.paused


@given(hours(), st.integers(0, 20 * DAY), st.integers(0, 20 * DAY))
def test_while_we_were_away_no_deadline_came_nearer(clock: Hours, since: int, long: int) -> None:
    light = CATEGORIES.get("light")
    ticket = Ticket(1, 1, None, None, 1, "light", "", "new", START, START, START, START)
    before, away = due_at(ticket, light, clock), clock.between(START + since, START + since + long)
    moved = ticket.while_away(clock, since=START + since, until=START + since + long)
    after = due_at(moved, light, clock)
    assert before is not None and after is not None and after >= before
    assert clock.between(before, after) == away
