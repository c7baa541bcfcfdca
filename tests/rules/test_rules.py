"""The address grammar of buttons and deep links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rules import Address, number_of, thing


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ask_take_12", ("ask", "take", "12")),
        ("ask_let-go_12", ("ask", "let-go", "12")),
        ("ask_12_0a1b2c", ("ask", "12", "0a1b2c")),
        ("", None),
        ("_", None),
        ("12_ask", None),
        ("ask__12", None),
        ("ask_take_12 ", None),
        ("ask_take_１２", None),
        ("ASK_12", None),
        ("a" * 65, None),
    ],
)
def test_an_address_is_read_or_it_was_never_ours(text: str, parts: tuple[str, ...] | None) -> None:
    assert Address.read(text) == parts


@given(st.integers(0, 10**12))
def test_what_is_written_is_read_back(number: int) -> None:
    text = str(Address.of("ask.take", number))

    assert Address.read(text) == ("ask", "take", str(number))
    assert len(text.encode()) <= 64


def test_an_address_that_telegram_would_refuse_is_never_made() -> None:
    with pytest.raises(ValueError, match="not an address"):
        str(Address.of("ask.take", "x" * 60))


def test_a_thing_carries_its_number() -> None:
    assert number_of(thing("ask", 12)) == 12
