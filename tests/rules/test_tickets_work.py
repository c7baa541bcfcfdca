"""What whoever has a ticket may do with it: its verbs, hours for a visit, prices, and the address book's lines."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.domain.moments import DAY, HOUR
from bot.domain.rules import RuleError
from bot.domain.tickets import Ticket, charges, firms
from bot.domain.tickets.visits import Visit, agreed, check_hour
from bot.domain.worktime import RoundTheClock, Worktime

HOURS = RoundTheClock()
NEW = Ticket(1, 1, None, None, 2, "lift", "电梯停了", "new", 0, 0, 0, 0)
IN_HAND = NEW.take(7, at=10)


def test_handed_on_it_comes_back_to_whoever_handed_it_on() -> None:
    handed = IN_HAND.hand_on(8, by=7, at=20)

    assert (handed.owner_id, handed.from_id, handed.state) == (8, 7, "taken")
    back = handed.give_back(at=30)
    assert (back.owner_id, back.from_id) == (7, None)


def test_handed_on_twice_it_comes_back_one_hand_at_a_time() -> None:
    twice = IN_HAND.hand_on(8, by=7, at=20).hand_on(9, by=8, at=30)

    once_back = twice.give_back(at=40)
    assert once_back.owner_id == 8
    assert once_back.give_back(at=50).state == "new"


def test_handing_it_to_whoever_has_it_is_nothing_and_to_oneself_is_refused() -> None:
    handed = IN_HAND.hand_on(8, by=7, at=20)

    assert handed.hand_on(8, by=7, at=30) == handed
    with pytest.raises(RuleError, match="ticket-hand-yourself"):
        NEW.hand_on(7, by=7, at=20)


def test_an_agreed_hour_stays_agreed_whoever_comes() -> None:
    waits = IN_HAND.wait("visit", at=20, until=DAY)

    assert waits.hand_on(8, by=7, at=30).state == "waiting"


def test_a_circles_task_is_nobody_elses_once_it_is_given_back() -> None:
    task = IN_HAND.hand_on(8, by=7, at=20, circle=3)

    assert task.circle_id == 3
    assert task.give_back(at=30).circle_id is None
    assert task.let_go(at=30).circle_id is None
    assert task.climb(at=30).circle_id is None


def test_while_it_waits_its_clock_stands_still_however_often_the_reason_changes() -> None:
    waits = IN_HAND.wait("parts", at=100, until=DAY).wait("outside", at=200, until=2 * DAY, outsider=4)

    assert (waits.reason, waits.outsider_id) == ("outside", 4)
    going = waits.go_on(HOURS, at=500)
    assert (going.state, going.paused, going.reason, going.until) == ("taken", 400, "", None)


def test_waiting_for_what_has_passed_is_refused() -> None:
    with pytest.raises(RuleError, match="ticket-wait-past"):
        IN_HAND.wait("parts", at=100, until=100)


@pytest.mark.parametrize("ended", ["merged", "elsewhere", "unfixable"])
def test_every_other_ending_can_be_taken_back_for_a_day(ended: str) -> None:
    over = {"merged": lambda: IN_HAND.merge(5, at=100), "elsewhere": lambda: IN_HAND.elsewhere(at=100),
            "unfixable": lambda: IN_HAND.give_up(at=100)}[ended]()  # fmt: skip

    assert over.state == ended
    again = over.reopen(at=100 + DAY)
    assert (again.state, again.owner_id, again.into_id) == ("taken", 7, None)
    with pytest.raises(RuleError, match="ticket-too-long-ago"):
        over.reopen(at=101 + DAY)


def test_the_same_as_itself_is_refused() -> None:
    with pytest.raises(RuleError, match="ticket-merge-itself"):
        IN_HAND.merge(1, at=100)


def test_who_says_how_it_goes_is_not_reminded_for_a_while() -> None:
    warned = replace(IN_HAND, told=frozenset({"warn-progress", "progress", "fix"}))

    assert warned.says(at=50).told == frozenset({"fix"})
    assert warned.says(at=50).moved_at == 50


def test_working_hours_count_only_what_stood_still_in_them() -> None:
    hours = Worktime(ZoneInfo("Asia/Shanghai"))
    waits = IN_HAND.wait("parts", at=0, until=30 * DAY)

    assert waits.go_on(hours, at=7 * DAY).paused < 7 * DAY


# hours for a visit


def test_three_hours_at_most_and_one_that_is_noted_may_be_noted_again() -> None:
    noted = [Visit(at * HOUR, "noted") for at in (1, 2, 3)]

    check_hour(3 * HOUR, noted, now=0)
    with pytest.raises(RuleError, match="ticket-visit-enough"):
        check_hour(4 * HOUR, noted, now=0)


@pytest.mark.parametrize(("at", "code"), [(0, "ticket-wait-past"), (32 * DAY, "ticket-visit-far")])
def test_neither_an_hour_that_has_passed_nor_one_far_ahead(at: int, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        check_hour(at, [], now=0)


def test_one_hour_is_agreed_or_none() -> None:
    assert agreed([Visit(1, "offered"), Visit(2, "agreed")]) == Visit(2, "agreed")
    assert agreed([Visit(1, "offered")]) is None


# prices


@pytest.mark.parametrize(
    ("said", "cents", "what"),
    [
        ("80元 换水龙头", 8000, "换水龙头"),
        ("换水龙头 80", 8000, "换水龙头"),
        ("换2个水龙头，80.5元", 8050, "换2个水龙头"),
        ("￥120：上门费", 12000, "上门费"),
        ("８０块 灯管", 8000, "灯管"),
        ("80 yuan, a new tap", 8000, "a new tap"),
    ],
)
def test_a_price_as_people_write_it(said: str, cents: int, what: str) -> None:
    assert charges.read(said) == (cents, what)


@pytest.mark.parametrize("said", ["", "80元", "换水龙头", "换2个水龙头 收3次", "80元 或 100元 灯管"])
def test_what_is_no_price_is_asked_again(said: str) -> None:
    with pytest.raises(RuleError, match="ticket-charge-how"):
        charges.read(said)


@pytest.mark.parametrize("said", ["0元 灯管", "9999999元 灯管", "80元 " + "长" * 101])
def test_no_price_for_nothing_and_none_out_of_this_world(said: str) -> None:
    with pytest.raises(RuleError, match="ticket-charge-much"):
        charges.read(said)


@pytest.mark.parametrize(("cents", "said"), [(8000, "80"), (8050, "80.5"), (8055, "80.55"), (100000, "1000")])
def test_yuan_are_said_without_noughts(cents: int, said: str) -> None:
    assert charges.yuan(cents) == said


# the address book


@pytest.mark.parametrize(
    ("said", "name", "phone"),
    [
        ("电梯维保 139 0000 0000", "电梯维保", "+8613900000000"),
        ("13800000000 路灯所", "路灯所", "+8613800000000"),
        ("燃气公司：020-8765 4321", "燃气公司", "+862087654321"),
        ("供水热线 96968", "供水热线", "96968"),
        ("市政 12345", "市政", "12345"),
        ("老张水电", "老张水电", ""),
    ],
)
def test_a_line_of_the_address_book_as_people_write_it(said: str, name: str, phone: str) -> None:
    assert firms.read(said) == (name, phone)


@pytest.mark.parametrize(("said", "code"), [("", "firm-how"), ("13800000000", "firm-how"), ("名" * 31, "firm-too-long"),
                                            ("电梯维保 55555555555", "office-no-phone")])  # fmt: skip
def test_what_is_no_entry_is_refused(said: str, code: str) -> None:
    with pytest.raises(RuleError, match=code):
        firms.read(said)


def test_one_of_the_two_changes_only_that() -> None:
    assert firms.change("13900000000", "路灯所", "+8613800000000") == ("路灯所", "+8613900000000")
    assert firms.change("路灯管理所", "路灯所", "+8613800000000") == ("路灯管理所", "+8613800000000")
