"""Text as Telegram keeps it: entities in UTF-16 units, ends trimmed, links found."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.server.entities import formatted, units
from bot.playground.server.errors import Refusal


def marks(source: str) -> tuple[str, list[tuple[Any, ...]]]:
    text, entities = formatted(source, "HTML", None)
    return text, [(e["type"], e["offset"], e["length"], *list(e.values())[3:]) for e in entities]


CASES: list[tuple[str, str, list[tuple[Any, ...]]]] = [
    ("<b>好</b>", "好", [("bold", 0, 1)]),
    ("😀<b>a</b>", "😀a", [("bold", 2, 1)]),
    ("<b>👨‍👩‍👧</b>!", "👨‍👩‍👧!", [("bold", 0, 8)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    ("<u>a</u><ins>b</ins><s>c</s><del>d</del><strike>e</strike>", "abcde",
     [("underline", 0, 1), ("underline", 1, 1), ("strikethrough", 2, 1), ("strikethrough", 3, 1),
      ("strikethrough", 4, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<a href="https://t.me/x?start=a&amp;b">c</a>', "c", [("text_link", 0, 1, "https://t.me/x?start=a&b")]),
    ("<a>no link</a>", "no link", []),
    ("<code>a</code>", "a", [("code", 0, 1)]),
    ("<pre>a</pre>", "a", [("pre", 0, 1)]),
    ('<pre><code class="language-py">a</code></pre>', "a", [("pre", 0, 1, "py")]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("&lt;&gt;&amp;&quot;&#33;&#x21;&nbsp;", '<>&"!!&nbsp;', []),
    ("AT&T a&b", "AT&T a&b", []),
    ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
    ("/need 布洛芬", "/need 布洛芬", [("bot_command", 0, 5)]),
    ("a@b.c /x@linli_bot", "a@b.c /x@linli_bot", [("bot_command", 6, 12)]),
    ("看 https://e.org/a 吧 @linli_bot #停水", "看 https://e.org/a 吧 @linli_bot #停水",
     [("url", 2, 15), ("mention", 20, 10), ("hashtag", 31, 3)]),
    ("打 +8659612345678 或 120", "打 +8659612345678 或 120", [("phone_number", 2, 14)]),
    ("<code>/need</code>", "/need", [("code", 0, 5)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), CASES)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    assert marks(source) == (text, entities)


@pytest.mark.parametrize("source", ["<a href=https://e.org>c</a>", "<B>a</B>", "<b =>a</b>", "<b>a</b></b>", "a<br>"])
def test_html_that_telegram_refuses(source: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities"):
        marks(source)


def test_given_entities_are_kept_and_bad_ones_left_out() -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert formatted("😀a", "", [bold, {"type": "bold", "offset": 2, "length": 9}]).entities == [bold]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="<>/&;\"'= abp好😀#\n"))
def test_any_text_is_read_or_refused_in_order(source: str) -> None:
    try:
        text, entities = formatted(source, "HTML", None)
    except Refusal as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
        return
    assert text == text.strip()
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= units(text)
