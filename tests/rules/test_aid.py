"""Mutual aid's rules: what a group may read of a plea, who has it, when it ends."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import aid
from bot.domain.aid import DAY, HOUR, Ask, Health, clocks, wish
from bot.domain.text import utf16

DATA = tomllib.loads((Path(aid.__file__).parents[2] / "data" / "health.toml").read_text(encoding="utf-8"))
HEALTH = Health.of(DATA["signs"], DATA["remedies"])
NINE = 1_764_291_600

ASK = Ask(1, 10, 3, 5, "布洛芬", "", "open", NINE, NINE + 13 * HOUR)


@pytest.mark.parametrize(
    ("said", "thing", "note"),
    [
        ("布洛芬 孩子发烧", "布洛芬", "孩子发烧"),
        ("孩子发烧 布洛芬", "布洛芬", "孩子发烧"),
        ("布洛芬", "布洛芬", ""),
        ("退烧药 孩子39度", "退烧药", "孩子39度"),
        ("孩子发烧了，想要布洛芬", "布洛芬", "孩子发烧了"),
        ("孩子发烧想要布洛芬", "布洛芬", "孩子发烧想要布洛芬"),
        ("谁家有退烧贴？", "退烧贴", ""),
        ("大家好，借一把梯子", "借一把梯子", "大家好"),
        ("我妈高血压，降压的药断了", "", "我妈高血压，降压的药断了"),
        ("借梯子，电话13812345678", "借梯子", "电话13812345678"),
        ("ibuprofen, my son has a fever", "ibuprofen", "my son has a fever"),
        ("ibuprofen for my feverish child", "ibuprofen", "my feverish child"),
        ("ibuprofen child has a fever", "ibuprofen", "ibuprofen child has a fever"),
        ("ibuprofen I have a bad headache", "ibuprofen", "ibuprofen I have a bad headache"),
        ("布洛芬孩子发烧", "布洛芬", "布洛芬孩子发烧"),
        ("我妈发烧了要布洛芬", "布洛芬", "我妈发烧了要布洛芬"),
        ("我妈帕金森 借轮椅", "借轮椅", "我妈帕金森"),
        ("孩子肺炎想要雾化器", "雾化器", "孩子肺炎想要雾化器"),
        ("老人癫痫需要氧气瓶", "氧气瓶", "老人癫痫需要氧气瓶"),
        ("我有痔疮", "", "我有痔疮"),
        ("脚崴了", "", "脚崴了"),
        ("中暑了要藿香正气水", "藿香正气水", "中暑了要藿香正气水"),
        ("我割腕了", "", "我割腕了"),
        ("husband broke his leg need crutches", "crutches", "husband broke his leg need crutches"),
        ("借梯子送到501", "借梯子", ""),
        ("借梯子门牌五零一", "借梯子", ""),
        ("a ladder for an hour", "a ladder", "an hour"),
        ("my child has a fever, need ibuprofen", "ibuprofen", "my child has a fever"),
        ("我急需一盒感冒灵", "一盒感冒灵", ""),
        ("要饭盒两个", "饭盒两个", ""),
        ("fever", "", "fever"),
        ("cough syrup", "cough syrup", ""),
        ("？？", "", "？？"),
        ("👍", "", "👍"),
        ("血压计", "血压计", ""),
        ("吐司面包", "吐司面包", ""),
        ("a paint brush", "a paint brush", ""),
        ("烧水的壶", "烧水的壶", ""),
        ("借宝宝椅", "宝宝椅", "借宝宝椅"),
    ],
)
def test_the_group_reads_the_thing_and_never_the_illness(said: str, thing: str, note: str) -> None:
    found = wish(said, HEALTH)

    assert (found.thing, found.note) == (thing, note)


@given(st.text(max_size=300))
def test_no_plea_puts_an_illness_a_phone_or_a_long_line_on_the_card(said: str) -> None:
    found = wish(f"{said} 发烧 13812345678 胃痛", HEALTH)

    assert not HEALTH.named_in(found.thing)
    assert "13812345678" not in found.thing
    assert utf16(found.thing) <= aid.THING_UNITS
    assert "\n" not in found.thing


def shares(ask: Ask) -> list[tuple[int, str, int]]:
    return [(giver.person_id, giver.state, giver.amount) for giver in ask.givers]


def test_one_neighbour_takes_it_and_the_second_is_next_in_line() -> None:
    taken = ASK.take(20, at=NINE + 60)

    assert (taken.state, shares(taken)) == ("taken", [(20, "giving", 1)])
    assert taken.take(20, at=NINE + 90) is taken
    assert shares(taken.take(30, at=NINE + 90)) == [(20, "giving", 1), (30, "next", 1)]


def test_who_is_next_steps_in_when_the_first_cannot() -> None:
    taken = ASK.take(20, at=NINE).take(30, at=NINE + 1).take(40, at=NINE + 2).agree(20, at=NINE + 3)

    again = taken.let_go(20, at=NINE + HOUR)

    assert (again.state, shares(again)) == ("taken", [(20, "left", 1), (30, "giving", 1), (40, "next", 1)])
    assert (again.giving[0].since, again.giving[0].agreed_at) == (NINE + HOUR, None)
    assert again.until == ASK.until


def test_who_waits_in_line_may_stop_waiting_and_nothing_else_changes() -> None:
    taken = ASK.take(20, at=NINE).take(30, at=NINE + 1)

    assert shares(taken.let_go(30, at=NINE + 2)) == [(20, "giving", 1), (30, "left", 1)]
    assert taken.let_go(30, at=NINE + 2).state == "taken"
    assert taken.let_go(99, at=NINE + 2) is taken


def test_several_neighbours_give_together_until_nothing_is_missing() -> None:
    ten = replace(ASK, amount=10)

    some = ten.take(20, at=NINE, amount=4).take(30, at=NINE + 1, amount=4)
    full = some.take(40, at=NINE + 2, amount=4)

    assert (some.state, some.missing) == ("open", 2)
    assert (full.state, shares(full)[-1]) == ("taken", (40, "giving", 2))
    assert full.take(50, at=NINE + 3, amount=4).line[0].amount == 4


def test_it_is_done_once_everything_has_arrived() -> None:
    two = replace(ASK, amount=2).take(20, at=NINE, amount=1).take(30, at=NINE, amount=1)

    first = two.receive(20, at=NINE + 5)

    assert (first.state, first.receive(20, at=NINE + 6)) == ("taken", first)
    assert first.receive(30, at=NINE + 9).state == "done"


def test_who_lets_go_opens_it_again_and_nothing_of_the_two_stays_shown() -> None:
    taken = ASK.take(20, at=NINE).agree(20, at=NINE)
    taken = taken.shows(20, lambda one: replace(one, note_told=True, asker_shown=True, shown=True))

    again = taken.let_go(20, at=NINE + 13 * HOUR)

    assert (again.state, again.helping, again.until) == ("open", (), NINE + 14 * HOUR)
    left = again.take(20, at=NINE + 14 * HOUR).giving[0]
    assert (left.note_told, left.asker_shown, left.shown, left.agreed_at) == (False, False, False, None)


def test_an_ending_can_be_taken_back_to_where_it_was() -> None:
    done = ASK.take(20, at=NINE).done(at=NINE + HOUR)

    again = done.reopen(until=NINE + 2 * HOUR, at=NINE)

    assert (again.state, shares(again), again.ended_at) == ("taken", [(20, "giving", 1)], None)
    assert ASK.withdraw(at=NINE).reopen(until=NINE, at=NINE).state == "open"


def test_taking_back_an_ending_gives_each_giver_back_what_they_had() -> None:
    three = replace(ASK, amount=3).take(20, at=NINE, amount=1).take(30, at=NINE, amount=1).take(40, at=NINE, amount=1)
    done = three.receive(20, at=NINE + 1).done(at=NINE + 1)
    assert shares(done) == [(20, "given", 1), (30, "given", 1), (40, "given", 1)]

    again = done.reopen(until=NINE + HOUR, at=NINE + 2)

    assert shares(again) == [(20, "given", 1), (30, "giving", 1), (40, "giving", 1)]
    last = again.receive(30, at=NINE + 3).receive(40, at=NINE + 4)
    assert last.state == "done"
    assert shares(last.reopen(until=NINE + HOUR, at=NINE + 5)) == [
        (20, "given", 1), (30, "given", 1), (40, "giving", 1)
    ]  # fmt: skip


def test_after_asking_on_half_time_comes_again_in_the_new_span() -> None:
    called = ASK.called(7, at=NINE + 6 * HOUR)
    assert clocks(called, lambda at: at).half is None

    again = called.reopen(until=NINE + 24 * HOUR, at=NINE + 12 * HOUR)

    times = clocks(again, lambda at: at)
    assert (times.half, times.question, times.end) == (NINE + 18 * HOUR, NINE + 22 * HOUR, NINE + 24 * HOUR)


def test_what_is_on_the_box_is_what_is_given() -> None:
    ask = replace(ASK, kind="medicine", amount=5).take(20, at=NINE, amount=3).take(30, at=NINE, amount=2)
    ask = ask.take(40, at=NINE, amount=4)
    assert shares(ask) == [(20, "giving", 3), (30, "giving", 2), (40, "next", 4)]

    fewer = ask.box_is_read(20, "read", 1, at=NINE + HOUR)

    assert shares(fewer) == [(20, "giving", 1), (30, "giving", 2), (40, "giving", 2)]  # who was next has the rest
    assert (fewer.missing, fewer.giver(20).checked) == (0, "read")  # type: ignore[union-attr]
    alone = replace(ASK, amount=5).take(20, at=NINE, amount=2).box_is_read(20, "read", 9, at=NINE)
    assert shares(alone) == [(20, "giving", 5)] and alone.state == "taken"  # never more than is asked for


def test_a_phone_goes_with_the_plea_and_with_whoever_leaves() -> None:
    def with_phones(ask: Ask) -> Ask:
        return ask.shows(20, lambda one: replace(one, phone="13812345678", asker_phone="13987654321"))

    taken = with_phones(ASK.take(20, at=NINE).agree(20, at=NINE))
    for ended in (
        taken.done(at=NINE), taken.withdraw(at=NINE), taken.expire(at=NINE), taken.let_go(20, at=NINE),
        taken.receive(20, at=NINE),
    ):  # fmt: skip
        assert [(one.phone, one.asker_phone) for one in ended.givers] == [("", "")]
    [kept] = replace(taken, by_id=11).taken_over().givers
    assert (kept.phone, kept.asker_phone) == ("13812345678", "")


@pytest.mark.parametrize(
    ("at_once", "agreed", "state", "hears"),
    [
        (False, None, "giving", False), (False, NINE, "giving", True), (True, None, "giving", True),
        (True, None, "next", False), (True, None, "left", False), (False, NINE, "given", True),
    ],
)  # fmt: skip
def test_who_hears_what_was_sent_with_a_plea(at_once: bool, agreed: int | None, state: str, hears: bool) -> None:
    giver = replace(ASK.take(20, at=NINE).givers[0], state=state, agreed_at=agreed)

    assert replace(ASK, heard_at_once=at_once).is_heard_by(giver) is hears


@pytest.mark.parametrize("end", [Ask.done, Ask.withdraw])
def test_ending_twice_is_quietly_nothing(end: "type") -> None:
    ended = end(ASK, at=NINE)

    assert end(ended, at=NINE + 5) is ended


def test_only_a_day_passes_in_which_an_ending_can_be_taken_back() -> None:
    done = ASK.done(at=NINE)

    assert done.can_be_reopened(NINE + DAY)
    assert not done.can_be_reopened(NINE + DAY + 1)


@given(st.integers(600, 8 * DAY))
def test_the_question_comes_before_the_end_and_the_end_not_before_its_time(length: int) -> None:
    ask = replace(ASK, until=NINE + length)

    times = clocks(ask, lambda at: at)

    assert NINE <= times.question < times.end
    assert times.end >= ask.until


def test_a_plea_that_can_wait_asks_nobody_at_night() -> None:
    morning = NINE + DAY

    times = clocks(replace(ASK, until=NINE + 20 * HOUR), lambda _: morning)

    assert times.question == morning
    assert times.end > morning


def test_a_taken_plea_is_asked_after_when_its_time_is_over_and_ends_a_day_later() -> None:
    taken = ASK.take(20, at=ASK.until - 60)

    times = clocks(taken, lambda at: at)

    assert times.question == ASK.until - 60 + 2 * HOUR
    assert times.end == times.question + DAY


def test_whoever_has_just_agreed_or_read_the_box_is_left_a_while_to_meet() -> None:
    asked = ASK.take(20, at=NINE).questioned(at=ASK.until)
    agreed = asked.agree(20, at=ASK.until + HOUR)

    assert agreed.asked_at is None
    assert clocks(agreed, lambda at: at).question == ASK.until + 3 * HOUR
    assert clocks(asked, lambda at: at, since=ASK.until + 4 * HOUR).question == ASK.until + 6 * HOUR


def test_a_wish_without_its_thing_takes_the_words_before_it() -> None:
    found = wish("电饭锅坏了，借一个", HEALTH)
    assert (found.thing, found.note) == ("电饭锅坏了，借一个", "")
    assert wish("孩子发烧了，要一个", HEALTH).thing == "一个"
    assert wish("家里来客人，借一把椅子", HEALTH).thing == "借一把椅子"


@pytest.mark.parametrize(
    ("thing", "door", "left"),
    [
        ("梯子501", "501", "梯子"),
        ("布洛芬 501室", "501", "布洛芬"),
        ("5010胶水", "501", "5010胶水"),
        ("A4纸", "A", "A4纸"),
    ],
)
def test_ones_own_door_never_stands_in_the_thing(thing: str, door: str, left: str) -> None:
    assert aid.without_door(aid.Wish(thing, ""), door).thing == left


def test_a_hospital_is_somewhere_one_may_ask_to_be_driven() -> None:
    assert wish("I need a ride to the hospital", HEALTH).thing == "a ride to the hospital"
    assert wish("my mum is in hospital, need a ride", HEALTH) == aid.Wish("a ride", "my mum is in hospital")


def test_an_illness_in_letters_beside_chinese_signs_is_one() -> None:
    assert wish("要HIV药", HEALTH).thing == ""


def test_another_thing_is_another_box_to_read() -> None:
    taken = ASK.take(20, at=NINE).shows(20, lambda one: replace(one, checked="y-20271231-b-y-2"))

    assert taken.corrected(aid.Wish("布洛芬", "")).giving[0].checked
    assert taken.corrected(aid.Wish("蒙脱石散", "")).giving[0].checked == ""
