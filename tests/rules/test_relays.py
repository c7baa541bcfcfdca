"""Talking through the bot: when it opens, when it ends, and what it does not carry."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import relays
from bot.domain.fraud import Fraud, bare_digits, held, held_together
from bot.domain.relays import APART, FRESH, MOST_A_DAY, REST, SILENCE, Relay, check_invitation
from bot.domain.rules import RuleError

DATA = tomllib.loads((Path(relays.__file__).parents[1] / "data" / "fraud.toml").read_text(encoding="utf-8"))
FRAUD = Fraud.of(DATA["words"])
INVITED = Relay(1, "ask_1", 10, 20, 20, "invited", 1000)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("我在3栋2单元501门口", None),
        ("下午3点半，2盒，39.5度", None),
        ("see you at 15:30 at the gate", None),
        ("2026年11月28日上午9点", None),
        ("要不要付邮费", None),
        ("给我转账", "payment"),
        ("給我轉賬", "payment"),
        ("转 · 账 五十", "payment"),
        ("微-信-支-付", "payment"),
        ("ＺＦＢ多少", "payment"),
        ("验证码发我一下", "payment"),
        ("兼职刷单日结", "payment"),
        ("发个红包就行", "payment"),
        ("please send me money first", "payment"),
        ("What is your Verification code?", "payment"),
        ("pay by PayPal", "payment"),
        ("看 pay.example.com/x", "link"),
        ("https://t.me/joinchat/abc", "link"),
        ("a@example.com", "link"),
        ("6222 0212 3456 7890 123", "card"),
        ("6222-0212-3456-7890", "card"),
        ("陆二二二〇二一二三四五六七八九〇", "card"),
        ("11010119900307451X", "card"),
        ("378282246310005", "card"),
        ("电话13812345678", "contact"),
        ("+86 138 1234 5678", "contact"),
        ("8613800000005", "contact"),
        ("幺三八一二三四五六七八", "contact"),
        ("微信 fangfang123", "contact"),
        ("@wang_fang", "contact"),
        ("021 5555 1234", "contact"),
    ],
)
def test_what_is_held_back_and_why(said: str, why: str | None) -> None:
    assert held(said, FRAUD) == why


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("138", 3),
        ("电话1381", 4),
        ("后面 5678", 4),
        ("幺三八", 3),
        ("１２３４", 4),
        ("12-34", 4),
        ("我在3栋2单元501门口", 0),
        ("3栋2单元", 0),
        ("18:30", 0),
        ("下午3点半", 0),
        ("2盒", 0),
        ("39.5度", 0),
        ("一会儿", 0),
        ("我等到1234再走好不好", 0),
    ],
)
def test_a_line_of_bare_digits_is_counted_and_a_door_a_time_or_a_measure_is_not(said: str, digits: int) -> None:
    assert bare_digits(said) == digits


@pytest.mark.parametrize(("digits", "why"), [(0, None), (6, None), (7, "contact"), (11, "contact"), (16, "card")])
def test_digits_of_several_lines_are_read_as_one_number(digits: int, why: str | None) -> None:
    assert held_together(digits) == why


@given(st.text(alphabet="0123456789", min_size=16, max_size=19), st.sampled_from(["", " ", "-", "."]))
def test_no_sixteen_digits_pass_however_they_are_parted(digits: str, gap: str) -> None:
    assert held("卡 " + gap.join(digits[at : at + 4] for at in range(0, len(digits), 4)), FRAUD) == "card"


def test_it_opens_by_the_tap_of_whoever_was_asked_and_nobody_elses() -> None:
    assert INVITED.enter(10, at=1001) == INVITED
    assert INVITED.enter(30, at=1001) == INVITED
    opened = INVITED.enter(20, at=1001)
    assert (opened.state, opened.opened_at) == ("open", 1001)
    assert opened.enter(20, at=1002) == opened


def test_whoever_waited_long_is_asked_in_their_turn() -> None:
    turned = INVITED.enter(20, at=1001 + FRESH)
    assert (turned.state, turned.asked_id, turned.waits_id) == ("invited", 10, 20)
    assert turned.enter(10, at=1002 + FRESH).state == "open"


def test_what_was_said_before_it_opened_was_not_said_to_the_other() -> None:
    opened = INVITED.enter(20, at=1100)
    assert not opened.was_said_in_it(1000)
    assert opened.was_said_in_it(1095)  # two clocks are never quite the same
    assert not INVITED.was_said_in_it(2000)
    assert not opened.end("done", at=1200).was_said_in_it(1300)


def test_silence_counts_from_the_last_word() -> None:
    opened = INVITED.enter(20, at=1000).heard(at=2000)
    assert not opened.is_silent(1999 + SILENCE)
    assert opened.is_silent(2000 + SILENCE)
    assert opened.heard(at=1500) == opened


def test_it_ends_once() -> None:
    ended = INVITED.end("declined", at=1100, by=20)
    assert ended.end("done", at=1200, by=10) == ended


@pytest.mark.parametrize(
    ("sent", "why", "after", "refused"),
    [
        (0, None, 0, None),
        (MOST_A_DAY, None, 0, "relay-too-many"),
        (0, "declined", REST - 1, "relay-just-declined"),
        (0, "declined", REST, None),
        (0, "reported", APART - 1, "relay-apart"),
        (0, "held", REST - 1, "relay-just-held"),
        (0, "held", REST, None),
        (0, "blocked", 1, None),
        (0, "reported", APART, None),
        (0, "done", 1, None),
        (0, "silent", 1, None),
    ],
)
def test_who_may_invite_whom_again(sent: int, why: str | None, after: int, refused: str | None) -> None:
    last = replace(INVITED, state="ended", ended_at=5000, why=why) if why else None

    if refused is None:
        check_invitation(sent, last, at=5000 + after)
    else:
        with pytest.raises(RuleError, match=refused):
            check_invitation(sent, last, at=5000 + after)


@pytest.mark.parametrize("said", ["你先付20元", "给我500块", "给 我 5 0 0 块", "付两百块", "zhi fu bao", "给钱就行"])
def test_talk_of_sums_is_held_back(said: str) -> None:
    assert held(said, FRAUD) == "payment"


@pytest.mark.parametrize("said", ["给你两块肥皂", "给您5块巧克力", "给你一万个赞", "给你1千克米", "您给一块就行"])
def test_pieces_of_a_thing_are_no_sums(said: str) -> None:
    assert held(said, FRAUD) is None
