"""A number somebody shows to the other of the two: read exactly, or not at all."""

import pytest

from bot.domain.aid.phones import phone_in


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("13812345678", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("电话：138-1234-5678", "13812345678"),
        ("+86 138 1234 5678", "+8613812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        ("幺三八一二三四五六七八", "13812345678"),
        ("0596-2345678", "05962345678"),
        ("(021) 5555 1234", "02155551234"),
        ("96333", "96333"),
        ("1234", None),
        ("1" * 16, None),
        ("", None),
        ("明天给您", None),
        ("138 1234 5678 转 王芳", None),
        ("https://t.me/x", None),
    ],
)
def test_a_number_and_nothing_else_is_a_phone(said: str, number: str | None) -> None:
    assert phone_in(said) == number
