"""Mutual aid's rules: what a group may read of a plea, who has it, when it ends."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import aid
from bot.domain.aid import DAY, HOUR, Ask, Health, clocks, wish
from bot.domain.rules import RuleError
from bot.domain.text import utf16

DATA = tomllib.loads((Path(aid.__file__).parents[1] / "data" / "health.toml").read_text(encoding="utf-8"))
HEALTH = Health.of(DATA["signs"], DATA["remedies"])
NINE = 1_764_291_600

ASK = Ask(1, 10, 3, 5, "布洛芬", "", False, "open", NINE, NINE + 13 * HOUR)


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


def test_one_neighbour_takes_it_and_the_second_learns_so() -> None:
    taken = ASK.take(20, at=NINE + 60)

    assert (taken.state, taken.taker_id) == ("taken", 20)
    assert taken.take(20, at=NINE + 90) is taken
    with pytest.raises(RuleError, match="ask-is-taken"):
        taken.take(30, at=NINE + 90)


def test_who_lets_go_opens_it_again_and_nothing_of_the_two_stays_shown() -> None:
    taken = replace(ASK.take(20, at=NINE), note_told=True, asker_shown=True, taker_shown=True)

    again = taken.let_go(at=NINE + 13 * HOUR)

    assert (again.state, again.taker_id, again.note_told, again.asker_shown) == ("open", None, False, False)
    assert again.until == NINE + 14 * HOUR


def test_an_ending_can_be_taken_back_to_where_it_was() -> None:
    done = ASK.take(20, at=NINE).done(at=NINE + HOUR)

    again = done.reopen(until=NINE + 2 * HOUR)

    assert (again.state, again.taker_id, again.ended_at) == ("taken", 20, None)
    assert ASK.withdraw(at=NINE).reopen(until=NINE).state == "open"


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


def test_a_wish_without_its_thing_takes_the_words_before_it() -> None:
    found = wish("电饭锅坏了，借一个", HEALTH)
    assert (found.thing, found.note) == ("电饭锅坏了，借一个", "")
    assert wish("孩子发烧了，要一个", HEALTH).thing == "一个"
    assert wish("家里来客人，借一把椅子", HEALTH).thing == "借一把椅子"
